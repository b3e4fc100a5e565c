"""What the values of a level field say."""

from __future__ import annotations

from datetime import date

import pytest

from crige_ia_plugin.engine.network.levels import KNOWN_FIELDS, known_level_field, read_levels


@pytest.mark.parametrize(
    ("raw", "level"),
    [
        (0, 0),
        (2, 2),
        (-1, -1),
        (1.0, 1),
        ("0", 0),
        ("-1", -1),
        ("+2", 2),
        (" 3 ", 3),
        ("1.0", 1),
        ("-2,0", -2),
        ("Gué ou radier", 0),
        ("GUÉ OU RADIER", 0),
        ("gue ou radier", 0),
        (None, 0),
        ("", 0),
        ("  ", 0),
        (float("nan"), 0),
        ("-0", 0),
    ],
)
def test_a_level(raw, level):
    levels = read_levels([raw])
    assert levels.values.tolist() == [level]
    assert levels.unread == ()


@pytest.mark.parametrize(
    "raw",
    [
        "Souterrain",
        "pont",
        "1;2",
        "0.5",
        1.5,
        "1e400",
        float("inf"),
        float("-inf"),
        10**30,
        123456,
        "1_0",
        "0x10",
        "NULL",
        date(2024, 1, 1),
        ["1"],
        b"1",
    ],
)
def test_what_says_no_level_is_ground_and_listed(raw):
    levels = read_levels([1, raw, raw])
    assert levels.values.tolist() == [1, 0, 0]
    assert levels.unread == ((str(raw), 2),)


def test_prose_is_listed_the_most_frequent_first_then_by_name():
    levels = read_levels(["pont", "tunnel", "1", "pont", "bac", None])
    assert levels.values.tolist() == [0, 0, 1, 0, 0, 0]
    assert levels.unread == (("pont", 2), ("bac", 1), ("tunnel", 1))


def test_numbers_and_their_texts_are_one_level():
    assert read_levels([1, "1", 1.0, "1.0"]).values.tolist() == [1, 1, 1, 1]


def test_truth_is_no_level():
    """A boolean field is no level field, whatever 1 came before."""
    assert read_levels([1, True, False]).unread == read_levels([True, False, 1]).unread
    assert read_levels([1, True]).unread == (("True", 1),)


def test_no_feature_no_level():
    levels = read_levels([])
    assert levels.values.dtype == "int64"
    assert len(levels.values) == 0


@pytest.mark.parametrize(
    ("names", "known"),
    [
        (["id", "pos_sol"], "pos_sol"),
        (["id", "POS_SOL"], "POS_SOL"),
        (["layer", "pos_sol", "Position_par_rapport_au_sol"], "Position_par_rapport_au_sol"),
        (["osm_id", "layer"], "layer"),
        (["name", "niveau"], None),
        ([], None),
    ],
)
def test_a_field_is_known_by_its_name(names, known):
    assert known_level_field(names) == known


def test_the_fields_of_bd_topo_come_first():
    assert KNOWN_FIELDS == ("position_par_rapport_au_sol", "pos_sol", "layer")
