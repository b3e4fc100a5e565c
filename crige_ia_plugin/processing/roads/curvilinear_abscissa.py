"""Curvilinear abscissas: roads that name their route → ordered, oriented and measured routes."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
from qgis.core import (
    QgsFeatureSource,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingMultiStepFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsWkbTypes,
)
from qgis.PyQt.QtWidgets import QWidget

from ...engine.referencing.calibration import calibrate
from ...engine.referencing.marker_gaps import count_gaps_by_markers
from ...engine.referencing.markers import Markers
from ...engine.road_fields import known_marker_fields, known_route_field, known_side_field
from ...engine.routes.build import BuiltRoutes, build_routes
from ...engine.routes.options import GapRule, RouteOptions, StartRule
from ...engine.routes.segments import segment_parts
from ...translation import tr
from ..base import Algorithm, FeedbackMonitor, Results, Words
from ..choices import add_choice
from ..transformations import crs_of
from .anomaly_layer import RouteFindings, write_route_anomalies
from .marker_input import MarkerTable, hints_of, read_marker_table, read_start_points
from .road_input import ELLIPSOIDAL, PLANAR, SLOPE, Roads, field_of, open_source, read_roads, tell_matches
from .route_checks import found_on_roads, tell_routes
from .route_layers import write_routes, write_segments

STARTS = (StartRule.SOUTH_WEST, StartRule.DIGITISED, StartRule.POINTS, StartRule.MARKERS)
GAPS = (GapRule.STRAIGHT, GapRule.ZERO, GapRule.MARKERS)
LENGTHS = (ELLIPSOIDAL, PLANAR, SLOPE)


class CurvilinearAbscissa(Algorithm):
    """``crige_ia:curvilinearabscissa``."""

    NAME = "curvilinearabscissa"
    GROUP = "roads"
    ICON = "curvilinear_abscissa.svg"

    def __init__(self) -> None:
        super().__init__()
        self._source: QgsFeatureSource | None = None
        self._points: QgsFeatureSource | None = None
        self._route_field = self._side_field = ""
        self._start = StartRule.SOUTH_WEST
        self._gap = GapRule.STRAIGHT
        self._length_type = ELLIPSOIDAL

    def words(self) -> Words:
        """Return its name in the toolbox, its tooltip, what the toolbox finds it by, its help."""
        return Words(
            tr("Compute curvilinear abscissas"),
            tr("Puts the roads of each route in order and direction, and measures them from its start."),
            tr("road,route,abscissa,chainage,measure,linear referencing,M,cumulated distance,gap,fork,BD TOPO,LRS"),
            _help(),
        )

    def createCustomParametersWidget(self, parent: QWidget | None = None) -> QWidget:  # noqa: N802 - the name QGIS calls
        """Return the usual dialog, which proposes the fields of the layer chosen and shows choices in words."""
        from ..dialogs import ProposingDialog

        proposals = {"ROUTE_FIELD": ("INPUT", known_route_field), "SIDE_FIELD": ("INPUT", known_side_field)}
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
        add_choice(self, "START", tr("Where routes start"), start_words())
        self.addParameter(
            QgsProcessingParameterFeatureSource(
                "START_POINTS",
                tr("Start points, or markers"),
                [QgsProcessing.SourceType.TypeVectorPoint],
                optional=True,
            )
        )
        add_choice(self, "LENGTH_TYPE", tr("Length"), length_words())
        add_choice(self, "GAP_POLICY", tr("What a gap counts"), gap_words())
        for name, label, kind, optional in (
            ("SEGMENTS", tr("Segments"), QgsProcessing.SourceType.TypeVectorLine, False),
            ("ROUTES", tr("Routes"), QgsProcessing.SourceType.TypeVectorLine, True),
            ("ANOMALIES", tr("Anomalies"), QgsProcessing.SourceType.TypeVectorPoint, True),
        ):
            self.addParameter(QgsProcessingParameterFeatureSink(name, label, kind, None, optional, True))
        self.addOutput(QgsProcessingOutputNumber("SEGMENT_COUNT", tr("Number of segments")))
        self.addOutput(QgsProcessingOutputNumber("ROUTE_COUNT", tr("Number of routes")))
        self.addOutput(QgsProcessingOutputNumber("ANOMALY_COUNT", tr("Number of anomalies")))

    def open_inputs(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        """Open the layers and refuse what cannot be."""
        self._source = open_source(self, parameters, "INPUT", context)
        self._route_field = field_of(self, parameters, "ROUTE_FIELD", context, self._source)
        self._side_field = field_of(self, parameters, "SIDE_FIELD", context, self._source)
        self._start = StartRule(self.parameterAsEnumString(parameters, "START", context))
        self._gap = GapRule(self.parameterAsEnumString(parameters, "GAP_POLICY", context))
        self._length_type = self.parameterAsEnumString(parameters, "LENGTH_TYPE", context)
        self._points = None
        if parameters.get("START_POINTS") not in (None, ""):
            point = QgsWkbTypes.GeometryType.PointGeometry
            self._points = open_source(self, parameters, "START_POINTS", context, point)
        self._refuse_missing_points()

    def _refuse_missing_points(self) -> None:
        by_points = self._start is StartRule.POINTS
        by_markers = self._start is StartRule.MARKERS or self._gap is GapRule.MARKERS
        if self._points is None and by_points:
            raise QgsProcessingException(tr("Routes are to start at given points: choose the layer of start points."))
        if self._points is None and by_markers:
            raise QgsProcessingException(
                tr("Markers are to tell where routes start, or what gaps count: choose them as start points.")
            )
        if by_markers and known_marker_fields(field.name() for field in self._points.fields()) is None:
            raise QgsProcessingException(
                tr(
                    "“{layer}” has not the fields of a table of markers: those of BD TOPO's point_de_repere (route, "
                    "numero, abscisse, cote, type_de_pr…) or of the national file (route, pr, depPr, concessionPr, "
                    "cumul, cote) are read here. For other names, use “Calibrate routes on markers”."
                ).format(layer=self._points.sourceName())
            )
        if self._points is not None and not (by_points or by_markers):
            self.warn(tr("The start points were not used: choose “{choice}” for that.").format(choice=_points_words()))

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Results:
        """Read, build, write."""
        steps = QgsProcessingMultiStepFeedback(4, feedback)
        roads = read_roads(self, self._source, self._route_field, self._side_field, self._length_type, context, steps)
        steps.setCurrentStep(1)
        options, markers = self._options(roads, context, steps)
        steps.setCurrentStep(2)
        lines, names = roads.table.lines, roads.names
        built = build_routes(lines, names, roads.step, roads.side, options, roads.roundabout, FeedbackMonitor(steps))
        if markers is not None and self._gap is GapRule.MARKERS:
            knots = calibrate(built.routes, markers, gap=GapRule.MARKERS, scale=roads.lengths.scale).map
            built = count_gaps_by_markers(lines, built, knots)
        steps.setCurrentStep(3)
        parts = segment_parts(lines, built.segments, built.position, names.names)
        crs = crs_of(self._source)
        found = RouteFindings(
            found_on_roads(roads, built.anomalies), names.names, roads.table.fids, roads.table.problems
        )
        written = {
            "SEGMENT_COUNT": write_segments(self, parameters, context, steps, roads, built.segments, parts),
            "ROUTE_COUNT": write_routes(self, parameters, context, crs, built.routes, _steps(built)),
            "ANOMALY_COUNT": write_route_anomalies(self, parameters, context, crs, found),
        }
        tell_matches(self, names.matches)
        tell_routes(self, roads, built, found)
        return written

    def _options(
        self, roads: Roads, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> tuple[RouteOptions, Markers | None]:
        """Return how to build, and the markers where they are needed."""
        lengths = roads.lengths
        # Ends that are one: a millimetre, or as near to it as degrees hold.
        options = RouteOptions(
            start=self._start,
            gap=self._gap,
            distance=lengths.distance,
            tolerance=1e-3 / max(lengths.scale),
            scale=lengths.scale,
        )
        if self._points is None:
            return options, None
        crs, names = crs_of(self._source), roads.names.names
        markers = None
        if StartRule.MARKERS is self._start or GapRule.MARKERS is self._gap:
            fields = known_marker_fields(field.name() for field in self._points.fields())
            table: MarkerTable = read_marker_table(self._points, fields, names, crs, context, feedback)
            tell_matches(self, table.matches)
            markers = table.markers
            options = replace(options, markers=hints_of(markers))
        if self._start is StartRule.POINTS:
            starts = read_start_points(self._points, self._route_field, names, crs, context, feedback)
            tell_matches(self, starts.matches)
            options = replace(options, start_xy=starts.xy, start_route=starts.route)
        return options, markers


def _steps(built: BuiltRoutes) -> np.ndarray:
    """Return float64 (v,), metres of the piece that starts at each vertex of the routes, along the slope if need be."""
    m, offsets = built.routes.m, built.routes.offsets
    step = np.zeros(len(m))
    step[:-1] = np.diff(m)
    step[offsets[1:] - 1] = 0.0
    return step


def start_words() -> dict[str, str]:
    """Return the choices of START and their words."""
    words = {
        StartRule.SOUTH_WEST: tr("South-west end"),
        StartRule.DIGITISED: tr("As the first road was digitised"),
        StartRule.POINTS: _points_words(),
        StartRule.MARKERS: tr("Lowest marker"),
    }
    return {rule.value: words[rule] for rule in STARTS}


def _points_words() -> str:
    return tr("At given points")


def gap_words() -> dict[str, str]:
    """Return the choices of GAP_POLICY and their words."""
    words = {
        GapRule.STRAIGHT: tr("Its straight distance"),
        GapRule.ZERO: tr("Nothing"),
        GapRule.MARKERS: tr("What the markers say"),
    }
    return {rule.value: words[rule] for rule in GAPS}


def length_words() -> dict[str, str]:
    """Return the choices of LENGTH_TYPE and their words."""
    words = {
        ELLIPSOIDAL: tr("On the ellipsoid (ground)"),
        PLANAR: tr("In the plane of the CRS"),
        SLOPE: tr("In 3D, along the slope"),
    }
    return {kind: words[kind] for kind in LENGTHS}


def _help() -> str:
    return tr(
        "<p>Puts the roads of each route in order, turns them in one direction and measures them from the start of the "
        "route: the <b>curvilinear abscissa</b> of every segment, and routes whose geometry carries measures (M).</p>"
        "<p>Roads may come in any order and direction, several features a route, single or multiple: the result does "
        "not depend on it. Every attribute is kept; an input field that has the name of one of ours becomes "
        "<i>name_input</i>.</p>"
        "<h3>Parameters</h3>"
        "<p><b>Route field</b>: <i>cpx_numero</i> (BD TOPO V3), <i>numero</i> (V2), <i>ref</i> (OpenStreetMap) are "
        "proposed. Names compare whatever their case, spaces, hyphens and leading zeros (N0088 = RN 88 = N88); "
        "<i>D6/D12</i> is a stretch that counts in both routes. <b>Side field</b>: D right, G left, U or I single "
        "carriageway; without it, the second carriageway of a route is found by its place.</p>"
        "<p><b>Where routes start</b>: <i>south-west</i>, the south-western end; <i>digitised</i>, as the first road "
        "of the layer was digitised; <i>points</i>, at the start points (the field that names their route is used, if "
        "there is one); <i>markers</i>, at the lowest marker: choose BD TOPO's point_de_repere or the national file as "
        "start points.</p>"
        "<p><b>Length</b>: <i>ellipsoidal</i>, metres of ground; <i>planar</i>, in the CRS, which Lambert-93 alters; "
        "<i>3d</i>, along the slope: unknown heights (9999, −1000, NaN) are interpolated for this, and reported; "
        "the output keeps them. <b>What a gap counts</b>: <i>straight</i>, its straight distance (up to 10 km; beyond, "
        "it counts nothing); <i>zero</i>, nothing; <i>markers</i>, the official distance between the markers around "
        "it.</p>"
        "<h3>Rules</h3>"
        "<p>At a fork the main line goes straightest, then longest; branches are numbered 1, 2… and start at the "
        "abscissa of the fork. A roundabout counts from entry to exit in the direction of travel. A closed loop "
        "starts at its start point or lowest marker. The left carriageway shares the numbering of the right one. "
        "Roads without a route name and exact duplicates are left out. Each such decision is listed in the anomalies, "
        "with its place.</p>"
        "<h3>Outputs</h3>"
        "<p><b>Segments</b>: the roads in the direction of their route, with M, and <i>route, side, branch, rank, "
        "reversed, cumuld, cumulf</i> (abscissas at start and end, in metres), <i>shared</i> and <i>source_fid</i>. "
        "<b>Routes</b>: one feature a route, side and branch. <b>Anomalies</b>: gaps, forks, loops, duplicates, "
        "directions in doubt… and what was decided. <b>Run sheet</b>: how the result was made and checked, and an "
        "estimate of the energy used.</p>"
    )
