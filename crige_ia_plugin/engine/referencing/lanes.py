"""Find places by measure on measured routes, for many at once."""

from __future__ import annotations

import numpy as np

from ..measures import MeasuredRoutes, Side

#: A measure this near to the end of a part, in metres, is on it.
REACH = 1e-3


def bisect_ranges(values: np.ndarray, low: np.ndarray, high: np.ndarray, x: np.ndarray) -> np.ndarray:
    """Return, for each row, the first place in ``values[low:high]`` whose value is above ``x``.

    Args:
        values: float64 (k,), increasing within each range.
        low: int64 (n,), start of each range.
        high: int64 (n,), end of each range.
        x: float64 (n,), what is looked for.

    Returns:
        int64 (n,), between ``low`` and ``high``.
    """
    low, high = low.copy(), high.copy()
    open_ = np.flatnonzero(low < high)
    while len(open_):
        middle = (low[open_] + high[open_]) >> 1
        above = values[middle] > x[open_]
        high[open_[above]] = middle[above]
        low[open_[~above]] = middle[~above] + 1
        open_ = open_[low[open_] < high[open_]]
    return low


class PartLane:
    """Some parts of measured routes, in order of route and measure.

    Args:
        routes: The routes.
        wanted: bool (p,), the parts that belong to the lane; parts without measures never do.
        key: int64 (p,), what a place is looked for in: the route when None.
    """

    def __init__(self, routes: MeasuredRoutes, wanted: np.ndarray, key: np.ndarray | None = None) -> None:
        start, end = routes.start_m(), routes.end_m()
        own = routes.route if key is None else key
        rows = np.flatnonzero(wanted & np.isfinite(start) & np.isfinite(end))
        self.part = rows[np.lexsort((start[rows], own[rows]))]
        self.start, self.end = start[self.part], end[self.part]
        self._key = own[self.part]

    def range_of(self, key: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return the range of each key among the lane's parts."""
        return np.searchsorted(self._key, key, side="left"), np.searchsorted(self._key, key, side="right")

    def find(self, key: np.ndarray, m: np.ndarray) -> np.ndarray:
        """Return int64 (n,), the part that holds each measure, −1 where none does."""
        low, high = self.range_of(key)
        spot = bisect_ranges(self.start, low, high, m + REACH) - 1
        found = spot >= low
        if found.any():
            found[found] = m[found] <= self.end[spot[found]] + REACH
        part = np.full(len(key), -1, dtype=np.int64)
        part[found] = self.part[spot[found]]
        # The part before may end exactly where this one has not begun.
        earlier = np.flatnonzero(found & (spot - 1 >= low))
        if len(earlier):
            here = self.start[spot[earlier]] > m[earlier]
            before = spot[earlier] - 1
            better = here & (self.end[before] >= m[earlier])
            part[earlier[better]] = self.part[before[better]]
        return part

    def reach_of(self, key: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return the least and greatest measure of each key, NaN where it has no part."""
        low, high = self.range_of(key)
        has = high > low
        least, most = np.full(len(key), np.nan), np.full(len(key), np.nan)
        least[has] = self.start[low[has]]
        most[has] = np.maximum.accumulate(self.end)[high[has] - 1] if len(self.end) else np.nan
        if has.any():
            # A running maximum leaks from one key to the next: take it again where it did.
            leaked = np.flatnonzero(has & (most > self.end[np.maximum(high - 1, 0)] + REACH))
            for row in leaked.tolist():
                most[row] = self.end[low[row] : high[row]].max()
        return least, most

    def overlapping(self, key: np.ndarray, start: np.ndarray, end: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return (row, part) for every part that shares more than a point with each row's stretch."""
        low, high = self.range_of(key)
        last = bisect_ranges(self.start, low, high, end)
        first = bisect_ranges(self.end, low, high, start)
        count = np.maximum(last - first, 0)
        row = np.repeat(np.arange(len(key)), count)
        at = np.arange(count.sum()) + np.repeat(first - (np.cumsum(count) - count), count)
        return row, self.part[at]


class RouteLanes:
    """The lanes of measured routes, by the side an address names.

    An address on the right carriageway, or on none, is looked for on right and single carriageways; one on the left
    carriageway on left ones, then on single ones; on any where the route has no left carriageway at all. Branches
    have lanes of their own.
    """

    def __init__(self, routes: MeasuredRoutes) -> None:
        self.routes = routes
        self._size = max(len(routes.names), int(routes.route.max(initial=-1)) + 1)
        main = routes.branch == 0
        self.right = PartLane(routes, main & (routes.side != Side.LEFT))
        self.left = PartLane(routes, main & (routes.side == Side.LEFT))
        self.single = PartLane(routes, main & (routes.side == Side.SINGLE))
        self._branch_key = (routes.branch * 3 + routes.side) * self._size + routes.route
        self.branches = PartLane(routes, ~main, self._branch_key)
        self._has_left = np.zeros(self._size + 1, dtype=bool)
        self._has_left[routes.route[main & (routes.side == Side.LEFT)]] = True

    def has_left(self, route: np.ndarray) -> np.ndarray:
        """Return bool (n,), whether each route has a left carriageway."""
        found: np.ndarray = self._has_left[route]
        return found

    def find(self, route: np.ndarray, side: np.ndarray, m: np.ndarray, branch: np.ndarray | None = None) -> np.ndarray:
        """Return int64 (n,), the part that holds each measure, −1 where none does."""
        left = (side == Side.LEFT) & self.has_left(route)
        part = np.full(len(route), -1, dtype=np.int64)
        for lane, rows in (
            (self.left, np.flatnonzero(left)),
            (self.right, np.flatnonzero(~left)),
        ):
            part[rows] = lane.find(route[rows], m[rows])
        rows = np.flatnonzero(left & (part < 0))
        part[rows] = self.single.find(route[rows], m[rows])
        if branch is not None:
            rows = np.flatnonzero(branch > 0)
            key = (branch[rows] * 3 + side[rows]) * self._size + route[rows]
            part[rows] = self.branches.find(key, m[rows])
        return part

    def reach_of(self, route: np.ndarray, side: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return the least and greatest measure at which each address could be."""
        least, most = self.right.reach_of(route)
        left = np.flatnonzero((side == Side.LEFT) & self.has_left(route))
        for lane in (self.left, self.single) if len(left) else ():
            low, high = lane.reach_of(route[left])
            if lane is self.left:
                least[left], most[left] = low, high
            else:
                least[left], most[left] = np.fmin(least[left], low), np.fmax(most[left], high)
        return least, most

    def overlapping(
        self, route: np.ndarray, side: np.ndarray, start: np.ndarray, end: np.ndarray
    ) -> tuple[np.ndarray, np.ndarray]:
        """Return (row, part) for every part of its lane that each stretch covers, in order of row and measure."""
        left = (side == Side.LEFT) & self.has_left(route)
        found = []
        for lane, rows in (
            (self.left, np.flatnonzero(left)),
            (self.single, np.flatnonzero(left)),
            (self.right, np.flatnonzero(~left)),
        ):
            row, part = lane.overlapping(route[rows], start[rows], end[rows])
            found.append((rows[row], part))
        row, part = (np.concatenate(c) for c in zip(*found))
        order = np.lexsort((self.routes.start_m()[part], row))
        return row[order], part[order]


def point_on_part(routes: MeasuredRoutes, part: np.ndarray, m: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return int64 (n,) piece (its first vertex) and float64 (n,) share of measures on parts that hold them."""
    low, high = routes.offsets[part], routes.offsets[part + 1]
    piece = np.clip(bisect_ranges(routes.m, low, high, m) - 1, low, high - 2)
    span = routes.m[piece + 1] - routes.m[piece]
    share = np.divide(m - routes.m[piece], span, out=np.zeros(len(m)), where=span > 0)
    return piece, np.clip(share, 0.0, 1.0)


def along(values: np.ndarray, piece: np.ndarray, share: np.ndarray) -> np.ndarray:
    """Interpolate vertex values (float64 (v,) or (v, 2)) at places along pieces."""
    weight = share if values.ndim == 1 else share[:, None]
    here: np.ndarray = values[piece] + (values[piece + 1] - values[piece]) * weight
    return here
