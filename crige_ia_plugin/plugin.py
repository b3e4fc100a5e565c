"""What QGIS loads and unloads: wiring only."""

from __future__ import annotations

import sys
import typing
from contextlib import suppress
from typing import TYPE_CHECKING

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, QLocale, QTimer, QTranslator, QUrl
from qgis.PyQt.QtGui import QDesktopServices, QIcon
from qgis.PyQt.QtWidgets import QAction

from .__about__ import HOMEPAGE, TITLE
from .paths import RESOURCES, TRANSLATIONS

if TYPE_CHECKING:
    from qgis.gui import QgisInterface

    from .panel.desk import Desk
    from .processing.provider import CrigeIaProvider

_kept_alive: list[CrigeIaProvider] = []
"""QGIS's registry owns the C++ half of a provider only; its Python half must outlive the plugin object."""


class CrigeIaPlugin:
    """The plugin: its translations, its Processing provider, its panel and its entry in the Help menu.

    While QGIS starts, only the doors are put in place: the tools, and all that they compute with, are loaded as soon
    as its window is there.
    """

    def __init__(self, iface: QgisInterface | None) -> None:  # noqa: QGS105 - classFactory hands it over
        """Load the translations, so that ``qgis_process``, which never calls ``initGui``, speaks French too.

        Args:
            iface: QGIS's desktop, None outside it.
        """
        self._iface = iface
        self._provider: CrigeIaProvider | None = None
        self._help_action: QAction | None = None
        self._desk: Desk | None = None
        self._soon = QTimer()
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self.initProcessing)
        self._translator = _install_translator()

    def initProcessing(self) -> None:  # noqa: N802 - the name QGIS calls
        """Register the provider, once: the desktop comes here by ``initGui``, ``qgis_process`` directly."""
        from .processing.provider import PROVIDER_ID, CrigeIaProvider

        registry = QgsApplication.processingRegistry()
        if registry.providerById(PROVIDER_ID) is not None:
            return
        self._provider = CrigeIaProvider()
        registry.addProvider(self._provider)
        _kept_alive.append(self._provider)

    def initGui(self) -> None:  # noqa: N802 - the name QGIS calls
        """Add to QGIS's desktop what the user sees."""
        if self._iface is not None and not self._iface.mainWindow().isVisible():
            self._iface.initializationCompleted.connect(self._soon.start)  # QGIS is starting
        else:
            self.initProcessing()
        if self._iface is None:
            return
        icon = QIcon(str(RESOURCES / "icons" / "crige_ia.svg"))
        # A lone "&" is a menu's keyboard mnemonic.
        self._help_action = QAction(icon, TITLE.replace("&", "&&"), self._iface.mainWindow())
        self._help_action.triggered.connect(_open_homepage)
        self._iface.pluginHelpMenu().addAction(self._help_action)
        from .panel.desk import Desk

        self._desk = Desk(self._iface)

    def unload(self) -> None:
        """Undo all of it, last things first; a second call does nothing."""
        from . import tasks

        with suppress(TypeError, AttributeError):  # QGIS was not starting, or is not there
            self._iface.initializationCompleted.disconnect(self._soon.start)
        self._soon.stop()
        tasks.cancel_all()
        if self._desk is not None:
            self._desk.remove()
            self._desk = None
        if self._help_action is not None:
            self._iface.pluginHelpMenu().removeAction(self._help_action)
            self._help_action.deleteLater()
            self._help_action = None
        if self._provider is not None:
            _kept_alive.remove(self._provider)
            QgsApplication.processingRegistry().removeProvider(self._provider)
            self._provider = None
        if self._translator is not None:
            QCoreApplication.removeTranslator(self._translator)
            self._translator.deleteLater()
            self._translator = None
        _show_packages()
        _forget_types()


def _install_translator() -> QTranslator | None:
    """Install the sentences of QGIS's language; None when there are none."""
    translator = QTranslator(QCoreApplication.instance())
    if not translator.load(QLocale(QgsApplication.locale()), "crige_ia_plugin", "_", str(TRANSLATIONS)):
        return None
    QCoreApplication.installTranslator(translator)
    return translator


def _show_packages() -> None:
    """Let QGIS know of our packages, so that it forgets them when it forgets the plugin.

    It takes note of what an ``import`` names, not of the packages around it: after an update the old ones would be
    found, with the old modules in them.
    """
    packages = [name for name, module in sys.modules.items() if hasattr(module, "__path__")]
    for name in packages:
        if name.startswith(f"{__package__}."):
            __import__(name, fromlist=["__path__"])


def _forget_types() -> None:
    """Let ``typing`` forget our classes: it keeps the types that are made of them, and with those our modules.

    After a reload or an update the old modules would stay for ever, some 2 MB each time.
    """
    for clear in getattr(typing, "_cleanups", ()):
        clear()


def _open_homepage() -> None:
    """Show the plugin's home page in the user's browser."""
    QDesktopServices.openUrl(QUrl(HOMEPAGE))
