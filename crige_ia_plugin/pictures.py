"""Pictures of resources, fetched after a refresh that the user started, made small and kept as PNG."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from qgis.PyQt.QtGui import QImage, QImageReader

from .catalogue.problems import CatalogueError, Code
from .catalogue.record import path_name
from .catalogue.sources import Kind, base_of
from .catalogue.thumbnails import fetch_picture, image_format, picture_link, picture_path, pictured
from .tasks import Task
from .translation import tr

if TYPE_CHECKING:
    from .catalogue.record import Record
    from .catalogue.sources import Source
    from .catalogue.sync import Library
    from .transport import Session

LARGEST = QSize(480, 320)
"""Size that pictures are kept at, in pixels."""

MAX_PIXELS = 16_000_000
"""A picture that says it has more is not decoded."""

_PASSING = frozenset((Code.UNREACHABLE, Code.TRUNCATED, Code.TOO_MANY_REQUESTS, Code.CANCELLED))
"""What another refresh may get over; after anything else a picture is not asked for again."""


class PicturesTask(Task):
    """Fetches the pictures that are not kept yet, catalogue after catalogue, each from its own server or folder.

    A picture that does not come is no trouble: it is left out.

    Attributes:
        fetched: How many came.
    """

    def __init__(self, library: Library, sources: Sequence[Source]) -> None:
        super().__init__(tr("Fetching the pictures"))
        self._library = library
        self._sources = tuple(source for source in sources if source.enabled)
        self.fetched = 0

    def work(self) -> None:
        """Fetch."""
        for number, source in enumerate(self._sources):
            records = self._library.records(source)
            if records is None:
                continue
            found = list(pictured(records))
            self._forget(source, found)
            missing = [record for record in found if not self._is_known(source, record)]
            with ExitStack() as sessions:
                session = None
                if missing and source.kind is not Kind.FOLDER:
                    session = sessions.enter_context(self.session(source.authentication, source.location))
                for place, record in enumerate(missing):
                    if self.isCanceled():
                        raise CatalogueError(Code.CANCELLED)
                    self.report((number + place / len(missing)) / len(self._sources))
                    self._fetch(source, record, session)

    def _path(self, source: Source, record: Record) -> Path:
        path = picture_path(self._library.pictures, source.id, record)
        if path is None:
            raise CatalogueError(Code.LINK_MISSING)
        return path

    def _forget(self, source: Source, found: Sequence[Record]) -> None:
        """Remove the pictures of records that have another one now, or are gone."""
        kept = {self._path(source, record).stem for record in found}
        shelf = self._library.pictures / path_name(source.id)
        for path in shelf.iterdir() if shelf.is_dir() else ():
            if path.stem not in kept:
                with suppress(OSError):
                    path.unlink()

    def _is_known(self, source: Source, record: Record) -> bool:
        path = self._path(source, record)
        return path.is_file() or _refused(path).is_file()

    def _fetch(self, source: Source, record: Record, session: Session | None) -> None:
        path, link = self._path(source, record), picture_link(record)
        if link is None:
            return
        try:
            image = small_image(fetch_picture(link, base_of(source), session, self.isCanceled))
        except CatalogueError as error:
            if error.code is Code.CANCELLED:
                raise
            if error.code in _PASSING:
                return
            image = QImage()
        with suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            if image.isNull():
                _refused(path).touch()
                return
            aside = path.with_name(f".{path.name}")
            if image.save(str(aside), "PNG"):
                aside.replace(path)
                self.fetched += 1
            else:
                aside.unlink(missing_ok=True)


def _refused(path: Path) -> Path:
    """Mark that stands where a picture could not be made."""
    return path.with_suffix(".none")


def small_image(content: bytes) -> QImage:
    """Decode a PNG or a JPEG, known by its bytes, at a size to be shown; null for anything else."""
    kind = image_format(content)
    if not kind:
        return QImage()
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, kind.encode())
    reader.setAutoDetectImageFormat(False)
    reader.setAutoTransform(True)
    size = reader.size()
    if not size.isValid() or size.width() * size.height() > MAX_PIXELS:
        return QImage()
    if size.width() > LARGEST.width() or size.height() > LARGEST.height():
        reader.setScaledSize(size.scaled(LARGEST, Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()
