"""The primary action of each row that comes under the mouse: read once, kept until something changes."""

from __future__ import annotations

from functools import lru_cache
from typing import Callable

from ..catalogue.problems import CatalogueError
from .acting import Action, Refusal, primary
from .centre import Subject
from .wording import nothing_to_do, said


class Primaries:
    """Primary actions by row of the index.

    Args:
        subject_of: Gives a row with what is needed to act on it; None when no centre is open.
        refusal: Why an action cannot be done now.
    """

    def __init__(self, subject_of: Callable[[int], Subject | None], refusal: Refusal) -> None:
        self._subject_of, self._refusal = subject_of, refusal
        self._kept = lru_cache(maxsize=256)(self._read)

    def forget(self) -> None:
        """Read them again: another centre is open, or something was installed or removed."""
        self._kept.cache_clear()

    def action(self, row: int) -> Action | None:
        """Primary action of a row, None when it has none."""
        return self._kept(row) if row >= 0 else None

    def possible(self, row: int) -> Action | None:
        """Primary action of a row, None when it has none or when it cannot be done now."""
        action = self.action(row)
        return None if action is None or self._refusal(action) else action

    def icon(self, row: int) -> str:
        """Icon of the primary action of a row, empty when it has none."""
        action = self.action(row)
        return said(action).icon if action else ""

    def hint(self, row: int) -> str:
        """What the primary action of a row will do, or why it cannot."""
        action = self.action(row)
        if action is None:
            return nothing_to_do()
        return self._refusal(action) or f"{said(action).label}. {said(action).hint}"

    def _read(self, row: int) -> Action | None:
        try:
            subject = self._subject_of(row)
        except CatalogueError:
            return None
        return primary(subject.record, subject.around) if subject else None
