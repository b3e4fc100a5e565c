"""Bring markers to their routes, and keep those that agree with one another."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

import numpy as np

from ..measures import MeasuredRoutes, Side
from ..nearest import PieceIndex
from ..routes.anomalies import AnomalyList, Decision, RouteFault
from .lanes import along
from .markers import Markers

#: Two markers this close on a route, in metres, are at one place.
SAME_PLACE = 0.01


class PlacedMarkers(NamedTuple):
    """Markers brought to their routes, sorted by lane and abscissa."""

    row: np.ndarray
    lane: np.ndarray
    ground: np.ndarray
    xy: np.ndarray
    distance: np.ndarray

    def take(self, rows: np.ndarray) -> PlacedMarkers:
        """Return some markers, in the order given."""
        return PlacedMarkers(*(column[rows] for column in self))


def usable_rows(markers: Markers, found: AnomalyList) -> np.ndarray:
    """Return the rows that can be placed, and report the others."""
    left = np.arange(len(markers.route))
    with np.errstate(invalid="ignore"):
        nowhere = ~np.isfinite(markers.xy).all(axis=1) | (markers.xy == 0).all(axis=1)
    for bad, fault in (
        (~markers.post, RouteFault.MARKER_NOT_A_POST),
        (markers.route == -2, RouteFault.MARKER_NO_ROUTE),
        (markers.pr < 0, RouteFault.MARKER_NO_PR),
        (nowhere, RouteFault.MARKER_NO_PLACE),
        (markers.route == -1, RouteFault.MARKER_UNKNOWN_ROUTE),
    ):
        rows = left[bad[left]]
        _tell(found, fault, markers, rows)
        left = left[~bad[left]]
    return left


def _tell(
    found: AnomalyList, fault: RouteFault, markers: Markers, rows: np.ndarray, value: np.ndarray | None = None
) -> None:
    found.add(
        fault,
        Decision.LEFT_OUT,
        marker=rows,
        route=np.maximum(markers.route[rows], -1),
        side=markers.side[rows],
        x=markers.xy[rows, 0],
        y=markers.xy[rows, 1],
        value=markers.pr[rows].astype(np.float64) if value is None else value,
    )


def place_markers(
    routes: MeasuredRoutes,
    markers: Markers,
    rows: np.ndarray,
    max_distance: float,
    scale: tuple[float, float],
    found: AnomalyList,
) -> PlacedMarkers:
    """Bring markers to their routes: on their own carriageway, else on any."""
    lines = routes.lines()
    part = lines.vertex_line()
    piece = np.flatnonzero(lines.piece_mask() & ((routes.branch == 0) & np.isfinite(routes.start_m()))[part])
    index = PieceIndex(routes.xy, piece, routes.route[part[piece]], routes.side[part[piece]], scale)
    bits = np.array([0b111, 0b011, 0b101])[markers.side[rows]]
    near = index.search(markers.xy[rows], max_distance, markers.route[rows], bits)
    again = np.flatnonzero((near.piece < 0) & (markers.side[rows] > 0))
    wide = index.search(markers.xy[rows[again]], max_distance, markers.route[rows[again]])
    at, share, distance, xy = near.piece, near.share, near.distance, near.xy
    at[again], share[again], distance[again], xy[again] = wide.piece, wide.share, wide.distance, wide.xy
    off = np.flatnonzero(at < 0)
    _tell(found, RouteFault.MARKER_OFF_NETWORK, markers, rows[off])
    on = np.flatnonzero(at >= 0)
    rows = rows[on]
    ground = along(routes.m, at[on], share[on])
    lane = 2 * markers.route[rows] + (markers.side[rows] == Side.LEFT)
    placed = PlacedMarkers(rows, lane, ground, xy[on], distance[on])
    return placed.take(np.lexsort((markers.pr[rows], ground, lane)))


def without_twins(markers: Markers, placed: PlacedMarkers, found: AnomalyList) -> PlacedMarkers:
    """Keep one marker of each key (the nearest to its route) and of each place (the first)."""
    row = placed.row
    known: dict[tuple[object, ...], int] = {}
    keys = zip(
        placed.lane.tolist(),
        markers.network[row].tolist(),
        markers.department[row].tolist(),
        markers.pr[row].tolist(),
    )
    code = np.array([known.setdefault(k, len(known)) for k in keys], dtype=np.int64)
    order = np.lexsort((placed.ground, placed.distance, code))
    second = np.zeros(len(row), dtype=bool)
    second[order[1:]] = code[order[1:]] == code[order[:-1]]
    _tell(found, RouteFault.MARKER_DUPLICATE_KEY, markers, row[second])
    kept = placed.take(np.flatnonzero(~second))
    together = np.zeros(len(kept.row), dtype=bool)
    together[1:] = (kept.lane[1:] == kept.lane[:-1]) & (np.diff(kept.ground) < SAME_PLACE)
    _tell(found, RouteFault.MARKER_DUPLICATE_PLACE, markers, kept.row[together])
    return kept.take(np.flatnonzero(~together))


def growing_markers(markers: Markers, placed: PlacedMarkers, found: AnomalyList) -> np.ndarray:
    """Return bool: markers in the longest growing series of their lane; the others are reported."""
    used = np.ones(len(placed.row), dtype=bool)
    for first, last in lane_ranges(placed.lane):
        rows = placed.row[first:last]
        cumul = markers.cumul[rows]
        if np.isfinite(cumul).any():
            known = np.flatnonzero(np.isfinite(cumul))
            keep = np.ones(last - first, dtype=bool)
            keep[known] = longest_growing(cumul[known])
            used[first:last] = keep
        used[first:last] &= _growing_numbers(markers, rows)
    out = placed.row[~used]
    _tell(found, RouteFault.MARKER_DECREASING, markers, out)
    return used


def _growing_numbers(markers: Markers, rows: np.ndarray) -> np.ndarray:
    """Return bool: markers whose numbers grow within their département and network."""
    keep = np.ones(len(rows), dtype=bool)
    series: dict[tuple[str, str], list[int]] = {}
    for i, row in enumerate(rows.tolist()):
        series.setdefault((markers.department[row], markers.network[row]), []).append(i)
    for places in series.values():
        keep[places] = longest_growing(markers.pr[rows[places]].astype(np.float64))
    return keep


def longest_growing(values: np.ndarray) -> np.ndarray:
    """Return bool (n,): one longest strictly increasing subsequence (patience sorting)."""
    tops: list[float] = []
    top_at: list[int] = []
    before: list[int] = []
    for i, value in enumerate(values.tolist()):
        pile = bisect_left(tops, value)
        before.append(top_at[pile - 1] if pile else -1)
        if pile == len(tops):
            tops.append(value)
            top_at.append(i)
        else:
            tops[pile] = value
            top_at[pile] = i
    keep = np.zeros(len(values), dtype=bool)
    at = top_at[-1] if top_at else -1
    while at >= 0:
        keep[at] = True
        at = before[at]
    return keep


def lane_ranges(lane: np.ndarray) -> list[tuple[int, int]]:
    """Return the range of each lane in a sorted column."""
    if not len(lane):
        return []
    opens = np.flatnonzero(np.concatenate([[True], lane[1:] != lane[:-1]]))
    return list(zip(opens.tolist(), np.append(opens[1:], len(lane)).tolist()))
