"""Processing models that ship with the plugin, ``resources/models``: chains of algorithms, in the user's language."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from qgis.core import QgsProcessing, QgsProcessingContext, QgsProcessingFeedback, QgsProcessingModelAlgorithm
from qgis.PyQt.QtGui import QIcon

from ..__about__ import HOMEPAGE
from ..paths import RESOURCES
from ..translation import tr
from .base import groups

MODELS = RESOURCES / "models"


class FilledModel(QgsProcessingModelAlgorithm):
    """A model that runs with what was left out filled in, as other algorithms do."""

    def checkParameterValues(  # noqa: N802 - the name QGIS calls
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> tuple[bool, str]:
        """Tell whether the parameters will do, those with a default being left out or not."""
        return super().checkParameterValues(self._filled(parameters), context)

    def processAlgorithm(  # noqa: N802 - the name QGIS calls
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Run the chain."""
        return super().processAlgorithm(self._filled(parameters), context, feedback)

    def _filled(self, parameters: dict[str, Any]) -> dict[str, Any]:
        """Give what was left out: defaults, which models do not take by themselves, and outputs that a step needs."""
        filled, needed = dict(parameters), self._needed()
        for definition in self.parameterDefinitions():
            name, default = definition.name(), definition.defaultValue()
            if not definition.isDestination() and default is not None:
                filled.setdefault(name, default)
            elif name in needed and filled.get(name) in (None, ""):
                filled[name] = QgsProcessing.TEMPORARY_OUTPUT
        return filled

    def _needed(self) -> set[str]:
        """Return the outputs of the model from which one of its steps reads on."""
        steps = self.childAlgorithms()
        read = {
            (source.outputChildId(), source.outputName())
            for step in steps.values()
            for sources in step.parameterSources().values()
            for source in sources
        }
        return {
            f"{key}:{name}"
            for key, step in steps.items()
            for name, output in step.modelOutputs().items()
            if (key, output.childOutputName()) in read
        }


class ShippedModel(FilledModel):
    """A model of a file, whose words are those of the plugin: a ``.model3`` file holds one language."""

    def __init__(self, path: Path, title: Callable[[], str], words: Callable[[], dict[str, str]]) -> None:
        """Read the model.

        Args:
            path: The file; what the user reads in it are codes.
            title: Returns its name in the toolbox.
            words: Returns what its help says, by section, and its parameters' names, by their ids.
        """
        super().__init__()
        self._path, self._title, self._words = path, title, words
        if not self.fromFile(str(path)):
            raise OSError(path)
        for name, text in words().items():
            definition = self.parameterDefinition(name)
            if definition is not None:
                definition.setDescription(text)

    def createInstance(self) -> ShippedModel:  # noqa: N802 - the name QGIS calls
        """Return a fresh one."""
        made = ShippedModel(self._path, self._title, self._words)
        made.setProvider(self.provider())
        return made

    def displayName(self) -> str:  # noqa: N802 - the name QGIS calls
        """Return the name in the toolbox."""
        return self._title()

    def group(self) -> str:
        """Return the toolbox branch, in the user's language."""
        return groups()[self.groupId()]

    def groupId(self) -> str:  # noqa: N802 - the name QGIS calls
        """Return the published key of the toolbox branch."""
        return "roads"

    def shortHelpString(self) -> str:  # noqa: N802 - the name QGIS calls
        """Return the help beside the dialog."""
        return self._words()["help"]

    def icon(self) -> QIcon:
        """Return the icon of the toolbox."""
        return QIcon(self.svgIconPath())

    def svgIconPath(self) -> str:  # noqa: N802 - the name QGIS calls
        """Return the icon as a file."""
        return str(RESOURCES / "icons" / "provider.svg")

    def helpUrl(self) -> str:  # noqa: N802 - the name QGIS calls
        """Return the address of the documentation."""
        return HOMEPAGE


def shipped_models() -> list[ShippedModel]:
    """Build every model; its algorithms must be in QGIS's registry by then."""
    return [
        ShippedModel(
            MODELS / "network_to_events.model3",
            lambda: tr("From the road network to placed events"),
            _network_to_events,
        )
    ]


def _network_to_events() -> dict[str, str]:
    return {
        "help": tr(
            "<p>Does in one go what a road service does with BD TOPO: cuts the roads at their intersections, measures "
            "each route, fits the measures to the markers (PR), and places a table of events.</p><p>The fields "
            "proposed are those of BD TOPO V3: <i>troncon_de_route</i> and <i>point_de_repere</i>. Open the model in "
            "the model designer to see the four tools, or to change them in a copy of yours.</p>"
        ),
        "roads": tr("Road network"),
        "markers": tr("Markers (PR)"),
        "events": tr("Table of events"),
        "route_field": tr("Route field"),
        "level_field": tr("Level field (position above or below the ground)"),
        "tolerance": tr("Tolerance for repairs (0: nothing is moved)"),
        "event_route_field": tr("Events: route"),
        "event_from_field": tr("Events: PR or address, of the event or of its start"),
        "event_from_offset_field": tr("Events: metres after that PR"),
        "event_to_field": tr("Events: PR or address of the end, for sections"),
        "event_to_offset_field": tr("Events: metres after the PR of the end"),
        "event_department_field": tr("Events: département"),
        "event_side_field": tr("Events: side"),
        "marker_route_field": tr("Markers: route"),
        "marker_pr_field": tr("Markers: number"),
        "marker_department_field": tr("Markers: département"),
        "marker_network_field": tr("Markers: network (concession or manager)"),
        "marker_side_field": tr("Markers: side"),
        "marker_cumul_field": tr("Markers: cumulated distance"),
        "marker_type_field": tr("Markers: type"),
        "split:SPLIT_ANOMALIES": tr("Anomalies of the network"),
        "abscissa:SEGMENTS": tr("Segments with abscissas"),
        "abscissa:ROUTE_ANOMALIES": tr("Anomalies of the routes"),
        "calibrate:ROUTES": tr("Calibrated routes"),
        "calibrate:CALIBRATED_MARKERS": tr("Calibrated markers"),
        "calibrate:MARKER_ANOMALIES": tr("Anomalies of the markers"),
        "place:EVENTS": tr("Placed events"),
        "place:REJECTED": tr("Events that could not be placed"),
    }
