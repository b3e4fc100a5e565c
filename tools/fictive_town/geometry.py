"""Plane geometry for the fictitious town: curves, offsets, cuts and shared vertices, on plain NumPy arrays.

Every line is an ``(n, 2)`` array of metres. Nothing here is meant for users' data: the engine does that work.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

RESOLUTION = 0.01
"""Coordinates are rounded to the centimetre, in metres."""


def snap(points: np.ndarray) -> np.ndarray:
    """Round coordinates to the sample's resolution."""
    return np.round(np.asarray(points, dtype=float) / RESOLUTION) * RESOLUTION


def spline(controls: list[tuple[float, float]], step: float = 24.0, closed: bool = False) -> np.ndarray:
    """Smooth curve through ``controls`` (Catmull-Rom), with a vertex about every ``step`` metres."""
    points = np.asarray(controls, dtype=float)
    count = len(points)
    if closed:
        padded = np.vstack([points[-1], points, points[:2]])
        pieces = count
    else:
        padded = np.vstack([2 * points[0] - points[1], points, 2 * points[-1] - points[-2]])
        pieces = count - 1
    curve = []
    for i in range(pieces):
        p0, p1, p2, p3 = padded[i : i + 4]
        n = max(1, round(float(np.hypot(*(p2 - p1))) / step))
        t = (np.arange(n) / n)[:, None]
        curve.append(
            0.5 * (2 * p1 + (p2 - p0) * t + (2 * p0 - 5 * p1 + 4 * p2 - p3) * t**2 + (3 * p1 - p0 - 3 * p2 + p3) * t**3)
        )
    curve.append(points[:1] if closed else points[-1:])
    return snap(np.vstack(curve))


def circle(centre: tuple[float, float], radius: float, vertices: int = 16, start: float = 0.0) -> np.ndarray:
    """Closed circle, anticlockwise as traffic turns in France, first vertex at angle ``start`` (radians)."""
    angles = start + np.linspace(0, 2 * np.pi, vertices + 1)
    ring = snap(np.column_stack([np.cos(angles), np.sin(angles)]) * radius + centre)
    ring[-1] = ring[0]
    return ring


def abscissas(line: np.ndarray) -> np.ndarray:
    """Distance of each vertex from the start of the line, in metres."""
    return np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(line, axis=0).T))])


def length(line: np.ndarray) -> float:
    """Length of the line in metres."""
    return float(abscissas(line)[-1])


def at(line: np.ndarray, s: float) -> np.ndarray:
    """Point at ``s`` metres from the start."""
    along = abscissas(line)
    return np.array([np.interp(s, along, line[:, 0]), np.interp(s, along, line[:, 1])])


def direction(line: np.ndarray, s: float) -> np.ndarray:
    """Unit vector along the line at ``s`` metres from the start."""
    vector = at(line, min(s + 4, length(line))) - at(line, max(s - 4, 0))
    return vector / np.hypot(*vector)


def stretch(line: np.ndarray, start: float, end: float) -> np.ndarray:
    """Part of the line between two abscissas, in metres."""
    along = abscissas(line)
    inside = (along > start + 0.5) & (along < end - 0.5)
    return snap(np.vstack([at(line, start), line[inside], at(line, end)]))


def offset(line: np.ndarray, distance: float) -> np.ndarray:
    """Parallel line at ``distance`` metres to the left (negative: to the right)."""
    tangent = np.gradient(line, axis=0)
    normal = np.column_stack([-tangent[:, 1], tangent[:, 0]])
    normal /= np.hypot(normal[:, 0], normal[:, 1])[:, None]
    return snap(line + distance * normal)


def ribbon(line: np.ndarray, width: float | np.ndarray) -> np.ndarray:
    """Closed outline of a band around the line, ``width`` metres wide."""
    half = np.broadcast_to(np.asarray(width, dtype=float) / 2, (len(line),))
    tangent = np.gradient(line, axis=0)
    normal = np.column_stack([-tangent[:, 1], tangent[:, 0]])
    normal /= np.hypot(normal[:, 0], normal[:, 1])[:, None]
    left, right = line + half[:, None] * normal, line - half[:, None] * normal
    return snap(np.vstack([left, right[::-1], left[:1]]))


@dataclass(frozen=True)
class Crossings:
    """Places where two lines meet: abscissas on the first (metres), then on the second, and the points."""

    on_first: np.ndarray
    on_second: np.ndarray
    points: np.ndarray


def crossings(first: np.ndarray, second: np.ndarray) -> Crossings:
    """Where two lines meet, ordered along the first; collinear contacts are left out."""
    a, b = first[:-1, None], np.diff(first, axis=0)[:, None]
    c, d = second[None, :-1], np.diff(second, axis=0)[None]
    cross = b[..., 0] * d[..., 1] - b[..., 1] * d[..., 0]
    with np.errstate(divide="ignore", invalid="ignore"):
        gap = c - a
        t = (gap[..., 0] * d[..., 1] - gap[..., 1] * d[..., 0]) / cross
        u = (gap[..., 0] * b[..., 1] - gap[..., 1] * b[..., 0]) / cross
    hit = (np.abs(cross) > 1e-9) & (t >= 0) & (t <= 1) & (u >= 0) & (u <= 1)
    i, j = np.nonzero(hit)
    on_first = abscissas(first)[i] + t[i, j] * np.hypot(*b[i, 0].T)
    on_second = abscissas(second)[j] + u[i, j] * np.hypot(*d[0, j].T)
    order = np.argsort(on_first, kind="stable")
    points = (first[i] + t[i, j][:, None] * b[i, 0])[order]
    return Crossings(on_first[order], on_second[order], points)


def join(
    line: np.ndarray, targets: list[np.ndarray], reach: float = 70.0, start: bool = True, end: bool = True
) -> np.ndarray:
    """Make the ends of a street land on the nearest of ``targets`` within ``reach`` metres, if any."""
    if start:
        line = _join_end(line[::-1], targets, reach)[::-1]
    return _join_end(line, targets, reach) if end else line


def _join_end(line: np.ndarray, targets: list[np.ndarray], reach: float) -> np.ndarray:
    total = length(line)
    tail = line[-1] + direction(line, total) * reach
    longer = snap(np.vstack([line, tail]))
    best = None
    for target in targets:
        for s in crossings(longer, target).on_first:
            if abs(s - total) < reach and (best is None or abs(s - total) < abs(best - total)):
                best = float(s)
    return line if best is None else stretch(longer, 0.0, best)


def insert_vertex(line: np.ndarray, point: np.ndarray, tolerance: float = 0.3) -> np.ndarray:
    """Give the line a vertex at ``point``: its nearest one moves there when closer than ``tolerance``."""
    distance = np.hypot(*(line - point).T)
    nearest = int(np.argmin(distance))
    if distance[nearest] <= tolerance:
        closed = bool(np.all(line[0] == line[-1]))
        line = line.copy()
        line[nearest] = point
        if closed and nearest in (0, len(line) - 1):
            line[0] = line[-1] = point
        return line
    start, vector = line[:-1], np.diff(line, axis=0)
    t = np.clip(((point - start) * vector).sum(1) / (vector**2).sum(1), 0, 1)
    i = int(np.argmin(np.hypot(*(start + t[:, None] * vector - point).T)))
    return np.insert(line, i + 1, point, axis=0)
