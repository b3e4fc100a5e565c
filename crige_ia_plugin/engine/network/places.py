"""Places: distinct locations, so that two vertices at one location have one number."""

from __future__ import annotations

import numpy as np

_MIX_X = np.uint64(0x9E3779B97F4A7C15)
_MIX_Y = np.uint64(0xC2B2AE3D27D4EB4F)


def number_places(xy: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Give one number to all vertices whose coordinates are the same to the last bit.

    Args:
        xy: float64 (v, 2), finite.

    Returns:
        int64 (v,), the place of each vertex, from 0; int64 (p,), one vertex of each place. The numbering has no
        meaning of its own.
    """
    if not len(xy):
        return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
    bits = (xy + 0.0).view(np.uint64)  # + 0.0: minus zero is zero
    key = bits[:, 0] * _MIX_X
    key ^= key >> np.uint64(29)
    key += bits[:, 1] * _MIX_Y
    key ^= key >> np.uint64(32)
    key *= _MIX_X
    order = np.argsort(key)
    fresh = _changes(xy, order)
    if fresh[1:].sum() != (np.diff(key[order]) != 0).sum():  # two locations mixed to one key
        order = np.lexsort((xy[:, 1], xy[:, 0]))
        fresh = _changes(xy, order)
    place = np.empty(len(xy), dtype=np.int64)
    place[order] = np.cumsum(fresh) - 1
    return place, order[fresh]


def _changes(xy: np.ndarray, order: np.ndarray) -> np.ndarray:
    x, y = xy[order, 0], xy[order, 1]
    fresh = np.ones(len(xy), dtype=bool)
    fresh[1:] = (x[1:] != x[:-1]) | (y[1:] != y[:-1])
    return fresh


def number_values(values: np.ndarray, size: int) -> tuple[np.ndarray, np.ndarray]:
    """Number the distinct values in their order, as ``np.unique`` does, faster where they are dense.

    Args:
        values: int64 (n,), each at least 0 and below
        size: that number.

    Returns:
        int64 (k,), the values that occur; int64 (n,), the number of each value.
    """
    if size > 32 * len(values) + 1024:
        return np.unique(values, return_inverse=True)
    occurs = np.zeros(size, dtype=bool)
    occurs[values] = True
    return np.flatnonzero(occurs), (np.cumsum(occurs) - 1)[values]


def order_by_place(xy: np.ndarray, then: np.ndarray) -> np.ndarray:
    """Return the order by x, then y, then ``then``: what ``np.lexsort`` gives, faster where few have the same x.

    Args:
        xy: float64 (n, 2).
        then: int64 (n,), decides between equal locations.
    """
    order = np.argsort(xy[:, 0], kind="stable")
    x = xy[order, 0]
    same = np.zeros(len(x) + 1, dtype=bool)
    same[1:-1] = x[1:] == x[:-1]
    tied = np.flatnonzero(same[1:] | same[:-1])
    rows = order[tied]
    order[tied] = rows[np.lexsort((then[rows], xy[rows, 1], xy[rows, 0]))]
    return order


def connected(size: int, a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """Label what the pairs ``a``–``b`` join: each gets the smallest number among those it is joined to.

    Args:
        size: How many things there are.
        a: int64 (n,), one side of each pair.
        b: int64 (n,), the other side.

    Returns:
        int64 (size,), the label of each.
    """
    label = np.arange(size)
    while len(a):
        least = np.minimum(label[a], label[b])
        np.minimum.at(label, label[a], least)
        np.minimum.at(label, label[b], least)
        while True:
            jumped = label[label]
            if (jumped == label).all():
                break
            label = jumped
        open_ = label[a] != label[b]
        a, b = a[open_], b[open_]
    return label


def representatives(label: np.ndarray, xy: np.ndarray, rank: np.ndarray) -> np.ndarray:
    """Choose who stands for each group: lowest rank first, then lowest x, then lowest y.

    Args:
        label: int64 (n,), group of each, as :func:`connected` gives it.
        xy: float64 (n, 2), locations.
        rank: int64 (n,), preference.

    Returns:
        int64 (n,), for each, the one that stands for its group.
    """
    chosen = np.arange(len(label))
    size = np.bincount(label, minlength=len(label))
    several = np.flatnonzero(size[label] > 1)
    if not len(several):
        return chosen
    order = several[np.lexsort((xy[several, 1], xy[several, 0], rank[several], label[several]))]
    first = np.ones(len(order), dtype=bool)
    first[1:] = label[order][1:] != label[order][:-1]
    head = np.zeros(len(label), dtype=np.int64)
    head[label[order[first]]] = order[first]
    chosen[several] = head[label[several]]
    return chosen
