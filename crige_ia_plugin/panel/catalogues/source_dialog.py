"""The dialog that adds a catalogue, or changes one: where it is, who signs it, how its server is entered."""

from __future__ import annotations

from collections.abc import Collection
from datetime import timezone
from pathlib import Path
from urllib.parse import urlsplit

from qgis.gui import QgsAuthConfigSelect
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ...authoring.identifiers import identifier
from ...catalogue.download import safe_url
from ...catalogue.minisign import trusted_key
from ...catalogue.problems import CatalogueError
from ...catalogue.sources import Kind, Source
from ...tasks import Ending, start
from ...translation import tr
from .. import places
from ..labels import fitting
from ..opening import reason_of
from ..plain import tip
from .moments import here_and_now
from .probing import ProbeTask, probe_text


class SourceDialog(QDialog):
    """Asks for a catalogue.

    Args:
        source: The catalogue to change, None to add one.
        taken: Identifiers of the other catalogues.
        parent: Window it stands in.
    """

    def __init__(self, source: Source | None, taken: Collection[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Change a catalogue") if source else tr("Add a catalogue"))
        self._source, self._taken = source, frozenset(taken)
        self._task: ProbeTask | None = None
        self._kind_chosen = source is not None
        self.kind = QComboBox()
        for kind, words in kinds():
            self.kind.addItem(words, kind.value)
        self.address = QLineEdit()
        self.browse = QPushButton(tr("Browse…"))
        self.title = QLineEdit()
        self.key = QLineEdit()
        self.replaces = QCheckBox(tr("Newer edition of the catalogue that ships with the plugin: takes its place"))
        self.authentication = QgsAuthConfigSelect()
        self.test = QPushButton(tr("Test"))
        self.progress = QProgressBar()
        self.collections = QComboBox()
        self.result = QLabel()
        standard = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(standard.Ok | standard.Cancel)
        self._dress()
        self._lay_out()
        if source:
            self._fill(source)
        self._connect()
        self._check()

    # what was asked

    def source(self) -> Source:
        """The catalogue as it was described."""
        title = self.title.text().strip()
        address = self.address.text().strip()
        return Source(
            self._identifier(title or urlsplit(address).hostname or Path(address).name),
            title,
            self._kind(),
            address,
            self._source.enabled if self._source else True,
            self.key.text().strip(),
            "" if self._kind() is Kind.FOLDER else self.authentication.configId(),
        )

    def _identifier(self, name: str) -> str:
        """Identifier of the catalogue: its own once it has one, that of ours when it takes its place."""
        if self.replaces.isEnabled() and self.replaces.isChecked():
            return places.EMBEDDED_ID
        if self._source and self._source.id != places.EMBEDDED_ID:
            return self._source.id
        base = identifier(name)[:60]
        free, number = base, 2
        while free in self._taken or free == places.EMBEDDED_ID:
            free, number = f"{base}-{number}", number + 1
        return free

    def _kind(self) -> Kind:
        return Kind(self.kind.currentData())

    # the form

    def _dress(self) -> None:
        self.address.setPlaceholderText("https://…")
        self.title.setPlaceholderText(tr("The name it gives itself"))
        self.key.setPlaceholderText("RW…")
        self.key.setToolTip(tip(tr("The line that the publisher gives: what another key signed is refused.")))
        self.replaces.setToolTip(tip(tr("Only for a catalogue whose signature is verified.")))
        for widget, words in (
            (self.kind, tr("Kind of catalogue")),
            (self.address, tr("Address")),
            (self.title, tr("Name")),
            (self.key, tr("Public key of the publisher")),
            (self.authentication, tr("Authentication")),
            *((inner, tr("Authentication")) for inner in self.authentication.findChildren(QComboBox)),
            (self.collections, tr("Collection")),
            (self.progress, tr("Progress")),
        ):
            widget.setAccessibleName(words)
        self.result.setTextFormat(Qt.TextFormat.PlainText)
        self.result.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        fitting(self.result)
        self.progress.setRange(0, 0)
        self.progress.setTextVisible(False)
        self.progress.setFixedHeight(4)
        self.progress.hide()
        self.collections.hide()

    def _lay_out(self) -> None:
        where = QHBoxLayout()
        where.addWidget(self.address, 1)
        where.addWidget(self.browse)
        form = QFormLayout()
        form.addRow(tr("Kind of catalogue"), self.kind)
        form.addRow(tr("Address"), where)
        form.addRow(tr("Name"), self.title)
        form.addRow(tr("Public key of the publisher"), self.key)
        form.addRow("", self.replaces)
        form.addRow(tr("Authentication"), self.authentication)
        test = QHBoxLayout()
        test.addWidget(self.test, 0, Qt.AlignmentFlag.AlignTop)
        test.addWidget(self.result, 1)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addLayout(test)
        layout.addWidget(self.progress)
        layout.addWidget(self.collections)
        layout.addStretch(1)
        layout.addWidget(self.buttons)
        self.resize(560, self.sizeHint().height())

    def _fill(self, source: Source) -> None:
        self.kind.setCurrentIndex(self.kind.findData(source.kind.value))
        self.address.setText(source.location)
        self.title.setText(source.title)
        self.key.setText(source.public_key)
        self.authentication.setConfigId(source.authentication)
        self.replaces.setChecked(source.id == places.EMBEDDED_ID)

    def _connect(self) -> None:
        self.kind.activated.connect(lambda _: setattr(self, "_kind_chosen", True))
        self.kind.currentIndexChanged.connect(lambda _: self._check())
        self.address.textEdited.connect(self._guess_kind)
        self.address.textChanged.connect(lambda _: self._check())
        self.key.textChanged.connect(lambda _: self._check())
        self.browse.clicked.connect(self._browse)
        self.test.clicked.connect(self._test_or_cancel)
        self.collections.activated.connect(self._choose_collection)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    def _guess_kind(self, text: str) -> None:
        """Follow the address, until the user chooses the kind."""
        if not self._kind_chosen:
            self.kind.setCurrentIndex(self.kind.findData(kind_of(text).value))

    def _browse(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, tr("Folder of the catalogue"), self.address.text())
        if chosen:
            self.address.setText(chosen)
            self.kind.setCurrentIndex(self.kind.findData(Kind.FOLDER.value))

    def _check(self) -> None:
        """Say what is missing; only what can be read can be tested and kept."""
        folder = self._kind() is Kind.FOLDER
        self.browse.setVisible(folder)
        self.authentication.setEnabled(not folder)
        wrong = self.mistake()
        self.replaces.setEnabled(bool(self.key.text().strip()) and not wrong)
        self.test.setEnabled(not wrong)
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(not wrong)
        self.result.setText(wrong if self.address.text().strip() else "")
        if not wrong and not folder and self.address.text().strip().startswith("http:"):
            self.result.setText(tr("This address is not encrypted (http): what is read could be changed on its way."))

    def mistake(self) -> str:
        """What prevents the catalogue from being kept, empty when nothing does."""
        address, key = self.address.text().strip(), self.key.text().strip()
        if not address:
            return tr("Give an address or a folder.")
        if self._kind() is not Kind.FOLDER:
            try:
                safe_url(address)
            except CatalogueError:
                return tr("An address begins with https:// or http:// and has neither spaces nor a password in it.")
        if key:
            try:
                trusted_key(key)
            except CatalogueError:
                return tr("This is not a public key: it is one line that begins with RW.")
            if self._kind() is Kind.OGC_API:
                return tr("A server (OGC API) is not signed: leave the key empty.")
        return ""

    # the test

    def _test_or_cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()
            return
        task = self._task = ProbeTask(self.source())
        task.ended.connect(lambda ending: self._tested(task, ending))
        self._show_testing(True)
        self.result.setText(tr("Looking…"))
        start(task)

    def _show_testing(self, on: bool) -> None:
        self.progress.setVisible(on)
        self.test.setText(tr("Cancel") if on else tr("Test"))
        self.collections.hide()

    def _tested(self, task: ProbeTask, ending: Ending) -> None:
        self._task = None
        self._show_testing(False)
        if task.probe is None:
            self.result.setText(tr("Cancelled.") if ending.cancelled else reason_of(ending))
            return
        self.result.setText(probe_text(task.probe, here_and_now().astimezone(timezone.utc)))
        if task.probe.title and not self.title.text().strip():
            self.title.setText(task.probe.title)
        if task.probe.collections:
            self.collections.clear()
            for address, title in task.probe.collections:
                self.collections.addItem(title, address)
            self.collections.setCurrentIndex(-1)
            self.collections.show()

    def _choose_collection(self, place: int) -> None:
        self.address.setText(self.collections.itemData(place))
        self.title.setText(self.collections.itemText(place))
        self._test_or_cancel()

    def done(self, result: int) -> None:
        """Stop looking, then close."""
        if self._task is not None:
            self._task.ended.disconnect()
            self._task.cancel()
            self._task = None
        super().done(result)


def kinds() -> tuple[tuple[Kind, str], ...]:
    """Kinds of catalogue, in words."""
    return (
        (Kind.STATIC, tr("Catalogue on a web site (static files)")),
        (Kind.OGC_API, tr("Server OGC API – Records (pygeoapi, pycsw…)")),
        (Kind.FOLDER, tr("Folder, network drive")),
    )


def kind_of(address: str) -> Kind:
    """Kind that an address looks like."""
    text = address.strip().lower()
    if text and "://" not in text and not "https://".startswith(text) and not "http://".startswith(text):
        return Kind.FOLDER
    return Kind.OGC_API if "/collections/" in text or text.rstrip("/").endswith("/collections") else Kind.STATIC
