"""The locator: ``ia houppiers`` anywhere in QGIS gives the panel's own ranking."""

from __future__ import annotations

from typing import TYPE_CHECKING, Callable

from qgis.core import QgsFeedback, QgsLocatorContext, QgsLocatorFilter, QgsLocatorResult
from qgis.PyQt.QtGui import QIcon

from ..settings import language
from ..translation import tr

if TYPE_CHECKING:
    from .centre import Centre

PREFIX = "ia"
NAME = "crige_ia_resources"
MAX_RESULTS = 30

Triggered = Callable[["tuple[str, str]"], None]


class ResourceFilter(QgsLocatorFilter):
    """Finds resources; Enter does the primary action of the one that is chosen.

    QGIS clones the filter and runs the clone in a thread: it opens an index of its own there, never the panel's.

    Args:
        triggered: Called in the GUI thread with the chosen resource.
    """

    def __init__(self, triggered: Triggered) -> None:
        super().__init__()
        self._triggered = triggered
        self._language = language()

    # what QGIS asks

    def clone(self) -> ResourceFilter:
        """Return the filter that will run in a thread."""
        return ResourceFilter(self._triggered)

    def name(self) -> str:
        """Return the name kept in QGIS's settings."""
        return NAME

    def displayName(self) -> str:  # noqa: N802 - Qt's way
        """Return the name shown in the locator and in its options."""
        return tr("AI & geodata resources")

    def prefix(self) -> str:
        """Return what one types before the words."""
        return PREFIX

    def fetchResults(self, string: str, context: QgsLocatorContext, feedback: QgsFeedback) -> None:  # noqa: N802
        """Search, in a worker thread; without an index yet there is nothing to find."""
        string = asked(string, context.usingPrefix)
        if not string.strip():
            return
        centre = _open(self._language)
        if centre is None:
            return
        from ..catalogue.index import Query
        from .icons import kind_path

        try:
            cards = centre.cards(centre.search(Query(string)).rows[:MAX_RESULTS])
            for place, card in enumerate(cards):
                if feedback.isCanceled():
                    return
                result = QgsLocatorResult()
                result.filter = self
                result.displayString = card.title
                result.description = card.byline
                result.score = 1 - place / len(cards)  # QGIS sorts by score, then by name
                result.icon = QIcon(str(kind_path(card.kind)))
                _set_key(result, card.key)
                self.resultFetched.emit(result)
        finally:
            centre.close()

    def triggerResult(self, result: QgsLocatorResult) -> None:  # noqa: N802
        """Do what the chosen resource is for."""
        key = _key(result)
        if key is not None:
            self._triggered(key)


def _open(language: str) -> Centre | None:
    """Open the centre in this thread; None when there is no index yet, or no good one."""
    from ..catalogue.index import Index
    from ..catalogue.problems import CatalogueError
    from . import places
    from .centre import Centre

    library = places.library()
    path = library.index_path()
    if path is None:
        return None
    try:
        return Centre(Index(path), library.vocabulary(), language)
    except CatalogueError:
        return None


def asked(string: str, using_prefix: bool) -> str:
    """Return what is searched here, nothing when it is not for us.

    QGIS keeps prefixes of two letters for its own filters: ours then gets all that is typed, prefix included, and
    keeps quiet when the prefix is not there.
    """
    if using_prefix:
        return string
    head, _, rest = string.partition(" ")
    return rest if head.lower() == PREFIX else ""


def _set_key(result: QgsLocatorResult, key: tuple[str, str]) -> None:
    """Attach the resource to a result: to an attribute at first, by a method in later versions of QGIS.

    As one text: the attribute of QGIS 3.22 gives lists back damaged, and takes QGIS down where nothing was attached.
    """
    text = "\n".join(key)
    if hasattr(result, "setUserData"):
        result.setUserData(text)
    else:
        result.userData = text


def _key(result: QgsLocatorResult) -> tuple[str, str] | None:
    """Return the resource attached to a result."""
    data = result.getUserData() if hasattr(result, "getUserData") else result.userData
    catalogue, _, identifier = str(data() if callable(data) else data).partition("\n")
    return (catalogue, identifier) if identifier else None
