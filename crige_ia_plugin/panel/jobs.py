"""What is under way in the background, as the status line tells it."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Callable

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..tasks import Ending, Task, start
from ..translation import tr
from .status import Mood, Status

Ended = Callable[[Any, Ending], None]


@dataclass(eq=False)
class _Job:
    """A task, what is said of it, and how much of it is done, below 0 when that cannot be told."""

    task: Task
    words: str
    share: float = -1.0
    listener: Callable[[float], None] | None = None


class Jobs(QObject):
    """Tasks of one panel. The latest is the one told and cancelled; the others are counted."""

    changed = pyqtSignal()
    """What is under way, or how far, is another."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs: list[_Job] = []

    def run(self, task: Task, words: str, ended: Ended) -> None:
        """Start a task; ``ended`` is then called in the GUI thread with it and its ending, unless it was dropped."""
        job = _Job(task, words)
        self._jobs.append(job)
        job.listener = lambda percent: self._progressed(job, percent)
        task.progressChanged.connect(job.listener)
        task.ended.connect(lambda ending: self._ended(job, ending, ended))
        self.changed.emit()
        start(task)

    def say(self, task: Task, words: str) -> None:
        """Say something else of a task."""
        for job in self._jobs:
            if job.task is task:
                job.words = words
                self.changed.emit()

    def is_running(self, kind: type[Task]) -> bool:
        """Whether a task of a kind is under way."""
        return any(isinstance(job.task, kind) for job in self._jobs)

    def status(self) -> Status | None:
        """What to say, None when nothing is under way."""
        if not self._jobs:
            return None
        job, others = self._jobs[-1], len(self._jobs) - 1
        words = f"{job.words} (+{others})" if others else job.words
        hint = tr("%n other task(s) under way.", n=others) if others else ""
        return Status(words, Mood.BUSY, hint, progress=job.share)

    def cancel(self) -> None:
        """Cancel the task that is told."""
        if self._jobs:
            self._jobs[-1].task.cancel()

    def drop(self, kind: type[Task] = Task) -> None:
        """Stop the tasks of a kind and hear no more of them."""
        dropped = [job for job in self._jobs if isinstance(job.task, kind)]
        self._jobs = [job for job in self._jobs if job not in dropped]
        for job in dropped:
            with suppress(TypeError):  # the plugin that goes has cut the lines already
                job.task.progressChanged.disconnect(job.listener)  # QGIS has its own
                job.task.ended.disconnect()
            job.task.cancel()

    def _progressed(self, job: _Job, percent: float) -> None:
        job.share = percent / 100
        self.changed.emit()

    def _ended(self, job: _Job, ending: Ending, ended: Ended) -> None:
        if job in self._jobs:
            self._jobs.remove(job)
        ended(job.task, ending)
        self.changed.emit()
