"""Calibrating routes on their markers: by hand, policies, bad markers, the sample town and the real N88."""

from __future__ import annotations

from pathlib import Path

import pytest
from dressing import is_dressed, load_outputs
from measured import layer_of
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsGeometry,
    QgsProcessingException,
    QgsProject,
    QgsVectorLayer,
    QgsWkbTypes,
)

from crige_ia_plugin.runsheet.files import read

ALGORITHM = "calibrateroutes"
TOWN = Path(__file__).resolve().parents[3] / "resources" / "sample" / "town.gpkg"
# Near the standard parallel of Lambert-93 (44° north), where a metre is a metre to 1e-7, so that hands can compute.
X, Y = 700_000, 6_322_333
NATIONAL = "field=route:string&field=pr:integer&field=depPr:string&field=concessionPr:string&field=cumul:double"
FIELDS = {
    "ROUTE_FIELD": "numero",
    "MARKER_ROUTE_FIELD": "route",
    "MARKER_PR_FIELD": "pr",
    "MARKER_DEPARTMENT_FIELD": "depPr",
    "MARKER_NETWORK_FIELD": "concessionPr",
    "MARKER_SIDE_FIELD": "cote",
    "MARKER_CUMUL_FIELD": "cumul",
}
BDTOPO = {
    "ROUTE_FIELD": "cpx_numero",
    "MARKER_ROUTE_FIELD": "route",
    "MARKER_PR_FIELD": "numero",
    "MARKER_DEPARTMENT_FIELD": "code_insee_du_departement",
    "MARKER_NETWORK_FIELD": "gestionnaire",
    "MARKER_SIDE_FIELD": "cote",
    "MARKER_CUMUL_FIELD": "abscisse",
    "MARKER_TYPE_FIELD": "type_de_pr",
}


def roads(*rows):
    lines = [("LineString (" + ", ".join(f"{X + x} {Y + y}" for x, y in points) + ")", [name]) for name, points in rows]
    return layer_of("LineString?crs=EPSG:2154&field=numero:string", lines, "roads")


def markers(*rows, crs="EPSG:2154"):
    """Markers from (x, y, route, pr, cumul[, side[, département]])."""
    built = []
    for x, y, route, pr, cumul, *rest in rows:
        side, department = (*rest, *("D", "12")[len(rest) :])
        wkt = None if x is None else f"Point ({X + x} {Y + y})"
        built.append((wkt, [route, pr, department, "N", cumul, side]))
    return layer_of(f"Point?crs={crs}&{NATIONAL}&field=cote:string", built, "markers")


def straight():
    """Three kilometres of D1, digitised against the markers, in two roads."""
    return roads(("D1", [(3000, 0), (1500, 0)]), ("D1", [(1500, 0), (0, 0)]))


def three(**options):
    rows = [(500, 3, "D0001", 1, 0), (1500, 3, "D0001", 2, 990), (2500, -3, "D0001", 3, 2010)]
    return markers(*((*row, "I") for row in rows), **options)


