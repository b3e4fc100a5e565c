"""The processes of a run on Linux: whatever they do, orphans come back to the supervisor, their subreaper."""

from __future__ import annotations

import ctypes
import os
import resource
import signal
import subprocess  # nosec B404 - starting the script is what this is for
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from .trees import Usage
from .trees_posix import KILL_SECONDS, descendants, signal_all

_PR_SET_PDEATHSIG = 1
_PR_SET_CHILD_SUBREAPER = 36
_PAGE = os.sysconf("SC_PAGE_SIZE")
_THREADS_SPARED = 512
"""Threads that this user may start beside a run's processes, before the system refuses more to the run."""
_NICENESS = 5
"""A run yields to QGIS, and above all to the supervisor."""


def _prctl() -> ctypes._NamedFuncPointer:
    call = ctypes.CDLL(None, use_errno=True).prctl
    call.argtypes = (ctypes.c_int, *[ctypes.c_ulong] * 4)
    return call


class LinuxTree:
    """The descendants of this process, which must start nothing else."""

    def __init__(self, processes: int) -> None:
        self._prctl = _prctl()
        self._prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
        self._me = os.getpid()
        self._threads = _threads_of_user() + processes + _THREADS_SPARED
        self._child = 0
        self._status: int | None = None
        self._peak = 0

    def start(self, command: Sequence[str], folder: str, environment: Mapping[str, str]) -> subprocess.Popen[bytes]:
        """Start the first one, in a session of its own."""
        child = subprocess.Popen(  # noqa: S603  # nosec B603 - no shell; the user agreed to it
            list(command),
            cwd=folder,
            env=dict(environment),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
            preexec_fn=self._in_child,  # the supervisor has no other thread yet
        )
        self._child = child.pid
        return child

    def _in_child(self) -> None:
        """Between fork and exec: die with the supervisor, be the first victim of a lack of memory, no fork bomb."""
        self._prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
        if os.getppid() != self._me:
            os._exit(127)
        os.nice(_NICENESS)
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        with suppress(OSError, ValueError):
            _, most = resource.getrlimit(resource.RLIMIT_NPROC)
            least = self._threads if most == resource.RLIM_INFINITY else min(self._threads, most)
            resource.setrlimit(resource.RLIMIT_NPROC, (least, least))
        with suppress(OSError):
            Path("/proc/self/oom_score_adj").write_text("500", encoding="ascii")

    def usage(self, exact: bool = False) -> Usage:
        """What they use now; ``exact`` counts each shared page once, which takes longer."""
        found = self._alive()
        if exact:
            return Usage(len(found), sum(map(_proportional, found)))
        sizes = [_resident(pid) for pid in found]
        memory = sum(own for own, _ in sizes) + max((shared for _, shared in sizes), default=0)
        self._peak = max(self._peak, memory)
        return Usage(len(found), memory)

    def _alive(self) -> dict[int, int]:
        """Descendants that are not dead, with their group; the dead ones that came to this process are buried."""
        self._bury()
        parents: dict[int, int] = {}
        groups: dict[int, int] = {}
        for pid in _pids():
            with suppress(OSError, ValueError, IndexError):
                # the name in parentheses may hold anything, parentheses and spaces included
                state, parent, group = Path(f"/proc/{pid}/stat").read_bytes().rpartition(b")")[2].split()[:3]
                if state not in (b"Z", b"X"):
                    parents[pid], groups[pid] = int(parent), int(group)
        return {pid: groups[pid] for pid in descendants(self._me, parents) if pid != self._me}

    def _bury(self) -> None:
        with suppress(ChildProcessError):
            while True:
                pid, status = os.waitpid(-1, os.WNOHANG)
                if pid == 0:
                    return
                if pid == self._child:
                    self._status = -os.WTERMSIG(status) if os.WIFSIGNALED(status) else os.WEXITSTATUS(status)

    def ended(self) -> int | None:
        """Exit status of the first one; None while it runs."""
        self._bury()
        return self._status

    def kill(self) -> None:
        """Kill all of them, however many they are and however fast they start others.

        A group is killed at once: the system lets none of it start another meanwhile. Those that left the group are
        stopped, as long as new ones are found, and killed once all are: killing some would make room for others.
        """
        stopped: set[int] = set()
        last_news = time.monotonic()
        while True:
            alive = self._alive()
            if not alive:
                return
            if self._child in alive.values():
                with suppress(ProcessLookupError, PermissionError):
                    os.killpg(self._child, signal.SIGKILL)
            news = set(alive) - stopped
            if news:
                signal_all(news, signal.SIGSTOP)
                stopped |= news
                last_news = time.monotonic()
                continue
            signal_all(alive, signal.SIGKILL)
            if time.monotonic() - last_news > KILL_SECONDS:
                return  # what remains is held by the system: it ends when the system lets it
            time.sleep(0.005)

    def totals(self) -> tuple[float, int]:
        """CPU seconds of those that ended, and the peak of memory."""
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        return used.ru_utime + used.ru_stime, max(self._peak, used.ru_maxrss * 1024)


def _resident(pid: int) -> tuple[int, int]:
    """Bytes of memory that are a process's own, and those it shares through files."""
    with suppress(OSError, ValueError, IndexError):
        _, resident, shared = Path(f"/proc/{pid}/statm").read_bytes().split()[:3]
        return (int(resident) - int(shared)) * _PAGE, int(shared) * _PAGE
    return 0, 0


def _proportional(pid: int) -> int:
    """Memory of a process, each shared page counted for its share."""
    with suppress(OSError, ValueError, IndexError):
        for line in Path(f"/proc/{pid}/smaps_rollup").read_bytes().splitlines():
            if line.startswith(b"Pss:"):
                return int(line.split()[1]) * 1024
    return sum(_resident(pid))


def _pids() -> list[int]:
    return [int(entry.name) for entry in os.scandir("/proc") if entry.name.isdigit()]


def _threads_of_user() -> int:
    """Threads that this user has now: what RLIMIT_NPROC counts."""
    me, count = os.getuid(), 0
    for pid in _pids():
        with suppress(OSError):
            if Path(f"/proc/{pid}").stat().st_uid == me:
                count += sum(1 for _ in os.scandir(f"/proc/{pid}/task"))
    return count


def kill_marked(marker: str, group: int = 0) -> int:
    """Kill what is left of a run whose supervisor is gone, known by a variable of its environment; how many.

    Args:
        marker: The variable and its value, ``NAME=value``.
        group: Group to kill at once, when one of those found is in it; 0 for none.
    """
    wanted = marker.encode()
    stopped: set[int] = set()
    while True:
        found = {pid for pid in _pids() if pid != os.getpid() and _is_marked(pid, wanted)}
        for pid in found:
            with suppress(ProcessLookupError, PermissionError):
                if group and os.getpgid(pid) == group:
                    os.killpg(group, signal.SIGKILL)
        if found <= stopped:
            signal_all(found, signal.SIGKILL)
            return len(found)
        signal_all(found - stopped, signal.SIGSTOP)
        stopped |= found


def _is_marked(pid: int, wanted: bytes) -> bool:
    with suppress(OSError):
        return wanted in Path(f"/proc/{pid}/environ").read_bytes().split(b"\0")
    return False
