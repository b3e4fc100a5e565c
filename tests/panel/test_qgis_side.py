"""What leans on QGIS: the dock, its tasks, the locator, the options, actions."""

from __future__ import annotations

import time

import pytest
from desktop import Desktop
from paneling import opened
from qgis.core import QgsApplication, QgsFeedback, QgsLocatorContext, QgsLocatorResult, QgsProject
from qgis.PyQt.QtCore import QThread
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QApplication
from waiting import wait_for

from crige_ia_plugin import settings
from crige_ia_plugin.catalogue.files import place_of
from crige_ia_plugin.catalogue.index import Index
from crige_ia_plugin.catalogue.record import Link
from crige_ia_plugin.panel import places
from crige_ia_plugin.panel.acting import Action, Around, Verb, primary
from crige_ia_plugin.panel.centre import Subject
from crige_ia_plugin.panel.desk import Desk
from crige_ia_plugin.panel.layers.links import source_of
from crige_ia_plugin.panel.locator import ResourceFilter, asked

TOOL = ("crige-paca", "outil-splitatintersections")
SAMPLE = ("crige-paca", "jeu-de-demonstration")


def test_nothing_is_built_before_the_dock_is_shown(profile):
    profile["open"] = "no"
    desktop = Desktop()
    desktop.window.show()
    desk = Desk(desktop)
    QApplication.processEvents()
    assert desk.dock.isHidden()
    assert desk.dock.host is None
    assert not settings.cache_folder().exists()
    desk.remove()


def test_the_first_time_it_opens_then_does_as_it_was_left(profile):
    for left_open, expected in (("", True), ("no", False), ("yes", True)):
        profile["open"] = left_open
        desktop = Desktop()
        desktop.window.show()
        desk = Desk(desktop)
        assert desk.dock.isHidden() != expected
        assert profile["open"] in ("yes", "no")
        desk.remove()


def test_the_index_is_built_in_a_task_then_opened(desk):
    assert wait_for(lambda: opened(desk))
    assert desk.dock.browser.centre.index.size > 90
    assert places.library().index_path().is_file()


def test_the_thread_that_draws_opens_no_index(profile, monkeypatch):
    """100,000 resources take a tenth of a second to open: a task does it, the window only takes what is ready."""
    threads = []
    real = Index.__init__

    def noted(self, path):
        threads.append(QThread.currentThread() is QApplication.instance().thread())
        real(self, path)

    monkeypatch.setattr(Index, "__init__", noted)
    desk = Desk(Desktop())
    desk.dock.build()
    assert wait_for(lambda: opened(desk))
    assert threads
    assert not any(threads)
    assert "facets" in vars(desk.dock.browser.centre)  # computed in the task too
    desk.remove()


def test_two_profiles_keep_their_catalogues_apart(profile, monkeypatch):
    """In one folder each would remove what the other fetched."""
    here = places.library().folder
    monkeypatch.setattr(places.QgsApplication, "qgisSettingsDirPath", staticmethod(lambda: "/elsewhere/profiles/other"))
    assert places.library().folder != here
    assert places.library().folder.parent == here.parent


def test_a_fresh_index_is_not_built_again(desk):
    assert wait_for(lambda: opened(desk))
    path = places.library().index_path()
    desk.dock.reopen_centre()
    before = desk.dock.browser.centre
    assert wait_for(lambda: desk.dock.browser.centre is not before)
    assert places.library().index_path() == path


def test_a_folder_that_cannot_be_written_is_said_and_can_be_tried_again(profile, monkeypatch, tmp_path):
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    monkeypatch.setenv(settings.CACHE_FOLDER.variable, str(tmp_path / "file"))
    desk = Desk(Desktop())
    desk.dock.build()
    assert wait_for(lambda: "retry" in desk.dock.browser.notice.buttons)
    monkeypatch.setenv(settings.CACHE_FOLDER.variable, str(tmp_path / "cache"))
    desk.dock.browser.notice.buttons["retry"].click()
    assert wait_for(lambda: opened(desk))
    desk.remove()


def test_removing_while_the_index_is_built_is_quiet(profile):
    desk = Desk(Desktop())
    desk.dock.build()
    desk.remove()
    for _ in range(20):
        QApplication.processEvents()
        time.sleep(0.01)


def test_a_card_can_be_asked_for_before_the_centre_is_open(desk):
    desk.dock.show_resource(TOOL)
    assert wait_for(lambda: opened(desk) and desk.dock.browser.detail.page is not None)
    assert desk.dock.browser.detail.page.key == TOOL


