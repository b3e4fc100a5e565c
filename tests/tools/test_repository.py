"""The plugin repository: what QGIS's plugin manager reads of it."""

from __future__ import annotations

import zipfile
from pathlib import Path
from xml.etree import ElementTree

import package
import pytest
import repository
import stage


@pytest.fixture(scope="module")
def built(tmp_path_factory) -> Path:
    stage.stage()
    target = tmp_path_factory.mktemp("dist") / "plugin.zip"
    package.write_zip(target, 1_790_000_000)
    return target


def read(folder: Path) -> dict[str, str]:
    """Attributes and elements of the only plugin."""
    (plugin,) = ElementTree.parse(folder / "plugins.xml").getroot()
    assert plugin.tag == "pyqgis_plugin"
    return {**plugin.attrib, **{element.tag: element.text or "" for element in plugin}}


@pytest.mark.parametrize(
    "url",
    [
        "https://ia.example.org:8443/qgis",
        "https://ia.example.org:8443/qgis/",
        "https://ia.example.org:8443/qgis/plugins.xml",
    ],
)
def test_all_it_points_to_is_there(built, tmp_path, url):
    repository.make_repository(url, built, tmp_path / "repository")
    told = read(tmp_path / "repository")
    for name in ("download_url", "icon"):
        base, _, file_name = told[name].rpartition("/")
        assert base == "https://ia.example.org:8443/qgis"
        assert (tmp_path / "repository" / file_name).is_file()
    assert (tmp_path / "repository" / told["file_name"]).read_bytes() == built.read_bytes()
    assert len(list((tmp_path / "repository").iterdir())) == 3


def test_it_says_what_the_metadata_say(built, tmp_path):
    repository.make_repository("http://127.0.0.1:8123", built, tmp_path / "repository")
    told = read(tmp_path / "repository")
    assert told["name"] == "CRIGE IA & géodata"
    assert told["version"] in (stage.REPOSITORY / "metadata.txt").read_text(encoding="utf-8")
    assert told["qgis_minimum_version"] == "3.22"
    assert told["update_date"] == "2026-09-21T14:13:20"
    assert "tronçonner" in told["about"]


def test_qgis_finds_the_folder_of_the_plugin_in_the_name_of_the_file(built, tmp_path):
    repository.make_repository("http://127.0.0.1:8123", built, tmp_path / "repository")
    assert read(tmp_path / "repository")["file_name"].partition(".")[0] == stage.NAME


def test_what_was_there_is_replaced(built, tmp_path):
    folder = tmp_path / "repository"
    folder.mkdir()
    (folder / "crige_ia_plugin.0.0.1.zip").touch()
    repository.make_repository("http://127.0.0.1:8123", built, folder)
    assert not (folder / "crige_ia_plugin.0.0.1.zip").exists()
    assert [path.name for path in tmp_path.iterdir()] == ["repository"]


@pytest.mark.parametrize("url", ["", "127.0.0.1:8123", "ftp://example.org", "https://", "https://example.org/?a=b"])
def test_an_address_that_is_none_is_refused(built, tmp_path, url):
    with pytest.raises(repository.RepositoryError, match="URL=https"):
        repository.make_repository(url, built, tmp_path / "repository")
    assert not (tmp_path / "repository").exists()


def test_a_zip_of_something_else_is_refused(tmp_path):
    with zipfile.ZipFile(tmp_path / "other.zip", "w") as archive:
        archive.writestr("other/metadata.txt", "[general]\n")
    with pytest.raises(repository.RepositoryError, match="no metadata of the plugin"):
        repository.make_repository("https://example.org", tmp_path / "other.zip", tmp_path / "repository")
    assert not (tmp_path / "repository").exists()
