"""The options of shared scripts: shown as they are, kept when accepted, out of reach when the organisation decides."""

from __future__ import annotations

import pytest

from crige_ia_plugin import settings
from crige_ia_plugin.panel.options_page import OptionsPage

pytestmark = pytest.mark.usefixtures("qgis_app")

CHOSEN = (settings.SCRIPT_OFFLINE, settings.SCRIPT_INDEX_URL, settings.SCRIPT_WHEELS)


@pytest.fixture(autouse=True)
def _clean():
    yield
    for setting in CHOSEN:
        setting.reset()


def test_what_is_chosen_is_kept_and_shown_again(tmp_path) -> None:
    page = OptionsPage(lambda: "", lambda _: None)
    page.scripts.offline.setChecked(True)
    page.scripts.index.setText(" https://paquets.example/simple ")
    page.scripts.wheels.setFilePath(str(tmp_path))
    assert settings.SCRIPT_INDEX_URL.get() == ""  # nothing changes before the dialog is accepted
    page.apply()
    assert [setting.get() for setting in CHOSEN] == [True, "https://paquets.example/simple", str(tmp_path)]
    again = OptionsPage(lambda: "", lambda _: None).scripts
    assert (again.offline.isChecked(), again.index.text()) == (True, "https://paquets.example/simple")
    assert again.wheels.filePath() == str(tmp_path)


def test_what_the_organisation_decides_is_out_of_reach(monkeypatch) -> None:
    monkeypatch.setenv(settings.SCRIPT_OFFLINE.variable, "true")
    page = OptionsPage(lambda: "", lambda _: None)
    assert not page.scripts.offline.isEnabled()
    assert page.scripts.offline.isChecked()
    assert settings.SCRIPT_OFFLINE.variable in page.scripts.offline.toolTip()
    page.apply()
    assert settings.SCRIPT_OFFLINE.stored() is None


@pytest.mark.parametrize(
    ("stored", "expected"),
    [
        ({}, ""),
        ({"proxyEnabled": True, "proxyType": "DefaultProxy", "proxyHost": "p"}, ""),
        ({"proxyEnabled": False, "proxyType": "HttpProxy", "proxyHost": "p", "proxyPort": "8080"}, ""),
        ({"proxyEnabled": True, "proxyType": "HttpProxy", "proxyHost": "p", "proxyPort": "8080"}, "http://p:8080"),
        (
            {
                "proxyEnabled": True,
                "proxyType": "HttpProxy",
                "proxyHost": "p",
                "proxyUser": "a@b",
                "proxyPassword": "/",
            },
            "http://a%40b:%2F@p",
        ),
        ({"proxyEnabled": True, "proxyType": "Socks5Proxy", "proxyHost": "p", "proxyPort": "1080"}, "socks5://p:1080"),
    ],
)
def test_the_proxy_of_qgis_is_the_one_of_the_scripts(stored, expected) -> None:
    kept = settings.QgsSettings()
    kept.remove("proxy")
    for key, value in stored.items():
        kept.setValue(f"proxy/{key}", value)
    assert settings.qgis_proxy() == expected
    kept.remove("proxy")
