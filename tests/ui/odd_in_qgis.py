"""Run inside QGIS by ``test_odd_profiles.py``: open the panel, search, run a tool; write down how it went."""

import builtins
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import processing
from qgis.core import Qgis, QgsApplication, QgsVectorLayer
from qgis.PyQt.QtCore import QLocale
from qgis.utils import iface

sys.path.insert(0, str(Path(os.environ["CRIGE_IA_REPOSITORY"]) / "tests" / "support"))
from driving import OUTPUT, begin, seen
from traces import is_open, the_dock

WRITTEN = Path(os.environ.get("ODD_WRITTEN", OUTPUT))

warnings: list[str] = []


def hear(message: str, tag: str, level: Qgis.MessageLevel) -> None:
    """Keep what is said of us in QGIS's log, notices apart."""
    if "crige" in f"{tag} {message}".lower() and level in (Qgis.MessageLevel.Warning, Qgis.MessageLevel.Critical):
        warnings.append(message)


QgsApplication.messageLog().messageReceived.connect(hear)


def is_settled() -> bool:
    """Whether the panel is open, or has said why it is not."""
    dock = the_dock()
    return is_open() or (dock is not None and dock.browser is not None and shown().mood.value == "trouble")


def shown() -> object:
    """What the status line shows."""
    return the_dock().browser.status._status


def steps() -> Iterator[object]:
    """The panel opened by itself; search in it, then run a tool on the sample and write a file."""
    iface.mainWindow().resize(1366, 768)
    yield is_settled
    seen["open"] = is_open()
    seen["status"] = [shown().text, shown().hint]
    seen["folder"] = QgsApplication.qgisSettingsDirPath()
    browser = the_dock().browser
    browser.state.set_text("houppiers")
    yield 400
    seen["found"] = browser.model.rowCount()
    seen["number"] = QLocale().toString(1.5, "f", 1)
    seen["made"], seen["refused"] = split()
    yield 200
    iface.mainWindow().grab().save(str(OUTPUT / "window.png"))
    seen["warnings"] = warnings
    if hasattr(builtins, "crige_ia_drive"):
        seen["main thread"] = builtins.crige_ia_drive.main_thread
        seen["other threads"] = builtins.crige_ia_drive.others


def split() -> tuple[int, str]:
    """How many segments a run of the tool gave, and what it said when it gave none."""
    from crige_ia_plugin.paths import RESOURCES

    target = WRITTEN / "tronçons de l'été.gpkg"
    parameters = {
        "INPUT": f"{RESOURCES / 'sample' / 'town.gpkg'}|layername=troncon_de_route",
        "LEVEL_FIELD": "position_par_rapport_au_sol",
        "TOLERANCE": 0.5,
        "SEGMENTS": str(target),
    }
    try:
        processing.run("crige_ia:splitatintersections", parameters)
    except Exception as error:
        return 0, str(error)
    return QgsVectorLayer(str(target), "", "ogr").featureCount(), ""


begin(steps(), limit=90)
