"""What the plugin puts in QGIS's desktop, counted: one of each while it is there, none once it is gone."""

from __future__ import annotations

import sys

from driving import when
from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QEvent, QObject
from qgis.PyQt.QtWidgets import QAction, QDialog, QDockWidget, QListWidget, QToolButton, QTreeView
from qgis.utils import iface

NAME = "crige_ia_plugin"
DOCK = "CrigeIaResourceCentre"
ACTION = "CrigeIaShowResourceCentre"
TITLE = "CRIGE IA & géodata"


def the_dock() -> QDockWidget | None:
    """Our dock."""
    return iface.mainWindow().findChild(QDockWidget, DOCK)


def is_open() -> bool:
    """Whether the panel is there with its catalogue."""
    dock = the_dock()
    return dock is not None and dock.browser is not None and dock.browser.centre is not None


def count() -> dict[str, int]:
    """How many of each thing of ours QGIS has."""
    QgsApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    window = iface.mainWindow()
    filters = [found for found in window.findChildren(QObject) if found.metaObject().className() == "ResourceFilter"]
    buttons = [button.defaultAction() for button in window.findChildren(QToolButton)]
    providers = [found.id() for found in QgsApplication.processingRegistry().providers()]
    return {
        "docks": len(window.findChildren(QDockWidget, DOCK)),
        "actions": len(window.findChildren(QAction, ACTION)),
        "buttons": len([action for action in buttons if action is not None and action.objectName() == ACTION]),
        "providers": providers.count("crige_ia"),
        "locator filters": len(filters),
        "menus": len([action for action in iface.pluginMenu().actions() if "CRIGE" in action.text()]),
        "help entries": len([action for action in iface.pluginHelpMenu().actions() if "CRIGE" in action.text()]),
        "modules": len([name for name in sys.modules if name.split(".")[0] == NAME]),
    }


def option_pages() -> list[int]:
    """How many pages of ours each list of QGIS's options has; they are opened for that, and closed."""
    found: list[int] = []

    def note(_: object) -> None:
        for dialog in (widget for widget in QgsApplication.topLevelWidgets() if isinstance(widget, QDialog)):
            for view in (*dialog.findChildren(QTreeView), *dialog.findChildren(QListWidget)):
                model = view.model()
                rows = [str(model.index(row, 0).data()) for row in range(model.rowCount())] if model else []
                found.append(rows.count(TITLE))
            if dialog.isVisible():
                dialog.reject()

    when(lambda: any(isinstance(one, QDialog) and one.isVisible() for one in QgsApplication.topLevelWidgets()), note)
    iface.showOptionsDialog(iface.mainWindow(), "")  # comes back once it is closed
    return found
