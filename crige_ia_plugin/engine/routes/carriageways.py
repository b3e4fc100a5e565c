"""Which pieces of a route are the two carriageways of one road, and which is the right one.

Where no field tells the side, it follows from the direction of PR: two runs of a route that go along each other are
carriageways, and the one on the right along increasing measure is the right one.
"""

from __future__ import annotations

import numpy as np

from ..measures import MeasuredRoutes, Side
from ..nearest import PieceIndex

#: Carriageways are no farther apart than this, in metres, and no nearer than :data:`MIN_APART`.
MAX_APART = 40.0
MIN_APART = 1.0
#: Distance between the places that are looked at.
_SPACING = 25.0
_PARALLEL = np.cos(np.radians(25))
#: Share of a segment's places that must have the other carriageway beside them.
_SHARE = 0.6
#: Those places must agree on the side to this degree: (right − left) / all.
_AGREE = 0.6


def carriageway_sides(
    routes: MeasuredRoutes, owner: np.ndarray, reference: np.ndarray, scale: tuple[float, float]
) -> np.ndarray:
    """Tell the side of each segment of measured routes.

    Args:
        routes: Routes measured without regard to sides.
        owner: int64 (v,), segment of each vertex of the routes.
        reference: bool (p,), parts whose direction is that of PR; the others are judged by them.
        scale: Metres per layer unit in x and in y.

    Returns:
        int64 (s,), :class:`measures.Side`; ``SINGLE`` where no other carriageway lies beside the segment.
    """
    segments = int(owner.max()) + 1 if len(owner) else 0
    side = np.full(segments, int(Side.SINGLE), dtype=np.int64)
    part_of = routes.lines().vertex_line()
    mixed = _routes_with_both(routes.route, reference)
    piece = np.flatnonzero(routes.lines().piece_mask() & mixed[routes.route][part_of])
    if not len(piece):
        return side
    place, at, direction = _sample(routes.xy, piece, np.array(scale))
    is_reference = reference[part_of[piece]]
    index = PieceIndex(routes.xy, piece, routes.route[part_of[piece]], is_reference.astype(np.int64), scale)
    wanted = np.where(is_reference[place], 1, 2)  # a reference looks for the others (bit 0), and they for it (bit 1)
    found = index.search(at, MAX_APART, routes.route[part_of[piece[place]]], wanted)
    ok = found.piece >= 0
    facing = np.zeros((len(at), 2))
    facing[ok] = _unit((routes.xy[found.piece[ok] + 1] - routes.xy[found.piece[ok]]) * scale)
    away = (found.xy - at) * scale
    with np.errstate(invalid="ignore"):
        beside = ok & (found.distance >= MIN_APART)
        beside &= np.abs((facing * direction).sum(axis=1)) >= _PARALLEL
        beside &= np.abs((away * direction).sum(axis=1)) <= 0.35 * found.distance
        left_of_me = direction[:, 0] * away[:, 1] - direction[:, 1] * away[:, 0] > 0
    # Beside a reference, the side is seen along it; a reference itself has the other on its left when it is right.
    right = np.where(is_reference[place], left_of_me, found.lateral > 0)
    segment = owner[piece[place] + 1]
    total = np.bincount(segment, minlength=segments)
    along = np.bincount(segment[beside], minlength=segments)
    vote = np.bincount(segment[beside], weights=np.where(right[beside], 1.0, -1.0), minlength=segments)
    dual = (along >= _SHARE * total) & (along > 0) & (np.abs(vote) >= _AGREE * along)
    side[dual] = np.where(vote[dual] > 0, int(Side.RIGHT), int(Side.LEFT))
    return side


def _routes_with_both(route: np.ndarray, reference: np.ndarray) -> np.ndarray:
    """Return bool by route, whether it has parts of both kinds."""
    size = int(route.max()) + 1 if len(route) else 0
    has = np.zeros((2, size), dtype=bool)
    has[0, route[reference]] = True
    has[1, route[~reference]] = True
    both: np.ndarray = has[0] & has[1]
    return both


def _sample(xy: np.ndarray, piece: np.ndarray, scale: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return places along pieces: the row of ``piece``, location and unit direction (in metres) of each."""
    vector = (xy[piece + 1] - xy[piece]) * scale
    length = np.hypot(vector[:, 0], vector[:, 1])
    count = np.maximum(np.ceil(length / _SPACING), 1).astype(np.int64)
    row = np.repeat(np.arange(len(piece)), count)
    k = np.arange(len(row)) - np.repeat(np.cumsum(count) - count, count)
    share = (k + 0.5) / count[row]
    at = xy[piece[row]] + (xy[piece[row] + 1] - xy[piece[row]]) * share[:, None]
    return row, at, _unit(vector)[row]


def _unit(vector: np.ndarray) -> np.ndarray:
    size = np.hypot(vector[:, 0], vector[:, 1])
    size[size == 0] = 1.0
    unit: np.ndarray = vector / size[:, None]
    return unit
