"""A centre over the embedded catalogue, and panels that look at it."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest

from crige_ia_plugin import settings, tasks
from crige_ia_plugin.catalogue.index import Index
from crige_ia_plugin.catalogue.sync import Library
from crige_ia_plugin.panel.centre import CatalogueNote, Centre
from crige_ia_plugin.paths import RESOURCES

TODAY = "2025-11-22"
EMBEDDED = "crige-paca"


@pytest.fixture(scope="session", autouse=True)
def _processing_keeps_the_window_of_the_tests() -> None:
    """Let QGIS's Processing take its window now: it keeps the first it sees, and those of the tests come and go."""
    with suppress(ImportError):  # pure tests run without QGIS
        pass


@pytest.fixture(scope="session")
def library(tmp_path_factory) -> Library:
    """The embedded catalogue, indexed."""
    library = Library(tmp_path_factory.mktemp("catalogues"), RESOURCES / "catalogue", EMBEDDED)
    library.rebuild([])
    return library


@pytest.fixture
def centre(library) -> Centre:
    """The embedded catalogue, opened, in French."""
    notes = {EMBEDDED: CatalogueNote("Centre de ressources", ships=True)}
    opened = Centre(Index(library.index_path()), library.vocabulary(), "fr", notes)
    yield opened
    opened.close()


@pytest.fixture
def browser(qgis_app, centre):
    """A panel over it, past its first run, in a window."""
    from crige_ia_plugin.panel.browser import Browser

    panel = Browser(lambda action: "", lambda: TODAY)
    panel.set_centre(centre)
    panel.notice.chosen.emit("clear")
    panel.resize(300, 700)
    panel.show()
    yield panel
    panel.close()
    panel.deleteLater()


@pytest.fixture
def make_record():
    """Build a record from its properties and links."""
    from crige_ia_plugin.catalogue.record import parse

    def make(links=(), identifier="one", **properties):
        feature = {
            "id": identifier,
            "type": "Feature",
            "geometry": None,
            "time": properties.pop("time", None),
            "properties": {"title": "One", "type": "dataset", "language": "fr", **properties},
            "links": list(links),
        }
        return parse(feature)

    return make


@pytest.fixture
def other_centre(tmp_path):
    """Open a centre over records of one's own."""
    import json

    from crige_ia_plugin.catalogue.indexing import Collection, build
    from crige_ia_plugin.catalogue.vocabulary import Vocabulary

    opened = []

    def make(features) -> Centre:
        folder = Path(tmp_path) / f"own{len(opened)}"
        folder.mkdir()
        lines = [json.dumps(feature, ensure_ascii=False) for feature in features]
        (folder / "records.ndjson").write_text("\n".join(lines), encoding="utf-8")
        words = Vocabulary.read(RESOURCES / "catalogue" / "vocabulary")
        build(folder / "index.sqlite", [Collection("own", folder / "records.ndjson")], words)
        opened.append(Centre(Index(folder / "index.sqlite"), words, "fr"))
        return opened[-1]

    yield make
    for centre in opened:
        centre.close()


@pytest.fixture
def profile(qgis_app, tmp_path, monkeypatch):
    """A user who never opened the panel, with folders and settings of their own."""
    from crige_ia_plugin.panel import memory

    kept: dict[str, str] = {}
    monkeypatch.setattr(memory, "read", lambda name, default="": kept.get(name, default))
    monkeypatch.setattr(memory, "write", kept.__setitem__)
    for setting in settings.SETTINGS:
        monkeypatch.delenv(setting.variable, raising=False)
        setting.reset()
    monkeypatch.setenv(settings.CACHE_FOLDER.variable, str(tmp_path / "cache"))
    monkeypatch.setenv(settings.DATA_FOLDER.variable, str(tmp_path / "data"))
    monkeypatch.setenv(settings.LANGUAGE.variable, "fr")
    monkeypatch.setattr("crige_ia_plugin.panel.online._last", (float("inf"), True))  # whatever this machine has
    yield kept
    for setting in settings.SETTINGS:
        setting.reset()


@pytest.fixture
def desk(profile):
    """The panel in a stand-in for QGIS's window."""
    from desktop import Desktop
    from qgis.core import QgsProject

    from crige_ia_plugin.panel.desk import Desk

    desktop = Desktop()
    desktop.window.resize(1000, 700)
    desktop.window.show()
    desk = Desk(desktop)
    yield desk
    tasks.cancel_all()
    desk.remove()
    desktop.active = None  # a layer that outlives QGIS makes it crash as it ends
    QgsProject.instance().clear()
