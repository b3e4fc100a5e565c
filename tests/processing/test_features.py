"""Reading lines into arrays."""

from __future__ import annotations

import numpy as np
import pytest
from layers import make_layer, make_lines
from qgis.core import (
    QgsFeatureRequest,
    QgsFeedback,
    QgsGeometry,
    QgsVectorLayer,
    QgsWkbTypes,
)

from crige_ia_plugin.engine.anomalies import AnomalyCode
from crige_ia_plugin.engine.monitor import Cancelled
from crige_ia_plugin.processing import features
from crige_ia_plugin.processing.features import forget, line_type, read_lines
from crige_ia_plugin.processing.shapes import encode


def test_plain_lines_come_as_flat_arrays():
    table = read_lines(make_layer(["LINESTRING (0 0, 1 0, 2 5)", "LINESTRING (3 3, 4 4)"]))
    lines = table.lines
    assert lines.xy.tolist() == [[0, 0], [1, 0], [2, 5], [3, 3], [4, 4]]
    assert lines.offsets.tolist() == [0, 3, 5]
    assert lines.feature.tolist() == [0, 1]
    assert lines.part.tolist() == [0, 0]
    assert lines.z is None
    assert lines.m is None
    assert table.problems == []
    assert table.fids.tolist() == [1, 2]
    assert table.values(0) == ["rue de l’été 0", "rue de l’été 1"]
    assert not any(feature.hasGeometry() for feature in table.features)


def test_multiple_lines_are_exploded_with_their_parts():
    uri = "MultiLineStringZM?crs=EPSG:2154&field=name:string"
    wkts = [
        "MultiLineStringZM ((0 0 1 10, 1 1 2 20), (5 5 3 30, 6 6 4 40, 7 7 5 50))",
        "MultiLineStringZM ((9 9 6 60, 8 8 7 70))",
    ]
    lines = read_lines(make_layer(wkts, uri)).lines
    assert lines.offsets.tolist() == [0, 2, 5, 7]
    assert lines.feature.tolist() == [0, 0, 1]
    assert lines.part.tolist() == [0, 1, 0]
    assert lines.z.tolist() == [1, 2, 3, 4, 5, 6, 7]
    assert lines.m.tolist() == [10, 20, 30, 40, 50, 60, 70]


@pytest.mark.parametrize(
    ("kind", "wkt", "z", "m"),
    [
        ("LineString", "LineString (0 1, 2 3)", None, None),
        ("LineStringZ", "LineStringZ (0 1 7, 2 3 8)", [7, 8], None),
        ("LineStringM", "LineStringM (0 1 7, 2 3 8)", None, [7, 8]),
        ("LineStringZM", "LineStringZM (0 1 7 9, 2 3 8 9)", [7, 8], [9, 9]),
    ],
)
def test_every_dimension_survives_the_way_in_and_out(kind, wkt, z, m):
    layer = make_layer([wkt], f"{kind}?crs=EPSG:2154")
    lines = read_lines(layer).lines
    assert (lines.z is None) == (z is None)
    assert (lines.m is None) == (m is None)
    assert z is None or lines.z.tolist() == z
    assert m is None or lines.m.tolist() == m
    back = QgsGeometry()
    back.fromWkb(encode(lines)[0])
    assert back.asWkt() == QgsGeometry.fromWkt(wkt).asWkt()
    assert back.wkbType() == line_type(z is not None, m is not None)


def test_dimensions_may_be_mixed(tmp_path):
    wkbs = [QgsGeometry.fromWkt(w).asWkb().data() for w in ("LineStringZ (0 0 5, 1 1 6)", "LineString (2 2, 3 3)")]
    table = features._table([], [1, 2], wkbs)
    assert table.lines.xy.tolist() == [[0, 0], [1, 1], [2, 2], [3, 3]]
    assert table.lines.z[:2].tolist() == [5, 6]
    assert np.isnan(table.lines.z[2:]).all()
    assert table.lines.m is None


def test_the_old_types_with_z_are_understood():
    wkb = bytearray(QgsGeometry.fromWkt("LineStringZ (0 0 5, 1 1 6)").asWkb().data())
    wkb[1:5] = (0x80000002).to_bytes(4, "little")
    assert features._table([], [1], [bytes(wkb)]).lines.z.tolist() == [5, 6]


