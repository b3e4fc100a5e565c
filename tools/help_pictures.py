"""Draw the pictures of the tools' help: resources/help/<id>.png, without a word to translate.

Before at the left, after at the right; roads are grey, what the tool made is blue, what it found is orange.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from qgis.PyQt.QtCore import QPointF, QRectF, Qt
from qgis.PyQt.QtGui import QBrush, QColor, QFont, QGuiApplication, QImage, QPainter, QPen, QPolygonF

REPOSITORY = Path(__file__).resolve().parent.parent
FOLDER = REPOSITORY / "resources" / "help"
WIDTH, HEIGHT, SCALE = 320, 110, 2
LARGEST = 30_000
"""Bytes of one picture, at most."""

GREY, INK, BLUE, ORANGE, GREEN, RED = (
    QColor(name) for name in ("#b9bfc7", "#404040", "#2b7bba", "#c77700", "#2e8b57", "#b23a48")
)
Point = tuple[float, float]


class Sheet:
    """What is drawn on: the right half is moved by ``AFTER``."""

    AFTER = 175

    def __init__(self) -> None:
        self.image = QImage(WIDTH * SCALE, HEIGHT * SCALE, QImage.Format.Format_RGB32)
        self.image.fill(QColor("#ffffff"))
        self.painter = QPainter(self.image)
        self.painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.painter.scale(SCALE, SCALE)
        self.arrow()

    def line(self, points: Sequence[Point], colour: QColor, width: float = 5, after: bool = False) -> None:
        """A road."""
        pen = QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
        self.painter.setPen(pen)
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        self.painter.drawPolyline(QPolygonF([self._place(point, after) for point in points]))

    def dot(self, point: Point, colour: QColor, radius: float = 4.5, after: bool = False, hollow: bool = False) -> None:
        """A node or a point."""
        self.painter.setPen(QPen(colour if hollow else QColor("#ffffff"), 2 if hollow else 1))
        self.painter.setBrush(Qt.BrushStyle.NoBrush if hollow else QBrush(colour))
        self.painter.drawEllipse(self._place(point, after), radius, radius)

    def text(self, point: Point, words: str, colour: QColor = INK, after: bool = False, size: int = 9) -> None:
        """A number or a sign, centred."""
        font = QFont("DejaVu Sans")
        font.setPixelSize(size)
        font.setBold(True)
        self.painter.setFont(font)
        self.painter.setPen(colour)
        place = self._place(point, after)
        box = QRectF(place.x() - 40, place.y() - 10, 80, 20)
        self.painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)

    def arrow(self) -> None:
        """From before to after."""
        self.painter.setPen(QPen(INK, 2))
        self.painter.drawLine(QPointF(150, 55), QPointF(166, 55))
        self.painter.drawPolyline(QPolygonF([QPointF(161, 50), QPointF(167, 55), QPointF(161, 60)]))

    def save(self, path: Path) -> None:
        """Write it, in few colours."""
        self.painter.end()
        flags = Qt.ImageConversionFlag.ThresholdDither | Qt.ImageConversionFlag.AvoidDither
        self.image.convertToFormat(QImage.Format.Format_Indexed8, flags).save(str(path), "PNG")

    def _place(self, point: Point, after: bool) -> QPointF:
        return QPointF(point[0] + (self.AFTER if after else 0), point[1])


MAIN = ((8, 78), (45, 70), (90, 42), (137, 34))
CROSS = ((52, 10), (62, 58), (70, 102))
BRIDGE = ((118, 8), (112, 102))


def split(sheet: Sheet) -> None:
    """Two roads cross; each is cut there; the bridge is not."""
    for points in (BRIDGE, MAIN, CROSS):
        sheet.line(points, GREY)
    sheet.line(BRIDGE, GREY, after=True)
    sheet.line(((97, 40.6), (137, 34)), QColor("#ffffff"), 9, after=True)
    at = (62.4, 59.3)
    for points, colour in (
        ((MAIN[0], MAIN[1], at), BLUE),
        ((at, MAIN[2], MAIN[3]), GREEN),
        ((CROSS[0], at), ORANGE),
        ((at, CROSS[2]), RED),
    ):
        sheet.line(points, colour, after=True)
    for point in (at, MAIN[0], MAIN[3], CROSS[0], CROSS[2]):
        sheet.dot(point, INK, after=True)


def check(sheet: Sheet) -> None:
    """An end too short, a crossing without a vertex, a line alone: each is shown."""
    for after in (False, True):
        sheet.line(MAIN, GREY, after=after)
        sheet.line(CROSS, GREY, after=after)
        sheet.line(((112, 100), (108, 50)), GREY, after=after)
        sheet.line(((12, 22), (34, 16)), GREY, after=after)
    for point in ((62.4, 59.3), (107, 45), (23, 19)):
        sheet.dot(point, ORANGE, 9, after=True, hollow=True)
        sheet.text((point[0] + 15, point[1] - 9), "!", ORANGE, after=True, size=14)


def abscissa(sheet: Sheet) -> None:
    """Pieces drawn in any order and direction become a route that is measured from its start."""
    pieces = ((MAIN[0], MAIN[1]), (MAIN[2], MAIN[1]), (MAIN[3], MAIN[2]))
    for (start, end), colour in zip(pieces, (GREY, QColor("#8d96a3"), GREY)):
        sheet.line((start, end), colour)
        sheet.dot(start, INK, 3)
    sheet.line(MAIN, BLUE, after=True)
    for point, words in zip(MAIN, ("0", "380", "910", "1400")):
        sheet.dot(point, INK, 3.5, after=True)
        sheet.text((min(point[0], 128), point[1] + 17), words, after=True)


def calibrate(sheet: Sheet) -> None:
    """Markers beside a road give it their numbers, though none is a kilometre from the next."""
    sheet.line(MAIN, GREY)
    sheet.line(MAIN, BLUE, after=True)
    for x, y, words in ((26, 74, "12"), (66, 56, "13"), (122, 36, "14")):
        sheet.dot((x, y - 14), RED, 4)
        sheet.text((x, y - 26), words, RED)
        sheet.dot((x, y), RED, 4, after=True)
        sheet.text((x + 4, y + 18), f"{words}+0", RED, after=True)


def locate(sheet: Sheet) -> None:
    """A point beside a road gets its address."""
    for after in (False, True):
        sheet.line(MAIN, GREY if not after else BLUE, after=after)
        sheet.dot((80, 22), ORANGE, after=after)
    sheet.line(((80, 22), (86, 44)), ORANGE, 1.5, after=True)
    sheet.dot((86, 44.4), INK, 3.5, after=True)
    sheet.text((95, 74), "D943 12+345", after=True, size=10)


def place(sheet: Sheet) -> None:
    """Rows of a table become points and stretches of the road."""
    sheet.painter.setPen(QPen(GREY, 1))
    sheet.painter.setBrush(Qt.BrushStyle.NoBrush)
    for row, words in enumerate(("12+345", "13+020", "13+400")):
        sheet.painter.drawRect(QRectF(25, 22 + 22 * row, 95, 22))
        sheet.text((72, 33 + 22 * row), f"D943  {words}", INK, size=10)
        sheet.painter.setPen(QPen(GREY, 1))
        sheet.painter.setBrush(Qt.BrushStyle.NoBrush)
    sheet.line(MAIN, GREY, after=True)
    for point in ((30, 73), (66, 57), (116, 37)):
        sheet.dot(point, ORANGE, after=True)


def overlay(sheet: Sheet) -> None:
    """Two tables along the same road are cut where either of them changes."""
    sheet.line(((10, 40), (80, 40)), BLUE, 7)
    sheet.line(((80, 40), (136, 40)), GREEN, 7)
    sheet.line(((10, 68), (45, 68)), ORANGE, 7)
    sheet.line(((45, 68), (136, 68)), RED, 7)
    for start, end, upper, lower in ((10, 45, BLUE, ORANGE), (45, 80, BLUE, RED), (80, 136, GREEN, RED)):
        sheet.line(((start + 3, 50), (end - 3, 50)), upper, 7, after=True)
        sheet.line(((start + 3, 58), (end - 3, 58)), lower, 7, after=True)
    for x in (10, 45, 80, 136):
        sheet.line(((x, 38), (x, 70)), INK, 1.5, after=True)


PICTURES: dict[str, Callable[[Sheet], None]] = {
    "splitatintersections": split,
    "checknetwork": check,
    "curvilinearabscissa": abscissa,
    "calibrateroutes": calibrate,
    "locatepoints": locate,
    "placeevents": place,
    "overlayevents": overlay,
}
"""What draws the picture of each tool, by its published name."""


def main() -> int:
    """Draw them; 1 when one is too large."""
    application = QGuiApplication([])
    FOLDER.mkdir(exist_ok=True)
    too_large = []
    for name, draw in PICTURES.items():
        sheet = Sheet()
        draw(sheet)
        path = FOLDER / f"{name}.png"
        sheet.save(path)
        if path.stat().st_size > LARGEST:
            too_large.append(name)
    print(f"help: {len(PICTURES)} pictures in {FOLDER.relative_to(REPOSITORY)}/")
    application.quit()
    for name in too_large:
        print(f"help: {name}.png is larger than {LARGEST} bytes", file=sys.stderr)
    return int(bool(too_large))


if __name__ == "__main__":
    sys.exit(main())
