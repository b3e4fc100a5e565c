"""The line at the bottom: how fresh the catalogues are, what is going on, what went wrong."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from qgis.PyQt.QtCore import QPoint, QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QIcon, QPainter, QPalette, QPixmap, QPolygon
from qgis.PyQt.QtWidgets import (
    QAction,
    QHBoxLayout,
    QMenu,
    QProgressBar,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ..translation import tr
from . import icons
from .colours import BLUE, GREEN, ORANGE, readable
from .plain import caption, tip


class Mood(Enum):
    """How things stand; each has its own shape, since colour is not enough."""

    READY = "ready"
    WAITING = "waiting"
    BUSY = "busy"
    OFFLINE = "offline"
    TROUBLE = "trouble"


@dataclass(frozen=True)
class Status:
    """What the line says.

    Attributes:
        text: One sentence.
        mood: Shape and colour before it.
        hint: More, for the tooltip.
        progress: Share done between 0 and 1, below 0 when it cannot be told; None when nothing is going on.
        can_refresh: Whether the refresh button does something.
    """

    text: str
    mood: Mood = Mood.READY
    hint: str = ""
    progress: float | None = None
    can_refresh: bool = False


class StatusLine(QWidget):
    """Status at the left (a click opens the sources), refresh or cancel at the right, a thin line under them."""

    sourcesAsked = pyqtSignal()  # noqa: N815 - Qt's way
    refreshAsked = pyqtSignal()  # noqa: N815
    cancelAsked = pyqtSignal()  # noqa: N815

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._status = Status("")
        self.text = QToolButton(self)
        self.text.setAutoRaise(True)
        self.text.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.text.setIconSize(QSize(10, 10))
        self.text.clicked.connect(self.sourcesAsked)
        self.button = QToolButton(self)
        self.button.setAutoRaise(True)
        self.button.clicked.connect(self._pressed)
        self.contribute = QToolButton(self)
        self.contribute.setAutoRaise(True)
        self.contribute.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.contribute.setToolTip(tip(tr("Contribute")))
        self.contribute.setAccessibleName(tr("Contribute"))
        self.contribute.hide()
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(3)
        self.bar.setAccessibleName(tr("Progress"))
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.text, 1)
        line.addWidget(self.contribute)
        line.addWidget(self.button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(line)
        layout.addWidget(self.bar)
        self._show()

    def show_status(self, status: Status) -> None:
        """Say how things stand."""
        if status != self._status:
            self._status = status
            self._show()

    def set_commands(self, commands: Sequence[QAction]) -> None:
        """Offer commands in a menu, beside the refresh button."""
        menu = QMenu(self.contribute)
        menu.addActions(commands)
        self.contribute.setMenu(menu)
        self.contribute.setVisible(bool(commands))

    def _show(self) -> None:
        status = self._status
        self.contribute.setIcon(icons.icon("contribute", self.contribute))
        busy = status.progress is not None
        self.text.setText(caption(status.text))
        self.text.setToolTip(tip("\n".join(part for part in (status.hint or status.text, _click_hint()) if part)))
        self.text.setAccessibleName(status.text)
        self.text.setAccessibleDescription(status.hint)
        self.text.setIcon(_shape(status.mood, self.palette()))
        self.button.setIcon(icons.icon("close" if busy else "refresh", self.button))
        words = tr("Cancel") if busy else tr("Refresh the catalogues")
        self.button.setToolTip(tip(words if busy or status.can_refresh else _no_refresh_hint()))
        self.button.setAccessibleName(words)
        self.button.setEnabled(busy or status.can_refresh)
        self.bar.setVisible(busy)
        if busy:
            self.bar.setRange(0, 0 if (status.progress or 0) < 0 else 1000)
            self.bar.setValue(max(0, round(1000 * (status.progress or 0))))

    def refresh_icons(self) -> None:
        """Draw the icons in the colours of the theme."""
        self._show()

    def _pressed(self) -> None:
        (self.refreshAsked if self._status.progress is None else self.cancelAsked).emit()


def _click_hint() -> str:
    return tr("Click to choose the catalogues.")


def _no_refresh_hint() -> str:
    return tr("No catalogue to refresh: the only one that is on ships with the plugin.")


def colour_of(mood: Mood, palette: QPalette) -> QColor:
    """Colour of a mood's shape, seen on the window's background."""
    ink, back = palette.color(QPalette.ColorRole.WindowText), palette.color(QPalette.ColorRole.Window)
    colours = {Mood.READY: GREEN, Mood.WAITING: BLUE, Mood.BUSY: BLUE, Mood.TROUBLE: ORANGE}
    return readable(colours.get(mood, ink), back, ink)


def _shape(mood: Mood, palette: QPalette) -> QIcon:
    """A disc when all is well, a ring when busy or waiting, a square offline, a triangle when something is wrong."""
    drawn = QPixmap(20, 20)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colour = colour_of(mood, palette)
    painter.setPen(colour)
    painter.setBrush(Qt.BrushStyle.NoBrush if mood in (Mood.BUSY, Mood.WAITING) else colour)
    if mood is Mood.TROUBLE:
        painter.drawPolygon(QPolygon([QPoint(10, 2), QPoint(19, 18), QPoint(1, 18)]))
    elif mood is Mood.OFFLINE:
        painter.drawRect(4, 4, 12, 12)
    else:
        painter.drawEllipse(3, 3, 14, 14)
    painter.end()
    drawn.setDevicePixelRatio(2.0)
    return QIcon(drawn)