def test_measures_go_through_the_official_distances(run, tmp_path):
    sheet = tmp_path / "sheet.html"
    done = run(ALGORITHM, INPUT=straight(), MARKERS=three(), REPORT=str(sheet), **FIELDS)
    (route,) = done.layer("ROUTES").getFeatures()
    assert done.layer("ROUTES").wkbType() == QgsWkbTypes.Type.MultiLineStringM
    measures = [(round(v.x() - X), round(v.m(), 3)) for v in route.geometry().vertices()]
    expected = [(0, -500), (500, 0), (1500, 990), (2500, 2010), (3000, 2510)]
    assert [x for x, _ in measures] == [x for x, _ in expected]
    assert [m for _, m in measures] == pytest.approx([m for _, m in expected], abs=0.01)
    names = ("route", "side", "branch", "plod", "absd", "cumuld", "plof", "absf", "cumulf")
    assert [route[name] for name in names] == [
        "D1", "U", 0, 1, pytest.approx(-500, abs=0.01), pytest.approx(-500, abs=0.01),
        3, pytest.approx(500, abs=0.01), pytest.approx(2510, abs=0.01),
    ]  # fmt: skip
    segments = sorted(done.rows("SEGMENTS", "rank", "numero", "reversed", "plod", "plof", "cumulf"))
    assert segments == [
        (1, "D1", True, 1, 2, pytest.approx(990, abs=0.01)),
        (2, "D1", True, 2, 3, pytest.approx(2510, abs=0.01)),
    ]
    calibrated = done.rows("CALIBRATED_MARKERS", "route", "side", "pr", "department", "network", "m", "used")
    assert calibrated == [("D1", "U", pr, "12", "N", pytest.approx(m), True) for pr, m in ((1, 0), (2, 990), (3, 2010))]
    assert done.rows("CALIBRATED_MARKERS", "ground", "distance")[1] == (
        pytest.approx(1500, abs=0.01), pytest.approx(3, abs=0.01),
    )  # fmt: skip
    assert done.rows("CALIBRATED_MARKERS", "route_input", "pr_input", "cumul")[2] == ("D0001", 3, 2010)
    first = next(done.layer("CALIBRATED_MARKERS").getFeatures()).geometry().asPoint()
    assert (first.x() - X, first.y() - Y) == pytest.approx((500, 0))
    residuals = done.rows("RESIDUALS", "route", "plod", "plof", "official", "ground", "difference")
    assert residuals == [
        ("D1", 1, 2, 990, pytest.approx(1000, abs=0.01), pytest.approx(-10, abs=0.01)),
        ("D1", 2, 3, 1020, pytest.approx(1000, abs=0.01), pytest.approx(20, abs=0.01)),
    ]
    stretch = next(done.layer("RESIDUALS").getFeatures()).geometry()
    assert stretch.length() == pytest.approx(1000, abs=0.01)
    assert done["MARKER_COUNT"] == 3
    assert done["ANOMALY_COUNT"] == 0
    tables = {table.title: table.rows for table in read(sheet).tables}
    assert [row[3:] for row in tables["Residuals"]] == [("PR1", "PR2", 990, 1000, -10), ("PR2", "PR3", 1020, 1000, 20)]
    assert ("D0001", "D1", 3) in tables["Route names taken for one another"]


def test_markers_in_another_crs(run):
    there = QgsCoordinateReferenceSystem("EPSG:3857")
    layer = three()
    moved = layer_of(f"Point?crs=EPSG:3857&{NATIONAL}&field=cote:string", [])
    transform = QgsCoordinateTransform(layer.crs(), there, QgsProject.instance())
    for feature in layer.getFeatures():
        geometry = QgsGeometry(feature.geometry())
        geometry.transform(transform)
        feature.setGeometry(geometry)
        moved.dataProvider().addFeature(feature)
    done = run(ALGORITHM, INPUT=straight(), MARKERS=moved, **FIELDS)
    assert [row[0] for row in done.rows("CALIBRATED_MARKERS", "distance")] == pytest.approx([3, 3, 3], abs=0.01)


@pytest.mark.parametrize(
    ("policy", "ends", "empty"), [("extend", (-500, 2510), 0), ("clip", (0, 2010), 0), ("null", (0, 2010), 2)]
)
def test_beyond_the_markers(run, policy, ends, empty):
    done = run(ALGORITHM, INPUT=straight(), MARKERS=three(), EXTRAPOLATION=policy, **FIELDS)
    ((start, end, parts),) = done.rows("ROUTES", "cumuld", "cumulf", "parts")
    assert (start, end) == pytest.approx(ends, abs=0.01)
    assert parts == 1 + empty
    assert done["SEGMENT_COUNT"] == 2
    first = min(done.rows("SEGMENTS", "rank", "cumuld", "plod", "cumulf"))
    assert first[1:3] == ((pytest.approx(-500, abs=0.01), 1) if policy == "extend" else (None, None))
    assert first[3] == pytest.approx(990, abs=0.01)


def test_two_carriageways_have_their_own_markers(run):
    layer = roads(("A1", [(0, -8), (3000, -8)]), ("A1", [(3000, 8), (0, 8)]))
    posts = markers(
        (500, -10, "A1", 1, 0, "D"), (2500, -10, "A1", 3, 2000, "D"),
        (500, 10, "A1", 1, 5, "G"), (2500, 10, "A1", 3, 2025, "G"),
    )  # fmt: skip
    done = run(ALGORITHM, INPUT=layer, MARKERS=posts, **FIELDS)
    ends = {row[0]: row[1:] for row in done.rows("ROUTES", "side", "cumuld", "cumulf", "plod", "plof")}
    assert ends["D"] == (pytest.approx(-500, abs=0.1), pytest.approx(2500, abs=0.1), 1, 3)
    assert ends["G"] == (pytest.approx(-495, abs=0.1), pytest.approx(2525, abs=0.1), 1, 3)
    assert sorted(done.rows("RESIDUALS", "side", "official")) == [("D", 2000), ("G", 2020)]


