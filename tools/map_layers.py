"""What every script that draws a map needs: QGIS without a screen, our tools, styles and words, a backdrop."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from qgis.core import (
    QgsApplication,
    QgsFillSymbol,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingUtils,
    QgsProject,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
    QgsVectorLayerUtils,
)
from qgis.PyQt.QtCore import QLocale, QTranslator

BACKDROP = {"surface_hydrographique": "#b5d5ea", "zone_de_vegetation": "#dcead0"}


@contextmanager
def qgis(plugins: Path, language: str) -> Iterator[None]:
    """Give the block a QGIS without a screen, and the plugin of a folder with its words in a language."""
    sys.path.insert(0, str(plugins))
    application = QgsApplication([], True)
    application.initQgis()
    QLocale.setDefault(QLocale(language))
    translator = QTranslator()
    if translator.load(str(plugins / "crige_ia_plugin" / "i18n" / f"crige_ia_plugin_{language}.qm")):
        application.installTranslator(translator)
    try:
        yield
    finally:
        QgsProject.instance().clear()
        application.exitQgis()


def backdrop_of(path: Path) -> Iterator[QgsVectorLayer]:
    """Return water and vegetation, in one colour each."""
    for table, colour in BACKDROP.items():
        layer = QgsVectorLayer(f"{path}|layername={table}", table, "ogr")
        if layer.isValid():
            symbol = QgsFillSymbol.createSimple({"color": colour, "outline_style": "no"})
            layer.setRenderer(QgsSingleSymbolRenderer(symbol))
            yield layer


def drop_unused_classes(layer: QgsVectorLayer) -> None:
    """Keep in the legend only what is on the map."""
    renderer = layer.renderer()
    values, _ = QgsVectorLayerUtils.getValues(layer, renderer.classAttribute())
    used = {str(value) for value in values}
    for index in reversed(range(len(renderer.categories()))):
        if str(renderer.categories()[index].value()) not in used:
            renderer.deleteCategory(index)


def dressed(layer: QgsVectorLayer, style: str, title: str) -> QgsVectorLayer:
    """Give a layer a style of the plugin and the name that its legend shows."""
    from crige_ia_plugin.processing.styles import apply_style

    layer.setName(title)
    apply_style(layer, style)
    drop_unused_classes(layer)
    return layer


def grouped(count: int) -> str:
    """Write a count with its thousands apart, as in both languages."""
    return f"{count:,}".replace(",", "\N{NARROW NO-BREAK SPACE}")


class Run:
    """One algorithm of the provider, all its layers in memory."""

    def __init__(self, name: str) -> None:
        self._algorithm = QgsApplication.processingRegistry().createAlgorithmById(f"crige_ia:{name}")
        self._context = QgsProcessingContext()
        self._results: dict[str, Any] = {}

    def __call__(self, **parameters: object) -> None:
        """Run it; outputs that are not given stay in memory."""
        for one in self._algorithm.parameterDefinitions():
            if one.isDestination() and one.type() == "sink":
                parameters[one.name()] = "memory:"
        self._results, _ = self._algorithm.run(parameters, self._context, QgsProcessingFeedback(), {}, False)

    def layer(self, name: str) -> QgsVectorLayer:
        """Return an output, which the project may keep."""
        return QgsProcessingUtils.mapLayerFromString(self._results[name], self._context).clone()
