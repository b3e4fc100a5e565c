"""Draw the sample town measured: calibrated routes, PR, events and homogeneous sections, 1,600 × 1,200 pixels each.

    .venv/bin/python tools/render_events.py [--plugins FOLDER] [--output FOLDER] [--language en]

The model of ``resources/models`` is run on the embedded sample with a small table of made-up events, then two sheets
are drawn with the styles of the plugin in FOLDER (the staged one by default).
"""

from __future__ import annotations

import argparse
from pathlib import Path

from map_layers import Run, backdrop_of, dressed, qgis
from map_sheet import Sheet
from qgis.core import (
    QgsApplication,
    QgsFeature,
    QgsPointXY,
    QgsProject,
    QgsVectorLayer,
)

REPOSITORY = Path(__file__).resolve().parent.parent
CLOSE_UP_METRES = 700.0

ACCIDENTS = (
    ("A999", 112, 640, "D"),
    ("A999", 113, 500, "G"),
    ("D943", 21, 150, ""),
    ("D943", 22, 320, "D"),
    ("RD 943", 22, 410, "G"),
    ("D943", 24, 60, ""),
    ("D6", 0, 480, ""),
    ("D0006", 1, 300, ""),
    ("D6", 2, 700, ""),
    ("D12", 8, 250, ""),
    ("D6", 99, 0, ""),
)
"""Route, PR, metres after it, side."""
WORKS = (("D6", 0, 400, 1, 200), ("D12", 7, 300, 8, 600), ("D943", 22, 100, 23, 150))
SURFACES = (("D6", 0, 0, 0, 900), ("D6", 0, 900, 2, 300), ("D12", 7, 0, 8, 200), ("D943", 21, 0, 23, 0))
"""Route, PR and metres of the start, PR and metres of the end."""

WORDS = {
    "en": {
        "events": "Accidents placed by PR and metres",
        "events_line": "{routes} calibrated routes · {placed} accidents placed · {rejected} rejected, with the reason",
        "sections": "Works and surfaces crossed into homogeneous sections",
        "sections_line": "{sections} sections: on each, every table is constant",
        "close_up": "PR and accidents of the two carriageways",
        "close_up_sections": "Each section has its measures",
        "accidents": "Accidents",
        "markers": "Markers (PR)",
        "routes": "Calibrated routes",
        "homogeneous": "Homogeneous sections",
        "source": "Villeneuve-la-Fictive: fictitious town, fictitious data",
        "drawn": "Drawn by CRIGE IA & géodata with QGIS",
    },
    "fr": {
        "events": "Accidents placés par PR et mètres",
        "events_line": "{routes} routes calées · {placed} accidents placés · {rejected} rejeté, avec la raison",
        "sections": "Travaux et revêtements croisés en sections homogènes",
        "sections_line": "{sections} sections : sur chacune, toutes les tables sont constantes",
        "close_up": "PR et accidents des deux chaussées",
        "close_up_sections": "Chaque section a ses mesures",
        "accidents": "Accidents",
        "markers": "Points de repère (PR)",
        "routes": "Routes calées",
        "homogeneous": "Sections homogènes",
        "source": "Villeneuve-la-Fictive : ville imaginaire, données imaginaires",
        "drawn": "Dessiné par CRIGE IA & géodata avec QGIS",
    },
}
NAMES = {
    "en": ("accidents_on_routes_en.png", "homogeneous_sections_en.png"),
    "fr": ("accidents_on_routes.png", "homogeneous_sections.png"),
}


def main() -> None:
    """Run the tools and draw."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--plugins", type=Path, default=REPOSITORY / "build", help="folder of crige_ia_plugin")
    parser.add_argument("--output", type=Path, default=REPOSITORY / "docs" / "images", help="folder of the pictures")
    parser.add_argument("--language", choices=sorted(WORDS), default="fr")
    options = parser.parse_args()
    with qgis(options.plugins, options.language):
        draw(options)


def draw(options: argparse.Namespace) -> None:
    """Draw both sheets."""
    from crige_ia_plugin.processing.provider import CrigeIaProvider
    from crige_ia_plugin.processing.styles import EVENT_POINTS, MARKERS, ROUTES, SECTIONS

    provider = CrigeIaProvider()
    QgsApplication.processingRegistry().addProvider(provider)
    words = WORDS[options.language]
    town = options.plugins / "crige_ia_plugin" / "resources" / "sample" / "town.gpkg"
    chain = Run("networktoevents")
    accidents = _table("accidents", "route:string&field=pr:integer&field=abs:integer&field=cote:string", ACCIDENTS)
    chain(
        roads=f"{town}|layername=troncon_de_route",
        markers=f"{town}|layername=point_de_repere",
        events=accidents,
    )
    routes, markers = chain.layer("calibrate:ROUTES"), chain.layer("calibrate:CALIBRATED_MARKERS")
    fields = "route:string&field=plod:integer&field=absd:integer&field=plof:integer&field=absf:integer"
    overlay = Run("overlayevents")
    overlay(
        EVENTS=[_table("works", fields, WORKS), _table("surfaces", fields, SURFACES)], ROUTES=routes, MARKERS=markers
    )
    layers = {
        "accidents": dressed(chain.layer("place:EVENTS"), EVENT_POINTS, words["accidents"]),
        "markers": dressed(markers, MARKERS, words["markers"]),
        "routes": dressed(routes, ROUTES, words["routes"]),
        "homogeneous": dressed(overlay.layer("OUTPUT"), SECTIONS, words["homogeneous"]),
    }
    backdrop = list(backdrop_of(town))
    QgsProject.instance().addMapLayers([*layers.values(), *backdrop], False)
    QgsProject.instance().setCrs(routes.crs())
    counts = {
        "routes": len({feature["route"] for feature in routes.getFeatures()}),
        "placed": layers["accidents"].featureCount(),
        "rejected": chain.layer("place:REJECTED").featureCount(),
        "sections": layers["homogeneous"].featureCount(),
    }
    dual = next(f for f in layers["accidents"].getFeatures() if f["side"] == "D" and f["route"] == "D943")
    centre = QgsPointXY(dual.geometry().constGet().x(), dual.geometry().constGet().y())
    for name, picture, shown in zip(("events", "sections"), NAMES[options.language], (_EVENTS, _SECTIONS)):
        sheet = Sheet([*(layers[one] for one in shown), *backdrop], 1.0)
        sheet.show(routes.extent())
        sheet.headings(words[name], words[f"{name}_line"].format(**counts))
        sheet.close_up(centre, CLOSE_UP_METRES, words["close_up" if name == "events" else "close_up_sections"])
        sheet.legend([layers[one] for one in shown])
        sheet.scale_bar()
        sheet.footer(f"{words['source']} · {words['drawn']}")
        sheet.export(options.output / picture)
        print(options.output / picture)


_EVENTS, _SECTIONS = ("accidents", "markers", "routes"), ("homogeneous", "markers")


def _table(name: str, fields: str, rows: tuple[tuple, ...]) -> QgsVectorLayer:
    layer = QgsVectorLayer(f"NoGeometry?field={fields}", name, "memory")
    features = []
    for row in rows:
        feature = QgsFeature(layer.fields())
        feature.setAttributes(list(row))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    return layer


if __name__ == "__main__":
    main()
