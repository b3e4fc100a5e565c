"""What the panel remembers from one session to the next, in the user's QGIS profile: the one place that knows where."""

from __future__ import annotations

from qgis.core import QgsSettings

_PREFIX = "crige_ia/panel/"


def read(name: str, default: str = "") -> str:
    """Return what was remembered under a name."""
    value = QgsSettings().value(_PREFIX + name, default)
    return value if isinstance(value, str) else default


def write(name: str, value: str) -> None:
    """Remember a text under a name."""
    QgsSettings().setValue(_PREFIX + name, value)