@pytest.mark.parametrize(
    ("kind", "wkt", "ends"),
    [
        ("CompoundCurve", "CompoundCurve (CircularString (0 0, 1 1, 2 0), (2 0, 5 0))", [(0, 0), (5, 0)]),
        ("MultiCurve", "MultiCurve (CircularString (0 0, 1 1, 2 0))", [(0, 0), (2, 0)]),
    ],
)
def test_curves_are_segmentised(kind, wkt, ends):
    lines = read_lines(make_layer([wkt], f"{kind}?crs=EPSG:2154")).lines
    assert lines.count == 1
    assert [tuple(lines.xy[0]), tuple(lines.xy[-1])] == ends
    arc = lines.xy[lines.xy[:, 0] <= 2]
    assert len(arc) > 90
    assert np.allclose(np.hypot(arc[:, 0] - 1, arc[:, 1]), 1)


def test_what_cannot_be_used_is_told_and_left_out():
    nan = float("nan")
    layer = make_layer(["LINESTRING (0 0, 1 1)", None, "LINESTRING EMPTY", "LINESTRING (7 7, 8 8)"])
    wkbs = [f.geometry().asWkb().data() for f in layer.getFeatures()]
    wkbs += [_wkb([(1, 1)]), _wkb([(0, 0), (nan, 1)]), _wkb([(0, 0), (float("inf"), 1)]), _wkb([(5, 5), (6, 6)])]
    wkbs.append(QgsGeometry.fromWkt("POINT (1 1)").asWkb().data())
    table = features._table([], list(range(len(wkbs))), wkbs)
    assert table.problems == [
        (1, AnomalyCode.NULL_GEOMETRY),
        (2, AnomalyCode.EMPTY_GEOMETRY),
        (4, AnomalyCode.ZERO_LENGTH),
        (5, AnomalyCode.NON_FINITE),
        (6, AnomalyCode.NON_FINITE),
        (8, AnomalyCode.NOT_A_LINE),
    ]
    assert table.lines.feature.tolist() == [0, 3, 7]
    assert table.lines.xy.tolist() == [[0, 0], [1, 1], [7, 7], [8, 8], [5, 5], [6, 6]]


def test_a_layer_of_null_geometries_gives_no_line():
    table = read_lines(make_layer([None, None]))
    assert table.lines.count == 0
    assert table.lines.offsets.tolist() == [0]
    assert [code for _, code in table.problems] == [AnomalyCode.NULL_GEOMETRY] * 2


def test_an_empty_layer_gives_nothing():
    table = read_lines(make_layer([]))
    assert (table.feature_count, table.lines.count, table.problems) == (0, 0, [])


def test_one_line_of_a_million_vertices():
    xy = np.column_stack([np.arange(1_000_000.0), np.zeros(1_000_000)])
    wkb = b"\x01" + (2).to_bytes(4, "little") + len(xy).to_bytes(4, "little") + xy.tobytes()
    table = features._table([], [1], [wkb])
    assert np.array_equal(table.lines.xy, xy)


def test_attributes_may_be_read_and_the_features_forgotten():
    table = read_lines(make_lines(5), keep=forget, columns=[0])
    assert table.features == []
    assert table.feature_count == table.lines.count == 5
    assert table.values(0) == [f"rue de l’été {row}" for row in range(5)]
    with pytest.raises(KeyError):
        table.values(1)
    assert read_lines(make_layer([]), keep=forget).values(1) == []


def test_a_filter_is_respected():
    layer = make_lines(10)
    layer.setSubsetString("lanes >= 7")
    if layer.featureCount() == 10:
        pytest.skip("this QGIS has no filter on memory layers")
    assert read_lines(layer).feature_count == 3


def test_lines_that_qgis_calls_invalid_are_read(run_copy):
    layer = make_layer(["LINESTRING (0 0, 0 0)", "LINESTRING (0 0, 1 1)"])
    assert run_copy(INPUT=layer, SEGMENTS="TEMPORARY_OUTPUT")["SEGMENT_COUNT"] == 2


def test_cancelling_stops_the_reading():
    feedback = QgsFeedback()
    feedback.cancel()
    with pytest.raises(Cancelled):
        read_lines(make_lines(3), feedback)


def test_real_roads_are_what_qgis_reads(shared_data):
    layer = QgsVectorLayer(f"{shared_data}/roads/bdtopo_rodez.gpkg|layername=roads", "roads", "ogr")
    table = read_lines(layer)
    expected = [f.geometry().asWkb().data() for f in layer.getFeatures(QgsFeatureRequest())]
    assert encode(table.lines) == expected
    assert layer.wkbType() == QgsWkbTypes.Type.LineStringZ
    assert table.fids.tolist() == [f.id() for f in layer.getFeatures()]


def _wkb(points) -> bytes:
    array = np.asarray(points, float)
    return b"\x01" + (2).to_bytes(4, "little") + len(array).to_bytes(4, "little") + array.tobytes()
