"""Programs that are not shared scripts, from their card: shown, agreed to, in the toolbox; or refused."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import inside_programs
import neighbour
import notebooks
import pytest
from hostile_server import Server
from inside_programs import ALGORITHM
from neighbour import publish_neighbour
from paneling import refresh, settle, told
from qgis.core import QgsApplication
from qgis.PyQt.QtWidgets import QLabel
from waiting import wait_for

from crige_ia_plugin import settings
from crige_ia_plugin.catalogue.sources import Kind, Source
from crige_ia_plugin.panel import places
from crige_ia_plugin.panel.acting import Verb
from crige_ia_plugin.processing.provider import CrigeIaProvider

KEY = (neighbour.ID, neighbour.PROGRAM)
MODEL = ("model3", "zones.model3", inside_programs.model())
NOTEBOOK = ("notebook", "comptage.ipynb", json.dumps(notebooks.notebook()))
SCRIPT = ("processing-script", "double.py", ALGORITHM)


@pytest.fixture(autouse=True)
def _toolbox(qgis_processing, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for name in ("XDG_DATA_HOME", "LOCALAPPDATA", "HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    monkeypatch.setenv(settings.SCRIPT_WHEELS.variable, str(notebooks.stand_ins(tmp_path / "wheels")))
    provider = CrigeIaProvider()
    assert QgsApplication.processingRegistry().addProvider(provider)
    yield
    QgsApplication.processingRegistry().removeProvider(provider)


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    (tmp_path / "www").mkdir()
    made = Server(tmp_path / "www")
    yield made
    made.close()


def opened(desk, server, program: tuple[str, str, str]):
    """The card of a program."""
    publish_neighbour(server.folder, program=program)
    settings.set_sources([Source(neighbour.ID, neighbour.TITLE, Kind.STATIC, server.url)])
    settle(desk)
    refresh(desk)
    browser = desk.dock.browser
    browser.open_key(KEY)
    return browser


def asked(desk, verb: Verb):
    """Press the button that installs or updates, and return the dialog that asks."""
    page, gate = desk.dock.browser.detail.page, desk.dock.host.gate
    desk.dock.browser.detail.actionAsked.emit(next(action for action in page.actions if action.verb is verb))
    assert wait_for(lambda: gate.dialogs)
    return gate.dialogs[0]


def words(dialog) -> str:
    return " ".join(label.text() for label in dialog.findChildren(QLabel))


def tool(name: str):
    return QgsApplication.processingRegistry().algorithmById(f"crige_ia:regionvoisine_{name}")


@pytest.mark.parametrize(
    ("program", "name", "tab"),
    [(MODEL, "zones", "What it does"), (SCRIPT, "double", "The script"), (NOTEBOOK, "comptage", "The notebook")],
    ids=["model", "script", "notebook"],
)
def test_it_is_shown_then_agreed_to_then_in_the_toolbox(program, name, tab, desk, server) -> None:
    browser = opened(desk, server, program)
    dialog = asked(desk, Verb.INSTALL)
    assert dialog.tabs.tabText(0) == tab
    assert ("inside QGIS" in words(dialog)) == (program is not NOTEBOOK)
    assert ("process of its own" in words(dialog)) == (program is NOTEBOOK)
    dialog.reject()
    settle(desk)
    assert list(places.store().installed()) == []
    assert tool(name) is None
    dialog = asked(desk, Verb.INSTALL)
    dialog.accept()
    assert wait_for(lambda: tool(name) is not None)
    settle(desk)
    browser.open_key(KEY)
    assert browser.detail.page.actions[0].verb is Verb.RUN
    newer = program[2].replace("ouble", "win").replace("counted", "Counted") + "\n"
    publish_neighbour(server.folder, version="1.1", program=(*program[:2], newer))
    refresh(desk)
    browser.open_key(KEY)
    dialog = asked(desk, Verb.UPDATE)
    assert dialog.windowTitle().startswith("Update")
    dialog.reject()
    settle(desk)
    assert tool(name).tool.installed.version == "1.0"


def test_a_script_that_does_not_load_says_why(desk, server) -> None:
    opened(desk, server, (*SCRIPT[:2], "import a_module_that_is_absent\n" + ALGORITHM))
    asked(desk, Verb.INSTALL).accept()
    assert wait_for(lambda: list(places.store().installed()))
    settle(desk)
    assert tool("double") is None
    assert "a_module_that_is_absent" in told(desk)


@pytest.mark.parametrize("text", ["no model", '<!DOCTYPE model><Option type="Map"/>'])
def test_what_qgis_cannot_read_is_refused(text, desk, server) -> None:
    browser = opened(desk, server, (*MODEL[:2], text))
    action = browser.detail.page.actions[0]
    assert action.verb is Verb.INSTALL
    browser.detail.actionAsked.emit(action)
    settle(desk)
    assert "model" in told(desk)
    assert list(places.store().installed()) == []


def test_what_a_model_misses_is_named_before_one_agrees(desk, server) -> None:
    opened(desk, server, (*MODEL[:2], inside_programs.model(algorithm="absent:tool")))
    dialog = asked(desk, Verb.INSTALL)
    assert "not in this QGIS: absent:tool" in words(dialog)
    assert "your connections" in words(dialog)
    dialog.reject()
    settle(desk)
