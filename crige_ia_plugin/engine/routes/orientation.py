"""Which end of a route is its start, and where a loop begins."""

from __future__ import annotations

import math

import numpy as np

from ..lines import Lines
from ..nearest import PieceIndex
from .anomalies import Decision, RouteFault
from .chains import Chain, Chainer
from .options import RouteOptions, StartRule
from .runs import Members, RouteWork, RunList
from .segments import measured_routes
from .walks import Walker


def _start_points(lines: Lines, members: Members, options: RouteOptions) -> dict[int, tuple[float, float]]:
    """Return the given start of each route; a point without a route starts that of the nearest line."""
    if options.start is not StartRule.POINTS or options.start_xy is None or not len(options.start_xy):
        return {}
    xy = options.start_xy
    route = np.full(len(xy), -1) if options.start_route is None else options.start_route.copy()
    free = np.flatnonzero(route < 0)
    if len(free) and len(members.line):
        line_route = np.full(lines.count, -1, dtype=np.int64)
        line_route[members.line[::-1]] = members.route[::-1]
        owner = lines.vertex_line()
        piece = np.flatnonzero(lines.piece_mask() & (line_route[owner] >= 0))
        near = PieceIndex(lines.xy, piece, scale=options.scale).search(xy[free], options.marker_distance)
        hit = near.piece >= 0
        route[free[hit]] = line_route[owner[near.piece[hit]]]
    starts: dict[int, tuple[float, float]] = {}
    for code, (x, y) in zip(route.tolist(), xy.tolist()):
        if code >= 0:
            starts.setdefault(code, (x, y))
    return starts


def origin_cuts(lines: Lines, members: Members, options: RouteOptions) -> np.ndarray:
    """Return the vertices at which closed lines are cut because their route is to start there."""
    starts = _start_points(lines, members, options) or _lowest_markers(options)
    if not starts:
        return np.zeros(0, dtype=np.int64)
    first, last = lines.offsets[members.line], lines.offsets[members.line + 1] - 1
    closed = np.flatnonzero((lines.xy[first] == lines.xy[last]).all(axis=1))
    cuts = []
    for member in closed.tolist():
        start = starts.get(int(members.route[member]))
        if start is not None:
            ring = lines.xy[first[member] : last[member]]
            cuts.append(int(first[member]) + int(((ring - start) ** 2).sum(axis=1).argmin()))
    return np.array(cuts, dtype=np.int64)


def _lowest_markers(options: RouteOptions) -> dict[int, tuple[float, float]]:
    """Return the lowest marker of each route."""
    hints = options.markers
    lowest: dict[int, tuple[float, float]] = {}
    if options.start is not StartRule.MARKERS or hints is None:
        return lowest
    usable = (hints.route >= 0) & np.isfinite(hints.value) & np.isfinite(hints.xy).all(axis=1)
    rows = np.flatnonzero(usable)
    for row in rows[np.lexsort((hints.value[rows], hints.route[rows]))].tolist():
        x, y = hints.xy[row].tolist()
        lowest.setdefault(int(hints.route[row]), (x, y))
    return lowest


def find_origins(work: RouteWork) -> tuple[dict[int, tuple[float, float]], dict[int, tuple[float, float]]]:
    """Return by group the start points, and the lowest markers, at which loops begin."""
    starts = _start_points(work.lines, work.members, work.options)
    lowest = _lowest_markers(work.options)
    return (
        {2 * r + left: p for r, p in starts.items() for left in (0, 1)},
        {2 * r: p for r, p in lowest.items()},
    )


def turn_chains(
    work: RouteWork,
    chainer: Chainer,
    walker: Walker,
    chains: list[Chain],
    origins: dict[int, tuple[float, float]],
    lowest: dict[int, tuple[float, float]],
) -> None:
    """Turn every chain as the start rule says, and report what is in doubt."""
    rule = work.options.start
    slopes = _marker_slopes(work, walker, chains) if rule is StartRule.MARKERS else {}
    for chain in chains:
        start, end = chainer.ends(chain)
        south_west = (sum(start), start[0]) <= (sum(end), end[0])
        keep = south_west
        if rule is StartRule.DIGITISED:
            keep = chainer.digitised(chain)
        elif rule is StartRule.POINTS and chain.group in origins:
            keep = _distance(start, origins[chain.group]) <= _distance(end, origins[chain.group])
        elif rule is StartRule.MARKERS:
            slope = slopes.get(chain.group)
            if slope is not None and slope != 0:
                keep = slope > 0
            elif chain.group in lowest:
                keep = _distance(start, lowest[chain.group]) <= _distance(end, lowest[chain.group])
            if slope is None or abs(slope) < 0.5:
                _doubt(work, chain, start if keep else end, slope)
        if not keep:
            chainer.flip(chain)


def _distance(a: tuple[float, float], b: tuple[float, float]) -> float:
    return math.hypot(a[0] - b[0], a[1] - b[1])


def _doubt(work: RouteWork, chain: Chain, at: tuple[float, float], slope: float | None) -> None:
    work.found.add(
        RouteFault.DIRECTION_IN_DOUBT if slope is not None else RouteFault.NO_MARKER,
        Decision.DIRECTION_GUESSED,
        route=chain.group >> 1,
        x=at[0],
        y=at[1],
        value=np.nan if slope is None else slope,
    )


def _marker_slopes(work: RouteWork, walker: Walker, chains: list[Chain]) -> dict[int, float]:
    """Return by group how markers grow along the chain: 1 all upwards, −1 all downwards."""
    hints = work.options.markers
    if hints is None or not len(hints.xy):
        return {}
    runs = RunList(work, walker, quiet=True)
    runs.add_all(chains)
    segments = runs.segments()
    routes, _ = measured_routes(work.lines, segments, work.position, work.names)
    part = routes.lines().vertex_line()
    piece = np.flatnonzero(routes.lines().piece_mask())
    index = PieceIndex(routes.xy, piece, routes.route[part[piece]], scale=work.options.scale)
    usable = np.flatnonzero((hints.route >= 0) & np.isfinite(hints.value))
    near = index.search(hints.xy[usable], work.options.marker_distance, hints.route[usable])
    hit = near.piece >= 0
    rows, piece_of = usable[hit], near.piece[hit]
    m = routes.m[piece_of] + near.share[hit] * (routes.m[piece_of + 1] - routes.m[piece_of])
    order = np.lexsort((m, hints.series[rows], hints.route[rows]))
    rows = rows[order]
    route, series, value = hints.route[rows], hints.series[rows], hints.value[rows]
    pair = (route[1:] == route[:-1]) & (series[1:] == series[:-1]) & (value[1:] != value[:-1])
    sign = np.sign(value[1:] - value[:-1])
    size = len(work.names)
    total = np.bincount(route[1:][pair], minlength=size)
    up = np.bincount(route[1:][pair], weights=sign[pair], minlength=size)
    known = np.flatnonzero(np.bincount(route, minlength=size))
    return {2 * int(r): float(up[r] / total[r]) if total[r] else 0.0 for r in known.tolist()}
