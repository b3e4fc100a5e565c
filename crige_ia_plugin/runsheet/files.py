"""Run sheets as files: written in one stroke and without anything personal, read back from page or JSON."""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Union

from .html import read_html, to_html
from .paths import anonymised
from .sheet import RunSheet, from_json
from .words import ENGLISH

PathLike = Union[str, "os.PathLike[str]"]


def read(path: PathLike) -> RunSheet:
    """Return the run sheet of a file, whether page or JSON.

    Raises:
        OSError: The file cannot be read.
        RunSheetError: It holds no run sheet, or one that cannot be read.
    """
    text = Path(path).read_text(encoding="utf-8-sig", errors="replace")
    return from_json(text) if text.lstrip().startswith("{") else read_html(text)


def write(sheet: RunSheet, path: PathLike, words: Mapping[str, str] = ENGLISH, keep_paths: bool = False) -> None:
    """Write the page of a run sheet, without anything personal.

    It is written beside and swapped in at the end: on a full disk, the file that was there stays.

    Args:
        sheet: The sheet; its sources and texts are shortened on the way (see ``paths.anonymised``).
        path: File to write or replace.
        words: Words of the page by code, in the language of the sheet.
        keep_paths: Keep folders and servers in the sheet; passwords are dropped all the same.

    Raises:
        OSError: The file cannot be written.
    """
    target = Path(path)
    page = to_html(anonymised(sheet, keep_paths), words).encode("utf-8")
    beside = target.with_name(f".{target.name[:80]}.{secrets.token_hex(4)}.part")
    try:
        with beside.open("xb") as file:
            file.write(page)
            file.flush()
            os.fsync(file.fileno())
        with suppress(OSError):  # no file there to take the mode from, or no modes on this file system
            shutil.copymode(target, beside)
        beside.replace(target)
    except BaseException:
        with suppress(OSError):
            beside.unlink()
        raise
