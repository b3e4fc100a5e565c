"""Profiles as they are in town halls: odd names, commas, folders that cannot be written, slow drives, full disks."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest
import real_qgis
from qgis.core import Qgis
from real_qgis import Session

HERE = Path(__file__).parent
SCRIPT = HERE / "odd_in_qgis.py"
CACHE, DATA = "QGIS_PLG_CRIGE_IA_CACHE_FOLDER", "QGIS_PLG_CRIGE_IA_DATA_FOLDER"
READ_ONLY = 'mount --bind "$0" "$0" && mount -o remount,bind,ro "$0" || exit 77; exec "$@"'
FULL = """\
mount -t tmpfs -o size=256k tmpfs "$0" || exit 77
dd if=/dev/zero of="$0/filler" bs=4k 2>/dev/null
exec "$@"
"""


@pytest.fixture
def live(tmp_path):
    """Live through a session of QGIS: what ``odd_in_qgis.py`` saw, and all that QGIS printed."""
    if not real_qgis.is_possible():
        pytest.skip("QGIS's desktop or a screen is missing: apt-get install qgis xvfb xauth")
    folders = []

    def run(name: str = "session", **options: object) -> dict[str, object]:
        session = Session(SCRIPT, tmp_path / name, **options)
        folders.append(session.installed)
        output = real_qgis.run(session)
        log = (session.folder / "qgis.log").read_text(encoding="utf-8", errors="replace")
        return {**json.loads((output / "seen.json").read_text(encoding="utf-8")), "log": log}

    yield run
    for folder in folders:
        subprocess.run(["chmod", "-R", "u+w", str(folder)], check=False)


def can_mount(folder: Path) -> bool:
    """Whether a disk of one's own can be mounted here."""
    command = ["unshare", "--mount", "sh", "-c", 'mount -t tmpfs -o size=64k tmpfs "$0"', str(folder)]
    return shutil.which("unshare") is not None and subprocess.run(command, check=False).returncode == 0


def assert_all_is_well(seen: dict[str, object]) -> None:
    assert not seen["errors"], "\n".join(map(str, seen["errors"]))
    assert "Traceback" not in seen["log"]
    assert seen["open"], seen["status"]
    assert seen["found"] > 5
    assert (seen["made"] > 100, seen["refused"]) == (True, "")
    assert seen["warnings"] == []


def test_spaces_accents_and_decimal_commas(live, tmp_path):
    written = tmp_path / "Études à Ærø (n° 1)"
    written.mkdir()
    seen = live("Profil d'été, n° 1 – Ærø", region="fr_FR", environment={"ODD_WRITTEN": str(written)})
    assert_all_is_well(seen)
    assert "Profil d'été, n° 1 – Ærø" in seen["folder"]
    assert seen["number"] == "1,5"


def test_no_write_access_to_the_plugin_nor_to_the_temporary_folder(live, tmp_path):
    plugin = Session(SCRIPT, tmp_path / "session").installed
    if os.geteuid() != 0:
        before = ["sh", "-c", 'chmod -R a-w "$0"; exec "$@"', str(plugin)]
    elif can_mount(tmp_path):
        before = ["unshare", "--mount", "sh", "-c", READ_ONLY, str(plugin)]
    else:
        pytest.skip("a folder that root cannot write to needs a mount, which this machine does not let us make")
    # Without a temporary folder, QGIS 3.40 and later do not even start, with or without the plugin.
    nowhere = ["env", "TMPDIR=/proc"] if Qgis.QGIS_VERSION_INT < 34000 else []
    seen = live(before=[*before, *nowhere])
    assert_all_is_well(seen)


def test_the_window_does_not_wait_for_a_slow_drive(live, tmp_path):
    drive = tmp_path / "far drive"
    environment = {CACHE: str(drive / "cache"), DATA: str(drive / "data"), "ODD_SLOW_FOLDER": str(drive)}
    seen = live(environment={**environment, "PYQGIS_STARTUP": str(HERE / "slow_drive.py")})
    assert_all_is_well(seen)
    assert seen["other threads"] > 5
    assert len(seen["main thread"]) <= 3, seen["main thread"]


def test_a_full_disk_is_told_with_its_cure(live, tmp_path):
    if os.geteuid() != 0 or not can_mount(tmp_path):
        pytest.skip("mounting a small disk needs root and unshare")
    disk = tmp_path / "disk"
    disk.mkdir()
    environment = {CACHE: str(disk / "cache"), DATA: str(disk / "data"), "ODD_WRITTEN": str(disk)}
    seen = live(before=["unshare", "--mount", "sh", "-c", FULL, str(disk)], environment=environment)
    assert not seen["errors"], "\n".join(map(str, seen["errors"]))
    assert "Traceback" not in seen["log"]
    assert not seen["open"]
    text, detail = seen["status"]
    assert text == "Le catalogue n'est pas ouvert"
    assert "place libre" in detail
    assert seen["made"] == 0
    assert "plein" in seen["refused"]
