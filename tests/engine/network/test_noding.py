"""Noding against invariants and against GEOS."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from networks import (
    LAMBERT_93,
    flipped,
    geometries,
    lines_of,
    networks,
    points_of,
    segment_set,
    shuffled,
)

from crige_ia_plugin.engine.anomalies import AnomalyCode
from crige_ia_plugin.engine.lines import Lines, from_sequences
from crige_ia_plugin.engine.monitor import Cancelled, Monitor
from crige_ia_plugin.engine.network.noding import numerical_epsilon, split_at_intersections

CLOSE = 1e-6


def with_length(lines: Lines) -> np.ndarray:
    return np.array([len(np.unique(p, axis=0)) > 1 for p in points_of(lines)])


# Against GEOS -----------------------------------------------------------------------------------------------------


def edges_of(geometry) -> np.ndarray:
    """Return the distinct pieces (n, 2, 2) of lines, each with its lower end first."""
    parts = shapely.get_parts(geometry)
    xy, line = shapely.get_coordinates(parts, return_index=True)
    inside = line[1:] == line[:-1]
    pieces = np.round(np.stack([xy[:-1], xy[1:]], axis=1)[inside], 7)
    swap = (pieces[:, 0, 0] > pieces[:, 1, 0]) | (
        (pieces[:, 0, 0] == pieces[:, 1, 0]) & (pieces[:, 0, 1] > pieces[:, 1, 1])
    )
    pieces[swap] = pieces[swap][:, ::-1]
    return np.unique(pieces.reshape(-1, 4), axis=0).reshape(-1, 2, 2)


@settings(max_examples=300)
@given(networks())
def test_linework_is_that_of_geos(lines):
    network = split_at_intersections(lines)
    theirs = shapely.unary_union(geometries(lines)[with_length(lines)])
    assume(network.segments.count)
    edges = edges_of(geometries(network.segments))
    # Every piece of ours lies on theirs, and together the distinct ones are as long: they are the same lines.
    samples = edges[:, :1] + (edges[:, 1:] - edges[:, :1]) * np.array([0.0, 0.37, 1.0])[None, :, None]
    assert (shapely.distance(shapely.points(samples.reshape(-1, 2)), theirs) < CLOSE).all()
    length = np.hypot(*(edges[:, 1] - edges[:, 0]).T)
    assert length.sum() == pytest.approx(theirs.length, abs=CLOSE * max(1, len(edges)))


@settings(max_examples=300)
@given(networks())
def test_every_junction_of_geos_is_a_node(lines):
    network = split_at_intersections(lines)
    assume(network.segments.count)
    noded = shapely.get_parts(shapely.unary_union(geometries(lines)[with_length(lines)]))
    ends = np.concatenate([shapely.get_coordinates(shapely.get_point(noded, i)) for i in (0, -1)])
    places, degree = np.unique(np.round(ends, 7), axis=0, return_counts=True)
    junctions = shapely.points(places[degree != 2])
    nodes = shapely.multipoints(shapely.points(network.nodes.xy))
    assert (shapely.distance(junctions, nodes) < CLOSE).all()


@settings(max_examples=300)
@given(networks())
def test_segments_meet_only_at_their_ends(lines):
    segments = geometries(split_at_intersections(lines).segments)
    ends = shapely.multipoints(np.stack([shapely.get_point(segments, 0), shapely.get_point(segments, -1)], axis=1))
    i, j = shapely.STRtree(segments).query(segments, predicate="intersects")
    i, j = i[i < j], j[i < j]
    meeting, pair = shapely.get_parts(shapely.intersection(segments[i], segments[j]), return_index=True)
    points = shapely.get_type_id(meeting) == 0
    meeting, pair = meeting[points], pair[points]
    assert (shapely.distance(meeting, ends[i[pair]]) < CLOSE).all()
    assert (shapely.distance(meeting, ends[j[pair]]) < CLOSE).all()


# Invariants -------------------------------------------------------------------------------------------------------


@settings(max_examples=200)
@given(networks())
def test_length_and_vertices_are_kept(lines):
    network = split_at_intersections(lines)
    before, after = shapely.length(geometries(lines)).sum(), shapely.length(geometries(network.segments)).sum()
    assert after == pytest.approx(before, abs=CLOSE)
    kept = {tuple(p) for p in network.segments.xy.tolist()}
    there = with_length(lines)
    missing = [p for p, t in zip(points_of(lines), there) if t and not {tuple(q) for q in p.tolist()} <= kept]
    assert not missing


@settings(max_examples=200)
@given(networks())
def test_splitting_again_changes_nothing(lines):
    once = split_at_intersections(lines)
    again = split_at_intersections(once.segments)
    assert again.segments.count == once.segments.count
    np.testing.assert_array_equal(again.segments.xy, once.segments.xy)
    np.testing.assert_array_equal(again.nodes.xy, once.nodes.xy)
    np.testing.assert_array_equal(again.nodes.degree, once.nodes.degree)


@settings(max_examples=200)
@given(networks(), st.integers(0, 2**32 - 1))
def test_splitting_again_changes_nothing_with_levels(lines, seed):
    level = np.random.default_rng(seed).integers(-1, 2, lines.count)
    once = split_at_intersections(lines, level)
    again = split_at_intersections(once.segments, level[once.line])
    assert again.segments.count == once.segments.count
    np.testing.assert_allclose(again.segments.xy, once.segments.xy, rtol=0, atol=1e-12)
    # Crossings of two levels at one place are two nodes that become one vertex.
    here, there = ({tuple(p) for p in np.round(n.nodes.xy, 9).tolist()} for n in (once, again))
    assert here == there


@settings(max_examples=200)
@given(networks(), st.integers(0, 2**32 - 1))
def test_order_of_features_does_not_matter(lines, seed):
    other, order = shuffled(lines, seed)
    a, b = split_at_intersections(lines), split_at_intersections(other)
    b.line[:] = order[b.line]
    assert segment_set(a, 15) == segment_set(b, 15)
    np.testing.assert_array_equal(a.nodes.xy, b.nodes.xy)
    np.testing.assert_array_equal(a.nodes.degree, b.nodes.degree)


@settings(max_examples=200)
@given(networks(), st.integers(0, 2**32 - 1))
def test_direction_of_lines_does_not_matter(lines, seed):
    a, b = split_at_intersections(lines), split_at_intersections(flipped(lines, seed))
    assert segment_set(a, 15) == segment_set(b, 15)
    np.testing.assert_array_equal(a.nodes.xy, b.nodes.xy)


@settings(max_examples=100)
@given(networks(lines=40), st.sampled_from([1, 2, 7, 50]))
def test_working_by_bands_changes_nothing(lines, band):
    whole, tiled = split_at_intersections(lines), split_at_intersections(lines, band=band)
    np.testing.assert_array_equal(whole.segments.xy, tiled.segments.xy)
    np.testing.assert_array_equal(whole.segments.offsets, tiled.segments.offsets)
    np.testing.assert_array_equal(whole.node_from, tiled.node_from)
    assert whole.anomalies.counts() == tiled.anomalies.counts()


@settings(max_examples=200)
@given(networks())
def test_moving_the_network_to_france_changes_nothing(lines):
    there = Lines(lines.xy + LAMBERT_93, lines.offsets, lines.feature, lines.part)
    a, b = split_at_intersections(lines), split_at_intersections(there)
    assert a.segments.count == b.segments.count
    np.testing.assert_allclose(b.segments.xy - LAMBERT_93, a.segments.xy, rtol=0, atol=CLOSE)
    # Numbers go by x, and rounding may swap two nodes of one x: they are compared as they lie.
    np.testing.assert_array_equal(b.nodes.degree[b.node_from], a.nodes.degree[a.node_from])
    np.testing.assert_array_equal(b.nodes.degree[b.node_to], a.nodes.degree[a.node_to])


@settings(max_examples=100)
@given(networks())
def test_abscissas_follow_the_source_line(lines):
    network = split_at_intersections(lines)
    lengths = shapely.length(geometries(network.segments))
    np.testing.assert_allclose(network.abs_to - network.abs_from, lengths, rtol=0, atol=1e-9)
    for line in np.unique(network.line):
        rows = np.flatnonzero(network.line == line)
        assert network.rank[rows].tolist() == list(range(1, len(rows) + 1))
        assert network.abs_from[rows[0]] == 0
        np.testing.assert_array_equal(network.abs_from[rows[1:]], network.abs_to[rows[:-1]])


# Shapes, by hand --------------------------------------------------------------------------------------------------

CROSS = lines_of([(0, 0), (2, 2)], [(0, 2), (2, 0)])


@pytest.mark.parametrize(
    ("lines", "segments", "degrees"),
    [
        pytest.param(CROSS, 4, [1, 1, 4, 1, 1], id="crossing"),
        pytest.param(lines_of([(0, 0), (2, 0)], [(1, 0), (1, 1)]), 3, [1, 3, 1, 1], id="tee on a piece"),
        pytest.param(lines_of([(0, 0), (1, 0), (2, 0)], [(1, 0), (1, 1)]), 3, [1, 3, 1, 1], id="tee on a vertex"),
        pytest.param(lines_of([(0, 0), (1, 0)], [(1, 0), (2, 0)]), 2, [1, 2, 1], id="end to end"),
        pytest.param(
            lines_of([(0, 0), (1, 1), (2, 0)], [(0, 2), (1, 1), (2, 2)]), 4, [1, 1, 4, 1, 1], id="shared inner vertex"
        ),
        pytest.param(lines_of([(0, 0), (3, 0)], [(1, 0), (2, 0)]), 4, [1, 3, 3, 1], id="collinear overlap"),
        pytest.param(lines_of([(0, 0), (1, 1), (2, 0)], [(0, 0), (1, 1), (2, 0)]), 2, [2, 2], id="duplicate"),
        pytest.param(lines_of([(0, 0), (1, 0), (1, 1), (0, 0)]), 1, [2], id="closed loop"),
        pytest.param(
            lines_of([(0, 0), (2, 0), (2, 2), (0, 2), (0, 0)], [(2, 1), (3, 1)]), 3, [2, 3, 1], id="roundabout, one arm"
        ),
        pytest.param(lines_of([(0, 0), (2, 2), (2, 0), (0, 2)]), 3, [1, 1, 4], id="line that crosses itself"),
        pytest.param(lines_of([(0, 0), (2, 0), (1, 0)]), 3, [1, 3, 2], id="line that turns back"),
        pytest.param(
            lines_of([(-1, -1), (1, 1)], [(-1, 1), (1, -1)], [(-1, 0), (1, 0)]),
            6,
            [1, 1, 1, 6, 1, 1, 1],
            id="three lines through one point",
        ),
        pytest.param(lines_of([(0, 0), (0, 0), (1, 0), (1, 0)]), 1, [1, 1], id="repeated vertices"),
        pytest.param(lines_of([(0, 0), (1, 0)], [(0, 1e-3), (1, 1e-3)]), 2, [1, 1, 1, 1], id="near parallels"),
    ],
)
def test_shapes(lines, segments, degrees):
    network = split_at_intersections(lines)
    assert network.segments.count == segments
    assert network.nodes.degree.tolist() == degrees


def test_ends_closer_than_the_epsilon_share_a_node():
    network = split_at_intersections(lines_of([(0, 0), (1, 0)], [(1 + 4e-8, 0), (2, 0)]))
    assert network.nodes.degree.tolist() == [1, 2, 1]


@pytest.mark.parametrize("first", [[(0, 0), (1, 0)], [(1, 0), (0, 0)]])
@pytest.mark.parametrize("second", [[(1 + 4e-8, 0), (2, 0)], [(2, 0), (1 + 4e-8, 0)]])
def test_ends_closer_than_the_epsilon_share_a_node_whichever_way_their_lines_were_drawn(first, second):
    network = split_at_intersections(lines_of(first, second))
    assert sorted(network.nodes.degree.tolist()) == [1, 1, 2]


def test_epsilon_follows_coordinates():
    assert numerical_epsilon(np.array([[1.0, 2.0]])) == 1e-7
    assert numerical_epsilon(np.array([[652_000.0, 6_862_000.0]])) == 1e-7
    assert numerical_epsilon(np.array([[1e12, 0.0]])) > 1e-3
    assert numerical_epsilon(np.array([[2.35, 48.85]]), geographic=True) == 1e-12


# Grade separation ---------------------------------------------------------------------------------------------------


def test_a_bridge_over_a_road_is_no_junction():
    network = split_at_intersections(CROSS, np.array([0, 1]))
    assert network.segments.count == 2
    assert network.anomalies.counts() == {}


def test_a_bridge_joins_the_road_where_it_starts():
    lines = lines_of([(0, 0), (4, 0)], [(4, 0), (6, 0)], [(6, 0), (9, 0)], [(5, -1), (5, 1)])
    network = split_at_intersections(lines, np.array([0, 1, 0, 0]))
    assert network.segments.count == 4
    assert network.nodes.degree.tolist() == [1, 2, 1, 1, 2, 1]
    assert network.nodes.level[network.nodes.level_node == 1].tolist() == [0, 1]


def test_an_end_under_a_bridge_cuts_it():
    lines = lines_of([(0, 0), (4, 0)], [(2, 0), (2, 3)])
    assert split_at_intersections(lines, np.array([1, 0])).segments.count == 3


@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize("road_first", [False, True])
def test_an_end_under_a_bridge_cuts_it_whatever_comes_first(turned, road_first):
    end, bridge = [(2, 0), (2, 3)], [(0, 0), (4, 0)]
    end = end[::-1] if turned else end
    lines = lines_of(end, bridge) if road_first else lines_of(bridge, end)
    assert split_at_intersections(lines, np.array([0, 1] if road_first else [1, 0])).segments.count == 3


def test_inner_vertices_shared_across_levels_are_told_not_cut():
    lines = lines_of([(0, 0), (1, 1), (2, 2)], [(0, 2), (1, 1), (2, 0)])
    network = split_at_intersections(lines, np.array([0, 1]))
    assert network.segments.count == 2
    assert network.anomalies.counts() == {AnomalyCode.SHARED_VERTEX_ACROSS_LEVELS: 1}


def test_an_end_among_its_own_under_a_bridge_leaves_it_whole():
    ground = [[(0, 0), (4, 0)], [(4, 0), (4, 3)]]
    assert split_at_intersections(lines_of(*ground, [(0, -4), (4, 0), (8, 4)]), np.array([0, 0, 1])).segments.count == 3
    assert split_at_intersections(lines_of(*ground, [(0, -4), (8, 4)]), np.array([0, 0, 1])).segments.count == 3


def test_crossings_of_two_levels_at_one_place_are_two_nodes():
    lines = lines_of([(-1, 0), (1, 0)], [(0, -1), (0, 1)], [(-1, -1), (1, 1)], [(-1, 1), (1, -1)])
    network = split_at_intersections(lines, np.array([0, 0, 1, 1]))
    assert network.nodes.degree[(network.nodes.xy == 0).all(axis=1)].tolist() == [4, 4]


def test_crossings_of_two_levels_at_one_vertex_are_one_node():
    star = [
        [(-1, 0), (0, 0), (1, 0)],
        [(0, -1), (0, 0), (0, 1)],
        [(-1, -1), (0, 0), (1, 1)],
        [(-1, 1), (0, 0), (1, -1)],
    ]
    network = split_at_intersections(lines_of(*star), np.array([0, 0, 1, 1]))
    middle = (network.nodes.xy == 0).all(axis=1)
    assert network.nodes.degree[middle].tolist() == [8]


@settings(max_examples=150)
@given(networks(), st.integers(0, 2**32 - 1))
def test_segments_of_two_levels_meet_at_vertices_of_the_input_only(lines, seed):
    level = np.random.default_rng(seed).integers(-1, 2, lines.count)
    network = split_at_intersections(lines, level)
    known = {tuple(p) for p in lines.xy.tolist()}
    levels = np.bincount(network.nodes.level_node, minlength=len(network.nodes.xy))
    assert {tuple(p) for p in network.nodes.xy[levels > 1].tolist()} <= known


@settings(max_examples=100)
@given(networks())
def test_one_level_is_no_level(lines):
    a, b = split_at_intersections(lines), split_at_intersections(lines, np.full(lines.count, 7))
    np.testing.assert_array_equal(a.segments.xy, b.segments.xy)


# Heights and measures ----------------------------------------------------------------------------------------------


def test_heights_and_measures_are_interpolated_on_each_line():
    lines = from_sequences(
        [np.array([[0, 0, 10, 0], [4, 0, 30, 4]], float), np.array([[1, -1, 50, 7], [1, 1, 60, 9]], float)]
    )
    segments = split_at_intersections(lines).segments
    assert segments.z.tolist() == [10, 15, 15, 30, 50, 55, 55, 60]
    assert segments.m.tolist() == [0, 1, 1, 4, 7, 8, 8, 9]


@pytest.mark.parametrize("unknown", [9999.0, -1000.0, float("nan")])
def test_an_unknown_height_is_carried_over_not_interpolated(unknown):
    lines = from_sequences([np.array([[0, 0, unknown], [4, 0, 30]]), np.array([[1, -1, 50], [1, 1, 60]])])
    segments = split_at_intersections(lines).segments
    np.testing.assert_array_equal(segments.z, [unknown, unknown, unknown, 30, 50, 55, 55, 60])


# Anomalies ----------------------------------------------------------------------------------------------------------


def codes(network) -> dict[str, int]:
    return {code.value: n for code, n in network.anomalies.counts().items()}


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param(CROSS, {"crossing_without_vertex": 1}, id="crossing"),
        pytest.param(lines_of([(0, 0), (1, 0)], [(5, 5), (5, 5)]), {"zero_length": 1}, id="no length"),
        pytest.param(lines_of([(0, 0), (3, 0)], [(1, 0), (2, 0)]), {"overlap": 1}, id="overlap"),
        pytest.param(lines_of([(0, 0), (1, 1)], [(1, 1), (0, 0)]), {"duplicate": 1}, id="duplicate, reversed"),
        pytest.param(lines_of([(0, 0), (2, 2), (2, 0), (0, 2)]), {"self_intersection": 1}, id="crosses itself"),
        pytest.param(lines_of([(0, 0), (1, 0), (1, 1), (0, 0)]), {}, id="a ring is sound"),
        pytest.param(
            lines_of([(0, 0), (1, 0), (2, 1), (1, 2), (1, 0), (1, -1)]),
            {"self_intersection": 1},
            id="passes itself again",
        ),
    ],
)
def test_anomalies(lines, expected):
    assert codes(split_at_intersections(lines)) == expected


def test_an_anomaly_names_its_features_in_order():
    lines = Lines(CROSS.xy, CROSS.offsets, np.array([8, 3]), CROSS.part)
    anomalies = split_at_intersections(lines).anomalies
    assert (anomalies.feature, anomalies.other, anomalies.xy) == ([3], [8], [(1.0, 1.0)])


# Odd input, cancelling ------------------------------------------------------------------------------------------------


def test_nothing_gives_nothing():
    network = split_at_intersections(from_sequences([]))
    assert network.segments.count == 0
    assert len(network.nodes.xy) == 0


def test_only_lines_without_length_give_nothing():
    network = split_at_intersections(lines_of([(1, 1), (1, 1)]))
    assert network.segments.count == 0
    assert codes(network) == {"zero_length": 1}


def test_source_rows_skip_what_was_left_out():
    network = split_at_intersections(lines_of([(5, 5), (5, 5)], [(0, 0), (1, 0)]))
    assert network.line.tolist() == [1]
    assert network.segments.feature.tolist() == [1]


class StopAt(Monitor):
    def __init__(self, fraction: float) -> None:
        self.fraction, self.told = fraction, 0.0

    def progress(self, fraction: float) -> None:
        assert fraction >= self.told
        self.told = fraction

    def cancelled(self) -> bool:
        return self.told >= self.fraction


@pytest.mark.parametrize("fraction", [0.0, 0.3, 0.7, 0.8])
@pytest.mark.parametrize("tolerance", [0.0, 0.01])
def test_cancels_at_every_stage(fraction, tolerance):
    steps = np.arange(30.0)
    grid = [[(0, i), (29, i)] for i in steps] + [[(i, 0), (i, 29)] for i in steps]
    with pytest.raises(Cancelled):
        split_at_intersections(lines_of(*grid), tolerance=tolerance, monitor=StopAt(fraction), band=10)


def test_a_million_vertices_in_one_line():
    n = 1_000_000
    angle = np.linspace(0, 40 * np.pi, n)
    spiral = np.column_stack([np.cos(angle), np.sin(angle)]) * (1000 + 10 * angle)[:, None]
    network = split_at_intersections(from_sequences([spiral, np.array([[0.0, 0.5], [3000.0, 0.5]])]))
    assert network.segments.count == 21 + 21
    assert codes(network) == {"crossing_without_vertex": 20}
