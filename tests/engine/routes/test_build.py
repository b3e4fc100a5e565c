"""Chaining, orienting and measuring routes: every shape by hand, invariants at random, and real networks."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crige_ia_plugin.engine.geodesy import geodesic_lengths
from crige_ia_plugin.engine.lines import from_sequences
from crige_ia_plugin.engine.measures import Side, planar_steps, steps_3d
from crige_ia_plugin.engine.routes.anomalies import Decision, RouteFault
from crige_ia_plugin.engine.routes.build import build_routes
from crige_ia_plugin.engine.routes.names import read_routes
from crige_ia_plugin.engine.routes.options import GapRule, MarkerHints, RouteOptions, StartRule


def build(coordinates, names=None, side=None, roundabout=None, **options):
    lines = from_sequences([np.asarray(c, dtype=float) for c in coordinates])
    read = read_routes(["A1"] * len(coordinates) if names is None else names)
    sides = None if side is None else np.asarray(side)
    flags = None if roundabout is None else np.asarray(roundabout)
    return build_routes(lines, read, side=sides, options=RouteOptions(**options), roundabout=flags)


def rows(built):
    s = built.segments
    return [
        (int(f), int(d), int(b), int(r), bool(v), round(float(x), 6), round(float(y), 6))
        for f, d, b, r, v, x, y in zip(s.line, s.side, s.branch, s.rank, s.reversed, s.start, s.end)
    ]


def summary(built):
    """What must not depend on order or direction: the routes' geometry with measures, and the anomalies."""
    parts = []
    routes = built.routes
    for p in range(routes.count):
        a, b = routes.offsets[p], routes.offsets[p + 1]
        vertices = np.column_stack([routes.xy[a:b], routes.m[a:b]]).round(6).tolist()
        parts.append((int(routes.route[p]), int(routes.side[p]), int(routes.branch[p]), vertices))
    table = built.anomalies
    found = sorted(
        (f.value, int(r), round(float(x), 3), round(float(y), 3))
        for f, r, x, y in zip(table.fault, table.route, table.x, table.y)
        if f not in (RouteFault.NO_ROUTE, RouteFault.DUPLICATE, RouteFault.OVERLAP, RouteFault.PARALLEL)
    )
    return parts, found


def test_a_simple_route_is_ordered_and_oriented():
    built = build([[(20, 0), (10, 0)], [(0, 0), (10, 0)], [(30, 0), (20, 0)]])
    assert rows(built) == [(1, 0, 0, 1, False, 0, 10), (0, 0, 0, 2, True, 10, 20), (2, 0, 0, 3, True, 20, 30)]
    assert built.routes.count == 1
    assert built.routes.m.tolist() == [0, 10, 20, 30]
    assert len(built.anomalies) == 0


@pytest.mark.parametrize(
    ("rule", "extra", "first"),
    [
        (StartRule.SOUTH_WEST, {}, 0),
        (StartRule.DIGITISED, {}, 30),
        (StartRule.POINTS, {"start_xy": np.array([[31.0, 1.0]]), "start_route": np.array([0])}, 30),
        (StartRule.POINTS, {"start_xy": np.array([[31.0, 1.0]])}, 30),
        (
            StartRule.MARKERS,
            {
                "markers": MarkerHints(
                    np.array([[25.0, 1], [5, 1]]), np.array([0, 0]), np.array([0, 0]), np.array([4.0, 7])
                )
            },
            30,
        ),
    ],
)
def test_the_start_rules(rule, extra, first):
    built = build([[(20, 0), (10, 0)], [(0, 0), (10, 0)], [(20, 0), (30, 0)]], start=rule, **extra)
    assert built.routes.xy[0].tolist() == [first, 0]
    assert built.routes.m.tolist() == [0, 10, 20, 30]


def test_markers_decide_by_their_order_not_by_the_nearest_end():
    # Both markers lie in the half of the lower end: the lowest is nearest to x = 100, and yet PR grow towards x = 0.
    hints = MarkerHints(np.array([[90.0, 0], [60, 0]]), np.zeros(2, int), np.zeros(2, int), np.array([54.0, 55]))
    built = build([[(0, 0), (100, 0)]], start=StartRule.MARKERS, markers=hints)
    assert built.routes.xy[0].tolist() == [100, 0]


