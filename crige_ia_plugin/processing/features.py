"""QGIS features ⇄ NumPy arrays.

What makes this quick is what it does not do: attributes are never converted to Python (they stay in their C++
feature), and coordinates cross the border once, as well-known binary, joined and decoded in bulk.
"""

from __future__ import annotations

import gc
import struct
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
from qgis.core import (
    QgsFeature,
    QgsFeatureRequest,
    QgsFeatureSource,
    QgsGeometry,
    QgsProcessingFeatureSource,
    QgsWkbTypes,
)

from ..compat import SKIP_GEOMETRY_CHECKS
from ..engine.anomalies import AnomalyCode
from ..engine.lines import Lines
from ..engine.monitor import Cancelled
from .values import attribute_values, python_value

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from qgis.core import QgsFeedback

Keep = Callable[[QgsFeature], object]
"""Takes a feature, without its geometry, for its attributes: ``list.append``, ``Destination.keep``, ``forget``."""

_STEP = 2048
_HEADER = 9  # byte order (1), type (4), count (4); QGIS writes in the machine's order
_HEAD = np.dtype([("order", "u1"), ("type", "=u4"), ("count", "=u4")])
_LINE, _MULTI, _COLLECTION = 2, 5, 7
_CURVES = (8, 9, 11)  # circular string, compound curve, multi curve
_OLD_Z = 0x80000000  # flag of the "2.5D" types that came before ISO's


@dataclass
class LineTable:
    """The lines of a layer as flat arrays: ``n`` features, ``l`` single lines, ``v`` vertices.

    Attributes:
        features: ``n`` features without geometry, their attributes still C++ objects; empty when they were kept
            elsewhere.
        fids: Feature ids, int64 ``(n,)``.
        lines: The single lines, each with the row of its feature; z and m NaN where a line has none, and None
            when no line has any.
        columns: Values of the attributes that were asked for, by index.
        problems: ``(row, code)`` of each feature of which something could not be used.
    """

    features: list[QgsFeature]
    fids: NDArray[np.int64]
    lines: Lines
    problems: list[tuple[int, AnomalyCode]] = field(default_factory=list)
    columns: dict[int, list[object]] = field(default_factory=dict)

    @property
    def feature_count(self) -> int:
        """Number of features read, those with problems included."""
        return len(self.fids)

    def values(self, index: int) -> list[object]:
        """Return one attribute of every feature, as Python values, None for NULL.

        Raises:
            KeyError: The features were kept elsewhere and the attribute was not asked for.
        """
        if index in self.columns or not self.features:
            return self.columns[index] if self.feature_count else []
        return attribute_values(self.features, index)


def forget(feature: QgsFeature) -> None:
    """Keep nothing."""


def read_lines(
    source: QgsFeatureSource,
    feedback: QgsFeedback | None = None,
    keep: Keep | None = None,
    columns: Iterable[int] = (),
) -> LineTable:
    """Read the lines of ``source`` once.

    Multiple lines are exploded, curves are segmentised with QGIS's default tolerance (1° of arc a segment).
    Selection and filter of the source are respected. Geometry validity is never checked: lines that QGIS calls
    invalid (one vertex, repeated points) are to be reported, not skipped.

    Args:
        source: Layer or Processing source of lines.
        feedback: Told of the progress, 0 to 100, and asked whether the user cancelled.
        keep: Takes every feature; by default they stay in the table.
        columns: Attributes to be read as Python values at once, which spares keeping the features for them.

    Raises:
        Cancelled: The user cancelled.
    """
    wkbs: list[bytes] = []
    features: list[QgsFeature] = []
    fids: list[int] = []
    read: dict[int, list[object]] = {index: [] for index in columns}
    keep = features.append if keep is None else keep
    with collector_off():
        for row, feature in enumerate(iterate(source, read if keep is forget else None)):
            geometry = feature.geometry()
            # asWkb() of a null geometry is empty, and so is its data().
            wkbs.append(geometry.asWkb().data())
            fids.append(feature.id())
            for index, values in read.items():
                values.append(python_value(feature.attribute(index)))
            feature.clearGeometry()
            keep(feature)
            if not row % _STEP:
                tell_row(feedback, row, source)
    if feedback is not None:
        feedback.setProgress(100)
    table = _table(features, fids, wkbs)
    table.columns = read
    return table


