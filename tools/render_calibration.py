"""Draw one calibrated route of real data with its markers, 1,600 × 1,200 pixels: where PR stand, how far they agree.

    .venv/bin/python tools/render_calibration.py --roads FILE --markers FILE --output PNG [--route N88]
        [--route-field numero] [--source S] [--plugins FOLDER] [--language fr]

The markers have the fields of the national file. The close-up shows the marker that is nearest to the middle of the
route.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from map_layers import Run, dressed, qgis
from map_sheet import Sheet
from qgis.core import QgsApplication, QgsPointXY, QgsProject, QgsVectorLayer

REPOSITORY = Path(__file__).resolve().parent.parent
CLOSE_UP_METRES = 160.0
NATIONAL = {
    "MARKER_ROUTE_FIELD": "route",
    "MARKER_PR_FIELD": "pr",
    "MARKER_DEPARTMENT_FIELD": "depPr",
    "MARKER_NETWORK_FIELD": "concessionPr",
    "MARKER_SIDE_FIELD": "cote",
    "MARKER_CUMUL_FIELD": "cumul",
}
WORDS = {
    "en": {
        "title": "{route} calibrated on its reference points",
        "line": "{markers} markers, {distance:.1f} m at most from the axis · official and measured distances differ "
        "by {residual:.1f} m at most from one PR to the next",
        "routes": "Calibrated route",
        "markers": "Markers (PR)",
        "close_up": "Each carriageway has its markers",
        "drawn": "Drawn by CRIGE IA & géodata with QGIS",
    },
    "fr": {
        "title": "La {route} calée sur ses points de repère",
        "line": "{markers} PR, à {distance:.1f} m au plus de l'axe · d'un PR au suivant, le cumul officiel et "
        "le terrain diffèrent de {residual:.1f} m au plus",
        "routes": "Route calée",
        "markers": "Points de repère (PR)",
        "close_up": "Chaque chaussée a ses PR",
        "drawn": "Dessiné par CRIGE IA & géodata avec QGIS",
    },
}


def main() -> int:
    """Read the command line and draw."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--roads", required=True, help="lines")
    parser.add_argument("--route-field", default="numero", help="field of the roads that names their route")
    parser.add_argument("--markers", required=True, help="markers, with the fields of the national file")
    parser.add_argument("--route", default="N88", help="route to draw")
    parser.add_argument("--output", type=Path, required=True, help="PNG to write")
    parser.add_argument("--source", default="", help="where the data come from, written under the map")
    parser.add_argument("--plugins", type=Path, default=REPOSITORY / "build", help="folder of crige_ia_plugin")
    parser.add_argument("--language", choices=sorted(WORDS), default="fr")
    options = parser.parse_args()
    try:
        with qgis(options.plugins, options.language):
            draw(options)
    except (OSError, ValueError) as error:
        print(f"render_calibration: {error}", file=sys.stderr)
        return 1
    return 0


def draw(options: argparse.Namespace) -> None:
    """Draw the map; raises ValueError when the route has no marker, OSError when it cannot be written."""
    from crige_ia_plugin.processing.provider import CrigeIaProvider
    from crige_ia_plugin.processing.styles import MARKERS, ROUTES

    provider = CrigeIaProvider()
    QgsApplication.processingRegistry().addProvider(provider)
    words = WORDS[options.language]
    calibrate = Run("calibrateroutes")
    calibrate(INPUT=options.roads, ROUTE_FIELD=options.route_field, MARKERS=options.markers, **NATIONAL)
    found = {}
    for name in ("ROUTES", "CALIBRATED_MARKERS", "RESIDUALS"):
        found[name] = calibrate.layer(name)
        found[name].setSubsetString(f"\"route\" = '{options.route}'")
    routes, markers = found["ROUTES"], found["CALIBRATED_MARKERS"]
    if not markers.featureCount():
        raise ValueError(f"no marker stands on {options.route}")
    layers = [dressed(markers, MARKERS, words["markers"]), dressed(routes, ROUTES, words["routes"])]
    QgsProject.instance().addMapLayers(layers, False)
    QgsProject.instance().setCrs(routes.crs())
    sheet = Sheet(layers, 1.0)
    sheet.show(routes.extent())
    figures = {
        "markers": markers.featureCount(),
        "distance": max(feature["distance"] for feature in markers.getFeatures()),
        "residual": max(abs(feature["difference"]) for feature in found["RESIDUALS"].getFeatures()),
    }
    line = words["line"].format(**figures)
    sheet.headings(words["title"].format(route=options.route), line.replace(".", ",") if _is_french(options) else line)
    sheet.close_up(_middle(markers), CLOSE_UP_METRES, words["close_up"])
    sheet.legend(layers)
    sheet.scale_bar()
    sheet.footer(" · ".join(text for text in (options.source, words["drawn"]) if text))
    sheet.export(options.output)


def _is_french(options: argparse.Namespace) -> bool:
    return options.language == "fr"


def _middle(markers: QgsVectorLayer) -> QgsPointXY:
    """Find the marker nearest to the middle of all."""
    centre = markers.extent().center()
    points = [feature.geometry().asPoint() for feature in markers.getFeatures()]
    return min(points, key=centre.distance)


if __name__ == "__main__":
    sys.exit(main())
