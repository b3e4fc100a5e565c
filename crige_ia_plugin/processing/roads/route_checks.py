"""What a run on routes is told by: figures, checks and tables of the run sheet."""

from __future__ import annotations

import numpy as np

from ...engine.measures import SIDE_LETTERS, MeasuredRoutes
from ...engine.routes.anomalies import Anomalies, Decision, RouteFault, join_anomalies, unknown_heights
from ...engine.routes.build import BuiltRoutes
from ...translation import tr
from ..base import Algorithm
from .anomaly_layer import RouteFindings
from .road_input import Roads
from .route_layers import RouteGroups

_STILL = 1e-6
"""Metres by which sums of the same lengths may differ."""


def found_on_roads(roads: Roads, found: Anomalies) -> Anomalies:
    """Return what the engine found and the roads whose heights are unknown."""
    lines = roads.table.lines
    heights = unknown_heights(lines.feature, lines.xy, lines.vertex_line(), roads.unknown_z)
    if not roads.slope:
        heights.decision[:] = Decision.KEPT
    return join_anomalies(found, heights)


def tell_routes(algorithm: Algorithm, roads: Roads, built: BuiltRoutes, findings: RouteFindings) -> None:
    """Tell how many routes there are, how long they are, and check what must hold."""
    segments, names = built.segments, built.routes.names
    lengths = segments.lengths()
    label = tr("Total length of the segments, {how}").format(how=roads.lengths.sentence)
    algorithm.add_figure("LENGTH", label, float(lengths.sum()) / 1000, "km")
    algorithm.add_figure("ROUTE_NAMES", tr("Routes named"), len(names))
    counts = findings.found.counts()
    algorithm.add_figure("GAPS", tr("Gaps and islands"), counts.get("gap", 0) + counts.get("island", 0))
    algorithm.add_table(tr("Anomalies"), (tr("Anomaly"), tr("Severity"), tr("Number")), findings.table())
    _tell_each_route(algorithm, built)
    _check(algorithm, roads, built, findings)


def _tell_each_route(algorithm: Algorithm, built: BuiltRoutes) -> None:
    routes = built.routes
    groups = RouteGroups.of(routes)
    first = groups.offsets[:-1]
    rows = [
        (routes.names[route], SIDE_LETTERS[side], round(start, 1), round(end, 1), int(parts))
        for route, side, branch, start, end, parts in zip(
            routes.route[first].tolist(),
            routes.side[first].tolist(),
            routes.branch[first].tolist(),
            groups.start.tolist(),
            groups.end.tolist(),
            np.diff(groups.offsets),
        )
        if branch == 0
    ]
    columns = (tr("Route"), tr("Side"), tr("Abscissa of the start (m)"), tr("Abscissa of the end (m)"), tr("Parts"))
    algorithm.add_table(tr("Main lines"), columns, rows)


def _check(algorithm: Algorithm, roads: Roads, built: BuiltRoutes, findings: RouteFindings) -> None:
    segments, routes, table = built.segments, built.routes, roads.table
    placed = np.zeros(table.feature_count, dtype=bool)
    placed[table.lines.feature[segments.line]] = True
    placed[findings.found.feature[findings.found.feature >= 0]] = True
    placed[[row for row, _ in findings.problems]] = True
    lost = table.fids[~placed]
    algorithm.add_check(
        "sources",
        tr("Every road is in a route or in the anomalies"),
        not len(lost),
        ", ".join(map(str, lost[:10].tolist())),
    )
    total = float(segments.lengths().sum())
    apart = abs(total - float((routes.end_m() - routes.start_m()).sum()))
    algorithm.add_check("length", tr("The segments add up to the routes"), apart <= _STILL * max(segments.count, 1), "")
    check_measures(algorithm, routes)
    counts = findings.found.counts()
    for fault, sentence in (
        (RouteFault.GAP, tr("No route is interrupted")),
        (RouteFault.DIRECTION_IN_DOUBT, tr("The direction of every route is certain")),
        (RouteFault.DUPLICATE, tr("No duplicate line")),
    ):
        count = counts.get(fault.value, 0)
        algorithm.add_check(fault.value, sentence, not count, tr("%n found", n=count) if count else "")
    if roads.slope:
        count = counts.get(RouteFault.UNKNOWN_Z.value, 0)
        detail = tr("%n road(s) with unknown heights", n=count) if count else ""
        algorithm.add_check("unknown-z", tr("Every height is known"), not count, detail)


def check_measures(algorithm: Algorithm, routes: MeasuredRoutes) -> None:
    """Check that measures grow along each part, and never fall back from one part of a route to the next."""
    algorithm.add_check("measures", tr("Measures grow along every route"), measures_grow(routes), "")


def measures_grow(routes: MeasuredRoutes) -> bool:
    """Tell whether M grows along each part and never falls back from one part of a route to the next."""
    inner = routes.lines().piece_mask()[:-1]
    with np.errstate(invalid="ignore"):
        falls = np.diff(routes.m)[inner] <= 0
        follows = np.ones(max(routes.count - 1, 0), dtype=bool)
        for column in (routes.route, routes.side, routes.branch):
            follows &= column[1:] == column[:-1]
        back = routes.start_m()[1:] < routes.end_m()[:-1] - _STILL
    return not falls.any() and not (back & follows).any()
