"""The one way out, and what happens when it is narrow."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from copying import PUBLISHED, Copy, columns_of, published_fields, write_table
from layers import fingerprints, make_layer, make_lines
from osgeo import gdal
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeatureRequest,
    QgsPoint,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingUtils,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
    QgsWkbTypes,
)

from crige_ia_plugin.engine.monitor import Cancelled
from crige_ia_plugin.processing.features import read_lines
from crige_ia_plugin.processing.output import together
from crige_ia_plugin.processing.output.destination import Destination
from crige_ia_plugin.processing.output.fields import merge_fields
from crige_ia_plugin.processing.output.opening import open_destination
from crige_ia_plugin.processing.output.targets import DestinationError
from crige_ia_plugin.processing.output.together import abandon_all, commit_all
from crige_ia_plugin.processing.shapes import Points, encode

LAMBERT93 = QgsCoordinateReferenceSystem("EPSG:2154")


@pytest.fixture
def algorithm():
    algorithm = Copy()
    algorithm.initAlgorithm()
    return algorithm


def opened(algorithm, target, layer, context=None, name="SEGMENTS", **options) -> Destination:
    fields, _ = merge_fields(layer.fields(), published_fields())
    return open_destination(
        algorithm,
        {name: target},
        name,
        context or QgsProcessingContext(),
        fields,
        layer.wkbType(),
        layer.crs(),
        PUBLISHED,
        **options,
    )


def written(algorithm, target, layer) -> Destination:
    context = QgsProcessingContext()
    destination = opened(algorithm, target, layer, context)
    write_table(destination, read_lines(layer))
    commit_all([destination], context)
    return destination


def content(layer: QgsVectorLayer) -> list[tuple]:
    assert layer.isValid(), layer.source()
    return [
        (feature.geometry().asWkt(), *(str(value) for value in feature.attributes()))
        for feature in layer.getFeatures(QgsFeatureRequest())
    ]


def hidden(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.name.startswith(".") or path.name.endswith(("-wal", "-journal"))]


# -- what is written is what was given -------------------------------------------------------------------------


@pytest.mark.parametrize("extension", ["gpkg", "shp", "geojson", "fgb", "csv", "sqlite"])
def test_every_format_holds_every_feature(algorithm, tmp_path, extension):
    layer = make_lines(40)
    target = tmp_path / "new folder" / f"tronçons.{extension}"
    destination = written(algorithm, str(target), layer)
    assert destination.identifier == str(target)
    assert destination.count == 40
    back = QgsVectorLayer(str(target), "back", "ogr")
    assert back.featureCount() == 40
    names = [field.name() for field in back.fields()]
    assert [name for name in names if name.lower() not in ("fid", "ogc_fid")] == ["name", "lanes", *PUBLISHED]
    rows = sorted(back.getFeatures(), key=lambda feature: int(feature["segment_id"]))
    assert [row["name"] for row in rows] == [f"rue de l’été {i}" for i in range(40)]
    assert float(rows[39]["length"]) == 9.5
    assert hidden(tmp_path) == []


@pytest.mark.parametrize(
    "kind", ["LineString", "LineStringZ", "LineStringM", "LineStringZM", "MultiLineString", "CompoundCurve"]
)
def test_bulk_and_feature_by_feature_give_the_same_geopackage(algorithm, tmp_path, kind):
    """The fast way is judged by the way QGIS writes."""
    wkts = [f"LineStringZM ({i} 0 1 2, {i} 10 3 4, {i + 0.5} 20 5 6)" for i in range(200)]
    uri = (
        f"{kind}?crs=EPSG:2154&field=name:string&field=lanes:integer&field=when:date&field=at:datetime"
        "&field=ok:boolean&field=big:int8&field=x:double&field=raw:binary&field=hour:time"
    )
    layer = make_layer(wkts, uri)
    with_values(layer)
    table = read_lines(layer)
    single = QgsWkbTypes.Type.LineString
    single = QgsWkbTypes.addZ(single) if table.lines.z is not None else single
    single = QgsWkbTypes.addM(single) if table.lines.m is not None else single
    fields, _ = merge_fields(layer.fields(), published_fields())
    columns = columns_of(table)
    columns[2][5] = np.nan
    columns[1] = [None, *columns[1].tolist()[1:]]
    for name in ("bulk", "rows"):
        context = QgsProcessingContext()
        destination = open_destination(
            algorithm,
            {"SEGMENTS": str(tmp_path / name / "segments.gpkg")},
            "SEGMENTS",
            context,
            fields,
            single,
            layer.crs(),
        )
        if name == "bulk":
            destination.write(table.lines, columns, table.features, table.lines.feature)
        else:
            for row, wkb, *values in zip(table.lines.feature.tolist(), encode(table.lines), *columns):
                destination.add(table.features[row], values, wkb)
        commit_all([destination], context)
    bulk, rows = (QgsVectorLayer(str(tmp_path / name / "segments.gpkg"), name, "ogr") for name in ("bulk", "rows"))
    assert content(bulk) == content(rows)
    assert len(content(bulk)) == 200
    assert bulk.extent() == rows.extent()
    assert bulk.wkbType() == rows.wkbType() == single
    assert [(f.name(), f.typeName(), f.length()) for f in bulk.fields()] == [
        (f.name(), f.typeName(), f.length()) for f in rows.fields()
    ]
    assert bulk.featureCount() == rows.featureCount()
    window = QgsRectangle(10, 0, 20, 30)
    asked = QgsFeatureRequest().setFilterRect(window)
    assert sorted(f.id() for f in bulk.getFeatures(asked)) == sorted(f.id() for f in rows.getFeatures(asked))
    assert schema(tmp_path / "bulk" / "segments.gpkg") == schema(tmp_path / "rows" / "segments.gpkg")


def with_values(layer: QgsVectorLayer) -> None:
    from qgis.PyQt.QtCore import QByteArray, QDate, QDateTime, QTime

    values = {
        2: QDate(2024, 6, 15),
        3: QDateTime(2024, 6, 15, 12, 30, 5),
        4: True,
        5: 2**53 + 1,
        6: 0.1,
        7: QByteArray(b"\x00\xff'\""),
        8: QTime(1, 2, 3),
    }
    changes = {
        feature.id(): {index: value for index, value in values.items() if feature.id() % (index + 1)}
        for feature in layer.getFeatures()
    }
    assert layer.dataProvider().changeAttributeValues(changes)


def schema(path: Path) -> set[tuple]:
    with sqlite3.connect(path) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert database.execute("SELECT rtreecheck('rtree_segments_geom')").fetchone() == ("ok",)
        count = database.execute("SELECT feature_count FROM gpkg_ogr_contents").fetchall()
        extent = database.execute("SELECT min_x, min_y, max_x, max_y FROM gpkg_contents").fetchall()
        return {*database.execute("SELECT type, name, sql FROM sqlite_master").fetchall(), *count, *extent}


def test_a_geopackage_written_in_bulk_can_be_edited(algorithm, tmp_path):
    target = tmp_path / "segments.gpkg"
    written(algorithm, str(target), make_lines(100))
    layer = QgsVectorLayer(str(target), "layer", "ogr")
    feature = next(layer.getFeatures())
    assert layer.dataProvider().deleteFeatures([1, 2])
    feature.setAttribute("fid", None)
    assert layer.dataProvider().addFeatures([feature])[0]
    assert layer.featureCount() == 99
    del layer
    with sqlite3.connect(target) as database:
        assert database.execute("SELECT rtreecheck('rtree_segments_geom')").fetchone() == ("ok",)


def test_points_and_tables_and_several_writes(algorithm, tmp_path):
    context = QgsProcessingContext()
    fields, _ = merge_fields([], published_fields())
    for kind, shapes in (
        (QgsWkbTypes.Type.PointZ, Points(np.array([[1.0, 2.0], [3.0, 4.0]]), np.array([5.0, 6.0]))),
        (QgsWkbTypes.Type.NoGeometry, None),
    ):
        target = tmp_path / f"{int(kind)}.gpkg"
        destination = open_destination(
            algorithm, {"NODES": str(target)}, "NODES", context, fields, kind, LAMBERT93, PUBLISHED
        )
        for start in (0, 2):
            destination.write(shapes, [[start + 1, start + 2], [7, 8], [0.5, None]])
        commit_all([destination], context)
        layer = QgsVectorLayer(str(target), "nodes", "ogr")
        assert [feature["segment_id"] for feature in layer.getFeatures()] == [1, 2, 3, 4]
        assert layer.wkbType() == kind
        if shapes is not None:
            geometry = layer.getFeature(2).geometry()
            assert next(iter(geometry.vertices())) == QgsPoint(3, 4, 6)


def test_an_output_without_features_is_an_empty_layer(algorithm, tmp_path):
    for extension in ("gpkg", "shp", "geojson"):
        target = tmp_path / f"empty.{extension}"
        context = QgsProcessingContext()
        destination = opened(algorithm, str(target), make_lines(1), context)
        commit_all([destination], context)
        layer = QgsVectorLayer(str(target), "empty", "ogr")
        assert layer.isValid()
        assert layer.featureCount() == 0


def test_two_batches_of_sources(algorithm, tmp_path):
    context = QgsProcessingContext()
    layers = [make_lines(30), make_lines(7)]
    destination = opened(algorithm, str(tmp_path / "s.gpkg"), layers[0], context)
    for layer in layers:
        write_table(destination, read_lines(layer))
    commit_all([destination], context)
    names = [f["name"] for f in QgsVectorLayer(str(tmp_path / "s.gpkg"), "s", "ogr").getFeatures()]
    assert names == [f"rue de l’été {i}" for i in (*range(30), *range(7))]


@pytest.mark.parametrize("target", ["s.gpkg", "s.shp", "TEMPORARY_OUTPUT"])
def test_features_kept_as_they_are_read_are_found_again(algorithm, tmp_path, target):
    context = QgsProcessingContext()
    layer = make_lines(30)
    temporary = target == "TEMPORARY_OUTPUT"
    destination = opened(algorithm, target if temporary else str(tmp_path / target), layer, context)
    table = read_lines(layer, keep=destination.keeper(len(PUBLISHED)))
    assert table.features == []
    back_to_front = table.lines.take(np.arange(30)[::-1])
    destination.write(back_to_front, columns_of(table), rows=back_to_front.feature)
    commit_all([destination], context)
    result = QgsProcessingUtils.mapLayerFromString(destination.identifier, context)
    assert [feature["name"] for feature in result.getFeatures()] == [f"rue de l’été {i}" for i in range(29, -1, -1)]
    assert [path.name for path in tmp_path.glob("*attributes*")] == hidden(tmp_path) == []


# -- names and keys --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("extension", ["gpkg", "shp", "fgb"])
def test_repeated_keys_lose_no_feature(algorithm, tmp_path, extension):
    layer = make_layer(
        [f"LINESTRING ({i} 0, {i} 1)" for i in range(10)],
        "LineString?crs=EPSG:2154&field=label:string&field=fid:integer",
    )
    layer.dataProvider().changeAttributeValues({i: {1: 4} for i in range(1, 11)})
    target = tmp_path / f"keys.{extension}"
    destination = written(algorithm, str(target), layer)
    back = QgsVectorLayer(str(target), "back", "ogr")
    assert back.featureCount() == 10
    assert {feature["fid_input"] for feature in back.getFeatures()} == {4}
    assert destination.count == 10


@pytest.mark.parametrize("extension", ["gpkg", "shp", "geojson", "fgb", "sqlite"])
def test_names_that_differ_by_case_are_all_there(algorithm, tmp_path, extension):
    layer = make_layer(
        [f"LINESTRING ({i} 0, {i} 1)" for i in range(3)],
        "LineString?crs=EPSG:2154&field=Name:string&field=NAME:integer&field=LENGTH:double&field=geom:string",
    )
    target = tmp_path / f"names.{extension}"
    written(algorithm, str(target), layer)
    back = QgsVectorLayer(str(target), "back", "ogr")
    assert back.featureCount() == 3
    names = [field.name() for field in back.fields() if field.name().lower() not in ("fid", "ogc_fid")]
    short = extension == "shp"
    expected = ["Name", "NAME_2", "LENGTH_inp" if short else "LENGTH_input", "geom", *PUBLISHED]
    if extension == "sqlite":  # some versions of GDAL put names in lower case there
        names, expected = [name.lower() for name in names], [name.lower() for name in expected]
    assert names == expected
    assert sorted(feature["NAME_2"] for feature in back.getFeatures()) == [0, 1, 2]


def test_a_shapefile_keeps_our_names_and_tells_of_cut_texts(algorithm, tmp_path):
    layer = make_layer(
        ["LINESTRING (0 0, 1 1)"] * 3,
        "LineString?crs=EPSG:2154&field=source_fid:string&field=position_par_rapport_au_sol:integer"
        "&field=position_par_autre_chose:integer",
    )
    layer.dataProvider().changeAttributeValues({1: {0: "é" * 200}, 2: {0: "x" * 254}, 3: {0: "x" * 255}})
    destination = written(algorithm, str(tmp_path / "s.shp"), layer)
    back = QgsVectorLayer(str(tmp_path / "s.shp"), "back", "ogr")
    names = [field.name() for field in back.fields()]
    assert names[-3:] == list(PUBLISHED)
    assert len({name.lower() for name in names}) == 6
    assert [feature["source_fid"] for feature in back.getFeatures()] == [1, 2, 3]
    assert destination.renamed["source_fid_input"] == names[0]
    assert len(destination.warnings) == 1
    assert "2" in destination.warnings[0]


# -- places ----------------------------------------------------------------------------------------------------


def test_an_optional_output_that_was_not_asked_for_is_none(algorithm):
    for parameters in ({}, {"NODES": None}, {"NODES": ""}):
        fields = make_lines(1).fields()
        assert (
            open_destination(
                algorithm, parameters, "NODES", QgsProcessingContext(), fields, QgsWkbTypes.Type.LineString, LAMBERT93
            )
            is None
        )


def test_a_temporary_layer_is_a_layer_of_the_context(algorithm):
    context = QgsProcessingContext()
    layer = make_lines(20)
    destination = opened(algorithm, "TEMPORARY_OUTPUT", layer, context)
    write_table(destination, read_lines(layer))
    commit_all([destination], context)
    result = QgsProcessingUtils.mapLayerFromString(destination.identifier, context)
    assert result.featureCount() == 20
    assert context.layersToLoadOnCompletion() == {}


def test_two_layers_in_one_new_geopackage(algorithm, tmp_path):
    target = tmp_path / "both.gpkg"
    context = QgsProcessingContext()
    layer = make_lines(10)
    first = opened(algorithm, f"ogr:dbname='{target}' table=\"segments\" (geom)", layer, context)
    second = opened(algorithm, f"ogr:dbname='{target}' table=\"nodes\" (geom)", layer, context, "NODES", taken=[first])
    for one in (first, second):
        write_table(one, read_lines(layer))
    assert not target.exists()
    commit_all([first, second], context)
    for one, name in ((first, "segments"), (second, "nodes")):
        assert one.identifier == f"{target}|layername={name}"
        assert QgsVectorLayer(one.identifier, name, "ogr").featureCount() == 10
    assert hidden(tmp_path) == []


def test_one_file_name_for_two_outputs_makes_two_layers(algorithm, tmp_path):
    """QGIS would let the last one win, without a word."""
    target = tmp_path / "both.gpkg"
    context = QgsProcessingContext()
    layer = make_lines(10)
    first = opened(algorithm, str(target), layer, context)
    second = opened(algorithm, str(target), layer, context, "NODES", taken=[first])
    for one in (first, second):
        write_table(one, read_lines(layer))
    commit_all([first, second], context)
    assert QgsVectorLayer(first.identifier, "first", "ogr").featureCount() == 10
    assert second.identifier == f"{target}|layername=nodes"
    assert QgsVectorLayer(second.identifier, "second", "ogr").featureCount() == 10


def test_one_shapefile_for_two_outputs_is_refused(algorithm, tmp_path):
    layer = make_lines(1)
    first = opened(algorithm, str(tmp_path / "both.shp"), layer)
    with pytest.raises(DestinationError, match=r"both\.shp"):
        opened(algorithm, str(tmp_path / "both.shp"), layer, name="NODES", taken=[first])
    first.abandon()
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def existing(tmp_path) -> Path:
    """A GeoPackage of two layers, somebody's work."""
    target = tmp_path / "existing.gpkg"
    for name, mode in (("somebody", None), ("segments", "update")):
        source = gdal.GetDriverByName("Memory").Create("", 0, 0, 0, gdal.GDT_Unknown)
        source.CreateLayer(name, geom_type=2)
        gdal.VectorTranslate(str(target), source, layerName=name, accessMode=mode)
    database = sqlite3.connect(target)
    database.execute("CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT)")
    database.execute("INSERT INTO notes VALUES (1, 'mine')")
    database.commit()
    database.close()
    return target


