"""Words of the resources while an index is built: which rows have which, other names, how words are written."""

from __future__ import annotations

import sqlite3
import zlib
from array import array
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING, Callable

import numpy as np

from .facets import bits_of
from .gently import sorted_gently
from .text import stem, tokens, words
from .vocabulary import Vocabulary

if TYPE_CHECKING:
    import numpy.typing as npt


class Expander:
    """Adds to a resource's words the other names of what it mentions: “MNH” also finds “canopy height model”."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        groups: list[list[list[str]]] = [[tokens(name) for name in group] for group in vocabulary.synonyms]
        groups += [[tokens(name) for name in term.names()] for term in vocabulary.glossary.values()]
        self._phrases: dict[str, list[tuple[list[str], list[str]]]] = {}
        for group in groups:
            every = list(dict.fromkeys(token for phrase in group for token in phrase))
            for phrase in group:
                if phrase:
                    self._phrases.setdefault(phrase[0], []).append((phrase, every))

    def added(self, text: Sequence[str]) -> list[str]:
        """Words to add to those of a text."""
        found: dict[str, None] = {}
        for position, token in enumerate(text):
            for phrase, every in self._phrases.get(token, ()):
                if text[position : position + len(phrase)] == phrase:
                    found.update(dict.fromkeys(every))
        return list(found)


class Postings:
    """Which row has which word, kept while building to find the frequent ones."""

    def __init__(self, check: Callable[[], None]) -> None:
        self.check = check
        self.terms: dict[str, int] = {}
        self.size = 0
        self.head = (array("i"), array("i"))  # term, row
        self.whole = (array("i"), array("i"))
        self.written: dict[str, Counter[str]] = {}

    def add(self, head: Sequence[str], whole: Sequence[str]) -> None:
        """Add the next row, given its words without repetition."""
        for (terms, rows), found in ((self.head, head), (self.whole, whole)):
            terms.extend([self.terms.setdefault(word, len(self.terms)) for word in found])
            rows.extend([self.size] * len(found))
        self.size += 1

    def spell(self, title: str) -> None:
        """Remember how the words of a title are written, accents included."""
        for part in title.replace("'", " ").replace("’", " ").split():
            plain = part.strip('.,;:!?()[]{}«»"…–-/').lower()
            if plain.isalpha():
                folded = words(plain)
                if len(folded) == 1 and len(folded[0]) > 2:
                    self.written.setdefault(stem(folded[0]), Counter())[plain] += 1

    def write(self, connection: sqlite3.Connection, common: int | None) -> None:
        """Write the bit sets of what ``common`` rows or more have, and the words that can be suggested."""
        threshold = common if common is not None else max(500, self.size // 16)
        ordered = sorted_gently(self.terms)
        place = np.empty(len(ordered), dtype=np.int32)
        numbers = np.fromiter((self.terms[word] for word in ordered), dtype=np.int32, count=len(ordered))
        place[numbers] = np.arange(len(ordered), dtype=np.int32)
        head = _Inverted(self.head, place, len(ordered))
        whole = _Inverted(self.whole, place, len(ordered))
        for term, first, last in _beginnings(ordered, whole, threshold):
            self.check()
            rows = np.unique(whole.rows_of(first, last))
            if len(rows) >= threshold:
                bits = [bits_of(table, self.size).tobytes() for table in (head.rows_of(first, last), rows)]
                connection.execute(
                    "INSERT INTO frequent VALUES (?, ?, ?)", (term, *(zlib.compress(blob, 1) for blob in bits))
                )
        self._write_words(connection, ordered, head)

    def _write_words(self, connection: sqlite3.Connection, ordered: Sequence[str], head: _Inverted) -> None:
        known = [(head.starts[i + 1] - head.starts[i], word) for i, word in enumerate(ordered) if word in self.written]
        known = sorted_gently(known, key=lambda item: (-item[0], item[1]))
        connection.executemany(
            "INSERT INTO word VALUES (?, ?, ?)",
            ((i, word, self.written[word].most_common(1)[0][0]) for i, (_, word) in enumerate(known)),
        )


class _Inverted:
    """Rows by word, words in alphabetical order, so that a beginning is a slice."""

    def __init__(self, pairs: tuple[array[int], array[int]], place: npt.NDArray[np.int32], count: int) -> None:
        terms = place[np.frombuffer(pairs[0], dtype=np.int32)] if len(pairs[0]) else np.zeros(0, dtype=np.int32)
        order = np.argsort(terms, kind="stable")
        self.rows: npt.NDArray[np.int32] = np.asarray(pairs[1], dtype=np.int32)[order]
        numbers = np.bincount(terms, minlength=count)
        self.starts: list[int] = [0, *accumulate(numbers.tolist())]

    def rows_of(self, first: int, last: int) -> npt.NDArray[np.int32]:
        """Rows that have any of the words ``first`` to ``last`` (excluded); may repeat."""
        return self.rows[self.starts[first] : self.starts[last]]


def _beginnings(ordered: Sequence[str], whole: _Inverted, threshold: int) -> Iterable[tuple[str, int, int]]:
    """Words, and beginnings (marked ``*``), that may be frequent, with the slice of words they cover."""
    starts: dict[str, int] = {}
    previous = ""
    for i, word in enumerate([*ordered, ""]):
        shared = _shared(previous, word)
        for length in range(len(previous), shared, -1):
            beginning = previous[:length]
            first = starts.pop(beginning)
            if whole.starts[i] - whole.starts[first] >= threshold:
                yield beginning + "*", first, i
        for length in range(shared + 1, len(word) + 1):
            starts[word[:length]] = i
        if word and whole.starts[i + 1] - whole.starts[i] >= threshold:
            yield word, i, i + 1
        previous = word


def _shared(first: str, second: str) -> int:
    """How many letters two words have in common at their beginning."""
    for i, (a, b) in enumerate(zip(first, second)):
        if a != b:
            return i
    return min(len(first), len(second))
