"""Outputs as QGIS loads them into a project: named, styled and aliased."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsApplication,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputLayerDefinition,
    QgsProject,
    QgsVectorLayer,
)


def load_outputs(name: str, **parameters: Any) -> dict[str, QgsVectorLayer]:
    """Run an algorithm of the provider, which is registered, and dress its layers as QGIS does when it loads them."""
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(f"crige_ia:{name}")
    project, context, feedback = QgsProject(), QgsProcessingContext(), QgsProcessingFeedback()
    context.setProject(project)
    names = [one.name() for one in algorithm.parameterDefinitions() if one.type() == "sink"]
    for one in names:
        parameters[one] = QgsProcessingOutputLayerDefinition("TEMPORARY_OUTPUT", project)
    results, ok = algorithm.run(parameters, context, feedback, {}, False)
    assert ok
    loaded = {}
    for one in names:
        layer = context.takeResultLayer(results[one])
        details = context.layerToLoadOnCompletionDetails(results[one])
        details.postProcessor().postProcessLayer(layer, context, feedback)
        loaded[one] = layer
    return loaded


def is_dressed(layer: QgsVectorLayer) -> bool:
    """Tell whether a layer has labels, words in its legend, and a name in words for each of our fields."""
    words = [category.label() for category in layer.renderer().categories()]
    codes = [str(category.value()) for category in layer.renderer().categories()]
    return layer.labelsEnabled() and all(words) and not set(words) & set(codes)
