"""An update and a return to an older version, as the panel lives them: the user's own is there again."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import neighbour
import pytest
from desktop import Desktop
from hostile_server import Server
from neighbour import publish_neighbour
from paneling import refresh, settle, status, titles
from qgis.core import QgsApplication, QgsProject
from waiting import wait_for

from crige_ia_plugin import settings, tasks
from crige_ia_plugin.catalogue.integrity import sha256
from crige_ia_plugin.catalogue.sources import Kind, Source
from crige_ia_plugin.panel import places
from crige_ia_plugin.panel.desk import Desk
from crige_ia_plugin.panel.state import Shelf
from crige_ia_plugin.panel.status import Mood

STAR = ("crige-paca", "outil-splitatintersections")
HELD = (neighbour.ID, "modele-haies")


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    (tmp_path / "www").mkdir()
    publish_neighbour(tmp_path / "www")
    made = Server(tmp_path / "www")
    yield made
    made.close()


@pytest.fixture
def log(qgis_app) -> Iterator[list[str]]:
    """Every warning and error of QGIS's log that is ours."""
    found: list[str] = []

    def hear(message: str, tag: str, level: int) -> None:
        if "crige" in f"{tag} {message}".lower() and level:
            found.append(message)

    QgsApplication.messageLog().messageReceived.connect(hear)
    yield found
    QgsApplication.messageLog().messageReceived.disconnect(hear)


class Sessions:
    """The panel in a stand-in for QGIS's window, from one start of QGIS to the next."""

    def __init__(self) -> None:
        self.desktop = Desktop()
        self.desktop.window.resize(1000, 700)
        self.desktop.window.show()
        self.desk: Desk | None = None

    def start(self) -> Desk:
        self.desk = Desk(self.desktop)
        self.desk.dock.build()
        settle(self.desk)
        return self.desk

    def end(self) -> None:
        tasks.cancel_all()
        if self.desk is not None:
            self.desk.remove()
            self.desk = None


@pytest.fixture
def sessions(profile) -> Iterator[Sessions]:
    made = Sessions()
    yield made
    made.end()
    QgsProject.instance().clear()


@pytest.fixture
def _lived_in(sessions, server, tmp_path) -> None:
    """A panel that was used: a catalogue read, a resource installed, a favourite, then QGIS closed."""
    settings.set_sources([Source(neighbour.ID, neighbour.TITLE, Kind.STATIC, server.url)])
    desk = sessions.start()
    refresh(desk)
    path = tmp_path / "weights.bin"
    path.write_bytes(b"weights")
    places.store().install(*HELD, "0.9", "Haies", {path.name: path}, {path.name: sha256(path)})
    desk.dock.browser.state.set_favourite(STAR, True)
    sessions.end()


def spoil(profile: dict[str, str], which: str) -> None:
    """Leave what another version, or a disk that failed, could have left."""
    library = places.library()
    (source,) = settings.sources()
    home = library.folder / "sources" / source.id
    if which == "newer":
        with closing(sqlite3.connect(library.index_path())) as connection:
            connection.execute("UPDATE meta SET value = '999' WHERE key = 'format'")
            connection.commit()
        state = json.loads((home / "state.json").read_text(encoding="utf-8"))
        (home / "state.json").write_text(json.dumps({**state, "serial": "2", "mirrors": [1]}), encoding="utf-8")
        manifest = next(places.store().root.rglob("installed.json"))
        data = json.loads(manifest.read_text(encoding="utf-8"))
        manifest.write_text(json.dumps({**data, "origin": {}, "format": 9}), encoding="utf-8")
        profile["state"] = json.dumps({**json.loads(profile["state"]), "format": 9, "folders": [{"name": "x"}]})
    elif which == "garbage":
        for path in [
            *library.folder.rglob("*.json"),
            *library.folder.rglob("*.sqlite"),
            *library.folder.rglob("*.ndjson"),
        ]:
            path.write_bytes(b"\xff\x00{")
        profile["state"] = "[" * 100_000
        profile["arrangement"] = "[" * 100_000
    else:
        shutil.rmtree(library.folder)
        profile["state"] = json.dumps({"favourites": [list(STAR)]})


@pytest.mark.usefixtures("_lived_in")
@pytest.mark.parametrize("which", ["newer", "older"])
def test_favourites_and_installed_resources_survive(which: str, sessions, profile, log) -> None:
    spoil(profile, which)
    desk = sessions.start()
    state = desk.dock.browser.state
    assert status(desk)[1] in (Mood.READY, Mood.WAITING)
    assert list(state.favourites) == [STAR]
    state.set_shelf(Shelf.FAVOURITES)
    settle(desk)
    assert len(titles(desk)) == 1
    assert desk.dock.browser.centre.holdings.keys() == (HELD,)
    state.set_shelf(Shelf.ALL)
    state.set_text("houppiers")
    assert wait_for(lambda: len(titles(desk)) > 1)
    assert log == []
    if which == "newer":
        assert "folders" in profile["state.other"]


@pytest.mark.usefixtures("_lived_in")
def test_garbage_is_made_again_and_what_is_installed_stays(sessions, profile, log) -> None:
    spoil(profile, "garbage")
    desk = sessions.start()
    assert titles(desk)
    assert desk.dock.browser.centre.holdings.keys() == (HELD,)
    assert profile["state.other"].startswith("[[")
    refresh(desk)
    assert neighbour.TITLE in {note.title for note in desk.dock.browser.centre.catalogues.values()}
    assert desk.dock.browser.centre.find(HELD) is not None
    assert status(desk)[1] is Mood.READY
    assert log == []
