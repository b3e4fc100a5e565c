"""What the tolerance repairs, how far it may go, and what it must never do."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from networks import GRID, geometries, lines_of, networks, points_of, segment_set, shuffled

from crige_ia_plugin.engine.anomalies import AnomalyCode
from crige_ia_plugin.engine.lines import Lines, from_sequences
from crige_ia_plugin.engine.network.noding import Network, split_at_intersections
from crige_ia_plugin.engine.problems import Problem, ProblemCode

ROAD = [(-50, 0), (50, 0)]


def codes(network: Network) -> dict[str, int]:
    return {code.value: n for code, n in network.anomalies.counts().items()}


def values(network: Network, code: AnomalyCode) -> list[float]:
    return [v for c, v in zip(network.anomalies.code, network.anomalies.value) if c is code]


def degrees_at(network: Network, x: float, y: float) -> list[int]:
    near = np.hypot(*(network.nodes.xy - (x, y)).T) < 1e-6
    return network.nodes.degree[near].tolist()


# Faults, by hand ------------------------------------------------------------------------------------------------------


def test_an_undershoot_reaches_the_line():
    network = split_at_intersections(lines_of(ROAD, [(0, 0.4), (0, 30)]), tolerance=0.5)
    assert codes(network) == {"undershoot": 1}
    assert values(network, AnomalyCode.UNDERSHOOT) == pytest.approx([0.4])
    assert degrees_at(network, 0, 0) == [3]
    assert network.segments.count == 3


def test_an_undershoot_beyond_the_tolerance_stays():
    network = split_at_intersections(lines_of(ROAD, [(0, 0.6), (0, 30)]), tolerance=0.5)
    assert codes(network) == {}
    assert network.segments.count == 2


def test_an_undershoot_names_both_lines_and_the_place_where_it_stopped():
    anomalies = split_at_intersections(lines_of([(0, 0.4), (0, 30)], ROAD), tolerance=0.5).anomalies
    assert (anomalies.feature, anomalies.other, anomalies.xy) == ([0], [1], [(0.0, 0.4)])


def test_an_overshoot_goes():
    network = split_at_intersections(lines_of(ROAD, [(0, -0.4), (0, 30)]), tolerance=0.5)
    assert codes(network)["overshoot"] == 1
    assert values(network, AnomalyCode.OVERSHOOT) == pytest.approx([0.4])
    assert degrees_at(network, 0, 0) == [3]
    assert network.segments.xy[:, 1].min() == 0


def test_an_overshoot_with_vertices_in_its_tail_goes_whole():
    tail = [(0, 30), (0, 0.2), (0, -0.1), (0.1, -0.2), (0.1, -0.3)]
    network = split_at_intersections(lines_of(ROAD, tail), tolerance=0.5)
    assert degrees_at(network, 0, 0) == [3]
    assert network.segments.xy[:, 1].min() == 0


def test_a_tail_longer_than_the_tolerance_stays():
    network = split_at_intersections(lines_of(ROAD, [(0, -0.6), (0, 30)]), tolerance=0.5)
    assert degrees_at(network, 0, 0) == [4]
    assert codes(network) == {"crossing_without_vertex": 1}


def test_dangles_of_both_ends_go():
    network = split_at_intersections(lines_of(ROAD, [(-50, 20), (50, 20)], [(0, -0.4), (0, 20.3)]), tolerance=0.5)
    assert codes(network)["overshoot"] == 2
    assert degrees_at(network, 0, 0) == [3]
    assert degrees_at(network, 0, 20) == [3]


def test_both_ends_reach():
    network = split_at_intersections(lines_of(ROAD, [(-50, 20), (50, 20)], [(0, 0.4), (0, 19.7)]), tolerance=0.5)
    assert codes(network) == {"undershoot": 2}
    assert network.segments.count == 5


def test_close_ends_join():
    network = split_at_intersections(
        lines_of([(0, 0), (10, 0)], [(10.2, 0.1), (20, 0)], [(9.9, 0.2), (10, 9)]), tolerance=0.5
    )
    assert codes(network) == {"displaced": 2}
    assert sorted(network.nodes.degree.tolist()) == [1, 1, 1, 3]


@pytest.mark.parametrize("turn", range(8))
def test_close_bends_join_in_whatever_direction_they_face_each_other(turn):
    angle = turn * np.pi / 4 + np.radians([-30, 0, 30])
    left, ahead, right = np.column_stack([np.cos(angle), np.sin(angle)])
    random = np.random.default_rng(turn)
    bends = []
    for column in range(6):
        for row in range(6):
            bend = np.array([100.0 * column, 100.0 * row]) + random.uniform(0, 1, 2)
            bends += [[bend - 20 * left, bend, bend - 20 * right]]
            bend = bend + 0.9 * ahead
            bends += [[bend + 20 * left, bend, bend + 20 * right]]
    network = split_at_intersections(lines_of(*bends), tolerance=1.0)
    assert sorted(network.nodes.degree.tolist()) == [1] * 144 + [4] * 36


def test_the_busiest_vertex_stays():
    lines = lines_of([(0, 0), (10, 0)], [(10, 0), (20, 5)], [(10, 0), (20, -5)], [(10.3, 0), (10, 30)])
    network = split_at_intersections(lines, tolerance=0.5)
    assert degrees_at(network, 10, 0) == [4]


@pytest.mark.parametrize(("y", "code"), [(0.4, "undershoot"), (-0.4, "overshoot")])
def test_an_end_that_misses_a_junction_is_told_as_what_it_is(y, code):
    lines = lines_of([(-50, 0), (0, 0)], [(0, 0), (50, 0)], [(0.1, 30), (0.1, y)])
    for given_ in (lines, lines_of([(-50, 0), (0, 0)], [(0, 0), (50, 0)], [(0.1, y), (0.1, 30)])):
        network = split_at_intersections(given_, tolerance=0.5)
        assert codes(network)[code] == 1
        assert "displaced" not in codes(network)
        assert values(network, AnomalyCode(code)) == pytest.approx([np.hypot(0.1, 0.4)])
        assert degrees_at(network, 0, 0) == [3]


def test_an_end_near_an_inner_vertex_joins_it():
    network = split_at_intersections(lines_of([(0, 0), (10, 0), (20, 0)], [(10.2, 0.2), (10, 30)]), tolerance=0.5)
    assert degrees_at(network, 10, 0) == [3] or degrees_at(network, 10.2, 0.2) == [3]
    assert codes(network) == {"displaced": 1}


def test_a_ring_closes():
    network = split_at_intersections(lines_of([(0, 0), (10, 0), (10, 10), (0, 10), (0, 0.3)]), tolerance=0.5)
    assert network.nodes.degree.tolist() == [2]
    assert network.nodes.loop.tolist() == [True]


def test_detail_of_one_line_is_kept():
    line = [(0, 0), (10, 0), (10.1, 0.1), (10.2, 0), (10.3, 0.1), (20, 0)]
    network = split_at_intersections(lines_of(line), tolerance=0.5)
    assert network.segments.xy.tolist() == [list(map(float, p)) for p in line]
    assert codes(network) == {}


@pytest.mark.parametrize(
    "short",
    [
        pytest.param([(0, 0.1), (0.2, 0.3)], id="beside the road"),
        pytest.param([(0, 0.1), (0, 0.4)], id="upright beside the road: both ends have one foot"),
        pytest.param([(0, -0.2), (0, 0.2)], id="across the road"),
        pytest.param([(50, 0.1), (50.2, 0.1)], id="around the road's end"),
        pytest.param([(49.9, 0), (50.1, 0)], id="over the road's end"),
        pytest.param([(0, 0), (0, 0.3)], id="on the road"),
        pytest.param([(0, 0.1), (0.1, 0.2), (0, 0.3)], id="three vertices"),
        pytest.param([(0, 10), (0.1, 10)], id="alone"),
        pytest.param([(0, 0.1), (0.1, 0.1), (0.1, 0.2), (0, 0.2), (0, 0.1)], id="ring"),
    ],
)
def test_a_short_line_is_never_lost(short):
    network = split_at_intersections(lines_of(ROAD, short), tolerance=0.5)
    assert set(network.line.tolist()) == {0, 1}
    assert (shapely.length(geometries(network.segments)) > 0).all()


def test_a_junction_that_is_sound_is_left_alone():
    """The end lies on the road, where the road has no vertex, and another road passes within the tolerance."""
    lines = lines_of(ROAD, [(0, 0), (0, -30)], [(-50, 20), (-10, 0.4), (10, 0.4), (50, 20)])
    network = split_at_intersections(lines, tolerance=0.5)
    assert degrees_at(network, 0, 0) == [3]
    assert codes(network) == {}


def test_a_junction_follows_the_line_that_moves():
    """A road ends on another, which has no vertex there; the other's end is moved: the junction must hold."""
    lines = lines_of([(0, 0), (10, 0)], [(5, 0), (5, 30)], [(10, 0.4), (20, 0.4)], [(10, 0.4), (20, 5)])
    network = split_at_intersections(lines, tolerance=0.5)
    assert sorted(network.nodes.degree.tolist()) == [1, 1, 1, 1, 3, 3]


