"""Outlines that several quarters share: the walls of the old town, roads trimmed at a roundabout."""

from __future__ import annotations

import numpy as np

from .geometry import crossings, length, snap, stretch

CENTRE = np.array([1300.0, 1170.0])


def boulevard_point(angle: float, radius: float = 300.0) -> np.ndarray:
    """Point of the old town's outline, or of one of the rings inside it, at an angle in degrees."""
    a = np.radians(angle)
    shape = 1 + 0.07 * np.sin(2 * a + 0.6) + 0.05 * np.sin(3 * a + 2.0) + 0.02 * np.sin(7 * a) * (radius < 290)
    drift = np.array([18.0, -12.0]) * (1 - radius / 300)
    return CENTRE + drift + radius * shape * np.array([np.cos(a) * 1.06, np.sin(a) * 0.96])


def ring_arc(start: float, end: float, radius: float = 300.0, step: float = 7.5) -> np.ndarray:
    """Arc of a ring of the old town between two angles, in degrees; anticlockwise when they grow."""
    angles = np.linspace(start, end, max(2, round(abs(end - start) / step) + 1))
    return snap(np.array([boulevard_point(a, radius) for a in angles]))


def from_ring(line: np.ndarray, ring: np.ndarray) -> np.ndarray:
    """The line without what lies inside the ring where it starts."""
    met = crossings(line, ring)
    return stretch(line, float(met.on_first[-1] if len(met.on_first) else 0.0), length(line))


def through_ring(before: np.ndarray, ring: np.ndarray, after: np.ndarray) -> np.ndarray:
    """The way a vehicle takes: up to the roundabout, round it anticlockwise, and away from it."""
    entry, exit_ = (float(crossings(ring, line).on_first[-1]) for line in (before, after))
    around = np.vstack([ring, ring[1:]])
    arc = stretch(around, entry, exit_ if exit_ > entry else exit_ + length(ring))
    return np.vstack([from_ring(before[::-1], ring)[::-1], arc[1:-1], from_ring(after, ring)])


def between_rings(line: np.ndarray, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """The line from the edge of one roundabout to the edge of another."""
    line = from_ring(line, first)
    return from_ring(line[::-1], second)[::-1]
