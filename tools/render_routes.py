"""Draw measured routes as a map, 1,600 × 1,200 pixels: arrows, abscissas at the ends of segments, a close-up.

    python3 tools/render_routes.py --result result.gpkg --output abscissas.png [--source S] [--backdrop town.gpkg]
        [--plugins FOLDER] [--language fr]

``result.gpkg`` holds the tables measured (the segments) and routes. The styles are those of the plugin in FOLDER (the
staged one by default). The close-up is put where the most segments end near one another.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import numpy as np
from map_layers import backdrop_of, dressed, grouped, qgis
from map_sheet import Sheet
from qgis.core import QgsPointXY, QgsProject, QgsUnitTypes, QgsVectorLayer

REPOSITORY = Path(__file__).resolve().parent.parent
CLOSE_UP_METRES = 700.0
METRES_PER_DEGREE = 111_320.0

WORDS = {
    "en": {
        "title": "Curvilinear abscissas",
        "counts": "{routes} routes · {kilometres} km · {segments} segments measured",
        "routes": "Routes (abscissas in metres)",
        "close_up": "Each segment has its abscissas",
        "drawn": "Drawn by CRIGE IA & géodata with QGIS",
    },
    "fr": {
        "title": "Abscisses curvilignes",
        "counts": "{routes} routes · {kilometres} km · {segments} tronçons mesurés",
        "routes": "Routes (abscisses en mètres)",
        "close_up": "Chaque tronçon a ses abscisses",
        "drawn": "Dessiné par CRIGE IA & géodata avec QGIS",
    },
}


def main() -> int:
    """Read the command line and draw."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--result", type=Path, required=True, help="GeoPackage with the tables measured and routes")
    parser.add_argument("--output", type=Path, required=True, help="PNG to write")
    parser.add_argument("--source", default="", help="where the data come from, written under the map")
    parser.add_argument("--backdrop", type=Path, help="GeoPackage with water and vegetation")
    parser.add_argument("--plugins", type=Path, default=REPOSITORY / "build", help="folder of crige_ia_plugin")
    parser.add_argument("--language", choices=sorted(WORDS), default="en")
    options = parser.parse_args()
    try:
        with qgis(options.plugins, options.language):
            draw(options)
    except (OSError, ValueError) as error:
        print(f"render_routes: {error}", file=sys.stderr)
        return 1
    return 0


def draw(options: argparse.Namespace) -> None:
    """Draw the map; raises ValueError when there is nothing to draw, OSError when it cannot be written."""
    from crige_ia_plugin.processing.styles import ROUTE_SEGMENTS, ROUTES

    words = WORDS[options.language]
    layers = {}
    for name, style in (("routes", ROUTES), ("measured", ROUTE_SEGMENTS)):
        layer = QgsVectorLayer(f"{options.result}|layername={name}", "", "ogr")
        if not layer.isValid():
            raise ValueError(f"{options.result} holds no table named {name}")
        layers[name] = dressed(layer, style, words["routes"])
    routes, measured = layers["routes"], layers["measured"]
    backdrop = list(backdrop_of(options.backdrop)) if options.backdrop else []
    QgsProject.instance().addMapLayers([routes, measured, *backdrop], False)
    QgsProject.instance().setCrs(routes.crs())
    in_degrees = routes.crs().mapUnits() == QgsUnitTypes.DistanceUnit.DistanceDegrees
    sheet = Sheet([routes, *backdrop], METRES_PER_DEGREE if in_degrees else 1.0)
    sheet.show(routes.extent())
    sheet.headings(
        words["title"],
        words["counts"].format(
            routes=grouped(len({feature["route"] for feature in routes.getFeatures()})),
            kilometres=grouped(round(sum(feature["length"] for feature in routes.getFeatures()) / 1000)),
            segments=grouped(measured.featureCount()),
        ),
    )
    sheet.close_up(_busiest(measured), CLOSE_UP_METRES, words["close_up"])
    sheet.inset.setLayers([measured, *backdrop])
    sheet.legend([routes])
    sheet.scale_bar()
    sheet.footer(" · ".join(text for text in (options.source, words["drawn"]) if text))
    sheet.export(options.output)


def _busiest(measured: QgsVectorLayer) -> QgsPointXY:
    """Find the middle of the cell of the close-up's size in which most segments start."""
    starts = [next(feature.geometry().vertices()) for feature in measured.getFeatures()]
    xy = np.array([(point.x(), point.y()) for point in starts])
    degrees = measured.crs().mapUnits() == QgsUnitTypes.DistanceUnit.DistanceDegrees
    size = CLOSE_UP_METRES / (METRES_PER_DEGREE if degrees else 1.0)
    _, members, counts = np.unique(np.floor(xy / size), axis=0, return_inverse=True, return_counts=True)
    middle = xy[members.reshape(-1) == counts.argmax()].mean(axis=0)
    return QgsPointXY(*middle)


if __name__ == "__main__":
    sys.exit(main())
