"""What goes on behind the panel: opening and refreshing the catalogues, telling how they are, doing what is asked."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from qgis.core import Qgis, QgsApplication
from qgis.PyQt.QtCore import QMimeData, QObject, QTimer, pyqtSignal

from .. import settings
from ..catalogue.problems import CatalogueError
from ..catalogue.sync import Outcome
from ..messages import script_problem
from ..pictures import PicturesTask
from ..scripts import PROVIDER, failure_of
from ..tasks import Ending, RefreshTask
from ..translation import tr
from . import icons, memory, notices, options, places
from .acting import Action, Verb, actions
from .browser import Browser
from .catalogues.moments import here_and_now, moment_of
from .catalogues.standing import ready_status
from .centre import Centre
from .consent.gate import ConsentGate
from .detail.page import problem_text
from .doing import Doer
from .jobs import Jobs
from .layers.dragging import mime_of
from .online import is_online
from .opening import OpeningTask, reason_of
from .state import Key
from .status import Mood, Status

if TYPE_CHECKING:
    from qgis.gui import QgisInterface

LOOK_AT_NETWORK_EVERY = 10_000
ATTENDED_AFTER = 60_000
"""Milliseconds after which a panel that nobody opened, that QGIS restored, does what an opened one does at once."""
"""Milliseconds between two looks at whether there is a network, while the panel is in sight."""


def today() -> str:
    """The day, as an ISO date."""
    return date.today().isoformat()


class Host(QObject):
    """Serves one panel from the moment its dock is first shown.

    Args:
        iface: QGIS's desktop.

    Attributes:
        browser: The panel.
        doer: What does the actions.
        jobs: What is under way.
    """

    cardAsked = pyqtSignal()  # noqa: N815 - Qt's way
    """A card is going to be shown: the dock must be."""

    needAsked = pyqtSignal(str)  # noqa: N815
    """Nothing was found: the user wants to say what is missing; the theme that is looked at."""

    def __init__(self, iface: QgisInterface, parent: QObject) -> None:  # noqa: QGS105 - classFactory hands it over
        super().__init__(parent)
        self._iface = iface
        self._wanted: Key | None = None
        self._to_act = False
        self._refresh_due = True
        self._attended = False
        self._online = is_online()
        self._broken = ""
        self._not_refreshed = ""
        self.jobs = Jobs(self)
        self.doer = Doer(iface, self.jobs, self)
        self.gate = self.doer.installer.gate = ConsentGate(iface.mainWindow(), self.jobs, self.doer.tell, self)
        browser = self.browser = Browser(self.doer.refusal, today, asks_consent=self.doer.installer.asks_consent)
        self._connect(browser)
        self._look = QTimer(self)
        self._look.setInterval(LOOK_AT_NETWORK_EVERY)
        self._look.timeout.connect(self._look_at_network)
        self._look.start()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self.attend)
        self._later.start(ATTENDED_AFTER)
        marks = memory.read("state")
        if marks and not browser.state.restore(marks):
            memory.write("state.other", marks)  # a newer version's, perhaps: the favourites in it are not lost
        browser.restore(memory.read("arrangement"))

    def _connect(self, browser: Browser) -> None:
        browser.model.mime_of = self._mime_of
        browser.actionAsked.connect(self._do)
        browser.linkAsked.connect(self.doer.open_address)
        browser.noticeChosen.connect(self._answer)
        browser.left.connect(self._leave)
        browser.status.cancelAsked.connect(self.jobs.cancel)
        browser.status.refreshAsked.connect(self.refresh_catalogues)
        browser.status.sourcesAsked.connect(self.show_catalogues)
        browser.overview.refreshAsked.connect(self.refresh_catalogues)
        browser.overview.optionsAsked.connect(self._open_options)
        self.jobs.changed.connect(self._say)
        self.doer.installer.changed.connect(self._installed)
        self.doer.cardAsked.connect(self.show_resource)

    # the catalogues

    def open_centre(self) -> None:
        """Open the index, building it first where it is missing or old."""
        self.jobs.drop(OpeningTask)
        task = OpeningTask(places.library(), settings.sources(), places.store(), places.aside(), settings.language())
        self.jobs.run(task, tr("Opening the catalogue…"), self._opened)

    def attend(self) -> None:
        """Do what is due, once the user has come to the panel, which QGIS may have restored when it started."""
        self._attended = True
        if self.browser.centre is not None:
            self._refresh_if_due(self.browser.centre)

    def refresh_catalogues(self, *, asked: bool = True) -> None:
        """Fetch the catalogues that are on, then open the centre again.

        Args:
            asked: Whether the user asked, rather than the setting: pictures are fetched then only.
        """
        if self.jobs.is_running(RefreshTask) or not self._can_refresh():
            return
        sources = [source for source in settings.sources() if source.enabled]
        task = RefreshTask(places.library(), settings.sources())
        titles = {source.id: source.title or source.id for source in sources}
        words = tr("Refreshing: {catalogue}…")
        task.sourceStarted.connect(lambda name: self.jobs.say(task, words.format(catalogue=titles.get(name, name))))
        self.jobs.run(task, tr("Refreshing the catalogues…"), lambda task, ending: self._refreshed(task, ending, asked))

    def show_catalogues(self) -> None:
        """Show how each catalogue stands, in the place of the list."""
        if self.browser.centre is None:
            self._open_options()
            return
        trouble = self._broken or self._not_refreshed
        self.browser.show_overview(here_and_now(), can_refresh=self._can_refresh(), trouble=trouble)

    def remember(self) -> None:
        """Keep what is asked and how it is arranged."""
        memory.write("state", self.browser.state.dump())
        memory.write("arrangement", self.browser.dump())

    def close(self) -> None:
        """Undo everything, before the plugin goes."""
        self._look.stop()
        self._later.stop()
        self.gate.close()
        self.remember()
        self.jobs.drop()
        self.doer.close()
        centre = self.browser.centre
        if centre is not None:
            self.browser.set_centre(None)
            centre.close()
        icons.clear()

    def show_resource(self, key: Key) -> None:
        """Show the card of a resource, as soon as the centre is open."""
        self._wanted, self._to_act = key, False
        self._show_wanted()

    def act_on(self, key: Key) -> None:
        """Do the primary action of a resource, or show its card when there is none or it cannot be done."""
        self._wanted, self._to_act = key, True
        self._show_wanted()

    # the centre

    def _opened(self, task: OpeningTask, ending: Ending) -> None:
        centre = task.centre
        if not ending.is_good or centre is None:
            reason = tr("Cancelled.") if ending.cancelled else reason_of(ending)
            if self.browser.centre is None:
                self.browser.show_notice(notices.broken(reason))
            self._broken = reason
            return
        self._broken = ""
        self._take(centre)
        self._refresh_if_due(centre)

    def _take(self, centre: Centre) -> None:
        old = self.browser.centre
        self.browser.set_centre(centre)
        if old is not None:
            old.close()
        if self.browser.shows_overview:
            self.show_catalogues()
        self._show_wanted()

    def _refreshed(self, task: RefreshTask, ending: Ending, asked: bool) -> None:
        self._not_refreshed = "" if ending.is_good or ending.cancelled else reason_of(ending)
        self.open_centre()
        good = task.refreshed is not None and any(
            report.outcome is not Outcome.FAILED for report in task.refreshed.reports
        )
        if good and asked and settings.THUMBNAILS.get():
            pictures = PicturesTask(places.library(), settings.sources())
            self.jobs.run(pictures, tr("Fetching the pictures…"), self._pictured)

    def _pictured(self, task: PicturesTask, ending: Ending) -> None:
        if task.fetched:
            self.browser.show_page_again()

    def _refresh_if_due(self, centre: Centre) -> None:
        """Refresh once a session at most, where the user chose that, when the last time is too long ago.

        Never while QGIS starts and restores the panel.
        """
        if not self._refresh_due or not self._attended:
            return
        self._refresh_due = False
        if not settings.AUTOMATIC_REFRESH.get() or not is_online():
            return
        limit = here_and_now() - timedelta(days=settings.REFRESH_DAYS.get())
        dates = [moment_of(note.state.refreshed) for note in centre.catalogues.values() if note.source]
        if any(moment is None or moment < limit for moment in dates):
            self.refresh_catalogues(asked=False)

    def _installed(self, key: Key) -> None:
        """Show what became of a resource; the toolbox follows, where it is a program."""
        provider = QgsApplication.processingRegistry().providerById(PROVIDER)
        if provider is not None:
            provider.refreshAlgorithms()
        problem = failure_of(key)
        if problem is not None:
            self.doer.tell(script_problem(problem), Qgis.MessageLevel.Warning)
        centre = self.browser.centre
        if centre is not None and centre.holdings is not None:
            centre.holdings.reload(key)
            self.browser.show_holdings()
            if self.browser.shows_overview:
                self.show_catalogues()
            self._say()

    # the status line

    def _say(self) -> None:
        """Say what is under way, or how the catalogues are."""
        status = self.jobs.status() or self._ready()
        if status is not None:
            self.browser.status.show_status(status)

    def _ready(self) -> Status | None:
        centre, can_refresh = self.browser.centre, self._can_refresh()
        if self._broken:
            return Status(tr("The catalogue is not open"), Mood.TROUBLE, self._broken, can_refresh=can_refresh)
        if self._not_refreshed:
            words = tr("The catalogues were not refreshed — details")
            return Status(words, Mood.TROUBLE, self._not_refreshed, can_refresh=can_refresh)
        if centre is None:
            return None
        return ready_status(centre, here_and_now(), online=is_online(), can_refresh=can_refresh)

    def _look_at_network(self) -> None:
        """Follow the network as it comes and goes, as long as someone looks."""
        if not self.browser.isVisible():
            return
        if is_online() != self._online:
            self._online = is_online()
            self.browser.show_refusals()
        self._say()  # "yesterday" comes too

    def _can_refresh(self) -> bool:
        return any(source.enabled for source in settings.sources())

    def _show_wanted(self) -> None:
        """Show the card that was asked for before the centre was open, or do what it is for."""
        key, browser = self._wanted, self.browser
        if key is None or browser.centre is None:
            return
        self._wanted = None
        row = browser.centre.find(key)
        if not (self._to_act and row is not None and browser.act_on_row(row)):
            self.cardAsked.emit()
            browser.open_key(key)

    # what the user asks

    def _do(self, action: Action, row: int) -> None:
        centre = self.browser.centre
        if centre is None:
            return
        if action.verb is Verb.READ:
            self.browser.open_row(row)
            return
        try:
            subject = centre.subject(row, today(), asks_consent=self.doer.installer.asks_consent)
        except CatalogueError as error:
            self.doer.tell(problem_text(error))
            return
        self.doer.do(action, subject)

    def take_drop(self, key: Key, href: str) -> None:
        """Add what was dragged from the list: the link of a resource that has this address."""
        centre = self.browser.centre
        row = centre.find(key) if centre else None
        for action in self._layers(row) if row is not None else ():
            if action.link and action.link.href == href:
                refusal = self.doer.refusal(action)
                if refusal:
                    self.doer.tell(refusal)
                else:
                    self._do(action, row)
                return

    def _layers(self, row: int) -> list[Action]:
        """What of a resource can be added to the project."""
        centre = self.browser.centre
        try:
            subject = centre.subject(row, today()) if centre else None
        except CatalogueError:
            return []
        found = actions(subject.record, subject.around) if subject else []
        return [action for action in found if action.verb is Verb.ADD]

    def _mime_of(self, row: int) -> QMimeData | None:
        """What is dragged from a row of the list."""
        centre = self.browser.centre
        layers = self._layers(row)
        if centre is None or not layers:
            return None
        card = centre.cards([row])[0]
        return mime_of(layers[0], card.key, card.title)

    def _answer(self, code: str) -> None:
        if code == "retry":
            self.open_centre()
        elif code == "need":
            themes = list(self.browser.state.filters.get("theme", ()))
            self.needAsked.emit(themes[0] if len(themes) == 1 else "")

    def _leave(self) -> None:
        canvas, window = self._iface.mapCanvas(), self._iface.mainWindow()
        (canvas if canvas is not None and canvas.isVisible() else window).setFocus()

    def _open_options(self) -> None:
        self._iface.showOptionsDialog(self._iface.mainWindow(), options.PAGE)
