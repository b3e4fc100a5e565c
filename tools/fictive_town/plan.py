"""The plan of Villeneuve-la-Fictive: the river and the numbered roads, on which the quarters hang."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from .faults import defects
from .geometry import at, crossings, direction, offset, ribbon, spline
from .outlines import between_rings, boulevard_point, from_ring, ring_arc, through_ring
from .quarters import (
    avenues,
    business_park,
    collector_roads,
    countryside,
    faubourgs,
    grid_quarter,
    housing_estates,
    old_centre,
)
from .town import (
    AVENUE,
    DUAL,
    GRAVEL,
    MAIN,
    MOTORWAY,
    SLIP,
    Town,
)


def draw() -> Town:
    """Draw the whole town."""
    town = Town()
    _river_and_woods(town)
    _main_roads(town)
    _departmental_roads(town)
    old_centre(town)
    avenues(town)
    estates = collector_roads(town)
    faubourgs(town)
    grid_quarter(town)
    business_park(town)
    housing_estates(town, *estates)
    countryside(town)
    town.share_junctions()
    defects(town)
    return town


def _river_and_woods(town: Town) -> None:
    controls = [
        (3235, 2760), (3150, 2480), (3190, 2200), (3110, 1850), (3140, 1560), (3000, 1270), (2790, 1020),
        (2480, 850), (2120, 800), (1760, 745), (1420, 700), (1080, 745), (740, 660), (390, 480), (-60, 505),
    ]  # fmt: skip
    axis = spline(controls, step=30)
    town.river = axis
    along = np.linspace(0, 1, len(axis))
    width = 26 + 16 * along + 5 * np.sin(along * 23)
    town.obstacles.append((axis, 20.0))
    town.green = [
        ("Eau", ribbon(axis, width)),
        (
            "Bois",
            spline([(40, 2460), (330, 2600), (700, 2520), (820, 2660), (560, 2720), (60, 2690)], 40, True),
        ),
        (
            "Bois",
            spline([(2620, 60), (2900, 330), (3340, 420), (3560, 240), (3400, 30), (2960, -10)], 40, True),
        ),
        ("Bois", spline([(60, 60), (260, 250), (520, 230), (640, 90), (420, 10), (150, 0)], 40, True)),
        ("Parc", spline([(1660, 790), (1830, 815), (1870, 900), (1760, 945), (1650, 890)], 20, True)),
    ]


def _main_roads(town: Town) -> None:
    axis = spline(
        [
            (-40, 2110),
            (520, 2205),
            (1100, 2300),
            (1680, 2300),
            (2200, 2240),
            (2700, 2235),
            (3180, 2320),
            (3640, 2480),
        ],
        step=45,
    )
    east, west = offset(axis, -11), offset(axis, 11)[::-1]
    north_ring = town.roundabout((2245, 2405), 24, "Rond-point des Cigales", "D943")
    south_ring = town.roundabout((2160, 2070), 24, "Rond-point de la Porte du Sud", "D943")
    europe = town.roundabout((2010, 1560), 26, "Rond-point de l'Europe", "D943", cut=False)

    # The dual carriageway: right side (D) along increasing PR, from the north roundabout down to the town.
    down = spline([(2245, 2405), (2205, 2235), (2160, 2070)], 25)
    lower = spline([(2160, 2070), (2095, 1880), (2040, 1700), (2010, 1560)], 25)
    for part, rings in ((down, (north_ring, south_ring)), (lower, (south_ring, europe))):
        for side, shift in (("D", 7.0), ("G", -7.0)):
            line = between_rings(offset(part, shift * -1), *rings)
            town.add(DUAL, line if side == "D" else line[::-1])
    dual = np.vstack([down, lower[1:]])
    town.routes["D943", "D"], town.routes["D943", "G"] = offset(dual, -7), offset(dual, 7)

    # The motorway flies over the dual carriageway; a country road passes below it further west.
    under = [(offset(down, 7), 6.0), (offset(down, -7), 6.0)]
    lane = spline([(560, 2420), (600, 2300), (622, 2210), (640, 2050)], 30)
    for line, side in ((east, "D"), (west, "G")):
        town.add(MOTORWAY, line, "A999 - L'Imaginaire", above=[*under, (lane, 6.0)])
        town.routes["A999", side] = line
    town.add(GRAVEL, lane, "Chemin des Restanques")
    _slip_roads(town, east, west, north_ring, south_ring)

    north = spline([(2245, 2405), (2300, 2560), (2330, 2740)], 30)
    town.add(MAIN, from_ring(north, north_ring), "Route d'Ailleurs", number="D943", importance="2")
    town.routes["D943 nord", "U"] = north


def _slip_roads(town: Town, east: np.ndarray, west: np.ndarray, north_ring: np.ndarray, south_ring: np.ndarray) -> None:
    """Four slip roads between the carriageways and the two roundabouts of the interchange."""
    south, north = np.array([2160.0, 2070.0]), np.array([2245.0, 2405.0])
    x_meet = float(crossings(east, np.array([[2205.0, 2000], [2205, 2500]])).on_first[0])
    west_meet = float(crossings(west, np.array([[2205.0, 2000], [2205, 2500]])).on_first[0])
    for line, meet, centre, ring, leaving in (
        (east, x_meet, south, south_ring, True),
        (east, x_meet, south, south_ring, False),
        (west, west_meet, north, north_ring, True),
        (west, west_meet, north, north_ring, False),
    ):
        s = meet - 470 if leaving else meet + 470
        forward = 1 if leaving else -1
        side = -1 if line is east else 1
        start, toward = at(line, s), direction(line, s) * forward
        beside = np.array([-direction(line, s)[1], direction(line, s)[0]]) * -1
        controls = [start, start + toward * 130 + beside * 9, start + toward * 300 + beside * 52, centre]
        curve = spline([tuple(c) for c in controls], 22)
        curve = from_ring(curve[::-1], ring)[::-1]
        town.add(SLIP, curve if leaving else curve[::-1], f"Échangeur {'sud' if side < 0 else 'nord'}")


def _departmental_roads(town: Town) -> None:
    west, north, east, south = (boulevard_point(a) for a in (180, 90, 0, 270))
    gate = town.roundabout((700, 1235), 20, "Rond-point de l'Olivier", "D6")
    bridgehead = town.roundabout((1985, 1200), 22, "Rond-point du Pont Neuf", "D6/D943")

    d6_west = spline([(-40, 1335), (350, 1295), (700, 1235)], 35)
    d6_in = spline([(700, 1235), (850, 1200), tuple(west)], 25)
    d6_out = spline([tuple(east), (1800, 1178), (1985, 1200)], 30)
    d6_east = spline([(1985, 1200), (2300, 1225), (2700, 1225), (3020, 1262), (3300, 1235), (3640, 1190)], 40)
    town.add(MAIN, from_ring(d6_west[::-1], gate)[::-1], "Route du Ponant", number="D6")
    town.add(MAIN, from_ring(d6_in, gate), "Avenue du Ponant", number="D6")
    town.add(MAIN, ring_arc(180, 90), "Boulevard des Remparts", number="D6")
    town.add(MAIN, ring_arc(90, 0), "Boulevard des Remparts", number="D6/D12")
    town.add(MAIN, ring_arc(0, -90), "Boulevard des Remparts", number="D12")
    town.add(replace(AVENUE, cut=True), ring_arc(-90, -180), "Boulevard des Tanneurs")
    town.add(MAIN, from_ring(d6_out[::-1], bridgehead)[::-1], "Avenue du Levant", number="D6")
    town.add(MAIN, from_ring(d6_east, bridgehead), "Route du Levant", number="D6")
    town.routes["D6", "U"] = through_ring(
        np.vstack([through_ring(d6_west, gate, d6_in), ring_arc(180, 0)[1:], d6_out[1:]]), bridgehead, d6_east
    )

    carriageways = [(town.routes["A999", side], 10.0) for side in "DG"]
    d12_north = spline([(1165, 2740), (1185, 2430), (1225, 2000), (1262, 1700), tuple(north)], 35)
    d12_south = spline([tuple(south), (1335, 705), (1352, 450), (1290, 200), (1310, -40)], 35)
    town.add(MAIN, d12_north, "Avenue des Alpilles-Rêvées", number="D12", above=carriageways)
    town.add(MAIN, d12_south, "Avenue du Midi", number="D12")
    town.routes["D12", "U"] = np.vstack([d12_north, ring_arc(90, -90)[1:], d12_south[1:]])

    europe_ring = next(road.line for road in town.roads if road.name == "Rond-point de l'Europe")
    avenue = spline([(2010, 1560), (1992, 1380), (1985, 1200)], 30)
    d943_south = spline([(1985, 1200), (1972, 950), (2002, 790), (2085, 520), (2050, 240), (2075, -40)], 35)
    town.add(
        MAIN,
        between_rings(avenue, europe_ring, bridgehead),
        "Avenue de l'Europe",
        number="D943",
        importance="2",
    )
    town.add(MAIN, from_ring(d943_south, bridgehead), "Route de Nulle-Part", number="D943", importance="2")
    town.routes["D943 sud", "U"] = through_ring(avenue, bridgehead, d943_south)
