"""What the soak calls wrong."""

from __future__ import annotations

import pytest
import soak


def seen(**changes: object) -> dict[str, object]:
    rounds = [{"seconds": n, "MiB": 500.0, "files": 40, "threads": 0, "widgets": 900, "objects": 60} for n in range(12)]
    left = {"docks": 0, "threads": []}
    kept = {"object": 0.0, "QObject": 22.5}
    return {"errors": [], "warnings": [], "rounds": rounds, "left": left, "alive": {}, "kept_by_pyqt": kept, **changes}


def growing(name: str, by: float) -> list[dict[str, float]]:
    return [{**entry, name: entry[name] + by * number} for number, entry in enumerate(seen()["rounds"])]


def test_nothing_wrong_is_said_so() -> None:
    assert soak.problems(seen()) == []
    assert "Nothing grew" in soak.table(seen(), 60)


def test_what_pyqt_keeps_of_a_class_is_told() -> None:
    assert "drops ours: 0 of a class of object's, 22.5 of a class of QObject's." in soak.table(seen(), 60)


def test_what_fills_at_the_beginning_is_no_leak() -> None:
    rounds = seen()["rounds"]
    rounds[0]["MiB"], rounds[1]["MiB"], rounds[2]["MiB"] = 200.0, 350.0, 450.0
    assert soak.problems(seen(rounds=rounds)) == []


@pytest.mark.parametrize(("name", "by"), [("MiB", 10), ("files", 2), ("threads", 1), ("widgets", 30), ("objects", 5)])
def test_what_grows_is_told(name: str, by: float) -> None:
    (found,) = soak.problems(seen(rounds=growing(name, by)))
    assert found.startswith(f"{name} grew from")
    assert found in soak.table(seen(rounds=growing(name, by)), 60)


@pytest.mark.parametrize(
    "change",
    [
        {"errors": ["Traceback"]},
        {"warnings": ["round 3: x"]},
        {"left": {"docks": 1}},
        {"left": {"threads": ["Thread-3"]}},
        {"alive": {"crige_ia_plugin.panel.dock.ResourceDock": 1}},
        {"rounds": []},
    ],
    ids=lambda change: next(iter(change)),
)
def test_each_fault_is_told(change: dict[str, object]) -> None:
    assert len(soak.problems(seen(**change))) == 1
