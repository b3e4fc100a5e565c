"""The embedded sample: reproducible, in the shape of BD TOPO V3, and wrong only where it means to be."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest

from crige_ia_plugin.engine.lines import from_sequences
from crige_ia_plugin.engine.network.noding import split_at_intersections

pyogrio = pytest.importorskip("pyogrio")
shapely = pytest.importorskip("shapely")

REPOSITORY = Path(__file__).resolve().parents[2]
SAMPLE = REPOSITORY / "resources" / "sample" / "town.gpkg"
LAYERS = ("troncon_de_route", "point_de_repere", "surface_hydrographique", "zone_de_vegetation", "defaut_volontaire")


def read(path: Path, layer: str) -> tuple[dict[str, np.ndarray], np.ndarray]:
    meta, _, wkb, columns = pyogrio.raw.read(path, layer=layer)
    return dict(zip(meta["fields"], columns)), shapely.from_wkb(wkb)


@pytest.fixture(scope="module")
def roads() -> tuple[dict[str, np.ndarray], np.ndarray]:
    return read(SAMPLE, "troncon_de_route")


@pytest.fixture(scope="module")
def level(roads) -> np.ndarray:
    known = {"1": 1, "-1": -1}
    return np.array([known.get(value, 0) for value in roads[0]["position_par_rapport_au_sol"]])


def test_regenerating_gives_the_same_content(tmp_path):
    again = tmp_path / "town.gpkg"
    script = REPOSITORY / "tools" / "make_sample.py"
    subprocess.run([sys.executable, str(script), "--output", str(again)], check=True, capture_output=True)
    for layer in LAYERS:
        columns, shapes = read(SAMPLE, layer)
        columns_again, shapes_again = read(again, layer)
        assert list(columns) == list(columns_again)
        for name, values in columns.items():
            assert [str(v) for v in values] == [str(v) for v in columns_again[name]], name
        if shapely.get_type_id(shapes[0]) == shapely.GeometryType.POLYGON:
            # Versions of GEOS start a ring at different vertices; a road's direction must not change.
            shapes, shapes_again = shapely.normalize(shapes), shapely.normalize(shapes_again)
        assert shapely.to_wkb(shapes).tolist() == shapely.to_wkb(shapes_again).tolist()


def test_size_and_warning():
    assert SAMPLE.stat().st_size < 600_000
    for layer in LAYERS:
        assert "fictives" in pyogrio.read_info(SAMPLE, layer=layer)["layer_metadata"]["DESCRIPTION"]
    assert "fictives" in (SAMPLE.parent / "README.md").read_text(encoding="utf-8")


def test_roads_look_like_bd_topo(roads):
    columns, shapes = roads
    info = pyogrio.read_info(SAMPLE, layer="troncon_de_route")
    assert info["crs"] == "EPSG:2154"
    assert "LineString" in info["geometry_type"]
    assert 300 <= len(shapes) <= 500
    assert bool(np.all(shapely.has_z(shapes)))
    assert len(set(columns["cleabs"])) == len(shapes)
    assert {len(value) for value in columns["cleabs"]} == {24}
    assert set(columns["position_par_rapport_au_sol"]) == {"0", "1", "-1", "Gué ou radier", None}
    assert {"Type autoroutier", "Bretelle", "Rond-point", "Route à 2 chaussées"} <= set(columns["nature"])
    assert {"A999", "D6", "D12", "D6/D12", "D943"} <= set(columns["cpx_numero"])


def test_heights_are_plausible_or_plainly_unknown(roads):
    z = shapely.get_coordinates(roads[1], include_z=True)[:, 2]
    unknown = np.isin(z, (9999.0, -1000.0))
    assert 0 < unknown.sum() < 40
    assert set(z[unknown]) == {9999.0, -1000.0}
    assert 100 < z[~unknown].min() < z[~unknown].max() < 250


def test_bridges_clear_the_road_below(roads, level):
    """Where lines of different levels cross, the upper one is the higher one."""
    shapes = roads[1]
    upper = np.flatnonzero(level == 1)
    checked = 0
    for i in upper:
        for j in np.flatnonzero((level == 0) & shapely.crosses(shapes[i], shapes)):
            met = shapely.intersection(shapes[i], shapes[j])
            for point in shapely.get_parts(met):
                above, below = (_height(shapes[k], point) for k in (i, j))
                if "Gué" not in str(roads[0]["position_par_rapport_au_sol"][j]):
                    assert above - below > 4
                    checked += 1
    assert checked >= 6


def _height(line, point) -> float:
    flat = shapely.force_2d(line)
    along = shapely.line_locate_point(flat, shapely.force_2d(point))
    coordinates = shapely.get_coordinates(line, include_z=True)
    distances = np.concatenate([[0], np.cumsum(np.hypot(*np.diff(coordinates[:, :2], axis=0).T))])
    return float(np.interp(along, distances, coordinates[:, 2]))


def test_only_the_planted_faults_are_there(roads, level):
    """GEOS finds what ``defaut_volontaire`` announces, at the same places, and nothing else."""
    shapes = shapely.force_2d(roads[1])
    announced, places = read(SAMPLE, "defaut_volontaire")
    expected = Counter(announced["kind"])
    vertices = [set(map(tuple, shapely.get_coordinates(shape).round(2).tolist())) for shape in shapes]
    found: Counter[str] = Counter()
    tree = shapely.STRtree(shapes)
    duplicates = set()
    for i, j in zip(*tree.query(shapes, predicate="intersects")):
        if i >= j or level[i] != level[j]:
            continue
        if shapely.equals(shapes[i], shapes[j]):
            duplicates.add((i, j))
            found["exact_duplicate"] += 1
            continue
        met = shapely.intersection(shapes[i], shapes[j])
        if shapely.length(met) > 0:
            found["overlap"] += 1
            continue
        for x, y in shapely.get_coordinates(met).round(2).tolist():
            if (x, y) in vertices[i] and (x, y) in vertices[j]:
                continue
            assert shapely.distance(places, shapely.points(x, y)).min() < 1
            found["overshoot" if (x, y) in vertices[i] | vertices[j] else "crossing_without_vertex"] += 1
    found["self_intersection"] = int((~shapely.is_simple(shapes)).sum())
    found["undershoot"] = _loose_ends(shapes, level)
    assert found == expected
    assert len(duplicates) == 1


def test_the_tool_finds_the_faults_and_nothing_else(roads, level):
    shapes = shapely.force_2d(roads[1])
    lines = from_sequences([shapely.get_coordinates(shape) for shape in shapes])
    found = split_at_intersections(lines, level, tolerance=0.5).anomalies
    names = {"duplicate": "exact_duplicate"}
    told = Counter(names.get(code.value, code.value) for code in found.code)
    announced, places = read(SAMPLE, "defaut_volontaire")
    assert told == Counter(announced["kind"])
    # A stretch has no one place: that of an overlap or of a duplicate is anywhere along it.
    for code, xy in zip(found.code, found.xy):
        if code.value not in ("duplicate", "overlap"):
            assert shapely.distance(places, shapely.points(*xy)).min() < 1


def _loose_ends(shapes: np.ndarray, level: np.ndarray) -> int:
    """Number of line ends that touch nothing and lie less than half a metre from another line of their level."""
    count = 0
    for i, shape in enumerate(shapes):
        others = np.flatnonzero((level == level[i]) & (np.arange(len(shapes)) != i))
        if not len(others):
            continue
        for end in (shapely.get_point(shape, 0), shapely.get_point(shape, -1)):
            gap = shapely.distance(shapes[others], end)
            touching = (gap == 0).any()
            crossing = shapely.crosses(shape, shapes[others][gap < 0.5]).any()
            count += int(not touching and not crossing and gap.min() < 0.5)
    return count


def test_nothing_meets_the_motorway_at_grade(roads, level):
    nature, shapes = roads[0]["nature"], roads[1]
    motorway = np.flatnonzero(nature == "Type autoroutier")
    others = np.flatnonzero(~np.isin(nature, ["Type autoroutier", "Bretelle"]))
    for i in motorway:
        same = others[level[others] == level[i]]
        assert not shapely.intersects(shapes[i], shapes[same]).any()


def test_a_good_part_is_not_cut_at_junctions(roads):
    """Many lines share an inner vertex with another line: there is work to do."""
    vertices = [shapely.get_coordinates(shape).tolist() for shape in roads[1]]
    lines_at = Counter(point for line in vertices for point in set(map(tuple, line)))
    uncut = sum(any(lines_at[tuple(point)] > 1 for point in line[1:-1]) for line in vertices)
    assert uncut > len(vertices) / 4


def test_markers_follow_their_routes(roads):
    markers, places = read(SAMPLE, "point_de_repere")
    columns, shapes = roads
    assert set(markers["route"]) == {"A999", "D6", "D12", "D943"}
    assert set(markers["cote"]) == {"D", "G", "U"}
    assert set(markers["type_de_pr"]) == {"PR", "PR0", "PRF"}
    for route, place in zip(markers["route"], places):
        numbers = [route in str(number).split("/") for number in columns["cpx_numero"]]
        assert shapely.distance(shapes[np.array(numbers)], place).min() < 10
    keys = list(zip(markers["route"], markers["numero"], markers["cote"], markers["type_de_pr"]))
    assert len(set(keys)) == len(keys)
    for (a, x), (b, y) in combinations(zip(keys, markers["abscisse"]), 2):
        if a[0] == b[0] and int(a[1]) < int(b[1]):
            assert x < y
