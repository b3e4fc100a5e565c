"""Who follows a preparation or a run."""

from __future__ import annotations

from enum import Enum
from typing import Protocol


class Step(str, Enum):
    """What a preparation is doing; each has its sentence."""

    INSTALL_UV = "install-uv"
    RESOLVE = "resolve"
    INSTALL = "install"


class Listener(Protocol):
    """Who follows a run; called from the thread that runs it."""

    def progress(self, fraction: float) -> None:
        """How far the run is, from 0 to 1."""

    def message(self, text: str) -> None:
        """Something the script says."""

    def warning(self, text: str) -> None:
        """Something the script warns about."""

    def is_cancelled(self) -> bool:
        """Whether the run should stop; asked several times a second."""


class Cancellable(Protocol):
    """Who may stop a preparation."""

    def is_cancelled(self) -> bool:
        """Whether it should stop; asked several times a second."""


class Silent:
    """Follows nothing and never stops anything."""

    def progress(self, fraction: float) -> None:
        """Let it pass."""

    def message(self, text: str) -> None:
        """Let it pass."""

    def warning(self, text: str) -> None:
        """Let it pass."""

    def is_cancelled(self) -> bool:
        """Never."""
        return False
