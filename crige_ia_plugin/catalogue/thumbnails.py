"""Pictures of resources: which link shows one, whether it may be fetched, whether it is what it says.

A picture comes from its catalogue's own server or folder only, so that reading a catalogue tells nobody else what one
reads. PNG and JPEG are known by their content; nothing else is kept, WebP and SVG included.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

from .download import Cancelled, Session, read
from .indexing import read_lines
from .integrity import safe_relative
from .problems import CatalogueError, Code
from .record import Link, Record, parse, path_name

RELATIONS = ("preview", "thumbnail", "icon")
MAX_BYTES = 300_000
MAX_PICTURES = 1_000
"""Pictures of one catalogue, the first of its file."""

_SUFFIXES = (".png", ".jpg", ".jpeg")
_PORTS = {"http": 80, "https": 443}


def picture_link(record: Record) -> Link | None:
    """Link of a record to its picture, None when it has none of a kind we show."""
    for relation in RELATIONS:
        for link in record.links_of(relation):
            named = urlsplit(link.href).path.lower().endswith(_SUFFIXES)
            if link.type in ("image/png", "image/jpeg") or (not link.type and named):
                return link
    return None


def picture_path(folder: Path, catalogue: str, record: Record) -> Path | None:
    """Where the picture of a record is kept, as PNG; None when it has none. Another link is another picture."""
    link = picture_link(record)
    if link is None:
        return None
    mark = hashlib.sha256("\n".join((link.href, link.checksum, record.updated)).encode("utf-8", "replace"))
    return folder / path_name(catalogue) / f"{path_name(record.id)}-{mark.hexdigest()[:12]}.png"


def pictured(records: Path) -> Iterator[Record]:
    """Records of a file that have a picture, as many as are kept; those that cannot be read are passed over.

    Raises:
        CatalogueError: READ_FAILED.
    """
    count = 0
    for _, line in read_lines(records):
        if count >= MAX_PICTURES:
            return
        if not any(f'"{relation}"'.encode() in line for relation in RELATIONS):
            continue  # most records have none: they are not decoded for nothing
        try:
            record = parse(line)
        except CatalogueError:
            continue
        if picture_link(record):
            count += 1
            yield record


def fetch_picture(link: Link, base: str, session: Session | None, cancelled: Cancelled | None = None) -> bytes:
    """Bring a picture from its catalogue.

    Args:
        link: Its link.
        base: Folder or address that the catalogue's relative links start from.
        session: For the network; None where the catalogue is a folder.
        cancelled: Asked between two pieces.

    Raises:
        CatalogueError: URL_UNSAFE when it stands elsewhere, TOO_LARGE, READ_FAILED, or as ``download.read``.
    """
    if not base.startswith(("http://", "https://")):
        return _read_file(Path(base), link)
    address = urljoin(base, link.href)
    if session is None or not same_server(address, base):
        raise CatalogueError(Code.URL_UNSAFE, address, url=address)
    return read(_OwnServer(session, base), address, MAX_BYTES, cancelled=cancelled).content or b""


def _read_file(folder: Path, link: Link) -> bytes:
    if not link.is_relative:
        raise CatalogueError(Code.URL_UNSAFE, link.href, url=link.href)
    path = folder / safe_relative(unquote(link.href))
    try:
        with closing(path.open("rb")) as stream:
            content = stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise CatalogueError(Code.READ_FAILED, str(path), reason=error.strerror or str(error)) from None
    if len(content) > MAX_BYTES:
        raise CatalogueError(Code.TOO_LARGE, str(path), size=len(content), limit=MAX_BYTES)
    return content


def image_format(content: bytes) -> str:
    """``png`` or ``jpg`` by what the bytes say, whatever their name; nothing for anything else."""
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    return "jpg" if content.startswith(b"\xff\xd8\xff") else ""


def same_server(address: str, other: str) -> bool:
    """Whether two addresses are of one server: same scheme, host and port."""
    try:
        ours, theirs = urlsplit(address), urlsplit(other)
        ports = [parts.port or _PORTS.get(parts.scheme) for parts in (ours, theirs)]
    except ValueError:
        return False
    return (ours.scheme, ours.hostname, ports[0]) == (theirs.scheme, theirs.hostname, ports[1])


class _OwnServer:
    """A session that goes to one server only, redirected or not."""

    def __init__(self, session: Session, base: str) -> None:
        self._session, self._base = session, base

    def get(self, url: str, **options: Any) -> Any:
        """Ask for an address.

        Raises:
            CatalogueError: REDIRECT_UNSAFE.
        """
        if not same_server(url, self._base):
            raise CatalogueError(Code.REDIRECT_UNSAFE, self._base, target=url[:300])
        return self._session.get(url, **options)
