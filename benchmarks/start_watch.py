"""Run by QGIS before its plugins (``PYQGIS_STARTUP``): time ours, and QGIS's whole start, in the same run."""

import builtins
import json
import os
import sys
import time
from pathlib import Path

from qgis import utils

NAME = "crige_ia_plugin"
OUTPUT = Path(os.environ["CRIGE_IA_OUTPUT"])
spent = {"load": 0.0, "start": 0.0}


def watch(function, part: str):  # noqa: ANN001, ANN201
    """Return a function of QGIS's plugin loader that notes what it takes for our plugin; QGIS comes here twice."""
    if hasattr(function, "is_watched"):
        return function

    def watched(name: str, *arguments: object) -> object:
        begun = time.perf_counter()
        try:
            return function(name, *arguments)
        finally:
            if name == NAME:
                spent[part] += time.perf_counter() - begun

    watched.is_watched = True
    return watched


def age() -> float:
    """Seconds since this process began."""
    ticks = int(Path("/proc/self/stat").read_text().rsplit(")", 1)[1].split()[19])
    return time.clock_gettime(time.CLOCK_BOOTTIME) - ticks / os.sysconf("SC_CLK_TCK")


def started() -> None:
    """Write what was measured and end QGIS: its window is there."""
    ours = sum(spent.values())
    modules = sorted(name for name in sys.modules if name.startswith(NAME))
    seen = {"plugin": ours, "qgis": age() - ours, **spent, "modules": modules}
    (OUTPUT / "seen.json").write_text(json.dumps(seen, indent=1), encoding="utf-8")
    os._exit(0)


builtins.crige_ia_started = started  # the only name that both files share
utils.loadPlugin = watch(utils.loadPlugin, "load")
utils.startPlugin = watch(utils.startPlugin, "start")
