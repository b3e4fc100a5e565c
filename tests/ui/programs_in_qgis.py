"""Run inside QGIS by ``test_programs.py``: a Processing model from its card to its result, then a Processing script."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QDialog, QDockWidget, QLabel
from qgis.utils import iface

sys.path.insert(0, str(Path(os.environ["CRIGE_IA_REPOSITORY"]) / "tests" / "support"))
import inside_programs
from driving import OUTPUT, begin, click, seen
from neighbour import ID, PROGRAM, publish_neighbour

KEY = (ID, PROGRAM)
FOLDER = OUTPUT / "www"
MODEL = ("model3", "zones.model3", inside_programs.model())
SCRIPT = ("processing-script", "doubler.py", inside_programs.ALGORITHM)


def steps() -> Iterator[object]:
    """Do one thing after another."""
    from crige_ia_plugin import settings

    FOLDER.mkdir()
    publish_neighbour(FOLDER, program=MODEL)
    iface.mainWindow().resize(1366, 820)
    dock = iface.mainWindow().findChild(QDockWidget, "CrigeIaResourceCentre")
    yield lambda: dock.browser is not None and dock.browser.centre is not None
    place = str(FOLDER)
    settings.SOURCES.set([{"id": ID, "title": "Région voisine", "kind": "folder", "location": place, "enabled": True}])
    dock.reopen_centre(then_refresh=True)
    browser, host = dock.browser, dock.host
    yield lambda: host.jobs.status() is None and browser.centre.find(KEY) is not None
    browser.open_key(("crige-paca", "jeu-de-demonstration"))
    yield 300
    click(browser.detail.primary)
    yield lambda: QgsProject.instance().mapLayers()
    iface.messageBar().clearWidgets()
    layers = QgsProject.instance().mapLayers().values()
    iface.setActiveLayer(next(one for one in layers if "repere" in one.name()))
    yield from agree(browser, host, "model")
    seen["model_tool"] = tool("zones") is not None
    yield from use(browser, "ran")
    host.doer.installer.remove(browser.centre.subject(browser.centre.find(KEY), "2026-01-01"))
    yield lambda: host.jobs.status() is None and not browser.centre.holdings.keys()
    yield 300
    seen["model_removed"] = tool("zones") is None
    publish_neighbour(FOLDER, version="2.0", program=SCRIPT)
    click(browser.status.button)
    yield (
        lambda: (
            host.jobs.status() is None
            and browser.centre.index.summaries([browser.centre.find(KEY)])[0].version == "2.0"
        )
    )
    yield from agree(browser, host, "script")
    seen["script_tool"] = tool("doubler") is not None


def version(browser) -> str:
    """Version that the catalogue has."""
    centre = browser.centre
    return centre.record(centre.find(KEY)).version if centre and centre.find(KEY) is not None else ""


def tool(name: str) -> object:
    """A program's algorithm, in QGIS's toolbox."""
    return QgsApplication.processingRegistry().algorithmById(f"crige_ia:regionvoisine_{name}")


def agree(browser, host, picture: str) -> Iterator[object]:
    """Click on the button that installs; look, agree."""
    browser.open_key(KEY)
    yield 300
    click(browser.detail.primary)
    yield lambda: host.gate.dialogs
    (dialog,) = host.gate.dialogs
    yield 300
    dialog.grab().save(str(OUTPUT / f"{picture}.png"))
    said = " ".join(label.text() for label in dialog.findChildren(QLabel))
    seen[picture] = [dialog.windowTitle(), dialog.tabs.tabText(0), "dans QGIS" in said]
    click(dialog.agree)
    yield lambda: not host.gate.dialogs and host.jobs.status() is None
    yield 300


def use(browser, name: str) -> Iterator[object]:
    """Open the tool from the card, and run it as it is."""
    before = set(QgsProject.instance().mapLayers())
    browser.open_key(KEY)
    yield 300
    QTimer.singleShot(0, lambda: click(browser.detail.primary))
    yield lambda: tool_dialog() is not None
    dialog = tool_dialog()
    yield 500
    click(dialog.runButton())
    yield lambda: set(QgsProject.instance().mapLayers()) - before
    yield 300
    made = [found for key, found in QgsProject.instance().mapLayers().items() if key not in before]
    seen[name] = [[found.name(), found.featureCount(), found.isValid()] for found in made]
    dialog.grab().save(str(OUTPUT / f"{name}.png"))
    dialog.close()
    yield 200


def tool_dialog() -> QDialog | None:
    """Processing's dialog."""
    opened = (found for found in QgsApplication.topLevelWidgets() if found.isVisible())
    return next((found for found in opened if hasattr(found, "runButton")), None)


begin(steps())
