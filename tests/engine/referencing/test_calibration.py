"""Fitting routes to their markers."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crige_ia_plugin.engine.lines import from_sequences
from crige_ia_plugin.engine.measures import Side
from crige_ia_plugin.engine.referencing.calibration import Extrapolation, calibrate, clip_unmeasured
from crige_ia_plugin.engine.referencing.marker_places import longest_growing
from crige_ia_plugin.engine.referencing.markers import comparable_text, read_markers, series_of
from crige_ia_plugin.engine.routes.anomalies import RouteFault
from crige_ia_plugin.engine.routes.build import build_routes
from crige_ia_plugin.engine.routes.names import read_routes
from crige_ia_plugin.engine.routes.options import GapRule, MarkerHints, RouteOptions, StartRule
from crige_ia_plugin.engine.routes.segments import segment_parts


def routes_of(coordinates, names=None, **options):
    lines = from_sequences([np.asarray(c, dtype=float) for c in coordinates])
    return build_routes(lines, read_routes(names or ["A1"] * len(coordinates)), options=RouteOptions(**options))


def markers_of(rows, names, **columns):
    """Rows of (x, y, route, pr)."""
    xy = np.array([r[:2] for r in rows], dtype=float).reshape(-1, 2)
    return read_markers(xy, [r[2] for r in rows], [r[3] for r in rows], names, **columns)[0]


def test_measures_go_through_the_official_cumul_and_are_linear_between():
    built = routes_of([[(0, 0), (1000, 0), (2000, 0), (3000, 0)]])
    markers = markers_of([(500, 3, "A1", 1), (1500, 3, "A1", 2), (2500, -3, "A1", 3)], ["A1"], cumul=[0, 990, 2010])
    done = calibrate(built.routes, markers)
    assert done.routes.xy[:, 0].tolist() == [0, 500, 1000, 1500, 2000, 2500, 3000]
    assert done.routes.m.tolist() == [-500, 0, 495, 990, 1500, 2010, 2510]
    assert done.markers.m.tolist() == [0, 990, 2010]
    assert done.markers.ground.tolist() == [500, 1500, 2500]
    assert done.markers.distance.tolist() == [3, 3, 3]
    assert done.residuals.difference.tolist() == [-10, 20]
    assert len(done.anomalies) == 0


def test_markers_without_cumul_leave_ground_metres():
    built = routes_of([[(0, 0), (1000, 0), (2000, 0)]])
    done = calibrate(built.routes, markers_of([(500, 3, "A1", 1), (1500, 3, "A1", 2)], ["A1"]))
    assert done.routes.m.tolist() == done.routes.xy[:, 0].tolist() == [0, 500, 1000, 1500, 2000]
    assert np.isnan(done.residuals.official).all()


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(0, 2000), min_size=1, max_size=8, unique=True))
def test_markers_at_their_true_abscissa_change_nothing(at):
    built = routes_of([[(0, 0), (700, 0), (700, 500), (1500, 500)]])
    on = np.array(
        [np.interp(a, [0, 700, 1200, 2000], axis) for a in at for axis in ([0, 700, 700, 1500], [0, 0, 500, 500])]
    )
    rows = [(x, y, "A1", 0) for x, y in on.reshape(-1, 2)]
    order = np.argsort(np.argsort(at))
    rows = [(r[0], r[1], "A1", int(k)) for r, k in zip(rows, order)]
    done = calibrate(built.routes, markers_of(rows, ["A1"], cumul=[float(a) for a in at]))
    distance = np.concatenate([[0], np.cumsum(np.hypot(*np.diff(done.routes.xy, axis=0).T))])
    np.testing.assert_allclose(done.routes.m, distance, atol=1e-6)
    assert done.markers.used.all()


@pytest.mark.parametrize("policy", [Extrapolation.NULL, Extrapolation.CLIP])
def test_beyond_the_markers(policy):
    built = routes_of([[(0, 0), (1000, 0)], [(1000, 0), (1000, 600)]])
    markers = markers_of([(200, 0, "A1", 1), (700, 0, "A1", 2)], ["A1"], cumul=[0, 500])
    done = calibrate(built.routes, markers, extrapolation=policy)
    assert done.routes.count == 3
    assert np.isnan(done.routes.start_m()).tolist() == [True, False, True]
    assert (done.routes.start_m()[1], done.routes.end_m()[1]) == (0, 500)
    kept = clip_unmeasured(done.routes)
    assert kept.count == 1
    assert kept.xy == pytest.approx(np.array([[200, 0], [700, 0]]))
    lines = from_sequences([np.array([[0.0, 0], [1000, 0]]), np.array([[1000.0, 0], [1000, 600]])])
    own = done.apply(segment_parts(lines, built.segments, built.position, ["A1"]))
    np.testing.assert_array_equal(own.m, [np.nan, 0, 500, np.nan, np.nan, np.nan])
    assert own.offsets.tolist() == [0, 4, 6]


def test_every_fault_of_a_marker_is_told():
    built = routes_of([[(0, 0), (5000, 0)]])
    rows = [
        (100, 0, "A1", 1),
        (1100, 0, "A1", 2),
        (2100, 0, "A1", 9),  # decreasing afterwards
        (3100, 0, "A1", 3),
        (4100, 0, "A1", 4),
        (4101, 5, "A1", 4),  # same key, farther off
        (4100, 0.001, "A1", 5),  # same place
        (0, 0, "A1", 6),
        (np.nan, 0, "A1", 7),
        (1000, 900, "A1", 8),
        (1000, 0, "B2", 1),
        (1000, 0, None, 1),
        (1000, 0, "A1", "(1)"),
        (1000, 0, "A1", 12),
    ]
    kinds = ["PR"] * 13 + ["CS"]
    done = calibrate(built.routes, markers_of(rows, ["A1"], kind=kinds))
    told = {int(m): f for m, f in zip(done.anomalies.marker, done.anomalies.fault)}
    assert told == {
        2: RouteFault.MARKER_DECREASING,
        5: RouteFault.MARKER_DUPLICATE_KEY,
        6: RouteFault.MARKER_DUPLICATE_PLACE,
        7: RouteFault.MARKER_NO_PLACE,
        8: RouteFault.MARKER_NO_PLACE,
        9: RouteFault.MARKER_OFF_NETWORK,
        10: RouteFault.MARKER_UNKNOWN_ROUTE,
        11: RouteFault.MARKER_NO_ROUTE,
        12: RouteFault.MARKER_NO_PR,
        13: RouteFault.MARKER_NOT_A_POST,
    }
    assert done.markers.row[done.markers.used].tolist() == [0, 1, 3, 4]
    numbers = {int(m): value for m, value in zip(done.anomalies.marker, done.anomalies.value)}
    assert {row: numbers[row] for row in (7, 8, 10, 11, 12, 13)} == {7: 6, 8: 7, 10: 1, 11: 1, 12: -1, 13: 12}


def test_the_same_number_in_two_departments_or_networks_is_no_duplicate():
    built = routes_of([[(0, 0), (5000, 0)]])
    rows = [(100, 0, "A1", 1), (1100, 0, "A1", 2), (2100, 0, "A1", 1), (3100, 0, "A1", 1)]
    columns = {"department": ["01", "1", 2, 2], "network": ["N", "N", "N", "C"]}
    done = calibrate(built.routes, markers_of(rows, ["A1"], **columns))
    assert len(done.anomalies) == 0
    assert done.markers.department.tolist() == ["1", "1", "2", "2"]


def test_routes_without_markers_and_stretches_with_one_are_told():
    built = routes_of([[(0, 0), (100, 0)], [(500, 0), (600, 0)], [(0, 50), (9, 50)]], ["A1", "A1", "B2"])
    done = calibrate(built.routes, markers_of([(10, 0, "A1", 1), (90, 0, "A1", 2), (550, 0, "A1", 3)], ["A1", "B2"]))
    assert done.anomalies.fault.tolist() == [RouteFault.NO_MARKER, RouteFault.MARKERS_TOO_FEW]
    assert done.anomalies.route.tolist() == [1, 0]
    assert np.isfinite(done.routes.m).all()


def test_a_gap_may_count_what_the_markers_say():
    built = routes_of([[(0, 0), (1000, 0)], [(1500, 0), (2500, 0)]], gap=GapRule.MARKERS)
    markers = markers_of([(500, 0, "A1", 1), (2000, 0, "A1", 2)], ["A1"], cumul=[500, 2700])
    done = calibrate(built.routes, markers, gap=GapRule.MARKERS)
    assert done.routes.m.tolist() == [0, 500, 1000, 2200, 2700, 3200]
    straight = calibrate(built.routes, markers)
    assert straight.routes.start_m()[1] == pytest.approx(500 + 1000 * 2200 / 1500)


def test_each_carriageway_goes_by_its_own_markers():
    carriageways = [[(0, -5), (2000, -5)], [(2000, 5), (0, 5)]]
    built = routes_of(carriageways)
    assert built.segments.side.tolist() == [Side.RIGHT, Side.LEFT]
    rows = [(500, -5, "A1", 1), (1500, -5, "A1", 2), (500, 5, "A1", 1), (1500, 5, "A1", 2)]
    done = calibrate(built.routes, markers_of(rows, ["A1"], side=["D", "D", "G", "G"], cumul=[500, 1500, 510, 1530]))
    by_side = {int(done.routes.side[p]): p for p in range(2)}
    right, left = (done.routes.offsets[by_side[s]] for s in (1, 2))
    assert done.routes.m[right : right + 4].tolist() == [0, 500, 1500, 2000]
    assert done.routes.m[left : left + 4].tolist() == [10, 510, 1530, 2030]
    alone = calibrate(built.routes, markers_of(rows[:2], ["A1"], side=["D", "D"], cumul=[600, 1600]))
    assert alone.routes.start_m().tolist() == [100, 100]


def test_a_branch_goes_on_from_its_fork():
    built = routes_of([[(0, 0), (1000, 0)], [(1000, 0), (2000, 0)], [(1000, 0), (1000, 300)]])
    done = calibrate(built.routes, markers_of([(0, 1, "A1", 0), (2000, 1, "A1", 2)], ["A1"], cumul=[0, 4000]))
    assert done.routes.branch.tolist() == [0, 1]
    assert done.routes.start_m().tolist() == [0, 2000]
    assert done.routes.end_m().tolist() == [4000, 2300]


def test_a_branch_is_not_cut_where_its_main_line_ends_to_be_measured():
    built = routes_of([[(0, 0), (600, 0)], [(600, 0), (1000, 0)], [(600, 0), (600, 300)]])
    markers = markers_of([(200, 0, "A1", 1), (700, 0, "A1", 2)], ["A1"], cumul=[0, 500])
    done = calibrate(built.routes, markers, extrapolation=Extrapolation.NULL)
    assert done.routes.branch.tolist() == [0, 0, 0, 1]


@given(st.lists(st.integers(0, 20), max_size=12))
def test_the_longest_growing_series(values):
    keep = longest_growing(np.array(values, dtype=float))
    kept = [v for v, k in zip(values, keep) if k]
    assert all(a < b for a, b in zip(kept, kept[1:]))
    best = [1] * len(values)
    for i, v in enumerate(values):
        best[i] = 1 + max((best[j] for j in range(i) if values[j] < v), default=0)
    assert len(kept) == max(best, default=0)


def test_codes_compare_whatever_their_type():
    assert comparable_text(["01", 1, 1.0, "2A", None, float("nan"), " c "], 7).tolist() == [
        "1",
        "1",
        "1",
        "2A",
        "",
        "",
        "C",
    ]


def read_n88(shared_data):
    """Build and calibrate the roads of Rodez on the national markers."""
    pyogrio = pytest.importorskip("pyogrio")
    shapely = pytest.importorskip("shapely")
    _, _, geometry, (numbers,) = pyogrio.raw.read(shared_data / "roads/bdtopo_rodez.gpkg", columns=["numero"])
    coordinates, owner = shapely.get_coordinates(shapely.from_wkb(geometry), return_index=True)
    lines = from_sequences(np.split(coordinates, np.flatnonzero(np.diff(owner)) + 1))
    names = read_routes(numbers)
    meta, _, points, columns = pyogrio.raw.read(shared_data / "roads/rrn_bornes2025.gpkg")
    table = dict(zip(meta["fields"], columns))
    markers, matches = read_markers(
        shapely.get_coordinates(shapely.from_wkb(points)),
        table["route"],
        table["pr"],
        names.names,
        table["depPr"],
        table["concessionPr"],
        table["cote"],
        table["cumul"],
    )
    hints = MarkerHints(markers.xy, markers.route, series_of(markers), markers.cumul)
    built = build_routes(lines, names, options=RouteOptions(start=StartRule.MARKERS, markers=hints))
    return built, calibrate(built.routes, markers, 50.0), names, matches


def test_the_national_road_88_at_rodez(shared_data):
    _built, done, names, matches = read_n88(shared_data)
    n88 = names.names.index("N88")
    markers = done.markers
    assert ("N0088", "N88") in {(m.written, m.route) for m in matches}
    assert sorted(zip(markers.pr.tolist(), markers.side.tolist())) == [(p, s) for p in (54, 55, 56) for s in (1, 2)]
    assert markers.used.all()
    assert (markers.route == n88).all()
    assert markers.distance.max() < 0.5
    official = {(54, 1): 255386, (55, 1): 256386, (56, 1): 257386, (54, 2): 255398, (55, 2): 256397, (56, 2): 257399}
    assert {
        (p, s): m for p, s, m in zip(markers.pr.tolist(), markers.side.tolist(), markers.m.tolist())
    } == pytest.approx(official)
    assert np.abs(done.residuals.difference).max() < 3
    own = np.flatnonzero((done.routes.route == n88) & (done.routes.branch == 0))
    assert set(done.routes.side[own].tolist()) == {0, 1, 2}
    # PR grow towards the south-west: so do the measures, on both carriageways.
    for part in own.tolist():
        a, b = done.routes.offsets[part], done.routes.offsets[part + 1] - 1
        if done.routes.m[b] - done.routes.m[a] > 1000 and done.routes.m[b] > 255_000:
            assert done.routes.xy[b].sum() < done.routes.xy[a].sum()
    counts = done.anomalies.counts()
    assert counts["marker-no-place"] == 66
    inner = done.routes.lines().piece_mask()[:-1]
    assert (np.diff(done.routes.m)[inner] > 0).all()


def test_the_points_of_a_linear_referencing_plugin(shared_data):
    pyogrio = pytest.importorskip("pyogrio")
    shapely = pytest.importorskip("shapely")
    folder = shared_data / "roads/lrs_blazek/errors"
    _, _, geometry, (values,) = pyogrio.raw.read(folder / "lines.shp", columns=["route_s"])
    parts, feature = shapely.get_parts(shapely.from_wkb(geometry), return_index=True)
    coordinates, owner = shapely.get_coordinates(parts, return_index=True)
    lines = from_sequences(np.split(coordinates, np.flatnonzero(np.diff(owner)) + 1), feature.astype(np.int64))
    names = read_routes(values)
    meta, _, points, columns = pyogrio.raw.read(folder / "points.shp")
    table = dict(zip(meta["fields"], columns))
    number = [None if np.isnan(v) else int(v * 10) for v in table["km"]]
    markers, _ = read_markers(
        shapely.get_coordinates(shapely.from_wkb(points)),
        table["route_s"],
        number,
        names.names,
        cumul=table["km"] * 1000,
    )
    hints = MarkerHints(markers.xy, markers.route, series_of(markers), markers.cumul)
    built = build_routes(
        lines, names, options=RouteOptions(start=StartRule.MARKERS, markers=hints, tolerance=1.0, marker_distance=200)
    )
    done = calibrate(built.routes, markers, 200.0)
    told = {int(m): f for m, f in zip(done.anomalies.marker, done.anomalies.fault) if m >= 0}
    assert told[6] in (RouteFault.MARKER_DUPLICATE_PLACE, RouteFault.MARKER_DECREASING)  # two kilometres at one place
    assert told[23] is RouteFault.MARKER_OFF_NETWORK  # out of the threshold
    assert told[24] is RouteFault.MARKER_NO_PR  # no measure
    assert told[8] is RouteFault.MARKER_NO_ROUTE
    wrong = {m for m, f in told.items() if f is RouteFault.MARKER_DECREASING}
    assert wrong & set(range(12, 20))  # route D: kilometres in the wrong order
    assert {f for m, f in told.items() if 25 <= m <= 33} & {  # route E: two lines with overlapping measures
        RouteFault.MARKER_DUPLICATE_KEY,
        RouteFault.MARKER_DECREASING,
    }
    counts = {**built.anomalies.counts(), **done.anomalies.counts()}
    assert counts["markers-too-few"] >= 1
    assert counts["direction-in-doubt"] >= 1
