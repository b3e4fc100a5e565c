"""The run sheet's data: what it accepts, what it refuses and says."""

from __future__ import annotations

import json
import math
from dataclasses import replace
from datetime import datetime

import pytest

from crige_ia_plugin.runsheet.errors import ERRORS, RunSheetError
from crige_ia_plugin.runsheet.sheet import (
    FORMAT,
    Figure,
    InputLayer,
    Parameter,
    RunSheet,
    Table,
    from_json,
    to_json,
)


def test_unknown_keys_are_tolerated_everywhere(sheet: RunSheet) -> None:
    data = sheet.to_dict()
    for place in (data, data["tool"], data["cost"], data["cost"]["energy"], *data["inputs"], *data["checks"]):
        place["of_tomorrow"] = {"a": [1]}
    assert RunSheet.from_dict(data) == sheet


def test_optional_keys_may_be_absent(sheet: RunSheet) -> None:
    data = sheet.to_dict()
    del data["tables"], data["error"], data["inputs"][0]["edition"], data["results"][0]["unit"]
    assert RunSheet.from_dict(data).tables == ()


def test_a_newer_format_is_refused_whatever_it_holds() -> None:
    with pytest.raises(RunSheetError) as caught:
        RunSheet.from_dict({"format": FORMAT + 1})
    assert (caught.value.code, caught.value.params) == ("runsheet-newer", {"found": FORMAT + 1, "known": FORMAT})


@pytest.mark.parametrize(
    ("path", "value", "where"),
    [
        (("tool",), None, "$.tool"),
        (("tool", "id"), 3, "$.tool.id"),
        (("parameters",), {}, "$.parameters"),
        (("parameters", 0, "value"), {"a": 1}, "$.parameters[0].value"),
        (("inputs", 0, "feature_count"), True, "$.inputs[0].feature_count"),
        (("inputs", 0, "extent"), [1, 2, 3], "$.inputs[0].extent"),
        (("cost", "started"), "yesterday", "$.cost.started"),
        (("cost", "duration_s"), "1", "$.cost.duration_s"),
        (("checks", 1, "passed"), 1, "$.checks[1].passed"),
        (("warnings", 0), 1, "$.warnings"),
        (("tables", 0, "rows"), [1], "$.tables[0].rows"),
        (("format",), "1", "$.format"),
    ],
)
def test_damage_is_located(sheet: RunSheet, path: tuple, value: object, where: str) -> None:
    data = sheet.to_dict()
    place = data
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    with pytest.raises(RunSheetError) as caught:
        RunSheet.from_dict(data)
    assert caught.value.code == "runsheet-invalid"
    assert caught.value.params["where"] == where
    assert where in str(caught.value)


@pytest.mark.parametrize(
    ("path", "value"),
    [(("status",), "nearly"), (("cost", "started"), "2026-11-22T16:42:00"), (("tables", 0, "rows"), [[1]])],
)
def test_what_makes_no_sense_is_invalid(sheet: RunSheet, path: tuple, value: object) -> None:
    data = sheet.to_dict()
    place = data
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    with pytest.raises(RunSheetError, match="damaged"):
        RunSheet.from_dict(data)


@pytest.mark.parametrize("text", ["", "{", "NaN", "[" * 100_000])
def test_bad_json_is_said_to_be_so(text: str) -> None:
    with pytest.raises(RunSheetError) as caught:
        from_json(text)
    assert caught.value.code in ("runsheet-not-json", "runsheet-invalid")


@pytest.mark.parametrize("data", [None, [], 3, "text"])
def test_json_that_is_no_object_is_invalid(data: object) -> None:
    with pytest.raises(RunSheetError) as caught:
        RunSheet.from_dict(data)
    assert caught.value.code == "runsheet-invalid"


def test_numbers_that_json_lacks_become_no_value(sheet: RunSheet) -> None:
    assert Figure("a", "a", math.nan).value is None
    assert Parameter("a", "a", (math.inf, 1)).value == (None, 1)
    assert Table("t", ("a",), ((math.nan,),)).rows == ((None,),)
    empty = InputLayer("a", "a", "a", 0, "", (math.inf, math.inf, -math.inf, -math.inf))
    assert empty.extent is None
    assert "NaN" not in to_json(replace(sheet, results=(Figure("a", "a", math.nan),)))


def test_a_time_without_zone_and_a_ragged_table_are_refused(sheet: RunSheet) -> None:
    with pytest.raises(ValueError, match="time zone"):
        replace(sheet.cost, started=datetime(2026, 11, 22))
    with pytest.raises(ValueError, match="2 cells"):
        Table("t", ("a", "b"), ((1,),))


def test_the_z_of_iso_8601_is_read(sheet: RunSheet) -> None:
    data = sheet.to_dict()
    data["cost"]["started"] = "2026-11-22T15:42:05Z"
    assert RunSheet.from_dict(data).cost.started == sheet.cost.started


def test_json_is_readable_as_it_is(sheet: RunSheet) -> None:
    text = to_json(sheet)
    assert "Tronçonner les routes" in text
    assert json.loads(text)["format"] == FORMAT


def test_every_error_has_a_sentence() -> None:
    for code in ERRORS:
        names = {"detail": "x", "found": 2, "known": 1, "where": "$", "expected": "text"}
        assert str(RunSheetError(code, **names))
