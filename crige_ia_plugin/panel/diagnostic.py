"""A report to paste into a question: versions and states, no name, no path, no address."""

from __future__ import annotations

import platform
import sys

from qgis.core import Qgis, QgsApplication
from qgis.PyQt.QtCore import PYQT_VERSION_STR, QT_VERSION_STR

from ..__about__ import TITLE, VERSION
from ..settings import language
from .centre import Centre
from .online import is_online
from .places import library


def report(centre: Centre | None) -> str:
    """Return the report, in English: those who answer read it.

    Args:
        centre: The opened centre, None when it is not open.
    """
    provider = QgsApplication.processingRegistry().providerById("crige_ia")
    path = library().index_path()
    notes = centre.catalogues.values() if centre else ()
    lines = {
        "plugin": f"{TITLE} {VERSION}",
        "QGIS": Qgis.QGIS_VERSION,
        "Qt": f"{QT_VERSION_STR} (PyQt {PYQT_VERSION_STR})",
        "Python": f"{sys.version_info.major}.{sys.version_info.minor}.{sys.version_info.micro}",
        "system": f"{platform.system()} {platform.release()} {platform.machine()}",
        "language": language(),
        "theme": QgsApplication.themeName(),
        "network interface up": "yes" if is_online() else "no",
        "tools in the toolbox": str(len(provider.algorithms())) if provider else "none: provider absent",
        "index": f"{path.stat().st_size // 1024} KiB" if path and path.is_file() else "none",
        "resources": str(centre.index.size) if centre else "centre not open",
        "catalogues": str(len(centre.catalogues)) if centre else "centre not open",
        "catalogues in error": str(sum(bool(note.state.problem) for note in notes)) if centre else "centre not open",
        "catalogues changed since": str(len(centre.index.stale())) if centre else "centre not open",
        "resources installed": str(len(centre.holdings)) if centre and centre.holdings else "none",
    }
    return "\n".join(f"{name}: {value}" for name, value in lines.items()) + "\n"
