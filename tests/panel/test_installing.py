"""Installing from the panel: data, models and documents come, are updated, and go with nothing left behind."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import hostile_server as behaviour
import neighbour
import pytest
from hostile_server import Server
from neighbour import MODEL, publish_neighbour
from paneling import refresh, settle, status, titles, told
from qgis.core import (
    QgsApplication,
    QgsProcessingAlgorithm,
    QgsProcessingProvider,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QAbstractButton
from waiting import wait_for

from crige_ia_plugin import settings
from crige_ia_plugin.catalogue.sources import Kind, Source
from crige_ia_plugin.panel import places
from crige_ia_plugin.panel.acting import Around, Verb, actions, primary
from crige_ia_plugin.panel.state import Shelf
from crige_ia_plugin.panel.status import Mood

NAME = (neighbour.ID, "modele-haies")
TOWN = (neighbour.ID, "ville-imaginaire")


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    (tmp_path / "www").mkdir()
    publish_neighbour(tmp_path / "www")
    made = Server(tmp_path / "www")
    yield made
    made.close()


@pytest.fixture
def centre(desk, server):
    """The neighbour's catalogue, read."""
    settings.set_sources([Source(neighbour.ID, neighbour.TITLE, Kind.STATIC, server.url)])
    settle(desk)
    refresh(desk)
    server.requests.clear()
    return desk.dock.browser


def verbs(browser) -> list[Verb]:
    return [action.verb for action in browser.detail.page.actions]


def press(desk, verb: Verb) -> None:
    """Press the button of an action on the card, and wait for the end."""
    browser = desk.dock.browser
    action = next(action for action in browser.detail.page.actions if action.verb is verb)
    browser.detail.actionAsked.emit(action)
    settle(desk)


def badges(browser, key) -> list[str]:
    return [badge.text for badge in browser.centre.cards([browser.centre.find(key)])[0].badges]


def files_beside() -> list[str]:
    """Files that stand in the user's folder beside what is installed."""
    installed = [item.folder for item in places.store().installed()]
    found = [path for path in settings.data_folder().rglob("*") if path.is_file()]
    return sorted(path.name for path in found if not any(folder in path.parents for folder in installed))


def test_a_model_is_installed_by_its_button(desk, centre, server) -> None:
    centre.open_key(NAME)
    assert centre.detail.primary.text() == "Install"
    centre.detail.primary.click()
    assert wait_for(lambda: status(desk)[1] is Mood.BUSY or places.store().get(*NAME, "1.0"))
    settle(desk)
    installed = places.store().get(*NAME, "1.0")
    installed.verify()
    assert (installed.folder / "haies.onnx").read_bytes() == MODEL
    assert "integrity verified" in told(desk)
    assert badges(centre, NAME)[0] == "installed"
    assert verbs(centre)[:2] == [Verb.APPLY, Verb.SHOW]
    assert Verb.INSTALL not in verbs(centre)
    assert files_beside() == []
    centre.state.set_shelf(Shelf.INSTALLED)
    assert titles(desk) == ["Modèle de détection des haies"]


def test_a_model_is_applied_once_the_tool_is_there_and_its_bytes_are_those_installed(desk, centre, server) -> None:
    opened = []
    doer = desk.dock.host.doer
    doer._open_tool = lambda algorithm, **given: opened.append((algorithm, given))
    centre.open_key(NAME)
    press(desk, Verb.INSTALL)
    centre.detail.primary.click()
    assert "first" in told(desk)
    assert centre.detail.page.key == ("crige-paca", "script-applymodel")
    assert opened == []
    path = places.store().get(*NAME, "1.0").folder / "haies.onnx"
    with the_applier():
        centre.open_key(NAME)
        press(desk, Verb.APPLY)
        assert opened == [("crige_ia:applymodel", {"MODEL": str(path)})]
        path.write_bytes(MODEL[:-1] + b"x")
        press(desk, Verb.APPLY)
    assert len(opened) == 1
    assert "Modèle de détection des haies" in told(desk)


class _Applier(QgsProcessingAlgorithm):
    """Stands for the tool that applies models."""

    def createInstance(self) -> QgsProcessingAlgorithm:  # noqa: N802
        return _Applier()

    def name(self) -> str:
        return "applymodel"

    def displayName(self) -> str:  # noqa: N802
        return "Apply"

    def initAlgorithm(self, configuration=None) -> None:  # noqa: N802
        """It asks for nothing."""


class _Provider(QgsProcessingProvider):
    """Stands for ours."""

    def loadAlgorithms(self) -> None:  # noqa: N802
        self.addAlgorithm(_Applier())

    def id(self) -> str:
        return "crige_ia"

    def name(self) -> str:
        return "Ours"


