"""``crige_ia:splitatintersections`` in processes of its own: disks that fail, and ``qgis_process``."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from layers import fingerprints

from crige_ia_plugin.paths import PACKAGE, RESOURCES

TOOL = "crige_ia:splitatintersections"
TOWN = RESOURCES / "sample" / "town.gpkg"
ROADS = f"{TOWN}|layername=troncon_de_route"
LEVEL = "position_par_rapport_au_sol"
OUTPUTS = ("SEGMENTS", "NODES", "ANOMALIES")
SCRIPT = Path(__file__).parents[2] / "support" / "split_on_small_disk.py"

# Disks ----------------------------------------------------------------------------------------------------------------


def mounted(options: str, folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """Run a command where ``folder`` is a small disk that nobody else sees; skip where none can be made."""
    if shutil.which("unshare") is None or os.geteuid() != 0:
        pytest.skip("mounting a small disk needs root and unshare")
    script = f'mount -t tmpfs -o {options} tmpfs "$0" || exit 77; exec "$@"'
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": os.pathsep.join(sys.path)}
    run = subprocess.run(
        ["unshare", "-m", "sh", "-c", script, str(folder), *command],
        capture_output=True,
        text=True,
        env=environment,
        check=False,
    )
    if run.returncode == 77 or "unshare" in run.stderr:
        pytest.skip("this machine lets nobody mount a small disk")
    assert run.returncode == 0, run.stderr[-3000:]
    return run


def test_a_disk_that_fills_up_loses_nothing(tmp_path):
    """From a disk on which nothing fits, by way of one that fills up at the last output, to one that holds it all."""
    sizes = [f"{size}k" for size in (24, 100, 200, 300, 360, 420, 480, 540, 600, 700, 900)] + ["40m"]
    said = mounted("size=1m", tmp_path, sys.executable, str(SCRIPT), ROADS, str(tmp_path), *sizes).stdout.splitlines()
    assert len(said) == len(sizes)
    refused = [one for one in said if one != "written"]
    assert said == [*refused, *["written"] * (len(said) - len(refused))]
    assert len(refused) >= 3
    assert said[-1] == "written"
    for one in refused:
        assert "is full" in one or "est plein" in one
        assert "Traceback" not in one
    # The disk has filled up under more than one of the outputs.
    assert len({name for one in refused for name in OUTPUTS if f"{name}.gpkg" in one}) > 1


def test_a_disk_that_cannot_be_written_is_told(tmp_path):
    command = [sys.executable, str(SCRIPT), ROADS, str(tmp_path), "as it is"]
    said = mounted("size=4m,ro", tmp_path, *command).stdout
    assert "SEGMENTS.gpkg" in said
    assert "Traceback" not in said
    assert "Errno" not in said


# qgis_process ---------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def qgis_process(tmp_path_factory) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Run the tool in a fresh profile, as a scheduled job does."""
    # Debian 12's qgis_process is a wrapper that breaks: the program itself comes first.
    program = shutil.which("qgis_process.bin") or shutil.which("qgis_process")
    if program is None:
        pytest.skip("qgis_process is not there")
    home = tmp_path_factory.mktemp("home")
    profile = home / "profiles" / "default"
    (profile / "python" / "plugins").mkdir(parents=True)
    (profile / "python" / "plugins" / PACKAGE.name).symlink_to(PACKAGE, target_is_directory=True)
    (profile / "QGIS").mkdir()
    (profile / "QGIS" / "QGIS3.ini").write_text(
        f"[PythonPlugins]\n{PACKAGE.name}=true\n\n[locale]\nuserLocale=en\noverrideFlag=true\n", encoding="utf-8"
    )
    environment = {
        **os.environ,
        "QGIS_CUSTOM_CONFIG_PATH": str(home),
        "QT_QPA_PLATFORM": "offscreen",
        "LC_ALL": "C.UTF-8",
    }
    environment.pop("PYTHONPATH", None)

    def run(**parameters: object) -> subprocess.CompletedProcess[str]:
        command = [program, "run", TOOL, "--", *(f"{name}={value}" for name, value in parameters.items())]
        return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120, check=False)

    return run


def count(path: Path) -> int:
    with closing(sqlite3.connect(path)) as database:
        return database.execute(f"SELECT count(*) FROM {path.stem.lower()}").fetchone()[0]


def test_qgis_process_splits_the_town(qgis_process, tmp_path):
    targets = {name: tmp_path / f"{name}.gpkg" for name in OUTPUTS}
    run = qgis_process(INPUT=ROADS, LEVEL_FIELD=LEVEL, TOLERANCE=0.5, REPORT=tmp_path / "r.html", **targets)
    assert run.returncode == 0, run.stderr
    assert "Traceback" not in run.stdout + run.stderr
    assert "SEGMENT_COUNT" in run.stdout
    counts = {name: count(path) for name, path in targets.items()}
    for name, output in zip(OUTPUTS, ("SEGMENT_COUNT", "NODE_COUNT", "ANOMALY_COUNT")):
        assert f"{output}:\t{counts[name]}" in run.stdout
    assert counts["SEGMENTS"] > 477
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "ANOMALIES.gpkg",
        "NODES.gpkg",
        "SEGMENTS.gpkg",
        "r.html",
    ]


@pytest.mark.parametrize(
    ("parameters", "words"),
    [
        pytest.param({"INPUT": f"{TOWN}|layername=point_de_repere"}, "", id="points"),
        pytest.param({"INPUT": "/nowhere/roads.gpkg"}, "", id="no such file"),
        pytest.param({"TOLERANCE": -1}, "-1", id="negative tolerance"),
        pytest.param({"TOLERANCE": 10_000}, "10000", id="tolerance of 10 km"),
        pytest.param({"LEVEL_FIELD": "altitude"}, "altitude", id="no such field"),
        pytest.param({"SEGMENTS": "/proc/segments.gpkg"}, "segments.gpkg", id="a folder that cannot be written"),
        pytest.param({"SEGMENTS": "segments.xyz"}, "segments.xyz", id="an unknown format"),
    ],
)
def test_qgis_process_refuses_with_a_sentence(qgis_process, tmp_path, parameters, words):
    if "SEGMENTS" not in parameters:
        parameters = {**parameters, "SEGMENTS": tmp_path / "segments.gpkg"}
    run = qgis_process(**{"INPUT": ROADS, **parameters})
    said = run.stdout + run.stderr
    assert run.returncode != 0
    assert "Traceback" not in said
    assert words in run.stderr
    assert fingerprints(tmp_path) == {}
