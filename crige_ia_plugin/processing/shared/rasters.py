"""Raster layers for a script: files as they are, all else (services, databases, a CRS chosen in QGIS) as GeoTIFF."""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from osgeo import gdal
from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsRasterBlockFeedback,
    QgsRasterDataProvider,
    QgsRasterFileWriter,
    QgsRasterLayer,
    QgsRasterPipe,
    QgsRasterRenderer,
    QgsRectangle,
)
from qgis.PyQt.QtCore import Qt

from ...compat import RASTER_WRITTEN
from ...engine.monitor import Cancelled
from ...translation import tr
from ..output.targets import sentence
from ..transformations import crs_of
from .inputs import Input, PlainFile, plain_place
from .parameters import SERVICE_EXTENT, SERVICE_PIXEL

MOST_PIXELS = 20_000**2
"""Pixels of the largest image that is asked of a service."""

_OPTIONS = ["COMPRESS=DEFLATE", "TILED=YES", "BIGTIFF=IF_SAFER"]


class Reprojected(Input):
    """A raster file whose CRS was chosen in QGIS: the script is given a header (VRT) that says so."""

    def __init__(self, path: str, crs: QgsCoordinateReferenceSystem) -> None:
        self._path, self._wkt = path, crs.toWkt()

    def bring(self, folder: Path, name: str, feedback: QgsProcessingFeedback) -> str:
        """Write the header and return its path."""
        path = folder / f"{name}.vrt"
        options = gdal.TranslateOptions(format="VRT", outputSRS=self._wkt)
        try:
            made = gdal.Translate(str(path), self._path, options=options)
        except RuntimeError:  # where somebody made GDAL raise
            made = None
        if made is None:
            raise QgsProcessingException(sentence(str(path), gdal.GetLastErrorMsg()))
        del made
        return str(path)


@dataclass
class Image(Input):
    """What a provider without a file gives, to be fetched and written as GeoTIFF.

    Attributes:
        provider: A copy of the layer's own.
        renderer: A copy of the layer's, where the provider gives colours ready to be shown; otherwise None.
        extent: Of the image, in ``crs``.
        columns: Its width in pixels.
        rows: Its height.
        crs: Of the layer.
        context: Of the run.
        title: Name of the layer, for the messages.
    """

    provider: QgsRasterDataProvider
    renderer: QgsRasterRenderer | None
    extent: QgsRectangle
    columns: int
    rows: int
    crs: QgsCoordinateReferenceSystem
    context: QgsProcessingContext
    title: str = ""

    def bring(self, folder: Path, name: str, feedback: QgsProcessingFeedback) -> str:
        """Fetch the image, write it and return its path."""
        path = folder / f"{name}.tif"
        pipe = QgsRasterPipe()
        pipe.set(self.provider)
        if self.renderer is not None:
            pipe.set(self.renderer)
        writer = QgsRasterFileWriter(str(path))
        writer.setOutputFormat("GTiff")
        writer.setCreateOptions(_OPTIONS)
        watch = QgsRasterBlockFeedback()
        feedback.canceled.connect(watch.cancel, Qt.ConnectionType.DirectConnection)
        told = writer.writeRaster(
            pipe, self.columns, self.rows, self.extent, self.crs, self.context.transformContext(), watch
        )
        if feedback.isCanceled():
            raise Cancelled
        if told != RASTER_WRITTEN or watch.errors():
            detail = "; ".join(watch.errors()) or gdal.GetLastErrorMsg() or tr("the service did not answer")
            raise QgsProcessingException(sentence(str(path), detail))
        self._check(path, feedback)
        return str(path)

    def _check(self, path: Path, feedback: QgsProcessingFeedback) -> None:
        """Look whether the service gave an image: to QGIS, one that did not answer in time is a blank success."""
        empty = empty_share(path)
        if empty >= 1.0:
            raise QgsProcessingException(
                tr(
                    "The service of “{layer}” gave nothing for this extent: it does not cover it, or did not answer in "
                    "time. Check the extent and the network, then run again."
                ).format(layer=self.title)
            )
        if empty > 0.0:
            words = tr("The service of “{layer}” gave nothing for {share} % of the extent: the image is blank there.")
            feedback.pushWarning(words.format(layer=self.title, share=max(1, round(100 * empty))))


def empty_share(path: Path) -> float:
    """Share, 0 to 1, of the pixels that an image has no value for: by its alpha band, or its nodata value."""
    dataset = gdal.Open(str(path))
    mask = dataset.GetRasterBand(1).GetMaskBand()
    counts = mask.GetHistogram(min=-0.5, max=255.5, buckets=256, include_out_of_range=1, approx_ok=0)
    return counts[0] / (dataset.RasterXSize * dataset.RasterYSize)


def take_raster(
    algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], name: str, context: QgsProcessingContext
) -> Input | None:
    """Take the layer of a raster parameter; None when none was given."""
    layer = algorithm.parameterAsRasterLayer(parameters, name, context)
    if layer is None:
        if parameters.get(name) in (None, ""):
            return None
        raise QgsProcessingException(algorithm.invalidRasterError(parameters, name))
    provider = layer.dataProvider()
    place = plain_place(layer, provider, "gdal")
    if place is not None:
        return PlainFile(place)
    if provider.name() == "gdal":
        return Reprojected(layer.source(), crs_of(layer))
    return _image(algorithm, parameters, layer, context)


def _image(
    algorithm: QgsProcessingAlgorithm,
    parameters: dict[str, Any],
    layer: QgsRasterLayer,
    context: QgsProcessingContext,
) -> Image:
    provider, crs = layer.dataProvider(), crs_of(layer)
    extent = algorithm.parameterAsExtent(parameters, SERVICE_EXTENT, context, crs)
    pixel = algorithm.parameterAsDouble(parameters, SERVICE_PIXEL, context)
    has_size = provider.xSize() > 0 and provider.ySize() > 0
    if extent.isEmpty() and has_size:
        extent = provider.extent()
    if pixel <= 0 and has_size:
        pixel = provider.extent().width() / provider.xSize()
    if extent.isEmpty() or pixel <= 0:
        raise QgsProcessingException(
            tr(
                "“{layer}” is a map service, it has no file to work on. Under the advanced parameters, give the "
                "extent and the pixel size of the image to fetch from it."
            ).format(layer=layer.name())
        )
    columns, rows = (max(1, math.ceil(length / pixel - 1e-9)) for length in (extent.width(), extent.height()))
    if columns * rows > MOST_PIXELS:
        raise QgsProcessingException(
            tr(
                "The image to fetch from “{layer}” would have {columns} × {rows} pixels: choose a smaller extent or "
                "larger pixels."
            ).format(layer=layer.name(), columns=columns, rows=rows)
        )
    whole = QgsRectangle(
        extent.xMinimum(), extent.yMaximum() - rows * pixel, extent.xMinimum() + columns * pixel, extent.yMaximum()
    )
    coloured = provider.dataType(1) in (Qgis.DataType.ARGB32, Qgis.DataType.ARGB32_Premultiplied)
    renderer = layer.renderer().clone() if coloured else None
    return Image(provider.clone(), renderer, whole, columns, rows, crs, context, layer.name())
