"""Where lines are to be cut: at the places where lines of one level meet.

Rules:

* An inner vertex is cut where lines of its level meet it from elsewhere: where more than two ways leave the place,
  where a line of the level ends, where a piece of the level runs through. Lines that run together through the same
  vertices are not cut there.
* A piece is cut where a vertex of its level lies on it and where a piece of its level crosses it.
* Levels join only where a line would otherwise end alone on its level: grade separation never comes between a road
  and the bridge that carries it on, and never makes a junction of a road and the bridge over it.
* A line that turns back on itself is cut where it turns.

What leads to a cut does not depend on cuts already made, so cutting again changes nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from ..lines import Lines, is_unknown_z
from .places import connected, number_places, representatives
from .touches import Touches

#: Cuts of one piece closer than this many epsilons are one cut: three lines through a point give three crossings.
_MERGE = 8.0
#: Bits of a group's key that hold the level; the others hold the place.
_LEVEL_BITS = 20


@dataclass(frozen=True)
class Cuts:
    """The cuts of a network and the places they share.

    Attributes:
        xy: float64 (v, 2), vertices of the network; those that coincided within the epsilon are now equal.
        place: int64 (v,), place of each vertex.
        place_xy: float64 (p, 2), the location of each place.
        joined: bool (p,), places where levels join.
        is_vertex: bool (p,), places that are a vertex of the input, and not only a crossing.
        at_vertex: bool (v,), inner vertices to cut at.
        piece: int64 (k,), pieces to cut inside, sorted along the lines.
        piece_place: int64 (k,), the place of each such cut.
    """

    xy: np.ndarray
    place: np.ndarray
    place_xy: np.ndarray
    joined: np.ndarray
    is_vertex: np.ndarray
    at_vertex: np.ndarray
    piece: np.ndarray
    piece_place: np.ndarray


@dataclass(frozen=True)
class _InnerCuts:
    """Cuts inside pieces: piece, place, and the vertex of another level that asks for it, or -1."""

    piece: np.ndarray
    at: np.ndarray
    asker: np.ndarray


@dataclass(frozen=True)
class _Occurrences:
    """Vertices along the lines, repeated ones left out.

    ``vertex`` is its number, ``group`` stands for its place and level together; ``first`` and ``last`` tell the ends of
    lines. ``keys`` (g,) are the sorted keys of the groups.
    """

    vertex: np.ndarray
    place: np.ndarray
    group: np.ndarray
    first: np.ndarray
    last: np.ndarray
    keys: np.ndarray

    @property
    def end(self) -> np.ndarray:
        return self.first | self.last

    def row_of(self, vertex: np.ndarray) -> np.ndarray:
        """Return the row of vertices; of the first of those that repeat."""
        return np.searchsorted(self.vertex, vertex, side="right") - 1


def decide_cuts(lines: Lines, level: np.ndarray, touches: Touches, epsilon: float) -> Cuts:
    """Decide where the lines are cut.

    Args:
        lines: The network.
        level: int64 (v,), level of the line of each vertex, as a rank below 2**20.
        touches: What :func:`touches.find_touches` found in it.
        epsilon: The numerical epsilon it used.
    """
    points = np.concatenate([lines.xy, touches.cross_xy])
    place, sample = number_places(points)
    place_xy = points[sample]
    place, crossing = place[: len(lines.xy)], place[len(lines.xy) :]
    before = place
    if len(touches.near_a):
        chosen = _merge(place_xy, place[touches.near_a], place[touches.near_b], place)
        place, crossing = _chosen(chosen, place), chosen[crossing]
    inner = _inner_cuts(lines, level, touches, place, crossing)
    if len(inner.piece):
        place, inner = _merge_close_cuts(lines, inner, place, place_xy, _MERGE * epsilon)
    xy = lines.xy if place is before else place_xy[place]
    seen = _occurrences(lines, level, place)
    own = inner.asker < 0
    on_pieces = _sorted_along(xy, inner.piece[own], inner.at[own], place_xy)
    cut, dangling = _decide_groups(seen, inner, on_pieces, level, touches.turns)
    joined = np.zeros(len(place_xy), dtype=bool)
    joined[seen.keys[dangling] >> _LEVEL_BITS] = True
    at_vertex = np.zeros(len(place), dtype=bool)
    at_vertex[seen.vertex[~seen.end & (cut[seen.group] | joined[seen.place])]] = True
    wanted = (inner.asker < 0) | dangling[seen.group[seen.row_of(inner.asker)]]
    # A cut that merged with an end of its own piece is a cut at that vertex.
    wanted &= (inner.at != place[inner.piece]) & (inner.at != place[inner.piece + 1])
    piece, at = _sorted_along(xy, inner.piece[wanted], inner.at[wanted], place_xy)
    is_vertex = np.zeros(len(place_xy), dtype=bool)
    is_vertex[place] = True
    return Cuts(xy, place, place_xy, joined, is_vertex, at_vertex, piece, at)


def _keys(place: np.ndarray, level: np.ndarray) -> np.ndarray:
    """One number for a place and a level."""
    return (place << _LEVEL_BITS) | level


def _merge(place_xy: np.ndarray, a: np.ndarray, b: np.ndarray, place: np.ndarray) -> np.ndarray:
    """Return for each place the one that stands for all that the pairs join: a vertex rather than a crossing."""
    computed = np.ones(len(place_xy), dtype=np.int64)
    computed[place] = 0
    return representatives(connected(len(place_xy), a, b), place_xy, computed)


def _chosen(chosen: np.ndarray, place: np.ndarray) -> np.ndarray:
    """Return the places that stand for ``place``; itself, not a copy, where no vertex is concerned."""
    after = chosen[place]
    return place if (after == place).all() else after


def _inner_cuts(
    lines: Lines, level: np.ndarray, touches: Touches, place: np.ndarray, crossing: np.ndarray
) -> _InnerCuts:
    """Return the cuts inside pieces that vertices on them and crossings ask for."""
    ends = np.zeros(len(place), dtype=bool)
    ends[lines.offsets[:-1]] = ends[lines.offsets[1:] - 1] = ends[touches.turns] = True
    own = level[touches.on_vertex] == level[touches.on_piece]
    counts = own | ends[touches.on_vertex]
    on_vertex, on_piece, own = touches.on_vertex[counts], touches.on_piece[counts], own[counts]
    same = level[touches.cross_a] == level[touches.cross_b]
    crossing = crossing[same]
    nobody = np.full(2 * len(crossing), -1, dtype=np.int64)
    return _InnerCuts(
        np.concatenate([on_piece, touches.cross_a[same], touches.cross_b[same]]),
        np.concatenate([place[on_vertex], crossing, crossing]),
        np.concatenate([np.where(own, -1, on_vertex), nobody]),
    )


def _position(xy: np.ndarray, piece: np.ndarray, point: np.ndarray) -> np.ndarray:
    """Return float64 (k,): where each point lies along its piece, 0 at its start and 1 at its end."""
    start = xy[piece]
    along = xy[piece + 1] - start
    length2 = (along**2).sum(axis=1)
    return ((point - start) * along).sum(axis=1) / np.where(length2 > 0, length2, 1.0)


def _sorted_along(
    xy: np.ndarray, piece: np.ndarray, at: np.ndarray, place_xy: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Return the cuts in the order of the lines, each place once a piece."""
    order = np.lexsort((at, _position(xy, piece, place_xy[at]), piece))
    piece, at = piece[order], at[order]
    fresh = np.ones(len(piece), dtype=bool)
    fresh[1:] = (piece[1:] != piece[:-1]) | (at[1:] != at[:-1])
    return piece[fresh], at[fresh]


