"""Heights of the fictitious town: hills, a valley for the river, embankments under the bridges."""

from __future__ import annotations

import numpy as np

from .geometry import abscissas, at, length
from .town import Road, Town

CLEARANCE = 6.5
"""Height of a bridge over the road below, in metres."""
_EMBANKMENT = 130.0


def ground(town: Town, points: np.ndarray) -> np.ndarray:
    """Height of the ground at ``(n, 2)`` local points, in metres."""
    x, y = points.T
    z = 142 + 0.006 * y - 0.003 * x + 3 * np.sin(x / 420) * np.cos(y / 380)
    z += 24 * np.exp(-(((x - 1300) / 300) ** 2 + ((y - 1160) / 260) ** 2))
    z += 38 * np.exp(-(((x - 220) / 420) ** 2 + ((y - 1950) / 520) ** 2))
    gap = np.hypot(x[:, None] - town.river[:, 0], y[:, None] - town.river[:, 1]).min(1)
    return z - 6 * np.exp(-((gap / 40) ** 2))


def heights(town: Town) -> list[np.ndarray]:
    """Z of every vertex of every road, to the decimetre, unknown ones included."""
    flyovers = [
        (road.name, at(road.line, length(road.line) / 2))
        for road in town.roads
        if road.level == "1" and not _over_river(town, road)
    ]
    return [np.round(_heights(town, road, flyovers), 1) for road in town.roads]


def _over_river(town: Town, road: Road) -> bool:
    middle = at(road.line, length(road.line) / 2)
    return bool(np.hypot(*(town.river - middle).T).min() < 40)


def _heights(town: Town, road: Road, flyovers: list[tuple[str | None, np.ndarray]]) -> np.ndarray:
    z = ground(town, road.line)
    if road.level not in ("1", "-1"):
        z = z + _embankment(road, flyovers)
    else:
        ends = z[[0, -1]] + _embankment(road, flyovers)[[0, -1]]
        along = abscissas(road.line)
        z = np.interp(along, along[[0, -1]], ends)
    if road.z_unknown is not None:
        z[road.z_unknown_at] = road.z_unknown
    return z


def _embankment(road: Road, flyovers: list[tuple[str | None, np.ndarray]]) -> np.ndarray:
    """Height added to a road near the bridge that carries it."""
    added = np.zeros(len(road.line))
    for name, middle in flyovers:
        if name is not None and name == road.name:
            distance = np.hypot(*(road.line - middle).T)
            slope = np.clip((_EMBANKMENT - distance) / (_EMBANKMENT - 35), 0, 1)
            added = np.maximum(added, CLEARANCE * slope)
    return added
