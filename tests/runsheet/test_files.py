"""Run sheets on disk."""

from __future__ import annotations

import stat
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from crige_ia_plugin.runsheet import files
from crige_ia_plugin.runsheet.errors import RunSheetError
from crige_ia_plugin.runsheet.sheet import InputLayer, RunSheet, to_json


def test_what_is_written_is_read_back(sheet: RunSheet, tmp_path: Path) -> None:
    page = tmp_path / "fiche d'exécution.html"
    files.write(sheet, page)
    assert files.read(page) == sheet
    assert [path.name for path in tmp_path.iterdir()] == [page.name]


def test_json_files_are_read_too(sheet: RunSheet, tmp_path: Path) -> None:
    path = tmp_path / "sheet.json"
    path.write_text("\ufeff" + to_json(sheet), encoding="utf-8")
    assert files.read(path) == sheet


def test_a_file_that_is_no_text_is_no_run_sheet(tmp_path: Path) -> None:
    path = tmp_path / "image.png"
    path.write_bytes(bytes(range(256)))
    with pytest.raises(RunSheetError):
        files.read(path)


def test_nothing_personal_is_written(sheet: RunSheet, tmp_path: Path) -> None:
    layer = InputLayer("INPUT", "Routes", "C:\\Users\\Jean Dupont\\routes.shp", 1, "EPSG:2154", None)
    personal = replace(sheet, inputs=(layer,), error="Impossible d'écrire /home/jdupont/sig/sortie.gpkg")
    page = tmp_path / "sheet.html"
    files.write(personal, page)
    text = page.read_text(encoding="utf-8")
    assert "Dupont" not in text
    assert "jdupont" not in text
    assert "routes.shp" in text
    assert "sortie.gpkg" in text
    files.write(personal, page, keep_paths=True)
    assert files.read(page).inputs[0].source == layer.source


def test_a_full_disk_leaves_the_old_file(sheet: RunSheet, tmp_path: Path, monkeypatch) -> None:
    page = tmp_path / "sheet.html"
    page.write_text("the old one", encoding="utf-8")

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files.os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        files.write(sheet, page)
    assert page.read_text(encoding="utf-8") == "the old one"
    assert list(tmp_path.iterdir()) == [page]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs Linux's /dev/full")
def test_a_disk_that_is_really_full_is_an_error(sheet: RunSheet, tmp_path: Path, monkeypatch) -> None:
    page = tmp_path / "sheet.html"
    page.write_text("the old one", encoding="utf-8")
    real_open = Path.open
    monkeypatch.setattr(
        Path,
        "open",
        lambda path, mode="r", *rest, **more: real_open(
            Path("/dev/full") if mode == "xb" else path, mode.replace("x", "w"), **more
        ),
    )
    with pytest.raises(OSError, match="No space"):
        files.write(sheet, page)
    assert page.read_bytes() == b"the old one"


def test_a_missing_folder_is_an_error(sheet: RunSheet, tmp_path: Path) -> None:
    with pytest.raises(OSError, match="absent"):
        files.write(sheet, tmp_path / "absent" / "sheet.html")


@pytest.mark.skipif(sys.platform == "win32", reason="no modes on Windows")
def test_colleagues_can_read_it(sheet: RunSheet, tmp_path: Path) -> None:
    page = tmp_path / "sheet.html"
    reference = tmp_path / "reference"
    reference.touch()
    files.write(sheet, page)
    assert stat.S_IMODE(page.stat().st_mode) == stat.S_IMODE(reference.stat().st_mode)
    page.chmod(0o640)
    files.write(sheet, page)
    assert stat.S_IMODE(page.stat().st_mode) == 0o640


def test_a_very_long_name_is_no_trouble(sheet: RunSheet, tmp_path: Path) -> None:
    page = tmp_path / ("s" * 240 + ".html")
    files.write(sheet, page)
    assert files.read(page) == sheet
