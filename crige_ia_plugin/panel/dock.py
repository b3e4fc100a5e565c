"""The dock: a shell that takes its place in QGIS's window; the panel is built in it when it is first shown."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from qgis.gui import QgsDockWidget
from qgis.PyQt.QtCore import Qt, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QShowEvent
from qgis.PyQt.QtWidgets import QAction, QWidget

from ..translation import tr
from .plain import caption

if TYPE_CHECKING:
    from qgis.gui import QgisInterface

    from .browser import Browser
    from .host import Host
    from .state import Key

OBJECT_NAME = "CrigeIaResourceCentre"
FURNITURE = ("..catalogue.sync", ".browser", ".host")
"""What the panel is made of, to be imported in turn: all at once would hold QGIS for 80 ms."""

NARROWEST = 240
"""Least width of the panel, in device-independent pixels."""


class ResourceDock(QgsDockWidget):
    """The resource centre in QGIS's window.

    Attributes:
        commands: What the panel offers besides, in a menu of its own.
    """

    needAsked = pyqtSignal(str)  # noqa: N815 - Qt's way
    """Someone misses something; the theme that was looked at."""

    correctionAsked = pyqtSignal(object, str)  # noqa: N815
    """Something is wrong with a resource: its key and its title."""

    def __init__(self, iface: QgisInterface) -> None:  # noqa: QGS105 - classFactory hands it over
        title = tr("AI & geodata resource centre")
        super().__init__(title, iface.mainWindow())
        self.setObjectName(OBJECT_NAME)
        self.toggleViewAction().setText(caption(title))
        self.setAllowedAreas(Qt.DockWidgetArea.LeftDockWidgetArea | Qt.DockWidgetArea.RightDockWidgetArea)
        self._iface = iface
        self.host: Host | None = None
        self.commands: list[QAction] = []
        self._attended = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._build_if_shown)
        self._to_import = list(FURNITURE)
        self.setWidget(QWidget())

    @property
    def browser(self) -> Browser | None:
        """The panel, None before the dock is first shown."""
        return self.host.browser if self.host else None

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Build the panel the first time, once the dock was painted."""
        super().showEvent(event)
        if self.host is None:
            self._soon.start(0)

    def _build_if_shown(self) -> None:
        """Build, bit by bit, unless the dock was shown in passing only, as QGIS does when it takes a dock in."""
        if self.isHidden():
            return
        if self._to_import:
            import_module(self._to_import.pop(0), __package__)
            self._soon.start(0)
        else:
            self.build()

    def build(self) -> Host:
        """Build the panel and open the centre, once."""
        if self.host is None:
            from .host import Host

            self.host = Host(self._iface, self)
            self.host.cardAsked.connect(lambda: self.setUserVisible(True))
            self.host.needAsked.connect(self.needAsked)
            self.host.browser.correctionAsked.connect(self.correctionAsked)
            self.host.browser.status.set_commands(self.commands)
            self.host.browser.setMinimumWidth(NARROWEST)
            self.setWidget(self.host.browser)
            self.host.open_centre()
            if self._attended:
                self.host.attend()
        return self.host

    def attend(self) -> None:
        """The user has opened the panel, rather than QGIS that restores it."""
        self._attended = True
        if self.host is not None:
            self.host.attend()

    def reopen_centre(self, then_refresh: bool = False) -> None:
        """Open the centre again after a change of settings, if it was ever opened.

        Args:
            then_refresh: Whether catalogues were added, which the user wants to see.
        """
        if self.host is not None and then_refresh:
            self.host.refresh_catalogues()
        elif self.host is not None:
            self.host.open_centre()

    def remember(self) -> None:
        """Keep what is asked and how it is arranged."""
        if self.host is not None:
            self.host.remember()

    def close_centre(self) -> None:
        """Undo everything, before the plugin goes."""
        self._soon.stop()
        if self.host is not None:
            self.host.close()

    def show_resource(self, key: Key) -> None:
        """Show the card of a resource, opening the dock where it is closed."""
        self.setUserVisible(True)
        self.attend()
        self.build().show_resource(key)

    def act_on(self, key: Key) -> None:
        """Do the primary action of a resource, or show its card when there is none or it cannot be done."""
        self.build().act_on(key)

    def take_drop(self, key: Key, href: str) -> None:
        """Add what was dragged from the list to the project."""
        self.build().take_drop(key, href)
