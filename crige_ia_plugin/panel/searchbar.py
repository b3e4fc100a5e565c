"""The search line: tells what was typed once fingers rest."""

from __future__ import annotations

from qgis.PyQt.QtCore import QEvent, QObject, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import QLineEdit, QWidget

from ..translation import tr
from . import icons

PAUSE = 80
"""Milliseconds without a key after which a search starts: less than one notices, more than a fast typist's pause."""


class SearchLine(QLineEdit):
    """One line; the down arrow goes to the results, Enter searches at once."""

    settled = pyqtSignal(str)
    goneDown = pyqtSignal()  # noqa: N815 - Qt's way
    entered = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(tr("Search (“pedestrian crossing”, LiDAR…)"))
        self.setAccessibleName(tr("Search the resources"))
        self.setClearButtonEnabled(True)
        self.setMaxLength(400)
        self._icon = self.addAction(icons.icon("search", self), QLineEdit.ActionPosition.LeadingPosition)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self._settle)
        self.textEdited.connect(lambda _: self._timer.start())
        self.textChanged.connect(lambda text: None if text else self._settle())
        self.installEventFilter(self)

    def refresh_icons(self) -> None:
        """Draw the icon in the colours of the theme."""
        self._icon.setIcon(icons.icon("search", self))

    def show_text(self, text: str) -> None:
        """Show a text that is already being searched."""
        if text != self.text() and not self._timer.isActive():
            self.setText(text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Give the arrows and Enter their meaning."""
        if watched is self and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Down:
                self._settle()
                self.goneDown.emit()
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._settle()
                self.entered.emit()
                return True
        return super().eventFilter(watched, event)

    def _settle(self) -> None:
        self._timer.stop()
        self.settled.emit(self.text())
