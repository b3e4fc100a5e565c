"""Lengths along lines, with and without heights."""

from __future__ import annotations

import numpy as np
import pytest

from crige_ia_plugin.engine.lines import from_sequences
from crige_ia_plugin.engine.measures import (
    MeasuredRoutes,
    fill_unknown_z,
    order_parts,
    planar_steps,
    read_sides,
    steps_3d,
)
from crige_ia_plugin.engine.routes.anomalies import unknown_heights


def test_planar_steps_stop_at_the_end_of_a_line():
    lines = from_sequences([np.array([[0.0, 0], [3, 4]]), np.array([[100.0, 0], [100, 2], [100, 2]])])
    assert planar_steps(lines).tolist() == [5, 0, 2, 0, 0]


def test_lengths_may_come_from_outside():
    lines = from_sequences([np.array([[0.0, 0], [3, 4], [3, 5]])])
    assert planar_steps(lines, lambda a, b: np.hypot(*(b - a).T) * 2).tolist() == [10, 2, 0]


def test_unknown_heights_are_interpolated_along_the_line_and_told():
    z = [0.0, 9999.0, np.nan, 30.0, -1000.0]
    lines = from_sequences([np.column_stack([np.arange(5) * 10.0, np.zeros(5), z])])
    step = planar_steps(lines)
    slope, unknown = steps_3d(lines, step)
    assert unknown.tolist() == [False, True, True, False, True]
    assert slope.tolist() == pytest.approx([np.hypot(10, 10)] * 3 + [10, 0])
    assert fill_unknown_z(lines, step, unknown).tolist() == [0, 10, 20, 30, 30]
    assert lines.z[1] == 9999  # kept


def test_unknown_heights_between_close_vertices_are_interpolated_too():
    z = [0.0, 9999.0, 8.0]
    lines = from_sequences([np.column_stack([[0.0, 0.1, 0.4], np.zeros(3), z])])
    step = planar_steps(lines)
    assert fill_unknown_z(lines, step, steps_3d(lines, step)[1]).tolist() == pytest.approx([0, 2, 8])


def test_heights_are_never_taken_from_another_line():
    unknown = np.array([[0.0, 0, 9999], [10, 0, -1000]])
    lines = from_sequences([np.array([[0.0, 5, 700], [10, 5, 700]]), unknown, np.array([[0.0, 9, 300], [10, 9, 300]])])
    step = planar_steps(lines)
    assert steps_3d(lines, step)[0].tolist() == [10, 0, 10, 0, 10, 0]
    flat = from_sequences([np.array([[0.0, 0], [1, 0]])])
    assert steps_3d(flat, planar_steps(flat))[0].tolist() == [1, 0]


def test_features_with_unknown_heights_are_told():
    first = np.array([[0.0, 0, 1], [1, 0, 9999], [2, 0, -1000]])
    lines = from_sequences([first, np.array([[0.0, 5, 1], [1, 5, 2]])], np.array([7, 8]))
    unknown = steps_3d(lines, planar_steps(lines))[1]
    told = unknown_heights(lines.feature, lines.xy, lines.vertex_line(), unknown)
    assert (told.feature.tolist(), told.value.tolist(), told.x.tolist()) == ([7], [2], [1])
    assert told.counts() == {"unknown-z": 1}


def test_side_codes():
    assert read_sides(["D", "G", "I", "U", None, "d ", "droite", 3]).tolist() == [1, 2, 0, 0, 0, 1, 1, 0]


def test_parts_read_in_any_order_are_put_in_order():
    xy = np.array([[10.0, 0], [20, 0], [0, 0], [10, 0], [0, 9], [5, 9]])
    routes = MeasuredRoutes(
        xy,
        np.array([10.0, 20, 0, 10, 0, 5]),
        np.array([0, 2, 4, 6]),
        np.array([1, 1, 0]),
        np.zeros(3, int),
        np.zeros(3, int),
        ["A1", "B2"],
    )
    ordered = order_parts(routes)
    assert ordered.route.tolist() == [0, 1, 1]
    assert ordered.start_m().tolist() == [0, 0, 10]
    assert order_parts(ordered) is ordered


def test_real_unknown_heights(shared_data):
    pyogrio = pytest.importorskip("pyogrio")
    shapely = pytest.importorskip("shapely")
    _, _, geometry, _ = pyogrio.raw.read(shared_data / "roads/bdtopo_rodez.gpkg", columns=[])
    coordinates, owner = shapely.get_coordinates(shapely.from_wkb(geometry), include_z=True, return_index=True)
    lines = from_sequences(np.split(coordinates, np.flatnonzero(np.diff(owner)) + 1))
    step = planar_steps(lines)
    slope, unknown = steps_3d(lines, step)
    assert unknown.sum() == 1021
    assert (slope >= step).all()
    assert slope.sum() / step.sum() < 1.02
