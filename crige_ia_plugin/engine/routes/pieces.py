"""The graph of each route: its lines, cut where another line of the route starts or ends.

A line is cut only where the end of a line of the same group falls exactly on one of its vertices, which is how road
data encode junctions. Ends closer than a tolerance are one node.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..lines import Lines
from ..network.places import connected, number_places


@dataclass(frozen=True)
class RoutePieces:
    """Edges and nodes of all routes' graphs; pieces are sorted by group and component.

    Attributes:
        member: int64 (e,), membership (a line in a group) each piece is a part of.
        line: int64 (e,), its line.
        first: int64 (e,), its first vertex.
        last: int64 (e,), its last vertex.
        group: int64 (e,), what is chained together.
        component: int64 (e,), label of what hangs together; a component belongs to one group.
        start: int64 (e,), node at ``first``.
        end: int64 (e,), node at ``last``.
        length: float64 (e,), in the unit of the lengths given.
        node_xy: float64 (n, 2), location of each node.
        twin: int64 (d,), piece that is kept,
        dropped_line: int64 (d,), line of a piece that lies exactly on it and is left out,
        dropped_whole: bool (d,), whether that is the whole line,
        dropped_group: int64 (d,), its group,
        dropped_vertex: int64 (d,), a vertex of it.
    """

    member: np.ndarray
    line: np.ndarray
    first: np.ndarray
    last: np.ndarray
    group: np.ndarray
    component: np.ndarray
    start: np.ndarray
    end: np.ndarray
    length: np.ndarray
    node_xy: np.ndarray
    twin: np.ndarray
    dropped_line: np.ndarray
    dropped_whole: np.ndarray
    dropped_group: np.ndarray
    dropped_vertex: np.ndarray

    @property
    def count(self) -> int:
        """Number of pieces."""
        return len(self.line)


def cut_into_pieces(
    lines: Lines,
    position: np.ndarray,
    member_line: np.ndarray,
    member_group: np.ndarray,
    tolerance: float,
    cuts: np.ndarray,
) -> RoutePieces:
    """Build the graph of every group.

    Args:
        lines: The network.
        position: float64 (v,), running length over all lines, equal at the end of a line and the start of the next.
        member_line: int64 (m,), lines that belong to a group; of more than zero length.
        member_group: int64 (m,), the group.
        tolerance: Ends closer than this, in layer units, are one node.
        cuts: int64, further vertices at which to cut.
    """
    place, _ = number_places(lines.xy)
    first, last = lines.offsets[member_line], lines.offsets[member_line + 1] - 1
    node_of_place = _merge_close(lines.xy, place, np.concatenate([first, last]), tolerance)
    place = node_of_place[place]
    member, begin, end = _cut(lines, place, member_line, member_group, cuts)
    kept = position[end] > position[begin]
    member, begin, end = member[kept], begin[kept], end[kept]
    line, group = member_line[member], member_group[member]
    keep, twin_of = _find_twins(place, begin, end, group, line)
    nodes = len(node_of_place) * group
    key = np.concatenate([nodes[keep] + place[begin[keep]], nodes[keep] + place[end[keep]]])
    unique, index = np.unique(key, return_inverse=True)
    index = index.reshape(-1)  # NumPy 2.0 gives it another shape
    edges = len(keep)
    start_node, end_node = index[:edges], index[edges:]
    component = connected(len(unique), start_node, end_node)[start_node]
    order = np.lexsort((begin[keep], component, group[keep]))
    rank = np.empty(edges, dtype=np.int64)
    rank[order] = np.arange(edges)
    dropped = np.flatnonzero(twin_of >= 0)
    whole = (begin == lines.offsets[line]) & (end == lines.offsets[line + 1] - 1)
    taken = keep[order]
    node_xy = np.zeros((len(unique), 2))
    node_xy[end_node], node_xy[start_node] = lines.xy[end[keep]], lines.xy[begin[keep]]
    at = np.full(len(line), -1, dtype=np.int64)
    at[keep] = rank
    return RoutePieces(
        member=member[taken],
        line=line[taken],
        first=begin[taken],
        last=end[taken],
        group=group[taken],
        component=component[order],
        start=start_node[order],
        end=end_node[order],
        length=position[end[taken]] - position[begin[taken]],
        node_xy=node_xy,
        twin=at[twin_of[dropped]],
        dropped_line=line[dropped],
        dropped_whole=whole[dropped],
        dropped_group=group[dropped],
        dropped_vertex=begin[dropped],
    )


def _merge_close(xy: np.ndarray, place: np.ndarray, ends: np.ndarray, tolerance: float) -> np.ndarray:
    """Return, for each place, the place that stands for it once ends within the tolerance are merged."""
    size = int(place.max()) + 1 if len(place) else 0
    label = np.arange(size)
    if tolerance <= 0 or not len(ends):
        return label
    spot, vertex = np.unique(place[ends], return_index=True)
    at = xy[ends[vertex]]
    at = at - at.min(axis=0)
    pairs_a, pairs_b = [], []
    # Two ends within the tolerance share a cell of twice that side in at least one of four grids, each shifted by half.
    for shift in ((0.0, 0.0), (tolerance, 0.0), (0.0, tolerance), (tolerance, tolerance)):
        cell = np.floor((at + shift) / (2 * tolerance)).astype(np.int64)
        order = np.lexsort((cell[:, 1], cell[:, 0]))
        same = (cell[order[1:]] == cell[order[:-1]]).all(axis=1)
        pairs_a.append(spot[order[1:][same]])
        pairs_b.append(spot[order[:-1][same]])
    return connected(size, np.concatenate(pairs_a), np.concatenate(pairs_b))


def _cut(
    lines: Lines, place: np.ndarray, member_line: np.ndarray, member_group: np.ndarray, cuts: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Cut the member lines; return membership, first vertex and last vertex of each piece."""
    first, last = lines.offsets[member_line], lines.offsets[member_line + 1] - 1
    size = int(place.max()) + 1 if len(place) else 1
    is_end = np.zeros(size, dtype=bool)
    is_end[place[first]] = True
    is_end[place[last]] = True
    member, vertex = _interior(first, last, is_end[place])
    ends = np.unique(np.concatenate([member_group * size + place[first], member_group * size + place[last]]))
    key = member_group[member] * size + place[vertex]
    spot = np.minimum(np.searchsorted(ends, key), max(len(ends) - 1, 0))
    hit = ends[spot] == key if len(key) else np.zeros(0, dtype=bool)
    member, vertex = member[hit], vertex[hit]
    if len(cuts):
        wanted = np.zeros(len(lines.xy), dtype=bool)
        wanted[cuts] = True
        extra_member, extra_vertex = _interior(first, last, wanted)
        pair = np.unique(
            np.stack([np.concatenate([member, extra_member]), np.concatenate([vertex, extra_vertex])], axis=1),
            axis=0,
        )
        member, vertex = pair[:, 0], pair[:, 1]
    rows = np.arange(len(member_line))
    owner = np.concatenate([rows, rows, member, member])
    at = np.concatenate([first, last, vertex, vertex])
    order = np.lexsort((at, owner))
    owner, at = owner[order], at[order]
    return owner[::2], at[::2], at[1::2]


