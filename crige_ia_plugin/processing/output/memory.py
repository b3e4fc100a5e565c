"""Temporary layers."""

from __future__ import annotations

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingContext,
)

from .destination import Destination, Parameters
from .fields import without_words
from .writers import FeatureWriter, LayerSpec, WriteError


class MemoryDestination(Destination):
    """A temporary layer: nothing can be lost there, QGIS's own sink will do."""

    def __init__(
        self,
        algorithm: QgsProcessingAlgorithm,
        parameters: Parameters,
        name: str,
        context: QgsProcessingContext,
        spec: LayerSpec,
        renamed: dict[str, str],
    ) -> None:
        super().__init__(name, spec, renamed)
        sink, self.identifier = algorithm.parameterAsSink(
            parameters, name, context, without_words(spec.fields), spec.wkb_type, spec.crs
        )
        if sink is None:
            raise WriteError(name)
        self._writer = FeatureWriter(sink, spec.fields)

    def abandon(self) -> None:
        """Let go of the layer: the context of the run owns it."""
        self._writer.sink = None

    def _bulk_writer(self) -> FeatureWriter:
        return self._writer
