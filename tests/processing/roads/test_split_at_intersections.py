"""``crige_ia:splitatintersections`` as its users run it: through QGIS's registry, on good data and bad."""

from __future__ import annotations

import math
import random
import re
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from layers import fingerprints
from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsDistanceArea,
    QgsFeature,
    QgsGeometry,
    QgsLineString,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingFeedback,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingModelParameter,
    QgsProcessingParameterFeatureSource,
    QgsProcessingUtils,
    QgsProject,
    QgsVectorFileWriter,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QCoreApplication, QTranslator

from crige_ia_plugin.engine.anomalies import SEVERITY, AnomalyCode
from crige_ia_plugin.paths import RESOURCES
from crige_ia_plugin.processing.provider import PROVIDER_ID, CrigeIaProvider
from crige_ia_plugin.processing.runs import code_sha256
from crige_ia_plugin.runsheet.files import read

TOOL = f"{PROVIDER_ID}:splitatintersections"
TOWN = f"{RESOURCES / 'sample' / 'town.gpkg'}|layername=troncon_de_route"
OURS = ["segment_id", "source_fid", "part", "rank", "node_from", "node_to", "abs_from", "abs_to", "length"]
LINES = "LineString?crs=EPSG:2154"
CROSS = ["LINESTRING (0 0, 20 20)", "LINESTRING (0 20, 20 0)"]
FRENCH = Path(__file__).parents[3] / "i18n" / "crige_ia_plugin_fr.ts"


class Log(QgsProcessingFeedback):
    """Keeps what the user reads; cancels when the progress passes a mark."""

    def __init__(self, cancel_at: float = math.inf) -> None:
        super().__init__(False)
        self.warnings: list[str] = []
        self.errors: list[str] = []
        self.marks: list[float] = []
        self.cancel_at = cancel_at
        self.progressChanged.connect(self._mark)
        self._mark(0.0)

    def _mark(self, progress: float) -> None:
        self.marks.append(progress)
        if progress >= self.cancel_at:
            self.cancel()

    def pushWarning(self, warning: str) -> None:  # noqa: N802
        self.warnings.append(warning)

    def reportError(self, error: str, fatalError: bool = False) -> None:  # noqa: N802, N803
        self.errors.append(error)


@pytest.fixture(autouse=True)
def provider(qgis_app, qgis_processing) -> Iterator[CrigeIaProvider]:
    registry = QgsApplication.processingRegistry()
    provider = CrigeIaProvider()
    registry.addProvider(provider)
    yield provider
    registry.removeProvider(provider)


def roads(
    wkts: list[str | None], uri: str = f"{LINES}&field=name:string", values: list[tuple] | None = None
) -> QgsVectorLayer:
    """Return a layer in memory; its first fields have ``values``."""
    layer = QgsVectorLayer(uri, "routes", "memory")
    assert layer.isValid()
    features = []
    for row, wkt in enumerate(wkts):
        feature = QgsFeature(layer.fields())
        for index, value in enumerate(values[row] if values else ()):
            feature.setAttribute(index, value)
        if wkt is not None:
            feature.setGeometry(QgsGeometry.fromWkt(wkt))
        features.append(feature)
    assert layer.dataProvider().addFeatures(features)[0]
    return layer


def split(layer: Any, log: Log | None = None, context: QgsProcessingContext | None = None, **parameters: Any) -> dict:
    """Run the tool; outputs that are not given are layers in memory."""
    import processing

    given = {"INPUT": layer, "SEGMENTS": "memory:", "NODES": "memory:", "ANOMALIES": "memory:", **parameters}
    return processing.run(TOOL, given, feedback=log or Log(), context=context)


def rows(layer: QgsVectorLayer | str, *names: str) -> list[tuple]:
    """Values of fields, in the order of the features."""
    layer = QgsVectorLayer(layer, "layer", "ogr") if isinstance(layer, str) else layer
    assert layer.isValid(), layer.source()
    return [tuple(plain(feature[name]) for name in names) for feature in layer.getFeatures()]


def plain(value: Any) -> Any:
    return None if hasattr(value, "isNull") and value.isNull() else value


def shapes(layer: QgsVectorLayer | str, precision: int = 6) -> list[str]:
    layer = QgsVectorLayer(layer, "layer", "ogr") if isinstance(layer, str) else layer
    return [feature.geometry().asWkt(precision) for feature in layer.getFeatures()]


def named(layer: QgsVectorLayer | str) -> list[str]:
    layer = QgsVectorLayer(layer, "layer", "ogr") if isinstance(layer, str) else layer
    return [field.name() for field in layer.fields()]


# Outputs ------------------------------------------------------------------------------------------------------------


