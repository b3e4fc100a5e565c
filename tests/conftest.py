"""Fixtures shared by every room's tests."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import following
import pytest
from hypothesis import settings

REPOSITORY = Path(__file__).resolve().parent.parent

# The tests never read nor write the QGIS profile of whoever runs them: pytest-qgis keeps its own in .qgis-settings/,
# and what the tests start in other processes gets this one.
_PROFILE = tempfile.TemporaryDirectory(prefix="crige-ia-profile-")
os.environ["QGIS_CUSTOM_CONFIG_PATH"] = _PROFILE.name
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# A bare ``pytest`` never tests yesterday's code: staged here, before a room's own conftest imports the plugin.
subprocess.run([sys.executable, str(REPOSITORY / "tools" / "stage.py")], check=True)

# Machines differ in speed, so no example has a deadline; on a CI machine the same examples run each time.
settings.register_profile("steady", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("steady")


# What Python collects dies in the thread that collects it, and Qt's objects may die in their own thread alone: QGIS
# crashes later, elsewhere. The tests leave layers and windows behind while tasks run, so the main thread collects.
gc.disable()
_EVERY = 20
_ended = 0


@pytest.hookimpl(trylast=True)
def pytest_runtest_teardown() -> None:
    """Collect what the tests left, now and then."""
    global _ended
    _ended += 1
    if _ended % _EVERY == 0:
        gc.collect()


def pytest_unconfigure() -> None:
    """Remove the profile of this run."""
    _PROFILE.cleanup()


@pytest.fixture(scope="session", autouse=True)
def _coverage_follows() -> None:
    following.follow()


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """Folder of the real test data that live beside the repository, never in it."""
    folder = Path(os.environ.get("CRIGE_IA_TEST_DATA", REPOSITORY.parent / "shared" / "data"))
    if not folder.is_dir():
        pytest.skip(f"the real test data are absent: {folder} (set CRIGE_IA_TEST_DATA)")
    return folder


@pytest.fixture(scope="session")
def servers_python() -> Path:
    """Interpreter that has the servers which the tests talk to (``tools/requirements-servers.txt``)."""
    folder = Path(os.environ.get("CRIGE_IA_TEST_SERVERS", REPOSITORY / ".venv" / "servers"))
    if not (folder / "ready").is_file():
        pytest.skip(f"no environment of the servers is there: {folder} (make setup-servers)")
    return folder / "bin" / "python"
