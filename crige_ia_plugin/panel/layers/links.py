"""Layers from the links of a record: web services and files, made in a task since they ask the network."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote

from qgis.core import QgsDataProvider, QgsMapLayer, QgsProject, QgsRasterLayer, QgsVectorLayer
from qgis.PyQt.QtCore import QCoreApplication

from ...catalogue.download import read
from ...catalogue.files import OPEN, Access
from ...catalogue.problems import CatalogueError, Code
from ...catalogue.record import Link
from ...tasks import Task
from ...translation import tr
from ..acting import RASTER_FILES, VECTOR_FILES, Action, is_address, layer_file, service_of
from .capabilities import SYSTEMS, Offer, read_wms, read_wmts

MAX_CAPABILITIES = 64 << 20

MAX_LAYERS = 50
"""Layers of one file that are added at once."""


@dataclass(frozen=True)
class Source:
    """What QGIS needs to open a layer."""

    uri: str
    provider: str
    is_raster: bool


def source_of(link: Link, place: str, crs: str = "EPSG:3857", offer: Offer | None = None) -> Source | None:
    """Return how to open a link as a layer, None when it is no layer.

    Args:
        link: Service or file.
        place: Address of a file, or its path on this computer.
        crs: Reference system of the project, asked for where it is offered.
        offer: What the service offers, where it was asked; a usual service is supposed otherwise.
    """
    service = service_of(link)
    offer = offer or Offer()
    if service == "WMS":
        return Source(_images(link, offer, offer.system(crs), "", link.href), "wms", is_raster=True)
    if service == "WMTS":
        grid, system = offer.grid(crs)
        images = _images(link, offer, system or SYSTEMS[0], f"&tileMatrixSet={quote(grid)}", capabilities_of(link))
        return Source(images, "wms", is_raster=True)
    if service == "XYZ":
        return Source(f"type=xyz&zmin=0&zmax=19&url={quote(link.href, safe=':/{}')}", "wms", is_raster=True)
    if service == "WFS":
        return Source(f"pagingEnabled='true' {_wanted(link)}", "WFS", is_raster=False)
    if service == "OGC API Features":
        return Source(_wanted(link), "OAPIF", is_raster=False)
    if place and layer_file(link) in (*VECTOR_FILES, *RASTER_FILES):
        path = f"/vsicurl/{place}" if is_address(place) else place
        raster = layer_file(link) in RASTER_FILES
        inside = f"|layername={link.layer}" if link.layer and not raster else ""
        return Source(path + inside, "gdal" if raster else "ogr", is_raster=raster)
    return None


def capabilities_of(link: Link) -> str:
    """Address of the capabilities of a WMS or a WMTS."""
    if "request=getcapabilities" in link.href.lower():
        return link.href
    joint = "&" if "?" in link.href else "?"
    return f"{link.href}{joint}SERVICE={service_of(link)}&REQUEST=GetCapabilities"


def _images(link: Link, offer: Offer, crs: str, more: str, address: str) -> str:
    """Data source URI of images: the address comes last, whole."""
    style = quote(offer.styles[0]) if offer.styles and more else ""
    return (
        f"contextualWMSLegend=0&crs={crs}&dpiMode=7&format={quote(offer.image(), safe='/')}&layers={quote(link.layer)}"
        f"&styles={style}{more}&url={quote(address, safe=':/')}"
    )


def _wanted(link: Link) -> str:
    """Part of a data source URI that names what is wanted; only the features in sight are asked for."""
    return f"restrictToRequestBBOX='1' typename='{_quoted(link.layer)}' url='{_quoted(link.href)}'"


def _quoted(text: str) -> str:
    """Text for a data source URI, between simple quotes."""
    return text.replace("\\", "\\\\").replace("'", "\\'")


class LayerTask(Task):
    """Makes layers in a worker thread: a service is asked what it has, which may take seconds.

    A file that holds several layers gives them all.

    Args:
        action: Adding a service or a file.
        name: Name of the layer.
        crs: Reference system of the project.
        access: How the catalogue's server is entered, where the service is on it.

    Attributes:
        layers: The layers, ready for the GUI thread; none when they cannot be opened.
        reason: Why not, in the provider's words.
    """

    def __init__(self, action: Action, name: str, crs: str, access: Access = OPEN) -> None:
        super().__init__(tr("Adding “{name}”").format(name=name))
        self._link, self._place, self._crs, self._access = action.link or Link(""), action.place, crs, access
        self.name = name
        self.layers: list[QgsMapLayer] = []
        self.reason = ""

    def work(self) -> None:
        """Open the layers, then give them to the GUI thread.

        Raises:
            CatalogueError: the service cannot be reached.
        """
        source = source_of(self._link, self._place, self._crs, self._offer())
        if source is None:
            return
        maker = QgsRasterLayer if source.is_raster else QgsVectorLayer
        layer = maker(source.uri, self.name, source.provider)
        if not layer.isValid():
            self.reason = _why(layer)
            return
        names = layers_inside(layer) if source.provider == "ogr" and "|layername=" not in source.uri else []
        found = [layer]
        if len(names) > 1:
            found = [QgsVectorLayer(f"{source.uri}|layername={name}", name, "ogr") for name in names[:MAX_LAYERS]]
        self.layers = [layer for layer in found if layer.isValid()]
        for layer in self.layers:
            layer.moveToThread(QCoreApplication.instance().thread())

    def _offer(self) -> Offer | None:
        """Ask a WMS or a WMTS what it offers: a format or a grid it has not gives an empty map."""
        readers = {"WMS": read_wms, "WMTS": read_wmts}
        reader = readers.get(service_of(self._link))
        if reader is None:
            return None
        with self.session(self._access.authcfg, self._access.origin) as session:
            answer = read(session, capabilities_of(self._link), MAX_CAPABILITIES, cancelled=self.isCanceled)
        offer = reader(answer.content or b"", self._link.layer)
        if offer is None:
            raise CatalogueError(Code.LINK_TARGET_MISSING, self._link.href, href=self._link.layer)
        return offer


def layers_inside(layer: QgsVectorLayer) -> list[str]:
    """Names of the layers of the file that a layer was opened from."""
    described = [text.split(QgsDataProvider.sublayerSeparator()) for text in layer.dataProvider().subLayers()]
    return list(dict.fromkeys(parts[1] for parts in described if len(parts) > 1))


def _why(layer: QgsMapLayer) -> str:
    """Why a layer is not valid, in its provider's own words where it has any."""
    provider = layer.dataProvider()
    error = provider.error() if provider is not None else layer.error()
    return "" if error.isEmpty() else error.summary()  # the summary of an empty error takes QGIS down


def add_layers(layers: Sequence[QgsMapLayer], name: str) -> bool:
    """Add layers to the project, several in a group of their own; False when QGIS refuses them."""
    project = QgsProject.instance()
    if len(layers) == 1:
        return project.addMapLayer(layers[0]) is not None
    added = project.addMapLayers(layers, False)
    group = project.layerTreeRoot().insertGroup(0, name) if added else None
    for layer in added:
        group.addLayer(layer)
    return bool(added)
