"""The forms: what is typed is checked, kept, taken up again; nothing is lost."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from qgis.PyQt.QtCore import QEvent, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAbstractButton, QComboBox, QFileDialog, QLineEdit, QMessageBox, QPlainTextEdit, QWidget
from waiting import wait_for

from crige_ia_plugin.authoring import rules
from crige_ia_plugin.authoring.draft import Author, Draft, Drafts, Footprint, Licences, LocalFile, Measure, WebLink
from crige_ia_plugin.catalogue.vocabulary import Vocabulary
from crige_ia_plugin.panel.forms import keeper
from crige_ia_plugin.panel.forms.addressees import Addressee, contact_of
from crige_ia_plugin.panel.forms.drafts_dialog import DraftsDialog
from crige_ia_plugin.panel.forms.fields import number_of, shown_number
from crige_ia_plugin.panel.forms.need_dialog import NeedDialog
from crige_ia_plugin.panel.forms.resource_dialog import ResourceDialog
from crige_ia_plugin.panel.forms.tasks import Ground
from crige_ia_plugin.paths import RESOURCES

WORDS = Vocabulary.read(RESOURCES / "catalogue" / "vocabulary")
CENTRE = Addressee("crige-paca", "Centre de ressources", "contact@crige-paca.org")


@pytest.fixture
def ground(profile, tmp_path) -> Ground:
    return Ground(WORDS, (CENTRE,), Drafts(tmp_path / "drafts"), "fr")


@pytest.fixture
def file(tmp_path) -> Path:
    path = tmp_path / "données.csv"
    path.write_bytes(b"id;nom\n1;Aix\n")
    return path


@pytest.fixture
def full(file) -> Draft:
    """A draft with something in every field."""
    return Draft(
        key="2026-11-22-abcd",
        kind="script",
        title={"fr": "Détecter les parkings", "en": "Detect car parks"},
        description={"fr": "Un script.\nSur deux lignes.", "en": "A script."},
        to_check={"fr": "Une zone témoin."},
        facets={"theme": ("parkings",), "level": ("novice",), "profession": ("geomaticien", "one-of-theirs")},
        keywords=("parking", "orthophoto"),
        authors=(Author("Josiah Carberry", "0000-0002-1825-0097", "Brown"), Author("Anne")),
        publisher="CRIGE PACA",
        contact="Service SIG",
        email="contact@example.org",
        doi="10.5281/zenodo.1234567",
        edition="BD ORTHO 2023",
        version="1.0.0",
        date="2025",
        licences=Licences("GPL-3.0-or-later", "LicenseRef-ours", "etalab-2.0", "CC-BY-4.0"),
        status="experimental",
        links=(
            WebLink("https://example.org/a"),
            WebLink("https://example.org/b", "item", "B", "text/csv", 12, "ab" * 32),
        ),
        files=(LocalFile(str(file), "Exemple", "text/csv"),),
        assessed=True,
        measures=(
            Measure("Rappel", 0.79, "%", 0.75, True, "retrouve 79 %"),
            Measure("Écart", 1e-7, "m", None, None, "", True),
        ),
        limits=("Sous les arbres", "La nuit"),
        footprint=Footprint(0.6, 0.03, "estimate", "1 km²"),
        run={"runner": "processing", "algorithm": "crige_ia:x", "version": "1"},
        id="parkings",
        created="2026-11-22T10:00:00Z",
        updated="2026-11-22T11:00:00Z",
    )


@pytest.fixture
def open_form(ground, qgis_app):
    """Open a form, which is closed at the end."""
    opened = []

    def make(draft: Draft | None = None, kind=ResourceDialog):
        dialog = kind(draft or Draft.new("", "fr"), ground)
        opened.append(dialog)
        dialog.show()
        return dialog

    yield make
    for dialog in opened:
        with suppress(RuntimeError):  # it was closed, and is gone
            dialog.stop()
            dialog.deleteLater()


def without_moments(draft: Draft) -> Draft:
    return replace(draft, updated="", created="")


def kept(ground: Ground, dialog) -> Draft | None:
    """The draft on the disk, if it is what the form holds."""
    found = [draft for draft in ground.drafts.list() if draft.key == dialog.draft.key]
    return found[0] if found and without_moments(found[0]) == without_moments(dialog.draft) else None


# what is shown is what is kept


def test_a_form_gives_back_the_very_draft_it_was_given(open_form, full):
    dialog = open_form(full)
    assert dialog.collect(full) == full


def test_an_empty_form_gives_back_an_empty_draft(open_form):
    dialog = open_form()
    assert dialog.collect(dialog.draft) == dialog.draft


def test_numbers_are_those_that_were_typed(qgis_app):
    assert number_of("0,79") == number_of(" 0.79 ") == 0.79
    assert number_of("") is number_of("-") is number_of(".") is None
    for value in (0.0, 0.79, 1e-7, 123456789.25, 0.1 + 0.2, -3.0):
        assert number_of(shown_number(value)) == pytest.approx(value, rel=1e-12)
    assert shown_number(None) == ""


# problems


def test_what_is_missing_is_said_once_the_user_has_been_there(open_form):
    dialog = open_form()
    assert all(not note.isVisible() for note in dialog.notes().values())
    QTest.keyClicks(dialog.what.titles["fr"], "x")
    dialog.check()
    assert dialog.notes()["title"].text().startswith("△")
    assert not dialog.notes()["kind"].isVisibleTo(dialog.what)
    dialog.what.titles["fr"].clear()
    dialog.check()
    assert dialog.notes()["title"].text().startswith("✘ ")
    dialog.next.click()
    dialog.check()
    assert dialog.notes()["kind"].text().startswith("✘ ")


def test_every_problem_has_its_place_or_is_listed(open_form, full, file):
    file.unlink()
    draft = replace(
        full, kind="nonsense", doi="10.wrong", email="no", id="É", version="/", licences=Licences("not a licence")
    )
    dialog = open_form(draft)
    assert wait_for(lambda: str(file) in dialog.sizes())
    dialog.check()
    abouts = {problem.about for problem in dialog.problems}
    assert {"kind", "doi", "email", "id", "version", "licences", "files"} <= abouts
    assert abouts <= set(dialog.notes())
    for about in abouts:
        assert dialog.notes()[about].text(), about
    assert len(dialog.send.buttons) == len(dialog.problems)
    assert not dialog.sending.save.isEnabled()
    assert "✘" in dialog.sending.save.accessibleDescription()


def test_a_line_of_the_list_leads_to_its_field(open_form, full):
    dialog = open_form(replace(full, doi="10.wrong"))
    dialog.steps.setCurrentIndex(5)
    dialog.check()
    dialog.activateWindow()
    dialog.send.buttons[0].click()
    assert dialog.stack.currentWidget() is dialog.who
    assert wait_for(lambda: dialog.focusWidget() is dialog.who.doi)


def test_facets_are_named_in_words(open_form, full):
    dialog = open_form(replace(full, facets={}))
    dialog.check()
    assert "Thème" in dialog.notes()["facets"].text() or "thème" in dialog.notes()["facets"].text()
    assert "theme" not in dialog.notes()["facets"].text()


# kept as one types


def test_what_is_typed_is_on_the_disk_a_moment_later(open_form, ground):
    dialog = open_form()
    assert ground.drafts.list() == ()
    dialog.what.titles["fr"].insert("Repérer les haies")
    assert wait_for(lambda: kept(ground, dialog))
    assert kept(ground, dialog).title == {"fr": "Repérer les haies"}
    assert wait_for(lambda: dialog.saved.text())
    dialog.what.descriptions["fr"].setPlainText("Pour la trame verte.")
    assert wait_for(lambda: kept(ground, dialog))


def test_closing_saves_what_was_typed_last(open_form, ground):
    dialog = open_form()
    dialog.what.titles["fr"].setText("Une dernière lettre")
    dialog.leave.click()
    assert ground.drafts.list()[0].title == {"fr": "Une dernière lettre"}


def test_a_form_that_was_only_looked_at_leaves_no_draft(open_form, ground):
    dialog = open_form()
    dialog.steps.setCurrentIndex(5)
    dialog.leave.click()
    assert ground.drafts.list() == ()


def test_a_draft_that_cannot_be_saved_is_told_and_the_form_stays(open_form, ground, monkeypatch):
    dialog = open_form()
    Path(ground.drafts.folder).write_text("a file where the folder should be")
    dialog.what.titles["fr"].setText("x")
    assert wait_for(lambda: dialog.saved.text())
    answers = [QMessageBox.StandardButton.No, QMessageBox.StandardButton.Yes]
    asked = []
    monkeypatch.setattr(QMessageBox, "question", lambda *said: asked.append(said[-1]) or answers[len(asked) - 1])
    dialog.reject()
    assert dialog.isVisible()
    dialog.reject()
    assert not dialog.isVisible()
    assert len(asked) == 2


def test_an_older_state_never_takes_the_place_of_a_newer_one(ground):
    writer = keeper._Writer(ground.drafts)
    old, new = Draft.new("need", "fr", title={"fr": "a"}), None
    new = replace(old, title={"fr": "b"})
    assert writer.write(2, new) is not None
    assert writer.write(1, old) is None
    assert ground.drafts.load(old.key).title == {"fr": "b"}


# files


def test_checksums_are_computed_in_a_task(open_form, file):
    dialog = open_form()
    dialog.content.add_files([str(file), str(file)])
    (row,) = dialog.content.files.rows
    assert "SHA-256" not in row._said.text()
    assert wait_for(lambda: "SHA-256" in row._said.text())
    dialog.content.add_files([str(file.with_name("absent.csv"))])
    assert wait_for(lambda: "absent.csv" in dialog.content.files.rows[1]._said.text())


def test_files_are_looked_at_in_a_task_alone(open_form, file, monkeypatch):
    """A drive that no longer answers must not stop QGIS while one types."""
    looking = []
    monkeypatch.setattr(rules, "_size", looking.append)
    dialog = open_form()
    dialog.content.add_files([str(file)])
    dialog.check()
    assert "files" not in {problem.about for problem in dialog.problems}
    dialog.content.files.rows[0].put("path", str(file.with_name("absent.csv")))
    assert wait_for(lambda: "files" in {problem.about for problem in dialog.problems})
    assert not looking


def test_a_links_size_and_checksum_come_from_a_copy(open_form, file):
    import hashlib

    dialog = open_form()
    dialog.content.links.add.click()
    (row,) = dialog.content.links.rows
    row.put("href", "https://zenodo.org/records/1/files/données.csv")
    dialog.content._measure(str(file), row)
    assert wait_for(lambda: row.values()["checksum"])
    (link,) = dialog.draft.links
    assert (link.size, link.checksum) == (13, hashlib.sha256(file.read_bytes()).hexdigest())


def test_rows_are_added_and_removed_with_the_keyboard(open_form):
    dialog = open_form()
    dialog.steps.setCurrentIndex(2)
    rows = dialog.who.authors
    rows.add.setFocus()
    QTest.keyClick(rows.add, Qt.Key.Key_Space)
    QTest.keyClicks(rows.rows[0].widgets["name"], "Anne")
    assert dialog.draft.authors == (Author("Anne"),)
    QTest.keyClick(rows.rows[0].remove, Qt.Key.Key_Space)
    assert dialog.draft.authors == ()


# a need


def test_a_need_in_three_fields(open_form, ground):
    dialog = open_form(Draft.new("need", "fr"), NeedDialog)
    dialog.subject.insert("Repérer les haies")
    QTest.keyClicks(dialog.purpose, "Pour la trame verte")
    QTest.keyClicks(dialog.contact, "anne@example.org")
    assert dialog.draft.kind == "need"
    assert dialog.draft.email == "anne@example.org"
    dialog.check()
    assert dialog.sending.save.isEnabled()
    dialog.contact.setText("anne@nowhere")
    dialog.check()
    assert "✘" in dialog.notes()["email"].text()
    assert not dialog.sending.save.isEnabled()
    assert wait_for(lambda: kept(ground, dialog))


# drafts


def test_drafts_are_listed_taken_up_and_thrown_away(ground, qgis_app, full, monkeypatch):
    ground.drafts.save(full)
    need = ground.drafts.save(Draft.new("need", "fr", title={"fr": "Besoin"}))
    (ground.drafts.folder / "broken.json").write_text("{")
    damaged = [error.problem for error in ground.drafts.problems()]
    dialog = DraftsDialog(ground.drafts.list(), damaged, ground)
    asked = []
    dialog.draftAsked.connect(asked.append)
    texts = [dialog.list.item(number).text() for number in range(dialog.list.count())]
    assert any("Détecter les parkings" in text and "Script" in text for text in texts)
    assert all("T1" not in text and "Z" not in text.split("\n")[1] for text in texts)
    assert "broken.json" in dialog.words.text()
    monkeypatch.setattr(QMessageBox, "question", lambda *_: QMessageBox.StandardButton.No)
    dialog.remove.click()
    assert len(ground.drafts.list()) == 2
    monkeypatch.setattr(QMessageBox, "question", lambda *_: QMessageBox.StandardButton.Yes)
    dialog.list.setCurrentRow([need.key, full.key].index(full.key) if "Besoin" in texts[0] else 0)
    dialog.remove.click()
    assert [draft.key for draft in ground.drafts.list()] == [need.key]
    dialog.resume.click()
    assert [draft.key for draft in asked] == [need.key]
    dialog.deleteLater()


# how it looks


@pytest.mark.parametrize("width", [260, 480])
def test_a_narrow_window_scrolls_and_cuts_nothing(open_form, full, width):
    dialog = open_form(full)
    dialog.resize(width, 500)
    assert dialog.width() == width
    for number, page in enumerate(dialog.pages):
        dialog.steps.setCurrentIndex(number)
        QTest.qWait(10)
        inside = page.widget()
        assert inside.width() <= page.viewport().width(), page.title
        for widget in page.findChildren(QWidget):
            if widget.isVisibleTo(page) and isinstance(widget, (QLineEdit, QPlainTextEdit, QComboBox, QAbstractButton)):
                right = widget.mapTo(inside, widget.rect().topRight()).x()
                assert right <= page.viewport().width(), (page.title, widget.accessibleName())


def test_every_field_has_a_name_for_screen_readers(open_form, full):
    for dialog in (open_form(full), open_form(Draft.new("need", "fr"), NeedDialog)):
        for widget in dialog.findChildren(QWidget):
            if widget.objectName().startswith("qt_") or isinstance(widget.parent(), QComboBox):
                continue
            if isinstance(widget, (QLineEdit, QPlainTextEdit, QComboBox)):
                assert widget.accessibleName(), widget
            if isinstance(widget, QAbstractButton):
                assert widget.accessibleName() or widget.text(), widget


def test_tab_leaves_a_text_of_several_lines(open_form):
    dialog = open_form()
    dialog.activateWindow()
    edit = dialog.what.descriptions["fr"]
    edit.setFocus()
    QTest.keyClick(edit, Qt.Key.Key_Tab)
    assert edit.toPlainText() == ""
    assert dialog.focusWidget() is dialog.what.checks["fr"]


def test_enter_in_a_field_neither_closes_nor_sends(open_form, monkeypatch):
    dialog = open_form()
    QTest.keyClick(dialog.what.titles["fr"], Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.steps.currentIndex() == 0
    assert dialog.draft.authors == ()
    need = open_form(Draft.new("need", "fr"), NeedDialog)
    need.subject.setText("x")
    need.purpose.setPlainText("y")
    need.check()
    assert need.sending.save.isEnabled()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: pytest.fail("Enter saved"))
    QTest.keyClick(need.contact, Qt.Key.Key_Return)
    assert need.isVisible()


# whom it is for


def test_the_contact_of_a_catalogue(tmp_path):
    path = tmp_path / "catalog.json"
    assert contact_of(path) == ""
    for text, expected in (
        ("[", ""),
        ('{"contacts": 3}', ""),
        ('{"contacts": [3, {"emails": [{"value": "javascript:x"}, {"value": "a@example.org"}]}]}', "a@example.org"),
    ):
        path.write_text(text)
        assert contact_of(path) == expected


def test_a_closed_form_is_gone(open_form, qgis_app):
    dialog = open_form()
    gone = []
    dialog.destroyed.connect(lambda *_: gone.append(True))
    dialog.reject()
    qgis_app.sendPostedEvents(dialog, QEvent.Type.DeferredDelete)
    assert wait_for(lambda: gone)
