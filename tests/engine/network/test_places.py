"""Places, their numbers and what joins them."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from crige_ia_plugin.engine.network import places
from crige_ia_plugin.engine.network.places import (
    connected,
    number_places,
    number_values,
    order_by_place,
    representatives,
)

COORDINATES = st.lists(
    st.tuples(*2 * [st.sampled_from([0.0, -0.0, 1.0, 1.0 + 2**-52, -1.0, 652000.25, 5e-324, 1e300])]), max_size=30
)


def same_partition(a: np.ndarray, b: list) -> bool:
    pairs = set(zip(a.tolist(), b))
    return len(pairs) == len({p[0] for p in pairs}) == len({p[1] for p in pairs})


@given(COORDINATES)
def test_one_number_for_each_location(points):
    xy = np.array(points, dtype=np.float64).reshape(-1, 2)
    place, sample = number_places(xy)
    assert same_partition(place, [(x + 0.0, y + 0.0) for x, y in points])
    assert place[sample].tolist() == list(range(len(sample)))


@given(COORDINATES)
def test_locations_that_mix_to_one_key_stay_apart(points):
    xy = np.array(points, dtype=np.float64).reshape(-1, 2)
    with pytest.MonkeyPatch.context() as patch:  # every location now mixes to 0
        patch.setattr(places, "_MIX_X", np.uint64(0))
        patch.setattr(places, "_MIX_Y", np.uint64(0))
        place, sample = number_places(xy)
    assert same_partition(place, [(x + 0.0, y + 0.0) for x, y in points])
    assert place[sample].tolist() == list(range(len(sample)))


def test_minus_zero_is_zero():
    assert number_places(np.array([[0.0, -0.0], [-0.0, 0.0]]))[0].tolist() == [0, 0]


@given(st.lists(st.integers(0, 500)), st.integers(501, 100_000))
def test_values_are_numbered_in_their_order(values, size):
    """Dense or sparse, as ``np.unique`` does."""
    values = np.array(values, dtype=np.int64)
    there, number = number_values(values, size)
    expected, inverse = np.unique(values, return_inverse=True)
    np.testing.assert_array_equal(there, expected)
    np.testing.assert_array_equal(number, inverse)


@given(COORDINATES, st.randoms(use_true_random=False))
def test_the_order_by_place_is_that_of_a_full_sort(points, random):
    xy = np.array(points, dtype=np.float64).reshape(-1, 2) + 0.0
    then = np.array([random.randrange(5) for _ in points], dtype=np.int64)
    expected = np.lexsort((then, xy[:, 1], xy[:, 0]))
    np.testing.assert_array_equal(order_by_place(xy, then), expected)


def naive_labels(size: int, pairs: list[tuple[int, int]]) -> list[int]:
    label = list(range(size))
    for a, b in pairs:
        low, high = sorted((label[a], label[b]))
        label = [low if one == high else one for one in label]
    return label


@given(st.integers(1, 25).flatmap(lambda n: st.tuples(st.just(n), st.lists(st.tuples(*2 * [st.integers(0, n - 1)])))))
def test_what_pairs_join_has_one_label(case):
    size, pairs = case
    a, b = np.array(pairs, dtype=np.int64).reshape(-1, 2).T
    assert connected(size, a, b).tolist() == naive_labels(size, pairs)


@pytest.mark.parametrize("size", [1000, 1001])
def test_a_long_chain_is_one(size):
    order = np.random.default_rng(3).permutation(size)
    assert connected(size, order[:-1], order[1:]).tolist() == [0] * size


def test_who_stands_for_a_group():
    label = np.array([0, 0, 2, 0, 2, 5])
    xy = np.array([[3, 0], [1, 5], [0, 0], [1, 2], [0, 0], [9, 9]], dtype=float)
    rank = np.array([1, 1, 1, 1, 0, 7])
    assert representatives(label, xy, rank).tolist() == [3, 3, 4, 3, 4, 5]
