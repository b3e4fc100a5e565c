"""The benchmarks measure, divide and tell the truth; no time is asserted."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parent.parent
BENCHMARKS = ROOT / "benchmarks"


@pytest.fixture
def harness(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    import harness

    return harness


@pytest.fixture
def report(harness: ModuleType) -> ModuleType:
    import report

    return report


@pytest.fixture
def results(harness: ModuleType):
    rows = {
        "ours": harness.Row(seconds=[1.0, 2.0, 8.0], peak_mb=[100.0, 300.0, 200.0], written=3),
        "floor": harness.Row(seconds=[0.5, 0.5, 1.0]),
        "native": harness.Row(stopped=120.0),
        "grass": harness.Row(trouble="not installed (grass-core)"),
    }
    return harness.Results({"rounds": "3"}, {"14k": {"features": 3, "line pieces": 1000}}, {"14k": rows})


def test_a_ratio_is_the_median_of_the_ratios_of_the_rounds(results):
    assert results.ratio(("14k", "ours"), ("14k", "floor")) == (4.0, False)
    assert results.peak_mb("14k", "ours") == (300.0, False)


def test_a_peer_that_was_stopped_gives_a_lower_bound_and_an_absent_one_nothing(results):
    assert results.ratio(("14k", "native"), ("14k", "ours")) == (60.0, True)
    assert results.ratio(("14k", "grass"), ("14k", "ours")) is None
    assert results.ratio(("51k", "ours"), ("14k", "ours")) is None


def test_results_survive_their_storage(harness, results):
    assert harness.Results.from_json(json.loads(json.dumps(results.to_json()))) == results


def test_promises_are_judged_both_ways(harness):
    at_most = harness.Promise("floor", "14k", 2.6, lambda _: None)
    at_least = harness.Promise("peer", "14k", 12.0, lambda _: None, at_most=False)
    measured = harness.Measured
    assert [at_most.kept(measured(v)) for v in (2.6, 2.61)] == [True, False]
    assert [at_least.kept(measured(v)) for v in (12.0, 11.9)] == [True, False]
    assert [at_most.regressed(measured(v), measured(2.0)) for v in (2.3, 2.5, 1.0)] == [False, True, False]
    assert [at_least.regressed(measured(v), measured(12.0)) for v in (11.0, 9.0, 30.0)] == [
        False,
        True,
        False,
    ]


def test_the_page_says_what_was_kept_stopped_or_not_measured(harness, report, results):
    from suites import SUITES

    page = report.document([(SUITES[0], results)])
    assert "| time ÷ floor | 14k | ≤ 2.60 × | 4.00 × | ✘ **not kept** |" in page
    assert "| native:splitwithlines ÷ our time | 14k | ≥ 3.00 × | > 60.0 × | ✔ kept |" in page
    assert "| GRASS ÷ our time | 14k | ≥ 12.00 × | – | – not measured |" in page
    assert "not installed (grass-core)" in page
    results.row("14k", "native").stopped = 2.0
    assert "| > 1.00 × | – the cap is too low to tell |" in report.document([(SUITES[0], results)])
    assert "51k" not in page.split("### Promises")[1]


def test_regressions_are_named(harness, report, results):
    from suites import SUITES

    before = harness.Results.from_json(results.to_json())
    before.rows["14k"]["ours"].seconds = [0.5, 1.0, 4.0]
    found = report.regressions(SUITES[0], results, before)
    assert any("time ÷ floor was 2.00 ×, is now 4.00 ×" in sentence for sentence in found)
    assert report.regressions(SUITES[0], results, results) == []


def test_a_job_is_stopped_at_its_cap_and_its_memory_is_read(harness, tmp_path):
    env = dict(os.environ)
    ended = harness.run_process([sys.executable, "-c", "x = bytearray(60_000_000)"], tmp_path / "log", env, cap=60)
    assert (ended.status, ended.stopped) == (0, False)
    assert 60 < ended.peak_mb < 1000
    endless = harness.run_process(["sh", "-c", "sleep 60 & wait"], tmp_path / "log", env, cap=0.2)
    assert endless.stopped


def test_inputs_are_copied_side_by_side_with_their_types(tmp_path):
    pyogrio, shapely = pytest.importorskip("pyogrio"), pytest.importorskip("shapely")
    np = pytest.importorskip("numpy")
    source, target = tmp_path / "roads.gpkg", tmp_path / "twice.gpkg"
    write_roads(source)
    command = [sys.executable, str(BENCHMARKS / "data.py"), str(source), str(target), "2", "0"]
    counts = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    meta, fids, wkb, _ = pyogrio.raw.read(target, return_fids=True)
    lines = shapely.from_wkb(wkb)
    assert counts == {"features": 4, "line pieces": 4}
    assert len(set(fids)) == len(lines) == 4
    assert meta["ogr_types"][list(meta["fields"]).index("layer")].startswith("OFTInteger")
    moved = shapely.transform(lines[:2], lambda xy: xy + np.array([2.0**17, 0.0]))
    assert shapely.equals_exact(moved, lines[2:]).all()


def test_a_file_of_ones_own_is_measured(tmp_path):
    """The whole road, on three lines: prepare, run each contender in its process, write the page."""
    pytest.importorskip("pyogrio")
    if not (ROOT / "build" / "crige_ia_plugin" / "plugin.py").is_file():
        pytest.skip("the plugin is not staged under build/")
    source = tmp_path / "three_roads.gpkg"
    write_roads(source)
    only = "ours,floor,writer,shapely"
    options = ["--suites", "roads_split", "--contenders", only, "--runs", "1", "--output", str(tmp_path)]
    command = [sys.executable, str(BENCHMARKS / "run.py"), "--input", str(source), *options]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    rows = json.loads((tmp_path / "results.json").read_text())["roads_split"]["rows"]["three_roads"]
    outcome = {name: (row["written"], row["trouble"]) for name, row in rows.items()}
    assert outcome == dict.fromkeys(only.split(","), (4, ""))
    assert "three_roads: 3 features, 3 line pieces, 1 of zero length" in (tmp_path / "RESULTS.md").read_text()


def write_roads(path: Path) -> None:
    """Two roads that cross, one without a layer, and a third of zero length."""
    import numpy as np
    import pyogrio
    import shapely

    lines = shapely.linestrings([[[0, 0], [8, 8]], [[0, 8], [8, 0]], [[1, 1], [1, 1]]])
    pyogrio.raw.write(
        path,
        geometry=shapely.to_wkb(lines),
        field_data=[np.array([1, 0, 0], dtype="int32"), np.array(["a", None, "c"], dtype=object)],
        field_mask=[np.array([False, True, False]), None],
        fields=["layer", "name"],
        geometry_type="LineString",
        crs="EPSG:2154",
        driver="GPKG",
    )
