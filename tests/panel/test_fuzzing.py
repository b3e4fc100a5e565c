"""Hostile records in the panel: each has its card, its page and its actions, and no exception escapes."""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import datetime, timezone
from pathlib import Path

import pytest
from hostile_records import CORPUS, hostile
from hypothesis import HealthCheck, given, settings

from crige_ia_plugin.catalogue.files import wanted_files
from crige_ia_plugin.catalogue.index import Index, Query
from crige_ia_plugin.catalogue.indexing import Collection, build
from crige_ia_plugin.catalogue.problems import CatalogueError
from crige_ia_plugin.catalogue.vocabulary import Vocabulary
from crige_ia_plugin.panel.acting import Verb, is_address
from crige_ia_plugin.panel.centre import Centre
from crige_ia_plugin.panel.detail.page import page
from crige_ia_plugin.panel.ics import calendar
from crige_ia_plugin.panel.layers.links import source_of
from crige_ia_plugin.paths import RESOURCES

TODAY = "2025-11-22"
NOW = datetime(2025, 11, 22, tzinfo=timezone.utc)
MANY = settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(scope="module")
def words() -> Vocabulary:
    return Vocabulary.read(RESOURCES / "catalogue" / "vocabulary")


def centre_of(folder: Path, lines: list[bytes], words: Vocabulary, language: str = "fr") -> Centre:
    """Open a centre over lines as they are."""
    (folder / "records.ndjson").write_bytes(b"".join(line + b"\n" for line in lines))
    path = folder / "index.sqlite"
    path.unlink(missing_ok=True)
    build(path, [Collection("x", folder / "records.ndjson")], words)
    return Centre(Index(path), words, language)


def look_at_everything(centre: Centre, folder: Path) -> int:
    """See and prepare all that the panel would of each record; return how many there are."""
    rows = centre.search(Query()).rows
    for card in centre.cards(rows):
        assert card.title.strip()
        shown = page(centre, card.row, TODAY)
        assert shown.title.strip()
        assert shown.key == card.key
        lines = [line for section in shown.sections for line in section.lines]
        assert all(isinstance(line.text, str) for line in lines)
        assert all(line.href.startswith(("http://", "https://", "mailto:")) for line in lines if line.href)
        record = centre.record(card.row)
        for action in shown.actions:
            if action.link:
                assert not action.place or is_address(action.place) or is_inside(action.place, folder)
                source_of(action.link, action.place)
            if action.verb is Verb.CALENDAR:
                assert calendar(record, "fr", NOW).endswith("END:VCALENDAR\r\n")
        with suppress(CatalogueError):
            for wanted in wanted_files(record, str(folder)):
                assert wanted.is_remote or is_inside(wanted.place, folder)
    assert len(centre.facets) == len({facet.name for facet in centre.facets})
    centre.close()
    return len(rows)


def is_inside(place: str, folder: Path) -> bool:
    """Whether a path stays in a folder."""
    return folder in Path(place).resolve().parents


@pytest.mark.parametrize("name", CORPUS)
def test_the_corpus_is_shown_or_skipped(name, qgis_app, words, tmp_path):
    look_at_everything(centre_of(tmp_path, [CORPUS[name]], words), tmp_path)


@MANY
@given(line=hostile())
def test_whatever_is_indexed_is_shown(line, qgis_app, words, tmp_path):
    look_at_everything(centre_of(tmp_path, [line], words, "en"), tmp_path)


def test_the_whole_corpus_fills_a_panel(browser, words, tmp_path):
    """The list is drawn and each card opened, in the widgets themselves."""
    unique = [line.replace(b'"a-resource"', json.dumps(f"r{n}").encode()) for n, line in enumerate(CORPUS.values())]
    centre = centre_of(tmp_path, unique, words)
    browser.set_centre(centre)
    assert browser.model.rowCount() == len(centre.search(Query())) > 30
    browser.grab()
    for number in range(browser.model.rowCount()):
        browser.open_row(browser.model.card(number).row)
        browser.grab()
        browser.step_back()
    browser.set_centre(None)
    centre.close()
