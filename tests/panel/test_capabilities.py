"""What services offer, and layers made from it, from a server on loopback."""

from __future__ import annotations

import hostile_server as behaviour
import pytest
from hypothesis import given
from hypothesis import strategies as st
from qgis.PyQt.QtWidgets import QApplication
from waiting import wait_for

from crige_ia_plugin.catalogue.problems import Code
from crige_ia_plugin.catalogue.record import Link
from crige_ia_plugin.panel.acting import Action, Verb
from crige_ia_plugin.panel.layers.capabilities import read_wms, read_wmts, short_crs
from crige_ia_plugin.panel.layers.links import LayerTask, capabilities_of, source_of
from crige_ia_plugin.tasks import start

WMS = b"""<?xml version="1.0"?>
<WMS_Capabilities version="1.3.0" xmlns="http://www.opengis.net/wms" xmlns:xlink="http://www.w3.org/1999/xlink">
 <Service><Name>WMS</Name><Title>t</Title></Service>
 <Capability>
  <Request>
   <GetCapabilities><Format>text/xml</Format></GetCapabilities>
   <GetMap><Format>image/jpeg</Format><Format>image/png</Format>
    <DCPType><HTTP><Get><OnlineResource xlink:href="http://127.0.0.1:9/wms?"/></Get></HTTP></DCPType></GetMap>
  </Request>
  <Layer><Title>all</Title><CRS>EPSG:2154</CRS>
   <EX_GeographicBoundingBox><westBoundLongitude>-5</westBoundLongitude><eastBoundLongitude>10</eastBoundLongitude>
    <southBoundLatitude>41</southBoundLatitude><northBoundLatitude>51</northBoundLatitude></EX_GeographicBoundingBox>
   <Layer><Name>other</Name><Title>o</Title><CRS>EPSG:3857</CRS></Layer>
   <Layer><Name>wanted</Name><Title>w</Title><CRS>EPSG:4326</CRS><Style><Name>plain</Name><Title>p</Title></Style></Layer>
  </Layer>
 </Capability>
</WMS_Capabilities>"""

WMTS = b"""<?xml version="1.0"?>
<Capabilities version="1.0.0" xmlns="http://www.opengis.net/wmts/1.0" xmlns:ows="http://www.opengis.net/ows/1.1">
 <Contents>
  <Layer><ows:Title>a</ows:Title><ows:Identifier>other</ows:Identifier>
   <Style><ows:Identifier>default</ows:Identifier></Style><Format>image/png</Format>
   <TileMatrixSetLink><TileMatrixSet>PM</TileMatrixSet></TileMatrixSetLink></Layer>
  <Layer><ows:Title>b</ows:Title><ows:Identifier>wanted</ows:Identifier>
   <Style isDefault="true"><ows:Identifier>normal</ows:Identifier></Style><Format>image/jpeg</Format>
   <TileMatrixSetLink><TileMatrixSet>LAMB93</TileMatrixSet></TileMatrixSetLink>
   <TileMatrixSetLink><TileMatrixSet>PM</TileMatrixSet></TileMatrixSetLink></Layer>
  <TileMatrixSet><ows:Identifier>PM</ows:Identifier>
   <ows:SupportedCRS>urn:ogc:def:crs:EPSG::3857</ows:SupportedCRS>
   <TileMatrix><ows:Identifier>0</ows:Identifier></TileMatrix></TileMatrixSet>
  <TileMatrixSet><ows:Identifier>LAMB93</ows:Identifier>
   <ows:SupportedCRS>EPSG:2154</ows:SupportedCRS></TileMatrixSet>
 </Contents>
</Capabilities>"""


def test_a_wms_layer_inherits_reference_systems():
    offer = read_wms(WMS, "wanted")
    assert sorted(offer.systems) == ["EPSG:2154", "EPSG:4326"]
    assert offer.system("EPSG:2154") == "EPSG:2154"
    assert offer.system("EPSG:27572") == "EPSG:2154"
    assert offer.image() == "image/png"
    assert offer.styles == ["plain"]