def test_a_route_without_markers_says_that_its_direction_was_guessed():
    built = build([[(0, 0), (100, 0)]], start=StartRule.MARKERS)
    assert built.anomalies.fault.tolist() == [RouteFault.NO_MARKER]
    assert built.anomalies.decision.tolist() == [Decision.DIRECTION_GUESSED]


def test_a_fork_goes_straight_on_and_the_branch_starts_at_its_abscissa():
    built = build([[(0, 0), (100, 0)], [(100, 0), (150, 80)], [(100, 0), (160, 0)]])
    assert rows(built) == [
        (0, 0, 0, 1, False, 0, 100),
        (2, 0, 0, 2, False, 100, 160),
        (1, 0, 1, 1, False, 100, pytest.approx(194.339811)),
    ]
    fork = built.anomalies.rows(RouteFault.FORK)
    assert len(fork) == 1
    assert (built.anomalies.x[fork[0]], built.anomalies.y[fork[0]]) == (100, 0)
    assert built.anomalies.branch[fork[0]] == 1


def test_equally_straight_ways_give_way_to_the_longer():
    built = build([[(0, 0), (100, 0)], [(100, 0), (150, 4)], [(100, 0), (300, -16)]], find_sides=False)
    assert built.segments.line[built.segments.branch == 0].tolist() == [0, 2]


def test_a_branch_may_start_inside_a_line():
    built = build([[(0, 0), (50, 0), (100, 0)], [(50, 0), (50, 70)]])
    assert rows(built) == [(0, 0, 0, 1, False, 0, 100), (1, 0, 1, 1, False, 50, 120)]


def test_branches_of_branches_are_numbered_by_the_abscissa_of_their_forks():
    built = build(
        [[(0, 0), (100, 0)], [(100, 0), (200, 0)], [(100, 0), (100, 50)], [(100, 50), (50, 50)], [(100, 50), (100, 90)]]
    )
    by_branch = {int(b): set(built.segments.line[built.segments.branch == b].tolist()) for b in (0, 1, 2)}
    assert by_branch == {0: {0, 1}, 1: {2, 4}, 2: {3}}
    assert built.segments.start[built.segments.branch == 2].tolist() == [150]


@pytest.mark.parametrize(("gap", "start"), [(GapRule.ZERO, 10), (GapRule.STRAIGHT, 15), (GapRule.MARKERS, 15)])
def test_gaps(gap, start):
    built = build([[(0, 0), (10, 0)], [(25, 0), (15, 0)]], gap=gap)
    assert rows(built) == [(0, 0, 0, 1, False, 0, 10), (1, 0, 0, 2, True, start, start + 10)]
    row = built.anomalies.rows(RouteFault.GAP)
    assert built.anomalies.value[row].tolist() == [5]
    assert built.routes.count == 2


@pytest.mark.parametrize(
    ("next_run", "doubtful"),
    [
        ([(110, 25), (110, -24)], True),  # across: either end might come first
        ([(110, 5), (110, -45)], False),
        ([(110, 0), (150, 0)], False),
    ],
)
def test_a_run_that_lies_across_the_gap_might_go_either_way(next_run, doubtful):
    built = build([[(0, 0), (100, 0)], next_run])
    assert (len(built.anomalies.rows(RouteFault.DIRECTION_IN_DOUBT)) == 1) is doubtful
    assert len(built.anomalies.rows(RouteFault.GAP)) == 1


def test_an_island_is_told_and_its_distance_never_counts():
    built = build([[(0, 0), (10, 0)], [(50_000, 0), (50_010, 0)]])
    assert built.anomalies.fault.tolist() == [RouteFault.ISLAND]
    assert built.segments.end.tolist() == [10, 20]


def test_ends_within_the_tolerance_meet():
    built = build([[(0, 0), (10, 0)], [(10.0004, 0), (20, 0)]])
    assert built.routes.count == 1
    assert len(built.anomalies) == 0


