"""Walks through the panel, its dialogs and its options, to look at every widget as it is shown."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from paneling import settle
from qgis.PyQt.QtWidgets import QComboBox, QDialog, QLabel, QSpinBox, QTabWidget, QToolButton, QWidget
from waiting import wait_for


def states(desk: Any) -> Iterator[tuple[str, QWidget]]:
    """Every state of the panel, then every dialog, each with its name; it is shown while it is looked at.

    Args:
        desk: The panel of a user who never opened it, in a stand-in for QGIS's window.
    """
    dock = desk.dock
    dock.show()
    dock.build()
    settle(desk)
    browser = dock.browser
    yield "welcome", dock
    browser.notice.chosen.emit("themes")
    yield "list and filters", dock
    browser.state.set_value("theme", "houppiers", True)
    yield "a filter", dock
    browser.state.set_text("qqqqzzz")
    yield "nothing found", dock
    browser.state.clear_all()
    seen: set[str] = set()
    for place in range(browser.model.rowCount()):
        card = browser.model.card(place)
        if card.kind not in seen:
            seen.add(card.kind)
            browser.open_row(card.row)
            yield f"card: {card.kind}", dock
    browser.step_back()
    for shelf in type(browser.state.shelf):
        browser.state.set_shelf(shelf)
        yield f"shelf: {shelf.value}", dock
    browser.state.clear_all()
    dock.host.show_catalogues()
    yield "catalogues", dock
    yield from _windows()
    yield from _forms()
    yield from _consent()
    yield from _authors()


def _authors() -> Iterator[tuple[str, QWidget]]:
    """The window where scripts are written: empty, then over a script that ships with the plugin."""
    from crige_ia_plugin.panel.authors.dialog import AuthorsDialog
    from crige_ia_plugin.paths import RESOURCES

    window = AuthorsDialog()
    window.show()
    window.name.setText("É")
    yield "authors: nothing yet", window
    window.open_script(RESOURCES / "scripts" / "treecrowns.py")
    assert wait_for(lambda: not window.is_busy)
    yield "authors: a script", window
    window.reject()
    window.deleteLater()


def _windows() -> Iterator[tuple[str, QWidget]]:
    """The page of the options and the dialogs it opens."""
    from crige_ia_plugin.catalogue.sources import Kind, Source
    from crige_ia_plugin.panel.catalogues.directory_dialog import DirectoryDialog
    from crige_ia_plugin.panel.catalogues.source_dialog import SourceDialog
    from crige_ia_plugin.panel.options_page import OptionsPage

    known = Source("region", "Région", Kind.STATIC, "https://catalogue.example/", public_key="RW")
    for name, window in (
        ("options", OptionsPage(lambda: "", lambda _: None)),
        ("add a catalogue", SourceDialog(None, ())),
        ("change a catalogue", SourceDialog(known, ("region",))),
        ("other regions", DirectoryDialog(())),
    ):
        window.resize(700, 600)
        window.show()
        yield name, window
        if isinstance(window, QDialog):
            window.reject()
        window.close()
        window.deleteLater()


def _forms() -> Iterator[tuple[str, QWidget]]:
    """Every step of the forms, with everything in them that can be wrong."""
    from crige_ia_plugin import settings
    from crige_ia_plugin.authoring.draft import Author, Draft, LocalFile, Measure, WebLink
    from crige_ia_plugin.panel.forms.addressees import Addressee
    from crige_ia_plugin.panel.forms.drafts_dialog import DraftsDialog
    from crige_ia_plugin.panel.forms.need_dialog import NeedDialog
    from crige_ia_plugin.panel.forms.resource_dialog import ResourceDialog
    from crige_ia_plugin.panel.forms.tasks import Ground, drafts
    from crige_ia_plugin.panel.places import library

    language = settings.language()
    both = (Addressee("a", "A", "a@example.org"), Addressee("b", "B", location="https://b.example/collections/b"))
    ground = Ground(library().vocabulary(), both, drafts(), language)
    wrong = Draft.new(
        "script",
        language,
        title={language: "X"},
        authors=(Author("", "1"),),
        doi="1",
        links=(WebLink("C:/haies.csv"),),
        files=(LocalFile("/absent.csv"),),
        measures=(Measure("M", 1.5),),
    )
    form = ResourceDialog(wrong, ground)
    form.resize(480, 640)
    form.show()
    form.check()
    for number, page in enumerate(form.pages):
        form.steps.setCurrentIndex(number)
        yield f"form: {type(page).__name__}", form
    form.reject()
    for name, window in (
        ("need", NeedDialog(Draft.new("need", language), ground)),
        ("drafts", DraftsDialog((wrong, Draft.new("", language)), (), ground)),
    ):
        window.show()
        yield name, window
        window.reject()


def _consent() -> Iterator[tuple[str, QWidget]]:
    """The question before a script is installed, or updated."""
    from crige_ia_plugin.panel.consent.dialog import ConsentDialog
    from crige_ia_plugin.panel.consent.request import Request

    facts = ("1.0", "CRIGE PACA", "Centre", True, "RW", "MIT", ("numpy>=1",), 1000, True, None, "print(1)")
    for name, before in (("consent", ""), ("consent to an update", "print(2)")):
        window = ConsentDialog(Request("X", *facts, before))
        window.show()
        yield name, window
        window.reject()
        window.deleteLater()


def words_of(root: QWidget) -> Iterator[str]:
    """Every text that a widget and those inside it show, say or hint, hidden ones included."""
    for widget in (root, *root.findChildren(QWidget)):
        yield from _own_words(widget)
        for action in widget.actions():
            yield from (action.text(), action.toolTip())
        menu = widget.menu() if isinstance(widget, QToolButton) else None
        if menu is not None:
            yield from (action.text() for action in menu.actions())


def _own_words(widget: QWidget) -> Iterator[str]:
    yield from (widget.windowTitle(), widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())
    for name in ("text", "title", "placeholderText", "plainText"):
        read = getattr(widget, name, None)
        if callable(read) and not isinstance(widget, (QComboBox, QSpinBox)):
            yield str(read())
    if isinstance(widget, QComboBox):
        yield from (widget.itemText(number) for number in range(widget.count()))
    elif isinstance(widget, QSpinBox):
        yield from (widget.prefix(), widget.suffix())
    elif isinstance(widget, QTabWidget):
        yield from (widget.tabText(number) for number in range(widget.count()))


def labels_of(root: QWidget) -> dict[QWidget, str]:
    """Widgets that a label names, with its words."""
    return {label.buddy(): label.text() for label in root.findChildren(QLabel) if label.buddy() is not None}
