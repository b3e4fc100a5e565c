"""Search the index: as one types, with the counts of every facet, always right.

Within a facet values are alternatives, between facets they add up; the count of a value uses the text typed and
the *other* facets' filters. What is typed is only ever words to look for, never a query language.
"""

from __future__ import annotations

import json
import sqlite3
import zlib
from bisect import bisect_left, bisect_right
from collections.abc import Collection as Values
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from .facets import FacetPairs, FacetTable, bits_of, population, unpack
from .indexing import FORMAT, Collection
from .problems import CatalogueError, Code
from .record import Record, parse
from .suggest import Speller
from .text import query_tokens, stem, words

if TYPE_CHECKING:
    import numpy.typing as npt

    from .facets import Bits

LISTED = ("kind", "level", "theme", "status")
"""Facets whose values a list shows."""


class Sort(str, Enum):
    """Order of the results."""

    RELEVANCE = "relevance"
    DATE = "date"
    TITLE = "title"


@dataclass(frozen=True)
class Query:
    """What is asked.

    Attributes:
        text: As typed; every word must be found, the last one may be unfinished.
        filters: Chosen values by facet.
        sort: Order of the results.
        only: Resources to keep, as (catalogue, id): favourites, what is installed; None for all.
    """

    text: str = ""
    filters: Mapping[str, Values[str]] = field(default_factory=dict)
    sort: Sort = Sort.RELEVANCE
    only: Values[tuple[str, str]] | None = None


@dataclass(frozen=True)
class Results:
    """What is found.

    Attributes:
        rows: (n,) int32, in order; give a slice of it to ``Index.summaries``.
        counts: Resources by value, by facet, zero included.
        without: When nothing is found: how many there would be without each facet's filter.
        suggestion: Another text that finds something, when this one finds nothing.
    """

    rows: npt.NDArray[np.int32]
    counts: Mapping[str, Mapping[str, int]]
    without: Mapping[str, int] = field(default_factory=dict)
    suggestion: str = ""

    def __len__(self) -> int:
        return len(self.rows)


@dataclass(frozen=True)
class Summary:
    """What a list shows of a resource.

    Attributes:
        offline: Whether it says of itself that it runs without the network.
        facets: Its values in the facets of ``LISTED``.
    """

    row: int
    catalogue: str
    id: str
    title: str
    titles: Mapping[str, str]
    publisher: str
    version: str
    updated: str
    offline: bool
    facets: Mapping[str, Sequence[str]]

    def title_in(self, language: str) -> str:
        """Title in a language, or in the resource's own."""
        return self.titles.get(language, self.title)


@dataclass(frozen=True)
class Place:
    """Where a record stands: which catalogue, and where in its file."""

    catalogue: str
    id: str
    path: Path
    start: int
    length: int


