"""Reads a draft's JSON key by key: what is absent is empty, what is of another type is an error."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .problems import AuthoringError, Code


class Node:
    """One JSON object."""

    def __init__(self, data: object, name: str, where: str = "") -> None:
        self.name = name
        self.where = where
        if data is not None and not isinstance(data, dict):
            raise self.wrong("")
        self.data: dict[str, Any] = data or {}

    def wrong(self, key: str) -> AuthoringError:
        """The error for a key whose value is not what it should be."""
        place = ".".join(part for part in (self.where, key) if part) or "{}"
        return AuthoringError(Code.DRAFT_INVALID, name=self.name, reason=place)

    def names(self) -> tuple[str, ...]:
        """Keys that are there."""
        return tuple(self.data)

    def text(self, key: str) -> str:
        """A string, empty when absent."""
        value = self.data.get(key, "")
        if not isinstance(value, str):
            raise self.wrong(key)
        return value

    def integer(self, key: str, default: int) -> int:
        """A whole number."""
        value = self.data.get(key, default)
        if not isinstance(value, int) or isinstance(value, bool):
            raise self.wrong(key)
        return value

    def number(self, key: str) -> float | None:
        """A number, None when absent or null."""
        value = self.data.get(key)
        if value is not None and (not isinstance(value, (int, float)) or isinstance(value, bool)):
            raise self.wrong(key)
        try:
            return None if value is None else float(value)
        except OverflowError:  # an integer of hundreds of digits
            raise self.wrong(key) from None

    def flag(self, key: str) -> bool | None:
        """True, false, or None when absent or null."""
        value = self.data.get(key)
        if value is not None and not isinstance(value, bool):
            raise self.wrong(key)
        return value

    def mapping(self, key: str) -> Mapping[str, Any]:
        """A JSON object as it stands."""
        return self.child(key).data

    def texts(self, key: str) -> Mapping[str, str]:
        """An object of strings."""
        node = self.child(key)
        return {name: node.text(name) for name in node.names()}

    def strings(self, key: str) -> tuple[str, ...]:
        """A list of strings."""
        values = self._list(key)
        if not all(isinstance(value, str) for value in values):
            raise self.wrong(key)
        return tuple(values)

    def child(self, key: str) -> Node:
        """An object, empty when absent or null."""
        return Node(self.data.get(key), self.name, f"{self.where}.{key}" if self.where else key)

    def nodes(self, key: str) -> tuple[Node, ...]:
        """A list of objects."""
        return tuple(Node(value, self.name, f"{key}[{place}]") for place, value in enumerate(self._list(key)))

    def _list(self, key: str) -> list[Any]:
        value = self.data.get(key, [])
        if not isinstance(value, list):
            raise self.wrong(key)
        return value
