"""Runs a background task to its ending."""

from __future__ import annotations

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QEventLoop, QThread, QTimer

from crige_ia_plugin import tasks
from crige_ia_plugin.tasks import Ending, Task


def run(task: Task, seconds: float = 30.0) -> Ending:
    """Run a task to its ending, which must come in the main thread."""
    loop = QEventLoop()
    endings: list[tuple[Ending, bool]] = []

    def end(ending: Ending) -> None:
        endings.append((ending, QThread.currentThread() == QgsApplication.instance().thread()))
        loop.quit()

    task.ended.connect(end)
    tasks.start(task)
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()
    assert len(endings) == 1, f"the task did not end in {seconds} s"
    assert endings[0][1]
    assert task not in tasks._running
    return endings[0][0]
