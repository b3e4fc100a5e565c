"""Overlaying tables of events into homogeneous sections."""

from __future__ import annotations

import pytest
from measured import d943, events_table, routes_layer
from qgis.core import QgsProcessingException, QgsVectorLayer, QgsWkbTypes
from qgis.PyQt.QtCore import QDate

from crige_ia_plugin.runsheet.files import read

SECTIONS = "route:string plod:integer absd:double plof:integer absf:double "


def road():
    """One route of 100 m with measures in metres, another without events."""
    return routes_layer(
        [("A1", "U", 0, "MultiLineStringM ((0 0 0, 100 0 100))"), ("B2", "U", 0, "MultiLineStringM ((0 9 0, 50 9 50))")]
    )


def cumulated(fields: str, rows, name: str):
    return events_table("route:string cumuld:double cumulf:double " + fields, rows, name)


def test_two_tables_cut_each_other(run):
    surface = cumulated("kind:string year:date", [("A1", 10, 60, "enrobé", QDate(2020, 5, 1))], "chaussées")
    speed = cumulated("limit:integer", [("a 1", 40, 80, 50), ("A1", 90, 85, 30)], "vitesses")
    done = run("overlayevents", EVENTS=[surface, speed], ROUTES=road(), REFERENCE="cumul")
    assert done.rows("OUTPUT", "route", "cumuld", "cumulf", "kind", "limit", "vitesses_fid", "overlaps") == [
        ("A1", 0, 10, None, None, None, 0),
        ("A1", 10, 40, "enrobé", None, None, 0),
        ("A1", 40, 60, "enrobé", 50, 1, 0),
        ("A1", 60, 80, None, 50, 1, 0),
        ("A1", 80, 85, None, None, None, 0),
        ("A1", 85, 90, None, 30, 2, 0),
        ("A1", 90, 100, None, None, None, 0),
        ("B2", 0, 50, None, None, None, 0),
    ]
    layer = done.layer("OUTPUT")
    assert layer.wkbType() == QgsWkbTypes.Type.LineStringM
    assert done.rows("OUTPUT", "year")[1] == (QDate(2020, 5, 1),)
    assert sum(feature.geometry().length() for feature in layer.getFeatures()) == pytest.approx(150)
    assert done.rows("REJECTED", "reason") == []
    assert (done["SECTION_COUNT"], done["REJECTED_COUNT"]) == (8, 0)


def test_sections_by_pr_over_markers_and_gaps(run):
    routes, markers = d943()
    works = events_table(SECTIONS + "kind:string", [("D943", 10, 0, 11, 100, "travaux")], "travaux")
    other = events_table(SECTIONS + "kind:string", [("RD943", 12, 100, 12, 400, "vert")], "nature")
    done = run("overlayevents", EVENTS=[works, other], ROUTES=routes, MARKERS=markers)
    rows = done.rows("OUTPUT", "route", "side", "branch", "plod", "absd", "plof", "absf", "travaux_kind", "nature_kind")
    main = [row[3:] for row in rows if row[:3] == ("D943", "U", 0)]
    assert main[1][0] == 10
    assert main[1][1] == pytest.approx(0, abs=1e-6)
    assert main[1][2:] == (11, pytest.approx(100), "travaux", None)
    assert [row[-2:] for row in main] == [
        (None, None), ("travaux", None), (None, None), (None, "vert"), (None, "vert"), (None, None),
    ]  # fmt: skip
    assert ("D943", "U", 1) in {row[:3] for row in rows}
    assert {row[1] for row in rows if row[0] == "D6"} == {"D", "G"}


def test_a_table_that_speaks_of_sides(run):
    table = cumulated("side:string v:integer", [("A1", 0, 50, "D", 1), ("A1", 20, 30, "G", 2)], "t")
    done = run("overlayevents", EVENTS=[table], ROUTES=road(), REFERENCE="cumul")
    assert [row for row in done.rows("OUTPUT", "route", "side", "cumuld", "cumulf", "v") if row[0] == "A1"] == [
        ("A1", "D", 0, 50, 1),
        ("A1", "D", 50, 100, None),
        ("A1", "G", 0, 20, None),
        ("A1", "G", 20, 30, 2),
        ("A1", "G", 30, 100, None),
    ]