def test_a_loop_starts_at_its_origin_and_runs_counter_clockwise():
    square = [[(0, 0), (0, 10)], [(0, 10), (10, 10)], [(10, 10), (10, 0)], [(10, 0), (0, 0)]]
    built = build(square)
    assert built.routes.xy.tolist() == [[0, 0], [10, 0], [10, 10], [0, 10], [0, 0]]
    assert built.routes.m.tolist() == [0, 10, 20, 30, 40]
    assert built.anomalies.fault.tolist() == [RouteFault.LOOP]
    given_origin = build(square, start=StartRule.POINTS, start_xy=np.array([[11.0, 11.0]]))
    assert given_origin.routes.xy[0].tolist() == [10, 10]
    left_hand = build(square, drive_on_right=False)
    assert left_hand.routes.xy[1].tolist() == [0, 10]


def test_a_closed_line_is_cut_where_its_route_is_to_start():
    ring = [(0, 0), (10, 0), (10, 10), (0, 10), (0, 0)]
    built = build([ring], start=StartRule.POINTS, start_xy=np.array([[10.0, 10.0]]))
    assert built.routes.count == 1
    assert built.routes.xy.tolist() == [[10, 10], [0, 10], [0, 0], [10, 0], [10, 10]]
    assert built.segments.lengths().sum() == 40


@pytest.mark.parametrize("pieces", [1, 4])
def test_a_loop_starts_at_its_lowest_marker(pieces):
    corners = [(0, 0), (10, 0), (10, 10), (0, 10), (0, 0)]
    lines = [corners] if pieces == 1 else [corners[i : i + 2] for i in range(4)]
    hints = MarkerHints(np.array([[10.0, 11], [0, 10]]), np.zeros(2, int), np.zeros(2, int), np.array([1.0, 2]))
    built = build(lines, start=StartRule.MARKERS, markers=hints)
    assert built.routes.xy[:2].tolist() == [[10, 10], [0, 10]]
    assert built.routes.end_m().tolist() == [40]


def ring_at(x, y, radius, count=16):
    angle = np.arange(count + 1) * 2 * np.pi / count
    circle = np.column_stack([x + radius * np.cos(angle), y + radius * np.sin(angle)]).round(6)
    circle[-1] = circle[0]
    return circle


@pytest.mark.parametrize("reverse", [False, True])
def test_a_roundabout_is_run_from_entry_to_exit_in_the_direction_of_travel(reverse):
    ring = ring_at(120, 0, 20)
    ring = ring[::-1] if reverse else ring
    built = build([[(0, 0), (100, 0)], ring, [(140, 0), (240, 0)]])
    main = built.segments.branch == 0
    assert built.segments.line[main].tolist() == [0, 1, 2]
    half = 8 * 2 * 20 * np.sin(np.pi / 16)
    assert built.segments.lengths()[main] == pytest.approx([100, half, 100], abs=1e-4)
    # Counter-clockwise from west to east: below the centre.
    on_main = built.routes.branch[built.routes.lines().vertex_line()] == 0
    assert built.routes.xy[on_main, 1].min() == pytest.approx(-20)
    assert built.routes.xy[on_main, 1].max() <= 1e-6
    assert built.segments.line[~main].tolist() == [1]
    assert built.segments.start[~main].tolist() == [100]
    assert len(built.anomalies.rows(RouteFault.ROUNDABOUT)) == 1


def test_a_roundabout_at_a_right_turn_is_still_run_the_right_way():
    ring = ring_at(120, 0, 20)
    built = build([[(0, 0), (100, 0)], ring, [(120, 20), (120, 120)]])
    main = built.segments.branch == 0
    lengths = built.segments.lengths()[main]
    assert built.segments.line[main].tolist() == [0, 1, 1, 2]
    assert lengths[1:3].sum() == pytest.approx(12 * 2 * 20 * np.sin(np.pi / 16), abs=1e-4)


def test_a_roundabout_at_the_end_is_run_around():
    built = build([[(0, 0), (100, 0)], ring_at(120, 0, 20)])
    assert set(built.segments.branch.tolist()) == {0}
    assert built.routes.end_m()[0] == pytest.approx(100 + 16 * 2 * 20 * np.sin(np.pi / 16), abs=1e-4)


def dual():
    """Single, then two carriageways 10 m apart, then single; the right one (south, going east) is a little longer."""
    return [
        [(0, 0), (100, 0)],
        [(100, 0), (120, -5), (280, -5), (300, 0)],
        [(300, 0), (280, 5), (120, 5), (100, 0)],
        [(300, 0), (400, 0)],
    ]