def test_an_end_reaches_a_line_whose_own_end_moves():
    lines = lines_of([(-50, 10), (50, 10)], [(0, 0), (0, 9.6)], [(0.4, 9), (30, 9)])
    network = split_at_intersections(lines, tolerance=0.5)
    assert sorted(network.nodes.degree.tolist()) == [1, 1, 1, 1, 3, 3]
    assert codes(network) == {"undershoot": 2}


def test_ends_that_face_each_other_across_a_gap_join():
    lines = lines_of([(0, 0), (10, 0)], [(10.4, 0), (20, 0)])
    network = split_at_intersections(lines, tolerance=0.5)
    assert sorted(network.nodes.degree.tolist()) == [1, 1, 2]


def test_three_roads_that_nearly_meet_have_one_junction():
    angles = np.radians([90, 210, 330])
    arms = [[(0.15 * np.cos(a), 0.15 * np.sin(a)), (30 * np.cos(a), 30 * np.sin(a))] for a in angles]
    network = split_at_intersections(lines_of(*arms), tolerance=0.5)
    assert sorted(network.nodes.degree.tolist()) == [1, 1, 1, 3]


# Levels ---------------------------------------------------------------------------------------------------------------


def test_an_end_does_not_reach_another_level():
    network = split_at_intersections(lines_of(ROAD, [(0, 0.4), (0, 30)]), np.array([0, 1]), tolerance=0.5)
    assert codes(network) == {}
    assert network.segments.count == 2


