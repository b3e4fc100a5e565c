"""Start QGIS with the plugin: what does it add?"""

from __future__ import annotations

from functools import partial
from pathlib import Path

from harness import ROOT, Case, Contender, Measured, Promise, Results, Suite, job
from real_desktop import missing

STAGED = ROOT / "build"
METHOD = """QGIS under a virtual screen, in a fresh profile with Processing and this plugin, compiled as from its second
start on. The plugin's part (its import, its making, ``initGui``) and QGIS's own are taken in the same start. The tools
are loaded once the window is there; what that takes is timed apart, with what QGIS's Processing loads at each start
(NumPy, GDAL's bindings) there already."""


def prepare(size: str, work: Path) -> Case:
    """Make the folder."""
    folder = work / "desktop_start" / size
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "start.json").unlink(missing_ok=True)
    return Case(size, folder, {}, {})


def _command(name: str, case: Case, output: Path) -> list[str]:
    return job("desktop_jobs.py", name, STAGED, case.folder / "none", case.folder, output)


PLUGIN = Contender("plugin", "the plugin, before the window is there", partial(_command, "plugin"), missing)
QGIS = Contender("qgis", "QGIS's own start", partial(_command, "qgis"), missing)
TOOLS = Contender("tools", "the tools, once the window is there", partial(_command, "tools"), missing)


def promises(results: Results) -> list[Promise]:
    """What is promised of the start."""

    def share(results: Results) -> Measured | None:
        measured = results.ratio(("start", "plugin"), ("start", "qgis"))
        return Measured(100 * measured.value) if measured else None

    return [Promise("the plugin ÷ QGIS's own start", "start", 3, share, unit="%")]


SUITE = Suite(
    name="desktop_start",
    title="Start QGIS",
    method=METHOD,
    sizes=("start",),
    peer_sizes=("start",),
    contenders=(PLUGIN, QGIS, TOOLS),
    reference="plugin",
    prepare=prepare,
    promises=promises,
)
