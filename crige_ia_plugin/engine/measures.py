"""Lengths along lines, and routes that carry measures."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum

import numpy as np

from .lines import Lines, cumulate, is_unknown_z

#: Length in metres between points: two float64 (n, 2) arrays → float64 (n,).
Distance = Callable[[np.ndarray, np.ndarray], np.ndarray]


class Side(IntEnum):
    """Carriageway, seen along increasing PR."""

    SINGLE = 0
    RIGHT = 1
    LEFT = 2


#: The letter that is written for each side (BD TOPO's).
SIDE_LETTERS = ("U", "D", "G")


def read_sides(values: object) -> np.ndarray:
    """Read side codes: D, G, and I, U or empty for a single carriageway.

    Returns:
        int64 (n,), :class:`Side` of each value.
    """
    known = {"D": 1, "DROITE": 1, "RIGHT": 1, "R": 1, "G": 2, "GAUCHE": 2, "LEFT": 2, "L": 2}
    seen: dict[object, int] = {}
    listed = values.tolist() if isinstance(values, np.ndarray) else list(values)  # type: ignore[call-overload]
    for value in listed:
        if value not in seen:
            seen[value] = known.get(str(value).strip().upper(), 0)
    return np.array([seen[v] for v in listed], dtype=np.int64)


def planar_steps(lines: Lines, distance: Distance | None = None) -> np.ndarray:
    """Measure the piece that starts at each vertex.

    Args:
        lines: The network.
        distance: How to measure (an ellipsoid); planar distance in layer units when None.

    Returns:
        float64 (v,), 0 at the last vertex of each line.
    """
    step = np.zeros(len(lines.xy))
    if len(step) < 2:
        return step
    if distance is None:
        step[:-1] = np.hypot(np.diff(lines.xy[:, 0]), np.diff(lines.xy[:, 1]))
    else:
        step[:-1] = distance(lines.xy[:-1], lines.xy[1:])
    step[lines.offsets[1:] - 1] = 0.0
    return step


def steps_3d(lines: Lines, step: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Add the slope to lengths.

    Args:
        lines: The network, with or without ``z``.
        step: float64 (v,), horizontal lengths, from :func:`planar_steps`.

    Returns:
        float64 (v,), lengths along the slope; bool (v,), vertices whose height is unknown and was interpolated along
        the line for this purpose.
    """
    if lines.z is None:
        return step, np.zeros(len(step), dtype=bool)
    unknown = is_unknown_z(lines.z)
    z = fill_unknown_z(lines, step, unknown)
    rise = np.zeros(len(step))
    rise[:-1] = np.diff(z)
    rise[lines.offsets[1:] - 1] = 0.0
    return np.hypot(step, rise), unknown


def fill_unknown_z(lines: Lines, step: np.ndarray, unknown: np.ndarray) -> np.ndarray:
    """Interpolate unknown heights along each line; beyond the known ones the nearest holds, and 0 where none is.

    Returns:
        float64 (v,).
    """
    z = np.array(lines.z, dtype=np.float64)
    if not unknown.any():
        return z
    line = lines.vertex_line()
    # Lines laid end to end, far enough apart that interpolation never has to cross from one to the next: the
    # nearest known heights are those of the same line, or the line has none and takes 0.
    along = cumulate(step, lines.offsets)
    known = np.flatnonzero(~unknown)
    missing = np.flatnonzero(unknown)
    after = np.searchsorted(known, missing)
    low = known[np.maximum(after - 1, 0)] if len(known) else np.zeros(len(missing), dtype=np.int64)
    high = known[np.minimum(after, len(known) - 1)] if len(known) else low
    has_low = (after > 0) & (line[low] == line[missing]) if len(known) else np.zeros(len(missing), dtype=bool)
    has_high = (
        (after < len(known)) & (line[high] == line[missing]) if len(known) else np.zeros(len(missing), dtype=bool)
    )
    span = along[high] - along[low]
    share = np.divide(along[missing] - along[low], span, out=np.zeros(len(missing)), where=span > 0)
    value = np.where(has_low & has_high, z[low] + share * (z[high] - z[low]), 0.0)
    value = np.where(has_low & ~has_high, z[low], value)
    value = np.where(has_high & ~has_low, z[high], value)
    z[missing] = value
    return z


@dataclass(frozen=True)
class MeasuredRoutes:
    """Routes as parts with measures: what ``ROUTES`` holds and what the other tools take.

    Attributes:
        xy: float64 (v, 2), vertices of all parts, end to end, in the direction of increasing measure.
        m: float64 (v,), measures; NaN over a whole part that is not calibrated.
        offsets: int64 (p + 1,), first vertex of each part.
        route: int64 (p,), code of the part's route.
        side: int64 (p,), :class:`Side`.
        branch: int64 (p,), 0 for the main line.
        names: Routes' names, by code.
        z: float64 (v,), or None.
    """

    xy: np.ndarray
    m: np.ndarray
    offsets: np.ndarray
    route: np.ndarray
    side: np.ndarray
    branch: np.ndarray
    names: list[str]
    z: np.ndarray | None = None

    @property
    def count(self) -> int:
        """Number of parts."""
        return len(self.offsets) - 1

    def start_m(self) -> np.ndarray:
        """Return float64 (p,), measure at the start of each part."""
        return self.m[self.offsets[:-1]]

    def end_m(self) -> np.ndarray:
        """Return float64 (p,), measure at the end of each part."""
        return self.m[self.offsets[1:] - 1]

    def lines(self) -> Lines:
        """The parts as plain lines; ``feature`` is the part's number."""
        rows = np.arange(self.count, dtype=np.int64)
        return Lines(self.xy, self.offsets, rows, np.zeros(self.count, dtype=np.int64), self.z, self.m)

    def with_measures(self, m: np.ndarray) -> MeasuredRoutes:
        """Return the same routes with other measures."""
        return MeasuredRoutes(self.xy, m, self.offsets, self.route, self.side, self.branch, self.names, self.z)


def order_parts(routes: MeasuredRoutes) -> MeasuredRoutes:
    """Put the parts in order of route, side, branch and measure, whatever the order they were read in."""
    start = routes.start_m()
    order = np.lexsort((start, routes.branch, routes.side, routes.route))
    if (order == np.arange(routes.count)).all():
        return routes
    taken = routes.lines().take(order)
    m = np.zeros(0) if taken.m is None else taken.m
    return MeasuredRoutes(
        taken.xy,
        m,
        taken.offsets,
        routes.route[order],
        routes.side[order],
        routes.branch[order],
        routes.names,
        taken.z,
    )
