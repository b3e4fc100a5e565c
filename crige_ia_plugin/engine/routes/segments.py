"""Segments of routes with their abscissas, and the measured geometry they make up."""

from __future__ import annotations

from dataclasses import dataclass, fields

import numpy as np

from ..lines import Lines
from ..measures import MeasuredRoutes
from .pieces import RoutePieces

#: A vertex that advances less than this is the vertex before it.
_STILL = 1e-9
#: Sums of the same lengths in another order differ by less, in metres.
_ROUNDING = 1e-6


@dataclass(frozen=True)
class RouteSegments:
    """Stretches of lines in the order of their routes; a line is in one segment unless a fork or an origin cuts it.

    Sorted by route, side, branch and rank.

    Attributes:
        line: int64 (s,), the line,
        first: int64 (s,), its first vertex in the segment,
        last: int64 (s,), and its last, as digitised.
        route: int64 (s,), code of the route.
        side: int64 (s,), :class:`measures.Side`.
        branch: int64 (s,), 0 for the main line, then 1, 2…
        rank: int64 (s,), place in the branch, from 1.
        reversed: bool (s,), whether it runs against the direction in which it was digitised.
        start: float64 (s,), abscissa at its start (``cumuld``).
        end: float64 (s,), abscissa at its end (``cumulf``).
        shared: bool (s,), whether the line belongs to several routes.
        start_node: int64 (s,), node at its start,
        end_node: int64 (s,), node at its end; only meaningful among segments of one build.
    """

    line: np.ndarray
    first: np.ndarray
    last: np.ndarray
    route: np.ndarray
    side: np.ndarray
    branch: np.ndarray
    rank: np.ndarray
    reversed: np.ndarray
    start: np.ndarray
    end: np.ndarray
    shared: np.ndarray
    start_node: np.ndarray
    end_node: np.ndarray

    @property
    def count(self) -> int:
        """Number of segments."""
        return len(self.line)

    def take(self, rows: np.ndarray) -> RouteSegments:
        """Return some segments, in the order given."""
        return RouteSegments(**{f.name: getattr(self, f.name)[rows] for f in fields(self)})

    def joined(self, other: RouteSegments) -> RouteSegments:
        """Return these and others, sorted; the others' nodes are kept apart."""
        offset = int(max(self.start_node.max(initial=-1), self.end_node.max(initial=-1))) + 1
        columns = {f.name: [getattr(self, f.name), getattr(other, f.name)] for f in fields(self)}
        for name in ("start_node", "end_node"):
            columns[name][1] = columns[name][1] + offset
        both = RouteSegments(**{n: np.concatenate(c) for n, c in columns.items()})
        return both.take(np.lexsort((both.rank, both.branch, both.side, both.route)))

    def lengths(self) -> np.ndarray:
        """Return float64 (s,), how long each segment is."""
        return self.end - self.start


@dataclass(frozen=True)
class Runs:
    """Half-edges in the order in which routes run them.

    Attributes:
        half: int64 (h,), half-edges, runs end to end.
        run: int64 (h,), run of each.
        route: int64 (r,), route of each run.
        branch: int64 (r,), branch number.
        order: int64 (r,), place among the runs of the route and branch.
        start: float64 (r,), abscissa at which it starts.
    """

    half: np.ndarray
    run: np.ndarray
    route: np.ndarray
    branch: np.ndarray
    order: np.ndarray
    start: np.ndarray


def make_segments(pieces: RoutePieces, runs: Runs, side: np.ndarray, shared: np.ndarray) -> RouteSegments:
    """Turn runs into segments; the pieces of a line are one again where the route runs them one after the other.

    Args:
        pieces: The graph.
        runs: The order of its half-edges.
        side: int64 (m,), side of each membership.
        shared: bool (m,), whether each membership's line belongs to several routes.
    """
    half, run = runs.half, runs.run
    piece = half >> 1
    back = (half & 1).astype(bool)
    length = pieces.length[piece]
    before = np.concatenate([[0.0], np.cumsum(length)])
    opens = np.ones(len(half), dtype=bool)
    opens[1:] = run[1:] != run[:-1]
    base = before[:-1][opens][np.cumsum(opens) - 1] if len(half) else before[:-1]
    start = runs.start[run] + (before[:-1] - base)
    end = runs.start[run] + (before[1:] - base)
    member = pieces.member[piece]
    first, last = pieces.first[piece], pieces.last[piece]
    fresh = opens.copy()
    touching = np.where(back[1:], first[:-1] == last[1:], last[:-1] == first[1:])
    fresh[1:] |= ~((member[1:] == member[:-1]) & (back[1:] == back[:-1]) & touching)
    heads = np.flatnonzero(fresh)
    tails = np.append(heads[1:], len(half))[: len(heads)] - 1
    own = run[heads]
    start_node = np.where(back, pieces.end[piece], pieces.start[piece])
    end_node = np.where(back, pieces.start[piece], pieces.end[piece])
    made = RouteSegments(
        line=pieces.line[piece[heads]],
        first=np.where(back[heads], first[tails], first[heads]),
        last=np.where(back[heads], last[heads], last[tails]),
        route=runs.route[own],
        side=side[member[heads]],
        branch=runs.branch[own],
        rank=np.zeros(len(heads), dtype=np.int64),
        reversed=back[heads],
        start=start[heads],
        end=end[tails],
        shared=shared[member[heads]],
        start_node=start_node[heads],
        end_node=end_node[tails],
    )
    order = np.lexsort((np.arange(len(heads)), runs.order[own], made.branch, made.side, made.route))
    return _ranked(_flush(made.take(order)))


