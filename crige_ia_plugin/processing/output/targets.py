"""What an output parameter means: which driver or database, under which names, and how to tell of a failure."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsDataSourceUri,
    QgsFields,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingOutputLayerDefinition,
    QgsProviderRegistry,
    QgsVectorFileWriter,
    QgsWkbTypes,
)

from ...runsheet.paths import scrub
from ...translation import tr
from .fields import shortened, unique_names, with_names
from .writers import LayerSpec, WriteError

_PROVIDER_URI = re.compile(r"(\w+):(?://)?(.*)", re.DOTALL)
_ERRNO = re.compile(r"^\[\w+ \d+\] |: '[^']*'( -> '[^']*')?$")
"""What Python puts around the system's own words: a number before, the hidden file behind."""
_DBF_NAME = 10
_ENOUGH = 1 << 20


class DestinationError(QgsProcessingException):
    """An output that cannot be written; the message is a sentence for the user."""


def provider_of(target: str) -> tuple[str, str]:
    """Split ``ogr:…``, ``postgres://…``; a drive letter is no provider."""
    match = _PROVIDER_URI.fullmatch(target)
    if match is None:
        return "", target
    key = {"postgis": "postgres"}.get(match.group(1).lower(), match.group(1).lower())
    if key not in QgsProviderRegistry.instance().providerList():
        return "", target
    return key, match.group(2)


def shown(target: str) -> str:
    """Return the file or the table: an address may hold a password."""
    provider, uri = provider_of(target)
    source = QgsDataSourceUri(uri)
    return uri if not provider else source.database() if provider == "ogr" and source.table() else source.table()


def create_options(value: Any) -> dict[str, Any]:
    """Return the options of the dialog's advanced output settings."""
    return dict(value.createOptions) if isinstance(value, QgsProcessingOutputLayerDefinition) else {}


def layer_spec(
    name: str,
    target: str,
    fields: QgsFields,
    wkb_type: QgsWkbTypes.Type,
    crs: QgsCoordinateReferenceSystem,
    published: Iterable[str],
    context: QgsProcessingContext,
    options: dict[str, Any],
) -> tuple[LayerSpec, dict[str, str]]:
    """Tell how to write: driver by the extension, names by what it takes."""
    driver, layer = _driver(target)
    asked = [field.name() for field in fields]
    ours = set(published)
    others = [one for one in asked if one not in ours]
    unique = dict(zip(others, unique_names(others, [*sorted(ours), *_own_columns(target)])[0]))
    names = [unique.get(one, one) for one in asked]
    if driver == "ESRI Shapefile":
        names = shortened(names, [i for i, one in enumerate(asked) if one in ours], _DBF_NAME)
    layer_options = list(options.get("layerOptions") or QgsVectorFileWriter.defaultLayerOptions(driver))
    if driver == "GPKG":
        layer_options = _free_geometry_name(layer_options, names)
    spec = LayerSpec(
        layer or name.lower(),
        driver,
        with_names(fields, names),
        wkb_type,
        crs,
        context.transformContext(),
        str(options.get("fileEncoding") or context.defaultEncoding() or "UTF-8"),
        tuple(layer_options),
        tuple(options.get("datasourceOptions") or QgsVectorFileWriter.defaultDatasetOptions(driver)),
    )
    return spec, {old: new for old, new in zip(asked, names) if old != new}


def _driver(target: str) -> tuple[str, str]:
    """Return the driver of GDAL and the name of the layer; both empty where it is no file."""
    provider, uri = provider_of(target)
    if target.startswith("memory:") or provider not in ("", "ogr"):
        return "", ""
    source = QgsDataSourceUri(uri)
    is_layer = provider == "ogr" and bool(source.database() and source.table())
    path = Path(source.database() if is_layer else uri)
    driver = QgsVectorFileWriter.driverForExtension(path.suffix[1:]) if path.suffix else ""
    if not driver:
        raise DestinationError(
            tr("“{name}”: this kind of file is unknown. Choose .gpkg, .shp, .geojson, .fgb or .csv.").format(
                name=path.name
            )
        )
    return driver, source.table() if is_layer else path.stem


def _own_columns(target: str) -> list[str]:
    """Return the names of a table's key and geometry: a field of the input is neither."""
    provider, uri = provider_of(target)
    source = QgsDataSourceUri(uri) if provider not in ("", "ogr") else QgsDataSourceUri()
    return [name for name in (source.keyColumn(), source.geometryColumn()) if name]


def _free_geometry_name(options: Sequence[str], names: Iterable[str]) -> list[str]:
    """Name the geometry column so that no field has its name."""
    taken = {name.casefold() for name in names}
    name = next(one for one in ("geom", "geometry", "the_geom", "wkb_geometry", "shape_") if one not in taken)
    return [*(one for one in options if not one.upper().startswith("GEOMETRY_NAME=")), f"GEOMETRY_NAME={name}"]


def check_geopackage(path: Path) -> None:
    """Make sure that ``path`` can take a layer.

    Raises:
        OSError: It may not be written.
        WriteError: It is something else.
    """
    with path.open("rb+") as stream:
        if stream.read(15) != b"SQLite format 3":
            raise WriteError(tr("it is no GeoPackage"))


def sentence(place: str, detail: str) -> str:
    """Say what happened and what to do; the detail is the system's own words."""
    path = Path(place)
    full = re.search(r"disk (is )?full|no space|quota|errno 28|errno 122", detail, re.IGNORECASE) is not None
    folder = next((parent for parent in path.parents if parent.is_dir()), None)
    if folder is not None and not full:
        with suppress(OSError):
            full = shutil.disk_usage(folder).free < _ENOUGH
    if full:
        text = tr(
            "The disk of “{name}” is full. Free some space or choose another place, then run again. What was there "
            "before is untouched."
        )
    else:
        text = tr(
            "“{name}” cannot be written: {detail}. Check that the place exists, that you may write there and that no "
            "other program has it open. What was there before is untouched."
        )
    said = _ERRNO.sub("", scrub(detail, keep_paths=True).strip()).rstrip(".")
    return text.format(name=path.name, detail=said)
