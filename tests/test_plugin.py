"""The plugin as QGIS loads it: from a bare PyQGIS and from its desktop."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from desktop import Desktop
from qgis.core import QgsApplication
from qgis.PyQt.QtGui import QImage
from qgis.PyQt.QtSvg import QSvgRenderer
from qgis.PyQt.QtWidgets import QApplication
from waiting import wait_for

import crige_ia_plugin
from crige_ia_plugin.__about__ import HOMEPAGE, TITLE, VERSION
from crige_ia_plugin.paths import BASE, PACKAGE
from crige_ia_plugin.processing.models import MODELS
from crige_ia_plugin.processing.provider import ALGORITHMS, ICON, PROVIDER_ID

BARE = """
import gc
from qgis.core import QgsApplication

application = QgsApplication([], False)
application.initQgis()
import crige_ia_plugin
crige_ia_plugin.classFactory(None).initProcessing()
gc.collect()
provider = QgsApplication.processingRegistry().providerById("crige_ia")
print(provider.id(), len(provider.algorithms()))
application.exitQgis()
"""


COUNT = len(ALGORITHMS) + len(list(MODELS.glob("*.model3")))


@pytest.fixture
def registry(qgis_app):
    """QGIS's registry, without our provider before nor after."""
    registry = QgsApplication.processingRegistry()

    def remove() -> None:
        provider = registry.providerById(PROVIDER_ID)
        if provider is not None:
            registry.removeProvider(provider)

    remove()
    yield registry
    remove()


def ours(registry) -> list[str]:
    return [provider.id() for provider in registry.providers() if provider.id() == PROVIDER_ID]


def test_what_is_tested_is_the_staged_plugin():
    assert PACKAGE == BASE
    assert PACKAGE.parent.name == "build"


def test_bare_pyqgis_gets_the_provider():
    environment = {**os.environ, "PYTHONPATH": str(PACKAGE.parent)}
    run = subprocess.run([sys.executable, "-c", BARE], env=environment, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    assert run.stdout.split() == [PROVIDER_ID, str(COUNT)]


def test_processing_starts_once(registry):
    plugin = crige_ia_plugin.classFactory(None)
    plugin.initProcessing()
    plugin.initProcessing()
    plugin.initGui()
    assert ours(registry) == [PROVIDER_ID]
    plugin.unload()
    assert ours(registry) == []


def test_a_second_plugin_object_leaves_the_provider_to_the_first(registry):
    first, second = crige_ia_plugin.classFactory(None), crige_ia_plugin.classFactory(None)
    first.initProcessing()
    second.initProcessing()
    second.unload()
    assert ours(registry) == [PROVIDER_ID]
    first.unload()
    assert ours(registry) == []


def test_while_qgis_starts_the_tools_wait_for_its_window(registry):
    desktop = Desktop()
    plugin = crige_ia_plugin.classFactory(desktop)
    plugin.initGui()
    QApplication.processEvents()
    assert ours(registry) == []
    desktop.initializationCompleted.emit()
    assert ours(registry) == []
    assert wait_for(lambda: ours(registry) == [PROVIDER_ID])
    plugin.unload()
    assert ours(registry) == []


def test_a_plugin_unloaded_before_the_window_is_there_adds_no_tool(registry):
    desktop = Desktop()
    for moment in ("before", "just after"):
        plugin = crige_ia_plugin.classFactory(desktop)
        plugin.initGui()
        if moment == "just after":
            desktop.initializationCompleted.emit()
        plugin.unload()
        desktop.initializationCompleted.emit()
        QApplication.processEvents()
        assert ours(registry) == []


def test_ten_reloads_leave_nothing(registry):
    desktop = Desktop()
    desktop.window.show()
    for _ in range(10):
        plugin = crige_ia_plugin.classFactory(desktop)
        plugin.initGui()
        assert [action.text() for action in desktop.menu.actions()] == ["CRIGE IA && géodata"]
        assert ours(registry) == [PROVIDER_ID]
        assert desktop.counts() == (1, 1, 1, 1, 1, 1)
        plugin.unload()
        assert desktop.counts() == (0, 0, 0, 0, 0, 0)
        assert ours(registry) == []
    plugin.unload()


def test_help_opens_the_home_page(registry, monkeypatch):
    opened = []
    monkeypatch.setattr("crige_ia_plugin.plugin.QDesktopServices.openUrl", lambda url: opened.append(url.toString()))
    desktop = Desktop()
    plugin = crige_ia_plugin.classFactory(desktop)
    plugin.initGui()
    desktop.menu.actions()[0].trigger()
    plugin.unload()
    assert opened == [HOMEPAGE]


def test_provider_says_who_it_is(registry):
    plugin = crige_ia_plugin.classFactory(None)
    plugin.initProcessing()
    provider = registry.providerById(PROVIDER_ID)
    assert (provider.name(), provider.versionInfo()) == (TITLE, VERSION)
    assert provider.svgIconPath() == str(ICON)
    assert not provider.icon().isNull()
    ids = [algorithm.id() for algorithm in provider.algorithms()]
    assert len(ids) == len(set(ids)) == COUNT
    assert all(name.startswith("crige_ia:") and name == name.lower() for name in ids)
    plugin.unload()


@pytest.mark.parametrize("name", ["crige_ia.svg", "provider.svg"])
def test_icons_are_drawn(qgis_app, name):
    renderer = QSvgRenderer(str(BASE / "resources" / "icons" / name))
    assert renderer.isValid()
    assert renderer.viewBox().width() == renderer.viewBox().height()


def test_the_plugin_managers_icon_is_square_and_small(qgis_app):
    image = QImage(str(BASE / "resources" / "icons" / "crige_ia.png"))
    assert image.width() == image.height() == 128
    assert image.pixelColor(64, 67).name() == "#ffb000"
    assert image.pixelColor(0, 0).alpha() == 0


@pytest.mark.parametrize(("locale", "french"), [("fr", True), ("fr_CA", True), ("en", False), ("de", False)])
def test_french_is_loaded_for_french_only(qgis_app, monkeypatch, locale, french):
    monkeypatch.setattr(QgsApplication, "locale", staticmethod(lambda: locale))
    plugin = crige_ia_plugin.classFactory(None)
    loaded = plugin._translator.filePath() if plugin._translator else ""
    assert loaded.endswith("crige_ia_plugin_fr.qm") == french
    plugin.unload()
