"""Place events: a table of addresses or cumulated distances → points or lines on the routes."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import Any

import numpy as np
from qgis.core import (
    QgsFeature,
    QgsFeatureRequest,
    QgsFeatureSource,
    QgsField,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingMultiStepFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtWidgets import QWidget

from ...compat import SKIP_GEOMETRY_CHECKS, make_field
from ...engine.lines import Lines
from ...engine.measures import SIDE_LETTERS
from ...engine.referencing.addressing import Reason
from ...engine.referencing.event_fields import EventFields, known_event_fields
from ...engine.referencing.events import PlacedPoints, PlacedSections, place_points, place_sections
from ...translation import tr
from ..base import Results, Words
from ..features import line_type
from ..output.destination import Destination
from ..points import point_type, read_rows
from ..shapes import MultiLines, Points
from ..styles import EVENT_POINTS, EVENT_SECTIONS, REJECTED, apply_style
from ..transformations import crs_of
from .event_tables import Events, add_reference, read_events
from .referencing import Referencing, ReferencingAlgorithm
from .road_input import field_of, tell_matches

_ROLES = {
    "ROUTE_FIELD": "route",
    "FROM_FIELD": "start",
    "FROM_OFFSET_FIELD": "start_offset",
    "TO_FIELD": "end",
    "TO_OFFSET_FIELD": "end_offset",
    "DEPARTMENT_FIELD": "department",
    "NETWORK_FIELD": "network",
    "SIDE_FIELD": "side",
    "BRANCH_FIELD": "branch",
    "LATERAL_OFFSET_FIELD": "lateral",
}
"""What each field parameter tells of an event."""


class PlaceEvents(ReferencingAlgorithm):
    """``crige_ia:placeevents``."""

    NAME = "placeevents"

    def words(self) -> Words:
        """Return its name in the toolbox, its tooltip, what the toolbox finds it by, its help."""
        return Words(
            tr("Place road events"),
            tr("Puts a table of accidents, works or surveys on the map by its PR and metres, or by its distances."),
            tr(
                "road,event,accident,BAAC,works,survey,PR,marker,milestone,abscissa,geocode,linear referencing,LRS,"
                "dynamic segmentation,offset"
            ),
            _help(),
        )

    def createCustomParametersWidget(self, parent: QWidget | None = None) -> QWidget:  # noqa: N802 - the name QGIS calls
        """Return the usual dialog, which proposes the fields of the table chosen."""
        from ..dialogs import ProposingDialog

        return ProposingDialog(
            self, {name: ("INPUT", partial(_proposed, role)) for name, role in _ROLES.items()}, parent
        )

    def define(self) -> None:
        """Add the parameters and outputs."""
        self.addParameter(
            QgsProcessingParameterFeatureSource("INPUT", tr("Table of events"), [QgsProcessing.SourceType.TypeVector])
        )
        self.add_routes()
        self._add_field("ROUTE_FIELD", tr("Route"), optional=False)
        self.add_markers()
        add_reference(self)
        self._add_field("FROM_FIELD", tr("PR, address or cumulated distance of the event, or of its start"), False)
        self._add_field("FROM_OFFSET_FIELD", tr("Metres after that PR"))
        self._add_field("TO_FIELD", tr("PR, address or cumulated distance of the end, for sections"))
        self._add_field("TO_OFFSET_FIELD", tr("Metres after the PR of the end"))
        self._add_field("DEPARTMENT_FIELD", tr("Département"))
        self._add_field("NETWORK_FIELD", tr("Network (concession or manager)"))
        self._add_field("SIDE_FIELD", tr("Side (D right, G left, U or I single carriageway)"))
        self._add_field("LATERAL_OFFSET_FIELD", tr("Offset from the route (m, right positive)"))
        self._add_advanced(
            QgsProcessingParameterField("BRANCH_FIELD", tr("Branch (0: main line)"), None, "INPUT", optional=True),
            tr("For points that “Locate points” found on a branch of a route."),
        )
        self.add_address_form()
        for name, label, optional in (
            ("OUTPUT", tr("Placed events"), False),
            ("REJECTED", tr("Events that could not be placed"), True),
        ):
            self.addParameter(
                QgsProcessingParameterFeatureSink(
                    name, label, QgsProcessing.SourceType.TypeVector, None, optional, True
                )
            )
        self.addOutput(QgsProcessingOutputNumber("PLACED_COUNT", tr("Number of events placed")))
        self.addOutput(QgsProcessingOutputNumber("REJECTED_COUNT", tr("Number of events rejected")))

    def _add_field(self, name: str, label: str, optional: bool = True) -> None:
        self.addParameter(QgsProcessingParameterField(name, label, None, "INPUT", optional=optional))

    def open_inputs(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        """Open the layers and refuse what cannot be read."""
        source = self.parameterAsSource(parameters, "INPUT", context)
        if source is None:
            raise QgsProcessingException(self.invalidSourceError(parameters, "INPUT"))
        self._source: QgsFeatureSource = source
        self._fields = EventFields(
            **{role: field_of(self, parameters, name, context, source) for name, role in _ROLES.items()}
        )
        self._reference = self.parameterAsEnumString(parameters, "REFERENCE", context)
        self.open_network(parameters, context)
        self.need_markers(self._reference)
        if self._fields.end_offset and not self._fields.end:
            raise QgsProcessingException(
                tr("The metres of the end have a field, its PR has none: choose the field of the PR of the end too.")
            )

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Results:
        """Read, place, write."""
        steps = QgsProcessingMultiStepFeedback(3, feedback)
        network = self.read_network(steps)
        steps.setCurrentStep(1)
        source = self._source
        features = read_rows(source, steps)
        steps.setCurrentStep(2)
        events = read_events(
            features, source.fields(), self._fields, self._reference, network.routes.names, network.addressing
        )
        tell_matches(self, events.matches)
        if events.end is None:
            placed: PlacedPoints | PlacedSections = place_points(
                network.routes, network.lanes, events.keys, events.start, events.lateral, network.scale
            )
            self._write_points(parameters, context, steps, features, network, placed)
        else:
            placed = place_sections(
                network.routes, network.lanes, events.keys, events.start, events.end, events.lateral, network.scale
            )
            self._write_sections(parameters, context, steps, features, network, events, placed)
        rejected = np.flatnonzero(placed.reason != Reason.PLACED)
        self._write_rejected(parameters, context, steps, features, events, placed.reason, rejected)
        self._report(len(features), placed)
        return {"PLACED_COUNT": len(features) - len(rejected), "REJECTED_COUNT": len(rejected)}

    # -- writing -----------------------------------------------------------------------------------------------------

    def _write_points(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        features: list[QgsFeature],
        network: Referencing,
        placed: PlacedPoints,
    ) -> None:
        kind = point_type(placed.z is not None, True)
        rows = np.flatnonzero(placed.part >= 0)
        destination = self._open(parameters, context, "OUTPUT", _point_fields(), kind, network, EVENT_POINTS)
        if destination is None:
            return
        part, m = placed.part[rows], placed.m[rows]
        route, side = network.routes.route[part], network.routes.side[part]
        written = network.write(route, side, m)
        columns = (
            np.array([*network.routes.names, ""], dtype=object)[route],
            np.array(SIDE_LETTERS, dtype=object)[side],
            network.routes.branch[part],
            np.where(written.pr >= 0, written.pr, None),
            written.offset,
            m,
            self.write_addresses(written),
            placed.angle[rows],
        )
        shapes = Points(placed.xy[rows], None if placed.z is None else placed.z[rows], m)
        destination.write(shapes, columns, features, rows, feedback)

    def _write_sections(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        features: list[QgsFeature],
        network: Referencing,
        events: Events,
        placed: PlacedSections,
    ) -> None:
        kind = QgsWkbTypes.multiType(line_type(placed.lines.z is not None, True))
        destination = self._open(parameters, context, "OUTPUT", _section_fields(), kind, network, EVENT_SECTIONS)
        if destination is None:
            return
        rows, first = np.unique(placed.event, return_index=True)
        route, side = events.keys.route[rows], events.keys.side[rows]
        ends = [network.write(route, side, m[rows]) for m in (placed.start, placed.end)]
        columns = [
            np.array([*network.routes.names, ""], dtype=object)[route],
            np.array(SIDE_LETTERS, dtype=object)[side],
        ]
        for written, m in zip(ends, (placed.start, placed.end)):
            columns += [np.where(written.pr >= 0, written.pr, None), written.offset, m[rows]]
        texts = [self.write_addresses(written) for written in ends]
        columns.append([f"{start} – {end}" if start and end else None for start, end in zip(*texts)])
        columns += [placed.reversed[rows], placed.clipped[rows], placed.over_gap[rows]]
        stretches = placed.lines
        one = np.zeros(len(placed.event), dtype=np.int64)
        lines = Lines(stretches.xy, stretches.offsets, placed.event, one, stretches.z, stretches.m)
        shapes = MultiLines(lines, np.append(first, len(placed.event)))
        destination.write(shapes, columns, features, rows, feedback)

    def _write_rejected(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        features: list[QgsFeature],
        events: Events,
        why: np.ndarray,
        rows: np.ndarray,
    ) -> None:
        """Write what could not be placed, as it came, with the reason."""
        source, kind = self._source, self._source.wkbType()
        destination = self._open(parameters, context, "REJECTED", _rejected_fields(), kind, None, REJECTED)
        if destination is None:
            return
        columns = ([reason.value for reason in why[rows].tolist()], events.sentences(rows, why[rows]))
        if kind == QgsWkbTypes.Type.NoGeometry:
            destination.write(None, columns, features, rows, feedback)
            return
        rejected = [features[row] for row in rows.tolist()]
        request = QgsFeatureRequest().setFilterFids([feature.id() for feature in rejected]).setNoAttributes()
        shapes = {one.id(): one.geometry().asWkb().data() for one in source.getFeatures(request, SKIP_GEOMETRY_CHECKS)}
        for feature, code, sentence in zip(rejected, *columns):
            destination.add(feature, (code, sentence), shapes.get(feature.id()) or None)

    def _open(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        name: str,
        own: list[QgsField],
        kind: QgsWkbTypes.Type,
        network: Referencing | None,
        style: str,
    ) -> Destination | None:
        aliases = {field.name(): field.alias() for field in own}

        def on_load(layer: QgsVectorLayer) -> None:
            apply_style(layer, style, aliases=aliases)

        fields = self.merged_fields(self._source.fields(), own)
        crs = crs_of(self._source) if network is None else network.crs
        return self.destination(parameters, name, context, fields, kind, crs, aliases, on_load)

    # -- telling -----------------------------------------------------------------------------------------------------

    def _report(self, total: int, placed: PlacedPoints | PlacedSections) -> None:
        if not total:
            self.warn(tr("The table is empty, or its filter or selection leaves nothing: the result is empty."))
            return
        count = int((placed.reason == Reason.PLACED).sum())
        self.tell_reasons(tr("Events"), placed.reason)
        self.add_check("placed", tr("Every event is placed"), count == total, f"{count} / {total}")
        if isinstance(placed, PlacedSections):
            for code, label, which in (
                ("REVERSED", tr("Sections whose end was given before their start"), placed.reversed),
                ("CLIPPED", tr("Sections shortened to the route"), placed.clipped),
                ("OVER_GAP", tr("Sections over an interruption of the route"), placed.over_gap),
            ):
                self.add_figure(code, label, int(which.sum()))


def _proposed(role: str, names: Iterable[str]) -> str | None:
    """Choose a field by its name: by PR where the table has them, otherwise by cumulated distances."""
    listed = list(names)
    by_pr = known_event_fields(listed)
    found = by_pr if by_pr.start else known_event_fields(listed, cumulated=True)
    return getattr(found, role) or None


def _key_fields() -> list[QgsField]:
    return [
        make_field("route", "text", tr("Route")),
        make_field("side", "text", tr("Side (D, G, or U: single)")),
    ]


def _point_fields() -> list[QgsField]:
    return [
        *_key_fields(),
        make_field("branch", "integer", tr("Branch (0: main line)")),
        make_field("pr", "integer", tr("PR")),
        make_field("abs", "double", tr("Metres after the PR")),
        make_field("cumul", "double", tr("Measure along the route (m)")),
        make_field("address", "text", tr("Address")),
        make_field("angle", "double", tr("Direction of the route (degrees from north)")),
    ]


def _section_fields() -> list[QgsField]:
    return [
        *_key_fields(),
        make_field("plod", "integer", tr("PR before the start")),
        make_field("absd", "double", tr("Metres after it, at the start")),
        make_field("cumuld", "double", tr("Cumulated distance at the start (m)")),
        make_field("plof", "integer", tr("PR before the end")),
        make_field("absf", "double", tr("Metres after it, at the end")),
        make_field("cumulf", "double", tr("Cumulated distance at the end (m)")),
        make_field("address", "text", tr("Address")),
        make_field("reversed", "boolean", tr("End given before the start")),
        make_field("clipped", "boolean", tr("Shortened to the route")),
        make_field("over_gap", "boolean", tr("Over an interruption of the route")),
    ]


def _rejected_fields() -> list[QgsField]:
    return [make_field("reason", "text", tr("Reason")), make_field("message", "text", tr("Explanation"))]


def _help() -> str:
    return tr(
        "<p>Puts a table of road events (accidents, works, surveys) on the map by what it says of the place: a route "
        "and a <b>PR with metres</b>, or a <b>cumulated distance</b>. With the fields of an end, events are sections:"
        " lines cut out of the routes.</p>"
        "<p>Every event is either placed or in the rejected ones, with the reason.</p>"
        "<h3>Parameters</h3>"
        "<p><b>Routes with measures</b> and <b>calibrated markers</b>: made by <i>Calibrate routes on markers</i>. "
        "The markers may be left out when places are cumulated distances.</p>"
        "<p><b>Addresses</b>: <i>PR12+345</i>, <i>12+345</i>, <i>12</i> with the metres in a field of their own; "
        "<i>12.345</i> only as text, since a column of numbers has lost zeros. Metres are of ground, from the marker:"
        " they may exceed 1,000. Empty, -1 and (1) mean that the place is not known.</p>"
        "<p><b>Département</b> and <b>network</b>: needed where a PR number comes back along a route. <b>Side</b>: D,"
        " G, or U and I for a single carriageway; without a left carriageway, events of the left are on the only one."
        " <b>Offset</b>: metres to the right of the route along increasing PR, negative to the left.</p>"
        "<p>Fields are proposed by the names that road services publish: <i>plod, absd, plof, absf</i>, <i>pr, "
        "pr1</i> of accident tables, <i>cumuld, cumulf</i>.</p>"
        "<h3>Outputs</h3>"
        "<p><b>Placed events</b>: points or multiple lines with measures (M), all attributes of the table, and the "
        "address at which each really is. A section that runs beyond the route is shortened, one whose ends are "
        "swapped is turned round, one over an interruption has several parts: each is said in a field. "
        "<b>Rejected</b>: the rows as they came, with a code and a sentence.</p>"
        "<h3>Limits</h3>"
        "<p>Sections are placed on main lines; points also on branches, with the field of the branch that <i>Locate "
        "points</i> writes.</p>"
    )
