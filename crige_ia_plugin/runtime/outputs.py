"""What a script wrote: looked at first, then moved to where it was asked for, all of it or nothing."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Mapping
from contextlib import closing, suppress
from pathlib import Path

from .folders import aside_of, writing_problem
from .parameters import Parameter, Type
from .problems import Code, RuntimeProblem

_HEAD = 64
_MAGIC: dict[str, tuple[bytes, ...]] = {
    "tif": (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+"),
    "tiff": (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+"),
    "png": (b"\x89PNG\r\n\x1a\n",),
    "jpg": (b"\xff\xd8\xff",),
    "jp2": (b"\0\0\0\x0cjP  ", b"\xff\x4f\xff\x51"),
    "pdf": (b"%PDF-",),
    "zip": (b"PK\x03\x04", b"PK\x05\x06"),
    "shp": (b"\0\0\x27\x0a",),
    "fgb": (b"fgb\x03",),
    "parquet": (b"PAR1",),
    "las": (b"LASF",),
    "laz": (b"LASF",),
    "gpkg": (b"SQLite format 3\0",),
    "sqlite": (b"SQLite format 3\0",),
    "json": (b"{", b"["),
    "geojson": (b"{",),
    "ipynb": (b"{",),
}
"""How files begin, by extension; an extension that is not there is not looked at."""
_TEXTS = ("json", "geojson", "ipynb")


def staged_paths(folder: Path, parameters: Mapping[str, Parameter], finals: Mapping[str, str]) -> dict[str, Path]:
    """Where the script is told to write each output: a folder each, under the final name."""
    staged = {}
    for name, final in finals.items():
        place = folder / name
        place.mkdir(parents=True, exist_ok=True)
        wanted = Path(final)
        suffix = "" if wanted.suffix else f".{parameters[name].extension}"
        staged[name] = place / (wanted.name + suffix)
    return staged


def verify(parameter: Parameter, path: Path) -> None:
    """Look at what was written for an output.

    Raises:
        RuntimeProblem: OUTPUT_MISSING, or OUTPUT_WRONG when it is not of its type.
    """
    if path.is_symlink() or not path.is_file():
        raise RuntimeProblem(Code.OUTPUT_MISSING, parameter=parameter.name)
    extension = path.suffix[1:].lower()
    try:
        with path.open("rb") as stream:
            head = stream.read(_HEAD)
    except OSError:  # the script took away the right to read it
        raise RuntimeProblem(Code.OUTPUT_WRONG, parameter=parameter.name, expected=extension) from None
    if extension in _TEXTS:
        head = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    starts = _MAGIC.get(extension, (b"",))
    sound = head.startswith(starts)
    if sound and parameter.type is Type.VECTOR_OUT and extension == "gpkg":
        sound = _has_layer(path)
    if not sound or (not head and parameter.type is not Type.FILE_OUT):
        raise RuntimeProblem(Code.OUTPUT_WRONG, parameter=parameter.name, expected=extension)


def _has_layer(path: Path) -> bool:
    """Whether a GeoPackage holds at least one table of features or attributes, and is whole."""
    address = path.resolve().as_uri() + "?mode=ro"
    try:
        with closing(sqlite3.connect(address, uri=True)) as db:
            (count,) = db.execute("SELECT count(*) FROM gpkg_contents").fetchone()
            return bool(count) and db.execute("PRAGMA quick_check(1)").fetchone() == ("ok",)
    except sqlite3.Error:
        return False


def publish(staged: Mapping[str, Path], finals: Mapping[str, str]) -> dict[str, str]:
    """Move outputs, with the files that go with each, to where they were asked for.

    All are brought beside their place first, then renamed: a full disk replaces nothing.

    Returns:
        The final path by name of output.

    Raises:
        RuntimeProblem: WRITE_FAILED or DISK_FULL.
    """
    moves: list[tuple[Path, Path]] = []
    published = {}
    try:
        for name, path in staged.items():
            target = Path(finals[name])
            if not target.suffix:
                target = target.with_name(path.name)
            target.parent.mkdir(parents=True, exist_ok=True)
            for source in sorted(path.parent.iterdir()):
                goes_along = source.name == path.name or source.name.startswith(path.stem + ".")
                if goes_along and source.is_file() and not source.is_symlink():
                    final = target.parent / source.name
                    aside = aside_of(final)
                    moves.append((aside, final))
                    shutil.move(str(source), str(aside))
            published[name] = str(target)
        for aside, final in moves:
            aside.replace(final)
    except OSError as error:
        for aside, _ in moves:
            with suppress(OSError):
                aside.unlink()
        raise writing_problem(error, error.filename2 or error.filename or "") from None
    return published
