"""“Did you mean”: the known word nearest to one that finds nothing.

Distance: optimal string alignment (insertions, deletions, substitutions, swaps of neighbours), computed for all
candidate words at once.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from .facets import population

if TYPE_CHECKING:
    import numpy.typing as npt

LONGEST = 24
_FEW = 40  # below, plain Python is quicker than arrays


class Speller:
    """Known words, most frequent first, ready to be compared."""

    def __init__(self, words: Sequence[str]) -> None:
        self.words = [word for word in words if 2 < len(word) <= LONGEST]
        count = len(self.words)
        letters = np.array(self.words, dtype=f"U{LONGEST}").view(np.uint32).reshape(count, LONGEST)
        self._letters: npt.NDArray[np.uint8] = letters.astype(np.uint8)  # index words are ASCII
        self._lengths: npt.NDArray[np.int8] = (self._letters != 0).sum(axis=1).astype(np.int8)
        self._bags: npt.NDArray[np.uint64] = np.array([_bag(word) for word in self.words], dtype=np.uint64)

    def nearest(self, word: str) -> str | None:
        """The closest known word, the most frequent of equals; None when all are too far."""
        if not self.words or not 2 < len(word) <= LONGEST or not word.isascii():
            return None
        allowed = 1 if len(word) < 5 else 2
        differing = population((self._bags ^ np.uint64(_bag(word))).reshape(-1, 1))
        near = (np.abs(self._lengths - len(word)) <= allowed) & (differing <= 2 * allowed)
        candidates = np.flatnonzero(near)
        if not len(candidates):
            return None
        if len(candidates) < _FEW:
            distances = np.array([distance(word, self.words[i]) for i in candidates])
        else:
            typed = np.frombuffer(word.encode("ascii"), dtype=np.uint8)
            distances = _distances(typed, self._letters[candidates], self._lengths[candidates])
        best = int(np.argmin(distances))
        return self.words[candidates[best]] if distances[best] <= allowed else None


def distance(first: str, second: str) -> int:
    """Optimal string alignment distance between two words."""
    before: list[int] = []
    row = list(range(len(second) + 1))
    for i, a in enumerate(first):
        after = [i + 1]
        for j, b in enumerate(second):
            cell = min(row[j + 1] + 1, after[j] + 1, row[j] + (a != b))
            if i and j and a == second[j - 1] and first[i - 1] == b:
                cell = min(cell, before[j - 1] + 1)
            after.append(cell)
        before, row = row, after
    return row[-1]


def _bag(word: str) -> int:
    """One 64-bit mask: which letters and digits a word has."""
    bag = 0
    for letter in word:
        bag |= 1 << ord(letter) % 64
    return bag


def _distances(
    typed: npt.NDArray[np.uint8], words: npt.NDArray[np.uint8], lengths: npt.NDArray[np.int8]
) -> npt.NDArray[np.int8]:
    """Distance from ``typed`` (m,) to each of ``words`` (n, LONGEST), row by row of the usual table."""
    count, width = len(words), int(lengths.max(initial=0))
    words = words[:, :width]
    before: npt.NDArray[np.int8] = np.zeros((count, width + 1), dtype=np.int8)
    row = np.broadcast_to(np.arange(width + 1, dtype=np.int8), (count, width + 1)).copy()
    for i in range(len(typed)):
        after = np.empty_like(row)
        after[:, 0] = i + 1
        substitution = row[:, :-1] + (words != typed[i])
        for j in range(width):
            cell = np.minimum(row[:, j + 1] + 1, after[:, j] + 1)
            np.minimum(cell, substitution[:, j], out=cell)
            if i and j:
                swapped = (words[:, j] == typed[i - 1]) & (words[:, j - 1] == typed[i])
                np.minimum(cell, np.where(swapped, before[:, j - 1] + 1, cell), out=cell)
            after[:, j + 1] = cell
        before, row = row, after
    last: npt.NDArray[np.int8] = row[np.arange(count), lengths]
    return last
