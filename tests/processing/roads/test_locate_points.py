"""Locating points: addresses, measures and sides of points."""

from __future__ import annotations

import pytest
from layers import make_layer
from measured import d943, layer_of, markers_layer, routes_layer
from qgis.core import QgsProcessingException, QgsVectorLayer, QgsWkbTypes
from wkt import wkt

from crige_ia_plugin.runsheet.files import read

X, Y = 700_000, 6_600_000


def points(*places: tuple[float, float] | None, field: str = "name:string", values=None, crs="EPSG:2154"):
    """Points by their place from the start of D943."""
    rows = []
    for row, place in enumerate(places):
        wkt = None if place is None else f"Point ({X + place[0]} {Y + place[1]})"
        rows.append((wkt, [values[row] if values else f"point {row}"]))
    return layer_of(f"Point?crs={crs}&field={field}", rows, "accidents")


def test_points_receive_an_address_a_measure_and_a_distance(run):
    routes, markers = d943()
    done = run(
        "locatepoints",
        INPUT=points((1700, -4), (400, 3), (2600, 0), (0, 500), (1000, 150)),
        ROUTES=routes,
        MARKERS=markers,
    )
    found = done.rows("OUTPUT", "name", "route", "side", "branch", "address", "cumul", "distance", "lateral", "status")
    assert found[0] == (
        "point 0", "D943", "U", 0, "PR10+1200", pytest.approx(505 + 1200 * 1.01), pytest.approx(4), pytest.approx(4),
        "placed",
    )  # fmt: skip
    assert found[1][4:8] == ("PR10-100", pytest.approx(405), pytest.approx(3), pytest.approx(-3))
    assert found[2][4] == "PR12+100"
    assert found[3] == ("point 3", None, None, None, None, None, None, None, "off-network")
    assert found[4][1:4] == ("D943", "U", 1)
    assert found[4][5] == pytest.approx(505 + 500 * 1.01 + 150)
    assert done["LOCATED_COUNT"] == 4
    assert done.rows("OUTPUT", "department", "pr", "abs")[2] == ("12", 12, pytest.approx(100))
    assert done.rows("OUTPUT", "message")[3] != (None,)


def test_points_stay_where_they_are_in_their_own_crs(run, qgis_app):
    routes, markers = d943()
    degrees = layer_of("PointZ?crs=EPSG:4326&field=name:string", [("PointZ (3.0091 46.5000 7)", ["here"])], "accidents")
    done = run("locatepoints", INPUT=degrees, ROUTES=routes, MARKERS=markers)
    layer = done.layer("OUTPUT")
    assert layer.crs().authid() == "EPSG:4326"
    assert layer.wkbType() == QgsWkbTypes.Type.PointZ
    feature = next(layer.getFeatures())
    assert wkt(feature.geometry(), 4) == "PointZ (3.0091 46.5 7)"
    # 0.0091° of longitude at 46.5° north are 698 m in Lambert-93.
    assert feature["address"] == "PR10+198"


def test_routes_in_degrees_measure_in_metres(run):
    routes = routes_layer([("D1", "U", 0, "MultiLineStringM ((3 46 0, 3.01 46 774))")], "EPSG:4326")
    there = layer_of("Point?crs=EPSG:4326&field=name:string", [("Point (3.005 46.0004)", ["here"])])
    done = run("locatepoints", INPUT=there, ROUTES=routes)
    ((lateral, cumul),) = done.rows("OUTPUT", "lateral", "cumul")
    assert lateral == pytest.approx(-44.46, abs=0.05)
    assert cumul == pytest.approx(387, abs=0.1)
    assert done.rows("OUTPUT", "pr", "address") == [(None, None)]
    assert any("PR" in warning for warning in done.warnings)


def test_a_point_may_be_held_to_its_route(run):
    routes, markers = d943()
    done = run(
        "locatepoints",
        INPUT=points((100, -480), (100, -480), (100, -480), values=["rd 0943", None, "D77"]),
        ROUTES=routes,
        ROUTE_FIELD="name",
        MARKERS=markers,
        MAX_DISTANCE=600,
    )
    assert done.rows("OUTPUT", "route", "status") == [("D943", "placed"), ("D943", "placed"), (None, "unknown-route")]
    assert "D77" in done.rows("OUTPUT", "message")[2][0]


