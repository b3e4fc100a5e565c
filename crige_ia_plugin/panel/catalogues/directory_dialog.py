"""The dialog that reads the signed directory of other regions' catalogues, and lets one tick some."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ...catalogue.sources import Source
from ...settings import DIRECTORY, DIRECTORY_KEY
from ...tasks import Ending, start
from ...translation import tr
from .. import places
from ..labels import fitting
from ..opening import reason_of
from ..plain import tip
from .probing import DirectoryTask

_PLACE = Qt.ItemDataRole.UserRole


class DirectoryDialog(QDialog):
    """Asks which catalogues of the directory to add.

    Args:
        known: Catalogues that are there already.
        parent: Window it stands in.
    """

    def __init__(self, known: Sequence[Source], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Catalogues of other regions"))
        self._known = {source.location for source in known} | {source.id for source in known}
        self._task: DirectoryTask | None = None
        self._listed: list[Source] = []
        self.address = QLineEdit(DIRECTORY.get())
        self.address.setPlaceholderText("https://…/catalogues.json")
        self.key = QLineEdit(DIRECTORY_KEY.get())
        self.key.setPlaceholderText("RW…")
        self.read = QPushButton(tr("Read the directory"))
        self.result = QLabel()
        self.result.setTextFormat(Qt.TextFormat.PlainText)
        self.list = QListWidget()
        for widget, words in (
            (self.address, tr("Address of the directory")),
            (self.key, tr("Public key of the directory")),
            (self.list, tr("Catalogues of the directory")),
        ):
            widget.setAccessibleName(words)
        standard = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(standard.Ok | standard.Cancel)
        self._lay_out()
        for field, setting in ((self.address, DIRECTORY), (self.key, DIRECTORY_KEY)):
            field.setReadOnly(setting.is_imposed)
            if setting.is_imposed:
                field.setToolTip(tip(imposed(setting.variable)))
            field.textChanged.connect(lambda _: self._check())
        self.read.clicked.connect(self._read_or_cancel)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._check()

    def chosen(self) -> list[Source]:
        """Catalogues that were ticked, turned on."""
        found = []
        for number in range(self.list.count()):
            item = self.list.item(number)
            if item.checkState() == Qt.CheckState.Checked and item.flags() & Qt.ItemFlag.ItemIsEnabled:
                found.append(replace(self._listed[item.data(_PLACE)], enabled=True))
        return found

    def accept(self) -> None:
        """Keep where the directory is, for the next time."""
        DIRECTORY.set(self.address.text().strip())
        DIRECTORY_KEY.set(self.key.text().strip())
        super().accept()

    def done(self, result: int) -> None:
        """Stop reading, then close."""
        if self._task is not None:
            self._task.ended.disconnect()
            self._task.cancel()
            self._task = None
        super().done(result)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.addRow(tr("Address of the directory"), self.address)
        form.addRow(tr("Public key of the directory"), self.key)
        line = QHBoxLayout()
        line.addWidget(self.read, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(fitting(self.result), 1)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addLayout(line)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.buttons)
        self.resize(560, 420)

    def _check(self) -> None:
        ready = self.address.text().strip().startswith("https://") and bool(self.key.text().strip())
        self.read.setEnabled(ready)
        if not ready:
            self.result.setText(tr("The directory has an address in https and the public key of whoever signs it."))
        elif not self._listed:
            self.result.setText("")

    def _read_or_cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()
            return
        task = self._task = DirectoryTask(self.address.text().strip(), self.key.text().strip())
        task.ended.connect(lambda ending: self._ended(task, ending))
        self.read.setText(tr("Cancel"))
        self.result.setText(tr("Reading the directory…"))
        start(task)

    def _ended(self, task: DirectoryTask, ending: Ending) -> None:
        self._task = None
        self.read.setText(tr("Read the directory"))
        if task.sources is None:
            self.result.setText(tr("Cancelled.") if ending.cancelled else reason_of(ending))
            return
        # Whoever takes the place of the catalogue that ships must sign what they publish.
        self._listed = [source for source in task.sources if source.public_key or source.id != places.EMBEDDED_ID]
        self.result.setText(tr("%n catalogue(s), signature verified: tick those to add.", n=len(self._listed)))
        self.list.clear()
        for place, source in enumerate(self._listed):
            self._add(place, source)

    def _add(self, place: int, source: Source) -> None:
        item = QListWidgetItem(f"{source.title}\n{source.location}", self.list)
        item.setData(_PLACE, place)
        known = source.id in self._known or source.location in self._known
        item.setCheckState(Qt.CheckState.Checked if known else Qt.CheckState.Unchecked)
        if known:
            item.setFlags(Qt.ItemFlag.NoItemFlags)
            item.setToolTip(tip(tr("This catalogue is there already.")))
        else:
            signed = tr("It is signed: its key comes with the directory.") if source.public_key else tr("Not signed.")
            item.setToolTip(tip(signed))


def imposed(variable: str) -> str:
    """Why a setting cannot be changed here."""
    return tr("Your organisation has chosen this (environment variable {name}).").format(name=variable)
