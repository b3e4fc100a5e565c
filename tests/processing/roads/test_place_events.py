"""Placing events: addresses and cumulated distances to points and lines."""

from __future__ import annotations

import numpy as np
import pytest
from layers import make_layer
from measured import d943, events_table, layer_of, routes_layer
from qgis.core import QgsProcessingException, QgsVectorLayer, QgsWkbTypes
from wkt import wkt

from crige_ia_plugin.runsheet.files import read

X, Y = 700_000, 6_600_000


def places(layer: QgsVectorLayer) -> list[tuple[float, float]]:
    found = [feature.geometry().asPoint() for feature in layer.getFeatures()]
    return [(round(p.x() - X, 3), round(p.y() - Y, 3)) for p in found]


def test_points_by_pr_and_metres_on_their_side(run):
    routes, markers = d943()
    table = events_table(
        "id:integer voie:string pr:integer pr1:integer side:string",
        [
            (1, "D943", 10, 1200, None),
            (2, "RD 0943", 12, 100, "D"),
            (3, "D6", 1, 300, "D"),
            (4, "D6", 1, 300, "G"),
        ],
    )
    done = run(
        "placeevents",
        INPUT=table,
        ROUTES=routes,
        ROUTE_FIELD="voie",
        MARKERS=markers,
        FROM_FIELD="pr",
        FROM_OFFSET_FIELD="pr1",
        SIDE_FIELD="side",
    )
    layer = done.layer("OUTPUT")
    assert layer.wkbType() == QgsWkbTypes.Type.PointM
    assert layer.crs().authid() == "EPSG:2154"
    assert places(layer) == [(1700, 0), (2600, 0), (300, -1006), (310, -994)]
    assert done.rows("OUTPUT", "id", "route", "address", "pr_input", "pr", "abs")[1] == (
        2, "D943", "PR12+100", 12, 12, pytest.approx(100),
    )  # fmt: skip
    assert done.rows("OUTPUT", "cumul")[0] == (pytest.approx(505 + 1200 * 1.01),)
    assert done.rows("OUTPUT", "angle")[0] == (pytest.approx(90),)
    assert next(layer.getFeatures()).geometry().constGet().m() == pytest.approx(505 + 1200 * 1.01)
    assert done.rows("REJECTED", "id") == []
    assert (done["PLACED_COUNT"], done["REJECTED_COUNT"]) == (4, 0)


@pytest.mark.parametrize(
    ("address", "route", "reason"),
    [
        ("PR99+0", "D943", "unknown-marker"),
        ("PR10+0", "Z9", "unknown-route"),
        ("PR10+0", None, "no-route"),
        ("PR10+0", "", "no-route"),
        ("-1", "D943", "unknown-address"),
        ("(1)", "D943", "unknown-address"),
        (None, "D943", "unknown-address"),
        ("", "D943", "unknown-address"),
        ("devant la mairie", "D943", "unreadable-address"),
        ("PR12+5000", "D943", "after-end"),
        ("PR10-900", "D943", "before-start"),
        ("PR12+250", "D943", "in-gap"),
    ],
)
def test_what_cannot_be_placed_is_rejected_with_its_reason(run, address, route, reason):
    routes, markers = d943()
    table = events_table("route:string pr:string note:string", [(route, address, "kept")])
    done = run("placeevents", INPUT=table, ROUTES=routes, ROUTE_FIELD="route", MARKERS=markers, FROM_FIELD="pr")
    ((code, sentence, note),) = done.rows("REJECTED", "reason", "message", "note")
    assert (code, note) == (reason, "kept")
    assert sentence
    assert "{" not in sentence
    assert done.rows("OUTPUT", "note") == []
    assert done.layer("REJECTED").wkbType() == QgsWkbTypes.Type.NoGeometry


def test_a_decimal_is_read_from_text_and_not_from_a_number(run):
    routes, markers = d943()
    options = {"ROUTES": routes, "ROUTE_FIELD": "route", "MARKERS": markers, "FROM_FIELD": "pr"}
    text = run("placeevents", INPUT=events_table("route:string pr:string", [("D943", "10.200")]), **options)
    assert text.rows("OUTPUT", "address") == [("PR10+200",)]
    number = run("placeevents", INPUT=events_table("route:string pr:double", [("D943", 10.2), ("D943", 10)]), **options)
    assert number.rows("REJECTED", "reason") == [("decimal-number",)]
    assert "10.2" in number.rows("REJECTED", "message")[0][0]
    assert number.rows("OUTPUT", "address") == [("PR10+0",)]


