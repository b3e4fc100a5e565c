"""The pictures of the tools' help; ``tools/help_pictures.py`` draws them."""

from __future__ import annotations

from qgis import utils
from qgis.PyQt.QtCore import QUrl

from ..paths import RESOURCES

WIDTH = 224
"""Of a picture in the help, in device-independent pixels: it fits beside the dialog as QGIS opens it."""


def help_picture(name: str) -> str:
    """Return the picture of a tool as HTML; nothing without QGIS's window: ``qgis_process`` prints help as it is.

    Args:
        name: Published name of the tool.
    """
    path = RESOURCES / "help" / f"{name}.png"
    if utils.iface is None or not path.is_file():
        return ""
    address = QUrl.fromLocalFile(str(path)).toString(QUrl.ComponentFormattingOption.FullyEncoded)
    return f'<p><img src="{address}" width="{WIDTH}"></p>'
