"""Place a table of road events: addresses or cumulated distances → points and lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..measures import MeasuredRoutes
from .addresses import Addresses, AddressStatus, read_offset
from .addressing import Addressing, Reason, Resolved
from .lanes import REACH, RouteLanes, along, point_on_part
from .parts import Stretches, cut_stretches, offset_stretches

_STATUS = {
    AddressStatus.READ: Reason.PLACED,
    AddressStatus.UNKNOWN: Reason.UNKNOWN_ADDRESS,
    AddressStatus.UNREADABLE: Reason.UNREADABLE_ADDRESS,
    AddressStatus.DECIMAL_NUMBER: Reason.DECIMAL_NUMBER,
}


@dataclass(frozen=True)
class EventKeys:
    """What events say about where they are, apart from the address itself.

    Attributes:
        route: int64 (n,), code of the route; −1 for a route the network does not have, −2 for none.
        side: int64 (n,), :class:`measures.Side`.
        department: object (n,), as :func:`markers.comparable_text` writes them.
        network: object (n,), the same.
        branch: int64 (n,), or None: all on main lines.
    """

    route: np.ndarray
    side: np.ndarray
    department: np.ndarray
    network: np.ndarray
    branch: np.ndarray | None = None


@dataclass(frozen=True)
class PlacedPoints:
    """Points; NaN where an event could not be placed.

    Attributes:
        xy: float64 (n, 2), with the lateral offset.
        z: float64 (n,), or None.
        m: float64 (n,), measure.
        angle: float64 (n,), direction of the route there, degrees clockwise from the y axis.
        part: int64 (n,), part of the routes, −1 where not placed.
        reason: object (n,), :class:`addressing.Reason`; ``PLACED`` where there is a point.
    """

    xy: np.ndarray
    z: np.ndarray | None
    m: np.ndarray
    angle: np.ndarray
    part: np.ndarray
    reason: np.ndarray


@dataclass(frozen=True)
class PlacedSections:
    """Lines of sections; a section over a gap or a border of carriageways has several.

    Attributes:
        lines: The lines, in order of event and measure.
        event: int64 (l,), event of each line,
        part: int64 (l,), and the part of the routes it was cut from.
        start: float64 (n,), measure at which the section really starts, NaN where it is not placed,
        end: float64 (n,), and at which it ends.
        reason: object (n,), :class:`addressing.Reason`.
        reversed: bool (n,), whether the table gave its end before its start.
        clipped: bool (n,), whether it went beyond the route and was shortened.
        over_gap: bool (n,), whether the route is interrupted within it.
    """

    lines: Stretches
    event: np.ndarray
    part: np.ndarray
    start: np.ndarray
    end: np.ndarray
    reason: np.ndarray
    reversed: np.ndarray
    clipped: np.ndarray
    over_gap: np.ndarray


def measures_of_addresses(keys: EventKeys, addresses: Addresses, addressing: Addressing) -> Resolved:
    """Find the measure of a column of addresses.

    Args:
        keys: Route, side, département and network of the events.
        addresses: What :func:`addresses.read_addresses` read.
        addressing: Resolves them.
    """
    reason = _known_routes(keys.route)
    status = addresses.status
    for read, why in _STATUS.items():
        if read is not AddressStatus.READ:
            reason[(reason == Reason.PLACED) & (status == read)] = why
    m = np.full(len(reason), np.nan)
    rows = np.flatnonzero(reason == Reason.PLACED)
    resolved = addressing.resolve(
        keys.route[rows],
        keys.side[rows],
        addresses.pr[rows],
        addresses.offset[rows],
        keys.department[rows],
        keys.network[rows],
    )
    m[rows], reason[rows] = resolved.m, resolved.reason
    return Resolved(m, reason)


def measures_of_cumuls(keys: EventKeys, values: Sequence[object]) -> Resolved:
    """Read a column of cumulated distances in metres: they are measures as they stand; −1 means unknown."""
    reason = _known_routes(keys.route)
    m = np.full(len(reason), np.nan)
    for row, value in enumerate(values.tolist() if isinstance(values, np.ndarray) else values):
        m[row], status = read_offset(value)
        if reason[row] is Reason.PLACED:
            reason[row] = _STATUS[status]
    m[reason != Reason.PLACED] = np.nan
    reason[(reason == Reason.PLACED) & ~np.isfinite(m)] = Reason.UNREADABLE_ADDRESS
    return Resolved(m, reason)


def _known_routes(route: np.ndarray) -> np.ndarray:
    reason = np.full(len(route), Reason.PLACED, dtype=object)
    reason[route == -1] = Reason.UNKNOWN_ROUTE
    reason[route == -2] = Reason.NO_ROUTE
    return reason


def place_points(
    routes: MeasuredRoutes,
    lanes: RouteLanes,
    keys: EventKeys,
    measured: Resolved,
    lateral: np.ndarray | None = None,
    scale: tuple[float, float] = (1.0, 1.0),
) -> PlacedPoints:
    """Place events that are points.

    Args:
        routes: The routes.
        lanes: Their lanes.
        keys: Where the events say they are.
        measured: Their measures.
        lateral: float64 (n,), metres to the right of the route, negative to the left, NaN for none; or None.
        scale: Metres per layer unit in x and in y.
    """
    n = len(measured.m)
    reason = measured.reason.copy()
    part = np.full(n, -1, dtype=np.int64)
    rows = np.flatnonzero(reason == Reason.PLACED)
    branch = None if keys.branch is None else keys.branch[rows]
    part[rows] = lanes.find(keys.route[rows], keys.side[rows], measured.m[rows], branch)
    out = rows[part[rows] < 0]
    reason[out] = _why_not(lanes, keys.route[out], keys.side[out], measured.m[out])
    on = np.flatnonzero(part >= 0)
    m = np.full(n, np.nan)
    m[on] = np.clip(measured.m[on], routes.start_m()[part[on]], routes.end_m()[part[on]])
    piece, share = point_on_part(routes, part[on], m[on])
    xy, angle = np.full((n, 2), np.nan), np.full(n, np.nan)
    xy[on] = along(routes.xy, piece, share)
    factor = np.array(scale)
    heading = (routes.xy[piece + 1] - routes.xy[piece]) * factor
    heading /= np.maximum(np.hypot(heading[:, 0], heading[:, 1]), 1e-300)[:, None]
    angle[on] = np.degrees(np.arctan2(heading[:, 0], heading[:, 1])) % 360
    if lateral is not None:
        right = np.stack([heading[:, 1], -heading[:, 0]], axis=1)
        xy[on] += right * np.nan_to_num(lateral[on])[:, None] / factor
    z = None
    if routes.z is not None:
        z = np.full(n, np.nan)
        z[on] = along(routes.z, piece, share)
    return PlacedPoints(xy, z, m, angle, part, reason)


def _why_not(lanes: RouteLanes, route: np.ndarray, side: np.ndarray, m: np.ndarray) -> np.ndarray:
    """Tell why a measure is on no part."""
    least, most = lanes.reach_of(route, side)
    why = np.full(len(m), Reason.IN_GAP, dtype=object)
    with np.errstate(invalid="ignore"):
        why[m < least] = Reason.BEFORE_START
        why[m > most] = Reason.AFTER_END
    why[np.isnan(least)] = Reason.NOT_MEASURED
    return why


def place_sections(
    routes: MeasuredRoutes,
    lanes: RouteLanes,
    keys: EventKeys,
    start: Resolved,
    end: Resolved,
    lateral: np.ndarray | None = None,
    scale: tuple[float, float] = (1.0, 1.0),
) -> PlacedSections:
    """Place events that are sections.

    Args:
        routes: The routes.
        lanes: Their lanes.
        keys: Where the events say they are.
        start: Measures of their starts.
        end: Measures of their ends.
        lateral: float64 (n,), metres to the right of the route, negative to the left, NaN for none; or None.
        scale: Metres per layer unit in x and in y.
    """
    reason = np.where(start.reason == Reason.PLACED, end.reason, start.reason)
    backward = (reason == Reason.PLACED) & (end.m < start.m)
    low, high = np.where(backward, end.m, start.m), np.where(backward, start.m, end.m)
    reason[(reason == Reason.PLACED) & (high - low <= REACH)] = Reason.ZERO_LENGTH
    rows = np.flatnonzero(reason == Reason.PLACED)
    row, part = lanes.overlapping(keys.route[rows], keys.side[rows], low[rows], high[rows])
    event = rows[row]
    first = np.maximum(low[event], routes.start_m()[part])
    last = np.minimum(high[event], routes.end_m()[part])
    real = last - first > REACH
    event, part, first, last = event[real], part[real], first[real], last[real]
    n = len(low)
    begin, finish = np.full(n, np.inf), np.full(n, -np.inf)
    np.minimum.at(begin, event, first)
    np.maximum.at(finish, event, last)
    nowhere = rows[~np.isfinite(begin[rows])]
    reason[nowhere] = _why_not(lanes, keys.route[nowhere], keys.side[nowhere], (low[nowhere] + high[nowhere]) / 2)
    placed = reason == Reason.PLACED
    clipped = placed & ((begin > low + REACH) | (finish < high - REACH))
    begin[~placed], finish[~placed] = np.nan, np.nan
    jump = np.zeros(n, dtype=bool)
    same = event[1:] == event[:-1]
    broken = (first[1:] > last[:-1] + REACH) | (
        np.abs(routes.xy[routes.offsets[part[1:]]] - routes.xy[routes.offsets[part[:-1] + 1] - 1]).max(
            axis=1, initial=0
        )
        * max(scale)
        > REACH
    )
    jump[event[1:][same & broken]] = True
    lines = cut_stretches(routes, part, first, last)
    if lateral is not None:
        lines = offset_stretches(lines, lateral[event], scale)
    return PlacedSections(lines, event, part, begin, finish, reason, backward, clipped, jump)
