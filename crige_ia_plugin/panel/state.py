"""What the user asked of the panel: text, filters, sort, shelf, favourites and what was opened lately."""

from __future__ import annotations

import json
from collections.abc import Iterable
from enum import Enum
from typing import Any

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..catalogue.index import Query, Sort

Key = tuple[str, str]
"""A resource: its catalogue and its id there."""

MAX_RECENT = 30
MAX_FAVOURITES = 2_000
_MAX_TEXT = 400
_FORMAT = 1


class Shelf(str, Enum):
    """Which resources are looked at."""

    ALL = "all"
    FAVOURITES = "favourites"
    RECENT = "recent"
    INSTALLED = "installed"


class PanelState(QObject):
    """The query and the user's own marks; signals tell which of them changed.

    Attributes:
        text: What is searched, as typed.
        filters: Chosen values by facet, in the order they were chosen; a facet without a choice is absent.
        sort: Order of the results.
        shelf: Which resources are looked at.
        favourites: Resources with a star, the latest last.
        recent: Resources opened, the latest first.
        selected: Resource whose detail is shown, if any.
        installed: Resources on this computer; told from outside, and not remembered here.
    """

    queryChanged = pyqtSignal()  # noqa: N815 - Qt's way
    marksChanged = pyqtSignal()  # noqa: N815

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.text = ""
        self.filters: dict[str, tuple[str, ...]] = {}
        self.sort = Sort.RELEVANCE
        self.shelf = Shelf.ALL
        self.favourites: dict[Key, None] = {}
        self.recent: list[Key] = []
        self.selected: Key | None = None
        self.installed: tuple[Key, ...] = ()

    # the query

    def query(self) -> Query:
        """What to ask of the index."""
        only = {
            Shelf.ALL: None,
            Shelf.FAVOURITES: tuple(self.favourites),
            Shelf.RECENT: tuple(self.recent),
            Shelf.INSTALLED: self.installed,
        }
        return Query(self.text, self.filters, self.sort, only[self.shelf])

    @property
    def is_at_rest(self) -> bool:
        """Whether nothing is typed, filtered or set apart."""
        return not self.text.strip() and not self.filters and self.shelf is Shelf.ALL

    def chosen(self) -> list[tuple[str, str]]:
        """Chosen values with their facet, in order."""
        return [(facet, value) for facet, values in self.filters.items() for value in values]

    def set_text(self, text: str) -> None:
        """Search another text."""
        text = text[:_MAX_TEXT]
        if text != self.text:
            self.text = text
            self.queryChanged.emit()

    def set_value(self, facet: str, value: str, on: bool) -> None:
        """Choose a value of a facet, or no longer."""
        values = [other for other in self.filters.get(facet, ()) if other != value]
        self._set_filter(facet, (*values, value) if on else tuple(values))

    def set_only(self, facet: str, value: str) -> None:
        """Look at one value of one facet, whatever was asked before."""
        self.text, self.filters, self.shelf = "", {facet: (value,)}, Shelf.ALL
        self.queryChanged.emit()

    def clear_facet(self, facet: str) -> None:
        """Forget the choices in one facet."""
        self._set_filter(facet, ())

    def _set_filter(self, facet: str, values: tuple[str, ...]) -> None:
        if values == self.filters.get(facet, ()):
            return
        if values:
            self.filters[facet] = values
        else:
            del self.filters[facet]
        self.queryChanged.emit()

    def clear_filters(self) -> None:
        """Forget every filter; the text stays."""
        if self.filters:
            self.filters = {}
            self.queryChanged.emit()

    def clear_all(self) -> None:
        """Forget text, filters and shelf."""
        if not self.is_at_rest or self.text:
            self.text, self.filters, self.shelf = "", {}, Shelf.ALL
            self.queryChanged.emit()

    def set_sort(self, sort: Sort) -> None:
        """Order the results otherwise."""
        if sort is not self.sort:
            self.sort = sort
            self.queryChanged.emit()

    def set_shelf(self, shelf: Shelf) -> None:
        """Look at all resources, at the favourites or at those opened lately."""
        if shelf is not self.shelf:
            self.shelf = shelf
            self.queryChanged.emit()

    # marks

    def set_favourite(self, key: Key, on: bool) -> None:
        """Put a star on a resource, or take it off."""
        if on == (key in self.favourites):
            return
        if on:
            self.favourites[key] = None
        else:
            del self.favourites[key]
        self.marksChanged.emit()
        if self.shelf is Shelf.FAVOURITES:
            self.queryChanged.emit()

    def visit(self, key: Key) -> None:
        """Remember that a resource was opened."""
        self.selected = key
        self.recent = [key, *(other for other in self.recent if other != key)][:MAX_RECENT]
        self.marksChanged.emit()

    # from one session to the next

    def dump(self) -> str:
        """All of it, as JSON."""
        return json.dumps(
            {
                "format": _FORMAT,
                "text": self.text,
                "filters": self.filters,
                "sort": self.sort.value,
                "shelf": self.shelf.value,
                "favourites": list(self.favourites),
                "recent": self.recent,
                "selected": self.selected,
            },
            ensure_ascii=False,
        )

    def restore(self, text: str) -> bool:
        """Take back what ``dump`` gave; what is damaged is left at its default.

        Returns:
            Whether all of it may have been understood: not when it is damaged, nor of a newer version.
        """
        try:
            data = json.loads(text)
        except (ValueError, RecursionError):
            return False
        if not isinstance(data, dict):
            return False
        self.text = data["text"][:_MAX_TEXT] if isinstance(data.get("text"), str) else ""
        self.filters = _filters(data.get("filters"))
        self.sort = next((sort for sort in Sort if sort.value == data.get("sort")), Sort.RELEVANCE)
        self.shelf = next((shelf for shelf in Shelf if shelf.value == data.get("shelf")), Shelf.ALL)
        self.favourites = dict.fromkeys(_keys(data.get("favourites"))[-MAX_FAVOURITES:])
        self.recent = list(dict.fromkeys(_keys(data.get("recent"))))[:MAX_RECENT]
        self.selected = next(iter(_keys([data.get("selected")])), None)
        self.marksChanged.emit()
        self.queryChanged.emit()
        return data.get("format", _FORMAT) == _FORMAT


def _filters(data: Any) -> dict[str, tuple[str, ...]]:
    found = {}
    for facet, values in data.items() if isinstance(data, dict) else ():
        kept = tuple(value for value in values if isinstance(value, str)) if isinstance(values, list) else ()
        if kept:
            found[facet] = kept
    return found


def _keys(data: Any) -> list[Key]:
    items: Iterable[Any] = data if isinstance(data, list) else ()
    return [
        (item[0], item[1])
        for item in items
        if isinstance(item, list) and len(item) == 2 and all(isinstance(part, str) for part in item)
    ]
