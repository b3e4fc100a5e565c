"""Fit the measures of routes to their reference points.

Every marker is brought to the nearest place of its route, on its own carriageway. Along each lane (right and single
carriageways; left ones) the longest series of markers that grows is kept, the others are reported. Between markers the
measure is linear; outside, a metre of ground is a metre. A left lane without markers of its own takes the numbering of
the right one, and a branch goes on from its fork in metres of ground.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace
from enum import Enum
from typing import NamedTuple

import numpy as np

from ..measures import MeasuredRoutes, Side
from ..routes.anomalies import Anomalies, AnomalyList, Decision, RouteFault
from ..routes.options import GapRule
from .lanes import bisect_ranges
from .marker_places import (
    SAME_PLACE,
    PlacedMarkers,
    growing_markers,
    lane_ranges,
    place_markers,
    usable_rows,
    without_twins,
)
from .markers import CalibratedMarkers, Markers
from .measure_map import MeasureMap
from .parts import insert_vertices, split_parts


class Extrapolation(Enum):
    """What becomes of a route before its first marker and after its last."""

    EXTEND = "extend"
    CLIP = "clip"
    NULL = "null"


class Residuals(NamedTuple):
    """Each interval between two markers that follow one another on a lane.

    Attributes:
        route: int64 (n,), code of the route.
        side: int64 (n,), :class:`measures.Side` of the first marker.
        first: int64 (n,), row of the first marker among the calibrated ones,
        second: int64 (n,), and of the second.
        official: float64 (n,), official distance between them, NaN where they have none.
        ground: float64 (n,), distance measured along the route.
        difference: float64 (n,), official minus ground.
    """

    route: np.ndarray
    side: np.ndarray
    first: np.ndarray
    second: np.ndarray
    official: np.ndarray
    ground: np.ndarray
    difference: np.ndarray


@dataclass(frozen=True)
class Calibration:
    """The outcome.

    Attributes:
        routes: Routes with calibrated measures.
        markers: Every marker that has a place on its route.
        residuals: What each interval says against the ground.
        anomalies: Markers and routes that did not fit.
        map: From abscissas to measures.
        extrapolation: The policy applied.
    """

    routes: MeasuredRoutes
    markers: CalibratedMarkers
    residuals: Residuals
    anomalies: Anomalies
    map: MeasureMap
    extrapolation: Extrapolation

    def apply(self, routes: MeasuredRoutes) -> MeasuredRoutes:
        """Turn the abscissas of parts into measures, with a vertex more at each marker.

        Args:
            routes: Parts of the routes that were calibrated: all of them, or one for each segment
                (:func:`route_segments.segment_parts`).

        Returns:
            The same parts; NaN at the vertices beyond the markers unless these are extended.
        """
        routes = _at_markers(routes, self.map)
        part = routes.lines().vertex_line()
        fork = _branch_starts(routes, routes.start_m())
        m = self.measures(routes.route[part], routes.side[part], routes.branch[part], fork[part], routes.m)
        return routes.with_measures(m)

    def measures(
        self, route: np.ndarray, side: np.ndarray, branch: np.ndarray, fork: np.ndarray, at: np.ndarray
    ) -> np.ndarray:
        """Turn abscissas into measures, as the calibrated routes have them.

        Args:
            route: int64 (n,).
            side: int64 (n,).
            branch: int64 (n,).
            fork: float64 (n,), abscissa at which the branch starts; ignored on main lines.
            at: float64 (n,), abscissas.
        """
        lane = self.map.lane_of(route, (side == Side.LEFT).astype(np.int64))
        main = branch == 0
        base = np.where(main, at, fork)
        m = self.map.to_measure(lane, base) + np.where(main, 0.0, at - fork)
        if self.extrapolation is Extrapolation.EXTEND:
            return np.where(lane < 0, at, m)
        first, last = self.map.reach(lane)
        with np.errstate(invalid="ignore"):
            outside = ~((base >= first - SAME_PLACE) & (base <= last + SAME_PLACE))
        return np.where(outside, np.nan, m)


def calibrate(
    routes: MeasuredRoutes,
    markers: Markers,
    max_distance: float = 50.0,
    extrapolation: Extrapolation = Extrapolation.EXTEND,
    gap: GapRule = GapRule.STRAIGHT,
    scale: tuple[float, float] = (1.0, 1.0),
) -> Calibration:
    """Calibrate measured routes on markers.

    Args:
        routes: Routes whose measures are abscissas of ground, turned along increasing PR.
        markers: The markers.
        max_distance: A marker farther than this from its route, in metres, is not used.
        extrapolation: What becomes of a route beyond its markers.
        gap: With :attr:`GapRule.MARKERS`, the difference between markers on both sides of a gap goes to the gap.
        scale: Metres per layer unit in x and in y.
    """
    found = AnomalyList()
    rows = usable_rows(markers, found)
    placed = place_markers(routes, markers, rows, max_distance, scale, found)
    placed = without_twins(markers, placed, found)
    used = growing_markers(markers, placed, found)
    knots = _knots(routes, markers, placed, used, gap)
    _report_few(routes, knots, placed, used, found)
    calibrated = _calibrated(markers, placed, used, knots)
    residuals = _residuals(markers, placed, used)
    outcome = Calibration(routes, calibrated, residuals, found.table(), knots, extrapolation)
    if extrapolation is not Extrapolation.EXTEND:
        routes = _split_at_markers(routes, knots)
    measured = outcome.apply(routes)
    if extrapolation is not Extrapolation.EXTEND:
        part = measured.lines().vertex_line()
        outside = np.zeros(measured.count, dtype=bool)
        outside[part[~np.isfinite(measured.m)]] = True
        measured = measured.with_measures(np.where(outside[part], np.nan, measured.m))
    return replace(outcome, routes=measured)


def _knots(
    routes: MeasuredRoutes, markers: Markers, placed: PlacedMarkers, used: np.ndarray, gap: GapRule
) -> MeasureMap:
    """Return what the measures go through: the official cumul where a lane has one, otherwise the ground."""
    official = markers.cumul[placed.row]
    lanes = {
        int(placed.lane[f]): bool(np.isfinite(official[f:e][used[f:e]]).any()) for f, e in lane_ranges(placed.lane)
    }
    with_cumul = np.array([lanes[k] for k in placed.lane.tolist()], dtype=bool)
    rows = np.flatnonzero(used & (~with_cumul | np.isfinite(official)))
    lane, ground = placed.lane[rows], placed.ground[rows]
    m = np.where(with_cumul[rows], official[rows], ground)
    knots = MeasureMap(lane, ground, m)
    return _gap_knots(routes, knots) if gap is GapRule.MARKERS else knots


def _gap_knots(routes: MeasuredRoutes, knots: MeasureMap) -> MeasureMap:
    """Give the difference between two markers to the gap that lies between them."""
    start, end = routes.start_m(), routes.end_m()
    lane, ground, m = knots.lane.tolist(), knots.ground.tolist(), knots.m.tolist()
    more: list[tuple[int, float, float]] = []
    part_lane = 2 * routes.route + (routes.side == Side.LEFT)
    rows = np.flatnonzero((routes.branch == 0) & np.isin(part_lane, knots.lane))
    rows = rows[np.lexsort((start[rows], part_lane[rows]))]
    jumps = [
        (int(part_lane[a]), float(end[a]), float(start[b]))
        for a, b in zip(rows[:-1].tolist(), rows[1:].tolist())
        if part_lane[a] == part_lane[b] and start[b] > end[a] + SAME_PLACE
    ]
    spans: dict[int, list[tuple[float, float]]] = {}
    low = [bisect_left(list(zip(lane, ground)), (k, g0)) for k, g0, _ in jumps]
    for i, (own, g0, g1) in zip(low, jumps):
        if 0 < i < len(lane) and lane[i - 1] == own == lane[i] and ground[i] >= g1:
            spans.setdefault(i, []).append((g0, g1))
    for i, gaps in spans.items():
        road = ground[i] - ground[i - 1] - sum(b - a for a, b in gaps)
        excess = m[i] - m[i - 1] - road
        width = sum(b - a for a, b in gaps)
        if excess <= 0 or width <= 0:
            continue
        at, here = m[i - 1], ground[i - 1]
        for a, b in sorted(gaps):
            at += a - here
            more.append((lane[i], a, at))
            at += excess * (b - a) / width
            more.append((lane[i], b, at))
            here = b
    if not more:
        return knots
    every = sorted(set(zip(lane, ground, m)) | set(more))
    strict = [k for j, k in enumerate(every) if not j or k[0] != every[j - 1][0] or k[1] > every[j - 1][1]]
    columns = list(zip(*strict))
    return MeasureMap(np.array(columns[0], dtype=np.int64), np.array(columns[1], float), np.array(columns[2], float))


def _report_few(
    routes: MeasuredRoutes, knots: MeasureMap, placed: PlacedMarkers, used: np.ndarray, found: AnomalyList
) -> None:
    """Report routes without markers, and unbroken stretches that have fewer than two."""
    main = np.flatnonzero((routes.branch == 0) & np.isfinite(routes.start_m()))
    start, end = routes.start_m(), routes.end_m()
    lane = 2 * routes.route + (routes.side == Side.LEFT)
    order = main[np.lexsort((start[main], lane[main]))]
    if not len(order):
        return
    fresh = np.ones(len(order), dtype=bool)
    fresh[1:] = (lane[order[1:]] != lane[order[:-1]]) | (start[order[1:]] > end[order[:-1]] + SAME_PLACE)
    opens = np.flatnonzero(fresh)
    closes = np.append(opens[1:], len(order)) - 1
    served = knots.lane_of(routes.route[order[opens]], lane[order[opens]] & 1 == 1)
    mark_lane, mark_at = placed.lane[used], placed.ground[used]
    first, last = np.searchsorted(mark_lane, served, side="left"), np.searchsorted(mark_lane, served, side="right")
    low = bisect_ranges(mark_at, first, last, start[order[opens]] - SAME_PLACE)
    high = bisect_ranges(mark_at, first, last, end[order[closes]] + SAME_PLACE)
    corner = routes.offsets[order[opens]]
    count = np.where(served < 0, 0, high - low)
    for rows, fault, done in (
        (np.flatnonzero(served < 0), RouteFault.NO_MARKER, Decision.LEFT_UNCALIBRATED),
        (np.flatnonzero((served >= 0) & (count < 2)), RouteFault.MARKERS_TOO_FEW, Decision.EXTRAPOLATED),
    ):
        found.add(
            fault,
            done,
            route=routes.route[order[opens[rows]]],
            side=routes.side[order[opens[rows]]],
            x=routes.xy[corner[rows], 0],
            y=routes.xy[corner[rows], 1],
            value=count[rows].astype(np.float64),
        )


def _calibrated(markers: Markers, placed: PlacedMarkers, used: np.ndarray, knots: MeasureMap) -> CalibratedMarkers:
    row = placed.row
    lane = knots.lane_of(markers.route[row], markers.side[row] == Side.LEFT)
    return CalibratedMarkers(
        row,
        markers.route[row],
        markers.side[row],
        markers.pr[row],
        markers.department[row],
        markers.network[row],
        knots.to_measure(lane, placed.ground),
        placed.ground,
        placed.xy,
        placed.distance,
        used,
    )


def _residuals(markers: Markers, placed: PlacedMarkers, used: np.ndarray) -> Residuals:
    rows = np.flatnonzero(used)
    pair = placed.lane[rows[1:]] == placed.lane[rows[:-1]]
    first, second = rows[:-1][pair], rows[1:][pair]
    official = markers.cumul[placed.row[second]] - markers.cumul[placed.row[first]]
    ground = placed.ground[second] - placed.ground[first]
    return Residuals(
        markers.route[placed.row[first]],
        markers.side[placed.row[first]],
        first,
        second,
        official,
        ground,
        official - ground,
    )


def _at_markers(routes: MeasuredRoutes, knots: MeasureMap) -> MeasuredRoutes:
    """Give main lines a vertex at each marker, so that measures are linear between markers and not across them."""
    lane = knots.lane_of(routes.route, (routes.side == Side.LEFT).astype(np.int64))
    rows = np.flatnonzero((routes.branch == 0) & (lane >= 0) & np.isfinite(routes.start_m()))
    low = np.searchsorted(knots.lane, lane[rows], side="left")
    high = np.searchsorted(knots.lane, lane[rows], side="right")
    first = bisect_ranges(knots.ground, low, high, routes.start_m()[rows])
    last = bisect_ranges(knots.ground, low, high, routes.end_m()[rows])
    count = np.maximum(last - first, 0)
    index = np.arange(count.sum()) + np.repeat(first - (np.cumsum(count) - count), count)
    return insert_vertices(routes, np.repeat(rows, count), knots.ground[index])


def _branch_starts(routes: MeasuredRoutes, start: np.ndarray) -> np.ndarray:
    """Return float64 (p,), abscissa at which the branch of each part starts."""
    key = np.stack([routes.route, routes.side, routes.branch], axis=1)
    _, group = np.unique(key, axis=0, return_inverse=True)
    group = group.reshape(-1)
    least = np.full(int(group.max(initial=-1)) + 1, np.inf)
    np.minimum.at(least, group, start)
    return least[group] if len(group) else start


def _split_at_markers(routes: MeasuredRoutes, knots: MeasureMap) -> MeasuredRoutes:
    """Cut the parts of main lines at the first and last marker of their lane."""
    lane = knots.lane_of(routes.route, routes.side == Side.LEFT)
    first, last = knots.reach(lane)
    rows = np.flatnonzero((routes.branch == 0) & (lane >= 0))
    part = np.concatenate([rows, rows])
    at = np.concatenate([first[rows], last[rows]])
    inside = (at > routes.start_m()[part] + SAME_PLACE) & (at < routes.end_m()[part] - SAME_PLACE)
    return split_parts(routes, part[inside], at[inside])


def clip_unmeasured(routes: MeasuredRoutes) -> MeasuredRoutes:
    """Return the routes without the parts that have no measure: what :attr:`Extrapolation.CLIP` writes."""
    rows = np.flatnonzero(np.isfinite(routes.start_m()))
    taken = routes.lines().take(rows)
    m = np.zeros(0) if taken.m is None else taken.m
    return MeasuredRoutes(
        taken.xy, m, taken.offsets, routes.route[rows], routes.side[rows], routes.branch[rows], routes.names, taken.z
    )
