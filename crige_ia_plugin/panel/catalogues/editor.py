"""The list of the catalogues in the options: on or off, in which order, added, changed, removed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from qgis.PyQt.QtCore import QSize, Qt
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ...catalogue.problems import Problem
from ...catalogue.sources import Source
from ...messages import catalogue_problem
from ...settings import SOURCES
from ...translation import tr
from .. import icons, places
from ..centre import CatalogueNote
from ..labels import fitting
from ..plain import tip
from .directory_dialog import DirectoryDialog, imposed
from .moments import here_and_now
from .source_dialog import SourceDialog
from .standing import expiry, freshness, trouble, trouble_details, trust

_ID = Qt.ItemDataRole.UserRole


class CatalogueEditor(QGroupBox):
    """Edits the user's catalogues; nothing is kept before ``sources`` is asked for.

    Args:
        sources: Catalogues as they are.
        problems: What is wrong with those that were left out.
        notes: What is known of each, by id, the one that ships included.
        parent: Widget it stands in.
    """

    def __init__(
        self,
        sources: Sequence[Source],
        problems: Sequence[Problem],
        notes: Mapping[str, CatalogueNote],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tr("Catalogues"), parent)
        self._sources = {source.id: source for source in sources}
        self._notes = notes
        self.is_imposed = SOURCES.is_imposed
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Catalogues"))
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setAlternatingRowColors(True)
        self.add = QPushButton(tr("Add…"))
        self.edit = QPushButton(tr("Change…"))
        self.remove = QPushButton(tr("Remove"))
        self.directory = QPushButton(tr("Other regions…"))
        self.up = _arrow("up", tr("Move up: the first catalogue that has a resource describes it"))
        self.down = _arrow("down", tr("Move down"))
        self.words = fitting(QLabel())
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self._lay_out(problems)
        self._fill(list(self._sources), "")
        self._connect()
        self._show_what_can_be_done()

    def sources(self) -> list[Source]:
        """The catalogues, in their order, on or off as ticked."""
        found = []
        for item in self._items():
            source = self._sources[item.data(_ID)]
            found.append(replace(source, enabled=item.checkState() == Qt.CheckState.Checked))
        return found

    # what it is made of

    def _lay_out(self, problems: Sequence[Problem]) -> None:
        side = QVBoxLayout()
        for button in (self.add, self.directory, self.edit, self.remove):
            side.addWidget(button)
        arrows = QHBoxLayout()
        arrows.addWidget(self.up)
        arrows.addWidget(self.down)
        arrows.addStretch(1)
        side.addLayout(arrows)
        side.addStretch(1)
        line = QHBoxLayout()
        line.addWidget(self.list, 1)
        line.addLayout(side)
        layout = QVBoxLayout(self)
        layout.addLayout(line)
        layout.addWidget(self.words)
        said = [imposed(SOURCES.variable)] if self.is_imposed else []
        left_out = tr("A catalogue was left out: {why}")
        said += [left_out.format(why=catalogue_problem(problem)) for problem in problems]
        self.words.setText("\n".join(said))
        self.words.setVisible(bool(said))
        self.list.setMinimumHeight(8 * self.fontMetrics().height())

    def _connect(self) -> None:
        self.add.clicked.connect(self._add)
        self.edit.clicked.connect(self._edit)
        self.remove.clicked.connect(self._remove)
        self.directory.clicked.connect(self._choose_in_directory)
        self.up.clicked.connect(lambda: self._move(-1))
        self.down.clicked.connect(lambda: self._move(1))
        self.list.currentItemChanged.connect(lambda *_: self._show_what_can_be_done())
        self.list.itemDoubleClicked.connect(lambda _: self._edit())

    def _fill(self, order: Sequence[str], current: str) -> None:
        """List the catalogues again."""
        blocked = self.list.blockSignals(True)
        self.list.clear()
        if places.EMBEDDED_ID not in self._sources:
            self._add_embedded()
        for identifier in order:
            item = self._item(identifier)
            if identifier == current:
                self.list.setCurrentItem(item)
        self.list.blockSignals(blocked)
        self._show_what_can_be_done()

    def _add_embedded(self) -> None:
        note = self._notes[places.EMBEDDED_ID]
        item = QListWidgetItem(f"{note.title}\n{trust(note)}", self.list)
        item.setData(_ID, "")
        item.setCheckState(Qt.CheckState.Checked)
        item.setFlags(Qt.ItemFlag.ItemIsSelectable)
        item.setToolTip(tip(tr("It ships with the plugin and is always on.")))

    def _item(self, identifier: str) -> QListWidgetItem:
        source = self._sources[identifier]
        note = self._notes.get(identifier)
        lines = [source.title or (note.title if note else "") or source.location, source.location]
        hints = [source.location]
        if note and note.source == replace(source, enabled=note.source.enabled):
            now = here_and_now()
            lines[1] = " · ".join(part for part in (trust(note), freshness(note, now), expiry(note, now)) if part)
            hints += [trouble(note, now), trouble_details(note)]
            if note.state.problem:
                lines.append(trouble(note, now))
        elif source.public_key:
            lines.append(tr("signed: its key is checked when it is read"))
        item = QListWidgetItem("\n".join(lines), self.list)
        item.setData(_ID, identifier)
        item.setCheckState(Qt.CheckState.Checked if source.enabled else Qt.CheckState.Unchecked)
        item.setToolTip(tip("\n".join(hint for hint in hints if hint)))
        if note and note.state.problem:
            item.setIcon(icons.icon("warning", self.list))
        if self.is_imposed:
            item.setFlags(Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled)
        return item

    def _items(self) -> list[QListWidgetItem]:
        items = [self.list.item(number) for number in range(self.list.count())]
        return [item for item in items if item.data(_ID)]

    def _current(self) -> str:
        item = self.list.currentItem()
        return str(item.data(_ID)) if item is not None else ""

    def _show_what_can_be_done(self) -> None:
        order, current = [item.data(_ID) for item in self._items()], self._current()
        place = order.index(current) if current in order else -1
        for button in (self.add, self.directory):
            button.setEnabled(not self.is_imposed)
        for button in (self.edit, self.remove):
            button.setEnabled(not self.is_imposed and place >= 0)
        self.up.setEnabled(not self.is_imposed and place > 0)
        self.down.setEnabled(not self.is_imposed and 0 <= place < len(order) - 1)

    # what the user does

    def _add(self) -> None:
        dialog = SourceDialog(None, self._sources, self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self._put([dialog.source()])

    def _edit(self) -> None:
        identifier = self._current()
        if not identifier or self.is_imposed:
            return
        others = [name for name in self._sources if name != identifier]
        dialog = SourceDialog(self._sources[identifier], others, self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self._put([dialog.source()], instead_of=identifier)

    def _choose_in_directory(self) -> None:
        dialog = DirectoryDialog(list(self._sources.values()), self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self._put(dialog.chosen())

    def _remove(self) -> None:
        identifier = self._current()
        self._sources = {source.id: source for source in self.sources() if source.id != identifier}
        self._fill(list(self._sources), "")

    def _put(self, added: Sequence[Source], instead_of: str = "") -> None:
        """Add catalogues at the end, or one in the place of another."""
        if not added:
            return
        listed: list[Source] = []
        for source in self.sources():
            listed += added if source.id == instead_of else [source]
        if not instead_of:
            listed += added
        self._sources = {source.id: source for source in listed}
        self._fill(list(self._sources), added[-1].id)

    def _move(self, step: int) -> None:
        listed, current = self.sources(), self._current()
        place = next(number for number, source in enumerate(listed) if source.id == current)
        listed[place], listed[place + step] = listed[place + step], listed[place]
        self._sources = {source.id: source for source in listed}
        self._fill(list(self._sources), current)


def _arrow(name: str, hint: str) -> QToolButton:
    button = QToolButton()
    button.setIcon(icons.icon(name, button))
    button.setIconSize(QSize(16, 16))
    button.setToolTip(tip(hint))
    button.setAccessibleName(hint)
    return button
