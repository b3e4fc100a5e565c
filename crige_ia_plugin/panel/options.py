"""The plugin's entry in QGIS's options; its page is made when the options are opened."""

from __future__ import annotations

from typing import Callable

from qgis.gui import QgsOptionsPageWidget, QgsOptionsWidgetFactory
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QWidget

from ..__about__ import TITLE
from ..paths import RESOURCES

PAGE = "CrigeIaOptions"
"""Name by which QGIS opens its options on this page."""

Diagnose = Callable[[], str]
Changed = Callable[[bool], None]
"""Told that what is chosen changed, and whether catalogues were added that are to be read."""


class OptionsFactory(QgsOptionsWidgetFactory):
    """Makes the page each time the options are opened.

    Args:
        diagnose: Gives the text of the diagnostic.
        changed: Called when what is chosen asks for the centre to be opened again, or catalogues to be read.
    """

    def __init__(self, diagnose: Diagnose, changed: Changed) -> None:
        super().__init__(TITLE, QIcon(str(RESOURCES / "icons" / "crige_ia.svg")))
        self._diagnose, self._changed = diagnose, changed

    def createWidget(self, parent: QWidget | None = None) -> QgsOptionsPageWidget:  # noqa: N802 - Qt's way
        """Return a new page."""
        from .options_page import OptionsPage

        return OptionsPage(self._diagnose, self._changed, parent)
