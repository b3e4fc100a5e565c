"""CRIGE IA & géodata: the resource centre and its tools, inside QGIS."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qgis.gui import QgisInterface

    from .plugin import CrigeIaPlugin


def classFactory(iface: QgisInterface | None) -> CrigeIaPlugin:  # noqa: N802 - the name QGIS calls
    """Build the plugin for QGIS; ``iface`` is None outside its desktop (``qgis_process``, tests)."""
    from .plugin import CrigeIaPlugin

    return CrigeIaPlugin(iface)