def test_the_border_of_a_departement(run):
    posts = markers(
        (500, 0, "D1", 7, 7000, "I", "12"), (1400, 0, "D1", 8, 7900, "I", "12"),
        (1600, 0, "D1", 0, 8100, "I", "48"), (2500, 0, "D1", 1, 9000, "I", "48"),
    )  # fmt: skip
    done = run(ALGORITHM, INPUT=straight(), MARKERS=posts, **FIELDS)
    assert done["MARKER_COUNT"] == 4
    assert done.rows("ROUTES", "plod", "plof", "cumulf") == [(7, 1, pytest.approx(9500, abs=0.1))]


def test_every_marker_that_is_not_used_is_told_with_its_reason(run, tmp_path):
    posts = markers(
        (100, 0, "D1", 1, 100),
        (900, 0, "D1", 2, 900),
        (1700, 0, "D1", 9, 1700),
        (2100, 0, "D1", 3, 2100),
        (2900, 0, "D1", 4, 2900),
        (2910, 4, "D1", 4, 2900),
        (1000, 30, "D1", 5, 1000),
        (1000, 0, "D77", 1, 0),
        (None, None, "D1", 6, 0),
        (-X, -Y, "D1", 7, 0),
        (500_000, 0, "D1", 8, 0),
        (1200, 0, "D1", None, 1200),
        (1300, 0, None, 3, 1300),
    )
    sheet = tmp_path / "sheet.html"
    done = run(ALGORITHM, INPUT=straight(), MARKERS=posts, MAX_DISTANCE=20, REPORT=str(sheet), **FIELDS)
    told = {fid: code for fid, code in done.rows("ANOMALIES", "marker_fid", "code") if fid}
    assert told == {
        3: "marker-decreasing",
        6: "marker-duplicate-key",
        8: "marker-unknown-route",
        9: "marker-no-place",
        10: "marker-no-place",
        12: "marker-no-pr",
        13: "marker-no-route",
    }
    # Outside the extent of the roads a marker is no fault of theirs: it is counted only.
    figures = {figure.name: figure.value for figure in read(sheet).results}
    assert figures["MARKERS_ELSEWHERE"] == 2
    assert figures["MARKERS_NOT_USED"] == 7
    assert [row for row in done.rows("CALIBRATED_MARKERS", "pr", "used") if not row[1]] == [(9, False)]
    checks = {check.code: check.passed for check in read(sheet).checks}
    assert not checks["markers"]
    assert checks["calibrated"]


def test_types_that_are_no_posts_are_left_out(run):
    told = ((0, 0, "PR0"), (900, 1, "PR"), (950, 1, "CS"))
    rows = [(f"Point ({X + x} {Y})", ["D1", pr, x, kind]) for x, pr, kind in told]
    fields = "field=route:string&field=numero:integer&field=abscisse:double&field=type_de_pr:string"
    posts = layer_of(f"Point?crs=EPSG:2154&{fields}", rows)
    parameters = {"MARKER_ROUTE_FIELD": "route", "MARKER_PR_FIELD": "numero", "MARKER_CUMUL_FIELD": "abscisse"}
    done = run(
        ALGORITHM, INPUT=straight(), ROUTE_FIELD="numero", MARKERS=posts, MARKER_TYPE_FIELD="type_de_pr", **parameters
    )
    assert done["MARKER_COUNT"] == 2
    assert ("marker-not-a-post",) in done.rows("ANOMALIES", "code")


def test_fields_left_aside_are_told(run):
    few = {name: FIELDS[name] for name in ("ROUTE_FIELD", "MARKER_ROUTE_FIELD", "MARKER_PR_FIELD")}
    done = run(ALGORITHM, INPUT=straight(), MARKERS=three(), **few)
    assert any("depPr, concessionPr, cote, cumul" in warning for warning in done.warnings)
    # Without a cumulated distance measures are metres of ground from the start of the route.
    assert done.rows("ROUTES", "cumuld", "cumulf") == [(pytest.approx(0, abs=0.01), pytest.approx(3000, abs=0.01))]


@pytest.mark.parametrize(
    ("parameters", "said"),
    [
        (lambda: {"MARKERS": markers((0, 0, "D99", 1, 0))}, "None of the routes"),
        (lambda: {"MARKERS": straight(), "MARKER_ROUTE_FIELD": "numero"}, "points"),
        (lambda: {"MARKER_PR_FIELD": "absent"}, "no field"),
        (lambda: {"INPUT": three()}, "lines"),
    ],
)
def test_bad_input_is_refused_with_a_sentence(run, parameters, said):
    with pytest.raises(QgsProcessingException, match=said):
        run(ALGORITHM, **{"INPUT": straight(), "MARKERS": three(), **FIELDS, **parameters()})


