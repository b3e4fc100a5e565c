"""Abscissas of a network, points located and events placed on it, from the files that are read to the GeoPackage."""

from __future__ import annotations

import os
import shutil
from functools import partial
from pathlib import Path
from typing import Callable

from harness import ROOT, Case, Contender, Promise, Results, Suite, ask, job

SIZES = {"14k": "ways_14k", "51k": "ways_51k"}
"""Per size: the real network, whose field ``name`` holds the routes."""
STAGED = ROOT / "build"
METHOD = """Routes are those of the field `name`, with a made-up PR every kilometre; 100,000 points lie some metres
from them, 100,000 events say a route, a PR and metres (and, for the peers, the measure that this comes to). Each
contender does the whole job, from the files that are read to a finished GeoPackage, in a process of its own, timed from
inside once its libraries are loaded; `ogr2ogr` is timed from outside. PostGIS has the routes and their index before the
clock starts; reading the table and writing the GeoPackage are counted. The peers look at single carriageways and main
lines only, and answer with fewer columns."""
COPIED = {"locate": "located", "place": "placed"}


def prepare(size: str, work: Path) -> Case:
    """Make routes, points and events from the real network, and the outputs that the floors copy.

    Raises:
        FileNotFoundError: The network is not on this machine.
    """
    data = Path(os.environ.get("CRIGE_IA_TEST_DATA", ROOT.parent / "shared" / "data"))
    network = data / "roads" / f"{SIZES[size]}.gpkg"
    if not network.is_file():
        raise FileNotFoundError(f"The real road networks are absent: {network}. Set CRIGE_IA_TEST_DATA.")
    folder = work / "roads_measures" / size
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    answer = ask("measures_jobs.py", "prepare", STAGED, network, folder, work=work)
    inputs = {
        "network": network,
        **{name: folder / f"{name}.gpkg" for name in ("routes", "markers", "points", "events")},
    }
    for name, source in (("locate", "points"), ("place", "events")):
        ask("measures_jobs.py", "keep", name, STAGED, inputs[source], inputs["routes"], inputs["markers"],
            folder / f"{COPIED[name]}.gpkg", work=work)  # fmt: skip
    return Case(size, folder, inputs, {name: int(str(count)) for name, count in answer.items()})


def _staged() -> str:
    there = (STAGED / "crige_ia_plugin" / "__init__.py").is_file()
    return "" if there else "the plugin is not staged under build/"


def _postgis() -> str:
    there = shutil.which("psql") and any(Path("/usr/share/postgresql").glob("*/extension/postgis.control"))
    return "" if there else "not installed (postgresql, postgis)"


def _ours(name: str, title: str, *inputs: str) -> Contender:
    def command(case: Case, output: Path) -> list[str]:
        return job("measures_jobs.py", name, STAGED, *(case.inputs[one] for one in inputs), output)

    return Contender(name, title, command, _staged)


def _peer(name: str, title: str, source: str, missing: Callable[[], str], remark: str) -> Contender:
    def command(case: Case, output: Path) -> list[str]:
        return job("measures_jobs.py", name, case.inputs[source], case.inputs["routes"], output)

    return Contender(name, title, command, missing, peer=True, remark=remark)


def _floor(name: str) -> Contender:
    def command(case: Case, output: Path) -> list[str]:
        return ["ogr2ogr", str(output), str(case.folder / f"{COPIED[name]}.gpkg")]

    return Contender(f"{name}_floor", f"floor: ogr2ogr copying what {name} wrote", command, whole_process=True)


ABSCISSA = _ours("abscissa", "crige_ia:curvilinearabscissa", "network")
SPLIT = _ours("split", "crige_ia:splitatintersections, the same network", "network")
LOCATE = _ours("locate", "crige_ia:locatepoints, PR included", "points", "routes", "markers")
PLACE = _ours("place", "crige_ia:placeevents, by PR and metres", "events", "routes", "markers")
PEERS = (
    _peer("loop_locate", "points: a PyQGIS loop", "points", str, "QgsSpatialIndex, lineLocatePoint"),
    _peer("postgis_locate", "points: PostGIS", "points", _postgis, "ST_LineLocatePoint; memory of its clients alone"),
    _peer("loop_place", "events: a PyQGIS loop", "events", str, "interpolatePoint"),
    _peer("postgis_place", "events: PostGIS", "events", _postgis, "ST_LocateBetween; memory of its clients alone"),
)


def promises(results: Results) -> list[Promise]:
    """What is promised of the four jobs."""

    def ratio(slow: str, fast: str) -> Callable[[Results], object]:
        return partial(Results.ratio, slow=("51k", slow), fast=("51k", fast))

    return [
        Promise("abscissas ÷ splitting the same network", "51k", 1.5, ratio("abscissa", "split")),
        Promise("locating 100,000 points ÷ floor", "51k", 2.0, ratio("locate", "locate_floor")),
        Promise("placing 100,000 events ÷ floor", "51k", 2.0, ratio("place", "place_floor")),
    ]


SUITE = Suite(
    name="roads_measures",
    title="Measure routes, locate points, place events",
    method=METHOD,
    sizes=tuple(SIZES),
    peer_sizes=("51k",),
    contenders=(ABSCISSA, SPLIT, LOCATE, _floor("locate"), PLACE, _floor("place"), *PEERS),
    reference="split",
    prepare=prepare,
    promises=promises,
)
