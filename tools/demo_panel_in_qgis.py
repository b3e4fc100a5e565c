"""Run inside QGIS by ``demo.py``: add the sample from its card, look for the tool, take a picture of the window."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

from qgis.core import QgsProject
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QDockWidget
from qgis.utils import iface

sys.path.insert(0, str(Path(os.environ["CRIGE_IA_REPOSITORY"]) / "tests" / "support"))
from driving import OUTPUT, begin, click

SAMPLE, TOOL = (("crige-paca", name) for name in ("jeu-de-demonstration", "outil-splitatintersections"))
PANEL_WIDTH = 420


def steps() -> Iterator[object]:
    """Do what a newcomer does: the sample, then the first tool."""
    window = iface.mainWindow()
    window.resize(1366, 820)
    window.move(0, 0)
    dock = window.findChild(QDockWidget, "CrigeIaResourceCentre")
    for other in window.findChildren(QDockWidget):
        other.setVisible(other is dock or other.objectName() == "Layers")
    yield lambda: dock.browser is not None and dock.browser.centre is not None
    browser = dock.browser
    browser.open_key(SAMPLE)
    yield 300
    click(browser.detail.primary)
    yield lambda: QgsProject.instance().mapLayers()
    yield 500
    iface.messageBar().clearWidgets()
    browser.step_back()
    browser.open_key(TOOL)
    window.resizeDocks([dock], [PANEL_WIDTH], Qt.Orientation.Horizontal)
    yield 500
    iface.mapCanvas().zoomToFullExtent()
    yield lambda: not iface.mapCanvas().isDrawing()
    yield 1000
    window.grab().save(str(OUTPUT / "panel.png"))


begin(steps())