def test_fields_and_their_types():
    out = split(roads(CROSS))
    assert named(out["SEGMENTS"]) == ["name", *OURS]
    assert named(out["NODES"]) == ["node_id", "degree", "kind", "levels"]
    assert named(out["ANOMALIES"])[:6] == ["code", "severity", "message", "source_fid", "other_fid", "value"]
    fields = {field.name(): field for name in ("SEGMENTS", "NODES", "ANOMALIES") for field in out[name].fields()}
    texts = {name for name, field in fields.items() if not field.isNumeric()}
    assert texts == {"name", "kind", "levels", "code", "severity", "message"} & set(fields) | texts - set(OURS)
    decimal = {name for name, field in fields.items() if field.typeName().lower() in ("double", "real")}
    assert decimal == {"abs_from", "abs_to", "length", "value"}


def test_a_crossing():
    out = split(roads(CROSS))
    half = pytest.approx(math.hypot(10, 10))
    assert (out["SEGMENT_COUNT"], out["NODE_COUNT"], out["ANOMALY_COUNT"]) == (4, 5, 1)
    assert out["SEGMENTS"].wkbType() == QgsWkbTypes.Type.LineString
    assert rows(out["SEGMENTS"], *OURS) == [
        (1, 1, 1, 1, 1, 3, 0, half, half),
        (2, 1, 1, 2, 3, 5, half, pytest.approx(2 * math.hypot(10, 10)), half),
        (3, 2, 1, 1, 2, 3, 0, half, half),
        (4, 2, 1, 2, 3, 4, half, pytest.approx(2 * math.hypot(10, 10)), half),
    ]
    assert rows(out["NODES"], "node_id", "degree", "kind", "levels") == [
        (1, 1, "dead_end", "0"),
        (2, 1, "dead_end", "0"),
        (3, 4, "junction", "0"),
        (4, 1, "dead_end", "0"),
        (5, 1, "dead_end", "0"),
    ]
    assert shapes(out["NODES"], 0)[2] == "Point (10 10)"
    assert rows(out["ANOMALIES"], "code", "severity", "source_fid", "other_fid", "value") == [
        ("crossing_without_vertex", "warning", 1, 2, None)
    ]
    assert shapes(out["ANOMALIES"], 0) == ["Point (10 10)"]


def test_kinds_of_nodes():
    ring = "LINESTRING (100 0, 110 0, 110 10, 100 0)"
    chain = ["LINESTRING (0 0, 10 0)", "LINESTRING (10 0, 20 0)", "LINESTRING (20 0, 30 0)", "LINESTRING (20 0, 20 9)"]
    out = split(roads([*chain, ring]))
    kinds = dict(zip(shapes(out["NODES"], 0), rows(out["NODES"], "kind", "degree")))
    assert kinds == {
        "Point (0 0)": ("dead_end", 1),
        "Point (10 0)": ("through", 2),
        "Point (20 0)": ("junction", 3),
        "Point (30 0)": ("dead_end", 1),
        "Point (20 9)": ("dead_end", 1),
        "Point (100 0)": ("loop", 2),
    }


def test_segments_name_their_nodes():
    out = split(TOWN, LEVEL_FIELD="position_par_rapport_au_sol")
    nodes = {f["node_id"]: f.geometry().asPoint() for f in out["NODES"].getFeatures()}
    degree: Counter[int] = Counter()
    for segment in out["SEGMENTS"].getFeatures():
        line = list(segment.geometry().vertices())
        first, last = nodes[segment["node_from"]], nodes[segment["node_to"]]
        assert (line[0].x(), line[0].y()) == (first.x(), first.y())
        assert (line[-1].x(), line[-1].y()) == (last.x(), last.y())
        degree.update([segment["node_from"], segment["node_to"]])
    assert degree == {f["node_id"]: f["degree"] for f in out["NODES"].getFeatures()}


def test_nodes_tell_the_levels_that_meet():
    lines = ["LINESTRING (0 0, 10 0)", "LINESTRING (10 0, 20 0)", "LINESTRING (15 -5, 15 5)"]
    layer = roads(lines, f"{LINES}&field=pos_sol:string", [("0",), ("1",), ("-1",)])
    out = split(layer, LEVEL_FIELD="pos_sol")
    levels = dict(zip(shapes(out["NODES"], 0), rows(out["NODES"], "levels")))
    assert out["SEGMENT_COUNT"] == 3
    assert levels["Point (10 0)"] == ("0, 1",)
    assert levels["Point (15 5)"] == ("-1",)


def test_abscissas_go_along_the_whole_source_line():
    out = split(roads(["LINESTRING (0 0, 100 0)", *(f"LINESTRING ({x} -5, {x} 5)" for x in (10, 30, 60))]))
    along = [row[1:] for row in rows(out["SEGMENTS"], "source_fid", "rank", "abs_from", "abs_to") if row[0] == 1]
    assert along == [(1, 0, 10), (2, 10, 30), (3, 30, 60), (4, 60, 100)]


def test_clean_data_is_split_without_a_word():
    """A scratch layer takes no aliases, and recent versions of QGIS warn of each that it is given."""
    log = Log()
    split(roads(["LINESTRING (0 0, 10 0)", "LINESTRING (10 0, 20 5)"]), log)
    assert log.warnings == []
    assert log.errors == []


