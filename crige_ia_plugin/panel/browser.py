"""The panel itself: search, filters, results and detail working together over one opened centre."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Callable

from qgis.PyQt.QtCore import QEvent, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QGuiApplication, QKeyEvent, QKeySequence

from ..catalogue.index import Results
from ..catalogue.problems import CatalogueError
from ..catalogue.record import safe_href
from . import notices
from .acting import Action, Refusal
from .centre import Centre, Subject
from .detail.page import page, problem_text
from .detail.view import DetailView
from .filters.chips import Chip, ChipBar
from .filters.facets import FacetPanel
from .middle import Middle
from .notices import Notice
from .panes import Panes
from .primaries import Primaries
from .searchbar import SearchLine
from .stars import Stars
from .state import Key, PanelState, Shelf
from .status import StatusLine

Today = Callable[[], str]


class Browser(Panes):
    """Everything inside the dock; it knows nothing of QGIS, and asks by signals for what QGIS does.

    Args:
        refusal: Why an action cannot be done now, empty when it can.
        today: The day, as an ISO date.
        asks_consent: Whether someone asks for consent before code is installed.
    """

    actionAsked = pyqtSignal(object, int)  # noqa: N815 - Qt's way
    linkAsked = pyqtSignal(str)  # noqa: N815
    correctionAsked = pyqtSignal(object, str)  # noqa: N815
    noticeChosen = pyqtSignal(str)  # noqa: N815
    left = pyqtSignal()

    def __init__(self, refusal: Refusal, today: Today, *, asks_consent: bool = False) -> None:
        self.state = PanelState()
        self.centre: Centre | None = None
        self.results: Results | None = None
        self._today, self._asks_consent = today, asks_consent
        self._welcomed = False
        self.stars = Stars(self.state)
        self.primaries = Primaries(self._subject, refusal)
        self.search = SearchLine()
        self.chips = ChipBar()
        self.facets = FacetPanel()
        self.middle = Middle(self.primaries.icon, self.primaries.hint)
        self.bar, self.theme, self.stack = self.middle.bar, self.middle.theme, self.middle.stack
        self.model, self.list = self.middle.model, self.middle.list
        self.notice, self.overview = self.middle.notice, self.middle.overview
        self.detail = DetailView(refusal)
        self.status = StatusLine()
        super().__init__([self.search, self.chips], self.facets, self.middle, self.detail, self.status)
        self._follow = QTimer(self)
        self._follow.setSingleShot(True)
        self._follow.setInterval(60)
        self._connect()
        self.show_notice(notices.opening())

    def _connect(self) -> None:
        self.state.queryChanged.connect(self._search_again)
        self.state.marksChanged.connect(self._show_marks)
        self.search.settled.connect(self._searched)
        self.search.goneDown.connect(self._go_to_list)
        self.search.entered.connect(self._go_to_list)
        self.chips.filtersToggled.connect(self.show_filters)
        self.chips.removed.connect(lambda facet, value: self.state.set_value(facet, value, False))
        self.chips.cleared.connect(self.state.clear_filters)
        self.facets.chosen.connect(self.state.set_value)
        self.bar.sortChosen.connect(self.state.set_sort)
        self.bar.shelfChosen.connect(self.state.set_shelf)
        self.list.opened.connect(self.open_row)
        self.list.acted.connect(self.act_on_row)
        self.list.moved.connect(lambda _: self._follow.start() if self.is_wide else None)
        self.list.leftUp.connect(self.search.setFocus)
        self._follow.timeout.connect(self._follow_current)
        self.notice.chosen.connect(self._take)
        self.overview.backAsked.connect(self.step_back)
        self.overview.installedAsked.connect(lambda: self.state.set_shelf(Shelf.INSTALLED))
        self.detail.backAsked.connect(self.step_back)
        self.detail.actionAsked.connect(self._act_on_page)
        self.detail.resourceAsked.connect(self.open_key)
        self.detail.linkAsked.connect(self._open_link)
        self.detail.correctionAsked.connect(self.correctionAsked)
        self.detail.favouriteAsked.connect(self._mark)
        self.detail.citationAsked.connect(QGuiApplication.clipboard().setText)
        self.wideChanged.connect(self._widened)
        self.themeChanged.connect(self.refresh_icons)

    # the centre

    def set_centre(self, centre: Centre | None) -> None:
        """Show another centre, or another state of the same; what is asked and shown stays."""
        self.centre = centre
        self.primaries.forget()
        self.stars.set_centre(centre)
        if centre is None:
            self.overview.forget()
        self.state.installed = centre.holdings.keys() if centre and centre.holdings else ()
        self.facets.set_facets(centre.facets if centre else [])
        self.refresh()
        self._show_marks()
        if centre is not None and self.state.selected:
            row = centre.find(self.state.selected)
            if row is not None:
                self.list.go_to(row)
                self._show_page(row)

    def show_notice(self, notice: Notice) -> None:
        """Show a notice in the place of the list."""
        self.middle.show_list(notice)

    @property
    def shows_overview(self) -> bool:
        """Whether the state of the catalogues is in the place of the list."""
        return self.middle.shows_overview

    def show_overview(self, now: datetime, *, can_refresh: bool, trouble: str = "") -> None:
        """Show how the catalogues stand, in the place of the list."""
        if self.centre is not None:
            self.overview.show_catalogues(self.centre, now, can_refresh, trouble)
            self.show_detail(False)
            self.middle.show_overview()

    def show_holdings(self) -> None:
        """Show again what says whether a resource is installed."""
        if self.centre is None:
            return
        self.primaries.forget()
        self.state.installed = self.centre.holdings.keys() if self.centre.holdings else ()
        if self.state.shelf is Shelf.INSTALLED:
            self.refresh()
        self.model.forget_cards()
        self.show_page_again()

    def show_page_again(self) -> None:
        """Show the same page as it is now."""
        row = self.centre.find(self.detail.page.key) if self.centre and self.detail.page else None
        if row is not None:
            self.detail.keep_place(lambda: self._show_page(row))

    def show_refusals(self) -> None:
        """Grey what cannot be done now, and what can no longer be done."""
        self.detail.refresh_icons()
        self.list.viewport().update()

    # searching

    def _search_again(self) -> None:
        """Search, and go to the list from wherever one was."""
        if self.shows_overview:
            self.middle.show_list()
        self.refresh()

    def refresh(self) -> None:
        """Search again and show what is found."""
        self.search.show_text(self.state.text)
        if self.centre is None:
            return
        current = self.list.current_row()
        self.results = results = self.centre.search(self.state.query())
        self.model.show(self.centre, results.rows, self.state.filters.get("theme", ()))
        self.list.go_to(current)
        self.chips.show_chips(self._chips())
        self.facets.show_counts(results.counts, self.state.filters)
        self.bar.show_count(len(results), self.state.sort, self.state.shelf)
        if not self.shows_overview:
            self._show_results(results)

    def _show_results(self, results: Results) -> None:
        self.middle.show_list(self._notice(results))
        if self.centre is not None:
            self.middle.show_theme(self.centre, self.state.filters.get("theme", ()))

    def _searched(self, text: str) -> None:
        if text.strip():
            self._welcomed = True
        self.state.set_text(text)

    def _notice(self, results: Results) -> Notice | None:
        """What to show in the place of the list, if anything."""
        if not self._welcomed and self.state.is_at_rest:
            return notices.first_run()
        if len(results) or self.centre is None:
            return None
        if self.state.shelf is Shelf.FAVOURITES and not self.state.favourites:
            return notices.no_favourites()
        if self.state.shelf is Shelf.RECENT and not self.state.recent:
            return notices.no_recent()
        if self.state.shelf is Shelf.INSTALLED and not self.state.installed:
            return notices.nothing_installed()
        words = self.centre.vocabulary
        without = {
            facet: (words.facet_label(facet, self.centre.language), count) for facet, count in results.without.items()
        }
        return notices.nothing_found(self.state.text, results.suggestion, without)

    def _chips(self) -> Sequence[Chip]:
        centre = self.centre
        if centre is None:
            return ()
        return [
            Chip(facet, value, centre.vocabulary.facet_label(facet, centre.language), centre.label(facet, value))
            for facet, value in self.state.chosen()
        ]

    # ways out of a notice

    def _take(self, code: str) -> None:
        """Do what a notice proposed."""
        self._welcomed = True
        if code == "suggestion" and self.results is not None:
            self.state.set_text(self.results.suggestion)
        elif code.startswith("without:"):
            self.state.clear_facet(code[len("without:") :])
        elif code == "clear":
            self.state.clear_all()
        elif code == "themes":
            self.facets.set_unfolded(["theme"])
            self.show_filters(True)
        elif code in ("demo", "path"):
            self._open_first(code)
        self.refresh()
        self.noticeChosen.emit(code)

    def _open_first(self, code: str) -> None:
        """Open the card of the demonstration data, or of the first reading."""
        wanted = {"demo": "jeu-de-demonstration", "path": "comprendre-l-ia-en-30-minutes"}[code]
        names = self.centre.catalogues if self.centre else ()
        for catalogue in names:
            if self.centre and self.centre.find((catalogue, wanted)) is not None:
                self.open_key((catalogue, wanted))
                return

    # one resource

    def open_row(self, row: int) -> None:
        """Show the detail of a row of the index."""
        if row < 0 or self.centre is None:
            return
        self._follow.stop()
        if self._show_page(row):
            self.state.visit(self.detail.page.key)
        self.show_detail(True)
        self.detail.setFocus()

    def open_key(self, key: Key) -> bool:
        """Show the detail of a resource, when it is there."""
        row = self.centre.find(key) if self.centre else None
        if row is None:
            return False
        self._welcomed = True
        self.list.go_to(row)
        self.open_row(row)
        return True

    def _follow_current(self) -> None:
        row = self.list.current_row()
        if row >= 0 and self._show_page(row):
            self.state.selected = self.detail.page.key

    def _show_page(self, row: int) -> bool:
        if self.centre is None:
            return False
        try:
            shown = page(self.centre, row, self._today(), asks_consent=self._asks_consent)
        except CatalogueError as error:
            self.detail.show_problem(problem_text(error))
            return False
        self.detail.show_page(shown, row in self.stars.rows())
        return True

    def _mark(self, on: bool) -> None:
        if self.detail.page is not None:
            self.stars.mark(self.detail.page.key, on)

    def _show_marks(self) -> None:
        self.model.set_favourites(self.stars.rows())

    # actions

    def _subject(self, row: int) -> Subject | None:
        return self.centre.subject(row, self._today(), asks_consent=self._asks_consent) if self.centre else None

    def act_on_row(self, row: int) -> bool:
        """Do the primary action of a row; False when it has none, or when it cannot be done."""
        action = self.primaries.possible(row)
        if action is not None:
            self.actionAsked.emit(action, row)
        return action is not None

    def _act_on_page(self, action: Action) -> None:
        row = self.centre.find(self.detail.page.key) if self.centre and self.detail.page else None
        if row is not None:
            self.actionAsked.emit(action, row)

    def _open_link(self, href: str) -> None:
        if safe_href(href):
            self.linkAsked.emit(href)

    # keyboard

    def event(self, event: QEvent) -> bool:
        """Keep Ctrl+F for the search line: QGIS's window has another use for it."""
        if event.type() == QEvent.Type.ShortcutOverride and self._is_own_key(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Ctrl+F searches, Ctrl+Enter acts, Esc goes back, then clears the text, then leaves."""
        if event.matches(QKeySequence.StandardKey.Find):
            self.focus_search()
        elif event.key() == Qt.Key.Key_Escape:
            self.step_back()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.detail.primary is not None:
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier and self.detail.primary.isEnabled():
                self.detail.primary.click()
        else:
            super().keyPressEvent(event)

    def _is_own_key(self, event: QKeyEvent) -> bool:
        return event.matches(QKeySequence.StandardKey.Find) or event.key() == Qt.Key.Key_Escape

    def focus_search(self) -> None:
        """Go to the search line, its text selected."""
        if self.shows_detail_alone:
            self.show_detail(False)
        self.search.setFocus()
        self.search.selectAll()

    def step_back(self) -> None:
        """Back to the list; then an empty search; then out of the panel."""
        if self.shows_detail_alone or (self.is_wide and self.detail.isAncestorOf(self.focusWidget())):
            self.show_detail(False)
            self.list.setFocus()
        elif self.shows_overview:
            self._leave_overview()
        elif self.state.text:
            self.search.clear()
            self.search.setFocus()
        else:
            self.left.emit()

    def _leave_overview(self) -> None:
        self.middle.show_list()
        if self.results is not None:
            self._show_results(self.results)
        self.list.setFocus()

    def _go_to_list(self) -> None:
        if len(self.results or ()) and self.stack.currentWidget() is self.list:
            if not self.list.currentIndex().isValid():
                self.list.setCurrentIndex(self.model.index(0, 0))
            self.list.setFocus()

    def _widened(self, wide: bool) -> None:
        self.detail.set_alone(not wide)
        self.chips.filters.setChecked(self.shows_filters)

    # look and memory

    def refresh_icons(self) -> None:
        """Draw every icon in the colours of the theme."""
        for part in (self.search, self.chips, self.facets, self.middle, self.detail, self.status):
            part.refresh_icons()

    def dump(self) -> str:
        """All that is remembered from one session to the next."""
        data = {
            "welcomed": self._welcomed,
            "panes": self.arrangement(),
            "unfolded": self.facets.unfolded(),
            "detail": self.shows_detail_alone,
        }
        return json.dumps(data)

    def restore(self, arrangement: str) -> None:
        """Take back what ``dump`` gave; what is damaged is forgotten."""
        try:
            data = json.loads(arrangement)
        except (ValueError, RecursionError):
            return
        if not isinstance(data, dict):
            return
        self._welcomed = data.get("welcomed") is True
        if isinstance(data.get("panes"), dict):
            self.arrange(data["panes"])
        if isinstance(data.get("unfolded"), list):
            self.facets.set_unfolded([name for name in data["unfolded"] if isinstance(name, str)])
        self.chips.filters.setChecked(self.shows_filters)
        self.show_detail(data.get("detail") is True and self.state.selected is not None)
