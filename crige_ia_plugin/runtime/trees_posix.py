"""The processes of a run on macOS and other Unix systems, followed by what ``ps`` says."""

from __future__ import annotations

import os
import signal
import subprocess  # nosec B404 - starting the script is what this is for
import sys
import time
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress

from .trees import Usage

KILL_SECONDS = 10.0
if sys.platform != "win32":
    import resource


class PosixTree:
    """Processes found by their parents; one whose parent is gone is remembered from when it had one."""

    def __init__(self) -> None:
        self._child: subprocess.Popen[bytes] | None = None
        self._status: int | None = None
        self._peak = 0
        self._known: set[int] = set()

    def start(self, command: Sequence[str], folder: str, environment: Mapping[str, str]) -> subprocess.Popen[bytes]:
        """Start the first one, in a session of its own."""
        self._child = subprocess.Popen(  # noqa: S603  # nosec B603 - no shell; the user agreed to it
            list(command),
            cwd=folder,
            env=dict(environment),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )
        return self._child

    def usage(self, exact: bool = False) -> Usage:
        """What they use now; ``ps`` knows nothing more exact."""
        table = self._table()
        found = self._family(table)
        memory = sum(table[pid][2] for pid in found)
        self._peak = max(self._peak, memory)
        return Usage(len(found), memory)

    def _table(self) -> dict[int, tuple[int, int, int]]:
        """Parent, group and memory in bytes of each process of this computer."""
        answer = subprocess.run(  # nosec B603 - a fixed command of the system
            ["/bin/ps", "-axo", "pid=,ppid=,pgid=,rss="], capture_output=True, text=True, check=False
        )
        rows = (line.split() for line in answer.stdout.splitlines())
        return {int(r[0]): (int(r[1]), int(r[2]), int(r[3]) * 1024) for r in rows if len(r) == 4}

    def _family(self, table: Mapping[int, tuple[int, int, int]]) -> set[int]:
        if self._child is None:
            return set()
        found = descendants(self._child.pid, {pid: row[0] for pid, row in table.items()})
        found |= {pid for pid, row in table.items() if row[1] == self._child.pid}
        for pid in self._known & set(table):
            found |= descendants(pid, {other: row[0] for other, row in table.items()})
        self._known = found & set(table) - {os.getpid()}  # the first one is no longer there once it was waited for
        return self._known

    def ended(self) -> int | None:
        """Exit status of the first one; None while it runs."""
        if self._child is not None and self._status is None:
            self._status = self._child.poll()
        return self._status

    def kill(self) -> None:
        """Kill all of them; their group at once, so that none of it starts another meanwhile."""
        end = time.monotonic() + KILL_SECONDS
        while time.monotonic() < end:
            table = self._table()
            alive = self._family(table)
            first = self._child.pid if self._child else 0
            if self.ended() is not None and not alive - {first}:
                return
            if any(table[pid][1] == first for pid in alive):
                with suppress(ProcessLookupError, PermissionError):
                    os.killpg(first, signal.SIGKILL)
            signal_all(alive, signal.SIGSTOP)
            signal_all(alive, signal.SIGKILL)
            time.sleep(0.02)

    def totals(self) -> tuple[float, int]:
        """CPU seconds of those that ended, and the peak of memory."""
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        return used.ru_utime + used.ru_stime, max(self._peak, used.ru_maxrss)


def descendants(root: int, parents: Mapping[int, int]) -> set[int]:
    """A process and all those below it."""
    children: dict[int, list[int]] = {}
    for pid, parent in parents.items():
        children.setdefault(parent, []).append(pid)
    found, waiting = set(), [root]
    while waiting:
        pid = waiting.pop()
        if pid not in found:
            found.add(pid)
            waiting += children.get(pid, [])
    return found & {*parents, root}


def signal_all(pids: Iterable[int], number: int) -> None:
    """Send a signal to processes, whichever are gone meanwhile."""
    for pid in pids:
        with suppress(ProcessLookupError, PermissionError):
            os.kill(pid, number)
