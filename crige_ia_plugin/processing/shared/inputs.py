"""What a script is given for each of its inputs: a file, or something to be written as one once the run is on.

Layers are touched in ``prepareAlgorithm`` only; what is taken from them there can be read in another thread.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from qgis.core import QgsDataProvider, QgsMapLayer, QgsProcessingFeedback, QgsProviderRegistry


class Input(ABC):
    """One layer for the script.

    Attributes:
        renamed: Fields that have another name in what the script is given, ``{name: new name}``.
    """

    renamed: Mapping[str, str] = MappingProxyType({})

    @abstractmethod
    def bring(self, folder: Path, name: str, feedback: QgsProcessingFeedback) -> str:
        """Return what the script opens, written in ``folder`` where need be.

        Args:
            folder: Folder of the run, of this run alone.
            name: What a file is to be called, without extension.
            feedback: Asked whether the user cancelled.

        Raises:
            QgsProcessingException: It could not be written; a sentence for the user.
            Cancelled: The user cancelled.
        """


class PlainFile(Input):
    """A file that the script opens as it is.

    Args:
        place: Path, or ``path|layername=name``.
    """

    def __init__(self, place: str) -> None:
        self._place = place

    def bring(self, folder: Path, name: str, feedback: QgsProcessingFeedback) -> str:
        """Return the file itself."""
        return self._place


def plain_place(layer: QgsMapLayer, provider: QgsDataProvider, key: str) -> str | None:
    """Return what a script opens for a layer that is nothing but a file of GDAL; None for any other.

    Args:
        layer: Vector or raster layer.
        provider: Its data provider.
        key: ``ogr`` or ``gdal``.
    """
    if provider.name() != key or layer.crs() != provider.crs():  # a CRS chosen in QGIS is not in the file
        return None
    parts = QgsProviderRegistry.instance().decodeUri(key, layer.source())
    path = parts.get("path") or ""
    if parts.get("vsiPrefix") or parts.get("openOptions") or parts.get("subset") or not Path(path).is_file():
        return None
    name = parts.get("layerName")
    if name is None and parts.get("layerId") not in (None, "", 0, "0"):
        return None
    return f"{path}|layername={name}" if name else path
