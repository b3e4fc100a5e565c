"""One run of a shared script: in a folder of its own, watched by a supervisor process, its outputs moved at the end."""

from __future__ import annotations

import json
import queue
import signal
import subprocess  # nosec B404 - starting the supervisor is what this is for
import sys
import threading
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from enum import Enum
from pathlib import Path
from typing import IO, Any, cast

from ..paths import PACKAGE
from . import clean, outputs
from . import values as values_
from .environment import Prepared
from .folders import MARKER, RunFolder, kill_run, writing_problem
from .listener import Listener
from .problems import Code, RuntimeProblem
from .script import Script

POLL_SECONDS = 0.1
CANCEL_SECONDS = 30.0
"""How long the supervisor may take to end what is cancelled, before it is ended itself."""
PYTHON_FLAGS = ("-I", "-u", "-B", "-X", "utf8")
"""Isolated (neither PYTHONPATH, nor the user's packages, nor the current folder), unbuffered, in UTF-8."""
_MIB = 1 << 20


@dataclass(frozen=True)
class Limits:
    """What a run may use.

    Attributes:
        seconds: Longest duration; None for any.
        memory_bytes: Most memory of all its processes; None for nine tenths of what is free at the start.
        processes: Most processes at once.
    """

    seconds: float | None = None
    memory_bytes: int | None = None
    processes: int = 64


class Status(str, Enum):
    """How a run ended."""

    DONE = "done"
    FAILED = "failed"
    CRASHED = "crashed"
    CANCELLED = "cancelled"
    TIMED_OUT = "timed_out"
    OUT_OF_MEMORY = "out_of_memory"
    TOO_MANY_PROCESSES = "too_many_processes"


@dataclass(frozen=True)
class Outcome:
    """What a run gave.

    Attributes:
        status: How it ended.
        error: What went wrong; None when it is done.
        result: What the script said last with ``{"result": {…}}``.
        outputs: Path of each output that is now in its place, by name of parameter.
        stderr_tail: End of its standard error, for the diagnostic.
        cpu_seconds: CPU time of all its processes.
        peak_bytes: Peak of the memory of all its processes.
        wall_seconds: Duration.
        dropped_lines: Lines of its output that were too many to be passed on.
    """

    status: Status
    error: RuntimeProblem | None = None
    result: Mapping[str, Any] = field(default_factory=dict)
    outputs: Mapping[str, str] = field(default_factory=dict)
    stderr_tail: str = ""
    cpu_seconds: float = 0.0
    peak_bytes: int = 0
    wall_seconds: float = 0.0
    dropped_lines: int = 0


def run(
    script: Script,
    prepared: Prepared,
    values: Mapping[str, object],
    folder: Path,
    listener: Listener,
    limits: Limits | None = None,
    language: str = "",
) -> Outcome:
    """Run a script, and wait for its end: never to be called from the thread of the interface.

    The outputs are written in the run's folder and replace what is at their place only once the script is done and they
    were looked at. Whether the user agreed to this script is the caller's to check (``trust``), on the same ``script``.

    Args:
        script: What runs: its bytes, not the file they came from.
        prepared: Its environment.
        values: Values by name of parameter; those of outputs are the paths where they will be.
        folder: Folder of the runs, on a local disk; the run's own is made in it and removed.
        listener: Who follows the run.
        limits: What it may use.
        language: Language of its messages, ``fr`` or ``en``.

    Raises:
        RuntimeProblem: The values are not right, or the folder cannot be written; nothing was run.
    """
    complete = _with_whole_paths(script, values_.complete(script, values))
    if listener.is_cancelled():
        return Outcome(Status.CANCELLED, RuntimeProblem(Code.CANCELLED))
    with RunFolder(folder) as place:
        return _Run(script, prepared, complete, place, listener, limits or Limits(), language).run()


def _with_whole_paths(script: Script, complete: Mapping[str, Any]) -> dict[str, Any]:
    """Values with absolute paths, since the script runs in another folder; the inputs are there."""
    found = dict(complete)
    for parameter in script.parameters:
        if parameter.name not in found or not values_.paths_of(parameter, found[parameter.name]):
            continue
        items = found[parameter.name] if parameter.is_repeated else [found[parameter.name]]
        whole = [_whole(str(item)) for item in items]
        for item in [] if parameter.is_output else whole:
            path = item.partition("|")[0]
            if not _is_virtual(path) and not Path(path).exists():
                raise RuntimeProblem(Code.INPUT_ABSENT, parameter=parameter.name, path=path)
        found[parameter.name] = whole if parameter.is_repeated else whole[0]
    return found


