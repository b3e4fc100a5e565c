"""The choices that a build of routes leaves to its caller."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

import numpy as np

from ..measures import Distance


class StartRule(Enum):
    """Which end of a route is its start."""

    #: The end towards which the markers decrease; the south-western end where a route has none.
    MARKERS = "markers"
    #: The end nearest to a given point.
    POINTS = "points"
    #: As the first line of the route, in the order of the layer, was digitised.
    DIGITISED = "digitised"
    #: The end that lies farthest to the south-west (least x + y).
    SOUTH_WEST = "south-west"


class GapRule(Enum):
    """What a gap between two parts of a route counts."""

    ZERO = "zero"
    STRAIGHT = "straight"
    #: What the markers say; before calibration, its straight distance.
    MARKERS = "markers"


@dataclass(frozen=True)
class MarkerHints:
    """Markers as far as the direction of a route needs them.

    Attributes:
        xy: float64 (n, 2), in layer units.
        route: int64 (n,), code of the route, −1 for none.
        series: int64 (n,), markers of one series have comparable values (one département and manager).
        value: float64 (n,), what grows along the route: the cumulated distance, or the PR.
    """

    xy: np.ndarray
    route: np.ndarray
    series: np.ndarray
    value: np.ndarray


@dataclass(frozen=True)
class RouteOptions:
    """How routes are built; distances in metres unless said otherwise.

    Attributes:
        start: Which end is the start.
        start_xy: float64 (n, 2), start points, in layer units.
        start_route: int64 (n,), their routes; −1 for that of the nearest line.
        markers: Markers, for :attr:`StartRule.MARKERS`.
        gap: What a gap counts.
        distance: How straight distances are measured; planar when None.
        tolerance: Ends closer than this, in layer units, are one.
        island_distance: A jump longer than this is no gap but an island.
        marker_distance: Markers farther than this from their route say nothing about its direction.
        drive_on_right: Direction of travel in roundabouts and loops.
        find_sides: Tell carriageways apart where no side is given.
        scale: Metres per layer unit in x and in y: (1, 1), or for degrees (111,320 · cos(latitude), 110,540).
    """

    start: StartRule = StartRule.SOUTH_WEST
    start_xy: np.ndarray | None = None
    start_route: np.ndarray | None = None
    markers: MarkerHints | None = None
    gap: GapRule = GapRule.STRAIGHT
    distance: Distance | None = None
    tolerance: float = 1e-3
    island_distance: float = 10_000.0
    marker_distance: float = 100.0
    drive_on_right: bool = True
    find_sides: bool = True
    scale: tuple[float, float] = (1.0, 1.0)
