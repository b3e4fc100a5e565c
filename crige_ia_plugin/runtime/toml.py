"""TOML as inline script metadata uses it: Python's own reader, or ours where Python has none (before 3.11).

Ours reads strings, numbers, booleans, arrays, inline tables, tables and arrays of tables; it refuses dates.
"""

from __future__ import annotations

import re
import sys
from typing import Any

MAX_DEPTH = 20
_MAX_DIGITS = 300


class TomlError(ValueError):
    """A text that is not TOML.

    Attributes:
        line: Line, from 1; 0 when unknown.
        reason: What is wrong, in English.
    """

    def __init__(self, reason: str, line: int = 0) -> None:
        self.line = line
        self.reason = reason
        super().__init__(f"{reason} (line {line})")


def loads(text: str) -> dict[str, Any]:
    """Decode TOML text whose line ends are line feeds.

    Raises:
        TomlError: It is not TOML, or nests too deep.
    """
    if sys.version_info >= (3, 11):
        return _loads_with_python(text)
    return _Reader(text).read()


if sys.version_info >= (3, 11):
    import tomllib

    _PLACE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")

    def _loads_with_python(text: str) -> dict[str, Any]:
        try:
            return tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            message = str(error)
            place = _PLACE.search(message)
            line = int(place.group(1) or text.count("\n") + 1) if place else 0
            raise TomlError(_PLACE.sub("", message), line) from None
        except (RecursionError, ValueError):
            raise TomlError("nested too deeply, or a number out of range") from None


_BARE = re.compile(r"[A-Za-z0-9_-]+")
_BLANK = re.compile(r"[ \t]*")
_GAP = re.compile(r"(?:[ \t\n]|#[^\x00-\x08\x0a-\x1f\x7f]*)*")
_LINE_END = re.compile(r"[ \t]*(?:#[^\x00-\x08\x0a-\x1f\x7f]*)?(?:\n|\Z)")
_NUMBER = re.compile(
    r"(?P<float>[+-]?(?:0|[1-9](?:_?\d)*)(?:\.\d(?:_?\d)*(?:[eE][+-]?\d(?:_?\d)*)?|[eE][+-]?\d(?:_?\d)*)|[+-]?(?:inf|nan))"
    r"|(?P<int>0x[0-9A-Fa-f](?:_?[0-9A-Fa-f])*|0o[0-7](?:_?[0-7])*|0b[01](?:_?[01])*|[+-]?(?:0|[1-9](?:_?\d)*))"
)
_ENDING = re.compile(r"[ \t\n,\]}#]|\Z")
_ESCAPE = re.compile(r'\\(?:(u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8})|([btnfr"\\])|([ \t]*\n[ \t\n]*)|)')
_STRINGS = (
    ('"""', re.compile(r'"""\n?((?:"{0,2}(?:[^"\\\x00-\x08\x0b-\x1f\x7f]|\\[\s\S]))*"{0,2})"""')),
    ("'''", re.compile(r"'''\n?((?:'{0,2}[^'\x00-\x08\x0b-\x1f\x7f])*'{0,2})'''")),
    ('"', re.compile(r'"((?:[^"\\\x00-\x08\x0a-\x1f\x7f]|\\.)*)"')),
    ("'", re.compile(r"'([^'\x00-\x08\x0a-\x1f\x7f]*)'")),
)
_ESCAPES = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r", '"': '"', "\\": "\\"}


