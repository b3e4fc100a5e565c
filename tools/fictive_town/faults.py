"""The faults left in the sample on purpose, so that there is something to find."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from .geometry import at, crossings, direction, length, snap, spline
from .town import (
    PATH,
    TRACK,
    Town,
)


def defects(town: Town) -> None:
    """Leave the faults that real data have, each noted in ``town.planted``: kind, place, reason."""
    by_name = {road.name: road for road in town.roads}

    twin = by_name["Rue des Cigalons"]
    town.roads.append(replace(twin, line=twin.line.copy()))
    town.planted.append(("exact_duplicate", at(twin.line, length(twin.line) / 2), "deux fois la même rue"))

    short = by_name["Rue des Potiers"]
    short.line[-1] = snap(short.line[-1] - 0.35 * direction(short.line, length(short.line)))
    town.planted.append(("undershoot", short.line[-1], "la rue s'arrête 35 cm avant le carrefour"))

    long = by_name["Rue des Tisserands"]
    step = long.line[-1] - long.line[-2]
    long.line[-1] = snap(long.line[-1] + 0.4 * step / np.hypot(*step))
    town.planted.append(("overshoot", long.line[-1], "la rue dépasse le carrefour de 40 cm"))

    for controls, kind, name, other, why in (
        ([(2190, 2640), (2310, 2652), (2440, 2640)], TRACK, "Chemin des Étourdis", "Route d'Ailleurs",
         "croisement sans sommet commun : un carrefour a été oublié"),
        ([(1960, 1870), (2070, 1810), (2190, 1785)], PATH, "Passerelle des Myopes", "D943",
         "passerelle laissée au niveau du sol : le niveau a été oublié"),
    ):  # fmt: skip
        line = spline(controls, 60)
        for road in list(town.roads):
            if road.level == "0" and other in (road.name, road.number) and len(crossings(line, road.line).points):
                town.planted.append(("crossing_without_vertex", crossings(line, road.line).points[0], why))
        town.roads.append(replace(kind, line=line, name=name))

    loop = [(350, 1295), (300, 1440), (330, 1560), (300, 1660), (215, 1650), (220, 1560), (330, 1530),
            (385, 1570), (400, 1640)]  # fmt: skip
    curve = town.joined(spline(loop, 40), 20)
    town.roads.append(replace(TRACK, line=curve, name="Chemin du Belvédère"))
    town.planted.append(("self_intersection", _self_crossing(curve), "le chemin en lacet se coupe lui-même"))

    base = max((road for road in town.roads if road.name == "Chemin du Héron"), key=lambda road: length(road.line)).line
    copied = np.vstack([base[2:5], base[4] + (60, -30), base[4] + (130, -20)])
    town.roads.append(replace(TRACK, line=snap(copied), name="Chemin des Copistes"))
    town.planted.append(("overlap", at(base[2:5], length(base[2:5]) / 2), "deux chemins dessinés l'un sur l'autre"))

    by_name["Chemin de la Draille"].level = None
    by_name["Rue des Forges"].z_unknown = -1000.0
    by_name["Chemin des Aires"].z_unknown, by_name["Chemin des Aires"].z_unknown_at = 9999.0, slice(2, 6)


def _self_crossing(line: np.ndarray) -> np.ndarray:
    """Point where a line crosses itself between two of its vertices."""
    for i in range(len(line) - 3):
        met = crossings(line[i : i + 2], line[i + 2 :])
        if len(met.points):
            return met.points[0]
    raise ValueError("the line does not cross itself")
