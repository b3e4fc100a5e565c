"""Values of a run for a script: numbers, choices, field names, distances in metres, extents in the CRS of the run."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsUnitTypes,
)

from ...compat import field_names
from ...translation import tr
from ..transformations import crs_of, revived
from .parameters import processing_name

if TYPE_CHECKING:
    from ...runtime.parameters import Parameter

Parameters = dict[str, Any]


def take_value(
    algorithm: QgsProcessingAlgorithm,
    parameter: Parameter,
    parameters: Parameters,
    context: QgsProcessingContext,
    crs: QgsCoordinateReferenceSystem,
) -> object:
    """Return the value of a parameter that is no layer, as the script knows it; None when it has none.

    Args:
        algorithm: The algorithm that has the parameter.
        parameter: Of the script.
        parameters: Those of the run.
        context: Of the run.
        crs: CRS of the run.

    Raises:
        QgsProcessingException: A distance in degrees.
    """
    name = processing_name(parameter)
    if parameters.get(name, algorithm.parameterDefinition(name).defaultValue()) is None:
        return None
    if parameter.type == "distance":
        return _metres(algorithm, parameter, parameters, context)
    if parameter.type == "extent":
        extent = algorithm.parameterAsExtent(parameters, name, context, crs)
        if extent.isNull() or extent.isEmpty():
            return None
        return (extent.xMinimum(), extent.xMaximum(), extent.yMinimum(), extent.yMaximum())
    if parameter.type == "crs":
        chosen = revived(algorithm.parameterAsCrs(parameters, name, context))
        return (chosen.authid() or chosen.toWkt()) if chosen.isValid() else None
    return _simple(algorithm, parameter, parameters, context)


def _simple(
    algorithm: QgsProcessingAlgorithm, parameter: Parameter, parameters: Parameters, context: QgsProcessingContext
) -> object:
    name = processing_name(parameter)
    if parameter.type == "number":
        return algorithm.parameterAsDouble(parameters, name, context)
    if parameter.type == "integer":
        return algorithm.parameterAsInt(parameters, name, context)
    if parameter.type == "boolean":
        return algorithm.parameterAsBool(parameters, name, context)
    if parameter.type == "choice":
        return next(iter(algorithm.parameterAsEnumStrings(parameters, name, context)), None)
    if parameter.type == "field":
        fields = field_names(algorithm, parameters, name, context)
        return (list(fields) if parameter.multiple else next(iter(fields), None)) or None
    if parameter.type == "file":
        return algorithm.parameterAsFile(parameters, name, context) or None
    return algorithm.parameterAsString(parameters, name, context) or None


def _metres(
    algorithm: QgsProcessingAlgorithm, parameter: Parameter, parameters: Parameters, context: QgsProcessingContext
) -> float:
    """Return a distance in metres: Processing gives it in the units of the layer that it belongs to."""
    value = algorithm.parameterAsDouble(parameters, processing_name(parameter), context)
    layer = algorithm.parameterAsLayer(parameters, parameter.parent.upper(), context) if parameter.parent else None
    unit = layer.crs().mapUnits() if layer is not None and layer.crs().isValid() else None
    metres = QgsUnitTypes.DistanceUnit.DistanceMeters
    if unit in (None, metres, QgsUnitTypes.DistanceUnit.DistanceUnknownUnit):
        return value
    if unit == QgsUnitTypes.DistanceUnit.DistanceDegrees:
        raise QgsProcessingException(
            tr(
                "“{parameter}” is a distance, and the coordinates of “{layer}” are degrees: reproject the layer to a "
                "system in metres first, Lambert-93 for instance."
            ).format(
                parameter=algorithm.parameterDefinition(processing_name(parameter)).description(), layer=layer.name()
            )
        )
    return value * QgsUnitTypes.fromUnitToUnitFactor(unit, metres)


def is_layer(parameter: Parameter) -> bool:
    """Whether a parameter takes layers."""
    return parameter.type in ("vector", "vectors", "raster")


def run_crs(
    algorithm: QgsProcessingAlgorithm,
    layers: list[Parameter],
    parameters: Parameters,
    context: QgsProcessingContext,
) -> QgsCoordinateReferenceSystem:
    """Return the CRS of the run: that of the first layer given that has one."""
    for parameter in layers:
        name = processing_name(parameter)
        if parameter.type == "vectors":
            given = algorithm.parameterAsLayerList(parameters, name, context)
        elif parameter.type == "vector":
            given = [algorithm.parameterAsSource(parameters, name, context)]
        else:
            given = [algorithm.parameterAsRasterLayer(parameters, name, context)]
        for data in given:
            if data is not None and crs_of(data).isValid():
                return crs_of(data)
    return QgsCoordinateReferenceSystem()
