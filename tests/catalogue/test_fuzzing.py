"""Hostile records go through the whole room: no exception escapes, none hides another."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any, Callable

import pytest
from hostile_records import CORPUS, GOOD, hostile
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crige_ia_plugin.catalogue import check, export
from crige_ia_plugin.catalogue.index import Index, Query
from crige_ia_plugin.catalogue.indexing import Collection, build
from crige_ia_plugin.catalogue.problems import CatalogueError
from crige_ia_plugin.catalogue.record import Record, parse
from crige_ia_plugin.catalogue.vocabulary import Vocabulary

Maker = Callable[..., "dict[str, Any]"]
MANY = settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(scope="module")
def words(embedded: Path) -> Vocabulary:
    return Vocabulary.read(embedded / "vocabulary")


def index_lines(folder: Path, lines: list[bytes], words: Vocabulary) -> tuple[Any, Index]:
    """Index lines as they are; return the report and the index."""
    records = folder / "records.ndjson"
    records.write_bytes(b"".join(line + b"\n" for line in lines))
    (folder / "index.sqlite").unlink(missing_ok=True)
    report = build(folder / "index.sqlite", [Collection("x", records)], words)
    return report, Index(folder / "index.sqlite")


def read_all(index: Index) -> dict[str, Record]:
    """Every record of an index, by id, through the list and then its card."""
    found = index.search(Query())
    for counts in found.counts.values():
        assert all(0 <= count <= len(found) for count in counts.values())
    summaries = index.summaries(found.rows)
    assert len(summaries) == len(found)
    return {index.record(summary.row).id: index.record(summary.row) for summary in summaries}


def as_a_record(line: bytes) -> Record | None:
    """What a line alone gives: a record, or a coded refusal; anything else is a failure."""
    try:
        return parse(line)
    except CatalogueError:
        return None


@pytest.mark.parametrize("name", CORPUS)
def test_the_corpus_one_by_one(name: str, words: Vocabulary, tmp_path: Path, record: Maker) -> None:
    """Each between two good ones: they stay, it is read or listed with its line."""
    neighbours = [json.dumps(record(f"bon-{number}", title=f"Bonne fiche {number}")).encode() for number in (1, 2)]
    report, index = index_lines(tmp_path, [neighbours[0], CORPUS[name], neighbours[1]], words)
    read = read_all(index)
    assert {"bon-1", "bon-2"} <= read.keys()
    alone = as_a_record(CORPUS[name])
    assert report.indexed == 2 + (alone is not None)
    assert [problem.line for problem in report.problems] == ([] if alone or not CORPUS[name].strip() else [2])
    assert index.search(Query("bonne fiche")).rows.size >= 2
    if alone is not None:
        assert read[alone.id].texts == alone.texts
    index.close()


@MANY
@given(lines=st.lists(hostile(), max_size=6), where=st.lists(st.integers(0, 6), min_size=3, max_size=3))
def test_good_records_are_found_whatever_stands_beside(
    lines: list[bytes], where: list[int], words: Vocabulary, tmp_path: Path, record: Maker
) -> None:
    for number, place in enumerate(where):
        good = record(f"bon-{number}", title=f"Bonne fiche zyx{number}", keywords=["témoin"])
        lines.insert(min(place, len(lines)), json.dumps(good).encode())
    report, index = index_lines(tmp_path, lines, words)
    read = read_all(index)
    for number in range(3):
        assert read[f"bon-{number}"].title == f"Bonne fiche zyx{number}"
        assert [item.id for item in index.summaries(index.search(Query(f"zyx{number}")).rows)] == [f"bon-{number}"]
    assert {item.id for item in index.summaries(index.search(Query("temoin")).rows)} >= {"bon-0", "bon-1", "bon-2"}
    expected = Counter(alone.id for alone in map(as_a_record, lines) if alone is not None)
    assert read.keys() == expected.keys()
    refused = sum(1 for line in lines if line.strip() and as_a_record(line) is None)
    repeated = sum(expected.values()) - len(expected)
    assert (report.indexed, report.skipped, len(report.problems)) == (
        len(expected),
        refused + repeated,
        refused + repeated,
    )
    index.close()


@MANY
@given(line=hostile())
def test_what_is_read_is_exported_and_checked(line: bytes, words: Vocabulary, tmp_path: Path) -> None:
    alone = as_a_record(line)
    if alone is not None:
        json.dumps(export.dcat({"title": "X"}, [alone], words, "https://x.example/c"), allow_nan=False)
        json.dumps(export.schema_org({}, [alone], "https://x.example/c/"), allow_nan=False)
    (tmp_path / "records").mkdir(exist_ok=True)
    (tmp_path / "records" / "a.json").write_bytes(line)
    (tmp_path / "catalog.json").write_text('{"id": "x", "type": "Collection", "links": []}')
    check.check_folder(tmp_path)
    check.read_records(tmp_path)


def test_the_good_record_is_wholly_read() -> None:
    """The fuzzing starts from a record all of whose parts are used."""
    read = parse(json.dumps(GOOD))
    assert read.notes == ()
    assert all(
        [read.run, read.quality, read.footprint, read.terms, read.external_ids, read.bbox, read.date, read.links]
    )
