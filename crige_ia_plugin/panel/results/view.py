"""The list of results: mouse and keyboard."""

from __future__ import annotations

from qgis.PyQt.QtCore import QEvent, QModelIndex, Qt, pyqtSignal
from qgis.PyQt.QtGui import QDrag, QHelpEvent, QKeyEvent, QMouseEvent
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
)

from ...translation import tr
from .. import icons
from ..plain import tip
from .delegate import ActionIcon, ResultDelegate
from .model import ResultsModel


class ResultsView(QTableView):
    """Arrows move, Enter opens the detail, Ctrl+Enter does the primary action; so does a click on its button.

    A table of one column: its rows have a height without being laid out, so that 100,000 results are there at once; a
    list lays them out one by one, for 150 ms.
    """

    opened = pyqtSignal(int)
    acted = pyqtSignal(int)
    moved = pyqtSignal(int)
    leftUp = pyqtSignal()  # noqa: N815 - Qt's way

    def __init__(self, model: ResultsModel, action_icon: ActionIcon, action_hint: ActionIcon) -> None:
        super().__init__()
        self._model = model
        self._action_icon = action_icon
        self._action_hint = action_hint
        self._delegate = ResultDelegate(action_icon)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self._look_like_a_list()
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setAccessibleName(tr("Resources found"))

    def _look_like_a_list(self) -> None:
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        for header, mode in (
            (self.horizontalHeader(), QHeaderView.ResizeMode.Stretch),
            (self.verticalHeader(), QHeaderView.ResizeMode.Fixed),
        ):
            header.hide()
            header.setMinimumSectionSize(1)
            header.setSectionResizeMode(mode)
        self._measure()

    def _measure(self) -> None:
        """Give every row the height of a card in the font of the moment."""
        option = QStyleOptionViewItem()
        option.font = self.font()
        self.verticalHeader().setDefaultSectionSize(self._delegate.sizeHint(option, QModelIndex()).height())

    def row(self, index: QModelIndex) -> int:
        """Row of the index behind a line of the list, -1 when there is none."""
        card = self._model.card(index.row()) if index.isValid() else None
        return card.row if card else -1

    def current_row(self) -> int:
        """Row of the index behind the current line."""
        return self.row(self.currentIndex())

    def go_to(self, row: int) -> bool:
        """Make a row of the index the current one, when it is in the list."""
        position = self._model.position(row)
        if position < 0:
            return False
        self.setCurrentIndex(self._model.index(position, 0))
        return True

    # what Qt tells

    def startDrag(self, supported: Qt.DropAction) -> None:  # noqa: N802 - Qt's name
        """Drag the layer of the current line; what is no layer is not dragged."""
        mime = self._model.mimeData([self.currentIndex()])
        if not mime.formats():
            return
        drag = QDrag(self)
        drag.setMimeData(mime)
        card = self._model.card(self.currentIndex().row())
        if card is not None:
            ink = self.palette().color(self.foregroundRole())
            side = icons.side(self.fontMetrics().height()).width() * 2
            drag.setPixmap(icons.pixmap(icons.kind_path(card.kind), ink, side, self.devicePixelRatioF()))
        drag.exec(Qt.DropAction.CopyAction)

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:  # noqa: N802 - Qt's name
        """Tell which line is the current one."""
        super().currentChanged(current, previous)
        self.moved.emit(self.row(current))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the font."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and self.model() is not None:
            self._measure()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Open, act, or go back up to the search line."""
        row = self.current_row()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and row >= 0:
            control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            (self.acted if control else self.opened).emit(row)
            event.accept()
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and self._model.rowCount():
            last = self._model.rowCount() - 1 if event.key() == Qt.Key.Key_End else 0
            self.setCurrentIndex(self._model.index(last, 0))
            event.accept()
        elif event.key() == Qt.Key.Key_Up and self.currentIndex().row() <= 0:
            self.leftUp.emit()
            event.accept()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Do the primary action when its button was clicked, otherwise open the detail."""
        index = self.indexAt(event.pos())
        pressed = index.isValid() and index == self.currentIndex()
        on_action = pressed and self._is_on_action(index, event)
        super().mouseReleaseEvent(event)
        if pressed and event.button() == Qt.MouseButton.LeftButton:
            (self.acted if on_action else self.opened).emit(self.row(index))

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802
        """Say what the primary action will do where its button is."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            index = self.indexAt(event.pos())
            if index.isValid() and self._is_on_action(index, event):
                QToolTip.showText(event.globalPos(), tip(self._action_hint(self.row(index))), self)
                return True
        return super().viewportEvent(event)

    def _is_on_action(self, index: QModelIndex, event: QMouseEvent | QHelpEvent) -> bool:
        place = self._delegate.action_rect(self.visualRect(index), self.font())
        return place.contains(event.pos()) and bool(self._action_icon(self.row(index)))
