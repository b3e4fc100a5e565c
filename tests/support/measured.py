"""Measured routes, calibrated markers and event tables made in memory, as the tools write them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from qgis.core import QgsFeature, QgsGeometry, QgsVectorLayer

ROUTE_FIELDS = "field=route:string&field=side:string&field=branch:integer"
MARKER_FIELDS = (
    "field=route:string&field=side:string&field=pr:integer&field=department:string&field=network:string"
    "&field=m:double&field=ground:double&field=used:boolean"
)


def layer_of(uri: str, rows: Iterable[tuple[str | None, Sequence[Any]]], name: str = "table") -> QgsVectorLayer:
    """Build a layer of (WKT or None, attributes)."""
    layer = QgsVectorLayer(uri, name, "memory")
    assert layer.isValid()
    features = []
    for wkt, attributes in rows:
        feature = QgsFeature(layer.fields())
        feature.setAttributes(list(attributes))
        if wkt is not None:
            geometry = QgsGeometry.fromWkt(wkt)
            assert not geometry.isNull(), wkt
            feature.setGeometry(geometry)
        features.append(feature)
    assert layer.dataProvider().addFeatures(features)[0]
    return layer


def routes_layer(
    rows: Sequence[tuple[str, str, int, str]], crs: str = "EPSG:2154", kind: str = "MultiLineStringM"
) -> QgsVectorLayer:
    """Build ROUTES from (route, side, branch, WKT)."""
    return layer_of(f"{kind}?crs={crs}&{ROUTE_FIELDS}", [(wkt, (r, s, b)) for r, s, b, wkt in rows], "routes")


def markers_layer(rows: Sequence[tuple], crs: str = "EPSG:2154") -> QgsVectorLayer:
    """Build CALIBRATED_MARKERS from (route, side, pr, department, network, m, ground)."""
    return layer_of(f"Point?crs={crs}&{MARKER_FIELDS}", [(None, (*row, True)) for row in rows], "calibrated_markers")


def events_table(fields: str, rows: Iterable[Sequence[Any]], name: str = "events") -> QgsVectorLayer:
    """Build a table without geometry; ``fields`` as ``route:string pr:integer``."""
    uri = "NoGeometry?" + "&".join(f"field={field}" for field in fields.split())
    return layer_of(uri, [(None, row) for row in rows], name)


def d943(crs: str = "EPSG:2154") -> tuple[QgsVectorLayer, QgsVectorLayer]:
    """Return routes and markers that are computed by hand.

    D943 runs 3 km to the east from (700000, 6600000): PR 10 at 500 m, PR 11 1,326 m farther on, PR 12 at 2,500 m; the
    official cumul is 1 % longer than the ground between PR 10 and PR 11. Beyond PR 12 there is a gap from 2,700 m to
    2,800 m. A branch leaves at 1,000 m to the north. D6 is a dual carriageway 1 km to the south, with PR 1 and PR 2.
    """
    x, y = 700_000, 6_600_000
    m11 = 505 + 1326 * 1.01

    def m(ground: float) -> float:
        if ground <= 500:
            return ground + 5
        if ground <= 1826:
            return 505 + (ground - 500) * 1.01
        if ground <= 2500:
            return m11 + (ground - 1826) * (2525 - m11) / (2500 - 1826)
        return ground + 25

    def line(*at: float) -> str:
        return ", ".join(f"{x + g} {y} {m(g)!r}" for g in at)

    main = f"MultiLineStringM (({line(0, 500, 1000, 1826, 2500, 2700)}), ({line(2800, 3000)}))"
    branch = f"MultiLineStringM (({x + 1000} {y} {m(1000)!r}, {x + 1000} {y + 200} {m(1000) + 200!r}))"
    south = [f"MultiLineStringM (({x} {y - 1000 + dy} 0, {x + 2000} {y - 1000 + dy} 2000))" for dy in (-6, 6)]
    routes = routes_layer(
        [("D943", "U", 0, main), ("D943", "U", 1, branch), ("D6", "D", 0, south[0]), ("D6", "G", 0, south[1])], crs
    )
    markers = markers_layer(
        [
            ("D943", "U", 10, "12", "", m(500), 500.0),
            ("D943", "U", 11, "12", "", m(1826), 1826.0),
            ("D943", "U", 12, "12", "", m(2500), 2500.0),
            ("D6", "D", 1, "12", "", 0.0, 0.0),
            ("D6", "D", 2, "12", "", 1000.0, 1000.0),
            ("D6", "G", 1, "12", "", 10.0, 10.0),
            ("D6", "G", 2, "12", "", 1010.0, 1010.0),
        ],
        crs,
    )
    return routes, markers
