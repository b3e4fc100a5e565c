"""Run inside QGIS by ``test_scripts.py``: a shared script from its card to its result, updated, undone, removed."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QDialog, QDialogButtonBox, QDockWidget, QWidget
from qgis.utils import iface

sys.path.insert(0, str(Path(os.environ["CRIGE_IA_REPOSITORY"]) / "tests" / "support"))
from driving import OUTPUT, begin, card_button, click, seen
from hostile_server import Server
from neighbour import ID, SCRIPT, publish_neighbour
from shared_scripts import BUFFERS

KEY, ALGORITHM = (ID, SCRIPT), "crige_ia:regionvoisine_buffers"
FOLDER = OUTPUT / "www"


def steps() -> Iterator[object]:
    """Do one thing after another."""
    from crige_ia_plugin import settings

    publish_neighbour(FOLDER, script=BUFFERS)
    server = Server(FOLDER)
    window = iface.mainWindow()
    window.resize(1366, 820)
    dock = window.findChild(QDockWidget, "CrigeIaResourceCentre")
    yield lambda: dock.browser is not None and dock.browser.centre is not None
    place = server.url + "/catalog.json"
    settings.SOURCES.set([{"id": ID, "title": "Région voisine", "kind": "static", "location": place, "enabled": True}])
    dock.reopen_centre(then_refresh=True)
    browser, host = dock.browser, dock.host
    yield lambda: host.jobs.status() is None and browser.centre.find(KEY) is not None
    yield from sample(browser)
    seen["before"] = tool() is not None
    yield from refuse(browser, host)
    yield from agree(browser, host, "consent")
    seen["after"] = tool() is not None
    yield from use(browser, "first")
    port = server.port
    server.close()
    yield from use(browser, "offline")
    yield from fail(browser)
    server = Server(FOLDER, port=port)
    yield from change(browser, host)
    yield from remove(browser, host)


def tool() -> object:
    """The script's algorithm, in QGIS's toolbox."""
    return QgsApplication.processingRegistry().algorithmById(ALGORITHM)


def sample(browser) -> Iterator[object]:
    """Add the demonstration data: the places of the run."""
    browser.open_key(("crige-paca", "jeu-de-demonstration"))
    yield 300
    click(browser.detail.primary)
    yield lambda: QgsProject.instance().mapLayers()
    iface.messageBar().clearWidgets()
    points = next(one for one in QgsProject.instance().mapLayers().values() if "repere" in one.name())
    iface.setActiveLayer(points)


def refuse(browser, host) -> Iterator[object]:
    """Look at the script, and say no."""
    browser.open_key(KEY)
    yield 300
    click(browser.detail.primary)
    yield lambda: host.gate.dialogs
    (dialog,) = host.gate.dialogs
    click(dialog.buttons.button(QDialogButtonBox.StandardButton.Cancel))
    yield lambda: not host.gate.dialogs and host.jobs.status() is None
    seen["refused"] = [tool() is None, list(browser.centre.holdings.keys())]


def agree(browser, host, name: str) -> Iterator[object]:
    """Click on the button that installs, or updates; look, agree."""
    browser.open_key(KEY)
    yield 300
    click(card_button(browser, "update") if name == "update" else browser.detail.primary)
    yield lambda: host.gate.dialogs
    (dialog,) = host.gate.dialogs
    yield 300
    seen[name] = [dialog.tabs.tabText(number) for number in range(dialog.tabs.count())]
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
    dialog.close()
    yield 200


def tool_dialog() -> QDialog | None:
    """Processing's dialog."""
    opened = (found for found in QgsApplication.topLevelWidgets() if found.isVisible())
    return next((found for found in opened if hasattr(found, "runButton")), None)


def fail(browser) -> Iterator[object]:
    """Run what was changed on the disk: it does not run, and says why."""
    folder = next(iter(browser.centre.holdings.store.versions(*KEY))).folder
    path = folder / "buffers.py"
    kept = path.read_bytes()
    path.write_bytes(kept + b"\n# one byte more\n")
    before = set(QgsProject.instance().mapLayers())
    browser.open_key(KEY)
    yield 300
    QTimer.singleShot(0, lambda: click(browser.detail.primary))
    yield lambda: tool_dialog() is not None
    dialog = tool_dialog()
    yield 500
    click(dialog.runButton())
    yield lambda: not dialog.cancelButton().isEnabled() and text_of(dialog).strip()
    yield 500
    seen["changed"] = text_of(dialog)
    seen["changed_made"] = len(set(QgsProject.instance().mapLayers()) - before)
    dialog.close()
    path.write_bytes(kept)
    yield 200


def text_of(dialog) -> str:
    """What the dialog's log says."""
    return dialog.findChild(QWidget, "txtLog").toPlainText()


def change(browser, host) -> Iterator[object]:
    """A newer version comes: what changes is shown, agreed to, undone."""
    newer = BUFFERS.replace('version = "1.2.0"', 'version = "1.3.0"').replace("begun", "begun again")
    publish_neighbour(FOLDER, version="1.3.0", script=newer)
    click(browser.status.button)
    yield lambda: host.jobs.status() is None and KEY in browser.centre.holdings.outdated()
    yield from agree(browser, host, "update")
    seen["updated"] = tool().tool.script.version
    host.doer.installer.go_back(browser.centre.subject(browser.centre.find(KEY), "2026-01-01"))
    yield lambda: host.jobs.status() is None and KEY in browser.centre.holdings.outdated()
    yield 300
    seen["undone"] = tool().tool.script.version


def remove(browser, host) -> Iterator[object]:
    """It goes, and its tool with it."""
    host.doer.installer.remove(browser.centre.subject(browser.centre.find(KEY), "2026-01-01"))
    yield lambda: host.jobs.status() is None and not browser.centre.holdings.keys()
    yield 300
    provider = QgsApplication.processingRegistry().providerById("crige_ia")
    names = [one.name() for one in provider.algorithms()]
    seen["removed"] = tool() is None
    seen["twice"] = len(names) - len(set(names))


begin(steps())
