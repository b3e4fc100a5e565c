"""Run inside QGIS by ``screenshots.py``: show the plugin, take the pictures, leave.

Each step is given time to be painted before the next one: the steps are a generator that a timer drives.
"""

import os
import sys
import traceback
from collections.abc import Iterator
from pathlib import Path

import processing
from qgis.core import (
    QgsApplication,
    QgsFillSymbol,
    QgsLineSymbol,
    QgsProject,
    QgsRectangle,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtWidgets import QDockWidget, QLineEdit, QTreeView, QWidget
from qgis.utils import iface

FOLDER = Path(os.environ["CRIGE_IA_SCREENSHOTS"])
SAMPLE = Path(os.environ["CRIGE_IA_REPOSITORY"]) / "resources" / "sample" / "town.gpkg"
ALGORITHM = "crige_ia:splitatintersections"
LEVEL_FIELD = "position_par_rapport_au_sol"
BACKDROP = {"zone_de_vegetation": "#dcead0", "surface_hydrographique": "#b5d5ea"}
CLOSE_UP = QgsRectangle(1000560, 6200620, 1001960, 6201480)
"""The interchange of the sample and the quarters below it."""


def steps() -> Iterator[int]:
    """Do one thing after another; each value is the pause that follows, in milliseconds."""
    window = iface.mainWindow()
    window.resize(1440, 900)
    window.move(0, 0)
    for dock in window.findChildren(QDockWidget):
        dock.setVisible(dock.objectName() in ("Layers", "ProcessingToolbox"))
    iface.messageBar().clearWidgets()
    roads = load_sample()
    yield 2500

    toolbox = window.findChild(QDockWidget, "ProcessingToolbox")
    window.resizeDocks([toolbox], [420], Qt.Orientation.Horizontal)
    show_provider(toolbox)
    yield 1500
    save(window, "toolbox")

    dialog = processing.createAlgorithmDialog(ALGORITHM, {"INPUT": roads.id(), "TOLERANCE": 0.5})
    if dialog is None:
        raise RuntimeError(f"QGIS does not know {ALGORITHM}")
    if dialog.createProcessingParameters()["LEVEL_FIELD"] != LEVEL_FIELD:
        raise RuntimeError("the level field was not proposed")
    dialog.resize(980, 720)
    dialog.show()
    yield 2000
    save(dialog, "dialog")
    dialog.close()
    yield 300

    toolbox.hide()
    parameters = {"INPUT": roads.id(), "LEVEL_FIELD": LEVEL_FIELD, "TOLERANCE": 0.5}
    processing.runAndLoadResults(
        ALGORITHM, dict.fromkeys(("SEGMENTS", "NODES", "ANOMALIES"), "TEMPORARY_OUTPUT") | parameters
    )
    QgsProject.instance().layerTreeRoot().findLayer(roads.id()).setItemVisibilityChecked(False)
    iface.messageBar().clearWidgets()
    yield 2500
    save(window, "result_town")
    iface.mapCanvas().setExtent(CLOSE_UP)
    iface.mapCanvas().refresh()
    yield 2500
    save(window, "result")

    iface.setActiveLayer(anomalies())
    table = iface.showAttributeTable(anomalies())
    table.resize(1290, 350)
    yield 2000
    save(table, "anomalies")


def anomalies() -> QgsVectorLayer:
    """Layer of anomalies of the run."""
    layers = QgsProject.instance().mapLayers().values()
    return next(layer for layer in layers if layer.fields().lookupField("severity") >= 0)


def load_sample() -> QgsVectorLayer:
    """Put the sample on the map, roads above water and woods."""
    for table, colour in BACKDROP.items():
        layer = QgsVectorLayer(f"{SAMPLE}|layername={table}", table, "ogr")
        layer.setRenderer(QgsSingleSymbolRenderer(QgsFillSymbol.createSimple({"color": colour, "outline_style": "no"})))
        QgsProject.instance().addMapLayer(layer)
    roads = QgsVectorLayer(f"{SAMPLE}|layername=troncon_de_route", "troncon_de_route", "ogr")
    roads.setRenderer(QgsSingleSymbolRenderer(QgsLineSymbol.createSimple({"color": "#3d4f66", "width": "0.4"})))
    QgsProject.instance().addMapLayer(roads)
    QgsProject.instance().setCrs(roads.crs())
    iface.setActiveLayer(roads)
    iface.mapCanvas().setExtent(roads.extent().buffered(60))
    iface.mapCanvas().refresh()
    return roads


def show_provider(toolbox: QDockWidget) -> None:
    """Unfold the plugin's branch of the toolbox, and nothing else."""
    search = toolbox.findChild(QLineEdit)
    if search:
        search.clear()
    tree = toolbox.findChild(QTreeView)
    tree.collapseAll()
    model = tree.model()
    for row in range(model.rowCount()):
        index = model.index(row, 0)
        if "CRIGE" in str(model.data(index)):
            tree.expandRecursively(index)
            tree.scrollTo(index, QTreeView.ScrollHint.PositionAtTop)


def save(widget: QWidget, name: str) -> None:
    """Take the picture of a window."""
    widget.grab().save(str(FOLDER / f"{name}.png"))


def drive(sequence: Iterator[int]) -> None:
    """Run the next step, then come back after its pause; leave at the end, or at the first error."""
    try:
        pause = next(sequence)
    except StopIteration:
        leave(0)
        return
    except Exception:
        traceback.print_exc()
        leave(1)
        return
    QTimer.singleShot(pause, lambda: drive(sequence))


def leave(status: int) -> None:
    """End QGIS at once: nothing is to be saved, and its questions would wait for ever."""
    sys.stdout.flush()
    sys.stderr.flush()
    QgsApplication.instance().processEvents()
    os._exit(status)


QTimer.singleShot(4000, lambda: drive(steps()))
