"""Cut stretches out of measured routes."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from ..measures import MeasuredRoutes
from .lanes import along, point_on_part

#: A cut nearer to a vertex than this share of a metre is at the vertex.
_AT_VERTEX = 1e-9
#: A vertex is not added this near to another, in metres.
_NEAR_VERTEX = 1e-6


class Stretches(NamedTuple):
    """Lines cut out of routes.

    Attributes:
        xy: float64 (v, 2), vertices, stretches end to end.
        m: float64 (v,), measures.
        z: float64 (v,), or None.
        offsets: int64 (n + 1,), first vertex of each stretch.
    """

    xy: np.ndarray
    m: np.ndarray
    z: np.ndarray | None
    offsets: np.ndarray


def cut_stretches(routes: MeasuredRoutes, part: np.ndarray, start: np.ndarray, end: np.ndarray) -> Stretches:
    """Cut stretches out of parts.

    Args:
        routes: The routes.
        part: int64 (n,), part of each stretch.
        start: float64 (n,), measure at its start, brought into the part.
        end: float64 (n,), measure at its end, greater than ``start``.

    Returns:
        One line a stretch, with all the vertices between its ends.
    """
    start = np.clip(start, routes.start_m()[part], routes.end_m()[part])
    end = np.clip(end, routes.start_m()[part], routes.end_m()[part])
    piece0, share0 = point_on_part(routes, part, start)
    piece1, share1 = point_on_part(routes, part, end)
    # Vertices strictly between the two ends.
    first = piece0 + 1
    first += routes.m[first] <= start + _AT_VERTEX
    last = piece1.copy()
    last -= routes.m[last] >= end - _AT_VERTEX
    inner = np.maximum(last - first + 1, 0)
    count = inner + 2
    offsets = np.concatenate([[0], np.cumsum(count)]).astype(np.int64)
    total = int(offsets[-1])
    within = np.arange(total) - np.repeat(offsets[:-1], count)
    index = np.repeat(first - 1, count) + within
    opens, closes = offsets[:-1], offsets[1:] - 1
    index[opens], index[closes] = piece0, piece1
    xy, m = routes.xy[index], routes.m[index]
    xy[opens], xy[closes] = along(routes.xy, piece0, share0), along(routes.xy, piece1, share1)
    m[opens], m[closes] = start, end
    z = None
    if routes.z is not None:
        z = routes.z[index]
        z[opens], z[closes] = along(routes.z, piece0, share0), along(routes.z, piece1, share1)
    return Stretches(xy, m, z, offsets)


def split_parts(routes: MeasuredRoutes, part: np.ndarray, at: np.ndarray) -> MeasuredRoutes:
    """Cut parts in two at given measures.

    Args:
        routes: The routes, parts in order.
        part: int64 (n,), parts to cut; one may come several times.
        at: float64 (n,), measures strictly inside them.
    """
    if not len(part):
        return routes
    every = np.concatenate([np.arange(routes.count), part])
    start = np.concatenate([routes.start_m(), at])
    order = np.lexsort((start, every))
    every, start = every[order], start[order]
    end = np.append(start[1:], np.nan)
    closing = np.append(every[1:] != every[:-1], True)
    end[closing] = routes.end_m()[every[closing]]
    measured = np.isfinite(start) & np.isfinite(end)
    if not measured.all():
        raise ValueError("only measured parts can be cut")
    cut = cut_stretches(routes, every, start, end)
    return MeasuredRoutes(
        cut.xy,
        cut.m,
        cut.offsets,
        routes.route[every],
        routes.side[every],
        routes.branch[every],
        routes.names,
        cut.z,
    )


def insert_vertices(routes: MeasuredRoutes, part: np.ndarray, at: np.ndarray) -> MeasuredRoutes:
    """Give parts more vertices, without changing their shape or their measures.

    Args:
        routes: The routes.
        part: int64 (n,), parts; one may come several times.
        at: float64 (n,), measures on them. Where there is a vertex already, none is added.
    """
    piece, share = point_on_part(routes, part, at)
    new = (at > routes.m[piece] + _NEAR_VERTEX) & (at < routes.m[piece + 1] - _NEAR_VERTEX)
    part, at, piece, share = part[new], at[new], piece[new], share[new]
    if not len(part):
        return routes
    order = np.lexsort((at, piece))
    part, at, piece, share = part[order], at[order], piece[order], share[order]
    shift = np.concatenate([[0], np.cumsum(np.bincount(part, minlength=routes.count))])
    return MeasuredRoutes(
        np.insert(routes.xy, piece + 1, along(routes.xy, piece, share), axis=0),
        np.insert(routes.m, piece + 1, at),
        routes.offsets + shift,
        routes.route,
        routes.side,
        routes.branch,
        routes.names,
        None if routes.z is None else np.insert(routes.z, piece + 1, along(routes.z, piece, share)),
    )


def offset_stretches(stretches: Stretches, lateral: np.ndarray, scale: tuple[float, float] = (1.0, 1.0)) -> Stretches:
    """Move each line sideways, vertex by vertex along the bisector of its corner.

    Args:
        stretches: The lines.
        lateral: float64 (n,), metres to the right of the line, negative to the left.
        scale: Metres per layer unit in x and in y.
    """
    if not np.nan_to_num(lateral).any():
        return stretches
    xy = stretches.xy * scale
    count = np.diff(stretches.offsets)
    away = np.repeat(np.nan_to_num(lateral), count)
    step = np.zeros_like(xy)
    step[:-1] = np.diff(xy, axis=0)
    step[stretches.offsets[1:] - 1] = 0.0
    size = np.hypot(step[:, 0], step[:, 1])
    direction = np.divide(step, size[:, None], out=np.zeros_like(step), where=size[:, None] > 0)
    before = np.zeros_like(direction)
    before[1:] = direction[:-1]
    before[stretches.offsets[:-1]] = direction[stretches.offsets[:-1]]
    after = direction
    after[stretches.offsets[1:] - 1] = before[stretches.offsets[1:] - 1]
    bisector = before + after
    norm = np.hypot(bisector[:, 0], bisector[:, 1])
    flat = norm < 1e-9
    bisector[flat], norm[flat] = before[flat], 1.0
    bisector /= norm[:, None]
    # A corner moves farther than its sides do, but never more than twice as far.
    stretch = 1 / np.maximum((bisector * before).sum(axis=1), 0.5)
    normal = np.stack([bisector[:, 1], -bisector[:, 0]], axis=1)
    moved = (xy + normal * (away * stretch)[:, None]) / scale
    return Stretches(moved, stretches.m, stretches.z, stretches.offsets)
