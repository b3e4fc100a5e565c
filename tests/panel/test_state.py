"""The query and the marks: what changes them, what is told, what survives a restart."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crige_ia_plugin.catalogue.index import Sort
from crige_ia_plugin.panel.state import MAX_RECENT, PanelState, Shelf


@pytest.fixture
def state(qgis_app):
    return PanelState()


@pytest.fixture
def told(state):
    heard = []
    state.queryChanged.connect(lambda: heard.append("query"))
    state.marksChanged.connect(lambda: heard.append("marks"))
    return heard


def test_only_a_change_is_told(state, told):
    state.set_text("lidar")
    state.set_text("lidar")
    state.set_value("theme", "houppiers", True)
    state.set_value("theme", "houppiers", True)
    state.set_sort(Sort.TITLE)
    state.set_sort(Sort.TITLE)
    assert told == ["query"] * 3


def test_values_of_a_facet_come_and_go(state):
    state.set_value("theme", "friches", True)
    state.set_value("theme", "houppiers", True)
    state.set_value("level", "novice", True)
    assert state.chosen() == [("theme", "friches"), ("theme", "houppiers"), ("level", "novice")]
    state.set_value("theme", "friches", False)
    state.clear_facet("level")
    assert state.query().filters == {"theme": ("houppiers",)}
    state.clear_filters()
    assert state.query().filters == {}


def test_clearing_all_forgets_text_filters_and_shelf(state):
    state.set_text("x")
    state.set_value("theme", "friches", True)
    state.set_shelf(Shelf.RECENT)
    state.clear_all()
    assert state.is_at_rest
    assert state.query().only is None


def test_shelves_ask_for_their_resources_only(state):
    state.set_favourite(("a", "1"), True)
    state.visit(("a", "2"))
    state.set_shelf(Shelf.FAVOURITES)
    assert state.query().only == (("a", "1"),)
    state.set_shelf(Shelf.RECENT)
    assert state.query().only == (("a", "2"),)


def test_a_star_taken_off_leaves_the_favourites_at_once(state, told):
    state.set_favourite(("a", "1"), True)
    state.set_shelf(Shelf.FAVOURITES)
    told.clear()
    state.set_favourite(("a", "1"), False)
    assert told == ["marks", "query"]


def test_recent_keeps_the_latest_once(state):
    for number in range(MAX_RECENT + 5):
        state.visit(("a", str(number)))
    state.visit(("a", "10"))
    assert state.recent[0] == ("a", "10")
    assert len(state.recent) == len(set(state.recent)) == MAX_RECENT


def test_what_is_dumped_comes_back(state):
    state.set_text("pied à terre “é”")
    state.set_value("theme", "friches", True)
    state.set_sort(Sort.DATE)
    state.set_favourite(("a", "é"), True)
    state.visit(("b", "2"))
    again = PanelState()
    again.restore(state.dump())
    assert again.dump() == state.dump()
    assert again.query() == state.query()


@pytest.mark.parametrize("text", ["", "{", "[]", "[" * 100_000, '{"format": 2, "favourites": [["a", "1"]]}'])
def test_what_may_not_be_understood_is_told(state, text):
    assert not state.restore(text)


def test_what_had_no_format_yet_is_understood(state):
    assert state.restore('{"favourites": [["a", "1"]], "shelf": "favourites"}')
    assert state.query().only == (("a", "1"),)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)
NAMES = st.sampled_from(["text", "filters", "sort", "shelf", "favourites", "recent", "selected"])


@given(st.text() | st.dictionaries(NAMES, JSON).map(json.dumps) | JSON.map(json.dumps))
def test_a_damaged_memory_never_raises(text):
    state = PanelState()
    state.restore(text)
    state.query()
    PanelState().restore(state.dump())
