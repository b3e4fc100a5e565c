"""A stand-in for QGIS's desktop: what the plugin asks of it, kept so that a test can look."""

from __future__ import annotations

from qgis.core import QgsLocator, QgsMapLayer
from qgis.gui import QgsMapCanvas, QgsMessageBar
from qgis.PyQt.QtCore import QObject, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QAction, QDockWidget, QMainWindow, QMenu


class Starting(QObject):
    """What QGIS tells when it has started."""

    completed = pyqtSignal()


class Desktop:
    """QGIS's window with a menu, docks, a locator and a message bar."""

    def __init__(self) -> None:
        self.window = QMainWindow()
        self.menu = QMenu(self.window)
        self.plugins = QMenu(self.window)
        self.toolbar_actions: list[QAction] = []
        self.factories: list[object] = []
        self.drop_handlers: list[object] = []
        self.locator = QgsLocator()
        self.bar = QgsMessageBar()
        self.canvas = QgsMapCanvas(self.window)
        self.window.setCentralWidget(self.canvas)
        self.options_opened: list[str] = []
        self.starting = Starting()
        self.initializationCompleted = self.starting.completed
        self.active: QgsMapLayer | None = None

    def mainWindow(self) -> QMainWindow:  # noqa: N802
        return self.window

    def pluginHelpMenu(self) -> QMenu:  # noqa: N802
        return self.menu

    def messageBar(self) -> QgsMessageBar:  # noqa: N802
        return self.bar

    def mapCanvas(self) -> QgsMapCanvas:  # noqa: N802
        return self.canvas

    def activeLayer(self) -> QgsMapLayer | None:  # noqa: N802
        return self.active

    def pluginMenu(self) -> QMenu:  # noqa: N802
        return self.plugins

    def addToolBarIcon(self, action: QAction) -> int:  # noqa: N802
        self.toolbar_actions.append(action)
        return 0

    def removeToolBarIcon(self, action: QAction) -> None:  # noqa: N802
        self.toolbar_actions.remove(action)

    def addDockWidget(self, area: Qt.DockWidgetArea, dock: QDockWidget) -> None:  # noqa: N802
        self.window.addDockWidget(area, dock)
        dock.show()

    def removeDockWidget(self, dock: QDockWidget) -> None:  # noqa: N802
        self.window.removeDockWidget(dock)

    def registerOptionsWidgetFactory(self, factory: object) -> None:  # noqa: N802
        self.factories.append(factory)

    def unregisterOptionsWidgetFactory(self, factory: object) -> None:  # noqa: N802
        self.factories.remove(factory)

    def registerLocatorFilter(self, found: object) -> None:  # noqa: N802
        self.locator.registerFilter(found)

    def deregisterLocatorFilter(self, found: object) -> None:  # noqa: N802
        self.locator.deregisterFilter(found)

    def registerCustomDropHandler(self, handler: object) -> None:  # noqa: N802
        self.drop_handlers.append(handler)

    def unregisterCustomDropHandler(self, handler: object) -> None:  # noqa: N802
        self.drop_handlers.remove(handler)

    def showOptionsDialog(self, parent: object, page: str) -> None:  # noqa: N802
        self.options_opened.append(page)

    def counts(self) -> tuple[int, ...]:
        """How many of each thing the plugin has in the desktop."""
        return (
            len(self.plugins.actions()),
            len(self.toolbar_actions),
            len(self.factories),
            len(self.drop_handlers),
            len([found for found in self.locator.filters() if found.name().startswith("crige_ia")]),
            len(self.menu.actions()),
        )