def test_optional_outputs_may_be_left_out():
    out = split(roads(CROSS), NODES=None, ANOMALIES=None)
    assert (out["SEGMENT_COUNT"], out["NODE_COUNT"], out["ANOMALY_COUNT"]) == (4, 5, 1)
    assert out.get("NODES") is None
    assert out.get("ANOMALIES") is None


def test_numbers_do_not_depend_on_the_order_of_features():
    town = QgsVectorLayer(TOWN, "town", "ogr")
    features = list(town.getFeatures())
    random.Random(4).shuffle(features)
    shuffled = QgsVectorLayer("LineStringZ?crs=EPSG:2154", "shuffled", "memory")
    shuffled.dataProvider().addAttributes(town.fields().toList())
    shuffled.updateFields()
    index = town.fields().lookupField("fid")
    assert shuffled.dataProvider().addFeatures(features)[0]
    a, b = (split(one, LEVEL_FIELD="position_par_rapport_au_sol", TOLERANCE=0.5) for one in (town, shuffled))
    nodes = ("node_id", "degree", "kind", "levels")
    assert rows(a["NODES"], *nodes) == rows(b["NODES"], *nodes)
    assert shapes(a["NODES"], 9) == shapes(b["NODES"], 9)
    assert sorted(shapes(a["SEGMENTS"], 9)) == sorted(shapes(b["SEGMENTS"], 9))
    assert sorted(rows(a["ANOMALIES"], "code")) == sorted(rows(b["ANOMALIES"], "code"))
    assert index <= 0


def test_runs_one_after_another_do_not_remember():
    first = split(roads(CROSS))
    second = split(roads(CROSS[:1]))
    third = split(roads(CROSS))
    assert [one["SEGMENT_COUNT"] for one in (first, second, third)] == [4, 1, 4]
    assert [one["ANOMALY_COUNT"] for one in (first, second, third)] == [1, 0, 1]


# What becomes of the input ------------------------------------------------------------------------------------------


def test_attributes_survive_whatever_their_names(tmp_path):
    fields = ("length:double", "RANK:string", "segment_id:integer", "Nom:string", "fid:integer")
    layer = roads(
        CROSS,
        LINES + "".join(f"&field={one}" for one in fields),
        [(1.5, "un", 11, "été", 7), (2.5, "deux", 22, None, 7)],
    )
    log = Log()
    target = str(tmp_path / "segments.gpkg")
    split(layer, log, SEGMENTS=target)
    renamed = ["length_input", "RANK_input", "segment_id_input", "Nom", "fid_input"]
    assert named(target) == ["fid", *renamed, *OURS]
    assert rows(target, *renamed, "rank") == [
        (1.5, "un", 11, "été", 7, 1),
        (1.5, "un", 11, "été", 7, 2),
        (2.5, "deux", 22, None, 7, 1),
        (2.5, "deux", 22, None, 7, 2),
    ]


def test_a_level_field_that_is_renamed_is_still_read():
    layer = roads(CROSS, f"{LINES}&field=rank:integer", [(0,), (1,)])
    assert split(layer, LEVEL_FIELD="rank")["SEGMENT_COUNT"] == 2


def test_multiple_lines_are_exploded_and_say_which_part():
    layer = roads(
        ["MULTILINESTRING ((0 0, 10 0), (0 5, 10 5))", "LINESTRING (5 -5, 5 10)"], "MultiLineString?crs=EPSG:2154"
    )
    out = split(layer)
    assert out["SEGMENTS"].wkbType() == QgsWkbTypes.Type.LineString
    assert rows(out["SEGMENTS"], "source_fid", "part", "rank") == [
        (1, 1, 1),
        (1, 1, 2),
        (1, 2, 1),
        (1, 2, 2),
        (2, 1, 1),
        (2, 1, 2),
        (2, 1, 3),
    ]


def test_curves_become_straight_pieces():
    layer = roads(["CIRCULARSTRING (0 0, 10 10, 20 0)", "LINESTRING (10 0, 10 20)"], "CompoundCurve?crs=EPSG:2154")
    out = split(layer)
    assert out["SEGMENT_COUNT"] == 4
    arc = sum(row[1] for row in rows(out["SEGMENTS"], "source_fid", "length") if row[0] == 1)
    assert arc == pytest.approx(10 * math.pi, rel=1e-3)


@pytest.mark.parametrize(
    ("kind", "first", "second", "crossing"),
    [
        ("LineStringZ", "0 0 10, 20 20 30", "0 20 5, 20 0 7", {"10 10 20", "10 10 6"}),
        ("LineStringM", "0 0 100, 20 20 300", "0 20 1, 20 0 3", {"10 10 200", "10 10 2"}),
        ("LineStringZM", "0 0 10 1, 20 20 30 3", "0 20 5 5, 20 0 7 7", {"10 10 20 2", "10 10 6 6"}),
    ],
)
def test_heights_and_measures_are_kept(kind, first, second, crossing, tmp_path):
    layer = roads([f"{kind} ({first})", f"{kind} ({second})"], f"{kind}?crs=EPSG:2154")
    target = str(tmp_path / "segments.gpkg")
    split(layer, SEGMENTS=target)
    out = QgsVectorLayer(target, "segments", "ogr")
    assert out.wkbType() == getattr(QgsWkbTypes.Type, kind)
    found = {vertex for wkt in shapes(out, 0) for vertex in re.search(r"\((.*)\)", wkt).group(1).split(", ")}
    assert crossing <= found
    assert set(first.split(", ")) | set(second.split(", ")) <= found


