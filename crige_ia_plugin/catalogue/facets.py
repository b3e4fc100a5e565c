"""Facets as bit sets: which resources have a value, and how many of those found have each.

One bit a resource and a value; a count is an intersection and a population count, so that all the counts of
100,000 resources take about a millisecond. A facet with very many values (publishers) is a list of pairs instead.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    import numpy.typing as npt

    Rows = npt.NDArray[np.int32]
    Bits = npt.NDArray[np.uint64]


_DENSE = 128


@lru_cache(maxsize=1)
def _population() -> npt.NDArray[np.uint8]:
    """How many bits are set in each number of 16 bits; made when first needed, never while QGIS starts."""
    ones = np.zeros(1, dtype=np.uint8)
    for _ in range(16):
        ones = np.concatenate([ones, ones + np.uint8(1)])
    return ones


def pack(mask: npt.NDArray[np.bool_]) -> Bits:
    """Bits of a boolean array, padded with zeros to whole 64-bit words."""
    padded = np.zeros(-(-len(mask) // 64) * 64, dtype=bool)
    padded[: len(mask)] = mask
    return np.packbits(padded, bitorder="little").view(np.uint64)


def unpack(bits: Bits, size: int) -> npt.NDArray[np.bool_]:
    """Boolean array of ``size`` from its bits."""
    return np.unpackbits(bits.view(np.uint8), count=size, bitorder="little").view(np.bool_)


def bits_of(rows: npt.ArrayLike, size: int) -> Bits:
    """Bits with those rows set."""
    mask = np.zeros(size, dtype=bool)
    mask[np.asarray(rows, dtype=np.int64)] = True
    return pack(mask)


def population(bits: Bits) -> npt.NDArray[np.int64]:
    """How many bits are set, along the last axis."""
    if hasattr(np, "bitwise_count"):  # NumPy 2
        numbers: npt.NDArray[np.int64] = np.bitwise_count(bits).sum(axis=-1, dtype=np.int64)
        return numbers
    counts: npt.NDArray[np.int64] = _population()[np.ascontiguousarray(bits).view(np.uint16)].sum(
        axis=-1, dtype=np.int64
    )
    return counts


@dataclass(frozen=True)
class FacetPairs:
    """A facet as stored: pair ``i`` says that resource ``rows[i]`` has value ``codes[i]``.

    Attributes:
        name: The facet.
        values: Identifier of each value; its place is its code.
        labels: What to show for values no vocabulary knows.
        rows: (n,) int32, ascending.
        codes: (n,) int32.
    """

    name: str
    values: Sequence[str]
    labels: Mapping[str, str]
    rows: Rows
    codes: Rows


class FacetTable:
    """All the facets of an index, in memory."""

    def __init__(self, size: int, facets: Iterable[FacetPairs]) -> None:
        self.size = size
        self.facets = {facet.name: facet for facet in facets}
        self._code = {
            name: {value: code for code, value in enumerate(facet.values)} for name, facet in self.facets.items()
        }
        ends = np.arange(size + 1, dtype=np.int32)
        self._starts = {name: np.searchsorted(facet.rows, ends) for name, facet in self.facets.items()}
        self._dense: dict[str, slice] = {}
        blocks: list[Bits] = []
        start = 0
        for name, facet in self.facets.items():
            if len(facet.values) <= _DENSE:
                blocks.append(self._matrix(facet))
                self._dense[name] = slice(start, start + len(facet.values))
                start += len(facet.values)
        words = -(-size // 64)
        self._bits: Bits = (
            np.ascontiguousarray(np.concatenate(blocks)) if blocks else np.zeros((0, words), dtype=np.uint64)
        )

    def _matrix(self, facet: FacetPairs) -> Bits:
        mask = np.zeros((len(facet.values), -(-self.size // 64) * 64), dtype=bool)
        mask[facet.codes, facet.rows] = True
        return np.packbits(mask, axis=1, bitorder="little").view(np.uint64)

    def everything(self) -> Bits:
        """Bits of all resources."""
        return pack(np.ones(self.size, dtype=bool))

    def having(self, name: str, values: Iterable[str]) -> Bits:
        """Resources that have at least one of these values; a value nobody has adds none."""
        codes = [self._code[name][value] for value in values if value in self._code.get(name, ())]
        if not codes:
            return np.zeros(-(-self.size // 64), dtype=np.uint64)
        if name in self._dense:
            block = self._bits[self._dense[name]]
            union: Bits = np.bitwise_or.reduce(block[codes], axis=0)
            return union
        facet = self.facets[name]
        wanted = np.zeros(len(facet.values), dtype=bool)
        wanted[codes] = True
        return bits_of(facet.rows[wanted[facet.codes]], self.size)

    def counts(self, found: Bits, filtered: Mapping[str, Bits]) -> dict[str, dict[str, int]]:
        """Count every value of every facet.

        Args:
            found: Resources that satisfy the query and every filter.
            filtered: For each facet with a filter of its own, what satisfies the query and the other filters.
        """
        shared = population(self._bits & found)
        result: dict[str, dict[str, int]] = {}
        for name, facet in self.facets.items():
            bits = filtered.get(name, found)
            if name not in self._dense:
                mask = unpack(bits, self.size)
                numbers = np.bincount(facet.codes[mask[facet.rows]], minlength=len(facet.values))
            elif name in filtered:
                numbers = population(self._bits[self._dense[name]] & bits)
            else:
                numbers = shared[self._dense[name]]
            result[name] = dict(zip(facet.values, numbers.tolist()))
        return result

    def values_of(self, name: str, row: int) -> list[str]:
        """Values one resource has in a facet."""
        facet = self.facets[name]
        starts = self._starts[name]
        return [facet.values[code] for code in facet.codes[starts[row] : starts[row + 1]].tolist()]
