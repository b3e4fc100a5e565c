"""What running a shared script through the plugin costs, beside its own Python running the same file."""

from __future__ import annotations

import shutil
from pathlib import Path
from statistics import median

from harness import ROOT, Case, Contender, Measured, Promise, Results, Suite, job

STAGED = ROOT / "build"
SIZE = "6 rows"
METHOD = """The script that `new` writes counts the six rows of its sample, with Python's standard library alone. Ours
goes from the file's bytes, through the agreement and the environment, to the output in its place: two processes, one
that watches and one that runs. The other starts the same file with the same interpreter and flags. Both are warm; a
round is the median of seven runs."""


def prepare(size: str, work: Path) -> Case:
    """Make an empty folder: the sample comes with the script."""
    folder = work / "scripts_overhead"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return Case(size, folder, {}, {"rows": 6})


def _staged() -> str:
    there = (STAGED / "crige_ia_plugin" / "resources" / "scripts" / "new" / "script.py").is_file()
    return "" if there else "the plugin is not staged under build/"


def _contender(name: str, title: str) -> Contender:
    return Contender(
        name, title, lambda case, output: job("overhead_jobs.py", name, STAGED, case.folder, output), _staged
    )


OURS = _contender("ours", "a shared script, through the plugin")
BARE = _contender("bare", "the same file, by its Python")


def overhead(results: Results) -> Measured | None:
    """Seconds that a run costs more than its bare script: the median over the rounds."""
    pairs = zip(results.row(SIZE, "ours").seconds, results.row(SIZE, "bare").seconds)
    found = [whole - alone for whole, alone in pairs]
    return Measured(median(found)) if found else None


def promises(results: Results) -> list[Promise]:
    """What is promised of a run."""
    return [Promise("overhead of a shared script over its bare run", SIZE, 0.3, overhead, unit="s")]


SUITE = Suite(
    name="scripts_overhead",
    title="Run a shared script",
    method=METHOD,
    sizes=(SIZE,),
    peer_sizes=(SIZE,),
    contenders=(OURS, BARE),
    reference="bare",
    prepare=prepare,
    promises=promises,
)
