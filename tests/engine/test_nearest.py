"""The grid search agrees with GEOS."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crige_ia_plugin.engine.nearest import PieceIndex

shapely = pytest.importorskip("shapely")


def index_of(pieces, **options):
    xy = np.asarray(pieces, dtype=float).reshape(-1, 2)
    return PieceIndex(xy, np.arange(0, len(xy), 2), **options)


coordinate = st.integers(-1000, 1000).map(lambda i: i / 7)
point = st.tuples(coordinate, coordinate)


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.tuples(point, point), min_size=1, max_size=30),
    st.lists(point, min_size=1, max_size=20),
    st.sampled_from([0.5, 10.0, 80.0, 1e4]),
)
def test_the_nearest_piece_is_found(pieces, points, radius):
    found = index_of(pieces).search(np.array(points), radius)
    lines = shapely.linestrings(np.array(pieces))
    exact = shapely.distance(shapely.points(np.array(points))[:, None], lines[None, :]).min(axis=1)
    clear = np.abs(exact - radius) > 1e-9
    np.testing.assert_array_equal((found.piece >= 0)[clear], (exact <= radius)[clear])
    hit = found.piece >= 0
    np.testing.assert_allclose(found.distance[hit], exact[hit], atol=1e-9)


def test_the_side_is_told_by_the_sign():
    found = index_of([[(0, 0), (10, 0)]]).search(np.array([[5.0, -2], [5, 3], [5, 0]]), 5)
    assert found.lateral.tolist() == [2, -3, 0]
    assert found.share.tolist() == [0.5, 0.5, 0.5]
    assert found.xy.tolist() == [[5, 0]] * 3


def test_the_side_of_a_piece_shorter_than_the_way_to_it_is_told_too():
    found = index_of([[(0, 0), (0.1, 0)]]).search(np.array([[0.05, -2], [0.05, 3]]), 5)
    assert found.lateral.tolist() == [2, -3]


def test_a_search_may_be_restricted():
    pieces = [[(0, 0), (10, 0)], [(0, 1), (10, 1)], [(0, 2), (10, 2)]]
    index = index_of(pieces, group=np.array([0, 1, 1]), kind=np.array([0, 0, 2]))
    at = np.array([[5.0, 0]] * 4 + [[np.nan, 0]])
    found = index.search(at, 50, np.array([-1, 1, 1, 0, -1]), np.array([7, 7, 4, 4, 7]))
    assert found.piece.tolist() == [0, 2, 4, -1, -1]


def test_of_equally_near_pieces_the_first_is_taken():
    found = index_of([[(0, 0), (10, 0)], [(10, 0), (20, 0)], [(10, 0), (10, 9)]]).search(np.array([[10.0, 0]]), 1)
    assert found.piece.tolist() == [0]


def test_degrees_are_scaled_to_metres():
    index = index_of([[(4.0, 45.0), (4.01, 45.0)]], scale=(78_700.0, 111_130.0))
    found = index.search(np.array([[4.005, 45.0001]]), 50)
    assert found.distance[0] == pytest.approx(11.113)
    assert found.lateral[0] < 0


def test_nothing_to_search():
    found = PieceIndex(np.zeros((0, 2)), np.zeros(0, dtype=np.int64)).search(np.zeros((2, 2)), 10)
    assert found.piece.tolist() == [-1, -1]
    assert len(index_of([[(0, 0), (1, 0)]]).search(np.zeros((0, 2)), 1).piece) == 0