def test_no_marker_near_enough(run, tmp_path):
    sheet = tmp_path / "sheet.html"
    done = run(ALGORITHM, INPUT=straight(), MARKERS=three(), MAX_DISTANCE=1, REPORT=str(sheet), **FIELDS)
    assert done["MARKER_COUNT"] == 0
    assert any("No marker could be used" in warning for warning in done.warnings)
    assert done.rows("ROUTES", "plod", "cumuld") == [(None, pytest.approx(0, abs=0.01))]
    assert not {check.code: check.passed for check in read(sheet).checks}["calibrated"]


@pytest.mark.usefixtures("run")
def test_outputs_arrive_dressed():
    loaded = load_outputs(ALGORITHM, INPUT=straight(), MARKERS=three(), **FIELDS)
    assert set(loaded) == {"SEGMENTS", "ROUTES", "CALIBRATED_MARKERS", "RESIDUALS", "ANOMALIES"}
    for layer in loaded.values():
        assert is_dressed(layer)
        assert layer.attributeAlias(layer.fields().lookupField("route"))


def test_the_sample_town(run):
    town = QgsVectorLayer(f"{TOWN}|layername=troncon_de_route", "roads", "ogr")
    posts = QgsVectorLayer(f"{TOWN}|layername=point_de_repere", "markers", "ogr")
    done = run(ALGORITHM, INPUT=town, MARKERS=posts, **BDTOPO)
    # 22 markers; the end of D6 (PRF) repeats the number of its PR 3.
    assert done["MARKER_COUNT"] == 21
    calibrated = done.rows("CALIBRATED_MARKERS", "route", "side", "pr", "m", "abscisse", "distance")
    for _route, _side, _pr, m, official, distance in calibrated:
        assert m == pytest.approx(official, abs=1e-6)
        assert distance < 1
    differences = [abs(row[0]) for row in done.rows("RESIDUALS", "difference")]
    assert max(differences) < 20
    assert {row[0] for row in done.rows("ANOMALIES", "code") if row[0].startswith("marker-")} == {
        "marker-duplicate-key"
    }


def test_the_real_national_road_88_at_rodez(run, shared_data, tmp_path):
    source = QgsVectorLayer(str(shared_data / "roads/bdtopo_rodez.gpkg"), "roads", "ogr")
    posts = QgsVectorLayer(str(shared_data / "roads/rrn_bornes2025.gpkg"), "markers", "ogr")
    sheet = tmp_path / "sheet.html"
    done = run(ALGORITHM, INPUT=source, MARKERS=posts, REPORT=str(sheet), **FIELDS)
    calibrated = done.rows("CALIBRATED_MARKERS", "route", "side", "pr", "m", "distance", "cumul", "used")
    assert [row[:3] for row in calibrated] == [("N88", side, pr) for side in "DG" for pr in (54, 55, 56)]
    assert max(row[4] for row in calibrated) < 0.5
    assert all(m == pytest.approx(cumul) and used for *_, m, _, cumul, used in calibrated)
    assert max(abs(row[0]) for row in done.rows("RESIDUALS", "difference")) < 3
    told = read(sheet)
    residuals = next(table for table in told.tables if table.title == "Residuals")
    assert [row[:5] for row in residuals.rows] == [
        ("N88", side, "12", f"PR{pr}", f"PR{pr + 1}") for side in "DG" for pr in (54, 55)
    ]
    matches = next(table for table in told.tables if table.title == "Route names taken for one another")
    assert ("N0088", "N88") in {row[:2] for row in matches.rows}
    figures = {figure.name: figure.value for figure in told.results}
    assert figures["MARKERS_ELSEWHERE"] == 51_934
    # PR grow towards the south-west: so do the measures, on both carriageways.
    main = list(done.layer("ROUTES").getFeatures("route = 'N88' and branch = 0 and side <> 'U'"))
    assert {feature["side"] for feature in main} == {"D", "G"}
    for feature in main:
        vertices = list(feature.geometry().vertices())
        assert vertices[-1].m() > vertices[0].m()
        assert vertices[-1].x() + vertices[-1].y() < vertices[0].x() + vertices[0].y()
