"""Check a road network: a located, graded layer of everything that is wrong, and a report."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsFeatureSource,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingMultiStepFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterDistance,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
)
from qgis.PyQt.QtCore import QLocale
from qgis.PyQt.QtWidgets import QWidget

from ... import messages
from ...engine.anomalies import SEVERITY, Anomalies, AnomalyCode, Severity
from ...engine.network.levels import known_level_field
from ...engine.network.quality import NetworkQuality, check_network
from ...translation import tr
from ..base import Algorithm, FeedbackMonitor, Results, Words
from ..features import LineTable, forget, read_lines
from ..transformations import crs_of
from ..units import Lengths, lengths_in, metres_per_unit
from .network_findings import read_level_field, tell_anomalies, with_unusable, write_network_anomalies
from .road_input import field_of, open_source

_DEFAULT_METRES = 1.0
"""Ends nearer than this were meant to meet, where no tolerance is given."""
_IN_LAYER_UNITS = (AnomalyCode.UNDERSHOOT, AnomalyCode.OVERSHOOT, AnomalyCode.NEAR_VERTICES)


class CheckNetwork(Algorithm):
    """``crige_ia:checknetwork``."""

    NAME = "checknetwork"
    GROUP = "roads"
    ICON = "check_network.svg"

    def __init__(self) -> None:
        super().__init__()
        self._source: QgsFeatureSource | None = None
        self._level_field = ""
        self._tolerance: float | None = None

    def words(self) -> Words:
        """Return its name in the toolbox, its tooltip, what the toolbox finds it by, its help."""
        return Words(
            tr("Check a road network"),
            tr("Finds what is wrong in a road network, shows where, and changes nothing."),
            tr("road,network,quality,control,topology,duplicate,overlap,undershoot,overshoot,connectivity,BD TOPO,OSM"),
            _help(),
        )

    def createCustomParametersWidget(self, parent: QWidget | None = None) -> QWidget:  # noqa: N802 - the name QGIS calls
        """Return the usual dialog, which proposes the level field of the layer chosen."""
        from ..dialogs import ProposingDialog

        return ProposingDialog(self, {"LEVEL_FIELD": ("INPUT", known_level_field)}, parent)

    def define(self) -> None:
        """Add the parameters and outputs."""
        self.addParameter(
            QgsProcessingParameterFeatureSource("INPUT", tr("Road network"), [QgsProcessing.SourceType.TypeVectorLine])
        )
        self.addParameter(
            QgsProcessingParameterField(
                "LEVEL_FIELD", tr("Level field (position above or below the ground)"), None, "INPUT", optional=True
            )
        )
        self.addParameter(
            QgsProcessingParameterDistance(
                "TOLERANCE", tr("Ends this near were meant to meet (not set: 1 m)"), None, "INPUT", True, 0.0
            )
        )
        self.addParameter(
            QgsProcessingParameterFeatureSink(
                "ANOMALIES", tr("Anomalies"), QgsProcessing.SourceType.TypeVectorPoint, None, False, True
            )
        )
        self.addOutput(QgsProcessingOutputNumber("ANOMALY_COUNT", tr("Number of anomalies")))
        self.addOutput(QgsProcessingOutputNumber("ERROR_COUNT", tr("Number of errors")))
        self.addOutput(QgsProcessingOutputNumber("WARNING_COUNT", tr("Number of warnings")))

    def open_inputs(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        """Open the layer and refuse what is not lines."""
        self._source = open_source(self, parameters, "INPUT", context)
        self._level_field = field_of(self, parameters, "LEVEL_FIELD", context, self._source)
        given = parameters.get("TOLERANCE") not in (None, "")
        self._tolerance = self.parameterAsDouble(parameters, "TOLERANCE", context) if given else None

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Results:
        """Read, look, write."""
        steps = QgsProcessingMultiStepFeedback(3, feedback)
        crs = crs_of(self._source)
        if not crs.isValid():
            self.warn(tr("The layer has no CRS: lengths are in its own units. Give it its CRS to have metres."))
        levels_in = [self._source.fields().lookupField(self._level_field)] if self._level_field else ()
        table = read_lines(self._source, steps, forget, levels_in)
        steps.setCurrentStep(1)
        lengths = lengths_in(crs)
        metres = metres_per_unit(crs, table.lines.xy)[1]
        levels = read_level_field(self, self._source, table, self._level_field)
        quality = check_network(
            table.lines,
            None if levels is None else levels.values[table.lines.feature],
            tolerance=self._tolerance_in(table, metres),
            distance=lengths.distance,
            geographic=lengths.geographic,
            monitor=FeedbackMonitor(steps),
        )
        steps.setCurrentStep(2)
        found = with_unusable(table, quality.anomalies)
        _to_metres(found, metres)
        count = write_network_anomalies(
            self,
            parameters,
            context,
            steps,
            crs,
            table.fids,
            found,
            messages.findings(),
            lambda value: f"{QLocale().toString(value, 'g', 3)} m",
            tr("Distance (m) or number"),
        )
        self._report(table, quality, found, lengths)
        severities = [SEVERITY[code] for code in found.code]
        return {
            "ANOMALY_COUNT": count,
            "ERROR_COUNT": severities.count(Severity.ERROR),
            "WARNING_COUNT": severities.count(Severity.WARNING),
        }

    def _tolerance_in(self, table: LineTable, metres: float) -> float:
        """Return the tolerance in layer units; where none is given a metre, or less in a network of a few metres."""
        if self._tolerance is not None:
            return self._tolerance
        xy = table.lines.xy
        side = float((xy.max(axis=0) - xy.min(axis=0)).max()) if len(xy) else 0.0
        return min(_DEFAULT_METRES / metres, side / 8)

    def _report(self, table: LineTable, quality: NetworkQuality, found: Anomalies, lengths: Lengths) -> None:
        """Say how the network holds together, and check it."""
        network = quality.network
        if not table.feature_count:
            self.warn(tr("The layer is empty, or its filter or selection leaves nothing: there is nothing to check."))
        elif not table.lines.count:
            self.warn(tr("No feature of the layer holds a line: see the anomalies."))
        total = float((network.abs_to - network.abs_from).sum())
        self.add_figure("FEATURES", tr("Features checked"), table.feature_count)
        self.add_figure("LENGTH", tr("Total length, {how}").format(how=lengths.sentence), total / 1000, "km")
        self.add_figure("JUNCTIONS", tr("Junctions"), int((network.nodes.degree > 2).sum()))
        dead_ends = int((network.nodes.degree == 1).sum())
        self.add_figure("DEAD_ENDS", tr("Dead ends"), dead_ends)
        self.add_figure("PARTS", tr("Parts of the network that are joined to no other"), quality.parts)
        if total:
            share = 100 * quality.largest / total
            self.add_figure("MAIN_PART", tr("Share of the longest part"), round(share, 1), "%")
        tell_anomalies(self, found)
        counts = found.counts()
        for code, codes, label in _checks():
            count = sum(counts.get(one, 0) for one in codes)
            self.add_check(code, label, not count, tr("%n found", n=count) if count else "")


def _to_metres(found: Anomalies, metres: float) -> None:
    for row, code in enumerate(found.code):
        if code in _IN_LAYER_UNITS:
            found.value[row] *= metres


def _checks() -> tuple[tuple[str, tuple[AnomalyCode, ...], str], ...]:
    geometry = (
        AnomalyCode.NULL_GEOMETRY,
        AnomalyCode.EMPTY_GEOMETRY,
        AnomalyCode.NON_FINITE,
        AnomalyCode.NOT_A_LINE,
        AnomalyCode.ZERO_LENGTH,
    )
    return (
        ("geometry", geometry, tr("Every feature is a line that can be used")),
        ("duplicate", (AnomalyCode.DUPLICATE,), tr("No duplicate line")),
        ("overlap", (AnomalyCode.OVERLAP,), tr("No overlap")),
        (
            "crossing_without_vertex",
            (AnomalyCode.CROSSING_WITHOUT_VERTEX,),
            tr("No crossing without a common vertex on the same level"),
        ),
        ("self_intersection", (AnomalyCode.SELF_INTERSECTION,), tr("No line crosses itself")),
        ("ends", _IN_LAYER_UNITS, tr("Ends that are near meet")),
        ("isolated", (AnomalyCode.ISOLATED,), tr("The network holds together in one part")),
        ("unknown_z", (AnomalyCode.UNKNOWN_Z,), tr("Every height is known")),
    )


def _help() -> str:
    return tr(
        "<p>Looks a road network over and lists everything that is wrong in it: what, where, how grave. Nothing is "
        "changed: the result is a layer of anomalies, and a run sheet that can be shown.</p>"
        "<h3>What is looked for</h3>"
        "<p><b>Errors</b>: no geometry, coordinates that are no numbers, lines without length. <b>Warnings</b>: "
        "duplicates, overlaps, lines that cross without a common vertex on the same level (a junction or a level is "
        "missing), lines that cross themselves, ends that stop short of a line or run over it, vertices that nearly "
        "meet, parts that are joined to no other. <b>Information</b>: vertices shared by lines of different levels, "
        "unknown heights (9999, −1000, NaN).</p>"
        "<h3>Parameters</h3>"
        "<p><b>Level field</b>: a bridge over a road is no crossing. BD TOPO: <i>position_par_rapport_au_sol</i> (V3) "
        "or <i>pos_sol</i> (V2); OpenStreetMap: <i>layer</i>; proposed as soon as the layer is chosen. "
        "<b>Tolerance</b>, in layer units: ends and vertices this near were meant to meet; 1 metre when it is not "
        "set, 0 to look for none.</p>"
        "<h3>Outputs</h3>"
        "<p><b>Anomalies</b>: points with their kind, severity, explanation, the features concerned and a distance in "
        "metres. <b>Run sheet</b>: how many of each kind, length, junctions, dead ends, parts of the network, and the "
        "checks passed or failed.</p>"
        "<h3>Then</h3>"
        "<p>“Split roads at intersections” repairs ends within its own tolerance. A network clipped to an area has "
        "parts that are joined outside of it: they are no faults.</p>"
    )
