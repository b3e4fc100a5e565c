"""Points to addresses, addresses to points and lines, and back."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crige_ia_plugin.engine.lines import from_sequences
from crige_ia_plugin.engine.measures import read_sides
from crige_ia_plugin.engine.referencing.addresses import read_address, read_addresses, write_addresses
from crige_ia_plugin.engine.referencing.addressing import Addressing, Reason, Resolved
from crige_ia_plugin.engine.referencing.calibration import Extrapolation, calibrate
from crige_ia_plugin.engine.referencing.events import (
    EventKeys,
    measures_of_addresses,
    measures_of_cumuls,
    place_points,
    place_sections,
)
from crige_ia_plugin.engine.referencing.lanes import RouteLanes
from crige_ia_plugin.engine.referencing.location import Locator
from crige_ia_plugin.engine.referencing.markers import comparable_text, read_markers
from crige_ia_plugin.engine.routes.build import build_routes
from crige_ia_plugin.engine.routes.names import match_routes, normalise_route, read_routes
from crige_ia_plugin.engine.routes.options import RouteOptions


class Network:
    """A calibrated network and all that is asked of it."""

    def __init__(self, coordinates, markers, names=None, **options):
        lines = from_sequences([np.asarray(c, dtype=float) for c in coordinates])
        read = read_routes(names or ["A1"] * len(coordinates))
        built = build_routes(lines, read, options=RouteOptions(**options))
        columns = {k: [m.get(k) for m in markers] for k in ("department", "network", "side", "cumul")}
        columns = {k: v for k, v in columns.items() if any(x is not None for x in v)}
        table, _ = read_markers(
            np.array([m["at"] for m in markers], float).reshape(-1, 2),
            [m.get("route", "A1") for m in markers],
            [m["pr"] for m in markers],
            read.names,
            **columns,
        )
        self.done = calibrate(built.routes, table, extrapolation=Extrapolation.EXTEND)
        self.routes = self.done.routes
        self.names = read.names
        self.addressing = Addressing(self.done.markers)
        self.lanes = RouteLanes(self.routes)

    def keys(self, n, route="A1", side=None, department=None, network=None, branch=None):
        routes = route if isinstance(route, list) else [route] * n
        codes = match_routes(routes, self.names)[0]
        codes[[normalise_route(r) is None for r in routes]] = -2
        sides = read_sides(side if isinstance(side, list) else [side] * n)
        return EventKeys(
            codes,
            sides,
            comparable_text(department if isinstance(department, list) else [department] * n, n),
            comparable_text(network if isinstance(network, list) else [network] * n, n),
            branch,
        )

    def points(self, addresses, lateral=None, **keys):
        key = self.keys(len(addresses), **keys)
        measured = measures_of_addresses(key, read_addresses(addresses), self.addressing)
        return place_points(self.routes, self.lanes, key, measured, lateral)

    def sections(self, first, last, lateral=None, **keys):
        key = self.keys(len(first), **keys)
        start = measures_of_addresses(key, read_addresses(first), self.addressing)
        end = measures_of_addresses(key, read_addresses(last), self.addressing)
        return place_sections(self.routes, self.lanes, key, start, end, lateral)

    def locate(self, points, distance=50.0, **only):
        return Locator(self.routes, self.addressing).locate(np.array(points, float), distance, **only)


@pytest.fixture(scope="module")
def road():
    """Three kilometres: PR 10 at 500 m, PR 11 1,326 m farther on, PR 12 at 2,500 m; the official cumul is longer."""
    markers = [
        {"at": (500, 0), "pr": 10, "cumul": 505},
        {"at": (1826, 0), "pr": 11, "cumul": 505 + 1326 * 1.01},
        {"at": (2500, 0), "pr": 12, "cumul": 2525},
    ]
    return Network([[(0, 0), (1000, 0)], [(1000, 0), (3000, 0)]], markers)


def test_an_offset_is_in_metres_of_ground_and_may_pass_the_next_marker(road):
    placed = road.points(["PR10+0", "PR10+1200", "PR10+1500", "11+100", "PR12+300", "PR10-200"])
    assert placed.xy[:, 0] == pytest.approx([500, 1700, 2000, 1926, 2800, 300])
    assert set(placed.reason.tolist()) == {Reason.PLACED}
    assert placed.m[1] == pytest.approx(505 + 1200 * 1.01)
    assert placed.angle == pytest.approx([90] * 6)


def test_a_point_has_an_address_a_side_and_a_distance(road):
    found = road.locate([(1700, -4), (400, 3), (2600, 0), (0, 500), (np.nan, 0)])
    assert write_addresses(found.address.pr, found.address.offset, width=3) == [
        "PR10+1200",
        "PR10-100",
        "PR12+100",
        "",
        "",
    ]
    assert found.lateral[:3] == pytest.approx([4, -3, 0])
    assert found.reason[3:].tolist() == [Reason.OFF_NETWORK, Reason.NO_GEOMETRY]


def test_an_offset_to_the_right_and_to_the_left(road):
    placed = road.points(["PR10+100", "PR10+100", "PR10+100"], lateral=np.array([5.0, -5, np.nan]))
    assert placed.xy.tolist() == [[600, -5], [600, 5], [600, 0]]


@pytest.mark.parametrize(
    ("address", "route", "reason"),
    [
        ("PR99+0", "A1", Reason.UNKNOWN_MARKER),
        (10**15, "A1", Reason.UNKNOWN_MARKER),
        ("PR10+0", "Z9", Reason.UNKNOWN_ROUTE),
        ("PR10+0", None, Reason.NO_ROUTE),
        ("-1", "A1", Reason.UNKNOWN_ADDRESS),
        ("(1)", "A1", Reason.UNKNOWN_ADDRESS),
        (None, "A1", Reason.UNKNOWN_ADDRESS),
        ("here", "A1", Reason.UNREADABLE_ADDRESS),
        (10.25, "A1", Reason.DECIMAL_NUMBER),
        ("PR12+5000", "A1", Reason.AFTER_END),
        ("PR10-900", "A1", Reason.BEFORE_START),
    ],
)
def test_what_cannot_be_placed_is_told(road, address, route, reason):
    placed = road.points([address], route=[route])
    assert placed.reason.tolist() == [reason]
    assert np.isnan(placed.xy).all()


def test_cumulated_distances(road):
    keys = road.keys(6)
    measured = measures_of_cumuls(keys, [505, "1515,5", None, "(1)", "abc", 99_999])
    assert [r.value for r in measured.reason[:5]] == [
        "placed",
        "placed",
        "unknown-address",
        "unknown-address",
        "unreadable-address",
    ]
    placed = place_points(road.routes, road.lanes, keys, measured)
    assert placed.xy[0].tolist() == [500, 0]
    assert placed.reason[5] is Reason.AFTER_END


def test_sections_cross_markers_run_backwards_and_stop_at_the_end(road):
    placed = road.sections(
        ["PR10+0", "PR12+0", "PR12+400", "PR10+5", "PR11+0"], ["PR12+0", "PR10+0", "PR12+900", "PR10+5", None]
    )
    assert [r.value for r in placed.reason] == ["placed", "placed", "placed", "zero-length", "unknown-address"]
    assert placed.reversed.tolist() == [False, True, False, False, False]
    assert placed.clipped.tolist() == [False, False, True, False, False]
    ends = [
        placed.lines.xy[placed.lines.offsets[k]].tolist() + placed.lines.xy[placed.lines.offsets[k + 1] - 1].tolist()
        for k in range(3)
    ]
    assert np.array(ends) == pytest.approx(
        np.array([[500, 0, 2500, 0], [500, 0, 2500, 0], [2900, 0, 3000, 0]]), abs=1e-6
    )
    assert (
        placed.lines.offsets[1] - placed.lines.offsets[0]
    ) == 4  # the vertices at 1,000 m and at the marker 11 are kept
    beyond = road.sections(["PR12+4000"], ["PR12+5000"])
    assert beyond.reason.tolist() == [Reason.AFTER_END]


def test_a_section_may_run_beside_the_road():
    corner = Network([[(0, 0), (100, 0), (100, 100)]], [{"at": (0, 1e-6), "pr": 0}, {"at": (100, 100), "pr": 1}])
    placed = corner.sections(["PR0+50", "PR0+50"], ["PR0+150", "PR0+150"], lateral=np.array([5.0, -5.0]))
    assert placed.lines.xy == pytest.approx(
        np.array([[50, -5], [105, -5], [105, 50], [50, 5], [95, 5], [95, 50]], float), abs=1e-9
    )


def test_a_gap_holds_no_point_and_splits_a_section():
    road = Network(
        [[(0, 0), (1000, 0)], [(1500, 0), (2500, 0)]], [{"at": (0, 1e-6), "pr": 0}, {"at": (2500, 0), "pr": 2}]
    )
    assert road.points(["PR0+1200"]).reason.tolist() == [Reason.IN_GAP]
    placed = road.sections(["PR0+900", "PR0+1100"], ["PR0+1600", "PR0+1400"])
    assert placed.event.tolist() == [0, 0]
    assert placed.over_gap.tolist() == [True, False]
    assert placed.reason.tolist() == [Reason.PLACED, Reason.IN_GAP]


def test_a_fork_leaves_events_on_the_main_line():
    road = Network(
        [[(0, 0), (500, 0)], [(500, 0), (1000, 0)], [(500, 0), (500, 300)]],
        [{"at": (0, 1e-6), "pr": 0}, {"at": (1000, 0), "pr": 1}],
    )
    assert road.points(["PR0+700"]).xy.tolist() == [[700, 0]]
    assert road.sections(["PR0+400"], ["PR0+700"]).lines.xy.tolist() == [[400, 0], [500, 0], [700, 0]]
    found = road.locate([(500, 200)])
    assert found.branch.tolist() == [1]
    keys = EventKeys(found.route, found.side, found.address.department, found.address.network, found.branch)
    back = place_points(road.routes, road.lanes, keys, Resolved(found.m, found.reason))
    assert back.xy == pytest.approx(np.array([[500, 200]]))


def test_a_department_border_restarts_the_numbers():
    markers = [
        {"at": (0, 1e-6), "pr": 0, "department": "01"},
        {"at": (1000, 0), "pr": 1, "department": "01"},
        {"at": (1500, 0), "pr": 0, "department": "69"},
        {"at": (2500, 0), "pr": 1, "department": "69"},
    ]
    road = Network([[(0, 0), (3000, 0)]], markers)
    placed = road.points(["PR1+0"] * 4, department=[1, "69", None, "42"])
    assert [r.value for r in placed.reason] == ["placed", "placed", "ambiguous-marker", "unknown-marker"]
    assert placed.xy[:2, 0].tolist() == [1000, 2500]
    over = road.sections(["PR1+200"], ["PR1+800"], department=["01"])
    assert over.reason.tolist() == [Reason.PLACED]
    assert over.lines.xy[:, 0].tolist() == [1200, 1500, 1800]
    found = road.locate([(1400, 0), (1600, 0)])
    assert list(zip(found.address.department, found.address.pr, found.address.offset)) == [
        ("1", 1, 400),
        ("69", 0, 100),
    ]


@pytest.fixture(scope="module")
def dual():
    carriageways = [
        [(0, 0), (1000, 0)],
        [(1000, 0), (1050, -6), (1950, -6), (2000, 0)],
        [(2000, 0), (1950, 6), (1050, 6), (1000, 0)],
        [(2000, 0), (3000, 0)],
    ]
    markers = [
        {"at": (500, 0), "pr": 0, "side": "I"},
        {"at": (1500, -6), "pr": 1, "side": "D"},
        {"at": (1490, 6), "pr": 1, "side": "G"},
        {"at": (2500, 0), "pr": 2, "side": "I"},
    ]
    return Network(carriageways, markers)


def test_an_address_goes_to_its_own_carriageway(dual):
    placed = dual.points(["PR1+100", "PR1+100", "PR1+100", "PR0+50", "PR0+50"], side=["D", "G", None, "G", "U"])
    assert placed.xy == pytest.approx(np.array([[1600, -6], [1590, 6], [1600, -6], [550, 0], [550, 0]]), abs=1e-6)
    assert placed.angle[:2] == pytest.approx([90, 90])


def test_a_section_of_the_left_carriageway_goes_on_where_there_is_one_road(dual):
    left = dual.sections(["PR0+100"], ["PR2+100"], side=["G"])
    assert dual.routes.side[left.part].tolist() == [0, 2, 0]
    right = dual.sections(["PR0+100"], ["PR2+100"], side=["D"])
    assert dual.routes.side[right.part].tolist() == [0, 1, 0]
    assert right.over_gap.tolist() == [False]


def test_a_point_is_located_on_the_side_it_is_on(dual):
    found = dual.locate([(1600, 9), (1600, -9), (1600, 1)], side=np.array([0, 0, 1]))
    assert found.side.tolist() == [2, 1, 1]
    assert found.address.pr.tolist() == [1, 1, 1]
    assert found.address.offset == pytest.approx([110, 100, 100])


def test_a_point_may_be_held_to_its_route():
    road = Network(
        [[(0, 0), (100, 0)], [(0, 10), (100, 10)]],
        [{"at": (0, 1e-6), "pr": 0}, {"at": (0, 10), "pr": 7, "route": "B2"}],
        names=["A1", "B2"],
    )
    found = road.locate([(50, 1)] * 3, route=np.array([1, -1, -2]))
    assert found.route[:2].tolist() == [1, 0]
    assert found.route[2] == found.address.pr[2] == -1
    assert found.reason[2] is Reason.UNKNOWN_ROUTE
    assert found.address.pr[:2].tolist() == [7, 0]


@settings(max_examples=80, deadline=None)
@given(st.integers(0, 2**32 - 1), st.lists(st.floats(0, 1), min_size=2, max_size=6, unique=True))
def test_a_point_its_address_and_the_point_again(seed, places):
    random = np.random.default_rng(seed)
    xy = np.cumsum(random.uniform(0.5, 400, (12, 2)), axis=0)
    along = np.concatenate([[0], np.cumsum(np.hypot(*np.diff(xy, axis=0).T))])
    on = np.sort(np.array(places)) * along[-1]
    markers = [
        {
            "at": (np.interp(a, along, xy[:, 0]), np.interp(a, along, xy[:, 1])),
            "pr": 3 * i,
            "cumul": float(a * random.uniform(1, 1.001) + 0.3 * i),
        }
        for i, a in enumerate(on)
    ]
    road = Network([xy[:6], xy[5:][::-1]], markers)
    at = random.uniform(0, along[-1], 40)
    points = np.column_stack([np.interp(at, along, xy[:, 0]), np.interp(at, along, xy[:, 1])])
    found = road.locate(points)
    assert (found.address.pr >= 0).all()
    texts = write_addresses(found.address.pr, found.address.offset, decimals=4)
    again = road.points(texts, side="U")
    assert np.hypot(*(again.xy - points).T).max() < 1e-3
    assert read_address(texts[0]).pr == found.address.pr[0]


def test_there_and_back_on_a_real_network(shared_data):
    pyogrio = pytest.importorskip("pyogrio")
    shapely = pytest.importorskip("shapely")
    _, _, geometry, (numbers,) = pyogrio.raw.read(shared_data / "roads/bdtopo_rodez.gpkg", columns=["numero"])
    coordinates, owner = shapely.get_coordinates(shapely.from_wkb(geometry), return_index=True)
    names = read_routes(numbers)
    routes = build_routes(from_sequences(np.split(coordinates, np.flatnonzero(np.diff(owner)) + 1)), names).routes
    random = np.random.default_rng(5)
    piece = random.choice(np.flatnonzero(routes.lines().piece_mask()), 5000)
    points = routes.xy[piece] + (routes.xy[piece + 1] - routes.xy[piece]) * random.random((5000, 1))
    # A marker every kilometre or so, at the start of some pieces of the main lines.
    part = routes.lines().vertex_line()
    main = np.flatnonzero(routes.lines().piece_mask() & (routes.branch[part] == 0))[::40]
    markers, _ = read_markers(
        routes.xy[main], [names.names[r] for r in routes.route[part[main]]], np.arange(len(main)), names.names,
        side=[("U", "D", "G")[s] for s in routes.side[part[main]]],
    )  # fmt: skip
    done = calibrate(routes, markers)
    addressing = Addressing(done.markers)
    found = Locator(done.routes, addressing).locate(points, 10.0)
    assert (found.distance < 1e-6).all()
    rows = np.flatnonzero(found.address.pr >= 0)
    assert len(rows) > 4000
    keys = EventKeys(
        found.route[rows],
        found.side[rows],
        found.address.department[rows],
        found.address.network[rows],
        found.branch[rows],
    )
    read = read_addresses(found.address.pr[rows], found.address.offset[rows])
    back = place_points(done.routes, RouteLanes(done.routes), keys, measures_of_addresses(keys, read, addressing))
    placed = back.part >= 0
    assert placed.mean() > 0.99
    assert np.hypot(*(back.xy - points[rows])[placed].T).max() < 1e-3
