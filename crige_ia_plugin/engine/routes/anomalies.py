"""What is wrong or doubtful along routes, where it is, and what was decided."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

import numpy as np

from ..anomalies import Severity


class RouteFault(Enum):
    """Kinds of anomaly; the value is the published code."""

    NO_ROUTE = "no-route"
    NO_GEOMETRY = "no-geometry"
    DUPLICATE = "duplicate"
    OVERLAP = "overlap"
    SHARED = "shared-stretch"
    FORK = "fork"
    LOOP = "loop"
    ROUNDABOUT = "roundabout"
    GAP = "gap"
    ISLAND = "island"
    PARALLEL = "parallel"
    DIRECTION_IN_DOUBT = "direction-in-doubt"
    UNKNOWN_Z = "unknown-z"
    MARKER_NO_ROUTE = "marker-no-route"
    MARKER_NO_PR = "marker-no-pr"
    MARKER_NO_PLACE = "marker-no-place"
    MARKER_UNKNOWN_ROUTE = "marker-unknown-route"
    MARKER_OFF_NETWORK = "marker-off-network"
    MARKER_DUPLICATE_KEY = "marker-duplicate-key"
    MARKER_DUPLICATE_PLACE = "marker-duplicate-place"
    MARKER_DECREASING = "marker-decreasing"
    MARKER_NOT_A_POST = "marker-not-a-post"
    MARKERS_TOO_FEW = "markers-too-few"
    NO_MARKER = "no-marker"


_GRAVE = (RouteFault.NO_GEOMETRY, RouteFault.MARKER_NO_PLACE, RouteFault.MARKER_DECREASING)
_PLAIN = (
    RouteFault.NO_ROUTE,
    RouteFault.SHARED,
    RouteFault.FORK,
    RouteFault.LOOP,
    RouteFault.ROUNDABOUT,
    RouteFault.PARALLEL,
    RouteFault.MARKER_UNKNOWN_ROUTE,
    RouteFault.MARKER_NOT_A_POST,
)

#: How much each kind weighs: what is only a shape of the road is information.
ROUTE_SEVERITY = {
    fault: Severity.ERROR if fault in _GRAVE else Severity.INFO if fault in _PLAIN else Severity.WARNING
    for fault in RouteFault
}


class Decision(Enum):
    """What was done about an anomaly."""

    LEFT_OUT = "left-out"
    KEPT_FIRST = "kept-first"
    COUNTED_IN_EACH = "counted-in-each"
    MAIN_LINE_CHOSEN = "main-line-chosen"
    STARTS_AT_ORIGIN = "starts-at-origin"
    TRAVELLED_ARC = "travelled-arc"
    GAP_COUNTED = "gap-counted"
    GAP_NOT_COUNTED = "gap-not-counted"
    TAKEN_AS_OTHER_SIDE = "taken-as-other-side"
    DIRECTION_GUESSED = "direction-guessed"
    Z_INTERPOLATED = "z-interpolated"
    EXTRAPOLATED = "extrapolated"
    LEFT_UNCALIBRATED = "left-uncalibrated"
    KEPT = "kept"
    GAP_BY_MARKERS = "gap-by-markers"


_COLUMNS = ("route", "side", "branch", "feature", "other", "marker", "x", "y", "value")
_INTEGER = frozenset({"route", "side", "branch", "feature", "other", "marker"})


@dataclass(frozen=True)
class Anomalies:
    """A table of anomalies; integers are −1 and floats NaN where a column does not apply.

    Attributes:
        fault: object (n,), :class:`RouteFault`.
        decision: object (n,), :class:`Decision`.
        route: int64 (n,), code of the route.
        side: int64 (n,), code of the side.
        branch: int64 (n,), number of the branch.
        feature: int64 (n,), row of the road feature.
        other: int64 (n,), row of the other feature (or marker) that is involved.
        marker: int64 (n,), row of the marker.
        x: float64 (n,), where it is, in layer units.
        y: float64 (n,).
        value: float64 (n,), how much: the gap's length, how many branches, how far the marker is…
    """

    fault: np.ndarray
    decision: np.ndarray
    route: np.ndarray
    side: np.ndarray
    branch: np.ndarray
    feature: np.ndarray
    other: np.ndarray
    marker: np.ndarray
    x: np.ndarray
    y: np.ndarray
    value: np.ndarray

    def __len__(self) -> int:
        return len(self.fault)

    def rows(self, fault: RouteFault) -> np.ndarray:
        """Return int64, the rows of one kind."""
        return np.flatnonzero(self.fault == fault)

    def rows_where(self, mask: np.ndarray) -> Anomalies:
        """Return the anomalies where ``mask`` (bool (n,)) holds."""
        return Anomalies(**{n: getattr(self, n)[mask] for n in ("fault", "decision", *_COLUMNS)})

    def counts(self) -> dict[str, int]:
        """Return how many there are of each kind."""
        found: dict[str, int] = {}
        for fault in self.fault.tolist():
            found[fault.value] = found.get(fault.value, 0) + 1
        return found


class AnomalyList:
    """Collects anomalies, one at a time or many of a kind at once."""

    def __init__(self) -> None:
        self._batches: list[tuple[RouteFault, Decision, int, dict[str, object]]] = []

    def add(self, fault: RouteFault, decision: Decision, **columns: object) -> None:
        """Add one anomaly, or as many as the arrays among ``columns`` are long."""
        size = 1
        for values in columns.values():
            if isinstance(values, np.ndarray):
                size = len(values)
                break
        if size:
            self._batches.append((fault, decision, size, columns))

    def table(self) -> Anomalies:
        """Return all of them, in the order they were added."""
        total = sum(batch[2] for batch in self._batches)
        fault = np.empty(total, dtype=object)
        decision = np.empty(total, dtype=object)
        data = {
            name: np.full(total, -1, dtype=np.int64) if name in _INTEGER else np.full(total, np.nan)
            for name in _COLUMNS
        }
        at = 0
        for kind, done, size, columns in self._batches:
            fault[at : at + size] = kind
            decision[at : at + size] = done
            for name, values in columns.items():
                data[name][at : at + size] = values
            at += size
        return Anomalies(fault=fault, decision=decision, **data)


def join_anomalies(*tables: Anomalies) -> Anomalies:
    """Put several tables end to end."""
    names = ("fault", "decision", *_COLUMNS)
    return Anomalies(**{n: np.concatenate([getattr(t, n) for t in tables]) for n in names})


def unknown_heights(feature: np.ndarray, xy: np.ndarray, vertex_line: np.ndarray, unknown: np.ndarray) -> Anomalies:
    """Report the features some heights of which are unknown, and how many.

    Args:
        feature: int64 (l,), feature of each line.
        xy: float64 (v, 2), vertices.
        vertex_line: int64 (v,), line of each vertex.
        unknown: bool (v,), as :func:`measures.steps_3d` tells.
    """
    rows = np.flatnonzero(unknown)
    found, first, count = np.unique(feature[vertex_line[rows]], return_index=True, return_counts=True)
    collected = AnomalyList()
    collected.add(
        RouteFault.UNKNOWN_Z,
        Decision.Z_INTERPOLATED,
        feature=found,
        x=xy[rows[first], 0],
        y=xy[rows[first], 1],
        value=count.astype(np.float64),
    )
    return collected.table()
