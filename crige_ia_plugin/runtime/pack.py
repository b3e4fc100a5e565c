"""A pack: a script or a notebook with its pinned list and its packages, to carry to a computer without internet."""

from __future__ import annotations

import hashlib
import stat
import zipfile
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from . import network, notebook, pins, programs
from .environment import UV_PINS, Settings
from .folders import RunFolder, aside_of, remove, writing_problem
from .interpreters import find_python
from .listener import Cancellable, Silent
from .problems import Code, RuntimeProblem
from .script import LOCK_SUFFIX, Runner, Script, bytes_of
from .tools import call

SUMS = "SHA256SUMS"
WHEELS = "wheels"
MAX_FILES = 2_000
MAX_BYTES = 8 << 30
_BLOCK = 1 << 20
_STAMP = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True)
class Target:
    """The computer a pack is for; this one by default.

    Attributes:
        platform: Platform in pip's words, such as ``win_amd64``; empty for this computer.
        python: Version of Python, such as ``3.12``; empty for the interpreter of the settings.
    """

    platform: str = ""
    python: str = ""


def bundle(
    script: Script, settings: Settings, path: Path, monitor: Cancellable | None = None, target: Target | None = None
) -> list[str]:
    """Write a pack: a zip with the script, its list, every package it needs and uv.

    Args:
        script: The script.
        settings: What the user or the administrator chose.
        path: The zip; it must not exist.
        monitor: Who may stop it.
        target: The computer it is for.

    Returns:
        Names of the files in the pack.

    Raises:
        RuntimeProblem: FILE_EXISTS, LOCK_MISSING, LOCK_FORM, or what pip's errors mean.
    """
    target, monitor = target or Target(), monitor or Silent()
    if path.exists():
        raise RuntimeProblem(Code.FILE_EXISTS, str(path))
    if script.dependencies and not script.lock:
        raise RuntimeProblem(Code.LOCK_MISSING, script.name, name=Path(script.name).stem + LOCK_SUFFIX)
    with RunFolder(settings.cache_folder / "making") as place:
        wheels = place.folder(WHEELS)
        if script.dependencies:
            pins.read(script.lock, script.name)
            list_ = place.path / "pins.txt"
            try:
                list_.write_bytes(script.lock)
            except OSError as error:
                raise writing_problem(error, list_) from None
            for wanted in (list_, UV_PINS):
                _download(wanted, wheels, settings, place.path, monitor, target)
        files = {script.name: _file_of(script)}
        if script.lock:
            files[Path(script.name).stem + LOCK_SUFFIX] = script.lock
        return _write(path, files, wheels)


def _file_of(script: Script) -> bytes:
    """What its file holds, which for a notebook is not the source that runs."""
    if script.runner is Runner.NOTEBOOK and script.path is not None:
        return bytes_of(script.path, notebook.MAX_BYTES)
    return script.source


def _download(
    wanted: Path, wheels: Path, settings: Settings, place: Path, monitor: Cancellable, target: Target
) -> None:
    python = find_python(settings.python)
    words = [
        python,
        "-I",
        "-m",
        "pip",
        "download",
        "--quiet",
        "--require-hashes",
        "--only-binary",
        ":all:",
        "--no-deps",
    ]
    words += ["--dest", str(wheels), "--requirement", str(wanted)]
    if target.platform:
        words += ["--platform", target.platform]
    if target.python:
        words += ["--python-version", target.python]
    call(words, place, network.for_pip(settings), monitor)


