"""Run inside QGIS by ``test_panel.py``: use the panel with mouse and keyboard, write what is seen as JSON."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QDockWidget, QToolButton, QTreeView
from qgis.utils import iface

sys.path.insert(0, str(Path(os.environ["CRIGE_IA_REPOSITORY"]) / "tests" / "support"))
from driving import begin, click, close_dialogs, opened_dialogs, press, seen

DOCK = "CrigeIaResourceCentre"
NAME = "crige_ia_plugin"


def the_dock() -> QDockWidget:
    """Our dock; there must be one only."""
    return iface.mainWindow().findChild(QDockWidget, DOCK)


def titles(browser) -> list[str]:
    """Titles in the list."""
    return [browser.model.card(number).title for number in range(browser.model.rowCount())]


def steps() -> Iterator[int]:
    """Do one thing after another; each value is the pause that follows, in milliseconds."""
    window = iface.mainWindow()
    window.resize(1366, 768)
    dock = the_dock()
    seen["opens_the_first_time"] = dock.isVisible()
    for other in window.findChildren(QDockWidget):
        other.setVisible(other is dock)
    yield lambda: dock.browser is not None and dock.browser.centre is not None
    browser = dock.browser
    seen["first_run"] = browser.notice.notice.choices[0].code
    seen["resources"] = browser.centre.index.size
    yield from search(window, browser)
    yield from filters(browser)
    yield from tool(browser)
    yield from sample(browser)
    yield from locator()


def search(window, browser) -> Iterator[int]:
    """Type, go down, open, go back with the keyboard alone."""
    QgsApplication.setActiveWindow(window)  # a virtual screen has no window manager to do it
    browser.notice.buttons["themes"].setFocus()
    press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    yield 200
    seen["ctrl_f"] = browser.search.hasFocus()
    QTest.keyClicks(browser.search, "points de repere")
    yield lambda: browser.state.text == "points de repere"
    yield 200
    seen["found"] = titles(browser)[:3]
    press(Qt.Key.Key_Down)
    yield 100
    seen["down_goes_to_list"] = browser.list.hasFocus() and browser.list.currentIndex().row() == 0
    press(Qt.Key.Key_Return)
    yield 300
    seen["enter_opens"] = browser.detail.page.title
    seen["detail_alone"] = browser.shows_detail_alone
    press(Qt.Key.Key_Escape)
    yield 200
    seen["esc_goes_back"] = not browser.shows_detail_alone and browser.list.hasFocus()
    press(Qt.Key.Key_Escape)
    yield lambda: browser.state.text == ""
    seen["esc_clears"] = browser.state.text == ""
    press(Qt.Key.Key_Escape)
    yield 200
    seen["esc_leaves"] = iface.mapCanvas().hasFocus() or not browser.isAncestorOf(QgsApplication.focusWidget())


def filters(browser) -> Iterator[int]:
    """Unfold the filters, tick one, take its chip off, with the mouse."""
    click(browser.chips.filters)
    yield 300
    section = browser.facets.sections["theme"]
    check = next(box for box in section._checks.values() if box.label == "Houppiers")
    announced = check.count
    click(check)
    yield 300
    seen["filter_count"] = [announced, browser.model.rowCount()]
    chip = next(button for button in browser.chips.findChildren(QToolButton) if "Houppiers" in button.accessibleName())
    click(chip)
    yield 300
    seen["chip_removed"] = browser.state.filters == {}
    click(browser.chips.filters)
    yield 200


def tool(browser) -> Iterator[int]:
    """Open the tool's dialog from its card, by Ctrl+Enter in the list and by its button."""
    browser.state.set_text("tronçonner les routes")
    browser.list.setCurrentIndex(browser.model.index(0, 0))
    browser.list.setFocus()
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    yield opened_dialogs
    seen["dialog_by_keys"] = close_dialogs()
    browser.open_row(browser.list.current_row())
    yield 300
    click(browser.detail.primary)
    yield opened_dialogs
    seen["dialog_by_mouse"] = close_dialogs()
    browser.step_back()
    yield 200


def sample(browser) -> Iterator[int]:
    """Add the demonstration data."""
    browser.open_key(("crige-paca", "jeu-de-demonstration"))
    yield 300
    click(browser.detail.primary)
    yield lambda: QgsProject.instance().mapLayers()
    yield 300
    layers = QgsProject.instance().mapLayers().values()
    seen["sample"] = sorted(layer.name() for layer in layers)
    shipped = sys.modules[f"{NAME}.paths"].RESOURCES
    seen["sample_is_a_copy"] = all(str(shipped) not in layer.source() for layer in layers)
    QgsProject.instance().clear()
    browser.step_back()
    browser.state.clear_all()
    yield 300


def locator() -> Iterator[int]:
    """Search from QGIS's own locator."""
    iface.locatorSearch("ia houppiers")
    yield lambda: any("ouppiers" in text for text in located())
    yield 300
    seen["locator"] = located()
    press(Qt.Key.Key_Escape)
    yield 200


def located() -> list[str]:
    """What QGIS's locator shows."""
    found = []
    for tree in QgsApplication.instance().allWidgets():
        model = tree.model() if isinstance(tree, QTreeView) else None
        if model is not None and "Locator" in model.metaObject().className():
            found += [str(model.data(model.index(row, 0))) for row in range(model.rowCount())]
    return found


begin(steps())