@pytest.mark.parametrize("unknown", [9999, -1000])
def test_unknown_heights_are_kept_not_interpolated(unknown):
    layer = roads(
        [f"LineStringZ (0 0 {unknown}, 20 20 30)", "LineStringZ (0 20 5, 20 0 7)"], "LineStringZ?crs=EPSG:2154"
    )
    out = split(layer)
    heights = [v.z() for f in out["SEGMENTS"].getFeatures() for v in f.geometry().vertices()]
    assert heights == [unknown, unknown, unknown, 30, 5, 6, 6, 7]


def test_only_the_selection_is_split(qgis_new_project):
    layer = roads([*CROSS, "LINESTRING (0 10, 20 10)"])
    QgsProject.instance().addMapLayer(layer, False)
    layer.selectByIds([1, 3])
    out = split(QgsProcessingFeatureSourceDefinition(layer.id(), True))
    assert {row[0] for row in rows(out["SEGMENTS"], "source_fid")} == {1, 3}
    assert out["SEGMENT_COUNT"] == 4
    everything = split(QgsProcessingFeatureSourceDefinition(layer.id(), False))
    assert everything["SEGMENT_COUNT"] == 6


def test_the_filter_of_the_layer_is_respected():
    town = QgsVectorLayer(TOWN, "town", "ogr")
    whole = town.featureCount()
    assert town.setSubsetString("\"nature\" NOT IN ('Sentier', 'Escalier', 'Chemin')")
    out = split(town, LEVEL_FIELD="position_par_rapport_au_sol")
    assert {row[0] for row in rows(out["SEGMENTS"], "source_fid")} == {f.id() for f in town.getFeatures()}
    assert 0 < town.featureCount() < whole


@pytest.mark.parametrize("extension", ["gpkg", "shp", "geojson"])
def test_formats_in_and_out(tmp_path, extension):
    layer = roads(CROSS, values=[(f"rue de l’été {i}",) for i in (0, 1)])
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = QgsVectorFileWriter.driverForExtension(extension)
    source, context = str(tmp_path / f"in.{extension}"), QgsCoordinateTransformContext()
    QgsVectorFileWriter.writeAsVectorFormatV3(layer, source, context, options)
    targets = {name: str(tmp_path / f"{name}.{extension}") for name in ("SEGMENTS", "NODES", "ANOMALIES")}
    out = split(source, **targets)
    assert {name: out[name] for name in targets} == targets
    assert [len(rows(targets[name])) for name in targets] == [4, 5, 1]
    names = rows(targets["SEGMENTS"], "name", "rank")
    assert sorted(names) == sorted((f"rue de l’été {i}", rank) for i in (0, 1) for rank in (1, 2))
    assert sorted(shapes(targets["SEGMENTS"], 0))[0].replace("Multi", "") in {
        "LineString (0 0, 10 10)",
        "LineString ((0 0, 10 10))",
    }


def test_two_outputs_in_one_geopackage(tmp_path):
    target = tmp_path / "result.gpkg"
    tables = {
        name: f"ogr:dbname='{target}' table=\"{name.lower()}\" (geom)" for name in ("SEGMENTS", "NODES", "ANOMALIES")
    }
    for _ in range(2):
        split(roads(CROSS), **tables)
        assert [path.name for path in tmp_path.iterdir()] == ["result.gpkg"]
        assert [len(rows(f"{target}|layername={name}")) for name in ("segments", "nodes", "anomalies")] == [4, 5, 1]


def test_the_input_may_be_in_the_geopackage_of_the_outputs(tmp_path):
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.layerName = "roads"
    target = str(tmp_path / "roads.gpkg")
    QgsVectorFileWriter.writeAsVectorFormatV3(roads(CROSS), target, QgsCoordinateTransformContext(), options)
    source = QgsVectorLayer(f"{target}|layername=roads", "roads", "ogr")
    split(source, SEGMENTS=f"ogr:dbname='{target}' table=\"segments\" (geom)")
    assert len(rows(f"{target}|layername=segments")) == 4
    assert len(rows(f"{target}|layername=roads")) == 2


