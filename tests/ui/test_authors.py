"""The path of whoever writes a script, in the real QGIS: template, trial, toolbox, result, proposal."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
import real_qgis

from crige_ia_plugin.catalogue import publish
from crige_ia_plugin.catalogue.__main__ import main as keep
from crige_ia_plugin.paths import RESOURCES

SCRIPT = Path(__file__).with_name("authors_in_qgis.py")


@pytest.fixture(scope="module")
def output(tmp_path_factory) -> Path:
    """Folder of what ``authors_in_qgis.py`` saw and saved."""
    if not real_qgis.is_possible():
        pytest.skip("QGIS's desktop or a screen is missing: apt-get install qgis xvfb xauth")
    return real_qgis.run(real_qgis.Session(SCRIPT, tmp_path_factory.mktemp("qgis") / "session"))


@pytest.fixture(scope="module")
def seen(output) -> dict[str, object]:
    return json.loads((output / "seen.json").read_text(encoding="utf-8"))


def test_nothing_went_wrong(seen):
    assert not seen["errors"], "\n".join(map(str, seen["errors"]))


def test_the_template_is_written_and_its_folder_shown(seen):
    name = "compter_par_nature"
    assert seen["written"] == [f"{name}.py", "sample.csv", f"test_{name}.py"]
    assert seen["shown"].endswith("mes scripts")


def test_it_is_tried_once_its_author_agreed(seen):
    assert seen["asked"] == "Installer un script"
    assert "✔ Effectifs" in seen["tried"]
    assert "6 lignes lues" in seen["tried"]


def test_it_is_loaded_then_opened_then_run(seen):
    assert seen["before"] is False
    assert seen["stands"] == [
        "Il n'est pas dans la boîte à outils.",
        "Il est dans la boîte à outils, tel qu'il est maintenant.",
    ]
    assert "Compter par valeur" in seen["tool_title"]
    assert seen["counts"] == ["nature,effectif", "route,3", "chemin,2", "place,1"]


def test_a_changed_byte_does_not_run(seen):
    assert "a changé" in seen["refused"]
    assert seen["refused_made"] is False


def test_the_form_is_filled_and_its_proposal_enters_a_catalogue(seen, output, tmp_path):
    kind, version, measures, footprint = seen["draft"]
    assert (kind, version, footprint) == ("script", "0.1.0", True)
    assert measures > 0
    folder = tmp_path / "target"
    publish.new(folder, "cible", "Cible", "CRIGE", "contact@example.org", RESOURCES / "catalogue" / "vocabulary")
    for words in (["import", str(folder), str(output / "proposal.zip"), "--accept"], ["build", str(folder)]):
        out = io.StringIO()
        assert keep(words, out) == 0, out.getvalue()
    record = json.loads((folder / "records" / "script-compter_par_nature.json").read_text(encoding="utf-8"))
    assert record["properties"]["iageo:run"]["runner"] == "script"
    assert record["properties"]["iageo:footprint"]["energyWh"] > 0
