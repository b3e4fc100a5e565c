"""What others wrote is read member by member; what it should not be is told with its place."""

from __future__ import annotations

import pytest

from crige_ia_plugin.runsheet.errors import RunSheetError
from crige_ia_plugin.runsheet.node import Node


@pytest.mark.parametrize(
    ("data", "read"),
    [
        ({}, lambda node: node.text("name")),
        ({"name": None}, lambda node: node.text("name")),
        ({"name": 3}, lambda node: node.text("name")),
        ({"name": True}, lambda node: node.integer("name")),
        ({"name": 1}, lambda node: node.flag("name")),
        ({"name": float("nan")}, lambda node: node.number("name")),
        ({"name": float("inf")}, lambda node: node.number("name")),
        ({}, lambda node: node.number("name")),
        ({"name": "yesterday"}, lambda node: node.moment("name")),
        ({}, lambda node: node.scalar("name")),
        ({"name": []}, lambda node: node.scalar("name")),
    ],
)
def test_what_it_should_not_be_is_told_with_its_place(data, read) -> None:
    with pytest.raises(RunSheetError) as raised:
        read(Node(data, "sheet"))
    assert raised.value.code == "runsheet-invalid"
    assert raised.value.params["where"] == "sheet.name"


def test_what_is_no_object_is_told() -> None:
    with pytest.raises(RunSheetError) as raised:
        Node([1], "sheet")
    assert raised.value.params["where"] == "sheet"


def test_what_it_should_be_is_given() -> None:
    node = Node({"n": 2, "x": 2, "t": "a", "b": False, "when": "2026-11-22T10:00:00Z", "none": None}, "sheet")
    assert (node.integer("n"), node.number("x"), node.text("t"), node.flag("b")) == (2, 2.0, "a", False)
    assert node.moment("when").utcoffset().total_seconds() == 0
    assert (node.optional_integer("none"), node.optional_integer("absent")) == (None, None)
    assert node.text("absent", "usual") == "usual"
    assert (node.scalar("none"), node.scalar("b")) == (None, False)
