"""A town under construction: kinds of roads, bridges cut as roads are added, shared junctions.

Local coordinates are metres from the south-west corner of a 3,600 × 2,700 m sheet; ``ORIGIN`` puts the
sheet in Lambert-93, in the middle of the Mediterranean so that nobody takes it for a real place.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import numpy as np

from .geometry import circle, crossings, direction, insert_vertex, join, length, snap, stretch

ORIGIN = np.array([999_000.0, 6_199_000.0])
SHEET = (3600.0, 2700.0)
FORD = "Gué ou radier"
NODE_TOLERANCE = 2.0
"""Junctions closer than this are drawn as one, in metres."""

Point = tuple[float, float]


@dataclass
class Road:
    """One feature of ``troncon_de_route``: a line (metres, local) and attributes, a street's by default."""

    line: np.ndarray
    nature: str = "Route à 1 chaussée"
    importance: str = "5"
    level: str | None = "0"
    name: str | None = None
    number: str | None = None
    classification: str | None = None
    manager: str | None = None
    sense: str = "Double sens"
    lanes: int | None = 2
    width: float | None = 5.0
    speed: int | None = 30
    access: str = "Libre"
    urban: bool = True
    state: str = "En service"
    cut: bool = False
    z_unknown: float | None = None
    z_unknown_at: slice = field(default_factory=lambda: slice(None))


def _kind(**attributes: object) -> Road:
    return Road(np.empty((0, 2)), **attributes)  # type: ignore[arg-type]


MOTORWAY = _kind(
    nature="Type autoroutier", importance="1", number="A999", classification="Autoroute",
    manager="Autoroutes fictives", sense="Sens direct", lanes=2, width=7.5, speed=125, access="A péage",
    urban=False, cut=True,
)  # fmt: skip
SLIP = _kind(
    nature="Bretelle", importance="2", manager="Autoroutes fictives", sense="Sens direct", lanes=1, width=4.0,
    speed=60, urban=False, cut=True,
)  # fmt: skip
DUAL = _kind(
    nature="Route à 2 chaussées", importance="2", number="D943", classification="Départementale",
    manager="Département fictif", sense="Sens direct", lanes=2, width=7.0, speed=75, cut=True,
)  # fmt: skip
MAIN = _kind(
    importance="3",
    classification="Départementale",
    manager="Département fictif",
    width=6.5,
    speed=50,
    cut=True,
)
AVENUE = _kind(importance="4", width=6.0, speed=45)
STREET = _kind()
ONE_WAY = _kind(sense="Sens direct", lanes=1, width=3.5, speed=25)
ALLEY = _kind(importance="6", lanes=1, width=3.0, speed=15)
TRACK = _kind(nature="Chemin", importance="6", lanes=None, width=None, speed=10, urban=False)
GRAVEL = _kind(nature="Route empierrée", importance="6", lanes=1, width=3.0, speed=20, urban=False)
PATH = _kind(
    nature="Sentier",
    importance="6",
    lanes=None,
    width=None,
    speed=None,
    access="Physiquement impossible",
    urban=False,
)
STAIRS = _kind(nature="Escalier", importance="6", lanes=None, width=None, speed=None, access="Physiquement impossible")


