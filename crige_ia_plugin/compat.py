"""What differs between the versions of QGIS and Qt: the only file that knows them."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    Qgis,
    QgsField,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsProcessingModelChildParameterSource,
    QgsRasterFileWriter,
    QgsTask,
)
from qgis.PyQt.QtCore import QByteArray, QMetaType, QVariant
from qgis.PyQt.QtXml import QDomDocument

SKIP_GEOMETRY_CHECKS = QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks
"""A source that "checks" geometries drops the lines it does not like; ours reads them all."""

DISCREET_TASK = getattr(QgsTask.Flag, "Hidden", QgsTask.Flag.CanCancel)
"""A task that QGIS does not show: from 3.26 on; before, it is one that can be cancelled."""

# The answers of QgsRasterFileWriter moved into Qgis in 3.24.
_ANSWERS = getattr(Qgis, "RasterFileWriterResult", None)
RASTER_WRITTEN = QgsRasterFileWriter.WriterError.NoError if _ANSWERS is None else _ANSWERS.Success
"""What QgsRasterFileWriter says when all went well."""

# Where a step of a model takes a value from moved into Qgis in 3.34.
_SOURCES = getattr(Qgis, "ProcessingModelChildParameterSource", None)
MODEL_SOURCES = QgsProcessingModelChildParameterSource.Source if _SOURCES is None else _SOURCES
"""Kinds of sources of a value in a model."""

# QgsField takes a QMetaType from 3.38 on and a QVariant before; QVariant's types are gone with Qt 6.
_TYPES = QMetaType.Type if Qgis.QGIS_VERSION_INT >= 33800 else QVariant
_NAMES = {"integer": "Int", "integer64": "LongLong", "double": "Double", "text": "QString", "boolean": "Bool"}


def make_field(name: str, kind: str, alias: str = "", comment: str = "") -> QgsField:
    """Build a field; ``kind`` is integer, integer64, double, text or boolean, ``alias`` what the user reads."""
    type_name = _NAMES[kind]
    if _TYPES is QVariant and kind == "text":
        type_name = "String"
    field = QgsField(name, getattr(_TYPES, type_name))
    field.setAlias(alias)
    field.setComment(comment)
    return field


def parse_xml(data: bytes) -> QDomDocument | None:
    """Read XML; None when it is not well formed, which Qt 5 tells by a tuple, Qt 6 by an object."""
    document = QDomDocument()
    told = document.setContent(QByteArray(data))
    return document if (told[0] if isinstance(told, tuple) else told) else None


def field_names(
    algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], name: str, context: QgsProcessingContext
) -> list[str]:
    """Return the fields that a parameter names; its reader was renamed in 3.40."""
    read = getattr(algorithm, "parameterAsStrings", None) or algorithm.parameterAsFields
    return list(read(parameters, name, context))
