"""Runs of scripts for the tests: by an unprivileged user when the tests are root's, since some scripts mean harm."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import following
import making_scripts as scripts
import pytest

import crige_ia_plugin

NOBODY = 65534
HELPER = Path(__file__).parents[1] / "support" / "running.py"
PATIENCE = 600


@dataclass
class Report:
    """What a run told."""

    events: list[tuple[str, Any]]
    outcome: dict[str, Any]
    folder: Path
    left: list[str] = field(default_factory=list)

    @property
    def status(self) -> str:
        return self.outcome["status"]

    @property
    def code(self) -> str:
        return (self.outcome["error"] or {}).get("code", "")

    def said(self, kind: str) -> list[Any]:
        return [value for event, value in self.events if event == kind]


class Runner:
    """Runs scripts in a folder of its own."""

    def __init__(self, package: Path, folder: Path, user: int | None) -> None:
        self.package, self.folder, self.user = package, folder, user
        self.python = os.path.realpath(getattr(sys, "_base_executable", "") or sys.executable)

    def order(self, body: str, values: dict[str, Any] | None = None, cancel_on: str = "", **options: Any) -> bytes:
        limits = options.pop("limits", {"seconds": 300, "processes": 40})
        told = {
            "source": scripts.text(body, **options),
            "values": {"out": str(self.folder / "final" / "out.txt")} if values is None else values,
            "python": self.python,
            "folder": str(self.folder / "runs"),
            "limits": limits,
            "cancel_on": cancel_on,
        }
        return json.dumps(told).encode() + b"\n"

    def start(self, order: bytes, **environment: str) -> subprocess.Popen[bytes]:
        process = subprocess.Popen(
            following.words(self.python, self.package / HELPER.name, self.package),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={"PATH": os.environ["PATH"], "HOME": str(self.folder), **environment},
            cwd=self.folder,
            user=self.user,
            group=self.user,
            extra_groups=[] if self.user else None,
            start_new_session=True,
        )
        assert process.stdin is not None
        process.stdin.write(order)
        process.stdin.flush()
        return process

    def __call__(self, body: str, values: dict[str, Any] | None = None, **options: Any) -> Report:
        environment = options.pop("environment", {})
        process = self.start(self.order(body, values, **options), **environment)
        try:
            out, _ = process.communicate(timeout=PATIENCE)
        finally:
            process.kill()  # when it took too long: its supervisor then ends the run
        told = [json.loads(line) for line in out.splitlines()]
        events = [(item["event"], item["value"]) for item in told]
        assert events[-1][0] == "outcome"
        runs = self.folder / "runs"
        left = [path.name for path in runs.iterdir() if path.name != ".lock"] if runs.is_dir() else []
        return Report(events[:-1], events[-1][1], self.folder / "final", left)


def open_folder() -> str:
    """A temporary folder that any user can reach: that of the tests may lie in the home of root."""
    usual = tempfile.gettempdir()
    for base in map(Path, (usual, "/tmp", "/var/tmp")):
        if base.is_dir() and all(folder.stat().st_mode & 0o001 for folder in (base, *base.parents)):
            return str(base)
    return usual


@pytest.fixture(scope="session")
def package() -> Iterator[Path]:
    """The runtime alone, where any user can read it."""
    source = Path(crige_ia_plugin.__file__).parent
    with tempfile.TemporaryDirectory(prefix="crige-ia-runtime-", dir=open_folder()) as name:
        folder = Path(name)
        folder.chmod(0o755)
        target = folder / source.name
        shutil.copytree(source / "runtime", target / "runtime", ignore=shutil.ignore_patterns("__pycache__"))
        for file in ("__init__.py", "paths.py", "metadata.txt"):
            shutil.copy(source / file, target)
        for helper in (HELPER, Path(following.__file__)):
            shutil.copy(helper, folder)
        (folder / "measured").mkdir()
        (folder / "measured").chmod(0o777)
        yield folder
        following.bring(folder)


@pytest.fixture(scope="session")
def unprivileged() -> int | None:
    """The user who runs the scripts; None for the one who runs the tests."""
    if os.name == "nt" or os.getuid() != 0:
        return None
    base = os.path.realpath(getattr(sys, "_base_executable", "") or sys.executable)
    tried = subprocess.run([base, "-c", ""], user=NOBODY, group=NOBODY, extra_groups=[], check=False, cwd="/")
    return NOBODY if tried.returncode == 0 else None


@pytest.fixture
def run(package: Path, unprivileged: int | None) -> Iterator[Runner]:
    """Runs scripts as an unprivileged user."""
    with tempfile.TemporaryDirectory(prefix="crige-ia rün ", dir=open_folder()) as name:
        folder = Path(name)
        (folder / "final").mkdir()
        if unprivileged is not None:
            for path in (folder, folder / "final"):
                os.chown(path, unprivileged, unprivileged)
        yield Runner(package, folder, unprivileged)