def test_carriageways_are_told_apart_by_the_direction_of_the_route():
    built = build(dual())
    side = dict(zip(built.segments.line.tolist(), built.segments.side.tolist()))
    assert side == {0: Side.SINGLE, 1: Side.RIGHT, 2: Side.LEFT, 3: Side.SINGLE}
    start = dict(zip(built.segments.line.tolist(), built.segments.start.tolist()))
    assert start[1] == start[2] == 100
    assert built.segments.branch.max() == 0
    back = dict(zip(built.segments.line.tolist(), built.segments.reversed.tolist()))
    assert back == {0: False, 1: False, 2: True, 3: False}
    assert len(built.anomalies.rows(RouteFault.PARALLEL)) == 1
    other = build(dual(), start=StartRule.POINTS, start_xy=np.array([[400.0, 0]]))
    side = dict(zip(other.segments.line.tolist(), other.segments.side.tolist()))
    assert side == {0: Side.SINGLE, 1: Side.LEFT, 2: Side.RIGHT, 3: Side.SINGLE}


def test_a_side_field_rules():
    built = build(dual(), side=[0, 1, 2, 0])
    assert [(r[0], r[1], r[5]) for r in rows(built)] == [
        (0, 0, 0),
        (3, 0, pytest.approx(301.231056)),
        (1, 1, 100),
        (2, 2, 100),
    ]
    assert len(built.anomalies) == 0


def test_two_carriageways_that_never_meet_share_one_numbering():
    built = build([[(0, -5), (500, -5)], [(490, 5), (20, 5)]], side=[1, 2])
    assert [(r[0], r[1], r[4], r[5], r[6]) for r in rows(built)] == [(0, 1, False, 0, 500), (1, 2, True, 20, 490)]
    unsided = build([[(0, -5), (500, -5)], [(490, 5), (20, 5)]])
    assert unsided.segments.side.tolist() == [1, 2]
    assert unsided.segments.start.tolist() == [0, 20]


@pytest.mark.parametrize("rule", list(StartRule))
@pytest.mark.parametrize("upwards", [True, False])
@pytest.mark.parametrize(("west", "east"), [(0, 0), (8, 0), (0, 8), (-8, 0), (0, -8)])
def test_the_right_carriageway_is_on_the_right_along_the_measures(rule, upwards, west, east):
    """Whichever ends of the two are nearer to each other, so whichever way the first chain ran."""
    roads = [[(0, -10), (1000, -10)], [(1000 + east, 10), (500, 10)], [(500, 10), (west, 10)]]
    xy = np.array([[x, y] for y in (-10.0, 10.0) for x in (100.0, 500.0, 900.0)])
    value = np.array([1.0, 2, 3, 1, 2, 3]) if upwards else np.array([3.0, 2, 1, 3, 2, 1])
    hints = MarkerHints(xy, np.zeros(6, dtype=np.int64), np.repeat([0, 1], 3), value)
    start = np.array([[0.0 if upwards else 1000.0, 0.0]])
    built = build(roads, start=rule, markers=hints, start_xy=start)
    assert set(built.segments.side.tolist()) == {Side.RIGHT, Side.LEFT}
    routes = built.routes
    for part in range(routes.count):
        first, last = routes.offsets[part], routes.offsets[part + 1] - 1
        to_the_east = routes.xy[last, 0] > routes.xy[first, 0]
        below = routes.xy[first, 1] < 0
        assert (to_the_east == below) == (routes.side[part] == Side.RIGHT)
        if rule in (StartRule.MARKERS, StartRule.POINTS):
            assert to_the_east == upwards


@pytest.mark.parametrize(("apart", "sides"), [(0.5, {0}), (1.5, {1, 2}), (39.5, {1, 2}), (40.5, {0})])
def test_carriageways_are_between_1_and_40_metres_apart(apart, sides):
    built = build([[(0, 0), (500, 0)], [(490, apart), (20, apart)]])
    assert set(built.segments.side.tolist()) == sides


def test_a_left_carriageway_alone_starts_where_its_route_does():
    built = build([[(0, 0), (10, 0)]], side=[2], start=StartRule.POINTS, start_xy=np.array([[11.0, 0.0]]))
    assert rows(built) == [(0, 2, 0, 1, True, 0, 10)]


