"""Overlaying tables into homogeneous sections."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crige_ia_plugin.engine.lines import from_sequences
from crige_ia_plugin.engine.referencing.overlay import EventTable, overlay_events
from crige_ia_plugin.engine.routes.build import build_routes
from crige_ia_plugin.engine.routes.names import read_routes


def routes_of(coordinates, names=None, side=None):
    lines = from_sequences([np.asarray(c, dtype=float) for c in coordinates])
    sides = None if side is None else np.array(side)
    return build_routes(lines, read_routes(names or ["A1"] * len(coordinates)), side=sides).routes


def table(*rows):
    """Rows of (route, side, start, end)."""
    columns = np.array(rows, dtype=float).reshape(-1, 4).T
    return EventTable(columns[0].astype(int), columns[1].astype(int), columns[2], columns[3])


def listed(sections):
    return [
        (int(s), float(a), float(b), *map(int, r))
        for s, a, b, r in zip(sections.side, sections.start, sections.end, sections.rows)
    ]


def test_two_tables_cut_each_other():
    routes = routes_of([[(0, 0), (100, 0)]])
    sections = overlay_events(routes, [table((0, 0, 10, 60)), table((0, 0, 40, 80), (0, 0, 90, 85))])
    assert listed(sections) == [
        (0, 0, 10, -1, -1),
        (0, 10, 40, 0, -1),
        (0, 40, 60, 0, 0),
        (0, 60, 80, -1, 0),
        (0, 80, 85, -1, -1),
        (0, 85, 90, -1, 1),
        (0, 90, 100, -1, -1),
    ]


def test_events_that_overlap_in_one_table_are_told_and_the_first_covers():
    routes = routes_of([[(0, 0), (100, 0)]])
    sections = overlay_events(routes, [table((0, 0, 0, 60), (0, 0, 40, 100))])
    assert listed(sections) == [(0, 0, 60, 0), (0, 60, 100, 1)]
    assert sections.contested[:, 0].tolist() == [1, 0]


def test_a_table_that_speaks_of_sides_gives_a_single_road_two():
    routes = routes_of([[(0, 0), (100, 0)], [(0, 50), (100, 50)]], ["A1", "B2"])
    sections = overlay_events(routes, [table((0, 1, 0, 50)), table((0, 0, 20, 30))])
    assert listed(sections) == [
        (1, 0, 20, 0, -1),
        (1, 20, 30, 0, 0),
        (1, 30, 50, 0, -1),
        (1, 50, 100, -1, -1),
        (2, 0, 20, -1, -1),
        (2, 20, 30, -1, 0),
        (2, 30, 100, -1, -1),
        (0, 0, 100, -1, -1),
    ]


def test_carriageways_gaps_and_branches():
    routes = routes_of(
        [[(0, -5), (60, -5), (100, -5)], [(0, 5), (100, 5)], [(150, -5), (200, -5)], [(60, -5), (60, -90)]],
        side=[1, 2, 1, 1],
    )
    sections = overlay_events(routes, [table((0, 1, 50, 170), (0, 2, 0, 40))])
    right = [(a, b, r) for s, a, b, r in listed(sections) if s == 1]
    assert right == [(0, 50, -1), (50, 100, 0), (150, 170, 0), (170, 200, -1), (60, 145, -1)]
    assert [(a, b, r) for s, a, b, r in listed(sections) if s == 2] == [(0, 40, 1), (40, 100, -1)]


def test_no_table_and_rows_that_cover_nothing():
    routes = routes_of([[(0, 0), (100, 0)]])
    assert listed(overlay_events(routes, [])) == [(0, 0, 100)]
    nothing = table((-1, 0, 0, 10), (0, 0, np.nan, 10), (0, 0, 10, 10), (5, 0, 0, 10), (0, 0, 200, 300))
    assert listed(overlay_events(routes, [nothing])) == [(0, 0, 100, -1)]
    assert listed(overlay_events(routes, [table()])) == [(0, 0, 100, -1)]
    assert len(overlay_events(routes_of([[(0, 0), (1, 0)]], [None]), [table()]).part) == 0


events = st.lists(
    st.tuples(st.integers(0, 1), st.integers(0, 2), st.integers(-50, 450), st.integers(-50, 450)), max_size=8
)


@settings(max_examples=150, deadline=None)
@given(st.lists(events, min_size=1, max_size=3))
def test_every_metre_is_in_one_section_a_side(tables):
    routes = routes_of(
        [[(0, 0), (100, 0)], [(100, 0), (250, 0)], [(300, 0), (400, 0)], [(0, 900), (400, 900)], [(100, 0), (100, 70)]],
        ["A1", "A1", "A1", "B2", "A1"],
    )
    made = [table(*rows) if rows else table() for rows in tables]
    sections = overlay_events(routes, made)
    length = routes.end_m() - routes.start_m()
    for part in range(routes.count):
        for side in set(sections.side[sections.part == part].tolist()):
            own = np.flatnonzero((sections.part == part) & (sections.side == side))
            assert (sections.end - sections.start)[own].sum() == pytest.approx(length[part], abs=1e-9)
            np.testing.assert_array_equal(sections.start[own][1:], sections.end[own][:-1])
            for row in own.tolist():
                middle = (sections.start[row] + sections.end[row]) / 2
                for column, rows in enumerate(made):
                    low, high = np.minimum(rows.start, rows.end), np.maximum(rows.start, rows.end)
                    covering = (rows.route == routes.route[part]) & (low <= middle) & (middle <= high)
                    covering &= (rows.side == 0) | (side == 0) | (rows.side == side)
                    covering &= (high > low) & (routes.branch[part] == 0)
                    expected = int(np.flatnonzero(covering)[0]) if covering.any() else -1
                    assert sections.rows[row, column] == expected
