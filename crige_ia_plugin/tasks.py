"""What takes time, in QGIS's background tasks: refreshing and indexing here, downloads in ``installs.py``.

A task touches no widget. It works in a thread of QGIS's pool and tells its ending by its signal ``ended``, in the
main thread. ``start`` runs it, and ``cancel_all`` stops what is under way when the plugin is unloaded; nothing here
makes the main thread wait.
"""

from __future__ import annotations

import time
import traceback
from collections.abc import Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from threading import get_ident
from typing import TYPE_CHECKING

from qgis.core import Qgis, QgsApplication, QgsMessageLog, QgsTask
from qgis.PyQt.QtCore import pyqtSignal

from .__about__ import TITLE
from .catalogue.problems import CatalogueError, Code, Problem
from .compat import DISCREET_TASK
from .translation import tr

if TYPE_CHECKING:
    from .catalogue.indexing import BuildReport
    from .catalogue.sources import Source
    from .catalogue.sync import Library, Refreshed
    from .transport import Session

_TURN = 0.002
"""Seconds a task works before it lets other threads have Python."""

_PAUSE = 0.001
"""Seconds for which it then stays away from it."""

_running: set[Task] = set()
"""QGIS owns the C++ half of a task only; its Python half must outlive whoever started it."""


@dataclass(frozen=True)
class Ending:
    """How a task ended.

    Attributes:
        cancelled: Whether the user stopped it.
        problem: What prevented it, None when nothing did or it was cancelled.
        crash: Last line of an error nobody foresaw, empty otherwise; the rest is in QGIS's log.
    """

    cancelled: bool = False
    problem: Problem | None = None
    crash: str = ""

    @property
    def is_good(self) -> bool:
        """Whether all was done."""
        return not (self.cancelled or self.problem or self.crash)


class Task(QgsTask):
    """A task that ends in an ``Ending``, whatever happens; subclasses do their work in ``work``."""

    ended = pyqtSignal(object)
    """Its ``Ending``, in the main thread."""

    def __init__(self, description: str, *, discreet: bool = False) -> None:
        """Prepare it.

        Args:
            description: What QGIS shows of it.
            discreet: Whether QGIS shows nothing, where it knows how: what comes again and again would flicker.
        """
        super().__init__(description, QgsTask.Flag.CanCancel | (DISCREET_TASK if discreet else QgsTask.Flag.CanCancel))
        self.ending = Ending()
        self._share = -1.0
        self._thread = 0
        self._turn_ends = 0.0

    def work(self) -> None:
        """Do the work, in another thread.

        Raises:
            CatalogueError: whatever prevents it, or CANCELLED.
        """
        raise CatalogueError(Code.CANCELLED)

    def isCanceled(self) -> bool:  # noqa: N802 - the name QGIS gives it
        """Tell whether to stop; in the task's own thread, also let the window have its turn of Python.

        What works in a task asks this at each record, each block: a thread that computes without a pause makes the
        window wait 5 ms for each of its calls into Python, and painting a list is dozens of them.
        """
        if self._thread == get_ident() and time.monotonic() > self._turn_ends:
            time.sleep(_PAUSE)
            self._turn_ends = time.monotonic() + _TURN
        return super().isCanceled()

    def report(self, share: float) -> None:
        """Tell how much is done, 0 to 1; told by half per cents, so as not to flood the main thread."""
        if abs(share - self._share) >= 0.005:
            self._share = share
            self.setProgress(100 * min(1.0, max(0.0, share)))

    def session(self, authcfg: str = "", origin: str = "") -> Session:
        """Open a session of QGIS's network, which a cancelled task drops.

        Raises:
            CatalogueError: REQUESTS_UNAVAILABLE.
        """
        try:
            from .transport import Session  # requests takes its time to load
        except ImportError:
            raise CatalogueError(Code.REQUESTS_UNAVAILABLE) from None
        return Session(authcfg, origin, self.isCanceled)

    def run(self) -> bool:
        """Work, and keep what went wrong: an exception that left this thread would be shown to the user raw."""
        self._thread = get_ident()
        try:
            self.work()
        except CatalogueError as error:
            cancelled = error.code is Code.CANCELLED
            self.ending = Ending(cancelled, None if cancelled else error.problem)
        except Exception as error:
            QgsMessageLog.logMessage(traceback.format_exc(), TITLE, Qgis.MessageLevel.Critical)
            self.ending = Ending(crash=f"{type(error).__name__}: {error}")
        return self.ending.is_good

    def finished(self, result: bool) -> None:
        """Tell the ending; QGIS calls this in the main thread, also for a task cancelled before it began."""
        if not result and self.ending.is_good:
            self.ending = Ending(cancelled=True)
        _running.discard(self)
        self.ended.emit(self.ending)


def start(task: Task) -> None:
    """Hand a task to QGIS."""
    _running.add(task)
    QgsApplication.taskManager().addTask(task)


def cancel_all() -> None:
    """Cancel what is under way, and let nobody hear of it any more."""
    for task in list(_running):
        with suppress(TypeError):  # nobody listened
            task.ended.disconnect()
        task.cancel()


class RefreshTask(Task):
    """Fetches the catalogues that are on, one after the other, then makes the index again if anything changed.

    One source that fails does not stop the others, and keeps what it had.

    Attributes:
        refreshed: A report by source, and one of the index; None when the task did not come to its end.
    """

    sourceStarted = pyqtSignal(str)  # noqa: N815 - Qt's way
    """Id of the source being fetched."""

    def __init__(self, library: Library, sources: Sequence[Source]) -> None:
        super().__init__(tr("Refreshing the catalogues"))
        self._library = library
        self._sources = tuple(sources)
        self.refreshed: Refreshed | None = None

    def work(self) -> None:
        """Refresh."""
        from .catalogue.sources import Kind

        with ExitStack() as sessions:

            def session_of(source: Source) -> Session | None:
                sessions.close()  # that of the source before
                self.sourceStarted.emit(source.id)
                if source.kind is Kind.FOLDER:
                    return None
                return sessions.enter_context(self.session(source.authentication, source.location))

            self.refreshed = self._library.refresh(
                self._sources, session_of, progress=self.report, cancelled=self.isCanceled
            )


class IndexTask(Task):
    """Makes the index of the catalogues that are there, without the network.

    Attributes:
        built: What was indexed and what was left out; None when the task did not come to its end.
    """

    def __init__(self, library: Library, sources: Sequence[Source]) -> None:
        super().__init__(tr("Preparing the search in the catalogues"))
        self._library = library
        self._sources = tuple(sources)
        self.built: BuildReport | None = None

    def work(self) -> None:
        """Build the index."""
        self.built = self._library.rebuild(self._sources, progress=self.report, cancelled=self.isCanceled)
