"""From one CRS to another, or a refusal: where no transformation is known, QGIS moves nothing and says nothing."""

from __future__ import annotations

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsProcessingException,
)

from ..translation import tr


def crs_name(crs: QgsCoordinateReferenceSystem) -> str:
    """What a CRS is called: ``EPSG:2154``, or its description when no authority knows it."""
    return str(crs.authid() or crs.description() or crs.userFriendlyIdentifier())


def transformation(
    source: QgsCoordinateReferenceSystem,
    target: QgsCoordinateReferenceSystem,
    transforms: QgsCoordinateTransformContext,
) -> QgsCoordinateTransform:
    """Return the transformation between two valid CRS.

    Raises:
        QgsProcessingException: None is known: one of them is a local system, of a building site or of another globe.
    """
    found = QgsCoordinateTransform(source, target, transforms)
    if not found.isValid():
        raise QgsProcessingException(
            tr(
                "Nothing is known to lead from the CRS {source} to the CRS {target}: check the CRS of the layers, or "
                "georeference the one that is in a local system."
            ).format(source=crs_name(source), target=crs_name(target))
        )
    return found
