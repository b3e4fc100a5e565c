"""Curvilinear abscissas: shapes by hand, options, bad input, the sample town and real networks."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import pytest
from dressing import is_dressed, load_outputs
from measured import layer_of
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsDistanceArea,
    QgsGeometry,
    QgsProcessingException,
    QgsProject,
    QgsVectorLayer,
    QgsWkbTypes,
)
from wkt import wkt

from crige_ia_plugin.runsheet.files import read

ALGORITHM = "curvilinearabscissa"
TOWN = Path(__file__).resolve().parents[3] / "resources" / "sample" / "town.gpkg"
X, Y = 700_000, 6_600_000
FIELDS = "field=numero:string&field=nature:string&field=route:integer"


def roads(*rows, uri="LineString?crs=EPSG:2154", fields=FIELDS):
    """Roads from (name, points in metres from (X, Y)) or (name, WKT)."""
    built = []
    for name, points in rows:
        wkt = points
        if not isinstance(points, str) and points is not None:
            wkt = "LineString (" + ", ".join(f"{X + x} {Y + y}" for x, y in points) + ")"
        built.append((wkt, [name, "Rond-point" if name == "ring" else "Route", 7]))
    return layer_of(f"{uri}&{fields}", built, "roads")


def starts(*rows, fields="field=numero:string"):
    return layer_of(f"Point?crs=EPSG:2154&{fields}", [(f"Point ({X + x} {Y + y})", v) for x, y, *v in rows], "starts")


MARKER_FIELDS = (
    "field=route:string&field=numero:string&field=abscisse:integer&field=cote:string&field=type_de_pr:string"
    "&field=code_insee_du_departement:string&field=gestionnaire:string"
)


def bdtopo_markers(*rows):
    """Markers from (x, y, route, number, abscisse)."""
    return starts(*((x, y, r, n, a, "U", "PR", "12", "Aveyron") for x, y, r, n, a in rows), fields=MARKER_FIELDS)


CHAIN = (("N88", [(200, 0), (100, 0)]), ("RN 0088", [(0, 0), (100, 0)]), ("n-88", [(300, 0), (200, 0)]))


def test_a_route_is_ordered_oriented_and_measured(run):
    done = run(ALGORITHM, INPUT=roads(*CHAIN), ROUTE_FIELD="numero", LENGTH_TYPE="planar")
    segments = sorted(done.rows("SEGMENTS", "rank", "numero", "side", "branch", "reversed", "cumuld", "cumulf"))
    assert segments == [
        (1, "RN 0088", "U", 0, False, 0, 100),
        (2, "N88", "U", 0, True, 100, 200),
        (3, "n-88", "U", 0, True, 200, 300),
    ]
    assert done.rows("SEGMENTS", "route", "route_input", "shared", "source_fid")[0] == ("N88", 7, False, 2)
    layer = done.layer("ROUTES")
    assert layer.wkbType() == QgsWkbTypes.Type.MultiLineStringM
    (route,) = layer.getFeatures()
    assert wkt(route.geometry(), 0) == (
        f"MultiLineStringM (({X} {Y} 0, {X + 100} {Y} 100, {X + 200} {Y} 200, {X + 300} {Y} 300))"
    )
    assert [route[name] for name in ("route", "side", "branch", "parts", "length", "cumuld", "cumulf")] == [
        "N88", "U", 0, 1, 300, 0, 300,
    ]  # fmt: skip
    first = min(done.layer("SEGMENTS").getFeatures(), key=lambda feature: feature["rank"])
    assert wkt(first.geometry(), 0) == f"LineStringM ({X} {Y} 0, {X + 100} {Y} 100)"
    assert done["SEGMENT_COUNT"] == 3
    assert done["ROUTE_COUNT"] == 1
    assert done["ANOMALY_COUNT"] == 0


def test_names_taken_for_one_another_are_on_the_run_sheet(run, tmp_path):
    sheet = tmp_path / "sheet.html"
    run(ALGORITHM, INPUT=roads(*CHAIN), ROUTE_FIELD="numero", REPORT=str(sheet))
    tables = {table.title: table.rows for table in read(sheet).tables}
    assert {row[:2] for row in tables["Route names taken for one another"]} == {("RN 0088", "N88"), ("n-88", "N88")}
    assert all(check.passed for check in read(sheet).checks)


def test_the_default_length_is_that_of_the_ellipsoid(run):
    layer = roads(("D1", [(0, 0), (30_000, 40_000), (60_000, 40_000)]))
    done = run(ALGORITHM, INPUT=layer, ROUTE_FIELD="numero")
    measure = QgsDistanceArea()
    measure.setSourceCrs(layer.crs(), QgsProject.instance().transformContext())
    measure.setEllipsoid("EPSG:7019")
    ((length,),) = done.rows("ROUTES", "length")
    # QGIS takes the geodesic between the ends; over 50 km it is a straight line of Lambert-93 to 2e-6.
    assert length == pytest.approx(measure.measureLength(next(layer.getFeatures()).geometry()), rel=2e-6)
    assert abs(length - 80_000) > 10


def test_the_same_roads_in_degrees_have_the_same_length(run):
    projected = roads(("D1", [(0, 0), (3_000, 1_000), (5_000, 4_000)]))
    degrees = QgsVectorLayer("LineString?crs=EPSG:4171&field=numero:string", "roads", "memory")
    feature = next(projected.getFeatures())
    geometry = QgsGeometry(feature.geometry())
    there = QgsCoordinateReferenceSystem("EPSG:4171")
    geometry.transform(QgsCoordinateTransform(projected.crs(), there, QgsProject.instance()))
    feature.setGeometry(geometry)
    feature.setAttributes(["D1"])
    degrees.dataProvider().addFeature(feature)
    lengths = [
        run(ALGORITHM, INPUT=layer, ROUTE_FIELD="numero").rows("ROUTES", "length")[0][0]
        for layer in (projected, degrees)
    ]
    assert lengths[1] == pytest.approx(lengths[0], rel=1e-6)


def test_lengths_in_3d_interpolate_unknown_heights_and_keep_them(run):
    wkt = f"LineStringZ ({X} {Y} 10, {X + 300} {Y} 9999, {X + 600} {Y} 810)"
    layer = roads(("D1", wkt), uri="LineStringZ?crs=EPSG:2154")
    done = run(ALGORITHM, INPUT=layer, ROUTE_FIELD="numero", LENGTH_TYPE="3d")
    flat = run(ALGORITHM, INPUT=layer, ROUTE_FIELD="numero")
    ((horizontal,),) = flat.rows("ROUTES", "length")
    ((length,),) = done.rows("ROUTES", "length")
    assert length == pytest.approx(math.hypot(horizontal, 800), rel=1e-9)
    geometry = next(done.layer("ROUTES").getFeatures()).geometry()
    assert geometry.wkbType() == QgsWkbTypes.Type.MultiLineStringZM
    assert [vertex.z() for vertex in geometry.vertices()] == [10, 9999, 810]
    assert done.rows("ANOMALIES", "code", "decision", "value") == [("unknown-z", "z-interpolated", 1)]
    assert flat.rows("ANOMALIES", "code", "decision") == [("unknown-z", "kept")]


@pytest.mark.parametrize(
    ("start", "points", "first"),
    [
        ("south-west", lambda: None, 2),
        ("digitised", lambda: None, 3),
        ("points", lambda: starts((301, 5, "N88")), 3),
        ("points", lambda: starts((301, 5), fields="field=nothing:string"), 3),
        ("points", lambda: starts((-1, 5, "rn88")), 2),
        ("markers", lambda: bdtopo_markers((0, 1, "N0088", "2", 900), (300, 1, "N0088", "1", 0)), 3),
    ],
)
def test_where_routes_start(run, start, points, first):
    done = run(ALGORITHM, INPUT=roads(*CHAIN), ROUTE_FIELD="numero", START=start, START_POINTS=points())
    assert min(done.rows("SEGMENTS", "rank", "source_fid"))[1] == first


@pytest.mark.parametrize(("policy", "expected"), [("straight", 1500), ("zero", 1000), ("markers", 2200)])
def test_what_a_gap_counts(run, policy, expected):
    layer = roads(("D1", [(0, 0), (1000, 0)]), ("D1", [(1500, 0), (2500, 0)]))
    done = run(
        ALGORITHM,
        INPUT=layer,
        ROUTE_FIELD="numero",
        GAP_POLICY=policy,
        LENGTH_TYPE="planar",
        START_POINTS=bdtopo_markers((500, 0, "D1", "1", 500), (2000, 0, "D1", "2", 2700)),
    )
    assert done.rows("SEGMENTS", "cumuld") == [(0,), (pytest.approx(expected),)]
    decision = {"straight": "gap-counted", "zero": "gap-not-counted", "markers": "gap-by-markers"}[policy]
    assert done.rows("ANOMALIES", "code", "route", "decision") == [("gap", "D1", decision)]
    assert done.rows("ROUTES", "parts", "length") == [(2, pytest.approx(2000))]


def test_forks_shared_stretches_and_sides(run):
    layer = roads(
        ("D6", [(0, 0), (1000, 0)]),
        ("D6/D12", [(1000, 0), (2000, 0)]),
        ("D12", [(2000, 0), (3000, 0)]),
        ("D6", [(2000, 0), (2000, 500)]),
        ("D6", [(1000, 0), (1000, -300)]),
    )
    done = run(ALGORITHM, INPUT=layer, ROUTE_FIELD="numero", LENGTH_TYPE="planar")
    assert set(done.rows("SEGMENTS", "route", "branch", "cumuld", "cumulf", "shared")) == {
        ("D12", 0, 0, 1000, True),
        ("D12", 0, 1000, 2000, False),
        ("D6", 0, 0, 1000, False),
        ("D6", 0, 1000, 2000, True),
        ("D6", 0, 2000, 2500, False),
        ("D6", 1, 1000, 1300, False),
    }
    codes = sorted(row[0] for row in done.rows("ANOMALIES", "code"))
    assert codes == ["fork", "shared-stretch", "shared-stretch"]


def test_a_side_field_rules(run):
    layer = layer_of(
        "LineString?crs=EPSG:2154&field=numero:string&field=cote:string",
        [
            (f"LineString ({X} {Y - 5}, {X + 2000} {Y - 5})", ["A1", "D"]),
            (f"LineString ({X + 2000} {Y + 5}, {X} {Y + 5})", ["A1", "G"]),
        ],
    )
    done = run(ALGORITHM, INPUT=layer, ROUTE_FIELD="numero", SIDE_FIELD="cote", LENGTH_TYPE="planar")
    assert sorted(done.rows("ROUTES", "side", "cumuld", "cumulf")) == [("D", 0, 2000), ("G", 0, 2000)]
    assert sorted(done.rows("SEGMENTS", "side", "reversed")) == [("D", False), ("G", True)]


def test_every_road_is_in_a_route_or_in_the_anomalies(run, tmp_path):
    layer = roads(
        ("D1", [(0, 0), (100, 0)]),
        ("D1", [(100, 0), (0, 0)]),
        ("NC", [(0, 50), (100, 50)]),
        (None, [(0, 60), (100, 60)]),
        ("D1", None),
        ("D1", [(100, 0), (100, 0)]),
    )
    sheet = tmp_path / "sheet.html"
    done = run(ALGORITHM, INPUT=layer, ROUTE_FIELD="numero", REPORT=str(sheet))
    placed = {row[0] for row in done.rows("SEGMENTS", "source_fid")}
    told = dict(done.rows("ANOMALIES", "source_fid", "code"))
    assert placed == {1}
    assert told[3] == told[4] == "no-route"
    assert told[2] == "duplicate"
    assert told[5] == "null_geometry"
    assert told[6] == "no-geometry"
    assert set(range(1, 7)) <= placed | set(told)
    assert all(message for (message,) in done.rows("ANOMALIES", "message"))
    places = {feature["source_fid"]: feature.hasGeometry() for feature in done.layer("ANOMALIES").getFeatures()}
    assert places[3]
    assert not places[5]
    checks = {check.code: check.passed for check in read(sheet).checks}
    assert checks["sources"]
    assert not checks["duplicate"]


@pytest.mark.parametrize(
    ("parameters", "said"),
    [
        (lambda: {"INPUT": roads((None, [(0, 0), (1, 1)]), ("NC", [(0, 0), (2, 1)]))}, "no route"),
        (lambda: {"ROUTE_FIELD": "absent"}, "no field"),
        (lambda: {"START": "points"}, "start points"),
        (lambda: {"START": "markers"}, "start points"),
        (lambda: {"GAP_POLICY": "markers"}, "start points"),
        (lambda: {"START": "markers", "START_POINTS": starts((0, 0, "x"))}, "point_de_repere"),
        (lambda: {"INPUT": starts((0, 0, "x"))}, "lines"),
        (lambda: {"START": "points", "START_POINTS": roads(("D1", [(0, 0), (1, 1)]))}, "points"),
        (
            lambda: {
                "LENGTH_TYPE": "planar",
                "INPUT": roads(("D1", "LineString (3 46, 3 47)"), uri="LineString?crs=EPSG:4171"),
            },
            "degrees",
        ),
    ],
)
def test_bad_input_is_refused_with_a_sentence(run, parameters, said):
    with pytest.raises(QgsProcessingException, match=said):
        run(ALGORITHM, **{"INPUT": roads(*CHAIN), "ROUTE_FIELD": "numero", **parameters()})


def test_odd_layers_are_told_about(run):
    nothing = run(ALGORITHM, INPUT=roads(), ROUTE_FIELD="numero")
    assert nothing["SEGMENT_COUNT"] == 0
    assert any("empty" in warning for warning in nothing.warnings)
    without_crs = roads(*CHAIN)
    without_crs.setCrs(QgsCoordinateReferenceSystem())
    nowhere = run(ALGORITHM, INPUT=without_crs, ROUTE_FIELD="numero")
    assert any("no CRS" in warning for warning in nowhere.warnings)
    assert nowhere.rows("ROUTES", "length") == [(pytest.approx(300),)]
    flat = run(ALGORITHM, INPUT=roads(*CHAIN), ROUTE_FIELD="numero", LENGTH_TYPE="3d")
    assert any("heights" in warning for warning in flat.warnings)
    unused = run(ALGORITHM, INPUT=roads(*CHAIN), ROUTE_FIELD="numero", START_POINTS=starts((0, 0, "N88")))
    assert any("not used" in warning for warning in unused.warnings)


def test_multiple_lines_are_measured_part_by_part(run):
    wkt = f"MultiLineString (({X} {Y}, {X + 10} {Y}), ({X + 20} {Y}, {X + 10} {Y}))"
    done = run(
        ALGORITHM, INPUT=roads(("D1", wkt), uri="MultiLineString?crs=EPSG:2154"), ROUTE_FIELD="numero",
        LENGTH_TYPE="planar",
    )  # fmt: skip
    assert done.rows("SEGMENTS", "source_fid", "cumuld", "cumulf") == [(1, 0, 10), (1, 10, 20)]


def test_the_sample_town(run):
    town = QgsVectorLayer(f"{TOWN}|layername=troncon_de_route", "roads", "ogr")
    markers = QgsVectorLayer(f"{TOWN}|layername=point_de_repere", "markers", "ogr")
    done = run(ALGORITHM, INPUT=town, ROUTE_FIELD="cpx_numero", START="markers", START_POINTS=markers)
    routes = {(row[0], row[1]): row[2:] for row in done.rows("ROUTES", "route", "side", "branch", "length", "cumulf")}
    assert set(routes) == {
        ("A999", "D"), ("A999", "G"), ("D12", "U"), ("D6", "U"), ("D943", "U"), ("D943", "D"), ("D943", "G"),
    }  # fmt: skip
    assert routes["A999", "D"][1] == pytest.approx(3734, abs=1)
    # The right carriageway runs to the east, as its markers do, in the direction of its traffic.
    sides = {row for row in done.rows("SEGMENTS", "route", "side", "reversed") if row[0] == "A999"}
    assert sides == {("A999", "D", False), ("A999", "G", True)}
    numbered = {feature.id() for feature in town.getFeatures("cpx_numero is not null")}
    assert {row[0] for row in done.rows("SEGMENTS", "source_fid")} == numbered
    shared = [row[0] for row in done.rows("SEGMENTS", "route", "shared") if row[1]]
    # The ramparts of D6 and D12, the roundabout of D6 and D943.
    assert sorted(shared) == ["D12"] * 6 + ["D6"] * 10 + ["D943"] * 4


@pytest.mark.usefixtures("run")
def test_outputs_arrive_dressed():
    loaded = load_outputs(ALGORITHM, INPUT=roads(*CHAIN, ("NC", [(0, 0), (5, 5)])), ROUTE_FIELD="numero")
    assert set(loaded) == {"SEGMENTS", "ROUTES", "ANOMALIES"}
    for layer in loaded.values():
        assert is_dressed(layer)
        assert layer.attributeAlias(layer.fields().lookupField("route"))
    words = loaded["ANOMALIES"].editorWidgetSetup(loaded["ANOMALIES"].fields().lookupField("code")).config()["map"]
    assert all(word != code for pair in words for word, code in pair.items())


def test_real_networks_keep_their_invariants(run, shared_data):
    source = QgsVectorLayer(str(shared_data / "roads/bdtopo_rodez.gpkg"), "roads", "ogr")
    done = run(ALGORITHM, INPUT=source, ROUTE_FIELD="numero")
    total = sum(end - start for start, end in done.rows("SEGMENTS", "cumuld", "cumulf"))
    lengths = [row[0] for row in done.rows("ROUTES", "length")]
    assert total == pytest.approx(sum(lengths), rel=1e-9)
    for feature in done.layer("ROUTES").getFeatures():
        last = -np.inf
        for part in feature.geometry().constParts():
            m = np.array([vertex.m() for vertex in part.vertices()])
            assert (np.diff(m) > 0).all()
            assert m[0] >= last - 1e-6
            last = m[-1]
    told = {row[0] for row in done.rows("ANOMALIES", "source_fid")}
    placed = {row[0] for row in done.rows("SEGMENTS", "source_fid")}
    assert told | placed >= {feature.id() for feature in source.getFeatures()}
