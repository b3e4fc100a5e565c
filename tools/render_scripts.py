"""Draw what the shared scripts give, before and after, for the guide: ``docs/images/crowns.png`` and ``model.png``.

    python3 tools/render_scripts.py

The scripts are run as the guide runs them, by the Python of ``.venv/scripts``, on made-up data: the sample of the tree
crowns, and the image and the model of ``make_fictitious_image.py``.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from map_layers import qgis
from osgeo import gdal
from qgis.core import (
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsRasterLayer,
    QgsRectangle,
    QgsSingleBandGrayRenderer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QRect, QSize
from qgis.PyQt.QtGui import QColor, QImage, QPainter

REPOSITORY = Path(__file__).resolve().parent.parent
PYTHON = REPOSITORY / ".venv" / "scripts" / "bin" / "python"
SCRIPTS = REPOSITORY / "resources" / "scripts"
STYLES = REPOSITORY / "resources" / "styles"
IMAGES = REPOSITORY / "docs" / "images"
SIDE, GAP = 620, 12
"""Pixels: side of a picture, space between two."""


def main() -> int:
    """Run the scripts and draw both pictures."""
    gdal.SetConfigOption("GDAL_PAM_ENABLED", "NO")  # no file of statistics beside the sample
    with tempfile.TemporaryDirectory(prefix="crige-ia-scripts-") as name, qgis(REPOSITORY / "build", "fr"):
        folder = Path(name)
        draw(crowns(folder), IMAGES / "crowns.png", 28, labels=False)
        draw(model(folder), IMAGES / "model.png", 60, labels=True)
    return 0


def run(*command: object) -> None:
    """Run a program with the packages of the scripts."""
    subprocess.run([str(PYTHON), *map(str, command)], check=True, stdout=subprocess.DEVNULL)


def crowns(folder: Path) -> list[list[object]]:
    """Layers of the two pictures: the height model, then the crowns and the tops on it."""
    chm, tops, found = (
        SCRIPTS / "sample" / "treecrowns_fictitious_chm.tif",
        folder / "tops.gpkg",
        folder / "crowns.gpkg",
    )
    run(SCRIPTS / "treecrowns.py", "--chm", chm, "--treetops", tops, "--crowns", found)
    heights = QgsRasterLayer(str(chm), "heights")
    grey = QgsSingleBandGrayRenderer(heights.dataProvider(), 1)
    heights.setRenderer(grey)
    heights.setDefaultContrastEnhancement()
    return [[heights], [styled(tops, "treetops"), styled(found, "crowns"), heights]]


def model(folder: Path) -> list[list[object]]:
    """Layers of the two pictures: the image, then the objects on it."""
    run(REPOSITORY / "tools" / "make_fictitious_image.py", folder)
    image, found = folder / "image.tif", folder / "toits.gpkg"
    run(
        SCRIPTS / "applymodel.py",
        "--image",
        image,
        "--model",
        folder / "toits.onnx",
        "--objects",
        found,
        "--min-area",
        5,
    )
    shown = QgsRasterLayer(str(image), "image")
    return [[shown], [styled(found, "objects"), shown]]


def styled(path: Path, style: str) -> QgsVectorLayer:
    """A layer with its style."""
    layer = QgsVectorLayer(str(path), style, "ogr")
    message, loaded = layer.loadNamedStyle(str(STYLES / f"{style}.qml"))
    if not loaded:
        raise SystemExit(f"{style}: {message}")
    return layer


def draw(pictures: list[list[object]], path: Path, metres: float, labels: bool) -> None:
    """Draw the middle ``metres`` × ``metres`` of the layers of each picture, side by side."""
    whole = QImage(SIDE * len(pictures) + GAP * (len(pictures) - 1), SIDE, QImage.Format.Format_RGB32)
    whole.fill(QColor("#ffffff"))
    painter = QPainter(whole)
    for number, layers in enumerate(pictures):
        base = layers[-1]
        middle = base.extent().center()
        settings = QgsMapSettings()
        settings.setLayers(layers)
        settings.setDestinationCrs(base.crs())
        settings.setExtent(QgsRectangle.fromCenterAndSize(middle, 2 * metres, 2 * metres))
        settings.setOutputSize(QSize(SIDE, SIDE))
        settings.setBackgroundColor(QColor("#ffffff"))
        settings.setFlag(QgsMapSettings.Flag.Antialiasing, True)
        settings.setFlag(QgsMapSettings.Flag.DrawLabeling, labels)
        job = QgsMapRendererParallelJob(settings)
        job.start()
        job.waitForFinished()
        painter.drawImage(QRect(number * (SIDE + GAP), 0, SIDE, SIDE), job.renderedImage())
    painter.end()
    if not whole.save(str(path)):
        raise SystemExit(f"{path} cannot be written")
    print(path)


if __name__ == "__main__":
    sys.exit(main())
