"""From a draft to a contribution: a valid OGC record, and a zip that a catalogue's ``import`` accepts.

The same draft and the same files give the same bytes on every machine: nothing in the zip is compressed (nor
does any part of it look like a bomb), its entries have no date of their own.
"""

from __future__ import annotations

import hashlib
import mimetypes
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, Callable

from ..catalogue.integrity import multihash
from ..catalogue.problems import CatalogueError
from ..catalogue.record import parse
from ..catalogue.strictjson import pretty
from ..catalogue.vocabulary import Vocabulary
from . import identifiers
from .draft import Draft, LocalFile
from .feature import feature
from .files import replacing
from .problems import AuthoringError, Code
from .rules import MAX_FILE, problems

__all__ = ["MAX_FILE", "Proposal", "Stored", "measured", "problems", "record", "write_zip"]

_BLOCK = 1 << 20
_EPOCH = (1980, 1, 1, 0, 0, 0)
_UNIX, _MODE = 3, 0o100644 << 16

Progress = Callable[[float], None]
Cancelled = Callable[[], bool]


@dataclass(frozen=True)
class Stored:
    """A file as the record tells it.

    Attributes:
        file: The file on this computer.
        name: Its name in the proposal: ASCII, unlike any other of the same resource.
        size: In bytes.
        digest: SHA-256 in hexadecimal.
    """

    file: LocalFile
    name: str
    size: int
    digest: str

    @property
    def is_included(self) -> bool:
        """Whether it goes with the proposal rather than stay where it is."""
        return not self.file.url.strip()

    def link(self, folder: str) -> dict[str, Any]:
        """Its link in the record, with size and checksum.

        Args:
            folder: Where the proposal holds its files, ``files/<id>/<version>``.
        """
        kind = self.file.media_type.strip() or mimetypes.guess_type(self.name)[0] or "application/octet-stream"
        return {
            "rel": "enclosure",
            "type": kind,
            "href": f"{folder}/{self.name}" if self.is_included else self.file.url.strip(),
            "title": self.file.title.strip() or Path(self.file.path).name,
            "file:size": self.size,
            "file:checksum": multihash(self.digest),
        }


@dataclass(frozen=True)
class Proposal:
    """What was written, for the e-mail or the pull request.

    Attributes:
        included: Names of the files inside the zip.
        linked: Addresses of those that stay where they are.
        size: Of the zip, in bytes.
    """

    path: Path
    id: str
    included: tuple[str, ...]
    linked: tuple[str, ...]
    size: int


def measured(draft: Draft, progress: Progress | None = None, cancelled: Cancelled | None = None) -> tuple[Stored, ...]:
    """Read every file of a draft for its size and checksum; large ones take time: not for the GUI thread.

    Args:
        draft: The draft.
        progress: Told the share of the bytes read, from 0 to 1.
        cancelled: Asked between blocks.

    Raises:
        AuthoringError: FILE_MISSING, FILE_UNREADABLE or CANCELLED.
    """
    names = _names(draft.files)
    total = max(1, sum(_size(file) for file in draft.files))
    done = 0
    stored = []
    for file, name in zip(draft.files, names):
        digest, size = hashlib.sha256(), 0
        try:
            with Path(file.path).open("rb") as source:
                for block in iter(lambda: source.read(_BLOCK), b""):
                    digest.update(block)
                    size += len(block)
                    _go_on(cancelled)
                    if progress:
                        progress(min(1.0, (done + size) / total))
        except OSError as error:
            raise _unreadable(file, error) from None
        done += size
        stored.append(Stored(file, name, size, digest.hexdigest()))
    return tuple(stored)


def record(draft: Draft, stored: Sequence[Stored] = (), vocabulary: Vocabulary | None = None) -> dict[str, Any]:
    """The OGC API – Records feature of a draft, also what an endpoint that accepts records is sent.

    Args:
        draft: A draft without errors.
        stored: Its files, from ``measured``.
        vocabulary: Where the titles of facet values come from.

    Raises:
        AuthoringError: RECORD_INVALID, the draft is such that no record can be made of it.
    """
    made = feature(draft, vocabulary)
    folder = f"files/{made['id']}/{identifiers.version(draft.version) or '1'}"
    made["links"] = [*made["links"], *(file.link(folder) for file in stored)]
    try:
        parse(pretty(made).encode("utf-8"))
    except CatalogueError as error:
        raise AuthoringError(Code.RECORD_INVALID, reason=error.code.value) from None
    except ValueError as error:  # a number JSON does not have, inside ``run``
        raise AuthoringError(Code.RECORD_INVALID, reason=str(error)[:200]) from None
    return made


