"""What is dragged from the list, and what becomes of it when it is dropped."""

from __future__ import annotations

import json

import pytest
from paneling import settle, told
from qgis.core import QgsMimeDataUtils, QgsProject
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QDrag

from crige_ia_plugin.panel.acting import Around, Verb, actions
from crige_ia_plugin.panel.drops import PROVIDER
from crige_ia_plugin.panel.layers.dragging import mime_of
from crige_ia_plugin.paths import RESOURCES

ORTHO = ("crige-paca", "ign-bd-ortho")


def dragged(record, base: str) -> QgsMimeDataUtils.Uri:
    action = next(action for action in actions(record, Around("2026-01-01", base)) if action.verb is Verb.ADD)
    mime = mime_of(action, ("own", "one"), "Titre")
    assert QgsMimeDataUtils.isUriList(mime)
    (uri,) = QgsMimeDataUtils.decodeUriList(mime)
    return uri


def test_a_file_of_this_computer_travels_as_a_layer_of_qgis(qgis_app, make_record) -> None:
    link = {"rel": "enclosure", "href": "town.gpkg", "iageo:layer": "troncon_de_route"}
    uri = dragged(make_record([link]), str(RESOURCES / "sample"))
    assert (uri.layerType, uri.providerKey, uri.name) == ("vector", "ogr", "Titre")
    layer, is_new = uri.vectorLayer("")
    assert layer.isValid()
    assert is_new
    uri = dragged(make_record([{"rel": "enclosure", "href": "a.tif", "title": "Image"}]), "/srv")
    assert (uri.layerType, uri.providerKey, uri.name) == ("raster", "gdal", "Image")


@pytest.mark.parametrize(
    "link",
    [
        {"rel": "service", "href": "https://a.org/wms", "iageo:service": "WMS", "iageo:layer": "x"},
        {"rel": "enclosure", "href": "https://a.org/roads.gpkg"},
        {"rel": "enclosure", "href": "town.gpkg"},
        {"rel": "enclosure", "href": "routes.qlr"},
        {"rel": "style", "href": "rouge.qml"},
    ],
)
def test_what_takes_time_travels_under_our_own_name(link, qgis_app, make_record) -> None:
    uri = dragged(make_record([link]), "/srv")
    assert (uri.layerType, uri.providerKey) == ("custom", PROVIDER)
    assert json.loads(uri.uri) == ["own", "one", link["href"]]


def test_a_row_is_dragged_when_it_has_a_layer(desk, monkeypatch) -> None:
    settle(desk)
    browser = desk.dock.browser
    browser.notice.chosen.emit("clear")
    drags = []
    monkeypatch.setattr(
        QDrag, "exec", lambda drag, _: drags.append(drag.mimeData().formats()) or Qt.DropAction.CopyAction
    )
    for key, is_layer in ((ORTHO, True), (("crige-paca", "ai-act"), False)):
        browser.list.go_to(browser.centre.find(key))
        browser.list.startDrag(Qt.DropAction.CopyAction)
        assert bool(drags) == is_layer
        drags.clear()
    assert browser.model.flags(browser.model.index(0, 0)) & Qt.ItemFlag.ItemIsDragEnabled


def test_what_is_dropped_is_added_as_by_the_button(desk) -> None:
    settle(desk)
    done = []
    desk.dock.host.doer.do = lambda action, subject: done.append((action.verb, subject.key, action.link.service))
    browser = desk.dock.browser
    mime = browser.model.mimeData([browser.model.index(browser.model.position(browser.centre.find(ORTHO)), 0)])
    (uri,) = QgsMimeDataUtils.decodeUriList(mime)
    (handler,) = desk._iface.drop_handlers
    assert handler.customUriProviderKey() == uri.providerKey
    handler.handleCustomUriDrop(uri)
    assert handler.handleCustomUriCanvasDrop(uri, desk._iface.mapCanvas())
    assert done == [(Verb.ADD, ORTHO, "WMTS")] * 2 or done == [(Verb.ADD, ORTHO, "WMS")] * 2


@pytest.mark.parametrize("text", ["", "[", "{}", "[1, 2, 3]", '["a", "b"]', '["no", "such", "resource"]', "5"])
def test_anything_else_that_is_dropped_is_let_fall(text, desk) -> None:
    settle(desk)
    uri = QgsMimeDataUtils.Uri()
    uri.layerType, uri.providerKey, uri.uri = "custom", PROVIDER, text
    desk._iface.drop_handlers[0].handleCustomUriDrop(uri)
    assert not QgsProject.instance().mapLayers()


def test_offline_a_drop_says_why_nothing_comes(desk, monkeypatch) -> None:
    settle(desk)
    monkeypatch.setattr("crige_ia_plugin.panel.online._last", (float("inf"), False))
    browser = desk.dock.browser
    (action, *_) = desk.dock.host._layers(browser.centre.find(ORTHO))
    desk.dock.take_drop(ORTHO, action.link.href)
    assert "network" in told(desk)
