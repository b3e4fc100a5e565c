"""The process that owns one run: it starts the script, watches it, and leaves nothing of it behind.

It is told what to run by one line of JSON on its standard input, which stays open: ``cancel`` stops the run, and when
the input ends, whoever asked is gone (QGIS was closed or killed): everything is killed and the run's folder removed.
On its standard output it gives the script's events, one JSON object a line, then one ``{"outcome": {…}}``.
"""

from __future__ import annotations

import json
import os
import queue
import shutil
import signal
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from typing import IO, Any

from .events import Events, Tail
from .trees import available_memory, tree

FIRST_INTERVAL, LAST_INTERVAL = 0.02, 0.2
_SHARE_OF_FREE_MEMORY = 0.9
_CHUNK = 1 << 16


class Supervisor:
    """One run."""

    def __init__(self, order: dict[str, Any], out: IO[bytes]) -> None:
        self._order = order
        self._out = out
        self._lock = threading.Lock()
        self._signals: queue.SimpleQueue[str] = queue.SimpleQueue()
        self._events = Events(self._send)
        self._stderr = Tail()
        self._tree = tree(int(order["processes"]))
        self._memory = int(order["memory"] or available_memory() * _SHARE_OF_FREE_MEMORY)

    def _send(self, message: dict[str, Any]) -> None:
        data = json.dumps(message).encode() + b"\n"
        with self._lock, suppress(OSError, ValueError):  # nobody listens any more: the input has ended too
            self._out.write(data)
            self._out.flush()

    def run(self, commands: Iterator[bytes]) -> bool:
        """Run to the end and tell the outcome; False when whoever asked is gone."""
        started = time.monotonic()
        try:
            child = self._tree.start(self._order["command"], self._order["folder"], self._order["environment"])
        except (OSError, ValueError) as error:
            self._send({"outcome": {"ended": "not-started", "reason": str(error)}})
            return True
        self._send({"started": child.pid})
        readers = [self._reader(child.stdout, self._events.feed), self._reader(child.stderr, self._stderr.feed)]
        self._wake_on_end(child.wait)
        threading.Thread(target=self._listen, args=(commands,), daemon=True).start()
        ended = self._watch(started)
        status = self._tree.ended()
        self._tree.kill()
        for reader in readers:
            reader.join(5)  # a process that cannot be killed may hold the pipe
        if ended == "orphaned":
            return False
        self._events.close()
        self._tell(ended, self._tree.ended() if status is None else status, time.monotonic() - started)
        return True

    def _reader(self, stream: IO[bytes] | None, feed: Any) -> threading.Thread:
        def read() -> None:
            with suppress(OSError):
                while stream is not None:
                    data = os.read(stream.fileno(), _CHUNK)
                    if not data:
                        return
                    feed(data)

        thread = threading.Thread(target=read, daemon=True)
        thread.start()
        return thread

    def _wake_on_end(self, wait: Any) -> None:
        """Have the end of the script wake the watch at once."""
        if sys.platform == "win32":

            def wait_and_wake() -> None:
                wait()
                self._signals.put("")

            threading.Thread(target=wait_and_wake, daemon=True).start()
        else:
            signal.signal(signal.SIGCHLD, lambda *_: self._signals.put(""))
            signal.signal(signal.SIGTERM, lambda *_: self._signals.put("orphaned"))

    def _listen(self, commands: Iterator[bytes]) -> None:
        with suppress(OSError):
            for line in commands:
                self._signals.put(line.strip().decode("ascii", "replace"))
        self._signals.put("orphaned")

    def _watch(self, started: float) -> str:
        """Wait for the end of the script or of the patience; how it ended."""
        interval = FIRST_INTERVAL
        seconds = self._order["seconds"]
        measured = 0.0
        while True:
            with suppress(queue.Empty):
                word = self._signals.get(timeout=interval)
                if word in ("cancel", "orphaned"):
                    return "cancelled" if word == "cancel" else word
            if self._tree.ended() is not None:
                return "exited"
            now = time.monotonic()
            if seconds and now - started > seconds:
                return "timed-out"
            if now - measured >= interval:  # a script that starts many processes wakes the watch as often
                excess = self._excess()
                if excess:
                    return excess
                measured, interval = time.monotonic(), min(LAST_INTERVAL, interval * 1.2)

    def _excess(self) -> str:
        used = self._tree.usage()
        if used.processes > self._order["processes"]:
            return "too-many-processes"
        if self._memory and used.memory > self._memory and self._tree.usage(exact=True).memory > self._memory:
            return "out-of-memory"
        return ""

    def _tell(self, ended: str, status: int | None, seconds: float) -> None:
        cpu, peak = self._tree.totals()
        outcome = {
            "ended": ended,
            "status": status,
            "wall": seconds,
            "cpu": cpu,
            "peak": peak,
            "memory": self._memory,
            "stderr": self._stderr.text(),
            "result": self._events.result,
            "error": self._events.error,
            "dropped": self._events.dropped,
        }
        self._send({"outcome": outcome})


def _lines(descriptor: int) -> Iterator[bytes]:
    """Lines of a pipe, unbuffered: Python cannot end while a thread waits inside a buffered standard input."""
    rest = b""
    while True:
        data = os.read(descriptor, _CHUNK)
        if not data:
            return
        *lines, rest = (rest + data).split(b"\n")
        yield from lines


def main() -> int:
    """Run what the first line of the standard input orders."""
    commands = _lines(0)
    line = next(commands, b"")
    if not line:
        return 1
    order = json.loads(line)
    if not Supervisor(order, sys.stdout.buffer).run(commands):
        shutil.rmtree(order["run_folder"], ignore_errors=True)
    return 0
