"""Let markers say what a gap of a route counts, in abscissas that are otherwise metres of ground."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

import numpy as np

from ..lines import Lines
from ..measures import MeasuredRoutes, Side
from ..routes.anomalies import Anomalies, Decision, RouteFault
from ..routes.build import BuiltRoutes
from ..routes.segments import measured_routes
from .marker_places import SAME_PLACE
from .measure_map import MeasureMap


class ToldGaps(NamedTuple):
    """Gaps between two markers that say how long they are.

    Attributes:
        lane: int64 (n,), 2 · route, plus 1 for the left carriageway.
        part: int64 (n,), part of the routes that ends at the gap.
        start: float64 (n,), abscissa at which the gap starts,
        end: float64 (n,), and at which it ends.
        length: float64 (n,), what it counts according to the markers.
    """

    lane: np.ndarray
    part: np.ndarray
    start: np.ndarray
    end: np.ndarray
    length: np.ndarray


def told_gaps(routes: MeasuredRoutes, knots: MeasureMap) -> ToldGaps:
    """Find the gaps that markers tell the length of.

    Args:
        routes: Routes in metres of ground, as they were before calibration.
        knots: The map of a calibration with :attr:`route_options.GapRule.MARKERS`.
    """
    start, end = routes.start_m(), routes.end_m()
    own = 2 * routes.route + (routes.side == Side.LEFT)
    rows = np.flatnonzero((routes.branch == 0) & np.isfinite(start))
    rows = rows[np.lexsort((start[rows], own[rows]))]
    first, second = rows[:-1], rows[1:]
    jump = (own[first] == own[second]) & (start[second] > end[first] + SAME_PLACE)
    first, second = first[jump], second[jump]
    known = dict(zip(zip(knots.lane.tolist(), knots.ground.tolist()), knots.m.tolist()))
    low = [known.get(key, np.nan) for key in zip(own[first].tolist(), end[first].tolist())]
    high = [known.get(key, np.nan) for key in zip(own[second].tolist(), start[second].tolist())]
    length = np.array(high, dtype=np.float64) - np.array(low, dtype=np.float64)
    told = np.isfinite(length)
    return ToldGaps(own[first][told], first[told], end[first][told], start[second][told], length[told])


def count_gaps_by_markers(lines: Lines, built: BuiltRoutes, knots: MeasureMap) -> BuiltRoutes:
    """Return routes in which gaps count what the markers say; all other lengths stay.

    Args:
        lines: The network.
        built: Routes whose gaps count their straight distance.
        knots: The map of their calibration with :attr:`route_options.GapRule.MARKERS`.
    """
    gaps = told_gaps(built.routes, knots)
    if not len(gaps.lane):
        return built
    segments = built.segments
    lane = knots.lane_of(segments.route, (segments.side == Side.LEFT).astype(np.int64))
    origin = _origins(built)
    shift = np.zeros(segments.count)
    for one, after, extra in zip(gaps.lane.tolist(), gaps.end.tolist(), (gaps.length - gaps.end + gaps.start).tolist()):
        shift[(lane == one) & (origin >= after - SAME_PLACE)] += extra
    moved = replace(segments, start=segments.start + shift, end=segments.end + shift)
    routes, _ = measured_routes(lines, moved, built.position, built.routes.names)
    return replace(
        built, segments=moved, routes=routes, anomalies=tell_gaps_by_markers(built.anomalies, built.routes, gaps)
    )


def tell_gaps_by_markers(anomalies: Anomalies, routes: MeasuredRoutes, gaps: ToldGaps) -> Anomalies:
    """Return the anomalies, with the length and the decision of the gaps that markers tell."""
    corner = routes.xy[routes.offsets[gaps.part + 1] - 1]
    places = {key: row for row, key in enumerate(zip((gaps.lane >> 1).tolist(), *corner.T.tolist()))}
    decision, value = anomalies.decision.copy(), anomalies.value.copy()
    for row in np.concatenate([anomalies.rows(RouteFault.GAP), anomalies.rows(RouteFault.ISLAND)]).tolist():
        gap = places.get((int(anomalies.route[row]), float(anomalies.x[row]), float(anomalies.y[row])))
        if gap is not None:
            decision[row], value[row] = Decision.GAP_BY_MARKERS, gaps.length[gap]
    return replace(anomalies, decision=decision, value=value)


def _origins(built: BuiltRoutes) -> np.ndarray:
    """Return float64 (s,), where each segment starts; for one on a branch, where the branch does."""
    segments = built.segments
    origin = segments.start.copy()
    on_branch = np.flatnonzero(segments.branch > 0)
    if len(on_branch):
        keys = np.stack([segments.route, segments.side, segments.branch], axis=1)[on_branch]
        _, group = np.unique(keys, axis=0, return_inverse=True)
        group = group.reshape(-1)
        least = np.full(int(group.max()) + 1, np.inf)
        np.minimum.at(least, group, origin[on_branch])
        origin[on_branch] = least[group]
    return origin
