"""The demonstration data in the project: a group of their own, styled."""

from __future__ import annotations

from pathlib import Path

from qgis.core import (
    QgsFillSymbol,
    QgsLineSymbol,
    QgsMarkerSymbol,
    QgsProject,
    QgsRectangle,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
)

_SAMPLE_LOOK = {
    "zone_de_vegetation": ("fill", {"color": "#dcead0", "outline_style": "no"}),
    "surface_hydrographique": ("fill", {"color": "#b5d5ea", "outline_style": "no"}),
    "troncon_de_route": ("line", {"color": "#3d4f66", "width": "0.4"}),
    "point_de_repere": ("marker", {"name": "square", "color": "#2b7bba", "size": "1.6"}),
}
_SYMBOLS = {"fill": QgsFillSymbol, "line": QgsLineSymbol, "marker": QgsMarkerSymbol}


def add_sample(path: Path, title: str) -> QgsRectangle | None:
    """Add the layers of the sample in a group of their own, styled; return their extent."""
    project = QgsProject.instance()
    group = project.layerTreeRoot().insertGroup(0, title)
    extent = QgsRectangle()
    for name, (kind, look) in _SAMPLE_LOOK.items():
        layer = QgsVectorLayer(f"{path}|layername={name}", name, "ogr")
        if not layer.isValid():
            continue
        layer.setRenderer(QgsSingleSymbolRenderer(_SYMBOLS[kind].createSimple(look)))
        if not project.mapLayers():
            project.setCrs(layer.crs())
        if project.addMapLayer(layer, False) is not None:
            group.insertLayer(0, layer)
            extent.combineExtentWith(layer.extent())
    return extent if not extent.isEmpty() else None
