"""The fourth step: where the resource is: links, files that go along, files that stay where they are."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QFileDialog

from ...authoring.draft import Draft, LocalFile, WebLink
from ...authoring.proposal import Stored
from ...tasks import Ending, start
from ...translation import tr
from ..labels import bold, faint
from ..numbers import shown_size
from .fields import Page
from .rows import Cell, Row, Rows
from .tasks import MeasureTask, why


class ContentPage(Page):
    """Links and files; sizes and checksums come from a task.

    Attributes:
        sizes: Bytes by path of the files that were looked at; None for one that cannot be read.
    """

    changed = pyqtSignal(str)

    def __init__(self) -> None:
        super().__init__(tr("Links and files"))
        relations = (("about", tr("Web page")), ("enclosure", tr("File to download")), ("license", tr("Licence text")))
        self.links = Rows(
            (
                Cell("href", tr("Address"), "https://…"),
                Cell("rel", tr("What is there"), choices=relations),
                Cell("title", tr("Words of the link")),
                Cell("size", tr("Size in bytes"), number="whole"),
                Cell("checksum", tr("Checksum (SHA-256)"), tr("64 hexadecimal digits"), beside=True),
            ),
            tr("Add a link"),
            tr("Remove this link"),
            tr("Size and checksum from a copy…"),
        )
        self.files = Rows(
            (
                Cell("path", tr("File on this computer"), tr("Its folder is never published.")),
                Cell("title", tr("Words of the link")),
                Cell("url", tr("Address where it stays, if it is large"), tr("Zenodo, Hugging Face, data.gouv.fr…")),
            ),
            tr("Add files…"),
            tr("Remove this file"),
        )
        self.sizes: dict[str, int | None] = {}
        self._task: MeasureTask | None = None
        self._waiting: list[tuple[str, Row]] = []
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.put(bold(tr("Links")))
        self.put(self.links)
        self.mark("links", self.links)
        self.put(bold(tr("Files")))
        words = tr(
            "Small files go with the proposal. Large ones stay where they are and are linked with their checksum."
        )
        self.put(faint(words))
        self.put(self.files)
        self.mark("files", self.files)

    def _connect(self) -> None:
        self.links.addAsked.connect(self.links.add_empty)
        self.links.changed.connect(lambda: self.changed.emit("links"))
        self.links.extraAsked.connect(self._choose_copy)
        self.files.addAsked.connect(self._choose_files)
        self.files.changed.connect(self._take_files)

    def fill(self, draft: Draft) -> None:
        """Show a draft."""
        self.links.fill([{**vars(link), "size": str(link.size) if link.size >= 0 else ""} for link in draft.links])
        self.files.fill([vars(file) for file in draft.files])
        for row in self.files.rows:
            self._measure(row.values()["path"], row)

    def apply(self, draft: Draft) -> Draft:
        """The draft with what is written here."""
        return replace(
            draft,
            links=tuple(map(_link, self.links.values())),
            files=tuple(
                LocalFile(row["path"], row["title"], row.get("media_type", ""), row["url"])
                for row in self.files.values()
            ),
        )

    def add_files(self, paths: list[str]) -> None:
        """Attach files."""
        known = {row["path"] for row in self.files.values()}
        for path in paths:
            if path not in known:
                known.add(path)
                self._measure(path, self.files.append({"path": path}))
        self.changed.emit("files")

    def stop(self) -> None:
        """Read no more files."""
        self._waiting = []
        if self._task is not None:
            with suppress(TypeError):  # the plugin that goes has cut the lines already
                self._task.ended.disconnect()
            self._task.cancel()
            self._task = None

    # files

    def _take_files(self) -> None:
        """Look at what was not looked at yet: a path can be written, too."""
        for row in self.files.rows:
            path = row.values()["path"]
            under_way = self._task is not None and self._task.path == path
            if path.strip() and path not in self.sizes and (path, row) not in self._waiting and not under_way:
                self._measure(path, row)
        self.changed.emit("files")

    def _choose_files(self) -> None:
        paths, _ = QFileDialog.getOpenFileNames(self, tr("Files of the resource"), str(Path.home()))
        if paths:
            self.add_files(paths)

    def _choose_copy(self, row: Row) -> None:
        path, _ = QFileDialog.getOpenFileName(self, tr("Copy of the file, on this computer"), str(Path.home()))
        if path:
            self._measure(path, row)

    def _measure(self, path: str, row: Row) -> None:
        self._waiting.append((path, row))
        row.say(tr("Computing its checksum…"))
        self._next()

    def _next(self) -> None:
        """Read the next file that waits, one at a time."""
        if self._task is not None or not self._waiting:
            return
        path, row = self._waiting.pop(0)
        if row in self.files.rows and row.values()["path"] != path:  # written on meanwhile
            self._next()
            return
        task = self._task = MeasureTask(path)
        task.ended.connect(lambda ending: self._measured(task, row, ending))
        start(task)

    def _measured(self, task: MeasureTask, row: Row, ending: Ending) -> None:
        self._task = None
        stored = task.stored
        if row in self.files.rows:
            row.say(_told(stored) if stored else why(task, ending))
            if not ending.cancelled:
                self.sizes[task.path] = stored.size if stored else None
                self.changed.emit("files")
        elif row in self.links.rows:
            row.say("" if stored else why(task, ending))
            if stored:
                row.put("size", str(stored.size))
                row.put("checksum", stored.digest)
        self._next()


def _told(stored: Stored) -> str:
    words = tr("{size}, SHA-256 {digest}…")
    return words.format(size=shown_size(stored.size), digest=stored.digest[:16])


def _link(row: dict[str, str]) -> WebLink:
    size = int(row["size"]) if row["size"].isdigit() else -1
    return WebLink(row["href"], row["rel"], row["title"], row.get("media_type", ""), size, row["checksum"])
