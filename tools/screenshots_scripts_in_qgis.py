"""Run inside QGIS by ``screenshots_scripts.py``: a script from its card to its result, then one that is written."""

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from osgeo import gdal
from qgis.core import QgsApplication, QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QDialog, QDockWidget, QMenu, QProgressBar, QWidget
from qgis.utils import iface

REPOSITORY = Path(os.environ["CRIGE_IA_REPOSITORY"])
sys.path.insert(0, str(REPOSITORY / "tests" / "support"))
from driving import OUTPUT, begin, click, errors  # noqa: E402

KEY, TOOL = ("crige-paca", "script-treecrowns"), "crige_ia:treecrowns"
FOLDER = Path(tempfile.gettempdir()) / "essai"
"""A short name, since it is read in the pictures."""
EXAMPLES = REPOSITORY / "resources" / "scripts" / "sample"


def steps() -> Iterator[object]:
    """Do one thing after another."""
    from crige_ia_plugin import settings

    window = iface.mainWindow()
    window.resize(1366, 768)
    dock = window.findChild(QDockWidget, "CrigeIaResourceCentre")
    leave_open(dock)
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir()
    yield lambda: dock.browser is not None and dock.browser.centre is not None
    QDesktopServices.openUrl = staticmethod(lambda url: True)
    yield from install(dock)
    settings.SCRIPT_PYTHON.set(os.environ["CRIGE_IA_SCRIPTS_PYTHON"])
    heights = QgsRasterLayer(wood(), "MNH fictif")
    QgsProject.instance().addMapLayer(heights)
    yield from run_well(dock, heights)
    yield from run_badly(dock)
    yield from write()
    shutil.rmtree(FOLDER)
    if errors:
        raise RuntimeError("\n".join(errors))


def leave_open(dock) -> None:  # noqa: ANN001
    """Leave the list of layers and our dock, and no other."""
    for other in iface.mainWindow().findChildren(QDockWidget):
        other.setVisible(other is dock or other.objectName() == "Layers")


