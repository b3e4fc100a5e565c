"""Measured routes and calibrated markers, back from the tables that hold them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ..lines import Lines
from ..measures import MeasuredRoutes, order_parts, read_sides
from ..routes.names import Match, RouteNames, match_routes, normalise_route
from .markers import CalibratedMarkers, comparable_text


def read_numbers(values: Sequence[object] | None, count: int) -> np.ndarray:
    """Return float64 (n,): numbers, written as text with a comma too; NaN for anything else."""
    if values is None:
        return np.full(count, np.nan)
    return np.array([_number(value) for value in values], dtype=np.float64)


def _number(value: object) -> float:
    if isinstance(value, (int, float)):
        return float(value)
    try:
        return float(str(value).strip().replace(",", "."))
    except ValueError:
        return float("nan")


def measured_routes(
    lines: Lines, names: RouteNames, side: Sequence[object] | None, branch: Sequence[object] | None
) -> tuple[MeasuredRoutes, int]:
    """Build measured routes from the features of a table, a feature being one or more parts.

    A part whose measures decrease is turned round; one whose measures do neither grow nor decrease is not measured.

    Args:
        lines: Single lines, each with the row of its feature, in order of row; measures in ``m``.
        names: Routes of the features.
        side: Side of each feature as written (:func:`measures.read_sides`), or None: all are single carriageways.
        branch: Branch of each feature, or None: all are main lines.

    Returns:
        The routes, in order; and how many parts have measures that do not grow.
    """
    first = np.searchsorted(lines.feature, names.row, side="left")
    count = np.searchsorted(lines.feature, names.row, side="right") - first
    index = np.arange(count.sum()) + np.repeat(first - (np.cumsum(count) - count), count)
    row, route = np.repeat(names.row, count), np.repeat(names.route, count)
    lines = _turned(lines.take(index))
    m = np.full(len(lines.xy), np.nan) if lines.m is None else lines.m
    faulty = _not_growing(lines.offsets, lines.piece_mask(), m)
    known = np.isfinite(m[lines.offsets[:-1]])
    m = np.where(faulty[lines.vertex_line()], np.nan, m)
    sides = np.zeros(len(row), dtype=np.int64) if side is None else read_sides(side)[row]
    branches = np.nan_to_num(read_numbers(branch, int(row.max(initial=-1)) + 1)).astype(np.int64)[row]
    routes = MeasuredRoutes(lines.xy, m, lines.offsets, route, sides, branches, names.names, lines.z)
    return order_parts(routes), int((faulty & known).sum())


def _turned(lines: Lines) -> Lines:
    """Turn round the lines whose measure is less at the end than at the start."""
    if lines.m is None or not lines.count:
        return lines
    first, last = lines.offsets[:-1], lines.offsets[1:] - 1
    down = lines.m[first] > lines.m[last]
    if not down.any():
        return lines
    line = lines.vertex_line()
    index = np.arange(len(lines.xy))
    index = np.where(down[line], first[line] + last[line] - index, index)
    z = None if lines.z is None else lines.z[index]
    return Lines(lines.xy[index], lines.offsets, lines.feature, lines.part, z, lines.m[index])


def _not_growing(offsets: np.ndarray, inner: np.ndarray, m: np.ndarray) -> np.ndarray:
    """Return bool (l,), whether some step of a line's measures is negative or unknown."""
    faulty = np.zeros(len(offsets) - 1, dtype=bool)
    step = np.zeros(len(m))
    step[:-1] = np.diff(m)
    wrong = np.flatnonzero(inner & ~(step >= 0))
    faulty[np.searchsorted(offsets, wrong, side="right") - 1] = True
    return faulty


def calibrated_markers(
    names: Sequence[object],
    route: Sequence[object],
    pr: Sequence[object],
    m: Sequence[object],
    ground: Sequence[object],
    side: Sequence[object] | None = None,
    department: Sequence[object] | None = None,
    network: Sequence[object] | None = None,
    used: Sequence[object] | None = None,
) -> CalibratedMarkers:
    """Build calibrated markers from the columns of a table; their places in the plane stay unknown.

    Args:
        names: Routes, in the order of their codes.
        route: Names of the markers' routes.
        pr: Their numbers,
        m: measures,
        ground: and abscissas in metres of ground.
        side: D, G, U; None when all are of single carriageways.
        department: Départements, or None.
        network: Concessions or managers, or None.
        used: Whether calibration rests on each; None: on all.
    """
    n = len(route)
    number = read_numbers(pr, n)
    known = np.isfinite(number)
    if used is not None:
        known &= np.array([str(value).lower() not in ("false", "0") for value in used], dtype=bool)
    return CalibratedMarkers(
        np.arange(n),
        match_routes(route, names)[0],
        np.zeros(n, dtype=np.int64) if side is None else read_sides(side),
        np.where(known, number, -1).astype(np.int64),
        comparable_text(department, n),
        comparable_text(network, n),
        read_numbers(m, n),
        read_numbers(ground, n),
        np.full((n, 2), np.nan),
        np.full(n, np.nan),
        known,
    )


def route_codes(values: Sequence[object], names: Sequence[object]) -> tuple[np.ndarray, list[Match]]:
    """Find the routes of a table of events.

    Returns:
        int64 (n,), −1 where the network has no such route and −2 where the row names none; and the matches made.
    """
    codes, matches = match_routes(values, names)
    blank = {value: normalise_route(value) is None for value in set(values)}
    codes = np.where(np.array([blank[value] for value in values], dtype=bool), -2, codes)
    return codes, matches
