"""Vector layers for a script: files as they are, all else (memory, databases, services, edits…) as GeoPackages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCsException,
    QgsFeature,
    QgsFeatureRequest,
    QgsFeatureSource,
    QgsFields,
    QgsGeometry,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSource,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingFeedback,
    QgsProperty,
    QgsVectorLayer,
    QgsVectorLayerFeatureSource,
    QgsWkbTypes,
)

from ...compat import SKIP_GEOMETRY_CHECKS
from ...engine.monitor import Cancelled
from ...translation import tr
from ..output.fields import merge_fields
from ..output.targets import layer_spec, sentence
from ..output.writers import FeatureWriter, WriteError
from ..transformations import crs_name, crs_of, transformation
from .inputs import Input, PlainFile, plain_place

_LOOK = 512
"""Features between two looks at the user's wish to stop."""

Features = Iterator[QgsFeature]


class Table(Input):
    """Features taken from QGIS, to be written as a GeoPackage of one layer.

    A field that cannot keep its name there is ``renamed``: a GeoPackage's key is ``fid``.

    Args:
        source: What gives the features, in any thread.
        fields: Its fields.
        wkb_type: Its geometry type.
        crs: Its CRS.
        title: Name for the messages.
        target: CRS of the run; the features are brought into it. Invalid: they keep theirs.
        context: Of the run, for its transformations.
    """

    def __init__(
        self,
        source: QgsFeatureSource | QgsVectorLayerFeatureSource,
        fields: QgsFields,
        wkb_type: QgsWkbTypes.Type,
        crs: QgsCoordinateReferenceSystem,
        title: str,
        target: QgsCoordinateReferenceSystem,
        context: QgsProcessingContext,
    ) -> None:
        self._source, self._crs, self._title = source, crs, title
        self._wkb_type = QgsWkbTypes.linearType(wkb_type)  # the libraries of scripts know no curve
        self._fields, self.renamed = merge_fields(fields, ())
        self._context = context
        moves = target.isValid() and crs.isValid() and target != crs
        self._transform = transformation(crs, target, context.transformContext()) if moves else None

    def bring(self, folder: Path, name: str, feedback: QgsProcessingFeedback) -> str:
        """Write the GeoPackage and return its path."""
        path = folder / f"{name}.gpkg"
        crs = self._crs if self._transform is None else self._transform.destinationCrs()
        spec, _ = layer_spec(name, str(path), self._fields, self._wkb_type, crs, (), self._context, {})
        try:
            writer = FeatureWriter(spec.create(path), spec.fields)
            writer.copy(self._features(feedback))
            writer.close()
        except (WriteError, OSError) as error:
            raise QgsProcessingException(sentence(str(path), str(error))) from error
        return str(path)

    def _features(self, feedback: QgsProcessingFeedback) -> Features:
        for number, feature in enumerate(self._read()):
            if number % _LOOK == 0 and feedback.isCanceled():
                raise Cancelled
            yield self._made_plain(feature)

    def _read(self) -> Features:
        if isinstance(self._source, QgsProcessingFeatureSource):
            return self._source.getFeatures(QgsFeatureRequest(), SKIP_GEOMETRY_CHECKS)
        return self._source.getFeatures(QgsFeatureRequest())

    def _made_plain(self, feature: QgsFeature) -> QgsFeature:
        """Straighten curves, bring into the CRS of the run."""
        if not feature.hasGeometry():
            return feature
        geometry = feature.geometry()
        if QgsWkbTypes.isCurvedType(geometry.wkbType()):
            geometry = QgsGeometry(geometry.constGet().segmentize())
        if self._transform is not None:
            try:
                moved = geometry.transform(self._transform) == QgsGeometry.OperationResult.Success
            except QgsCsException:
                moved = False
            if not moved:
                raise QgsProcessingException(
                    tr(
                        "Feature {id} of “{layer}” cannot be brought into {crs}: its coordinates lie outside. Check "
                        "the coordinate system of the layer."
                    ).format(id=feature.id(), layer=self._title, crs=crs_name(self._transform.destinationCrs()))
                )
        feature.setGeometry(geometry)
        return feature


def take_vector(
    algorithm: QgsProcessingAlgorithm,
    parameters: dict[str, Any],
    name: str,
    context: QgsProcessingContext,
    target: QgsCoordinateReferenceSystem,
) -> Input | None:
    """Take the layer of a ``source`` parameter; None when none was given."""
    raw = parameters.get(name)
    source = algorithm.parameterAsSource(parameters, name, context)
    if source is None:
        if raw in (None, ""):
            return None
        raise QgsProcessingException(algorithm.invalidSourceError(parameters, name))
    layer = algorithm.parameterAsVectorLayer({**parameters, name: _place(raw)}, name, context)
    if layer is not None and not _is_part(raw) and _agrees(layer, target):
        place = _plain(layer)
        if place is not None:
            return PlainFile(place)
    title = layer.name() if layer is not None else source.sourceName()
    return Table(source, source.fields(), source.wkbType(), crs_of(source), title, target, context)


def take_layer(layer: QgsVectorLayer, context: QgsProcessingContext, target: QgsCoordinateReferenceSystem) -> Input:
    """Take one of the layers of a parameter that holds several."""
    place = _plain(layer) if _agrees(layer, target) else None
    if place is not None:
        return PlainFile(place)
    snapshot = QgsVectorLayerFeatureSource(layer)
    return Table(snapshot, layer.fields(), layer.wkbType(), crs_of(layer), layer.name(), target, context)


def _place(raw: Any) -> Any:
    """Return the layer, or its id or path, of what was given."""
    place = raw.source if isinstance(raw, QgsProcessingFeatureSourceDefinition) else raw
    return place.staticValue() if isinstance(place, QgsProperty) else place


def _is_part(raw: Any) -> bool:
    """Whether only some of the features are meant."""
    if not isinstance(raw, QgsProcessingFeatureSourceDefinition):
        return False
    return bool(raw.selectedFeaturesOnly or raw.featureLimit >= 0 or getattr(raw, "filterExpression", ""))


def _agrees(layer: QgsVectorLayer, target: QgsCoordinateReferenceSystem) -> bool:
    return not (target.isValid() and layer.crs().isValid() and layer.crs() != target)


def _plain(layer: QgsVectorLayer) -> str | None:
    """Return the file of a layer that shows all of it, and nothing but it."""
    of_file = QgsFields.FieldOrigin.OriginProvider
    fields = layer.fields()
    if layer.subsetString() or layer.isModified() or layer.vectorJoins():
        return None
    if any(fields.fieldOrigin(index) != of_file for index in range(fields.count())):
        return None
    if QgsWkbTypes.isCurvedType(layer.wkbType()):
        return None
    return plain_place(layer, layer.dataProvider(), "ogr")
