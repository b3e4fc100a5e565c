"""Fields of a form that fits in a narrow window: each label above its field, what is wrong under it."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtCore import QRegularExpression, Qt
from qgis.PyQt.QtGui import QRegularExpressionValidator, QResizeEvent
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ..labels import fitting
from ..plain import caption, tip

_NUMBER = r"[+-]?[0-9]{0,18}([.,][0-9]{0,18})?"
_COUNT = r"[0-9]{0,18}"


class Note(QLabel):
    """What is wrong with a field, in sentences; nothing at all when all is well."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        fitting(self)
        self.hide()

    def say(self, wrong: Sequence[str], to_complete: Sequence[str] = ()) -> None:
        """Show sentences, each with a mark: colour alone would tell nothing to some.

        Args:
            wrong: What keeps the draft from leaving.
            to_complete: What its readers will miss.
        """
        self.setText("\n".join([*(f"✘ {text}" for text in wrong), *(f"△ {text}" for text in to_complete)]))
        self.setVisible(bool(wrong or to_complete))


class FittingCheck(QCheckBox):
    """A check box whose label is cut where room ends."""

    def __init__(self, label: str, hint: str = "") -> None:
        super().__init__(caption(label))
        self._label = label
        self.setAccessibleName(label)
        self.setAccessibleDescription(hint)
        self.setToolTip(tip("\n".join(part for part in (label, hint) if part)))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Cut the label where room ends."""
        super().resizeEvent(event)
        room = event.size().width() - 2 * self.fontMetrics().height()
        self.setText(caption(self.fontMetrics().elidedText(self._label, Qt.TextElideMode.ElideRight, room)))


class Page(QScrollArea):
    """One step of a form: fields one under the other.

    Attributes:
        title: Its name among the steps.
        notes: What is wrong, by what it is about (``Problem.about``).
        fields: Widget to go to, by what it is about.
    """

    def __init__(self, title: str) -> None:
        super().__init__()
        self.title = title
        self.notes: dict[str, Note] = {}
        self.fields: dict[str, QWidget] = {}
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(title)
        inside = QWidget()
        self.column = QVBoxLayout(inside)
        self.column.setContentsMargins(4, 4, 8, 8)
        self.column.setSpacing(3)
        self.column.addStretch(1)
        self.setWidget(inside)
        inside.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)

    def put(self, widget: QWidget) -> None:
        """Add a widget under the others."""
        self.column.insertWidget(self.column.count() - 1, widget)

    def ask(self, words: str, widget: QWidget, about: str = "", hint: str = "") -> None:
        """Add a field with its label above, and the place of what is wrong with it under.

        Args:
            words: The label.
            widget: The field.
            about: What its problems are about; empty when it shares those of another field.
            hint: What to write there.
        """
        label = fitting(QLabel(caption(words)))
        label.setBuddy(widget)
        label.setContentsMargins(0, 6, 0, 0)
        self.put(label)
        widget.setAccessibleName(words)
        if hint:
            widget.setToolTip(tip(hint))
            widget.setAccessibleDescription(hint)
        self.put(widget)
        if about:
            self.mark(about, widget)

    def mark(self, about: str, widget: QWidget) -> None:
        """Put here what is wrong about something; ``widget`` is where to go to put it right."""
        self.notes[about], self.fields[about] = Note(), widget
        self.put(self.notes[about])

    def go_to(self, about: str) -> None:
        """Bring a field into sight and give it the focus."""
        widget = self.fields.get(about)
        if widget is not None:
            self.ensureWidgetVisible(widget)
            widget.setFocus()


def line(placeholder: str = "") -> QLineEdit:
    """A line of text."""
    edit = QLineEdit()
    edit.setPlaceholderText(placeholder)
    return edit


def put_text(edit: QLineEdit, text: str) -> None:
    """Write a text, and show it from its beginning."""
    edit.setText(text)
    edit.setCursorPosition(0)


def number_line(whole: bool = False) -> QLineEdit:
    """A line that takes a number only, with a comma or a point."""
    edit = QLineEdit()
    edit.setValidator(QRegularExpressionValidator(QRegularExpression(_COUNT if whole else _NUMBER), edit))
    return edit


def number_of(text: str) -> float | None:
    """The number of such a line, None when there is none."""
    try:
        return float(text.strip().replace(",", "."))
    except ValueError:
        return None


def shown_number(value: float | None) -> str:
    """A number as such a line takes it: as short as it is exact."""
    if value is None:
        return ""
    text = f"{value:.17g}" if float(f"{value:.12g}") != value else f"{value:.12g}"
    return text if "e" not in text else f"{value:.18f}".rstrip("0").rstrip(".")


def area(lines: int = 4) -> QPlainTextEdit:
    """A text of several lines; Tab goes to the next field."""
    edit = QPlainTextEdit()
    edit.setTabChangesFocus(True)
    edit.setFixedHeight(lines * edit.fontMetrics().lineSpacing() + 12)
    return edit


def choice(choices: Sequence[tuple[str, str]], editable: bool = False) -> QComboBox:
    """A list to choose from, or to complete.

    Args:
        choices: Values and their words.
        editable: Whether another value may be typed.
    """
    box = QComboBox()
    box.setEditable(editable)
    box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    for value, words in choices:
        box.addItem(words, value)
    box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
    return box


def chosen(box: QComboBox) -> str:
    """Value that is chosen, or typed."""
    if box.isEditable() and box.currentText() != box.itemText(box.currentIndex()):
        return box.currentText().strip()
    return str(box.currentData() or "")


def choose(box: QComboBox, value: str) -> None:
    """Choose a value; one that the list does not have is added to it, or typed."""
    place = box.findData(value)
    if place < 0 and box.isEditable():
        box.setEditText(value)
        return
    if place < 0:
        box.addItem(value, value)
        place = box.count() - 1
    box.setCurrentIndex(place)
