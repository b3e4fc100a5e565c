"""Delineate tree crowns, from the height model that is read to the GeoPackage that is written."""

from __future__ import annotations

import json
import shutil
import subprocess
from functools import partial
from pathlib import Path
from typing import Callable

from harness import BENCHMARKS, ROOT, Case, Contender, Measured, Promise, Results, Suite

PYTHON = ROOT / ".venv" / "scripts" / "bin" / "python"
SIDES = {"1 km²": 2000, "4 km²": 4000}
METHOD = """A made-up canopy height model with cells of 0.5 m, some 55,000 trees a km². Each contender does the
whole job in a process of its own, and is timed from inside once its libraries are loaded. The bare calls are those of
the libraries the script leans on: SciPy's maximum filters, one for each radius, scikit-image's watershed, rasterio's
shapes, written by pyogrio; they check nothing, give no diameter nor confidence, and hold the whole image."""


def script_job(*arguments: object) -> list[str]:
    """Command line of a job that runs with the packages of the shared scripts."""
    return [str(PYTHON), str(BENCHMARKS / "script_jobs.py"), *map(str, arguments)]


def asked(*arguments: object) -> dict[str, int]:
    """Run such a job to make an input; return what it says of it.

    Raises:
        FileNotFoundError: The packages of the scripts are not there.
        RuntimeError: The job failed.
    """
    if not PYTHON.is_file():
        raise FileNotFoundError(f"The packages of the shared scripts are absent: {PYTHON} (make setup-scripts).")
    done = subprocess.run(script_job(*arguments), capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr.strip().splitlines()[-1])
    counts: dict[str, int] = json.loads(done.stdout.strip().splitlines()[-1])
    return counts


def scripts_missing() -> str:
    """Why the jobs cannot run here; nothing when they can."""
    return "" if PYTHON.is_file() else "no environment of the shared scripts (make setup-scripts)"


def prepare(size: str, work: Path) -> Case:
    """Make the height model of one size."""
    side = SIDES[size]
    folder = work / "scripts_crowns" / str(side)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    chm = work / "inputs" / f"forest_{side}.tif"
    chm.parent.mkdir(parents=True, exist_ok=True)
    counts = asked("make_forest", side, chm) if not chm.is_file() else {"cells": side * side}
    return Case(size, folder, {"chm": chm}, counts)


def _command(name: str, case: Case, output: Path) -> list[str]:
    return script_job(name, case.inputs["chm"], output)


OURS = Contender("ours", "treecrowns.py", partial(_command, "crowns_ours"), scripts_missing)
TILED = Contender(
    "tiled", "treecrowns.py, tiles of 512 cells", partial(_command, "crowns_tiled"), scripts_missing,
    remark="the same crowns, to the corner",
)  # fmt: skip
BARE = Contender(
    "bare", "bare SciPy, scikit-image and rasterio", partial(_command, "crowns_bare"), scripts_missing, peer=True,
    remark="no tiles, no diameter, no confidence",
)  # fmt: skip


def _against(size: str, name: str) -> Callable[[Results], Measured | None]:
    return lambda results: results.ratio((size, name), (size, "bare"))


def promises(results: Results) -> list[Promise]:
    """What is promised of the script."""
    slow, fast = ("4 km²", "ours"), ("1 km²", "ours")
    return [
        Promise("time ÷ bare calls", "1 km²", 1.5, _against("1 km²", "ours")),
        Promise("time at 4 km² ÷ time at 1 km²", "4 km²", 5.0, partial(Results.ratio, slow=slow, fast=fast)),
    ]


SUITE = Suite(
    name="scripts_crowns",
    title="Delineate tree crowns",
    method=METHOD,
    sizes=tuple(SIDES),
    peer_sizes=("1 km²",),
    contenders=(OURS, TILED, BARE),
    reference="bare",
    prepare=prepare,
    promises=promises,
)