@contextmanager
def the_applier() -> Iterator[None]:
    """As long as it is in the toolbox."""
    provider, registry = _Provider(), QgsApplication.processingRegistry()
    assert registry.addProvider(provider)
    yield
    registry.removeProvider(provider)


def test_an_update_is_told_then_done_and_can_be_undone(desk, centre, server) -> None:
    centre.open_key(NAME)
    press(desk, Verb.INSTALL)
    publish_neighbour(server.folder, version="1.1", model=b"better")
    refresh(desk)
    assert badges(centre, NAME)[0] == "update"
    assert "1 update" in status(desk)[0].replace("(s)", "")
    assert verbs(centre)[:2] == [Verb.APPLY, Verb.UPDATE]
    centre.status.text.click()
    assert "1 update" in " ".join(b.accessibleName() for b in centre.overview.findChildren(QAbstractButton)).replace(
        "(s)", ""
    )
    centre.step_back()
    centre.open_key(NAME)
    press(desk, Verb.UPDATE)
    assert [item.version for item in places.store().versions(*NAME)] == ["1.0", "1.1"]
    assert badges(centre, NAME)[0] == "installed"
    server.requests.clear()
    press(desk, Verb.USE)
    assert [item.version for item in places.store().versions(*NAME)] == ["1.1", "1.0"]
    assert badges(centre, NAME)[0] == "update"
    press(desk, Verb.UPDATE)  # the newer one is still here
    assert [item.version for item in places.store().versions(*NAME)] == ["1.0", "1.1"]
    assert server.requests == []
    press(desk, Verb.REMOVE)
    assert not places.store().root.exists()
    assert files_beside() == []
    assert "installed" not in badges(centre, NAME)
    assert verbs(centre)[0] is Verb.INSTALL


def test_an_installed_layer_is_added_from_this_computer_without_network(desk, centre, server, monkeypatch) -> None:
    centre.open_key(TOWN)
    assert centre.detail.page.actions[0].verb is Verb.ADD
    assert centre.detail.page.actions[0].remote
    press(desk, Verb.INSTALL)
    server.close()
    monkeypatch.setattr("crige_ia_plugin.panel.online._last", (float("inf"), False))
    centre.show_refusals()
    assert centre.detail.primary.isEnabled()
    press(desk, Verb.ADD)
    layers = QgsProject.instance().mapLayers().values()
    assert {"troncon_de_route", "point_de_repere"} <= {layer.name() for layer in layers}
    assert all(str(places.store().root) in layer.source() for layer in layers)
    assert [group.name() for group in QgsProject.instance().layerTreeRoot().findGroups()] == ["Ville (GeoPackage)"]


def test_what_the_project_uses_is_not_removed(desk, centre) -> None:
    centre.open_key(TOWN)
    press(desk, Verb.INSTALL)
    press(desk, Verb.ADD)
    press(desk, Verb.REMOVE)
    assert places.store().versions(*TOWN)
    assert "remove that layer" in told(desk)
    QgsProject.instance().clear()
    press(desk, Verb.REMOVE)
    assert not places.store().root.exists()


def failures():
    """How a server lets an installation down, and what the user reads of it."""
    return {
        "tampered": (behaviour.says(200, b"x" * len(MODEL)), "not the one published"),
        "shorter": (behaviour.says(200, MODEL[:-1]), "size is not"),
        "gone": (behaviour.says(404, b""), "404"),
        "forbidden": (behaviour.says(403, b""), "refused"),
        "cut": (behaviour.cuts(MODEL, 100_000), "cut"),
    }


@pytest.mark.parametrize("name", failures())
def test_a_failure_is_a_sentence_and_installs_nothing(name, desk, centre, server) -> None:
    answer, words = failures()[name]
    server.behaviours["/files/modele-haies/1.0/haies.onnx"] = answer
    centre.open_key(NAME)
    press(desk, Verb.INSTALL)
    assert words in told(desk)
    assert "-differs" not in told(desk)
    assert list(places.store().installed()) == []
    assert verbs(centre)[0] is Verb.INSTALL
    assert bool(files_beside()) == (name == "cut")
    server.behaviours.clear()
    server.requests.clear()
    press(desk, Verb.INSTALL)
    assert places.store().get(*NAME, "1.0") is not None
    assert ("Range" in server.requests[0][1]) == (name == "cut")
    assert files_beside() == []


def test_a_full_disk_is_a_sentence(desk, centre, server, monkeypatch) -> None:
    monkeypatch.setattr("crige_ia_plugin.installs.shutil.disk_usage", lambda _: SimpleNamespace(free=0))
    centre.open_key(NAME)
    press(desk, Verb.INSTALL)
    assert os.strerror(errno.ENOSPC) in told(desk)
    assert server.requests == []
    assert files_beside() == []


