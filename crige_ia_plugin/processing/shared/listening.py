"""What a running script says, told to the user as it comes."""

from __future__ import annotations

from typing import Callable

from qgis.core import QgsProcessingFeedback


class Listener:
    """Passes on the events of a script; the runtime calls it from the thread of the run.

    Args:
        feedback: Of the run.
        warn: Takes a warning, for the log and for the run sheet.
        start: Share of the progress bar at which the script begins, 0 to 1.
        end: Share at which it ends.
    """

    def __init__(
        self, feedback: QgsProcessingFeedback, warn: Callable[[str], None], start: float = 0.0, end: float = 1.0
    ) -> None:
        self._feedback, self._warn = feedback, warn
        self._start, self._width = start, end - start

    def progress(self, share: float) -> None:
        """Show the share of the work that is done, 0 to 1."""
        self._feedback.setProgress(100.0 * (self._start + self._width * min(1.0, max(0.0, share))))

    def message(self, text: str) -> None:
        """Tell something."""
        self._feedback.pushInfo(text)

    def warning(self, text: str) -> None:
        """Warn of something."""
        self._warn(text)

    def is_cancelled(self) -> bool:
        """Tell whether the user asked to stop."""
        return self._feedback.isCanceled()
