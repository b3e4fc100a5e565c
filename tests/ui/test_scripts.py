"""A shared script in the real QGIS: from catalogue to toolbox to result in four clicks, and offline the second time."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import real_qgis

SCRIPT = Path(__file__).with_name("scripts_in_qgis.py")


@pytest.fixture(scope="module")
def seen(tmp_path_factory) -> dict[str, object]:
    """What ``scripts_in_qgis.py`` saw."""
    if not real_qgis.is_possible():
        pytest.skip("QGIS's desktop or a screen is missing: apt-get install qgis xvfb xauth")
    output = real_qgis.run(real_qgis.Session(SCRIPT, tmp_path_factory.mktemp("qgis") / "session"))
    return json.loads((output / "seen.json").read_text(encoding="utf-8"))


def test_nothing_went_wrong(seen):
    assert not seen["errors"], "\n".join(map(str, seen["errors"]))


def test_nothing_is_there_before_one_agrees(seen):
    assert seen["before"] is False
    assert seen["refused"] == [True, []]


def test_the_script_is_shown_then_agreed_to_then_run(seen):
    assert seen["consent"] == ["Le script"]
    assert seen["after"] is True
    assert seen["first"] == [["Zones", 22, True]]


def test_it_runs_again_offline(seen):
    assert seen["offline"] == [["Zones", 22, True]]


def test_what_was_changed_on_the_disk_does_not_run(seen):
    assert "Zones tampons" in seen["changed"] or "buffers" in seen["changed"]
    assert "Traceback" not in seen["changed"]
    assert seen["changed_made"] == 0


def test_an_update_shows_what_changes_and_can_be_undone(seen):
    assert seen["update"] == ["Ce qui change", "Le script"]
    assert seen["updated"] == "1.3.0"
    assert seen["undone"] == "1.2.0"


def test_removing_takes_the_tool_away(seen):
    assert seen["removed"] is True
    assert seen["twice"] == 0
