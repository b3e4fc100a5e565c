"""CRS that hold, and from one to another, or a refusal.

Where no transformation is known, QGIS moves nothing and says nothing. And in QGIS 3.22 a CRS that was made in a thread,
that of a tool for instance, knows nothing once that thread has ended, in whatever layer it is by then, though it still
says that it is valid: it leads nowhere, and a file written with it has no CRS.
"""

from __future__ import annotations

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsFeatureSource,
    QgsMapLayer,
    QgsProcessingException,
)

from ..translation import tr


def crs_name(crs: QgsCoordinateReferenceSystem) -> str:
    """What a CRS is called: ``EPSG:2154``, or its description when no authority knows it."""
    return str(crs.authid() or crs.description() or crs.userFriendlyIdentifier())


def revived(crs: QgsCoordinateReferenceSystem) -> QgsCoordinateReferenceSystem:
    """Return a CRS that knows what it is: the same one, or one made anew where its thread has ended.

    One that QGIS's database has no number for is made from its PROJ string, all that is left of it.
    """
    if not crs.isValid() or crs.toWkt():
        return crs
    _forget()
    again = QgsCoordinateReferenceSystem.fromSrsId(crs.srsid()) if crs.srsid() > 0 else None
    if again is None or not again.isValid():
        again = QgsCoordinateReferenceSystem.fromProj(crs.toProj())
    return again if again.isValid() else crs


def crs_of(data: QgsFeatureSource | QgsMapLayer) -> QgsCoordinateReferenceSystem:
    """Return the CRS of a source of features or of a layer, revived."""
    return revived(data.sourceCrs() if isinstance(data, QgsFeatureSource) else data.crs())


def known_transform(
    source: QgsCoordinateReferenceSystem,
    target: QgsCoordinateReferenceSystem,
    transforms: QgsCoordinateTransformContext,
) -> QgsCoordinateTransform | None:
    """Return the transformation between two valid CRS, None when nothing is known to lead from one to the other."""
    for _ in range(2):
        source, target = revived(source), revived(target)
        found = QgsCoordinateTransform(source, target, transforms)
        if found.isValid():
            return found
        _forget()  # QGIS may remember one from a CRS that knew nothing any more
    return None


def _forget() -> None:
    """Have QGIS forget the CRS and the transformations that it keeps for the next who asks."""
    QgsCoordinateReferenceSystem.invalidateCache()
    QgsCoordinateTransform.invalidateCache()


def transformation(
    source: QgsCoordinateReferenceSystem,
    target: QgsCoordinateReferenceSystem,
    transforms: QgsCoordinateTransformContext,
) -> QgsCoordinateTransform:
    """Return the transformation between two valid CRS.

    Raises:
        QgsProcessingException: None is known: one of them is a local system, of a building site or of another globe.
    """
    found = known_transform(source, target, transforms)
    if found is None:
        raise QgsProcessingException(
            tr(
                "Nothing is known to lead from the CRS {source} to the CRS {target}: check the CRS of the layers, or "
                "georeference the one that is in a local system."
            ).format(source=crs_name(source), target=crs_name(target))
        )
    return found
