"""From the parameter that a script describes to the one that Processing shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Callable

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterCrs,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterDistance,
    QgsProcessingParameterEnum,
    QgsProcessingParameterExtent,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
    QgsProcessingParameterVectorDestination,
)

from ...translation import tr

if TYPE_CHECKING:
    from ...runtime.parameters import Parameter

SERVICE_EXTENT, SERVICE_PIXEL = "SERVICE_EXTENT", "SERVICE_PIXEL"
"""Extent and pixel size of the image that is asked of a map service given as a raster."""

_GEOMETRIES = {
    "point": QgsProcessing.SourceType.TypeVectorPoint,
    "line": QgsProcessing.SourceType.TypeVectorLine,
    "polygon": QgsProcessing.SourceType.TypeVectorPolygon,
    "none": QgsProcessing.SourceType.TypeVector,
    "any": QgsProcessing.SourceType.TypeVector,
}

Definition = QgsProcessingParameterDefinition


def processing_name(parameter: Parameter) -> str:
    """Name of a script's parameter in Processing."""
    return parameter.name.upper()


def definition(parameter: Parameter, language: str) -> Definition:
    """Build the parameter that Processing shows for one of a script.

    Args:
        parameter: Of the script.
        language: ``fr`` or ``en``.
    """
    made = _BUILDERS[parameter.type.value](parameter, processing_name(parameter), parameter.title(language), language)
    said = [f"{one.value}: {one.title(language)}" for one in parameter.choices if one.title(language) != one.value]
    help_text = "\n".join(part for part in (parameter.help(language), *said) if part)
    if help_text:
        made.setHelp(help_text)
    if parameter.advanced:
        made.setFlags(made.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
    return made


def service_definitions() -> list[Definition]:
    """Build the two advanced parameters of a script that takes a raster, for those that are map services."""
    extent = QgsProcessingParameterExtent(SERVICE_EXTENT, tr("Extent asked of a map service"), optional=True)
    extent.setHelp(
        tr("A web map (WMS, WMTS, tiles) has no file: an image of this extent is fetched and given to the script.")
    )
    pixel = QgsProcessingParameterNumber(
        SERVICE_PIXEL, tr("Pixel size asked of a map service"), _DOUBLE, None, optional=True, minValue=0.0
    )
    pixel.setHelp(tr("In the units of the layer's coordinate system, for instance 0.2 for an orthophoto of 20 cm."))
    for one in (extent, pixel):
        one.setFlags(one.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
    return [extent, pixel]


_DOUBLE = QgsProcessingParameterNumber.Type.Double
_INTEGER = QgsProcessingParameterNumber.Type.Integer


def _vector(one: Parameter, name: str, title: str, language: str) -> Definition:
    return QgsProcessingParameterFeatureSource(
        name, title, [_GEOMETRIES[one.geometry or "any"]], one.default, one.optional
    )


def _vectors(one: Parameter, name: str, title: str, language: str) -> Definition:
    return QgsProcessingParameterMultipleLayers(
        name, title, _GEOMETRIES[one.geometry or "any"], one.default, one.optional
    )


def _raster(one: Parameter, name: str, title: str, language: str) -> Definition:
    return QgsProcessingParameterRasterLayer(name, title, one.default, one.optional)


def _number(one: Parameter, name: str, title: str, language: str) -> Definition:
    kind = _INTEGER if one.type.value == "integer" else _DOUBLE
    return QgsProcessingParameterNumber(name, title, kind, one.default, one.optional, **_bounds(one))


def _distance(one: Parameter, name: str, title: str, language: str) -> Definition:
    parent = one.parent.upper() if one.parent else None
    made = QgsProcessingParameterDistance(name, title, one.default, parent, one.optional, **_bounds(one))
    return made


def _bounds(one: Parameter) -> dict[str, float]:
    bounds = {"minValue": one.minimum, "maxValue": one.maximum}
    return {key: float(value) for key, value in bounds.items() if value is not None}


def _boolean(one: Parameter, name: str, title: str, language: str) -> Definition:
    return QgsProcessingParameterBoolean(name, title, one.default, one.optional)


def _choice(one: Parameter, name: str, title: str, language: str) -> Definition:
    values = [choice.value for choice in one.choices]
    return QgsProcessingParameterEnum(name, title, values, False, one.default, one.optional, usesStaticStrings=True)


def _text(one: Parameter, name: str, title: str, language: str) -> Definition:
    return QgsProcessingParameterString(name, title, one.default, optional=one.optional)


def _field(one: Parameter, name: str, title: str, language: str) -> Definition:
    return QgsProcessingParameterField(
        name,
        title,
        one.default,
        one.parent.upper() if one.parent else "",
        allowMultiple=one.multiple,
        optional=one.optional,
    )


def _file(one: Parameter, name: str, title: str, language: str) -> Definition:
    return QgsProcessingParameterFile(
        name, title, extension=one.extension or "", defaultValue=one.default, optional=one.optional
    )


def _crs(one: Parameter, name: str, title: str, language: str) -> Definition:
    return QgsProcessingParameterCrs(name, title, one.default, one.optional)


def _extent(one: Parameter, name: str, title: str, language: str) -> Definition:
    return QgsProcessingParameterExtent(name, title, one.default, one.optional)


def _vector_out(one: Parameter, name: str, title: str, language: str) -> Definition:
    kind = _GEOMETRIES[one.geometry or "any"]
    return QgsProcessingParameterVectorDestination(name, title, kind, None, one.optional, not one.advanced)


def _raster_out(one: Parameter, name: str, title: str, language: str) -> Definition:
    return QgsProcessingParameterRasterDestination(name, title, None, one.optional, not one.optional)


def _file_out(one: Parameter, name: str, title: str, language: str) -> Definition:
    extension = one.extension or "*"
    shown = tr("{kind} files (*.{extension})").format(kind=extension.upper(), extension=extension)
    return QgsProcessingParameterFileDestination(
        name, title, shown if one.extension else tr("All files (*.*)"), None, one.optional, not one.optional
    )


_BUILDERS: dict[str, Callable[[Any, str, str, str], Definition]] = {
    "vector": _vector,
    "vectors": _vectors,
    "raster": _raster,
    "number": _number,
    "integer": _number,
    "distance": _distance,
    "boolean": _boolean,
    "choice": _choice,
    "text": _text,
    "field": _field,
    "file": _file,
    "crs": _crs,
    "extent": _extent,
    "vector-out": _vector_out,
    "raster-out": _raster_out,
    "file-out": _file_out,
}