def _flush(segments: RouteSegments) -> RouteSegments:
    """Let a segment start exactly where the one before ends; sums of the same lengths differ by rounding."""
    same = np.abs(segments.start[1:] - segments.end[:-1]) <= _ROUNDING
    for column in (segments.route, segments.side, segments.branch):
        same &= column[1:] == column[:-1]
    segments.start[1:][same] = segments.end[:-1][same]
    return segments


def _ranked(segments: RouteSegments) -> RouteSegments:
    """Number the segments of each route, side and branch from 1."""
    fresh = np.ones(segments.count, dtype=bool)
    for column in (segments.route, segments.side, segments.branch):
        if column is segments.route:
            fresh[1:] = column[1:] != column[:-1]
        else:
            fresh[1:] |= column[1:] != column[:-1]
    opens = np.flatnonzero(fresh)
    counts = np.diff(np.append(opens, segments.count))
    rank = np.arange(segments.count) - np.repeat(opens, counts) + 1
    values = {f.name: getattr(segments, f.name) for f in fields(segments)}
    values["rank"] = rank
    return RouteSegments(**values)


def segment_vertices(segments: RouteSegments) -> tuple[np.ndarray, np.ndarray]:
    """Return int64 (k,), the vertices along each segment in the direction of its route, and int64 (s + 1,) offsets."""
    count = segments.last - segments.first + 1
    offsets = np.concatenate([[0], np.cumsum(count)]).astype(np.int64)
    within = np.arange(offsets[-1]) - np.repeat(offsets[:-1], count)
    origin = np.where(segments.reversed, segments.last, segments.first)
    step = np.where(segments.reversed, -1, 1)
    return np.repeat(origin, count) + within * np.repeat(step, count), offsets


def segment_measures(segments: RouteSegments, position: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Measure every vertex of every segment.

    Args:
        segments: The segments.
        position: float64 (v,), running length over all lines, from :func:`routes.running_length`.

    Returns:
        vertices int64 (k,) and offsets int64 (s + 1,) as of :func:`segment_vertices`, and float64 (k,) abscissas, exact
        (``start``, ``end``) at the two ends of a segment.
    """
    vertex, offsets = segment_vertices(segments)
    count = np.diff(offsets)
    at = position[vertex]
    origin = at[offsets[:-1]]
    m = np.repeat(segments.start, count) + np.abs(at - np.repeat(origin, count))
    m[offsets[1:] - 1] = segments.end
    return vertex, offsets, m


def measured_routes(
    lines: Lines, segments: RouteSegments, position: np.ndarray, names: list[str]
) -> tuple[MeasuredRoutes, np.ndarray]:
    """Make the routes' geometry: one part for each unbroken run of segments.

    Returns:
        The routes; int64 (v,), the segment of each of their vertices.
    """
    vertex, offsets, m = segment_measures(segments, position)
    count = np.diff(offsets)
    owner = np.repeat(np.arange(segments.count), count)
    fresh = np.ones(segments.count, dtype=bool)
    same = np.ones(max(segments.count - 1, 0), dtype=bool)
    for column in (segments.route, segments.side, segments.branch):
        same &= column[1:] == column[:-1]
    same &= segments.start_node[1:] == segments.end_node[:-1]
    same &= np.abs(segments.start[1:] - segments.end[:-1]) <= _STILL
    fresh[1:] = ~same
    kept = np.ones(len(vertex), dtype=bool)
    kept[offsets[:-1][~fresh]] = False
    part = np.cumsum(fresh)[owner] - 1
    kept &= ~_still(m, part, kept)
    vertex, m, part, owner = vertex[kept], m[kept], part[kept], owner[kept]
    parts = int(fresh.sum())
    part_offsets = np.concatenate([[0], np.cumsum(np.bincount(part, minlength=parts))]).astype(np.int64)
    heads = np.flatnonzero(fresh)
    routes = MeasuredRoutes(
        lines.xy[vertex],
        m,
        part_offsets,
        segments.route[heads],
        segments.side[heads],
        segments.branch[heads],
        names,
        None if lines.z is None else lines.z[vertex],
    )
    return routes, owner


def segment_parts(lines: Lines, segments: RouteSegments, position: np.ndarray, names: list[str]) -> MeasuredRoutes:
    """Make the segments' geometry: one part for each segment, in the same order, with all its vertices."""
    vertex, offsets, m = segment_measures(segments, position)
    return MeasuredRoutes(
        lines.xy[vertex],
        m,
        offsets,
        segments.route,
        segments.side,
        segments.branch,
        names,
        None if lines.z is None else lines.z[vertex],
    )


def _still(m: np.ndarray, part: np.ndarray, kept: np.ndarray) -> np.ndarray:
    """Return bool, kept vertices that do not advance on the one before; the last vertex of a part always stays."""
    rows = np.flatnonzero(kept)
    still = np.zeros(len(m), dtype=bool)
    same = part[rows[1:]] == part[rows[:-1]]
    slow = same & (m[rows[1:]] - m[rows[:-1]] <= _STILL)
    if not slow.any():
        return still
    # The last vertex holds the part's end: where it does not advance, the one before goes, unless it is the first.
    last = np.ones(len(rows), dtype=bool)
    last[:-1] = ~same
    first = np.ones(len(rows), dtype=bool)
    first[1:] = ~same
    drop = np.zeros(len(rows), dtype=bool)
    drop[1:] = slow & ~last[1:]
    ending = np.flatnonzero(slow & last[1:])
    drop[ending[~first[ending]]] = True
    still[rows[drop]] = True
    return still
