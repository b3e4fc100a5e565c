"""QGIS's start with the plugin: its doors, its tools once the window is there, and nothing asked of the network."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import real_qgis
from hostile_server import Server

EAR, SCRIPT = (Path(__file__).with_name(name) for name in ("start_ear.py", "start_in_qgis.py"))


@pytest.fixture(scope="module")
def seen(tmp_path_factory) -> dict[str, object]:
    """What happened in a start, with a catalogue on loopback turned on."""
    if not real_qgis.is_possible():
        pytest.skip("QGIS's desktop or a screen is missing: apt-get install qgis xvfb xauth")
    folder = tmp_path_factory.mktemp("start")
    catalogue = Server(folder)
    source = {"id": "region", "title": "Région", "kind": "static", "location": catalogue.url}
    environment = {"PYQGIS_STARTUP": str(EAR), "QGIS_PLG_CRIGE_IA_SOURCES": json.dumps([source])}
    try:
        output = real_qgis.run(real_qgis.Session(SCRIPT, folder / "session", environment=environment))
    finally:
        catalogue.close()
    seen = json.loads((output / "seen.json").read_text(encoding="utf-8"))
    return {**seen, "served": [path for path, _ in catalogue.requests]}


def test_the_panel_and_the_tools_are_there(seen):
    assert not seen["errors"], "\n".join(map(str, seen["errors"]))
    assert seen["dock"]
    assert seen["tools"]


def test_nothing_is_asked_of_the_network(seen):
    assert seen["requests"] == []
    assert seen["served"] == []
    assert seen["python"] == []


def test_what_is_asked_would_have_been_heard(seen):
    assert seen["heard"] == ["http://127.0.0.1:9/heard"]
