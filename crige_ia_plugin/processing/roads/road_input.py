"""Roads that belong to routes, as a layer gives them: what every tool on routes reads alike."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from qgis.core import (
    QgsFeatureSource,
    QgsFeedback,
    QgsProcessingContext,
    QgsProcessingException,
    QgsWkbTypes,
)

from ...compat import field_names
from ...engine.lines import is_unknown_z
from ...engine.measures import planar_steps, read_sides, steps_3d
from ...engine.road_fields import ROUNDABOUT_FIELDS, are_roundabouts, known_field
from ...engine.routes.names import Match, RouteNames, read_routes
from ...translation import tr
from ..base import Algorithm
from ..features import LineTable, read_lines
from ..transformations import crs_name, crs_of
from ..units import Lengths, lengths_in, lengths_on_ground

PLANAR, ELLIPSOIDAL, SLOPE = "planar", "ellipsoidal", "3d"
"""How lengths are measured: values of a parameter, published."""

Geometry = QgsWkbTypes.GeometryType


def open_source(
    algorithm: Algorithm,
    parameters: dict[str, Any],
    name: str,
    context: QgsProcessingContext,
    kind: Geometry = Geometry.LineGeometry,
) -> QgsFeatureSource:
    """Open a layer and refuse what is neither of ``kind``, lines or points, nor of any geometry.

    Raises:
        QgsProcessingException: There is no layer, or it holds something else.
    """
    source = algorithm.parameterAsSource(parameters, name, context)
    if source is None:
        raise QgsProcessingException(algorithm.invalidSourceError(parameters, name))
    found = QgsWkbTypes.geometryType(source.wkbType())
    if found in (kind, Geometry.UnknownGeometry):
        return source
    sentence = (
        tr("“{layer}” holds {kind}, not points: choose a layer of points.")
        if kind == Geometry.PointGeometry
        else tr("“{layer}” holds {kind}, not lines: choose a layer of lines.")
    )
    raise QgsProcessingException(
        sentence.format(layer=source.sourceName(), kind=QgsWkbTypes.geometryDisplayString(found))
    )


def field_of(
    algorithm: Algorithm,
    parameters: dict[str, Any],
    name: str,
    context: QgsProcessingContext,
    source: QgsFeatureSource,
) -> str:
    """Return the field that a parameter names, empty when none was chosen.

    Raises:
        QgsProcessingException: The layer has no such field.
    """
    chosen = field_names(algorithm, parameters, name, context)
    if not chosen or not chosen[0]:
        return ""
    if source.fields().lookupField(chosen[0]) < 0:
        raise QgsProcessingException(
            tr("The layer “{layer}” has no field “{field}”: choose one of its own.").format(
                layer=source.sourceName(), field=chosen[0]
            )
        )
    return str(chosen[0])


@dataclass(frozen=True)
class Roads:
    """Roads with the names of their routes.

    Attributes:
        source: The layer.
        table: What was read of it.
        names: Routes of the features.
        side: int64 (f,), :class:`measures.Side` of each feature, or None.
        roundabout: bool (f,), features that the data say are roundabouts, or None.
        lengths: How lengths are measured.
        step: float64 (v,), length of the piece that starts at each vertex, in metres.
        unknown_z: bool (v,), vertices whose height is unknown.
        slope: Whether lengths follow the slope.
    """

    source: QgsFeatureSource
    table: LineTable
    names: RouteNames
    side: np.ndarray | None
    roundabout: np.ndarray | None
    lengths: Lengths
    step: np.ndarray
    unknown_z: np.ndarray
    slope: bool


def read_roads(
    algorithm: Algorithm,
    source: QgsFeatureSource,
    route_field: str,
    side_field: str,
    length_type: str,
    context: QgsProcessingContext,
    feedback: QgsFeedback,
) -> Roads:
    """Read a layer of roads; what is doubtful is told through ``algorithm.warn``.

    Raises:
        QgsProcessingException: No feature names a route, or lengths cannot be measured so.
        Cancelled: The user cancelled.
    """
    crs = crs_of(source)
    if length_type == PLANAR and crs.isGeographic():
        raise QgsProcessingException(
            tr("The layer is in degrees, so a planar length would be in degrees: choose the ellipsoidal length.")
        )
    table = read_lines(source, feedback)
    fields = source.fields()
    names = read_routes(table.values(fields.lookupField(route_field)))
    if table.feature_count and not names.keys:
        raise QgsProcessingException(
            tr("The field “{field}” names no route in any of the features: choose the one that does.").format(
                field=route_field
            )
        )
    if not table.feature_count:
        algorithm.warn(tr("The layer is empty, or its filter or selection leaves nothing: the result is empty."))
    elif not table.lines.count:
        algorithm.warn(tr("No feature of the layer holds a line: the result is empty. See the anomalies."))
    side = None
    if side_field:
        side = read_sides(table.values(fields.lookupField(side_field)))
    lengths = _lengths(algorithm, table, length_type, source, context)
    step = planar_steps(table.lines, lengths.distance)
    unknown = np.zeros(len(step), dtype=bool)
    if table.lines.z is not None:
        unknown = is_unknown_z(table.lines.z)
        if length_type == SLOPE:
            step, unknown = steps_3d(table.lines, step)
    elif length_type == SLOPE:
        algorithm.warn(tr("The layer has no heights (Z): lengths are those on the ellipsoid."))
    return Roads(
        source,
        table,
        names,
        side,
        _roundabouts(table, [field.name() for field in fields]),
        lengths,
        step,
        unknown,
        length_type == SLOPE and table.lines.z is not None,
    )


def tell_matches(algorithm: Algorithm, matches: Iterable[Match]) -> None:
    """List on the run sheet the names that were taken for one route although they are written differently."""
    rows = [(match.written, match.route, match.rows) for match in matches]
    if rows:
        algorithm.add_table(tr("Route names taken for one another"), (tr("Written"), tr("Route"), tr("Rows")), rows)


def _lengths(
    algorithm: Algorithm, table: LineTable, length_type: str, source: QgsFeatureSource, context: QgsProcessingContext
) -> Lengths:
    crs = crs_of(source)
    if not crs.isValid():
        algorithm.warn(tr("The layer has no CRS: lengths are in its own units. Give it its CRS to have metres."))
        return lengths_in(crs)
    if length_type == PLANAR:
        return lengths_in(crs)
    lengths = lengths_on_ground(crs, table.lines.xy, context.transformContext())
    if not lengths.on_ground and table.lines.count:
        algorithm.warn(
            tr(
                "Lengths on the ground cannot be told from these coordinates in the CRS {crs}: they are those of the "
                "plane. Check the CRS of the layer."
            ).format(crs=crs_name(crs))
        )
    if length_type == SLOPE:
        how = tr("along the slope, {how}").format(how=lengths.sentence)
        return replace(lengths, sentence=how)
    return lengths


def _roundabouts(table: LineTable, names: list[str]) -> np.ndarray | None:
    found = None
    for one in ROUNDABOUT_FIELDS:
        field = known_field(names, (one,))
        if field is not None and table.features:
            index = table.features[0].fields().lookupField(field)
            told = are_roundabouts(table.values(index))
            found = told if found is None else found | told
    return found
