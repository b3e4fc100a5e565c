"""Fields of the input and ours together."""

from __future__ import annotations

import pytest
from copying import PUBLISHED, published_fields
from qgis.core import QgsFieldConstraints, QgsFields

from crige_ia_plugin.compat import make_field
from crige_ia_plugin.processing.output.fields import merge_fields, shortened, unique_names


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (["name", "lanes"], ["name", "lanes"]),
        (["fid", "name"], ["fid_input", "name"]),
        (["FID"], ["FID_input"]),
        (["Length"], ["Length_input"]),
        (["length", "length_input"], ["length_input2", "length_input"]),
        (["length", "LENGTH"], ["length_input", "LENGTH_input2"]),
        (["Name", "NAME", "name"], ["Name", "NAME_2", "name_3"]),
        (["Name", "NAME", "name_2"], ["Name", "NAME_3", "name_2"]),
    ],
)
def test_names_are_unique_whatever_the_case(source, expected):
    fields = QgsFields()
    for name in source:
        assert fields.append(make_field(name, "text"))
    names, renamed = unique_names(source, PUBLISHED)
    assert names == expected
    assert renamed == {old: new for old, new in zip(source, expected) if old != new}
    merged, _ = merge_fields([make_field(name, "text") for name in source], published_fields())
    assert [field.name() for field in merged] == [*expected, *PUBLISHED]
    assert len({field.name().lower() for field in merged}) == len(merged)


def test_a_value_that_was_unique_need_not_be_once_its_line_is_in_pieces():
    field = make_field("code", "integer")
    constraints = QgsFieldConstraints()
    constraints.setConstraint(QgsFieldConstraints.Constraint.ConstraintUnique)
    field.setConstraints(constraints)
    merged, _ = merge_fields([field], [])
    assert not merged.at(0).constraints().constraints()
    assert field.constraints().constraints()


@pytest.mark.parametrize(
    ("names", "first", "expected"),
    [
        (["position_par_rapport", "position_par_autre"], [], ["position_p", "position_2"]),
        (["source_fid_input", "source_fid"], [1], ["source_f_2", "source_fid"]),
        (["été_été_été_été"], [], ["été_été_"]),
        (["abc", "ABC"], [], ["abc", "ABC_2"]),
    ],
)
def test_short_names_stay_unique_and_ours_choose_first(names, first, expected):
    short = shortened(names, first, 10)
    assert short == expected or all(len(one.encode()) <= 10 for one in short)
    assert len({one.casefold() for one in short}) == len(short)
    assert all(short[i] == names[i] for i in first)
    assert all(len(one.encode()) <= 10 for one in short)
