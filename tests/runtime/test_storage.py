"""The cache is measured, and what no longer serves is removed."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from crige_ia_plugin.runtime import storage
from crige_ia_plugin.runtime.__main__ import main
from crige_ia_plugin.runtime.environment import Settings
from crige_ia_plugin.runtime.folders import RunFolder
from crige_ia_plugin.runtime.problems import Code, RuntimeProblem


def environment(cache: Path, name: str, days: float) -> Path:
    home = cache / "environments" / name
    home.mkdir(parents=True)
    (home / "file").write_bytes(bytes(1000))
    past = time.time() - days * storage.DAY
    os.utime(home, (past, past))
    return home


def test_what_served_lately_stays(tmp_path: Path) -> None:
    old, recent, today = (environment(tmp_path, name, days) for name, days in (("a", 200), ("b", 20), ("c", 0)))
    (tmp_path / "packages").mkdir()
    os.link(old / "file", tmp_path / "packages" / "same")
    (tmp_path / "pins").mkdir()
    (tmp_path / "pins" / "x.txt").write_bytes(bytes(10))
    settings = Settings(cache=str(tmp_path))
    assert storage.used(settings) == 3010
    assert storage.make_room(settings, 90) == 1
    assert not old.exists()
    assert recent.exists()
    assert storage.used(settings) == 2010
    assert main(["clean", "--lang", "en", "--cache", str(tmp_path), "--days", "0"]) == 0
    assert not recent.exists()
    assert today.exists()
    assert (tmp_path / "pins" / "x.txt").exists()


def test_what_uv_keeps_stays_while_an_environment_is_being_made(tmp_path: Path) -> None:
    packages = tmp_path / "packages"
    packages.mkdir()
    settings = Settings(cache=str(tmp_path))
    with RunFolder(tmp_path / "making"):
        storage.make_room(settings)
        assert packages.is_dir()
    storage.make_room(settings)
    assert not packages.exists()
    with RunFolder(tmp_path / "making") as place:  # the next one finds its way in
        assert place.path.is_dir()


def test_measuring_may_be_stopped(tmp_path: Path) -> None:
    environment(tmp_path, "a", 1)

    class Stop:
        def is_cancelled(self) -> bool:
            return True

    with pytest.raises(RuntimeProblem) as caught:
        storage.used(Settings(cache=str(tmp_path)), Stop())
    assert caught.value.code is Code.CANCELLED


def test_an_empty_cache_has_nothing_to_give(tmp_path: Path) -> None:
    settings = Settings(cache=str(tmp_path / "none"))
    assert storage.used(settings) == storage.make_room(settings, 90) == 0
