"""The panel's place in QGIS's desktop: action, dock, locator, options page; each is undone when the plugin goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QObject, Qt
from qgis.PyQt.QtGui import QGuiApplication, QIcon
from qgis.PyQt.QtWidgets import QAction, QMenu

from ..__about__ import TITLE
from ..paths import RESOURCES
from ..translation import tr
from . import memory
from .dock import ResourceDock
from .drops import ResourceDropHandler
from .locator import ResourceFilter
from .options import OptionsFactory

if TYPE_CHECKING:
    from qgis.gui import QgisInterface

    from .forms.contributions import Contributions
    from .state import Key


class Desk:
    """Everything the panel adds to QGIS; nothing is read, built or asked before the dock is shown.

    What is only needed then is also imported then: QGIS starts with this room's doors, not with its furniture.

    Args:
        iface: QGIS's desktop.
    """

    def __init__(self, iface: QgisInterface) -> None:  # noqa: QGS105 - classFactory hands it over
        self._iface = iface
        window = iface.mainWindow()
        self.dock = ResourceDock(iface)
        self._place_dock()
        self.action = self._show_action(window)
        self.diagnostic = QAction(tr("Copy a diagnostic"), window)
        self.diagnostic.triggered.connect(self.copy_diagnostic)
        self.contributions: Contributions | None = None
        self.commands = self._contribution_commands(window)
        self.dock.commands = self.commands
        self.dock.needAsked.connect(lambda theme: self._contribute().tell_need(theme))
        self.dock.correctionAsked.connect(lambda key, title: self._contribute().correct(key, title))
        iface.addToolBarIcon(self.action)
        # A menu of our own: the one that QGIS makes for a plugin's entries outlives the plugin.
        self.menu = QMenu(TITLE.replace("&", "&&"), iface.pluginMenu())
        self.menu.setIcon(self.action.icon())
        self.menu.addActions([self.action, *self.commands, self.diagnostic])
        iface.pluginMenu().addMenu(self.menu)
        self.options = OptionsFactory(self._diagnose, self.dock.reopen_centre)
        iface.registerOptionsWidgetFactory(self.options)
        self.locator = ResourceFilter(self._found)
        iface.registerLocatorFilter(self.locator)
        self.drops = ResourceDropHandler(self.dock.take_drop)
        iface.registerCustomDropHandler(self.drops)

    def remove(self) -> None:
        """Undo all of it, last things first."""
        self._iface.unregisterCustomDropHandler(self.drops)
        self._iface.deregisterLocatorFilter(self.locator)
        self._iface.unregisterOptionsWidgetFactory(self.options)
        self._iface.pluginMenu().removeAction(self.menu.menuAction())
        self._iface.removeToolBarIcon(self.action)
        QgsApplication.instance().aboutToQuit.disconnect(self.dock.remember)
        memory.write("open", "no" if self.dock.isHidden() else "yes")  # isVisible() is false while QGIS closes
        if self.contributions is not None:
            self.contributions.close()
        self.dock.close_centre()
        self._iface.removeDockWidget(self.dock)
        for thing in (self.menu, self.action, *self.commands, self.diagnostic, self.dock):
            thing.deleteLater()

    def _place_dock(self) -> None:
        """Put the dock where it was; it opens by itself the first time only."""
        first = memory.read("open") == ""
        was_open = memory.read("open") == "yes"
        window = self._iface.mainWindow()
        if not window.restoreDockWidget(self.dock):
            self._iface.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.dock)
            self.dock.setVisible(first or was_open)
        if first:
            memory.write("open", "yes")
        QgsApplication.instance().aboutToQuit.connect(self.dock.remember)

    def _show_action(self, window: QObject) -> QAction:
        """Action that opens and closes the dock, and says which of both it will do."""
        action = QAction(QIcon(str(RESOURCES / "icons" / "crige_ia.svg")), tr("Resource centre"), window)
        action.setObjectName("CrigeIaShowResourceCentre")
        action.setToolTip(tr("Show or hide the AI & geodata resource centre"))
        action.setCheckable(True)
        action.setChecked(self.dock.isVisible())
        self.dock.setToggleVisibilityAction(action)
        action.triggered.connect(lambda shown: self.dock.attend() if shown else None)
        return action

    def _contribution_commands(self, window: QObject) -> list[QAction]:
        """Commands by which people give back, in the plugin's menu and in the panel."""
        commands = []
        for name, words, hint, act in (
            (
                "CrigeIaProposeResource",
                tr("Propose a resource…"),
                tr("Describe a script, data, a method… for the catalogue; or take up a draft"),
                lambda: self._contribute().propose(),
            ),
            (
                "CrigeIaTellNeed",
                tr("Tell of a need…"),
                tr("Say in three fields what you miss"),
                lambda: self._contribute().tell_need(),
            ),
            (
                "CrigeIaShareRun",
                tr("Share a run…"),
                tr("Make an experience report, or an abandoned case, of a run sheet"),
                lambda: self._contribute().tell_run(),
            ),
            (
                "CrigeIaWriteScript",
                tr("Write a shared script…"),
                tr("Start a script from a template, try it, load it in the toolbox, publish it"),
                lambda: self._contribute().write_script(),
            ),
        ):
            command = QAction(words, window)
            command.setObjectName(name)
            command.setToolTip(hint)
            command.triggered.connect(lambda _, act=act: act())
            commands.append(command)
        return commands

    def _contribute(self) -> Contributions:
        """What opens the forms, imported and made when it is first needed."""
        if self.contributions is None:
            from .forms.contributions import Contributions

            self.contributions = Contributions(self._iface, self.dock)
        return self.contributions

    def _found(self, key: Key) -> None:
        self.dock.act_on(key)

    def _diagnose(self) -> str:
        from . import diagnostic

        return diagnostic.report(self.dock.browser.centre if self.dock.browser else None)

    def copy_diagnostic(self) -> None:
        """Put a report without personal data into the clipboard."""
        QGuiApplication.clipboard().setText(self._diagnose())
        self._iface.messageBar().pushMessage(
            tr("Resource centre"), tr("The diagnostic is in the clipboard: paste it into your message.")
        )
