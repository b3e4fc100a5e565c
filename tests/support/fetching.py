"""Run in a process of its own: fetch an image from tiles, as for a script; write its size and values as JSON.

fetching.py FOLDER      a folder with tiles/0/0/0.png
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

from osgeo import gdal
from qgis.core import (
    QgsApplication,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsRasterLayer,
    QgsRectangle,
)


def refusal_of(image: object, folder: Path) -> str:
    """Why an image is not given to a script."""
    try:
        image.bring(folder, "blank", QgsProcessingFeedback())
    except QgsProcessingException as error:
        return str(error)
    return ""


def main(folder: Path) -> None:
    application = QgsApplication([], False)
    application.initQgis()
    from crige_ia_plugin.processing.shared.rasters import Image

    place = (folder / "tiles").as_uri() + "/%7Bz%7D/%7Bx%7D/%7By%7D.png"
    layer = QgsRasterLayer(f"type=xyz&url={place}&zmin=0&zmax=0", "carte", "wms")
    assert layer.isValid()
    provider, renderer = layer.dataProvider().clone(), layer.renderer().clone()
    extent = QgsRectangle(-2_000_000, -1_000_000, 2_000_000, 1_000_000)
    context = QgsProcessingContext()
    image = Image(provider, renderer, extent, 20, 10, layer.crs(), context, "carte")
    found = gdal.Open(image.bring(folder, "image", QgsProcessingFeedback()))
    nowhere = place.replace("/tiles/", "/nothing/")
    gone = QgsRasterLayer(f"type=xyz&url={nowhere}&zmin=0&zmax=0", "carte", "wms")
    blank = Image(gone.dataProvider().clone(), gone.renderer().clone(), extent, 20, 10, gone.crs(), context, "carte")
    told = {
        "size": [found.RasterXSize, found.RasterYSize, found.RasterCount],
        "green": int(found.GetRasterBand(2).ReadAsArray().min()),
        "corner": list(found.GetGeoTransform()),
        "refused": refusal_of(blank, folder),
    }
    (folder / "told.json").write_text(json.dumps(told), encoding="utf-8")
    os._exit(0)


main(Path(sys.argv[1]))