def test_an_installation_is_cancelled_by_the_status_line(desk, centre, server) -> None:
    server.behaviours["/files/modele-haies/1.0/haies.onnx"] = behaviour.stalls(5)
    centre.open_key(NAME)
    centre.detail.primary.click()
    assert wait_for(lambda: server.requests)
    centre.status.button.click()
    settle(desk)
    assert files_beside() == []
    assert not places.store().root.exists()
    assert centre.detail.primary.text() == "Install"


def test_one_installation_at_a_time_for_each(desk, centre, server) -> None:
    server.behaviours["/files/modele-haies/1.0/haies.onnx"] = behaviour.stalls(5)
    centre.open_key(NAME)
    centre.detail.primary.click()
    centre.detail.primary.click()
    assert "already" in told(desk)
    assert len(desk.dock.host.jobs._jobs) == 1
    desk.dock.host.jobs.cancel()
    settle(desk)


# consent


def test_code_is_not_installed_as_long_as_nobody_asks_for_consent(make_record) -> None:
    link = {"rel": "enclosure", "href": "files/a.onnx", "file:checksum": "1220" + "0" * 64, "file:size": 1}
    around = Around("2026-01-01", "/srv")
    data = make_record([link], type="ai-model")
    coded = (
        make_record([link], type="script"),
        make_record([{**link, "href": "files/a.PY"}]),
        make_record([link], **{"iageo:run": {"runner": "other"}}),
    )
    assert primary(data, around).verb is Verb.INSTALL
    assert primary(make_record([link], **{"iageo:run": {"runner": "onnx"}}), around).verb is Verb.INSTALL
    for record in coded:
        assert primary(record, around).verb is Verb.DOWNLOAD
        assert primary(record, replace(around, asks_consent=True)).verb is Verb.INSTALL


def test_a_file_without_a_digest_is_downloaded_not_installed(make_record) -> None:
    record = make_record([{"rel": "enclosure", "href": "files/a.onnx"}])
    assert [action.verb for action in actions(record, Around("2026-01-01", "/srv"))] == [Verb.DOWNLOAD]


@pytest.mark.parametrize("agrees", [True, False])
def test_whoever_consents_sees_the_files_before_they_are_put_in_place(agrees, desk, centre, server) -> None:
    seen = []

    def gate(subject, files, answer) -> None:
        seen.append((subject.key, {name: path.read_bytes() for name, path in files.items()}))
        assert list(places.store().installed()) == []
        answer(agrees)

    desk.dock.host.doer.installer.gate = gate
    centre.open_key(NAME)
    press(desk, Verb.INSTALL)
    assert seen == [(NAME, {"haies.onnx": MODEL})]
    assert bool(list(places.store().installed())) == agrees
    assert files_beside() == []


# files


def test_the_folder_is_shown_never_the_files(desk, centre, monkeypatch) -> None:
    shown = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: shown.append(url.toLocalFile()) or True)
    centre.open_key(NAME)
    press(desk, Verb.INSTALL)
    press(desk, Verb.SHOW)
    assert shown == [str(places.store().folder(*NAME, "1.0"))]


@pytest.mark.parametrize("digest", ["right", "wrong"])
def test_a_file_is_downloaded_where_one_says(digest, desk, centre, server, tmp_path, monkeypatch) -> None:
    if digest == "wrong":
        server.behaviours["/files/notice-haies/1/notice.pdf"] = behaviour.says(200, b"x" * 18_000)
    target = tmp_path / "here" / "notice.pdf"
    target.parent.mkdir()
    target.write_bytes(b"mine")
    monkeypatch.setattr(
        "crige_ia_plugin.panel.doing.QFileDialog.getSaveFileName", lambda *arguments: (str(target), arguments[2])
    )
    centre.open_key((neighbour.ID, "notice-haies"))
    press(desk, Verb.DOWNLOAD)
    assert (target.read_bytes() == b"mine") == (digest == "wrong")
    assert [path.name for path in target.parent.iterdir()] == ["notice.pdf"]
    assert ("integrity verified" in told(desk)) == (digest == "right")


def test_a_catalogue_in_a_folder_is_installed_without_network(desk, tmp_path) -> None:
    publish_neighbour(tmp_path / "drive")
    settings.set_sources([Source(neighbour.ID, neighbour.TITLE, Kind.FOLDER, str(tmp_path / "drive"))])
    settle(desk)
    refresh(desk)
    desk.dock.browser.open_key(TOWN)
    action = desk.dock.browser.detail.page.actions[0]
    assert (action.verb, action.remote) == (Verb.ADD, False)
    assert QgsVectorLayer(action.place, "x", "ogr").isValid()
    press(desk, Verb.INSTALL)
    places.store().get(*TOWN, "1").verify()
    assert (tmp_path / "drive" / "files" / "ville" / "1" / "ville.gpkg").is_file()