def _merge_close_cuts(
    lines: Lines, inner: _InnerCuts, place: np.ndarray, place_xy: np.ndarray, radius: float
) -> tuple[np.ndarray, _InnerCuts]:
    """Merge the places of cuts that lie within ``radius`` of one another on a piece."""
    piece, at = _sorted_along(lines.xy, inner.piece, inner.at, place_xy)
    gap = np.hypot(*(place_xy[at[1:]] - place_xy[at[:-1]]).T)
    close = np.flatnonzero((piece[1:] == piece[:-1]) & (gap <= radius))
    if not len(close):
        return place, inner
    chosen = _merge(place_xy, at[close], at[close + 1], place)
    return _chosen(chosen, place), _InnerCuts(inner.piece, chosen[inner.at], inner.asker)


def _occurrences(lines: Lines, level: np.ndarray, place: np.ndarray) -> _Occurrences:
    fresh = np.ones(len(place), dtype=bool)
    fresh[1:] = place[1:] != place[:-1]
    fresh[lines.offsets[:-1]] = True
    vertex = np.flatnonzero(fresh)
    first, last = np.zeros((2, len(vertex)), dtype=bool)
    row = np.cumsum(fresh) - 1
    first[row[lines.offsets[:-1]]] = True
    last[row[lines.offsets[1:] - 1]] = True
    keys = _keys(place[vertex], level[vertex])
    if len(level) and level.min() == level.max():  # places are groups, dense enough as they are
        places = np.arange(int(place.max()) + 1)
        return _Occurrences(vertex, place[vertex], place[vertex], first, last, _keys(places, level[0]))
    keys, group = np.unique(keys, return_inverse=True)
    return _Occurrences(vertex, place[vertex], group, first, last, keys)


def _decide_groups(
    seen: _Occurrences,
    inner: _InnerCuts,
    on_pieces: tuple[np.ndarray, np.ndarray],
    level: np.ndarray,
    turns: np.ndarray,
) -> tuple[np.ndarray, np.ndarray]:
    """Decide for each place and level whether lines are cut there, and whether a line ends there alone."""
    size = len(seen.keys)
    struck = np.zeros(size, dtype=bool)
    struck_keys = _keys(on_pieces[1], level[on_pieces[0]])
    found = np.minimum(np.searchsorted(seen.keys, struck_keys), size - 1)
    struck[found[seen.keys[found] == struck_keys]] = True
    ends = np.bincount(seen.group[seen.end], minlength=size) > 0
    turned = np.zeros(size, dtype=bool)
    turned[seen.group[seen.row_of(turns)]] = True
    several = np.bincount(seen.group, minlength=size) > 1
    # Ways are counted where the answer is open, and where levels might join.
    ask = (several & ~ends & ~struck) | turned
    place = seen.keys >> _LEVEL_BITS
    beside = np.zeros(size, dtype=bool)
    beside[1:] = place[1:] == place[:-1]
    beside[:-1] |= beside[1:].copy()
    ask |= beside
    ask[seen.group[seen.row_of(inner.asker[inner.asker >= 0])]] = True
    ways = _count_ways(seen, ask, on_pieces)
    return struck | ends | turned | (ways != 2), (ways == 1) & ~struck


