"""What a script says on its standard output, line by line and bounded: whoever listens is never flooded."""

from __future__ import annotations

import json
import math
import re
import time
from typing import Any, Callable

MAX_LINE = 1 << 20
"""Longest line read as an event, in bytes; a longer one is only text, and cut."""
MAX_TEXT = 2_000
MAX_LINES = 2_000
"""Lines passed on in one run; those after it are counted."""
PROGRESS_INTERVAL = 0.05
MAX_STDERR = 64 << 10

_UNSHOWN = re.compile("[\x00-\x08\x0b-\x1f\x7f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def plain(text: str, limit: int = MAX_TEXT) -> str:
    """Text that can be shown: no control or direction character, and not too long."""
    text = _UNSHOWN.sub("", text).strip()
    return text if len(text) <= limit else text[: limit - 1] + "…"


class Events:
    """Reads events from bytes as they come.

    Attributes:
        result: Last ``{"result": {…}}``.
        error: Last ``{"error": "…"}``; empty when there was none.
        dropped: Lines that were too many to be passed on.
    """

    def __init__(self, send: Callable[[dict[str, Any]], None], clock: Callable[[], float] = time.monotonic) -> None:
        self.result: dict[str, Any] = {}
        self.error = ""
        self.dropped = 0
        self._send = send
        self._clock = clock
        self._rest = b""
        self._cutting = False  # inside a line that is too long, whose beginning was passed on
        self._passed = 0
        self._progress = -1.0
        self._told_at = -math.inf

    def feed(self, data: bytes) -> None:
        """Read more bytes."""
        lines = (self._rest + data).split(b"\n")
        self._rest = lines.pop()
        for line in lines:
            if self._cutting:
                self._cutting = False
            else:
                self._line(line)
        if len(self._rest) > MAX_LINE:
            if not self._cutting:
                self._text(self._rest)
            self._cutting, self._rest = True, b""

    def close(self) -> None:
        """Read the last line, which may have no end."""
        if self._rest and not self._cutting:
            self._line(self._rest)
        self._rest = b""

    def _line(self, line: bytes) -> None:
        event = _decoded(line) if line[:1] == b"{" else None
        if event is None:
            self._text(line)
            return
        if isinstance(event.get("progress"), (int, float)):
            self._tell_progress(float(event["progress"]))
        if isinstance(event.get("result"), dict):
            self.result = event["result"]
        if isinstance(event.get("error"), str):
            self.error = plain(event["error"])
        for kind in ("message", "warning"):
            if isinstance(event.get(kind), str):
                self._pass_on(kind, event[kind])

    def _text(self, line: bytes) -> None:
        if self._passed >= MAX_LINES:
            self.dropped += 1
            return
        text = plain(line[: MAX_TEXT * 4].decode("utf-8", "replace"))
        if text:
            self._pass_on("message", text)

    def _pass_on(self, kind: str, text: str) -> None:
        if self._passed >= MAX_LINES:
            self.dropped += 1
            return
        self._passed += 1
        self._send({kind: plain(text)})

    def _tell_progress(self, fraction: float) -> None:
        if not math.isfinite(fraction):
            return
        fraction = min(1.0, max(0.0, fraction))
        now = self._clock()
        if fraction == self._progress or (now - self._told_at < PROGRESS_INTERVAL and fraction < 1.0):
            return
        self._progress, self._told_at = fraction, now
        self._send({"progress": fraction})


KINDS = frozenset(("progress", "message", "warning", "result", "error"))


def _decoded(line: bytes) -> dict[str, Any] | None:
    """The event of a line; None when it is only text."""
    try:
        value = json.loads(line, parse_constant=lambda _: None)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) and KINDS.intersection(value) else None


class Tail:
    """The last bytes of a stream."""

    def __init__(self, limit: int = MAX_STDERR) -> None:
        self._limit = limit
        self._data = b""

    def feed(self, data: bytes) -> None:
        """Read more bytes."""
        self._data = (self._data + data)[-self._limit :]

    def text(self) -> str:
        """What is kept, as text."""
        return self._data.decode("utf-8", "replace")
