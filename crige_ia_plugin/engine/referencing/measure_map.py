"""From metres of ground to calibrated measures and back, lane by lane."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .lanes import bisect_ranges


@dataclass(frozen=True)
class MeasureMap:
    """Turns abscissas of ground into calibrated measures, by lane (2 · route, plus 1 for the left one).

    Attributes:
        lane: int64 (k,), increasing.
        ground: float64 (k,), increasing within a lane.
        m: float64 (k,), increasing within a lane.
    """

    lane: np.ndarray
    ground: np.ndarray
    m: np.ndarray

    def lane_of(self, route: np.ndarray, left: np.ndarray) -> np.ndarray:
        """Return the lane that serves each route and side: its own, else the other, −1 where neither has markers."""
        own = 2 * route + left
        lane = np.where(self._has(own), own, np.where(self._has(own ^ 1), own ^ 1, -1))
        return lane

    def _has(self, lane: np.ndarray) -> np.ndarray:
        if not len(self.lane):
            return np.zeros(len(lane), dtype=bool)
        spot = np.minimum(np.searchsorted(self.lane, lane), len(self.lane) - 1)
        has: np.ndarray = self.lane[spot] == lane
        return has

    def to_measure(self, lane: np.ndarray, ground: np.ndarray) -> np.ndarray:
        """Return measures; NaN where the lane is −1."""
        return self._map(lane, ground, self.ground, self.m)

    def to_ground(self, lane: np.ndarray, m: np.ndarray) -> np.ndarray:
        """Return abscissas of ground; NaN where the lane is −1."""
        return self._map(lane, m, self.m, self.ground)

    def reach(self, lane: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return the abscissas of the first and last marker of each lane; NaN where the lane is −1."""
        low, high = np.searchsorted(self.lane, lane, side="left"), np.searchsorted(self.lane, lane, side="right")
        first, last = np.full(len(lane), np.nan), np.full(len(lane), np.nan)
        has = (lane >= 0) & (high > low)
        first[has], last[has] = self.ground[low[has]], self.ground[high[has] - 1]
        return first, last

    def _map(self, lane: np.ndarray, x: np.ndarray, source: np.ndarray, target: np.ndarray) -> np.ndarray:
        low, high = np.searchsorted(self.lane, lane, side="left"), np.searchsorted(self.lane, lane, side="right")
        result = np.full(len(x), np.nan)
        has = np.flatnonzero((lane >= 0) & (high > low))
        low, high, x = low[has], high[has], x[has]
        after = bisect_ranges(source, low, high, x)
        before = np.maximum(after - 1, low)
        y = target[before] + (x - source[before])  # outside: metre for metre
        inside = np.flatnonzero((after > low) & (after < high))
        a, b = before[inside], after[inside]
        share = (x[inside] - source[a]) / (source[b] - source[a])
        y[inside] = target[a] + share * (target[b] - target[a])
        result[has] = y
        return result
