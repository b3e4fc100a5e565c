"""The grid finds every pair of pieces that may touch, wherever they lie, judged by trying them all."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from networks import LAMBERT_93, lines_of, networks

from crige_ia_plugin.engine.lines import Lines, from_sequences
from crige_ia_plugin.engine.monitor import Cancelled, Monitor
from crige_ia_plugin.engine.network.candidates import candidate_pairs, pieces_near


def found_pairs(lines: Lines, margin: float = 1e-7, **options) -> list[tuple[int, int]]:
    pairs = [
        (min(p, q), max(p, q))
        for a, b in candidate_pairs(lines, margin, Monitor(), **options)
        for p, q in zip(a.tolist(), b.tolist())
    ]
    return sorted(pairs)


def pieces_of(lines: Lines) -> tuple[np.ndarray, np.ndarray]:
    """Pieces that have a length, and their boxes."""
    start = np.flatnonzero(lines.piece_mask())
    a, b = lines.xy[start], lines.xy[start + 1]
    there = (a != b).any(axis=1)
    return start[there], shapely.linestrings(np.stack([a[there], b[there]], axis=1))


def touching_pairs(lines: Lines, margin: float = 1e-7) -> set[tuple[int, int]]:
    """The pairs of pieces that come within the margin, neighbours left out: GEOS's word."""
    start, pieces = pieces_of(lines)
    i, j = shapely.STRtree(pieces).query(pieces, predicate="dwithin", distance=margin)
    p, q = start[i], start[j]
    return {(int(a), int(b)) for a, b in zip(p, q) if b - a > 1}


def box_pairs(lines: Lines, margin: float) -> set[tuple[int, int]]:
    """The pairs of pieces whose boxes, each widened by the margin, meet, one by one."""
    start, pieces = pieces_of(lines)
    boxes = shapely.bounds(pieces) + np.array([-margin, -margin, margin, margin])
    x0, y0, x1, y1 = boxes.T
    meet = (x0[:, None] <= x1) & (x0 <= x1[:, None]) & (y0[:, None] <= y1) & (y0 <= y1[:, None])
    p, q = np.nonzero(meet)
    return {(int(a), int(b)) for a, b in zip(start[p], start[q]) if b - a > 1}


@settings(max_examples=200)
@given(networks(lines=20), st.sampled_from([1e-7, 1 / 64, 1.0]))
def test_every_touch_is_among_the_pairs(lines, margin):
    found = found_pairs(lines, margin)
    assert touching_pairs(lines, margin) <= set(found)
    widened = margin + 1e-9
    assert set(found) <= box_pairs(lines, widened)


def test_pieces_of_one_size_come_once_and_are_those_of_the_boxes():
    random = np.random.default_rng(4)
    at, angle = random.uniform(0, 40, (1500, 2)), random.uniform(0, 2 * np.pi, 1500)
    ends = at + np.column_stack([np.cos(angle), np.sin(angle)])
    lines = from_sequences(list(np.stack([at, ends], axis=1)))
    found = found_pairs(lines)
    assert len(found) == len(set(found))
    assert set(found) == box_pairs(lines, 1e-7)


@settings(max_examples=100)
@given(networks(lines=20), st.sampled_from([1, 2, 5, 1000]))
def test_the_band_changes_nothing(lines, band):
    assert found_pairs(lines, band=band) == found_pairs(lines)


@settings(max_examples=50)
@given(networks(lines=15))
def test_a_far_outlier_hides_nothing(lines):
    """Lambert-93 with one line around 0, 0, as broken files have."""
    there = Lines(lines.xy + LAMBERT_93, lines.offsets, lines.feature, lines.part)
    offsets = np.append(there.offsets, there.offsets[-1] + 2)
    rows = np.arange(len(offsets) - 1)
    both = Lines(np.concatenate([there.xy, [[0.0, 0.0], [1.0, 1.0]]]), offsets, rows, np.zeros_like(rows))
    assert touching_pairs(both) <= set(found_pairs(both))


