"""Write the styles of what the shared scripts give, ``resources/styles/``: ``python3 tools/make_script_styles.py``.

As ``make_styles.py``: crowns and treetops by height, objects by class, and objects of an evaluation by what became
of them, each state with its own colour and its own outline.
"""

from __future__ import annotations

from make_styles import (
    BLUE,
    GREEN,
    INK,
    ORANGE,
    PAPER,
    PURPLE,
    SKY,
    VERMILLION,
    Shape,
    filled,
    layer_of,
    marker,
    save,
    text_format,
)
from qgis.core import (
    QgsApplication,
    QgsCategorizedSymbolRenderer,
    QgsFillSymbol,
    QgsMarkerSymbol,
    QgsPalLayerSettings,
    QgsProperty,
    QgsRendererCategory,
    QgsSimpleFillSymbolLayer,
    QgsSingleSymbolRenderer,
    QgsSymbolLayer,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor

LABELS_BELOW = 2_000
"""Scale denominator under which heights and scores are written."""
BY_HEIGHT = (
    "ramp_color(create_ramp(map(0, '#d9f0c9', 0.5, '#5aae61', 1, '#00441b')), "
    'scale_linear(coalesce("height", 0), 2, 30, 0, 1))'
)
BY_CLASS = (
    f"array_get(array('{ORANGE}', '{SKY}', '{GREEN}', '{BLUE}', '{VERMILLION}', '{PURPLE}', '#f0e442'), "
    'coalesce("class_id", 0) % 7)'
)
STATES = (
    ("found", GREEN, Qt.PenStyle.SolidLine),
    ("confused", ORANGE, Qt.PenStyle.DashDotLine),
    ("missed", VERMILLION, Qt.PenStyle.DashLine),
    ("extra", BLUE, Qt.PenStyle.DotLine),
)


def main() -> None:
    """Write the styles."""
    application = QgsApplication([], False)
    application.initQgis()
    crowns = layer_of("Polygon", "height:double", "diameter:double")
    crowns.setRenderer(QgsSingleSymbolRenderer(_fill("#5aae61", "#1b3d26", 0.3, by=BY_HEIGHT)))
    _label(crowns, "format_number(\"height\", 1) || ' m'")
    save(crowns, "crowns")
    tops = layer_of("Point", "height:double")
    tops.setRenderer(QgsSingleSymbolRenderer(_top()))
    save(tops, "treetops")
    objects = layer_of("Polygon", "class:string", "class_id:integer", "score:double")
    objects.setRenderer(QgsSingleSymbolRenderer(_fill(ORANGE, INK, 0.4, by=BY_CLASS, opacity=0.55)))
    _label(objects, "\"class\" || ' ' || format_number(100 * \"score\", 0) || ' %'")
    save(objects, "objects")
    matches = layer_of("MultiPolygon", "status:string")
    states = [
        QgsRendererCategory(value, _fill(colour, colour, 0.8, opacity=0.3, pen=pen), value)
        for value, colour, pen in STATES
    ]
    matches.setRenderer(QgsCategorizedSymbolRenderer("status", states))
    save(matches, "matches")
    application.exitQgis()


def _fill(
    colour: str,
    rim: str,
    width: float,
    by: str = "",
    opacity: float = 0.75,
    pen: Qt.PenStyle = Qt.PenStyle.SolidLine,
) -> QgsFillSymbol:
    """Fill that lets the image show through, with a rim of ``width`` millimetres; ``by`` gives each its colour."""
    inside = QColor(colour)
    inside.setAlphaF(opacity)
    layer = QgsSimpleFillSymbolLayer(inside)
    layer.setStrokeColor(QColor(rim))
    layer.setStrokeWidth(width)
    layer.setStrokeStyle(pen)
    layer.setPenJoinStyle(Qt.PenJoinStyle.MiterJoin)
    if by:
        faint = QgsProperty.fromExpression(f"set_color_part({by}, 'alpha', {round(255 * opacity)})")
        layer.setDataDefinedProperty(QgsSymbolLayer.Property.PropertyFillColor, faint)
    symbol = QgsFillSymbol()
    return filled(symbol, [layer])


def _top() -> QgsMarkerSymbol:
    """A dot that grows with the height of the tree."""
    dot = marker(Shape.Circle, INK, PAPER, 1.8, 0.25)
    size = 'scale_linear(coalesce("height", 0), 2, 30, 1.2, 3.2)'
    dot.setDataDefinedProperty(QgsSymbolLayer.Property.PropertySize, QgsProperty.fromExpression(size))
    return filled(QgsMarkerSymbol(), [dot])


def _label(layer: QgsVectorLayer, expression: str) -> None:
    """Write an expression inside each polygon, at large scales."""
    settings = QgsPalLayerSettings()
    settings.fieldName = expression
    settings.isExpression = True
    settings.setFormat(text_format(8))
    settings.placement = QgsPalLayerSettings.Placement.Horizontal
    settings.scaleVisibility = True
    settings.minimumScale = LABELS_BELOW
    settings.maximumScale = 0
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    layer.setLabelsEnabled(True)


if __name__ == "__main__":
    main()
