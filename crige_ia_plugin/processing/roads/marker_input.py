"""Reference points, or the starts of routes, as a layer of points gives them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from qgis.core import QgsCoordinateReferenceSystem, QgsFeature, QgsFeatureSource, QgsFeedback, QgsProcessingContext

from ...engine.referencing.markers import Markers, read_markers, series_of
from ...engine.road_fields import MarkerFields, known_route_field
from ...engine.routes.names import Match, match_routes
from ...engine.routes.options import MarkerHints
from ..points import read_points, reproject
from ..transformations import crs_of
from ..values import attribute_values


@dataclass(frozen=True)
class MarkerTable:
    """A layer of markers.

    Attributes:
        features: Its features without geometry.
        fids: int64 (n,), their ids.
        markers: What the engine takes, in the CRS of the routes.
        matches: Names that were taken for one route although they are written differently.
    """

    features: list[QgsFeature]
    fids: np.ndarray
    markers: Markers
    matches: list[Match]


def read_marker_table(
    source: QgsFeatureSource,
    fields: MarkerFields,
    names: list[str],
    crs: QgsCoordinateReferenceSystem,
    context: QgsProcessingContext,
    feedback: QgsFeedback,
) -> MarkerTable:
    """Read a layer of markers.

    Args:
        source: The layer.
        fields: Its fields; those left empty are unknown.
        names: Routes of the network, in the order of their codes.
        crs: CRS to bring the markers to.
        context: Context of the run.
        feedback: Told of the progress, asked whether the user cancelled.

    Raises:
        Cancelled: The user cancelled.
    """
    features, fids, xy = _read_places(source, crs, context, feedback)

    def values(name: str) -> list[object] | None:
        return attribute_values(features, source.fields().lookupField(name)) if name else None

    markers, matches = read_markers(
        xy,
        values(fields.route) or [],
        values(fields.pr) or [],
        names,
        values(fields.department),
        values(fields.network),
        values(fields.side),
        values(fields.cumul),
        values(fields.kind),
    )
    return MarkerTable(features, fids, markers, matches)


def hints_of(markers: Markers) -> MarkerHints:
    """Return what markers say of the direction of their routes: the cumulated distance where a route has one."""
    usable = markers.post & (markers.pr >= 0) & (markers.route >= 0) & np.isfinite(markers.xy).all(axis=1)
    route = np.where(usable, markers.route, -1)
    measured = np.unique(route[usable & np.isfinite(markers.cumul)])
    value = np.where(np.isin(route, measured), markers.cumul, markers.pr.astype(np.float64))
    return MarkerHints(markers.xy, route, series_of(markers), value)


@dataclass(frozen=True)
class StartPoints:
    """Where routes start.

    Attributes:
        xy: float64 (n, 2), in the CRS of the roads.
        route: int64 (n,), code of the route, −1 for that of the nearest road.
        matches: Names that were taken for one route although they are written differently.
    """

    xy: np.ndarray
    route: np.ndarray
    matches: list[Match]


def read_start_points(
    source: QgsFeatureSource,
    route_field: str,
    names: list[str],
    crs: QgsCoordinateReferenceSystem,
    context: QgsProcessingContext,
    feedback: QgsFeedback,
) -> StartPoints:
    """Read start points; a field of the roads' route field's name, or one known for it, tells the route of each.

    Raises:
        Cancelled: The user cancelled.
    """
    features, _, xy = _read_places(source, crs, context, feedback)
    index = source.fields().lookupField(route_field)
    if index < 0:
        index = source.fields().lookupField(known_route_field(field.name() for field in source.fields()) or "")
    route, matches = np.full(len(xy), -1, dtype=np.int64), []
    if index >= 0:
        route, matches = match_routes(attribute_values(features, index), names)
    there = np.isfinite(xy).all(axis=1)
    return StartPoints(xy[there], route[there], matches)


def _read_places(
    source: QgsFeatureSource, crs: QgsCoordinateReferenceSystem, context: QgsProcessingContext, feedback: QgsFeedback
) -> tuple[list[QgsFeature], np.ndarray, np.ndarray]:
    """Return features, ids and the place of each in ``crs``: NaN for none, or for 0, 0, which is none in any CRS."""
    table = read_points(source, feedback)
    xy = np.full((len(table.features), 2), np.nan)
    xy[table.row[::-1]] = table.points.xy[::-1]  # of several points of a feature, the first
    xy[(xy == 0).all(axis=1)] = np.nan
    there = np.isfinite(xy).all(axis=1)
    xy[there] = reproject(xy[there], crs_of(source), crs, context.transformContext())
    return table.features, table.fids, xy
