"""What leaves the forms: a zip that a catalogue imports, a record that a server takes, an e-mail; and the commands."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from datetime import datetime, timezone
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from hostile_server import Server, hangs_up, is_silent, says, takes
from paneling import settle, told
from qgis.core import QgsApplication, QgsAuthMethodConfig
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QFileDialog, QLabel, QMessageBox
from waiting import wait_for

from crige_ia_plugin import settings
from crige_ia_plugin.authoring.draft import Author, Draft, Licences, LocalFile, WebLink
from crige_ia_plugin.catalogue import publish
from crige_ia_plugin.catalogue.sources import Kind, Source
from crige_ia_plugin.messages import run_sheet_words
from crige_ia_plugin.panel.forms.drafts_dialog import DraftsDialog
from crige_ia_plugin.panel.forms.need_dialog import NeedDialog
from crige_ia_plugin.panel.forms.resource_dialog import ResourceDialog
from crige_ia_plugin.panel.forms.tasks import drafts
from crige_ia_plugin.paths import PACKAGE, RESOURCES
from crige_ia_plugin.runsheet.energy import estimate
from crige_ia_plugin.runsheet.files import write
from crige_ia_plugin.runsheet.sheet import Check, Cost, Figure, InputLayer, Parameter, RunSheet, Tool

ITEMS = "/collections/ia/items"
TOOL = ("crige-paca", "outil-splitatintersections")


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    (tmp_path / "www").mkdir()
    made = Server(tmp_path / "www")
    yield made
    made.close()


@pytest.fixture
def theirs(server: Server, profile) -> Source:
    """A catalogue behind a server, that is on."""
    made = Source("theirs", "Région voisine", Kind.OGC_API, server.url + "/collections/ia")
    settings.set_sources([made])
    return made


@pytest.fixture
def opened_addresses(monkeypatch) -> list[str]:
    """Addresses that were handed to the user's browser and mail program."""
    found: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: found.append(bytes(url.toEncoded()).decode()) or True)
    return found


@pytest.fixture
def save_as(monkeypatch, tmp_path):
    """Answer the question where to save."""

    def answer(path: Path) -> None:
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))

    answer(tmp_path / "proposal.zip")
    return answer


@pytest.fixture
def draft() -> Draft:
    """A draft that can leave."""
    return Draft.new(
        "method",
        "fr",
        title={"fr": "Compter les parkings", "en": "Count car parks"},
        description={"fr": "Une méthode.", "en": "A method."},
        to_check={"fr": "Sur une zone témoin."},
        facets={"theme": ("parkings",), "level": ("novice",), "profession": ("geomaticien",)},
        authors=(Author("Anne"),),
        publisher="CRIGE",
        email="anne@example.org",
        licences=Licences(document="etalab-2.0"),
        links=(WebLink("https://example.org/parkings"),),
    )


def command(desk, name: str) -> None:
    """Choose a command of the plugin's menu."""
    next(action for action in desk.menu.actions() if action.objectName() == name).trigger()


def dialog_of(desk, kind):
    """The form that opens."""
    assert wait_for(lambda: desk.contributions and any(isinstance(one, kind) for one in desk.contributions.dialogs))
    return next(one for one in desk.contributions.dialogs if isinstance(one, kind))


def form(desk, draft: Draft):
    """The form over a draft that waits."""
    drafts().save(draft)
    command(desk, "CrigeIaProposeResource")
    chooser = dialog_of(desk, DraftsDialog)
    chooser.resume.click()
    return dialog_of(desk, NeedDialog if draft.kind == "need" else ResourceDialog)


def send(dialog, button) -> str:
    """Press a way out, wait for the end, return what is said."""
    dialog.check()
    assert button.isEnabled(), button.toolTip()
    button.click()
    assert wait_for(lambda: dialog.sending._task is None)
    return dialog.sending.result.text()


def import_it(archive: Path, folder: Path) -> None:
    """Import a proposal as whoever runs a catalogue does."""
    words = RESOURCES / "catalogue" / "vocabulary"
    publish.new(folder, "cible", "Cible", "CRIGE", "contact@example.org", words)
    for arguments in (
        ["import", str(folder), str(archive), "--accept"],
        ["build", str(folder)],
        ["check", str(folder)],
    ):
        line = [sys.executable, "-m", "crige_ia_plugin.catalogue", *arguments]
        done = subprocess.run(line, capture_output=True, text=True, cwd=PACKAGE.parent, check=False)
        assert done.returncode == 0, done.stdout + done.stderr


