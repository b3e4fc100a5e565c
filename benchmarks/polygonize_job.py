"""Trace the polygons of a mask with GDAL, kept in memory: ``polygonize_job.py MASK OUTPUT``; timed from inside."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

from harness import SECONDS_FILE
from osgeo import gdal, ogr


def main(mask: str, output: str) -> None:
    """Trace, and write how many polygons there are."""
    gdal.UseExceptions()
    source = gdal.Open(mask)
    band = source.GetRasterBand(1)
    band.ReadAsArray()  # the reading is not what is measured
    target = ogr.GetDriverByName("Memory").CreateDataSource("traced")
    layer = target.CreateLayer("traced", None, ogr.wkbPolygon)
    layer.CreateField(ogr.FieldDefn("class_id", ogr.OFTInteger))
    start = time.perf_counter()
    gdal.Polygonize(band, band, layer, 0)
    Path(os.environ[SECONDS_FILE]).write_text(repr(time.perf_counter() - start))
    Path(output).write_text(str(layer.GetFeatureCount()))


if __name__ == "__main__":
    main(*sys.argv[1:])
