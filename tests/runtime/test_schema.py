"""The published schema says what the reader says."""

from __future__ import annotations

import json
from typing import Any

import making_scripts as scripts
import pytest
from hypothesis import given
from hypothesis import strategies as st

from crige_ia_plugin.paths import RESOURCES
from crige_ia_plugin.runtime import parameters, pins, script
from crige_ia_plugin.runtime.parameters import Type
from crige_ia_plugin.runtime.problems import Code, RuntimeProblem
from crige_ia_plugin.runtime.versions import requirement

jsonschema = pytest.importorskip("jsonschema")
SCHEMA = json.loads((RESOURCES / "scripts" / "format-1.schema.json").read_text(encoding="utf-8"))
if not hasattr(jsonschema, "Draft202012Validator"):
    pytest.skip("jsonschema is too old for this schema", allow_module_level=True)
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)
PARAMETER = jsonschema.Draft202012Validator({**SCHEMA["$defs"]["parameter"], "$defs": SCHEMA["$defs"]})
BEYOND = (Code.VALUE_FORM, Code.VALUE_RANGE, Code.VALUE_CHOICE, Code.RANGE_EMPTY, Code.NAME_TWICE, Code.PARENT_UNKNOWN)
"""What a schema cannot tell."""


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_types_and_keys_are_the_reader_s() -> None:
    declared = SCHEMA["$defs"]["parameter"]["properties"]
    assert declared["type"]["enum"] == [kind.value for kind in Type]
    assert set(declared) == parameters._COMMON | set(parameters._KEYS)
    assert set(SCHEMA["properties"]) == script._KEYS
    assert tuple(declared["geometry"]["enum"]) == parameters.GEOMETRIES


SHARED = sorted(path for path in RESOURCES.glob("scripts/**/*.py") if path.parent.name != "runners")


@pytest.mark.parametrize("path", SHARED, ids=lambda path: path.stem)
def test_our_own_scripts_follow_it(path) -> None:
    tables, _, _ = script.metadata(path.read_bytes())
    VALIDATOR.validate(tables["tool"]["iageo"])
    read = script.read(path)
    assert read.title("fr")
    names = {pin.name for pin in pins.read(read.lock)}
    assert names >= {needed.name for needed in map(requirement, read.dependencies) if needed}


VALUES = {
    "title": ["T", {"fr": "T"}, {"fr": 1}, 3, "", {"french": "T"}],
    "help": ["H", 3],
    "default": [1, "a", True],
    "optional": [True, "yes"],
    "min": [0, 1.5, "a"],
    "parent": ["layer", 1],
    "choices": [["a"], [], [1], [{"value": "a", "title": "A"}], [{"value": "a"}]],
    "geometry": ["line", "square"],
    "bands": [3, "a"],
    "multiple": [True, 1],
    "extension": ["gpkg", "../x", ".gpkg", "tar.gz"],
    "style": ["crowns", "a/b"],
    "colour": ["red"],
}


@given(
    st.sampled_from(list(Type)),
    st.fixed_dictionaries({}, optional={key: st.sampled_from(found) for key, found in VALUES.items()}),
)
def test_schema_and_reader_agree_on_a_parameter(kind: Type, more: dict[str, Any]) -> None:
    table = {"name": "p", "type": kind.value, "title": "T", **more}
    try:
        parameter = parameters.parse(table, 1)
        if kind is Type.FIELD and not parameter.parent:
            raise RuntimeProblem(Code.KEY_MISSING)
        code = None
    except RuntimeProblem as problem:
        code = problem.code
    assert PARAMETER.is_valid(table) == (code is None or code in BEYOND), code


def test_schema_and_reader_agree_on_the_whole() -> None:
    for more in (
        "colour = 1",
        'tags = ["a"]',
        "tags = [1]",
        "tags = 1",
        "ram_mib = 100",
        "ram_mib = -1",
        'group = "A B"',
    ):
        source = scripts.text(more=more).encode()
        tables, _, _ = script.metadata(source)
        try:
            read = bool(script.read(source))
        except RuntimeProblem:
            read = False
        assert VALIDATOR.is_valid(tables["tool"]["iageo"]) is read
