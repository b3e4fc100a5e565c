"""Several catalogues in the real QGIS: added in its options, installed from, dragged from, lost."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import real_qgis

SCRIPT = Path(__file__).with_name("catalogues_in_qgis.py")


@pytest.fixture(scope="module")
def seen(tmp_path_factory) -> dict[str, object]:
    """What ``catalogues_in_qgis.py`` saw."""
    if not real_qgis.is_possible():
        pytest.skip("QGIS's desktop or a screen is missing: apt-get install qgis xvfb xauth")
    output = real_qgis.run(real_qgis.Session(SCRIPT, tmp_path_factory.mktemp("qgis") / "session"))
    return json.loads((output / "seen.json").read_text(encoding="utf-8"))


def test_nothing_went_wrong(seen):
    assert not seen["errors"], "\n".join(map(str, seen["errors"]))


def test_nothing_is_fetched_at_start_up(seen):
    assert seen["requests_before"] == 0
    assert "Région" not in seen["overview"]


def test_a_catalogue_is_added_in_the_options_and_read(seen):
    assert "Région voisine" in seen["tested"]
    assert "5 fiches" in seen["tested"]
    assert len(seen["listed"]) == 2
    assert "2 catalogues" in seen["status_after"]
    assert seen["kept_in_settings"]


def test_a_model_is_installed_with_the_keyboard(seen):
    assert seen["opened"] == "modele-haies"
    assert seen["installed"] == ["1.0"]
    assert "intégrité vérifiée" in seen["told"]


def test_an_update_is_told_done_and_undone(seen):
    assert "1 mise à jour" in seen["update_told"]
    assert seen["updated"] == ["1.0", "1.1"]
    assert seen["undone"] == ["1.1", "1.0"]


def test_a_resource_is_dropped_on_the_map_and_on_the_layer_tree(seen):
    assert seen["dragged_remote"] == "custom"
    assert seen["dropped_on_map"] == ["/vsicurl/"]
    assert seen["dragged_local"] == "vector"
    assert seen["dropped_on_tree"]
    assert all(seen["dropped_on_tree"])
    assert seen["local_dropped_on_map"]


def test_a_catalogue_that_is_gone_is_told_and_keeps_what_it_had(seen):
    assert "Région voisine injoignable" in seen["error_told"]
    assert seen["nothing_lost"]
    assert "Vérifiez le réseau" in seen["details"]


def test_offline_what_is_installed_works(seen):
    assert seen["greyed_offline"]
    assert seen["works_offline"]


def test_removing_leaves_nothing(seen):
    assert seen["left"] == []
