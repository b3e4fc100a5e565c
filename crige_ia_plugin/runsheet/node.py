"""Reading JSON that others wrote: typed members, or the place where they are not what they should be."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, Union

from .errors import RunSheetError

Scalar = Union[str, int, float, bool, None]
Value = Union[Scalar, tuple[Scalar, ...]]
Extent = tuple[float, float, float, float]

_REQUIRED: Any = object()


class Node:
    """One JSON object being read: gives typed members, or says where the sheet is not what it should be."""

    def __init__(self, data: object, where: str) -> None:
        self._where = where
        if not isinstance(data, Mapping):
            raise self._invalid("", "object")
        self._data = data

    def _invalid(self, key: str, expected: str) -> RunSheetError:
        where = f"{self._where}.{key}" if key else self._where
        return RunSheetError("runsheet-invalid", where=where, expected=expected)

    def _get(self, key: str, default: Any, kinds: type | tuple[type, ...], expected: str) -> Any:
        value = self._data.get(key, default)
        # A boolean is an integer to Python, never to JSON.
        wrong_boolean = isinstance(value, bool) and kinds is not bool
        if value is not default and (wrong_boolean or not isinstance(value, kinds)):
            raise self._invalid(key, expected)
        if value is _REQUIRED:
            raise self._invalid(key, expected)
        return value

    def text(self, key: str, default: Any = _REQUIRED) -> str:
        """Return a text."""
        return str(self._get(key, default, str, "text"))

    def flag(self, key: str) -> bool:
        """Return true or false."""
        return bool(self._get(key, _REQUIRED, bool, "true or false"))

    def integer(self, key: str) -> int:
        """Return an integer."""
        return int(self._get(key, _REQUIRED, int, "integer"))

    def optional_integer(self, key: str) -> int | None:
        """Return an integer, or None when it is null or absent."""
        value = self._get(key, None, int, "integer or null")
        return None if value is None else int(value)

    def number(self, key: str) -> float:
        """Return a finite number."""
        value = self._get(key, _REQUIRED, (int, float), "number")
        if not math.isfinite(value):
            raise self._invalid(key, "finite number")
        return float(value)

    def moment(self, key: str) -> datetime:
        """Return a date and time in ISO 8601."""
        text = self.text(key)
        try:
            # Python 3.9 does not read the Z of ISO 8601.
            return datetime.fromisoformat(text[:-1] + "+00:00" if text.endswith("Z") else text)
        except ValueError as error:
            raise self._invalid(key, "ISO 8601 date and time") from error

    def scalar(self, key: str) -> Scalar:
        """Return a value that is neither a list nor an object."""
        if key not in self._data:
            raise self._invalid(key, "value")
        return self._as_scalar(key, self._data[key])

    def value(self, key: str) -> Value:
        """Return a scalar, or a list of them as a tuple."""
        data = self._data.get(key)
        return tuple(self._as_scalar(key, item) for item in data) if isinstance(data, list) else self.scalar(key)

    def extent(self, key: str) -> Extent | None:
        """Return (xmin, ymin, xmax, ymax), or None when it is null or absent."""
        data = self._get(key, None, list, "list of 4 numbers or null")
        if data is None:
            return None
        if len(data) != 4 or not all(isinstance(item, (int, float)) and not isinstance(item, bool) for item in data):
            raise self._invalid(key, "list of 4 numbers or null")
        xmin, ymin, xmax, ymax = map(float, data)
        return xmin, ymin, xmax, ymax

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts."""
        data = self._get(key, _REQUIRED, list, "list of texts")
        if not all(isinstance(item, str) for item in data):
            raise self._invalid(key, "list of texts")
        return tuple(data)

    def rows(self, key: str) -> tuple[tuple[Scalar, ...], ...]:
        """Return a list of lists of scalars."""
        data = self._get(key, _REQUIRED, list, "list of rows")
        if not all(isinstance(row, list) for row in data):
            raise self._invalid(key, "list of rows")
        return tuple(tuple(self._as_scalar(key, cell) for cell in row) for row in data)

    def child(self, key: str) -> Node:
        """Return an object, to be read in its turn."""
        return Node(self._data.get(key), f"{self._where}.{key}")

    def items(self, key: str, default: Any = _REQUIRED) -> Iterable[Node]:
        """Return a list of objects, to be read in their turn."""
        data = self._get(key, default, list, "list")
        return [Node(item, f"{self._where}.{key}[{index}]") for index, item in enumerate(data)]

    def _as_scalar(self, key: str, data: object) -> Scalar:
        if data is None or isinstance(data, (str, int, float)):
            return data
        raise self._invalid(key, "text, number, true, false or null")
