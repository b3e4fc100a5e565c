"""Sorting in small pieces gives what sorting gives."""

from __future__ import annotations

from operator import itemgetter

from hypothesis import given
from hypothesis import strategies as st

from crige_ia_plugin.catalogue import gently
from crige_ia_plugin.catalogue.gently import sorted_gently


@given(st.lists(st.tuples(st.integers(0, 5), st.integers())), st.booleans(), st.integers(1, 7))
def test_it_sorts_as_sorted_does_equal_items_in_their_order(
    items: list[tuple[int, int]], reverse: bool, piece: int
) -> None:
    usual, gently.PIECE = gently.PIECE, piece
    try:
        assert sorted_gently(items, itemgetter(0), reverse=reverse) == sorted(items, key=itemgetter(0), reverse=reverse)
        assert sorted_gently(iter(items), reverse=reverse) == sorted(items, reverse=reverse)
    finally:
        gently.PIECE = usual