def wood() -> str:
    """The fictitious wood that ships with the script, sixteen times over: long enough for a picture."""
    source = gdal.Open(str(EXAMPLES / "treecrowns_fictitious_chm.tif"))
    tile = source.ReadAsArray()
    height, width = tile.shape
    path = str(FOLDER / "mnh_fictif.tif")
    made = gdal.GetDriverByName("GTiff").Create(path, 4 * width, 4 * height, 1, gdal.GDT_Float32)
    made.SetGeoTransform(source.GetGeoTransform())
    made.SetProjection(source.GetProjection())
    for place in range(16):
        made.GetRasterBand(1).WriteArray(tile, place % 4 * width, place // 4 * height)
    made = None
    return path


# its users' way


def install(dock) -> Iterator[object]:  # noqa: ANN001
    """The card, then the question of consent."""
    window = iface.mainWindow()
    window.resizeDocks([dock], [400], Qt.Orientation.Horizontal)
    dock.browser.open_key(KEY)
    yield 800
    save(dock, "card")
    click(dock.browser.detail.primary)
    yield lambda: dock.host.gate.dialogs
    (dialog,) = dock.host.gate.dialogs
    yield 500
    save(dialog, "consent")
    click(dialog.agree)
    yield lambda: QgsApplication.processingRegistry().algorithmById(TOOL) is not None
    yield 800
    iface.messageBar().clearWidgets()
    save(dock, "installed")


def run_well(dock, heights) -> Iterator[object]:  # noqa: ANN001
    """The tool's dialog, while it runs, then its result."""
    QTimer.singleShot(0, lambda: click(dock.browser.detail.primary))
    yield tool_dialog
    dialog = tool_dialog()
    dialog.setParameters({"CHM": heights.id(), "TILE_SIZE": 64})
    yield 800
    save(dialog, "tool")
    layers = len(QgsProject.instance().mapLayers())
    QTimer.singleShot(0, lambda: click(dialog.runButton()))
    bar = dialog.findChild(QProgressBar)
    yield lambda: 15 <= bar.value() < 100 or done(layers)
    save(dialog, "progress")
    yield lambda: done(layers)
    yield 600
    save(dialog, "done")
    dialog.close()
    iface.messageBar().clearWidgets()
    leave_open(dock)
    canvas = iface.mapCanvas()
    canvas.setExtent(heights.extent().buffered(-heights.extent().width() * 0.36))
    canvas.refresh()
    yield lambda: not canvas.isDrawing()
    yield 800
    save(iface.mainWindow(), "result")


def done(layers: int) -> bool:
    """Whether both results are there."""
    return len(QgsProject.instance().mapLayers()) >= layers + 2


def run_badly(dock) -> Iterator[object]:  # noqa: ANN001
    """What it says of heights in degrees."""
    path = str(FOLDER / "mnh_en_degres.tif")
    gdal.Warp(path, str(EXAMPLES / "treecrowns_fictitious_chm.tif"), dstSRS="EPSG:4326")
    wrong = QgsRasterLayer(path, "MNH en degrés")
    QgsProject.instance().addMapLayer(wrong)
    QTimer.singleShot(0, lambda: click(dock.browser.detail.primary))
    yield tool_dialog
    dialog = tool_dialog()
    dialog.setParameters({"CHM": wrong.id()})
    yield 500
    QTimer.singleShot(0, lambda: click(dialog.runButton()))
    yield lambda: "mètres" in log_of(dialog) and not dialog.cancelButton().isEnabled()
    yield 600
    save(dialog, "error")
    dialog.close()
    yield 200


def log_of(dialog) -> str:  # noqa: ANN001
    """What a tool's dialog tells."""
    return dialog.findChild(QWidget, "txtLog").toPlainText()


# their authors' way


def write() -> Iterator[object]:
    """A script from its template to the form that proposes it."""
    menus = iface.pluginMenu().findChildren(QMenu)
    next(one for menu in menus for one in menu.actions() if one.objectName() == "CrigeIaWriteScript").trigger()
    yield lambda: window_of("AuthorsDialog")
    dialog = window_of("AuthorsDialog")
    dialog.name.setText("compter_par_nature")
    dialog.folder.setText(str(FOLDER / "mes_scripts"))
    click(dialog.write)
    yield lambda: dialog.script is not None and not dialog.is_busy
    yield 300
    save(dialog, "author_written")
    click(dialog.attempt)
    yield lambda: dialog.consent is not None
    yield 300
    save(dialog.consent, "author_consent")
    click(dialog.consent.agree)
    yield lambda: "✔" in dialog.log.toPlainText() and not dialog.is_busy
    save(dialog, "author_tried")
    click(dialog.load)
    yield lambda: dialog.tool.isEnabled()
    click(dialog.tool)
    yield tool_dialog
    yield 800
    save(tool_dialog(), "author_tool")
    tool_dialog().close()
    yield 200
    click(dialog.publish)
    yield lambda: window_of("ResourceDialog")
    form = window_of("ResourceDialog")
    form.steps.setCurrentIndex(3)
    yield 1500
    save(form, "author_publish")
    form.close()


def window_of(name: str) -> QDialog:
    """The window of a class that is open, None when there is none."""
    found = (one for one in QgsApplication.topLevelWidgets() if type(one).__name__ == name and one.isVisible())
    return next(found, None)


def tool_dialog() -> QDialog:
    """Processing's dialog, None when there is none."""
    opened = (found for found in QgsApplication.topLevelWidgets() if found.isVisible())
    return next((found for found in opened if hasattr(found, "runButton")), None)


def save(widget, name: str) -> None:  # noqa: ANN001
    """Take the picture of a widget."""
    widget.grab().save(str(OUTPUT / f"{name}.png"))


begin(steps(), 150)
