"""Receive contributions: a zip with a record and its files, judged before anything enters the catalogue."""

from __future__ import annotations

import json
import shutil
import tempfile
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from .check import RECORDS, RecordFile, check_folder, read_records
from .indexing import normal_address, same_as
from .integrity import safe_relative
from .problems import CatalogueError, Code, Problem
from .publish import now, stamp
from .record import Record, parse

JOURNAL = ".moderation.ndjson"
"""Decisions taken, one a line; hidden, so never published."""

MAX_FILES = 1_000
MAX_SIZE = 512 << 20
_MAX_RATIO = 200


@dataclass(frozen=True)
class Decision:
    """A line of the journal."""

    date: str
    archive: str
    records: tuple[str, ...]
    accepted: bool
    reason: str = ""


@dataclass(frozen=True)
class Contribution:
    """A zip unpacked aside: its records, its files, and everything to say about them."""

    archive: Path
    folder: Path
    records: tuple[RecordFile, ...]
    problems: tuple[Problem, ...]

    @property
    def acceptable(self) -> bool:
        """Whether nothing prevents it from entering the catalogue."""
        return bool(self.records) and not any(problem.is_error for problem in self.problems)


def receive(catalogue: Path, archive: Path, workspace: Path) -> Contribution:
    """Unpack a contribution into ``workspace`` and judge it against the catalogue.

    Raises:
        CatalogueError: ARCHIVE_INVALID, ARCHIVE_RECORDS or PATH_UNSAFE.
    """
    folder = workspace / "contribution"
    unpack(archive, folder)
    _arrange(folder)
    for name in ("catalog.json", "vocabulary"):
        source = catalogue / name
        if source.is_dir():
            shutil.copytree(source, folder / name, dirs_exist_ok=True)
        elif source.is_file():
            shutil.copyfile(source, folder / name)
    records, problems = read_records(folder)
    if not records and not problems:
        raise CatalogueError(Code.ARCHIVE_RECORDS, str(archive))
    found = [*check_folder(folder), *duplicates(read_records(catalogue)[0], records)]
    renamed = [problem.at(f"{archive}!{_inside(problem.file, folder)}") for problem in found]
    return Contribution(archive, folder, tuple(records), tuple(renamed))


def _inside(file: str, folder: Path) -> str:
    path = Path(file)
    return path.relative_to(folder).as_posix() if folder in path.parents else file


def unpack(archive: Path, folder: Path) -> None:
    """Unpack a zip that may be hostile: no way out of the folder, no link, no bomb.

    Raises:
        CatalogueError: ARCHIVE_INVALID or PATH_UNSAFE.
    """
    try:
        with zipfile.ZipFile(archive) as content:
            members = [member for member in content.infolist() if not member.is_dir()]
            _refuse_bombs(archive, members)
            for member in members:
                name = safe_relative(member.filename)
                if (member.external_attr >> 16) & 0o170000 == 0o120000:
                    raise CatalogueError(Code.PATH_UNSAFE, str(archive), path=name)
                target = folder / name
                target.parent.mkdir(parents=True, exist_ok=True)
                with content.open(member) as source, target.open("xb") as stream:
                    _copy(source, stream, member.file_size, archive)
    except CatalogueError as error:
        raise CatalogueError.of(error.problem.at(str(archive))) from None
    except (zipfile.BadZipFile, OSError, EOFError, RuntimeError, NotImplementedError, ValueError) as error:
        raise CatalogueError(Code.ARCHIVE_INVALID, str(archive), reason=str(error)[:200]) from None


def _refuse_bombs(archive: Path, members: list[zipfile.ZipInfo]) -> None:
    size = sum(member.file_size for member in members)
    packed = sum(member.compress_size for member in members)
    if len(members) > MAX_FILES or size > MAX_SIZE or size > _MAX_RATIO * max(packed, 1 << 16):
        raise CatalogueError(Code.ARCHIVE_INVALID, str(archive), reason=f"{len(members)} files, {size} bytes")


def _copy(source: object, stream: object, announced: int, archive: Path) -> None:
    written = 0
    for block in iter(lambda: source.read(1 << 16), b""):  # type: ignore[attr-defined]
        written += len(block)
        if written > announced:
            raise CatalogueError(Code.ARCHIVE_INVALID, str(archive), reason="larger than announced")
        stream.write(block)  # type: ignore[attr-defined]


def _arrange(folder: Path) -> None:
    """Put a single ``record.json`` where records go; the form of the panel writes it at the top."""
    single = folder / "record.json"
    if single.is_file():
        try:
            name = parse(single.read_bytes()).id
            target = folder / RECORDS / f"{safe_relative(name)}.json"
        except CatalogueError:
            target = folder / RECORDS / "record.json"
        target.parent.mkdir(exist_ok=True)
        single.replace(target)
    else:
        (folder / RECORDS).mkdir(parents=True, exist_ok=True)


