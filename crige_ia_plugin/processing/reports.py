"""Where a run's sheet goes, and writing it: what fails there is told and undoes nothing."""

from __future__ import annotations

from itertools import count
from pathlib import Path

from qgis.core import QgsProcessingFeedback

from .. import settings
from ..__about__ import TITLE
from ..messages import run_sheet_words
from ..runsheet.files import write
from ..runsheet.sheet import RunSheet
from ..translation import tr


def free_place(path: Path) -> Path:
    """Return a name that nobody has: the sheet of layers that are still there must not go for a run without any."""
    names = (path.with_name(f"{path.stem}-{number}{path.suffix}") for number in count(2))
    return path if not path.exists() else next(name for name in names if not name.exists())


def write_sheet(sheet: RunSheet, path: Path, keep_paths: bool, feedback: QgsProcessingFeedback) -> bool:
    """Write a run sheet, say where it is and keep that in mind for the panel; False when it could not be."""
    try:
        write(sheet, path, run_sheet_words(), keep_paths)
    except OSError as error:
        detail = error.strerror or error
        if sheet.status == "done":
            words = tr("The layers are written, but not the run sheet “{name}”: {detail}.")
        else:
            words = tr("The run sheet “{name}” is not written: {detail}.")
        feedback.reportError(words.format(name=path.name, detail=detail))
        return False
    settings.remember_run_sheet(path)
    feedback.pushInfo(
        tr("Run sheet: {path}\nTo share this run with others: menu {menu} ▸ Share a run…").format(path=path, menu=TITLE)
    )
    return True
