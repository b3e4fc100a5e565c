"""What a script writes, checked and put where the user wants it."""

from __future__ import annotations

from abc import ABC, abstractmethod
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsFields,
    QgsMapLayer,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsVectorLayer,
)

from ...catalogue.problems import CatalogueError
from ...engine.monitor import Cancelled
from ...harmless import apply_style
from ...translation import tr
from ..output.fields import merge_fields
from ..output.opening import asked
from ..output.written import WrittenFile, is_anything, is_raster, is_vector
from ..transformations import crs_of
from .parameters import processing_name

if TYPE_CHECKING:
    from ...runtime.parameters import Parameter
    from .algorithm import SharedAlgorithm

_CHECKS = {"vector-out": is_vector, "raster-out": is_raster, "file-out": is_anything}
_LOOK = 512


class Output(ABC):
    """One output of a script.

    Attributes:
        name: Name of the script's parameter.
        place: File that the script is to write.
    """

    def __init__(self, name: str, place: Path) -> None:
        self.name, self.place = name, place

    @abstractmethod
    def deliver(self, feedback: QgsProcessingFeedback) -> None:
        """Make what the script wrote ready to be put in its place.

        Raises:
            QgsProcessingException: It is not there, or not what it should be.
            Cancelled: The user cancelled.
        """


class Direct(Output):
    """A file that the script writes where it will be moved from: nothing more to do."""

    def __init__(self, name: str, destination: WrittenFile) -> None:
        super().__init__(name, destination.partial)

    def deliver(self, feedback: QgsProcessingFeedback) -> None:
        """Leave the file to ``WrittenFile``, which checks it."""


class Copied(Output):
    """A GeoPackage of the script, whose layer goes into a database, another format, a GeoPackage that is there.

    Args:
        algorithm: Opens the destination.
        parameter: Of the script.
        parameters: Of the run.
        context: Of the run.
        folder: Where the script writes.
    """

    def __init__(
        self,
        algorithm: SharedAlgorithm,
        parameter: Parameter,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        folder: Path,
    ) -> None:
        super().__init__(parameter.name, folder / f"{parameter.name}.gpkg")
        self._algorithm, self._parameter, self._parameters, self._context = algorithm, parameter, parameters, context

    def deliver(self, feedback: QgsProcessingFeedback) -> None:
        """Copy the features."""
        layer = self._layer()
        fields, _ = merge_fields(_without_key(layer), ())
        destination = self._algorithm.destination(
            self._parameters,
            processing_name(self._parameter),
            self._context,
            fields,
            layer.wkbType(),
            crs_of(layer),
            on_load=styling(self._algorithm, self._parameter),
        )
        if destination is None:
            return
        total = max(1, layer.featureCount())
        wanted = [layer.fields().indexOf(field.name()) for field in _without_key(layer)]
        for number, feature in enumerate(layer.getFeatures()):
            if number % _LOOK == 0:
                if feedback.isCanceled():
                    raise Cancelled
                feedback.setProgress(100.0 * number / total)
            wkb = bytes(feature.geometry().asWkb()) if feature.hasGeometry() else None
            destination.add(None, [feature.attribute(index) for index in wanted], wkb)

    def _layer(self) -> QgsVectorLayer:
        layer = QgsVectorLayer(str(self.place), self.name, "ogr") if self.place.is_file() else None
        if layer is None or not layer.isValid():
            raise QgsProcessingException(
                tr(
                    "The script ended without error, but its output “{name}” is missing or is no layer: report it to "
                    "its author."
                ).format(name=self._algorithm.parameterDefinition(processing_name(self._parameter)).description())
            )
        return layer


def _without_key(layer: QgsVectorLayer) -> QgsFields:
    """Return the fields without the GeoPackage's key, which is nobody's."""
    fields = layer.fields()
    key = layer.primaryKeyAttributes()
    for index in sorted(key, reverse=True):
        fields.remove(index)
    return fields


def open_output(
    algorithm: SharedAlgorithm,
    parameter: Parameter,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
    folder: Path,
) -> Output | None:
    """Open an output of a script; None when it was not asked for.

    Raises:
        QgsProcessingException: The place cannot be written.
    """
    name = processing_name(parameter)
    target, _ = asked(algorithm, parameters, name, context)
    if not target:
        return None
    if parameter.type == "vector-out" and not _is_new_geopackage(target):
        return Copied(algorithm, parameter, parameters, context, folder)
    if parameter.type == "raster-out" and Path(target).suffix.lower() not in (".tif", ".tiff"):
        raise QgsProcessingException(
            tr("“{name}”: scripts write rasters as GeoTIFF; choose a name that ends in .tif.").format(
                name=Path(target).name
            )
        )
    written = algorithm.written(parameters, name, context, _CHECKS[parameter.type], styling(algorithm, parameter))
    return None if written is None else Direct(parameter.name, written)


def _is_new_geopackage(target: str) -> bool:
    return target.lower().endswith(".gpkg") and not target.startswith(("ogr:", "postgres", "memory:"))


def styling(algorithm: SharedAlgorithm, parameter: Parameter) -> Any:
    """Return what dresses a layer with the style that the script names; None when it names none."""
    style = algorithm.tool.style(parameter)
    if style is None:
        return None

    def dress(layer: QgsMapLayer) -> None:
        with suppress(CatalogueError):  # a look that cannot be read is no reason to lose the layer
            apply_style(style, layer)

    return dress
