"""Locate points: where they are on the routes, as addresses, measures and distances to the left or the right."""

from __future__ import annotations

from typing import Any

import numpy as np
from qgis.core import (
    QgsField,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingMultiStepFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterDistance,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsUnitTypes,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ... import messages
from ...compat import make_field
from ...engine.measures import SIDE_LETTERS
from ...engine.referencing.addressing import Reason
from ...engine.referencing.location import Located, Locator
from ...engine.referencing.reading import route_codes
from ...translation import tr
from ..base import Results, Words
from ..points import PointTable, point_type, read_points, reproject
from ..styles import LOCATED_POINTS, apply_style
from ..transformations import crs_of
from ..values import attribute_values
from .referencing import Referencing, ReferencingAlgorithm
from .road_input import field_of, open_source, tell_matches

_DEFAULT_DISTANCE = 50.0


class LocatePoints(ReferencingAlgorithm):
    """``crige_ia:locatepoints``."""

    NAME = "locatepoints"

    def words(self) -> Words:
        """Return its name in the toolbox, its tooltip, what the toolbox finds it by, its help."""
        return Words(
            tr("Locate points (PR + abscissa)"),
            tr("Tells on which route a point is, at which PR and how many metres after it, and on which side."),
            tr("road,route,marker,milestone,PR,address,abscissa,linear referencing,LRS,measure,accident"),
            _help(),
        )

    def define(self) -> None:
        """Add the parameters and outputs."""
        self.addParameter(
            QgsProcessingParameterFeatureSource("INPUT", tr("Points"), [QgsProcessing.SourceType.TypeVectorPoint])
        )
        self.add_routes()
        self.addParameter(
            QgsProcessingParameterField(
                "ROUTE_FIELD", tr("Route of each point (field of the points)"), None, "INPUT", optional=True
            )
        )
        self.add_markers()
        distance = QgsProcessingParameterDistance("MAX_DISTANCE", tr("Greatest distance to a route"), _DEFAULT_DISTANCE)
        distance.setDefaultUnit(QgsUnitTypes.DistanceUnit.DistanceMeters)
        distance.setMinimum(0.0)
        self.addParameter(distance)
        self.add_address_form()
        self.addParameter(
            QgsProcessingParameterFeatureSink(
                "OUTPUT", tr("Located points"), QgsProcessing.SourceType.TypeVectorPoint, None, False, True
            )
        )
        self.addOutput(QgsProcessingOutputNumber("LOCATED_COUNT", tr("Number of points on a route")))

    def open_inputs(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        """Open the layers and refuse what is not points."""
        self._source = open_source(self, parameters, "INPUT", context, QgsWkbTypes.GeometryType.PointGeometry)
        self._route_field = field_of(self, parameters, "ROUTE_FIELD", context, self._source)
        self.open_network(parameters, context)
        self._distance = self.parameterAsDouble(parameters, "MAX_DISTANCE", context)

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Results:
        """Read, locate, write."""
        steps = QgsProcessingMultiStepFeedback(3, feedback)
        network = self.read_network(steps)
        steps.setCurrentStep(1)
        table = read_points(self._source, steps)
        steps.setCurrentStep(2)
        xy = reproject(table.points.xy, crs_of(self._source), network.crs, context.transformContext())
        named = self._named(table)
        route = None if named is None else self._routes_of(named, network)[table.row]
        locator = Locator(network.routes, network.addressing, network.scale)
        found = locator.locate(xy, self._distance, route)
        self._write(parameters, context, steps, table, self._columns(table, network, found, named))
        located = int((found.route >= 0).sum())
        self._report(table, network, found, located)
        return {"LOCATED_COUNT": located}

    def _named(self, table: PointTable) -> list[object] | None:
        """Return the route each feature names, None when no field does."""
        if not self._route_field:
            return None
        return attribute_values(table.features, self._source.fields().lookupField(self._route_field))

    def _routes_of(self, named: list[object], network: Referencing) -> np.ndarray:
        """Return the route each feature is held to; one that names none may be on any."""
        codes, matches = route_codes(named, network.routes.names)
        tell_matches(self, matches)
        return np.select([codes == -2, codes == -1], [-1, -2], codes)  # the locator's codes: any, and unknown

    # -- writing -----------------------------------------------------------------------------------------------------

    def _write(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        table: PointTable,
        columns: list[Any],
    ) -> None:
        own = _fields()
        aliases = {field.name(): field.alias() for field in own}

        def on_load(layer: QgsVectorLayer) -> None:
            apply_style(layer, LOCATED_POINTS, aliases=aliases)

        wkb = self._source.wkbType()
        destination = self.destination(
            parameters,
            "OUTPUT",
            context,
            self.merged_fields(self._source.fields(), own),
            point_type(
                QgsWkbTypes.hasZ(wkb) or table.points.z is not None, QgsWkbTypes.hasM(wkb) or table.points.m is not None
            ),
            crs_of(self._source),
            aliases,
            on_load,
        )
        if destination is None:
            return
        destination.write(table.points, columns, table.features, table.row, feedback)
        if len(table.missing):
            nowhere = [np.full(len(table.missing), None, dtype=object) for _ in own]
            nowhere[-2][:] = Reason.NO_GEOMETRY.value
            nowhere[-1][:] = messages.reasons()[Reason.NO_GEOMETRY.value]
            destination.write(None, nowhere, table.features, table.missing, feedback)

    def _columns(
        self, table: PointTable, network: Referencing, found: Located, named: list[object] | None
    ) -> list[Any]:
        """Return the values of our fields."""
        on = found.route >= 0
        names = np.array([*network.routes.names, None], dtype=object)
        letters = np.array([*SIDE_LETTERS, None], dtype=object)
        written = found.address
        known = written.pr >= 0
        sentences = messages.reasons()
        message: list[str | None] = [None] * len(table.row)
        status = [Reason.PLACED.value] * len(table.row)
        for point in np.flatnonzero(found.reason != Reason.PLACED).tolist():
            route = names[found.route[point]] if on[point] else named[table.row[point]] if named else ""
            status[point] = found.reason[point].value
            message[point] = sentences[status[point]].format(route=route, address="")
        return [
            names[np.where(on, found.route, -1)],
            letters[np.where(on, found.side, -1)],
            np.where(on, found.branch, None),
            np.where(known, written.pr, None),
            written.offset,
            found.m,
            self.write_addresses(written),
            np.where(known, written.department, None),
            np.where(known, written.network, None),
            found.distance,
            found.lateral,
            status,
            message,
        ]

    # -- telling -----------------------------------------------------------------------------------------------------

    def _report(self, table: PointTable, network: Referencing, found: Located, located: int) -> None:
        if not len(table.features):
            self.warn(tr("The layer is empty, or its filter or selection leaves nothing: the result is empty."))
            return
        if network.addressing is None:
            self.warn(tr("No markers were given: points have a measure but no PR."))
        reasons = np.concatenate([found.reason, np.full(len(table.missing), Reason.NO_GEOMETRY, dtype=object)])
        self.tell_reasons(tr("Points"), reasons)
        self.add_figure("LOCATED_COUNT", tr("Number of points on a route"), located)
        total = len(reasons)
        self.add_check("located", tr("Every point is on a route"), located == total, f"{located} / {total}")
        if located:
            self.add_figure(
                "MEDIAN_DISTANCE", tr("Median distance to the route"), float(np.nanmedian(found.distance)), "m"
            )


def _fields() -> list[QgsField]:
    return [
        make_field("route", "text", tr("Route")),
        make_field("side", "text", tr("Side (D right, G left, U single carriageway)")),
        make_field("branch", "integer", tr("Branch (0: main line)")),
        make_field("pr", "integer", tr("PR")),
        make_field("abs", "double", tr("Metres after the PR")),
        make_field("cumul", "double", tr("Measure along the route (m)")),
        make_field("address", "text", tr("Address")),
        make_field("department", "text", tr("Département of the PR")),
        make_field("network", "text", tr("Network of the PR")),
        make_field("distance", "double", tr("Distance to the route (m)")),
        make_field("lateral", "double", tr("Offset from the route (m, right positive)")),
        make_field("status", "text", tr("Result")),
        make_field("message", "text", tr("Explanation")),
    ]


def _help() -> str:
    return tr(
        "<p>Tells where points are on the network, as road services say it: the route, the side, <b>PR12+345</b>, the"
        " measure along the route, and the distance to the right or to the left of it, along increasing PR.</p>"
        "<p>Points stay where they are, with all their attributes. Nothing is left out: a point that is on no route "
        "is in the result too, with the reason.</p>"
        "<h3>Parameters</h3>"
        "<p><b>Routes with measures</b>: made by <i>Compute curvilinear abscissas</i> or, for addresses, by "
        "<i>Calibrate routes on markers</i>. <b>Calibrated markers</b>: the other output of the latter; without them "
        "there is a measure but no PR.</p>"
        "<p><b>Route of each point</b>: holds each point to the route it names, whatever is nearer. Case, spaces, "
        "hyphens and leading zeros do not count: N0088 is N88. A point that names none takes the nearest route.</p>"
        "<p><b>Greatest distance</b>, in metres: a point farther than this from every route is on none.</p>"
        "<h3>Output</h3>"
        "<p><b>PR and metres</b> are of ground, from the marker before the point; they may exceed 1,000, and are "
        "negative before the first marker of the route. On a branch of a route the metres go on from the fork. PR are"
        " numbered anew in each département: it is given with the PR.</p>"
        "<h3>Limits</h3>"
        "<p>A point nearer to a crossing road than to its own is given the nearer one: hold it to its route by a "
        "field.</p>"
    )