@pytest.mark.parametrize("name", ["segments", "Segments", "fresh"])
def test_a_layer_goes_into_a_geopackage_whose_other_layers_stay(algorithm, existing, name):
    layer = make_lines(300)
    destination = written(algorithm, f"ogr:dbname='{existing}' table=\"{name}\" (geom)", layer)
    back = QgsVectorLayer(destination.identifier, "back", "ogr")
    assert back.featureCount() == 300
    assert [feature.id() for feature in back.getFeatures()] == list(range(1, 301))
    asked = QgsFeatureRequest().setFilterRect(QgsRectangle(10, 0, 20, 5))
    assert sorted(f.id() for f in back.getFeatures(asked)) == list(range(11, 22))
    with sqlite3.connect(existing) as database:
        assert database.execute("SELECT text FROM notes").fetchall() == [("mine",)]
        tables = {row[0] for row in database.execute("SELECT table_name FROM gpkg_contents")}
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert tables == {"somebody", name, *(["segments"] if name == "fresh" else [])}
    assert hidden(existing.parent) == []


def test_a_failed_transfer_leaves_the_geopackage_byte_for_byte(algorithm, existing, monkeypatch):
    before = fingerprints(existing.parent)
    monkeypatch.setattr(together.Transfer, "commit", lambda self: (_ for _ in ()).throw(together.WriteError("boom")))
    with pytest.raises(DestinationError, match="boom"):
        written(algorithm, f"ogr:dbname='{existing}' table=\"segments\" (geom)", make_lines(300))
    assert fingerprints(existing.parent) == before