# the zip


def test_from_the_menu_to_a_zip_that_a_catalogue_imports(desk, save_as, tmp_path):
    command(desk, "CrigeIaProposeResource")
    dialog = dialog_of(desk, ResourceDialog)
    file = tmp_path / "haies é.csv"
    file.write_bytes(b"1,2\n")
    dialog.what.kind.setCurrentIndex(dialog.what.kind.findData("script"))
    dialog.what.titles["fr"].insert("Repérer les haies")
    dialog.what.descriptions["fr"].setPlainText("Un script pour la trame verte.")
    dialog.what.checks["fr"].setPlainText("Sur une zone témoin.")
    for facet in ("theme", "level", "profession"):
        next(iter(dialog.whom.boxes[facet].values())).click()
    dialog.who.publisher.setText("CRIGE PACA")
    dialog.who.licences["code"].setEditText("GPL-3.0-or-later")
    dialog.content.add_files([str(file)])
    dialog.steps.setCurrentIndex(5)
    said = send(dialog, dialog.sending.save)
    assert "proposal.zip" in said
    with zipfile.ZipFile(tmp_path / "proposal.zip") as archive:
        assert sorted(archive.namelist()) == ["files/reperer-les-haies/1/haies-e.csv", "records/reperer-les-haies.json"]
    import_it(tmp_path / "proposal.zip", tmp_path / "target")


def test_a_need_takes_the_same_road(desk, save_as, tmp_path):
    command(desk, "CrigeIaTellNeed")
    dialog = dialog_of(desk, NeedDialog)
    dialog.subject.setText("Repérer les haies")
    dialog.purpose.setPlainText("Sur toute la commune")
    dialog.contact.setText("anne@example.org")
    send(dialog, dialog.sending.save)
    import_it(tmp_path / "proposal.zip", tmp_path / "target")


def test_an_ending_is_added_and_nothing_is_overwritten_without_a_question(desk, save_as, tmp_path, draft, monkeypatch):
    dialog = form(desk, draft)
    mine = tmp_path / "mine.zip"
    mine.write_bytes(b"mine")
    save_as(tmp_path / "mine")
    dialog.check()
    monkeypatch.setattr(QMessageBox, "question", lambda *_: QMessageBox.StandardButton.No)
    dialog.sending.save.click()
    assert dialog.sending._task is None
    assert mine.read_bytes() == b"mine"
    monkeypatch.setattr(QMessageBox, "question", lambda *_: QMessageBox.StandardButton.Yes)
    send(dialog, dialog.sending.save)
    assert zipfile.is_zipfile(mine)


def test_what_cannot_be_written_is_a_sentence(desk, save_as, tmp_path, draft):
    dialog = form(desk, draft)
    save_as(tmp_path / "no" / "such" / "folder.zip")
    assert "folder.zip" in send(dialog, dialog.sending.save)
    assert drafts().load(draft.key).title == draft.title


# the e-mail


def test_the_mail_goes_to_the_contact_of_the_catalogue(desk, save_as, tmp_path, draft, opened_addresses):
    dialog = form(desk, draft)
    said = send(dialog, dialog.sending.mail)
    assert (tmp_path / "proposal.zip").is_file()
    assert "proposal.zip" in said
    (address,) = opened_addresses
    parts = urlsplit(address)
    assert (parts.scheme, parts.path) == ("mailto", "contact@crige-paca.org")
    asked = parse_qs(parts.query)
    assert "Compter les parkings" in asked["subject"][0]
    assert "proposal.zip" in asked["body"][0]
    assert "\r\n" in asked["body"][0]


def test_without_a_mail_program_the_address_is_told(desk, save_as, draft, monkeypatch):
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _: False)
    dialog = form(desk, draft)
    assert "contact@crige-paca.org" in send(dialog, dialog.sending.mail)


# the post


def post_form(desk, draft):
    """The form with the neighbour's server chosen."""
    dialog = form(desk, draft)
    dialog.sending.addressee.setCurrentIndex(dialog.sending.addressee.findData("theirs"))
    return dialog


def test_a_record_is_posted(theirs, desk, server, draft):
    bodies: list[bytes] = []
    server.behaviours[ITEMS] = takes(says(201, b"", Location=ITEMS + "/compter-les-parkings"), bodies)
    dialog = post_form(desk, draft)
    said = send(dialog, dialog.sending.post)
    assert "Région voisine" in said
    assert f"{server.url}{ITEMS}/compter-les-parkings" in said
    (sent,) = bodies
    assert json.loads(sent)["properties"]["title"] == "Compter les parkings"
    posted = [headers for path, headers in server.requests if path == ITEMS]
    assert [headers["Content-Type"] for headers in posted] == ["application/geo+json"]


