"""Gaps that count what the markers say."""

from __future__ import annotations

import numpy as np
import pytest

from crige_ia_plugin.engine.lines import from_sequences
from crige_ia_plugin.engine.referencing.calibration import calibrate
from crige_ia_plugin.engine.referencing.marker_gaps import count_gaps_by_markers
from crige_ia_plugin.engine.referencing.markers import read_markers
from crige_ia_plugin.engine.routes.anomalies import Decision, RouteFault
from crige_ia_plugin.engine.routes.build import build_routes
from crige_ia_plugin.engine.routes.names import read_routes
from crige_ia_plugin.engine.routes.options import GapRule


def counted(coordinates, rows, cumul):
    lines = from_sequences([np.asarray(c, dtype=float) for c in coordinates])
    built = build_routes(lines, read_routes(["A1"] * lines.count))
    xy = np.array([row[:2] for row in rows], dtype=float)
    markers, _ = read_markers(xy, ["A1"] * len(rows), [row[2] for row in rows], ["A1"], cumul=cumul)
    done = calibrate(built.routes, markers, gap=GapRule.MARKERS)
    return count_gaps_by_markers(lines, built, done.map)


def test_a_gap_counts_the_difference_and_the_road_its_own_length():
    roads = [[(0, 0), (1000, 0)], [(1500, 0), (2500, 0)], [(2500, 0), (3000, 0)], [(2500, 0), (2500, 80)]]
    built = counted(roads, [(500, 0, 1), (2000, 0, 2)], [500, 2700])
    assert built.segments.start.tolist() == [0, 2200, 3200, 3200]
    assert built.segments.end.tolist() == [1000, 3200, 3700, 3280]
    assert built.routes.start_m().tolist() == [0, 2200, 3200]
    gap = built.anomalies.rows(RouteFault.GAP)
    assert built.anomalies.value[gap].tolist() == [pytest.approx(1200)]
    assert built.anomalies.decision[gap].tolist() == [Decision.GAP_BY_MARKERS]


def test_a_gap_outside_the_markers_keeps_its_straight_distance():
    built = counted([[(0, 0), (1000, 0)], [(1500, 0), (2500, 0)]], [(500, 0, 1), (900, 0, 2)], [500, 950])
    assert built.segments.start.tolist() == [0, 1500]
    assert built.anomalies.decision.tolist() == [Decision.GAP_COUNTED]


def test_a_branch_counts_the_gaps_before_it_only_in_however_many_pieces_it_comes():
    roads = [[(0, 0), (700, 0)], [(700, 0), (1000, 0)], [(1500, 0), (2500, 0)]]
    roads += [[(700, 0), (700, 60)], [(700, 60), (700, 90)]]
    built = counted(roads, [(500, 0, 1), (2000, 0, 2)], [500, 2700])
    found = dict(zip(built.segments.line.tolist(), zip(built.segments.start.tolist(), built.segments.end.tolist())))
    assert found == {0: (0, 700), 1: (700, 1000), 2: (2200, 3200), 3: (700, 760), 4: (760, 790)}
