"""Values go to a script's command line and come back the same."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

import making_scripts as scripts
import pytest
from hypothesis import given
from hypothesis import strategies as st

from crige_ia_plugin.runtime import values
from crige_ia_plugin.runtime.problems import Code, RuntimeProblem


def declared(name: str, kind: str, more: str = "") -> str:
    return f'[[tool.iageo.parameters]]\nname = "{name}"\ntype = "{kind}"\ntitle = "T"\noptional = true\n{more}\n'


ALL = scripts.make(
    parameters=declared("roads", "vector")
    + declared("layers", "vectors")
    + declared("size", "number", "min = -1e9\nmax = 1e9")
    + declared("count", "integer", "min = 0")
    + declared("exact", "boolean")
    + declared("mode", "choice", 'choices = ["a", "b"]')
    + declared("note", "text")
    + declared("names", "text", "multiple = true")
    + declared("crs", "crs")
    + declared("extent", "extent")
    + declared("out_file", "file-out", 'extension = "txt"')
)


def parser() -> argparse.ArgumentParser:
    """The command line that an author writes."""
    made = argparse.ArgumentParser()
    for parameter in ALL.parameters:
        made.add_argument(parameter.option, action="append" if parameter.is_repeated else "store")
    return made


PLAIN = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)


@given(
    st.fixed_dictionaries(
        {},
        optional={
            "size": st.floats(-1e9, 1e9),
            "count": st.integers(0, 10**12),
            "exact": st.booleans(),
            "mode": st.sampled_from(["a", "b"]),
            "note": PLAIN,
            "names": st.lists(PLAIN, min_size=1, max_size=3),
            "roads": PLAIN.filter(str.strip),
            "crs": st.just("EPSG:2154"),
        },
    )
)
def test_what_an_author_s_parser_reads_is_what_was_given(given_: dict[str, Any]) -> None:
    complete = values.complete(ALL, given_)
    words = values.arguments(ALL, complete)
    read = {name: value for name, value in vars(parser().parse_args(words)).items() if value is not None}
    assert set(read) == set(given_)
    for name, value in given_.items():
        if isinstance(value, bool):
            assert read[name] == str(value).lower()
        elif isinstance(value, (int, float)):
            assert float(read[name]) == value
        else:
            assert read[name] == value
    if not any(str(word).startswith("--") for word in [*given_.get("names", []), given_.get("roads", "")]):
        assert values.complete(ALL, values.parse(ALL, words)) == complete


@pytest.mark.parametrize(
    ("name", "value", "kept"),
    [
        ("extent", "-5, 10.50,0,1e2", "-5,10.5,0,100"),
        ("extent", [0.1, 1, 2, 3], "0.1,1,2,3"),
        ("count", 3.0, 3),
        ("roads", Path("a") / "b.gpkg", str(Path("a") / "b.gpkg")),
        ("layers", "one.gpkg", ["one.gpkg"]),
        ("names", ("a", "b"), ["a", "b"]),
    ],
)
def test_values_take_their_own_type(name: str, value: Any, kept: Any) -> None:
    assert values.check(ALL.parameter(name), value) == kept


@pytest.mark.parametrize(
    ("name", "value", "code"),
    [
        ("size", "2", Code.VALUE_FORM),
        ("size", True, Code.VALUE_FORM),
        ("size", float("nan"), Code.VALUE_FORM),
        ("size", 2e9, Code.VALUE_RANGE),
        ("count", 2.5, Code.VALUE_FORM),
        ("count", -1, Code.VALUE_RANGE),
        ("exact", 1, Code.VALUE_FORM),
        ("mode", "c", Code.VALUE_CHOICE),
        ("note", "a\0b", Code.VALUE_FORM),
        ("note", 3, Code.VALUE_FORM),
        ("crs", "Lambert", Code.VALUE_FORM),
        ("extent", "1,0,0,1", Code.VALUE_FORM),
        ("extent", "1,2,3", Code.VALUE_FORM),
        ("extent", 3, Code.VALUE_FORM),
        ("extent", "0,inf,0,1", Code.VALUE_FORM),
        ("roads", " ", Code.VALUE_FORM),
        ("layers", 3, Code.VALUE_FORM),
        ("layers", [3], Code.VALUE_FORM),
    ],
)
def test_a_value_that_does_not_suit(name: str, value: Any, code: Code) -> None:
    with pytest.raises(RuntimeProblem) as caught:
        values.complete(ALL, {name: value})
    assert caught.value.code is code
    assert caught.value.params["parameter"] == name


def test_defaults_are_added_and_absent_options_left_out() -> None:
    made = scripts.make(parameters=declared("size", "number", "default = 0.5") + declared("note", "text"))
    assert values.complete(made, {"note": None}) == {"size": 0.5}
    assert values.arguments(made, {"size": -0.5, "note": ""}) == ["--size=-0.5", "--note="]


def test_what_is_required_must_be_given() -> None:
    made = scripts.make(parameters=declared("size", "number").replace("optional = true", ""))
    with pytest.raises(RuntimeProblem) as caught:
        values.complete(made, {})
    assert caught.value.code is Code.VALUE_MISSING
    assert caught.value.params["option"] == "--size"


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["--sise", "2"], Code.PARAMETER_UNKNOWN),
        (["size", "2"], Code.PARAMETER_UNKNOWN),
        (["--size"], Code.VALUE_MISSING),
        (["--size", "--count"], Code.VALUE_MISSING),
        (["--size", "two"], Code.VALUE_FORM),
        (["--exact", "perhaps"], Code.VALUE_FORM),
    ],
)
def test_a_command_line_that_is_not_understood(words: list[str], code: Code) -> None:
    with pytest.raises(RuntimeProblem) as caught:
        values.parse(ALL, words)
    assert caught.value.code is code


def test_a_command_line_is_read() -> None:
    words = ["--size=-2", "--exact", "TRUE", "--layers", "a", "--layers", "b", "--out-file", "x.txt"]
    assert values.parse(ALL, words) == {"size": -2.0, "exact": True, "layers": ["a", "b"], "out_file": "x.txt"}


def test_files_are_told_from_the_rest() -> None:
    assert values.paths_of(ALL.parameter("roads"), "a.gpkg|layername=b") == ["a.gpkg"]
    assert values.paths_of(ALL.parameter("layers"), ["a", "b"]) == ["a", "b"]
    assert values.paths_of(ALL.parameter("note"), "a") == []