class Index:
    """An index opened for reading; one thread may open it and another use it, never both at once.

    Raises:
        CatalogueError: INDEX_INVALID when the file is not an index of this version.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            self._connection = sqlite3.connect(
                f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False
            )
            meta = dict(self._connection.execute("SELECT key, value FROM meta"))
            if meta.get("format") != str(FORMAT):
                raise CatalogueError(Code.INDEX_INVALID, str(path))
            self.size = int(meta["size"])
            listed = self._connection.execute("SELECT id, catalogue, path, size, modified FROM source ORDER BY id")
            self._sources = {row[0]: row[1:] for row in listed}
            self._table = FacetTable(self.size, self._read_facets())
            names = self._connection.execute("SELECT token, facet, value FROM name ORDER BY token").fetchall()
            self._names: list[tuple[str, str, str]] = names
            self._name_tokens = [name[0] for name in names]
            self._orders = {
                Sort(name): np.frombuffer(zlib.decompress(blob), dtype="<i4")
                for name, blob in self._connection.execute("SELECT name, rows FROM sorting")
            }
        except (sqlite3.Error, ValueError, KeyError, zlib.error) as error:
            raise CatalogueError(Code.INDEX_INVALID, str(path), reason=str(error)) from None
        self._everything = self._table.everything()
        self._frequent = lru_cache(maxsize=256)(self._read_frequent)
        self._speller: Speller | None = None

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def _read_facets(self) -> Iterable[FacetPairs]:
        query = "SELECT name, vals, labels, pairs FROM facet ORDER BY place"
        for name, values, labels, blob in self._connection.execute(query).fetchall():
            rows, codes = np.frombuffer(zlib.decompress(blob), dtype="<i4").reshape(2, -1)
            yield FacetPairs(name, json.loads(values), json.loads(labels), rows, codes)

    @property
    def facets(self) -> Mapping[str, FacetPairs]:
        """Facets with their values, and labels for values no vocabulary knows."""
        return self._table.facets

    def covers(self, collections: Iterable[Collection]) -> bool:
        """Whether it holds these collections, in this order, as their files are now."""
        held = [(catalogue, path) for catalogue, path, _, _ in self._sources.values()]
        return held == [(item.catalogue, str(item.path)) for item in collections] and not self.stale()

    def stale(self) -> list[str]:
        """Catalogues whose file is no longer the one indexed."""
        return [
            catalogue
            for catalogue, path, size, modified in self._sources.values()
            if _stamp(Path(path)) != (size, modified)
        ]

    # searching

    def search(self, query: Query) -> Results:
        """Find resources and count every value of every facet."""
        head, whole = self._matching(query.text)
        base = whole if query.only is None else whole & self._rows_named(query.only)
        chosen = {name: self._table.having(name, values) for name, values in query.filters.items() if values}
        found = _all_of(base, chosen.values())
        others = {name: _all_of(base, (bits for other, bits in chosen.items() if other != name)) for name in chosen}
        rows = self._ordered(found, head, query.sort)
        counts = self._table.counts(found, others)
        if len(rows):
            return Results(rows, counts)
        without = {name: int(population(bits)) for name, bits in others.items()}
        nothing_typed_matches = bool(query.text.strip()) and not whole.any()
        return Results(rows, counts, without, self._suggestion(query.text) if nothing_typed_matches else "")

    def _matching(self, text: str) -> tuple[Bits, Bits]:
        """Resources whose title or keywords, and whose whole text, have every word."""
        whole_words, unfinished = query_tokens(text)
        wanted = [*whole_words, *([unfinished + "*"] if unfinished else [])]
        head, whole = self._everything, self._everything
        rare = []
        for term in wanted:
            named = self._named(term)
            if named is None and self._frequent(term) is None:
                rare.append(term)
                continue
            bits = self._frequent(term) or self._found([term])
            head, whole = head & bits[0], whole & (bits[1] if named is None else bits[1] | named)
        if rare:
            bits = self._found(rare)
            head, whole = head & bits[0], whole & bits[1]
        return head & whole, whole

    def _found(self, terms: Sequence[str]) -> tuple[Bits, Bits]:
        """Resources that have every term in their title or keywords, and in their whole text."""
        expression = " ".join(f'"{term[:-1]}"*' if term.endswith("*") else f'"{term}"' for term in terms)
        return (
            self._full_text("SELECT rowid FROM head WHERE head MATCH ?", expression),
            self._full_text("SELECT rowid FROM whole WHERE whole MATCH ?", expression),
        )

    def _named(self, term: str) -> Bits | None:
        """Resources that have a facet's value so named; None when no value is."""
        token, past = (term[:-1], term[:-1] + "\x7f") if term.endswith("*") else (term, term)
        start, end = bisect_left(self._name_tokens, token), bisect_right(self._name_tokens, past)
        if start == end:
            return None
        values: dict[str, set[str]] = {}
        for _, facet, value in self._names[start:end]:
            values.setdefault(facet, set()).add(value)
        found = [self._table.having(facet, chosen) for facet, chosen in values.items()]
        union: Bits = np.bitwise_or.reduce(found)
        return union

    def _full_text(self, statement: str, expression: str) -> Bits:
        rows = self._connection.execute(statement, (expression,)).fetchall()
        return bits_of(np.fromiter((row[0] for row in rows), dtype=np.int64, count=len(rows)), self.size)

    def _read_frequent(self, term: str) -> tuple[Bits, Bits] | None:
        row = self._connection.execute("SELECT head, whole FROM frequent WHERE term = ?", (term,)).fetchone()
        if row is None:
            return None
        head, whole = (np.frombuffer(zlib.decompress(blob), dtype=np.uint64) for blob in row)
        return head, whole

    def _ordered(self, found: Bits, head: Bits, sort: Sort) -> npt.NDArray[np.int32]:
        if sort is not Sort.RELEVANCE:
            order = self._orders[sort]
            chosen: npt.NDArray[np.int32] = order[unpack(found, self.size)[order]]
            return chosen
        first = np.flatnonzero(unpack(found & head, self.size))
        then = np.flatnonzero(unpack(found & ~head, self.size))
        return np.concatenate([first, then]).astype(np.int32)

    def _rows_named(self, names: Values[tuple[str, str]]) -> Bits:
        catalogues = {row[0]: number for number, row in self._sources.items()}
        rows = []
        for catalogue, identifier in names:
            if catalogue in catalogues:
                rows += self._rows_of(catalogues[catalogue], identifier)
        return bits_of(rows, self.size)

    def _rows_of(self, source: int, identifier: str) -> list[int]:
        found = self._connection.execute(
            "SELECT id FROM doc WHERE record = :record AND source = :source"
            " UNION SELECT doc FROM also WHERE record = :record AND source = :source",
            {"record": identifier, "source": source},
        )
        return [row[0] for row in found]

    def _suggestion(self, text: str) -> str:
        """The text with each word that finds nothing replaced by the nearest one that does."""
        if self._speller is None:
            known = self._connection.execute("SELECT word FROM word ORDER BY place LIMIT 60000")
            self._speller = Speller([row[0] for row in known])
        typed = words(text)
        changed = []
        for word in typed:
            whole_words, unfinished = query_tokens(word)
            if not (whole_words or unfinished) or self._matching(word)[1].any():
                changed.append(word)
                continue
            nearest = self._speller.nearest(stem(word))
            if nearest is None:
                return ""
            changed.append(self._as_written(nearest))
        suggestion = " ".join(changed)
        return suggestion if changed != typed and self._matching(suggestion)[1].any() else ""

    def _as_written(self, word: str) -> str:
        row = self._connection.execute("SELECT written FROM word WHERE word = ?", (word,)).fetchone()
        return str(row[0]) if row else word

    # reading

    def summaries(self, rows: npt.ArrayLike) -> list[Summary]:
        """What a list shows of these rows, in their order."""
        wanted = np.asarray(rows, dtype=np.int64).tolist()
        statement = (
            "SELECT id, record, source, title, titles, publisher, version, updated, offline FROM doc"
            " WHERE id IN (SELECT value FROM json_each(?))"
        )
        found: dict[int, Summary] = {}
        for row, record, source, title, titles, publisher, version, updated, offline in self._connection.execute(
            statement, (json.dumps(wanted),)
        ):
            facets = {name: self._table.values_of(name, row) for name in LISTED}
            translated = json.loads(titles) if titles else {}
            catalogue = self._sources[source][0]
            found[row] = Summary(
                row, catalogue, record, title, translated, publisher, version, updated, bool(offline), facets
            )
        return [found[row] for row in wanted if row in found]

    def places(self, row: int) -> list[Place]:
        """Where the record is, then where other catalogues describe the same resource."""
        found = self._connection.execute(
            "SELECT source, record, start, length FROM doc WHERE id = :row"
            " UNION ALL SELECT source, record, start, length FROM also WHERE doc = :row",
            {"row": row},
        )
        return [
            Place(self._sources[source][0], record, Path(self._sources[source][1]), start, length)
            for source, record, start, length in found
        ]

    def record(self, row: int) -> Record:
        """The whole record of a row.

        Raises:
            CatalogueError: RECORD_UNKNOWN, or INDEX_STALE when its file has changed since.
        """
        places = self.places(row)
        if not places:
            raise CatalogueError(Code.RECORD_UNKNOWN, str(self.path), row=row)
        return read_record(places[0])

    def find(self, catalogue: str, identifier: str) -> int | None:
        """Row of a record, None when there is none."""
        for number, source in self._sources.items():
            if source[0] == catalogue:
                rows = self._rows_of(number, identifier)
                return rows[0] if rows else None
        return None


def read_record(place: Place) -> Record:
    """Read a record where it stands.

    Raises:
        CatalogueError: INDEX_STALE when it is no longer there.
    """
    try:
        with place.path.open("rb") as stream:
            stream.seek(place.start)
            record = parse(stream.read(place.length), str(place.path))
    except (OSError, CatalogueError):
        raise CatalogueError(Code.INDEX_STALE, str(place.path), catalogue=place.catalogue) from None
    if record.id != place.id:
        raise CatalogueError(Code.INDEX_STALE, str(place.path), catalogue=place.catalogue)
    return record


def _stamp(path: Path) -> tuple[int, int]:
    """Size and time of a file; (-1, 0) when it cannot be read."""
    try:
        status = path.stat()
    except OSError:
        return (-1, 0)
    return (status.st_size, status.st_mtime_ns)


def _all_of(base: Bits, filters: Iterable[Bits]) -> Bits:
    for bits in filters:
        base = base & bits
    return base
