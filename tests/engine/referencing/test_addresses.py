"""Addresses such as PR12+345."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from crige_ia_plugin.engine.referencing.addresses import (
    AddressStatus,
    read_address,
    read_addresses,
    read_offset,
    write_address,
    write_addresses,
)


@pytest.mark.parametrize(
    ("written", "pr", "offset"),
    [
        ("PR12+345", 12, 345),
        ("PR 12 + 345", 12, 345),
        ("pr12+0345 m", 12, 345),
        ("12+345", 12, 345),
        ("12+1326", 12, 1326),
        ("12+345,5", 12, 345.5),
        ("PR12", 12, 0),
        ("12", 12, 0),
        ("12.345", 12, 345),
        ("12,045", 12, 45),
        ("PR0+0", 0, 0),
        ("PR0-25", 0, -25),
        ("P.R. 7+10", 7, 10),
        (12, 12, 0),
        (12.0, 12, 0),
        (np.int64(3), 3, 0),
    ],
)
def test_what_is_read(written, pr, offset):
    assert read_address(written) == (pr, offset, AddressStatus.READ)


@pytest.mark.parametrize("written", [None, "", " ", "-1", "(1)", -1, -1.0, math.nan, "NC"])
def test_what_is_unknown(written):
    assert read_address(written).status is AddressStatus.UNKNOWN
    assert read_offset(written)[1] is AddressStatus.UNKNOWN


def test_a_decimal_is_trusted_in_text_only_and_with_its_zeros():
    assert read_address(12.345).status is AddressStatus.DECIMAL_NUMBER
    assert read_address("12.3").status is AddressStatus.UNREADABLE


@pytest.mark.parametrize("written", ["abc", "12+", "PR+5", "12+3+4", "km 12", "1e5"])
def test_what_cannot_be_read(written):
    assert read_address(written).status is AddressStatus.UNREADABLE


def test_yes_is_no_marker_even_after_a_one():
    assert [one.value for one in read_addresses([1, True, 1.0]).status] == ["read", "unreadable", "read"]


def test_two_fields():
    read = read_addresses(["12", 13, "-1", 14, "15+20"], ["345", 20.5, 5, "(1)", None])
    assert read.pr.tolist() == [12, 13, -1, -1, 15]
    np.testing.assert_array_equal(read.offset, [345, 20.5, np.nan, np.nan, 20])
    assert [s.value for s in read.status] == ["read", "read", "unknown", "unknown", "read"]


def test_the_form_is_configurable():
    assert write_address(12, 345.4) == "PR12+345"
    assert write_address(12, 45, width=3) == "PR12+045"
    assert write_address(12, 45.25, decimals=1, width=3) == "PR12+045.2"
    assert write_address(12, 345, form="{pr}{sign}{offset}") == "12+345"
    assert write_address(0, -12.0) == "PR0-12"
    assert write_address(0, -0.2) == "PR0+0"
    assert write_address(-1, 5) == ""
    assert write_addresses(np.array([1]), np.array([math.nan])) == [""]


@given(st.integers(0, 999), st.integers(-999_999, 9_999_999))
def test_what_is_written_is_read_back_to_the_millimetre(pr, millimetres):
    address = read_address(write_address(pr, millimetres / 1000, decimals=3))
    assert address.pr == pr
    assert address.offset == pytest.approx(millimetres / 1000, abs=1e-9)


@given(st.one_of(st.text(), st.floats(), st.integers(), st.none(), st.booleans()))
def test_reading_never_fails(value):
    assert read_address(value).status in AddressStatus


@given(
    st.lists(
        st.tuples(
            st.integers(-2, 500),
            st.floats(-1e4, 1e4) | st.just(-1.0) | st.just(math.nan) | st.integers(-5, 2000).map(float),
        ),
        max_size=40,
    )
)
def test_columns_of_numbers_are_read_as_the_texts_they_would_be(rows):
    pr, offset = [row[0] for row in rows], [row[1] for row in rows]
    at_once = read_addresses(pr, offset)
    one_by_one = read_addresses([*pr, None], [*offset, None])
    for column, expected in zip(at_once, one_by_one):
        assert [str(value) for value in column.tolist()] == [str(value) for value in expected.tolist()[:-1]]


def test_a_form_may_hold_braces_of_its_own():
    assert write_address(12, 345.0, "{{{pr}}}{sign}{offset} {m}") == "{{12}}+345 {m}"