def test_nothing_is_left_out(run, tmp_path):
    routes, markers = d943()
    report = tmp_path / "report.html"
    target = tmp_path / "located.gpkg"
    done = run(
        "locatepoints",
        INPUT=points(None, (1700, -4)),
        ROUTES=routes,
        MARKERS=markers,
        OUTPUT=str(target),
        REPORT=str(report),
    )
    assert sorted(done.rows("OUTPUT", "name", "status")) == [("point 0", "no-geometry"), ("point 1", "placed")]
    sheet = read(report)
    assert [check.passed for check in sheet.checks] == [False]
    assert QgsVectorLayer(str(target)).featureCount() == 2


def test_the_form_of_addresses_is_the_users(run):
    routes, markers = d943()
    there = points((1700, 0))
    done = run("locatepoints", INPUT=there, ROUTES=routes, MARKERS=markers, ADDRESS_FORM="{pr} {sign} {offset}")
    assert done.rows("OUTPUT", "address") == [("10 + 1200",)]
    with pytest.raises(QgsProcessingException, match="offset"):
        run("locatepoints", INPUT=there, ROUTES=routes, MARKERS=markers, ADDRESS_FORM="PR{pr}")


def test_the_users_fields_are_kept_beside_ours(run):
    routes, markers = d943()
    there = layer_of("Point?crs=EPSG:2154&field=Route:string", [(f"Point ({X + 1700} {Y})", ["mine"])])
    done = run("locatepoints", INPUT=there, ROUTES=routes, MARKERS=markers)
    assert done.rows("OUTPUT", "Route_input", "route") == [("mine", "D943")]
    assert done.warnings


def test_an_empty_layer_gives_an_empty_one(run):
    routes, markers = d943()
    done = run("locatepoints", INPUT=points(), ROUTES=routes, MARKERS=markers)
    assert done.rows("OUTPUT", "route") == []
    assert done.warnings


def test_bad_layers_are_refused_with_what_to_do(run):
    routes, markers = d943()
    with pytest.raises(QgsProcessingException, match=r"\(M\)"):
        run("locatepoints", INPUT=points((0, 0)), ROUTES=make_layer(["LINESTRING (0 0, 1 1)"]), MARKERS=markers)
    with pytest.raises(QgsProcessingException, match="ground"):
        run("locatepoints", INPUT=points((0, 0)), ROUTES=routes, MARKERS=points((0, 0), field="pr:string"))
    unnamed = layer_of("LineStringM?crs=EPSG:2154&field=a:string", [("LineStringM (0 0 0, 1 1 1)", ["x"])])
    with pytest.raises(QgsProcessingException, match="route"):
        run("locatepoints", INPUT=points((0, 0)), ROUTES=unnamed)


def test_routes_of_others_may_run_backwards_and_be_faulty(run):
    routes = routes_layer(
        [
            ("A", "U", 0, "MultiLineStringM ((0 0 100, 100 0 0))"),
            ("B", "U", 0, "MultiLineStringM ((0 50 0, 50 50 80, 100 50 60))"),
            ("", "U", 0, "MultiLineStringM ((0 90 0, 100 90 100))"),
        ]
    )
    there = layer_of("Point?crs=EPSG:2154&field=name:string", [("Point (30 5)", ["a"]), ("Point (30 52)", ["b"])])
    done = run("locatepoints", INPUT=there, ROUTES=routes, MARKERS=markers_layer([]), MAX_DISTANCE=20)
    assert done.rows("OUTPUT", "route", "cumul", "lateral")[0] == ("A", pytest.approx(70), pytest.approx(5))
    faulty = ("B", "not-measured", "The route “B” has no measures there")
    assert done.rows("OUTPUT", "route", "status", "message")[1] == faulty
    assert len(done.warnings) == 2
