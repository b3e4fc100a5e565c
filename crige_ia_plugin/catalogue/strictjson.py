"""JSON from strangers: bounded, without surprises, and with the line of what is wrong."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Sequence
from typing import Any

from .problems import CatalogueError, Code

MAX_RECORD = 1 << 20
"""Largest record read, in bytes: the real ones weigh about 1 kB."""

_MAX_DEPTH = 40
_MAX_DIGITS = 300  # of an integer: a float holds it, so that it can be divided and shown
_NESTING = re.compile(r'"(?:[^"\\]|\\.)*"|[\[{\]}]', re.DOTALL)
_UNSHOWN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def loads(data: bytes | str, limit: int = MAX_RECORD, file: str = "") -> Any:
    """Decode JSON text; any text that is not strict JSON gives a coded error.

    Args:
        data: UTF-8 bytes (a byte order mark is accepted) or text.
        limit: Largest size accepted, in bytes (characters when text is given).
        file: Name put in the error.

    Raises:
        CatalogueError: JSON_TOO_LARGE, JSON_TOO_DEEP or JSON_INVALID (with ``line`` and ``reason``).
    """
    if len(data) > limit:
        raise CatalogueError(Code.JSON_TOO_LARGE, file, size=len(data), limit=limit)
    try:
        text = data.decode("utf-8-sig") if isinstance(data, bytes) else data
        if text.count("[") + text.count("{") > _MAX_DEPTH and _depth(text) > _MAX_DEPTH:
            raise CatalogueError(Code.JSON_TOO_DEEP, file, limit=_MAX_DEPTH)
        return _DECODER.decode(text)
    except json.JSONDecodeError as error:
        raise CatalogueError(Code.JSON_INVALID, file, error.lineno, reason=error.msg) from None
    except ValueError as error:  # not UTF-8, NaN, a number that is beyond computing with
        raise CatalogueError(Code.JSON_INVALID, file, reason=str(error)[:200]) from None


def _refuse(constant: str) -> None:
    raise ValueError(f"{constant} is not JSON")


def _decimal(text: str) -> float:
    number = float(text)
    if math.isinf(number):
        raise ValueError(f"{text[:20]} is too large a number")
    return number


def _integer(text: str) -> int:
    if len(text) > _MAX_DIGITS:
        raise ValueError(f"{text[:20]}… is too large a number")
    return int(text)


_DECODER = json.JSONDecoder(parse_constant=_refuse, parse_float=_decimal, parse_int=_integer)


def _depth(text: str) -> int:
    """Return how deep arrays and objects nest, found without decoding: decoders differ in what depth they bear."""
    depth = deepest = 0
    for token in _NESTING.finditer(text):
        mark = token.group()
        if mark in "[{":
            depth += 1
            deepest = max(deepest, depth)
        elif mark in "]}":
            depth -= 1
    return deepest


def dumps(value: Any) -> str:
    """Encode on one line, the way ``records.ndjson`` holds records."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def pretty(value: Any) -> str:
    """Encode for people and for diffs: one key a line, a final newline."""
    return json.dumps(value, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def plain(value: Any, limit: int = 20_000) -> str:
    """Return text that can be stored and shown: no control, direction or half-surrogate character."""
    if not isinstance(value, str):
        return ""
    if value.isprintable() and len(value) <= limit:
        return value.strip()
    return _UNSHOWN.sub("", value[:limit]).strip()


def line_of(text: str, path: Sequence[str | int]) -> int:
    """Line, from 1, of the key ``path`` leads to in pretty-printed JSON; its parent's if absent."""
    position = 0
    for step in path:
        if isinstance(step, int):
            continue
        found = text.find(json.dumps(step, ensure_ascii=False) + ":", position)
        if found < 0:
            break
        position = found
    return text.count("\n", 0, position) + 1
