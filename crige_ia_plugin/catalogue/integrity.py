"""Is a file the one its author published? Sizes, SHA-256, ``SHA256SUMS`` over a folder."""

from __future__ import annotations

import hashlib
import hmac
import re
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

from .problems import CatalogueError, Code, Problem

SUMS = "SHA256SUMS"
SIGNATURE = "SHA256SUMS.minisig"
MAX_SUMS = 16 << 20

_MULTIHASH_SHA256 = "1220"  # function code 0x12, length 0x20
_HEX = re.compile(r"[0-9a-f]{64}\Z")
_LINE = re.compile(r"([0-9a-fA-F]{64}) [ *](.+)\Z")
_BLOCK = 1 << 20


def sha256(path: Path) -> str:
    """Digest of a file, in hexadecimal, read block by block."""
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        for block in iter(lambda: stream.read(_BLOCK), b""):
            digest.update(block)
    return digest.hexdigest()


def multihash(digest: str) -> str:
    """Write a SHA-256 in hexadecimal the way ``file:checksum`` holds it."""
    return _MULTIHASH_SHA256 + digest


def digest_of(checksum: str, file: str = "") -> str:
    """The SHA-256 inside a ``file:checksum``.

    Raises:
        CatalogueError: CHECKSUM_FORM, it is not the multihash of a SHA-256.
    """
    text = checksum.strip().lower()
    if not text.startswith(_MULTIHASH_SHA256) or not _HEX.match(text[4:]):
        raise CatalogueError(Code.CHECKSUM_FORM, file, checksum=checksum[:100])
    return text[4:]


def verify_file(path: Path, digest: str, size: int = -1) -> None:
    """Check a file's size (-1: unknown) and SHA-256.

    Raises:
        CatalogueError: FILE_MISSING, SIZE_DIFFERS or CHECKSUM_DIFFERS.
    """
    try:
        found = path.stat().st_size
        if size >= 0 and found != size:
            raise CatalogueError(Code.SIZE_DIFFERS, str(path), expected=size, found=found)
        if not hmac.compare_digest(sha256(path), digest.lower()):
            raise CatalogueError(Code.CHECKSUM_DIFFERS, str(path))
    except FileNotFoundError:
        raise CatalogueError(Code.FILE_MISSING, str(path), name=path.name) from None
    except OSError as error:
        raise CatalogueError(Code.READ_FAILED, str(path), reason=error.strerror or str(error)) from None


def safe_relative(name: str) -> str:
    """Return a path that stays in its folder on every system.

    Raises:
        CatalogueError: PATH_UNSAFE: absolute, with ``..``, a drive, a backslash or a control character.
    """
    path = PurePosixPath(name)
    unsafe = (
        not name
        or path.is_absolute()
        or ".." in path.parts
        or any(character in '\\:*?"<>|' or ord(character) < 32 for character in name)
        or any(part.endswith((".", " ")) for part in path.parts)
        or str(path) != name
    )
    if unsafe:
        raise CatalogueError(Code.PATH_UNSAFE, path=name[:200])
    return name


def read_sums(text: str, file: str = SUMS) -> dict[str, str]:
    """Digest by relative path, from the text of ``SHA256SUMS`` (as ``sha256sum`` writes it).

    Raises:
        CatalogueError: SUMS_FORM with its line, or PATH_UNSAFE.
    """
    sums: dict[str, str] = {}
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        found = _LINE.match(line)
        if not found or found.group(2) in sums:
            raise CatalogueError(Code.SUMS_FORM, file, number, text=line[:100])
        sums[safe_relative(found.group(2))] = found.group(1).lower()
    return sums


def listed_files(folder: Path) -> Iterator[str]:
    """Relative paths of what ``SHA256SUMS`` covers: every file but itself, its signature and hidden ones."""
    for path in sorted(folder.rglob("*")):
        relative = path.relative_to(folder)
        if path.is_file() and not any(part.startswith(".") for part in relative.parts):
            name = relative.as_posix()
            if name not in (SUMS, SIGNATURE):
                yield name


def sums_text(folder: Path) -> str:
    """Content of ``SHA256SUMS`` for a folder as it is now."""
    return "".join(f"{sha256(folder / name)}  {name}\n" for name in listed_files(folder))


def check_sums(folder: Path) -> list[Problem]:
    """Compare a folder with its ``SHA256SUMS``; an empty list means every file is the published one."""
    file = folder / SUMS
    if not file.is_file():
        return [Problem(Code.SUMS_MISSING, {"name": SUMS}, str(file))]
    try:
        sums = read_sums(file.read_text(encoding="utf-8"), str(file))
    except UnicodeDecodeError:
        return [Problem(Code.SUMS_FORM, {"text": ""}, str(file))]
    except CatalogueError as error:
        return [error.problem]
    return [*_changed(folder, sums), *_unlisted(folder, sums)]


def _changed(folder: Path, sums: Mapping[str, str]) -> Iterator[Problem]:
    for name, digest in sums.items():
        problem = _difference(folder / name, digest)
        if problem:
            yield problem


def _difference(path: Path, digest: str) -> Problem | None:
    try:
        verify_file(path, digest)
    except CatalogueError as error:
        return error.problem
    return None


def _unlisted(folder: Path, sums: Mapping[str, str]) -> Iterator[Problem]:
    for name in listed_files(folder):
        if name not in sums:
            yield Problem(Code.FILE_UNLISTED, {"name": name}, str(folder / name))
