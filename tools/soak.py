"""Use the plugin in the real QGIS for a long time, and say whether anything grows, warns or is left.

soak.py [MINUTES]      60 when nothing is said; the table is written to build/soak/SOAK.md
"""

from __future__ import annotations

import json
import statistics
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import real_qgis

REPOSITORY = real_qgis.REPOSITORY
FOLDER = REPOSITORY / "build" / "soak"
WARM_UP = 0.25
"""Share of the rounds after which QGIS, Qt and Python have filled their caches."""

FEWEST = 4
GROWTH = 0.05
"""Largest growth of what is counted, from the beginning of the warm rounds to their end."""

COUNTED = ("MiB", "files", "threads", "widgets", "objects")


def warm(rounds: Sequence[Mapping[str, float]]) -> Sequence[Mapping[str, float]]:
    """Rounds after the warm-up."""
    return rounds[max(1, round(WARM_UP * len(rounds))) :]


def ends(rounds: Sequence[Mapping[str, float]], name: str) -> tuple[float, float]:
    """Median of what is counted in the first and in the last third of the warm rounds."""
    values = [entry[name] for entry in warm(rounds)]
    third = max(1, len(values) // 3)
    return statistics.median(values[:third]), statistics.median(values[-third:])


def problems(seen: Mapping[str, object]) -> list[str]:
    """What is wrong, one line each."""
    rounds = seen["rounds"]
    found = [f"an error: {error.strip()}" for error in seen["errors"]]
    found += [f"a warning: {warning}" for warning in seen["warnings"]]
    if len(rounds) < FEWEST:
        return [*found, f"{len(rounds)} rounds only: give it more minutes"]
    for name in COUNTED:
        first, last = ends(rounds, name)
        if last > first * (1 + GROWTH) + (name != "MiB"):
            found.append(f"{name} grew from {first:g} to {last:g} after the warm-up")
    found += [f"{name} left once the plugin is gone: {value}" for name, value in seen["left"].items() if value]
    found += [f"{value} {name} left once the plugin is gone" for name, value in seen["alive"].items()]
    return found


def table(seen: Mapping[str, object], minutes: float) -> str:
    """What happened, as Markdown."""
    rounds = seen["rounds"]
    lines = [
        "# Soak",
        "",
        f"{len(rounds)} rounds in {minutes:g} min; a round: searches and cards, a refresh cancelled and one done, a",
        "model installed and removed, a tool run and one cancelled, a sample project and a new one, the catalogues in",
        "the other language; in one round of ten, a reload of the plugin in the other language of QGIS.",
        "",
        "| counted | after the warm-up | at the end |",
        "|---|---|---|",
    ]
    if len(rounds) >= FEWEST:
        for name in COUNTED:
            first, last = ends(rounds, name)
            lines.append(f"| {name} | {first:g} | {last:g} |")
    found = problems(seen)
    kept = ", ".join(f"{count:g} of a class of {base}'s" for base, count in seen["kept_by_pyqt"].items())
    lines += ["", f"Python objects kept once a class with 20 methods is dropped, as a reload drops ours: {kept}."]
    lines += ["", *(f"- {line}" for line in found or ["Nothing grew, nothing warned, nothing was left."])]
    return "\n".join(lines) + "\n"


def main() -> int:
    """Soak for the minutes named on the command line; 1 when something is wrong."""
    minutes = float(sys.argv[1]) if len(sys.argv) > 1 and sys.argv[1] else 60.0
    session = real_qgis.Session(
        Path(__file__).with_name("soak_in_qgis.py"),
        FOLDER / "session",
        limit=round(60 * minutes) + 300,
        environment={"SOAK_MINUTES": str(minutes)},
    )
    try:
        output = real_qgis.run(session)
    except real_qgis.QgisError as error:
        print(f"soak: {error}", file=sys.stderr)
        return 1
    seen = json.loads((output / "seen.json").read_text(encoding="utf-8"))
    text = table(seen, minutes)
    (FOLDER / "SOAK.md").write_text(text, encoding="utf-8")
    print(text)
    return int(bool(problems(seen)))


if __name__ == "__main__":
    sys.exit(main())
