"""The panel in the real QGIS, under a virtual screen, by mouse and keyboard."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import real_qgis

SCRIPT = Path(__file__).with_name("panel_in_qgis.py")


@pytest.fixture(scope="module")
def seen(tmp_path_factory) -> dict[str, object]:
    """What ``panel_in_qgis.py`` saw."""
    if not real_qgis.is_possible():
        pytest.skip("QGIS's desktop or a screen is missing: apt-get install qgis xvfb xauth")
    output = real_qgis.run(real_qgis.Session(SCRIPT, tmp_path_factory.mktemp("qgis") / "session"))
    return json.loads((output / "seen.json").read_text(encoding="utf-8"))


def test_nothing_went_wrong(seen):
    assert not seen["errors"], "\n".join(map(str, seen["errors"]))


def test_it_opens_by_itself_the_first_time_with_three_doors(seen):
    assert seen["opens_the_first_time"]
    assert seen["first_run"] == "demo"
    assert seen["resources"] > 90


def test_keyboard_alone_finds_opens_and_comes_back(seen):
    assert seen["ctrl_f"]
    assert "points de repère" in seen["found"][0]
    assert seen["down_goes_to_list"]
    assert seen["enter_opens"] == seen["found"][0]
    assert seen["detail_alone"]
    assert seen["esc_goes_back"]
    assert seen["esc_clears"]
    assert seen["esc_leaves"]


def test_a_filters_count_is_what_it_then_shows(seen):
    announced, shown = seen["filter_count"]
    assert announced == shown > 0
    assert seen["chip_removed"]


def test_the_tools_dialog_opens_from_its_card(seen):
    assert seen["dialog_by_keys"] == seen["dialog_by_mouse"]
    assert len(seen["dialog_by_keys"]) == 1


def test_demonstration_data_are_added_as_a_copy(seen):
    assert "troncon_de_route" in seen["sample"]
    assert seen["sample_is_a_copy"]


def test_the_locator_finds_resources(seen):
    assert any("houppiers" in title.lower() for title in seen["locator"])
