"""Folders of runs: one each, held by a lock while its owner lives, so that what a dead owner left can be told."""

from __future__ import annotations

import errno
import os
import secrets
import shutil
import stat
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType

from .problems import Code, RuntimeProblem

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

MARKER = "IAGEO_RUN"
"""Variable of a run's environment, by which its processes are known."""
_PREFIX = "run-"
_KILL_ROUNDS = 200


class Lock:
    """A lock that other processes see, on a file of its own; the system frees it when its owner dies."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)

    def take(self, wait: bool) -> bool:
        """Take it; False when another has it and waiting was not asked for."""
        if sys.platform == "win32":
            while not self._try(msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK):
                if not wait:  # waiting, the system gives up after ten seconds
                    return False
            return True
        return self._try(fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))

    def _try(self, how: int) -> bool:
        try:
            if sys.platform == "win32":
                msvcrt.locking(self._descriptor, how, 1)
            else:
                fcntl.flock(self._descriptor, how)
        except OSError:
            return False
        return True

    def free(self) -> None:
        """Give it back."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold a lock for the time of a few instructions.

    Raises:
        OSError: The file cannot be made.
    """
    lock = Lock(path)
    try:
        lock.take(wait=True)
        yield
    finally:
        lock.free()


class RunFolder:
    """The folder of one run, removed at its end; as a context manager.

    Attributes:
        path: The folder.
        token: A name no other run has.
    """

    def __init__(self, parent: Path) -> None:
        """Make it, once the leftovers of dead owners are removed.

        Raises:
            RuntimeProblem: WRITE_FAILED or DISK_FULL.
        """
        try:
            parent.mkdir(parents=True, exist_ok=True)
            with locked(parent / ".lock"):
                _sweep(parent)
                self.path = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=parent))
                self._lock = Lock(self.path.with_suffix(".lock"))
                self._lock.take(wait=True)
        except OSError as error:
            raise writing_problem(error, parent) from None
        self.token = self.path.name

    def folder(self, *names: str) -> Path:
        """Make a folder inside, and return it."""
        path = self.path.joinpath(*names)
        path.mkdir(parents=True, exist_ok=True)
        return path

    def close(self) -> None:
        """Remove it."""
        remove(self.path)
        self._lock.free()
        with suppress(OSError):
            self._lock.path.unlink()

    def __enter__(self) -> RunFolder:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


@contextmanager
def door_held(parent: Path) -> Iterator[bool]:
    """Let no run begin in a folder of runs for the time of a few instructions; whether none is there.

    Raises:
        OSError: The lock cannot be made.
    """
    parent.mkdir(parents=True, exist_ok=True)
    with locked(parent / ".lock"):
        _sweep(parent)
        yield not any(parent.glob(_PREFIX + "*"))


def _sweep(parent: Path) -> None:
    """Remove the folders whose owner is dead, and end what still runs of theirs."""
    for path in parent.glob(_PREFIX + "*.lock"):
        lock = Lock(path)
        try:
            if not lock.take(wait=False):
                continue
            folder = path.with_suffix("")
            kill_run(folder.name)
            remove(folder)
            lock.free()
            with suppress(OSError):
                path.unlink()
        finally:
            lock.free()
    for folder in parent.glob(_PREFIX + "*"):
        if folder.is_dir() and not folder.with_suffix(".lock").exists():  # its owner died before it had a lock
            remove(folder)


def kill_run(token: str, group: int = 0) -> None:
    """End what still runs of a run whose supervisor is gone; on Windows the system has done it.

    Args:
        token: The run's name.
        group: Group of its processes, known from its supervisor a moment ago; 0 when it is not.
    """
    if sys.platform.startswith("linux"):
        from .trees_linux import kill_marked

        for _ in range(_KILL_ROUNDS):  # a process may have started another meanwhile
            if not kill_marked(f"{MARKER}={token}", group):
                return
            time.sleep(0.01)


def remove(path: Path) -> None:
    """Remove a folder, whatever modes were given to what it holds; what cannot be removed stays for the next time."""

    def allow(function: object, name: str, error: object) -> None:
        with suppress(OSError):
            for place in (os.path.dirname(name), name):  # noqa: PTH120 - shutil gives texts
                if not os.path.islink(place):  # noqa: PTH114
                    Path(place).chmod(stat.S_IRWXU)
            _remove_one(Path(name))

    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, onerror=allow)
        shutil.rmtree(path, ignore_errors=True)


def _remove_one(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink()


def writing_problem(error: OSError, path: Path | str) -> RuntimeProblem:
    """What to say of a file that could not be written."""
    full = error.errno in (errno.ENOSPC, getattr(errno, "EDQUOT", -1)) or getattr(error, "winerror", 0) in (39, 112)
    code = Code.DISK_FULL if full else Code.WRITE_FAILED
    return RuntimeProblem(code, str(path), reason=error.strerror or str(error))


def aside_of(path: Path) -> Path:
    """A name beside a path, that no other run or thread takes."""
    return path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")


def write_aside(path: Path, data: bytes) -> None:
    """Write a file whole or not at all.

    Raises:
        RuntimeProblem: WRITE_FAILED or DISK_FULL.
    """
    aside = aside_of(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with aside.open("wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        aside.replace(path)
    except OSError as error:
        with suppress(OSError):
            aside.unlink()
        raise writing_problem(error, path) from None
