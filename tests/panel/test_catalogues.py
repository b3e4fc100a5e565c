"""Several catalogues in the panel: added, refreshed, joined, in error, offline; each told by its own words."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

import hostile_server as behaviour
import neighbour
import pytest
from hostile_server import Server
from neighbour import SHARED, publish_neighbour
from paneling import is_idle, opened, refresh, settle, status, titles
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QDialogButtonBox, QPushButton
from waiting import wait_for

from crige_ia_plugin import settings
from crige_ia_plugin.catalogue import minisign, publish
from crige_ia_plugin.catalogue.sources import Kind, Source
from crige_ia_plugin.panel import host
from crige_ia_plugin.panel.catalogues import directory_dialog
from crige_ia_plugin.panel.catalogues.directory_dialog import DirectoryDialog
from crige_ia_plugin.panel.catalogues.probing import DirectoryTask
from crige_ia_plugin.panel.catalogues.source_dialog import SourceDialog, kind_of
from crige_ia_plugin.panel.status import Mood
from crige_ia_plugin.setting import Origin

OURS = ("crige-paca", "ign-bd-ortho")
OK = QDialogButtonBox.StandardButton.Ok


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    (tmp_path / "www").mkdir()
    publish_neighbour(tmp_path / "www")
    made = Server(tmp_path / "www")
    yield made
    made.close()


@pytest.fixture
def source(server: Server, profile) -> Source:
    """The neighbour's catalogue, added and never read."""
    made = Source(neighbour.ID, neighbour.TITLE, Kind.STATIC, server.url + "/catalog.json")
    settings.set_sources([made])
    return made


def lines(desk, title: str) -> list[str]:
    """Lines of a section of the page that is shown."""
    page = desk.dock.browser.detail.page
    return [
        f"{line.label} {line.text}" for section in page.sections for line in section.lines if section.title == title
    ]


# refreshing


def test_nothing_is_fetched_before_one_asks(desk, source, server) -> None:
    settle(desk)
    assert server.requests == []
    text, mood = status(desk)
    assert mood is Mood.WAITING
    assert "2" in text
    refresh(desk)
    assert status(desk)[1] is Mood.READY
    assert "Modèle de détection des haies" in titles(desk)


def test_the_automatic_refresh_waits_for_its_day(desk, source, server) -> None:
    settings.AUTOMATIC_REFRESH.set(True)
    settle(desk)
    desk.action.trigger()  # closes it
    desk.action.trigger()
    assert wait_for(lambda: is_idle(desk) and server.requests)
    assert not [path for path, _ in server.requests if path.endswith(".png")]
    desk.dock.host._refresh_due = True  # another session
    server.requests.clear()
    desk.dock.host.open_centre()
    settle(desk)
    assert server.requests == []


def test_nothing_is_fetched_while_qgis_starts_and_restores_the_panel(desk, source, server, monkeypatch) -> None:
    monkeypatch.setattr(host, "ATTENDED_AFTER", 1500)
    settings.AUTOMATIC_REFRESH.set(True)
    settle(desk)
    assert server.requests == []
    assert wait_for(lambda: is_idle(desk) and server.requests)  # later, by itself


def test_refreshing_is_told_and_can_be_cancelled(desk, source, server) -> None:
    server.behaviours["/catalog.json"] = behaviour.is_silent(5)
    settle(desk)
    line = desk.dock.browser.status
    line.button.click()
    assert wait_for(lambda: neighbour.TITLE in status(desk)[0])
    assert status(desk)[1] is Mood.BUSY
    assert not line.bar.isHidden()
    assert len(titles(desk)) > 90  # the list stays usable
    line.button.click()
    settle(desk)
    assert line.bar.isHidden()
    assert status(desk)[1] is Mood.WAITING