def test_the_straightest_way_in_degrees_is_that_on_the_ground():
    """At 60° north a degree of longitude is half one of latitude: north-east on paper is nearly north."""
    unit = 1e-3
    heading, north, east = [(-1, -1), (0, 0)], [(0, 0), (0, 1)], [(0, 0), (1, 0.2)]
    lines = [unit * np.array(one, dtype=float) for one in (heading, north, east)]
    built = build(
        lines, distance=lambda a, b: np.hypot(*((b - a) * (55_800, 111_400)).T), scale=(55_800, 111_400), tolerance=1e-8
    )
    assert dict(zip(built.segments.line.tolist(), built.segments.branch.tolist())) == {0: 0, 1: 0, 2: 1}


def test_pieces_of_a_line_that_follow_one_another_are_one_segment():
    built = build([[(0, 0), (10, 0)], [(10, 0), (20, 0), (30, 0)], [(20, 0), (20, 5)]])
    assert sorted(built.segments.line.tolist()) == [0, 1, 2]


@pytest.mark.parametrize("turn", range(4))
def test_a_line_is_cut_where_another_ends_wherever_on_the_map_that_is(turn):
    def turned(x, y):
        for _ in range(turn):
            x, y = -y, x
        return x, y

    corner = [turned(0, 10), turned(10, 10), turned(10, 0)]
    built = build([corner, [turned(3, 3), turned(10, 10)]])
    assert set(built.segments.line.tolist()) == {0, 1}
    assert built.anomalies.fault.tolist() == [RouteFault.FORK]


def test_a_branch_goes_straight_on_too():
    main = [[(0, 0), (100, 0)], [(100, 0), (200, 0)], [(200, 0), (400, 0)]]
    built = build([*main, [(100, 0), (150, 50)], [(150, 50), (100, 100)], [(150, 50), (200, 100)]])
    branch = dict(zip(built.segments.line.tolist(), built.segments.branch.tolist()))
    assert branch == {0: 0, 1: 0, 2: 0, 3: 1, 5: 1, 4: 2}


def test_one_way_streets_are_no_carriageways():
    built = build([[(0, 0), (100, 0)], [(100, 0), (200, 0)]])
    assert built.segments.side.tolist() == [0, 0]


def test_duplicates_and_overlaps_are_left_out_and_told():
    built = build([[(0, 0), (10, 0), (20, 0)], [(20, 0), (10, 0), (0, 0)], [(20, 0), (30, 0)]])
    assert built.segments.line.tolist() == [0, 2]
    assert built.unplaced.tolist() == [1]
    row = built.anomalies.rows(RouteFault.DUPLICATE)
    assert (built.anomalies.feature[row], built.anomalies.other[row]) == (1, 0)
    twice = [[(0, 0), (10, 0)], [(10, 0), (20, 0)], [(20, 0), (30, 0)]]
    found = build([*twice, *reversed(twice)]).anomalies
    row = found.rows(RouteFault.DUPLICATE)
    assert dict(zip(found.feature[row].tolist(), found.other[row].tolist())) == {3: 2, 4: 1, 5: 0}
    overlap = build([[(0, 0), (10, 0), (20, 0)], [(10, 0), (20, 0), (30, 0)]])
    assert overlap.anomalies.fault.tolist() == [RouteFault.OVERLAP]
    assert overlap.routes.end_m().tolist() == [30]


def test_a_shared_stretch_counts_in_each_route():
    built = build(
        [[(0, 0), (10, 0)], [(10, 0), (20, 0)], [(20, 0), (30, 0)], [(10, 0), (10, 9)], [(20, 0), (20, 9)]],
        names=["D6", "D6/D12", "D6", "D12", "D12"],
    )
    by_route = {int(r): sorted(built.segments.line[built.segments.route == r].tolist()) for r in (0, 1)}
    assert by_route == {0: [1, 3, 4], 1: [0, 1, 2]}
    assert built.segments.shared[built.segments.line == 1].all()
    assert len(built.anomalies.rows(RouteFault.SHARED)) == 2


def test_bad_geometry_and_missing_names_are_told():
    built = build([[(0, 0), (0, 0)], [(0, 0), (1, 0)], [(1, 0), (2, 0)]], names=["A1", None, "A1"])
    assert built.anomalies.counts() == {"no-geometry": 1, "no-route": 1}
    assert built.unplaced.tolist() == [0, 1]


