"""The panel over the embedded catalogue: search, filters, states, cards, memory, both arrangements."""

from __future__ import annotations

from datetime import datetime, timezone

import pytest
from qgis.PyQt.QtCore import QEvent, QPoint, QPointF, Qt
from qgis.PyQt.QtGui import QHelpEvent, QMouseEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QLabel, QLineEdit, QToolButton
from waiting import wait_for

from crige_ia_plugin.catalogue.index import Sort
from crige_ia_plugin.panel.browser import Browser
from crige_ia_plugin.panel.panes import WIDE
from crige_ia_plugin.panel.state import Shelf
from crige_ia_plugin.panel.status import Status

TOOL = ("crige-paca", "outil-splitatintersections")
ABANDONED = ("crige-paca", "albert-france-services")


def titles(browser) -> list[str]:
    return [browser.model.card(number).title for number in range(browser.model.rowCount())]


def texts(widget) -> str:
    return "\n".join(label.text() for label in widget.widget().findChildren(QLabel))


def test_the_first_run_has_three_doors(qgis_app, centre):
    panel = Browser(lambda action: "", lambda: "2025-11-22")
    panel.set_centre(centre)
    assert list(panel.notice.buttons) == ["demo", "path", "themes"]
    panel.notice.buttons["path"].click()
    assert panel.detail.page.key[1] == "comprendre-l-ia-en-30-minutes"
    assert any("min)" in line.label for section in panel.detail.page.sections for line in section.lines)
    panel.step_back()
    assert panel.stack.currentWidget() is panel.list


def test_what_is_typed_is_searched_once_fingers_rest(browser):
    QTest.keyClicks(browser.search, "houppier")
    assert browser.state.text == ""
    assert wait_for(lambda: browser.state.text == "houppier")
    assert 0 < browser.model.rowCount() < browser.centre.index.size


def test_nothing_found_proposes_ways_out(browser):
    browser.state.set_value("level", "novice", True)
    browser.state.set_text("houpier")
    assert browser.stack.currentWidget() is browser.notice
    assert "suggestion" in browser.notice.buttons
    browser.notice.buttons["suggestion"].click()
    assert browser.state.text.startswith("houppier")


def test_nothing_found_says_which_filter_excludes_most(browser):
    browser.state.set_text("lidar")
    browser.state.set_value("kind", "regulation", True)
    assert browser.model.rowCount() == 0
    assert "without:kind" in browser.notice.buttons
    announced = browser.results.without["kind"]
    browser.notice.buttons["without:kind"].click()
    assert browser.model.rowCount() == announced > 0


def test_empty_shelves_say_how_to_fill_them(browser):
    browser.state.set_shelf(Shelf.FAVOURITES)
    assert "clear" in browser.notice.buttons
    browser.state.set_shelf(Shelf.RECENT)
    browser.notice.buttons["clear"].click()
    assert browser.model.rowCount() == browser.centre.index.size


def test_every_announced_count_is_what_the_filter_shows(browser):
    browser.state.set_text("ia")
    for name, counts in browser.results.counts.items():
        for value, count in list(counts.items())[:4]:
            browser.state.set_value(name, value, True)
            assert browser.model.rowCount() == count
            browser.state.set_value(name, value, False)


def test_a_value_with_nothing_is_greyed_and_stays(browser):
    browser.facets.set_unfolded(["kind"])
    browser.state.set_text("lidar")
    checks = browser.facets.sections["kind"]._checks.values()
    empty = [check for check in checks if check.count == 0]
    assert empty
    assert all(not check.isHidden() and not check.isEnabled() for check in empty)


def test_a_long_facet_is_searched(browser):
    browser.facets.set_unfolded(["publisher"])
    section = browser.facets.sections["publisher"]
    shown = [check for check in section._checks.values() if not check.isHidden()]
    assert len(shown) == 12
    section.search.setText("ign")
    shown = [check.label for check in section._checks.values() if not check.isHidden()]
    assert "IGN" in shown


def test_chips_say_what_is_on_and_take_it_off(browser):
    browser.state.set_value("theme", "houppiers", True)
    assert browser.chips.clear.isHidden()
    browser.state.set_value("level", "confirme", True)
    assert not browser.chips.clear.isHidden()
    chip = next(b for b in browser.chips.findChildren(QToolButton) if "Houppiers" in b.accessibleName())
    chip.click()
    assert browser.state.filters == {"level": ("confirme",)}
    browser.state.set_value("theme", "friches", True)
    browser.chips.clear.click()
    assert browser.state.filters == {}


def test_a_single_theme_says_what_it_is_for(browser):
    browser.state.set_value("theme", "houppiers", True)
    assert not browser.theme.isHidden()
    browser.theme.heading.setChecked(True)
    assert browser.theme.text.text()
    browser.state.set_value("theme", "friches", True)
    assert browser.theme.isHidden()


