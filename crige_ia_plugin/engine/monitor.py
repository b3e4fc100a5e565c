"""How a computation tells its progress and hears that it is no longer wanted."""

from __future__ import annotations


class Cancelled(Exception):  # noqa: N818 - an order of the user, not an error
    """The user asked to stop; nothing of the result is to be kept."""


class Monitor:
    """Listens to nothing; a caller overrides ``progress`` and ``cancelled``."""

    def progress(self, fraction: float) -> None:
        """Receive the share of the work that is done, from 0 to 1."""

    def cancelled(self) -> bool:
        """Tell whether the user asked to stop."""
        return False

    def step(self, fraction: float) -> None:
        """Tell the progress, then stop when asked to.

        Raises:
            Cancelled: the user asked to stop.
        """
        if self.cancelled():
            raise Cancelled
        self.progress(fraction)

    def part(self, start: float, end: float) -> Monitor:
        """Return a monitor whose 0 to 1 is ``start`` to ``end`` of this one."""
        return _Part(self, start, end)


class _Part(Monitor):
    def __init__(self, whole: Monitor, start: float, end: float) -> None:
        self._whole, self._start, self._end = whole, start, end

    def progress(self, fraction: float) -> None:
        self._whole.progress(self._start + (self._end - self._start) * fraction)

    def cancelled(self) -> bool:
        return self._whole.cancelled()