def test_nothing_to_build():
    built = build([[(0, 0), (1, 0)]], names=[None])
    assert built.segments.count == 0
    assert built.routes.count == 0
    empty = build_routes(from_sequences([]), read_routes([]))
    assert empty.segments.count == 0


def test_geographic_coordinates_are_measured_in_metres():
    lines = [
        np.array([[4.0, 45.0], [4.01, 45.0]]),
        np.array([[4.02, 45.0], [4.01, 45.0]]),
        np.array([[4.03, 45], [4.04, 45]]),
    ]
    built = build(
        lines,
        distance=lambda a, b: geodesic_lengths(*a.T, *b.T),
        scale=(78_847.0, 111_132.0),
        tolerance=1e-8,
    )
    assert built.routes.count == 2
    assert built.routes.end_m()[-1] == pytest.approx(4 * 788.468, abs=0.01)
    assert built.anomalies.value[built.anomalies.rows(RouteFault.GAP)] == pytest.approx([788.468], abs=0.01)


def test_a_vertex_that_does_not_advance_goes_and_the_end_stays():
    for line in (
        [(0, 0), (10, 0), (10 + 1e-10, 0)],
        [(0, 0), (1e-10, 0), (10, 0)],
        [(0, 0), (5, 0), (5 + 1e-10, 0), (10, 0)],
    ):
        routes = build([line]).routes
        assert (np.diff(routes.m) > 1e-9).all()
        assert routes.xy[[0, -1]].tolist() == [list(map(float, line[0])), list(map(float, line[-1]))]
        assert len(routes.m) == len(line) - 1


def test_heights_ride_along():
    lines = from_sequences([np.array([[0.0, 0, 5], [3, 0, 9]]), np.array([[6.0, 0, 9999], [3, 0, 9]])])
    step, _ = steps_3d(lines, planar_steps(lines))
    built = build_routes(lines, read_routes(["A1", "A1"]), step)
    assert built.routes.m.tolist() == [0, 5, 8]
    assert built.routes.z.tolist() == [5, 9, 9999]


def test_repeated_vertices_do_not_stop_the_measure():
    built = build([[(0, 0), (5, 0), (5, 0), (10, 0), (10, 0)], [(10, 0), (20, 0)]])
    assert built.routes.m.tolist() == [0, 5, 10, 20]


def test_a_hairpin_at_the_end_of_a_line_is_no_fork():
    built = build([[(0, 0), (100, 0)], [(100, 0), (0, 8)]])
    assert built.routes.count == 1
    assert len(built.anomalies) == 0


network = st.lists(
    st.tuples(st.integers(0, 4), st.integers(0, 4), st.integers(0, 3), st.sampled_from(["A1", "B2", None])),
    min_size=1,
    max_size=14,
    unique_by=lambda e: (e[0], e[1], e[2] % 2),
)


def street(edge):
    """A piece of a crooked grid, so that no two angles or lengths are the same by chance."""
    x, y, way, _ = edge
    bend = lambda i, j: (100 * i + 7 * j + 3 * i * j, 100 * j - 5 * i + 2 * i * i)  # noqa: E731
    end = (x + 1, y) if way % 2 else (x, y + 1)
    a, b = np.array(bend(x, y), float), np.array(bend(*end), float)
    return np.array([a, (a + b) / 2 + (way + 1, 2 - x), b])


@settings(max_examples=150, deadline=None)
@given(network, st.randoms(use_true_random=False))
def test_order_and_direction_of_the_input_change_nothing(edges, random):
    lines = [street(e) for e in edges]
    names = [e[3] for e in edges]
    reference = build(lines, names)
    order = list(range(len(lines)))
    random.shuffle(order)
    mixed = [lines[i][::-1] if random.random() < 0.5 else lines[i] for i in order]
    assert summary(build(mixed, [names[i] for i in order])) == summary(reference)


@settings(max_examples=100, deadline=None)
@given(network)
def test_the_measures_hold(edges):
    lines = [street(e) for e in edges]
    built = build(lines, [e[3] for e in edges], gap=GapRule.ZERO)
    check_invariants(built, from_sequences(lines))


