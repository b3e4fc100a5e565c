"""Find roundabouts in a route's graph: small, round faces."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..lines import Lines
from .pieces import RoutePieces

#: Longest circumference of a roundabout, in metres.
MAX_CIRCUMFERENCE = 400.0
#: Least roundness 4π·area / circumference²: 1 for a circle, 0.785 for a square.
MIN_ROUNDNESS = 0.7


@dataclass(frozen=True)
class Ring:
    """A roundabout, run counter-clockwise.

    Attributes:
        halves: Its half-edges in order; half-edge ``2p`` runs piece ``p`` forward, ``2p + 1`` backward.
        centre: x and y.
    """

    halves: list[int]
    centre: tuple[float, float]


class FaceFinder:
    """Turns around the nodes of the graph.

    Args:
        lines: The network.
        pieces: Its graph.
    """

    def __init__(self, lines: Lines, pieces: RoutePieces) -> None:
        self._lines, self._pieces = lines, pieces
        head = np.empty(2 * pieces.count, dtype=np.int64)
        head[::2], head[1::2] = pieces.end, pieces.start
        tail = np.empty(2 * pieces.count, dtype=np.int64)
        tail[::2], tail[1::2] = pieces.start, pieces.end
        near = np.empty(2 * pieces.count, dtype=np.int64)
        near[::2], near[1::2] = pieces.first + 1, pieces.last - 1
        at = np.empty(2 * pieces.count, dtype=np.int64)
        at[::2], at[1::2] = pieces.first, pieces.last
        away = lines.xy[near] - lines.xy[at]
        angle = np.arctan2(away[:, 1], away[:, 0])
        order = np.lexsort((np.arange(len(angle)), angle, tail))
        fresh = np.ones(len(order), dtype=bool)
        fresh[1:] = tail[order][1:] != tail[order][:-1]
        opens = np.flatnonzero(fresh)
        closes = np.append(opens[1:], len(order)) - 1
        clockwise = np.arange(len(order)) - 1
        clockwise[opens] = closes
        self._turn = np.empty(len(order), dtype=np.int64)
        self._turn[order] = order[clockwise]

    def rings(self, pieces: Sequence[int], flagged: np.ndarray) -> list[Ring]:
        """Return the roundabouts of one component.

        Args:
            pieces: The component's pieces.
            flagged: bool (e,), pieces that the data say are a roundabout's; these need not be round.
        """
        found = []
        length = self._pieces.length
        seen: set[int] = set()
        for piece in pieces:
            for first in (2 * piece, 2 * piece + 1):
                if first in seen:
                    continue
                face = self._face(first, seen)
                if len({h >> 1 for h in face}) < len(face):
                    continue
                around = float(sum(length[h >> 1] for h in face))
                declared = all(flagged[h >> 1] for h in face)
                if around > MAX_CIRCUMFERENCE and not declared:
                    continue
                ring = self._ring(face, MIN_ROUNDNESS if not declared else 0.0)
                if ring is not None:
                    found.append(ring)
        return found

    def _face(self, first: int, seen: set[int]) -> list[int]:
        face = []
        half = first
        while half not in seen:
            seen.add(half)
            face.append(half)
            half = int(self._turn[half ^ 1])
        return face

    def _ring(self, face: list[int], roundness: float) -> Ring | None:
        xy = path_vertices(self._lines, self._pieces, face)
        area = signed_area(xy)
        around = float(np.hypot(*np.diff(xy, axis=0).T).sum())
        if area <= 0 or 4 * math.pi * area < roundness * around**2:
            return None
        centre = xy[:-1].mean(axis=0)
        return Ring(face, (float(centre[0]), float(centre[1])))


def path_vertices(lines: Lines, pieces: RoutePieces, halves: Sequence[int]) -> np.ndarray:
    """Return float64 (k, 2), the vertices along a run of half-edges."""
    runs = []
    for half in halves:
        piece = half >> 1
        run = lines.xy[pieces.first[piece] : pieces.last[piece] + 1]
        runs.append(run[::-1] if half & 1 else run)
    return np.concatenate(runs)


def signed_area(xy: np.ndarray) -> float:
    """Return the area within a closed run of vertices, positive when it is run counter-clockwise."""
    x, y = (xy - xy[0]).T
    return float((x[:-1] * y[1:] - x[1:] * y[:-1]).sum() / 2)
