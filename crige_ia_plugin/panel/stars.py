"""Favourites by row: a resource that two catalogues have is one row, whichever of the two it got its star from."""

from __future__ import annotations

from functools import lru_cache

from .centre import Centre
from .state import MAX_FAVOURITES, Key, PanelState


class Stars:
    """Finds the rows of the favourites, and the favourites of a row.

    Args:
        state: What holds the favourites.
    """

    def __init__(self, state: PanelState) -> None:
        self._state = state
        self._centre: Centre | None = None
        self._row_of = lru_cache(maxsize=MAX_FAVOURITES)(self._find)

    def set_centre(self, centre: Centre | None) -> None:
        """Look in another centre."""
        self._centre = centre
        self._row_of.cache_clear()

    def rows(self) -> frozenset[int]:
        """Rows that have a star."""
        found = (self._row_of(key) for key in self._state.favourites)
        return frozenset(row for row in found if row is not None)

    def mark(self, key: Key, on: bool) -> None:
        """Put a star on a resource, or take off all those of its row."""
        row = self._row_of(key)
        same = [other for other in self._state.favourites if self._row_of(other) == row]
        for starred in [key] if on else same:
            self._state.set_favourite(starred, on)

    def _find(self, key: Key) -> int | None:
        return self._centre.find(key) if self._centre else None
