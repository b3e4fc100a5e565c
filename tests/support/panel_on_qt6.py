"""Runs the panel on PyQt6, where no QGIS is: ``qgis.PyQt`` is PyQt6 with what QGIS 4 patches in.

Prints ``ok`` when the panel opens over the catalogue given, searches, filters, opens a card, paints in both
arrangements and answers mouse and keyboard.

    python panel_on_qt6.py FOLDER_OF_THE_PACKAGE'S_PARENT
"""

from __future__ import annotations

import os
import sys
import tempfile
import types
from datetime import datetime, timezone
from pathlib import Path

import PyQt6.QtCore
import PyQt6.QtGui
import PyQt6.QtNetwork
import PyQt6.QtSvg
import PyQt6.QtTest
import PyQt6.QtWidgets


def install() -> None:
    PyQt6.QtWidgets.QAction = PyQt6.QtGui.QAction
    modules = {"qgis": types.ModuleType("qgis"), "qgis.PyQt": types.ModuleType("qgis.PyQt")}
    for name in ("QtCore", "QtGui", "QtNetwork", "QtSvg", "QtTest", "QtWidgets"):
        modules[f"qgis.PyQt.{name}"] = getattr(PyQt6, name)
        setattr(modules["qgis.PyQt"], name, getattr(PyQt6, name))
    sys.modules.update(modules)


def check() -> None:
    from qgis.PyQt.QtCore import Qt
    from qgis.PyQt.QtTest import QTest
    from qgis.PyQt.QtWidgets import QToolButton

    from crige_ia_plugin.catalogue.index import Index
    from crige_ia_plugin.catalogue.sync import Library
    from crige_ia_plugin.panel.browser import Browser
    from crige_ia_plugin.panel.centre import CatalogueNote, Centre
    from crige_ia_plugin.panel.online import is_online
    from crige_ia_plugin.panel.status import Mood, Status
    from crige_ia_plugin.paths import RESOURCES

    library = Library(Path(tempfile.mkdtemp()), RESOURCES / "catalogue")
    library.rebuild([])
    notes = {"crige-paca": CatalogueNote("Centre", ships=True)}
    centre = Centre(Index(library.index_path()), library.vocabulary(), "fr", notes)
    panel = Browser(lambda action: "", lambda: "2025-11-22")
    acted = []
    panel.actionAsked.connect(lambda action, row: acted.append(action.target))
    panel.set_centre(centre)
    panel.resize(300, 700)
    panel.show()
    panel.grab()
    panel.notice.buttons["themes"].click()
    for mood in Mood:
        panel.status.show_status(Status("words", mood, progress=0.5 if mood is Mood.BUSY else None))
    assert is_online() in (True, False)

    QTest.keyClicks(panel.search, "tronconner")
    QTest.keyClick(panel.search, Qt.Key.Key_Down)
    assert panel.state.text == "tronconner"
    QTest.keyClick(panel.list, Qt.Key.Key_Return)
    assert panel.detail.page.key == ("crige-paca", "outil-splitatintersections"), panel.detail.page.key
    QTest.mouseClick(panel.detail.primary, Qt.MouseButton.LeftButton)
    QTest.keyClick(panel, Qt.Key.Key_Escape)
    assert not panel.shows_detail_alone
    QTest.keyClick(panel.list, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert acted == ["crige_ia:splitatintersections"] * 2, acted
    QTest.keyClick(panel, Qt.Key.Key_Escape)
    assert panel.state.text == ""

    section = panel.facets.sections["theme"]
    section.set_unfolded(True)
    box = next(check for check in section._checks.values() if check.label == "Houppiers")
    box.click()
    assert panel.model.rowCount() == box.count > 0
    next(b for b in panel.chips.findChildren(QToolButton) if "Houppiers" in b.accessibleName()).click()
    QTest.qWait(50)
    rect = panel.list.visualRect(panel.model.index(0, 0))
    QTest.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert panel.shows_detail_alone
    panel.resize(900, 700)
    panel.grab()
    assert panel.is_wide
    again = Browser(lambda action: "", lambda: "2025-11-22")
    again.state.restore(panel.state.dump())
    again.restore(panel.dump())
    again.set_centre(centre)
    for row in range(centre.index.size):
        again.open_row(row)
    panel.refresh_icons()
    panel.grab()
    panel.resize(300, 700)
    panel.show_overview(datetime.now(timezone.utc).astimezone(), can_refresh=True, trouble="words")
    panel.grab()
    assert panel.shows_overview
    assert "Centre" in panel.overview.text()
    QTest.keyClick(panel, Qt.Key.Key_Escape)
    assert not panel.shows_overview


def check_forms() -> None:
    """The steps of the form that lean on Qt alone give back the draft that they were given."""
    from crige_ia_plugin.authoring.draft import Author, Draft, Footprint, Licences, Measure
    from crige_ia_plugin.catalogue.vocabulary import Vocabulary
    from crige_ia_plugin.panel.forms.answering import WhoPage
    from crige_ia_plugin.panel.forms.describing import ForWhomPage, WhatPage
    from crige_ia_plugin.panel.forms.worth import WorthPage
    from crige_ia_plugin.paths import RESOURCES

    words = Vocabulary.read(RESOURCES / "catalogue" / "vocabulary")
    draft = Draft.new(
        "script",
        "fr",
        title={"fr": "Haies"},
        facets={"theme": ("houppiers",)},
        authors=(Author("Anne", "0000-0002-1825-0097"),),
        licences=Licences(code="MIT", data="LicenseRef-ours"),
        measures=(Measure("Rappel", 0.79, threshold=0.75, passed=True),),
        limits=("La nuit",),
        footprint=Footprint(0.6),
    )
    given_back = draft
    for page in (WhatPage(words, "fr"), ForWhomPage(words, "fr"), WhoPage(words, "fr"), WorthPage()):
        changes: list[str] = []
        page.changed.connect(changes.append)
        page.fill(draft)
        page.resize(260, 500)
        page.show()
        page.grab()
        assert page.widget().width() <= page.viewport().width(), page.title
        assert changes, page.title
        given_back = page.apply(given_back)
    assert given_back == draft, given_back


def check_authors() -> None:
    """The window where scripts are written is made, and fits in a narrow one."""
    from crige_ia_plugin.panel.authors.form import AuthorForm

    form = AuthorForm()
    form.show()
    form.resize(400, 600)
    form.grab()
    assert form.width() <= 420, form.width()
    assert form.load.text()


if __name__ == "__main__":
    install()
    sys.path.insert(0, sys.argv[1])
    application = PyQt6.QtWidgets.QApplication([])
    sys.excepthook = lambda kind, error, trace: (sys.__excepthook__(kind, error, trace), sys.exit(1))
    check()
    check_forms()
    check_authors()
    sys.stdout.write("ok\n")
    sys.stdout.flush()
    os._exit(0)  # without the order in which Qt and Python would take all of it apart
