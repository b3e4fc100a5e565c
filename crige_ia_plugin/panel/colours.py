"""The panel's own colours, and what makes them readable on whatever background QGIS's theme gives."""

from __future__ import annotations

from qgis.PyQt.QtGui import QColor

GREEN = QColor("#2e8b57")
BLUE = QColor("#2b7bba")
ORANGE = QColor("#c77700")

TEXT = 4.5
"""Least contrast of a text with its background (WCAG 2.1, 1.4.3)."""

SHAPE = 3.0
"""Least contrast of a shape that says something (WCAG 2.1, 1.4.11)."""

_STEPS = 20


def mixed(first: QColor, second: QColor, share: float) -> QColor:
    """A colour between two, ``share`` of the first."""
    return QColor(
        *(round(a * share + b * (1 - share)) for a, b in zip(first.getRgb()[:3], second.getRgb()[:3])),
    )


def contrast(first: QColor, second: QColor) -> float:
    """How well two opaque colours are told apart: from 1, the same, to 21, black and white."""
    dark, light = sorted((_luminance(first), _luminance(second)))
    return (light + 0.05) / (dark + 0.05)


def readable(colour: QColor, back: QColor, ink: QColor, least: float = SHAPE) -> QColor:
    """A colour as it is, or as near to it as the background allows.

    Args:
        colour: What is wanted.
        back: What it stands on.
        ink: Colour of the text on the same background, towards which it goes.
        least: Contrast that it must have.
    """
    found = colour
    for step in range(1, _STEPS + 1):
        if contrast(found, back) >= least:
            break
        found = mixed(ink, colour, step / _STEPS)
    return found


def _luminance(colour: QColor) -> float:
    parts = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.getRgbF()[:3]]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
