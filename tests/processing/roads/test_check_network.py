"""Checking a network: faults on purpose, the sample's own defects, real networks, bad input."""

from __future__ import annotations

from pathlib import Path

import pytest
from dressing import is_dressed, load_outputs
from measured import layer_of
from qgis.core import QgsFeature, QgsProcessingException, QgsVectorLayer

from crige_ia_plugin.runsheet.files import read

ALGORITHM = "checknetwork"
TOWN = Path(__file__).resolve().parents[3] / "resources" / "sample" / "town.gpkg"
X, Y = 700_000, 6_600_000


def roads(*rows, uri="LineString?crs=EPSG:2154"):
    """Roads from lists of points, or (level, points)."""
    built = []
    for row in rows:
        level, points = row if isinstance(row, tuple) else (None, row)
        wkt = None
        if points is not None:
            wkt = "LineString (" + ", ".join(f"{X + x} {Y + y}" for x, y in points) + ")"
        built.append((wkt, [level]))
    return layer_of(f"{uri}&field=pos_sol:integer", built, "roads")


def test_every_fault_is_found_where_it_is(run, tmp_path):
    layer = roads(
        [(0, 0), (100, 0)],
        [(0, 0), (100, 0)],
        [(50, 40), (50, 0.4)],
        [(20, -30), (20, 30)],
        [(500, 500), (510, 500)],
        None,
        [(60, 10), (60, 10)],
    )
    sheet = tmp_path / "sheet.html"
    before = [feature.geometry().asWkt() for feature in layer.getFeatures()]
    done = run(ALGORITHM, INPUT=layer, REPORT=str(sheet))
    told = {row[:3]: row[3] for row in done.rows("ANOMALIES", "code", "severity", "source_fid", "value")}
    assert told == {
        ("duplicate", "warning", 1): None,
        ("undershoot", "warning", 3): pytest.approx(0.4),
        ("crossing_without_vertex", "warning", 1): None,
        ("crossing_without_vertex", "warning", 2): None,
        ("isolated", "warning", 3): pytest.approx(39.6),
        ("isolated", "warning", 5): pytest.approx(10),
        ("null_geometry", "error", 6): None,
        ("zero_length", "error", 7): None,
    }
    assert done["ANOMALY_COUNT"] == 8
    assert (done["ERROR_COUNT"], done["WARNING_COUNT"]) == (2, 6)
    places = {
        feature["code"]: (feature.geometry().asPoint().x() - X, feature.geometry().asPoint().y() - Y)
        for feature in done.layer("ANOMALIES").getFeatures()
        if feature.hasGeometry()
    }
    assert places["undershoot"] == pytest.approx((50, 0.4))
    assert [feature.geometry().asWkt() for feature in layer.getFeatures()] == before
    messages = dict(done.rows("ANOMALIES", "code", "message"))
    assert "0.4" in messages["undershoot"]
    assert "moved" not in " ".join(messages.values())
    told = read(sheet)
    checks = {check.code: check.passed for check in told.checks}
    assert checks == {
        "geometry": False, "duplicate": False, "overlap": True, "crossing_without_vertex": False, "ends": False,
        "self_intersection": True, "isolated": False, "unknown_z": True, "grade_separation": False,
    }  # fmt: skip
    figures = {figure.name: figure.value for figure in told.results}
    assert figures["FEATURES"] == 7
    assert figures["PARTS"] == 3
    assert any(table.title == "Anomalies" for table in told.tables)


def test_levels_tell_bridges_from_missing_junctions(run):
    layer = roads((0, [(0, 0), (100, 0)]), (1, [(50, -50), (50, 50)]))
    flat = run(ALGORITHM, INPUT=layer)
    assert ("crossing_without_vertex",) in flat.rows("ANOMALIES", "code")
    assert any("pos_sol" in warning for warning in flat.warnings)
    levelled = run(ALGORITHM, INPUT=layer, LEVEL_FIELD="pos_sol")
    assert levelled.rows("ANOMALIES", "code") == [("isolated",)]


