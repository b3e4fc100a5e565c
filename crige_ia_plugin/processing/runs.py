"""What a run is told by: its inputs, parameters and software, in the run sheet's terms."""

from __future__ import annotations

import hashlib
import math
import platform
from functools import lru_cache
from typing import Any

import numpy as np
from osgeo import gdal
from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsMapLayer,
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingParameterDefinition,
    QgsProperty,
    QgsProviderRegistry,
    QgsRectangle,
    QgsVectorLayer,
)

from ..__about__ import TITLE, VERSION
from ..compat import field_names
from ..paths import PACKAGE
from ..runsheet.sheet import Extent, InputLayer, Parameter, Scalar, Value
from .transformations import crs_name, crs_of

_LAYERS = ("source", "vector", "raster", "layer", "mesh", "pointcloud")
_DESTINATIONS = ("sink", "vectorDestination", "rasterDestination", "fileDestination", "folderDestination")
_DATES = ("date_de_confirmation", "date_conf", "date_modification", "date_maj", "date_modif")
_FEW = 200_000
"""Features up to which the latest date of a field is looked for: it is asked in the main thread."""

_HASHED = ("engine", "processing")


def inputs(
    algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext, edition: str
) -> list[InputLayer]:
    """Describe every input layer; to be called in ``prepareAlgorithm``, where layers may be touched."""
    described: list[InputLayer | None] = []
    for definition in algorithm.parameterDefinitions():
        if definition.type() in _LAYERS:
            described.append(_input(algorithm, definition, parameters, context, edition))
        elif definition.type() == "multilayer":
            layers = algorithm.parameterAsLayerList(parameters, definition.name(), context)
            described += [_layer(definition, layer, edition) for layer in layers]
    return [one for one in described if one is not None]


def given(
    algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext
) -> list[Parameter]:
    """Return the parameters as they were given, layers and files by their source."""
    return [
        Parameter(one.name(), one.description(), _value(algorithm, one, parameters, context))
        for one in algorithm.parameterDefinitions()
    ]


def software() -> tuple[tuple[str, str], ...]:
    """Return what computed: names and versions."""
    return (
        (TITLE, VERSION),
        ("QGIS", Qgis.version() if hasattr(Qgis, "version") else Qgis.QGIS_VERSION),
        ("GDAL", gdal.VersionInfo("RELEASE_NAME")),
        ("NumPy", np.__version__),
        ("Python", platform.python_version()),
        (platform.system() or "?", platform.release()),
    )


@lru_cache(maxsize=1)
def code_sha256() -> str:
    """Return the SHA-256 of the tools' code, as hexadecimal digits.

    It covers every ``.py`` file of the package's ``engine`` and ``processing`` rooms, sorted by path: for each, its
    path within the package (with ``/``), a zero byte, its bytes with lines ended by a line feed, a zero byte.
    """
    digest = hashlib.sha256()
    for path in sorted(path for room in _HASHED for path in (PACKAGE / room).rglob("*.py")):
        digest.update(path.relative_to(PACKAGE).as_posix().encode() + b"\0")
        digest.update(path.read_bytes().replace(b"\r\n", b"\n") + b"\0")
    return digest.hexdigest()


def _input(
    algorithm: QgsProcessingAlgorithm,
    definition: QgsProcessingParameterDefinition,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
    edition: str,
) -> InputLayer | None:
    name = definition.name()
    value = parameters.get(name)
    if isinstance(value, QgsProcessingFeatureSourceDefinition):
        value = value.source
    layer = algorithm.parameterAsLayer({**parameters, name: value}, name, context)
    if definition.type() != "source":
        return None if layer is None else _layer(definition, layer, edition)
    source = algorithm.parameterAsSource(parameters, name, context)
    if source is None:
        return None
    count = source.featureCount()
    return InputLayer(
        name,
        _label(layer, context) if layer is not None else source.sourceName(),
        layer.source() if layer is not None else source.sourceName(),
        count if count >= 0 else None,
        _crs(crs_of(source)),
        _extent(source.sourceExtent()),
        edition or (_edition(layer) if layer is not None else ""),
    )


