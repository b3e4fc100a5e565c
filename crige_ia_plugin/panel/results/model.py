"""The results as a Qt model: any number of rows, whose cards are read when they come into sight."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Collection
from enum import IntEnum
from typing import Any, Callable

import numpy as np
import numpy.typing as npt
from qgis.PyQt.QtCore import QAbstractListModel, QMimeData, QModelIndex, QObject, Qt

from ..centre import Centre
from ..plain import tip
from .card import Card

PAGE = 64
"""Cards read at once."""

MAX_PAGES = 64
"""Pages kept; scrolling further forgets the oldest."""

MimeOf = Callable[[int], "QMimeData | None"]


class Role(IntEnum):
    """What the model gives beside Qt's own roles."""

    CARD = 257  # Qt.ItemDataRole.UserRole + 1
    FAVOURITE = 258


class ResultsModel(QAbstractListModel):
    """Rows of the index, in the order found."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._centre: Centre | None = None
        self._rows: npt.NDArray[np.int32] = np.zeros(0, dtype=np.int32)
        self._pages: OrderedDict[int, list[Card]] = OrderedDict()
        self._favourites: frozenset[int] = frozenset()
        self._first: tuple[str, ...] = ()
        self.mime_of: MimeOf | None = None

    def show(self, centre: Centre | None, rows: npt.NDArray[np.int32], first: Collection[str] = ()) -> None:
        """Show these rows of the index; the badges of themes in ``first`` come first."""
        self.beginResetModel()
        self._first = tuple(first)
        self._centre = centre
        self._rows = rows if centre is not None else rows[:0]
        self._pages.clear()
        self.endResetModel()

    def set_favourites(self, favourites: frozenset[int]) -> None:
        """Say which rows of the index have a star."""
        self._favourites = favourites
        self._tell_change()

    def forget_cards(self) -> None:
        """Read the cards again: what they say of a resource has changed."""
        self._pages.clear()
        self._tell_change()

    def _tell_change(self) -> None:
        if len(self._rows):
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, 0))

    def card(self, position: int) -> Card | None:
        """Card at a position of the list."""
        if self._centre is None or not 0 <= position < len(self._rows):
            return None
        page, place = divmod(position, PAGE)
        cards = self._pages.get(page)
        if cards is None:
            cards = self._pages[page] = self._centre.cards(self._rows[page * PAGE : (page + 1) * PAGE], self._first)
            while len(self._pages) > MAX_PAGES:
                self._pages.popitem(last=False)
        else:
            self._pages.move_to_end(page)
        return cards[place] if place < len(cards) else None

    def position(self, row: int) -> int:
        """Where a row of the index stands in the list, -1 when it is not there."""
        found = np.flatnonzero(self._rows == row)
        return int(found[0]) if len(found) else -1

    # what Qt asks

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's signature
        """Return how many results there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a view shows, or tells aloud, of a result."""
        card = self.card(index.row()) if index.isValid() else None
        if card is None:
            return None
        if role == Role.CARD:
            return card
        if role == Role.FAVOURITE:
            return card.row in self._favourites
        if role == Qt.ItemDataRole.DisplayRole:
            return card.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return card.spoken()
        if role == Qt.ItemDataRole.ToolTipRole:
            hints = [badge.hint for badge in card.badges if badge.hint]
            return tip("\n".join([card.title, card.byline, *hints]))
        return None

    def flags(self, index: QModelIndex) -> Qt.ItemFlag:
        """Return what can be done with a result: it may be dragged onto the map."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() and self.mime_of else flags

    def mimeData(self, indexes: list[QModelIndex]) -> QMimeData:  # noqa: N802 - Qt's name
        """Return what is dragged: the layer of a data resource."""
        card = self.card(indexes[0].row()) if indexes else None
        mime = self.mime_of(card.row) if card and self.mime_of else None
        return mime if mime is not None else QMimeData()
