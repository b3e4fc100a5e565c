"""Use the panel in QGIS while 10,000 records are harvested: does the window still answer?"""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path

from harness import ROOT, Case, Contender, Measured, Promise, Results, Suite, ask, job
from real_desktop import milliseconds, missing

STAGED = ROOT / "build"
SIZE = 10_000
METHOD = """QGIS under a virtual screen, the panel open: words are typed letter by letter, the list is scrolled, cards
are opened, a filter is ticked, while records (real titles and descriptions first, then the same words in another
order) come from a server on loopback in pages of 500, are indexed and shown. What is timed is the longest time for
which QGIS's window did not answer, told by a timer due every two milliseconds; beside it, the same use with nothing
harvested. Another busy process on the machine shows in these figures."""


def prepare(size: str, work: Path) -> Case:
    """Make the records.

    Raises:
        FileNotFoundError: The real titles are not on this machine.
    """
    data = Path(os.environ.get("CRIGE_IA_TEST_DATA", ROOT.parent / "shared" / "data"))
    real = data / "catalogue" / "datagouv2020_records.ndjson.gz"
    if not real.is_file():
        raise FileNotFoundError(f"The real titles are absent: {real}. Set CRIGE_IA_TEST_DATA.")
    folder = work / "desktop_harvest" / size
    folder.mkdir(parents=True, exist_ok=True)
    records = folder / "records.ndjson"
    counts = ask("catalogue_jobs.py", "prepare", STAGED, real, records, SIZE, work=work)
    return Case(size, folder, {"records": records}, {"records": int(str(counts["records"]))})


def _command(name: str, case: Case, output: Path) -> list[str]:
    return job("desktop_jobs.py", name, STAGED, case.inputs["records"], case.folder, output)


HARVEST = Contender("harvest", "longest stall, records coming", partial(_command, "harvest"), missing)
REST = Contender("rest", "longest stall, nothing harvested", partial(_command, "rest"), missing)


def promises(results: Results) -> list[Promise]:
    """What is promised of the window."""

    def longest(results: Results) -> Measured | None:
        return milliseconds(results, "10k", "harvest")

    return [Promise("longest stall of the window, records coming", "10k", 50, longest, unit="ms")]


SUITE = Suite(
    name="desktop_harvest",
    title="Harvest while the panel is used",
    method=METHOD,
    sizes=("10k",),
    peer_sizes=("10k",),
    contenders=(HARVEST, REST),
    reference="harvest",
    prepare=prepare,
    promises=promises,
)
