"""The zip: what it holds, and the same bytes twice."""

from __future__ import annotations

import os
import stat
import zipfile
from configparser import ConfigParser
from pathlib import Path

import package
import pytest
import stage

COMMIT_TIME = 1_790_000_000


@pytest.fixture
def built(tmp_path: Path) -> Path:
    stage.stage()
    target = tmp_path / "plugin.zip"
    package.write_zip(target, COMMIT_TIME)
    return target


def test_same_bytes_whatever_the_umask_the_dates_and_the_caches(built, tmp_path):
    for path in stage.STAGED.rglob("*.py"):
        os.utime(path)
    cache = stage.STAGED / "__pycache__"
    cache.mkdir(exist_ok=True)
    (cache / "plugin.cpython-39.pyc").write_bytes(b"cache")
    umask = os.umask(0o077)
    try:
        package.write_zip(tmp_path / "again.zip", COMMIT_TIME)
    finally:
        os.umask(umask)
        (cache / "plugin.cpython-39.pyc").unlink()
    assert (tmp_path / "again.zip").read_bytes() == built.read_bytes()


def test_one_folder_with_package_metadata_resources_translations_and_licence(built):
    with zipfile.ZipFile(built) as archive:
        names = archive.namelist()
        modes = {entry.external_attr >> 16 for entry in archive.infolist()}
    assert names == sorted(names)
    assert {name.split("/")[0] for name in names} == {"crige_ia_plugin"}
    inside = {name.split("/", 1)[1] for name in names}
    assert {"LICENSE", "metadata.txt", "__init__.py", "plugin.py", "resources/icons/crige_ia.svg"} <= inside
    assert "i18n/crige_ia_plugin_fr.qm" in inside
    assert modes == {stat.S_IFREG | 0o644}
    kinds = {Path(name).suffix for name in inside if not name.startswith("resources/")}
    assert kinds <= {"", ".txt", ".py", ".qm"}
    assert not [name for name in inside if "__pycache__" in name or "/." in name or name.endswith(".pyc")]


def test_fits_the_plugin_site(built):
    assert built.stat().st_size < 5_000_000


def test_date_comes_from_the_environment_first(monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1234567890")
    assert package.commit_time() == 1234567890


def test_staging_twice_changes_nothing_and_drops_what_is_gone():
    stage.stage()
    stranger = stage.STAGED / "engine" / "gone.py"
    stranger.write_text("", encoding="utf-8")
    assert stage.stage() == 1
    assert not stranger.exists()
    assert stage.stage() == 0


def test_staged_metadata_is_what_qgis_reads():
    parser = ConfigParser()
    parser.read(stage.STAGED / "metadata.txt", encoding="utf-8")
    general = parser["general"]
    assert general["name"] == "CRIGE IA & géodata"
    assert (general["qgisMinimumVersion"], general["qgisMaximumVersion"]) == ("3.22", "4.99")
    assert general.getboolean("hasProcessingProvider")
    assert (stage.STAGED / general["icon"]).is_file()