def test_a_wmts_layer_has_its_own_formats_and_grids():
    offer = read_wmts(WMTS, "wanted")
    assert offer.image() == "image/jpeg"
    assert offer.grid("EPSG:2154") == ("LAMB93", "EPSG:2154")
    assert offer.grid("EPSG:27572") == ("PM", "EPSG:3857")
    uri = source_of(Link("https://a.org/wmts", service="WMTS", layer="wanted"), "", "EPSG:2154", offer).uri
    assert "tileMatrixSet=LAMB93" in uri
    assert "format=image/jpeg" in uri
    assert "styles=normal" in uri


@pytest.mark.parametrize("reader", [read_wms, read_wmts])
def test_a_layer_that_is_not_offered_is_none(reader):
    assert reader(WMS, "absent") is None
    assert reader(WMTS, "absent") is None
    assert reader(b"<html>404</html>", "wanted") is None
    assert reader(b"<Layer/>", "wanted") is None


@given(st.binary() | st.text().map(str.encode) | st.sampled_from([WMS, WMTS]).flatmap(
    lambda text: st.integers(0, len(text)).map(lambda cut: text[:cut])))  # fmt: skip
def test_nothing_a_server_says_raises(content):
    read_wms(content, "wanted")
    read_wmts(content, "wanted")


def test_entities_are_not_expanded_without_end():
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">' + b"".join(
        b'<!ENTITY %c "%s">' % (98 + i, b"&%c;" % (97 + i) * 50) for i in range(12)
    )
    assert read_wms(bomb + b"]><Layer><Name>&m;</Name></Layer>", "wanted") is None  # at once, not after 50^12 letters


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("EPSG:2154", "EPSG:2154"),
        ("urn:ogc:def:crs:EPSG::3857", "EPSG:3857"),
        ("urn:ogc:def:crs:EPSG:6.18:3:3857", "EPSG:3857"),
        ("http://www.opengis.net/def/crs/EPSG/0/4326", "EPSG:4326"),
        ("IGNF:LAMB93", "IGNF:LAMB93"),
        ("what", "what"),
    ],
)
def test_reference_systems_are_named_as_qgis_does(name, short):
    assert short_crs(name) == short


def test_addresses_of_capabilities():
    def address(href):
        return capabilities_of(Link(href, service="WMS", layer="a"))

    assert address("https://a.org/wms").endswith("/wms?SERVICE=WMS&REQUEST=GetCapabilities")
    assert address("https://a.org/wms?map=x").endswith("?map=x&SERVICE=WMS&REQUEST=GetCapabilities")
    assert address("https://a.org/?request=GetCapabilities") == "https://a.org/?request=GetCapabilities"


@pytest.fixture
def server(tmp_path):
    server = behaviour.Server(tmp_path)
    server.behaviours["/wms"] = behaviour.says(200, WMS, **{"Content-Type": "text/xml"})
    server.behaviours["/missing"] = behaviour.says(404, b"no")
    yield server
    server.close()


def made(link: Link) -> LayerTask:
    task = LayerTask(Action(Verb.ADD, link.href, link, link.href, remote=True), "Ortho", "EPSG:2154")
    endings = []
    task.ended.connect(endings.append)
    start(task)
    assert wait_for(lambda: endings)
    return task


def test_a_wms_becomes_a_layer_in_the_projects_system(qgis_app, server):
    task = made(Link(server.url + "/wms", "service", service="WMS", layer="wanted"))
    assert task.ending.is_good, task.ending
    assert len(task.layers) == 1, task.reason
    assert task.layers[0].crs().authid() == "EPSG:2154"
    assert task.layers[0].thread() is QApplication.instance().thread()


def test_a_layer_the_service_has_not_is_said(qgis_app, server):
    task = made(Link(server.url + "/wms", "service", service="WMS", layer="gone"))
    assert task.ending.problem.code is Code.LINK_TARGET_MISSING
    assert task.layers == []


def test_a_service_that_is_gone_is_said(qgis_app, server):
    task = made(Link(server.url + "/missing", "service", service="WMTS", layer="wanted"))
    assert task.ending.problem.code is Code.HTTP_STATUS
