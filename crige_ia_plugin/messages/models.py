"""What became of the objects that a model was to find."""

from __future__ import annotations

from ..translation import tr


def match_states() -> dict[str, str]:
    """Return the words of what became of an object when a model is evaluated."""
    return {
        "found": tr("Found"),
        "confused": tr("Taken for another class"),
        "missed": tr("Missed"),
        "extra": tr("Extra: not in the reference"),
    }
