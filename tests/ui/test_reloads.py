"""Ten reloads in the real QGIS: one of each thing while the plugin is there, none of it once it is gone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import real_qgis

SCRIPT = Path(__file__).with_name("reloads_in_qgis.py")


@pytest.fixture(scope="module")
def seen(tmp_path_factory) -> dict[str, object]:
    """What ``reloads_in_qgis.py`` saw."""
    if not real_qgis.is_possible():
        pytest.skip("QGIS's desktop or a screen is missing: apt-get install qgis xvfb xauth")
    output = real_qgis.run(real_qgis.Session(SCRIPT, tmp_path_factory.mktemp("qgis") / "session"))
    return json.loads((output / "seen.json").read_text(encoding="utf-8"))


def test_nothing_went_wrong(seen):
    assert not seen["errors"], "\n".join(map(str, seen["errors"]))
    assert len(seen["there"]) == 10


def test_there_is_one_of_each(seen):
    modules = [counts.pop("modules") for counts in seen["there"]]
    assert [set(counts.values()) for counts in seen["there"]] == [{1}] * 10, seen["there"]
    assert len(set(modules)) == 1
    assert modules[0] > 100


def test_nothing_is_left_in_qgis(seen):
    assert [set(counts.values()) for counts in seen["gone"]] == [{0}] * 10, seen["gone"]


def test_no_qt_object_of_ours_outlives_the_plugin(seen):
    assert seen["alive"] == [{}] * 10


def test_qgis_has_no_more_objects_after_the_last_reload_than_after_the_second(seen):
    second, last = seen["objects"][1], seen["objects"][-1]
    assert all(last[name] <= second[name] for name in second), seen["objects"]


def test_no_code_of_ours_outlives_the_plugin(seen):
    assert seen["code"] == []


def test_one_page_in_the_options(seen):
    assert set(seen["option_pages"]) == {0, 1}


def test_no_task_and_no_thread_is_left(seen):
    assert seen["tasks"] == 0
    assert seen["threads"] == []
