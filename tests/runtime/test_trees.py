"""The processes of a run, as they are followed on macOS and other Unix systems, tried on this one."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

if os.name == "nt":
    pytest.skip("POSIX processes", allow_module_level=True)
if not Path("/bin/ps").exists():
    pytest.skip("ps is not installed", allow_module_level=True)

from crige_ia_plugin.runtime import supervisor, trees
from crige_ia_plugin.runtime.trees_posix import PosixTree, descendants, signal_all

FAMILY = """
import subprocess, sys, time
child = [sys.executable, "-c", "import time; time.sleep(600)"]
subprocess.Popen(child)
subprocess.Popen(child, start_new_session=True)
print("ready", flush=True)
time.sleep(600)
"""
ORPHAN = """
import subprocess, sys, time
grand = "import subprocess, sys; subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)'])"
child = subprocess.Popen([sys.executable, "-c", grand + "; import time; time.sleep(1)"], start_new_session=True)
print("ready", flush=True)
child.wait()
time.sleep(600)
"""


def started(code: str) -> tuple[PosixTree, subprocess.Popen[bytes]]:
    tree = PosixTree()
    child = tree.start([sys.executable, "-c", code], "/", dict(os.environ))
    assert child.stdout is not None
    if "ready" in code:
        assert child.stdout.readline() == b"ready\n"
    return tree, child


def gone(pid: int) -> bool:
    """Whether a process has ended; one that nobody has waited for yet has."""
    answer = subprocess.run(["/bin/ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True, check=False)
    return answer.stdout.strip()[:1] in ("", "Z")


def family(tree: PosixTree, count: int) -> set[int]:
    end = time.monotonic() + 20
    while tree.usage().processes < count and time.monotonic() < end:
        time.sleep(0.05)
    return set(tree._known)


def test_all_of_a_family_are_counted_and_killed() -> None:
    tree, child = started(FAMILY)
    pids = family(tree, 3)
    used = tree.usage()
    assert child.pid in pids
    assert used.processes == len(pids) == 3
    assert used.memory > 3 << 20
    assert tree.ended() is None
    tree.kill()
    assert tree.ended() == -signal.SIGKILL
    assert all(map(gone, pids))
    cpu, peak = tree.totals()
    assert cpu > 0
    assert peak >= used.memory


def test_one_whose_parent_is_gone_is_remembered() -> None:
    tree, child = started(ORPHAN)
    pids = family(tree, 3)
    (middle,) = (pid for pid in pids - {child.pid} if os.getsid(pid) == pid)
    end = time.monotonic() + 20
    while not gone(middle) and time.monotonic() < end:
        tree.usage()
        time.sleep(0.05)
    assert gone(middle)
    assert tree.usage().processes >= 2
    tree.kill()
    assert all(map(gone, pids))


def test_the_end_is_told_once_it_came() -> None:
    tree, child = started("raise SystemExit(3)")
    child.wait()
    assert tree.ended() == tree.ended() == 3
    tree.kill()
    assert tree.usage().processes <= 1


def test_a_tree_that_was_not_started_has_nobody() -> None:
    tree = PosixTree()
    assert tree.usage() == trees.Usage(0, 0)
    assert tree.ended() is None


def test_descendants_are_those_below() -> None:
    parents = {2: 1, 3: 2, 4: 2, 5: 4, 6: 1, 7: 6}
    assert descendants(2, parents) == {2, 3, 4, 5}
    assert descendants(6, parents) == {6, 7}
    assert descendants(9, parents) == {9}
    assert descendants(3, {3: 3}) == {3}


def test_a_signal_to_nobody_is_no_error() -> None:
    child = subprocess.Popen([sys.executable, "-c", ""])
    child.wait()
    signal_all([child.pid], signal.SIGKILL)


@pytest.mark.parametrize(
    ("platform", "name"), [("linux", "LinuxTree"), ("darwin", "PosixTree"), ("freebsd14", "PosixTree")]
)
def test_each_system_has_its_tree(platform: str, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    assert type(trees.tree(50)).__name__ == name


def test_memory_that_is_free_is_told_where_the_system_tells_it(monkeypatch: pytest.MonkeyPatch) -> None:
    if sys.platform.startswith("linux"):
        assert trees.available_memory() > 1 << 20
    monkeypatch.setattr(Path, "read_text", lambda *_, **__: "MemTotal: 3 kB\n")
    assert trees.available_memory() == 0


@pytest.fixture
def signals() -> Iterator[None]:
    """Give back the handlers that a supervisor sets."""
    kept = {number: signal.getsignal(number) for number in (signal.SIGCHLD, signal.SIGTERM)}
    yield
    for number, handler in kept.items():
        signal.signal(number, handler)


def supervised(code: str, folder: Path, monkeypatch: pytest.MonkeyPatch, seconds: float) -> list[dict[str, Any]]:
    """What a supervisor tells that follows a script by ``ps``, as on macOS."""
    monkeypatch.setattr(supervisor, "tree", lambda _: PosixTree())
    order = {
        "command": [sys.executable, "-c", code],
        "folder": str(folder),
        "environment": dict(os.environ),
        "processes": 50,
        "memory": 0,
        "seconds": seconds,
    }
    out, (reading, writing) = io.BytesIO(), os.pipe()  # whoever asked is there until the pipe is closed
    try:
        assert supervisor.Supervisor(order, out).run(supervisor._lines(reading))
    finally:
        os.close(writing)
    return [json.loads(line) for line in out.getvalue().splitlines()]


@pytest.mark.usefixtures("signals")
def test_a_run_on_macos_ends_well(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = supervised('print(\'{"progress": 0.5}\'); print(\'{"result": {"n": 1}}\')', tmp_path, monkeypatch, 60)
    outcome = told[-1]["outcome"]
    assert (outcome["ended"], outcome["status"], outcome["result"]) == ("exited", 0, {"n": 1})
    assert {"progress": 0.5} in told


@pytest.mark.usefixtures("signals")
def test_a_run_on_macos_that_takes_too_long_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = supervised(FAMILY, tmp_path, monkeypatch, 2)
    assert told[-1]["outcome"]["ended"] == "timed-out"
    assert told[-1]["outcome"]["status"] == -signal.SIGKILL
    assert gone(next(one["started"] for one in told if "started" in one))