@pytest.mark.parametrize("reach", [1e6, 1e9, 1e15])
def test_a_piece_across_everything_meets_what_it_crosses(reach):
    short = [[(i * 10.0, -1.0), (i * 10.0, 1.0)] for i in range(200)]
    lines = lines_of(*short, [(-reach, 0.0), (reach, 0.0)])
    crossed = {(2 * i, 400) for i in range(200)}
    assert crossed <= set(found_pairs(lines, max(1e-7, 64 * np.spacing(reach))))


def test_a_vast_extent_takes_no_vast_grid():
    random = np.random.default_rng(8)
    at = random.uniform(-2e7, 2e7, (2000, 2))
    lines = from_sequences([np.stack([p, p + random.uniform(-50, 50, 2)]) for p in at])
    assert touching_pairs(lines) <= set(found_pairs(lines))


@pytest.mark.parametrize("size", [5.0, 5.3, 6.0, 7.0, 8.0, 9.0, 12.0])
def test_a_piece_as_long_as_a_cell_hides_nothing_from_a_wide_margin(size):
    """With a margin of 1 around short pieces, cells have sides of 8."""
    random = np.random.default_rng(11)
    short = [np.stack([p, p + 0.1]) for p in random.uniform(0, 60, (2000, 2))]
    long = [np.stack([p, p + np.array([size, 0.3])]) for p in random.uniform(0, 60, (200, 2))]
    lines = from_sequences(short + long)
    assert touching_pairs(lines, 1.0) <= set(found_pairs(lines, 1.0))


def test_a_piece_exactly_as_long_as_a_span_may_be_is_there():
    """Of 8 × 0.9, less a margin of 1 on both sides."""
    assert 8 * 0.9 - 2 == 5.2
    short = [[(20 + i, 20), (20.1 + i, 20)] for i in range(300)]
    lines = lines_of([(0, 0), (5.2, 0.3)], [(2, -1), (2.1, 1)], [(100, 50), (112, 50)], *short)
    assert (0, 2) in set(found_pairs(lines, 1.0))


def test_dense_and_sparse_together():
    random = np.random.default_rng(9)
    dense = [np.stack([p, p + random.uniform(-0.1, 0.1, 2)]) for p in random.uniform(0, 3, (500, 2))]
    sparse = [np.stack([p, p + random.uniform(-900, 900, 2)]) for p in random.uniform(-3000, 3000, (300, 2))]
    lines = from_sequences(dense + sparse)
    assert touching_pairs(lines) <= set(found_pairs(lines))


def test_nothing_and_one_piece_have_no_pair():
    assert found_pairs(lines_of()) == []
    assert found_pairs(lines_of([(0, 0), (1, 1)])) == []
    assert found_pairs(lines_of([(0, 0), (0, 0)], [(1, 1), (1, 1)])) == []


def test_the_search_stops_when_asked_to():
    class Stop(Monitor):
        def cancelled(self) -> bool:
            return True

    with pytest.raises(Cancelled):
        list(candidate_pairs(lines_of([(0, 0), (2, 2)], [(0, 2), (2, 0)]), 1e-7, Stop()))


@settings(max_examples=150)
@given(networks(lines=12), st.sampled_from([1 / 64, 0.5, 2.0]), st.integers(0, 2**32 - 1))
def test_every_piece_near_a_point_is_found(lines, radius, seed):
    points = np.random.default_rng(seed).uniform(lines.xy.min() - 1, lines.xy.max() + 1, (20, 2))
    point, piece = pieces_near(lines, points, radius, Monitor())
    start, pieces = pieces_of(lines)
    if not len(start):
        assert not len(point)
        return
    gap = shapely.distance(shapely.points(points)[:, None], pieces[None, :])
    near = {(int(p), int(start[q])) for p, q in zip(*np.nonzero(gap <= radius))}
    assert near <= set(zip(point.tolist(), piece.tolist()))
