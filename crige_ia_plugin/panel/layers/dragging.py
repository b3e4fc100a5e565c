"""What is dragged from the list onto the map or into the layer tree.

A file of this computer that is one layer travels as any layer of QGIS does. Anything else travels under our own name,
for our handler to hand it to the task that the button uses: what stands on the network, QGIS would open in the thread
that draws its windows, without asking a service what it offers; and of a file with several layers it would ask which.
"""

from __future__ import annotations

import json

from qgis.core import QgsMimeDataUtils
from qgis.PyQt.QtCore import QMimeData

from ..acting import Action, layer_file
from ..drops import PROVIDER
from ..state import Key
from .links import source_of

CONTAINERS = (".gpkg", ".kml", ".gml", ".vrt")
"""Files that may hold several layers."""


def mime_of(action: Action, key: Key, title: str) -> QMimeData | None:
    """What is dragged for the adding of a layer; None when there is nothing to add.

    Args:
        action: Adding a service or a file.
        key: The resource.
        title: Its title.
    """
    link = action.link
    if link is None:
        return None
    uri = QgsMimeDataUtils.Uri()
    uri.name = link.title or title
    several = layer_file(link) in CONTAINERS and not link.layer
    source = None if action.remote or several else source_of(link, action.place)
    if source is None:
        uri.layerType, uri.providerKey = "custom", PROVIDER
        uri.uri = json.dumps([*key, link.href])
    else:
        uri.layerType = "raster" if source.is_raster else "vector"
        uri.providerKey, uri.uri = source.provider, source.uri
    return QgsMimeDataUtils.encodeUriList([uri])
