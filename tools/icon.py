"""Draw the plugin manager's PNG icon from the SVG one: the plugin site shows bitmaps only."""

from __future__ import annotations

import sys
from pathlib import Path

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QGuiApplication, QImage, QPainter
from qgis.PyQt.QtSvg import QSvgRenderer

ICONS = Path(__file__).resolve().parent.parent / "resources" / "icons"
SIDE = 128


def draw(source: Path, target: Path, side: int = SIDE) -> None:
    """Render an SVG file as a square PNG of ``side`` pixels."""
    image = QImage(side, side, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(source)).render(painter)
    painter.end()
    if not image.save(str(target)):
        raise OSError(f"cannot write {target}")


def main() -> int:
    """Draw the icon."""
    application = QGuiApplication([])
    draw(ICONS / "crige_ia.svg", ICONS / "crige_ia.png")
    del application
    return 0


if __name__ == "__main__":
    sys.exit(main())
