"""Icons drawn in the colours of the palette: right in a light theme, in a dark one and on a selected row."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from qgis.PyQt.QtCore import QByteArray, QRectF, QSize, Qt
from qgis.PyQt.QtGui import QColor, QIcon, QPainter, QPalette, QPixmap
from qgis.PyQt.QtSvg import QSvgRenderer
from qgis.PyQt.QtWidgets import QWidget

from ..paths import RESOURCES

KINDS = RESOURCES / "icons" / "kinds"
PANEL = RESOURCES / "icons" / "panel"

_INK = "#404040"
_ACCENT = "#2b7bba"
_ACCENT_ON_DARK = "#6cb2e8"


def kind_path(kind: str) -> Path:
    """File of a kind's icon; that of any resource when the kind is not one of ours."""
    path = KINDS / f"{kind}.svg"
    return path if kind.replace("-", "").isalnum() and path.is_file() else KINDS / "resource.svg"


def pixmap(path: Path, ink: QColor, size: int, ratio: float, accent: QColor | None = None) -> QPixmap:
    """Draw an icon.

    Args:
        path: SVG file, in the two colours of our icons.
        ink: Colour of its lines, that of the text beside it.
        size: Side, in device-independent pixels.
        ratio: Device pixels in one of those.
        accent: Colour of its accent; None for a blue that reads on the same background as ``ink``.
    """
    if accent is None:
        accent = QColor(_ACCENT_ON_DARK if ink.lightness() > 127 else _ACCENT)
    return _drawn(path, ink.name(), accent.name(), size, ratio)


@lru_cache(maxsize=512)
def _drawn(path: Path, ink: str, accent: str, size: int, ratio: float) -> QPixmap:
    text = path.read_text(encoding="utf-8").replace(_ACCENT, accent).replace(_INK, ink)
    pixels = round(size * ratio)
    drawn = QPixmap(pixels, pixels)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    QSvgRenderer(QByteArray(text.encode("utf-8"))).render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    drawn.setDevicePixelRatio(ratio)
    return drawn


def icon(name: str, widget: QWidget, size: int = 16) -> QIcon:
    """Icon of the panel in the colours of a widget's text, greyed when the widget is off."""
    widget.ensurePolished()  # a theme's style sheet gives its colours then
    palette = widget.palette()
    result = QIcon()
    for mode, group in (
        (QIcon.Mode.Normal, QPalette.ColorGroup.Active),
        (QIcon.Mode.Disabled, QPalette.ColorGroup.Disabled),
    ):
        ink = palette.color(group, QPalette.ColorRole.ButtonText)
        accent = ink if mode == QIcon.Mode.Disabled else None
        for ratio in (1.0, 2.0):
            result.addPixmap(pixmap(PANEL / f"{name}.svg", ink, size, ratio, accent), mode)
    return result


def clear() -> None:
    """Forget what was drawn: pixmaps must not outlive the application."""
    _drawn.cache_clear()


def side(metrics_height: int) -> QSize:
    """Icon size that goes with a text of this height: 16 pixels on a usual screen, more where fonts are larger."""
    value = max(16, round(metrics_height * 1.05))
    return QSize(value, value)
