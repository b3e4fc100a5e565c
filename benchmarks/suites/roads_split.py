"""Split a road network at its intersections, from the file that is read to the GeoPackage that is written."""

from __future__ import annotations

import json
import os
import shutil
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import Callable

from harness import ROOT, Case, Contender, Measured, Promise, Results, Suite, ask, job

SOURCES = {"14k": ("ways_14k", 1), "51k": ("ways_51k", 1), "102k": ("ways_51k", 2), "514k": ("ways_51k", 10)}
"""Per size: the real network, and how many copies of it lie side by side."""
PEER_SIZES = ("14k", "51k")
STAGED = ROOT / "build"
METHOD = """Each contender does the whole job, from the file that is read to a finished GeoPackage, in a
process of its own. Jobs in Python or QGIS are timed from inside, once their libraries are loaded, and GRASS
inside its session; `ogr2ogr` is timed from outside, its short start included. No level field is used, since
no peer knows one. 102k and 514k are 2 and 10 copies of the 51k network side by side."""


def _make(source: Path, target: Path, copies: int, keep_zero_length: bool, work: Path) -> dict[str, int]:
    """Make one input unless it stands already, newer than its source; return what it holds."""
    counts = target.with_suffix(".json")
    if not counts.is_file() or counts.stat().st_mtime < source.stat().st_mtime:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.unlink(missing_ok=True)
        answer = ask("data.py", source, target, copies, int(keep_zero_length), work=work)
        counts.write_text(json.dumps(answer))
    found: dict[str, int] = json.loads(counts.read_text())
    return found


def _case(size: str, source: Path, copies: int, work: Path) -> Case:
    network, clean = (
        work / "inputs" / f"roads_{size}.gpkg",
        work / "inputs" / f"roads_{size}_no_zero_length.gpkg",
    )
    counts = _make(source, network, copies, keep_zero_length=True, work=work)
    inputs = {"network": network, "clean": network}
    if size not in SOURCES or size in PEER_SIZES:
        kept = _make(source, clean, copies, keep_zero_length=False, work=work)
        counts["of zero length"] = counts["features"] - kept["features"]
        inputs["clean"] = clean
    folder = work / "roads_split" / size
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return Case(size, folder, inputs, counts)


def prepare(size: str, work: Path) -> Case:
    """Make the input of one size from the real networks.

    Raises:
        FileNotFoundError: The networks are not on this machine.
    """
    name, copies = SOURCES[size]
    data = Path(os.environ.get("CRIGE_IA_TEST_DATA", ROOT.parent / "shared" / "data"))
    source = data / "roads" / f"{name}.gpkg"
    if not source.is_file():
        raise FileNotFoundError(
            f"The real road networks are absent: {source}. Set CRIGE_IA_TEST_DATA to the folder that holds "
            "roads/ways_14k.gpkg and roads/ways_51k.gpkg, or measure a file of yours with --input FILE."
        )
    return _case(size, source, copies, work)


def own(source: Path, work: Path) -> Case:
    """Make the input from any file of one line layer in metres."""
    for cached in (work / "inputs").glob(f"roads_{source.stem}*.json"):
        cached.unlink()  # another file may have had this name
    return _case(source.stem, source, 1, work)


def _program(name: str, package: str) -> Callable[[], str]:
    return lambda: "" if shutil.which(name) else f"not installed ({package})"


def _modules(*names: str) -> Callable[[], str]:
    return lambda: ", ".join(f"{name} is not installed" for name in names if find_spec(name) is None)


def _staged() -> str:
    return "" if (STAGED / "crige_ia_plugin" / "__init__.py").is_file() else "the plugin is not staged under build/"


def _grass(case: Case, output: Path) -> list[str]:
    session = ["grass", "--tmp-location", str(case.inputs["clean"]), "--exec"]
    return session + job("peers.py", "grass_split", case.inputs["clean"], output)


OURS = Contender(
    "ours",
    "crige_ia:splitatintersections",
    lambda case, output: job("peers.py", "crige_ia_split", STAGED, case.inputs["network"], output),
    _staged,
)
FLOOR = Contender(
    "floor",
    "floor: ogr2ogr copying SEGMENTS",
    lambda case, output: ["ogr2ogr", str(output), str(case.folder / "ours.gpkg")],
    _program("ogr2ogr", "gdal-bin"),
    whole_process=True,
    remark="the whole process",
)
WRITER = Contender(
    "writer",
    "the same features, ready, through QgsVectorFileWriter",
    lambda case, output: job("peers.py", "qgis_write", case.folder / "ours.gpkg", output),
    remark="writing alone; the memory holds all features",
)
NATIVE = Contender(
    "native",
    "native:splitwithlines",
    lambda case, output: job("peers.py", "native_split", case.inputs["clean"], output),
    peer=True,
    remark="zero-length features taken out: it aborts on them; always multi",
)
GRASS = Contender(
    "grass",
    "GRASS v.clean tool=break",
    _grass,
    _program("grass", "grass-core"),
    peer=True,
    remark="v.in.ogr, v.clean, v.out.ogr; start of the session not counted; zero-length features taken out",
)
SHAPELY = Contender(
    "shapely",
    "shapely union + attribute recovery",
    lambda case, output: job("peers.py", "shapely_split", case.inputs["network"], output),
    _modules("shapely", "pyogrio"),
    peer=True,
    remark="merges duplicates, one attribute wins",
)


def _slower(size: str, peer: str) -> Callable[[Results], Measured | None]:
    return lambda results: results.ratio((size, peer), (size, "ours"))


def _against(size: str, base: str) -> Callable[[Results], Measured | None]:
    return lambda results: results.ratio((size, "ours"), (size, base))


def promises(results: Results) -> list[Promise]:
    """Return what is promised; the limit of memory follows the number of line pieces measured."""
    growth = partial(Results.ratio, slow=("514k", "ours"), fast=("51k", "ours"))
    pieces = {size: results.counts.get(size, {}).get("line pieces", 0) for size in SOURCES}
    return [
        *(Promise("time ÷ floor", size, 2.6, _against(size, "floor")) for size in SOURCES),
        *(Promise("time ÷ writing the ready features", size, 1.4, _against(size, "writer")) for size in SOURCES),
        Promise("native:splitwithlines ÷ our time", "14k", 3.0, _slower("14k", "native"), at_most=False),
        *(Promise("GRASS ÷ our time", s, 12.0, _slower(s, "grass"), at_most=False) for s in PEER_SIZES),
        *(Promise("shapely ÷ our time", s, 1.0, _slower(s, "shapely"), at_most=False) for s in PEER_SIZES),
        Promise("time at 514k ÷ time at 51k", "514k", 12.0, growth),
        *(
            Promise(
                "peak memory: 250 MB + 0.8 kB a line piece",
                size,
                250 + 0.8 * pieces[size] / 1000,
                partial(Results.peak_mb, size=size, name="ours"),
                unit="MB",
            )
            for size in SOURCES
        ),
    ]


SUITE = Suite(
    name="roads_split",
    title="Split roads at their intersections",
    method=METHOD,
    sizes=tuple(SOURCES),
    peer_sizes=PEER_SIZES,
    contenders=(OURS, FLOOR, WRITER, SHAPELY, NATIVE, GRASS),
    reference="floor",
    prepare=prepare,
    promises=promises,
    own=own,
)
