"""The processes of a run, all those that the script starts included: counted, measured, killed together.

On Linux orphans come back to the supervisor (it is their subreaper); on Windows a Job Object holds them; elsewhere
they are followed by what ``ps`` says.
"""

from __future__ import annotations

import subprocess  # nosec B404 - starting the script is what this is for
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol


@dataclass(frozen=True)
class Usage:
    """What the processes of a run use now: how many they are, and bytes of memory."""

    processes: int
    memory: int


class Tree(Protocol):
    """The processes of one run."""

    def start(self, command: Sequence[str], folder: str, environment: Mapping[str, str]) -> subprocess.Popen[bytes]:
        """Start the first one, with its output in pipes."""

    def usage(self, exact: bool = False) -> Usage:
        """What they use now; ``exact`` counts each shared page once where the system can, which takes longer."""

    def ended(self) -> int | None:
        """Exit status of the first one, negative for a signal; None while it runs."""

    def kill(self) -> None:
        """Kill all of them, and wait until none is left."""

    def totals(self) -> tuple[float, int]:
        """CPU seconds that they used, and the peak of their memory in bytes."""


def tree(processes: int) -> Tree:
    """The tree for this system.

    Args:
        processes: How many processes are allowed: the system itself is asked to hold that, more or less.
    """
    if sys.platform == "win32":
        from .trees_windows import WindowsTree

        return WindowsTree(processes)
    if sys.platform.startswith("linux"):
        from .trees_linux import LinuxTree

        return LinuxTree(processes)
    from .trees_posix import PosixTree

    return PosixTree()


def available_memory() -> int:
    """Bytes of memory that may be used without harm to the rest; 0 when unknown."""
    if sys.platform == "win32":
        from .trees_windows import available_memory as available

        return available()
    with suppress(OSError):  # not there outside Linux: then no ceiling but the user's
        for line in Path("/proc/meminfo").read_text(encoding="ascii").splitlines():
            if line.startswith("MemAvailable:"):
                return int(line.split()[1]) * 1024
    return 0
