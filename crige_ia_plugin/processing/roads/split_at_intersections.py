"""Split at intersections: lines → segments that join nodes, with grade separation."""

from __future__ import annotations

from typing import Any

import numpy as np
from qgis.core import (
    QgsFeatureSource,
    QgsFields,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingMultiStepFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterDistance,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QLocale
from qgis.PyQt.QtWidgets import QWidget

from ... import messages
from ...compat import make_field
from ...engine.anomalies import Anomalies, AnomalyCode
from ...engine.network.levels import known_level_field
from ...engine.network.noding import Network, Nodes, split_at_intersections
from ...translation import tr
from ..base import Algorithm, FeedbackMonitor, Results, Words
from ..features import LineTable, forget, line_type, read_lines
from ..output.destination import Destination
from ..output.fields import merge_fields
from ..shapes import Points
from ..styles import NODES, SEGMENTS, apply_style
from ..transformations import crs_of
from ..units import Lengths, lengths_in
from .network_findings import read_level_field, tell_anomalies, with_unusable, write_network_anomalies
from .road_input import field_of, open_source


class SplitAtIntersections(Algorithm):
    """``crige_ia:splitatintersections``."""

    NAME = "splitatintersections"
    GROUP = "roads"
    ICON = "split_at_intersections.svg"

    def __init__(self) -> None:
        super().__init__()
        self._source: QgsFeatureSource | None = None
        self._level_field = ""
        self._tolerance = 0.0

    def words(self) -> Words:
        """Return its name in the toolbox, its tooltip, what the toolbox finds it by, its help."""
        return Words(
            tr("Split roads at intersections"),
            tr("Cuts roads where they meet on the same level: a bridge over a road is not a junction."),
            tr("road,network,junction,intersection,crossing,node,segment,topology,noding,split,BD TOPO,OSM"),
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
            QgsProcessingParameterDistance("TOLERANCE", tr("Tolerance for repairs (0: nothing is moved)"), 0.0, "INPUT")
        )
        for name, label, kind, optional in (
            ("SEGMENTS", tr("Segments"), QgsProcessing.SourceType.TypeVectorLine, False),
            ("NODES", tr("Nodes"), QgsProcessing.SourceType.TypeVectorPoint, True),
            ("ANOMALIES", tr("Anomalies"), QgsProcessing.SourceType.TypeVectorPoint, True),
        ):
            self.addParameter(QgsProcessingParameterFeatureSink(name, label, kind, None, optional, True))
        self.addOutput(QgsProcessingOutputNumber("SEGMENT_COUNT", tr("Number of segments")))
        self.addOutput(QgsProcessingOutputNumber("NODE_COUNT", tr("Number of nodes")))
        self.addOutput(QgsProcessingOutputNumber("ANOMALY_COUNT", tr("Number of anomalies")))

    def open_inputs(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        """Open the layer and refuse what is not lines."""
        self._source = open_source(self, parameters, "INPUT", context)
        self._level_field = field_of(self, parameters, "LEVEL_FIELD", context, self._source)
        self._tolerance = self.parameterAsDouble(parameters, "TOLERANCE", context)

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Results:
        """Read, cut, write."""
        source = self._source
        steps = QgsProcessingMultiStepFeedback(4, feedback)
        lengths = self._lengths()
        segments = self._open_segments(parameters, context)
        level_index = source.fields().lookupField(self._level_field)
        table = read_lines(
            source,
            steps,
            segments.keeper(len(_segment_fields())) if segments is not None else forget,
            [level_index] if self._level_field else (),
        )
        steps.setCurrentStep(1)
        levels = read_level_field(self, source, table, self._level_field)
        level = None if levels is None else levels.values[table.lines.feature]
        network = split_at_intersections(
            table.lines,
            level,
            tolerance=self._tolerance,
            distance=lengths.distance,
            geographic=lengths.geographic,
            monitor=FeedbackMonitor(steps),
        )
        steps.setCurrentStep(2)
        found = with_unusable(table, network.anomalies)
        if segments is not None:
            _write_segments(segments, table, network, steps)
        steps.setCurrentStep(3)
        nodes = self._write_nodes(parameters, context, steps, network.nodes)
        anomalies = self._write_anomalies(parameters, context, steps, table, found, lengths)
        self._report(table, network, found, lengths)
        steps.setCurrentStep(4)
        return {"SEGMENT_COUNT": network.segments.count, "NODE_COUNT": nodes, "ANOMALY_COUNT": anomalies}

    # -- reading -----------------------------------------------------------------------------------------------------

    def _lengths(self) -> Lengths:
        crs = crs_of(self._source)
        if not crs.isValid():
            self.warn(tr("The layer has no CRS: lengths are in its own units. Give it its CRS to have metres."))
        return lengths_in(crs)

    # -- writing -----------------------------------------------------------------------------------------------------

    def _open_segments(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Destination | None:
        """Open the segments before the work: a place that cannot be written is told at once."""
        own = _segment_fields()
        fields, renamed = merge_fields(self._source.fields(), own)
        for old, new in renamed.items():
            self._feedback.pushInfo(tr("Input field “{old}” is “{new}” in the segments.").format(old=old, new=new))
        wkb = self._source.wkbType()
        level_field = renamed.get(self._level_field, self._level_field) or None
        aliases = {field.name(): field.alias() for field in own}

        def dress(layer: QgsVectorLayer) -> None:
            apply_style(layer, SEGMENTS, level_field, aliases)

        has_z, has_m = QgsWkbTypes.hasZ(wkb), QgsWkbTypes.hasM(wkb)
        return self.destination(
            parameters,
            "SEGMENTS",
            context,
            fields,
            line_type(has_z, has_m),
            crs_of(self._source),
            aliases,
            dress,
        )

    def _write_nodes(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        nodes: Nodes,
    ) -> int:
        fields = _fields(_node_fields())
        aliases = {field.name(): field.alias() for field in fields}

        def dress(layer: QgsVectorLayer) -> None:
            apply_style(layer, NODES, aliases=aliases)

        destination = self.destination(
            parameters,
            "NODES",
            context,
            fields,
            QgsWkbTypes.Type.Point,
            crs_of(self._source),
            aliases,
            dress,
        )
        if destination is not None:
            count = len(nodes.xy)
            columns = (np.arange(1, count + 1), nodes.degree, _kinds(nodes), _levels_at(nodes))
            destination.write(Points(nodes.xy), columns, feedback=feedback)
        return len(nodes.xy)

    def _write_anomalies(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        table: LineTable,
        found: Anomalies,
        lengths: Lengths,
    ) -> int:
        def distance(value: float) -> str:
            return f"{QLocale().toString(value, 'g', 3)} {lengths.unit}".strip()

        return write_network_anomalies(
            self,
            parameters,
            context,
            feedback,
            crs_of(self._source),
            table.fids,
            found,
            messages.anomalies(),
            distance,
            tr("Distance (layer units)"),
        )

    # -- telling -----------------------------------------------------------------------------------------------------

    def _report(self, table: LineTable, network: Network, found: Anomalies, lengths: Lengths) -> None:
        """Say what came out, and check it."""
        if not table.feature_count:
            self.warn(tr("The layer is empty, or its filter or selection leaves nothing: the result is empty."))
        elif not network.segments.count:
            self.warn(tr("No feature of the layer holds a line: the result is empty. See the anomalies."))
        total = float((network.abs_to - network.abs_from).sum())
        self.add_figure("LENGTH", tr("Total length, {how}").format(how=lengths.sentence), total / 1000, "km")
        self.add_figure("JUNCTIONS", tr("Junctions"), int((network.nodes.degree > 2).sum()))
        counts = found.counts()
        tell_anomalies(self, found)
        whole = np.zeros(table.feature_count, dtype=bool)
        whole[table.lines.feature] = True
        there = np.zeros(table.feature_count, dtype=bool)
        there[network.segments.feature] = True
        flat = {f for c, f in zip(found.code, found.feature) if c is AnomalyCode.ZERO_LENGTH}
        lost = [int(table.fids[row]) for row in np.flatnonzero(whole & ~there) if row not in flat]
        self.add_check(
            "sources", tr("Every line of the input is in the result"), not lost, str(lost[:10]) if lost else ""
        )
        if self._tolerance == 0:
            before = float(lengths.distance(*_pieces(table)).sum())
            same = abs(total - before) <= 1e-9 * max(before, 1.0)
            self.add_check("length", tr("The total length is kept"), same, "")
        for code, label in (
            (AnomalyCode.CROSSING_WITHOUT_VERTEX, tr("No crossing without a common vertex on the same level")),
            (AnomalyCode.DUPLICATE, tr("No duplicate line")),
            (AnomalyCode.OVERLAP, tr("No overlap")),
        ):
            count = counts.get(code, 0)
            self.add_check(code.value, label, not count, tr("%n found", n=count) if count else "")


def _write_segments(
    destination: Destination, table: LineTable, network: Network, feedback: QgsProcessingFeedback
) -> None:
    segments = network.segments
    columns = (
        np.arange(1, segments.count + 1),
        table.fids[segments.feature],
        segments.part + 1,
        network.rank,
        network.node_from + 1,
        network.node_to + 1,
        network.abs_from,
        network.abs_to,
        network.abs_to - network.abs_from,
    )
    destination.write(segments, columns, rows=segments.feature, feedback=feedback)


def _pieces(table: LineTable) -> tuple[np.ndarray, np.ndarray]:
    start = np.flatnonzero(table.lines.piece_mask())
    return table.lines.xy[start], table.lines.xy[start + 1]


def _kinds(nodes: Nodes) -> list[str]:
    names = np.array(["dead_end", "through", "junction"])
    kinds = names[np.clip(nodes.degree, 1, 3) - 1].astype(object)
    kinds[nodes.loop] = "loop"
    return kinds.tolist()


def _levels_at(nodes: Nodes) -> list[str]:
    texts: list[str] = [""] * len(nodes.xy)
    for node, level in zip(nodes.level_node.tolist(), nodes.level.tolist()):
        texts[node] = f"{texts[node]}, {level}" if texts[node] else str(level)
    return texts


def _fields(own: list) -> QgsFields:
    fields = QgsFields()
    for field in own:
        fields.append(field)
    return fields


def _segment_fields() -> list:
    return [
        make_field("segment_id", "integer64", tr("Segment")),
        make_field("source_fid", "integer64", tr("Source feature")),
        make_field("part", "integer", tr("Part of the source geometry")),
        make_field("rank", "integer", tr("Rank along the source line")),
        make_field("node_from", "integer64", tr("Start node")),
        make_field("node_to", "integer64", tr("End node")),
        make_field("abs_from", "double", tr("Curvilinear abscissa of the start (m)")),
        make_field("abs_to", "double", tr("Curvilinear abscissa of the end (m)")),
        make_field("length", "double", tr("Length (m)")),
    ]


def _node_fields() -> list:
    return [
        make_field("node_id", "integer64", tr("Node")),
        make_field("degree", "integer", tr("Number of segment ends")),
        make_field("kind", "text", tr("Kind of node")),
        make_field("levels", "text", tr("Levels that meet")),
    ]


def _help() -> str:
    return tr(
        "<p>Cuts roads wherever they meet on the same level, and numbers the nodes where segments join. A bridge over "
        "a road is not a junction: with a <b>level field</b>, only lines of the same level cut one another.</p>"
        "<p>Every attribute is kept. Each segment also receives its source feature, its rank along it, its two nodes, "
        "its length and the curvilinear abscissa of both ends along the source line, in metres (on the ellipsoid when "
        "the layer is in degrees). An input field that has the name of one of these becomes <i>name_input</i>.</p>"
        "<h3>Parameters</h3>"
        "<p><b>Level field</b>: integers, as numbers or as text, 0 being the ground; empty values and “Gué ou radier” "
        "are ground. BD TOPO: <i>position_par_rapport_au_sol</i> (V3) or <i>pos_sol</i> (V2); OpenStreetMap: "
        "<i>layer</i>. These are proposed as soon as the layer is chosen. Without a level field, all lines are on one "
        "level.</p>"
        "<p><b>Tolerance</b>, in layer units. With 0 no vertex moves; points closer than 0.0000001 layer unit "
        "coincide. Above 0, vertices closer than the tolerance are joined, ends that stop short are brought onto the "
        "line, ends that run over are trimmed. Nothing moves farther than the tolerance, and every move is listed in "
        "the anomalies.</p>"
        "<h3>Outputs</h3>"
        "<p><b>Segments</b>: single lines, with the Z and M values of the input. <b>Nodes</b>: with their kind "
        "(junction, dead end, through node, closed loop) and the number of segments that end there. <b>Anomalies</b>: "
        "what is wrong in the input, and where. <b>Run sheet</b>: a page that says how the result was made, what was "
        "checked, and an estimate of the energy used.</p>"
        "<h3>Example with BD TOPO</h3>"
        "<p>The layer <i>troncon_de_route</i> is already cut at junctions and wherever an attribute changes, and holds "
        "paths and stairs: filter the roads first, for instance <code>nature NOT IN ('Sentier', 'Escalier', 'Chemin')"
        "</code>, choose <i>position_par_rapport_au_sol</i> as level field and leave the tolerance at 0.</p>"
        "<h3>Limits</h3>"
        "<p>Levels are taken as they are: a bridge whose level is missing is cut like a junction; it is listed in the "
        "anomalies when it shares no vertex with the road below. Two levels join only where a line would otherwise "
        "end alone. Curves become straight pieces. Lines that overlap are kept and reported, not merged.</p>"
    )
