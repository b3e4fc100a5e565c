"""Branches by room, and which are too few."""

from __future__ import annotations

import json

import coverage_rooms
import pytest


def report(**taken: tuple[int, int]) -> dict[str, object]:
    names = {"engine": "engine/routes/names.py", "panel": "panel/dock.py", "own": "settings.py", "empty": "panel/x.py"}
    files = {
        f"build/crige_ia_plugin/{names[room]}": {"summary": {"covered_branches": some, "num_branches": all_}}
        for room, (some, all_) in taken.items()
    }
    return {"files": files}


def test_branches_are_counted_by_room() -> None:
    found = coverage_rooms.rooms(report(engine=(96, 100), panel=(9, 10), own=(1, 2), empty=(0, 0)))
    assert found == {"(its own files)": 50.0, "engine": 96.0, "panel": 90.0}


@pytest.mark.parametrize(
    ("taken", "status"),
    [
        ({"engine": (95, 100), "panel": (85, 100)}, 0),
        ({"engine": (94, 100)}, 1),
        ({"panel": (84, 100)}, 1),
        ({"empty": (0, 0)}, 0),
    ],
)
def test_too_few_is_a_failure(taken, status, tmp_path, monkeypatch, capsys) -> None:
    path = tmp_path / "coverage.json"
    path.write_text(json.dumps(report(**taken)), encoding="utf-8")
    monkeypatch.setattr("sys.argv", ["coverage_rooms.py", str(path)])
    assert coverage_rooms.main() == status
    assert ("TOO FEW" in capsys.readouterr().out) == bool(status)
    monkeypatch.setattr("sys.argv", ["coverage_rooms.py", str(path), "--no-gate"])
    assert coverage_rooms.main() == 0