def test_inner_vertices_of_two_levels_do_not_join():
    lines = lines_of([(-9, 0), (0, 0), (9, 0)], [(0.2, -9), (0.2, 0.2), (0.2, 9)])
    network = split_at_intersections(lines, np.array([0, 1]), tolerance=0.5)
    np.testing.assert_array_equal(network.segments.xy, lines.xy)


def test_a_bridge_whose_end_missed_its_road_joins_it():
    lines = lines_of([(0, 0), (4, 0)], [(4.2, 0), (8, 0)], [(8, 0), (12, 0)])
    network = split_at_intersections(lines, np.array([0, 1, 0]), tolerance=0.5)
    assert sorted(network.nodes.degree.tolist()) == [1, 1, 2, 2]


def test_an_overshoot_over_another_level_stays():
    network = split_at_intersections(lines_of(ROAD, [(0, -0.4), (0, 30)]), np.array([0, 1]), tolerance=0.5)
    assert network.segments.count == 2
    assert codes(network) == {}


# Degrees --------------------------------------------------------------------------------------------------------------

#: At 60° of latitude a degree of longitude is half as long as one of latitude.
NORTH = 60.0


@pytest.mark.parametrize(("gap", "joins"), [(0.9, True), (1.9, True), (2.1, False)])
def test_in_degrees_a_gap_to_the_east_counts_for_less(gap, joins):
    unit = 1e-5
    lines = lines_of([(0, NORTH - 1), (0, NORTH + 1)], [(gap * unit, NORTH), (1, NORTH)])
    network = split_at_intersections(lines, tolerance=unit, geographic=True)
    assert (AnomalyCode.UNDERSHOOT in network.anomalies.counts()) == joins


@pytest.mark.parametrize(("gap", "joins"), [(0.9, True), (1.1, False)])
def test_in_degrees_a_gap_to_the_north_counts_in_full(gap, joins):
    unit = 1e-5
    lines = lines_of([(-1, NORTH), (1, NORTH)], [(0, NORTH + gap * unit), (0, NORTH + 1)])
    network = split_at_intersections(lines, tolerance=unit, geographic=True)
    assert (AnomalyCode.UNDERSHOOT in network.anomalies.counts()) == joins


# What rides along -----------------------------------------------------------------------------------------------------


def test_heights_and_measures_ride_along():
    lines = from_sequences(
        [
            np.array([[-50, 0, 10, 0], [50, 0, 20, 100]], float),
            np.array([[0, -0.4, 5, 0], [0, 30, 35, 30.4]], float),
            np.array([[20, 0.3, 7, 1], [20, 30, 9, 2]], float),
        ]
    )
    segments = split_at_intersections(lines, tolerance=0.5).segments
    there = {(x, y): (z, m) for (x, y), z, m in zip(segments.xy.tolist(), segments.z.tolist(), segments.m.tolist())}
    assert there[(0.0, 30.0)] == (35, 30.4)
    assert there[(-50.0, 0.0)] == (10, 0)
    end = segments.xy[:, 0] == 20
    assert 7.0 in segments.z[end].tolist()


