"""What stands in the place of the list when there is no list to show: each state with its own words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from ..translation import tr
from .plain import tip
from .wrapping import WrappingButton


@dataclass(frozen=True)
class Choice:
    """A way out of a notice: a code, the words of its button, and what will happen."""

    code: str
    label: str
    hint: str = ""
    icon: str = ""


@dataclass(frozen=True)
class Notice:
    """Why there is no list, and what to do about it."""

    title: str
    text: str
    choices: tuple[Choice, ...] = ()


def opening() -> Notice:
    """The index is being made, the first time or after a change."""
    return Notice(tr("Opening the catalogue…"), tr("Its index is being made, which is done once. QGIS stays usable."))


def broken(reason: str) -> Notice:
    """The index cannot be made."""
    text = tr("{reason}\nYour data and your project are not concerned.").format(reason=reason)
    return Notice(tr("The catalogue cannot be opened"), text, (Choice("retry", tr("Try again")),))


def first_run() -> Notice:
    """Three doors."""
    return Notice(
        tr("Welcome to the AI & geodata resource centre"),
        tr("Tools that run on your own data, datasets, methods and experience reports. The catalogue works offline."),
        (
            Choice(
                "demo", tr("Try it on the demonstration data"), tr("Opens the card of the demonstration town."), "run"
            ),
            Choice("path", tr("Understand AI in 30 minutes"), tr("A reading in six stops, for newcomers."), "read"),
            Choice("themes", tr("Browse the themes"), tr("Unfolds the themes of the working group."), "filter"),
        ),
    )


def nothing_found(text: str, suggestion: str, without: Mapping[str, tuple[str, int]]) -> Notice:
    """Nothing answers the query.

    Args:
        text: What was typed.
        suggestion: Another text that finds something, or nothing.
        without: For each facet with a filter, its label and how many resources there would be without it.
    """
    typed = text.strip()
    title = tr("No resource for “{text}”").format(text=typed) if typed else tr("No resource with these filters")
    choices = []
    if suggestion:
        choices.append(Choice("suggestion", tr("Try “{text}”?").format(text=suggestion), icon="search"))
    for facet, (label, count) in sorted(without.items(), key=lambda item: -item[1][1]):
        if count:
            words = tr("Without the filter {facet}: %n resource(s)", n=count).format(facet=label)
            choices.append(Choice(f"without:{facet}", words, icon="close"))
    choices.append(Choice("clear", tr("Clear all"), tr("Forget the text and the filters."), "close"))
    choices.append(Choice("need", tr("Tell of a need…"), tr("Opens a form of three fields."), "contribute"))
    return Notice(title, "", tuple(choices))


def no_favourites() -> Notice:
    """The shelf of favourites is empty."""
    text = tr("Put a star on a card to find it again here.")
    return Notice(tr("No favourites yet"), text, (Choice("clear", tr("Show all resources")),))


def no_recent() -> Notice:
    """Nothing was opened yet."""
    text = tr("The cards you open are listed here.")
    return Notice(tr("Nothing opened yet"), text, (Choice("clear", tr("Show all resources")),))


def nothing_installed() -> Notice:
    """Nothing is installed."""
    text = tr("Data, models and documents that you install are listed here; they need no network then.")
    return Notice(tr("Nothing installed yet"), text, (Choice("clear", tr("Show all resources")),))


class NoticeView(QScrollArea):
    """Shows a notice; says which way out was taken."""

    chosen = pyqtSignal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.notice: Notice | None = None
        self.buttons: dict[str, QPushButton] = {}
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_notice(self, notice: Notice) -> None:
        """Show a notice."""
        if notice == self.notice:
            return
        self.notice = notice
        self.setAccessibleName(notice.title)
        inside = QWidget()
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(8, 16, 8, 8)
        layout.setSpacing(8)
        title = _label(notice.title)
        font = title.font()
        font.setBold(True)
        title.setFont(font)
        layout.addWidget(title)
        if notice.text:
            layout.addWidget(_label(notice.text))
        self.buttons = {}
        for choice in notice.choices:
            layout.addWidget(self._button(choice))
        layout.addStretch(1)
        self.setWidget(inside)
        inside.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)

    def refresh_icons(self) -> None:
        """Draw the icons in the colours of the theme."""
        notice, self.notice = self.notice, None
        if notice:
            self.show_notice(notice)

    def _button(self, choice: Choice) -> QPushButton:
        button = WrappingButton(choice.label, choice.icon)
        button.setToolTip(tip(choice.hint))
        button.setAccessibleDescription(choice.hint)
        button.clicked.connect(lambda: self.chosen.emit(choice.code))
        self.buttons[choice.code] = button
        return button


def _label(text: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    label.setSizePolicy(policy)
    return label
