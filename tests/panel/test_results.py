"""The list of results: lazy, bounded, quick, and painted."""

from __future__ import annotations

import numpy as np
import pytest
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtGui import QFont, QImage, QPainter
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication

from crige_ia_plugin.panel.results.card import Badge, Card, Tone
from crige_ia_plugin.panel.results.delegate import title_lines
from crige_ia_plugin.panel.results.model import MAX_PAGES, PAGE, ResultsModel, Role
from crige_ia_plugin.panel.results.view import ResultsView


class ManyCards:
    """A centre with any number of resources, which counts what it is asked."""

    def __init__(self) -> None:
        self.asked: list[int] = []

    def cards(self, rows, first=()):
        self.asked.append(len(rows))
        badges = (Badge("cas abandonné", Tone.WARNING, "<b>"), *(Badge(f"thème {i}") for i in range(6)))
        return [Card(int(r), ("c", str(r)), "script", f"Titre {r} <i>&", "IGN · script", badges) for r in rows]


@pytest.fixture
def many(qgis_app):
    model = ResultsModel()
    centre = ManyCards()
    model.show(centre, np.arange(100_000, dtype=np.int32))
    return model, centre


@pytest.fixture
def view(many):
    view = ResultsView(many[0], lambda row: "run", lambda row: "hint")
    view.resize(300, 600)
    view.show()
    QApplication.processEvents()
    yield view
    view.close()


def test_cards_are_read_by_page_when_they_come_into_sight(many):
    model, centre = many
    assert model.rowCount() == 100_000
    assert centre.asked == []
    assert model.card(5).key == ("c", "5")
    assert model.card(PAGE - 1).row == PAGE - 1
    assert centre.asked == [PAGE]
    assert model.card(99_999).row == 99_999
    assert model.card(100_000) is None
    assert model.card(-1) is None


def test_memory_is_bounded(many):
    model, _ = many
    for position in range(0, 100_000, PAGE):
        model.card(position)
    assert len(model._pages) == MAX_PAGES


def test_texts_of_a_record_are_not_read_as_html(many):
    model, _ = many
    tooltip = model.data(model.index(0, 0), Qt.ItemDataRole.ToolTipRole)
    assert "&lt;i&gt;" in tooltip
    assert "&lt;b&gt;" in tooltip


def test_a_screen_reader_hears_the_whole_card(many):
    model, _ = many
    spoken = model.data(model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert "IGN" in spoken
    assert "cas abandonné" in spoken


def test_stars_are_told_to_the_view(many):
    model, _ = many
    model.set_favourites(frozenset({3}))
    assert [bool(model.index(row, 0).data(Role.FAVOURITE)) for row in (2, 3)] == [False, True]


def test_a_hundred_thousand_results_are_there_at_once(many, view):
    """No event of QGIS waits for rows to be laid out, and none is blank meanwhile."""
    model, centre = many
    model.show(centre, np.arange(100_000, dtype=np.int32))
    assert view.indexAt(QPoint(20, 20)).row() == 0
    QApplication.processEvents()
    assert view.indexAt(QPoint(20, 20)).row() == 0
    assert view.verticalScrollBar().maximum() > 1_000_000
    assert sum(centre.asked) <= 2 * PAGE


def test_home_and_end_go_to_the_first_and_the_last(many, view):
    QTest.keyClick(view, Qt.Key.Key_End)
    assert view.currentIndex().row() == 99_999
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert view.currentIndex().row() == 0


def test_rows_follow_the_font(many, view):
    before = view.visualRect(many[0].index(0, 0)).height()
    font = view.font()
    font.setPointSizeF(font.pointSizeF() * 2)
    view.setFont(font)
    assert view.visualRect(many[0].index(0, 0)).height() > 1.5 * before


def test_every_row_has_the_same_height_and_is_painted(many, view):
    heights = {view.visualRect(many[0].index(row, 0)).height() for row in range(5)}
    assert len(heights) == 1
    image = view.grab().toImage()
    colours = {image.pixelColor(x, y).name() for x in range(0, 300, 3) for y in range(0, 200, 3)}
    assert len(colours) > 8


def test_the_action_is_where_it_is_painted(many, view):
    acted, opened = [], []
    view.acted.connect(acted.append)
    view.opened.connect(opened.append)
    rect = view.visualRect(many[0].index(1, 0))
    place = view._delegate.action_rect(rect, view.font())
    assert rect.contains(place)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place.center())
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, rect.center())
    assert acted == [1]
    assert opened == [1]


@pytest.mark.parametrize(
    "title",
    ["", "Court", "Un titre qui ne tient pas sur une seule ligne et doit être coupé quelque part " * 3, "é" * 400],
)
def test_titles_take_two_lines_at_most(qgis_app, title):
    image = QImage(10, 10, QImage.Format.Format_ARGB32)
    painter = QPainter(image)
    lines = title_lines(title, QFont(), 200)
    painter.end()
    assert 1 <= len(lines) <= 2
    assert lines[0] == title[: len(lines[0])]