def refusals():
    """How a server refuses, and what the user reads of it."""
    return {
        "unauthorised": (says(401, b"no"), "401|authenti"),
        "too large": (says(413, b""), "too large"),
        "error": (says(500, b"<h1>Traceback</h1>", Content_Type="text/html"), "500"),
        "not for that": (says(405, b""), "405"),
        "moved": (says(308, b"", Location="https://new.example.org/items"), "new.example.org"),
        "cut": (hangs_up, "nobody can tell"),
    }


@pytest.mark.parametrize("name", refusals())
def test_a_refusal_is_a_sentence_and_the_draft_stays(name, theirs, desk, server, draft):
    import re

    answer, words = refusals()[name]
    bodies: list[bytes] = []
    server.behaviours[ITEMS] = takes(answer, bodies)
    dialog = post_form(desk, draft)
    said = send(dialog, dialog.sending.post)
    assert re.search(words, said), said
    assert "Traceback" not in said
    assert drafts().load(draft.key).title == draft.title
    assert dialog.sending.post.isEnabled()
    if name != "cut":
        assert len(bodies) == 1


def test_nobody_there_is_a_sentence(theirs, desk, server, draft):
    server.close()
    dialog = post_form(desk, draft)
    said = send(dialog, dialog.sending.post)
    assert "nobody can tell" not in said
    assert said


def test_sending_is_cancelled(theirs, desk, server, draft):
    server.behaviours[ITEMS] = takes(is_silent(20))
    dialog = post_form(desk, draft)
    dialog.check()
    dialog.sending.post.click()
    assert wait_for(lambda: server.requests)
    dialog.sending.cancel.click()
    assert wait_for(lambda: dialog.sending._task is None)
    assert dialog.sending.result.text() in ("Cancelled.", "Annulé.")


def test_the_authentication_of_that_catalogue_goes_along(theirs, desk, server, draft):
    manager = QgsApplication.authManager()
    if manager.isDisabled() or not manager.setMasterPassword("a master password", True):
        pytest.skip("QGIS has no authentication database here")
    configuration = QgsAuthMethodConfig("Basic")
    configuration.setName("theirs")
    configuration.setConfig("username", "anne")
    configuration.setConfig("password", "mot de passe")
    manager.storeAuthenticationConfig(configuration)
    settings.set_sources(
        [Source(theirs.id, theirs.title, theirs.kind, theirs.location, authentication=configuration.id())]
    )
    server.behaviours[ITEMS] = takes(says(201))
    dialog = post_form(desk, draft)
    send(dialog, dialog.sending.post)
    manager.removeAuthenticationConfig(configuration.id())
    posted = [headers for path, headers in server.requests if path == ITEMS]
    assert posted[-1]["Authorization"].startswith("Basic ")


def test_attached_files_and_catalogues_of_files_cannot_be_posted(theirs, desk, draft, tmp_path):
    from dataclasses import replace

    path = tmp_path / "a.csv"
    path.write_bytes(b"a")
    dialog = post_form(desk, replace(draft, files=(LocalFile(str(path)),)))
    dialog.check()
    assert not dialog.sending.post.isEnabled()
    assert "ttached" in dialog.sending.post.accessibleDescription()
    dialog.content.files.rows[0].remove.click()
    dialog.check()
    assert dialog.sending.post.isEnabled()
    dialog.sending.addressee.setCurrentIndex(dialog.sending.addressee.findData("crige-paca"))
    assert not dialog.sending.post.isEnabled()


def test_no_server_no_button(desk, draft):
    dialog = form(desk, draft)
    assert not dialog.sending.post.isVisibleTo(dialog)
    assert not dialog.sending.addressee.isVisibleTo(dialog)


# a run