def test_metres_of_text_or_unknown_reject_their_event(run):
    routes, markers = d943()
    table = events_table(
        "route:string pr:integer pr1:string", [("D943", 10, "200"), ("D943", 10, "abc"), ("D943", 10, "-1")]
    )
    done = run(
        "placeevents",
        INPUT=table,
        ROUTES=routes,
        ROUTE_FIELD="route",
        MARKERS=markers,
        FROM_FIELD="pr",
        FROM_OFFSET_FIELD="pr1",
    )
    assert done.rows("OUTPUT", "address") == [("PR10+200",)]
    assert done.rows("REJECTED", "reason") == [("unreadable-address",), ("unknown-address",)]


def test_cumulated_distances_need_no_markers(run):
    routes, _ = d943()
    table = events_table("route:string cumul:string", [("D943", "505"), ("D943", "1 515,0"), ("D943", "-1")])
    done = run("placeevents", INPUT=table, ROUTES=routes, ROUTE_FIELD="route", REFERENCE="cumul", FROM_FIELD="cumul")
    assert places(done.layer("OUTPUT")) == [(500, 0), (1500, 0)]
    assert done.rows("OUTPUT", "address", "pr") == [(None, None)] * 2
    assert done.rows("REJECTED", "reason") == [("unknown-address",)]


def test_sections_cross_markers_gaps_and_run_backwards(run):
    routes, markers = d943()
    table = events_table(
        "id:integer route:string plod:integer absd:double plof:integer absf:double",
        [
            (1, "D943", 10, 0.0, 12, 0.0),
            (2, "D943", 12, 0.0, 10, 100.0),
            (3, "D943", 12, 100.0, 12, 400.0),
            (4, "D943", 12, 450.0, 12, 900.0),
            (5, "D943", 10, 5.0, 10, 5.0),
            (6, "D943", 11, 0.0, None, None),
        ],
    )
    done = run(
        "placeevents",
        INPUT=table,
        ROUTES=routes,
        ROUTE_FIELD="route",
        MARKERS=markers,
        FROM_FIELD="plod",
        FROM_OFFSET_FIELD="absd",
        TO_FIELD="plof",
        TO_OFFSET_FIELD="absf",
    )
    layer = done.layer("OUTPUT")
    assert layer.wkbType() == QgsWkbTypes.Type.MultiLineStringM
    lengths = [feature.geometry().length() for feature in layer.getFeatures()]
    assert lengths == pytest.approx([2000, 1900, 200, 50], abs=1e-6)
    parts = [feature.geometry().constGet().numGeometries() for feature in layer.getFeatures()]
    assert parts == [1, 1, 2, 1]
    assert done.rows("OUTPUT", "id", "reversed", "clipped", "over_gap") == [
        (1, False, False, False),
        (2, True, False, False),
        (3, False, False, True),
        (4, False, True, False),
    ]
    assert done.rows("OUTPUT", "plod", "absd", "plof", "absf")[1] == (
        10,
        pytest.approx(100),
        12,
        pytest.approx(0, abs=1e-6),
    )
    assert done.rows("OUTPUT", "address")[1] == ("PR10+100 – PR12+0",)
    assert done.rows("REJECTED", "id", "reason") == [(5, "zero-length"), (6, "unknown-address")]


def test_an_offset_is_to_the_right(run):
    routes, markers = d943()
    table = events_table(
        "route:string pr:string d:string",
        [("D943", "10+100", "5"), ("D943", "10+100", "-2,5"), ("D943", "10+100", None)],
    )
    done = run(
        "placeevents",
        INPUT=table,
        ROUTES=routes,
        ROUTE_FIELD="route",
        MARKERS=markers,
        FROM_FIELD="pr",
        LATERAL_OFFSET_FIELD="d",
    )
    assert places(done.layer("OUTPUT")) == [(600, -5), (600, 2.5), (600, 0)]


