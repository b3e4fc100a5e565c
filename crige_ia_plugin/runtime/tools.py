"""Running uv and pip: stopped when cancelled, and their errors told as what the user can do something about."""

from __future__ import annotations

import os
import re
import signal
import subprocess  # nosec B404 - running uv and pip is what this is for
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import IO

from .clean import NO_WINDOW
from .folders import writing_problem
from .listener import Cancellable
from .network import without_credentials
from .problems import Code, RuntimeProblem

POLL_SECONDS = 0.1
_MAX_REASON = 600
_SIGNS: tuple[tuple[Code, str], ...] = (
    (Code.DISK_FULL, r"no space left|not enough space|disk quota|os error 28\b|os error 112\b|errno 28\b"),
    (
        Code.DIGEST_DIFFERS,
        r"hash mismatch|do not match the hashes|hashes do not match|no matching hash|bad crc|invalid checksum",
    ),
    (
        Code.NETWORK,
        r"network (connectivity )?(is|was) disabled|failed to fetch|error sending request|could not connect|dns error|"
        r"connection (refused|reset|error)|timed? ?out|proxyerror|sslerror|certificate|newconnectionerror|tunnel",
    ),
    (
        Code.NEEDS_COMPILER,
        r"no usable wheels|building source distributions|building .* is disabled|no wheels|no binary|"
        r"does not have a wheel|only wheels are available|failed to build|no compatible wheel",
    ),
    (
        Code.DEPENDENCY_UNKNOWN,
        r"not found in the package registry|was not found|no matching distribution|no solution found|"
        r"could not find a version|unsatisfiable|no version of|there are no versions",
    ),
)


def call(
    command: Sequence[str], folder: Path, environment: Mapping[str, str], monitor: Cancellable, given: str = ""
) -> str:
    """Run a tool to its end.

    Args:
        command: Its words.
        folder: Where it runs.
        environment: Its environment, whole.
        monitor: Who may stop it.
        given: What it reads on its standard input.

    Returns:
        Its standard output.

    Raises:
        RuntimeProblem: CANCELLED, or what its errors mean.
    """
    try:
        with ExitStack() as stack:
            given_, out, err = (stack.enter_context(tempfile.TemporaryFile(dir=folder)) for _ in range(3))
            given_.write(given.encode())
            given_.seek(0)
            status = _run(command, folder, environment, monitor, (given_, out, err))
            out.seek(0)
            err.seek(0)
            text, errors = (stream.read().decode("utf-8", "replace") for stream in (out, err))
    except OSError as error:
        raise writing_problem(error, error.filename or folder) from None
    if status == 0:
        return text
    raise problem_of(errors + "\n" + text)


def _run(
    command: Sequence[str],
    folder: Path,
    environment: Mapping[str, str],
    monitor: Cancellable,
    streams: tuple[IO[bytes], IO[bytes], IO[bytes]],
) -> int:
    process = subprocess.Popen(  # noqa: S603  # nosec B603 - uv or pip, a list of words, no shell
        list(command),
        cwd=folder,
        env=dict(environment),
        stdin=streams[0],
        stdout=streams[1],
        stderr=streams[2],
        start_new_session=True,
        creationflags=NO_WINDOW,
    )
    try:
        pause = 0.005
        while process.poll() is None:
            if monitor.is_cancelled():
                raise RuntimeProblem(Code.CANCELLED)
            time.sleep(pause)
            pause = min(POLL_SECONDS, pause * 1.5)
        return process.returncode
    finally:
        if process.poll() is None:
            _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a tool and what it started."""
    if sys.platform == "win32":
        process.kill()
    else:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def problem_of(errors: str) -> RuntimeProblem:
    """What the errors of uv or pip mean."""
    reason = " ".join(
        re.sub(r"^\s*(error|hint|warning|×|╰─▶|├─▶|help|cause)[:\s]*", "", line.strip(), flags=re.I)
        for line in errors.splitlines()
        if line.strip()
    )
    reason = without_credentials(re.sub(r"\s+", " ", reason)).strip()
    short = reason if len(reason) <= _MAX_REASON else reason[:_MAX_REASON] + "…"
    for code, signs in _SIGNS:
        if re.search(signs, reason, re.IGNORECASE):
            return RuntimeProblem(code, reason=short)
    return RuntimeProblem(Code.ENVIRONMENT_FAILED, reason=short or "—")
