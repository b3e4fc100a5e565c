"""Measured routes and calibrated markers, back from tables."""

from __future__ import annotations

import numpy as np

from crige_ia_plugin.engine.lines import Lines
from crige_ia_plugin.engine.referencing.reading import calibrated_markers, measured_routes, read_numbers, route_codes
from crige_ia_plugin.engine.routes.names import read_routes


def lines(*parts: tuple[int, list[float]]) -> Lines:
    """Lines along x from (feature, measures)."""
    counts = [len(m) for _, m in parts]
    xy = np.array([(float(x), 0.0) for n in counts for x in range(n)])
    offsets = np.concatenate([[0], np.cumsum(counts)])
    feature = np.array([f for f, _ in parts])
    return Lines(xy, offsets, feature, np.zeros(len(parts), int), None, np.array([m for _, ms in parts for m in ms]))


def test_parts_are_put_in_order_and_turned_along_their_measures():
    routes, faulty = measured_routes(
        lines((0, [50, 40, 30]), (0, [0, 10]), (1, [5, 6])), read_routes(["B2", "A1"]), ["D", "U"], ["0", 0]
    )
    assert routes.names == ["A1", "B2"]
    assert routes.route.tolist() == [0, 1, 1]
    assert routes.side.tolist() == [0, 1, 1]
    assert routes.start_m().tolist() == [5, 0, 30]
    assert routes.xy[-3:, 0].tolist() == [2, 1, 0]
    assert faulty == 0


def test_measures_that_neither_grow_nor_decrease_are_left_out():
    routes, faulty = measured_routes(lines((0, [0, 9, 5]), (1, [np.nan, np.nan])), read_routes(["A", "B"]), None, None)
    assert np.isnan(routes.m).all()
    assert faulty == 1


def test_a_stretch_of_two_routes_counts_in_both():
    routes, _ = measured_routes(lines((0, [0, 1]), (1, [1, 2])), read_routes(["D6/D12", None]), None, None)
    assert [routes.names[code] for code in routes.route] == ["D12", "D6"]


def test_no_routes_at_all():
    routes, faulty = measured_routes(lines((0, [0, 1])), read_routes([None]), None, None)
    assert routes.count == faulty == 0


def test_markers_that_calibration_left_aside_resolve_nothing():
    markers = calibrated_markers(
        ["D6", "N88"], ["N0088", "D6", "Z1"], ["12", None, 3], [1, 2, "3,5"], [1, 2, 3], ["G", None, "U"],
        used=[True, True, False],
    )  # fmt: skip
    assert markers.route.tolist() == [1, 0, -1]
    assert markers.pr.tolist() == [12, -1, -1]
    assert markers.side.tolist() == [2, 0, 0]
    assert markers.used.tolist() == [True, False, False]
    assert markers.m.tolist() == [1, 2, 3.5]


def test_events_name_a_route_none_or_an_unknown_one():
    codes, matches = route_codes(["RD 6", None, "NC", "Z9"], ["D6"])
    assert codes.tolist() == [0, -2, -2, -1]
    assert [(match.written, match.rows) for match in matches] == [("RD 6", 1)]


def test_numbers_may_be_text():
    assert read_numbers([1, "2,5", "x", None], 4)[:2].tolist() == [1, 2.5]
    assert np.isnan(read_numbers(None, 2)).all()