def duplicates(known: list[RecordFile], proposed: list[RecordFile]) -> Iterator[Problem]:
    """What of the proposed records is already in the catalogue: id, DOI, address, file."""
    ids: dict[str, str] = {}
    keys: dict[str, str] = {}
    pages: dict[str, str] = {}
    sums: dict[str, str] = {}
    for file in known:
        record = _record(file)
        if record:
            ids[record.id] = record.id
            for key in same_as(record):
                keys.setdefault(key, record.id)
            pages.setdefault(normal_address(record.landing), record.id)
            for link in record.links:
                sums.setdefault(link.checksum, record.id)
    for file in proposed:
        record = _record(file)
        if record:
            yield from _duplicates_of(record, str(file.path), ids, keys, pages, sums)


def _duplicates_of(
    record: Record,
    file: str,
    ids: dict[str, str],
    keys: dict[str, str],
    pages: dict[str, str],
    sums: dict[str, str],
) -> Iterator[Problem]:
    if record.id in ids:
        yield Problem(Code.DUPLICATE_ID, {"id": record.id}, file)
    for key in same_as(record):
        if key.startswith("doi ") and key in keys:
            yield Problem(Code.DUPLICATE_DOI, {"other": keys[key]}, file)
    page = normal_address(record.landing)
    if page and page in pages:
        yield Problem(Code.DUPLICATE_URL, {"other": pages[page]}, file)
    for link in record.links:
        if link.checksum and link.checksum in sums:
            yield Problem(Code.DUPLICATE_CHECKSUM, {"other": sums[link.checksum], "href": link.href}, file)


def _record(file: RecordFile) -> Record | None:
    try:
        return parse(dict(file.data), str(file.path))
    except CatalogueError:
        return None


def accept(catalogue: Path, contribution: Contribution) -> None:
    """Put a contribution's records and files into the catalogue, and write it in the journal.

    Raises:
        CatalogueError: its first error, or WRITE_FAILED; nothing has then been added.
    """
    if not contribution.acceptable:
        errors = [problem for problem in contribution.problems if problem.is_error]
        raise CatalogueError.of(errors[0] if errors else Problem(Code.ARCHIVE_RECORDS))
    added: list[Path] = []
    try:
        for path in _contributed(contribution):
            target = catalogue / path.relative_to(contribution.folder)
            if target.exists():
                raise CatalogueError(Code.WRITE_FAILED, str(target), reason="exists")
            target.parent.mkdir(parents=True, exist_ok=True)
            added.append(target)
            shutil.copyfile(path, target)
        _note(catalogue, contribution, True)
    except (OSError, CatalogueError) as error:
        for path in added:
            path.unlink(missing_ok=True)
        if isinstance(error, CatalogueError):
            raise
        raise CatalogueError(Code.WRITE_FAILED, str(catalogue), reason=error.strerror or str(error)) from None


def _contributed(contribution: Contribution) -> Iterator[Path]:
    """Records, and the files they link to; anything else in the zip stays out."""
    for record in contribution.records:
        yield record.path
        for link in parse(dict(record.data)).links:
            path = contribution.folder / link.href
            parts = PurePosixPath(link.href).parts
            if link.is_relative and path.is_file() and parts[0] == "files":
                yield path


def refuse(catalogue: Path, contribution: Contribution, reason: str) -> None:
    """Write in the journal that a contribution was refused, and why.

    Raises:
        CatalogueError: WRITE_FAILED.
    """
    try:
        _note(catalogue, contribution, False, reason)
    except OSError as error:
        raise CatalogueError(Code.WRITE_FAILED, str(catalogue), reason=error.strerror or str(error)) from None


def _note(catalogue: Path, contribution: Contribution, accepted: bool, reason: str = "") -> None:
    names = tuple(record.id for record in contribution.records)
    decision = Decision(stamp(now()), contribution.archive.name, names, accepted, reason)
    with (catalogue / JOURNAL).open("a", encoding="utf-8") as stream:
        stream.write(json.dumps(decision.__dict__, ensure_ascii=False) + "\n")


def journal(catalogue: Path) -> list[Decision]:
    """Decisions taken, oldest first; an unreadable line is left out."""
    path = catalogue / JOURNAL
    found = []
    for line in path.read_text(encoding="utf-8").splitlines() if path.is_file() else ():
        decision = _decision(line)
        if decision:
            found.append(decision)
    return found


def _decision(line: str) -> Decision | None:
    try:
        data = json.loads(line)
        return Decision(data["date"], data["archive"], tuple(data["records"]), data["accepted"], data["reason"])
    except (ValueError, KeyError, TypeError):
        return None


def workspace() -> tempfile.TemporaryDirectory[str]:
    """A folder of one's own for a contribution, removed afterwards."""
    return tempfile.TemporaryDirectory(prefix="iageo-")
