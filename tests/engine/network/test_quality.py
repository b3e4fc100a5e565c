"""Looking a network over: every fault is found where it is, and nothing moves."""

from __future__ import annotations

import numpy as np
import pytest
from networks import lines_of

from crige_ia_plugin.engine.anomalies import AnomalyCode
from crige_ia_plugin.engine.lines import from_sequences
from crige_ia_plugin.engine.network.quality import check_network
from crige_ia_plugin.engine.problems import Problem


def told(quality):
    found = quality.anomalies
    return {(found.code[row], *np.round(found.xy[row], 3).tolist(), found.feature[row]) for row in found.ordered()}


GRID = (
    [(0, 0), (100, 0)],
    [(0, 0), (0, 100)],
    [(100, 0), (100, 100)],
    [(0, 100), (100, 100)],
)


def test_a_sound_network_has_no_anomaly():
    quality = check_network(lines_of(*GRID), tolerance=1.0)
    assert not len(quality.anomalies)
    assert (quality.parts, quality.largest) == (1, 400)


def test_the_longest_part_is_the_main_one_however_it_is_cut():
    comb = [[(0, 0), (40, 0)], *([(x, -1), (x, 1)] for x in range(2, 40, 2))]
    quality = check_network(lines_of([(0, 9), (100, 9)], [(0, -9), (30, -9)], *comb))
    assert (quality.parts, quality.largest) == (3, 100)
    found = quality.anomalies
    told_of = {found.feature[row]: found.value[row] for row in found.ordered() if found.code[row] == "isolated"}
    assert told_of == {1: 30, 2: 40 + 19 * 2}


def test_ends_that_were_meant_to_meet_are_found_and_stay():
    lines = lines_of(
        *GRID,
        [(50, 99.6), (50, 0)],
        [(20, 0), (20, 100.3)],
        [(100.2, 100.2), (150, 150)],
        [(0, -50), (60, -0.3), (100, -50)],
        [(60, 0), (70, 40)],
    )
    before = lines.xy.copy()
    quality = check_network(lines, tolerance=0.5)
    assert told(quality) == {
        (AnomalyCode.UNDERSHOOT, 50.0, 99.6, 4),
        (AnomalyCode.OVERSHOOT, 20.0, 100.3, 5),
        (AnomalyCode.UNDERSHOOT, 100.2, 100.2, 6),
        (AnomalyCode.NEAR_VERTICES, 60.0, -0.3, 7),
        (AnomalyCode.CROSSING_WITHOUT_VERTEX, 20.0, 100.0, 3),
        (AnomalyCode.ISOLATED, 100.2, 100.2, 6),
        (AnomalyCode.ISOLATED, 0.0, -50.0, 7),
    }
    assert (lines.xy == before).all()
    assert {code for code, *_ in told(check_network(lines))} == {
        AnomalyCode.CROSSING_WITHOUT_VERTEX,
        AnomalyCode.ISOLATED,
    }


def test_parts_that_are_joined_to_nothing():
    lines = lines_of(*GRID, [(300, 0), (330, 0)], [(330, 0), (340, 0)], [(300, 50), (301, 50)])
    quality = check_network(lines)
    assert told(quality) == {(AnomalyCode.ISOLATED, 300.0, 0.0, 4), (AnomalyCode.ISOLATED, 300.0, 50.0, 6)}
    assert quality.anomalies.value == [40, 1]
    assert quality.parts == 3


def test_a_bridge_holds_the_network_together_at_its_ends_only():
    lines = lines_of([(0, 0), (100, 0)], [(50, -50), (50, 50)])
    assert check_network(lines, np.array([0, 1])).parts == 2
    assert check_network(lines).parts == 1


def test_unknown_heights():
    lines = from_sequences([np.array([(0, 0, 5.0), (1, 0, 9999), (2, 0, -1000)]), np.array([(2, 0, 1.0), (3, 0, 2)])])
    quality = check_network(lines)
    assert told(quality) == {(AnomalyCode.UNKNOWN_Z, 1.0, 0.0, 0)}
    assert quality.anomalies.value == [2]


def test_nothing_to_look_at():
    quality = check_network(from_sequences([]), tolerance=1.0)
    assert (quality.parts, quality.largest, len(quality.anomalies)) == (0, 0.0, 0)


def test_a_negative_tolerance_is_refused():
    with pytest.raises(Problem):
        check_network(lines_of(*GRID), tolerance=-1.0)