def _label(layer: QgsMapLayer, context: QgsProcessingContext) -> str:
    """Return the user's name of a layer of the project; otherwise that of the table, which says more than the file."""
    project = context.project()
    if project is not None and project.mapLayer(layer.id()) is not None:
        return layer.name()
    parts = QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source())
    return parts.get("layerName") or layer.name()


def _layer(definition: QgsProcessingParameterDefinition, layer: QgsMapLayer, edition: str) -> InputLayer:
    count = layer.featureCount() if isinstance(layer, QgsVectorLayer) else -1
    return InputLayer(
        definition.name(),
        layer.name(),
        layer.source(),
        count if count >= 0 else None,
        _crs(layer.crs()),
        _extent(layer.extent()),
        edition or _edition(layer),
    )


def _crs(crs: QgsCoordinateReferenceSystem) -> str:
    return crs_name(crs) if crs.isValid() else ""


def _extent(extent: QgsRectangle) -> Extent | None:
    # isNull() and isEmpty() changed meaning between versions; a point has an extent, an empty layer has none.
    corners = (extent.xMinimum(), extent.yMinimum(), extent.xMaximum(), extent.yMaximum())
    if not all(map(math.isfinite, corners)) or corners[0] > corners[2] or not any(corners):
        return None
    return corners


def _edition(layer: QgsMapLayer) -> str:
    """Tell the edition ("millésime") from the layer's metadata, else from the latest date its features carry."""
    for period in layer.metadata().extent().temporalExtents():
        dates = [end.date().toString("yyyy-MM-dd") for end in (period.begin(), period.end()) if end.isValid()]
        if dates:
            return " – ".join(dict.fromkeys(dates))
    if not isinstance(layer, QgsVectorLayer) or not 0 <= layer.featureCount() <= _FEW:
        return ""
    names = {field.name().lower(): index for index, field in enumerate(layer.fields())}
    for name in _DATES:
        latest = layer.maximumValue(names[name]) if name in names else None
        text = latest.toString("yyyy-MM-dd") if hasattr(latest, "toString") else str(latest or "")
        if len(text) >= 4 and text[:4].isdigit():
            return f"≤ {text[:10]}"
    return ""


def _value(
    algorithm: QgsProcessingAlgorithm,
    definition: QgsProcessingParameterDefinition,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
) -> Value:
    name, kind = definition.name(), definition.type()
    raw = parameters.get(name, definition.defaultValue())
    if kind in _LAYERS or kind in _DESTINATIONS or raw is None:
        return _plain(raw)
    if kind == "multilayer":
        return tuple(layer.source() for layer in algorithm.parameterAsLayerList(parameters, name, context))
    if kind == "boolean":
        return algorithm.parameterAsBool(parameters, name, context)
    if kind in ("number", "distance", "duration", "scale"):
        number = algorithm.parameterAsDouble(parameters, name, context)
        return int(number) if number.is_integer() and abs(number) < 1e15 else number
    if kind == "enum":
        return _choice(algorithm, definition, parameters, context)
    if kind == "field":
        return ", ".join(field_names(algorithm, parameters, name, context))
    if kind == "crs":
        return _crs(algorithm.parameterAsCrs(parameters, name, context))
    return _plain(raw)


def _choice(
    algorithm: QgsProcessingAlgorithm,
    definition: QgsProcessingParameterDefinition,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
) -> Value:
    if definition.usesStaticStrings():
        return tuple(algorithm.parameterAsEnumStrings(parameters, definition.name(), context))
    chosen = algorithm.parameterAsEnums(parameters, definition.name(), context)
    return tuple(definition.options()[index] for index in chosen)


def _plain(raw: Any) -> Scalar:
    """Return what can stand in JSON for whatever was given."""
    if isinstance(raw, (QgsProcessingFeatureSourceDefinition, QgsProcessingOutputLayerDefinition)):
        raw = raw.source if isinstance(raw, QgsProcessingFeatureSourceDefinition) else raw.sink
    if isinstance(raw, QgsProperty):
        raw = raw.asExpression() if not raw.staticValue() else raw.staticValue()
    if isinstance(raw, QgsMapLayer):
        return raw.source()
    if raw is None or raw == QgsProcessing.TEMPORARY_OUTPUT:
        return raw
    return raw if isinstance(raw, (bool, int, float, str)) else str(raw)
