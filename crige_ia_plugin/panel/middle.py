"""The middle of the panel: the list of what was found, or what stands in its place."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from .catalogues.overview import Overview
from .centre import Centre
from .notices import Notice, NoticeView
from .results.bar import ResultsBar, ThemeNote
from .results.model import ResultsModel
from .results.view import ActionIcon, ResultsView


class Middle(QWidget):
    """List, notice, or state of the catalogues; above them the count, and what a theme is for.

    Args:
        action_icon: Icon of the primary action of a row.
        action_hint: What it will do.
    """

    def __init__(self, action_icon: ActionIcon, action_hint: ActionIcon) -> None:
        super().__init__()
        self.bar = ResultsBar()
        self.theme = ThemeNote()
        self.model = ResultsModel()
        self.list = ResultsView(self.model, action_icon, action_hint)
        self.notice = NoticeView()
        self.overview = Overview()
        self.stack = QStackedWidget()
        for widget in (self.list, self.notice, self.overview):
            self.stack.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.bar)
        layout.addWidget(self.theme)
        layout.addWidget(self.stack, 1)

    @property
    def shows_overview(self) -> bool:
        """Whether the state of the catalogues is in the place of the list."""
        return self.stack.currentWidget() is self.overview

    def show_list(self, notice: Notice | None = None) -> None:
        """Show the list, or the notice that stands in its place."""
        if notice is not None:
            self.notice.show_notice(notice)
        self.stack.setCurrentWidget(self.notice if notice else self.list)
        self.bar.show()

    def show_overview(self) -> None:
        """Show the state of the catalogues, which has neither count nor theme."""
        self.stack.setCurrentWidget(self.overview)
        self.bar.hide()
        self.theme.hide()

    def show_theme(self, centre: Centre, themes: Sequence[str]) -> None:
        """Say what a theme is for, when it is the only one that is looked at."""
        term = centre.vocabulary.term("theme", themes[0]) if len(themes) == 1 else None
        if term is None:
            self.theme.show_theme("", "", "")
            return
        purpose, missing = (centre.said(term.page.get(part, {})) for part in ("purpose", "missing"))
        self.theme.show_theme(centre.said(term.labels), purpose, missing)

    def refresh_icons(self) -> None:
        """Draw the icons in the colours of the theme of QGIS."""
        for part in (self.theme, self.notice, self.overview):
            part.refresh_icons()
