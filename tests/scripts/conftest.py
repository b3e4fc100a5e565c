"""Run the shared scripts as a user's computer does: in a process of their own, with the packages they ask for."""

from __future__ import annotations

import json
import os
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from crige_ia_plugin.runtime import clean

REPOSITORY = Path(__file__).resolve().parents[2]
SCRIPTS = REPOSITORY / "resources" / "scripts"


@dataclass
class Run:
    """What a script said.

    Attributes:
        status: Its exit status.
        events: Its events, in order.
        other: What it wrote that is no event.
        errors: Its standard error.
    """

    status: int
    events: list[dict[str, object]] = field(default_factory=list)
    other: list[str] = field(default_factory=list)
    errors: str = ""

    def told(self, kind: str) -> list[str]:
        """Contents of the events of one kind."""
        return [event[kind] for event in self.events if kind in event]

    @property
    def result(self) -> dict[str, object]:
        """The result, which the script gave once, as its last word."""
        assert self.status == 0, (self.events[-3:], self.errors[-2000:])
        assert list(self.events[-1]) == ["result"]
        return self.events[-1]["result"]

    @property
    def error(self) -> str:
        """The error, which the script gave once, as its last word, without a traceback."""
        assert self.status == 1, (self.events[-3:], self.errors[-2000:])
        assert self.errors == ""
        assert list(self.events[-1]) == ["error"]
        return self.events[-1]["error"]


@pytest.fixture(scope="session")
def scripts_python() -> Path:
    """Interpreter that has what the shared scripts ask for (``tools/requirements-scripts.txt``)."""
    folder = Path(os.environ.get("CRIGE_IA_TEST_SCRIPTS", REPOSITORY / ".venv" / "scripts"))
    if not (folder / "ready").is_file():
        pytest.skip(f"no environment of the shared scripts is there: {folder} (make setup-scripts)")
    return folder / "bin" / "python"


@pytest.fixture(scope="session")
def python_in(scripts_python: Path):
    """Run a program of the tests with the packages of the scripts; return what it printed."""

    def run(program: Path, *arguments: object) -> str:
        command = [str(scripts_python), "-I", str(program), *map(str, arguments)]
        done = subprocess.run(command, capture_output=True, text=True, check=False, encoding="utf-8")
        assert done.returncode == 0, done.stderr[-3000:]
        return done.stdout

    return run


@pytest.fixture(scope="session")
def run_script(scripts_python: Path, tmp_path_factory):
    """Run a shared script: ``run_script("treecrowns", chm=path, tile_size=64)``; ``None`` leaves an option out."""
    environment = clean.environment(*(tmp_path_factory.mktemp(name) for name in ("home", "temporary")), True)

    def run(name: str, lang: str = "en", **options: object) -> Run:
        command = [str(scripts_python), "-I", str(SCRIPTS / f"{name}.py"), "--lang", lang]
        for option, value in options.items():
            if value is not None:
                command.append(f"--{option.replace('_', '-')}={value}")
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, encoding="utf-8")
        found = Run(done.returncode, errors=done.stderr)
        for line in done.stdout.splitlines():
            if line.startswith("{"):
                found.events.append(json.loads(line))
            else:
                found.other.append(line)
        return found

    return run
