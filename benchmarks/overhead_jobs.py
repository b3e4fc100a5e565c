"""A shared script, run as the plugin runs it or by its environment's Python alone.

``overhead_jobs.py ours|bare STAGED FOLDER OUTPUT`` gives as its seconds the median of several runs, everything warm.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from statistics import median
from typing import Callable

from harness import SECONDS_FILE

RUNS = 7


def ours(staged: Path, folder: Path) -> Callable[[], object]:
    """From the file's bytes and its agreement to the output in its place."""
    sys.path.insert(0, str(staged))
    from crige_ia_plugin.paths import RESOURCES
    from crige_ia_plugin.runtime import environment, job, script
    from crige_ia_plugin.runtime.listener import Silent
    from crige_ia_plugin.runtime.trust import Policy, Trust

    path = RESOURCES / "scripts" / "new" / "script.py"
    values = {"table": path.with_name("sample.csv"), "column": "nature", "counts": folder / "counts.csv"}
    trust = Trust(folder / "trust.json", Policy())
    trust.agree(script.read(path))

    def run() -> None:
        read = script.read(path)
        trust.verify(read)
        prepared = environment.prepare(read, environment.Settings(python=sys.executable, cache=str(folder)))
        outcome = job.run(read, prepared, values, folder / "runs", Silent())
        if outcome.status is not job.Status.DONE:
            raise SystemExit(f"{outcome.error}")

    return run


def bare(staged: Path, folder: Path) -> Callable[[], object]:
    """The same file, started by the same Python with the same flags."""
    path = staged / "crige_ia_plugin" / "resources" / "scripts" / "new" / "script.py"
    words = ["--table", str(path.with_name("sample.csv")), "--column", "nature", "--counts", str(folder / "counts.csv")]
    return lambda: subprocess.run(
        [sys.executable, "-I", "-u", "-B", "-X", "utf8", str(path), *words], check=True, stdout=subprocess.DEVNULL
    )


def main(name: str, staged: str, folder: str, output: str) -> None:
    """Warm up, run several times, and write the median and the rows of the last result."""
    run = {"ours": ours, "bare": bare}[name](Path(staged), Path(folder))
    run()
    seconds = []
    for _ in range(RUNS):
        start = time.perf_counter()
        run()
        seconds.append(time.perf_counter() - start)
    rows = (Path(folder) / "counts.csv").read_text(encoding="utf-8").count("\n") - 1
    Path(output).write_text(str(rows))
    Path(os.environ[SECONDS_FILE]).write_text(str(median(seconds)))


if __name__ == "__main__":
    main(*sys.argv[1:])
