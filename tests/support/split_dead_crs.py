"""Run in a process of its own: measure and split a layer whose CRS was made in a thread that has ended.

split_dead_crs.py FOLDER      receives segments.gpkg and seen.json
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

import numpy as np
from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QSemaphore, QThread

from crige_ia_plugin.processing.roads.split_at_intersections import SplitAtIntersections
from crige_ia_plugin.processing.transformations import crs_of, revived, transformation
from crige_ia_plugin.processing.units import lengths_on_ground

NONE = QgsCoordinateTransformContext()
CUSTOM = "+proj=tmerc +lat_0=0 +lon_0=3 +ellps=intl +units=m +no_defs"
X, Y = 902_000.0, 6_250_000.0


class Maker(QThread):
    """Makes CRS first, and lives until somebody else has them too."""

    def __init__(self) -> None:
        super().__init__()
        self.made, self.taken = QSemaphore(), QSemaphore()

    def run(self) -> None:
        self.kept = [QgsCoordinateReferenceSystem("EPSG:2154"), QgsCoordinateReferenceSystem.fromProj(CUSTOM)]
        for crs in self.kept:
            crs.toWkt()
        self.made.release()
        self.taken.acquire()


def main(folder: Path) -> None:
    maker = Maker()
    maker.start()
    maker.made.acquire()
    roads = QgsVectorLayer("LineString?crs=EPSG:2154", "roads", "memory")
    custom = QgsCoordinateReferenceSystem.fromProj(CUSTOM)
    alive = [custom.toWkt(), roads.crs().toWkt()]
    maker.taken.release()
    maker.wait()
    end = time.monotonic() + 1  # what a thread leaves behind goes a little later than it
    while (custom.toWkt() or roads.crs().toWkt()) and time.monotonic() < end:
        time.sleep(0.02)
    seen = {
        "alive": [bool(text) for text in alive],
        "dead": [not custom.toWkt(), not roads.crs().toWkt()],  # in QGIS 3.22
        "moved": moved(roads.crs()),
        "lengths": measured(roads.crs()),
        "revived": [bool(revived(custom).toWkt()), bool(crs_of(roads).toWkt())],
    }
    split(roads, folder / "segments.gpkg")
    (folder / "seen.json").write_text(json.dumps(seen), encoding="utf-8")


def moved(crs: QgsCoordinateReferenceSystem) -> list[float]:
    point = transformation(crs, QgsCoordinateReferenceSystem("EPSG:4326"), NONE).transform(QgsPointXY(X, Y))
    return [point.x(), point.y()]


def measured(crs: QgsCoordinateReferenceSystem) -> list[object]:
    ends = np.array([[X, Y], [X + 1000, Y]])
    lengths = lengths_on_ground(crs, ends, NONE)
    return [lengths.on_ground, float(lengths.distance(ends[:1], ends[1:])[0])]


def split(roads: QgsVectorLayer, target: Path) -> None:
    for wkt in (f"LineString ({X} {Y}, {X + 1000} {Y})", f"LineString ({X + 500} {Y - 50}, {X + 500} {Y + 50})"):
        feature = QgsFeature()
        feature.setGeometry(QgsGeometry.fromWkt(wkt))
        roads.dataProvider().addFeature(feature)
    algorithm = SplitAtIntersections()
    algorithm.initAlgorithm()
    context, feedback = QgsProcessingContext(), QgsProcessingFeedback(False)
    context.temporaryLayerStore().addMapLayer(roads)
    _, ok = algorithm.run({"INPUT": roads.id(), "SEGMENTS": str(target)}, context, feedback, {}, False)
    assert ok, feedback.textLog()


if __name__ == "__main__":
    application = QgsApplication([], False)
    application.initQgis()
    main(Path(sys.argv[1]))
    application.exitQgis()