def test_the_theme_looked_for_is_the_first_badge(browser):
    browser.state.set_value("theme", "houppiers", True)
    themed = [browser.model.card(number).badges for number in range(browser.model.rowCount())]
    assert all(badges[0].text == "Houppiers" or badges[1].text == "Houppiers" for badges in themed)


def test_results_are_sorted_as_asked(browser):
    browser.state.set_sort(Sort.TITLE)
    first = titles(browser)[:2]
    browser.state.set_sort(Sort.DATE)
    assert titles(browser)[:2] != first


def test_a_card_has_quality_licence_and_what_to_do(browser):
    assert browser.open_key(TOOL)
    assert browser.shows_detail_alone
    page = browser.detail.page
    headings = [section.title for section in page.sections]
    assert page.actions[0].target == "crige_ia:splitatintersections"
    assert len(headings) == len(set(headings)) >= 6
    assert browser.detail.primary.isEnabled()


def test_an_abandoned_case_says_so_first(browser):
    browser.open_key(ABANDONED)
    assert browser.detail.page.notice
    assert browser.model.card(browser.model.position(browser.centre.find(ABANDONED))).badges[0].hint


def test_related_resources_lead_to_one_another(browser):
    browser.open_key(TOOL)
    lines = [line for section in browser.detail.page.sections for line in section.lines if line.key]
    assert lines
    browser.detail.resourceAsked.emit(lines[0].key)
    assert browser.detail.page.key == lines[0].key


def test_the_citation_is_copied(browser):
    browser.open_key(TOOL)
    cite = next(b for b in browser.detail.findChildren(QToolButton) if b.toolTip().count("CRIGE"))
    cite.click()
    assert QApplication.clipboard().text() == browser.detail.page.citation
    assert browser.detail.page.citation.startswith("CRIGE PACA")


def test_texts_of_a_record_stay_text(qgis_app, other_centre):
    evil = "<img src='http://127.0.0.1:9/x.png'><b>gras</b> & <script>"
    feature = {
        "id": "evil",
        "type": "Feature",
        "geometry": None,
        "properties": {"title": evil, "type": "dataset", "language": "fr", "description": evil, "license": evil},
        "links": [{"rel": "about", "href": "https://example.org/?a=<b>&c", "title": evil}],
    }
    panel = Browser(lambda action: "", lambda: "2025-11-22")
    panel.set_centre(other_centre([feature]))
    panel.open_row(0)
    for label in panel.detail.widget().findChildren(QLabel):
        if label.textFormat() != Qt.TextFormat.PlainText and label.text():
            assert "<img" not in label.text()
            assert "<script" not in label.text()
    panel.set_centre(None)


def test_only_safe_links_are_opened(browser):
    asked = []
    browser.linkAsked.connect(asked.append)
    for href in ("javascript:alert(1)", "file:///etc/passwd", "https://example.org/a", "mailto:a@example.org"):
        browser.detail.linkAsked.emit(href)
    assert asked == ["https://example.org/a", "mailto:a@example.org"]


def test_an_action_that_cannot_be_done_is_greyed_with_its_reason(qgis_app, centre):
    panel = Browser(lambda action: "Pas de réseau", lambda: "2025-11-22")
    panel.set_centre(centre)
    panel.open_key(TOOL)
    assert not panel.detail.primary.isEnabled()
    assert "Pas de réseau" in panel.detail.primary.toolTip()
    assert not panel.act_on_row(centre.find(TOOL))


def test_wide_shows_three_columns_and_follows_the_current_row(browser):
    browser.resize(WIDE + 200, 700)
    QApplication.processEvents()
    assert all(not part.isHidden() for part in (browser.facets, browser.list, browser.detail))
    browser.list.setCurrentIndex(browser.model.index(2, 0))
    title = browser.model.card(2).title
    assert wait_for(lambda: browser.detail.page and browser.detail.page.title == title)
    browser.resize(300, 700)
    QApplication.processEvents()
    assert browser.facets.isHidden()
    assert browser.detail.isHidden()


def test_it_fits_in_260_pixels(browser):
    browser.state.set_value("publisher", "IGN", True)
    browser.state.set_value("theme", "houppiers", True)
    browser.chips.filters.setChecked(True)
    assert browser.minimumSizeHint().width() <= 260
    browser.open_key(TOOL)
    QApplication.processEvents()
    assert browser.minimumSizeHint().width() <= 260


def test_what_is_remembered_comes_back(browser, centre):
    browser.state.set_value("theme", "houppiers", True)
    browser.state.set_favourite(TOOL, True)
    browser.chips.filters.setChecked(True)
    browser.facets.set_unfolded(["level"])
    browser.open_key(TOOL)
    again = Browser(lambda action: "", lambda: "2025-11-22")
    again.state.restore(browser.state.dump())
    again.restore(browser.dump())
    again.set_centre(centre)
    assert again.state.filters == {"theme": ("houppiers",)}
    assert again.facets.unfolded() == ["level"]
    assert again.shows_filters
    assert again.detail.page.key == TOOL
    assert again.detail.star.isChecked()


