"""Whoever uses a keyboard, a screen reader or tired eyes: names, order of the keys, contrasts, in every state."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from qgis.gui import QgsAuthConfigSelect
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor, QPalette
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QScrollBar,
    QSizeGrip,
    QStyle,
    QStyleOptionViewItem,
    QWidget,
)
from waiting import wait_for
from walking import labels_of, states

from crige_ia_plugin.panel.colours import BLUE, GREEN, ORANGE, SHAPE, TEXT, contrast, mixed, readable
from crige_ia_plugin.panel.labels import faint
from crige_ia_plugin.panel.results.card import Tone
from crige_ia_plugin.panel.results.delegate import Look
from crige_ia_plugin.panel.status import Mood, colour_of

LINKS = Qt.TextInteractionFlag.LinksAccessibleByMouse

THEMES = {
    "light": ("#000000", "#efefef", "#ffffff"),
    "white": ("#1b1b1b", "#ffffff", "#ffffff"),
    "dark": ("#e8e8e8", "#323232", "#232323"),
    "night": ("#f5f5f5", "#535353", "#424242"),
}
"""Text, window and background of lists, as QGIS's themes and some desktops have them."""


def focusable(root: QWidget) -> Iterator[QWidget]:
    """What takes the focus, parts of other widgets apart."""
    for widget in root.findChildren(QWidget):
        inner = isinstance(widget, (QScrollBar, QSizeGrip)) or widget.objectName().startswith("qt_")
        part = isinstance(widget.parent(), (QAbstractSpinBox, QComboBox, QAbstractItemView, QLineEdit))
        # A text that the mouse can select takes the focus, and does nothing with it.
        text = isinstance(widget, QLabel) and not widget.textInteractionFlags() & LINKS
        if widget.isVisible() and widget.focusPolicy() != Qt.FocusPolicy.NoFocus and not (inner or part or text):
            yield widget


def name_of(widget: QWidget, labels: dict[QWidget, str]) -> str:
    """What a screen reader says of a widget."""
    own = widget.text() if isinstance(widget, (QAbstractButton, QLabel)) else ""
    title = widget.title() if isinstance(widget, QGroupBox) else ""
    of_qgis = widget.toolTip() if isinstance(widget.parent(), QgsAuthConfigSelect) else ""
    return widget.accessibleName() or own or title or labels.get(widget, "") or of_qgis


def describe(widget: QWidget) -> str:
    parents = []
    while widget is not None:
        parents.append(f"{type(widget).__name__}#{widget.objectName()}")
        widget = widget.parentWidget()
    return " in ".join(parents[:5])


def test_everything_that_takes_the_focus_has_a_name(desk) -> None:
    nameless = []
    for state, root in states(desk):
        labels = labels_of(root)
        nameless += [
            f"{state}: {describe(widget)}" for widget in focusable(root) if not name_of(widget, labels).strip()
        ]
    assert nameless == [], "\n".join(nameless)


def test_icons_alone_say_what_they_do(desk) -> None:
    silent = []
    for state, root in states(desk):
        for button in root.findChildren(QAbstractButton):
            alone = not button.text() and not button.icon().isNull() and button.isVisible()
            inside = isinstance(button.parent(), QLineEdit)  # Qt's own, and a mere decoration
            if alone and not inside and not button.objectName().startswith("qt_") and not button.toolTip():
                silent.append(f"{state}: {describe(button)}")
    assert silent == [], "\n".join(silent)


def tabbed(root: QWidget) -> set[QWidget]:
    """What the tabulator reaches, from wherever the focus is to the same place again."""
    window = root.window()
    window.activateWindow()
    assert wait_for(window.isActiveWindow)
    reached: set[QWidget] = set()
    idle = 0  # keys that reached nothing new: the links of one label take several
    while idle < 15:
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
        current = QApplication.focusWidget()
        idle = idle + 1 if current in reached else 0
        reached.add(current)
    return reached


def test_the_tabulator_reaches_all_of_it(desk) -> None:
    missed = []
    for state, root in states(desk):
        reached = tabbed(root)
        for widget in focusable(root):
            inside = any(widget.isAncestorOf(other) for other in reached)
            scrolls = isinstance(widget, QAbstractScrollArea) and not isinstance(widget, QAbstractItemView)
            found = widget in reached or widget.focusProxy() in reached
            if widget.isEnabled() and not found and not (scrolls and inside):
                missed.append(f"{state}: {describe(widget)}")
    assert missed == [], "\n".join(missed)


# Contrasts ------------------------------------------------------------------------------------------------------------


@pytest.fixture(params=THEMES)
def palette(request, qgis_app) -> QPalette:
    """The palette of a theme."""
    text, window, base = map(QColor, THEMES[request.param])
    made = QPalette()
    for role, colour in (
        (QPalette.ColorRole.Text, text),
        (QPalette.ColorRole.WindowText, text),
        (QPalette.ColorRole.ButtonText, text),
        (QPalette.ColorRole.Window, window),
        (QPalette.ColorRole.Button, window),
        (QPalette.ColorRole.Base, base),
    ):
        made.setColor(role, colour)
    return made


def test_contrast_is_that_of_the_recommendation() -> None:
    black, white = QColor("#000000"), QColor("#ffffff")
    assert contrast(black, white) == contrast(white, black) == pytest.approx(21)
    assert contrast(white, white) == pytest.approx(1)
    assert contrast(QColor("#767676"), white) == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("colour", [GREEN, BLUE, ORANGE], ids=QColor.name)
def test_a_colour_gives_way_to_the_background(colour: QColor, palette: QPalette) -> None:
    ink, back = palette.color(QPalette.ColorRole.WindowText), palette.color(QPalette.ColorRole.Window)
    for least in (SHAPE, TEXT):
        found = readable(colour, back, ink, least)
        assert contrast(found, back) >= least
        if contrast(colour, back) >= least:
            assert found == colour


@pytest.mark.parametrize("tone", Tone)
def test_badges_are_read(tone: Tone, palette: QPalette) -> None:
    option = QStyleOptionViewItem()
    option.palette = palette
    option.state = QStyle.StateFlag.State_Active
    look = Look(option)
    assert contrast(look.badge_text(tone), look.badge(tone)) >= TEXT
    assert contrast(look.faint, look.base) >= TEXT


def test_what_comes_second_is_read(palette: QPalette) -> None:
    QApplication.setPalette(palette)
    try:
        label = faint("Éditeur · licence")
        colour = label.palette().color(label.foregroundRole())
        back = label.palette().color(label.backgroundRole())
    finally:
        QApplication.setPalette(QPalette())
    assert contrast(mixed(colour, back, colour.alphaF()), back) >= TEXT


@pytest.mark.parametrize("mood", Mood)
def test_the_shapes_of_the_status_are_seen(mood: Mood, palette: QPalette) -> None:
    assert contrast(colour_of(mood, palette), palette.color(QPalette.ColorRole.Window)) >= SHAPE


def test_labels_are_shown_in_colours_that_are_read(desk) -> None:
    pale = set()
    for state, root in states(desk):
        for label in root.findChildren(QLabel):
            if label.isVisible() and label.isEnabled() and label.text():
                colour, back = (
                    label.palette().color(role) for role in (label.foregroundRole(), label.backgroundRole())
                )
                if contrast(mixed(colour, back, colour.alphaF()), back) < TEXT:
                    pale.add(f"{state}: {label.text()}")
    assert pale == set()
