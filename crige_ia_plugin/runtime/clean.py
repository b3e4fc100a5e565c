"""The environment given to a script: what a program needs to start, and nothing of the user's secrets."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

ALLOWED = frozenset(
    (
        *("PATH", "LANG", "TZ", "LD_LIBRARY_PATH", "OMP_NUM_THREADS", "CUDA_VISIBLE_DEVICES", "NUMBER_OF_PROCESSORS"),
        *("SYSTEMROOT", "SYSTEMDRIVE", "WINDIR", "COMSPEC", "PATHEXT", "PROCESSOR_ARCHITECTURE", "OS"),
    )
)
"""Variables that pass as they are. Neither HOME, nor proxies (they hold passwords), nor PYTHONPATH, nor tokens."""
NO_WINDOW = 0x0800_0000 if sys.platform == "win32" else 0
"""For ``creationflags``: Windows shows no console for what is started."""
_QGIS_ONLY = frozenset(("GDAL_DATA", "GDAL_DRIVER_PATH", "PROJ_LIB", "PROJ_DATA", "DYLD_LIBRARY_PATH"))
"""Variables that QGIS's own libraries need, and that would mislead those of an environment."""


def environment(
    home: Path, temporary: Path, own_libraries: bool, language: str = "", source: Mapping[str, str] | None = None
) -> dict[str, str]:
    """Make a run's environment.

    Args:
        home: Folder that stands for the user's.
        temporary: Folder for temporary files.
        own_libraries: Whether an environment of its own runs the script, rather than QGIS's interpreter.
        language: Language of the messages, ``fr`` or ``en``; that of the terminal when empty.
        source: Environment to take from; this process's by default.
    """
    allowed = ALLOWED if own_libraries else ALLOWED | _QGIS_ONLY
    found = {
        name: value for name, value in (os.environ if source is None else source).items() if name.upper() in allowed
    }
    found.update(TMPDIR=str(temporary), TEMP=str(temporary), TMP=str(temporary), HOME=str(home), LC_NUMERIC="C")
    found.update(PYTHONUTF8="1", PYTHONDONTWRITEBYTECODE="1")
    if sys.platform == "win32":
        found.update(USERPROFILE=str(home), APPDATA=str(home), LOCALAPPDATA=str(home))
    if language:
        found.update(LANG="fr_FR.UTF-8" if language.startswith("fr") else "en_GB.UTF-8", LANGUAGE=language)
    return found