def line_type(z: bool, m: bool) -> QgsWkbTypes.Type:
    """Type of single line strings with these dimensions."""
    kind = QgsWkbTypes.Type.LineString
    if z:
        kind = QgsWkbTypes.addZ(kind)
    return QgsWkbTypes.addM(kind) if m else kind


def iterate(
    source: QgsFeatureSource, attributes: Iterable[int] | None = None, geometry: bool = True
) -> Iterator[QgsFeature]:
    """Iterate over the features of a source, whatever QGIS thinks of their geometries.

    Args:
        source: Layer or Processing source.
        attributes: Those that are needed; all of them by default.
        geometry: Whether geometries are.
    """
    request = QgsFeatureRequest()
    if attributes is not None:
        request.setSubsetOfAttributes(list(attributes))
    if not geometry:
        request.setFlags(QgsFeatureRequest.Flag.NoGeometry)
    if isinstance(source, QgsProcessingFeatureSource):
        return source.getFeatures(request, SKIP_GEOMETRY_CHECKS)
    return source.getFeatures(request)


def tell_row(feedback: QgsFeedback | None, row: int, source: QgsFeatureSource) -> None:
    """Tell how far reading has come.

    Raises:
        Cancelled: The user cancelled.
    """
    if feedback is None:
        return
    if feedback.isCanceled():
        raise Cancelled
    # The count of a filtered or remote source may be unknown (-1) or an estimate.
    feedback.setProgress(min(100.0, 100.0 * row / max(1, source.featureCount())))


