"""Calibrate routes: the measures of roads fitted to their reference points (PR)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from qgis.core import (
    QgsFeatureSource,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingMultiStepFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterDistance,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsUnitTypes,
    QgsWkbTypes,
)
from qgis.PyQt.QtWidgets import QWidget

from ...engine.measures import planar_steps
from ...engine.referencing.addressing import Addressing
from ...engine.referencing.calibration import Calibration, Extrapolation, calibrate, clip_unmeasured
from ...engine.referencing.marker_gaps import tell_gaps_by_markers, told_gaps
from ...engine.road_fields import MarkerFields, known_marker_fields, known_route_field, known_side_field
from ...engine.routes.anomalies import join_anomalies
from ...engine.routes.build import BuiltRoutes, build_routes
from ...engine.routes.options import GapRule, RouteOptions, StartRule
from ...engine.routes.segments import segment_parts
from ...translation import tr
from ..base import Algorithm, FeedbackMonitor, Results, Words
from ..choices import add_choice
from ..transformations import crs_of
from .anomaly_layer import RouteFindings, write_route_anomalies
from .calibration_layers import of_the_area, tell_calibration, write_markers, write_residuals
from .marker_input import MarkerTable, hints_of, read_marker_table
from .road_input import ELLIPSOIDAL, Roads, field_of, open_source, read_roads, tell_matches
from .route_checks import found_on_roads
from .route_layers import write_routes, write_segments

_FIELDS = {
    "MARKER_ROUTE_FIELD": "route",
    "MARKER_PR_FIELD": "pr",
    "MARKER_DEPARTMENT_FIELD": "department",
    "MARKER_NETWORK_FIELD": "network",
    "MARKER_SIDE_FIELD": "side",
    "MARKER_CUMUL_FIELD": "cumul",
    "MARKER_TYPE_FIELD": "kind",
}
"""Parameters that name a field of the markers, and what it tells."""
_NEEDED = ("MARKER_ROUTE_FIELD", "MARKER_PR_FIELD")
_DIRECTION_DISTANCE = 100.0
"""Metres within which markers tell the direction of a route, however near they must be to calibrate it."""


class CalibrateRoutes(Algorithm):
    """``crige_ia:calibrateroutes``."""

    NAME = "calibrateroutes"
    GROUP = "roads"
    ICON = "calibrate_routes.svg"

    def __init__(self) -> None:
        super().__init__()
        self._source: QgsFeatureSource | None = None
        self._marker_source: QgsFeatureSource | None = None
        self._route_field = self._side_field = ""
        self._fields = MarkerFields("", "")
        self._max_distance = 0.0
        self._extrapolation = Extrapolation.EXTEND

    def words(self) -> Words:
        """Return its name in the toolbox, its tooltip, what the toolbox finds it by, its help."""
        return Words(
            tr("Calibrate routes on markers"),
            tr("Fits the measures of routes to their reference points (PR), and says how well they agree."),
            tr(
                "road,route,PR,marker,reference point,kilometre post,calibration,linear referencing,M,measure,"
                "BD TOPO,LRS"
            ),
            _help(),
        )

    def createCustomParametersWidget(self, parent: QWidget | None = None) -> QWidget:  # noqa: N802 - the name QGIS calls
        """Return the usual dialog, which proposes the fields of the layers chosen and shows choices in words."""
        from ..dialogs import ProposingDialog

        proposals = {"ROUTE_FIELD": ("INPUT", known_route_field), "SIDE_FIELD": ("INPUT", known_side_field)}
        proposals.update({name: ("MARKERS", _proposal(role)) for name, role in _FIELDS.items()})
        return ProposingDialog(self, proposals, parent)

    def define(self) -> None:
        """Add the parameters and outputs."""
        self.addParameter(
            QgsProcessingParameterFeatureSource("INPUT", tr("Roads"), [QgsProcessing.SourceType.TypeVectorLine])
        )
        self.addParameter(QgsProcessingParameterField("ROUTE_FIELD", tr("Route field"), None, "INPUT"))
        self.addParameter(
            QgsProcessingParameterField("SIDE_FIELD", tr("Side field (D, G, U)"), None, "INPUT", optional=True)
        )
        self.addParameter(
            QgsProcessingParameterFeatureSource(
                "MARKERS", tr("Markers (PR)"), [QgsProcessing.SourceType.TypeVectorPoint]
            )
        )
        for name, label in _field_labels().items():
            optional = name not in _NEEDED
            self.addParameter(QgsProcessingParameterField(name, label, None, "MARKERS", optional=optional))
        distance = QgsProcessingParameterDistance(
            "MAX_DISTANCE", tr("Maximum distance from a marker to its route"), 50.0, None, False, 0.0
        )
        distance.setDefaultUnit(QgsUnitTypes.DistanceUnit.DistanceMeters)
        self.addParameter(distance)
        add_choice(self, "EXTRAPOLATION", tr("Beyond the first and the last marker"), _extrapolation_words())
        line, point = QgsProcessing.SourceType.TypeVectorLine, QgsProcessing.SourceType.TypeVectorPoint
        for name, label, kind, optional in (
            ("SEGMENTS", tr("Segments"), line, True),
            ("ROUTES", tr("Calibrated routes"), line, False),
            ("CALIBRATED_MARKERS", tr("Calibrated markers"), point, True),
            ("RESIDUALS", tr("Residuals"), line, True),
            ("ANOMALIES", tr("Anomalies"), point, True),
        ):
            self.addParameter(QgsProcessingParameterFeatureSink(name, label, kind, None, optional, True))
        self.addOutput(QgsProcessingOutputNumber("SEGMENT_COUNT", tr("Number of segments")))
        self.addOutput(QgsProcessingOutputNumber("ROUTE_COUNT", tr("Number of routes")))
        self.addOutput(QgsProcessingOutputNumber("MARKER_COUNT", tr("Number of markers used")))
        self.addOutput(QgsProcessingOutputNumber("ANOMALY_COUNT", tr("Number of anomalies")))

    def open_inputs(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        """Open the layers and refuse what cannot be."""
        self._source = open_source(self, parameters, "INPUT", context)
        self._route_field = field_of(self, parameters, "ROUTE_FIELD", context, self._source)
        self._side_field = field_of(self, parameters, "SIDE_FIELD", context, self._source)
        point = QgsWkbTypes.GeometryType.PointGeometry
        markers = self._marker_source = open_source(self, parameters, "MARKERS", context, point)
        chosen = {role: field_of(self, parameters, name, context, markers) for name, role in _FIELDS.items()}
        self._fields = MarkerFields(**chosen)
        self._max_distance = self.parameterAsDouble(parameters, "MAX_DISTANCE", context)
        self._extrapolation = Extrapolation(self.parameterAsEnumString(parameters, "EXTRAPOLATION", context))
        self._tell_unused_fields()

    def _tell_unused_fields(self) -> None:
        """Say which fields of a known table of markers were left aside: keys would repeat, or virtual markers count."""
        known = known_marker_fields(field.name() for field in self._marker_source.fields())
        if known is None or (known.route, known.pr) != (self._fields.route, self._fields.pr):
            return
        unused = [name for name, used in zip(known, self._fields) if name and not used]
        if unused:
            self.warn(
                tr(
                    "The markers have fields that were not used and usually should be: {fields}. Choose them in the "
                    "parameters of the same name."
                ).format(fields=", ".join(unused))
            )

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Results:
        """Read, build, calibrate, write."""
        steps = QgsProcessingMultiStepFeedback(4, feedback)
        crs = crs_of(self._source)
        roads = read_roads(self, self._source, self._route_field, self._side_field, ELLIPSOIDAL, context, steps)
        steps.setCurrentStep(1)
        names = roads.names.names
        table = read_marker_table(self._marker_source, self._fields, names, crs, context, steps)
        self._refuse_foreign(roads, table)
        steps.setCurrentStep(2)
        built = self._build(roads, table, steps)
        scale = roads.lengths.scale
        done = calibrate(built.routes, table.markers, self._max_distance, self._extrapolation, GapRule.MARKERS, scale)
        steps.setCurrentStep(3)
        written = self._write(parameters, context, steps, roads, table, built, done)
        tell_matches(self, roads.names.matches)
        tell_matches(self, table.matches)
        return written

    def _refuse_foreign(self, roads: Roads, table: MarkerTable) -> None:
        """Refuse markers none of which names a route of the network: one of the two fields is the wrong one."""
        if len(table.features) and roads.names.keys and not (table.markers.route >= 0).any():
            raise QgsProcessingException(
                tr(
                    "None of the routes named by the markers (field “{marker_field}”) is among those of the roads "
                    "(field “{road_field}”): check both fields, and that the layers are of one region."
                ).format(marker_field=self._fields.route, road_field=self._route_field)
            )

    def _build(self, roads: Roads, table: MarkerTable, feedback: QgsProcessingFeedback) -> BuiltRoutes:
        lengths = roads.lengths
        options = RouteOptions(
            start=StartRule.MARKERS,
            markers=hints_of(table.markers),
            gap=GapRule.MARKERS,
            distance=lengths.distance,
            tolerance=1e-3 / max(lengths.scale),
            marker_distance=max(_DIRECTION_DISTANCE, self._max_distance),
            scale=lengths.scale,
        )
        return build_routes(
            roads.table.lines, roads.names, roads.step, roads.side, options, roads.roundabout, FeedbackMonitor(feedback)
        )

    def _write(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        roads: Roads,
        table: MarkerTable,
        built: BuiltRoutes,
        done: Calibration,
    ) -> Results:
        crs, lines, names = crs_of(self._source), roads.table.lines, roads.names.names
        addressing = Addressing(done.markers)
        own = done.apply(segment_parts(lines, built.segments, built.position, names))
        routes = clip_unmeasured(done.routes) if self._extrapolation is Extrapolation.CLIP else done.routes
        step = planar_steps(routes.lines(), roads.lengths.distance)
        on_roads = tell_gaps_by_markers(built.anomalies, built.routes, told_gaps(built.routes, done.map))
        found, elsewhere = of_the_area(done.anomalies, lines.xy, self._max_distance, roads.lengths.scale)
        everything = found_on_roads(roads, join_anomalies(on_roads, found))
        findings = RouteFindings(everything, names, roads.table.fids, roads.table.problems, table.fids)
        results = {
            "SEGMENT_COUNT": write_segments(
                self, parameters, context, feedback, roads, built.segments, own, addressing
            ),
            "ROUTE_COUNT": write_routes(self, parameters, context, crs, routes, step, addressing),
            "MARKER_COUNT": write_markers(
                self, parameters, context, crs, self._marker_source, table, done.markers, names
            ),
            "ANOMALY_COUNT": write_route_anomalies(self, parameters, context, crs, findings),
        }
        write_residuals(self, parameters, context, crs, done)
        tell_calibration(self, done, routes, findings, elsewhere)
        return results


def _proposal(role: str) -> Callable[[Iterable[str]], str | None]:
    def choose(names: Iterable[str]) -> str | None:
        known = known_marker_fields(names)
        return getattr(known, role) or None if known is not None else None

    return choose


def _field_labels() -> dict[str, str]:
    return {
        "MARKER_ROUTE_FIELD": tr("Route of the marker"),
        "MARKER_PR_FIELD": tr("Number of the marker (PR)"),
        "MARKER_DEPARTMENT_FIELD": tr("Département of the marker"),
        "MARKER_NETWORK_FIELD": tr("Network of the marker (concession or manager)"),
        "MARKER_SIDE_FIELD": tr("Side of the marker (D, G, I or U)"),
        "MARKER_CUMUL_FIELD": tr("Cumulated distance of the marker (m)"),
        "MARKER_TYPE_FIELD": tr("Type of the marker"),
    }


def _extrapolation_words() -> dict[str, str]:
    return {
        Extrapolation.EXTEND.value: tr("Go on in metres of ground"),
        Extrapolation.CLIP.value: tr("Cut the routes there"),
        Extrapolation.NULL.value: tr("Keep the routes, without measure"),
    }


def _help() -> str:
    return tr(
        "<p>Fits the measures (M) of routes to their reference points (PR): at each marker the measure is its official "
        "cumulated distance, between two markers it is linear. Where markers carry no cumulated distance, measures "
        "are metres of ground from the start of the route.</p>"
        "<p>Roads are put in order and direction as by “Compute curvilinear abscissas”; routes run towards increasing "
        "PR. Both carriageways share one numbering; a left one without markers takes that of the right one.</p>"
        "<h3>Parameters</h3>"
        "<p><b>Roads</b> and their <b>route field</b>: <i>cpx_numero</i> (BD TOPO V3), <i>numero</i> (V2)… <b>Side "
        "field</b>: D right, G left, U or I single; without it, the second carriageway is found by its place.</p>"
        "<p><b>Markers</b>: BD TOPO's <i>point_de_repere</i> or the national file (<i>bornes</i>); their fields are "
        "proposed. Names of routes compare whatever their zeros, spaces and hyphens (N0088 = N88). The key of a marker "
        "is route, network, département, number and side: without network or département numbers repeat. In BD TOPO, "
        "<i>abscisse</i> is the cumulated distance, and only the <b>types</b> PR, PR0, PRD and PRF are posts on the "
        "ground; the others are left out. Markers may be in another CRS.</p>"
        "<p><b>Maximum distance</b>, in metres: a marker farther from its route is not used. <b>Beyond the first and "
        "the last marker</b>: <i>extend</i>, one metre of ground counts one metre; <i>clip</i>, routes are cut there; "
        "<i>null</i>, they stay without measure.</p>"
        "<h3>Outputs</h3>"
        "<p><b>Calibrated routes</b>: one feature a route, side and branch, with M, and <i>plod, absd, cumuld, plof, "
        "absf, cumulf</i>: marker, metres after it and cumulated distance at start and end. <b>Segments</b>: the "
        "roads, all their attributes and the same fields. <b>Calibrated markers</b>: each marker at its place on the "
        "route, with <i>m</i> and <i>ground</i>; the tools that place events take this layer. <b>Residuals</b>: for "
        "each interval between two markers, the official distance, the one measured, and their difference. "
        "<b>Anomalies</b>: markers that were not used, and why; routes without markers. <b>Run sheet</b>: the table of "
        "residuals, the checks, and an estimate of the energy used.</p>"
        "<h3>Limits</h3>"
        "<p>PR are no kilometre posts: two may be 60 m or 1,300 m apart. The abscissa after a marker is in real metres "
        "of ground and may exceed 1,000. Markers whose number or distance is out of order are left out, keeping as "
        "many of the others as possible.</p>"
    )
