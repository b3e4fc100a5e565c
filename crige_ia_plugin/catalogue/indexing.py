"""Build the search index: one SQLite file, made aside, that can replace another in one step.

Two FTS5 tables hold folded words: titles and keywords, then everything; both without positions
(``detail=none, columnsize=0``). Rows are numbered by static score, so that reading them in order is ranking them.
Words and beginnings of words that many resources have are also kept as bit sets, so that no keystroke reads
tens of thousands of rows. Names and synonyms of facets' values are kept once, not with each resource. Records stay
in their ``records.ndjson``: the index knows where each begins.
"""

from __future__ import annotations

import json
import os
import sqlite3
import zlib
from array import array
from collections.abc import Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Callable
from urllib.parse import urlsplit

import numpy as np

from .gently import sorted_gently
from .postings import Expander, Postings
from .problems import CatalogueError, Code, Problem
from .record import Record, parse
from .strictjson import MAX_RECORD
from .text import fold, tokens, words
from .vocabulary import FACETS, Vocabulary

FORMAT = 2
"""Version of the file's layout; an index of another version is built again."""

INDEX_FACETS = (*FACETS, "status", "territory", "publisher", "catalogue")
MAX_WORDS = 2_000
MAX_PROBLEMS = 500

Progress = Callable[[float], None]
Cancelled = Callable[[], bool]

_SCHEMA = """
PRAGMA page_size=8192;
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT);
CREATE TABLE source (id INTEGER PRIMARY KEY, catalogue TEXT, path TEXT, size INTEGER, modified INTEGER);
CREATE TABLE doc (id INTEGER PRIMARY KEY, record TEXT, source INTEGER, start INTEGER, length INTEGER,
    title TEXT, titles TEXT, publisher TEXT, version TEXT, updated TEXT, offline INTEGER);
CREATE TABLE also (doc INTEGER, record TEXT, source INTEGER, start INTEGER, length INTEGER);
CREATE TABLE facet (name TEXT PRIMARY KEY, place INTEGER, vals TEXT, labels TEXT, pairs BLOB);
CREATE TABLE sorting (name TEXT PRIMARY KEY, rows BLOB);
CREATE TABLE frequent (term TEXT PRIMARY KEY, head BLOB, whole BLOB) WITHOUT ROWID;
CREATE TABLE name (token TEXT, facet TEXT, value TEXT);
CREATE TABLE word (place INTEGER PRIMARY KEY, word TEXT, written TEXT);
CREATE VIRTUAL TABLE head USING fts5(text, content='', detail=none, columnsize=0,
    tokenize="unicode61 remove_diacritics 0");
CREATE VIRTUAL TABLE whole USING fts5(text, content='', detail=none, columnsize=0,
    tokenize="unicode61 remove_diacritics 0");
CREATE TEMP TABLE staged (score INTEGER, sorting TEXT, record TEXT, source INTEGER, start INTEGER, length INTEGER,
    title TEXT, titles TEXT, publisher TEXT, version TEXT, updated TEXT, offline INTEGER, head TEXT, whole TEXT,
    facets TEXT);
"""


_STORES = ("FILE", "MEMORY")
"""Where what is staged goes: to temporary files, which bounds memory; where none can be written, to memory."""


@dataclass(frozen=True)
class Collection:
    """Records of one catalogue to index, in the order catalogues are preferred.

    Attributes:
        catalogue: Its identifier, a value of the facet ``catalogue``.
        path: Its ``records.ndjson``.
    """

    catalogue: str
    path: Path


@dataclass
class BuildReport:
    """What building gave: resources indexed, merged with another catalogue's, records left aside and why."""

    indexed: int = 0
    merged: int = 0
    skipped: int = 0
    problems: list[Problem] = field(default_factory=list)