@settings(max_examples=50, deadline=None)
@given(network)
def test_stretching_by_two_doubles_all_abscissas(edges):
    lines = [street(e) for e in edges]
    names = [e[3] for e in edges]
    once = build(lines, names, find_sides=False)
    twice = build([2 * line for line in lines], names, find_sides=False, island_distance=20_000.0)
    if once.segments.branch.max(initial=0) == 0:  # what is "equally straight" looks 10 m ahead, whatever the size
        np.testing.assert_allclose(twice.segments.end, 2 * once.segments.end, rtol=1e-12)
        np.testing.assert_array_equal(twice.segments.line, once.segments.line)


def check_invariants(built, lines):
    """Everything in one place, nothing lost, measures that grow."""
    routes, segments = built.routes, built.segments
    inner = routes.lines().piece_mask()[:-1]
    assert (np.diff(routes.m)[inner] > 0).all()
    follows = np.ones(max(routes.count - 1, 0), dtype=bool)
    for column in (routes.route, routes.side, routes.branch):
        follows &= column[1:] == column[:-1]
    assert (routes.start_m()[1:] - routes.end_m()[:-1])[follows].min(initial=0) >= 0
    length = built.position[lines.offsets[1:] - 1] - built.position[lines.offsets[:-1]]
    told = set(built.anomalies.feature.tolist())
    placed = np.bincount(
        segments.line[~segments.shared], weights=segments.lengths()[~segments.shared], minlength=lines.count
    )
    short = np.flatnonzero(np.abs(placed - length) > 1e-6)
    shared = set(segments.line[segments.shared].tolist())
    assert {int(f) for f in lines.feature[short]} <= told | {int(lines.feature[line]) for line in shared}
    assert segments.lengths().sum() == pytest.approx((routes.end_m() - routes.start_m()).sum(), rel=1e-9)


def read_network(path, field):
    pyogrio = pytest.importorskip("pyogrio")
    shapely = pytest.importorskip("shapely")
    _, _, geometry, (names,) = pyogrio.raw.read(path, columns=[field])
    parts, feature = shapely.get_parts(shapely.from_wkb(geometry), return_index=True)
    coordinates, owner = shapely.get_coordinates(parts, return_index=True)
    lines = from_sequences(np.split(coordinates, np.flatnonzero(np.diff(owner)) + 1), feature.astype(np.int64))
    return lines, names


@pytest.mark.parametrize(
    ("name", "field"),
    [("bdtopo_rodez", "numero"), ("ways_14k", "ref"), ("ways_14k", "name"), ("ways_51k", "name")],
)
def test_real_networks(shared_data, name, field):
    lines, values = read_network(shared_data / f"roads/{name}.gpkg", field)
    names = read_routes(values)
    built = build_routes(lines, names)
    check_invariants(built, lines)
    assert set(built.segments.route.tolist()) == set(range(len(names.keys)))
    every = set(lines.feature[built.segments.line].tolist()) | set(built.anomalies.feature.tolist())
    assert every >= set(range(len(values)))


def test_a_real_network_is_the_same_in_any_order(shared_data):
    lines, values = read_network(shared_data / "roads/bdtopo_rodez.gpkg", "numero")
    random = np.random.default_rng(7)
    order = random.permutation(lines.count)
    turned = []
    for line in order.tolist():
        run = lines.xy[lines.offsets[line] : lines.offsets[line + 1]]
        turned.append(run[::-1] if random.random() < 0.5 else run)
    again = build_routes(from_sequences(turned), read_routes([values[i] for i in lines.feature[order]]))
    assert summary(again) == summary(build_routes(lines, read_routes(values)))


def test_the_faults_of_a_linear_referencing_plugin_are_found(shared_data):
    lines, values = read_network(shared_data / "roads/lrs_blazek/errors/lines.shp", "route_s")
    built = build_routes(lines, read_routes(values), options=RouteOptions(tolerance=1.0))
    counts = built.anomalies.counts()
    assert counts["duplicate"] == 1
    assert counts["no-route"] == 1
    assert counts["fork"] >= 3
    assert counts["gap"] >= 5
    assert counts["parallel"] >= 2
    assert built.routes.names == list(itertools.islice("ABCDEFGHI", 9))