def test_points_keep_the_height_of_the_route(run):
    routes = routes_layer([("A", "U", 0, "MultiLineStringZM ((0 0 10 0, 100 0 20 100))")], kind="MultiLineStringZM")
    table = events_table("route:string cumul:double", [("A", 50)])
    done = run("placeevents", INPUT=table, ROUTES=routes, ROUTE_FIELD="route", REFERENCE="cumul", FROM_FIELD="cumul")
    assert wkt(next(done.layer("OUTPUT").getFeatures()).geometry()) == "PointZM (50 0 15 50)"


def test_there_and_back(run):
    routes, markers = d943()
    random = np.random.default_rng(3)
    on = [(x, 0) for x in random.uniform(0, 2700, 40)] + [(1000, y) for y in random.uniform(1, 200, 10)]
    on += [(x, -1006) for x in random.uniform(0, 2000, 10)] + [(x, -994) for x in random.uniform(0, 2000, 10)]
    rows = [(f"Point ({float(X + x)!r} {float(Y + y)!r})", [row]) for row, (x, y) in enumerate(on)]
    points = layer_of("Point?crs=EPSG:2154&field=id:integer", rows, "points")
    located = run("locatepoints", INPUT=points, ROUTES=routes, MARKERS=markers)
    back = run(
        "placeevents",
        INPUT=located.layer("OUTPUT"),
        ROUTES=routes,
        ROUTE_FIELD="route",
        MARKERS=markers,
        FROM_FIELD="pr",
        FROM_OFFSET_FIELD="abs",
        DEPARTMENT_FIELD="department",
        SIDE_FIELD="side",
        BRANCH_FIELD="branch",
    )
    found = places(back.layer("OUTPUT"))
    assert len(found) == len(on)
    assert np.hypot(*(np.array(found) - np.array(on)).T).max() < 1e-3


def test_rejected_events_keep_their_geometry(run, tmp_path):
    routes, markers = d943()
    table = layer_of(
        "Point?crs=EPSG:4326&field=route:string&field=pr:string",
        [("Point (3 46)", ["D943", "99"]), ("Point (4 47)", ["D943", "10"]), (None, ["Z1", "10"])],
    )
    report = tmp_path / "report.html"
    done = run(
        "placeevents",
        INPUT=table,
        ROUTES=routes,
        ROUTE_FIELD="route",
        MARKERS=markers,
        FROM_FIELD="pr",
        OUTPUT=str(tmp_path / "placed.gpkg"),
        REJECTED=str(tmp_path / "rejected.gpkg"),
        REPORT=str(report),
    )
    kept = list(QgsVectorLayer(str(tmp_path / "rejected.gpkg")).getFeatures())
    assert kept[0].geometry().asWkt() == "Point (3 46)"
    assert kept[1].geometry().isEmpty()
    assert done.layer("REJECTED").crs().authid() == "EPSG:4326"
    assert places(QgsVectorLayer(str(tmp_path / "placed.gpkg"))) == [(500, 0)]
    sheet = read(report)
    assert [check.passed for check in sheet.checks] == [False]
    assert sum(row[-1] for row in sheet.tables[-1].rows) == 3


def test_what_cannot_work_is_refused_with_what_to_do(run):
    routes, markers = d943()
    table = events_table("route:string pr:string", [("D943", "10")])
    with pytest.raises(QgsProcessingException):
        run("placeevents", INPUT=table, ROUTES=routes, ROUTE_FIELD="route", FROM_FIELD="pr")
    lines = make_layer(["LINESTRING (0 0, 1 1)"])
    with pytest.raises(QgsProcessingException, match=r"\(M\)"):
        run("placeevents", INPUT=table, ROUTES=lines, ROUTE_FIELD="route", MARKERS=markers, FROM_FIELD="pr")
    with pytest.raises(QgsProcessingException, match="nothing"):
        run("placeevents", INPUT=table, ROUTES=routes, ROUTE_FIELD="nothing", MARKERS=markers, FROM_FIELD="pr")


def test_an_empty_table_gives_an_empty_layer(run):
    routes, markers = d943()
    table = events_table("route:string pr:string", [])
    done = run("placeevents", INPUT=table, ROUTES=routes, ROUTE_FIELD="route", MARKERS=markers, FROM_FIELD="pr")
    assert done.rows("OUTPUT", "route") == done.rows("REJECTED", "route") == []
    assert done.warnings
