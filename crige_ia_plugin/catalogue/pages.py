"""Take a page of records apart without decoding it: a record that no decoder bears does not take its page along.

Nor is a whole page ever made into objects: 500 records are tens of thousands of them, for which Python's collector
of cycles would stop every thread of QGIS for some 50 ms. Each record is then read alone, when it is indexed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from .problems import CatalogueError, Code
from .strictjson import loads

_TOKEN = re.compile(rb'"[^"\\]*(?:\\.[^"\\]*)*"|[\[{\]}]', re.DOTALL)
_LIST = re.compile(rb"\s*:\s*\[")
_MARK = b"\xef\xbb\xbf"
_FEATURES = b'"features"'


class Page:
    """A page of an OGC API – Records collection, gone through once.

    Args:
        content: The answer of the server.
        address: Its address, put in errors.

    Attributes:
        address: The same.
        members: The members of the page but its records, whose list is empty there; known once all were given.
    """

    def __init__(self, content: bytes, address: str) -> None:
        self._content = content[len(_MARK) :] if content.startswith(_MARK) else content
        self.address = address
        self.members: Mapping[str, Any] = {}

    def records(self) -> Iterator[bytes]:
        """Text of each record, on one line, as the server wrote it: whether it is one shows when it is read.

        Raises:
            CatalogueError: JSON_INVALID, NOT_AN_OBJECT, or CATALOG_INVALID when there is no list of records.
        """
        content = self._content
        depth = 0
        opened = kept = 0  # where the list begins, up to where the content was given or kept
        begun = 0  # where the record at hand begins
        rest = bytearray()
        for token in _TOKEN.finditer(content):
            mark = content[token.start() : token.start() + 1]
            if mark == b'"':
                if depth == 1 and token.group() == _FEATURES and _LIST.match(content, token.end()):
                    opened = -1  # the next bracket opens it
            elif mark in (b"[", b"{"):
                depth += 1
                if opened < 0:
                    opened = kept = self._keep(rest, kept, token.end())
                elif opened and depth == 3:
                    yield from _strangers(content[kept : token.start()])
                    begun = token.start()
            else:
                depth -= 1
                if opened and depth == 2:
                    yield b" ".join(content[begun : token.end()].splitlines())
                    kept = token.end()
                elif opened and depth == 1:
                    yield from _strangers(content[kept : token.start()])
                    opened, kept = 0, token.start()
        if opened:
            raise CatalogueError(Code.JSON_INVALID, self.address, reason="the list of records does not end")
        self._keep(rest, kept, len(content))
        self.members = self._read(bytes(rest))

    def _keep(self, rest: bytearray, start: int, end: int) -> int:
        rest += self._content[start:end]
        return end

    def _read(self, rest: bytes) -> Mapping[str, Any]:
        members = loads(rest, len(rest), self.address)
        if not isinstance(members, dict):
            raise CatalogueError(Code.NOT_AN_OBJECT, self.address)
        if not isinstance(members.get("features"), list):
            raise CatalogueError(Code.CATALOG_INVALID, self.address, key="features")
        return members


def _strangers(between: bytes) -> Iterator[bytes]:
    """What stands between two records and is none: it is given too, so as to be told."""
    for piece in between.split(b","):
        if piece.strip():
            yield b" ".join(piece.split())