def _count_ways(seen: _Occurrences, ask: np.ndarray, on_pieces: tuple[np.ndarray, np.ndarray]) -> np.ndarray:
    """Count the distinct neighbouring places of each group that is asked about; 2 for the others.

    A neighbour is the next vertex along the line, or the next cut inside the piece that leads to it.
    """
    ways = np.full(len(seen.keys), 2, dtype=np.int64)
    rows = np.flatnonzero(ask[seen.group])
    if not len(rows):
        return ways
    back, on = rows[~seen.first[rows]], rows[~seen.last[rows]]
    group = np.concatenate([seen.group[back], seen.group[on]])
    # The piece that arrives at a vertex starts at the one before it, whether repeated or not.
    before = _next_cut(on_pieces, seen.vertex[back] - 1, seen.place[back - 1], "right")
    after = _next_cut(on_pieces, seen.vertex[on + 1] - 1, seen.place[on + 1], "left")
    neighbour = np.concatenate([before, after])
    order = np.lexsort((neighbour, group))
    group, neighbour = group[order], neighbour[order]
    fresh = np.ones(len(group), dtype=bool)
    fresh[1:] = (group[1:] != group[:-1]) | (neighbour[1:] != neighbour[:-1])
    ways[ask] = np.bincount(group[fresh], minlength=len(ways))[ask]
    return ways


def _next_cut(
    on_pieces: tuple[np.ndarray, np.ndarray],
    piece: np.ndarray,
    vertex_place: np.ndarray,
    side: Literal["left", "right"],
) -> np.ndarray:
    """Return the place of the first ("left") or last ("right") cut inside each piece, or of the vertex behind it."""
    cut_piece, cut_place = on_pieces
    if not len(cut_piece):
        return vertex_place
    found = np.searchsorted(cut_piece, piece, side=side) - (side == "right")
    found = np.clip(found, 0, len(cut_piece) - 1)
    return np.where(cut_piece[found] == piece, cut_place[found], vertex_place)


def with_cut_vertices(lines: Lines, cuts: Cuts) -> tuple[Lines, np.ndarray, np.ndarray]:
    """Insert a vertex at each inner cut.

    Returns:
        The lines with those vertices, see :func:`with_vertices`; int64 (w,), the place of each of their vertices;
        bool (w,), which ones are cuts.
    """
    full, place, is_cut = replace(lines, xy=cuts.xy), cuts.place, cuts.at_vertex.copy()
    if len(cuts.piece):
        where = cuts.piece + 1
        full = with_vertices(full, cuts.piece, cuts.place_xy[cuts.piece_place])
        place, is_cut = np.insert(place, where, cuts.piece_place), np.insert(is_cut, where, True)
    # Where the cuts on both sides of a sharp bend have merged, the line now turns back on itself.
    turn = np.flatnonzero((place[2:] == place[:-2]) & (place[1:-1] != place[:-2])) + 1
    is_cut[turn[full.inner(turn)]] = True
    return full, place, is_cut


def with_vertices(lines: Lines, piece: np.ndarray, point: np.ndarray) -> Lines:
    """Insert vertices inside pieces.

    Args:
        lines: The network.
        piece: int64 (k,), the piece (its first vertex) of each, sorted; those of one piece in their order along it.
        point: float64 (k, 2), where.

    Returns:
        The lines with those vertices, heights and measures interpolated (an unknown height stays unknown).
    """
    where = piece + 1
    start = lines.xy[piece]
    along = lines.xy[where] - start
    share = ((point - start) * along).sum(axis=1) / (along**2).sum(axis=1)

    def spread(values: np.ndarray | None, heights: bool) -> np.ndarray | None:
        if values is None:
            return None
        a, b = values[piece], values[where]
        new = a + (b - a) * share
        if heights:
            # An unknown height says nothing of the middle: the code itself is carried over.
            new = np.where(is_unknown_z(b), b, np.where(is_unknown_z(a), a, new))
        return np.insert(values, where, new)

    return Lines(
        np.insert(lines.xy, where, point, axis=0),
        lines.offsets + np.searchsorted(where, lines.offsets, side="right"),
        lines.feature,
        lines.part,
        spread(lines.z, True),
        spread(lines.m, False),
    )


def rows_after_insertion(vertex: np.ndarray, piece: np.ndarray) -> np.ndarray:
    """Return where vertices are once :func:`with_vertices` has inserted others inside ``piece``."""
    return vertex + np.searchsorted(piece, vertex, side="left")
