"""Long work in small pieces, so that other threads of the same Python get their turn: QGIS's windows, first of all."""

from __future__ import annotations

import heapq
from collections.abc import Iterable
from itertools import islice
from typing import Any, Callable, TypeVar

T = TypeVar("T")

PIECE = 4_000
"""Items sorted in one go: about a millisecond."""


def sorted_gently(items: Iterable[T], key: Callable[[T], Any] | None = None, *, reverse: bool = False) -> list[T]:
    """Sort as ``sorted`` does, equal items in their order; a hundred thousand hold other threads for 1 ms, not 60."""
    iterator = iter(items)
    pieces = []
    while piece := list(islice(iterator, PIECE)):
        piece.sort(key=key, reverse=reverse)
        pieces.append(piece)
    return list(heapq.merge(*pieces, key=key, reverse=reverse))
