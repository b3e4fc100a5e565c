"""Files of a resource: how they are called, where they stand, what vouches for them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urljoin, urlsplit

from .integrity import digest_of, safe_relative
from .record import Link, Record


@dataclass(frozen=True)
class Access:
    """How a server is entered: a QGIS authentication configuration, and the address it is for."""

    authcfg: str = ""
    origin: str = ""


OPEN = Access()
"""A server that asks for nothing."""


@dataclass(frozen=True)
class Wanted:
    """A file of a resource.

    Attributes:
        name: Relative path in the installed resource.
        place: Address, or path of a file on this computer.
        digest: SHA-256 published for it, in hexadecimal; empty when none is.
        size: Bytes, -1 when unknown.
    """

    name: str
    place: str
    digest: str = ""
    size: int = -1

    @property
    def is_remote(self) -> bool:
        """Whether it must be downloaded."""
        return self.place.startswith(("http://", "https://"))


def wanted_files(record: Record, base: str, sums: Mapping[str, str] | None = None) -> list[Wanted]:
    """Files of a resource: its links with the relation ``enclosure``.

    Args:
        record: The resource.
        base: Folder of its catalogue on this computer, or address that its relative links start from.
        sums: Digests by relative path, where the catalogue has ``SHA256SUMS``.

    Raises:
        CatalogueError: PATH_UNSAFE or CHECKSUM_FORM.
    """
    names: dict[str, None] = {}
    files = []
    for link in record.links_of("enclosure"):
        name = _free_name(unquote(PurePosixPath(urlsplit(link.href).path).name), names)
        files.append(Wanted(safe_relative(name), place_of(link, base), _digest(link, sums or {}), link.size))
    return files


def _free_name(name: str, names: dict[str, None]) -> str:
    """A name no other file of the resource has, on a system that ignores case either."""
    stem, suffix = PurePosixPath(name).stem, PurePosixPath(name).suffix
    free, number = name, 2
    while free.lower() in names:
        free, number = f"{stem}-{number}{suffix}", number + 1
    names[free.lower()] = None
    return free


def place_of(link: Link, base: str) -> str:
    """Address, or path on this computer, of what a link points to.

    Args:
        link: The link.
        base: Folder of its catalogue on this computer, or address that its relative links start from.

    Raises:
        CatalogueError: PATH_UNSAFE.
    """
    if not link.is_relative:
        return link.href
    if base.startswith(("http://", "https://")):
        return urljoin(base, link.href)
    return str(Path(base) / safe_relative(unquote(link.href)))


def _digest(link: Link, sums: Mapping[str, str]) -> str:
    if link.checksum:
        return digest_of(link.checksum, link.href)
    return sums.get(unquote(link.href), "") if link.is_relative else ""
