"""Addresses ⇄ measures, through calibrated markers.

An offset is in metres of ground: between two markers the measure and the ground are proportional, outside a metre is a
metre. An offset may run past the next marker.
"""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

import numpy as np

from ..measures import Side
from .lanes import bisect_ranges
from .markers import CalibratedMarkers
from .measure_map import MeasureMap

#: A place this little before a marker, in metres, is at the marker.
_AT_MARKER = 1e-6


class Reason(Enum):
    """Why something was not placed, or what is to be known about how it was."""

    PLACED = "placed"
    UNKNOWN_ROUTE = "unknown-route"
    NO_ROUTE = "no-route"
    UNKNOWN_ADDRESS = "unknown-address"
    UNREADABLE_ADDRESS = "unreadable-address"
    DECIMAL_NUMBER = "decimal-number"
    NO_MARKER_ON_ROUTE = "no-marker-on-route"
    UNKNOWN_MARKER = "unknown-marker"
    AMBIGUOUS_MARKER = "ambiguous-marker"
    NOT_MEASURED = "not-measured"
    BEFORE_START = "before-start"
    AFTER_END = "after-end"
    IN_GAP = "in-gap"
    ZERO_LENGTH = "zero-length"
    #: Other rows of its table cover all of it: an overlay keeps the first.
    HIDDEN = "hidden"
    OFF_NETWORK = "off-network"
    NO_GEOMETRY = "no-geometry"


class Resolved(NamedTuple):
    """Measures of some addresses.

    Attributes:
        m: float64 (n,), NaN where not resolved.
        reason: object (n,), :class:`Reason`.
    """

    m: np.ndarray
    reason: np.ndarray


class Written(NamedTuple):
    """Addresses of some measures.

    Attributes:
        pr: int64 (n,), −1 where the route has no marker.
        offset: float64 (n,), metres of ground after it, negative before the first marker.
        department: object (n,), text.
        network: object (n,), text.
    """

    pr: np.ndarray
    offset: np.ndarray
    department: np.ndarray
    network: np.ndarray


class Addressing:
    """Resolves addresses on the routes of some calibrated markers.

    Args:
        markers: The markers; those not ``used`` are left aside.
    """

    def __init__(self, markers: CalibratedMarkers) -> None:
        kept = np.flatnonzero(markers.used & np.isfinite(markers.m) & (markers.route >= 0))
        lane = 2 * markers.route[kept] + (markers.side[kept] == Side.LEFT)
        markers = markers.take(kept[np.lexsort((markers.m[kept], lane))])
        self._markers = markers
        self._lane = 2 * markers.route + (markers.side == Side.LEFT)
        self._map = MeasureMap(self._lane, markers.ground, markers.m)
        self._order = np.lexsort((markers.pr, self._lane))
        self._key_lane, self._key_pr = self._lane[self._order], markers.pr[self._order]
        # One sortable number a key; a marker number never reaches the step between two lanes.
        self._step = int(markers.pr.max(initial=0)) + 2
        self._key = self._key_lane * self._step + self._key_pr

    def write(self, route: np.ndarray, side: np.ndarray, m: np.ndarray) -> Written:
        """Write the address of each measure: the marker before it, and the metres of ground between.

        Args:
            route: int64 (n,), codes.
            side: int64 (n,), :class:`measures.Side`; the left carriageway counts from its own markers if it has any.
            m: float64 (n,).
        """
        lane = self._map.lane_of(route, (side == Side.LEFT).astype(np.int64))
        lane = np.where(np.isfinite(m), lane, -1)
        low = np.searchsorted(self._lane, lane, side="left")
        high = np.searchsorted(self._lane, lane, side="right")
        has = (lane >= 0) & (high > low)
        spot = np.zeros(len(m), dtype=np.int64)
        rows = np.flatnonzero(has)
        after = bisect_ranges(self._markers.m, low[rows], high[rows], m[rows] + _AT_MARKER)
        spot[rows] = np.maximum(after - 1, low[rows])
        pr = np.full(len(m), -1, dtype=np.int64)
        offset = np.full(len(m), np.nan)
        department, network = np.full(len(m), "", dtype=object), np.full(len(m), "", dtype=object)
        chosen = spot[rows]
        ground = self._map.to_ground(lane[rows], m[rows])
        pr[rows] = self._markers.pr[chosen]
        past = ground - self._markers.ground[chosen]
        offset[rows] = np.where(np.abs(past) <= 2 * _AT_MARKER, 0.0, past)
        department[rows] = self._markers.department[chosen]
        network[rows] = self._markers.network[chosen]
        return Written(pr, offset, department, network)

    def resolve(
        self,
        route: np.ndarray,
        side: np.ndarray,
        pr: np.ndarray,
        offset: np.ndarray,
        department: np.ndarray,
        network: np.ndarray,
    ) -> Resolved:
        """Find the measure of each address.

        Args:
            route: int64 (n,), codes, none negative.
            side: int64 (n,), :class:`measures.Side`.
            pr: int64 (n,), marker numbers, none negative.
            offset: float64 (n,), metres of ground.
            department: object (n,), as :func:`markers.comparable_text` writes them; ``""`` for any.
            network: object (n,), the same.
        """
        n = len(route)
        m, reason = np.full(n, np.nan), np.full(n, Reason.PLACED, dtype=object)
        left = (side == Side.LEFT).astype(np.int64)
        lane = self._map.lane_of(route, left)
        reason[lane < 0] = Reason.NO_MARKER_ON_ROUTE
        rows = np.flatnonzero(lane >= 0)
        spot, why = self._find(lane[rows], pr[rows], department[rows], network[rows])
        # Two carriageways share one numbering: a number that one lacks is looked for on the other.
        missing = np.flatnonzero(why == Reason.UNKNOWN_MARKER)
        other = lane[rows[missing]] ^ 1
        again, why_again = self._find(other, pr[rows[missing]], department[rows[missing]], network[rows[missing]])
        better = why_again != Reason.UNKNOWN_MARKER
        spot[missing[better]], why[missing[better]] = again[better], why_again[better]
        reason[rows] = why
        good = why == Reason.PLACED
        rows, spot = rows[good], spot[good]
        ground = self._markers.ground[spot] + offset[rows]
        m[rows] = self._map.to_measure(self._lane[spot], ground)
        return Resolved(m, reason)

    def _find(
        self, lane: np.ndarray, pr: np.ndarray, department: np.ndarray, network: np.ndarray
    ) -> tuple[np.ndarray, np.ndarray]:
        """Return the marker of each key, −1 where it is unknown or not the only one."""
        key = lane * self._step + np.minimum(pr, self._step - 1)
        low, high = np.searchsorted(self._key, key, side="left"), np.searchsorted(self._key, key, side="right")
        high = np.where(pr >= self._step - 1, low, high)
        spot = np.full(len(lane), -1, dtype=np.int64)
        reason = np.full(len(lane), Reason.UNKNOWN_MARKER, dtype=object)
        count = high - low
        row = np.repeat(np.arange(len(lane)), count)
        marker = self._order[np.arange(count.sum()) + np.repeat(low - (np.cumsum(count) - count), count)]
        fits = np.ones(len(row), dtype=bool)
        for wanted, has in ((department, self._markers.department), (network, self._markers.network)):
            fits &= (wanted[row] == "") | (has[marker] == "") | (wanted[row] == has[marker])
        row, marker = row[fits], marker[fits]
        several = np.bincount(row, minlength=len(lane))
        spot[row] = marker
        spot[several != 1] = -1
        reason[several == 1] = Reason.PLACED
        reason[several > 1] = Reason.AMBIGUOUS_MARKER
        return spot, reason
