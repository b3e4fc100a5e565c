"""Runs what must not run in the GUI thread, while Qt goes on."""

from __future__ import annotations

import gc
import threading
import time
from typing import Any, Callable

from qgis.PyQt.QtCore import QEventLoop, QTimer

Call = Callable[[], Any]


def in_worker(call: Call, seconds: float = 60.0) -> Any:
    """Return what a call gives in another thread, or raise what it raises; the GUI thread's loop turns meanwhile."""
    outcome: dict[str, Any] = {}
    loop = QEventLoop()

    def work() -> None:
        try:
            outcome["result"] = call()
        except BaseException as error:
            outcome["error"] = error

    thread = threading.Thread(target=work, daemon=True)
    look = QTimer()
    look.timeout.connect(lambda: None if thread.is_alive() else loop.quit())
    look.start(5)
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    thread.start()
    loop.exec()
    look.stop()
    assert not thread.is_alive(), f"the worker did not end in {seconds} s"
    thread.join()
    if "error" in outcome:
        raise outcome["error"]
    return outcome["result"]


class Ticks:
    """The longest time for which the GUI thread's loop did not turn; a context."""

    def __init__(self, every_ms: int = 5) -> None:
        self.longest_ms = 0.0
        self._timer = QTimer()
        self._timer.setInterval(every_ms)
        self._timer.timeout.connect(self._tick)
        self._last = 0.0

    def _tick(self) -> None:
        now = time.perf_counter()
        self.longest_ms = max(self.longest_ms, (now - self._last) * 1000)
        self._last = now

    def __enter__(self) -> Ticks:
        gc.collect()
        gc.freeze()  # the test session's own many objects would be gone through again and again
        self._last = time.perf_counter()
        self._timer.start()
        return self

    def __exit__(self, *exception: object) -> None:
        self._timer.stop()
        gc.unfreeze()