def build(
    path: Path,
    collections: Sequence[Collection],
    vocabulary: Vocabulary,
    *,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
    common: int | None = None,
) -> BuildReport:
    """Index collections into ``path``; whatever stood there stays until the new index is complete.

    Args:
        path: File to write.
        collections: What to index.
        vocabulary: Labels, synonyms and matches of facets' values.
        progress: Called with a share between 0 and 1.
        cancelled: Asked now and then; when true, nothing is left behind.
        common: How many resources make a word frequent (default: one in 16, at least 500).

    Raises:
        CatalogueError: CANCELLED, READ_FAILED or WRITE_FAILED.
    """
    aside = path.with_name(f"{path.name}.{os.getpid()}.new")
    report = progress or (lambda share: None)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        for store in _STORES:
            builder = _Builder(vocabulary, report, cancelled or (lambda: False))
            aside.unlink(missing_ok=True)
            try:
                with closing(sqlite3.connect(aside, isolation_level=None)) as connection:
                    builder.run(connection, collections, common, store)
                break
            except sqlite3.OperationalError as error:
                if store == _STORES[-1] or "unable to open" not in str(error):
                    raise
        aside.replace(path)
    except (OSError, sqlite3.Error) as error:
        raise CatalogueError(Code.WRITE_FAILED, str(path), reason=str(error)) from None
    finally:
        with suppress(OSError):
            aside.unlink(missing_ok=True)
    report(1.0)
    return builder.report


def read_lines(path: Path) -> Iterator[tuple[int, bytes]]:
    """Lines of an ``ndjson`` file with their place; one that is too long is cut, and will not parse.

    Raises:
        CatalogueError: READ_FAILED.
    """
    try:
        with path.open("rb") as stream:
            start = 0
            while line := stream.readline(MAX_RECORD + 2):
                yield start, line
                while not line.endswith(b"\n") and len(line) > MAX_RECORD:
                    line = stream.readline(MAX_RECORD + 2)
                start = stream.tell()
    except OSError as error:
        raise CatalogueError(Code.READ_FAILED, str(path), reason=error.strerror or str(error)) from None


