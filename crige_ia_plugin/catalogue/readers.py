"""Reading what a catalogue is made of, file by file, whether it stands in a folder or on a web server."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Callable, Protocol
from urllib.parse import urljoin

from .check import CATALOG
from .download import Session, Validators, read, save
from .problems import CatalogueError, Code

Progress = Callable[[float], None]
Cancelled = Callable[[], bool]


@dataclass(frozen=True)
class Request:
    """What harvesting needs besides the source: a folder to fill, a session for the network, who to tell."""

    into: Path
    session: Session | None
    validators: Validators
    progress: Progress
    cancelled: Cancelled

    def check(self) -> None:
        """Stop when asked.

        Raises:
            CatalogueError: CANCELLED.
        """
        if self.cancelled():
            raise CatalogueError(Code.CANCELLED)


class Reader(Protocol):
    """Reads the files of a catalogue by relative path."""

    def get(self, name: str, limit: int) -> bytes:
        """Content of a small file."""

    def save(self, name: str, path: Path, limit: int) -> None:
        """Copy a large file."""

    def first(self, name: str, limit: int, validators: Validators) -> tuple[bytes | None, Validators]:
        """Content of the file that tells whether anything changed; None when nothing did."""


class FolderReader:
    """Reads a catalogue's files from a folder, a network drive perhaps."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        if not folder.is_dir():
            raise CatalogueError(Code.FOLDER_MISSING, str(folder), name=folder.name)

    def get(self, name: str, limit: int) -> bytes:
        """Content of a small file."""
        path = self.folder / name
        try:
            size = path.stat().st_size
            if size > limit:
                raise CatalogueError(Code.TOO_LARGE, str(path), size=size, limit=limit)
            return path.read_bytes()
        except FileNotFoundError:
            raise CatalogueError(Code.FILE_MISSING, str(path), name=name) from None
        except OSError as error:
            raise CatalogueError(Code.READ_FAILED, str(path), reason=error.strerror or str(error)) from None

    def save(self, name: str, path: Path, limit: int) -> None:
        """Copy a large file."""
        origin = self.folder / name
        try:
            size = origin.stat().st_size
            if size > limit:
                raise CatalogueError(Code.TOO_LARGE, str(origin), size=size, limit=limit)
            shutil.copyfile(origin, path)
        except FileNotFoundError:
            raise CatalogueError(Code.FILE_MISSING, str(origin), name=name) from None
        except OSError as error:
            raise CatalogueError(Code.READ_FAILED, str(origin), reason=error.strerror or str(error)) from None

    def first(self, name: str, limit: int, validators: Validators) -> tuple[bytes | None, Validators]:
        """Content of the file that tells whether anything changed; None when nothing did."""
        content = self.get(name, limit)
        status = (self.folder / name).stat()
        found = Validators(etag=f"{status.st_size}-{status.st_mtime_ns}")
        return (None if found == validators else content), found


class WebReader:
    """Reads a catalogue's files from a web server."""

    def __init__(self, location: str, request: Request) -> None:
        self.base = base_address(location)
        self.request = request

    def get(self, name: str, limit: int) -> bytes:
        """Content of a small file."""
        answer = read(session_of(self.request), urljoin(self.base, name), limit, cancelled=self.request.cancelled)
        return answer.content or b""

    def save(self, name: str, path: Path, limit: int) -> None:
        """Copy a large file."""
        progress, cancelled = self.request.progress, self.request.cancelled
        save(
            session_of(self.request),
            urljoin(self.base, name),
            path,
            limit,
            progress=lambda share: progress(0.2 + 0.7 * share),
            cancelled=cancelled,
        )

    def first(self, name: str, limit: int, validators: Validators) -> tuple[bytes | None, Validators]:
        """Content of the file that tells whether anything changed; None when nothing did."""
        answer = read(
            session_of(self.request),
            urljoin(self.base, name),
            limit,
            validators=validators,
            cancelled=self.request.cancelled,
        )
        return answer.content, answer.validators


def base_address(location: str) -> str:
    """Address that the relative links of a static catalogue start from, given its own or its folder's."""
    base = location[: -len(CATALOG)] if location.endswith("/" + CATALOG) else location
    return base if base.endswith("/") else base + "/"


def session_of(request: Request) -> Session:
    """Session of the network.

    Raises:
        CatalogueError: REQUESTS_UNAVAILABLE: there is none.
    """
    if request.session is None:
        raise CatalogueError(Code.REQUESTS_UNAVAILABLE)
    return request.session