def test_a_layer_into_a_geopackage_that_someone_is_writing_is_an_error(algorithm, existing):
    other = sqlite3.connect(existing, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(DestinationError, match=r"existing\.gpkg"):
        written(algorithm, f"ogr:dbname='{existing}' table=\"segments\" (geom)", make_lines(10))
    other.execute("ROLLBACK")
    assert QgsVectorLayer(f"{existing}|layername=segments", "old", "ogr").featureCount() == 0
    assert hidden(existing.parent) == []


def test_a_file_that_is_no_geopackage_takes_no_layer(algorithm, tmp_path):
    (tmp_path / "text.gpkg").write_text("no")
    with pytest.raises(DestinationError, match=r"text\.gpkg"):
        opened(algorithm, f"ogr:dbname='{tmp_path}/text.gpkg' table=\"t\" (geom)", make_lines(1))
    assert (tmp_path / "text.gpkg").read_text() == "no"


@pytest.mark.parametrize("name", ["roads.zzz", "roads", "roads.tif"])
def test_an_unknown_kind_of_file_is_refused_by_name(algorithm, tmp_path, name):
    with pytest.raises(DestinationError, match=r"roads.*\.gpkg"):
        opened(algorithm, str(tmp_path / name), make_lines(1))
    assert list(tmp_path.iterdir()) == []


def test_a_geopackage_that_is_open_in_qgis_is_replaced_with_its_journal(algorithm, tmp_path):
    target = tmp_path / "open.gpkg"
    written(algorithm, str(target), make_lines(5))
    watched = QgsVectorLayer(str(target), "watched", "ogr")
    iterator = watched.getFeatures()
    next(iterator)
    written(algorithm, str(target), make_lines(9))
    fresh = QgsVectorLayer(str(target), "fresh", "ogr")
    assert fresh.featureCount() == 9
    assert sum(1 for _ in fresh.getFeatures()) == 9


def test_what_a_link_points_to_is_written(algorithm, tmp_path):
    (tmp_path / "real").mkdir()
    written(algorithm, str(tmp_path / "real" / "roads.gpkg"), make_lines(2))
    (tmp_path / "link.gpkg").symlink_to(tmp_path / "real" / "roads.gpkg")
    written(algorithm, str(tmp_path / "link.gpkg"), make_lines(6))
    assert (tmp_path / "link.gpkg").is_symlink()
    assert QgsVectorLayer(str(tmp_path / "real" / "roads.gpkg"), "real", "ogr").featureCount() == 6


def test_layers_are_loaded_under_their_name_and_dressed(algorithm, tmp_path):
    project = QgsProject()
    layer = make_lines(3)
    seen = []
    for target in (str(tmp_path / "s.gpkg"), "TEMPORARY_OUTPUT", f"ogr:dbname='{tmp_path}/t.gpkg' table=\"t\" (geom)"):
        context = QgsProcessingContext()
        definition = QgsProcessingOutputLayerDefinition(target, project)
        destination = opened(algorithm, definition, layer, context, on_load=lambda one: seen.append(one.featureCount()))
        write_table(destination, read_lines(layer))
        commit_all([destination], context)
        assert list(context.layersToLoadOnCompletion()) == [destination.identifier]
        details = context.layerToLoadOnCompletionDetails(destination.identifier)
        assert details.name == "Tronçons"
        assert details.project == project
        loaded = QgsProcessingUtils.mapLayerFromString(destination.identifier, context)
        details.postProcessor().postProcessLayer(loaded, context, QgsProcessingFeedback())
    assert seen == [3, 3, 3]


@pytest.fixture
def database(tmp_path) -> Path:
    """A SpatiaLite database that holds somebody's table."""
    target = tmp_path / "database.sqlite"
    source = gdal.GetDriverByName("Memory").Create("", 0, 0, 0, gdal.GDT_Unknown)
    source.CreateLayer("somebody", geom_type=2)
    gdal.VectorTranslate(str(target), source, format="SQLite", datasetCreationOptions=["SPATIALITE=YES"])
    return target


def test_a_table_of_a_database(algorithm, database):
    layer = make_layer(
        [f"LINESTRING ({i} 0, {i} 1)" for i in range(5)],
        "LineString?crs=EPSG:2154&field=pk:string&field=geom:integer",
    )
    uri = f"spatialite:dbname='{database}' key='pk' table=\"segments\" (geom)"
    destination = written(algorithm, uri, layer)
    context = QgsProcessingContext()
    back = QgsProcessingUtils.mapLayerFromString(destination.identifier, context)
    assert back.featureCount() == 5
    assert [field.name() for field in back.fields()] == ["pk", "pk_input", "geom_input", *PUBLISHED]
    assert destination.renamed == {"pk": "pk_input", "geom": "geom_input"}


def test_a_table_that_is_there_is_not_dropped(algorithm, database):
    uri = f"spatialite:dbname='{database}' table=\"{{}}\" (geom)"
    with pytest.raises(DestinationError, match="somebody"):
        opened(algorithm, uri.format("somebody"), make_lines(1))
    given_up = opened(algorithm, uri.format("segments"), make_lines(1))
    write_table(given_up, read_lines(make_lines(1)))
    given_up.abandon()
    with sqlite3.connect(database) as connection:
        tables = {row[0] for row in connection.execute("SELECT f_table_name FROM geometry_columns")}
    assert tables == {"somebody"}


def test_a_database_that_refuses_is_named_without_its_password(algorithm):
    uri = "postgis:dbname='nowhere' host=/nonexistent password='hush' table=\"public\".\"roads\" (geom)"
    with pytest.raises(DestinationError, match="roads") as caught:
        opened(algorithm, uri, make_lines(1))
    assert "hush" not in str(caught.value)


# -- what was there before ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("extension", ["gpkg", "shp", "geojson", "fgb"])
@pytest.mark.parametrize("moment", ["opened", "read", "half", "written"])
def test_giving_up_leaves_what_was_there_byte_for_byte(algorithm, tmp_path, extension, moment):
    target = tmp_path / f"old.{extension}"
    written(algorithm, str(target), make_lines(12))
    before = fingerprints(tmp_path)
    layer = make_lines(500)
    destination = opened(algorithm, str(target), layer)
    table = read_lines(layer)
    if moment == "read":
        read_lines(layer, keep=destination.keeper(len(PUBLISHED)))
    elif moment == "half":
        feedback = QgsProcessingFeedback()
        feedback.progressChanged.connect(lambda _: feedback.cancel())
        write_table(destination, table)
        feedback.cancel()
        with pytest.raises(Cancelled):
            write_table(destination, table, feedback)
    elif moment == "written":
        write_table(destination, table)
    abandon_all([destination, None])
    assert fingerprints(tmp_path) == before


def test_giving_up_removes_the_folders_that_were_made(algorithm, tmp_path):
    destination = opened(algorithm, str(tmp_path / "a" / "b" / "s.gpkg"), make_lines(1))
    destination.abandon()
    assert list(tmp_path.iterdir()) == []


def test_all_outputs_or_none(algorithm, tmp_path, monkeypatch):
    """The second output cannot be written: the first one, complete, is not put in place either."""
    layer = make_lines(10)
    for name in ("first.gpkg", "second.gpkg"):
        written(algorithm, str(tmp_path / name), make_lines(3))
    before = fingerprints(tmp_path)
    context = QgsProcessingContext()
    first = opened(algorithm, str(tmp_path / "first.gpkg"), layer, context)
    second = opened(algorithm, str(tmp_path / "second.gpkg"), layer, context, "NODES", taken=[first])
    write_table(first, read_lines(layer))
    write_table(second, read_lines(layer))
    real = Path.replace

    def replace(self, target):
        if Path(target).name == "second.gpkg" and "partial" in str(self):
            raise PermissionError(13, "in use", str(target))
        return real(self, target)

    monkeypatch.setattr(Path, "replace", replace)
    with pytest.raises(DestinationError, match=r"second\.gpkg.*(open|ouvert)"):
        commit_all([first, second], context)
    assert fingerprints(tmp_path) == before
    assert context.layersToLoadOnCompletion() == {}


def _mount(options: str, folder: Path, command: list[str]) -> subprocess.CompletedProcess:
    """Run a command where ``folder`` is a small disk that nobody else sees."""
    script = f'mount -t tmpfs -o {options} tmpfs "$0" && exec "$@"'
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": os.pathsep.join(map(str, sys.path))}
    return subprocess.run(
        ["unshare", "-m", "sh", "-c", script, str(folder), *command],
        capture_output=True,
        text=True,
        env=environment,
        check=False,
    )


def _can_mount(folder: Path) -> bool:
    return shutil.which("unshare") is not None and _mount("size=64k", folder, ["true"]).returncode == 0


SMALL_DISK = Path(__file__).parents[2] / "support" / "small_disk.py"


@pytest.mark.parametrize("name", ["s.gpkg", "s.shp", "s.geojson", "s.fgb", "s.gpkg by_row"])
def test_a_full_disk_is_an_error_and_changes_nothing(tmp_path, name):
    """At every size, from one where nothing fits to one where all does."""
    if not _can_mount(tmp_path):
        pytest.skip("mounting a small disk needs root and unshare")
    name, _, way = name.partition(" ")
    sizes = [f"{size}k" for size in (16, 60, 120, 200, 300, 400, 550, 700, 850, 1000, 1200, 1500, 2000)] + ["40m"]
    command = [sys.executable, str(SMALL_DISK), str(tmp_path), name, "6000", way or "bulk", *sizes]
    answer = _mount("size=1m", tmp_path, command)
    assert answer.returncode == 0, answer.stderr[-3000:]
    said = answer.stdout.strip().splitlines()
    assert len(said) == len(sizes)
    assert said[-1] == "written"
    assert said[:3] == [said[0]] * 3
    refused = [one for one in said if one != "written"]
    assert all(name in one and ("is full" in one or "est plein" in one) for one in refused)
    assert said == [*refused, *["written"] * (len(said) - len(refused))]


def test_a_read_only_folder_is_an_error(tmp_path):
    if not _can_mount(tmp_path):
        pytest.skip("mounting a read-only disk needs root and unshare")
    command = [sys.executable, str(SMALL_DISK), str(tmp_path), "s.gpkg", "10", "bulk", "as it is"]
    answer = _mount("size=4m,ro", tmp_path, command)
    assert answer.returncode == 0, answer.stderr[-2000:]
    assert "s.gpkg" in answer.stdout
    assert "Read-only" in answer.stdout or "lecture" in answer.stdout


def test_what_is_no_geometry_is_not_written_as_an_empty_one(algorithm, tmp_path):
    destination = opened(algorithm, str(tmp_path / "s.geojson"), make_lines(1))
    with pytest.raises(ValueError, match="binary"):
        destination.add(None, [None] * 5, b"not a geometry")
    destination.abandon()
    assert list(tmp_path.iterdir()) == []
