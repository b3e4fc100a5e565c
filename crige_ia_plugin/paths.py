"""Where things are: in the repository, in the staged tree, or once installed by QGIS."""

from __future__ import annotations

from pathlib import Path

PACKAGE: Path = Path(__file__).resolve().parent


def _base() -> Path:
    """Folder that holds ``metadata.txt`` and ``resources/``: the package itself once staged, its parent before."""
    return PACKAGE if (PACKAGE / "metadata.txt").is_file() else PACKAGE.parent


BASE: Path = _base()
METADATA: Path = BASE / "metadata.txt"
RESOURCES: Path = BASE / "resources"
TRANSLATIONS: Path = BASE / "i18n"