def test_what_a_cancelled_refresh_accepted_is_there_all_the_same(desk, source, server) -> None:
    """The first catalogue came, the second is cancelled: the next opening shows the first."""
    silent = Source("muet", "Muet", Kind.STATIC, server.url + "/silent")
    settings.set_sources([source, silent])
    server.behaviours["/silent/catalog.json"] = behaviour.is_silent(5)
    settle(desk)
    desk.dock.browser.status.button.click()
    assert wait_for(lambda: "Muet" in status(desk)[0])
    desk.dock.host.jobs.cancel()
    settle(desk)
    assert "Modèle de détection des haies" in titles(desk)


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (behaviour.says(500, b""), "500"),
        (behaviour.says(401, b""), "401"),
        (behaviour.says(200, b"{"), "JSON"),
        (behaviour.says(200, b'{"type": "Collection", "links": []}'), "published"),
    ],
)
def test_a_catalogue_in_error_turns_the_line_amber_and_keeps_what_it_had(desk, source, server, answer, words) -> None:
    settle(desk)
    refresh(desk)
    before = titles(desk)
    server.behaviours["/catalog.json"] = answer
    refresh(desk)
    text, mood = status(desk)
    assert mood is Mood.TROUBLE
    assert neighbour.TITLE in text
    assert titles(desk) == before
    desk.dock.browser.status.text.click()
    said = desk.dock.browser.overview.text()
    assert words in said
    assert not [code for code in ("http-status", "unauthorised", "json-invalid", "checksum-differs") if code in said]
    del server.behaviours["/catalog.json"]
    desk.dock.browser.overview.refresh_button.click()
    settle(desk)
    assert status(desk)[1] is Mood.READY
    assert desk.dock.browser.shows_overview
    assert words not in desk.dock.browser.overview.text()


def test_how_long_a_catalogue_has_been_unreachable_is_told(desk, source, server) -> None:
    settle(desk)
    refresh(desk)
    path = next(Path(settings.cache_folder()).rglob("state.json"))
    server.close()
    refresh(desk)
    state = json.loads(path.read_text(encoding="utf-8"))
    state["failed"] = publish.stamp(datetime.now(timezone.utc) - timedelta(days=3, hours=1))
    path.write_text(json.dumps(state), encoding="utf-8")
    desk.dock.reopen_centre()
    settle(desk)
    assert "3" in status(desk)[0]
    assert status(desk)[1] is Mood.TROUBLE


def test_a_record_left_out_is_listed_and_hides_no_other(desk, source, server) -> None:
    publish_neighbour(server.folder, bad=True)
    settle(desk)
    refresh(desk)
    assert "Notice des haies" in titles(desk)
    desk.dock.browser.status.text.click()
    assert "cassee" in desk.dock.browser.overview.text()


def test_no_network_is_told_and_what_needs_it_is_greyed(desk, monkeypatch) -> None:
    settle(desk)
    desk.dock.browser.open_key(OURS)
    assert desk.dock.browser.detail.primary.isEnabled()
    monkeypatch.setattr("crige_ia_plugin.panel.online._last", (float("inf"), False))
    desk.dock.host._look_at_network()
    assert status(desk)[1] is Mood.OFFLINE
    assert not desk.dock.browser.detail.primary.isEnabled()
    assert desk.dock.browser.detail.primary.toolTip()
    monkeypatch.setattr("crige_ia_plugin.panel.online._last", (float("inf"), True))
    desk.dock.host._look_at_network()
    assert status(desk)[1] is Mood.READY
    assert desk.dock.browser.detail.primary.isEnabled()


def test_escape_leaves_the_state_of_the_catalogues(desk, source) -> None:
    settle(desk)
    browser = desk.dock.browser
    browser.status.text.click()
    assert browser.shows_overview
    assert browser.bar.isHidden()
    QTest.keyClick(browser, Qt.Key.Key_Escape)
    assert not browser.shows_overview
    browser.status.text.click()
    browser.state.set_text("haies")
    assert not browser.shows_overview


# two catalogues as one


def test_two_catalogues_are_searched_as_one(desk, source) -> None:
    settle(desk)
    refresh(desk)
    browser, centre = desk.dock.browser, desk.dock.browser.centre
    ours, theirs = centre.find(OURS), centre.find((neighbour.ID, SHARED))
    assert ours == theirs  # the same resource is shown once
    browser.open_key((neighbour.ID, SHARED))
    assert browser.detail.page.key == OURS
    shown = [line.text for section in browser.detail.page.sections for line in section.lines]
    assert sum(neighbour.TITLE in text for text in shown) == 1
    catalogue = next(facet for facet in centre.facets if facet.name == "catalogue")
    assert {value.label for value in catalogue.values} == {"Centre de ressources IA & géodata", neighbour.TITLE}
    browser.state.set_value("catalogue", neighbour.ID, True)
    assert "BD ORTHO®" in titles(desk)
    assert len(titles(desk)) == 5
    browser.state.clear_all()
    browser.state.set_value("territory", "DEP-38", True)
    assert titles(desk) == ["Ville imaginaire"]
    browser.state.clear_all()
    browser.state.set_value("publisher", neighbour.TITLE, True)
    assert len(titles(desk)) == 4


