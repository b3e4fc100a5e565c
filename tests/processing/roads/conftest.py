"""What the tests of the road tools share: the algorithms, from the registry."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from qgis.core import QgsApplication, QgsProcessingContext, QgsProcessingFeedback, QgsProcessingUtils, QgsVectorLayer

from crige_ia_plugin.processing.provider import CrigeIaProvider


class Log(QgsProcessingFeedback):
    """Keeps what the user reads."""

    def __init__(self) -> None:
        super().__init__(False)
        self.warnings: list[str] = []

    def pushWarning(self, warning: str) -> None:  # noqa: N802 - the name QGIS calls
        self.warnings.append(warning)


class Outcome(dict):
    """What a run returned: results by name, layers by ``layer(name)``, and the warnings."""

    def __init__(self, results: dict[str, Any], context: QgsProcessingContext, warnings: list[str]) -> None:
        super().__init__(results)
        self.context, self.warnings = context, warnings

    def layer(self, name: str) -> QgsVectorLayer:
        layer = QgsProcessingUtils.mapLayerFromString(self[name], self.context)
        assert layer is not None, f"{name}: {self[name]}"
        return layer

    def rows(self, name: str, *fields: str) -> list[tuple]:
        """Values of some fields of every feature, None for NULL."""
        layer = self.layer(name)
        return [
            tuple(None if hasattr(v, "isNull") and v.isNull() else v for v in (feature[field] for field in fields))
            for feature in layer.getFeatures()
        ]


@pytest.fixture
def run(qgis_app) -> Callable[..., Outcome]:
    """Run an algorithm of the provider by its id; a refusal raises."""
    registry = QgsApplication.processingRegistry()
    provider = registry.providerById("crige_ia")
    added = provider is None
    if added:
        provider = CrigeIaProvider()
        assert registry.addProvider(provider)

    def go(name: str, **parameters: Any) -> Outcome:
        algorithm = registry.createAlgorithmById(f"crige_ia:{name}")
        assert algorithm is not None, name
        for definition in algorithm.parameterDefinitions():
            if definition.isDestination() and definition.type() == "sink":
                parameters.setdefault(definition.name(), "TEMPORARY_OUTPUT")
        context, log = QgsProcessingContext(), Log()
        ok, text = algorithm.checkParameterValues(parameters, context)
        assert ok, text
        results, ok = algorithm.run(parameters, context, log, {}, False)
        assert ok
        return Outcome(results, context, log.warnings)

    yield go
    if added:
        registry.removeProvider(provider)
