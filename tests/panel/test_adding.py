"""Everything that can be added to the project, each from a server on loopback or from a file."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import hostile_server as behaviour
import pytest
from hostile_server import Server
from osgeo import gdal
from paneling import settle, told
from qgis.core import QgsLayerDefinition, QgsProject, QgsVectorLayer
from waiting import wait_for

from crige_ia_plugin.catalogue.integrity import multihash, sha256
from crige_ia_plugin.catalogue.problems import CatalogueError, Code
from crige_ia_plugin.harmless import RUNNABLE, read_harmless
from crige_ia_plugin.panel.acting import Around, Verb, actions, primary
from crige_ia_plugin.panel.centre import Subject
from crige_ia_plugin.panel.places import aside
from crige_ia_plugin.paths import RESOURCES

POINT = {"type": "Feature", "id": 1, "properties": {"n": 1}, "geometry": {"type": "Point", "coordinates": [5.4, 43.3]}}
JSON = {"Content-Type": "application/geo+json"}
XML = {"Content-Type": "text/xml"}

CAPABILITIES = """<?xml version="1.0"?>
<wfs:WFS_Capabilities version="2.0.0" xmlns:wfs="http://www.opengis.net/wfs/2.0"
 xmlns:ows="http://www.opengis.net/ows/1.1" xmlns:fes="http://www.opengis.net/fes/2.0">
 <ows:OperationsMetadata><ows:Operation name="GetFeature"/></ows:OperationsMetadata>
 <wfs:FeatureTypeList><wfs:FeatureType><wfs:Name>ns:points</wfs:Name><wfs:Title>Points</wfs:Title>
  <wfs:DefaultCRS>urn:ogc:def:crs:EPSG::4326</wfs:DefaultCRS>
  <ows:WGS84BoundingBox>
   <ows:LowerCorner>5 43</ows:LowerCorner><ows:UpperCorner>6 44</ows:UpperCorner>
  </ows:WGS84BoundingBox>
 </wfs:FeatureType></wfs:FeatureTypeList></wfs:WFS_Capabilities>"""

DESCRIPTION = """<?xml version="1.0"?>
<xsd:schema targetNamespace="http://ns" xmlns:ns="http://ns" xmlns:xsd="http://www.w3.org/2001/XMLSchema"
 xmlns:gml="http://www.opengis.net/gml/3.2" elementFormDefault="qualified">
 <xsd:import namespace="http://www.opengis.net/gml/3.2" schemaLocation="http://schemas.opengis.net/gml/3.2.1/gml.xsd"/>
 <xsd:complexType name="pointsType"><xsd:complexContent><xsd:extension base="gml:AbstractFeatureType"><xsd:sequence>
  <xsd:element name="n" type="xsd:int"/><xsd:element name="geom" type="gml:PointPropertyType"/>
 </xsd:sequence></xsd:extension></xsd:complexContent></xsd:complexType>
 <xsd:element name="points" substitutionGroup="gml:AbstractFeature" type="ns:pointsType"/></xsd:schema>"""

FEATURES = """<?xml version="1.0"?>
<wfs:FeatureCollection numberMatched="1" numberReturned="1" xmlns:wfs="http://www.opengis.net/wfs/2.0"
 xmlns:gml="http://www.opengis.net/gml/3.2" xmlns:ns="http://ns"><wfs:member><ns:points gml:id="points.1"><ns:n>1</ns:n>
 <ns:geom><gml:Point srsName="urn:ogc:def:crs:EPSG::4326" gml:id="g1"><gml:pos>43.3 5.4</gml:pos></gml:Point></ns:geom>
 </ns:points></wfs:member></wfs:FeatureCollection>"""


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    (tmp_path / "www").mkdir()
    made = Server(tmp_path / "www")
    yield made
    made.close()


def serve_wfs(server: Server) -> None:
    def answer(handler) -> None:
        asked = handler.path.lower()
        body = CAPABILITIES if "getcapabilities" in asked else DESCRIPTION if "describe" in asked else FEATURES
        behaviour.answer(handler, 200, body.encode(), **XML)

    server.behaviours["/wfs"] = answer


def serve_api(server: Server) -> None:
    def says(data: object) -> object:
        return behaviour.says(200, json.dumps(data).encode(), **JSON)

    base = server.url + "/api"
    landing = [
        {"rel": "service-desc", "type": "application/vnd.oai.openapi+json;version=3.0", "href": base + "/openapi"},
        {"rel": "data", "type": "application/json", "href": base + "/collections"},
        {"rel": "conformance", "type": "application/json", "href": base + "/conformance"},
    ]
    collection = {
        "id": "points",
        "title": "Points",
        "extent": {"spatial": {"bbox": [[5, 43, 6, 44]]}},
        "links": [{"rel": "items", "type": "application/geo+json", "href": base + "/collections/points/items"}],
    }
    server.behaviours["/api"] = says({"links": landing})
    server.behaviours["/api/openapi"] = says({"openapi": "3.0.0", "paths": {}})
    server.behaviours["/api/conformance"] = says(
        {"conformsTo": ["http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core"]}
    )
    server.behaviours["/api/collections"] = says({"collections": [collection], "links": []})
    server.behaviours["/api/collections/points"] = says(collection)
    server.behaviours["/api/collections/points/items"] = says(
        {"type": "FeatureCollection", "features": [POINT], "links": []}
    )


def add(desk, record, base: str = "") -> None:
    """Do the primary action of a record, which is to add it, and wait for the end."""
    settle(desk)
    around = Around("2026-01-01", base)
    action = primary(record, around)
    assert action.verb is Verb.ADD
    desk.dock.host.doer.do(action, Subject(("own", "one"), record, around))
    settle(desk)


def the_layer():
    (layer,) = QgsProject.instance().mapLayers().values()
    assert layer.isValid()
    return layer


def service(kind: str, href: str, layer: str = "") -> dict[str, str]:
    return {"rel": "service", "href": href, "iageo:service": kind, "iageo:layer": layer, "title": "Couche"}


def test_a_wfs(desk, server, make_record) -> None:
    serve_wfs(server)
    add(desk, make_record([service("WFS", server.url + "/wfs", "ns:points")]))
    assert the_layer().dataProvider().name() == "WFS"
    assert [feature["n"] for feature in the_layer().getFeatures()] == [1]


def test_an_ogc_api(desk, server, make_record) -> None:
    serve_api(server)
    add(desk, make_record([service("OGC API Features", server.url + "/api", "points")]))
    assert the_layer().dataProvider().name() == "OAPIF"
    assert sum(1 for _ in the_layer().getFeatures()) == 1


def test_tiles(desk, server, make_record) -> None:
    add(desk, make_record([service("XYZ", server.url + "/{z}/{x}/{y}.png")]))
    assert the_layer().dataProvider().name() == "wms"
    assert "type=xyz" in the_layer().source()


def test_a_vector_file_of_a_server(desk, server, make_record) -> None:
    body = json.dumps({"type": "FeatureCollection", "features": [POINT]}).encode()
    (server.folder / "points.geojson").write_bytes(body)
    add(desk, make_record([{"rel": "enclosure", "href": "points.geojson"}]), server.url + "/")
    assert the_layer().featureCount() == 1


def test_a_vector_file_of_a_folder(desk, make_record) -> None:
    link = {"rel": "enclosure", "href": "town.gpkg", "iageo:layer": "point_de_repere"}
    add(desk, make_record([link]), str(RESOURCES / "sample"))
    assert the_layer().featureCount() == 22


def test_a_file_with_several_layers_gives_them_all_in_a_group(desk, make_record) -> None:
    add(desk, make_record([{"rel": "enclosure", "href": "town.gpkg", "title": "Ville"}]), str(RESOURCES / "sample"))
    layers = QgsProject.instance().mapLayers().values()
    assert {"troncon_de_route", "point_de_repere"} <= {layer.name() for layer in layers}
    (group,) = QgsProject.instance().layerTreeRoot().findGroups()
    assert (group.name(), len(group.findLayers())) == ("Ville", len(layers))


def test_a_raster_file(desk, make_record, tmp_path) -> None:
    raster = gdal.GetDriverByName("GTiff").Create(str(tmp_path / "a.tif"), 4, 4)
    raster.SetGeoTransform((0, 1, 0, 4, 0, -1))
    del raster
    add(desk, make_record([{"rel": "enclosure", "href": "a.tif"}]), str(tmp_path))
    assert the_layer().width() == 4


# layer definitions and styles


@pytest.fixture
def roads(qgis_app) -> QgsVectorLayer:
    return QgsVectorLayer(f"{RESOURCES / 'sample' / 'town.gpkg'}|layername=troncon_de_route", "Routes", "ogr")


def definition(roads: QgsVectorLayer, path: Path) -> Path:
    """A layer definition with Python in it, that names its data by an absolute path: it is read from elsewhere."""
    config = roads.editFormConfig()
    config.setInitCode("open('/tmp/never', 'w')")
    config.setInitFunction("never")
    roads.setEditFormConfig(config)
    QgsProject.instance().addMapLayer(roads)
    QgsProject.instance().writeEntryBool("Paths", "/Absolute", True)
    done, reason = QgsLayerDefinition.exportLayerDefinition(str(path), [QgsProject.instance().layerTreeRoot()])
    assert done, reason
    QgsProject.instance().clear()
    assert "/tmp/never" in path.read_text(encoding="utf-8")
    return path


@pytest.mark.parametrize("where", ["folder", "server"])
def test_a_layer_definition_brings_its_layers_and_nothing_to_run(where, desk, roads, server, make_record) -> None:
    path = definition(roads, server.folder / "routes.qlr")
    link = {
        "rel": "enclosure",
        "href": path.name,
        "file:checksum": multihash(sha256(path)),
        "file:size": path.stat().st_size,
    }
    add(desk, make_record([link]), server.url + "/" if where == "server" else str(server.folder))
    assert the_layer().name() == "Routes"
    assert the_layer().editFormConfig().initCode() == ""
    assert not [path for path in aside().rglob("*") if path.is_file()]


@pytest.mark.parametrize("where", ["folder", "server"])
def test_a_style_is_given_to_the_active_layer(where, desk, roads, server, make_record) -> None:
    path = server.folder / "rouge.qml"
    roads.renderer().symbol().setColor(roads.renderer().symbol().color().fromRgb(200, 10, 10))
    roads.saveNamedStyle(str(path))
    record = make_record([{"rel": "style", "href": path.name, "title": "Rouge"}])
    base = server.url + "/" if where == "server" else str(server.folder)
    add(desk, record, base)
    assert "layer" in told(desk)  # none is active
    other = QgsVectorLayer(roads.source(), "Autres", "ogr")
    desk._iface.active = other
    add(desk, record, base)
    assert other.renderer().symbol().color().red() == 200


def test_what_was_tampered_with_is_not_read(desk, roads, server, make_record) -> None:
    path = definition(roads, server.folder / "routes.qlr")
    link = {"rel": "enclosure", "href": path.name, "file:checksum": "1220" + "0" * 64, "file:size": path.stat().st_size}
    add(desk, make_record([link]), server.url + "/")
    assert not QgsProject.instance().mapLayers()
    assert "not the one published" in told(desk)
    assert not [path for path in aside().rglob("*") if path.is_file()]


@pytest.mark.parametrize(
    ("name", "content"),
    [("a.qlr", b"<html>"), ("a.qlr", b"\x00\xff"), ("a.qlr", b"<qlr/>"), ("a.qml", b"<other/>"), ("a.qml", b"")],
)
def test_what_is_no_definition_is_a_sentence(name, content, desk, roads, make_record, tmp_path) -> None:
    (tmp_path / name).write_bytes(content)
    desk._iface.active = roads
    add(desk, make_record([{"rel": "enclosure", "href": name, "title": "Fichier"}]), str(tmp_path))
    assert "Fichier" in told(desk)
    assert not QgsProject.instance().mapLayers()


def test_a_definition_that_is_not_there_or_too_large(tmp_path, monkeypatch) -> None:
    with pytest.raises(CatalogueError) as caught:
        read_harmless(tmp_path / "absent.qlr")
    assert caught.value.code is Code.READ_FAILED
    (tmp_path / "a.qlr").write_text("<qlr>" + "x" * 100 + "</qlr>")
    monkeypatch.setattr("crige_ia_plugin.harmless.MAX_FILE", 50)
    with pytest.raises(CatalogueError) as caught:
        read_harmless(tmp_path / "a.qlr")
    assert caught.value.code is Code.TOO_LARGE


def test_nothing_that_runs_is_left(tmp_path) -> None:
    inside = "".join(f"<{name}>x<deep/></{name}>" for name in RUNNABLE)
    (tmp_path / "a.qlr").write_text(f"<qlr><maplayer>{inside}{inside}<keep/></maplayer>{inside}</qlr>")
    document = read_harmless(tmp_path / "a.qlr").toString()
    assert not [name for name in RUNNABLE if f"<{name}" in document]
    assert "<keep/>" in document


# several things in one record


def test_every_layer_of_a_record_has_its_own_line(make_record) -> None:
    record = make_record([service("WFS", "https://a.org/wfs", "a"), service("WMS", "https://a.org/wms", "b")])
    assert [action.verb for action in actions(record, Around("2026-01-01"))] == [Verb.ADD, Verb.ADD]


def test_an_unreachable_service_is_a_sentence(desk, server, make_record) -> None:
    add(desk, make_record([service("WMS", server.url + "/wms", "x")]))
    assert wait_for(lambda: "404" in told(desk))
    assert "http-status" not in told(desk)