def test_a_concept_joins_ours_or_keeps_its_own_name(desk, source) -> None:
    settle(desk)
    refresh(desk)
    browser = desk.dock.browser
    labels = {value.id: value.label for facet in browser.centre.facets for value in facet.values}
    assert labels["haies"] == "Haies bocagères"
    assert labels["bricolage"] == "Bricolage du dimanche"
    assert "stationnement" not in labels
    browser.state.set_value("theme", "parkings", True)
    assert {"Ville imaginaire", "BD ORTHO®"} <= set(titles(desk))


def test_a_star_stays_whatever_catalogue_comes_first(desk, source) -> None:
    settle(desk)
    refresh(desk)
    browser = desk.dock.browser
    browser.state.set_favourite((neighbour.ID, SHARED), True)
    row = browser.centre.find(OURS)
    browser.open_row(row)
    assert browser.detail.star.isChecked()
    browser.step_back()
    browser.state.set_shelf(browser.state.shelf.FAVOURITES)
    assert titles(desk) == ["BD ORTHO®"]
    settings.set_sources([replace(source, enabled=False)])
    desk.dock.reopen_centre()
    settle(desk)
    settings.set_sources([source])
    desk.dock.reopen_centre()
    settle(desk)
    browser.open_key(OURS)
    browser.detail.star.click()
    assert browser.state.favourites == {}


def test_order_decides_who_describes_a_resource(desk, source, server, tmp_path) -> None:
    publish_neighbour(tmp_path / "drive")
    drive = Source("lecteur", "Lecteur", Kind.FOLDER, str(tmp_path / "drive"))
    for listed, first in (([source, drive], neighbour.TITLE), ([drive, source], "Lecteur")):
        settings.set_sources(listed)
        desk.dock.build()
        refresh(desk)
        browser = desk.dock.browser
        assert browser.open_key((neighbour.ID, SHARED))
        catalogues = [name for name in lines(desk, "Source and dates") if "Catalogue" in name]
        assert len(catalogues) == 3
        key = browser.centre.places(browser.centre.find((neighbour.ID, SHARED)))[1].catalogue
        assert browser.centre.catalogues[key].title == first


def test_a_signed_catalogue_says_who_signed(desk, server, tmp_path, profile) -> None:
    if not minisign.HAS_CRYPTOGRAPHY:
        pytest.skip("signing needs cryptography")
    key = minisign.write_pair(tmp_path / "k.key")
    publish.sign(server.folder, tmp_path / "k.key")
    made = Source(neighbour.ID, neighbour.TITLE, Kind.STATIC, server.url, public_key=key.text)
    settings.set_sources([made])
    settle(desk)
    refresh(desk)
    browser = desk.dock.browser
    browser.open_key((neighbour.ID, "modele-haies"))
    assert "signed ✔" in browser.detail.page.byline
    assert any(key.name in line for line in lines(desk, "Source and dates"))
    browser.status.text.click()
    assert key.name in browser.overview.text()
    other = minisign.write_pair(tmp_path / "other.key")
    publish_neighbour(server.folder, version="6.6")
    publish.sign(server.folder, tmp_path / "other.key")
    refresh(desk)
    assert status(desk)[1] is Mood.TROUBLE
    assert other.name in browser.overview.text()
    assert browser.centre.index.summaries([browser.centre.find((neighbour.ID, "modele-haies"))])[0].version == "1.0"


def test_an_expired_catalogue_says_so(desk, source, server) -> None:
    catalog = json.loads((server.folder / "catalog.json").read_text(encoding="utf-8"))
    publish.build(server.folder, datetime(2020, 1, 1, tzinfo=timezone.utc), days=1)
    catalog["iageo:expires"] = "2020-01-02T00:00:00Z"
    (server.folder / "catalog.json").write_text(json.dumps(catalog), encoding="utf-8")
    (server.folder / "SHA256SUMS").write_text(publish.sums_text(server.folder), encoding="utf-8")
    settle(desk)
    refresh(desk)
    desk.dock.browser.status.text.click()
    assert "out of date" in desk.dock.browser.overview.text()
    assert "Notice des haies" in titles(desk)


