"""What an output parameter asks for, opened: memory, file, layer of a GeoPackage, table of a database."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsDataSourceUri,
    QgsFields,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsWkbTypes,
)

from ...translation import tr
from .destination import Destination, OnLoad, Parameters
from .files import FileDestination
from .memory import MemoryDestination
from .tables import DatabaseDestination
from .targets import (
    DestinationError,
    create_options,
    layer_spec,
    provider_of,
    sentence,
    shown,
)
from .writers import LayerSpec, WriteError
from .written import Check, WrittenFile


def open_destination(
    algorithm: QgsProcessingAlgorithm,
    parameters: Parameters,
    name: str,
    context: QgsProcessingContext,
    fields: QgsFields,
    wkb_type: QgsWkbTypes.Type,
    crs: QgsCoordinateReferenceSystem,
    published: Iterable[str] = (),
    on_load: OnLoad | None = None,
    taken: Iterable[Destination] = (),
) -> Destination | None:
    """Open the output ``name``, whatever it was set to; None when it is optional and was not asked for.

    Args:
        algorithm: The algorithm that has the parameter.
        parameters: Its parameters.
        name: Name of the parameter.
        context: Context of the run.
        fields: Fields of the output (see ``fields.merge_fields``); names are made unique whatever the case.
        wkb_type: Exact geometry type, or NoGeometry.
        crs: CRS of the output.
        published: Names of our own fields, which keep them where a format cuts names.
        on_load: Dresses the layer (style, aliases) when QGIS opens it; called in the main thread.
        taken: Other destinations of this run; two may share a GeoPackage, as layers of it.

    Raises:
        DestinationError: The place cannot be written, or the format is unknown.
    """
    target, details = asked(algorithm, parameters, name, context)
    if not target:
        return None
    options = create_options(parameters.get(name))
    spec, renamed = layer_spec(name, target, fields, wkb_type, crs, published, context, options)
    try:
        if target.startswith("memory:"):
            opened: Destination = MemoryDestination(algorithm, parameters, name, context, spec, renamed)
        else:
            opened = _persistent(name, target, spec, renamed, taken)
    except (WriteError, OSError) as error:
        raise DestinationError(sentence(shown(target), str(error))) from error
    opened.on_load = on_load
    opened.details = details
    return opened


def open_written(
    algorithm: QgsProcessingAlgorithm,
    parameters: Parameters,
    name: str,
    context: QgsProcessingContext,
    check: Check,
    on_load: OnLoad | None = None,
    taken: Iterable[Destination] = (),
) -> WrittenFile | None:
    """Open the output ``name``, a file that something else writes; None when it is optional and was not asked for.

    Args:
        algorithm: The algorithm that has the parameter.
        parameters: Its parameters.
        name: Name of the parameter.
        context: Context of the run.
        check: Looks at the file once it is written.
        on_load: Dresses the layer when QGIS opens it; called in the main thread.
        taken: Other destinations of this run.

    Raises:
        DestinationError: The place cannot be written, or is that of another output.
    """
    target, details = asked(algorithm, parameters, name, context)
    if not target:
        return None
    path = Path(target).absolute()
    path = path.resolve() if path.is_symlink() else path
    if any(isinstance(one, FileDestination) and one.target == path for one in taken):
        raise _same_file(path)
    try:
        opened = WrittenFile(name, path, check)
    except (WriteError, OSError) as error:
        raise DestinationError(sentence(shown(target), str(error))) from error
    opened.identifier = str(path)
    opened.on_load, opened.details = on_load, details
    return opened


def asked(
    algorithm: QgsProcessingAlgorithm, parameters: Parameters, name: str, context: QgsProcessingContext
) -> tuple[str, QgsProcessingContext.LayerDetails | None]:
    """Tell what an output was set to, and how it is to be loaded; it is loaded only once it is in its place."""
    if algorithm.parameterDefinition(name).type() == "fileDestination":
        return algorithm.parameterAsFileOutput(parameters, name, context), None
    before = context.layersToLoadOnCompletion()
    target = algorithm.parameterAsOutputLayer(parameters, name, context)
    details = context.layersToLoadOnCompletion().get(target)
    context.setLayersToLoadOnCompletion(before)
    return target, details


def _same_file(path: Path) -> DestinationError:
    return DestinationError(
        tr("Two outputs cannot both be written to “{name}”: choose another file for one of them.").format(
            name=path.name
        )
    )


def _persistent(
    name: str, target: str, spec: LayerSpec, renamed: dict[str, str], taken: Iterable[Destination]
) -> Destination:
    provider, uri = provider_of(target)
    if provider not in ("", "ogr"):
        return DatabaseDestination(name, provider, uri, spec, renamed)
    source = QgsDataSourceUri(uri)
    shared = provider == "ogr" and bool(source.database() and source.table())
    path = Path(source.database() if shared else uri).absolute()
    # What a link points to is written, not the link itself.
    path = path.resolve() if path.is_symlink() else path
    rivals = [one for one in taken if isinstance(one, FileDestination) and one.target == path]
    if rivals and spec.driver == "GPKG" and not shared:
        # Two whole GeoPackages of one name: QGIS would let the last one win. They become layers of one.
        shared, spec = True, replace(spec, name=name.lower())
    if rivals and (spec.driver != "GPKG" or spec.name.lower() in {one.layer.lower() for one in rivals}):
        raise _same_file(path)
    if shared and spec.driver != "GPKG":
        raise DestinationError(
            tr("A layer cannot be added to “{name}”: choose a GeoPackage (.gpkg) or a file.").format(name=path.name)
        )
    return FileDestination(name, path, spec, renamed, shared)
