"""What is installed on this computer, in the options: those that no catalogue has any more too."""

from __future__ import annotations

from typing import Callable

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...catalogue.store import Installed
from ...installs import RemoveTask
from ...tasks import Ending, start
from ...translation import tr
from .. import places
from ..installing import user_of
from ..labels import fitting
from ..opening import reason_of
from .moments import day

_PLACE = Qt.ItemDataRole.UserRole


class InstalledBox(QWidget):
    """Lists what is installed, and removes it at once when asked.

    Args:
        changed: Called after something was removed.
    """

    def __init__(self, changed: Callable[[bool], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._changed = changed
        self._installed: list[Installed] = []
        self._task: RemoveTask | None = None
        self.list = QTreeWidget()
        self.list.setHeaderLabels([tr("Resource"), tr("Version"), tr("Installed on")])
        self.list.setRootIsDecorated(False)
        self.list.setAccessibleName(tr("Installed resources"))
        self.list.setMaximumHeight(8 * self.fontMetrics().height())
        header = self.list.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.remove = QPushButton(tr("Uninstall"))
        self.remove.clicked.connect(self._remove)
        self.list.currentItemChanged.connect(lambda *_: self._show_what_can_be_done())
        self.words = fitting(QLabel())
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        line = QHBoxLayout()
        line.addWidget(self.list, 1)
        line.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(line)
        layout.addWidget(self.words)
        self.fill()

    def fill(self) -> None:
        """List what is installed."""
        self._installed = list(places.store().installed())
        self.list.clear()
        for place, item in enumerate(self._installed):
            row = QTreeWidgetItem(self.list, [item.title, item.version, day(item.date)])
            row.setData(0, _PLACE, place)
            row.setToolTip(0, item.id)
        self.list.setVisible(bool(self._installed))
        self.remove.setVisible(bool(self._installed))
        if not self._installed:
            self.words.setText(tr("No resource is installed."))
        self._show_what_can_be_done()

    def _show_what_can_be_done(self) -> None:
        self.remove.setEnabled(self._task is None and self.list.currentItem() is not None)

    def _remove(self) -> None:
        row = self.list.currentItem()
        if row is None:
            return
        item = self._installed[row.data(0, _PLACE)]
        layer = user_of(item)
        if layer:
            text = tr("“{title}” is used by the layer “{layer}”: remove that layer from the project first.")
            self.words.setText(text.format(title=item.title, layer=layer))
            return
        task = self._task = RemoveTask(places.store(), [item])
        task.ended.connect(self._removed)
        self._show_what_can_be_done()
        start(task)

    def _removed(self, ending: Ending) -> None:
        self._task = None
        self.words.setText("" if ending.is_good else reason_of(ending))
        self.fill()
        self._changed(False)
