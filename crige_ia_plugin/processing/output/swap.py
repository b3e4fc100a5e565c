"""Files written aside, then put in their place together or not at all."""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_SQLITE = ("-wal", "-shm", "-journal")
_COMPANIONS = {
    # A shapefile's old index or code page would be read with the new file.
    ".shp": tuple(
        f".{end}"
        for end in [
            "shx",
            "dbf",
            "prj",
            "cpg",
            "qix",
            "qpj",
            "sbn",
            "sbx",
            "idx",
            "fbn",
            "fbx",
            "ain",
            "aih",
            "ixs",
            "mxs",
            "atx",
        ]
    ),
    ".tab": (".dat", ".map", ".id", ".ind"),
    ".mif": (".mid",),
    ".gml": (".xsd", ".gfs"),
    ".csv": (".csvt", ".prj"),
}


def partial_folder(target: Path) -> Path:
    """Make and return a hidden folder beside ``target``, so on the same volume, to write it in under its own name.

    Raises:
        OSError: The folder cannot be written.
    """
    folder = target.with_name(f".{target.stem}.partial-{secrets.token_hex(4)}")
    folder.mkdir()
    return folder


def companions(target: Path) -> list[Path]:
    """Return the files that belong to ``target`` and are there: they are replaced, or go, with it."""
    suffix = target.suffix.lower()
    named = [target.with_suffix(end) for end in _COMPANIONS.get(suffix, ())]
    named += [target.with_suffix(end.upper()) for end in _COMPANIONS.get(suffix, ())]
    if suffix in (".gpkg", ".sqlite"):
        named += [target.with_name(target.name + end) for end in _SQLITE]
    return [path for path in dict.fromkeys(named) if path.exists()]


@contextmanager
def swapped(moves: Iterable[tuple[Path, Path]]) -> Iterator[None]:
    """Put each ``(source, target)`` in its place, run the body, and undo everything if anything fails.

    What stands at the targets, with its companions, is set aside first and removed at the end.

    Raises:
        OSError: Something could not be moved (on Windows: it is open elsewhere); all is as it was.
    """
    token = secrets.token_hex(4)
    pairs = list(moves)
    aside: list[tuple[Path, Path]] = []
    placed: list[tuple[Path, Path]] = []
    targets = {target for _, target in pairs}
    try:
        old = [path for _, target in pairs for path in (target, *companions(target)) if path.exists()]
        for path in dict.fromkeys(old):
            kept = path.with_name(f".{path.name}.previous-{token}")
            _set_aside(path, kept, replaced=path in targets)
            aside.append((path, kept))
        for source, target in pairs:
            source.replace(target)
            placed.append((source, target))
        yield
    except BaseException:
        for source, target in reversed(placed):
            target.replace(source)
        for path, kept in reversed(aside):
            kept.replace(path)
            # Two links of one file: renaming one into the other does nothing, by POSIX's decree.
            remove(kept)
        raise
    for _, kept in aside:
        remove(kept)


def _set_aside(path: Path, kept: Path, replaced: bool) -> None:
    """Keep ``path`` under another name; one that is about to be replaced never goes missing, where links exist."""
    if replaced and path.is_file():
        with suppress(OSError):
            os.link(path, kept)
            return
    path.replace(kept)


def remove(path: Path) -> None:
    """Remove a file or a folder of ours; one that another program holds open is left behind."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        with suppress(OSError):
            path.unlink()


def make_folder(folder: Path) -> list[Path]:
    """Make ``folder`` where missing; return what was made, deepest first, for it to be undone."""
    missing = []
    while not folder.exists():
        missing.append(folder)
        folder = folder.parent
    for path in reversed(missing):
        path.mkdir(exist_ok=True)
    return missing


def synchronise(path: Path) -> None:
    """Wait until ``path`` is on the disk; the last moment at which a full or remote one tells.

    Raises:
        OSError: It could not be written.
    """
    with path.open("rb+") as stream:
        os.fsync(stream.fileno())
