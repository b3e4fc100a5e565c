"""Any run sheet goes to JSON and to its page and comes back equal; its JSON follows the published schema."""

from __future__ import annotations

import json
from datetime import datetime, timedelta, timezone
from pathlib import Path

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crige_ia_plugin.runsheet.energy import EnergyEstimate, Factor
from crige_ia_plugin.runsheet.html import read_html, to_html
from crige_ia_plugin.runsheet.sheet import (
    STATUSES,
    Check,
    Cost,
    Figure,
    InputLayer,
    Parameter,
    RunSheet,
    Table,
    Tool,
    from_json,
    to_json,
)

SCHEMA = json.loads(
    (Path(__file__).parents[2] / "resources" / "schemas" / "runsheet-1.json").read_text(encoding="utf-8")
)

NASTY = st.sampled_from(
    [
        "</script>",
        "<!--<script>",
        "]]>",
        "\u2028\u2029",
        '"><img src=x onerror=alert(1)>',
        "{0}",
        "&lt;",
        "\x00",
        "\udc80",
    ]
)
texts = st.one_of(st.text(max_size=30), NASTY)
integers = st.integers(0, 2**62)
numbers = st.floats(0, 1e12, allow_nan=False)
scalars = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), texts)


def tuples(strategy: st.SearchStrategy) -> st.SearchStrategy:
    return st.lists(strategy, max_size=3).map(tuple)


zones = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
factors = st.builds(Factor, texts, texts, numbers, texts, texts)
energies = st.builds(EnergyEstimate, numbers, numbers, texts, tuples(factors))
costs = st.builds(
    Cost,
    st.datetimes(datetime(2000, 1, 3), timezones=zones),
    numbers,
    numbers,
    st.one_of(st.none(), integers),
    energies,
)
extents = st.one_of(st.none(), st.tuples(st.floats(), st.floats(), st.floats(), st.floats()))
layers = st.builds(InputLayer, texts, texts, texts, st.one_of(st.none(), integers), texts, extents, texts)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    columns = draw(tuples(texts))
    rows = draw(tuples(st.tuples(*[scalars] * len(columns))))
    return Table(draw(texts), columns, rows)


sheets = st.builds(
    RunSheet,
    tool=st.builds(Tool, texts, texts, texts, texts),
    parameters=tuples(st.builds(Parameter, texts, texts, st.one_of(scalars, tuples(scalars)))),
    inputs=tuples(layers),
    software=tuples(st.tuples(texts, texts)),
    cost=costs,
    results=tuples(st.builds(Figure, texts, texts, scalars, texts)),
    checks=tuples(st.builds(Check, texts, texts, st.booleans(), texts)),
    warnings=tuples(texts),
    tables=tuples(tables()),
    language=st.sampled_from(["fr", "en", "fr_FR", "de", ""]),
    status=st.sampled_from(STATUSES),
    error=texts,
)
thorough = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@thorough
@given(sheets)
def test_json_comes_back_equal(sheet: RunSheet) -> None:
    text = to_json(sheet)
    assert from_json(text) == sheet
    text.encode("utf-8")


@thorough
@given(sheets)
def test_json_follows_the_published_schema(sheet: RunSheet) -> None:
    jsonschema.Draft202012Validator(SCHEMA).validate(json.loads(to_json(sheet)))


@thorough
@given(sheets)
def test_the_page_gives_the_sheet_back(sheet: RunSheet) -> None:
    page = to_html(sheet)
    assert read_html(page) == sheet
    assert read_html(page.encode("utf-8").decode("utf-8")) == sheet


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("key", ["tool", "cost", "status", "format"])
def test_the_schema_refuses_a_sheet_without(key: str, sheet: RunSheet) -> None:
    data = sheet.to_dict()
    del data[key]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(data, SCHEMA, cls=jsonschema.Draft202012Validator)
