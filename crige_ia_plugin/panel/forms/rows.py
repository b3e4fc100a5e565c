"""A list of things with the same few fields each: authors, links, files, measures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from ...translation import tr
from ..labels import faint, fitting, tool
from ..plain import caption, tip
from ..wrapping import WrappingButton
from .fields import choice, choose, chosen, line, number_line, put_text


@dataclass(frozen=True)
class Cell:
    """One field of a row.

    Attributes:
        name: Its key in the values.
        label: What is asked.
        hint: What to write there.
        choices: Values and words, where it is chosen from a list.
        number: ``any`` or ``whole``, where it is a number.
        beside: Whether it stands at the right of the one before.
    """

    name: str
    label: str
    hint: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    number: str = ""
    beside: bool = False


class Row(QFrame):
    """One thing of the list.

    Attributes:
        widgets: Its fields by name.
    """

    changed = pyqtSignal()
    removeAsked = pyqtSignal()  # noqa: N815 - Qt's way
    extraAsked = pyqtSignal()  # noqa: N815

    def __init__(self, cells: Sequence[Cell], values: Mapping[str, str], remove: str, extra: str) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._values = dict(values)
        self.widgets: dict[str, QWidget] = {}
        self._said = faint("")
        self._said.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 4, 6, 6)
        layout.setSpacing(2)
        line = QHBoxLayout()
        for cell in cells:
            if not cell.beside:
                line = QHBoxLayout()
                layout.addLayout(line)
            line.addLayout(self._column(cell), 1)
        layout.addWidget(self._said)
        foot = QHBoxLayout()
        if extra:
            more = WrappingButton(extra, "folder")
            more.clicked.connect(self.extraAsked)
            foot.addWidget(more, 1)
        else:
            foot.addStretch(1)
        self.remove = tool("", "remove", remove)
        self.remove.clicked.connect(self.removeAsked)
        foot.addWidget(self.remove)
        layout.addLayout(foot)

    def values(self) -> dict[str, str]:
        """What the row holds, what was never shown included."""
        return {**self._values, **{name: _text(widget) for name, widget in self.widgets.items()}}

    def put(self, name: str, text: str) -> None:
        """Fill in a field."""
        widget = self.widgets[name]
        if isinstance(widget, QLineEdit):
            widget.setText(text)

    def say(self, text: str) -> None:
        """Say something under the fields."""
        self._said.setText(text)
        self._said.setVisible(bool(text))

    def _column(self, cell: Cell) -> QVBoxLayout:
        """A field with its label above."""
        widget = self._widget(cell)
        label = fitting(QLabel(caption(cell.label)))
        label.setBuddy(widget)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(label, 0, Qt.AlignmentFlag.AlignBottom)
        column.addWidget(widget, 0, Qt.AlignmentFlag.AlignBottom)
        return column

    def _widget(self, cell: Cell) -> QWidget:
        value = self._values.get(cell.name, "")
        if cell.choices:
            widget: QWidget = choice(cell.choices)
            choose(widget, value or cell.choices[0][0])
            widget.currentIndexChanged.connect(lambda _: self.changed.emit())
        else:
            widget = number_line(cell.number == "whole") if cell.number else line()
            put_text(widget, value)
            widget.textChanged.connect(lambda _: self.changed.emit())
        widget.setAccessibleName(cell.label)
        widget.setAccessibleDescription(cell.hint)
        widget.setToolTip(tip(cell.hint))
        self.widgets[cell.name] = widget
        return widget


class Rows(QWidget):
    """The list, and the button that adds to it.

    Args:
        cells: Fields of each.
        add: Words of the button that adds one.
        remove: Words of the buttons that remove one.
        extra: Words of one more button on each; empty for none.
    """

    changed = pyqtSignal()
    addAsked = pyqtSignal()  # noqa: N815 - Qt's way
    extraAsked = pyqtSignal(object)  # noqa: N815
    """The ``Row`` whose further button was pressed."""

    def __init__(self, cells: Sequence[Cell], add: str, remove: str, extra: str = "") -> None:
        super().__init__()
        self._cells, self._remove, self._extra = tuple(cells), remove, extra
        self.rows: list[Row] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.add = QPushButton(caption(add))
        self.add.clicked.connect(self.addAsked)
        self._column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self.setFocusProxy(self.add)

    def add_empty(self) -> None:
        """Add a row to fill in, and go there."""
        row = self.append({})
        next(iter(row.widgets.values())).setFocus()
        self.changed.emit()

    def append(self, values: Mapping[str, str]) -> Row:
        """Add a row."""
        row = Row(self._cells, values, self._remove, self._extra)
        row.changed.connect(self.changed)
        row.removeAsked.connect(lambda: self._take_away(row))
        row.extraAsked.connect(lambda: self.extraAsked.emit(row))
        self.rows.append(row)
        self._column.insertWidget(self._column.count() - 1, row)
        row.show()
        return row

    def values(self) -> list[dict[str, str]]:
        """What each row holds."""
        return [row.values() for row in self.rows]

    def fill(self, values: Sequence[Mapping[str, str]]) -> None:
        """Show these rows instead of the others."""
        for row in list(self.rows):
            self._drop(row)
        for item in values:
            self.append(item)

    def _take_away(self, row: Row) -> None:
        self._drop(row)
        self.add.setFocus()
        self.changed.emit()

    def _drop(self, row: Row) -> None:
        self.rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()


def _text(widget: QWidget) -> str:
    return chosen(widget) if isinstance(widget, QComboBox) else widget.text()


def yes_or_no() -> tuple[tuple[str, str], ...]:
    """Choices of a verdict that may not be given."""
    return (("", tr("not stated")), ("yes", tr("yes")), ("no", tr("no")))