# the options


def test_a_catalogue_is_added_tested_read_and_removed(desk, server, monkeypatch) -> None:
    settle(desk)
    page = desk.options.createWidget(None)

    def fill(dialog: SourceDialog) -> int:
        QTest.keyClicks(dialog.address, server.url + "/catalog.json")
        assert dialog.source().kind is Kind.STATIC
        dialog.test.click()
        assert wait_for(lambda: neighbour.TITLE in dialog.result.text())
        assert "5" in dialog.result.text()
        assert dialog.title.text() == neighbour.TITLE
        dialog.buttons.button(OK).click()
        return SourceDialog.DialogCode.Accepted

    monkeypatch.setattr(SourceDialog, "exec", fill)
    page.catalogues.add.click()
    assert settings.sources() == []  # nothing is kept before the options are accepted
    page.apply()
    (added,) = settings.sources()
    assert (added.title, added.enabled, added.id) == (neighbour.TITLE, True, "region-voisine")
    assert wait_for(lambda: is_idle(desk) and "Notice des haies" in titles(desk))

    page = desk.options.createWidget(None)
    page.catalogues.list.setCurrentRow(1)
    page.catalogues.remove.click()
    page.apply()
    assert settings.sources() == []
    assert wait_for(lambda: is_idle(desk) and "Notice des haies" not in titles(desk))
    assert not list(Path(settings.cache_folder()).rglob("region-voisine"))


def test_catalogues_are_ordered_changed_and_turned_off(desk, source, tmp_path, monkeypatch) -> None:
    drive = Source("lecteur", "Lecteur", Kind.FOLDER, str(tmp_path / "drive"))
    settings.set_sources([source, drive])
    page = desk.options.createWidget(None)
    editor = page.catalogues
    editor.list.setCurrentRow(2)
    assert not editor.down.isEnabled()
    editor.up.click()
    assert [made.id for made in editor.sources()] == ["lecteur", neighbour.ID]
    assert not editor.up.isEnabled()

    def change(dialog: SourceDialog) -> int:
        dialog.title.setText("Lecteur du service")
        return SourceDialog.DialogCode.Accepted

    monkeypatch.setattr(SourceDialog, "exec", change)
    editor.edit.click()
    editor.list.item(2).setCheckState(Qt.CheckState.Unchecked)
    page.apply()
    assert settings.sources() == [replace(drive, title="Lecteur du service"), replace(source, enabled=False)]


def test_what_the_organisation_imposes_cannot_be_changed(desk, server, monkeypatch) -> None:
    listed = [{"id": "service", "title": "Service", "kind": "static", "location": server.url}]
    monkeypatch.setenv(settings.SOURCES.variable, json.dumps(listed))
    monkeypatch.setenv(settings.AUTOMATIC_REFRESH.variable, "false")
    page = desk.options.createWidget(None)
    editor = page.catalogues
    editor.list.setCurrentRow(1)
    buttons = (editor.add, editor.edit, editor.remove, editor.directory, editor.up, editor.down)
    assert not any(button.isEnabled() for button in buttons)
    assert settings.SOURCES.variable in editor.words.text()
    assert not editor.list.item(1).flags() & Qt.ItemFlag.ItemIsUserCheckable
    assert not page.automatic.isEnabled()
    assert settings.AUTOMATIC_REFRESH.variable in page.automatic.toolTip()
    page.apply()
    assert settings.SOURCES.origin is Origin.ENVIRONMENT
    settle(desk)
    refresh(desk)
    assert "Notice des haies" in titles(desk)


def test_a_setting_that_makes_no_sense_is_said(desk, profile) -> None:
    settings.SOURCES.set([{"id": "x", "title": "x", "kind": "ftp", "location": "ftp://x.example"}])
    page = desk.options.createWidget(None)
    assert not page.catalogues.words.isHidden()
    assert page.catalogues.list.count() == 1


