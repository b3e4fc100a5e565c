"""What the libraries of shared scripts take, in the options."""

from __future__ import annotations

import os
import shutil
import time
from pathlib import Path

import pytest
from qgis.PyQt.QtCore import QLocale
from waiting import wait_for

from crige_ia_plugin.panel.libraries_line import LibrariesLine
from crige_ia_plugin.panel.numbers import shown_size
from crige_ia_plugin.runtime import storage
from crige_ia_plugin.scripts import runtime_settings

UNUSED = storage.UNUSED_DAYS


def environment(name: str, days: float, size: int = 5000) -> Path:
    """An environment that served some days ago, in the cache of this QGIS."""
    home = runtime_settings().cache_folder / "environments" / name
    home.mkdir(parents=True)
    (home / "file").write_bytes(bytes(size))
    past = time.time() - days * storage.DAY
    os.utime(home, (past, past))
    return home


def shown() -> LibrariesLine:
    line = LibrariesLine()
    assert line.is_busy
    assert not line.remove.isEnabled()
    assert wait_for(lambda: not line.is_busy)
    return line


def test_nothing_is_there_to_remove_before_a_script_ran(desk) -> None:
    line = shown()
    assert line.words.text() == "Libraries of the shared scripts: 0 bytes"
    assert not line.remove.isEnabled()


def test_those_that_no_longer_serve_are_removed_when_asked(desk) -> None:
    old, lately = environment("old", UNUSED + 1), environment("lately", UNUSED - 1)
    line = shown()
    assert line.words.text() == "Libraries of the shared scripts: 10 kB"
    line.remove.click()
    assert wait_for(lambda: not line.is_busy)
    assert line.words.text().startswith("Libraries of the shared scripts: 5 kB – removed: those of 1 script")
    assert not old.exists()
    assert lately.exists()
    line.remove.click()
    assert wait_for(lambda: not line.is_busy)
    assert line.words.text() == "Libraries of the shared scripts: 5 kB"


def test_what_cannot_be_removed_is_told(desk, monkeypatch) -> None:
    environment("old", UNUSED + 1)

    def refuse(folder: Path) -> None:
        raise PermissionError(13, "Permission denied", str(folder))

    line = shown()
    with monkeypatch.context() as patched:
        patched.setattr(storage, "remove", refuse)
        line.remove.click()
        assert wait_for(lambda: not line.is_busy)
    assert "Permission denied" in line.words.text()
    assert "Traceback" not in line.words.text()
    line.remove.click()  # once whoever held it has let it go
    assert wait_for(lambda: not line.is_busy)
    assert "removed: those of 1 script" in line.words.text()


def test_the_options_may_be_closed_meanwhile(desk) -> None:
    environment("a", 1)
    line = LibrariesLine()
    task = line._task
    ended: list[object] = []
    task.ended.connect(ended.append)
    line.deleteLater()
    del line
    assert wait_for(lambda: ended)


@pytest.fixture(autouse=True)
def empty(desk) -> None:
    shutil.rmtree(runtime_settings().cache_folder, ignore_errors=True)


@pytest.mark.parametrize(
    ("language", "count", "text"),
    [("fr", 1.24e9, "1,2 GB"), ("en", 1.24e9, "1.2 GB"), ("fr", 999, "999 bytes"), ("en", 2_345_678, "2 MB")],
)
def test_a_size_is_written_as_the_system_writes_numbers(language: str, count: float, text: str) -> None:
    before = QLocale()
    QLocale.setDefault(QLocale(language))
    try:
        assert shown_size(count) == text
    finally:
        QLocale.setDefault(before)