def static_score(record: Record) -> int:
    """How much a resource deserves to come first, whatever is asked: can it be used, judged, reused?"""
    score = {"active": 60, "experimental": 40, "abandoned": 20, "archived": 0}[record.status]
    score += 40 if record.run else 0
    score += 20 if record.quality.get("assessed") else 5 if record.quality else 0
    score += 10 if record.license else 0
    score += 5 if record.links else 0
    score += min(len(record.text(record.language).description) // 100, 5)
    score += max(0, min(int((record.updated or record.date or "0")[:4]) - 2015, 15))
    return score


def same_as(record: Record) -> list[str]:
    """Keys under which the same resource is known to another catalogue: its DOI, or its page and title."""
    keys = []
    for identifier in record.external_ids:
        doi = fold(identifier).split("doi.org/")[-1]
        doi = doi[4:] if doi.startswith("doi:") else doi
        if doi.startswith("10."):
            keys.append("doi " + doi)
    page = normal_address(record.landing)
    if page:
        keys.append(f"page {page} {' '.join(words(record.title))}")
    return keys


def normal_address(url: str) -> str:
    """An address without what does not change what it names: scheme, ``www.``, final slash, fragment."""
    parts = urlsplit(url)
    host = parts.netloc.lower()
    host = host[4:] if host.startswith("www.") else host
    return f"{host}{parts.path.rstrip('/')}{'?' + parts.query if parts.query else ''}" if host else ""


class _Builder:
    def __init__(self, vocabulary: Vocabulary, progress: Progress, cancelled: Cancelled) -> None:
        self.vocabulary = vocabulary
        self.progress = progress
        self.cancelled = cancelled
        self.report = BuildReport()
        self.expander = Expander(vocabulary)
        # Texts and numbers only: the garbage collector would go through 100,000 tuples again and again, for 80 ms.
        self.seen: dict[str, int] = {}  # key of same_as → staged row
        self.sources: array[int] = array("i", [0])  # catalogue of each staged row, which are numbered from 1
        self.ids: set[str] = set()  # of the catalogue being read
        self.also: list[tuple[int, str, int, int, int]] = []
        self.extra: dict[int, list[int]] = {}  # staged row → other catalogues that have it
        self.labels: dict[str, dict[str, str]] = {}

    def run(
        self, connection: sqlite3.Connection, collections: Sequence[Collection], common: int | None, store: str
    ) -> None:
        connection.executescript(f"PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA temp_store={store};")
        connection.executescript(_SCHEMA)
        connection.execute("BEGIN")
        self._stage(connection, collections)
        postings = self._write(connection, [collection.catalogue for collection in collections])
        postings.write(connection, common)
        meta = {"format": FORMAT, "size": self.report.indexed}
        connection.executemany("INSERT INTO meta VALUES (?, ?)", [(key, str(value)) for key, value in meta.items()])
        connection.execute("DROP TABLE staged")
        connection.execute("COMMIT")

    def _check(self) -> None:
        if self.cancelled():
            raise CatalogueError(Code.CANCELLED)

    # first pass: read the records, one by one

    def _stage(self, connection: sqlite3.Connection, collections: Sequence[Collection]) -> None:
        total = sum(_size(collection.path) for collection in collections) or 1
        done = 0
        for number, collection in enumerate(collections):
            status = collection.path.stat() if collection.path.is_file() else None
            if status is None:
                raise CatalogueError(Code.READ_FAILED, str(collection.path), reason="absent")
            connection.execute(
                "INSERT INTO source VALUES (?, ?, ?, ?, ?)",
                (number, collection.catalogue, str(collection.path), status.st_size, status.st_mtime_ns),
            )
            self.ids.clear()
            for count, (start, line) in enumerate(read_lines(collection.path)):
                self._check()
                if count % 200 == 0:
                    self.progress(0.5 * (done + start) / total)
                if line.strip():
                    self._stage_one(connection, number, collection, start, line, count + 1)
            done += status.st_size

    def _stage_one(
        self, connection: sqlite3.Connection, source: int, collection: Collection, start: int, line: bytes, number: int
    ) -> None:
        try:
            record = parse(line, str(collection.path))
            if record.id in self.ids:
                raise CatalogueError(Code.ID_DUPLICATE, str(collection.path), id=record.id)
        except CatalogueError as error:
            self.report.skipped += 1
            if len(self.report.problems) < MAX_PROBLEMS:
                params = {**error.params, "catalogue": collection.catalogue}
                self.report.problems.append(Problem(error.code, params, str(collection.path), number))
            return
        self.ids.add(record.id)
        keys = same_as(record)
        known = (self.seen.get(key, 0) for key in keys)
        twin = next((row for row in known if row and self.sources[row] != source), 0)
        if twin:
            self.report.merged += 1
            self.also.append((twin, record.id, source, start, len(line)))
            self.extra.setdefault(twin, []).append(source)
            return
        row = connection.execute(
            "INSERT INTO staged VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
            self._staged(record, source, collection, start, len(line)),
        ).lastrowid
        self.sources.append(source)
        for key in keys:
            self.seen.setdefault(key, int(row or 0))

    def _staged(
        self, record: Record, source: int, collection: Collection, start: int, length: int
    ) -> tuple[object, ...]:
        facets = self._facets(record)
        titled = tokens(" ".join([*(text.title for text in record.texts.values()), *record.keywords]))
        head = list(dict.fromkeys(titled))
        body = [record.id, record.publisher, *record.terms, *record.external_ids]
        for text in record.texts.values():
            body += [text.description, text.quality]
        text_words = [*titled, *tokens(" ".join(body))][:MAX_WORDS]
        whole = list(dict.fromkeys([*head, *text_words, *self.expander.added(text_words)]))
        titles = {code: text.title for code, text in record.texts.items() if text.title}
        return (
            -static_score(record) * 100 + source,
            " ".join(words(record.title))[:80],
            record.id,
            source,
            start,
            length,
            record.title,
            json.dumps(titles, ensure_ascii=False) if len(titles) > 1 else "",
            record.publisher,
            record.version,
            record.updated or record.date,
            int(record.run.get("network") is False),
            " ".join(head),
            " ".join(whole),
            json.dumps(facets, ensure_ascii=False),
        )

    def _facets(self, record: Record) -> dict[str, list[str]]:
        """Values of each facet, ours where the vocabulary knows or maps them."""
        found: dict[str, list[str]] = {"status": [record.status]}
        if record.publisher:
            found["publisher"] = [record.publisher]
        for facet, concepts in record.facets.items():
            if facet not in INDEX_FACETS or facet in ("publisher", "catalogue", "status"):
                continue
            values = []
            for concept in concepts:
                value = self.vocabulary.resolve(facet, concept.id, concept.url)
                if value is None:
                    value = concept.url or concept.id
                    self.labels.setdefault(facet, {}).setdefault(value, concept.title or concept.id)
                values.append(value)
            found[facet] = list(dict.fromkeys(values))
        return found

    # second pass: write them in order of merit

    def _write(self, connection: sqlite3.Connection, catalogues: Sequence[str]) -> Postings:
        postings = Postings(self._check)
        pairs: dict[str, tuple[array[int], array[int], dict[str, int]]] = {
            name: (array("i"), array("i"), {}) for name in INDEX_FACETS
        }
        place: dict[int, int] = {}
        sorting: list[str] = []
        dates: list[str] = []
        total = max(1, len(self.sources) - 1)
        reader = connection.execute("SELECT rowid, * FROM staged ORDER BY score, sorting, rowid")
        writer = connection.cursor()
        for row, values in enumerate(reader):
            self._check()
            if row % 500 == 0:
                self.progress(0.5 + 0.4 * row / total)
            staged, _, title_key, record, source, start, length, *shown, head, whole, facets = values
            place[staged] = row
            writer.execute(
                "INSERT INTO doc VALUES (?,?,?,?,?,?,?,?,?,?,?)", (row, record, source, start, length, *shown)
            )
            writer.execute("INSERT INTO head(rowid, text) VALUES (?, ?)", (row, head))
            writer.execute("INSERT INTO whole(rowid, text) VALUES (?, ?)", (row, whole))
            postings.add(head.split(), whole.split())
            sorting.append(title_key)
            dates.append(shown[4])
            values_of = json.loads(facets)
            values_of["catalogue"] = [catalogues[source], *(catalogues[i] for i in self.extra.get(staged, ()))]
            _add_pairs(pairs, row, values_of)
            postings.spell(" ".join([shown[0], shown[1]]))
        self.report.indexed = len(sorting)
        writer.execute("CREATE INDEX doc_record ON doc (record)")
        also = [(place[staged], *rest) for staged, *rest in self.also]
        writer.executemany("INSERT INTO also VALUES (?,?,?,?,?)", also)
        writer.execute("CREATE INDEX also_record ON also (record)")
        writer.execute("CREATE INDEX also_doc ON also (doc)")
        self._write_facets(writer, pairs)
        _write_sorting(writer, sorting, dates)
        return postings

    def _write_facets(
        self, writer: sqlite3.Cursor, pairs: dict[str, tuple[array[int], array[int], dict[str, int]]]
    ) -> None:
        for number, (name, (rows, codes, values)) in enumerate(pairs.items()):
            labels = {value: label for value, label in self.labels.get(name, {}).items() if value in values}
            blob = np.array([rows, codes], dtype="<i4").tobytes()
            writer.execute(
                "INSERT INTO facet VALUES (?,?,?,?,?)",
                (name, number, json.dumps(list(values)), json.dumps(labels), zlib.compress(blob, 1)),
            )
            for value in values:
                names = [*self.vocabulary.search_names(name, value), labels.get(value, "")]
                found = dict.fromkeys(tokens(" . ".join(names)))
                writer.executemany("INSERT INTO name VALUES (?,?,?)", [(token, name, value) for token in found])


def _size(path: Path) -> int:
    return path.stat().st_size if path.is_file() else 0


def _add_pairs(
    pairs: dict[str, tuple[array[int], array[int], dict[str, int]]], row: int, values_of: dict[str, list[str]]
) -> None:
    for name, values in values_of.items():
        rows, codes, known = pairs[name]
        for value in dict.fromkeys(values):
            rows.append(row)
            codes.append(known.setdefault(value, len(known)))


def _write_sorting(writer: sqlite3.Cursor, titles: Sequence[str], dates: Sequence[str]) -> None:
    by_title = sorted_gently(range(len(titles)), key=titles.__getitem__)
    by_date = sorted_gently(range(len(dates)), key=dates.__getitem__, reverse=True)
    for name, order in (("title", by_title), ("date", by_date)):
        blob = np.array(order, dtype="<i4").tobytes()
        writer.execute("INSERT INTO sorting VALUES (?, ?)", (name, zlib.compress(blob, 1)))