def test_refreshing_is_chosen_in_the_options(desk, profile) -> None:
    page = desk.options.createWidget(None)
    assert not page.automatic.isChecked()
    page.automatic.setChecked(True)
    page.days.setValue(30)
    page.thumbnails.setChecked(False)
    page.apply()
    chosen = (settings.AUTOMATIC_REFRESH.get(), settings.REFRESH_DAYS.get(), settings.THUMBNAILS.get())
    assert chosen == (True, 30, False)
    assert settings.LANGUAGE.origin is Origin.ENVIRONMENT


# the dialogs


@pytest.fixture
def dialog(qgis_app, profile) -> Iterator[SourceDialog]:
    made = SourceDialog(None, {"region-voisine"})
    made.show()
    yield made
    made.close()


@pytest.mark.parametrize(
    ("kind", "address", "key", "good"),
    [
        (Kind.STATIC, "", "", False),
        (Kind.STATIC, "https://catalogue.example/", "", True),
        (Kind.STATIC, "http://catalogue.example/", "", True),
        (Kind.STATIC, "ftp://catalogue.example/", "", False),
        (Kind.STATIC, "https://user:secret@catalogue.example/", "", False),
        (Kind.STATIC, "https://catalogue.example/", "not a key", False),
        (Kind.OGC_API, "https://catalogue.example/collections/c", "RW", False),
        (Kind.FOLDER, "P:/catalogue", "", True),
    ],
)
def test_only_what_can_be_read_is_accepted(dialog, kind, address, key, good) -> None:
    dialog.kind.setCurrentIndex(dialog.kind.findData(kind.value))
    dialog.address.setText(address)
    dialog.key.setText(key)
    assert dialog.buttons.button(OK).isEnabled() == dialog.test.isEnabled() == good
    assert bool(dialog.mistake()) != good


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("h", Kind.STATIC),
        ("https://", Kind.STATIC),
        ("https://a.example/catalog.json", Kind.STATIC),
        ("https://a.example/collections/c", Kind.OGC_API),
        ("/srv/catalogue", Kind.FOLDER),
        ("P:\\catalogue", Kind.FOLDER),
    ],
)
def test_the_kind_follows_the_address(address, kind) -> None:
    assert kind_of(address) is kind


def test_an_identifier_is_made_and_kept(dialog) -> None:
    dialog.address.setText("https://catalogue.example/")
    dialog.title.setText("Région voisine")
    assert dialog.source().id == "region-voisine-2"
    changed = SourceDialog(dialog.source(), ())
    changed.title.setText("Un autre nom")
    assert changed.source().id == "region-voisine-2"
    named = SourceDialog(None, ())
    named.address.setText("https://x.example/")
    named.title.setText("CRIGE PACA")
    assert named.source().id != "crige-paca"


def test_only_a_signed_catalogue_takes_the_place_of_ours(dialog) -> None:
    dialog.address.setText("https://catalogue.example/")
    dialog.replaces.setChecked(True)
    assert not dialog.replaces.isEnabled()
    assert dialog.source().id != "crige-paca"
    dialog.key.setText(minisign.PublicKey(b"12345678", bytes(32)).text)
    assert dialog.replaces.isEnabled()
    assert dialog.source().id == "crige-paca"


def test_looking_is_cancelled_and_failures_are_told(dialog, server) -> None:
    dialog.address.setText(server.url + "/silent")
    server.behaviours["/silent/catalog.json"] = behaviour.is_silent(5)
    dialog.test.click()
    assert wait_for(lambda: server.requests)
    dialog.test.click()
    assert wait_for(lambda: dialog._task is None)
    assert not dialog.progress.isVisible()
    dialog.address.setText(server.url + "/absent")
    dialog.test.click()
    assert wait_for(lambda: "404" in dialog.result.text())


def test_one_chooses_among_the_collections_of_a_server(dialog, server) -> None:
    listed = {"collections": [{"id": "c", "itemType": "record", "title": "Fiches"}]}
    page = {"type": "FeatureCollection", "numberMatched": 12, "features": [neighbour.record("a", "A", [])]}
    server.behaviours["/api/collections"] = behaviour.says(200, json.dumps(listed).encode())
    server.behaviours["/api/collections/c/items"] = behaviour.says(200, json.dumps(page).encode())
    dialog.kind.setCurrentIndex(dialog.kind.findData(Kind.OGC_API.value))
    dialog.address.setText(server.url + "/api")
    dialog.test.click()
    assert wait_for(lambda: dialog.collections.isVisible())
    dialog.collections.setCurrentIndex(0)
    dialog.collections.activated.emit(0)
    assert wait_for(lambda: "12" in dialog.result.text())
    assert dialog.source().location == server.url + "/api/collections/c"
    assert dialog.source().title == "Fiches"


