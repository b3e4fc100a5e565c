"""Draw the result of a run as a map, 1,600 × 1,200 pixels: title, legend, scale bar, close-up of a bridge.

    python3 tools/render_map.py --result result.gpkg --output map.png [--level-field F] [--title T] [--source S]
        [--backdrop town.gpkg] [--plugins FOLDER] [--language fr]

``result.gpkg`` holds the tables segments, nodes and anomalies. The styles are those of the plugin in FOLDER (the
staged one by default). The close-up is put where most roads pass under or over one another.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from map_layers import backdrop_of, drop_unused_classes, grouped, qgis
from map_sheet import Sheet
from qgis.core import (
    QgsFeature,
    QgsPointXY,
    QgsProject,
    QgsSpatialIndex,
    QgsUnitTypes,
    QgsVectorLayer,
    QgsVectorLayerUtils,
)

REPOSITORY = Path(__file__).resolve().parent.parent
CLOSE_UP_METRES = 460.0
METRES_PER_DEGREE = 111_320.0
LAYERS = ("anomalies", "nodes", "segments")

WORDS = {
    "en": {
        "title": "Road network split at its intersections",
        "counts": "{segments} segments · {nodes} nodes · {anomalies} anomalies",
        "segments": "Segments (two alternating tones)",
        "nodes": "Nodes",
        "anomalies": "Anomalies",
        "close_up": "A bridge is not a junction",
        "drawn": "Drawn by CRIGE IA & géodata with QGIS",
    },
    "fr": {
        "title": "Réseau routier tronçonné aux intersections",
        "counts": "{segments} tronçons · {nodes} nœuds · {anomalies} anomalies",
        "segments": "Tronçons (deux tons en alternance)",
        "nodes": "Nœuds",
        "anomalies": "Anomalies",
        "close_up": "Un pont n'est pas un carrefour",
        "drawn": "Dessiné par CRIGE IA & géodata avec QGIS",
    },
}


def main() -> int:
    """Read the command line and draw."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--result", type=Path, required=True, help="GeoPackage with segments, nodes, anomalies")
    parser.add_argument("--output", type=Path, required=True, help="PNG to write")
    parser.add_argument("--level-field", help="field of the segments that holds their level")
    parser.add_argument("--title", help="instead of the usual one")
    parser.add_argument("--source", default="", help="where the data come from, written under the map")
    parser.add_argument("--backdrop", type=Path, help="GeoPackage with water and vegetation")
    parser.add_argument("--plugins", type=Path, default=REPOSITORY / "build", help="folder of crige_ia_plugin")
    parser.add_argument("--language", choices=sorted(WORDS), default="en")
    options = parser.parse_args()

    try:
        with qgis(options.plugins, options.language):
            draw(options)
    except (OSError, ValueError) as error:
        print(f"render_map: {error}", file=sys.stderr)
        return 1
    return 0


def draw(options: argparse.Namespace) -> None:
    """Draw the map; raises ValueError when there is nothing to draw, OSError when it cannot be written."""
    words = WORDS[options.language]
    found = {name: _layer(options, name, words[name]) for name in LAYERS}
    layers = {name: layer for name, layer in found.items() if layer.isValid()}
    if "segments" not in layers:
        raise ValueError(f"{options.result} holds no table named segments")
    backdrop = list(backdrop_of(options.backdrop)) if options.backdrop else []
    QgsProject.instance().addMapLayers([*layers.values(), *backdrop], False)

    segments = layers["segments"]
    QgsProject.instance().setCrs(segments.crs())
    in_degrees = segments.crs().mapUnits() == QgsUnitTypes.DistanceUnit.DistanceDegrees
    sheet = Sheet([*layers.values(), *backdrop], METRES_PER_DEGREE if in_degrees else 1.0)
    sheet.show(segments.extent())
    counts = {name: grouped(layer.featureCount()) for name, layer in layers.items()}
    counts = {name: counts.get(name, "0") for name in LAYERS}
    sheet.headings(options.title or words["title"], words["counts"].format(**counts))
    bridge = busiest_bridge(segments)
    if bridge:
        sheet.close_up(bridge, CLOSE_UP_METRES, words["close_up"])
    for layer in layers.values():
        drop_unused_classes(layer)
    sheet.legend([layer for layer in layers.values() if layer.featureCount()])
    sheet.scale_bar()
    sheet.footer(" · ".join(text for text in (options.source, words["drawn"]) if text))
    sheet.export(options.output)


def _layer(options: argparse.Namespace, name: str, title: str) -> QgsVectorLayer:
    from crige_ia_plugin.processing.styles import apply_style

    layer = QgsVectorLayer(f"{options.result}|layername={name}", title, "ogr")
    if layer.isValid() and not apply_style(layer, name, options.level_field if name == "segments" else None):
        print(f"render_map: the style of {name} could not be read", file=sys.stderr)
    return layer


def busiest_bridge(segments: QgsVectorLayer) -> QgsPointXY | None:
    """Middle of the segment above the ground that crosses most segments of other levels, if there is one."""
    levels, _ = QgsVectorLayerUtils.getValues(segments, segments.renderer().classAttribute())
    features: dict[int, QgsFeature] = {feature.id(): feature for feature in segments.getFeatures()}
    level = dict(zip(features, levels))
    index = QgsSpatialIndex(segments.getFeatures())
    best: tuple[int, QgsFeature] | None = None
    for fid, feature in features.items():
        if level[fid] not in (None, 0) and level[fid] > 0:
            around = feature.geometry().boundingBox().buffered(60.0 if segments.extent().width() > 10 else 6e-4)
            others = [other for other in index.intersects(around) if level[other] != level[fid]]
            score = sum(feature.geometry().crosses(features[other].geometry()) for other in others)
            bonus = sum(level[other] == level[fid] for other in index.intersects(around))
            if best is None or score * 10 + bonus > best[0]:
                best = (score * 10 + bonus, feature)
    return best[1].geometry().pointOnSurface().asPoint() if best else None


if __name__ == "__main__":
    sys.exit(main())
