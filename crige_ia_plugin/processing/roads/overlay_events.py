"""Overlay events: tables of sections → the stretches of route on which every table is constant."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from qgis.core import (
    NULL,
    QgsFeature,
    QgsFeatureSource,
    QgsField,
    QgsFields,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingMultiStepFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterString,
    QgsProcessingUtils,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtWidgets import QWidget

from ...compat import make_field
from ...engine.lines import Lines
from ...engine.measures import SIDE_LETTERS
from ...engine.referencing.addressing import Reason
from ...engine.referencing.event_fields import EventFields, known_event_fields
from ...engine.referencing.events import place_sections
from ...engine.referencing.overlay import EventTable, Sections, overlay_events
from ...engine.referencing.parts import cut_stretches
from ...engine.road_fields import known_field
from ...translation import tr
from ..base import Results, Words
from ..features import line_type
from ..output.fields import RESERVED_FIELDS
from ..points import read_rows
from ..styles import REJECTED, SECTIONS, apply_style
from ..transformations import crs_of
from .event_tables import CUMUL, Events, add_reference, read_events, shown
from .referencing import Referencing, ReferencingAlgorithm, copied_fields
from .road_input import tell_matches

_NAMED = {
    "ROUTE_FIELD": "route",
    "FROM_FIELD": "start",
    "FROM_OFFSET_FIELD": "start_offset",
    "TO_FIELD": "end",
    "TO_OFFSET_FIELD": "end_offset",
    "DEPARTMENT_FIELD": "department",
    "NETWORK_FIELD": "network",
    "SIDE_FIELD": "side",
}
"""What the field named by each parameter tells of an event."""


@dataclass
class _Table:
    """One table of events.

    Attributes:
        name: Unique among the tables.
        source: The table.
        fields: Which of its fields tells what.
        features: Its rows, once read.
        events: Their measures.
        why: object (n,), :class:`addressing.Reason` of each row.
    """

    name: str
    source: QgsFeatureSource
    fields: EventFields
    features: list[QgsFeature]
    events: Events | None = None
    why: np.ndarray | None = None

    def kept(self) -> list[int]:
        """Return the fields that sections receive: all but the key and those that say where an event is."""
        places = {name.casefold() for name in self.fields if name} | set(RESERVED_FIELDS)
        return [index for index, field in enumerate(self.source.fields()) if field.name().casefold() not in places]


class OverlayEvents(ReferencingAlgorithm):
    """``crige_ia:overlayevents``."""

    NAME = "overlayevents"

    def words(self) -> Words:
        """Return its name in the toolbox, its tooltip, what the toolbox finds it by, its help."""
        return Words(
            tr("Overlay events into homogeneous sections"),
            tr("Cuts routes wherever one of several tables changes: on each section all of them are constant."),
            tr(
                "road,event,section,homogeneous,overlay,cross,pavement,traffic,speed limit,PR,linear referencing,LRS,"
                "dynamic segmentation"
            ),
            _help(),
        )

    def createCustomParametersWidget(self, parent: QWidget | None = None) -> QWidget:  # noqa: N802 - the name QGIS calls
        """Return the usual dialog, which shows choices in words."""
        from ..dialogs import ProposingDialog

        return ProposingDialog(self, {}, parent)

    def define(self) -> None:
        """Add the parameters and outputs."""
        self.addParameter(
            QgsProcessingParameterMultipleLayers(
                "EVENTS", tr("Tables of events that are sections"), QgsProcessing.SourceType.TypeVector
            )
        )
        self.add_routes()
        self.add_markers()
        add_reference(self)
        for name, label in (
            ("ROUTE_FIELD", tr("Name of the field of the route (empty: by the usual names)")),
            ("FROM_FIELD", tr("Field of the PR, address or cumulated distance of the start")),
            ("FROM_OFFSET_FIELD", tr("Field of the metres after that PR")),
            ("TO_FIELD", tr("Field of the PR, address or cumulated distance of the end")),
            ("TO_OFFSET_FIELD", tr("Field of the metres after the PR of the end")),
            ("DEPARTMENT_FIELD", tr("Field of the département")),
            ("NETWORK_FIELD", tr("Field of the network (concession or manager)")),
            ("SIDE_FIELD", tr("Field of the side")),
        ):
            self.addParameter(QgsProcessingParameterString(name, label, None, False, True))
        for name, label, kind, optional in (
            ("OUTPUT", tr("Homogeneous sections"), QgsProcessing.SourceType.TypeVectorLine, False),
            ("REJECTED", tr("Events that could not be placed"), QgsProcessing.SourceType.TypeVector, True),
        ):
            self.addParameter(QgsProcessingParameterFeatureSink(name, label, kind, None, optional, True))
        self.addOutput(QgsProcessingOutputNumber("SECTION_COUNT", tr("Number of sections")))
        self.addOutput(QgsProcessingOutputNumber("REJECTED_COUNT", tr("Number of events rejected")))

    def open_inputs(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        """Open the layers, find the fields of each table and refuse what cannot be read."""
        self._reference = self.parameterAsEnumString(parameters, "REFERENCE", context)
        self.open_network(parameters, context)
        self.need_markers(self._reference)
        chosen = {role: self.parameterAsString(parameters, name, context) for name, role in _NAMED.items()}
        self._events: list[_Table] = []
        for layer in self.parameterAsLayerList(parameters, "EVENTS", context):
            source = None
            if isinstance(layer, QgsVectorLayer):
                source = QgsProcessingUtils.variantToSource(layer, context)
            if source is None:
                raise QgsProcessingException(self.invalidSourceError(parameters, "EVENTS"))
            fields = _fields_of(source, layer.name(), chosen, self._reference)
            self._events.append(_Table(self._unique(layer.name()), source, fields, []))
        if not self._events:
            raise QgsProcessingException(tr("There is no table of events: choose one at least."))

    def _unique(self, name: str) -> str:
        taken = {table.name.casefold() for table in self._events}
        number, unique = 1, name
        while unique.casefold() in taken:
            number += 1
            unique = f"{name}_{number}"
        return unique

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Results:
        """Read, overlay, write."""
        steps = QgsProcessingMultiStepFeedback(len(self._events) + 2, feedback)
        network = self.read_network(steps)
        for number, table in enumerate(self._events, 1):
            steps.setCurrentStep(number)
            self._read(table, network, steps)
        steps.setCurrentStep(len(self._events) + 1)
        sections = overlay_events(network.routes, [_sections_of(table) for table in self._events])
        for column, table in enumerate(self._events):
            covering = np.zeros(len(table.why), dtype=bool)
            covering[sections.rows[:, column][sections.rows[:, column] >= 0]] = True
            table.why[(table.why == Reason.PLACED) & ~covering] = Reason.HIDDEN
        self._write_sections(parameters, context, steps, network, sections)
        rejected = self._write_rejected(parameters, context)
        self._report(network, sections)
        return {"SECTION_COUNT": len(sections.part), "REJECTED_COUNT": rejected}

    def _read(self, table: _Table, network: Referencing, feedback: QgsProcessingFeedback) -> None:
        table.features = read_rows(table.source, feedback)
        events = read_events(
            table.features,
            table.source.fields(),
            table.fields,
            self._reference,
            network.routes.names,
            network.addressing,
        )
        tell_matches(self, events.matches)
        table.events = events
        table.why = place_sections(network.routes, network.lanes, events.keys, events.start, events.end).reason

    # -- writing -----------------------------------------------------------------------------------------------------

    def _write_sections(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        network: Referencing,
        sections: Sections,
    ) -> None:
        own = _section_fields()
        aliases = {field.name(): field.alias() for field in own}

        def on_load(layer: QgsVectorLayer) -> None:
            apply_style(layer, SECTIONS, aliases=aliases)

        routes = network.routes
        fields = self.merged_fields(_tables_fields(self._events), own)
        kind = line_type(routes.z is not None, True)
        destination = self.destination(parameters, "OUTPUT", context, fields, kind, network.crs, aliases, on_load)
        if destination is None:
            return
        route = routes.route[sections.part]
        columns = [
            np.array([*routes.names, ""], dtype=object)[route],
            np.array(SIDE_LETTERS, dtype=object)[sections.side],
            routes.branch[sections.part],
        ]
        for m in (sections.start, sections.end):
            written = network.write(route, sections.side, m)
            columns += [np.where(written.pr >= 0, written.pr, None), written.offset, m]
        columns.append(sections.contested.sum(axis=1))
        features, rows = _combined(self._events, sections.rows)
        cut = cut_stretches(routes, sections.part, sections.start, sections.end)
        number = np.arange(len(sections.part))
        lines = Lines(cut.xy, cut.offsets, number, np.zeros_like(number), cut.z, cut.m)
        destination.write(lines, columns, features, rows, feedback)

    def _write_rejected(self, parameters: dict[str, Any], context: QgsProcessingContext) -> int:
        own = _rejected_fields()
        aliases = {field.name(): field.alias() for field in own}

        def on_load(layer: QgsVectorLayer) -> None:
            apply_style(layer, REJECTED, aliases=aliases)

        crs = crs_of(self._events[0].source)
        kind = QgsWkbTypes.Type.NoGeometry
        destination = self.destination(parameters, "REJECTED", context, copied_fields(own), kind, crs, aliases, on_load)
        count = 0
        for table in self._events:
            rows = np.flatnonzero(table.why != Reason.PLACED)
            count += len(rows)
            if destination is not None and len(rows):
                picked, why = rows.tolist(), table.why[rows]
                columns = (
                    [table.name] * len(rows),
                    [table.features[row].id() for row in picked],
                    [shown(table.events.route[row]) for row in picked],
                    [table.events.place(row) for row in picked],
                    [reason.value for reason in why.tolist()],
                    table.events.sentences(rows, why),
                )
                destination.write(None, columns)
        return count

    # -- telling -----------------------------------------------------------------------------------------------------

    def _report(self, network: Referencing, sections: Sections) -> None:
        for column, table in enumerate(self._events):
            if not table.features:
                self.warn(tr("The table “{name}” is empty.").format(name=table.name))
            self.tell_reasons(tr("Events of {name}").format(name=table.name), table.why)
            contested = int((sections.contested[:, column] > 0).sum())
            if contested:
                self.warn(
                    tr(
                        "Events of “{name}” overlap on {count} sections: the first row of the table was taken there, "
                        "see the field “overlaps”."
                    ).format(name=table.name, count=contested)
                )
        length = sections.end - sections.start
        domain, place = np.unique(3 * sections.part + sections.side, return_inverse=True)
        covered = np.bincount(place.reshape(-1), length, len(domain))
        part = domain // 3
        whole = network.routes.end_m()[part] - network.routes.start_m()[part]
        same = bool((np.abs(covered - whole) <= 1e-6 * np.maximum(whole, 1.0)).all())
        self.add_check("covered", tr("Every metre of route is in exactly one section on each side"), same)
        self.add_figure("COVERED_LENGTH", tr("Length of the sections"), float(length.sum()) / 1000, "km")
        told = sum(int((table.why == Reason.PLACED).sum()) for table in self._events)
        total = sum(len(table.why) for table in self._events)
        self.add_check("placed", tr("Every event is placed"), told == total, f"{told} / {total}")


def _fields_of(source: QgsFeatureSource, name: str, chosen: dict[str, str], reference: str) -> EventFields:
    """Return the fields of a table: those that were named, and where none was, those of usual names.

    Raises:
        QgsProcessingException: The table lacks one that is needed.
    """
    listed = [field.name() for field in source.fields()]
    found = known_event_fields(listed, reference == CUMUL)._asdict()
    for role, text in chosen.items():
        wanted = [one.strip() for one in text.split(",") if one.strip()]
        if wanted:
            found[role] = known_field(listed, wanted) or ""
        if not found[role] and role in ("route", "start", "end"):
            raise QgsProcessingException(
                tr(
                    "The table “{name}” has no field for the {role} of its events: give its name, or names separated "
                    "by commas when tables differ."
                ).format(name=name, role={"route": tr("route"), "start": tr("start"), "end": tr("end")}[role])
            )
    return EventFields(**{**found, "branch": "", "lateral": ""})


def _sections_of(table: _Table) -> EventTable:
    """Return what the engine takes: rows without a place cover nothing."""
    events = table.events
    placed = table.why == Reason.PLACED
    start, end = (np.where(placed, one.m, np.nan) for one in (events.start, events.end))
    return EventTable(np.where(placed, events.keys.route, -1), events.keys.side, start, end)


def _tables_fields(tables: list[_Table]) -> QgsFields:
    """Return the fields of all tables; one that several have is preceded by the name of its table."""
    counts: dict[str, int] = {}
    for table in tables:
        for index in table.kept():
            key = table.source.fields().at(index).name().casefold()
            counts[key] = counts.get(key, 0) + 1
    fields = QgsFields()
    for table in tables:
        for index in table.kept():
            field = QgsField(table.source.fields().at(index))
            if counts[field.name().casefold()] > 1:
                field.setName(f"{table.name}_{field.name()}")
            fields.append(field)
        fields.append(make_field(f"{table.name}_fid", "integer64", tr("Row of {name}").format(name=table.name)))
    return fields


def _combined(tables: list[_Table], rows: np.ndarray) -> tuple[list[QgsFeature], np.ndarray]:
    """Return a feature for each combination of rows that occurs, and which of them each section has."""
    combinations, place = np.unique(rows, axis=0, return_inverse=True)
    kept = [table.kept() for table in tables]
    features = []
    for combination in combinations.tolist():
        attributes: list[Any] = []
        for table, row, indexes in zip(tables, combination, kept):
            if row < 0:
                attributes += [NULL] * (len(indexes) + 1)
            else:
                values = table.features[row].attributes()
                attributes += [*(values[index] for index in indexes), table.features[row].id()]
        feature = QgsFeature()
        feature.setAttributes(attributes)
        features.append(feature)
    return features, place.reshape(-1)


def _section_fields() -> list[QgsField]:
    return [
        make_field("route", "text", tr("Route")),
        make_field("side", "text", tr("Side (D, G, or U: single)")),
        make_field("branch", "integer", tr("Branch (0: main line)")),
        make_field("plod", "integer", tr("PR before the start")),
        make_field("absd", "double", tr("Metres after it, at the start")),
        make_field("cumuld", "double", tr("Cumulated distance at the start (m)")),
        make_field("plof", "integer", tr("PR before the end")),
        make_field("absf", "double", tr("Metres after it, at the end")),
        make_field("cumulf", "double", tr("Cumulated distance at the end (m)")),
        make_field("overlaps", "integer", tr("Other events of the same tables here")),
    ]


def _rejected_fields() -> list[QgsField]:
    return [
        make_field("table", "text", tr("Table")),
        make_field("source_fid", "integer64", tr("Source feature")),
        make_field("route", "text", tr("Route")),
        make_field("place", "text", tr("Place as written")),
        make_field("reason", "text", tr("Reason")),
        make_field("message", "text", tr("Explanation")),
    ]


def _help() -> str:
    return tr(
        "<p>Crosses any number of tables of road events (pavement, traffic, speed limits, works) and gives the "
        "<b>homogeneous sections</b>: the stretches of route on which every table is constant. Every metre of route "
        "is in exactly one section on each side; where a table says nothing its fields are empty.</p>"
        "<h3>Parameters</h3>"
        "<p><b>Tables</b>: each row is a section, with a start and an end. <b>Routes with measures</b> and "
        "<b>calibrated markers</b>: made by <i>Calibrate routes on markers</i>; the markers may be left out when "
        "places are cumulated distances.</p>"
        "<p><b>Names of fields</b> are text, since tables are several; left empty, the usual names are looked for in "
        "each table: <i>route</i>, <i>plod, absd, plof, absf</i>, <i>cumuld, cumulf</i>, <i>cote</i>… When tables "
        "differ, give names separated by commas: each table takes the first that it has.</p>"
        "<p><b>Side</b>: a single carriageway has one side, unless some table speaks of its right or its left: then "
        "it has both, D and G.</p>"
        "<h3>Outputs</h3>"
        "<p><b>Sections</b>: lines with measures (M), the address at both ends, and the attributes of the row of each"
        " table that covers them; its key is in <i>name of the table_fid</i>. A field that several tables have is "
        "preceded by the name of its table. Fields that say where an event is are not repeated. Where rows of one "
        "table overlap the first is taken, and <i>overlaps</i> counts the others.</p>"
        "<p><b>Rejected</b>: events that could not be placed, or that earlier rows of their table cover entirely, "
        "with a code and a sentence.</p>"
        "<h3>Limits</h3>"
        "<p>Branches of routes are sections without events.</p>"
    )
