"""Measure the tools side by side and write RESULTS.md: ``python benchmarks/run.py --help``.

A complete run (every size, at least five rounds) replaces ``benchmarks/RESULTS.md`` and the figures it
comes from, ``benchmarks/results.json``; any other goes to ``build/bench/``. Either way the figures are
compared with the stored ones, and those more than 20 % worse are named.
"""

from __future__ import annotations

import argparse
import datetime
import json
import os
import platform
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import harness
from harness import BENCHMARKS, ROOT, WORK, Case, Results, Row, Suite
from report import document, regressions
from suites import SUITES

STORED = BENCHMARKS / "results.json"
ENOUGH_ROUNDS = 5


def say(sentence: str) -> None:
    """Tell at once, also when the output is a pipe."""
    print(sentence, flush=True)


def count_features(path: Path) -> int:
    """Number of features in a GeoPackage, or the number that a job of another kind wrote."""
    if path.stat().st_size < 100:
        return int(path.read_text())
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as database:
        tables = database.execute("SELECT table_name FROM gpkg_contents WHERE data_type = 'features'").fetchall()
        names = [name.replace('"', '""') for (name,) in tables]
        return sum(database.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in names)


def _first_match(path: str, key: str) -> str:
    lines = Path(path).read_text().splitlines() if Path(path).is_file() else []
    return next((line.split(":", 1)[1].strip() for line in lines if line.startswith(key)), "unknown")


def machine() -> str:
    """CPU model, cores, memory and system; no name and no path."""
    cpu = _first_match("/proc/cpuinfo", "model name")
    memory = int(_first_match("/proc/meminfo", "MemTotal").split()[0]) * 1024 / 2**30
    system = platform.freedesktop_os_release().get("PRETTY_NAME", platform.system())
    return f"{cpu}, {os.cpu_count()} cores, {memory:.0f} GiB, {system}"


def commit() -> str:
    """Short commit of the repository, saying so when files that git knows have changed since."""

    def git(*arguments: str) -> str:
        done = subprocess.run(["git", "-C", str(ROOT), *arguments], capture_output=True, text=True, check=False)
        return done.stdout.strip()

    changed = " and uncommitted changes" if git("status", "--porcelain", "--untracked-files=no") else ""
    return (git("rev-parse", "--short", "HEAD") or "unknown") + changed


def versions() -> str:
    """Versions of everything that takes part."""
    found = {**harness.ask("peers.py", "versions", work=WORK)}
    try:
        found.update(harness.ask("peers.py", "peer_versions", work=WORK))
    except RuntimeError as error:
        say(f"shapely or pyogrio is missing: {error}")
    if shutil.which("grass"):
        told = subprocess.run(["grass", "--version"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        found["GRASS"] = told.stdout.split("\n", 1)[0].rsplit(" ", 1)[-1]
    return ", ".join(f"{name} {version}" for name, version in found.items())


def context(rounds: int) -> dict[str, str]:
    """What a reader needs to judge the figures."""
    return {
        "date": datetime.datetime.now(datetime.timezone.utc).date().isoformat(),
        "commit": commit(),
        "machine": machine(),
        "versions": versions(),
        "rounds": str(rounds),
    }


def arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--suites", default="", help=f"among {', '.join(s.name for s in SUITES)}; all by default")
    parser.add_argument("--sizes", default="", help="sizes, separated by commas; all by default")
    parser.add_argument("--contenders", default="", help="contenders, separated by commas; all by default")
    parser.add_argument("--runs", type=int, default=ENOUGH_ROUNDS, help="rounds (default %(default)s)")
    parser.add_argument("--quick", action="store_true", help="smallest size, one round")
    parser.add_argument("--input", type=Path, help="measure this file of one line layer in metres instead")
    parser.add_argument("--cap", type=float, default=120.0, help="seconds given to a peer (default %(default)s)")
    parser.add_argument("--output", type=Path, help="folder of RESULTS.md and results.json")
    return parser.parse_args()


def chosen(text: str, known: tuple[str, ...], what: str) -> list[str]:
    """Return the names asked for, all of them when none is.

    Raises:
        SystemExit: A name is unknown.
    """
    names = [name.strip() for name in text.split(",") if name.strip()] or list(known)
    unknown = [name for name in names if name not in known]
    if unknown:
        sys.exit(f"Unknown {what}: {', '.join(unknown)}. Choose among {', '.join(known)}.")
    return names


def cases_of(suite: Suite, options: argparse.Namespace) -> list[Case]:
    """Prepare the inputs of one suite."""
    if options.input:
        return [suite.own(options.input.resolve(), WORK)] if suite.own else []
    sizes = chosen(options.sizes, suite.sizes, "size")
    if options.quick:
        sizes = sizes[:1]
    say(f"{suite.title}: preparing {', '.join(sizes)}")
    return [suite.prepare(size, WORK) for size in sizes]


def run_suite(suite: Suite, options: argparse.Namespace) -> Results:
    """Measure one suite."""
    rounds = 1 if options.quick else options.runs
    names = chosen(options.contenders, tuple(c.name for c in suite.contenders), "contender")
    contenders = [c for c in suite.contenders if c.name in names]
    cases = cases_of(suite, options)
    results = Results(context(rounds))
    harness.run_rounds(suite, cases, contenders, results, rounds, options.cap, say, count_features)
    return results


def is_complete(suite: Suite, results: Results) -> bool:
    """Whether the results may stand as the published ones: all sizes, all contenders, enough rounds."""
    return set(results.rows) == set(suite.sizes) and all(
        len(results.row(size, contender.name).seconds) >= ENOUGH_ROUNDS or contender.peer
        for size in suite.sizes
        for contender in suite.contenders
    )


def ours(suite: Suite, results: Results) -> list[Row]:
    """Return our rows, one a size."""
    return [results.row(size, suite.contenders[0].name) for size in results.rows]


def load(path: Path) -> dict[str, Results]:
    """Read stored results, by suite; nothing when there are none."""
    if not path.is_file():
        return {}
    return {name: Results.from_json(stored) for name, stored in json.loads(path.read_text()).items()}


def write(folder: Path, results: dict[str, Results]) -> None:
    """Write both files of a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    stored = {name: one.to_json() for name, one in results.items()}
    (folder / "results.json").write_text(json.dumps(stored, indent=1, ensure_ascii=False) + "\n")
    page = document((suite, results[suite.name]) for suite in SUITES if suite.name in results)
    (folder / "RESULTS.md").write_text(page)
    say(f"\n{page}\nWritten to {folder}")


def main() -> int:
    """Measure, write and compare; 1 when ours could not be measured."""
    options = arguments()
    names = chosen(options.suites, tuple(suite.name for suite in SUITES), "suite")
    suites = [suite for suite in SUITES if suite.name in names]
    before = load(STORED)
    try:
        now = {suite.name: run_suite(suite, options) for suite in suites}
    except (FileNotFoundError, RuntimeError) as error:
        print(error, file=sys.stderr)
        return 1
    complete = all(is_complete(suite, now[suite.name]) for suite in suites)
    folder = options.output or (BENCHMARKS if complete else WORK)
    write(folder, {**before, **now} if folder == BENCHMARKS else now)
    for suite in suites:
        if suite.name in before:
            for sentence in regressions(suite, now[suite.name], before[suite.name]):
                say(f"Regression of more than 20 %: {sentence}")
    failed = [row.trouble for suite in suites for row in ours(suite, now[suite.name]) if row.trouble]
    for trouble in failed:
        print(f"Ours could not be measured: {trouble}", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
