"""Small rasters for the tests of the shared scripts."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from osgeo import gdal, osr

gdal.UseExceptions()


def write_raster(
    path: Path,
    values: np.ndarray,
    cell: float = 0.5,
    crs: int | None = 2154,
    origin: tuple[float, float] = (900_000.0, 6_250_000.0),
    nodata: float | None = None,
) -> Path:
    """Write a GeoTIFF from (rows, columns) or (bands, rows, columns); square cells of ``cell`` units."""
    bands = values[None] if values.ndim == 2 else values
    types = {
        "uint8": gdal.GDT_Byte, "uint16": gdal.GDT_UInt16, "int16": gdal.GDT_Int16,
        "float32": gdal.GDT_Float32, "float64": gdal.GDT_Float64,
    }  # fmt: skip
    kind = types[values.dtype.name]
    dataset = gdal.GetDriverByName("GTiff").Create(str(path), bands.shape[2], bands.shape[1], len(bands), kind)
    dataset.SetGeoTransform((origin[0], cell, 0.0, origin[1], 0.0, -cell))
    if crs is not None:
        system = osr.SpatialReference()
        system.ImportFromEPSG(crs)
        dataset.SetProjection(system.ExportToWkt())
    for number, band in enumerate(bands, 1):
        dataset.GetRasterBand(number).WriteArray(band)
        if nodata is not None:
            dataset.GetRasterBand(number).SetNoDataValue(nodata)
    dataset.FlushCache()
    return path


def forest(rows: int, columns: int, seed: int = 1, step: float = 0.0) -> np.ndarray:
    """Heights in metres of a wood that never was: cones of all sizes that overlap, with gaps; ``step`` rounds them.

    Rounded heights are full of ties: they show whether the order of the cells matters.
    """
    random = np.random.default_rng(seed)
    heights = np.zeros((rows, columns), np.float32)
    for _ in range(rows * columns // 60):
        row, column = random.uniform(0, rows), random.uniform(0, columns)
        top, radius = random.uniform(3, 25), random.uniform(2, 9)
        low, high = int(max(row - radius, 0)), int(min(row + radius + 1, rows))
        left, right = int(max(column - radius, 0)), int(min(column + radius + 1, columns))
        down, across = np.mgrid[low:high, left:right]
        away = np.hypot(down - row, across - column) / radius
        crown = (top * (1 - away**2)).astype(np.float32)
        heights[low:high, left:right] = np.maximum(heights[low:high, left:right], crown)
    heights += random.normal(0, 0.2, heights.shape).astype(np.float32) * (heights > 1)
    return np.round(heights / step).astype(np.float32) * np.float32(step) if step else heights
