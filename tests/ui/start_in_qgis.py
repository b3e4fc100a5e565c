"""Run inside QGIS by ``test_start.py``: write down all that was asked of the network since QGIS began."""

import builtins
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from qgis.core import QgsApplication, QgsNetworkAccessManager
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtNetwork import QNetworkRequest
from qgis.PyQt.QtWidgets import QDockWidget
from qgis.utils import iface

sys.path.insert(0, str(Path(os.environ["CRIGE_IA_REPOSITORY"]) / "tests" / "support"))
from driving import drive, seen

LIVED = 5000
"""Milliseconds for which QGIS lives on with the panel open: what is asked later than that is no longer its start."""


def steps() -> Iterator[object]:
    """Wait for the panel, and for the time of a start; then see what ``start_ear.py`` heard, and that it did hear."""
    dock = iface.mainWindow().findChild(QDockWidget, "CrigeIaResourceCentre")
    yield lambda: dock.browser is not None and dock.browser.centre is not None
    yield LIVED
    ear = builtins.crige_ia_ear
    seen["requests"], seen["python"] = list(ear.requests), list(ear.python)
    seen["tools"] = QgsApplication.processingRegistry().providerById("crige_ia") is not None
    seen["dock"] = dock.isVisible() and dock.browser.centre is not None
    reply = QgsNetworkAccessManager.instance().get(QNetworkRequest(QUrl("http://127.0.0.1:9/heard")))
    seen["heard"] = ear.requests[len(seen["requests"]) :]
    del reply


drive(steps())
