"""Folders of runs, and files written whole or not at all."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

import pytest

from crige_ia_plugin.runtime import folders, outputs
from crige_ia_plugin.runtime.folders import Lock, RunFolder, locked, remove, write_aside
from crige_ia_plugin.runtime.parameters import Parameter, Type
from crige_ia_plugin.runtime.problems import Code, RuntimeProblem


def test_a_lock_is_held_by_one(tmp_path: Path) -> None:
    first, second = Lock(tmp_path / "l"), Lock(tmp_path / "l")
    assert first.take(wait=False)
    assert not second.take(wait=False)
    first.free()
    assert second.take(wait=False)
    second.free()
    with locked(tmp_path / "l"):
        third = Lock(tmp_path / "l")
        assert not third.take(wait=False)
        third.free()


def test_a_living_run_is_left_alone_and_a_dead_one_is_removed(tmp_path: Path) -> None:
    with RunFolder(tmp_path) as living:
        dead = tmp_path / "run-dead"
        (dead / "deep").mkdir(parents=True)
        (tmp_path / "run-dead.lock").write_text("")
        unborn = tmp_path / "run-unborn"
        unborn.mkdir()
        other = tmp_path / "results"
        other.mkdir()
        with RunFolder(tmp_path) as second:
            assert living.path.is_dir()
            assert second.path != living.path
            assert not dead.exists()
            assert not unborn.exists()
        assert other.is_dir()
    assert sorted(path.name for path in tmp_path.iterdir()) == [".lock", "results"]


@pytest.mark.skipif(sys.platform == "win32", reason="modes of POSIX")
def test_a_folder_is_removed_whatever_its_modes(tmp_path: Path) -> None:
    place = tmp_path / "a"
    (place / "b" / "c").mkdir(parents=True)
    (place / "b" / "c" / "file").write_text("x")
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "kept").write_text("x")
    (place / "link").symlink_to(outside)
    (place / "b" / "c").chmod(0)
    (place / "b").chmod(0o500)
    remove(place)
    assert not place.exists()
    assert (outside / "kept").exists()


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    write_aside(path, b"first")

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(folders.os, "fsync", full)
    with pytest.raises(RuntimeProblem) as caught:
        write_aside(path, b"second")
    assert caught.value.code is Code.DISK_FULL
    assert [found.name for found in tmp_path.iterdir()] == ["a.txt"]
    assert path.read_bytes() == b"first"


def test_outputs_are_all_moved_or_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    final = tmp_path / "final"
    final.mkdir()
    (final / "a.tif").write_text("what was there")
    parameters = {name: Parameter(name, Type.RASTER_OUT, {}, extension="tif") for name in "ab"}
    finals = {name: str(final / f"{name}.tif") for name in "ab"}
    staged = outputs.staged_paths(tmp_path / "out", parameters, finals)
    for path in staged.values():
        path.write_bytes(b"II*\0new")
    moved = []

    def move(source: str, target: str) -> None:
        moved.append(target)
        if len(moved) == 2:
            Path(target).write_bytes(b"half")
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        Path(source).rename(target)

    monkeypatch.setattr(outputs.shutil, "move", move)
    with pytest.raises(RuntimeProblem) as caught:
        outputs.publish(staged, finals)
    assert caught.value.code is Code.DISK_FULL
    assert [path.name for path in final.iterdir()] == ["a.tif"]
    assert (final / "a.tif").read_text() == "what was there"


@pytest.mark.parametrize(
    ("name", "data", "sound"),
    [
        ("a.tif", b"II*\0...", True),
        ("a.tif", b"MM\0+...", True),
        ("a.tif", b"\x89PNG\r\n\x1a\n", False),
        ("a.geojson", b'\xef\xbb\xbf \n{"type": 1}', True),
        ("a.geojson", b"<html>", False),
        ("a.xyz", b"anything", True),
        ("a.txt", b"", True),
        ("a.shp", b"\0\0\x27\x0a", True),
    ],
)
def test_files_are_known_by_how_they_begin(name: str, data: bytes, sound: bool, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    parameter = Parameter("a", Type.FILE_OUT, {})
    if sound:
        outputs.verify(parameter, path)
        return
    with pytest.raises(RuntimeProblem) as caught:
        outputs.verify(parameter, path)
    assert caught.value.code is Code.OUTPUT_WRONG


@pytest.mark.skipif(sys.platform == "win32" or not os.geteuid(), reason="root reads everything")
def test_a_file_that_cannot_be_read_is_not_an_output(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("x")
    path.chmod(0)
    with pytest.raises(RuntimeProblem) as caught:
        outputs.verify(Parameter("a", Type.FILE_OUT, {}), path)
    assert caught.value.code is Code.OUTPUT_WRONG
