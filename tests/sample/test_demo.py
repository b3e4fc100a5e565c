"""The demonstration's refusals: each says what is wrong and what to do, and nothing is left half done."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

DEMO = Path(__file__).resolve().parents[2] / "tools" / "demo.py"


def demo(*arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(DEMO), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)


@pytest.fixture
def empty_zip(tmp_path: Path) -> Path:
    path = tmp_path / "plugin.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("crige_ia_plugin/LICENSE", "")
    return path


def test_a_missing_zip_names_the_command_that_builds_it(tmp_path):
    done = demo("--zip", tmp_path / "absent.zip")
    assert done.returncode == 1
    assert "make package" in done.stderr


def test_a_missing_input_is_named(empty_zip, tmp_path):
    done = demo("--zip", empty_zip, "--input", tmp_path / "roads.gpkg", "--output", tmp_path / "out")
    assert done.returncode == 1
    assert "roads.gpkg" in done.stderr
    assert not (tmp_path / "out").exists()


def test_a_zip_that_is_none_is_refused(tmp_path):
    path = tmp_path / "plugin.zip"
    path.write_bytes(b"not a zip")
    done = demo("--zip", path, "--output", tmp_path / "out")
    assert done.returncode == 1
    assert "could not be installed" in done.stderr
    assert "Traceback" not in done.stderr