def test_source_rows_and_parts_survive():
    lines = Lines(*vars(lines_of(ROAD, [(0, -0.4), (0, 30)], [(9, 0.4), (9, 9)])).values())
    lines = Lines(lines.xy, lines.offsets, np.array([7, 7, 3]), np.array([0, 1, 0]))
    network = split_at_intersections(lines, tolerance=0.5)
    named = set(zip(network.line.tolist(), network.segments.feature.tolist(), network.segments.part.tolist()))
    assert named == {(0, 7, 0), (1, 7, 1), (2, 3, 0)}


# Refusals -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("tolerance", [-1.0, -1e-9, float("nan")])
def test_a_tolerance_is_a_number_from_0(tolerance):
    with pytest.raises(Problem) as caught:
        split_at_intersections(lines_of(ROAD), tolerance=tolerance)
    assert caught.value.code is ProblemCode.NEGATIVE_TOLERANCE


@pytest.mark.parametrize("tolerance", [26.0, 10_000.0, float("inf")])
def test_a_tolerance_over_a_quarter_of_the_network_is_refused(tolerance):
    with pytest.raises(Problem) as caught:
        split_at_intersections(lines_of(ROAD, [(0, 1), (0, 30)]), tolerance=tolerance)
    assert caught.value.code is ProblemCode.TOLERANCE_TOO_LARGE
    assert caught.value.parameters == {"tolerance": tolerance, "extent": 100.0}


def test_a_tolerance_that_swallows_a_dense_network_is_refused():
    steps = np.arange(60.0)
    grid = [[(0, i), (59, i)] for i in steps] + [[(i, j), (i, j + 1)] for i in steps for j in steps[:-1]]
    with pytest.raises(Problem) as caught:
        split_at_intersections(lines_of(*grid), tolerance=12.0)
    assert caught.value.code is ProblemCode.TOLERANCE_CROWDED
    assert caught.value.parameters == {"tolerance": 12.0}


def test_a_tolerance_below_the_numerical_epsilon_changes_nothing():
    lines = lines_of(ROAD, [(0, 0.4), (0, 30)])
    np.testing.assert_array_equal(split_at_intersections(lines, tolerance=1e-6).segments.xy, lines.xy)


# Whatever the network -------------------------------------------------------------------------------------------------


@st.composite
def shaken(draw):
    """Draw a network whose vertices each missed their place by less than the tolerance, and that tolerance."""
    lines = draw(networks(lines=8))
    extent = GRID * np.ptp(lines.xy, axis=0).max()
    assume(extent > 0)
    tolerance = min(draw(st.sampled_from([0.25, 4.0, 32.0])), extent / 8)
    noise = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    xy = GRID * lines.xy + noise.uniform(-0.5, 0.5, lines.xy.shape) * tolerance
    return Lines(xy, lines.offsets, lines.feature, lines.part), tolerance


def repaired(case, level=None) -> Network | None:
    """Split with the tolerance; None where it is too large for the network."""
    lines, tolerance = case
    try:
        return split_at_intersections(lines, level, tolerance=tolerance)
    except Problem:
        return None


def removed_tails(network: Network) -> list[tuple[tuple[float, float], float]]:
    rows = zip(network.anomalies.code, network.anomalies.xy, network.anomalies.value)
    return [(xy, value) for code, xy, value in rows if code is AnomalyCode.OVERSHOOT]


@settings(max_examples=250)
@given(shaken())
def test_nothing_moves_farther_than_the_tolerance(case):
    network = repaired(case)
    if network is None:
        return
    lines, tolerance = case
    before = geometries(lines)
    after = geometries(network.segments)
    for line in np.unique(network.line):
        ours = shapely.union_all(after[network.line == line])
        output = shapely.points(shapely.get_coordinates(ours))
        assert (shapely.distance(output, before[line]) <= tolerance).all()
        # What is missing is a tail that was removed: it was no longer than the tolerance, and lay that near.
        missing = shapely.distance(shapely.points(points_of(lines)[line]), ours) > tolerance
        ends = [shapely.Point(xy).buffer(2 * value + tolerance) for xy, value in removed_tails(network)]
        for point in points_of(lines)[line][missing]:
            assert shapely.union_all(ends).covers(shapely.Point(point))


@settings(max_examples=250)
@given(shaken())
def test_no_line_is_lost(case):
    network = repaired(case)
    if network is None:
        return
    lines, _ = case
    there = np.array([len(np.unique(p, axis=0)) > 1 for p in points_of(lines)])
    assert set(network.line.tolist()) == set(np.flatnonzero(there).tolist())
    assert (shapely.length(geometries(network.segments)) > 0).all()


