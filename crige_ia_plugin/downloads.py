"""Files brought to this computer: resumed where they were cut, verified, and put in place in one step."""

from __future__ import annotations

import shutil
from contextlib import suppress
from pathlib import Path
from typing import Any, Callable

from .catalogue.download import Session, save
from .catalogue.integrity import verify_file
from .catalogue.problems import CatalogueError, Code

MAX_DOWNLOAD = 1 << 40

RESUMABLE = frozenset(
    (Code.TRUNCATED, Code.UNREACHABLE, Code.HTTP_STATUS, Code.TOO_MANY_REQUESTS, Code.PROXY_AUTHENTICATION)
)
"""What a later attempt may get over: what came is kept for it."""

Cancelled = Callable[[], bool]
Progress = Callable[[float], None]


def download(
    session: Session,
    url: str,
    path: Path,
    *,
    size: int = -1,
    digest: str = "",
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> None:
    """Bring a file to ``path``, verified; what was cut goes on the next time, if it is still the same file.

    Until then it stands beside, as ``<name>.incoming.part``; what was at ``path`` stays until all is well. Nothing
    stays beside of what the user cancelled, of what is not as published, nor on a disk that is full.

    Args:
        session: Where from.
        url: Its address.
        path: Where to.
        size: Bytes expected, -1 when unknown.
        digest: SHA-256 expected, in hexadecimal; empty when unknown.
        progress: Told the share received, 0 to 1.
        cancelled: Asked between two pieces.

    Raises:
        CatalogueError: whatever prevents it: SIZE_DIFFERS, CHECKSUM_DIFFERS, TRUNCATED, CANCELLED, HTTP_STATUS…
    """
    incoming = path.with_name(path.name + ".incoming")
    limit = size if size >= 0 else MAX_DOWNLOAD
    while True:
        memory = _Resuming(session, incoming, unmistakable=bool(digest))
        try:
            save(memory, url, incoming, limit, progress=progress, cancelled=cancelled, deadline=None)
        except CatalogueError as error:
            if error.code not in RESUMABLE:
                discard(path)
            raise
        try:
            _verify(incoming, size, digest)
            incoming.replace(path)
        except OSError as error:
            raise CatalogueError(Code.WRITE_FAILED, str(path), reason=error.strerror or str(error)) from None
        except CatalogueError:
            if not memory.resumed:
                raise
        else:
            return
        finally:  # what is wrong is not kept; two versions in one file are tried again, once: nothing is left to resume
            incoming.unlink(missing_ok=True)
            memory.forget()


def copy(source: Path, path: Path, *, size: int = -1, digest: str = "") -> None:
    """Copy a file of this computer to ``path``, verified; what was at ``path`` stays until all is well.

    Raises:
        CatalogueError: FILE_MISSING, SIZE_DIFFERS, CHECKSUM_DIFFERS or WRITE_FAILED.
    """
    incoming = path.with_name(path.name + ".incoming")
    try:
        if not source.is_file():
            raise CatalogueError(Code.FILE_MISSING, str(source), name=source.name)
        path.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, incoming)
        _verify(incoming, size, digest)
        incoming.replace(path)
    except OSError as error:
        raise CatalogueError(Code.WRITE_FAILED, str(path), reason=error.strerror or str(error)) from None
    finally:
        with suppress(OSError):
            incoming.unlink()


def discard(path: Path) -> None:
    """Remove what a download of ``path`` that was cut left beside it."""
    incoming = path.with_name(path.name + ".incoming")
    for name in (".part", ".version"):
        with suppress(OSError):
            incoming.with_name(incoming.name + name).unlink()


def _verify(path: Path, size: int, digest: str) -> None:
    if digest:
        verify_file(path, digest, size)
        return
    found = path.stat().st_size
    if size not in (-1, found):
        raise CatalogueError(Code.SIZE_DIFFERS, str(path), expected=size, found=found)


class _Resuming:
    """A session that remembers beside a part of which address and of which version it is a part.

    Attributes:
        resumed: Whether the last answer went on from the part.
    """

    def __init__(self, session: Session, incoming: Path, *, unmistakable: bool) -> None:
        self.resumed = False
        self._session = session
        self._memory = incoming.with_name(incoming.name + ".version")
        self._unmistakable = unmistakable  # a digest will tell two mixed versions

    def get(self, url: str, **options: Any) -> Any:
        """Ask for the rest of the same version, or for all of another."""
        headers = dict(options.pop("headers", {}))
        if "Range" in headers:
            known, version = self._remembered()
            if known != url or not (version or self._unmistakable):
                del headers["Range"]
            elif version:
                headers["If-Range"] = version
        response = self._session.get(url, headers=headers, **options)
        self.resumed = response.status_code == 206
        if response.status_code == 200:
            etag = response.headers.get("ETag", "")
            strong = etag if etag.startswith('"') else ""  # a weak one does not vouch for bytes
            version = strong or response.headers.get("Last-Modified", "")
            try:
                self._memory.parent.mkdir(parents=True, exist_ok=True)
                self._memory.write_text(f"{url}\n{version}", "utf-8")
            except OSError as error:
                reason = error.strerror or str(error)
                raise CatalogueError(Code.WRITE_FAILED, str(self._memory), reason=reason) from None
        return response

    def forget(self) -> None:
        """Forget the version: there is no part any more."""
        self._memory.unlink(missing_ok=True)

    def _remembered(self) -> tuple[str, str]:
        try:
            url, _, version = self._memory.read_text("utf-8").partition("\n")
        except (OSError, ValueError):
            return "", ""
        return url, version
