"""Real networks, split and judged by GEOS through ``check_network.py``, which knows nothing of our code."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pytest

from crige_ia_plugin.engine.anomalies import AnomalyCode
from crige_ia_plugin.engine.lines import Lines
from crige_ia_plugin.engine.network.levels import read_levels
from crige_ia_plugin.engine.network.noding import Network, split_at_intersections

pyogrio = pytest.importorskip("pyogrio")
shapely = pytest.importorskip("shapely")

RULES = ("crossings", "tees", "false_junctions", "lost_sources", "multi", "new_slivers")


class Roads(NamedTuple):
    """A layer as the engine takes it, and what is needed to write its segments."""

    path: Path
    fids: np.ndarray
    lines: Lines
    crs: str
    raw_levels: np.ndarray | None
    level: np.ndarray | None


def read(path: Path, level_field: str | None) -> Roads:
    columns = [level_field] if level_field else []
    meta, fids, wkb, values = pyogrio.raw.read(path, columns=columns, return_fids=True)
    geometry = shapely.from_wkb(wkb)
    xyz, row = shapely.get_coordinates(geometry, include_z=True, return_index=True)
    offsets = np.concatenate([[0], np.cumsum(np.bincount(row, minlength=len(geometry)))])
    rows = np.arange(len(geometry))
    z = None if np.isnan(xyz[:, 2]).all() else xyz[:, 2].copy()
    lines = Lines(np.ascontiguousarray(xyz[:, :2]), offsets, rows, np.zeros_like(rows), z)
    level = read_levels(values[0].tolist()).values if level_field else None
    return Roads(path, np.asarray(fids), lines, meta["crs"], values[0] if level_field else None, level)


def write(path: Path, roads: Roads, network: Network, level_field: str | None) -> None:
    segments = network.segments
    xyz = segments.xy if segments.z is None else np.column_stack([segments.xy, segments.z])
    geometry = shapely.linestrings(xyz, indices=np.repeat(np.arange(segments.count), np.diff(segments.offsets)))
    fields, values = ["source_fid"], [roads.fids[segments.feature]]
    if level_field:
        fields, values = [*fields, level_field], [*values, roads.raw_levels[segments.feature]]
    kind = "LineString" if segments.z is None else "LineString Z"
    pyogrio.raw.write(path, shapely.to_wkb(geometry), values, fields, geometry_type=kind, crs=roads.crs, driver="GPKG")


def judge(shared_data: Path, roads: Roads, output: Path, *options: str) -> dict[str, float]:
    """Ask the judge; the rules it breaks are in ``broken``."""
    tool = shared_data.parent / "tools" / "check_network.py"
    if not tool.is_file():
        pytest.skip(f"the judge is absent: {tool}")
    command = [sys.executable, str(tool), str(roads.path), str(output), *options]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert run.stdout, run.stderr
    return {**json.loads(run.stdout), "exit": run.returncode}


NETWORKS = [
    pytest.param("ways_14k", None, 0.0, id="ways_14k"),
    pytest.param("ways_14k", "layer", 0.0, id="ways_14k with levels"),
    pytest.param("ways_14k", "layer", 1.0, id="ways_14k with levels, repaired"),
    pytest.param("ways_51k", None, 0.0, id="ways_51k"),
    pytest.param("osm_monaco", "layer", 0.0, id="osm_monaco with levels"),
    pytest.param("osm_monaco", "layer", 1.0, id="osm_monaco with levels, repaired"),
    pytest.param("osm_helsinki", "layer", 0.0, id="osm_helsinki with levels"),
    pytest.param("osm_helsinki", "layer", 1.0, id="osm_helsinki with levels, repaired"),
    pytest.param("bdtopo_rodez", "pos_sol", 0.0, id="bdtopo_rodez with levels"),
    pytest.param("bdtopo_rodez", "pos_sol", 1.0, id="bdtopo_rodez with levels, repaired"),
]


@pytest.mark.parametrize(("name", "level_field", "tolerance"), NETWORKS)
def test_the_judge_finds_nothing(shared_data, tmp_path, name, level_field, tolerance):
    roads = read(shared_data / "roads" / f"{name}.gpkg", level_field)
    network = split_at_intersections(roads.lines, roads.level, tolerance=tolerance)
    write(tmp_path / "segments.gpkg", roads, network, level_field)
    options = ["--level-field", level_field] if level_field else []
    if tolerance:
        options.append("--snapped")
    verdict = judge(shared_data, roads, tmp_path / "segments.gpkg", *options)
    assert {rule: verdict[rule] for rule in RULES} == dict.fromkeys(RULES, 0)
    assert verdict["exit"] == 0
    assert verdict["segments"] == network.segments.count
    if not tolerance:
        assert verdict["near_ends"] == 0
        assert verdict["length_error"] < 1e-9


def test_repairs_go_no_farther_than_the_tolerance(shared_data):
    roads = read(shared_data / "roads" / "ways_14k.gpkg", "layer")
    network = split_at_intersections(roads.lines, roads.level, tolerance=1.0)
    before = shapely.linestrings(roads.lines.xy, indices=roads.lines.vertex_line())
    source = np.repeat(network.line, np.diff(network.segments.offsets))
    assert shapely.distance(shapely.points(network.segments.xy), before[source]).max() <= 1.0
    told = [v for v in network.anomalies.value if v == v]
    assert 0 < max(told) <= 1.0
    assert {AnomalyCode.DISPLACED, AnomalyCode.OVERSHOOT, AnomalyCode.UNDERSHOOT} <= set(network.anomalies.counts())


def test_bd_topo_keeps_its_vertices_and_gains_its_nodes(shared_data):
    roads = read(shared_data / "roads" / "bdtopo_rodez.gpkg", "pos_sol")
    network = split_at_intersections(roads.lines, roads.level)

    def vertices(lines: Lines) -> set[tuple[float, ...]]:
        return set(map(tuple, np.column_stack([lines.xy, lines.z]).tolist()))

    before, after = vertices(roads.lines), vertices(network.segments)
    assert before <= after
    nodes = set(map(tuple, network.nodes.xy.tolist()))
    assert {vertex[:2] for vertex in after - before} <= nodes
    # BD TOPO is cut at its junctions: what crosses without a vertex lies on two levels, and is left whole.
    assert AnomalyCode.CROSSING_WITHOUT_VERTEX not in network.anomalies.counts()


def test_bd_topo_without_levels_has_false_junctions(shared_data):
    """What the level field is for: the crossings of Rodez all are bridges."""
    roads = read(shared_data / "roads" / "bdtopo_rodez.gpkg", "pos_sol")
    blind, seeing = split_at_intersections(roads.lines), split_at_intersections(roads.lines, roads.level)
    crossings = blind.anomalies.counts()[AnomalyCode.CROSSING_WITHOUT_VERTEX]
    assert crossings == 12
    assert len(blind.nodes.xy) >= len(seeing.nodes.xy) + crossings


def test_unknown_heights_of_bd_topo_are_kept(shared_data):
    roads = read(shared_data / "roads" / "bdtopo_rodez.gpkg", "pos_sol")
    segments = split_at_intersections(roads.lines).segments
    known = roads.lines.z[roads.lines.z != 9999]
    assert (roads.lines.z == 9999).sum() == 1021
    between = segments.z[(segments.z > known.max()) & (segments.z != 9999)]
    assert len(between) == 0