def _write(path: Path, files: dict[str, bytes], wheels: Path) -> list[str]:
    aside = aside_of(path)
    sums: dict[str, str] = {}
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with zipfile.ZipFile(aside, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in files.items():
                archive.writestr(zipfile.ZipInfo(name, _STAMP), data, zipfile.ZIP_DEFLATED)
                sums[name] = hashlib.sha256(data).hexdigest()
            for wheel in sorted(wheels.iterdir()):
                name = f"{WHEELS}/{wheel.name}"
                archive.write(wheel, name, zipfile.ZIP_STORED)
                sums[name] = _sha256(wheel)
            listed = "".join(f"{sums[name]}  {name}\n" for name in sorted(sums))
            archive.writestr(zipfile.ZipInfo(SUMS, _STAMP), listed)
        aside.replace(path)
    except OSError as error:
        with suppress(OSError):
            aside.unlink()
        raise writing_problem(error, path) from None
    return sorted(sums)


def _sha256(path: Path) -> str:
    found = hashlib.sha256()
    with path.open("rb") as stream:
        for block in iter(lambda: stream.read(_BLOCK), b""):
            found.update(block)
    return found.hexdigest()


@dataclass(frozen=True)
class Pack:
    """A pack that was opened: its script, and the folder of its packages (``Settings.wheels``)."""

    script: Script
    wheels: Path

    def settings(self, settings: Settings) -> Settings:
        """The same settings, with the packages of the pack."""
        return replace(settings, wheels=str(self.wheels))


def unpack(path: Path, folder: Path) -> Pack:
    """Open a pack into a folder that does not exist yet; everything in it is verified.

    Raises:
        RuntimeProblem: ARCHIVE_INVALID, DIGEST_DIFFERS, FILE_EXISTS, WRITE_FAILED or DISK_FULL; nothing is left.
    """
    if folder.exists():
        raise RuntimeProblem(Code.FILE_EXISTS, str(folder))
    aside = aside_of(folder)
    try:
        with zipfile.ZipFile(path) as archive:
            sums = _sums(archive, path)
            for name, digest in sums.items():
                _extract(archive, name, digest, aside, path)
        found = [name for name in sums if "/" not in name and name.lower().endswith(programs.SUFFIXES)]
        if len(found) != 1:
            raise RuntimeProblem(Code.ARCHIVE_INVALID, str(path), reason="*.py, *.ipynb")
        if programs.read(aside / found[0]).runner.is_inside:
            raise RuntimeProblem(Code.INSIDE_ONLY, found[0])
        aside.rename(folder)
    except (zipfile.BadZipFile, NotImplementedError, EOFError, RuntimeError) as error:
        raise RuntimeProblem(Code.ARCHIVE_INVALID, str(path), reason=str(error)[:200]) from None
    except OSError as error:
        raise writing_problem(error, folder) from None
    finally:
        remove(aside)
    return Pack(programs.read(folder / found[0]), folder / WHEELS)


def _sums(archive: zipfile.ZipFile, path: Path) -> dict[str, str]:
    """Digest by name of what the pack lists; nothing else is in it and no name leads elsewhere."""

    def refuse(reason: str) -> RuntimeProblem:
        return RuntimeProblem(Code.ARCHIVE_INVALID, str(path), reason=reason)

    entries = archive.infolist()
    names = [entry.filename for entry in entries]
    if len(entries) > MAX_FILES or sum(entry.file_size for entry in entries) > MAX_BYTES:
        raise refuse("> 8 GiB")
    if len(names) != len({name.lower() for name in names}) or SUMS not in names:
        raise refuse(SUMS)
    for entry in entries:
        if not _is_plain(entry):
            raise refuse(ascii(entry.filename)[:100])
    if archive.getinfo(SUMS).file_size > _BLOCK:
        raise refuse(SUMS)
    rows = (line.split("  ", 1) for line in archive.read(SUMS).decode("utf-8", "replace").splitlines())
    sums = {row[1]: row[0] for row in rows if len(row) == 2}
    if set(sums) != set(names) - {SUMS}:
        raise refuse(SUMS)
    return sums


def _is_plain(entry: zipfile.ZipInfo) -> bool:
    """Whether an entry is a file at the top or among the packages, with a name that any system bears."""
    parts = PurePosixPath(entry.filename).parts
    shallow = len(parts) == 1 or (len(parts) == 2 and parts[0] == WHEELS)
    plain = all(part[0].isalnum() and not set(part) & set('\\:*?"<>|') and part.isprintable() for part in parts)
    return shallow and plain and not entry.is_dir() and not stat.S_ISLNK(entry.external_attr >> 16)


def _extract(archive: zipfile.ZipFile, name: str, digest: str, folder: Path, path: Path) -> None:
    target = folder.joinpath(*PurePosixPath(name).parts)
    target.parent.mkdir(parents=True, exist_ok=True)
    found = hashlib.sha256()
    with archive.open(name) as source, target.open("xb") as stream:
        for block in iter(lambda: source.read(_BLOCK), b""):
            found.update(block)
            stream.write(block)
    if found.hexdigest() != digest:
        raise RuntimeProblem(Code.DIGEST_DIFFERS, str(path), reason=name)
