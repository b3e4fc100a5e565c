"""Where line pieces touch: crossings, vertices on pieces, and vertices that nearly coincide.

The predicates are plain double arithmetic on coordinates taken relative to a piece's end. They are made safe by the
numerical epsilon: a vertex closer than it to a piece is on the piece, and only pairs without such a vertex are asked
whether they cross, where the signs are then beyond doubt.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..lines import Lines
from ..monitor import Monitor
from .candidates import DEFAULT_BAND, candidate_pairs

#: Pairs tested at once: long enough for NumPy, short enough for memory.
_BATCH = 16_384


@dataclass(frozen=True)
class Touches:
    """What pieces do to one another; a piece is named by its first vertex.

    Attributes:
        turns: int64 (f,), vertex where a line turns back on itself.
        on_vertex: int64 (t,), vertex that lies inside a piece.
        on_piece: int64 (t,), that piece.
        near_a: int64 (n,), vertex close to, yet not exactly at,
        near_b: int64 (n,), another vertex.
        cross_a: int64 (c,), first piece of a proper crossing.
        cross_b: int64 (c,), second piece.
        cross_xy: float64 (c, 2), where they cross.
    """

    turns: np.ndarray
    on_vertex: np.ndarray
    on_piece: np.ndarray
    near_a: np.ndarray
    near_b: np.ndarray
    cross_a: np.ndarray
    cross_b: np.ndarray
    cross_xy: np.ndarray


def find_touches(lines: Lines, epsilon: float, monitor: Monitor, band: int = DEFAULT_BAND) -> Touches:
    """Find every touch of two pieces of the network, whatever their levels.

    Args:
        lines: The network; vertices finite.
        epsilon: Numerical epsilon in layer units: what is closer coincides.
        monitor: Told the progress; stops the search.
        band: See :func:`candidates.candidate_pairs`.
    """
    found: list[tuple[np.ndarray, ...]] = []
    held_p, held_q, held = [], [], 0
    turns, before, behind = _folds(lines, epsilon)
    found.append(_test_pairs(lines.xy, before, behind, epsilon))
    for p, q in candidate_pairs(lines, epsilon, monitor, band):
        held_p.append(p)
        held_q.append(q)
        held += len(p)
        if held >= _BATCH:
            found.append(_test_pairs(lines.xy, np.concatenate(held_p), np.concatenate(held_q), epsilon))
            held_p, held_q, held = [], [], 0
    if held:
        found.append(_test_pairs(lines.xy, np.concatenate(held_p), np.concatenate(held_q), epsilon))
    on_vertex, on_piece, near_a, near_b, cross_a, cross_b = (np.concatenate(c) for c in zip(*found))
    on_vertex, on_piece = _unique_pairs(on_vertex, on_piece)
    near_a, near_b = _unique_pairs(np.minimum(near_a, near_b), np.maximum(near_a, near_b))
    cross_a, cross_b = _unique_pairs(np.minimum(cross_a, cross_b), np.maximum(cross_a, cross_b))
    cross_xy = crossing_points(lines.xy, cross_a, cross_b)
    return Touches(turns, on_vertex, on_piece, near_a, near_b, cross_a, cross_b, cross_xy)


def _unique_pairs(a: np.ndarray, b: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    if not len(a):
        return a, b
    order = np.lexsort((b, a))
    a, b = a[order], b[order]
    fresh = np.ones(len(a), dtype=bool)
    fresh[1:] = (a[1:] != a[:-1]) | (b[1:] != b[:-1])
    return a[fresh], b[fresh]


def _folds(lines: Lines, epsilon: float) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return the vertices where a line turns back on itself, the pieces before and the pieces behind them."""
    x, y = lines.xy.T
    fresh = np.ones(len(x), dtype=bool)
    fresh[1:] = (x[1:] != x[:-1]) | (y[1:] != y[:-1])
    fresh[lines.offsets[:-1]] = True
    vertex = np.flatnonzero(fresh)
    step_x, step_y = np.diff(x[vertex]), np.diff(y[vertex])
    starts = np.searchsorted(vertex, lines.offsets[1:-1])
    step_x[starts - 1] = step_y[starts - 1] = 0.0
    back = np.flatnonzero(step_x[:-1] * step_x[1:] + step_y[:-1] * step_y[1:] < 0)
    ux, uy, wx, wy = step_x[back], step_y[back], step_x[back + 1], step_y[back + 1]
    longest = np.sqrt(np.maximum(ux * ux + uy * uy, wx * wx + wy * wy))
    back = back[np.abs(ux * wy - uy * wx) <= 2 * epsilon * longest]
    return vertex[back + 1], vertex[back + 1] - 1, vertex[back + 2] - 1


