"""The forms in the real QGIS, under a virtual screen: what leaves them is what a catalogue takes."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
import real_qgis

from crige_ia_plugin.catalogue import publish
from crige_ia_plugin.paths import PACKAGE, RESOURCES

SCRIPT = Path(__file__).with_name("forms_in_qgis.py")


@pytest.fixture(scope="module")
def output(tmp_path_factory) -> Path:
    """Folder of what ``forms_in_qgis.py`` saw and saved."""
    if not real_qgis.is_possible():
        pytest.skip("QGIS's desktop or a screen is missing: apt-get install qgis xvfb xauth")
    return real_qgis.run(real_qgis.Session(SCRIPT, tmp_path_factory.mktemp("qgis") / "session"))


@pytest.fixture(scope="module")
def seen(output) -> dict[str, object]:
    return json.loads((output / "seen.json").read_text(encoding="utf-8"))


def test_nothing_went_wrong(seen):
    assert not seen["errors"], "\n".join(map(str, seen["errors"]))


def test_a_run_becomes_an_experience_report(seen):
    assert seen["sheet"]
    assert seen["kind"] == "experience-report"
    assert "Tronçonner" in seen["title"]
    assert seen["energy"]


def test_what_is_missing_leads_to_its_field(seen):
    assert seen["refused_at_first"]
    assert seen["led_to"].startswith("3 ")
    assert "proposal.zip" in seen["said"]


def test_the_proposal_enters_a_catalogue(output, tmp_path):
    folder = tmp_path / "target"
    publish.new(folder, "cible", "Cible", "CRIGE", "contact@example.org", RESOURCES / "catalogue" / "vocabulary")
    archive = str(output / "proposal.zip")
    for arguments in (["import", str(folder), archive, "--accept"], ["build", str(folder)], ["check", str(folder)]):
        line = [sys.executable, "-m", "crige_ia_plugin.catalogue", *arguments]
        done = subprocess.run(line, capture_output=True, text=True, cwd=PACKAGE.parent, check=False)
        assert done.returncode == 0, done.stdout + done.stderr


def test_a_need_is_typed_by_the_keyboard_alone_and_kept(seen):
    assert seen["need"] == ["Reperer les haies", "Pour la trame verte", "anne@example.org"]
    assert seen["need_closed"]


def test_drafts_are_offered_again(seen):
    assert len(seen["drafts"]) == 2
    assert "Reperer les haies" in seen["drafts"][0]
    assert seen["taken_up"] == "Reperer les haies"
