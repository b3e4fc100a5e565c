"""Repair a network within a tolerance before it is cut: close vertices join, overshoots go, undershoots reach.

First, what already lies on a line becomes a vertex of it, so that no junction comes apart when that line moves. Then
three steps, in this order; no vertex is moved by more than one of them, so nothing moves farther than the tolerance:

1. *Vertices cluster.* Some vertices stay (the busiest first), the others within the tolerance of one of them move
   onto it. Vertices of one line do not join one another, and vertices of different levels only as ends of lines. A
   line that would lose all its length keeps its vertices.
2. *Short dangles go.* Where a line ends alone, no farther than the tolerance behind its last junction, the tail is
   taken off.
3. *Ends reach.* Where a line ends alone within the tolerance of another line of its level, its end moves onto it. A
   line that would lose its length keeps its end.

Distances are measured in layer units; in degrees, east–west ones are shortened by the cosine of the latitude.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from ..anomalies import Anomalies, AnomalyCode
from ..lines import Lines, cumulate
from ..monitor import Monitor
from ..problems import Problem, ProblemCode
from .candidates import pieces_near
from .cuts import decide_cuts, rows_after_insertion, with_cut_vertices, with_vertices
from .places import number_places
from .touches import Touches, find_touches

#: More pairs of vertices in neighbouring cells than this a vertex mean that the tolerance swallows the network.
_MOST_PAIRS_A_VERTEX = 20
#: Vertices whose neighbours are looked for at once.
_BATCH = 200_000


@dataclass(frozen=True)
class _Space:
    """How distances are measured: x is multiplied by ``x_scale``."""

    tolerance: float
    x_scale: float

    def scaled(self, xy: np.ndarray) -> np.ndarray:
        return xy * np.array([self.x_scale, 1.0])

    def gaps(self, a: np.ndarray, b: np.ndarray) -> np.ndarray:
        """Return float64 (n,): the distance between points."""
        return np.hypot((b[:, 0] - a[:, 0]) * self.x_scale, b[:, 1] - a[:, 1])

    def along(self, lines: Lines) -> np.ndarray:
        """Return float64 (v,): the abscissa of each vertex along its line."""
        step = np.zeros(len(lines.xy))
        step[:-1] = self.gaps(lines.xy[:-1], lines.xy[1:])
        return cumulate(step, lines.offsets)


def snap(
    lines: Lines,
    level: np.ndarray,
    tolerance: float,
    anomalies: Anomalies,
    epsilon: float,
    wide: float,
    monitor: Monitor,
    x_scale: float = 1.0,
) -> Lines:
    """Return the lines repaired within ``tolerance``; every displacement goes to ``anomalies``.

    Args:
        lines: The network, each line with a length.
        level: int64 (l,), level rank of each line.
        tolerance: Distance in layer units, above 0.
        anomalies: Receives DISPLACED, OVERSHOOT and UNDERSHOOT, ``value`` being a distance in layer units.
        epsilon: The numerical epsilon.
        wide: The distance, at least that, below which two points are one in the repaired network.
        monitor: Told the progress; may stop the work.
        x_scale: Cosine of the latitude for degrees, 1 otherwise.

    Raises:
        Problem: TOLERANCE_CROWDED, when too many vertices lie within the tolerance of one another.
    """
    space = _Space(tolerance, x_scale)
    joined = _with_touching_vertices(lines, level, epsilon, monitor.part(0.0, 0.3))
    monitor.step(0.3)
    clustered, fixed = _cluster(joined, level, space, anomalies)
    monitor.step(0.4)
    trimmed = _trim_dangles(clustered, level, space, anomalies, wide, monitor.part(0.4, 0.8))
    monitor.step(0.8)
    return _reach(trimmed, level, fixed, space, anomalies, wide, monitor.part(0.8, 1.0))


def _vertex_level(lines: Lines, level: np.ndarray) -> np.ndarray:
    return np.repeat(level, np.diff(lines.offsets))


def _with_touching_vertices(lines: Lines, level: np.ndarray, epsilon: float, monitor: Monitor) -> Lines:
    """Insert the vertices that lie on a piece without being a vertex of its line."""
    touches = find_touches(lines, epsilon, monitor)
    nothing = np.zeros(0, dtype=np.int64)
    touches = Touches(
        touches.turns,
        touches.on_vertex,
        touches.on_piece,
        touches.near_a,
        touches.near_b,
        nothing,  # crossings move along with their lines
        nothing,
        np.zeros((0, 2)),
    )
    return with_cut_vertices(lines, decide_cuts(lines, _vertex_level(lines, level), touches, epsilon))[0]


def _ends(lines: Lines) -> np.ndarray:
    ends = np.zeros(len(lines.xy), dtype=bool)
    ends[lines.offsets[:-1]] = ends[lines.offsets[1:] - 1] = True
    return ends


# Step 1 ---------------------------------------------------------------------------------------------------------------


def _cluster(lines: Lines, level: np.ndarray, space: _Space, anomalies: Anomalies) -> tuple[Lines, np.ndarray]:
    """Return the lines with close vertices joined, and which places (locations) others have moved onto or from."""
    place, sample = number_places(lines.xy)
    xy = lines.xy[sample]
    a, b = _close_places(lines, _vertex_level(lines, level), place, xy, space)
    busy = np.bincount(place, minlength=len(xy))
    rank = np.empty(len(xy), dtype=np.int64)
    rank[np.lexsort((_scatter(xy), -busy))] = np.arange(len(xy))
    held = np.zeros(len(xy), dtype=bool)
    while True:
        target = _assign(len(xy), a, b, rank, held, space.scaled(xy))
        lost = _collapsed(lines, xy[target][place]) & ~_collapsed(lines, lines.xy)
        if not lost.any():
            break
        held[place[np.repeat(lost, np.diff(lines.offsets))]] = True
    moved = np.flatnonzero(target != np.arange(len(xy)))
    gap = space.gaps(xy[moved], xy[target[moved]])
    owner, other = (lines.feature[lines.vertex_line()[sample[places]]] for places in (moved, target[moved]))
    lone = (busy[moved] == 1) & (busy[target[moved]] > 1) & _ends(lines)[sample[moved]]
    ahead = _is_ahead(lines, sample[moved], xy[target[moved]], space)
    for code, found in (
        (AnomalyCode.UNDERSHOOT, lone & ahead),
        (AnomalyCode.OVERSHOOT, lone & ~ahead),
        (AnomalyCode.DISPLACED, ~lone),
    ):
        known = other[found] if code is AnomalyCode.UNDERSHOOT else None
        anomalies.add(code, xy[moved[found]], owner[found], known, gap[found])
    involved = np.zeros(len(xy), dtype=bool)
    involved[moved] = involved[target[moved]] = True
    return replace(lines, xy=xy[target][place]), xy[target[involved]]


def _is_ahead(lines: Lines, vertex: np.ndarray, target: np.ndarray, space: _Space) -> np.ndarray:
    """Tell for vertices that end a line whether a place lies ahead of it: the line stopped short, or else overran."""
    first = np.isin(vertex, lines.offsets[:-1])
    inner = np.clip(np.where(first, vertex + 1, vertex - 1), 0, len(lines.xy) - 1)
    end = space.scaled(lines.xy[vertex])
    return ((end - space.scaled(lines.xy[inner])) * (space.scaled(target) - end)).sum(axis=1) >= 0


def _scatter(xy: np.ndarray) -> np.ndarray:
    """Return a number for each location that looks random: ties are then decided in few rounds, whatever the order."""
    bits = np.ascontiguousarray(xy + 0.0).view(np.uint64)
    mixed = bits[:, 0] * np.uint64(0x9E3779B97F4A7C15) ^ (bits[:, 1] * np.uint64(0xC2B2AE3D27D4EB4F))
    mixed ^= mixed >> np.uint64(31)
    return mixed * np.uint64(0x9E3779B97F4A7C15)


def _close_places(
    lines: Lines, level: np.ndarray, place: np.ndarray, xy: np.ndarray, space: _Space
) -> tuple[np.ndarray, np.ndarray]:
    """Return the pairs of places that may join."""
    a, b = _pairs_within(space.scaled(xy), space.tolerance)
    ends = np.zeros(len(xy), dtype=bool)
    ends[place[_ends(lines)]] = True
    low, high = _extremes(place, level, len(xy))
    same_level = (low[a] == high[a]) & (low[b] == high[b]) & (low[a] == low[b])
    line = lines.vertex_line()
    first, last = _extremes(place, line, len(xy))
    one_line = (first[a] == last[a]) & (first[b] == last[b]) & (first[a] == first[b])
    follows = _adjacent(place, lines, a, b)
    both_ends = ends[a] & ends[b]
    keep = (same_level | both_ends) & ~(one_line & ~both_ends) & ~follows
    return a[keep], b[keep]


def _extremes(place: np.ndarray, values: np.ndarray, size: int) -> tuple[np.ndarray, np.ndarray]:
    low = np.full(size, np.iinfo(np.int64).max)
    high = np.full(size, np.iinfo(np.int64).min)
    np.minimum.at(low, place, values)
    np.maximum.at(high, place, values)
    return low, high


def _adjacent(place: np.ndarray, lines: Lines, a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """Tell which pairs of places follow one another along a line: detail of that line, not a fault."""
    start = np.flatnonzero(lines.piece_mask())
    size = int(place.max()) + 1
    p, q = place[start], place[start + 1]
    known = np.unique(np.minimum(p, q) * size + np.maximum(p, q))
    return np.isin(np.minimum(a, b) * size + np.maximum(a, b), known)


def _pairs_within(xy: np.ndarray, radius: float) -> tuple[np.ndarray, np.ndarray]:
    """Return every pair of points no farther apart than ``radius``, once."""
    cell = ((xy - xy.min(axis=0)) / radius).astype(np.int64)
    rows = int(cell[:, 1].max()) + 3
    key = (cell[:, 0] + 1) * rows + cell[:, 1] + 1
    order = np.argsort(key, kind="stable")
    key = key[order]
    found_a, found_b = [], []
    for step in (0, 1, rows - 1, rows, rows + 1):
        first = np.searchsorted(key, key + step, side="left")
        stop = np.searchsorted(key, key + step, side="right")
        if step == 0:
            first = np.arange(len(key)) + 1
        count = stop - first
        if count.sum() > _MOST_PAIRS_A_VERTEX * len(key) + 1000:
            raise Problem(ProblemCode.TOLERANCE_CROWDED)
        for begin in range(0, len(key), _BATCH):
            batch = slice(begin, begin + _BATCH)
            a = np.repeat(np.arange(len(key))[batch], count[batch])
            ahead = np.arange(len(a)) - np.repeat(np.cumsum(count[batch]) - count[batch], count[batch])
            b = np.repeat(first[batch], count[batch]) + ahead
            a, b = order[a], order[b]
            near = ((xy[a] - xy[b]) ** 2).sum(axis=1) <= radius**2
            found_a.append(a[near])
            found_b.append(b[near])
    return np.concatenate(found_a), np.concatenate(found_b)


def _assign(size: int, a: np.ndarray, b: np.ndarray, rank: np.ndarray, held: np.ndarray, xy: np.ndarray) -> np.ndarray:
    """Return for each point the one it moves onto: itself for those that stay.

    A point stays when no neighbour that is still free has a lower rank; its free neighbours then move onto the
    nearest that stays. Repeated until none is free, which takes few rounds since ties are scattered.
    """
    target = np.arange(size)
    free = np.zeros(size, dtype=bool)
    free[a] = free[b] = True
    free[held] = False
    a, b = np.concatenate([a, b]), np.concatenate([b, a])
    # Those held back stay, and others may still join them.
    stays = held.copy()
    while True:
        joining = np.flatnonzero(free[a] & stays[b])
        if len(joining):
            gap = ((xy[a[joining]] - xy[b[joining]]) ** 2).sum(axis=1)
            order = joining[np.lexsort((rank[b[joining]], gap, a[joining]))]
            nearest = np.ones(len(order), dtype=bool)
            nearest[1:] = a[order][1:] != a[order][:-1]
            target[a[order[nearest]]] = b[order[nearest]]
            free[a[order]] = False
        between = free[a] & free[b]
        a_free, b_free = a[between], b[between]
        if not free.any():
            return target
        beaten = np.zeros(size, dtype=bool)
        beaten[a_free[rank[b_free] < rank[a_free]]] = True
        stays = free & ~beaten
        free &= ~stays


def _collapsed(lines: Lines, xy: np.ndarray) -> np.ndarray:
    """Tell which lines have all their vertices, were they at ``xy``, at one place."""
    moves = np.zeros(len(xy), dtype=np.int64)
    moves[:-1] = (xy[1:] != xy[:-1]).any(axis=1)
    moves[lines.offsets[1:] - 1] = 0
    return np.add.reduceat(moves, lines.offsets[:-1]) == 0


# Step 2 ---------------------------------------------------------------------------------------------------------------


def _trim_dangles(
    lines: Lines, level: np.ndarray, space: _Space, anomalies: Anomalies, epsilon: float, monitor: Monitor
) -> Lines:
    """Take off the tails that end alone no farther than the tolerance behind a junction."""
    touches = find_touches(lines, epsilon, monitor)
    cuts = decide_cuts(lines, _vertex_level(lines, level), touches, epsilon)
    full, place, is_cut = with_cut_vertices(lines, cuts)
    lone = np.bincount(place, minlength=len(cuts.place_xy)) == 1
    along = space.along(full)
    first, last = full.offsets[:-1], full.offsets[1:] - 1
    cut = np.flatnonzero(is_cut)
    before, after = np.searchsorted(cut, first), np.searchsorted(cut, last) - 1
    has_cut = after >= before
    head = np.where(has_cut, cut[np.minimum(before, max(len(cut) - 1, 0))] if len(cut) else first, first)
    tail = np.where(has_cut, cut[np.maximum(after, 0)] if len(cut) else last, last)
    trim_head = has_cut & lone[place[first]] & (along[head] <= space.tolerance)
    trim_tail = has_cut & lone[place[last]] & (along[last] - along[tail] <= space.tolerance)
    # One cut and two short tails: the line is a short dead end of its own, and stays.
    both = trim_head & trim_tail & (head >= tail)
    trim_head &= ~both
    trim_tail &= ~both
    start, stop = np.where(trim_head, head, first), np.where(trim_tail, tail, last)
    anomalies.add(
        AnomalyCode.OVERSHOOT,
        full.xy[first[trim_head]],
        full.feature[trim_head],
        value=along[head[trim_head]],
    )
    anomalies.add(
        AnomalyCode.OVERSHOOT,
        full.xy[last[trim_tail]],
        full.feature[trim_tail],
        value=(along[last] - along[tail])[trim_tail],
    )
    # Only the tails change: vertices that the cuts would insert elsewhere are left to the cutting itself.
    inserted = np.ones(len(place), dtype=bool)
    inserted[rows_after_insertion(np.arange(len(lines.xy)), cuts.piece)] = False
    line = full.vertex_line()
    index = np.arange(len(place))
    keep = (index >= start[line]) & (index <= stop[line])
    keep &= ~inserted | (index == start[line]) | (index == stop[line])
    counts = np.bincount(line[keep], minlength=full.count)
    return Lines(
        full.xy[keep],
        np.concatenate([[0], np.cumsum(counts)]),
        lines.feature,
        lines.part,
        None if full.z is None else full.z[keep],
        None if full.m is None else full.m[keep],
    )


# Step 3 ---------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Moves:
    """Ends that move: the vertex, the piece it reaches, the place on it, how far; and the vertex met there, or -1."""

    vertex: np.ndarray
    piece: np.ndarray
    foot: np.ndarray
    gap: np.ndarray
    met: np.ndarray

    def take(self, rows: np.ndarray) -> _Moves:
        return _Moves(self.vertex[rows], self.piece[rows], self.foot[rows], self.gap[rows], self.met[rows])


def _reach(
    lines: Lines,
    level: np.ndarray,
    fixed: np.ndarray,
    space: _Space,
    anomalies: Anomalies,
    epsilon: float,
    monitor: Monitor,
) -> Lines:
    """Move ends that lie alone onto the nearest line of their level within the tolerance."""
    moves, tied = _nearest_pieces(lines, level, _lone_ends(lines, fixed), space, epsilon, monitor)
    moves = _that_keep_lengths(lines, _onto_what_stays(lines, moves))
    line = lines.vertex_line()
    anomalies.add(
        AnomalyCode.UNDERSHOOT,
        lines.xy[moves.vertex],
        lines.feature[line[moves.vertex]],
        lines.feature[line[moves.piece]],
        moves.gap,
    )
    # What is reached gets a vertex there: it may itself have an end that moves. Lines that lie on one another there all
    # do: which of them comes first in the layer must not matter.
    tied = tied.take(np.flatnonzero(np.isin(tied.vertex, moves.vertex) & (tied.met < 0)))
    order = np.lexsort((space.gaps(lines.xy[tied.piece], tied.foot), tied.piece))
    piece, foot = tied.piece[order], tied.foot[order]
    full = with_vertices(lines, piece, foot)
    full.xy[rows_after_insertion(moves.vertex, piece)] = moves.foot
    return full


def _lone_ends(lines: Lines, fixed: np.ndarray) -> np.ndarray:
    """Return the vertices that end a line where no other vertex is, nor has been moved to."""
    place, _ = number_places(np.concatenate([lines.xy, fixed]))
    alone = np.bincount(place)[place[: len(lines.xy)]] == 1
    return np.flatnonzero(_ends(lines) & alone)


def _nearest_pieces(
    lines: Lines, level: np.ndarray, ends: np.ndarray, space: _Space, epsilon: float, monitor: Monitor
) -> tuple[_Moves, _Moves]:
    """Return the nearest piece of its level of each end, within the tolerance; none where the end lies on it.

    And every piece that passes through that same place, the nearest one included.
    """
    point, piece = pieces_near(lines, lines.xy[ends], space.tolerance / space.x_scale, monitor)
    vertex, line, along = ends[point], lines.vertex_line(), space.along(lines)
    # The piece that an end belongs to is near it, and so may be those before.
    beside = np.minimum(np.abs(along[vertex] - along[piece]), np.abs(along[vertex] - along[piece + 1]))
    itself = (line[vertex] == line[piece]) & (beside <= 2 * space.tolerance)
    other = (level[line[vertex]] == level[line[piece]]) & ~itself
    vertex, piece = vertex[other], piece[other]
    foot, met = _feet(lines, vertex, piece, space, epsilon)
    gap = space.gaps(lines.xy[vertex], foot)
    close = np.flatnonzero(gap <= space.tolerance)
    order = close[np.lexsort((foot[close, 1], foot[close, 0], gap[close], vertex[close]))]
    nearest = np.ones(len(order), dtype=bool)
    nearest[1:] = vertex[order][1:] != vertex[order][:-1]
    found = _Moves(vertex, piece, foot, gap, met).take(order)
    best = np.flatnonzero(nearest)[np.cumsum(nearest) - 1]
    same = np.flatnonzero(space.gaps(found.foot, found.foot[best]) <= epsilon)
    tied = replace(found.take(same), foot=found.foot[best[same]])
    return found.take(np.flatnonzero(nearest & (found.gap > epsilon))), tied


def _feet(
    lines: Lines, vertex: np.ndarray, piece: np.ndarray, space: _Space, epsilon: float
) -> tuple[np.ndarray, np.ndarray]:
    """Return the point of each piece that is nearest to a vertex, and the vertex of the piece that it is, or -1."""
    a, b, point = lines.xy[piece], lines.xy[piece + 1], space.scaled(lines.xy[vertex])
    start, delta = space.scaled(a), space.scaled(b - a)
    share = ((point - start) * delta).sum(axis=1) / (delta**2).sum(axis=1)
    foot = a + (b - a) * np.clip(share, 0.0, 1.0)[:, None]
    at_start, at_end = space.gaps(foot, a) <= epsilon, space.gaps(foot, b) <= epsilon
    met = np.where(at_start, piece, np.where(at_end, piece + 1, -1))
    return np.where((met >= 0)[:, None], lines.xy[met], foot), met


def _onto_what_stays(lines: Lines, moves: _Moves) -> _Moves:
    """Leave out the ends that others move onto; of two that move onto one another, the first by x, then y, stays."""
    target = np.full(len(lines.xy), -1, dtype=np.int64)
    target[moves.vertex] = moves.met
    movers = moves.take(np.flatnonzero(moves.met >= 0))
    x, y = lines.xy.T
    v, onto = movers.vertex, movers.met
    mutual = target[onto] == v
    first = (x[onto] < x[v]) | ((x[onto] == x[v]) & (y[onto] < y[v]))
    stays = np.zeros(len(lines.xy), dtype=bool)
    stays[onto[~mutual | first]] = True
    return moves.take(np.flatnonzero(~stays[moves.vertex]))


def _that_keep_lengths(lines: Lines, moves: _Moves) -> _Moves:
    """Leave out the moves that would put all vertices of a line at one place, the longest first."""
    line = lines.vertex_line()
    while True:
        xy = lines.xy.copy()
        xy[moves.vertex] = moves.foot
        lost = np.flatnonzero(_collapsed(lines, xy)[line[moves.vertex]])
        if not len(lost):
            return moves
        order = lost[np.lexsort((moves.vertex[lost], -moves.gap[lost], line[moves.vertex[lost]]))]
        owner = line[moves.vertex[order]]
        longest = np.ones(len(order), dtype=bool)
        longest[1:] = owner[1:] != owner[:-1]
        moves = moves.take(np.setdiff1d(np.arange(len(moves.vertex)), order[longest]))
