"""Reading points into arrays, and multiple lines and points out of them."""

from __future__ import annotations

import numpy as np
import pytest
from layers import make_layer
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsGeometry,
    QgsProcessingException,
    QgsWkbTypes,
)
from wkt import wkt

from crige_ia_plugin.engine.lines import from_sequences
from crige_ia_plugin.processing.points import point_type, read_points, read_rows, reproject
from crige_ia_plugin.processing.shapes import MultiLines, Points, bounds, encode
from crige_ia_plugin.processing.values import attribute_values


def decoded(wkb: bytes) -> QgsGeometry:
    geometry = QgsGeometry()
    geometry.fromWkb(wkb)
    return geometry


def test_points_come_as_arrays_and_multiple_ones_are_exploded():
    table = read_points(
        make_layer(["MultiPointZ (1 2 3, 4 5 6)", None, "MultiPointZ (7 8 9)"], "MultiPointZ?field=name:string")
    )
    assert table.points.xy.tolist() == [[1, 2], [4, 5], [7, 8]]
    assert table.points.z.tolist() == [3, 6, 9]
    assert table.points.m is None
    assert table.row.tolist() == [0, 0, 2]
    assert table.missing.tolist() == [1]
    assert len(table.features) == 3
    assert not any(feature.hasGeometry() for feature in table.features)


def test_a_point_without_a_finite_place_is_missing():
    table = read_points(make_layer(["Point EMPTY", "Point (1 1)", "Point (inf 0)"], "Point?field=name:string"))
    assert table.row.tolist() == [1]
    assert table.missing.tolist() == [0, 2]


@pytest.mark.parametrize("kind", ["Point", "PointZ", "PointM", "PointZM"])
def test_every_dimension_survives_the_way_in_and_out(kind):
    wkt = f"{kind} ({' '.join(map(str, range(1, 2 + len(kind[5:]) + 2)))})"
    points = read_points(make_layer([wkt], f"{kind}?field=name:string")).points
    back = decoded(encode(points)[0])
    assert back.asWkt() == QgsGeometry.fromWkt(wkt).asWkt()
    assert back.wkbType() == point_type(points.z is not None, points.m is not None)


def test_an_empty_layer_has_no_points():
    table = read_points(make_layer([], "Point?field=name:string"))
    assert table.points.xy.shape == (0, 2)
    assert not len(table.row)


def test_null_attributes_are_none():
    layer = make_layer(["Point (0 0)"], "Point?field=name:string&field=lanes:integer&field=other:double")
    features = read_rows(layer)
    assert [attribute_values(features, i) for i in range(3)] == [["rue de l’été 0"], [0], [None]]


def test_points_go_from_one_crs_to_another():
    lambert, degrees = QgsCoordinateReferenceSystem("EPSG:2154"), QgsCoordinateReferenceSystem("EPSG:4326")
    xy = np.array([[700_000.0, 6_600_000.0], [900_000.0, 6_250_000.0]])
    there = reproject(xy, lambert, degrees, QgsCoordinateTransformContext())
    assert there[0] == pytest.approx([3.0, 46.5], abs=1e-6)
    assert reproject(there, degrees, lambert, QgsCoordinateTransformContext()) == pytest.approx(xy, abs=1e-3)
    # One that no transformation knows does not take the others along.
    mixed = reproject(np.array([[3.0, 500.0], there[1]]), degrees, lambert, QgsCoordinateTransformContext())
    assert np.isnan(mixed[0]).all()
    assert mixed[1] == pytest.approx(xy[1])
    assert reproject(xy, lambert, QgsCoordinateReferenceSystem(), QgsCoordinateTransformContext()) is xy


def test_multiple_lines_are_encoded_with_their_bounds():
    lines = from_sequences([np.array(c, float) for c in ([(0, 0), (1, 5)], [(9, 9), (8, 7)], [(2, 2), (3, 3)])])
    shapes = MultiLines(lines, np.array([0, 2, 3]))
    assert [wkt(decoded(wkb)) for wkb in encode(shapes)] == [
        "MultiLineString ((0 0, 1 5),(9 9, 8 7))",
        "MultiLineString ((2 2, 3 3))",
    ]
    assert decoded(encode(shapes, 1)[0]).wkbType() == QgsWkbTypes.Type.MultiLineString
    assert bounds(shapes).tolist() == [[0, 9, 0, 9], [2, 3, 2, 3]]
    packaged = encode(shapes, 1, 2, srs_id=2154)[0]
    assert np.frombuffer(packaged, "<f8", 4, 8).tolist() == [2, 3, 2, 3]
    assert decoded(packaged[40:]).asWkt() == "MultiLineString ((2 2, 3 3))"


def test_measures_of_points_are_encoded():
    points = Points(np.array([[1.0, 2.0]]), m=np.array([3.0]))
    assert wkt(decoded(encode(points)[0])) == "PointM (1 2 3)"


@pytest.mark.parametrize("arrives", [False, True])
def test_points_of_a_local_system_are_not_passed_off_for_others(arrives):
    """QGIS leaves them where they are, without a word."""
    lambert = QgsCoordinateReferenceSystem("EPSG:2154")
    site = QgsCoordinateReferenceSystem.fromWkt('LOCAL_CS["Chantier",UNIT["metre",1]]')
    assert site.isValid()
    source, target = (lambert, site) if arrives else (site, lambert)
    with pytest.raises(QgsProcessingException, match="Chantier"):
        reproject(np.array([[12.0, 7.0]]), source, target, QgsCoordinateTransformContext())
