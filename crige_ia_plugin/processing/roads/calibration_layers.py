"""What a calibration gives beside the routes: its markers and its residuals, as layers and on the run sheet."""

from __future__ import annotations

from typing import Any

import numpy as np
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeatureSource,
    QgsField,
    QgsFields,
    QgsProcessingContext,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ...compat import make_field
from ...engine.lines import Lines
from ...engine.measures import SIDE_LETTERS, MeasuredRoutes
from ...engine.referencing.addressing import Reason, Resolved
from ...engine.referencing.calibration import Calibration
from ...engine.referencing.events import EventKeys, place_sections
from ...engine.referencing.lanes import RouteLanes
from ...engine.referencing.markers import CalibratedMarkers
from ...engine.routes.anomalies import Anomalies, RouteFault
from ...translation import tr
from ..base import Algorithm
from ..features import line_type
from ..shapes import MultiLines, Points
from ..styles import MARKERS, RESIDUALS, apply_style
from .anomaly_layer import RouteFindings
from .marker_input import MarkerTable
from .route_checks import check_measures

_AGREE = 20.0
"""Metres by which an official distance may differ from the ground before it is called a fault."""


# -- layers --------------------------------------------------------------------------------------------------------


def write_markers(
    algorithm: Algorithm,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
    crs: QgsCoordinateReferenceSystem,
    source: QgsFeatureSource,
    table: MarkerTable,
    markers: CalibratedMarkers,
    names: list[str],
) -> int:
    """Write the output ``CALIBRATED_MARKERS``, each marker at its place on the route; return how many are used."""
    own = marker_fields()
    aliases = {field.name(): field.alias() for field in own}

    def dress(layer: QgsVectorLayer) -> None:
        apply_style(layer, MARKERS, aliases=aliases)

    destination = algorithm.destination(
        parameters,
        "CALIBRATED_MARKERS",
        context,
        algorithm.merged_fields(source.fields(), own),
        QgsWkbTypes.Type.Point,
        crs,
        aliases,
        dress,
    )
    if destination is not None:
        routes = np.array([*names, ""], dtype=object)
        columns = (
            routes[markers.route],
            np.array(SIDE_LETTERS, dtype=object)[markers.side],
            markers.pr,
            markers.department,
            markers.network,
            markers.m,
            markers.ground,
            markers.distance,
            markers.used,
        )
        destination.write(Points(markers.xy), columns, table.features, markers.row)
    return int(markers.used.sum())


def write_residuals(
    algorithm: Algorithm,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
    crs: QgsCoordinateReferenceSystem,
    done: Calibration,
) -> None:
    """Write the output ``RESIDUALS``: the stretch between each two markers that follow one another."""
    own = residual_fields()
    fields = QgsFields()
    for field in own:
        fields.append(field)
    aliases = {field.name(): field.alias() for field in own}

    def dress(layer: QgsVectorLayer) -> None:
        apply_style(layer, RESIDUALS, aliases=aliases)

    kind = QgsWkbTypes.multiType(line_type(done.routes.z is not None, True))
    destination = algorithm.destination(parameters, "RESIDUALS", context, fields, kind, crs, aliases, dress)
    if destination is None:
        return
    columns = _residual_columns(done)
    stretches, counts = _stretches(done)
    there, nowhere = np.flatnonzero(counts > 0), np.flatnonzero(counts == 0)
    shapes = MultiLines(stretches, np.concatenate([[0], np.cumsum(counts[there])]))
    destination.write(shapes, [column[there] for column in columns])
    if len(nowhere):
        destination.write(None, [column[nowhere] for column in columns])


def marker_fields() -> list[QgsField]:
    """Return the fields that calibrated markers receive."""
    return [
        make_field("route", "text", tr("Route")),
        make_field("side", "text", tr("Side (D, G, or U: single)")),
        make_field("pr", "integer", tr("PR")),
        make_field("department", "text", tr("Département")),
        make_field("network", "text", tr("Network (concession or manager)")),
        make_field("m", "double", tr("Measure on the calibrated route (m)")),
        make_field("ground", "double", tr("Metres of ground from the start of the route")),
        make_field("distance", "double", tr("Distance from the marker to the route (m)")),
        make_field("used", "boolean", tr("Used for the calibration")),
    ]


def residual_fields() -> list[QgsField]:
    """Return the fields of the residuals."""
    return [
        make_field("route", "text", tr("Route")),
        make_field("side", "text", tr("Side (D, G, or U: single)")),
        make_field("department", "text", tr("Département")),
        make_field("plod", "integer", tr("From PR")),
        make_field("plof", "integer", tr("To PR")),
        make_field("cumuld", "double", tr("Cumulated distance at the start (m)")),
        make_field("cumulf", "double", tr("Cumulated distance at the end (m)")),
        make_field("official", "double", tr("Official distance (m)")),
        make_field("ground", "double", tr("Distance on the ground (m)")),
        make_field("difference", "double", tr("Official minus ground (m)")),
    ]


def _residual_columns(done: Calibration) -> list[np.ndarray]:
    residuals, markers = done.residuals, done.markers
    first, second = residuals.first, residuals.second
    return [
        np.array([*done.routes.names, ""], dtype=object)[residuals.route],
        np.array(SIDE_LETTERS, dtype=object)[residuals.side],
        markers.department[first],
        markers.pr[first],
        markers.pr[second],
        markers.m[first],
        markers.m[second],
        residuals.official,
        residuals.ground,
        residuals.difference,
    ]


