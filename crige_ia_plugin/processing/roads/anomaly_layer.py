"""Anomalies of routes as a layer of points: what is wrong, where, how much, and what was decided."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsField,
    QgsFields,
    QgsProcessingContext,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QLocale

from ... import messages
from ...compat import make_field
from ...engine.anomalies import SEVERITY, AnomalyCode
from ...engine.measures import SIDE_LETTERS
from ...engine.routes.anomalies import ROUTE_SEVERITY, Anomalies, RouteFault
from ...translation import tr
from ..base import Algorithm
from ..shapes import Points
from ..styles import ROUTE_ANOMALIES, apply_style

_COUNTED = frozenset({RouteFault.FORK, RouteFault.UNKNOWN_Z, RouteFault.MARKERS_TOO_FEW})
_METRES = frozenset(
    {
        RouteFault.OVERLAP,
        RouteFault.SHARED,
        RouteFault.GAP,
        RouteFault.ISLAND,
        RouteFault.PARALLEL,
        RouteFault.NO_ROUTE,
        RouteFault.ROUNDABOUT,
    }
)


@dataclass(frozen=True)
class RouteFindings:
    """Everything found about routes.

    Attributes:
        found: What the engine found.
        names: Routes' names, by code.
        fids: int64, ids of the road features, by row.
        problems: (row, code) of the features whose geometry could not be used.
        marker_fids: int64, ids of the markers, by row; None when there are none.
    """

    found: Anomalies
    names: Sequence[str]
    fids: np.ndarray
    problems: Sequence[tuple[int, AnomalyCode]] = ()
    marker_fids: np.ndarray | None = None

    def __len__(self) -> int:
        return len(self.found) + len(self.problems)

    def table(self) -> list[tuple[str, str, int]]:
        """Return name, severity and number of each kind, the gravest first, in the user's language."""
        counts: dict[str, int] = {}
        for _, code in self.problems:
            counts[code.value] = counts.get(code.value, 0) + 1
        for code, count in self.found.counts().items():
            counts[code] = counts.get(code, 0) + count
        weight, words = _weights(), messages.severities()
        names = {**messages.anomaly_names(), **messages.route_anomaly_names()}
        rank = list(words)
        order = sorted(counts, key=lambda code: (rank.index(weight[code]), -counts[code], code))
        return [(names[code], words[weight[code]], counts[code]) for code in order]


def write_route_anomalies(
    algorithm: Algorithm,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
    crs: QgsCoordinateReferenceSystem,
    findings: RouteFindings,
) -> int:
    """Write the output ``ANOMALIES``; return how many there are."""
    own = anomaly_fields(findings.marker_fids is not None)
    fields = QgsFields()
    for field in own:
        fields.append(field)
    aliases = {field.name(): field.alias() for field in own}

    def dress(layer: QgsVectorLayer) -> None:
        apply_style(layer, ROUTE_ANOMALIES, aliases=aliases)

    destination = algorithm.destination(
        parameters, "ANOMALIES", context, fields, QgsWkbTypes.Type.Point, crs, aliases, dress
    )
    if destination is not None:
        xy, columns = _columns(findings)
        there = np.isfinite(xy).all(axis=1)
        located, nowhere = np.flatnonzero(there), np.flatnonzero(~there)
        destination.write(Points(xy[located]), [column[located] for column in columns])
        if len(nowhere):
            destination.write(None, [column[nowhere] for column in columns])
    return len(findings)


def anomaly_fields(markers: bool) -> list[QgsField]:
    """Return the fields of the layer; with ``markers``, one more for the marker concerned."""
    fields = [
        make_field("code", "text", tr("Anomaly")),
        make_field("severity", "text", tr("Severity")),
        make_field("message", "text", tr("Explanation")),
        make_field("decision", "text", tr("What was decided")),
        make_field("route", "text", tr("Route")),
        make_field("side", "text", tr("Side (D, G, or U: single)")),
        make_field("branch", "integer", tr("Branch (0: main line)")),
        make_field("source_fid", "integer64", tr("Source feature")),
        make_field("other_fid", "integer64", tr("Other feature")),
        make_field("value", "double", tr("Distance (m) or number")),
    ]
    if markers:
        fields.insert(-1, make_field("marker_fid", "integer64", tr("Marker")))
    return fields


def _weights() -> dict[str, str]:
    return {
        **{code.value: severity.value for code, severity in SEVERITY.items()},
        **{fault.value: severity.value for fault, severity in ROUTE_SEVERITY.items()},
    }


def _columns(findings: RouteFindings) -> tuple[np.ndarray, list[np.ndarray]]:
    """Return the place of each anomaly and the columns of the layer, in an order that never changes."""
    found = findings.found
    features = len(findings.problems)
    order = np.lexsort(
        (
            found.marker,
            found.feature,
            found.y,
            found.x,
            found.route,
            np.array([f.value for f in found.fault], dtype=str),
        )
    )
    faults, decisions = found.fault[order].tolist(), found.decision[order].tolist()
    sentences, weight = messages.route_anomalies(), _weights()
    plain = messages.findings()
    codes = [code.value for _, code in findings.problems] + [fault.value for fault in faults]
    texts = [plain[code.value] for _, code in findings.problems]
    texts += [
        sentences[fault.value].format(value=_amount(fault, value))
        for fault, value in zip(faults, found.value[order].tolist())
    ]
    rows = np.array([row for row, _ in findings.problems], dtype=np.int64)

    def padded(values: np.ndarray, fill: object = None) -> np.ndarray:
        return np.concatenate([np.full(features, fill, dtype=object), values])

    names = np.array([*findings.names, None], dtype=object)
    letters = np.array(SIDE_LETTERS, dtype=object)
    on_route = found.route[order] >= 0
    columns = [
        _objects(codes),
        _objects([weight[code] for code in codes]),
        _objects(texts),
        padded(_objects([decision.value for decision in decisions]), "left-out"),
        padded(names[found.route[order]]),
        padded(np.where(on_route, letters[np.maximum(found.side[order], 0)], None)),
        padded(np.where(found.branch[order] >= 0, found.branch[order], None)),
        np.concatenate([findings.fids[rows].astype(object), _ids(findings.fids, found.feature[order])]),
        padded(_ids(findings.fids, found.other[order])),
        np.concatenate([np.full(features, np.nan), found.value[order]]),
    ]
    if findings.marker_fids is not None:
        columns.insert(-1, padded(_ids(findings.marker_fids, found.marker[order])))
    xy = np.concatenate([np.full((features, 2), np.nan), np.stack([found.x, found.y], axis=1)[order]])
    return xy, columns


def _amount(fault: RouteFault, value: float) -> str:
    """Write what goes with an anomaly: a length, a count, or nothing."""
    if value != value:
        return ""
    if fault in _COUNTED:
        return QLocale().toString(int(value))
    if fault in _METRES:
        return f"{QLocale().toString(value, 'f', 1 if value < 10 else 0)} m"
    return ""


def _ids(fids: np.ndarray, rows: np.ndarray) -> np.ndarray:
    """Return ids as objects, None where the row is −1."""
    found = np.full(len(rows), None, dtype=object)
    known = rows >= 0
    found[known] = fids[rows[known]].tolist()
    return found


def _objects(values: list[Any]) -> np.ndarray:
    column = np.empty(len(values), dtype=object)
    column[:] = values
    return column