@pytest.mark.parametrize(
    "memory", ["", "[]", "{", '{"panes": 3, "unfolded": {}}', '{"panes": {"narrow": [1, "x", 2]}}']
)
def test_a_damaged_memory_is_forgotten(qgis_app, centre, memory):
    panel = Browser(lambda action: "", lambda: "2025-11-22")
    panel.state.restore(memory)
    panel.restore(memory)
    panel.set_centre(centre)
    assert panel.model.rowCount() == centre.index.size


def test_everything_one_can_use_has_a_name(browser):
    browser.chips.filters.setChecked(True)
    browser.state.set_value("theme", "houppiers", True)
    browser.status.show_status(Status("À jour"))
    browser.open_key(TOOL)
    nameless = [
        widget
        for kind in (QAbstractButton, QLineEdit, QAbstractItemView)
        for widget in browser.findChildren(kind)
        if not (widget.accessibleName() or getattr(widget, "text", str)())
        and not isinstance(widget.parent(), (QLineEdit, QAbstractItemView))
    ]
    assert nameless == []


def test_a_catalogue_changed_underneath_is_said(qgis_app, other_centre):
    feature = {
        "id": "one",
        "type": "Feature",
        "geometry": None,
        "properties": {"title": "Un", "type": "dataset", "language": "fr"},
        "links": [],
    }
    centre = other_centre([feature])
    panel = Browser(lambda action: "", lambda: "2025-11-22")
    panel.set_centre(centre)
    centre.places(0)[0].path.write_text("{}", encoding="utf-8")
    panel.open_row(0)
    assert panel.detail.page is None
    assert "own" in texts(panel.detail)
    assert "index-stale" not in texts(panel.detail)
    assert panel.primaries.icon(0) == ""
    panel.set_centre(None)


def test_the_list_is_walked_and_acted_upon_with_the_keyboard(browser):
    told = []
    for name in ("opened", "acted", "leftUp"):
        getattr(browser.list, name).connect(lambda *given, name=name: told.append((name, *given)))
    browser.list.setFocus()
    QTest.keyClick(browser.list, Qt.Key.Key_End)
    assert browser.list.currentIndex().row() == browser.model.rowCount() - 1
    QTest.keyClick(browser.list, Qt.Key.Key_Home)
    assert browser.list.currentIndex().row() == 0
    QTest.keyClick(browser.list, Qt.Key.Key_Up)
    QTest.keyClick(browser.list, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(browser.list, Qt.Key.Key_Down)
    QTest.keyClick(browser.list, Qt.Key.Key_Enter)
    first, second = browser.results.rows[:2]
    assert told == [("leftUp",), ("acted", first), ("opened", second)]
    browser.state.set_text("zzzzzz")
    QTest.keyClick(browser.list, Qt.Key.Key_Return)
    QTest.keyClick(browser.list, Qt.Key.Key_End)
    assert len(told) == 3


def test_a_click_on_a_line_opens_it_and_on_its_button_acts(browser):
    told = []
    browser.list.opened.connect(lambda row: told.append(("opened", row)))
    browser.list.acted.connect(lambda row: told.append(("acted", row)))
    row = browser.centre.find(("crige-paca", "jeu-de-demonstration"))
    browser.list.go_to(row)
    place = browser.list.visualRect(browser.list.currentIndex())
    QTest.mouseClick(browser.list.viewport(), Qt.MouseButton.LeftButton, pos=place.center())
    browser.show_detail(False)
    button = next(
        (point for x in range(place.left(), place.right(), 4) for y in range(place.top(), place.bottom(), 4)
         if _is_on_button(browser, point := QPoint(x, y))), None,
    )  # fmt: skip
    assert button is not None
    QApplication.sendEvent(
        browser.list.viewport(),
        QHelpEvent(QEvent.Type.ToolTip, button, browser.list.viewport().mapToGlobal(button)),
    )
    QTest.mouseClick(browser.list.viewport(), Qt.MouseButton.LeftButton, pos=button)
    assert told == [("opened", row), ("acted", row)]


def _is_on_button(browser, point) -> bool:
    """Whether a point is on the button of the current line."""
    event = QMouseEvent(
        QEvent.Type.MouseButtonRelease, QPointF(point), Qt.MouseButton.LeftButton, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    index = browser.list.indexAt(point)
    return index == browser.list.currentIndex() and browser.list._is_on_action(index, event)


def test_without_a_centre_nothing_is_done_and_nothing_breaks(qgis_app):
    panel = Browser(lambda action: "", lambda: "2025-11-22")
    panel.set_centre(None)
    panel.show_overview(datetime.now(timezone.utc), can_refresh=True)
    panel.show_holdings()
    panel.show_page_again()
    panel.open_row(0)
    assert not panel.open_key(("crige-paca", "jeu-de-demonstration"))
    assert panel._subject(0) is None
    assert panel._chips() == ()
    panel._take("demo")
    assert panel.detail.page is None
    panel.deleteLater()