def _stretches(done: Calibration) -> tuple[Lines, np.ndarray]:
    """Return the lines of all intervals, in their order, and how many each has."""
    residuals, markers = done.residuals, done.markers
    n = len(residuals.route)
    placed = np.full(n, Reason.PLACED, dtype=object)
    anything = np.full(n, "", dtype=object)
    keys = EventKeys(residuals.route, residuals.side, anything, anything)
    start = Resolved(markers.m[residuals.first], placed)
    end = Resolved(markers.m[residuals.second], placed.copy())
    sections = place_sections(done.routes, RouteLanes(done.routes), keys, start, end)
    cut = sections.lines
    rows = np.arange(len(cut.offsets) - 1)
    lines = Lines(cut.xy, cut.offsets, rows, np.zeros(len(rows), dtype=np.int64), cut.z, cut.m)
    return lines, np.bincount(sections.event, minlength=n)


# -- telling -------------------------------------------------------------------------------------------------------


def of_the_area(
    found: Anomalies, xy: np.ndarray, max_distance: float, scale: tuple[float, float]
) -> tuple[Anomalies, int]:
    """Take out the markers that have nothing to do with the roads, and count them: a national file holds many.

    They lie outside the extent of the roads, or nowhere and name no route of theirs.

    Args:
        found: What the calibration found.
        xy: float64 (v, 2), vertices of the roads.
        max_distance: Metres around them.
        scale: Metres per layer unit in x and in y.
    """
    if not len(xy):
        return found, 0
    margin = max_distance / np.array(scale)
    low, high = xy.min(axis=0) - margin, xy.max(axis=0) + margin
    places = np.stack([found.x, found.y], axis=1)
    with np.errstate(invalid="ignore"):
        outside = ((places < low) | (places > high)).any(axis=1)
    foreign = ~np.isfinite(places).all(axis=1) & (found.route < 0)
    elsewhere = (found.marker >= 0) & (outside | foreign)
    return found.rows_where(~elsewhere), int(elsewhere.sum())


def tell_calibration(
    algorithm: Algorithm, done: Calibration, routes: MeasuredRoutes, findings: RouteFindings, elsewhere: int
) -> None:
    """Tell how well routes and markers agree: figures, checks and the table of residuals."""
    markers, residuals = done.markers, done.residuals
    known = residuals.difference[np.isfinite(residuals.difference)]
    counts = findings.found.counts()
    bare = set(findings.found.route[findings.found.rows(RouteFault.NO_MARKER)].tolist())
    calibrated = set(markers.route[markers.used].tolist())
    unused = sum(count for code, count in counts.items() if code.startswith("marker-"))
    worst = float(np.abs(known).max()) if len(known) else None
    algorithm.add_figure("ROUTES_CALIBRATED", tr("Routes with markers"), len(calibrated))
    algorithm.add_figure("MARKERS_NOT_USED", tr("Markers not used"), unused)
    algorithm.add_figure("MARKERS_ELSEWHERE", tr("Markers of other places or other routes"), elsewhere)
    algorithm.add_figure("INTERVALS", tr("Intervals between two markers"), len(residuals.route))
    if len(markers.row):
        far = round(float(markers.distance.max()), 2)
        algorithm.add_figure("FARTHEST", tr("Farthest marker from its route"), far, "m")
    if worst is not None:
        mean = round(float(np.abs(known).mean()), 2)
        algorithm.add_figure("MEAN_RESIDUAL", tr("Mean difference between official and ground"), mean, "m")
        algorithm.add_figure("WORST_RESIDUAL", tr("Largest difference"), round(worst, 2), "m")
        detail = tr("largest: {value} m").format(value=round(worst, 1))
        agree = tr("Official distances are within {metres} m of the ground").format(metres=int(_AGREE))
        algorithm.add_check("residuals", agree, worst <= _AGREE, detail)
    for code, label, count in (
        ("markers", tr("Every marker of the area is used"), unused),
        ("calibrated", tr("Every route has markers"), len(bare - calibrated)),
        ("direction", tr("The direction of every route is certain"), counts.get("direction-in-doubt", 0)),
    ):
        algorithm.add_check(code, label, not count, tr("%n found", n=count) if count else "")
    check_measures(algorithm, routes)
    if not markers.used.any():
        algorithm.warn(
            tr("No marker could be used: measures are metres from the start of each route. See the anomalies.")
        )
    _tell_residuals(algorithm, done)
    algorithm.add_table(tr("Anomalies"), (tr("Anomaly"), tr("Severity"), tr("Number")), findings.table())


def _tell_residuals(algorithm: Algorithm, done: Calibration) -> None:
    columns = (
        tr("Route"),
        tr("Side"),
        tr("Département"),
        tr("From"),
        tr("To"),
        tr("Official distance (m)"),
        tr("Distance on the ground (m)"),
        tr("Official minus ground (m)"),
    )
    rows = []
    values = (column.tolist() for column in _residual_columns(done))
    for route, side, department, plod, plof, _, _, official, ground, difference in zip(*values):
        measured = [None if value != value else round(value, 1) for value in (official, ground, difference)]
        rows.append((route, side, department, f"PR{plod}", f"PR{plof}", *measured))
    if rows:
        algorithm.add_table(tr("Residuals"), columns, rows)