class _Reader:
    """One reading, by descent; tables are known by identity, since they all live in ``root``."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.root: dict[str, Any] = {}
        self.opened: set[int] = set()  # tables that a header opened: not to be opened again
        self.implicit: set[int] = set()  # tables that stand above one that a header opened
        self.dotted: set[int] = set()  # tables that a dotted key made
        self.arrays: set[int] = set()  # arrays of tables, which headers lengthen

    def fail(self, reason: str) -> TomlError:
        return TomlError(reason, self.text.count("\n", 0, self.at) + 1)

    def take(self, token: str) -> bool:
        if self.text.startswith(token, self.at):
            self.at += len(token)
            return True
        return False

    def skip(self, pattern: re.Pattern[str]) -> None:
        found = pattern.match(self.text, self.at)
        self.at = found.end() if found else self.at

    def read(self) -> dict[str, Any]:
        table = self.root
        while True:
            self.skip(_GAP)
            if self.at >= len(self.text):
                return self.root
            if self.take("[["):
                table = self.header("]]")
            elif self.take("["):
                table = self.header("]")
            else:
                self.pair(table, 0)
            found = _LINE_END.match(self.text, self.at)
            if not found:
                raise self.fail("the line should end here")
            self.at = found.end()

    # tables

    def header(self, end: str) -> dict[str, Any]:
        keys = self.keys()
        if not self.take(end):
            raise self.fail(f"“{end}” is expected")
        parent = self.root
        for key in keys[:-1]:
            parent = self.enter(parent, key)
        return self.lengthen(parent, keys[-1]) if end == "]]" else self.open(parent, keys[-1])

    def enter(self, parent: dict[str, Any], key: str) -> dict[str, Any]:
        fresh = key not in parent
        child = parent.setdefault(key, {})
        if id(child) in self.arrays:
            return child[-1]  # type: ignore[no-any-return]
        if fresh:
            self.implicit.add(id(child))
        if id(child) not in self.implicit | self.opened | self.dotted:
            raise self.fail(f"“{key}” is not a table that can be added to")
        return child  # type: ignore[no-any-return]

    def lengthen(self, parent: dict[str, Any], key: str) -> dict[str, Any]:
        fresh = key not in parent
        tables = parent.setdefault(key, [])
        if fresh:
            self.arrays.add(id(tables))
        if id(tables) not in self.arrays:
            raise self.fail(f"“{key}” is already something else")
        table: dict[str, Any] = {}
        tables.append(table)
        self.opened.add(id(table))
        return table

    def open(self, parent: dict[str, Any], key: str) -> dict[str, Any]:
        fresh = key not in parent
        table = parent.setdefault(key, {})
        if not fresh and id(table) not in self.implicit:
            raise self.fail(f"“{key}” is already there")
        self.implicit.discard(id(table))
        self.opened.add(id(table))
        return table  # type: ignore[no-any-return]

    def keys(self) -> list[str]:
        found = []
        while True:
            self.skip(_BLANK)
            found.append(self.key())
            self.skip(_BLANK)
            if not self.take("."):
                return found

    def key(self) -> str:
        if self.text.startswith(('"', "'"), self.at):
            if self.text.startswith(('"""', "'''"), self.at):
                raise self.fail("a key stands on one line")
            return self.string()
        found = _BARE.match(self.text, self.at)
        if not found:
            raise self.fail("a key is expected")
        self.at = found.end()
        return found.group()

    def pair(self, table: dict[str, Any], depth: int) -> None:
        keys = self.keys()
        if not self.take("="):
            raise self.fail("“=” is expected after a key")
        for key in keys[:-1]:
            fresh = key not in table
            child = table.setdefault(key, {})
            if fresh:
                self.dotted.add(id(child))
            if id(child) not in self.dotted:
                raise self.fail(f"“{key}” is not a table that can be added to")
            table = child
        if keys[-1] in table:
            raise self.fail(f"“{keys[-1]}” is there twice")
        self.skip(_BLANK)
        table[keys[-1]] = self.value(depth)

    # values

    def value(self, depth: int) -> Any:
        if depth > MAX_DEPTH:
            raise self.fail("nested too deeply")
        if self.text.startswith(('"', "'"), self.at):
            return self.string()
        if self.take("["):
            return self.array(depth)
        if self.take("{"):
            return self.inline_table(depth)
        for word, meaning in (("true", True), ("false", False)):
            if self.take(word):
                return self.ended(meaning)
        return self.number()

    def ended(self, value: Any) -> Any:
        if not _ENDING.match(self.text, self.at):
            raise self.fail("a value is expected")
        return value

    def number(self) -> int | float:
        found = _NUMBER.match(self.text, self.at)
        if not found:
            raise self.fail("a value is expected")
        self.at = found.end()
        text = found.group().replace("_", "")
        if len(text) > _MAX_DIGITS:
            raise self.fail("a number out of range")
        if found.lastgroup == "float":
            return self.ended(float(text))  # type: ignore[no-any-return]
        return self.ended(int(text, 0))  # type: ignore[no-any-return]

    def array(self, depth: int) -> list[Any]:
        items: list[Any] = []
        while True:
            self.skip(_GAP)
            if self.take("]"):
                return items
            items.append(self.value(depth + 1))
            self.skip(_GAP)
            if not self.take(","):
                if self.take("]"):
                    return items
                raise self.fail("“,” or “]” is expected")

    def inline_table(self, depth: int) -> dict[str, Any]:
        table: dict[str, Any] = {}
        self.skip(_BLANK)
        if self.take("}"):
            return table
        while True:
            self.pair(table, depth + 1)
            self.skip(_BLANK)
            if self.take("}"):
                return table
            if not self.take(","):
                raise self.fail("“,” or “}” is expected")

    def string(self) -> str:
        for opening, pattern in _STRINGS:
            if self.text.startswith(opening, self.at):
                found = pattern.match(self.text, self.at)
                if not found:
                    raise self.fail("a string is not closed, or holds a character that must be escaped")
                text = found.group(1)
                if opening[0] == '"':
                    text = _ESCAPE.sub(self.unescaped, text)
                self.at = found.end()
                return text
        raise self.fail("a string is expected")

    def unescaped(self, found: re.Match[str]) -> str:
        code, letter, folded = found.groups()
        if folded is not None:
            return ""
        if letter is not None:
            return _ESCAPES[letter]
        number = int(code[1:], 16) if code else -1
        if not 0 <= number < 0x110000 or 0xD800 <= number < 0xE000:
            raise self.fail(f"unknown escape {found.group()}")
        return chr(number)
