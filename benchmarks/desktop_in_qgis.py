"""Run inside QGIS by ``desktop_jobs.py``: use the panel, with or without a harvest going on, and time the GUI thread.

A timer is due every two milliseconds; the longest time between two of its calls is the longest for which QGIS did not
answer. Results go to ``seen.json``: the longest gaps, each with the milliseconds for which the GUI thread ran in it,
those for which it had no core (another process had it), and what was being done.
"""

import json
import os
import sys
import threading
import time
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QDockWidget
from qgis.utils import iface

OUTPUT = Path(os.environ["CRIGE_IA_OUTPUT"])
HARVESTS = os.environ["BENCH_DESKTOP"] == "harvest"
EVERY_MS = 2
WORDS = ("stationnement", "occupation du sol", "lidar", "reseau routier", "parc naturel")
USE_ENDS = 25.0
"""Seconds of use where nothing is harvested."""

seen: dict[str, object] = {}
gaps: list[list[object]] = []


class Heartbeat:
    """Notes how long the GUI thread did not answer, and what was going on."""

    def __init__(self) -> None:
        """Make it; ``doing`` is for the script to keep up."""
        self.doing = ""
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._last = self._ran = self._waited = 0.0

    def start(self) -> None:
        """Begin."""
        self._last, (self._ran, self._waited) = time.perf_counter(), scheduled()
        self._timer.start(EVERY_MS)

    def stop(self) -> None:
        """End, with what goes on now."""
        self._tick()
        self._timer.stop()

    def _tick(self) -> None:
        now, (ran, waited) = time.perf_counter(), scheduled()
        gap = (now - self._last) * 1000
        if gap > 10:
            gaps.append([round(gap, 1), round(ran - self._ran, 1), round(waited - self._waited, 1), self.doing])
        self._last, self._ran, self._waited = now, ran, waited


def scheduled() -> tuple[float, float]:
    """Milliseconds for which this thread ran, and for which it was ready but had no core."""
    ran, waited, _ = Path(f"/proc/self/task/{threading.get_native_id()}/schedstat").read_text().split()
    return int(ran) / 1e6, int(waited) / 1e6


heart = Heartbeat()


def steps() -> Iterator[int]:
    """Open the panel, then use it while records come, until they have all come and are shown."""
    window = iface.mainWindow()
    window.resize(1366, 768)
    dock = window.findChild(QDockWidget, "CrigeIaResourceCentre")
    dock.show()
    while dock.browser is None or dock.browser.centre is None:
        yield 50
    browser = dock.browser
    browser.notice.chosen.emit("clear")
    yield 1500
    before = browser.centre.index.size
    for _ in use(browser):  # once before: what is made at first use is not the harvest's
        yield 30
    heart.start()
    start = time.perf_counter()
    if HARVESTS:
        dock.host.refresh_catalogues()
    going = use(browser)
    while is_going(browser, before) if HARVESTS else time.perf_counter() - start < USE_ENDS:
        going = going if next(going, None) is not None else use(browser)
        yield 30
    for _ in use(browser):
        yield 30
    heart.stop()
    seen.update(records=browser.centre.index.size - before, seconds=time.perf_counter() - start)


def is_going(browser: Any, before: int) -> bool:
    """Whether the records have not come, or are not shown yet."""
    busy = QgsApplication.taskManager().countActiveTasks() > 0
    return busy or browser.centre is None or browser.centre.index.size == before


def use(browser: Any) -> Iterator[str]:
    """Type, filter, scroll, open cards: each value says what is being done, and is followed by a short pause."""
    for words in WORDS:
        browser.search.clear()
        for letter in words:
            heart.doing = f"typing {words}"
            QTest.keyClicks(browser.search, letter)
            yield heart.doing
        for _ in range(5):
            heart.doing = f"reading {words}"
            yield heart.doing
        bar = browser.list.verticalScrollBar()
        for place in range(0, min(bar.maximum(), 2000), 100):
            heart.doing = "scrolling"
            bar.setValue(place)
            yield heart.doing
        if browser.model.rowCount():
            heart.doing = "opening a card"
            browser.list.setCurrentIndex(browser.model.index(0, 0))
            browser.open_row(browser.list.current_row())
            yield heart.doing
            yield heart.doing
            browser.step_back()
            yield heart.doing
    browser.search.clear()
    heart.doing = "filtering"
    browser.state.set_value("kind", "dataset", True)
    yield heart.doing
    browser.state.set_value("kind", "dataset", False)
    yield heart.doing


def drive(sequence: Iterator[int]) -> None:
    """Run the next step, then come back after its pause; leave at the end, or at the first error."""
    try:
        pause = next(sequence)
    except StopIteration:
        leave(0)
        return
    except Exception:
        traceback.print_exc()
        leave(1)
        return
    QTimer.singleShot(pause, lambda: drive(sequence))


def leave(status: int) -> None:
    """Write what was seen and end QGIS at once."""
    gaps.sort(reverse=True)
    seen.update(longest_ms=gaps[0][0] if gaps else 10.0, gaps=gaps[:40])
    (OUTPUT / "seen.json").write_text(json.dumps(seen, ensure_ascii=False, indent=1), encoding="utf-8")
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)


QgsApplication.instance().setQuitOnLastWindowClosed(False)
QTimer.singleShot(3000, lambda: drive(steps()))
