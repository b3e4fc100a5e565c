"""What is wrong in a network, where, and between whom: codes and figures, never sentences."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

import numpy as np


class Severity(str, Enum):
    """How much an anomaly weighs."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class AnomalyCode(str, Enum):
    """What a computation on a road network can find wrong."""

    NULL_GEOMETRY = "null_geometry"
    EMPTY_GEOMETRY = "empty_geometry"
    NON_FINITE = "non_finite"
    NOT_A_LINE = "not_a_line"
    ZERO_LENGTH = "zero_length"
    DUPLICATE = "duplicate"
    OVERLAP = "overlap"
    CROSSING_WITHOUT_VERTEX = "crossing_without_vertex"
    SHARED_VERTEX_ACROSS_LEVELS = "shared_vertex_across_levels"
    SELF_INTERSECTION = "self_intersection"
    UNDERSHOOT = "undershoot"
    OVERSHOOT = "overshoot"
    DISPLACED = "displaced"
    NEAR_VERTICES = "near_vertices"
    ISOLATED = "isolated"
    UNKNOWN_Z = "unknown_z"


SEVERITY: dict[AnomalyCode, Severity] = {
    AnomalyCode.NULL_GEOMETRY: Severity.ERROR,
    AnomalyCode.EMPTY_GEOMETRY: Severity.ERROR,
    AnomalyCode.NON_FINITE: Severity.ERROR,
    AnomalyCode.NOT_A_LINE: Severity.ERROR,
    AnomalyCode.ZERO_LENGTH: Severity.ERROR,
    AnomalyCode.DUPLICATE: Severity.WARNING,
    AnomalyCode.OVERLAP: Severity.WARNING,
    AnomalyCode.CROSSING_WITHOUT_VERTEX: Severity.WARNING,
    AnomalyCode.SHARED_VERTEX_ACROSS_LEVELS: Severity.INFO,
    AnomalyCode.SELF_INTERSECTION: Severity.WARNING,
    AnomalyCode.UNDERSHOOT: Severity.WARNING,
    AnomalyCode.OVERSHOOT: Severity.WARNING,
    AnomalyCode.DISPLACED: Severity.INFO,
    AnomalyCode.NEAR_VERTICES: Severity.WARNING,
    AnomalyCode.ISOLATED: Severity.WARNING,
    AnomalyCode.UNKNOWN_Z: Severity.INFO,
}


@dataclass
class Anomalies:
    """A growing table of anomalies.

    Attributes:
        code: The code of each anomaly.
        xy: Its place, (n, 2); NaN where it has none.
        feature: Row of the source feature it is about.
        other: Row of the second feature, or -1.
        value: A figure that goes with it (a distance, a length, in metres or layer units as its maker says), or NaN.
    """

    code: list[AnomalyCode] = field(default_factory=list)
    xy: list[tuple[float, float]] = field(default_factory=list)
    feature: list[int] = field(default_factory=list)
    other: list[int] = field(default_factory=list)
    value: list[float] = field(default_factory=list)

    def add(
        self,
        code: AnomalyCode,
        xy: np.ndarray,
        feature: np.ndarray,
        other: np.ndarray | None = None,
        value: np.ndarray | None = None,
    ) -> None:
        """Add anomalies of one code: ``xy`` (n, 2), ``feature``, ``other`` and ``value`` (n,)."""
        n = len(feature)
        self.code.extend([code] * n)
        self.xy.extend(map(tuple, np.asarray(xy, dtype=np.float64).reshape(n, 2).tolist()))
        self.feature.extend(np.asarray(feature).tolist())
        self.other.extend([-1] * n if other is None else np.asarray(other).tolist())
        self.value.extend([float("nan")] * n if value is None else np.asarray(value).tolist())

    def __len__(self) -> int:
        return len(self.code)

    def counts(self) -> dict[AnomalyCode, int]:
        """Return how many there are of each code that occurs, in the order of :class:`AnomalyCode`."""
        return {c: n for c in AnomalyCode if (n := self.code.count(c))}

    def ordered(self) -> list[int]:
        """Return the rows by code, then place, then features: the same whatever order they were found in."""
        rank = {c: i for i, c in enumerate(AnomalyCode)}
        return sorted(
            range(len(self.code)),
            key=lambda i: (rank[self.code[i]], self.xy[i], self.feature[i], self.other[i]),
        )