def _test_pairs(xy: np.ndarray, p: np.ndarray, q: np.ndarray, epsilon: float) -> tuple[np.ndarray, ...]:
    """Return (vertex, piece), (vertex, vertex) and (piece, piece) of the touches among candidate pairs."""
    x, y = xy.T
    px, py, qx, qy = x[p], y[p], x[q], y[q]
    p1x, p1y, q1x, q1y = x[p + 1], y[p + 1], x[q + 1], y[q + 1]
    rx, ry, sx, sy = p1x - px, p1y - py, q1x - qx, q1y - qy
    # Twice the areas of the triangles (piece, vertex): the distance of the vertex to the carrying line times the
    # length of the piece, signed by the side. They are exactly 0 for a vertex that the two pieces share.
    q_first, q_last = rx * (qy - py) - ry * (qx - px), rx * (q1y - py) - ry * (q1x - px)
    p_first, p_last = sx * (py - qy) - sy * (px - qx), sx * (p1y - qy) - sy * (p1x - qx)
    crossing = ((q_first > 0) != (q_last > 0)) & ((p_first > 0) != (p_last > 0))
    q_first, q_last, p_first, p_last = np.abs(q_first), np.abs(q_last), np.abs(p_first), np.abs(p_last)
    limit_p, limit_q = epsilon * np.sqrt(rx * rx + ry * ry), epsilon * np.sqrt(sx * sx + sy * sy)
    shared = ((px == qx) & (py == qy)) | ((p1x == q1x) & (p1y == q1y))
    shared |= ((px == q1x) & (py == q1y)) | ((p1x == qx) & (p1y == qy))
    # Pieces that share a vertex touch elsewhere only when they run on one another: both ends are then near.
    q_off = np.where(shared, np.maximum(q_first, q_last), np.minimum(q_first, q_last))
    p_off = np.where(shared, np.maximum(p_first, p_last), np.minimum(p_first, p_last))
    near = np.flatnonzero((q_off <= limit_p) | (p_off <= limit_q))
    crossing &= ~shared
    p_near, q_near = p[near], q[near]
    vertex = np.stack([q_near, q_near + 1, p_near, p_near + 1])
    piece = np.stack([p_near, p_near, q_near, q_near])
    on_piece, to_start, to_end, touching = _vertex_on_piece(xy, vertex, piece, epsilon)
    crossing[near[touching.any(axis=0)]] = False
    return (
        vertex[on_piece],
        piece[on_piece],
        np.concatenate([vertex[to_start], vertex[to_end]]),
        np.concatenate([piece[to_start], piece[to_end] + 1]),
        p[crossing],
        q[crossing],
    )


def _vertex_on_piece(
    xy: np.ndarray, vertex: np.ndarray, piece: np.ndarray, epsilon: float
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Tell whether vertices lie inside pieces, close to their start, close to their end, or touch them at all."""
    start, end, point = xy[piece], xy[piece + 1], xy[vertex]
    along, to_start, to_end = end - start, point - start, point - end
    length2 = (along**2).sum(axis=-1)
    dot = (along * to_start).sum(axis=-1)
    off = np.abs(along[..., 0] * to_start[..., 1] - along[..., 1] * to_start[..., 0])
    start2, end2 = (to_start**2).sum(axis=-1), (to_end**2).sum(axis=-1)
    at_start, at_end = start2 <= epsilon**2, end2 <= epsilon**2
    inside = (dot > 0) & (dot < length2) & (off <= epsilon * np.sqrt(length2)) & ~at_start & ~at_end
    return inside, at_start & (start2 > 0), at_end & (end2 > 0), inside | at_start | at_end


def crossing_points(xy: np.ndarray, p: np.ndarray, q: np.ndarray) -> np.ndarray:
    """Return float64 (c, 2): where pieces ``p`` and ``q`` cross, the same to the last bit whatever their order."""
    a, b = _ordered(xy[p], xy[p + 1])
    c, d = _ordered(xy[q], xy[q + 1])
    swap = _after(a, c) | ((a == c).all(axis=1) & _after(b, d))
    a[swap], c[swap] = c[swap], a[swap]
    b[swap], d[swap] = d[swap], b[swap]
    r, s, w = b - a, d - c, c - a
    t = (w[:, 0] * s[:, 1] - w[:, 1] * s[:, 0]) / (r[:, 0] * s[:, 1] - r[:, 1] * s[:, 0])
    return a + r * np.clip(t, 0.0, 1.0)[:, None]


def _after(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    return (a[:, 0] > b[:, 0]) | ((a[:, 0] == b[:, 0]) & (a[:, 1] > b[:, 1]))


def _ordered(a: np.ndarray, b: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    swap = _after(a, b)[:, None]
    return np.where(swap, b, a), np.where(swap, a, b)