@settings(max_examples=250)
@given(shaken())
def test_every_displacement_is_reported(case):
    """Vertices of the input that are none of the output, and not told, moved by the numerical epsilon at most."""
    network = repaired(case)
    if network is None:
        return
    lines, tolerance = case
    out = shapely.multipoints(network.segments.xy)
    moved = lines.xy[shapely.distance(shapely.points(lines.xy), out) > 0.02 * tolerance]
    told = {AnomalyCode.DISPLACED, AnomalyCode.OVERSHOOT, AnomalyCode.UNDERSHOOT}
    places = [xy for code, xy in zip(network.anomalies.code, network.anomalies.xy) if code in told]
    reach = [v for c, v in zip(network.anomalies.code, network.anomalies.value) if c is AnomalyCode.OVERSHOOT]
    for point in moved:
        away = np.hypot(*(np.array(places) - point).T) if places else np.array([np.inf])
        # Inner vertices of a tail are told by its end.
        assert away.min() <= 0.02 * tolerance + max(reach, default=0.0)
    figures = [v for c, v in zip(network.anomalies.code, network.anomalies.value) if c in told]
    assert all(0 < v <= tolerance for v in figures)


RETRACED = lines_of(
    [
        (0.028940738700608204, 0.018556573908822982),
        (0.0048858947974821376, -0.1234026146242116),
        (0.01257309814369828, 0.11708460807844881),
        (-0.02548507589966234, -0.12104064894901995),
        (-0.06406189680140445, 2.1116125741340692),
        (3.0990028271652044, -0.0065532783008957485),
    ],
    [
        (-0.09571076263614684, 1.8947019304139936),
        (3.1206968845635323, -0.10888601324384559),
        (-0.0026291874550322947, 1.9772516837709602),
    ],
    [(0.06627579579038309, -0.10687138685365136), (0.9996201172492585, 1.0906490573698706)],
)
"""An end reaches a line that goes back over itself, and over another."""


@settings(max_examples=250)
@given(shaken(), st.integers(0, 2**32 - 1))
@example((RETRACED, 0.25), 8)
def test_order_of_features_does_not_matter(case, seed):
    lines, tolerance = case
    other, order = shuffled(lines, seed)
    a, b = repaired(case), repaired((other, tolerance))
    assert (a is None) == (b is None)
    if a is None:
        return
    b.line[:] = order[b.line]
    assert segment_set(a, 15) == segment_set(b, 15)
    np.testing.assert_array_equal(a.nodes.xy, b.nodes.xy)
    assert a.anomalies.counts() == b.anomalies.counts()


@settings(max_examples=250)
@given(shaken())
def test_the_result_is_split(case):
    """Splitting it again without tolerance changes nothing, whatever the levels were."""
    once = repaired(case)
    if once is None:
        return
    again = split_at_intersections(once.segments)
    assert again.segments.count == once.segments.count
    np.testing.assert_array_equal(again.segments.xy, once.segments.xy)
    np.testing.assert_array_equal(again.nodes.xy, once.nodes.xy)


@settings(max_examples=50)
@given(shaken())
def test_twice_is_the_same(case):
    a, b = repaired(case), repaired(case)
    if a is not None:
        np.testing.assert_array_equal(a.segments.xy, b.segments.xy)
        assert repr(a.anomalies) == repr(b.anomalies)


@settings(max_examples=150)
@given(shaken(), st.integers(0, 2**32 - 1))
def test_levels_lose_nothing_either(case, seed):
    level = np.random.default_rng(seed).integers(-1, 2, case[0].count)
    network = repaired(case, level)
    if network is None:
        return
    there = np.array([len(np.unique(p, axis=0)) > 1 for p in points_of(case[0])])
    assert set(network.line.tolist()) == set(np.flatnonzero(there).tolist())
    before = shapely.union_all(geometries(case[0]))
    assert (shapely.distance(shapely.points(network.segments.xy), before) <= case[1]).all()


def test_a_grid_that_was_shaken_is_a_grid_again():
    """A town of 20 × 20 streets, each drawn crossing by crossing, every vertex off by up to 0.2: its graph is found."""
    random = np.random.default_rng(5)
    at = np.arange(20.0) * 50
    streets = [np.column_stack([at, np.full(20, y)]) for y in at] + [np.column_stack([np.full(20, x), at]) for x in at]
    lines = from_sequences([s + random.uniform(-0.2, 0.2, s.shape) for s in streets])
    network = split_at_intersections(lines, tolerance=0.6)
    assert network.segments.count == 2 * 20 * 19
    assert sorted(network.nodes.degree.tolist()) == [2] * 4 + [3] * 4 * 18 + [4] * 18 * 18
