"""Over the results: how many, in which order, which shelf; and what a theme is for when only one is looked at."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ...catalogue.index import Sort
from ...translation import tr
from .. import icons
from ..plain import caption, tip
from ..state import Shelf


class Choice(QToolButton):
    """A button that shows what is chosen, and the other choices in its menu.

    Args:
        name: What is chosen among, for the tooltip and screen readers.
        choices: Values and their words; the first one is the usual choice.
    """

    chosen = pyqtSignal(object)

    def __init__(self, name: str, choices: Sequence[tuple[Any, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._words = dict(choices)
        self.setAutoRaise(True)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolTip(tip(name))
        menu = QMenu(self)
        self._actions = {}
        for value, words in choices:
            action = menu.addAction(caption(words))
            action.setCheckable(True)
            action.triggered.connect(lambda _, value=value: self.chosen.emit(value))
            self._actions[value] = action
        self.setMenu(menu)

    def show_choice(self, value: Any) -> None:
        """Show what is chosen."""
        for choice, action in self._actions.items():
            action.setChecked(choice == value)
        self.setText(caption(self._words[value]))
        self.setAccessibleName(f"{self._name}: {self._words[value]}")


class ResultsBar(QWidget):
    """Count, shelf and sort."""

    sortChosen = pyqtSignal(object)  # noqa: N815 - Qt's way
    shelfChosen = pyqtSignal(object)  # noqa: N815

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.count = QLabel(self)
        self.count.setTextFormat(Qt.TextFormat.PlainText)
        self.count.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        sorts = ((Sort.RELEVANCE, tr("Relevance")), (Sort.DATE, tr("Date")), (Sort.TITLE, tr("Title")))
        shelves = (
            (Shelf.ALL, tr("All")),
            (Shelf.FAVOURITES, tr("Favourites")),
            (Shelf.RECENT, tr("Recent")),
            (Shelf.INSTALLED, tr("Installed")),
        )
        self.sort = Choice(tr("Order of the results"), sorts, self)
        self.shelf = Choice(tr("Which resources"), shelves, self)
        self.sort.chosen.connect(self.sortChosen)
        self.shelf.chosen.connect(self.shelfChosen)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.count, 1)
        layout.addWidget(self.shelf)
        layout.addWidget(self.sort)

    def show_count(self, count: int, sort: Sort, shelf: Shelf) -> None:
        """Say how many were found, and in which order they stand."""
        text = tr("%n resource(s)", n=count)
        self.count.setText(text)
        self.count.setToolTip(text)
        self.sort.show_choice(sort)
        self.shelf.show_choice(shelf)


class ThemeNote(QWidget):
    """What a theme is for and what is missing, folded until asked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = ""
        self.heading = QToolButton(self)
        self.heading.setAutoRaise(True)
        self.heading.setCheckable(True)
        self.heading.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.heading.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.heading.toggled.connect(self._fold)
        self.text = QLabel(self)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.text.setSizePolicy(policy)
        self.text.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.heading)
        layout.addWidget(self.text)
        self.hide()

    def show_theme(self, name: str, purpose: str, missing: str) -> None:
        """Show a theme; an empty name hides the note."""
        self.setVisible(bool(name and (purpose or missing)))
        if name == self._name:
            return
        self._name = name
        self.heading.setText(caption(tr("About the theme “{theme}”").format(theme=name)))
        lacking = tr("What is missing: {missing}").format(missing=missing) if missing else ""
        self.text.setText("\n\n".join(part for part in (purpose, lacking) if part))
        self.heading.setChecked(False)
        self.refresh_icons()

    def refresh_icons(self) -> None:
        """Draw the arrow in the colours of the theme of QGIS."""
        self.heading.setIcon(icons.icon("down" if self.heading.isChecked() else "right", self.heading))

    def _fold(self, on: bool) -> None:
        self.text.setVisible(on)
        self.refresh_icons()
