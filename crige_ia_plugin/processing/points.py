"""QGIS features of points ⇄ NumPy arrays, and many coordinates from one CRS to another."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsFeature,
    QgsFeatureSource,
    QgsFeedback,
    QgsGeometry,
    QgsPointXY,
    QgsWkbTypes,
)

from ..engine.lines import Lines
from .features import collector_off, iterate, tell_row
from .shapes import Points, encode
from .transformations import transformation

_STEP = 2048
_HEADER = 5  # byte order (1), type (4); QGIS writes in the machine's order
_POINT = 1
_OLD_Z = 0x80000000  # flag of the "2.5D" types that came before ISO's


@dataclass
class PointTable:
    """The points of a layer: ``n`` features, ``p`` single points.

    Attributes:
        features: ``n`` features without geometry, their attributes still C++ objects.
        fids: Feature ids, int64 ``(n,)``.
        points: The single points; z and m NaN where a point has none, and None when no point has any.
        row: int64 ``(p,)``, row of the feature of each point.
        missing: int64, rows of the features that have no point.
    """

    features: list[QgsFeature]
    fids: np.ndarray
    points: Points
    row: np.ndarray
    missing: np.ndarray


def read_points(source: QgsFeatureSource, feedback: QgsFeedback | None = None) -> PointTable:
    """Read the points of ``source`` once; multiple points are exploded.

    Args:
        source: Layer or Processing source of points.
        feedback: Told of the progress, 0 to 100, and asked whether the user cancelled.

    Raises:
        Cancelled: The user cancelled.
    """
    wkbs: list[bytes] = []
    features, fids = [], []
    with collector_off():
        for row, feature in enumerate(iterate(source)):
            wkbs.append(feature.geometry().asWkb().data())
            fids.append(feature.id())
            feature.clearGeometry()
            features.append(feature)
            if not row % _STEP:
                tell_row(feedback, row, source)
    if feedback is not None:
        feedback.setProgress(100)
    points, rows = _decoded(wkbs)
    there = np.zeros(len(wkbs), dtype=bool)
    there[rows] = True
    return PointTable(features, np.asarray(fids, np.int64), points, rows, np.flatnonzero(~there))


def read_rows(
    source: QgsFeatureSource, feedback: QgsFeedback | None = None, geometry: bool = False
) -> list[QgsFeature]:
    """Read the features of any table.

    Args:
        source: Layer or Processing source.
        feedback: Told of the progress, 0 to 100, and asked whether the user cancelled.
        geometry: Whether they keep their geometries.

    Raises:
        Cancelled: The user cancelled.
    """
    features = []
    with collector_off():
        for row, feature in enumerate(iterate(source, geometry=geometry)):
            features.append(feature)
            if not row % _STEP:
                tell_row(feedback, row, source)
    if feedback is not None:
        feedback.setProgress(100)
    return features


def point_type(z: bool, m: bool) -> QgsWkbTypes.Type:
    """Type of single points with these dimensions."""
    kind = QgsWkbTypes.Type.Point
    if z:
        kind = QgsWkbTypes.addZ(kind)
    return QgsWkbTypes.addM(kind) if m else kind


def reproject(
    xy: np.ndarray,
    source: QgsCoordinateReferenceSystem,
    target: QgsCoordinateReferenceSystem,
    transforms: QgsCoordinateTransformContext,
) -> np.ndarray:
    """Bring points from one CRS to another; without two valid ones they stay.

    Args:
        xy: float64 (n, 2), in units of ``source``.
        source: Their CRS.
        target: The wished one.
        transforms: The user's choice of transformations.

    Returns:
        float64 (n, 2), NaN for points outside what the transformation covers.

    Raises:
        QgsProcessingException: No transformation is known between them.
    """
    if not (source.isValid() and target.isValid()) or source == target or not len(xy):
        return xy
    transform = transformation(source, target, transforms)
    if transform.isShortCircuited():
        return xy
    chain = QgsGeometry()
    # One line through all of them crosses the border once.
    whole = np.concatenate([xy, xy[-1:]])
    chain.fromWkb(encode(Lines(whole, np.array([0, len(whole)]), np.zeros(1, int), np.zeros(1, int)))[0])
    try:
        moved = chain.transform(transform) == QgsGeometry.OperationResult.Success
    except QgsCsException:
        moved = False
    if not moved:
        return np.array([_reprojected(transform, x, y) for x, y in xy.tolist()])
    there = np.frombuffer(chain.asWkb().data()[_HEADER + 4 :]).reshape(-1, 2)[:-1].copy()
    there[~np.isfinite(there).all(axis=1)] = np.nan
    return there


def _reprojected(transform: QgsCoordinateTransform, x: float, y: float) -> tuple[float, float]:
    try:
        moved = transform.transform(QgsPointXY(x, y))
    except QgsCsException:
        return np.nan, np.nan
    return moved.x(), moved.y()


def _decoded(wkbs: list[bytes]) -> tuple[Points, np.ndarray]:
    """Decode points and the row of each; what has no finite place is left out."""
    single, rows = _single_points(wkbs)
    dimensions = _kinds(single) // 1000
    xyzm = np.full((len(single), 4), np.nan)
    for kind in np.unique(dimensions).tolist():
        chosen = np.flatnonzero(dimensions == kind)
        table = np.frombuffer(b"".join([single[i][_HEADER:] for i in chosen.tolist()]))
        columns = [0, 1, *([2] if kind & 1 else []), *([3] if kind & 2 else [])]
        xyzm[np.ix_(chosen, columns)] = table.reshape(len(chosen), -1)
    there = np.isfinite(xyzm[:, :2]).all(axis=1)
    xyzm, rows, dimensions = xyzm[there], rows[there], dimensions[there]
    has_z, has_m = bool((dimensions & 1).any()), bool((dimensions & 2).any())
    points = Points(
        np.ascontiguousarray(xyzm[:, :2]),
        xyzm[:, 2].copy() if has_z else None,
        xyzm[:, 3].copy() if has_m else None,
    )
    return points, rows


def _kinds(wkbs: list[bytes]) -> np.ndarray:
    """Return the type of each geometry, as ISO numbers them; 0 where there is none."""
    heads = b"".join([wkb[:_HEADER] if wkb else bytes(_HEADER) for wkb in wkbs])
    codes = np.frombuffer(heads, np.dtype([("order", "u1"), ("type", "=u4")]))["type"].astype(np.int64)
    return np.where(codes >= _OLD_Z, codes - _OLD_Z + 1000, codes)


def _single_points(wkbs: list[bytes]) -> tuple[list[bytes], np.ndarray]:
    """Explode what is multiple; anything but points is left out."""
    is_point = _kinds(wkbs) % 1000 == _POINT
    if is_point.all():
        return wkbs, np.arange(len(wkbs))
    single: list[bytes] = []
    rows: list[int] = []
    for row, (wkb, plain) in enumerate(zip(wkbs, is_point.tolist())):
        parts = [wkb]
        if not plain:
            geometry = QgsGeometry()
            geometry.fromWkb(wkb)
            parts = [part.asWkb().data() for part in geometry.constParts()]
            parts = [part for part, good in zip(parts, (_kinds(parts) % 1000 == _POINT).tolist()) if good]
        single += parts
        rows += [row] * len(parts)
    return single, np.asarray(rows, np.int64)
