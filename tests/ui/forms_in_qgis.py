"""Run inside QGIS by ``test_forms.py``: a run becomes a proposal, a need is told, a draft is taken up again."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QDialog, QDockWidget, QFileDialog, QMenu
from qgis.utils import iface

sys.path.insert(0, str(Path(os.environ["CRIGE_IA_REPOSITORY"]) / "tests" / "support"))
from driving import OUTPUT, begin, click, press, seen

DOCK = "CrigeIaResourceCentre"
ZIP, SHEET = OUTPUT / "proposal.zip", OUTPUT / "sheet.html"


def steps() -> Iterator[object]:
    """Do one thing after another."""
    window = iface.mainWindow()
    window.resize(1366, 768)
    dock = window.findChild(QDockWidget, DOCK)
    yield lambda: dock.browser is not None and dock.browser.centre is not None
    QFileDialog.getOpenFileName = staticmethod(lambda *said: (said[2], ""))
    QFileDialog.getSaveFileName = staticmethod(lambda *said: (str(ZIP), ""))
    yield from share_a_run()
    yield from tell_a_need(window)
    yield from take_up()


def command(name: str) -> None:
    """Choose a command of the plugin's own menu."""
    for menu in iface.pluginMenu().findChildren(QMenu):
        for action in menu.actions():
            if action.objectName() == name:
                action.trigger()
                return
    raise LookupError(name)


def the_dialog(name: str) -> QDialog:
    """The window of a class that is open, None when there is none."""
    found = (one for one in QgsApplication.topLevelWidgets() if type(one).__name__ == name and one.isVisible())
    return next(found, None)


def share_a_run() -> Iterator[object]:
    """Run a tool that asks for its sheet, then make a proposal of it."""
    import processing

    sample = sys.modules["crige_ia_plugin.paths"].RESOURCES / "sample"
    roads = next(sample.glob("*.gpkg"))
    processing.run(
        "crige_ia:splitatintersections",
        {"INPUT": f"{roads}|layername=troncon_de_route", "SEGMENTS": "TEMPORARY_OUTPUT", "REPORT": str(SHEET)},
    )
    seen["sheet"] = SHEET.is_file()
    command("CrigeIaShareRun")
    yield lambda: the_dialog("ResourceDialog")
    dialog = the_dialog("ResourceDialog")
    seen["kind"] = dialog.draft.kind
    seen["title"] = dialog.what.titles["fr"].text()
    seen["energy"] = dialog.worth.energy.text()
    for _ in range(5):
        click(dialog.next)
        yield 100
    seen["refused_at_first"] = not dialog.sending.save.isEnabled()
    click(next(button for button in dialog.send.buttons if "licence" in button.accessibleName()))
    yield 300
    seen["led_to"] = dialog.steps.currentText()
    box = dialog.who.licences["document"]
    box.setFocus()
    box.lineEdit().selectAll()
    QTest.keyClicks(box.lineEdit(), "etalab-2.0")
    yield 400
    dialog.steps.setCurrentIndex(5)
    yield 400
    seen["errors"] += [dialog.sentence(one) for one in dialog.problems if one.is_error]
    click(dialog.sending.save)
    yield lambda: ZIP.is_file() and dialog.sending._task is None
    seen["said"] = dialog.sending.result.text()
    dialog.close()
    yield 300


def tell_a_need(window) -> Iterator[object]:
    """Type a need with the keyboard, and close: the draft stays."""
    command("CrigeIaTellNeed")
    yield lambda: the_dialog("NeedDialog")
    dialog = the_dialog("NeedDialog")
    QgsApplication.setActiveWindow(dialog)  # a virtual screen has no window manager to do it
    dialog.subject.setFocus()
    QTest.keyClicks(dialog.subject, "Reperer les haies")
    press(Qt.Key.Key_Tab)
    QTest.keyClicks(QgsApplication.focusWidget(), "Pour la trame verte")
    press(Qt.Key.Key_Tab)
    QTest.keyClicks(QgsApplication.focusWidget(), "anne@example.org")
    yield lambda: dialog.saved.text()
    seen["need"] = [dialog.draft.title.get("fr"), dialog.draft.description.get("fr"), dialog.draft.email]
    press(Qt.Key.Key_Escape)
    yield 400
    seen["need_closed"] = the_dialog("NeedDialog") is None
    QgsApplication.setActiveWindow(window)


def take_up() -> Iterator[object]:
    """The drafts that wait; the last one is taken up again."""
    command("CrigeIaProposeResource")
    yield lambda: the_dialog("DraftsDialog")
    dialog = the_dialog("DraftsDialog")
    seen["drafts"] = [dialog.list.item(number).text() for number in range(dialog.list.count())]
    click(dialog.resume)
    yield lambda: the_dialog("NeedDialog")
    seen["taken_up"] = the_dialog("NeedDialog").subject.text()
    the_dialog("NeedDialog").close()
    yield 300


begin(steps())
