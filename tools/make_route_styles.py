"""Write the styles of the tools on routes, ``resources/styles/*.qml``: ``python3 tools/make_route_styles.py``.

As ``make_styles.py``, of which this is the second half: routes with arrows and measures, markers as posts, residuals
and anomalies by kind.
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
    YELLOW,
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
    QgsMarkerLineSymbolLayer,
    QgsMarkerSymbol,
    QgsPalLayerSettings,
    QgsProperty,
    QgsRendererCategory,
    QgsRuleBasedLabeling,
    QgsSymbolLayer,
    QgsTemplatedLineSymbolLayerBase,
    QgsVectorLayerSimpleLabeling,
    QgsWkbTypes,
)

RED = "#b3261e"
SIDES = (("U", "#3d4f66"), ("D", BLUE), ("G", VERMILLION))
"""Colour of each carriageway: single, right, left."""
MEASURES_BELOW = 60_000
"""Scale denominator under which measures are written."""

KINDS = (
    ("geometry", ("null_geometry", "empty_geometry", "non_finite", "not_a_line", "zero_length", "no-geometry")),
    ("gap", ("gap", "island")),
    ("fork", ("fork", "parallel")),
    ("ring", ("roundabout", "loop")),
    ("double", ("duplicate", "overlap")),
    ("shared", ("shared-stretch",)),
    ("doubt", ("direction-in-doubt", "markers-too-few", "no-marker")),
    ("height", ("unknown-z",)),
    ("unnamed", ("no-route",)),
)
"""Kinds of anomaly and their codes; any other code is about a marker."""
DIFFERENCE = 'abs("difference")'


def main() -> None:
    """Write the styles."""
    application = QgsApplication([], False)
    application.initQgis()
    segments = layer_of("LineString", "side:string", "cumuld:double")
    segments.setRenderer(_by_side((1.1, 0.35, 0.7), arrows=False))
    segments.setLabeling(_abscissas())
    segments.setLabelsEnabled(True)
    save(segments, "route_segments")
    routes = layer_of("MultiLineString", "side:string", "route:string", "cumuld:double", "cumulf:double")
    routes.setRenderer(_by_side((1.9, 0.8, 1.2), arrows=True))
    routes.setLabeling(_route_labels())
    routes.setLabelsEnabled(True)
    save(routes, "routes")
    markers = layer_of("Point", "pr:integer", "used:boolean")
    markers.setRenderer(_posts())
    markers.setLabeling(QgsVectorLayerSimpleLabeling(beside("'PR' || \"pr\"", 9, bold=True)))
    markers.setLabelsEnabled(True)
    save(markers, "calibrated_markers")
    residuals = layer_of("MultiLineString", "difference:double")
    residuals.setRenderer(_residuals())
    residuals.setLabeling(QgsVectorLayerSimpleLabeling(_difference()))
    residuals.setLabelsEnabled(True)
    save(residuals, "residuals")
    anomalies = layer_of("Point", "code:string")
    anomalies.setRenderer(_kinds())
    labels = beside('if("code" = \'no-route\', NULL, represent_value("code"))', 8)
    labels.scaleVisibility = True
    labels.minimumScale = 15_000
    anomalies.setLabeling(QgsVectorLayerSimpleLabeling(labels))
    anomalies.setLabelsEnabled(True)
    save(anomalies, "route_anomalies")
    application.exitQgis()


def _by_side(widths: tuple[float, float, float], arrows: bool) -> QgsCategorizedSymbolRenderer:
    categories = []
    for value, colour in SIDES:
        layers = [stroke(PAPER, tuple(width + 0.7 for width in widths)), stroke(colour, widths)]
        layers.append(_arrows(colour) if arrows else ticks(INK))
        if not arrows:
            layers.append(_arrow_in_the_middle(colour))
        for rank, layer in enumerate(layers):
            layer.setRenderingPass(rank)
        categories.append(QgsRendererCategory(value, filled(QgsLineSymbol(), layers), value))
    renderer = QgsCategorizedSymbolRenderer("side", categories)
    renderer.setUsingSymbolLevels(True)
    return renderer


def _arrow(colour: str, size: float) -> QgsMarkerSymbol:
    return filled(QgsMarkerSymbol(), [marker(Shape.ArrowHeadFilled, colour, PAPER, size, 0.25)])


def _arrows(colour: str) -> QgsMarkerLineSymbolLayer:
    """Arrows along the line, in the direction of increasing measure."""
    line = QgsMarkerLineSymbolLayer(True, 22.0)
    line.setSubSymbol(_arrow(colour, 4.4))
    line.setPlacement(QgsTemplatedLineSymbolLayerBase.Placement.Interval)
    line.setOffsetAlongLine(11.0)
    return line


def _arrow_in_the_middle(colour: str) -> QgsMarkerLineSymbolLayer:
    line = QgsMarkerLineSymbolLayer(True)
    line.setSubSymbol(_arrow(colour, 3.2))
    line.setPlacement(QgsTemplatedLineSymbolLayerBase.Placement.CentralPoint)
    line.setDataDefinedProperty(
        QgsSymbolLayer.Property.PropertyLayerEnabled, QgsProperty.fromExpression("coalesce(@map_scale < 12000, false)")
    )
    return line


def _abscissas() -> QgsVectorLayerSimpleLabeling:
    """The abscissa of the start of each segment, in metres, where it starts."""
    settings = beside('format_number("cumuld", 0)', 7.5)
    settings.geometryGenerator = "start_point($geometry)"
    settings.geometryGeneratorEnabled = True
    settings.geometryGeneratorType = QgsWkbTypes.GeometryType.PointGeometry
    settings.scaleVisibility = True
    settings.minimumScale = 12_000
    return QgsVectorLayerSimpleLabeling(settings)


def _route_labels() -> QgsRuleBasedLabeling:
    """The name along the route; its measures at both ends."""
    root = QgsRuleBasedLabeling.Rule(None)
    name = QgsPalLayerSettings()
    name.fieldName = '"route"'
    name.isExpression = True
    name.setFormat(text_format(10, bold=True, buffer=1.2))
    name.placement = QgsPalLayerSettings.Placement.Line
    name.placementFlags = int(QgsPalLayerSettings.LinePlacementFlags.OnLine)
    name.repeatDistance = 90.0
    root.appendChild(QgsRuleBasedLabeling.Rule(name, 0, 0, '"branch" = 0'))
    for generator, measure in (
        ("start_point(geometry_n($geometry, 1))", "cumuld"),
        ("end_point(geometry_n($geometry, num_geometries($geometry)))", "cumulf"),
    ):
        end = beside(f"format_number(\"{measure}\", 0) || ' m'", 8.5, bold=True)
        end.geometryGenerator = generator
        end.geometryGeneratorEnabled = True
        end.geometryGeneratorType = QgsWkbTypes.GeometryType.PointGeometry
        root.appendChild(QgsRuleBasedLabeling.Rule(end, 0, MEASURES_BELOW, '"branch" = 0'))
    return QgsRuleBasedLabeling(root)


def beside(expression: str, size: float, bold: bool = False) -> QgsPalLayerSettings:
    """Text beside a point."""
    settings = QgsPalLayerSettings()
    settings.fieldName = expression
    settings.isExpression = True
    settings.setFormat(text_format(size, bold))
    settings.placement = QgsPalLayerSettings.Placement.OrderedPositionsAroundPoint
    settings.dist = 0.7
    return settings


def _posts() -> QgsCategorizedSymbolRenderer:
    """A kilometre post, hollow where the calibration does not rest on it."""
    posts = (
        ("1", [marker(Shape.Square, YELLOW, INK, 3.4, 0.45), marker(Shape.Circle, INK, INK, 0.9, 0.1)]),
        ("0", [marker(Shape.Square, PAPER, RED, 3.4, 0.45), marker(Shape.Cross2, RED, RED, 2.0, 0.4)]),
    )
    categories = [QgsRendererCategory(value, filled(QgsMarkerSymbol(), layers), value) for value, layers in posts]
    return QgsCategorizedSymbolRenderer('to_string(coalesce(to_int("used"), 0))', categories)


def _residuals() -> QgsCategorizedSymbolRenderer:
    """Intervals by what their official distance differs from the ground."""
    classes = (("close", GREEN), ("apart", ORANGE), ("far", RED), ("unknown", "#8a929c"))
    categories = [
        QgsRendererCategory(value, filled(QgsLineSymbol(), [stroke(colour, (3.2, 1.4, 2.0))]), value)
        for value, colour in classes
    ]
    cases = f"case when {DIFFERENCE} is null then 'unknown' when {DIFFERENCE} <= 5 then 'close'"
    return QgsCategorizedSymbolRenderer(f"{cases} when {DIFFERENCE} <= 20 then 'apart' else 'far' end", categories)


def _difference() -> QgsPalLayerSettings:
    """The difference in metres, with its sign, along the interval."""
    settings = QgsPalLayerSettings()
    settings.fieldName = "if(\"difference\" > 0, '+', '') || format_number(\"difference\", 1) || ' m'"
    settings.isExpression = True
    settings.setFormat(text_format(8, bold=False))
    settings.placement = QgsPalLayerSettings.Placement.Line
    settings.placementFlags = int(QgsPalLayerSettings.LinePlacementFlags.AboveLine)
    return settings


def _kinds() -> QgsCategorizedSymbolRenderer:
    """Anomalies by kind; a shape for each, so that colours are not all that tells them apart."""
    symbols = (
        ("geometry", [marker(Shape.Diamond, RED, PAPER, 4.8, 0.5), marker(Shape.Cross2, PAPER, PAPER, 1.1, 0.5)]),
        ("gap", [marker(Shape.Circle, PAPER, RED, 4.2, 0.7), marker(Shape.Line, RED, RED, 2.4, 0.7)]),
        ("double", [marker(Shape.Square, ORANGE, INK, 3.6, 0.4), marker(Shape.Square, PAPER, INK, 1.6, 0.3)]),
        ("marker", [marker(Shape.Square, PAPER, RED, 3.4, 0.45), marker(Shape.Cross2, RED, RED, 2.0, 0.4)]),
        ("doubt", [marker(Shape.Triangle, YELLOW, INK, 4.6, 0.4), marker(Shape.Line, INK, INK, 1.5, 0.6)]),
        ("fork", [marker(Shape.Triangle, BLUE, PAPER, 4.2, 0.4)]),
        ("ring", [marker(Shape.Circle, PAPER, GREEN, 3.2, 0.9)]),
        ("shared", [marker(Shape.Diamond, PURPLE, PAPER, 3.4, 0.4)]),
        ("height", [marker(Shape.Star, SKY, INK, 3.4, 0.3)]),
        ("unnamed", [marker(Shape.Circle, "#b4bbc4", PAPER, 1.5, 0.2)]),
    )
    cases = " ".join(
        f"when \"code\" in ({', '.join(repr(code) for code in codes)}) then '{kind}'" for kind, codes in KINDS
    )
    categories = []
    for rank, (value, layers) in enumerate(symbols):
        for layer in layers:
            layer.setRenderingPass(len(symbols) - rank)
        categories.append(QgsRendererCategory(value, filled(QgsMarkerSymbol(), layers), value))
    renderer = QgsCategorizedSymbolRenderer(f"case {cases} else 'marker' end", categories)
    renderer.setUsingSymbolLevels(True)
    return renderer


if __name__ == "__main__":
    main()
