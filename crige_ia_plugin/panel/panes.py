"""Filters, results and detail: one over the other in a narrow dock, side by side in a wide one."""

from __future__ import annotations

from qgis.PyQt.QtCore import QEvent, Qt, pyqtSignal
from qgis.PyQt.QtGui import QResizeEvent
from qgis.PyQt.QtWidgets import QSplitter, QVBoxLayout, QWidget

WIDE = 600
"""Width, in device-independent pixels, from which there are three columns."""


class Panes(QWidget):
    """Puts the parts of the panel where they fit.

    Narrow: filters unfold above the results; the detail takes the place of both. Wide: three columns.
    """

    wideChanged = pyqtSignal(bool)  # noqa: N815 - Qt's way
    themeChanged = pyqtSignal()  # noqa: N815

    def __init__(self, head: list[QWidget], facets: QWidget, results: QWidget, detail: QWidget, foot: QWidget) -> None:
        super().__init__()
        self._head = head
        self._facets, self._results, self._detail = facets, results, detail
        self.is_wide = False
        self._detail_asked = False
        self._filters_asked = {True: True, False: False}
        self._sizes: dict[bool, list[int]] = {}
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self.splitter.setChildrenCollapsible(False)
        for widget in (facets, results, detail):
            self.splitter.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 4, 4, 2)
        layout.setSpacing(4)
        for widget in head:
            layout.addWidget(widget)
        layout.addWidget(self.splitter, 1)
        layout.addWidget(foot)
        self._arrange()

    @property
    def shows_detail_alone(self) -> bool:
        """Whether the detail has taken the place of the list."""
        return self._detail_asked and not self.is_wide

    @property
    def shows_filters(self) -> bool:
        """Whether the filters are unfolded."""
        return self._filters_asked[self.is_wide]

    def show_filters(self, on: bool) -> None:
        """Unfold the filters, or fold them; remembered apart for each arrangement."""
        self._filters_asked[self.is_wide] = on
        self._arrange()

    def show_detail(self, on: bool) -> None:
        """Show the detail in the place of the list, where there is no room for both."""
        self._detail_asked = on
        self._arrange()

    # what is remembered

    def arrangement(self) -> dict[str, object]:
        """How it is arranged."""
        self._keep_sizes()
        return {
            "filters": [self._filters_asked[False], self._filters_asked[True]],
            "narrow": self._sizes.get(False),
            "wide": self._sizes.get(True),
        }

    def arrange(self, data: dict[str, object]) -> None:
        """Take back what ``arrangement`` gave."""
        filters = data.get("filters")
        if isinstance(filters, list) and len(filters) == 2:
            self._filters_asked = {False: filters[0] is True, True: filters[1] is True}
        for name, wide in (("narrow", False), ("wide", True)):
            sizes = data.get(name)
            if isinstance(sizes, list) and len(sizes) == 3 and all(isinstance(size, int) for size in sizes):
                self._sizes[wide] = sizes
        self._arrange()
        self._put_sizes()

    # what Qt tells

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Change arrangement where the width asks for it."""
        super().resizeEvent(event)
        wide = event.size().width() >= WIDE
        if wide != self.is_wide:
            self._keep_sizes()
            self.is_wide = wide
            self.splitter.setOrientation(Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical)
            self._arrange()
            self._put_sizes()
            self.wideChanged.emit(wide)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Tell when QGIS's theme changes."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self.themeChanged.emit()

    def _arrange(self) -> None:
        alone = self.shows_detail_alone
        for widget in self._head:
            widget.setVisible(not alone)
        self._facets.setVisible(self.shows_filters and not alone)
        self._results.setVisible(not alone)
        self._detail.setVisible(self.is_wide or alone)

    def _keep_sizes(self) -> None:
        if not self.shows_detail_alone and self.shows_filters and self.splitter.width() > 0:
            sizes = self.splitter.sizes()
            if sum(sizes) > 0:
                self._sizes[self.is_wide] = sizes

    def _put_sizes(self) -> None:
        default = [self.width() * 27 // 100, self.width() * 36 // 100, self.width() * 37 // 100]
        narrow = [self.height() // 2, self.height() // 2, self.height()]
        self.splitter.setSizes(self._sizes.get(self.is_wide, default if self.is_wide else narrow))