def test_the_tolerance(run):
    layer = roads([(0, 0), (100, 0)], [(50, 40), (50, 3)], [(0, 0), (50, 40)])
    assert run(ALGORITHM, INPUT=layer)["ANOMALY_COUNT"] == 0
    assert run(ALGORITHM, INPUT=layer, TOLERANCE=5).rows("ANOMALIES", "code", "value") == [("undershoot", 3)]
    assert run(ALGORITHM, INPUT=layer, TOLERANCE=0)["ANOMALY_COUNT"] == 0
    with pytest.raises(QgsProcessingException):
        run(ALGORITHM, INPUT=layer, TOLERANCE=1e9)


def test_in_degrees_the_default_tolerance_is_a_metre(run):
    layer = layer_of(
        "LineString?crs=EPSG:4326&field=pos_sol:integer",
        [("LineString (3 46, 3.01 46)", [0]), ("LineString (3.005 46.01, 3.005 46.000005)", [0])],
    )
    done = run(ALGORITHM, INPUT=layer, LEVEL_FIELD="pos_sol")
    (row,) = (row for row in done.rows("ANOMALIES", "code", "value") if row[0] == "undershoot")
    assert row[1] == pytest.approx(0.5557, abs=0.001)


def test_nothing_or_the_wrong_thing(run):
    empty = run(ALGORITHM, INPUT=roads())
    assert empty["ANOMALY_COUNT"] == 0
    assert any("nothing to check" in warning for warning in empty.warnings)
    hollow = run(ALGORITHM, INPUT=roads(None))
    assert hollow.rows("ANOMALIES", "code") == [("null_geometry",)]
    points = layer_of("Point?crs=EPSG:2154&field=a:integer", [("Point (1 1)", [1])])
    with pytest.raises(QgsProcessingException, match="lines"):
        run(ALGORITHM, INPUT=points)
    with pytest.raises(QgsProcessingException, match="no field"):
        run(ALGORITHM, INPUT=roads([(0, 0), (1, 1)]), LEVEL_FIELD="absent")


@pytest.mark.usefixtures("run")
def test_the_layer_arrives_dressed():
    loaded = load_outputs(ALGORITHM, INPUT=roads([(0, 0), (1, 1)], [(0, 0), (1, 1)]))
    assert is_dressed(loaded["ANOMALIES"])
    assert loaded["ANOMALIES"].attributeAlias(5)


def test_the_defects_of_the_sample_are_found(run):
    town = QgsVectorLayer(f"{TOWN}|layername=troncon_de_route", "roads", "ogr")
    defects = QgsVectorLayer(f"{TOWN}|layername=defaut_volontaire", "defects", "ogr")
    done = run(ALGORITHM, INPUT=town, LEVEL_FIELD="position_par_rapport_au_sol")
    found: list[QgsFeature] = [one for one in done.layer("ANOMALIES").getFeatures() if one.hasGeometry()]
    for defect in defects.getFeatures():
        near = [one["code"] for one in found if one.geometry().distance(defect.geometry()) < 60]
        assert near, (defect["kind"], defect["explication"])
    codes = {one["code"] for one in found}
    assert codes >= {"duplicate", "overlap", "undershoot", "overshoot", "crossing_without_vertex", "unknown_z"}


def test_a_real_network(run, shared_data):
    source = QgsVectorLayer(str(shared_data / "roads/bdtopo_rodez.gpkg"), "roads", "ogr")
    done = run(ALGORITHM, INPUT=source, LEVEL_FIELD="pos_sol")
    codes = [row[0] for row in done.rows("ANOMALIES", "code")]
    assert codes.count("crossing_without_vertex") == 0
    unknown = sum(value for code, value in done.rows("ANOMALIES", "code", "value") if code == "unknown_z")
    assert unknown == 1021