def _is_virtual(path: str) -> bool:
    """Whether GDAL reads it otherwise than as a file of this computer."""
    return path.startswith("/vsi") or "://" in path


def _whole(text: str) -> str:
    path, bar, layer = text.partition("|")
    return text if _is_virtual(path) else f"{Path(path).absolute()}{bar}{layer}"


class _Run:
    """One run, from its files to its outcome."""

    def __init__(
        self,
        script: Script,
        prepared: Prepared,
        complete: Mapping[str, Any],
        place: RunFolder,
        listener: Listener,
        limits: Limits,
        language: str,
    ) -> None:
        self._script, self._prepared, self._place = script, prepared, place
        self._listener, self._limits, self._language = listener, limits, language
        self._parameters = {parameter.name: parameter for parameter in script.parameters}
        self._finals = {p.name: str(complete[p.name]) for p in script.outputs if p.name in complete}
        self._complete = complete
        self._staged: dict[str, Path] = {}
        self._answers: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        self._group = 0

    def run(self) -> Outcome:
        started = time.monotonic()
        try:
            order = self._order()
        except OSError as error:
            raise writing_problem(error, self._place.path) from None
        told = self._supervise(order)
        outcome = self._outcome(told or {}, time.monotonic() - started)
        if outcome.status is not Status.DONE:
            return outcome
        if self._listener.is_cancelled():  # too late for the script, not for what is there already
            return replace(outcome, status=Status.CANCELLED, error=RuntimeProblem(Code.CANCELLED))
        try:
            for name, path in self._staged.items():
                outputs.verify(self._parameters[name], path)
            published = outputs.publish(self._staged, self._finals)
        except RuntimeProblem as problem:
            return replace(outcome, status=Status.FAILED, error=problem)
        return replace(outcome, outputs=published)

    def _order(self) -> dict[str, Any]:
        """Write what the run needs, and say what the supervisor has to do."""
        place = self._place
        file = place.folder("script") / f"{self._script.id}.py"
        file.write_bytes(self._script.source)
        self._staged = outputs.staged_paths(place.folder("out"), self._parameters, self._finals)
        told = {**self._complete, **{name: str(path) for name, path in self._staged.items()}}
        environment = clean.environment(
            place.folder("home"), place.folder("tmp"), self._prepared.is_isolated, self._language
        )
        environment[MARKER] = place.token
        return {
            "command": [
                self._prepared.python,
                *PYTHON_FLAGS,
                str(file),
                *values_.arguments(self._script, told),
            ],
            "folder": str(place.folder("work")),
            "environment": environment,
            "seconds": self._limits.seconds,
            "memory": self._limits.memory_bytes,
            "processes": self._limits.processes,
            "run_folder": str(place.path),
        }

    def _supervise(self, order: Mapping[str, Any]) -> dict[str, Any] | None:
        """Run under a supervisor and pass its events on; what it told at the end, None when it was killed."""
        try:
            supervisor = _start_supervisor(self._prepared.python)
        except OSError as error:
            return {"ended": "not-started", "reason": error.strerror or str(error)}
        commands, answers = cast("IO[bytes]", supervisor.stdin), cast("IO[bytes]", supervisor.stdout)
        told = None
        reader = threading.Thread(target=self._read, args=(answers,), daemon=True)
        try:
            reader.start()
            _write(commands, json.dumps(order).encode() + b"\n")
            told = self._follow(commands)
        finally:
            # the end of its input, whatever happened here, makes the supervisor kill the run
            with suppress(OSError):
                commands.close()
            ended_itself = _end(supervisor)
            reader.join(5)
            answers.close()
            if told is None or not ended_itself:
                kill_run(self._place.token, self._group)
        return told

    def _read(self, stream: IO[bytes]) -> None:
        with suppress(OSError, ValueError):
            for line in stream:
                self._answers.put(line)
        self._answers.put(b"")

    def _follow(self, commands: IO[bytes]) -> dict[str, Any] | None:
        give_up_at = float("inf")
        while time.monotonic() < give_up_at:
            try:
                line = self._answers.get(timeout=POLL_SECONDS)
            except queue.Empty:
                line = None
            if line == b"":
                return None
            if line:
                with suppress(ValueError):  # a line cut short by the death of the supervisor: its silence follows
                    told = self._pass_on(json.loads(line))
                    if told is not None:
                        return told
            if give_up_at == float("inf") and self._listener.is_cancelled():
                give_up_at = time.monotonic() + CANCEL_SECONDS
                _write(commands, b"cancel\n")
        return {"ended": "cancelled"}

    def _pass_on(self, message: Mapping[str, Any]) -> dict[str, Any] | None:
        if "started" in message:
            self._group = message["started"]
        elif "progress" in message:
            self._listener.progress(message["progress"])
        elif "message" in message:
            self._listener.message(message["message"])
        elif "warning" in message:
            self._listener.warning(message["warning"])
        return message.get("outcome")

    def _outcome(self, told: Mapping[str, Any], seconds: float) -> Outcome:
        status, error = _judge(told, self._limits)
        return Outcome(
            status,
            error,
            told.get("result") or {},
            {},
            told.get("stderr", ""),
            told.get("cpu", 0.0),
            told.get("peak", 0),
            told.get("wall", seconds),
            told.get("dropped", 0),
        )


