"""The filters: one section a facet, unfolding in place, with the count of every value."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QFrame, QLabel, QLineEdit, QScrollArea, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from ...catalogue.text import words
from ...translation import tr
from .. import icons
from ..centre import FacetWords, Value
from ..plain import caption, tip
from .checks import CountedCheck

FEW = 12
"""Values a section shows at once; beyond, it has a search line."""

UNFOLDED = ("theme",)
"""Facets whose section is open the first time."""


class FacetSection(QWidget):
    """One facet: a heading to unfold, then its values."""

    chosen = pyqtSignal(str, str, bool)
    unfolded = pyqtSignal(str, bool)

    def __init__(self, facet: FacetWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.facet = facet
        self._counts: Mapping[str, int] = {}
        self._on: Collection[str] = ()
        self._checks: dict[str, CountedCheck] = {}
        self._folded = {value.id: " ".join(words(value.label)) for value in facet.values}
        self.heading = QToolButton(self)
        self.heading.setCheckable(True)
        self.heading.setAutoRaise(True)
        self.heading.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.heading.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.heading.setToolTip(tip(facet.hint))
        font = self.heading.font()
        font.setBold(True)
        self.heading.setFont(font)
        self.heading.toggled.connect(self._unfold)
        self._body = QWidget(self)
        self._lines = QVBoxLayout(self._body)
        self._lines.setContentsMargins(18, 0, 0, 4)
        self._lines.setSpacing(0)
        self.search: QLineEdit | None = None
        self._more = QLabel(self._body)
        self._more.setTextFormat(Qt.TextFormat.PlainText)
        self._more.setWordWrap(True)
        self._more.setEnabled(False)
        if len(facet.values) > FEW:
            self._add_search()
        self._lines.addWidget(self._more)
        self._more.hide()
        self._body.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.heading)
        layout.addWidget(self._body)
        self._show_heading()

    def _add_search(self) -> None:
        self.search = QLineEdit(self._body)
        self.search.setClearButtonEnabled(True)
        self.search.setPlaceholderText(tr("Search in {facet}…").format(facet=self.facet.label))
        self.search.setAccessibleName(self.search.placeholderText())
        self.search.textChanged.connect(self._fill)
        self._lines.addWidget(self.search)

    def is_unfolded(self) -> bool:
        """Whether its values are shown."""
        return self.heading.isChecked()

    def set_unfolded(self, on: bool) -> None:
        """Show its values, or not."""
        self.heading.setChecked(on)

    def refresh_icons(self) -> None:
        """Draw the arrow in the colours of the theme."""
        self.heading.setIcon(icons.icon("down" if self.is_unfolded() else "right", self.heading))

    def show_counts(self, counts: Mapping[str, int], on: Collection[str]) -> None:
        """Show how many resources each value would give, and which values are chosen."""
        self._counts, self._on = counts, on
        self._show_heading()
        if self.is_unfolded():
            self._fill()

    def _unfold(self, on: bool) -> None:
        if on:
            self._fill()
        self._body.setVisible(on)
        self._show_heading()
        self.unfolded.emit(self.facet.name, on)

    def _show_heading(self) -> None:
        number = len(self._on)
        self.heading.setText(caption(f"{self.facet.label} ({number})" if number else self.facet.label))
        said = tr("{facet}: %n value(s) chosen", n=number).format(facet=self.facet.label)
        self.heading.setAccessibleName(said)
        self.refresh_icons()

    # values

    def _fill(self) -> None:
        """Show the values to be shown, reusing their boxes."""
        values = self._visible_values()
        wanted = [value.id for value in values]
        if wanted != [name for name in self._checks if not self._checks[name].isHidden()]:
            for check in self._checks.values():
                check.hide()
                self._lines.removeWidget(check)
            first = 1 if self.search else 0
            ordered = {}
            for number, value in enumerate(values):
                check = self._checks.pop(value.id, None) or self._make(value)
                self._lines.insertWidget(first + number, check)
                check.show()
                ordered[value.id] = check
            self._checks = {**ordered, **self._checks}
        for name in wanted:
            self._checks[name].set_state(self._counts.get(name, 0), name in self._on)
        hidden = len(self.facet.values) - len(values)
        self._more.setVisible(bool(hidden) and not (self.search and self.search.text().strip()))
        self._more.setText(tr("%n more: type to find them", n=hidden))

    def _visible_values(self) -> Sequence[Value]:
        values = self.facet.values
        if self.search is None:
            return values
        typed = words(self.search.text())
        if typed:
            found = [v for v in values if all(part in self._folded[v.id] for part in typed)]
            return found[: 4 * FEW]
        ranked = sorted(values, key=lambda value: (value.id not in self._on, -self._counts.get(value.id, 0)))
        return ranked[: max(FEW, len(self._on))]

    def _make(self, value: Value) -> CountedCheck:
        check = CountedCheck(value.label, value.hint, self._body)
        check.toggled.connect(lambda on: self.chosen.emit(self.facet.name, value.id, on))
        return check


class FacetPanel(QScrollArea):
    """All the filters, one under the other."""

    chosen = pyqtSignal(str, str, bool)
    foldingChanged = pyqtSignal()  # noqa: N815 - Qt's way

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("Filters"))
        self.sections: dict[str, FacetSection] = {}
        self._open: set[str] = set(UNFOLDED)

    def set_facets(self, facets: Sequence[FacetWords]) -> None:
        """Build a section for each facet; those that were open stay so."""
        inside = QWidget()
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(0, 0, 4, 0)
        layout.setSpacing(1)
        self.sections = {}
        for facet in facets:
            section = FacetSection(facet, inside)
            section.set_unfolded(facet.name in self._open)
            section.chosen.connect(self.chosen)
            section.unfolded.connect(self._remember)
            layout.addWidget(section)
            self.sections[facet.name] = section
        layout.addStretch(1)
        self.setWidget(inside)
        inside.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)

    def show_counts(self, counts: Mapping[str, Mapping[str, int]], filters: Mapping[str, Collection[str]]) -> None:
        """Show how things stand after a search."""
        for name, section in self.sections.items():
            section.show_counts(counts.get(name, {}), filters.get(name, ()))

    def refresh_icons(self) -> None:
        """Draw the arrows in the colours of the theme."""
        for section in self.sections.values():
            section.refresh_icons()

    def unfolded(self) -> list[str]:
        """Names of the facets whose section is open."""
        return sorted(self._open)

    def set_unfolded(self, names: Collection[str]) -> None:
        """Open these sections, fold the others."""
        self._open = set(names)
        for name, section in self.sections.items():
            section.set_unfolded(name in self._open)

    def _remember(self, name: str, on: bool) -> None:
        (self._open.add if on else self._open.discard)(name)
        self.foldingChanged.emit()
