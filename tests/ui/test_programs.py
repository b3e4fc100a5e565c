"""Programs that QGIS itself runs, in the real QGIS: shown with a stronger warning, run from their card, removed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import real_qgis

SCRIPT = Path(__file__).with_name("programs_in_qgis.py")


@pytest.fixture(scope="module")
def seen(tmp_path_factory) -> dict[str, object]:
    """What ``programs_in_qgis.py`` saw."""
    if not real_qgis.is_possible():
        pytest.skip("QGIS's desktop or a screen is missing: apt-get install qgis xvfb xauth")
    output = real_qgis.run(real_qgis.Session(SCRIPT, tmp_path_factory.mktemp("qgis") / "session"))
    return json.loads((output / "seen.json").read_text(encoding="utf-8"))


def test_nothing_went_wrong(seen):
    assert not seen["errors"], "\n".join(map(str, seen["errors"]))


def test_a_model_is_shown_agreed_to_run_and_removed(seen):
    assert seen["model"] == ["Installer un modèle de traitement", "Ce qu'il fait", True]
    assert seen["model_tool"] is True
    assert seen["ran"] == [["Zones", 22, True]]
    assert seen["model_removed"] is True


def test_a_processing_script_is_shown_and_agreed_to(seen):
    assert seen["script"] == ["Installer un script", "Le script", True]
    assert seen["script_tool"] is True