# Units --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("crs", ["EPSG:4326", "EPSG:4171"])
def test_lengths_in_degrees_are_those_of_the_ellipsoid(crs, tmp_path):
    wkts = ["LINESTRING (5 43, 5.02 43.02)", "LINESTRING (5 43.02, 5.02 43)", "LINESTRING (5.3 43.5, 5.9 43.9, 6 44)"]
    report = str(tmp_path / "report.html")
    out = split(roads(wkts, f"LineString?crs={crs}"), REPORT=report)
    meter = QgsDistanceArea()
    meter.setSourceCrs(QgsCoordinateReferenceSystem(crs), QgsCoordinateTransformContext())
    meter.setEllipsoid(QgsCoordinateReferenceSystem(crs).ellipsoidAcronym())
    for feature in out["SEGMENTS"].getFeatures():
        assert feature["length"] == pytest.approx(meter.measureLength(feature.geometry()), rel=1e-6)
    assert out["SEGMENT_COUNT"] == 5
    figure = next(one for one in read(Path(report)).results if one.name == "LENGTH")
    assert "EPSG:70" in figure.label
    total = sum(meter.measureLength(f.geometry()) for f in out["SEGMENTS"].getFeatures())
    assert figure.value == pytest.approx(total / 1000, rel=1e-6)


def test_feet_are_told_in_metres():
    feet = QgsCoordinateReferenceSystem("EPSG:2263")  # New York, US survey feet
    assert feet.isValid()
    out = split(roads(["LINESTRING (980000 200000, 981000 200000)"], "LineString?crs=EPSG:2263"))
    ((length,),) = rows(out["SEGMENTS"], "length")
    assert length == pytest.approx(304.8006096, rel=1e-3)


def test_a_layer_without_crs_is_split_and_told():
    layer = roads(CROSS, "LineString?field=name:string")
    layer.setCrs(QgsCoordinateReferenceSystem())
    log = Log()
    out = split(layer, log)
    assert out["SEGMENT_COUNT"] == 4
    assert len([one for one in log.warnings if "CRS" in one or "SCR" in one]) == 1


# Levels -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "low", "high", "segments"),
    [
        ("integer", 0, 1, 2),
        ("integer", None, 0, 4),
        ("string", "0", "1", 2),
        ("string", "Gué ou radier", None, 4),
        ("string", "-1", "Gué ou radier", 2),
        ("double", 0.0, 1.0, 2),
    ],
)
def test_levels_of_text_and_of_numbers(kind, low, high, segments):
    layer = roads(CROSS, f"{LINES}&field=niveau:{kind}", [(low,), (high,)])
    log = Log()
    out = split(layer, log, LEVEL_FIELD="niveau")
    assert out["SEGMENT_COUNT"] == segments
    assert log.warnings == []


def test_prose_in_the_level_field_is_one_warning_that_lists(tmp_path):
    values = ["pont", "pont", "pont", "sous la voie", "1", None] + [f"prose {i:02}" for i in range(14)]
    lines = [f"LINESTRING ({i} 0, {i} 5)" for i in range(20)]
    layer = roads(lines, f"{LINES}&field=niveau:string", [(value,) for value in values])
    log, report = Log(), tmp_path / "r.html"
    out = split(layer, log, LEVEL_FIELD="niveau", REPORT=str(report))
    assert out["SEGMENT_COUNT"] == 20
    (warning,) = log.warnings
    assert "“niveau”" in warning or "niveau" in warning
    assert "pont (3)" in warning
    assert warning.index("pont (3)") < warning.index("prose 00 (1)")
    assert "8" in warning  # 8 are named, 8 more are counted
    assert "prose 13" not in warning
    sheet = read(report)
    assert list(sheet.warnings) == [warning]
    assert {one.code: one.passed for one in sheet.checks}["grade_separation"] is False


@pytest.mark.parametrize("name", ["pos_sol", "position_par_rapport_au_sol", "LAYER"])
def test_a_level_field_that_was_not_used_is_told(tmp_path, name):
    layer = roads(CROSS, f"{LINES}&field={name}:integer")
    log, report = Log(), tmp_path / "r.html"
    split(layer, log, REPORT=str(report))
    assert len(log.warnings) == 1
    assert name in log.warnings[0]
    checks = {one.code: one for one in read(report).checks}
    assert checks["grade_separation"].passed is False
    assert name in checks["grade_separation"].detail
    split(layer, log, LEVEL_FIELD=name, REPORT=str(report))
    assert {one.code: one.passed for one in read(report).checks}["grade_separation"] is True


# Anomalies, in two languages ------------------------------------------------------------------------------------------

FAULTY = [
    None,
    "LINESTRING EMPTY",
    "LINESTRING (50 50, 50 50)",
    "LINESTRING (0 0, 20 20)",
    "LINESTRING (0 20, 20 0)",
    "LINESTRING (20 0, 0 20)",
    "LINESTRING (100 0, 130 0)",
    "LINESTRING (110 0, 120 0)",
    "LINESTRING (200 0, 220 20, 220 0, 200 20)",
    "LINESTRING (300 0, 340 0)",
    "LINESTRING (310 0.3, 310 20)",
    "LINESTRING (320 -0.3, 320 20)",
    "LINESTRING (400 0, 440 0)",
    "LINESTRING (440.2 0.2, 460 10)",
]