@contextmanager
def collector_off() -> Iterator[None]:
    """Pause the cyclic collector: it would walk every feature kept again and again, for nothing."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _table(features: list[QgsFeature], fids: list[int], wkbs: list[bytes]) -> LineTable:
    single, rows, parts, problems = _single_lines(wkbs)
    _, kinds, counts = _heads(single)
    xy, z, m = _coordinates(single, kinds, counts)
    lines, faults = _usable(Lines(xy, _starts(counts), rows, parts, z, m))
    return LineTable(features, np.asarray(fids, np.int64), lines, sorted({*problems, *faults}))


def _single_lines(
    wkbs: list[bytes],
) -> tuple[list[bytes], NDArray[np.int64], NDArray[np.int64], list[tuple[int, AnomalyCode]]]:
    """Explode what is multiple: lines, their row, their part, problems. Plain lines never enter the loop."""
    if min(map(len, wkbs), default=_HEADER) >= _HEADER and (_heads(wkbs)[0] == _LINE).all():
        return wkbs, np.arange(len(wkbs)), np.zeros(len(wkbs), np.int64), []
    lines: list[bytes] = []
    rows: list[int] = []
    parts: list[int] = []
    problems: list[tuple[int, AnomalyCode]] = []
    for row, wkb in enumerate(wkbs):
        pieces, problem = _explode(wkb)
        if problem:
            problems.append((row, problem))
        lines += pieces
        rows += [row] * len(pieces)
        parts += range(len(pieces))
    return lines, np.asarray(rows, np.int64), np.asarray(parts, np.int64), problems


def _heads(wkbs: list[bytes]) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """Base type, dimensions (0 XY, 1 XYZ, 2 XYM, 3 XYZM) and count of each geometry."""
    heads = np.frombuffer(b"".join([wkb[:_HEADER] for wkb in wkbs]), _HEAD)
    codes = heads["type"].astype(np.int64)
    codes = np.where(codes >= _OLD_Z, codes - _OLD_Z + 1000, codes)
    return codes % 1000, codes // 1000, heads["count"].astype(np.int64)


def _explode(wkb: bytes) -> tuple[list[bytes], AnomalyCode | None]:
    """Return the single lines of one geometry and the code of what is wrong with it, if anything."""
    if not wkb:
        return [], AnomalyCode.NULL_GEOMETRY
    kind = struct.unpack_from("=I", wkb, 1)[0] % _OLD_Z % 1000
    if kind == _LINE:
        return [wkb], None
    if kind in _CURVES:
        return _explode(_segmentised(wkb))
    if kind not in (_MULTI, _COLLECTION):
        return [], AnomalyCode.NOT_A_LINE
    lines: list[bytes] = []
    problem = None if struct.unpack_from("=I", wkb, 5)[0] else AnomalyCode.EMPTY_GEOMETRY
    geometry = QgsGeometry()
    geometry.fromWkb(wkb)
    for part in geometry.constParts():
        pieces, fault = _explode(part.asWkb().data())
        lines += pieces
        problem = problem or fault
    return lines, problem


def _segmentised(wkb: bytes) -> bytes:
    curve = QgsGeometry()
    curve.fromWkb(wkb)
    return curve.constGet().segmentize().asWkb().data()


def _coordinates(
    lines: list[bytes], kinds: NDArray[np.int64], counts: NDArray[np.int64]
) -> tuple[NDArray[np.float64], NDArray[np.float64] | None, NDArray[np.float64] | None]:
    """Decode x and y, z, m; a layer may mix dimensions, what a line has not is NaN."""
    present = np.unique(kinds)
    if len(present) <= 1:
        return _columns(lines, int(present[0]) if len(present) else 0)
    starts = _starts(counts)
    xy = np.empty((starts[-1], 2))
    z, m = np.full(starts[-1], np.nan), np.full(starts[-1], np.nan)
    for kind in present.tolist():
        chosen = np.flatnonzero(kinds == kind)
        at = np.repeat(starts[chosen] - _starts(counts[chosen])[:-1], counts[chosen])
        at += np.arange(len(at))
        xy[at], some_z, some_m = _columns([lines[i] for i in chosen], kind)
        if some_z is not None:
            z[at] = some_z
        if some_m is not None:
            m[at] = some_m
    return xy, z if (kinds & 1).any() else None, m if (kinds & 2).any() else None


def _columns(
    lines: list[bytes], kind: int
) -> tuple[NDArray[np.float64], NDArray[np.float64] | None, NDArray[np.float64] | None]:
    table = np.frombuffer(b"".join([line[_HEADER:] for line in lines])).reshape(-1, 2 + (kind & 1) + (kind >> 1))
    return (
        np.ascontiguousarray(table[:, :2]) if kind else table,
        table[:, 2].copy() if kind & 1 else None,
        table[:, -1].copy() if kind & 2 else None,
    )


def _starts(counts: NDArray[np.int64]) -> NDArray[np.int64]:
    starts = np.zeros(len(counts) + 1, np.int64)
    np.cumsum(counts, out=starts[1:])
    return starts


def _usable(lines: Lines) -> tuple[Lines, list[tuple[int, AnomalyCode]]]:
    """Take out, and tell of, the lines that have no length to speak of or lie nowhere."""
    counts = np.diff(lines.offsets)
    finite = np.isfinite(lines.xy).all(axis=1)
    # reduceat() would give an empty line its neighbour's value: only the lines with vertices are asked.
    full = np.flatnonzero(counts > 0)
    bad = np.zeros(len(counts), bool)
    if len(full):
        bad[full] = np.logical_or.reduceat(~finite, lines.offsets[full])
    problems = [
        (row, code)
        for code, faulty in (
            (AnomalyCode.EMPTY_GEOMETRY, counts == 0),
            (AnomalyCode.ZERO_LENGTH, counts == 1),
            (AnomalyCode.NON_FINITE, bad),
        )
        for row in lines.feature[faulty].tolist()
    ]
    good = (counts > 1) & ~bad
    return (lines if good.all() else lines.take(np.flatnonzero(good))), problems
