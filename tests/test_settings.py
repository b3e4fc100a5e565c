"""Settings: typed, forgiving of what is written in them, and the environment's first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import settings_table
from hypothesis import given
from hypothesis import strategies as st
from qgis.core import QgsApplication, QgsSettings

from crige_ia_plugin import settings
from crige_ia_plugin.catalogue.problems import Code
from crige_ia_plugin.catalogue.sources import Kind, Source
from crige_ia_plugin.setting import ROOT, Origin, Setting

pytestmark = pytest.mark.usefixtures("qgis_app", "_clean")

OURS = Source("region", "Région", Kind.STATIC, "https://catalogue.example/", public_key="RW", authentication="abc1234")
DRIVE = Source("réseau", "Disque", Kind.FOLDER, "P:/catalogue", enabled=False)


@pytest.fixture
def _clean(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for setting in settings.SETTINGS:
        monkeypatch.delenv(setting.variable, raising=False)
        setting.reset()
    yield
    QgsSettings().remove(ROOT)


@pytest.mark.parametrize("setting", settings.SETTINGS, ids=lambda setting: setting.key)
def test_every_setting_stands_on_its_feet(setting: Setting[Any]) -> None:
    assert re.fullmatch(r"[a-z][a-z_]*", setting.key)
    assert setting.get() == setting.default == setting.parse(setting.default)
    assert setting.origin is Origin.DEFAULT
    assert setting.description.endswith(".")
    setting.set(setting.default)
    assert setting.get() == setting.default
    assert setting.origin is Origin.STORED
    assert [other.key for other in settings.SETTINGS].count(setting.key) == 1


def test_nothing_goes_to_the_network_unasked() -> None:
    assert settings.AUTOMATIC_REFRESH.get() is False
    assert settings.sources() == []


@pytest.mark.parametrize(
    ("setting", "text", "value"),
    [
        (settings.AUTOMATIC_REFRESH, "true", True),
        (settings.AUTOMATIC_REFRESH, " ON ", True),
        (settings.THUMBNAILS, "0", False),
        (settings.REFRESH_DAYS, "30", 30),
        (settings.LANGUAGE, "en", "en"),
        (settings.CACHE_FOLDER, "/srv/caché", "/srv/caché"),
        (settings.SOURCES, '[{"id": "a"}]', [{"id": "a"}]),
    ],
)
def test_the_environment_has_the_last_word(
    setting: Setting[Any], text: str, value: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(setting.variable, text)
    assert setting.variable == "QGIS_PLG_CRIGE_IA_" + setting.key.upper()
    assert setting.get() == value
    assert setting.is_imposed
    setting.set(setting.default)
    assert setting.get() == value
    assert setting.origin is Origin.ENVIRONMENT


@pytest.mark.parametrize(
    ("setting", "text"),
    [
        (settings.AUTOMATIC_REFRESH, "perhaps"),
        (settings.AUTOMATIC_REFRESH, ""),
        (settings.REFRESH_DAYS, "0"),
        (settings.REFRESH_DAYS, "7.5"),
        (settings.REFRESH_DAYS, "often"),
        (settings.LANGUAGE, "de"),
        (settings.SOURCES, "[1]"),
        (settings.SOURCES, "{}"),
        (settings.SOURCES, "[" * 100_000),
    ],
)
def test_what_makes_no_sense_is_as_if_absent(setting: Setting[Any], text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    QgsSettings().setValue(f"crige_ia/{setting.key}", text)
    assert setting.get() == setting.default
    assert setting.origin is Origin.DEFAULT
    monkeypatch.setenv(setting.variable, text)
    assert setting.get() == setting.default
    assert not setting.is_imposed
    with pytest.raises(ValueError, match=setting.key):
        setting.set(text)


@given(st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(), st.lists(st.integers())))
def test_no_value_is_a_surprise(value: Any) -> None:
    for setting in settings.SETTINGS:
        parsed = setting.parse(value)
        assert parsed is None or type(parsed) is setting.type


def test_values_last_as_what_they_are(qgis_app: QgsApplication) -> None:
    settings.AUTOMATIC_REFRESH.set(True)
    settings.REFRESH_DAYS.set(30)
    settings.CACHE_FOLDER.set("  D:\\caché  ")
    QgsSettings().sync()
    assert settings.AUTOMATIC_REFRESH.get() is True
    assert settings.REFRESH_DAYS.get() == 30
    assert settings.CACHE_FOLDER.get() == "D:\\caché"
    settings.REFRESH_DAYS.reset()
    assert settings.REFRESH_DAYS.get() == 7


def test_sources_are_kept() -> None:
    settings.set_sources([OURS, DRIVE])
    assert settings.sources() == [OURS, DRIVE]


def test_one_bad_source_does_not_hide_the_others() -> None:
    settings.set_sources([OURS])
    kept = settings.SOURCES.get()
    mistaken = {**kept[0], "id": "off", "enabled": "no"}
    ftp = {"id": "x", "title": "x", "kind": "ftp", "location": "ftp://x.example"}
    settings.SOURCES.set([{"id": 1}, {}, *kept, *kept, ftp, mistaken])
    sources, problems = settings.read_sources()
    assert sources == [OURS]
    assert len(problems) == 5
    assert problems[2].code is Code.DUPLICATE_ID


def test_what_a_newer_version_added_to_the_catalogues_is_kept() -> None:
    settings.set_sources([OURS])
    (ours,) = settings.SOURCES.get()
    newer = {"id": "later", "title": "Later", "kind": "stac", "location": "https://later.example/", "depth": 3}
    settings.SOURCES.set([{**ours, "colour": 3}, newer])
    assert settings.sources() == [OURS]
    settings.set_sources([OURS, DRIVE])
    assert settings.sources() == [OURS, DRIVE]
    assert newer in settings.SOURCES.get()


def test_folders_have_their_places(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert settings.data_folder() == Path(QgsApplication.qgisSettingsDirPath()) / "crige_ia"
    assert settings.cache_folder().name == "crige_ia"
    assert settings.cache_folder() != settings.data_folder()
    settings.CACHE_FOLDER.set(str(tmp_path / "cache"))
    monkeypatch.setenv("QGIS_PLG_CRIGE_IA_DATA_FOLDER", str(tmp_path / "data"))
    assert (settings.cache_folder(), settings.data_folder()) == (tmp_path / "cache", tmp_path / "data")


@pytest.mark.parametrize(("locale", "code"), [("fr_FR", "fr"), ("en_US", "en"), ("de", "en")])
def test_the_language_is_that_of_qgis_unless_chosen(locale: str, code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings.QgsApplication, "locale", staticmethod(lambda: locale))
    assert settings.language() == code
    settings.LANGUAGE.set("fr")
    assert settings.language() == "fr"


@pytest.mark.parametrize("page", settings_table.PAGES, ids=lambda page: page.language)
def test_the_tables_in_the_docs_are_true(page: settings_table.Page) -> None:
    assert page.path.read_text(encoding="utf-8") == settings_table.table(page), "run make settings"
