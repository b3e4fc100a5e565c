"""Taking what was dragged from the panel and dropped on the map or on the layer tree."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Callable

from qgis.core import QgsMimeDataUtils
from qgis.gui import QgsCustomDropHandler, QgsMapCanvas

if TYPE_CHECKING:
    from .state import Key

PROVIDER = "crige_ia_resource"
"""Name of what is dropped, for QGIS to find our handler."""

Dropped = Callable[["Key", str], None]


class ResourceDropHandler(QgsCustomDropHandler):
    """Takes what was dragged from the panel.

    Args:
        dropped: Called with the resource and the address of the link to add.
    """

    def __init__(self, dropped: Dropped) -> None:
        super().__init__()
        self._dropped = dropped

    # what QGIS asks

    def customUriProviderKey(self) -> str:  # noqa: N802 - Qt's way
        """Return the name of what it takes."""
        return PROVIDER

    def handleCustomUriDrop(self, uri: QgsMimeDataUtils.Uri) -> None:  # noqa: N802
        """Take what was dropped on the layer tree, or elsewhere in QGIS's window."""
        self._take(uri)

    def handleCustomUriCanvasDrop(self, uri: QgsMimeDataUtils.Uri, canvas: QgsMapCanvas) -> bool:  # noqa: N802
        """Take what was dropped on the map."""
        self._take(uri)
        return True

    def _take(self, uri: QgsMimeDataUtils.Uri) -> None:
        try:
            catalogue, identifier, href = json.loads(uri.uri)
        except (ValueError, TypeError):
            return  # another program may drop anything
        if all(isinstance(part, str) for part in (catalogue, identifier, href)):
            self._dropped((catalogue, identifier), href)