def _interior(first: np.ndarray, last: np.ndarray, mask: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return (member, vertex) for the vertices strictly inside each member's range where ``mask`` holds."""
    marked = np.flatnonzero(mask)
    low = np.searchsorted(marked, first, side="right")
    high = np.maximum(np.searchsorted(marked, last, side="left"), low)
    count = high - low
    member = np.repeat(np.arange(len(first)), count)
    index = np.arange(count.sum()) + np.repeat(low - (np.cumsum(count) - count), count)
    return member, marked[index]


def _find_twins(
    place: np.ndarray, first: np.ndarray, last: np.ndarray, group: np.ndarray, line: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Find pieces of one group that have the same vertices in either direction.

    Returns:
        int64, the pieces kept (the first line's, of each set); int64 (e,), the piece kept in stead of each dropped
        one, −1 elsewhere.
    """
    mixed = (place.astype(np.uint64) + np.uint64(1)) * np.uint64(0x9E3779B97F4A7C15)
    mixed ^= mixed >> np.uint64(31)
    mixed *= np.uint64(0xBF58476D1CE4E5B9)
    mixed ^= mixed >> np.uint64(29)
    total = np.concatenate([np.zeros(1, dtype=np.uint64), np.cumsum(mixed, dtype=np.uint64)])
    sums = total[last + 1] - total[first]
    low, high = np.minimum(place[first], place[last]), np.maximum(place[first], place[last])
    order = np.lexsort((line, last - first, sums, high, low, group))
    same = np.zeros(len(order), dtype=bool)
    for column in (group, low, high, sums, last - first):
        ranked = column[order]
        if column is group:
            same[1:] = ranked[1:] == ranked[:-1]
        else:
            same[1:] &= ranked[1:] == ranked[:-1]
    head = order[~same][np.cumsum(~same) - 1] if len(order) else order
    twin = np.full(len(first), -1, dtype=np.int64)
    twin[order[same]] = head[same]
    return np.flatnonzero(twin < 0), twin