def test_every_fault_has_its_anomaly():
    out = split(roads(FAULTY), TOLERANCE=0.5)
    expected = {
        "null_geometry": 1,
        "empty_geometry": 1,
        "zero_length": 1,
        "duplicate": 1,
        "overlap": 1,
        "self_intersection": 1,
        "undershoot": 1,
        "overshoot": 1,
        "displaced": 1,
        "crossing_without_vertex": 2,
    }
    assert Counter(row[0] for row in rows(out["ANOMALIES"], "code")) == expected
    assert out["ANOMALY_COUNT"] == sum(expected.values())
    for code, severity, message in rows(out["ANOMALIES"], "code", "severity", "message"):
        assert severity == SEVERITY[AnomalyCode(code)].value
        assert message
        assert "{" not in message
    sources = {row[0]: row[1:] for row in rows(out["ANOMALIES"], "code", "source_fid", "other_fid", "value")}
    assert sources["null_geometry"] == (1, None, None)
    assert sources["empty_geometry"] == (2, None, None)
    assert sources["zero_length"] == (3, None, None)
    assert sources["duplicate"][:2] == (5, 6)
    assert sources["overlap"][:2] == (7, 8)
    assert sources["undershoot"] == (11, 10, pytest.approx(0.3))
    assert sources["overshoot"] == (12, None, pytest.approx(0.3))
    assert sources["displaced"][2] == pytest.approx(math.hypot(0.2, 0.2))
    # What has no place is in the table without one.
    nowhere = [f["code"] for f in out["ANOMALIES"].getFeatures() if not f.hasGeometry() or f.geometry().isNull()]
    assert sorted(nowhere) == ["empty_geometry", "null_geometry"]


class FrenchSource(QTranslator):
    """Translates from the source of the translations, so that no compiled file need be up to date."""

    def __init__(self) -> None:
        super().__init__()
        self.known = {m.findtext("source"): m.findtext("translation") for m in ET.parse(FRENCH).iter("message")}

    def isEmpty(self) -> bool:  # noqa: N802
        return False

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str | None:
        return self.known.get(source) or None if context == "crige_ia" else None


@pytest.fixture
def french() -> Iterator[None]:
    translator = FrenchSource()
    QCoreApplication.installTranslator(translator)
    yield
    QCoreApplication.removeTranslator(translator)


@pytest.mark.usefixtures("french")
def test_a_french_qgis_reads_french(tmp_path):
    log = Log()
    out = split(roads(FAULTY, f"{LINES}&field=pos_sol:integer"), log, TOLERANCE=0.5, REPORT=str(tmp_path / "r.html"))
    messages = dict(rows(out["ANOMALIES"], "code", "message"))
    assert "sommet" in messages["crossing_without_vertex"]
    assert re.search(r"\b0[.,]3 m\b", messages["undershoot"])
    assert "tronçon" in " ".join(one.label for one in read(tmp_path / "r.html").results).lower()
    assert "pos_sol" in log.warnings[0]
    assert "niveau" in log.warnings[0]
    with pytest.raises(QgsProcessingException, match="tolérance"):
        split(roads(CROSS), TOLERANCE=-1)


# The run sheet ------------------------------------------------------------------------------------------------------


def test_the_run_sheet_tells_the_run(tmp_path):
    report = tmp_path / "report.html"
    out = split(
        TOWN,
        LEVEL_FIELD="position_par_rapport_au_sol",
        TOLERANCE=0.5,
        SEGMENTS=str(tmp_path / "segments.gpkg"),
        REPORT=str(report),
    )
    sheet = read(report)
    assert (sheet.tool.identifier if hasattr(sheet.tool, "identifier") else sheet.tool.id) == TOOL
    assert sheet.tool.sha256 == code_sha256()
    parameters = {one.name: one.value for one in sheet.parameters}
    assert parameters["TOLERANCE"] == 0.5
    assert "position_par_rapport_au_sol" in parameters["LEVEL_FIELD"]
    assert parameters["SEGMENTS"] == "segments.gpkg"
    (source,) = sheet.inputs
    assert (source.feature_count, source.crs) == (477, "EPSG:2154")
    results = {one.name: one.value for one in sheet.results}
    assert results["SEGMENTS"] == out["SEGMENT_COUNT"]
    assert results["NODES"] == out["NODE_COUNT"]
    assert results["ANOMALIES"] == out["ANOMALY_COUNT"]
    assert results["JUNCTIONS"] == len([k for (k,) in rows(out["NODES"], "kind") if k == "junction"])
    lengths = sum(length for (length,) in rows(out["SEGMENTS"], "length"))
    assert results["LENGTH"] == pytest.approx(lengths / 1000)
    checks = {one.code: one.passed for one in sheet.checks}
    assert checks["grade_separation"] is True
    assert checks["sources"] is True
    assert checks["duplicate"] is False  # the town has one on purpose
    assert str(tmp_path) not in report.read_text(encoding="utf-8")


