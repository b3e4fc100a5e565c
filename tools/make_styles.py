"""Write the styles of the outputs, ``resources/styles/*.qml``, with PyQGIS: ``python3 tools/make_styles.py``.

Okabe and Ito's colours, which people who do not see all colours tell apart; a shape or a dash always says the same.
Run it with the oldest QGIS that is supported, so that all of them read the result. Words are put in by the plugin.
"""

from __future__ import annotations

import itertools
import re
from pathlib import Path
from typing import TypeVar
from xml.etree.ElementTree import canonicalize

from qgis.core import (
    QgsApplication,
    QgsCategorizedSymbolRenderer,
    QgsLineSymbol,
    QgsMapLayer,
    QgsMarkerLineSymbolLayer,
    QgsMarkerSymbol,
    QgsPalLayerSettings,
    QgsProperty,
    QgsRendererCategory,
    QgsSimpleLineSymbolLayer,
    QgsSimpleMarkerSymbolLayer,
    QgsSymbolLayer,
    QgsTemplatedLineSymbolLayerBase,
    QgsTextBufferSettings,
    QgsTextFormat,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor

HEADER = "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n"
STYLES = Path(__file__).resolve().parent.parent / "resources" / "styles"

AnySymbol = TypeVar("AnySymbol", QgsLineSymbol, QgsMarkerSymbol)

INK, PAPER = "#22303f", "#ffffff"
VERMILLION, ORANGE, YELLOW, GREEN, SKY, BLUE, PURPLE = (
    "#d55e00", "#e69f00", "#f0e442", "#009e73", "#56b4e9", "#0072b2", "#b0588f",
)  # fmt: skip
LEVEL = (
    "to_int(clamp(-1, coalesce(try(to_real(coalesce(attribute('position_par_rapport_au_sol'), "
    "attribute('pos_sol'), attribute('layer')))), 0), 2))"
)
"""Class of a segment when the style is loaded by hand; the plugin puts the field of the run there."""
LINE_WIDTH = "coalesce(scale_exp(@map_scale, 1000, 40000, {0}, {1}, 0.35), {2})"
TICKS_BELOW, LABELS_BELOW = 6000, 8000
"""Scale denominators under which the ends of segments and the codes of anomalies are shown."""


def main() -> None:
    """Write the three styles."""
    application = QgsApplication([], False)
    application.initQgis()
    STYLES.mkdir(parents=True, exist_ok=True)
    segments = layer_of("LineString", "segment_id:integer")
    segments.setRenderer(_segments())
    save(segments, "segments")
    nodes = layer_of("Point", "kind:string")
    nodes.setRenderer(_nodes())
    save(nodes, "nodes")
    anomalies = layer_of("Point", "severity:string", "code:string")
    anomalies.setRenderer(_anomalies())
    anomalies.setLabeling(_codes())
    anomalies.setLabelsEnabled(True)
    save(anomalies, "anomalies")
    application.exitQgis()


def layer_of(geometry: str, *fields: str) -> QgsVectorLayer:
    """Make an empty layer to dress."""
    definition = "&".join(f"field={field}" for field in fields)
    return QgsVectorLayer(f"{geometry}?crs=EPSG:2154&{definition}", "style", "memory")


def save(layer: QgsVectorLayer, name: str) -> None:
    """Write the style with its attributes in a fixed order, and without the font of this computer."""
    path = STYLES / f"{name}.qml"
    categories = QgsMapLayer.StyleCategory.Symbology | QgsMapLayer.StyleCategory.Labeling
    message, saved = layer.saveNamedStyle(str(path), QgsMapLayer.StyleCategories(categories))
    if not saved:
        raise SystemExit(f"{path}: {message}")
    text = canonicalize(path.read_text(encoding="utf-8"), strip_text=True)
    text = re.sub(r' version="[^"]*"', ' version="3.22.0"', text, count=1)
    text = re.sub(r' fontFamily="[^"]*"', "", text)
    number = itertools.count(1)
    text = re.sub(r' key="\{[^}]*\}"', lambda _: f' key="rule{next(number)}"', text)
    text = re.sub(r"<callout .*?</callout>", "", text, flags=re.DOTALL)
    path.write_text(HEADER + text.replace("><", ">\n<") + "\n", encoding="utf-8")
    print(path)


# -- segments -----------------------------------------------------------------------------------------------


def _segments() -> QgsCategorizedSymbolRenderer:
    """Segments by level; neighbours of one line alternate in tone, and show their ends at large scales."""
    classes = (
        (-1, _line(BLUE, SKY, 0, dashed=True)),
        (0, _line("#3d4f66", "#7d90a8", 1)),
        (1, _line(VERMILLION, "#f08a3c", 2, casing=True)),
        (2, _line("#8a3a6d", PURPLE, 4, casing=True)),
    )
    categories = [QgsRendererCategory(value, symbol, str(value)) for value, symbol in classes]
    renderer = QgsCategorizedSymbolRenderer(LEVEL, categories)
    renderer.setUsingSymbolLevels(True)
    return renderer


def _line(tone: str, other_tone: str, order: int, dashed: bool = False, casing: bool = False) -> QgsLineSymbol:
    """Line of one level, drawn in the ``order``-th pass: what is higher hides what is lower."""
    line = stroke(tone, (1.5, 0.4, 0.8))
    alternate = f"if(\"segment_id\" % 2 = 1, '{other_tone}', @value)"
    line.setDataDefinedProperty(QgsSymbolLayer.Property.PropertyStrokeColor, QgsProperty.fromExpression(alternate))
    if dashed:
        line.setUseCustomDashPattern(True)
        line.setCustomDashVector([3.0, 1.4])
    layers = [line, ticks(INK)]
    if casing:
        layers.insert(0, stroke(INK, (2.3, 1.2, 1.5)))
    for index, layer in enumerate(layers):
        layer.setRenderingPass(order + min(index, 1))
    return filled(QgsLineSymbol(), layers)


def filled(symbol: AnySymbol, layers: list[QgsSymbolLayer]) -> AnySymbol:
    """Put the layers into the symbol; the constructors that take a list leave them to Python, which frees them."""
    symbol.changeSymbolLayer(0, layers[0])
    for layer in layers[1:]:
        symbol.appendSymbolLayer(layer)
    return symbol


def stroke(colour: str, widths: tuple[float, float, float]) -> QgsSimpleLineSymbolLayer:
    """Plain line whose width follows the scale: at 1:1,000, at 1:40,000, in the legend (millimetres)."""
    line = QgsSimpleLineSymbolLayer(QColor(colour), widths[2])
    line.setPenCapStyle(Qt.PenCapStyle.FlatCap)
    line.setPenJoinStyle(Qt.PenJoinStyle.RoundJoin)
    line.setDataDefinedProperty(
        QgsSymbolLayer.Property.PropertyStrokeWidth, QgsProperty.fromExpression(LINE_WIDTH.format(*widths))
    )
    return line


def ticks(colour: str) -> QgsMarkerLineSymbolLayer:
    """A tick across both ends of the line, at large scales only."""
    tick = QgsSimpleMarkerSymbolLayer(QgsSimpleMarkerSymbolLayer.Shape.Line, 2.4)
    tick.setStrokeColor(QColor(colour))
    tick.setStrokeWidth(0.3)
    line = QgsMarkerLineSymbolLayer(True)
    line.setSubSymbol(filled(QgsMarkerSymbol(), [tick]))
    line.setPlacement(QgsTemplatedLineSymbolLayerBase.Placement.FirstVertex)
    line.setDataDefinedProperty(
        QgsSymbolLayer.Property.PropertyLayerEnabled,
        QgsProperty.fromExpression(f"coalesce(@map_scale < {TICKS_BELOW}, false)"),
    )
    return line


# -- nodes and anomalies ------------------------------------------------------------------------------------

Shape = QgsSimpleMarkerSymbolLayer.Shape


def _nodes() -> QgsCategorizedSymbolRenderer:
    classes = (
        ("junction", Shape.Circle, PAPER, 1.0),
        ("dead_end", Shape.Square, ORANGE, 0.85),
        ("through", Shape.Diamond, SKY, 0.8),
        ("loop", Shape.Triangle, GREEN, 1.1),
    )
    categories = []
    for value, shape, fill, ratio in classes:
        point = marker(shape, fill, INK, 2.2 * ratio, 0.3)
        size = LINE_WIDTH.format(3.2 * ratio, 0.7 * ratio, 2.2 * ratio)
        point.setDataDefinedProperty(QgsSymbolLayer.Property.PropertySize, QgsProperty.fromExpression(size))
        outline = QgsProperty.fromExpression(LINE_WIDTH.format(0.4, 0.15, 0.3))
        point.setDataDefinedProperty(QgsSymbolLayer.Property.PropertyStrokeWidth, outline)
        categories.append(QgsRendererCategory(value, filled(QgsMarkerSymbol(), [point]), value))
    return QgsCategorizedSymbolRenderer("kind", categories)


def _anomalies() -> QgsCategorizedSymbolRenderer:
    classes = (
        ("error", [marker(Shape.Diamond, "#b3261e", PAPER, 5.2, 0.5), marker(Shape.Cross2, PAPER, PAPER, 1.1, 0.5)]),
        ("warning", [marker(Shape.Triangle, YELLOW, INK, 4.6, 0.4), marker(Shape.Line, INK, INK, 1.5, 0.6)]),
        ("info", [marker(Shape.Circle, BLUE, PAPER, 3.8, 0.5), marker(Shape.Circle, PAPER, PAPER, 1.0, 0.1)]),
    )  # fmt: skip
    categories = []
    for rank, (value, layers) in enumerate(reversed(classes)):
        for layer in layers:
            layer.setRenderingPass(rank)
        categories.insert(0, QgsRendererCategory(value, filled(QgsMarkerSymbol(), layers), value))
    renderer = QgsCategorizedSymbolRenderer("severity", categories)
    renderer.setUsingSymbolLevels(True)
    return renderer


def marker(shape: Shape, fill: str, stroke: str, size: float, width: float) -> QgsSimpleMarkerSymbolLayer:
    """Plain marker; sizes in millimetres."""
    symbol = QgsSimpleMarkerSymbolLayer(shape, size)
    symbol.setFillColor(QColor(fill))
    symbol.setStrokeColor(QColor(stroke))
    symbol.setStrokeWidth(width)
    return symbol


def text_format(size: float, bold: bool = False, buffer: float = 0.9) -> QgsTextFormat:
    """Text of ``size`` points on a light rim."""
    rim = QgsTextBufferSettings()
    rim.setEnabled(True)
    rim.setSize(buffer)
    rim.setColor(QColor(PAPER))
    text = QgsTextFormat()
    text.setSize(size)
    if bold:
        font = text.font()
        font.setBold(True)
        text.setFont(font)
    text.setColor(QColor(INK))
    text.setBuffer(rim)
    return text


def _codes() -> QgsVectorLayerSimpleLabeling:
    """The name of each anomaly beside it, at large scales; the plugin gives the field its words."""
    settings = QgsPalLayerSettings()
    settings.fieldName = 'represent_value("code")'
    settings.isExpression = True
    settings.setFormat(text_format(8))
    settings.placement = QgsPalLayerSettings.Placement.OrderedPositionsAroundPoint
    settings.dist = 0.6
    settings.scaleVisibility = True
    settings.minimumScale = LABELS_BELOW
    settings.maximumScale = 0
    return QgsVectorLayerSimpleLabeling(settings)


if __name__ == "__main__":
    main()
