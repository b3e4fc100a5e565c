"""Attributes of QGIS as Python values."""

from __future__ import annotations

from collections.abc import Iterable

from qgis.core import QgsFeature

_PLAIN = (str, int, float)


def python_value(value: object) -> object:
    """Return None for QGIS's NULL, which is not Python's."""
    return None if value is None or (hasattr(value, "isNull") and value.isNull()) else value


def attribute_values(features: Iterable[QgsFeature], index: int) -> list[object]:
    """Return one attribute of every feature, None for NULL."""
    return [
        value if type(value) in _PLAIN else python_value(value)
        for value in [feature.attribute(index) for feature in features]
    ]
