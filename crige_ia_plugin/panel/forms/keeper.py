"""Keeps a draft as one types: in a task, a moment after the last key, so that a crash costs a second at most."""

from __future__ import annotations

from contextlib import suppress
from threading import Lock

from qgis.core import QgsTask
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ...authoring.draft import Draft, Drafts
from ...authoring.problems import AuthoringError, Problem
from ...tasks import Ending, start
from ...translation import tr
from .tasks import FormTask

DELAY = 600
"""Milliseconds without a key after which the draft is saved."""


class _Writer:
    """Writes the states of one draft; an older one never takes the place of a newer one."""

    def __init__(self, drafts: Drafts) -> None:
        self._drafts = drafts
        self._lock = Lock()
        self._written = 0

    def write(self, number: int, draft: Draft) -> Draft | None:
        """Save a state, unless a later one is saved; return it with the moment of its saving.

        Raises:
            AuthoringError: WRITE_FAILED.
        """
        with self._lock:
            if number <= self._written:
                return None
            saved = self._drafts.save(draft)
            self._written = number
            return saved


class _SaveTask(FormTask):
    """Saves one state."""

    def __init__(self, writer: _Writer, number: int, draft: Draft) -> None:
        super().__init__(tr("Saving a draft"), discreet=True)
        self._writer, self._number, self.state = writer, number, draft
        self.saved: Draft | None = None

    def act(self) -> None:
        """Save."""
        self.saved = self._writer.write(self._number, self.state)


class Keeper(QObject):
    """Saves one draft.

    Args:
        drafts: Where it is kept.
        parent: The form.
    """

    saved = pyqtSignal(str)
    """It was saved; the moment (RFC 3339, UTC)."""

    failed = pyqtSignal(object)
    """It was not: the ``Problem``."""

    def __init__(self, drafts: Drafts, parent: QObject) -> None:
        super().__init__(parent)
        self._writer = _Writer(drafts)
        self._number = 0
        self._waiting: Draft | None = None
        self._task: _SaveTask | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DELAY)
        self._timer.timeout.connect(self._save)

    def keep(self, draft: Draft) -> None:
        """Save a draft soon; only the last one that was handed over counts."""
        self._waiting = draft
        self._timer.start()

    def flush(self) -> Problem | None:
        """Save at once what is not saved yet: the form closes. Return what prevented it."""
        self._timer.stop()
        if self._task is not None:
            with suppress(TypeError):  # the plugin that goes has cut the lines already
                self._task.ended.disconnect(self._ended)
            self._waiting, self._task = self._waiting or self._task.state, None
        draft, self._waiting = self._waiting, None
        if draft is None:
            return None
        self._number += 1
        try:
            self._writer.write(self._number, draft)
        except AuthoringError as error:
            return error.problem
        return None

    def _save(self) -> None:
        if self._task is not None:
            if self._task.status() == QgsTask.TaskStatus.Queued:  # every thread of QGIS works at something else
                self._flush_and_say()
            return  # otherwise its ending comes back here
        draft, self._waiting = self._waiting, None
        if draft is None:
            return
        self._number += 1
        self._task = _SaveTask(self._writer, self._number, draft)
        self._task.ended.connect(self._ended)
        start(self._task)

    def _flush_and_say(self) -> None:
        draft, problem = self._waiting, self.flush()
        if problem is not None:
            self.failed.emit(problem)
            self._waiting = draft

    def _ended(self, ending: Ending) -> None:
        task, self._task = self._task, None
        if task is None:
            return
        if task.failure is not None:
            if self._waiting is None:
                self._waiting = task.state  # tried again with the next key, or when the form closes
                self._timer.stop()
            self.failed.emit(task.failure)
            return
        if task.saved is not None:
            self.saved.emit(task.saved.updated)
        if self._waiting is not None:
            self._timer.start()
