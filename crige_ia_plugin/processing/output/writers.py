"""Layers written feature by feature, through QGIS, each answer checked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np
from osgeo import gdal, ogr
from qgis.core import (
    NULL,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsFeatureSink,
    QgsFields,
    QgsGeometry,
    QgsVectorFileWriter,
    QgsWkbTypes,
)

from ..shapes import Shapes, encode

CHUNK = 4096
"""Features between two looks at the user's wish to stop."""

Step = Callable[[int], None]


class WriteError(Exception):
    """What the driver or the system said when something could not be written."""


@dataclass(frozen=True)
class LayerSpec:
    """A layer to create: fields, geometry type, CRS, and how its driver is to write it."""

    name: str
    driver: str
    fields: QgsFields
    wkb_type: QgsWkbTypes.Type
    crs: QgsCoordinateReferenceSystem
    transforms: QgsCoordinateTransformContext
    encoding: str = "UTF-8"
    layer_options: tuple[str, ...] = ()
    dataset_options: tuple[str, ...] = ()

    def table(self, name: str, field_count: int) -> LayerSpec:
        """Return a table without geometry that holds the first ``field_count`` fields."""
        fields = QgsFields()
        for index in range(field_count):
            fields.append(self.fields.at(index))
        return replace(self, name=name, fields=fields, wkb_type=QgsWkbTypes.Type.NoGeometry, layer_options=("FID=fid",))

    def create(self, path: Path) -> QgsVectorFileWriter:
        """Create ``path`` with this one layer.

        Raises:
            WriteError: The driver refused.
        """
        options = QgsVectorFileWriter.SaveVectorOptions()
        options.driverName = self.driver
        options.layerName = self.name
        options.fileEncoding = self.encoding
        options.layerOptions = list(self.layer_options)
        options.datasourceOptions = list(self.dataset_options)
        gdal.ErrorReset()
        writer = QgsVectorFileWriter.create(str(path), self.fields, self.wkb_type, self.crs, self.transforms, options)
        if writer.hasError() != QgsVectorFileWriter.WriterError.NoError:
            raise WriteError(writer.errorMessage())
        return writer


@dataclass
class FeatureWriter:
    """Feeds a sink of QGIS; ``close`` lets go of it.

    Attributes:
        text_limit: Longest text of the format, in bytes of UTF-8; None when it has no limit.
        cut_texts: Number of texts that were longer.
    """

    sink: QgsFeatureSink | None
    fields: QgsFields
    text_limit: int | None = None
    count: int = field(default=0, init=False)
    cut_texts: int = field(default=0, init=False)

    def write(
        self,
        shapes: Shapes | None,
        columns: Sequence[Sequence[Any]],
        features: Sequence[QgsFeature] | None,
        rows: Sequence[int] | None,
        step: Step,
    ) -> None:
        """Write many; see ``Destination.write``."""
        total = len(rows) if rows is not None else len(columns[0])
        for start in range(0, total, CHUNK):
            step(start)
            stop = min(total, start + CHUNK)
            wkbs = [None] * (stop - start) if shapes is None else encode(shapes, start, stop)
            values = zip(*(plain(column[start:stop]) for column in columns))
            sources = [None] * (stop - start) if rows is None else [features[i] for i in rows[start:stop]]
            for source, wkb, own in zip(sources, wkbs, values):
                self.add(source, own, wkb)

    def add(self, source: QgsFeature | None, values: Sequence[Any], wkb: bytes | None) -> None:
        """Write one: the attributes of ``source``, then ``values``, with the geometry of ``wkb``.

        Raises:
            WriteError: It was refused.
        """
        if source is None:
            feature = QgsFeature(self.fields)
            feature.setAttributes(list(values))
        else:
            # The copy shares its attributes until the first change; none of them passes through Python.
            feature = QgsFeature(source)
            first = self.fields.count() - len(values)
            feature.padAttributes(len(values))
            for index, value in enumerate(values, first):
                feature.setAttribute(index, value)
        if wkb is not None:
            geometry = QgsGeometry()
            geometry.fromWkb(wkb)
            if geometry.isNull():
                raise ValueError("no well-known binary")
            feature.setGeometry(geometry)
        if self.text_limit is not None:
            self._count_cut_texts(feature)
        if not self.sink.addFeature(feature, QgsFeatureSink.Flag.FastInsert):
            raise WriteError(self._reason())
        self.count += 1

    def copy(self, features: Iterable[QgsFeature]) -> None:
        """Write features as they are.

        Raises:
            WriteError: One was refused.
        """
        add, fast = self.sink.addFeature, QgsFeatureSink.Flag.FastInsert
        for feature in features:
            if not add(feature, fast):
                raise WriteError(self._reason())
            self.count += 1

    def close(self) -> None:
        """Flush and let go.

        Raises:
            WriteError: What was buffered could not be written.
        """
        if self.sink is None:
            return
        gdal.ErrorReset()
        flushed = self.sink.flushBuffer()
        reason = "" if flushed else self._reason()
        self.sink = None  # the file is closed here, which is when most drivers write
        if not flushed or gdal.GetLastErrorType() >= gdal.CE_Failure:
            raise WriteError(reason or gdal.GetLastErrorMsg())

    def _count_cut_texts(self, feature: QgsFeature) -> None:
        for index in range(self.fields.count()):
            value = feature.attribute(index)
            if isinstance(value, str) and len(value.encode(errors="replace")) > self.text_limit:
                self.cut_texts += 1

    def _reason(self) -> str:
        own = self.sink.errorMessage() if isinstance(self.sink, QgsVectorFileWriter) else self.sink.lastError()
        return own or gdal.GetLastErrorMsg()


def plain(column: Sequence[Any]) -> list[Any]:
    """Return Python values, NaN being no value."""
    if isinstance(column, np.ndarray):
        values = column.tolist()
        has_nan = column.dtype.kind == "f" and bool(np.isnan(column).any())
    else:
        values = [value.item() if isinstance(value, np.generic) else value for value in column]
        has_nan = any(isinstance(value, float) and value != value for value in values)
    return [NULL if value != value else value for value in values] if has_nan else values


def features(layer: ogr.Layer) -> Iterator[ogr.Feature]:
    """Iterate over a layer of GDAL, in all its versions."""
    layer.ResetReading()
    while True:
        feature = layer.GetNextFeature()
        if feature is None:
            return
        yield feature


def check_file(path: Path, layer: str, expected: int) -> None:
    """Read back what was written: some drivers do not tell that a disk was full.

    Raises:
        WriteError: The file does not hold ``expected`` whole features.
    """
    gdal.ErrorReset()
    found = -1
    try:
        dataset = gdal.OpenEx(str(path), gdal.OF_VECTOR | gdal.OF_READONLY)
        if dataset is not None:
            table = dataset.GetLayerByName(layer) or dataset.GetLayer(0)
            found = sum(1 for _ in features(table))
    except RuntimeError as error:  # where GDAL was told to raise
        raise WriteError(str(error)) from error
    if found != expected:
        raise WriteError(gdal.GetLastErrorMsg() or f"{found} / {expected}")
