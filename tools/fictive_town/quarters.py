"""The quarters of the town: old centre, faubourgs, grid, business park, housing estates, countryside."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from . import names
from .geometry import at, circle, direction, join, length, offset, snap, spline, stretch
from .outlines import between_rings, boulevard_point, from_ring, ring_arc
from .town import (
    ALLEY,
    AVENUE,
    FORD,
    GRAVEL,
    ONE_WAY,
    PATH,
    STAIRS,
    STREET,
    TRACK,
    Point,
    Road,
    Town,
)

CUT_SHARE = 0.08
"""Share of the small streets that are already cut at junctions; the numbered roads all are."""


def old_centre(town: Town) -> None:
    """A walled town: crooked rings around a square, radial streets that seldom face each other, a tunnel."""
    rng = np.random.default_rng(1187)
    town.add(ALLEY, ring_arc(0, 360, 70, 20), "Place de l'Église", cut=True)
    for radius, name, parts in (
        (146, "Rue de la Vieille-Ville", [(-35, 150), (150, 325)]),
        (224, "Rue du Tour-de-Ville", [(-20, 118), (132, 250), (250, 332)]),
    ):
        for number, (start, end) in enumerate(parts):
            town.add(ALLEY, ring_arc(start, end, radius, 11), name, cut=radius == 146 and number == 0)
    bands = [(70, 146, 6), (146, 224, 9), (224, 300, 13)]
    labels = iter(names.OLD_CENTRE)
    for inner, outer, count in bands:
        for k in range(count):
            start = 360 * (k + 0.16 * rng.standard_normal()) / count + inner * 0.25
            if outer == 300 and min(abs((start - a + 180) % 360 - 180) for a in (203, 337)) < 9:
                continue
            end = start + rng.uniform(-7, 7)
            angles = np.linspace(start, end, 4)
            radii = np.linspace(inner, outer, 4)
            bent = [boulevard_point(a + s, r) for a, r, s in zip(angles, radii, (0, 0.8, -0.6, 0))]
            line = town.joined(snap(np.array(bent)), 22)
            kind = STAIRS if (inner, k) in ((146, 5), (70, 4)) else (ONE_WAY if outer == 300 and k % 2 else ALLEY)
            town.add(kind, line, next(labels), cut=bool(rng.random() < 0.2))
    for angle, radius, reach in (
        (20, 224, 40),
        (75, 146, 38),
        (160, 300, -45),
        (228, 224, -36),
        (300, 300, -42),
    ):
        start = boulevard_point(angle, radius)
        end = boulevard_point(angle + 3, radius + reach)
        town.add(ALLEY, snap(np.array([start, (start + end) / 2 + 1.5, end])), f"Impasse {next(labels)[4:]}")

    bends = ((203, 300), (205, 262), (222, 150), (270, 96), (317, 150), (335, 262), (337, 300))
    tunnel = spline([tuple(snap(boulevard_point(angle, radius))) for angle, radius in bends], 30)
    portal, exit_ = 42.0, length(tunnel) - 42.0
    for low, high, level in ((0.0, portal, "0"), (portal, exit_, "-1"), (exit_, length(tunnel), "0")):
        town.add(AVENUE, stretch(tunnel, low, high), "Tunnel de la Citadelle", level=level)


def avenues(town: Town) -> None:
    """Draw the avenues that leave the old town, and the quays."""
    for kind, controls, name in (
        (AVENUE, [tuple(boulevard_point(38)), (1700, 1440), (2010, 1560)], "Avenue de la Gare"),
        (AVENUE, [tuple(boulevard_point(140)), (960, 1540), (905, 1700), (880, 1955)], "Cours des Platanes"),
        (
            AVENUE,
            [tuple(boulevard_point(232)), (1075, 850), (1020, 700), (985, 520), (930, 300)],
            "Rue du Pont-Vieux",
        ),
        (AVENUE, [(930, 300), (1120, 300), (1345, 330)], "Avenue du Midi-Moins-le-Quart"),
    ):
        town.add(kind, town.joined(_outside_roundabouts(town, spline(controls, 28)), 90), name, cut="Gare" in name)
    quay = offset(town.river, 34)
    town.add(ONE_WAY, town.joined(_window(quay, (960, 2000), (0, 1000))[::-1], 60), "Quai des Lavandières")
    quay = offset(town.river, -36)
    town.add(STREET, town.joined(_window(quay, (1000, 2030), (0, 1000)), 60), "Quai de l'Autre-Rive")
    quay = offset(town.river, -42)
    town.add(STREET, town.joined(_window(quay, (2850, 3200), (1250, 1960)), 60), "Quai des Mouettes")
    mill = spline([tuple(boulevard_point(-42)), (1600, 900), (1650, 775)], 28)
    town.add(AVENUE, town.joined(mill, 90), "Avenue du Moulin")


def _window(line: np.ndarray, xs: Point, ys: Point) -> np.ndarray:
    """Vertices of the line inside a rectangle."""
    x, y = line.T
    return line[(x > xs[0]) & (x < xs[1]) & (y > ys[0]) & (y < ys[1])]


def _outside_roundabouts(town: Town, line: np.ndarray) -> np.ndarray:
    """The line without the ends that lie inside a roundabout."""
    for road in [road for road in town.roads if road.nature == "Rond-point"]:
        centre = (road.line.min(0) + road.line.max(0)) / 2
        if np.hypot(*(line[0] - centre)) < 10:
            line = from_ring(line, road.line)
        if np.hypot(*(line[-1] - centre)) < 10:
            line = from_ring(line[::-1], road.line)[::-1]
    return line


def _patch(
    town: Town,
    corners: list[Point],
    shape: tuple[int, int],
    labels: list[str],
    seed: int,
    wobble: float = 8.0,
    drop: float = 0.1,
    reach: float = 110.0,
    kinds: tuple[Road, Road] = (STREET, ONE_WAY),
    avenue_row: int | None = None,
) -> np.ndarray:
    """A quarter of crossing streets in four corners (anticlockwise): some blocks merged, ends joined.

    Returns the vertices of the row left free for an avenue, or of the first row.
    """
    rng = np.random.default_rng(seed)
    columns, rows = shape
    u = np.linspace(0, 1, columns) + np.r_[0, rng.uniform(-0.3, 0.3, columns - 2), 0] / columns
    v = np.linspace(0, 1, rows) + np.r_[0, rng.uniform(-0.3, 0.3, rows - 2), 0] / rows
    a, b, c, d = (np.array(corner, dtype=float) for corner in corners)
    uu, vv = u[:, None, None], v[None, :, None]
    points = a * (1 - uu) * (1 - vv) + b * uu * (1 - vv) + c * uu * vv + d * (1 - uu) * vv
    points = snap(points + rng.normal(0, wobble, points.shape))
    left, around = iter(labels), town.streets()
    streets = [(points[:, j], kinds[0]) for j in range(rows) if j != avenue_row]
    streets += [(points[i], kinds[1]) for i in range(columns)]
    for line, kind in streets:
        keep = rng.random(len(line) - 1) > drop
        label, cut = next(left), bool(rng.random() < CUT_SHARE)
        for low, high in _runs(keep):
            piece = join(line[low : high + 1], around, reach, low == 0, high == len(line) - 1)
            town.add(kind, piece, label, cut=cut)
    return points[:, avenue_row or 0]


def _runs(keep: np.ndarray) -> list[tuple[int, int]]:
    """First and last vertex of each run of kept blocks."""
    edges = np.flatnonzero(np.diff(np.r_[0, keep.astype(int), 0]))
    return list(zip(edges[::2].tolist(), edges[1::2].tolist()))


def collector_roads(town: Town) -> tuple[np.ndarray, ...]:
    """The roads that serve the housing estates: Olive, Almond, Jujube, Garden and Stadium."""
    lines = []
    for controls, name in (
        (
            [(700, 1235), (665, 1440), (545, 1640), (600, 1850), (800, 1955), (1010, 1960), (1226, 1992)],
            "des Oliviers",
        ),
        ([(1352, 450), (1540, 410), (1800, 470), (2085, 520)], "des Amandiers"),
        ([(1540, 410), (1570, 230), (1760, 150), (1950, 180), (2050, 240)], "des Jujubiers"),
        ([(2080, 640), (2250, 640), (2480, 590), (2700, 480)], "des Jardins"),
        ([(1236, 1905), (1450, 1925), (1640, 1880), (1800, 1760), (1900, 1640)], "du Stade"),
    ):
        line = town.joined(_outside_roundabouts(town, spline(controls, 28)), 120)
        lines.append(town.add(AVENUE, line, f"Avenue {name}", cut=name == "des Oliviers"))
    return tuple(lines)


def faubourgs(town: Town) -> None:
    """Draw the quarters that grew around the old town."""
    labels = names.FAUBOURGS
    for corners, shape, first, seed in (
        ([(1665, 1235), (1900, 1240), (1930, 1450), (1640, 1370)], (4, 3), 0, 3),
        ([(1660, 985), (1920, 985), (1920, 1120), (1660, 1110)], (4, 3), 8, 4),
        ([(1330, 1560), (1540, 1530), (1760, 1630), (1310, 1740)], (4, 3), 15, 5),
        ([(760, 1290), (930, 1270), (990, 1420), (760, 1480)], (4, 3), 24, 6),
        ([(1080, 385), (1270, 400), (1260, 610), (1080, 620)], (4, 3), 32, 7),
        ([(770, 930), (970, 960), (940, 1110), (760, 1120)], (3, 3), 40, 8),
        ([(680, 1570), (850, 1580), (830, 1870), (690, 1860)], (3, 4), 46, 9),
        ([(960, 1600), (1190, 1680), (1170, 1900), (930, 1890)], (4, 4), 53, 10),
        ([(2060, 930), (2380, 960), (2540, 1140), (2060, 1140)], (5, 4), 61, 13),
    ):
        _patch(town, corners, shape, labels[first:], seed)


def grid_quarter(town: Town) -> None:
    """Draw the surveyed quarter, its avenue over the river and the east bank."""
    row = _patch(
        town, [(2090, 1310), (2900, 1340), (3010, 1800), (2080, 1770)], (9, 6), names.GRID, 11,
        1.5, 0.06, 125, (STREET, replace(ONE_WAY, importance="5")), avenue_row=3,
    )  # fmt: skip
    beyond = spline([tuple(row[-2]), tuple(row[-1]), (3140, 1610), (3330, 1602), (3560, 1600)], 30)
    europe = next(road.line for road in town.roads if road.name == "Rond-point de l'Europe")
    avenue = np.vstack([(2010.0, 1560.0), row[:-2], beyond])
    town.add(AVENUE, from_ring(avenue, europe), "Avenue de la République")
    _patch(
        town,
        [(3255, 1370), (3510, 1350), (3530, 1780), (3275, 1800)],
        (4, 4),
        names.EAST_BANK,
        12,
        4,
        0.08,
        170,
    )


def business_park(town: Town) -> None:
    """Draw the business park by the interchange."""
    ring = town.roundabout((2640, 1975), 22, "Rond-point de la Fabrique", cut=False)
    approach = spline([(2160, 2070), (2360, 2010), (2640, 1975)], 30)
    south_ring = next(r.line for r in town.roads if r.name == "Rond-point de la Porte du Sud")
    town.add(AVENUE, between_rings(approach, south_ring, ring), "Avenue de l'Industrie", cut=True)
    east = spline([(2640, 1975), (2880, 1965), (3130, 1930), (3400, 1960), (3640, 1935)], 35)
    town.add(AVENUE, from_ring(east, ring), "Route des Ateliers", cut=True)
    link = spline([(2640, 1975), (2655, 1880), (2640, 1790)], 30)
    town.add(AVENUE, town.joined(from_ring(link, ring), 60), "Rue de la Fabrique")
    for base, s0, s1, side, depth, name in (
        (east, 60, 300, 1, 105, "Rue des Forges"),
        (approach, 190, 420, -1, 95, "Rue des Menuisiers"),
        (east, 90, 330, -1, 85, "Rue des Tisserands"),
        (east, 620, 860, 1, 120, "Rue des Potiers"),
    ):
        _crescent(town, base, s0, s1, side, depth, name)
    _cul_de_sac(town, east, 180, 1, 70, 0, "Impasse de l'Enclume")


def _crescent(town: Town, base: np.ndarray, s0: float, s1: float, side: int, depth: float, name: str) -> np.ndarray:
    """A street that leaves ``base`` at one abscissa and comes back at another, ``depth`` metres aside."""
    ends = at(base, s0), at(base, s1)
    normals = [np.array([-direction(base, s)[1], direction(base, s)[0]]) * side for s in (s0, s1)]
    out = [ends[0] + normals[0] * depth * 0.8, ends[1] + normals[1] * depth * 0.8]
    along = (out[1] - out[0]) / 5
    middle = (out[0] + out[1]) / 2 + (normals[0] + normals[1]) / 2 * depth * 0.25
    controls = [ends[0], out[0], out[0] + along + normals[0] * depth * 0.2, middle,
                out[1] - along + normals[1] * depth * 0.2, out[1], ends[1]]  # fmt: skip
    return town.add(STREET, spline([tuple(p) for p in controls], 20), name)


def _cul_de_sac(
    town: Town,
    base: np.ndarray,
    s: float,
    side: int,
    reach: float,
    bend: float,
    name: str,
    turning: bool = False,
) -> np.ndarray:
    """A dead end from ``base``, bent by ``bend`` metres; with a turning circle when asked."""
    start, along = at(base, s), direction(base, s)
    normal = np.array([-along[1], along[0]]) * side
    line = spline([tuple(start), tuple(start + normal * reach * 0.5), tuple(start + normal * reach + along * bend)], 20)
    line = town.add(replace(STREET, importance="6", lanes=1), line, name)
    if turning:
        heading = direction(line, length(line))
        ring = circle(tuple(line[-1] + heading * 11), 11, 12, float(np.arctan2(*(-heading)[::-1])))
        ring[0] = ring[-1] = line[-1]
        town.add(replace(STREET, importance="6", lanes=1), ring, name)
    return line


def housing_estates(
    town: Town,
    olive: np.ndarray,
    almond: np.ndarray,
    lower: np.ndarray,
    garden: np.ndarray,
    stadium: np.ndarray,
) -> None:
    """Draw the crescents and dead ends along the collector roads."""
    labels = iter(names.ESTATES)
    for base, items in (
        (stadium, [(90, 300, 1, 105), (330, 520, 1, 100), (150, 330, -1, 70)]),
        (
            olive,
            [
                (150, 330, 1, 120),
                (430, 640, 1, 130),
                (620, 800, -1, 95),
                (850, 1050, 1, 70),
                (380, 520, -1, 80),
            ],
        ),
        (almond, [(120, 330, 1, 105), (420, 620, 1, 100)]),
        (lower, [(260, 470, -1, 95), (300, 450, 1, 85)]),
        (garden, [(60, 260, 1, 85), (120, 340, -1, 120), (420, 600, 1, 95)]),
    ):
        for s0, s1, side, depth in items:
            _crescent(town, base, s0, s1, side, depth, next(labels))
    for base, items in (
        (stadium, [(195, 1, 75, 0), (420, -1, 60, 0), (425, 1, 65, 0), (600, 1, 90, 10), (690, 1, 75, 0)]),
        (olive, [(90, -1, 60, 10), (240, 1, 85, 20), (535, 1, 95, -15), (710, -1, 60, 8), (950, 1, 45, 0)]),
        (almond, [(80, -1, 80, 10), (225, 1, 75, 0), (290, -1, 90, 15), (520, 1, 70, 0), (560, -1, 110, -10),
                  (650, -1, 75, 0)]),
        (lower, [(90, 1, 70, 0), (140, -1, 90, 0), (370, -1, 60, 8), (375, 1, 55, 0), (540, 1, 80, 0)]),
        (garden, [(160, 1, 55, 0), (230, -1, 85, 10), (380, 1, 90, -10), (510, 1, 65, 0), (520, -1, 110, 20),
                  (610, -1, 90, -20)]),
    ):  # fmt: skip
        for number, (s, side, reach, bend) in enumerate(items):
            _cul_de_sac(town, base, s, side, reach, bend, next(labels), number % 3 == 1)


def countryside(town: Town) -> None:
    """Draw the lanes, tracks and paths around, and the ford."""
    ford = spline([(600, 1262), (560, 1050), (520, 840), (560, 560), (650, 400), (930, 300)], 35)
    town.add(GRAVEL, town.joined(ford, 60), "Chemin du Gué", crossing_level=FORD)
    for kind, controls, name in (
        (TRACK, [(-40, 930), (200, 900), (520, 840)], "Chemin des Vignes"),
        (TRACK, [(350, 1295), (330, 1130), (540, 960)], "Chemin de la Bergerie"),
        (TRACK, [(640, 2050), (480, 2060), (300, 1990), (120, 1900), (-40, 1880)], "Chemin des Crêtes"),
        (GRAVEL, [(560, 2420), (700, 2470), (960, 2480), (1182, 2460)], "Chemin des Restanques"),
        (TRACK, [(560, 2420), (420, 2480), (300, 2640), (260, 2740)], "Chemin du Bois-Noir"),
        (TRACK, [(1182, 2520), (1500, 2560), (1900, 2500), (2290, 2540)], "Chemin des Aires"),
        (TRACK, [(1500, 2560), (1540, 2680), (1520, 2740)], None),
        (GRAVEL, [(2700, 480), (2900, 620), (3250, 640), (3640, 560)], "Chemin des Sansouïres"),
        (TRACK, [(2900, 620), (2960, 820), (3080, 1000), (3180, 1250)], "Chemin du Héron"),
        (TRACK, [(2700, 480), (2740, 300), (2880, 180), (3000, -40)], "Chemin du Bois-Clair"),
        (TRACK, [(650, 400), (420, 300), (200, 300), (-40, 260)], "Chemin des Ruches"),
        (TRACK, [(930, 300), (900, 120), (960, -40)], "Chemin de la Draille"),
        (PATH, [(3080, 1000), (3300, 960), (3480, 860), (3640, 840)], None),
        (PATH, [(420, 2480), (560, 2560), (760, 2590)], "Sentier du Bois-Noir"),
        (PATH, [(2880, 180), (3080, 220), (3220, 320)], "Sentier du Bois-Clair"),
        (PATH, [(400, 300), (370, 180), (280, 130)], None),
        (GRAVEL, [(3400, 1960), (3420, 2150), (3400, 2260)], "Chemin des Glaneurs"),
        (TRACK, [(2300, 2560), (2560, 2540), (2860, 2600), (3060, 2740)], "Chemin de la Garrigue"),
        (PATH, [(1760, 800), (1790, 870), (1700, 930), (1720, 1000)], "Allée du Parc"),
    ):
        town.add(kind, town.joined(spline(controls, 40), 45), name)