def test_what_has_no_place_is_rejected_with_its_reason(run, tmp_path):
    rows = [
        ("A1", 0, 60, 1),
        ("A1", 40, 100, 2),
        ("A1", 20, 50, 3),
        ("Z9", 0, 10, 4),
        (None, 0, 10, 5),
        ("A1", 5, 5, 6),
        ("A1", 500, 600, 7),
        ("A1", None, 10, 8),
    ]
    table = cumulated("v:integer", rows, "t")
    report = tmp_path / "report.html"
    done = run(
        "overlayevents",
        EVENTS=[table],
        ROUTES=road(),
        REFERENCE="cumul",
        OUTPUT=str(tmp_path / "sections.gpkg"),
        REJECTED=str(tmp_path / "rejected.gpkg"),
        REPORT=str(report),
    )
    assert done.rows("OUTPUT", "cumuld", "cumulf", "v", "overlaps")[:2] == [(0, 60, 1, 2), (60, 100, 2, 0)]
    assert done.rows("REJECTED", "table", "source_fid", "reason") == [
        ("t", 3, "hidden"),
        ("t", 4, "unknown-route"),
        ("t", 5, "no-route"),
        ("t", 6, "zero-length"),
        ("t", 7, "after-end"),
        ("t", 8, "unknown-address"),
    ]
    assert all(message for (message,) in done.rows("REJECTED", "message"))
    assert {check.code: check.passed for check in read(report).checks} == {"covered": True, "placed": False}
    assert any("overlaps" in warning for warning in done.warnings)
    assert QgsVectorLayer(str(tmp_path / "rejected.gpkg")).featureCount() == 6


def test_tables_may_name_their_fields_each_in_its_way(run):
    one = events_table("axe:string debut:double fin:double a:integer", [("A1", 0, 50, 1)], "one")
    two = events_table("route:string d:double f:double b:integer", [("A1", 20, 100, 2)], "two")
    done = run(
        "overlayevents",
        EVENTS=[one, two],
        ROUTES=road(),
        REFERENCE="cumul",
        FROM_FIELD="debut, d",
        TO_FIELD="fin,f",
    )
    assert done.rows("OUTPUT", "cumuld", "cumulf", "a", "b")[:3] == [
        (0, 20, 1, None),
        (20, 50, 1, 2),
        (50, 100, None, 2),
    ]


def test_the_same_table_twice_is_two_tables(run):
    table = cumulated("v:integer", [("A1", 0, 50, 1)], "t")
    done = run("overlayevents", EVENTS=[table, table.clone()], ROUTES=road(), REFERENCE="cumul")
    assert done.rows("OUTPUT", "t_v", "t_2_v", "t_fid", "t_2_fid")[0] == (1, 1, 1, 1)


def test_what_cannot_work_is_refused_with_what_to_do(run):
    points = events_table("route:string cumul:double", [("A1", 5)], "accidents")
    with pytest.raises(QgsProcessingException, match="accidents"):
        run("overlayevents", EVENTS=[points], ROUTES=road(), REFERENCE="cumul")
    table = cumulated("v:integer", [("A1", 0, 50, 1)], "t")
    with pytest.raises(QgsProcessingException):
        run("overlayevents", EVENTS=[table], ROUTES=road())
    with pytest.raises(QgsProcessingException, match="commas"):
        run("overlayevents", EVENTS=[table], ROUTES=road(), REFERENCE="cumul", FROM_FIELD="nothing")


def test_an_empty_table_leaves_the_routes_whole(run):
    done = run("overlayevents", EVENTS=[cumulated("v:integer", [], "t")], ROUTES=road(), REFERENCE="cumul")
    assert done.rows("OUTPUT", "route", "v") == [("A1", None), ("B2", None)]
    assert done.warnings