def test_a_tool_that_is_not_in_the_toolbox_is_refused_with_its_reason(desk):
    desk.dock.build()
    assert desk.dock.host.doer.refusal(Action(Verb.RUN, "nobody:nothing"))
    assert not desk.dock.host.doer.refusal(Action(Verb.RUN, "native:buffer")) or (
        QgsApplication.processingRegistry().algorithmById("native:buffer") is None
    )


def test_offline_greys_what_needs_the_network_only(desk, monkeypatch):
    desk.dock.build()
    monkeypatch.setattr("crige_ia_plugin.panel.doing.is_online", lambda: False)
    refusal = desk.dock.host.doer.refusal
    assert refusal(Action(Verb.OPEN, "https://example.org", remote=True))
    assert not refusal(Action(Verb.SAMPLE, "town.gpkg"))
    assert not refusal(Action(Verb.ADD, "files/a.gpkg", Link("files/a.gpkg", "enclosure"), "/srv/files/a.gpkg"))


def test_only_web_pages_and_messages_are_opened(desk, monkeypatch):
    desk.dock.build()
    asked_for = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: asked_for.append(url.toString()) or True)
    for href in ("file:///etc/passwd", "javascript:x", "ftp://a/b", "https://example.org/é", "mailto:a@b.fr"):
        desk.dock.host.doer.open_address(href)
    assert [href.split(":")[0] for href in asked_for] == ["https", "mailto"]


def test_the_demonstration_data_are_copied_then_added(desk):
    assert wait_for(lambda: opened(desk))
    desk.dock.act_on(SAMPLE)
    layers = QgsProject.instance().mapLayers().values()
    assert {"troncon_de_route", "point_de_repere"} <= {layer.name() for layer in layers}
    assert all(str(settings.data_folder()) in layer.source() for layer in layers)


def test_an_event_is_saved_where_asked(desk, monkeypatch, tmp_path, make_record):
    desk.dock.build()
    target = tmp_path / "event"
    monkeypatch.setattr(
        "crige_ia_plugin.panel.doing.QFileDialog.getSaveFileName", lambda *_: (str(target), "Calendar (*.ics)")
    )
    record = make_record(type="event", time={"date": "2030-01-02"})
    desk.dock.host.doer.do(Action(Verb.CALENDAR, "2030-01-02"), Subject(("own", "one"), record))
    assert b"20300102" in (tmp_path / "event.ics").read_bytes()


@pytest.mark.parametrize(
    ("link", "provider", "parts"),
    [
        (
            Link("https://a.org/wms", service="WMS", layer="A & B"),
            "wms",
            ("layers=A%20%26%20B", "url=https://a.org/wms"),
        ),
        (
            Link("https://a.org/wms?map=x&y=1", service="WMS", layer="A"),
            "wms",
            ("url=https://a.org/wms%3Fmap%3Dx%26y%3D1",),
        ),
        (Link("https://a.org/wmts", service="WMTS", layer="A"), "wms", ("tileMatrixSet=", "GetCapabilities")),
        (
            Link("https://a.org/wfs", service="WFS", layer="a:b'c"),
            "WFS",
            ("typename='a:b\\'c'", "restrictToRequestBBOX"),
        ),
        (Link("https://a.org/api", service="OGC API Features", layer="roads"), "OAPIF", ("typename='roads'",)),
        (Link("https://a.org/{z}/{x}/{y}.png", service="XYZ"), "wms", ("type=xyz", "{z}/{x}/{y}.png")),
        (Link("https://a.org/a.gpkg", "enclosure"), "ogr", ("/vsicurl/https://a.org/a.gpkg",)),
        (Link("files/a.tif", "enclosure"), "gdal", ("/folder/files/a.tif",)),
    ],
)
def test_links_become_data_sources(qgis_app, link, provider, parts):
    source = source_of(link, place_of(link, "/folder"))
    assert source.provider == provider
    assert all(part in source.uri for part in parts), source.uri


def test_a_page_is_no_layer(qgis_app, tmp_path):
    assert source_of(Link("https://a.org/page", "about"), "https://a.org/page") is None


def add(desk, make_record, path, title) -> None:
    """Add a file of a catalogue that is a folder."""
    record = make_record([{"rel": "enclosure", "href": path.name, "title": title}])
    subject = Subject(("own", "one"), record, Around(base=str(path.parent)))
    desk.dock.host.doer.do(primary(record, subject.around), subject)