def write_zip(
    draft: Draft,
    path: Path,
    vocabulary: Vocabulary | None = None,
    limit: int = MAX_FILE,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> Proposal:
    """Write a proposal: ``records/<id>.json`` and ``files/<id>/<version>/…``, ready for a pull request.

    It is written in one stroke: cancelled or failed, a file that was there stays as it was.

    Args:
        draft: The draft.
        path: The zip to write or replace.
        vocabulary: What kind and facets are checked against and titled from.
        limit: Largest file to include, in bytes.
        progress: Told the share done, from 0 to 1.
        cancelled: Asked between blocks.

    Raises:
        AuthoringError: the draft's first error; FILE_UNREADABLE, FILE_CHANGED, WRITE_FAILED or CANCELLED.
    """
    for problem in problems(draft, vocabulary, limit):
        if problem.is_error:
            raise AuthoringError.of(problem)
    stored = measured(draft, (lambda share: progress(share / 2)) if progress else None, cancelled)
    made = record(draft, stored, vocabulary)
    included = [file for file in stored if file.is_included]
    with replacing(path) as stream:
        _write(stream, made, included, progress, cancelled)
        size = stream.tell()
    linked = tuple(file.file.url.strip() for file in stored if not file.is_included)
    return Proposal(path, str(made["id"]), tuple(file.name for file in included), linked, size)


def _write(
    stream: BinaryIO,
    made: Mapping[str, Any],
    included: Sequence[Stored],
    progress: Progress | None,
    cancelled: Cancelled | None,
) -> None:
    links = [link["href"] for link in made["links"] if link["href"].startswith("files/")]
    total = max(1, sum(file.size for file in included))
    done = 0
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr(_entry(f"records/{made['id']}.json"), pretty(made).encode("utf-8"))
        for file, name in zip(included, links):
            _go_on(cancelled)
            archive.writestr(_entry(name), _content(file))
            done += file.size
            if progress:
                progress(0.5 + done / total / 2)
    _go_on(cancelled)


def _content(file: Stored) -> bytes:
    """A file's bytes, those whose checksum the record tells; at most ``MAX_FILE`` of them unless asked otherwise."""
    try:
        content = Path(file.file.path).read_bytes()
    except OSError as error:
        raise _unreadable(file.file, error) from None
    if hashlib.sha256(content).hexdigest() != file.digest:
        raise AuthoringError(Code.FILE_CHANGED, "files", name=Path(file.file.path).name)
    return content


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _EPOCH)
    entry.create_system = _UNIX
    entry.external_attr = _MODE
    return entry


def _names(files: Sequence[LocalFile]) -> list[str]:
    """A name for each file, unlike the others whatever the case."""
    names: list[str] = []
    taken: set[str] = set()
    for file in files:
        name = wanted = identifiers.file_name(Path(file.path.replace("\\", "/")).name)
        number = 2
        while name.lower() in taken:
            stem, dot, extension = wanted.rpartition(".")
            name = f"{stem}-{number}.{extension}" if dot else f"{wanted}-{number}"
            number += 1
        taken.add(name.lower())
        names.append(name)
    return names


def _size(file: LocalFile) -> int:
    try:
        return Path(file.path).stat().st_size
    except (OSError, ValueError) as error:
        raise _unreadable(file, error) from None


def _unreadable(file: LocalFile, error: Exception) -> AuthoringError:
    name = Path(file.path).name
    if isinstance(error, FileNotFoundError):
        return AuthoringError(Code.FILE_MISSING, "files", name=name)
    reason = getattr(error, "strerror", None) or str(error)
    return AuthoringError(Code.FILE_UNREADABLE, "files", name=name, reason=reason)


def _go_on(cancelled: Cancelled | None) -> None:
    if cancelled and cancelled():
        raise AuthoringError(Code.CANCELLED)
