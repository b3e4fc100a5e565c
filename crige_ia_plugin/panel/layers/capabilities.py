"""What a WMS or a WMTS offers for one layer, read from its capabilities: formats, reference systems, styles, grids.

Source: OGC 06-042 (WMS 1.3.0), OGC 07-057r7 (WMTS 1.0.0).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from qgis.PyQt.QtCore import QByteArray, QXmlStreamReader

FORMATS = ("image/png", "image/png; mode=8bit", "image/jpeg", "image/jpg")
"""Image formats in the order we like them: first those that can be transparent."""

SYSTEMS = ("EPSG:3857", "EPSG:2154", "EPSG:4326")
"""Reference systems to fall back on where that of the project is not offered."""

_CODE = re.compile(r"(?:urn:ogc:def:crs:|http://www\.opengis\.net/def/crs/)?(EPSG|IGNF|CRS|OGC)[:/].*?([\w.]+)\Z")


@dataclass
class Offer:
    """What is offered for a layer.

    Attributes:
        grids: Identifier and reference system of each tile matrix set; a WMS has none.
    """

    formats: list[str] = field(default_factory=list)
    systems: list[str] = field(default_factory=list)
    styles: list[str] = field(default_factory=list)
    grids: list[tuple[str, str]] = field(default_factory=list)

    def image(self) -> str:
        """Format to ask for."""
        return _first(FORMATS, self.formats) or next(iter(self.formats), FORMATS[0])

    def system(self, wanted: str) -> str:
        """Reference system to ask for: that of the project where it is offered."""
        return _first((wanted, *SYSTEMS), self.systems) or next(iter(self.systems), SYSTEMS[0])

    def grid(self, wanted: str) -> tuple[str, str]:
        """Tile matrix set to ask for, with its reference system; two empty strings when there is none."""
        for system in (wanted, *SYSTEMS):
            for grid in self.grids:
                if grid[1] == system:
                    return grid
        return next(iter(self.grids), ("", ""))


def _first(wanted: Sequence[str], offered: Sequence[str]) -> str:
    return next((one for one in wanted if one in offered), "")


def short_crs(name: str) -> str:
    """Name of a reference system as QGIS writes it: ``EPSG:3857`` for ``urn:ogc:def:crs:EPSG::3857``."""
    found = _CODE.match(name.strip())
    return f"{found.group(1)}:{found.group(2)}" if found else name.strip()


def read_wms(content: bytes, layer: str) -> Offer | None:
    """Read what a WMS offers for a layer; None when it does not have it, or when this is no capabilities.

    A layer inherits the reference systems and the styles of those that hold it.
    """
    offer = Offer()
    inherited: list[Offer] = []
    names: list[str] = []
    for path, text in _elements(content):
        if text is None:
            if path[-1] == "Layer":
                inherited.append(Offer())
                names.append("")
            continue
        if path[-2:] == ["GetMap", "Format"]:
            offer.formats.append(text)
        elif inherited and path[-2:] == ["Layer", "Name"]:
            names[-1] = text
        elif inherited and path[-2:] in (["Layer", "CRS"], ["Layer", "SRS"]):
            inherited[-1].systems += [short_crs(name) for name in text.split()]
        elif inherited and path[-3:] == ["Layer", "Style", "Name"]:
            inherited[-1].styles.append(text)
        elif path[-1] == "Layer" and inherited:
            if names[-1] == layer:
                for one in reversed(inherited):
                    offer.systems += one.systems
                    offer.styles += one.styles
                return offer
            inherited.pop()
            names.pop()
    return None


def read_wmts(content: bytes, layer: str) -> Offer | None:
    """Read what a WMTS offers for a layer; None when it does not have it, or when this is no capabilities."""
    found: Offer | None = None
    current, name, grid = Offer(), "", ""
    grids: dict[str, str] = {}
    for path, text in _elements(content):
        end = path[-2:]
        if text is None:
            if path[-1] == "Layer":
                current, name = Offer(), ""
        elif end == ["Layer", "Identifier"]:
            name = text
        elif end == ["Layer", "Format"]:
            current.formats.append(text)
        elif end == ["Style", "Identifier"]:
            current.styles.append(text)
        elif end == ["TileMatrixSetLink", "TileMatrixSet"]:
            current.grids.append((text, ""))
        elif path[-1] == "Layer" and name == layer:
            found = current
        elif end == ["TileMatrixSet", "Identifier"]:
            grid = text
        elif end == ["TileMatrixSet", "SupportedCRS"]:
            grids[grid] = short_crs(text)
    if found is not None:
        found.grids = [(name, grids[name]) for name, _ in found.grids if name in grids]
    return found


def _elements(content: bytes) -> Iterator[tuple[list[str], str | None]]:
    """Walk a document: each element's path of names, with None where it begins and its own text where it ends.

    Qt's reader fetches nothing from outside and limits the expansion of entities.
    """
    reader = QXmlStreamReader(QByteArray(content))
    path: list[str] = []
    texts: list[str] = []
    while not reader.atEnd():
        reader.readNext()
        if reader.isStartElement():
            path.append(str(reader.name()))
            texts.append("")
            yield path, None
        elif reader.isCharacters() and texts:
            texts[-1] += str(reader.text())
        elif reader.isEndElement():
            yield path, texts[-1].strip()
            path.pop()
            texts.pop()
