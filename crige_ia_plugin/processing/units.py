"""What a CRS says of lengths: how the engine is to measure, and in which words."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace

import numpy as np
from osgeo import osr
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsUnitTypes,
)

from ..engine.geodesy import GRS80, GroundMetric, ToDegrees, geodesic_lengths
from ..engine.network.noding import Distance, planar
from ..translation import tr
from .points import reproject
from .transformations import crs_name, known_transform, revived

_WIDEST = 2_500_000.0
"""Extent in layer units up to which sampled lengths hold their precision; beyond, every vertex is transformed."""


@dataclass(frozen=True)
class Lengths:
    """How lengths are measured.

    Attributes:
        distance: Length in metres between points in layer units.
        geographic: Whether coordinates are degrees.
        unit: Abbreviation of the layer's unit, for distances that stay in it.
        sentence: How, in the user's language.
        scale: Metres per layer unit in x and in y, near enough to compare distances.
        on_ground: Whether lengths are those of the ground, and not altered by the projection.
    """

    distance: Distance
    geographic: bool
    unit: str
    sentence: str
    scale: tuple[float, float] = (1.0, 1.0)
    on_ground: bool = False


def metres_per_unit(crs: QgsCoordinateReferenceSystem, xy: np.ndarray) -> tuple[float, float]:
    """Return the metres of a layer unit in x and in y, in the middle of the extent of ``xy``, float64 (n, 2)."""
    finite = xy[np.isfinite(xy).all(axis=1)]
    if not crs.isGeographic() or not len(finite):
        unit = crs.mapUnits() if crs.isValid() else QgsUnitTypes.DistanceUnit.DistanceMeters
        factor = QgsUnitTypes.fromUnitToUnitFactor(unit, QgsUnitTypes.DistanceUnit.DistanceMeters)
        return factor, factor
    step = 1e-3
    centre = (finite.min(axis=0) + finite.max(axis=0))[None] / 2
    distance = lengths_in(crs).distance
    ends = centre + np.array([[step, 0.0], [0.0, step]])
    along_x, along_y = (distance(centre[[0, 0]], ends) / step).tolist()
    return along_x, along_y


def lengths_in(crs: QgsCoordinateReferenceSystem) -> Lengths:
    """Return how to measure in ``crs``: on its ellipsoid in degrees, otherwise in the plane."""
    unit = QgsUnitTypes.toAbbreviatedString(crs.mapUnits()) if crs.isValid() else ""
    if not crs.isValid():
        return Lengths(planar, False, unit, tr("in the plane, in units of the layer, which has no CRS"))
    if crs.isGeographic():
        ellipsoid, _ = _ellipsoid(crs)

        def geodesic(a: np.ndarray, b: np.ndarray) -> np.ndarray:
            return geodesic_lengths(a[:, 0], a[:, 1], b[:, 0], b[:, 1], ellipsoid)

        how = tr("on the ellipsoid {name}").format(name=crs.ellipsoidAcronym())
        return Lengths(geodesic, True, unit, how, on_ground=True)
    factor = QgsUnitTypes.fromUnitToUnitFactor(crs.mapUnits(), QgsUnitTypes.DistanceUnit.DistanceMeters)

    def scaled(a: np.ndarray, b: np.ndarray) -> np.ndarray:
        return planar(a, b) * factor

    plane = tr("in the plane of the CRS {name}").format(name=crs_name(crs))
    return Lengths(planar if factor == 1.0 else scaled, False, unit, plane, (factor, factor))


def lengths_on_ground(
    crs: QgsCoordinateReferenceSystem, xy: np.ndarray, transforms: QgsCoordinateTransformContext
) -> Lengths:
    """Return how to measure on the ellipsoid of ``crs``, projected or not.

    Where that is not possible (no CRS, a local one, coordinates that are outside its domain) lengths are those of the
    plane, and ``on_ground`` is False.

    Args:
        crs: CRS of the layer.
        xy: float64 (v, 2), the vertices that will be measured.
        transforms: The user's choice of transformations.
    """
    crs = revived(crs)
    plain = lengths_in(crs)
    if not crs.isValid() or not len(xy):
        return plain
    if crs.isGeographic():
        return replace(plain, scale=metres_per_unit(crs, xy))
    ellipsoid, globe = _ellipsoid(crs)
    if not globe.isValid() or known_transform(crs, globe, transforms) is None:
        return plain  # QGIS would take metres for degrees, without a word

    def to_degrees(x: np.ndarray, y: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        moved = reproject(np.column_stack([x, y]), crs, globe, transforms)
        return moved[:, 0], moved[:, 1]

    distance = _ground_distance(xy, to_degrees, ellipsoid)
    if distance is None:
        return plain
    how = tr("on the ellipsoid {name}").format(name=crs.ellipsoidAcronym())
    return replace(plain, distance=distance, sentence=how, on_ground=True)


def _ground_distance(xy: np.ndarray, to_degrees: ToDegrees, ellipsoid: tuple[float, float]) -> Distance | None:
    low, high = xy.min(axis=0), xy.max(axis=0)
    if (high - low).max() > _WIDEST:
        lon, lat = to_degrees(xy[:, 0], xy[:, 1])
        if not np.isfinite([lon, lat]).all():
            return None

        def geodesic(a: np.ndarray, b: np.ndarray) -> np.ndarray:
            return geodesic_lengths(*to_degrees(*a.T), *to_degrees(*b.T), ellipsoid)

        return geodesic
    metric = GroundMetric.sample((low[0], low[1], high[0], high[1]), to_degrees, ellipsoid)
    return metric.distance if np.isfinite(metric.tensor).all() else None


def _ellipsoid(crs: QgsCoordinateReferenceSystem) -> tuple[tuple[float, float], QgsCoordinateReferenceSystem]:
    """Return the ellipsoid of a CRS, and the CRS of longitudes and latitudes on it.

    GDAL reads it, and not ``QgsEllipsoidUtils``: QGIS 3.22 keeps for ever the CRS made in the thread that asked first,
    and once that thread has ended (a tool's second run) nothing leads to it any more, in QGIS's own measures either.
    One given by its axes has no CRS there at all.
    """
    reference, major, minor = osr.SpatialReference(), 0.0, 0.0
    with suppress(RuntimeError):  # GDAL raises, or not, as others have chosen
        reference.ImportFromWkt(crs.toWkt())
        major, minor = reference.GetSemiMajor(), reference.GetSemiMinor()
    if not major >= minor > 0:
        return GRS80, QgsCoordinateReferenceSystem("EPSG:4171")
    globe = QgsCoordinateReferenceSystem.fromProj(f"+proj=longlat +a={major!r} +b={minor!r} +no_defs +type=crs")
    return (major, (major - minor) / major), globe
