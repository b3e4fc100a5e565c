"""Measured routes as layers: the segments and the routes that several tools write alike."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsField,
    QgsFields,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ...compat import make_field
from ...engine.lines import cumulate
from ...engine.measures import SIDE_LETTERS, MeasuredRoutes
from ...engine.referencing.addressing import Addressing
from ...engine.routes.segments import RouteSegments
from ...translation import tr
from ..base import Algorithm
from ..features import line_type
from ..output.fields import RESERVED_FIELDS, merge_fields
from ..shapes import MultiLines
from ..styles import ROUTE_SEGMENTS, ROUTES, apply_style
from ..transformations import crs_of
from .road_input import Roads


def write_segments(
    algorithm: Algorithm,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
    feedback: QgsProcessingFeedback,
    roads: Roads,
    segments: RouteSegments,
    parts: MeasuredRoutes,
    addressing: Addressing | None = None,
) -> int:
    """Write the output ``SEGMENTS``; return how many there are.

    Args:
        algorithm: Whose output it is.
        parameters: Its parameters.
        context: Context of the run.
        feedback: Told of the progress, asked whether the user cancelled.
        roads: Where attributes come from.
        segments: The segments.
        parts: Their geometry and measures, one part each.
        addressing: Writes addresses at both ends; None leaves them out.
    """
    own = segment_fields(addressing is not None)
    fields, renamed = merge_fields(roads.source.fields(), own)
    for old, new in ((old, new) for old, new in renamed.items() if old.lower() not in RESERVED_FIELDS):
        feedback.pushInfo(tr("Input field “{old}” is “{new}” in the segments.").format(old=old, new=new))
    aliases = {field.name(): field.alias() for field in own}

    def dress(layer: QgsVectorLayer) -> None:
        apply_style(layer, ROUTE_SEGMENTS, aliases=aliases)

    destination = algorithm.destination(
        parameters,
        "SEGMENTS",
        context,
        fields,
        line_type(parts.z is not None, True),
        crs_of(roads.source),
        aliases,
        dress,
    )
    if destination is not None:
        feature = roads.table.lines.feature[segments.line]
        columns = (
            *_keys(parts),
            segments.rank,
            segments.reversed,
            *_ends(parts.route, parts.side, parts.start_m(), parts.end_m(), addressing),
            segments.shared,
            roads.table.fids[feature],
        )
        destination.write(parts.lines(), columns, roads.table.features, feature, feedback)
    return segments.count


@dataclass(frozen=True)
class RouteGroups:
    """Parts of routes by route, side and branch: the features of ``ROUTES``.

    Attributes:
        offsets: int64 (g + 1,), first part of each group, then the number of parts.
        start: float64 (g,), measure at the start, NaN where no part has any.
        end: float64 (g,), measure at the end.
    """

    offsets: np.ndarray
    start: np.ndarray
    end: np.ndarray

    @property
    def count(self) -> int:
        """Number of groups."""
        return len(self.offsets) - 1

    @classmethod
    def of(cls, routes: MeasuredRoutes) -> RouteGroups:
        """Group parts that are in order."""
        fresh = np.ones(routes.count, dtype=bool)
        fresh[1:] = False
        for column in (routes.route, routes.side, routes.branch):
            fresh[1:] |= column[1:] != column[:-1]
        offsets = np.append(np.flatnonzero(fresh), routes.count)
        group = np.cumsum(fresh) - 1
        start, end = np.full(len(offsets) - 1, np.inf), np.full(len(offsets) - 1, -np.inf)
        known = np.isfinite(routes.start_m())
        np.minimum.at(start, group[known], routes.start_m()[known])
        np.maximum.at(end, group[known], routes.end_m()[known])
        start[~np.isfinite(start)] = np.nan
        end[~np.isfinite(end)] = np.nan
        return cls(offsets, start, end)


def write_routes(
    algorithm: Algorithm,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
    crs: QgsCoordinateReferenceSystem,
    routes: MeasuredRoutes,
    step: np.ndarray,
    addressing: Addressing | None = None,
) -> int:
    """Write the output ``ROUTES``, one feature per route, side and branch; return how many there are.

    Args:
        algorithm: Whose output it is.
        parameters: Its parameters.
        context: Context of the run.
        crs: CRS of the routes.
        routes: The routes, parts in order.
        step: float64 (v,), metres of the piece that starts at each vertex.
        addressing: Writes addresses at both ends; None leaves them out.
    """
    own = route_fields(addressing is not None)
    fields = QgsFields()
    for field in own:
        fields.append(field)
    aliases = {field.name(): field.alias() for field in own}

    def dress(layer: QgsVectorLayer) -> None:
        apply_style(layer, ROUTES, aliases=aliases)

    kind = QgsWkbTypes.multiType(line_type(routes.z is not None, True))
    groups = RouteGroups.of(routes)
    destination = algorithm.destination(parameters, "ROUTES", context, fields, kind, crs, aliases, dress)
    if destination is not None:
        first = groups.offsets[:-1]
        along = cumulate(step, routes.offsets)[routes.offsets[1:] - 1] if routes.count else np.zeros(0)
        length = np.add.reduceat(along, first) if groups.count else np.zeros(0)
        columns = (
            *(column[first] for column in _keys(routes)),
            np.diff(groups.offsets),
            length,
            *_ends(routes.route[first], routes.side[first], groups.start, groups.end, addressing),
        )
        destination.write(MultiLines(routes.lines(), groups.offsets), columns)
    return groups.count


def segment_fields(addressed: bool) -> list[QgsField]:
    """Return the fields that segments receive."""
    return [
        *_key_fields(),
        make_field("rank", "integer", tr("Rank along the route")),
        make_field("reversed", "boolean", tr("Against the digitised direction")),
        *_end_fields(addressed),
        make_field("shared", "boolean", tr("Shared by several routes")),
        make_field("source_fid", "integer64", tr("Source feature")),
    ]


def route_fields(addressed: bool) -> list[QgsField]:
    """Return the fields of the routes."""
    return [
        *_key_fields(),
        make_field("parts", "integer", tr("Number of parts")),
        make_field("length", "double", tr("Length (m)")),
        *_end_fields(addressed),
    ]


def _key_fields() -> list[QgsField]:
    return [
        make_field("route", "text", tr("Route")),
        make_field("side", "text", tr("Side (D, G, or U: single)")),
        make_field("branch", "integer", tr("Branch (0: main line)")),
    ]


def _end_fields(addressed: bool) -> list[QgsField]:
    fields = []
    for letter, cumul, marker, metres in (
        (
            "d",
            tr("Cumulated distance at the start (m)"),
            tr("PR before the start"),
            tr("Metres after it at the start"),
        ),
        ("f", tr("Cumulated distance at the end (m)"), tr("PR before the end"), tr("Metres after it at the end")),
    ):
        if addressed:
            fields.append(make_field(f"plo{letter}", "integer", marker))
            fields.append(make_field(f"abs{letter}", "double", metres))
        fields.append(make_field(f"cumul{letter}", "double", cumul))
    return fields


def _keys(routes: MeasuredRoutes) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    names, letters = np.array([*routes.names, ""], dtype=object), np.array(SIDE_LETTERS, dtype=object)
    return names[routes.route], letters[routes.side], routes.branch


def _ends(
    route: np.ndarray, side: np.ndarray, start: np.ndarray, end: np.ndarray, addressing: Addressing | None
) -> list[np.ndarray]:
    columns = []
    for m in (start, end):
        if addressing is not None:
            written = addressing.write(route, side, m)
            columns += [np.where(written.pr >= 0, written.pr, None), written.offset]
        columns.append(m)
    return columns
