"""Write the styles of road events, ``resources/styles/*.qml``: ``python3 tools/make_event_styles.py``.

As ``make_route_styles.py``: located points and events by what became of them or by carriageway, with their addresses;
homogeneous sections in two tones, so that each is told from the next.
"""

from __future__ import annotations

from make_route_styles import MEASURES_BELOW, SIDES, beside
from make_styles import (
    GREEN,
    INK,
    PAPER,
    Shape,
    filled,
    layer_of,
    marker,
    save,
    stroke,
    text_format,
    ticks,
)
from qgis.core import (
    QgsApplication,
    QgsCategorizedSymbolRenderer,
    QgsLineSymbol,
    QgsMarkerSymbol,
    QgsPalLayerSettings,
    QgsProperty,
    QgsRendererCategory,
    QgsSymbolLayer,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)

RED = "#b3261e"
_ASIDE = 0.9
"""Millimetres between a section of one carriageway's side and the axis."""


def main() -> None:
    """Write the styles."""
    application = QgsApplication([], False)
    application.initQgis()
    located = layer_of("Point", "status:string", "address:string")
    located.setRenderer(_located())
    _label(located, beside('"route" || \' \' || "address"', 8, bold=True))
    save(located, "located_points")
    points = layer_of("Point", "side:string", "angle:double", "address:string")
    points.setRenderer(_points())
    _label(points, beside('"route" || \' \' || "address"', 8, bold=True))
    save(points, "event_points")
    sections = layer_of("MultiLineString", "side:string", "address:string")
    sections.setRenderer(_wide())
    _label(sections, _along('"route" || \' \' || "address"'))
    save(sections, "event_sections")
    homogeneous = layer_of("LineString", "side:string", "cumuld:double")
    homogeneous.setRenderer(_homogeneous())
    _label(homogeneous, _along("format_number(\"cumuld\", 0) || ' – ' || format_number(\"cumulf\", 0) || ' m'"))
    save(homogeneous, "sections")
    application.exitQgis()


def _label(layer: QgsVectorLayer, settings: QgsPalLayerSettings) -> None:
    settings.dist = max(settings.dist, 1.4)
    settings.scaleVisibility = True
    settings.minimumScale = MEASURES_BELOW
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    layer.setLabelsEnabled(True)


def _along(expression: str) -> QgsPalLayerSettings:
    """Text above a line."""
    settings = QgsPalLayerSettings()
    settings.fieldName = expression
    settings.isExpression = True
    settings.setFormat(text_format(8, bold=False))
    settings.placement = QgsPalLayerSettings.Placement.Line
    settings.placementFlags = int(QgsPalLayerSettings.LinePlacementFlags.AboveLine)
    settings.dist = 1.6  # clear of the line, which is wide
    return settings


def _located() -> QgsCategorizedSymbolRenderer:
    """A disc where a point is on a route, a cross where it is on none."""
    symbols = (
        ("1", [marker(Shape.Circle, GREEN, PAPER, 3.2, 0.5)]),
        ("0", [marker(Shape.Circle, PAPER, RED, 3.4, 0.5), marker(Shape.Cross2, RED, RED, 1.8, 0.5)]),
    )
    categories = [QgsRendererCategory(value, filled(QgsMarkerSymbol(), layers), value) for value, layers in symbols]
    return QgsCategorizedSymbolRenderer("if(\"status\" = 'placed', '1', '0')", categories)


def _points() -> QgsCategorizedSymbolRenderer:
    """A disc with an arrow along increasing measure."""
    categories = []
    for value, colour in SIDES:
        arrow = marker(Shape.ArrowHeadFilled, PAPER, PAPER, 1.8, 0.1)
        arrow.setDataDefinedProperty(
            QgsSymbolLayer.Property.PropertyAngle, QgsProperty.fromExpression('coalesce("angle" - 90, 0)')
        )
        layers = [marker(Shape.Circle, colour, PAPER, 4.0, 0.5), arrow]
        categories.append(QgsRendererCategory(value, filled(QgsMarkerSymbol(), layers), value))
    return QgsCategorizedSymbolRenderer("side", categories)


def _wide() -> QgsCategorizedSymbolRenderer:
    """A wide line through which the road is seen, with its ends."""
    categories = []
    for value, colour in SIDES:
        band = stroke(colour, (5.0, 1.8, 2.6))
        tint = band.color()
        tint.setAlpha(150)
        band.setColor(tint)
        categories.append(QgsRendererCategory(value, filled(QgsLineSymbol(), [band, ticks(INK)]), value))
    return QgsCategorizedSymbolRenderer("side", categories)


def _homogeneous() -> QgsCategorizedSymbolRenderer:
    """Two tones in turn; the right and the left of one road stand apart."""
    categories = []
    for value, colour in SIDES:
        band = stroke(colour, (2.6, 1.0, 1.5))
        band.setDataDefinedProperty(
            QgsSymbolLayer.Property.PropertyStrokeColor,
            QgsProperty.fromExpression("if($id % 2 = 1, lighter(@value, 165), @value)"),
        )
        band.setOffset({"U": 0.0, "D": _ASIDE, "G": -_ASIDE}[value])
        categories.append(QgsRendererCategory(value, filled(QgsLineSymbol(), [band, ticks(INK)]), value))
    return QgsCategorizedSymbolRenderer("side", categories)


if __name__ == "__main__":
    main()
