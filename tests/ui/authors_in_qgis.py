"""Run inside QGIS by ``test_authors.py``: a script from an empty folder to the toolbox, to a result, to a proposal."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

from qgis.core import QgsApplication
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QDialog, QDockWidget, QFileDialog, QMenu
from qgis.utils import iface

sys.path.insert(0, str(Path(os.environ["CRIGE_IA_REPOSITORY"]) / "tests" / "support"))
from driving import OUTPUT, begin, click, seen

FOLDER, ZIP, SHEET, COUNTS = OUTPUT / "mes scripts", OUTPUT / "proposal.zip", OUTPUT / "run.html", OUTPUT / "counts.csv"
SCRIPT, TOOL = FOLDER / "compter_par_nature.py", "crige_ia:local_compter_par_nature"


def steps() -> Iterator[object]:
    """Do one thing after another."""
    dock = iface.mainWindow().findChild(QDockWidget, "CrigeIaResourceCentre")
    yield lambda: dock.browser is not None and dock.browser.centre is not None
    QDesktopServices.openUrl = staticmethod(lambda url: seen.setdefault("shown", url.toLocalFile()) and True)
    QFileDialog.getSaveFileName = staticmethod(lambda *said: (str(ZIP), ""))
    command("CrigeIaWriteScript")
    yield lambda: the_dialog("AuthorsDialog")
    dialog = the_dialog("AuthorsDialog")
    yield from write(dialog)
    yield from attempt(dialog)
    yield from load(dialog)
    yield from use()
    yield from change(dialog)
    yield from publish(dialog)


def command(name: str) -> None:
    """Choose a command of the plugin's own menu."""
    menus = iface.pluginMenu().findChildren(QMenu)
    next(action for menu in menus for action in menu.actions() if action.objectName() == name).trigger()


def the_dialog(name: str) -> QDialog:
    """The window of a class that is open, None when there is none."""
    found = (one for one in QgsApplication.topLevelWidgets() if type(one).__name__ == name and one.isVisible())
    return next(found, None)


def tool() -> object:
    """The script's algorithm, in QGIS's toolbox."""
    return QgsApplication.processingRegistry().algorithmById(TOOL)


def write(dialog) -> Iterator[object]:
    """A name and a folder, by the keyboard, then the template."""
    QTest.keyClicks(dialog.name, SCRIPT.stem)
    dialog.folder.setText(str(FOLDER))
    click(dialog.write)
    yield lambda: dialog.script is not None and not dialog.is_busy
    seen["written"] = sorted(path.name for path in FOLDER.iterdir())
    seen["stands"] = [dialog.stands.text()]


def attempt(dialog) -> Iterator[object]:
    """Its trial, once agreed to."""
    click(dialog.attempt)
    yield lambda: dialog.consent is not None
    seen["asked"] = dialog.consent.windowTitle()
    yield 300
    click(dialog.consent.agree)
    yield lambda: "✔" in dialog.log.toPlainText() and not dialog.is_busy
    seen["tried"] = dialog.log.toPlainText()


def load(dialog) -> Iterator[object]:
    """Into the toolbox with one more click."""
    seen["before"] = tool() is not None
    click(dialog.load)
    yield lambda: tool() is not None and dialog.tool.isEnabled()
    seen["stands"].append(dialog.stands.text())
    click(dialog.tool)
    yield tool_dialog
    seen["tool_title"] = tool_dialog().windowTitle()
    yield 300
    tool_dialog().close()
    yield 200


def tool_dialog() -> QDialog | None:
    """Processing's dialog."""
    opened = (found for found in QgsApplication.topLevelWidgets() if found.isVisible())
    return next((found for found in opened if hasattr(found, "runButton")), None)


def use() -> Iterator[object]:
    """Run it with its run sheet, as the toolbox does."""
    import processing

    asked = {"TABLE": str(FOLDER / "sample.csv"), "COLUMN": "nature", "COUNTS": str(COUNTS), "REPORT": str(SHEET)}
    processing.run(TOOL, asked)
    seen["counts"] = COUNTS.read_text(encoding="utf-8").split()
    yield 100


def change(dialog) -> Iterator[object]:
    """One byte more: it no longer runs, until one more click; then as before."""
    import processing

    kept = SCRIPT.read_bytes()
    SCRIPT.write_bytes(kept + b"\n# one byte more\n")
    try:
        processing.run(
            TOOL, {"TABLE": str(FOLDER / "sample.csv"), "COLUMN": "nature", "COUNTS": str(OUTPUT / "no.csv")}
        )
    except Exception as error:
        seen["refused"] = str(error)
    seen["refused_made"] = (OUTPUT / "no.csv").exists()
    SCRIPT.write_bytes(kept)
    dialog.open_script(SCRIPT)
    yield lambda: dialog.tool.isEnabled()


def publish(dialog) -> Iterator[object]:
    """The form, filled; the proposal, saved."""
    click(dialog.publish)
    yield lambda: the_dialog("ResourceDialog")
    form = the_dialog("ResourceDialog")
    seen["draft"] = [form.draft.kind, form.draft.version, len(form.draft.measures), form.draft.footprint is not None]
    form.steps.setCurrentIndex(5)
    yield lambda: form.sending.save.isEnabled()
    click(form.sending.save)
    yield lambda: ZIP.is_file() and form.sending._task is None
    form.close()
    yield 200


begin(steps())
