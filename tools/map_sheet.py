"""A printed sheet, 1,600 × 1,200 pixels: a map, and beside it a close-up, the legend and the scale."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from qgis.core import (
    QgsFillSymbol,
    QgsLayerTree,
    QgsLayout,
    QgsLayoutExporter,
    QgsLayoutItem,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutItemScaleBar,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsLegendStyle,
    QgsMapLayer,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
    QgsUnitTypes,
)
from qgis.PyQt.QtCore import QRectF, QSize, Qt
from qgis.PyQt.QtGui import QColor, QFont, QImage

PAGE_WIDTH, PAGE_HEIGHT = 400.0, 300.0
PIXELS = QSize(1600, 1200)
MARGIN, TOP, COLUMN = 8.0, 25.0, 98.0
"""Millimetres: around the page, above the map, width of the right column."""
INK, PAPER, GROUND, RULE, ACCENT = (
    QColor(colour) for colour in ("#22303f", "#ffffff", "#fbfaf6", "#9aa5b1", "#b3261e")
)


class Sheet:
    """Lays out one page; call the parts in any order, then ``export``."""

    def __init__(self, layers: list[QgsMapLayer], metres_per_unit: float) -> None:
        self.layers = layers
        self.metres_per_unit = metres_per_unit
        self.layout = QgsLayout(QgsProject.instance())
        self.layout.initializeDefaults()
        page = self.layout.pageCollection().page(0)
        page.setPageSize(QgsLayoutSize(PAGE_WIDTH, PAGE_HEIGHT))
        self.left = PAGE_WIDTH - MARGIN - COLUMN
        self.inset: QgsLayoutItemMap | None = None
        self.map = self._map(QRectF(MARGIN, TOP, self.left - 2 * MARGIN + 2, PAGE_HEIGHT - TOP - 16))

    def show(self, extent: QgsRectangle) -> None:
        """Show a whole extent on the main map."""
        wider = QgsRectangle(extent)
        wider.scale(1.02)
        self.map.zoomToExtent(wider)

    def close_up(self, centre: QgsPointXY, width: float, caption: str) -> None:
        """Put a close-up in the right column, ``width`` metres of ground wide, and its frame on the main map."""
        self._label(caption, QRectF(self.left, TOP, COLUMN, 7), 12, bold=True)
        self.inset = inset = self._map(QRectF(self.left, TOP + 8, COLUMN, 108))
        half = width / 2 / self.metres_per_unit
        inset.zoomToExtent(QgsRectangle(centre.x() - half, centre.y() - half, centre.x() + half, centre.y() + half))
        inset.setFrameStrokeColor(ACCENT)
        overview = self.map.overview()
        overview.setLinkedMap(inset)
        overview.setFrameSymbol(
            QgsFillSymbol.createSimple({"color": "0,0,0,0", "outline_color": ACCENT.name(), "outline_width": "0.7"})
        )

    def headings(self, title: str, subtitle: str) -> None:
        """Write the title and the line under it."""
        self._label(title, QRectF(MARGIN, 4, PAGE_WIDTH - 2 * MARGIN, 11), 22, bold=True)
        self._label(subtitle, QRectF(MARGIN, 15, PAGE_WIDTH - 2 * MARGIN, 8), 13)

    def legend(self, layers: list[QgsMapLayer]) -> None:
        """Put the legend of the layers in the right column, with symbols as large as in the close-up."""
        tree = QgsLayerTree()
        for layer in layers:
            tree.addLayer(layer)
        item = QgsLayoutItemLegend(self.layout)
        item.setAutoUpdateModel(False)
        item.model().setRootGroup(tree)
        item.setLinkedMap(self.inset or self.map)
        item.setSymbolWidth(9)
        for part, size in ((QgsLegendStyle.Style.Subgroup, 12), (QgsLegendStyle.Style.SymbolLabel, 11)):
            item.rstyle(part).setFont(_font(size, bold=size == 12))
        item.setFontColor(INK)
        item.attemptMove(QgsLayoutPoint(self.left - 2, TOP + 121))
        self.layout.addLayoutItem(item)
        item.adjustBoxSize()
        self._tree = tree

    def scale_bar(self) -> None:
        """Put the scale of the main map at the foot of the right column."""
        bar = QgsLayoutItemScaleBar(self.layout)
        bar.setLinkedMap(self.map)
        bar.setStyle("Single Box")
        bar.applyDefaultSize(QgsUnitTypes.DistanceUnit.DistanceMeters)
        bar.setFont(_font(10))
        bar.setHeight(2.2)
        self.layout.addLayoutItem(bar)
        bar.attemptMove(QgsLayoutPoint(self.left - 1, PAGE_HEIGHT - 28))

    def footer(self, text: str) -> None:
        """Write where the data and the map come from."""
        self._label(text, QRectF(MARGIN, PAGE_HEIGHT - 13, PAGE_WIDTH - 2 * MARGIN, 8), 10, colour=QColor("#5b6773"))

    def export(self, path: Path) -> None:
        """Write the PNG; raises OSError when it cannot be written."""
        path.parent.mkdir(parents=True, exist_ok=True)
        image = QgsLayoutExporter(self.layout).renderPageToImage(0, PIXELS, PIXELS.width() / PAGE_WIDTH * 25.4)
        if not _few_colours(image).save(str(path), "PNG", 0):  # 0: the smallest file
            raise OSError(f"the picture could not be written: {path}")

    def _map(self, place: QRectF) -> QgsLayoutItemMap:
        item = QgsLayoutItemMap(self.layout)
        item.attemptSetSceneRect(place)
        item.setLayers(self.layers)
        item.setBackgroundColor(GROUND)
        item.setFrameEnabled(True)
        item.setFrameStrokeColor(RULE)
        self.layout.addLayoutItem(item)
        return item

    def _label(self, text: str, place: QRectF, size: float, bold: bool = False, colour: QColor = INK) -> QgsLayoutItem:
        label = QgsLayoutItemLabel(self.layout)
        label.setText(text)
        label.setFont(_font(size, bold))
        label.setFontColor(colour)
        label.setMarginX(0)
        label.attemptSetSceneRect(place)
        self.layout.addLayoutItem(label)
        return label


def _few_colours(image: QImage) -> QImage:
    """The picture in 256 of its colours: a third of the size, and no visible difference on a map.

    Half of them are the most frequent of each region of the colour cube, so that no rare symbol loses its colour.
    """
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(plain.constBits().asstring(plain.sizeInBytes()), dtype="<u4")
    colours, counts = np.unique(pixels, return_counts=True)
    colours = colours[np.argsort(-counts, kind="stable")]
    _, firsts = np.unique(colours & 0xC0C0C0, return_index=True)  # two bits a channel: 64 regions at most
    _, finer = np.unique(colours & 0xE0E0E0, return_index=True)
    chosen = list(dict.fromkeys([*np.sort(firsts), *np.sort(finer)[:64], *range(len(colours))]))[:256]
    table = colours[chosen].tolist()
    return plain.convertToFormat(QImage.Format.Format_Indexed8, table, Qt.ImageConversionFlag.ThresholdDither)


def _font(size: float, bold: bool = False) -> QFont:
    font = QFont("DejaVu Sans")
    font.setPointSizeF(size)
    font.setBold(bold)
    return font
