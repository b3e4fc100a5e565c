"""Say which share of the branches each room's tests take, and whether it is enough.

coverage_rooms.py COVERAGE.json [--no-gate]      the report of ``coverage json``; --no-gate: say it only
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import Any

from stage import NAME

PURE = frozenset(("authoring", "catalogue", "engine", "runsheet", "runtime"))
LEAST_PURE, LEAST = 95.0, 85.0
"""Percents of the branches: of the pure rooms, and of the rest."""

REST = "(its own files)"


def rooms(report: Mapping[str, Any]) -> dict[str, float]:
    """Percents of the branches taken, by room; a room without a branch is left out."""
    taken: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for name, entry in report["files"].items():
        parts = PurePosixPath(name.replace("\\", "/")).parts
        inside = parts[parts.index(NAME) + 1 :]
        room = inside[0] if len(inside) > 1 else REST
        taken[room][0] += entry["summary"]["covered_branches"]
        taken[room][1] += entry["summary"]["num_branches"]
    return {room: 100 * some / all_ for room, (some, all_) in sorted(taken.items()) if all_}


def least(room: str) -> float:
    """Percents that a room needs."""
    return LEAST_PURE if room in PURE else LEAST


def main() -> int:
    """Print the table; 1 when a room has too little."""
    report = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    found = rooms(report)
    short = [room for room, share in found.items() if share < least(room)]
    print("coverage: branches taken by the tests")
    for room, share in found.items():
        print(f"  {room:<18}{share:5.1f} %  (at least {least(room):g} %){'  TOO FEW' if room in short else ''}")
    return int(bool(short) and "--no-gate" not in sys.argv)


if __name__ == "__main__":
    sys.exit(main())
