"""Wait for what QGIS does in its own time, without betting on how fast the machine is."""

from __future__ import annotations

import time
from typing import Callable

from qgis.PyQt.QtWidgets import QApplication


def wait_for(condition: Callable[[], object], seconds: float = 30) -> bool:
    """Let QGIS live until a condition is met; False when it never was."""
    end = time.monotonic() + seconds
    while not condition() and time.monotonic() < end:
        QApplication.processEvents()
        time.sleep(0.01)
    return bool(condition())