def run_sheet(status: str, error: str = "") -> RunSheet:
    return RunSheet(
        tool=Tool("crige_ia:splitatintersections", "Tronçonner les routes", "1.2.0", "ab" * 32),
        parameters=(Parameter("TOLERANCE", "Tolérance", 0.5),),
        inputs=(InputLayer("INPUT", "Routes", "bdtopo.gpkg", 14213, "EPSG:2154", None, "BD TOPO 2025"),),
        software=(("QGIS", "3.40.4"),),
        cost=Cost(
            datetime(2026, 11, 22, 16, 42, 5, tzinfo=timezone.utc), 11.2, 9.84, 4_000, estimate(9.84, 11.2, 4_000)
        ),
        results=(Figure("SEGMENT_COUNT", "Tronçons", 19874),) if status == "done" else (),
        checks=(Check("length", "Longueur conservée", True, "écart 0 m"),),
        warnings=(),
        language="fr",
        status=status,
        error=error,
    )


@pytest.mark.parametrize(
    ("status", "kind"), [("done", "experience-report"), ("failed", "abandoned-case"), ("cancelled", "abandoned-case")]
)
def test_a_run_becomes_a_draft_with_one_command(desk, tmp_path, save_as, monkeypatch, status, kind):
    path = tmp_path / "sheet.html"
    write(run_sheet(status, "Plus de mémoire" if status == "failed" else ""), path, run_sheet_words())
    settings.remember_run_sheet(path)
    begun = []
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *said: begun.append(said[2]) or (said[2], ""))
    command(desk, "CrigeIaShareRun")
    dialog = dialog_of(desk, ResourceDialog)
    assert begun == [str(path)]
    assert dialog.draft.kind == kind
    assert dialog.worth.energy.text()
    assert dialog.worth.measures.values()[0]["passed"] == "yes"
    assert "crige_ia:splitatintersections" in dialog.worth.run.text()
    assert dialog.content.files.values()[0]["path"] == str(path)
    assert wait_for(lambda: drafts().list())  # at once, before anything is typed
    dialog.who.licences["document"].setEditText("etalab-2.0")
    assert dialog.collect(dialog.draft).run["parameters"][0]["value"] == 0.5
    send(dialog, dialog.sending.save)
    import_it(tmp_path / "proposal.zip", tmp_path / "target")


def test_a_file_that_is_no_run_sheet_is_told(desk, tmp_path):
    path = tmp_path / "page.html"
    path.write_text("<p>hello</p>")
    desk._contribute().open_sheet(path)
    assert wait_for(lambda: "run sheet" in told(desk))
    assert desk.contributions.dialogs == []
    desk._contribute().open_sheet(tmp_path / "absent.html")
    assert wait_for(lambda: "absent.html" in told(desk))


# the panel


def test_nothing_found_leads_to_the_form_of_a_need(desk):
    settle(desk)
    browser = desk.dock.browser
    browser.state.set_value("theme", "parkings", True)
    browser.state.set_text("zzzzzz")
    browser.notice.buttons["need"].click()
    dialog = dialog_of(desk, NeedDialog)
    assert dialog.draft.facets == {"theme": ("parkings",)}


def test_the_panel_has_the_commands_too(desk):
    settle(desk)
    status = desk.dock.browser.status
    assert status.contribute.isVisibleTo(status)
    assert status.contribute.menu().actions() == desk.commands
    assert all(action in desk.menu.actions() for action in desk.commands)


def correct(desk) -> None:
    """Press the link at the bottom of a card."""
    settle(desk)
    browser = desk.dock.browser
    browser.open_key(TOOL)
    label = next(one for one in browser.detail.findChildren(QLabel) if "correction" in one.accessibleName())
    label.linkActivated.emit("#")


def test_a_correction_is_a_message_to_the_catalogue(desk, opened_addresses):
    correct(desk)
    assert wait_for(lambda: opened_addresses)
    parts = urlsplit(opened_addresses[0])
    assert parts.path == "contact@crige-paca.org"
    assert TOOL[1] in parse_qs(parts.query)["body"][0]


def test_a_correction_without_a_mail_program_opens_the_form(desk, monkeypatch):
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _: False)
    correct(desk)
    dialog = dialog_of(desk, NeedDialog)
    assert TOOL[1] in dialog.purpose.toPlainText()


def test_the_plugin_that_goes_saves_what_is_written(desk):
    command(desk, "CrigeIaProposeResource")
    dialog = dialog_of(desk, ResourceDialog)
    dialog.what.titles["fr"].setText("En cours")
    desk.contributions.close()
    assert [draft.title for draft in drafts().list()] == [{"fr": "En cours"}]


def test_one_form_for_one_draft(desk, draft):
    first = form(desk, draft)
    command(desk, "CrigeIaProposeResource")
    dialog_of(desk, DraftsDialog).resume.click()
    assert [one for one in desk.contributions.dialogs if isinstance(one, ResourceDialog)] == [first]