def test_a_key_that_is_not_known_is_named(dialog, server, tmp_path) -> None:
    if not minisign.HAS_CRYPTOGRAPHY:
        pytest.skip("signing needs cryptography")
    key = minisign.write_pair(tmp_path / "k.key")
    publish.sign(server.folder, tmp_path / "k.key")
    dialog.address.setText(server.url)
    dialog.test.click()
    assert wait_for(lambda: key.name in dialog.result.text())
    assert "verified" not in dialog.result.text()
    dialog.key.setText(key.text)
    dialog.test.click()
    assert wait_for(lambda: "verified" in dialog.result.text())


def test_closing_the_dialog_stops_the_test(qgis_app, profile, server) -> None:
    made = SourceDialog(None, ())
    made.address.setText(server.url)
    server.behaviours["/catalog.json"] = behaviour.is_silent(5)
    made.test.click()
    task = made._task
    made.reject()
    assert task.isCanceled()


def test_catalogues_of_other_regions_are_ticked_in_a_signed_directory(qgis_app, profile, server, monkeypatch) -> None:
    if not minisign.HAS_CRYPTOGRAPHY:
        pytest.skip("signing needs cryptography")
    key = minisign.SecretKey.generate()
    entries = [
        {"id": "afigeo", "title": "Afigéo", "kind": "static", "location": "https://x.example/", "publicKey": "RWx"},
        {"id": "autre", "title": "Autre", "kind": "ogc-api", "location": "https://y.example/collections/c"},
        {"id": "crige-paca", "title": "Faux", "kind": "static", "location": "https://z.example/"},
    ]
    content = json.dumps({"catalogues": entries}).encode()
    (server.folder / "catalogues.json").write_bytes(content)
    (server.folder / "catalogues.json.minisig").write_text(key.sign(content, ""), encoding="utf-8")
    here = lambda _, public_key: DirectoryTask(server.url + "/catalogues.json", public_key)  # noqa: E731
    monkeypatch.setattr(directory_dialog, "DirectoryTask", here)
    known = Source("autre", "Autre", Kind.OGC_API, "https://y.example/collections/c")
    made = DirectoryDialog([known])
    assert not made.read.isEnabled()
    made.address.setText("https://annuaire.example/catalogues.json")
    made.key.setText(key.public_key.text)
    made.read.click()
    assert wait_for(lambda: made.list.count())
    assert made.list.count() == 2  # nobody takes the place of ours without a signature
    assert made.chosen() == []
    made.list.item(0).setCheckState(Qt.CheckState.Checked)
    made.accept()
    assert [(source.id, source.enabled, source.public_key) for source in made.chosen()] == [("afigeo", True, "RWx")]
    assert settings.DIRECTORY.get() == "https://annuaire.example/catalogues.json"

    again = DirectoryDialog([])
    again.key.setText(minisign.SecretKey.generate().public_key.text)
    again.read.click()
    assert wait_for(lambda: again._task is None)
    assert again.list.count() == 0
    assert key.public_key.name in again.result.text()


# what is installed, in the options


def test_what_no_catalogue_has_any_more_is_removed_in_the_options(desk, profile, tmp_path) -> None:
    from crige_ia_plugin.catalogue.integrity import sha256
    from crige_ia_plugin.panel import places

    path = tmp_path / "a.bin"
    path.write_bytes(b"x")
    places.store().install("perdu", "a", "1", "Orpheline", {"a.bin": path}, {"a.bin": sha256(path)})
    page = desk.options.createWidget(None)
    box = page.installed
    assert box.list.topLevelItem(0).text(0) == "Orpheline"
    assert not box.remove.isEnabled()
    box.list.setCurrentItem(box.list.topLevelItem(0))
    box.findChild(QPushButton).click()
    assert wait_for(lambda: box.list.topLevelItemCount() == 0)
    assert not places.store().root.exists()
    assert opened(desk) or wait_for(lambda: opened(desk))
