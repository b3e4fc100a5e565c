"""Dress the outputs: the styles of ``resources/styles``, with their words in the user's language."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from qgis.core import QgsCategorizedSymbolRenderer, QgsEditorWidgetSetup, QgsExpression, QgsVectorLayer

from ..messages import anomaly_names, match_states, reason_names, route_anomaly_names, route_decisions, severities
from ..paths import RESOURCES
from ..translation import tr

SEGMENTS, NODES, ANOMALIES = "segments", "nodes", "anomalies"

_WIDTHS = {
    "code": 190, "severity": 110, "message": 480, "kind": 130, "value": 210, "address": 150, "rank": 180,
    "abs_from": 200, "abs_to": 200, "part": 200, "degree": 200,
}  # fmt: skip
"""Widths of columns of the attribute table, in pixels: QGIS makes all of them alike."""
_REAL = ("real", "double", "float8", "double precision")
_DECIMALS = 3
"""Decimals shown of a length in metres; the data keep all of theirs."""
ROUTE_SEGMENTS, ROUTES, ROUTE_ANOMALIES = "route_segments", "routes", "route_anomalies"
MARKERS, RESIDUALS = "calibrated_markers", "residuals"
LOCATED_POINTS, EVENT_POINTS, EVENT_SECTIONS, SECTIONS = "located_points", "event_points", "event_sections", "sections"
REJECTED = "rejected"
CROWNS, TREETOPS, OBJECTS, MATCHES = "crowns", "treetops", "objects", "matches"
_BY_SIDE = (ROUTES, ROUTE_SEGMENTS, EVENT_POINTS, EVENT_SECTIONS, SECTIONS)


def apply_style(
    layer: QgsVectorLayer,
    name: str,
    level_field: str | None = None,
    aliases: Mapping[str, str] | None = None,
) -> bool:
    """Give a layer one of the plugin's styles; its legend, fields and coded values speak the user's language.

    Args:
        layer: Output to dress; its attributes may be fewer or more than the style knows.
        name: Which of the styles: one of the constants of this module.
        level_field: Field of ``layer`` that holds the level of each segment; None puts all of them on the ground.
        aliases: Words shown instead of the field names, by field name; unknown fields are left out.

    Returns:
        False when the style file could not be read: the layer then keeps the look QGIS gave it.
    """
    _set_aliases(layer, aliases or {})
    for field, words in _coded_values(name).items():
        _set_words(layer, field, words)
    _set_decimals(layer, aliases or {})
    _, loaded = layer.loadNamedStyle(str(RESOURCES / "styles" / f"{name}.qml"))
    _set_widths(layer, aliases or {})
    if not loaded or not isinstance(layer.renderer(), QgsCategorizedSymbolRenderer):
        return bool(loaded)  # a style without classes has no words to be given
    renderer = layer.renderer().clone()
    if name == SEGMENTS:
        renderer.setClassAttribute(level_expression(level_field))
        if level_field is None:
            _keep_only(renderer, "0")
    labels = _labels(name, level_field is not None)
    for index, category in enumerate(renderer.categories()):
        renderer.updateCategoryLabel(index, labels.get(str(category.value()), category.label()))
    layer.setRenderer(renderer)  # a new one: the legend of a layer already on the map follows
    layer.triggerRepaint()
    return True


def level_expression(field: str | None) -> str:
    """QGIS expression of the class of a segment: −1 under the ground, 0 on it, 1 above, 2 higher still.

    Words such as ``Gué ou radier``, blanks and NULL are the ground, as for the algorithm.
    """
    if field is None:
        return "0"
    return f"to_int(clamp(-1, coalesce(try(to_real({QgsExpression.quotedColumnRef(field)})), 0), 2))"


def _labels(name: str, levelled: bool) -> Mapping[str, str]:
    """Words of the legend, by class value."""
    if name == SEGMENTS:
        return {
            "-1": tr("Under the ground (tunnel)"),
            "0": tr("On the ground") if levelled else tr("Segment"),
            "1": tr("Above the ground (bridge)"),
            "2": tr("Above another bridge"),
        }
    if name == RESIDUALS:
        return {
            "close": tr("Within 5 m"),
            "apart": tr("From 5 to 20 m"),
            "far": tr("Over 20 m"),
            "unknown": tr("Without official distance"),
        }
    if name == LOCATED_POINTS:
        return {"1": tr("On a route"), "0": tr("On no route")}
    words = {
        MATCHES: match_states,
        NODES: _node_kinds,
        MARKERS: _marker_uses,
        ROUTE_ANOMALIES: _route_kinds,
        **dict.fromkeys(_BY_SIDE, _sides),
    }
    return words.get(name, severities)()


def _route_kinds() -> dict[str, str]:
    return {
        "geometry": tr("No usable geometry"),
        "gap": tr("Gap or island"),
        "fork": tr("Fork or parallel way"),
        "ring": tr("Roundabout or loop"),
        "double": tr("Duplicate or overlap"),
        "shared": tr("Shared stretch"),
        "doubt": tr("Direction in doubt, markers missing"),
        "marker": tr("Marker not used"),
        "height": tr("Unknown height"),
        "unnamed": tr("No route name"),
    }


def _sides() -> dict[str, str]:
    return {"U": tr("Single carriageway"), "D": tr("Right carriageway"), "G": tr("Left carriageway")}


def _marker_uses() -> dict[str, str]:
    return {"1": tr("Marker"), "0": tr("Marker out of order, not used")}


def _node_kinds() -> dict[str, str]:
    return {
        "junction": tr("Junction"),
        "dead_end": tr("Dead end"),
        "through": tr("Through node"),
        "loop": tr("Closed loop"),
    }


def _coded_values(name: str) -> dict[str, dict[str, str]]:
    """Words of the values of the fields that hold codes, by field."""
    if name == NODES:
        return {"kind": _node_kinds()}
    if name == MATCHES:
        return {"status": match_states()}
    if name == ANOMALIES:
        return {"severity": severities(), "code": anomaly_names()}
    if name == ROUTE_ANOMALIES:
        names = {**anomaly_names(), **route_anomaly_names()}
        return {"severity": severities(), "code": names, "decision": route_decisions()}
    return {field: reason_names() for field in {LOCATED_POINTS: ["status"], REJECTED: ["reason"]}.get(name, [])}


def _keep_only(renderer: QgsCategorizedSymbolRenderer, value: str) -> None:
    """Remove the classes that cannot occur, so that the legend does not show them."""
    for index in reversed(range(len(renderer.categories()))):
        if str(renderer.categories()[index].value()) != value:
            renderer.deleteCategory(index)


def _set_words(layer: QgsVectorLayer, field: str, words: Mapping[str, str]) -> None:
    """Have the attribute table show words where the data hold codes; the data stay as they are."""
    index = layer.fields().lookupField(field)
    if index >= 0:
        pairs = [{word: code} for code, word in words.items()]
        layer.setEditorWidgetSetup(index, QgsEditorWidgetSetup("ValueMap", {"map": pairs}))


def _set_widths(layer: QgsVectorLayer, own: Collection[str]) -> None:
    """Give the columns that we add the room they need in the attribute table."""
    table = layer.attributeTableConfig()
    table.update(layer.fields())
    for index, column in enumerate(table.columns()):
        if column.name in _WIDTHS and column.name in own:
            table.setColumnWidth(index, _WIDTHS[column.name])
    layer.setAttributeTableConfig(table)


def _set_decimals(layer: QgsVectorLayer, own: Collection[str]) -> None:
    """Show the lengths that we add to the millimetre; figures in degrees keep all their digits."""
    for index, field in enumerate(layer.fields()):
        if field.name() in own and field.typeName().lower() in _REAL and not layer.crs().isGeographic():
            setup = {"Precision": _DECIMALS, "AllowNull": True}
            layer.setEditorWidgetSetup(index, QgsEditorWidgetSetup("Range", setup))


def _set_aliases(layer: QgsVectorLayer, aliases: Mapping[str, str]) -> None:
    for field, alias in aliases.items():
        index = layer.fields().lookupField(field)
        if index >= 0:
            layer.setFieldAlias(index, alias)