class Town:
    """The roads drawn so far; bridges are cut as roads are added, ``share_junctions`` ends the work."""

    def __init__(self) -> None:
        self.roads: list[Road] = []
        self.obstacles: list[tuple[np.ndarray, float]] = []
        self.river: np.ndarray = np.empty((0, 2))
        self.green: list[tuple[str, np.ndarray]] = []
        self.routes: dict[tuple[str, str], np.ndarray] = {}
        self.planted: list[tuple[str, np.ndarray, str]] = []

    # -- building -------------------------------------------------------------------------------------------

    def add(
        self,
        kind: Road,
        line: np.ndarray,
        name: str | None = None,
        above: list[tuple[np.ndarray, float]] | None = None,
        crossing_level: str = "1",
        **changes: object,
    ) -> np.ndarray:
        """Add a road; where it meets the river or a line of ``above``, that part is a bridge (or a ford)."""
        road = replace(kind, line=snap(line), name=name, **changes)  # type: ignore[arg-type]
        obstacles = self.obstacles + (above or []) if road.level == "0" else []
        spans = _spans(road.line, obstacles)
        start = 0.0
        for low, high in spans:
            if low - start > 1.0:
                self.roads.append(replace(road, line=stretch(road.line, start, low)))
            self.roads.append(replace(road, line=stretch(road.line, low, high), level=crossing_level))
            start = high
        if not spans:
            self.roads.append(road)
        elif length(road.line) - start > 1.0:
            self.roads.append(replace(road, line=stretch(road.line, start, length(road.line))))
        return road.line

    def streets(self) -> list[np.ndarray]:
        """Lines a street may be joined to: those on the ground, motorway and slip roads excepted."""
        closed = ("Type autoroutier", "Bretelle")
        return [road.line for road in self.roads if road.level == "0" and road.nature not in closed]

    def joined(self, line: np.ndarray, reach: float = 70.0) -> np.ndarray:
        """The line with its ends brought onto the streets drawn so far."""
        return join(line, self.streets(), reach)

    def roundabout(
        self, centre: Point, radius: float, name: str, number: str | None = None, cut: bool = True
    ) -> np.ndarray:
        """Add a roundabout, of the routes that run through it, and return its closed ring."""
        ring = circle(centre, radius, vertices=20 if radius > 18 else 14)
        return self.add(
            MAIN if number else STREET,
            ring,
            name,
            nature="Rond-point",
            sense="Sens direct",
            lanes=1,
            width=5.5,
            importance="4",
            speed=30,
            number=number,
            cut=cut,
        )

    # -- junctions ------------------------------------------------------------------------------------------

    def share_junctions(self) -> None:
        """Give two roads that meet on one level a common vertex, as BD TOPO does; then cut where asked."""
        nodes = _Nodes()
        for road in self.roads:
            for end in (0, -1):
                road.line[end] = nodes.at(road.line[end])
        for i, first in enumerate(self.roads):
            for second in self.roads[i + 1 :]:
                if first.level == second.level and _boxes_meet(first.line, second.line):
                    _share(first, second, nodes)
        self.roads = [piece for road in self.roads for piece in _cut(road, nodes)]


class _Nodes:
    """Registry of junction points: two closer than the tolerance are one."""

    def __init__(self) -> None:
        self.points = np.empty((0, 2))

    def at(self, point: np.ndarray) -> np.ndarray:
        if len(self.points):
            distance = np.hypot(*(self.points - point).T)
            nearest = int(np.argmin(distance))
            if distance[nearest] <= NODE_TOLERANCE:
                return self.points[nearest]
        self.points = np.vstack([self.points, snap(point)])
        return self.points[-1]

    def __contains__(self, point: np.ndarray) -> bool:
        return bool(np.any(np.all(self.points == point, axis=1)))


def _spans(line: np.ndarray, obstacles: list[tuple[np.ndarray, float]]) -> list[tuple[float, float]]:
    """Stretches of the line that must be bridges, merged when they touch."""
    spans = []
    for obstacle, half in obstacles:
        met = crossings(line, obstacle)
        for s, t in zip(met.on_first, met.on_second):
            u, v = direction(line, s), direction(obstacle, t)
            sine = max(abs(u[0] * v[1] - u[1] * v[0]), 0.35)
            reach = half / sine + 8.0
            spans.append((max(s - reach, 0.0), min(s + reach, length(line))))
    merged: list[tuple[float, float]] = []
    for low, high in sorted(spans):
        if merged and low < merged[-1][1] + 15:
            merged[-1] = (merged[-1][0], max(high, merged[-1][1]))
        else:
            merged.append((low, high))
    return merged


def _boxes_meet(first: np.ndarray, second: np.ndarray) -> bool:
    return bool(np.all(first.min(0) - 1 <= second.max(0)) and np.all(second.min(0) - 1 <= first.max(0)))


def _share(first: Road, second: Road, nodes: _Nodes) -> None:
    """Insert the common vertices of two roads of one level into both."""
    for one, other in ((first, second), (second, first)):
        for end in (one.line[0], one.line[-1]):
            if _distance(other.line, end) <= NODE_TOLERANCE:
                other.line = insert_vertex(other.line, end, NODE_TOLERANCE)
    for point in crossings(first.line, second.line).points:
        node = nodes.at(point)
        first.line = insert_vertex(first.line, node, NODE_TOLERANCE)
        second.line = insert_vertex(second.line, node, NODE_TOLERANCE)


def _distance(line: np.ndarray, point: np.ndarray) -> float:
    start, vector = line[:-1], np.diff(line, axis=0)
    t = np.clip(((point - start) * vector).sum(1) / (vector**2).sum(1), 0, 1)
    return float(np.hypot(*(start + t[:, None] * vector - point).T).min())


def _cut(road: Road, nodes: _Nodes) -> list[Road]:
    """The road as one feature, or one feature a block when it is already cut at junctions."""
    if not road.cut:
        return [road]
    breaks = [i for i in range(1, len(road.line) - 1) if road.line[i] in nodes]
    limits = [0, *breaks, len(road.line) - 1]
    return [replace(road, line=road.line[low : high + 1].copy()) for low, high in zip(limits, limits[1:])]