def test_the_check_of_lengths_passes_on_clean_data(tmp_path):
    report = tmp_path / "report.html"
    split(roads(["LINESTRING (0 0, 10 0)", "LINESTRING (10 0, 20 5)"]), REPORT=str(report))
    checks = {one.code: one.passed for one in read(report).checks}
    assert checks == {
        "sources": True,
        "length": True,
        "crossing_without_vertex": True,
        "duplicate": True,
        "overlap": True,
    }


# In a model -----------------------------------------------------------------------------------------------------------


def test_as_a_step_of_a_model(tmp_path):
    """The nodes of one split, and its segments split again."""
    model = QgsProcessingModelAlgorithm("model", "test")
    model.addModelParameter(QgsProcessingParameterFeatureSource("INPUT"), QgsProcessingModelParameter("INPUT"))
    source = QgsProcessingModelChildParameterSource
    for name, value in (
        ("first", source.fromModelParameter("INPUT")),
        ("second", source.fromChildOutput("first", "SEGMENTS")),
    ):
        child = QgsProcessingModelChildAlgorithm(TOOL)
        child.setChildId(name)
        child.addParameterSources("INPUT", [value])
        output = QgsProcessingModelOutput(f"{name} nodes")
        output.setChildId(name)
        output.setChildOutputName("NODES")
        child.setModelOutputs({f"{name} nodes": output})
        model.addChildAlgorithm(child)
    model.initAlgorithm()
    targets = {one.name(): str(tmp_path / f"{i}.gpkg") for i, one in enumerate(model.destinationParameterDefinitions())}
    _, ok = model.run({"INPUT": roads(CROSS), **targets}, QgsProcessingContext(), Log())
    assert ok
    first, second = targets.values()
    assert shapes(first, 0) == shapes(second, 0)
    assert len(shapes(first)) == 5


# Bad input ------------------------------------------------------------------------------------------------------------


def refused(layer: Any, log: Log | None = None, **parameters: Any) -> str:
    """Run the tool, which must refuse; return the sentence."""
    with pytest.raises(QgsProcessingException) as caught:
        split(layer, log, **parameters)
    sentence = str(caught.value)
    assert "Traceback" not in sentence
    return sentence


@pytest.mark.parametrize(
    ("wkt", "kind"),
    [("POINT (0 0)", "Point"), ("POLYGON ((0 0, 1 0, 1 1, 0 0))", "Polygon")],
    ids=["points", "polygons"],
)
def test_points_and_polygons_are_refused(tmp_path, wkt, kind):
    layer = roads([wkt], f"{kind}?crs=EPSG:2154&field=name:string")
    sentence = refused(layer, SEGMENTS=str(tmp_path / "s.gpkg"), REPORT=str(tmp_path / "r.html"))
    assert "routes" in sentence or "INPUT" in sentence or "Road network" in sentence
    assert list(tmp_path.iterdir()) == []


def test_a_layer_that_does_not_exist_is_refused(tmp_path):
    sentence = refused(str(tmp_path / "absent.gpkg"))
    assert "INPUT" in sentence or "absent" in sentence


def test_a_level_field_that_does_not_exist_is_refused():
    """As batches, models and scripts may ask for: the dialog proposes only what there is."""
    assert "altitude" in refused(roads(CROSS), LEVEL_FIELD="altitude")


def test_any_field_may_be_asked_for_its_levels():
    layer = roads(CROSS, f"{LINES}&field=when:date&field=sure:boolean&field=names:string[]&field=raw:binary")
    for name in ("when", "sure", "names", "raw"):
        assert split(layer, LEVEL_FIELD=name)["SEGMENT_COUNT"] == 4


@pytest.mark.parametrize("wkts", [[], [None, None]], ids=["empty", "only null geometries"])
def test_nothing_to_split_gives_empty_layers_and_a_word(tmp_path, wkts):
    log, report = Log(), tmp_path / "r.html"
    targets = {name: str(tmp_path / f"{name}.gpkg") for name in ("SEGMENTS", "NODES", "ANOMALIES")}
    out = split(roads(wkts), log, REPORT=str(report), **targets)
    assert (out["SEGMENT_COUNT"], out["NODE_COUNT"], out["ANOMALY_COUNT"]) == (0, 0, len(wkts))
    assert rows(targets["SEGMENTS"]) == []
    assert [name for name in named(targets["SEGMENTS"]) if name in OURS] == OURS
    assert len(log.warnings) == 1
    assert read(report).status == "done"


def test_coordinates_that_are_no_numbers_are_told():
    layer = roads(CROSS)
    feature = QgsFeature(layer.fields())
    broken = QgsGeometry.fromWkt("LINESTRING (0 0, 5 5, 9 9)")
    broken.get().setXAt(1, math.nan)
    feature.setGeometry(broken)
    assert layer.dataProvider().addFeature(feature)
    out = split(layer)
    assert out["SEGMENT_COUNT"] == 4
    assert ("non_finite", "error", 3) in rows(out["ANOMALIES"], "code", "severity", "source_fid")


