"""Files put in their place together or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest
from layers import fingerprints

from crige_ia_plugin.processing.output import swap


@pytest.fixture
def old_and_new(tmp_path):
    new = swap.partial_folder(tmp_path / "roads.shp")
    for name in ("roads.shp", "roads.dbf", "rails.gpkg"):
        (new / name).write_text(f"new {name}")
    for name in ("roads.shp", "roads.dbf", "roads.qix", "roads.qml", "rails.gpkg", "rails.gpkg-wal", "other.txt"):
        (tmp_path / name).write_text(f"old {name}")
    return new, [(new / name, tmp_path / name) for name in ("roads.shp", "roads.dbf", "rails.gpkg")]


def test_new_files_take_the_place_of_old_ones_and_of_their_companions(tmp_path, old_and_new):
    new, moves = old_and_new
    with swap.swapped(moves):
        pass
    new.rmdir()
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {
        "roads.shp": "new roads.shp",
        "roads.dbf": "new roads.dbf",
        "rails.gpkg": "new rails.gpkg",
        "roads.qml": "old roads.qml",
        "other.txt": "old other.txt",
    }


def test_a_failure_in_the_body_undoes_everything(tmp_path, old_and_new):
    before = fingerprints(tmp_path)
    with pytest.raises(RuntimeError), swap.swapped(old_and_new[1]):
        raise RuntimeError((tmp_path / "roads.shp").read_text())
    assert fingerprints(tmp_path) == before


@pytest.mark.parametrize("failing", range(7))
def test_a_file_that_cannot_be_moved_undoes_everything(tmp_path, old_and_new, monkeypatch, failing):
    """As on Windows, where a file that is open cannot be replaced."""
    before = fingerprints(tmp_path)
    calls = []
    real = Path.replace

    def replace(self, target):
        calls.append(self)
        if len(calls) == failing + 1:
            raise PermissionError(13, "in use", str(self))
        return real(self, target)

    monkeypatch.setattr(Path, "replace", replace)
    try:
        with swap.swapped(old_and_new[1]):
            pass
    except PermissionError:
        assert fingerprints(tmp_path) == before
    else:
        assert len(calls) <= failing


def test_folders_made_are_told_deepest_first(tmp_path):
    made = swap.make_folder(tmp_path / "a" / "b")
    assert made == [tmp_path / "a" / "b", tmp_path / "a"]
    assert swap.make_folder(tmp_path / "a") == []