def _judge(told: Mapping[str, Any], limits: Limits) -> tuple[Status, RuntimeProblem | None]:
    """What an ending means."""
    ended = told.get("ended", "")
    memory = int(told.get("memory", 0)) // _MIB
    simple = {
        "": (Status.FAILED, RuntimeProblem(Code.SUPERVISOR_LOST)),
        "not-started": (Status.FAILED, RuntimeProblem(Code.START_FAILED, reason=told.get("reason", ""))),
        "cancelled": (Status.CANCELLED, RuntimeProblem(Code.CANCELLED)),
        "timed-out": (Status.TIMED_OUT, RuntimeProblem(Code.TIMED_OUT, seconds=f"{limits.seconds or 0:g}")),
        "out-of-memory": (Status.OUT_OF_MEMORY, RuntimeProblem(Code.OUT_OF_MEMORY, limit=memory)),
        "too-many-processes": (
            Status.TOO_MANY_PROCESSES,
            RuntimeProblem(Code.TOO_MANY_PROCESSES, limit=limits.processes),
        ),
    }
    if ended in simple:
        return simple[ended]
    status, last = told.get("status"), _last_line(told.get("stderr", ""))
    if status == 0:
        return Status.DONE, None
    if last.startswith(("MemoryError", "numpy.core._exceptions._ArrayMemoryError", "numpy._core._exceptions._Array")):
        return Status.OUT_OF_MEMORY, RuntimeProblem(Code.OUT_OF_MEMORY, limit=memory)
    if isinstance(status, int) and status < 0:
        return Status.CRASHED, RuntimeProblem(Code.CRASHED, signal=_signal_name(-status))
    if told.get("error"):
        return Status.FAILED, RuntimeProblem(Code.SCRIPT_ERROR, text=told["error"])
    return Status.FAILED, RuntimeProblem(Code.EXIT_STATUS, status=status, reason=last or "—")


def _last_line(text: str) -> str:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return lines[-1][:500] if lines else ""


def _signal_name(number: int) -> str:
    with suppress(ValueError):
        return signal.Signals(number).name
    return f"0x{(1 << 32) - number:08X}" if sys.platform == "win32" else str(number)


def _start_supervisor(python: str) -> subprocess.Popen[bytes]:
    """Start the supervisor in a session of its own: what the terminal does to us does not reach it."""
    package, base = f"{PACKAGE.name}.runtime", str(PACKAGE.parent)
    code = f"import sys; sys.path.insert(0, {base!r}); from {package}.supervisor import main; sys.exit(main())"
    return subprocess.Popen(  # noqa: S603  # nosec B603 - our own code, no shell
        [python, "-I", "-S", "-B", "-X", "utf8", "-c", code],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=clean.environment(Path.home(), Path.home(), own_libraries=False),
        start_new_session=True,
        creationflags=clean.NO_WINDOW,
    )


def _write(stream: IO[bytes], data: bytes) -> None:
    with suppress(OSError):  # the supervisor is gone: its silence tells
        stream.write(data)
        stream.flush()


def _end(supervisor: subprocess.Popen[bytes]) -> bool:
    """Wait for the end of the supervisor; False when it had to be killed."""
    try:
        supervisor.wait(CANCEL_SECONDS)
    except subprocess.TimeoutExpired:
        supervisor.kill()
        supervisor.wait()
        return False
    return True