@pytest.mark.parametrize("tolerance", [-1.0, -1e-9])
def test_a_negative_tolerance_is_refused(tmp_path, tolerance):
    sentence = refused(roads(CROSS), TOLERANCE=tolerance, SEGMENTS=str(tmp_path / "s.gpkg"))
    assert f"{tolerance:g}" in sentence
    assert "0" in sentence
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("layer", [TOWN, "two lines"])
def test_a_tolerance_of_10_km_is_refused(layer):
    sentence = refused(roads(CROSS) if layer == "two lines" else layer, TOLERANCE=10_000)
    assert "10000" in sentence
    assert ("20" if layer == "two lines" else "3685") in sentence


def test_a_tolerance_that_swallows_the_town_is_refused():
    assert "600" in refused(TOWN, TOLERANCE=600)


def test_a_million_vertices_in_one_line():
    layer = QgsVectorLayer(LINES, "spiral", "memory")
    angle = np.linspace(0, 40 * np.pi, 1_000_000)
    spiral = QgsFeature()
    xs, ys = (1000 + 10 * angle) * np.cos(angle), (1000 + 10 * angle) * np.sin(angle)
    spiral.setGeometry(QgsGeometry(QgsLineString(xs.tolist(), ys.tolist())))
    road = QgsFeature()
    road.setGeometry(QgsGeometry.fromWkt("LINESTRING (0 0.5, 3000 0.5)"))
    assert layer.dataProvider().addFeatures([spiral, road])[0]
    log = Log()
    out = split(layer, log)
    assert out["SEGMENT_COUNT"] == 42
    assert len(set(log.marks)) > 5


def test_the_work_tells_its_progress_and_never_goes_back():
    log = Log()
    split(TOWN, log, LEVEL_FIELD="position_par_rapport_au_sol", TOLERANCE=0.5)
    assert log.marks == sorted(log.marks)
    assert log.marks[-1] == 100


# Cancelled and failed runs --------------------------------------------------------------------------------------------


@pytest.fixture
def earlier(tmp_path) -> Callable[[], dict[str, str]]:
    """Results of an earlier run, and how they are compared."""
    targets = {name: str(tmp_path / "out" / f"{name}.gpkg") for name in ("SEGMENTS", "NODES", "ANOMALIES")}
    (tmp_path / "out").mkdir()
    split(roads(CROSS), REPORT=str(tmp_path / "out" / "r.html"), **targets)
    return lambda: fingerprints(tmp_path / "out")


@pytest.mark.parametrize("progress", [0, 5, 25, 27, 35, 40, 50, 75])
@pytest.mark.parametrize("tolerance", [0.0, 0.5])
def test_a_cancelled_run_leaves_what_was_there(tmp_path, earlier, progress, tolerance):
    before = earlier()
    targets = {name: str(tmp_path / "out" / f"{name}.gpkg") for name in ("SEGMENTS", "NODES", "ANOMALIES")}
    log = Log(cancel_at=progress)
    out = split(TOWN, log, TOLERANCE=tolerance, REPORT=str(tmp_path / "out" / "r.html"), **targets)
    assert log.isCanceled()
    told = tmp_path / "out" / "r-2.html"  # the sheet of the earlier run is still that of the layers
    assert read(told).status == "cancelled"
    told.unlink()
    assert earlier() == before
    assert "SEGMENT_COUNT" not in out


def test_a_refused_run_leaves_what_was_there(tmp_path, earlier):
    before = earlier()
    targets = {name: str(tmp_path / "out" / f"{name}.gpkg") for name in ("SEGMENTS", "NODES", "ANOMALIES")}
    refused(TOWN, TOLERANCE=10_000, **targets)
    assert earlier() == before


def test_a_second_run_replaces_the_first(tmp_path, earlier):
    before = earlier()
    targets = {name: str(tmp_path / "out" / f"{name}.gpkg") for name in ("SEGMENTS", "NODES", "ANOMALIES")}
    out = split(TOWN, REPORT=str(tmp_path / "out" / "r.html"), **targets)
    assert len(rows(targets["SEGMENTS"])) == out["SEGMENT_COUNT"]
    assert earlier().keys() == before.keys()


def test_a_folder_that_cannot_be_made_is_told(tmp_path):
    (tmp_path / "file").write_bytes(b"")
    sentence = refused(roads(CROSS), SEGMENTS=str(tmp_path / "file" / "segments.gpkg"))
    assert "segments.gpkg" in sentence
    assert list(tmp_path.iterdir()) == [tmp_path / "file"]


def test_styles_are_given_to_the_layers_that_are_loaded(tmp_path, qgis_new_project):
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    target = str(tmp_path / "segments.gpkg")
    details = QgsProcessingContext.LayerDetails("Segments", QgsProject.instance(), "SEGMENTS")
    context.addLayerToLoadOnCompletion(target, details)
    split(TOWN, context=context, SEGMENTS=target)
    loaded = QgsProcessingUtils.mapLayerFromString(target, context)
    assert loaded is not None
