"""Search the catalogue as one types: from a keystroke to results, facet counts and the lines of the list."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path
from typing import Callable

from harness import ROOT, Case, Contender, Measured, Promise, Results, Suite, ask, job

STAGED = ROOT / "build"
SIZES = {"90": 90, "100k": 100_000}
METHOD = """One keystroke: the text typed to the results, the counts of every value of every facet and the first
fifty lines of the list. Sixteen phrases are typed letter by letter. Records have real
titles and descriptions first, then the same words in another order. Reading a list looks in titles and publishers
only, as the QGIS Hub plugin does; plain FTS5 keeps everything by default and counts facets in SQL."""


def prepare(size: str, work: Path) -> Case:
    """Make the records of one size and their index.

    Raises:
        FileNotFoundError: The real titles are not on this machine.
    """
    data = Path(os.environ.get("CRIGE_IA_TEST_DATA", ROOT.parent / "shared" / "data"))
    real = data / "catalogue" / "datagouv2020_records.ndjson.gz"
    if not real.is_file():
        raise FileNotFoundError(f"The real titles are absent: {real}. Set CRIGE_IA_TEST_DATA.")
    folder = work / "catalogue_search" / size
    folder.mkdir(parents=True, exist_ok=True)
    records = folder / f"records_{size}.ndjson"
    counts = ask("catalogue_jobs.py", "prepare", STAGED, real, records, SIZES[size], work=work)
    return Case(size, folder, {"records": records}, {name: int(str(count)) for name, count in counts.items()})


def _staged() -> str:
    staged = (STAGED / "crige_ia_plugin" / "catalogue" / "index.py").is_file()
    return "" if staged else "the plugin is not staged under build/"


def _command(name: str, case: Case, output: Path) -> list[str]:
    return job("catalogue_jobs.py", name, STAGED, case.inputs["records"], case.folder, output)


def _contender(name: str, title: str, remark: str = "") -> Contender:
    """A way to search; none is a "peer" to the harness, whose cap is on a whole job and not on one keystroke."""
    return Contender(name, title, partial(_command, name), _staged, remark=remark)


OURS = _contender("ours.p95", "the catalogue's search, 95th percentile")
LONGEST = _contender("ours.max", "the catalogue's search, longest keystroke", "“did you mean” included")
BUILD = _contender("build", "building the index")
NAIVE = _contender("naive.p95", "plain FTS5 and SQL counts, 95th percentile")
LISTED = _contender("listed.p95", "reading through a list, 95th percentile", "titles and publishers only")


def _milliseconds(name: str, size: str) -> Callable[[Results], Measured | None]:
    def measure(results: Results) -> Measured | None:
        seconds = sorted(results.row(size, name).seconds)
        return Measured(1000 * seconds[len(seconds) // 2]) if seconds else None

    return measure


def _seconds(results: Results) -> Measured | None:
    milliseconds = _milliseconds("build", "100k")(results)
    return Measured(milliseconds.value / 1000) if milliseconds else None


def _megabytes(results: Results) -> Measured | None:
    size = results.counts.get("100k", {}).get("kB of index")
    return Measured(size / 1000) if size else None


def promises(results: Results) -> list[Promise]:
    """What is promised of the search."""
    return [
        Promise("keystroke to results, 95th percentile", "100k", 16, _milliseconds("ours.p95", "100k"), unit="ms"),
        Promise("longest keystroke", "100k", 50, _milliseconds("ours.max", "100k"), unit="ms"),
        Promise("building the index", "100k", 45, _seconds, unit="s"),
        Promise("size of the index", "100k", 60, _megabytes, unit="MB"),
        Promise("keystroke to results, 95th percentile", "90", 1, _milliseconds("ours.p95", "90"), unit="ms"),
        *(
            Promise(
                f"{words} ÷ our time",
                "100k",
                1,
                partial(Results.ratio, slow=("100k", peer), fast=("100k", "ours.p95")),
                at_most=False,
            )
            for words, peer in (("plain FTS5", "naive.p95"), ("reading a list", "listed.p95"))
        ),
    ]


SUITE = Suite(
    name="catalogue_search",
    title="Search the catalogue",
    method=METHOD,
    sizes=tuple(SIZES),
    peer_sizes=tuple(SIZES),
    contenders=(OURS, LONGEST, BUILD, NAIVE, LISTED),
    reference="ours.p95",
    prepare=prepare,
    promises=promises,
)
