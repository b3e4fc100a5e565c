"""Route names as the sources write them."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from crige_ia_plugin.engine.routes.names import (
    RouteKey,
    match_routes,
    normalise_route,
    read_routes,
    split_routes,
)


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("N0088", ("N88", "")),
        ("N88", ("N88", "")),
        ("rn 88", ("N88", "")),
        ("RN-088", ("N88", "")),
        ("RD 943", ("D943", "")),
        ("48D0907BG", ("D907BG", "48")),
        ("973N0001", ("N1", "973")),
        ("2AD0081", ("D81", "2A")),
        ("01A803903CD", ("A803903CD", "01")),
        ("D212E", ("D212E", "")),
        ("D 212 bis", ("D212BIS", "")),
        ("A0007N", ("A7N", "")),
        ("M6202", ("M6202", "")),
        ("T10", ("T10", "")),
        ("C 12", ("C12", "")),
        (7.0, ("7", "")),
        (109, ("109", "")),
        ("Rue  du Lac", ("rue du lac", "")),
        ("Ponts-de-l'Île", ("ponts-de-l'île", "")),
    ],
)
def test_a_name_has_one_key(written, key):
    assert normalise_route(written) == RouteKey(*key)


@pytest.mark.parametrize("written", [None, "", "  ", "NC", "nr", float("nan"), "NULL"])
def test_no_route_is_no_route(written):
    assert normalise_route(written) is None
    assert split_routes(written) == []


def test_a_shared_stretch_names_each_route_once():
    assert [k.route for k in split_routes("D6/D12")] == ["D6", "D12"]
    assert [k.route for k in split_routes("D6 / D06")] == ["D6"]
    assert [k.route for k in split_routes("I 95;I 895")] == ["I95", "I895"]
    assert len(split_routes("Rue Haute/Hochstrasse")) == 1


@pytest.mark.parametrize("written", ["D6/", " ;D6", "D6 ; ", "D6/ /"])
def test_a_separator_with_nothing_beside_it_is_no_name(written):
    assert split_routes(written) == split_routes("D6")


def test_reading_a_table_gives_codes_shared_rows_and_the_matches_made():
    names = read_routes(["N88", "N0088", None, "D6/D12", "D12", "NC", "N88", "D 6"])
    assert [k.text for k in names.keys] == ["D12", "D6", "N88"]
    assert names.names[2] == "N88"
    assert list(zip(names.row, names.route, names.shared)) == [
        (0, 2, False),
        (1, 2, False),
        (3, 1, True),
        (3, 0, True),
        (4, 0, False),
        (6, 2, False),
        (7, 1, False),
    ]
    assert names.unnamed.tolist() == [2, 5]
    assert [(m.written, m.route, m.rows) for m in names.matches] == [("D6", "D 6", 1), ("N0088", "N88", 1)]


def test_markers_find_their_route_through_the_key():
    codes, matches = match_routes(["N0088", "48D0907BG", "D907BG", "X1", None, "N88"], ["D907BG", "N88"])
    assert codes.tolist() == [1, 0, 0, -1, -1, 1]
    assert {(m.written, m.route) for m in matches} == {("N0088", "N88"), ("48D0907BG", "D907BG")}


def test_a_number_that_two_departments_have_is_not_guessed():
    codes, _ = match_routes(["D907", "12D907", "48D0907"], ["12D907", "48D907"])
    assert codes.tolist() == [-1, 0, 1]


def test_an_empty_table():
    names = read_routes([])
    assert names.keys == []
    assert len(names.row) == 0
    assert len(match_routes([], ["A1"])[0]) == 0


@given(st.integers(0, 99999), st.sampled_from(["", "E", "BIS", "B1"]), st.integers(0, 4), st.booleans())
def test_zeros_case_and_separators_never_matter(number, suffix, zeros, lower):
    plain = f"D{number}{suffix}"
    other = f"rd - {'0' * zeros}{number} {suffix}" if lower else f"RD{'0' * zeros}{number}-{suffix}"
    assert normalise_route(other) == normalise_route(plain)


@given(st.lists(st.one_of(st.none(), st.text(max_size=8), st.floats(), st.sampled_from(["D6/D12", "N88"]))))
def test_every_row_is_in_a_route_or_unnamed(values):
    names = read_routes(values)
    assert sorted(set(names.row.tolist()) | set(names.unnamed.tolist())) == list(range(len(values)))
    assert not set(names.row.tolist()) & set(names.unnamed.tolist())
    assert ((names.route >= 0) & (names.route < len(names.keys))).all() if len(names.route) else True


def test_the_national_markers_find_bd_topo_routes(shared_data):
    pyogrio = pytest.importorskip("pyogrio")
    _, _, _, (routes,) = pyogrio.raw.read(shared_data / "roads/rrn_bornes2025.gpkg", columns=["route"])
    codes, matches = match_routes(routes, ["N88", "N20"])
    assert (codes == 0).sum() == (routes == "N0088").sum() == 448
    assert {m.written for m in matches} == {"N0088", "N0020"}
    assert np.isin(codes, [-1, 0, 1]).all()
