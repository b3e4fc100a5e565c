"""Layers made in memory, and what a folder holds."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

from qgis.core import QgsFeature, QgsGeometry, QgsVectorLayer


def make_layer(
    wkts: Iterable[str | None], uri: str = "LineString?crs=EPSG:2154&field=name:string&field=lanes:integer"
) -> QgsVectorLayer:
    layer = QgsVectorLayer(uri, "routes", "memory")
    assert layer.isValid()
    features = []
    for row, wkt in enumerate(wkts):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([f"rue de l’été {row}", row][: layer.fields().count()])
        if wkt is not None:
            feature.setGeometry(QgsGeometry.fromWkt(wkt))
        features.append(feature)
    assert layer.dataProvider().addFeatures(features)[0]
    return layer


def make_lines(count: int, **options: str) -> QgsVectorLayer:
    return make_layer((f"LINESTRING ({i} 0, {i} 10, {i + 0.5} 20)" for i in range(count)), **options)


def fingerprints(folder: Path) -> dict[str, str]:
    """Every file of a folder, hidden ones included, with its digest."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else "folder"
        for path in sorted(folder.rglob("*"))
    }
