"""What is installed on this computer, by row of the opened index."""

from __future__ import annotations

from collections.abc import Iterable

from ..catalogue.index import Index
from ..catalogue.store import Installed, Store
from .state import Key


class Holdings:
    """Installed resources: those that the catalogues have, by row, and those that no catalogue has any more.

    Args:
        store: Where they are.
        index: The opened index.
    """

    def __init__(self, store: Store, index: Index) -> None:
        self.store = store
        self._index = index
        self._by_key: dict[Key, tuple[Installed, ...]] = {}
        self._by_row: dict[int, Key] = {}
        self._news: dict[int, str] = {}
        found: dict[Key, list[Installed]] = {}
        for item in store.installed():
            found.setdefault((item.catalogue, item.id), []).append(item)
        for key, items in found.items():
            self._put(key, sorted(items, key=lambda item: item.rank))
        self._look_for_news(self._by_row)

    def __len__(self) -> int:
        return len(self._by_key)

    def keys(self) -> tuple[Key, ...]:
        """Resources that are installed."""
        return tuple(self._by_key)

    def versions(self, row: int) -> tuple[Installed, ...]:
        """Installed versions of a row of the index, the one in use last."""
        return self._by_key.get(self._by_row.get(row, ("", "")), ())

    def newer(self, row: int) -> str:
        """Version that can replace the one in use, empty when there is none."""
        return self._news.get(row, "")

    def outdated(self) -> tuple[Key, ...]:
        """Installed resources that can be updated."""
        return tuple(self._by_row[row] for row in self._news)

    def reload(self, key: Key) -> None:
        """Read one resource again, after it was installed, updated or removed."""
        for row in [row for row, known in self._by_row.items() if known == key]:
            del self._by_row[row]
            self._news.pop(row, None)
        self._by_key.pop(key, None)
        items = self.store.versions(*key)
        if items:
            self._put(key, items)
            self._look_for_news(row for row, known in list(self._by_row.items()) if known == key)

    def _put(self, key: Key, items: list[Installed]) -> None:
        self._by_key[key] = tuple(items)
        row = self._index.find(*key)
        if row is not None:
            self._by_row[row] = key

    def _look_for_news(self, rows: Iterable[int]) -> None:
        for summary in self._index.summaries(list(rows)):
            installed = self.versions(summary.row)[-1]
            if summary.version and summary.version != installed.version:
                self._news[summary.row] = summary.version