def test_a_file_of_the_catalogue_is_added_from_a_task(desk, make_record, shared_sample):
    desk.dock.build()
    add(desk, make_record, shared_sample, "Ville")
    assert wait_for(lambda: QgsProject.instance().mapLayers())
    layers = QgsProject.instance().mapLayers().values()
    assert {"troncon_de_route", "point_de_repere"} <= {layer.name() for layer in layers}
    assert all(layer.thread() is QApplication.instance().thread() for layer in layers)


def test_a_layer_that_cannot_be_opened_is_said(desk, make_record, tmp_path):
    desk.dock.build()
    bar = desk._iface.messageBar()
    (tmp_path / "broken.gpkg").write_bytes(b"not a geopackage")
    add(desk, make_record, tmp_path / "broken.gpkg", "Cassé")
    assert wait_for(lambda: bar.items())
    assert "Cassé" in bar.items()[0].text()
    assert not QgsProject.instance().mapLayers()


@pytest.fixture
def shared_sample(tmp_path):
    import shutil

    from crige_ia_plugin.paths import RESOURCES

    return shutil.copyfile(RESOURCES / "sample" / "town.gpkg", tmp_path / "town.gpkg")


# the locator


@pytest.mark.parametrize(
    ("typed", "using_prefix", "searched"),
    [("ia houppiers", False, "houppiers"), ("IA LiDAR hd", False, "LiDAR hd"), ("iab x", False, ""), ("ia", False, ""),
     ("houppiers", True, "houppiers"), ("houppiers", False, "")],
)  # fmt: skip
def test_the_locator_keeps_quiet_unless_asked(typed, using_prefix, searched):
    assert asked(typed, using_prefix) == searched


def test_the_locator_ranks_as_the_panel_does(desk):
    assert wait_for(lambda: opened(desk))
    found = []
    clone = ResourceFilter(lambda key: None).clone()
    clone.resultFetched.connect(lambda result: found.append(QgsLocatorResult(result)))
    clone.fetchResults("ia lidar", QgsLocatorContext(), QgsFeedback())
    desk.dock.browser.state.set_text("lidar")
    model = desk.dock.browser.model
    assert [result.displayString for result in found] == [model.card(n).title for n in range(model.rowCount())]
    scores = [result.score for result in found]
    assert scores == sorted(scores, reverse=True)


def test_the_locator_does_the_primary_action(desk):
    assert wait_for(lambda: opened(desk))
    done, found = [], []
    desk.dock.host.doer.do = lambda action, *_: done.append(action.verb)
    desk.locator.resultFetched.connect(lambda result: found.append(QgsLocatorResult(result)))
    desk.locator.fetchResults("ia jeu de demonstration", QgsLocatorContext(), QgsFeedback())
    desk.locator.triggerResult(found[0])
    assert done == [Verb.SAMPLE]


def test_without_an_index_the_locator_finds_nothing(profile):
    found = []
    own = ResourceFilter(lambda key: None)
    own.resultFetched.connect(lambda result: found.append(QgsLocatorResult(result)))
    own.fetchResults("ia lidar", QgsLocatorContext(), QgsFeedback())
    assert found == []


# options and diagnostic


def test_the_options_turn_a_catalogue_off_and_choose_the_language(desk, monkeypatch):
    monkeypatch.delenv(settings.LANGUAGE.variable)
    other = {"id": "afigeo", "title": "Afigéo", "kind": "static", "location": "https://example.org/catalog.json"}
    settings.SOURCES.set([other])
    try:
        page = desk.options.createWidget(None)
        item = page.catalogues.list.item(1)
        assert item.text().startswith("Afigéo\n")
        from qgis.PyQt.QtCore import Qt

        item.setCheckState(Qt.CheckState.Unchecked)
        page.language.setCurrentIndex(page.language.findData("en"))
        page.apply()
        assert [source.enabled for source in settings.sources()] == [False]
        assert settings.language() == "en"
    finally:
        settings.SOURCES.reset()
        settings.LANGUAGE.reset()


def test_the_index_can_be_made_again(desk):
    assert wait_for(lambda: opened(desk))
    page = desk.options.createWidget(None)
    before = desk.dock.browser.centre
    page.clear.click()
    assert wait_for(lambda: desk.dock.browser.centre is not before)
    assert places.library().index_path().is_file()


def test_the_diagnostic_names_nobody_and_no_place(desk):
    from pathlib import Path

    assert wait_for(lambda: opened(desk))
    desk.copy_diagnostic()
    text = QApplication.clipboard().text()
    assert "QGIS: 3" in text or "QGIS: 4" in text
    assert "resources: " in text
    assert str(Path.home()) not in text
    assert str(settings.cache_folder()) not in text
    assert "/" not in text.replace("QGIS", "")
