"""Run contenders side by side, each job in its own process, and keep what was measured.

This process stays small on purpose (standard library only): Linux counts the memory of the process that
forks as the first peak of its child.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from dataclasses import asdict, dataclass, field
from pathlib import Path
from statistics import median
from typing import Any, Callable, NamedTuple

BENCHMARKS = Path(__file__).resolve().parent
ROOT = BENCHMARKS.parent
WORK = ROOT / "build" / "bench"
SECONDS_FILE = "BENCH_SECONDS"
"""Environment variable that names the file where a job writes the seconds it took, start-up excluded."""
NO_CAP = 3600.0


@dataclass(frozen=True)
class Case:
    """One input that every contender receives.

    Attributes:
        size: Short name of the input ("14k").
        folder: Where its outputs go; also passed to the commands.
        inputs: Files, by role.
        counts: What the input holds, by name ("features", "line pieces"); printed above its table.
    """

    size: str
    folder: Path
    inputs: dict[str, Path]
    counts: dict[str, int]


@dataclass(frozen=True)
class Contender:
    """One way of doing the job.

    Attributes:
        name: Key in the stored results.
        title: Words of the table.
        command: Command line, from the case and the file to write.
        missing: Returns the sentence that says why it cannot run here; empty when it can.
        whole_process: Time the process from outside, its start-up included; otherwise the job times itself.
        peer: Belongs to others: left out above ``Suite.peer_sizes`` and stopped at the cap.
        remark: What the reader of the table must know.
    """

    name: str
    title: str
    command: Callable[[Case, Path], list[str]]
    missing: Callable[[], str] = lambda: ""
    whole_process: bool = False
    peer: bool = False
    remark: str = ""


@dataclass
class Row:
    """What one contender did on one case, round after round.

    Attributes:
        seconds: One time a round.
        peak_mb: One peak of resident memory a round, in millions of bytes, start-up included.
        written: Features in its last output.
        stopped: Cap in seconds at which it was stopped, or None.
        trouble: Why it gave nothing; empty when it did.
    """

    seconds: list[float] = field(default_factory=list)
    peak_mb: list[float] = field(default_factory=list)
    written: int = 0
    stopped: float | None = None
    trouble: str = ""


class Measured(NamedTuple):
    """A ratio or an amount; ``at_least`` when the slower side was stopped before its end."""

    value: float
    at_least: bool = False


@dataclass
class Results:
    """Measurements of one suite: only raw figures, every ratio is derived from them.

    Attributes:
        context: Date, commit, machine, versions and number of rounds.
        counts: Per size, what the input holds.
        rows: Per size and contender.
    """

    context: dict[str, str]
    counts: dict[str, dict[str, int]] = field(default_factory=dict)
    rows: dict[str, dict[str, Row]] = field(default_factory=dict)

    def row(self, size: str, name: str) -> Row:
        """Return the row of a contender, empty when it was not run."""
        return self.rows.get(size, {}).get(name, Row())

    def ratio(self, slow: tuple[str, str], fast: tuple[str, str]) -> Measured | None:
        """Median over the rounds of ``slow / fast``, each a (size, contender); None when one is absent."""
        top, bottom = self.row(*slow), self.row(*fast)
        if not bottom.seconds:
            return None
        if top.stopped is not None:
            return Measured(top.stopped / median(bottom.seconds), at_least=True)
        if not top.seconds:
            return None
        return Measured(median(a / b for a, b in zip(top.seconds, bottom.seconds)))

    def peak_mb(self, size: str, name: str) -> Measured | None:
        """Highest peak of memory over the rounds, in MB."""
        peaks = self.row(size, name).peak_mb
        return Measured(max(peaks)) if peaks else None

    def to_json(self) -> dict[str, object]:
        """Return the plain dictionary that is stored."""
        return asdict(self)

    @classmethod
    def from_json(cls, stored: dict[str, Any]) -> Results:
        """Rebuild from the stored dictionary."""
        rows = {s: {n: Row(**row) for n, row in by_name.items()} for s, by_name in stored["rows"].items()}
        return cls(stored["context"], stored["counts"], rows)


@dataclass(frozen=True)
class Promise:
    """A figure the project has promised.

    Attributes:
        text: What is promised, in words.
        size: The size it holds for.
        limit: The promised figure.
        measure: How it is read from the results; None when not measured.
        at_most: The measured figure must not exceed the limit; otherwise it must reach it.
        unit: Printed after both figures.
    """

    text: str
    size: str
    limit: float
    measure: Callable[[Results], Measured | None]
    at_most: bool = True
    unit: str = "×"

    def kept(self, measured: Measured) -> bool:
        """Whether the figure keeps the promise; an unfinished peer only proves that it is slower."""
        return measured.value <= self.limit if self.at_most else measured.value >= self.limit

    def regressed(self, now: Measured, before: Measured, margin: float = 0.2) -> bool:
        """Whether the figure is worse than the stored one by more than ``margin``."""
        if now.at_least or before.at_least:
            return False
        worse, better = (now.value, before.value) if self.at_most else (before.value, now.value)
        return worse > better * (1 + margin)


@dataclass(frozen=True)
class Suite:
    """A job, its contenders and what is promised about them.

    Attributes:
        name: Key in the stored results.
        title: Heading.
        method: Sentences that say what is timed.
        sizes: Names of the inputs, smallest first.
        peer_sizes: Sizes the peers are measured at.
        contenders: The first one is ours; its output of a run before the rounds stays in ``Case.folder``.
        reference: Name of the contender that the others are divided by in the tables.
        prepare: Makes one input; raises ``FileNotFoundError`` with a sentence when the data are absent.
        promises: Promises that the results of one run can be held to.
        own: Makes the input from a file of the user's; None when the suite cannot.
    """

    name: str
    title: str
    method: str
    sizes: tuple[str, ...]
    peer_sizes: tuple[str, ...]
    contenders: tuple[Contender, ...]
    reference: str
    prepare: Callable[[str, Path], Case]
    promises: Callable[[Results], list[Promise]]
    own: Callable[[Path, Path], Case] | None = None


def environment(work: Path) -> dict[str, str]:
    """Return the environment of the jobs: no screen, a home of their own: no profile is touched."""
    home = work / "home"
    runtime = home / "runtime"
    runtime.mkdir(mode=0o700, parents=True, exist_ok=True)
    return {
        **os.environ,
        "HOME": str(home),
        "XDG_RUNTIME_DIR": str(runtime),
        "QGIS_CUSTOM_CONFIG_PATH": str(home / "qgis"),
        "QT_QPA_PLATFORM": "offscreen",
    }


def job(script: str, *arguments: object) -> list[str]:
    """Command line of a Python job that lies in this folder."""
    return [sys.executable, str(BENCHMARKS / script), *map(str, arguments)]


def ask(script: str, *arguments: object, work: Path) -> dict[str, object]:
    """Run a Python job of this folder and return the JSON of its last line.

    Raises:
        RuntimeError: The job failed; the message ends with its last line of error.
    """
    done = subprocess.run(job(script, *arguments), env=environment(work), capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{script} {arguments[0]}: {_last_line(done.stderr)}")
    answer: dict[str, object] = json.loads(done.stdout.strip().splitlines()[-1])
    return answer


def _last_line(text: str) -> str:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return lines[-1] if lines else "no message"


class Finished(NamedTuple):
    """How one process ended."""

    status: int
    seconds: float
    peak_mb: float
    stopped: bool


def run_process(command: list[str], log: Path, env: dict[str, str], cap: float) -> Finished:
    """Run one command to its end or to ``cap`` seconds; time it from outside and read its peak of memory."""
    stopped = threading.Event()
    os.sync()  # what an earlier job left to the disk is not this one's cost
    with log.open("wb") as output:
        start = time.perf_counter()
        process = subprocess.Popen(
            command,
            stdout=output,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
            env=env,
            start_new_session=True,
        )

        def stop() -> None:
            stopped.set()
            os.killpg(process.pid, signal.SIGKILL)

        timer = threading.Timer(cap, stop)
        timer.start()
        try:
            _, status, usage = os.wait4(process.pid, 0)
        except KeyboardInterrupt:
            stop()  # its session is its own: the keyboard does not reach it
            raise
        finally:
            timer.cancel()
        seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    return Finished(process.returncode, seconds, usage.ru_maxrss * 1024 / 1e6, stopped.is_set())


def measure(contender: Contender, case: Case, output: Path, work: Path, cap: float, row: Row) -> None:
    """Run one contender once and add what it took to its row."""
    if row.trouble or row.stopped is not None:
        return
    row.trouble = contender.missing()
    if row.trouble:
        return
    own_time = work / "seconds"
    own_time.unlink(missing_ok=True)
    log = output.with_suffix(".log")
    env = {**environment(work), SECONDS_FILE: str(own_time)}
    done = run_process(contender.command(case, output), log, env, cap)
    if done.stopped:
        row.stopped = cap
        return
    if done.status or not output.exists():
        row.trouble = f"failed: {_last_line(log.read_text(errors='replace'))}"
        return
    row.seconds.append(done.seconds if contender.whole_process else float(own_time.read_text()))
    row.peak_mb.append(done.peak_mb)


def run_rounds(
    suite: Suite,
    cases: list[Case],
    contenders: list[Contender],
    results: Results,
    rounds: int,
    cap: float,
    say: Callable[[str], None],
    count: Callable[[Path], int],
) -> None:
    """Run every contender on every case, ``rounds`` times, interleaved, into ``results``.

    A round goes through all cases and contenders, so that what is divided was measured within minutes; the
    order of the contenders turns by one place each round. Ours runs once before, untimed: its output is what
    the floor copies.
    """
    for case in cases:
        results.counts[case.size] = case.counts
        results.rows[case.size] = {}
        warm_up = Row()
        measure(suite.contenders[0], case, case.folder / f"{suite.contenders[0].name}.gpkg", WORK, NO_CAP, warm_up)
        if warm_up.trouble:
            raise RuntimeError(f"{suite.contenders[0].title}, {case.size}: {warm_up.trouble}")
    for turn in range(rounds):
        for case in cases:
            place = turn % len(contenders)
            for contender in contenders[place:] + contenders[:place]:
                if contender.peer and case.size in suite.sizes and case.size not in suite.peer_sizes:
                    continue
                row = results.rows[case.size].setdefault(contender.name, Row())
                folder = case.folder / "round"
                shutil.rmtree(folder, ignore_errors=True)
                folder.mkdir(parents=True)
                output = folder / f"{contender.name}.gpkg"
                measured = len(row.seconds)
                measure(contender, case, output, WORK, cap if contender.peer else NO_CAP, row)
                if len(row.seconds) > measured:
                    row.written = count(output)
                    told = f"{row.seconds[-1]:.2f} s, {row.peak_mb[-1]:.0f} MB, {row.written} features"
                else:
                    told = row.trouble or f"stopped at {row.stopped:g} s"
                say(f"round {turn + 1}/{rounds} · {case.size} · {contender.title}: {told}")
