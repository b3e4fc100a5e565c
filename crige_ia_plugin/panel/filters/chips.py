"""What is on, as chips: one click takes a filter off."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from qgis.PyQt.QtCore import QSize, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QSizePolicy, QToolButton, QWidget

from ...translation import tr
from .. import icons
from ..flow import FlowLayout
from ..plain import caption, shortened, tip

LONGEST = 26
"""Letters of a chip; its tooltip has the rest."""


@dataclass(frozen=True)
class Chip:
    """A filter that is on: its facet and value, and how both are called."""

    facet: str
    value: str
    facet_label: str
    label: str


class ChipBar(QWidget):
    """The button that unfolds the filters, a chip for each that is on, and “Clear all” from two on."""

    removed = pyqtSignal(str, str)
    cleared = pyqtSignal()
    filtersToggled = pyqtSignal(bool)  # noqa: N815 - Qt's way

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chips: list[QToolButton] = []
        self._shown: tuple[Chip, ...] = ()
        self._flow = FlowLayout(self)
        self.filters = QToolButton(self)
        self.filters.setCheckable(True)
        self.filters.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.filters.setToolTip(tip(tr("Unfold or fold the filters")))
        self.filters.toggled.connect(self.filtersToggled)
        self._flow.addWidget(self.filters)
        self.clear = QToolButton(self)
        self.clear.setAutoRaise(True)
        self.clear.setText(caption(tr("Clear all")))
        self.clear.setAccessibleName(tr("Clear all filters"))
        self.clear.clicked.connect(self.cleared)
        self.clear.hide()
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        policy.setVerticalPolicy(QSizePolicy.Policy.Minimum)
        self.setSizePolicy(policy)
        self.show_chips(())
        self.refresh_icons()

    def refresh_icons(self) -> None:
        """Draw the icons in the colours of the theme."""
        self.filters.setIcon(icons.icon("filter", self.filters))
        for chip in self._chips:
            chip.setIcon(icons.icon("close", chip))

    def show_chips(self, chips: Sequence[Chip]) -> None:
        """Show what is on."""
        self.filters.setText(caption(tr("Filters") + (f"  {len(chips)}" if chips else "")))
        self.filters.setAccessibleName(tr("Filters: %n on", n=len(chips)))
        if tuple(chips) == self._shown:
            return
        self._shown = tuple(chips)
        for button in self._chips:
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._flow.removeWidget(self.clear)
        self._chips = [self._button(chip) for chip in chips]
        self._flow.addWidget(self.clear)
        self.clear.setVisible(len(chips) > 1)
        self.updateGeometry()

    def _button(self, chip: Chip) -> QToolButton:
        button = QToolButton(self)
        button.setText(caption(shortened(chip.label, LONGEST)))
        button.setIcon(icons.icon("close", button))
        button.setIconSize(QSize(10, 10))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        text = tr("Remove the filter {facet}: {value}").format(facet=chip.facet_label, value=chip.label)
        button.setToolTip(tip(text))
        button.setAccessibleName(text)
        button.clicked.connect(lambda: self.removed.emit(chip.facet, chip.value))
        self._flow.addWidget(button)
        button.show()
        return button
