"""Look a road network over without changing it: everything that is wrong, and how it holds together."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..anomalies import Anomalies, AnomalyCode
from ..lines import Lines, is_unknown_z
from ..monitor import Monitor
from .noding import Distance, Network, planar, split_at_intersections
from .places import connected


@dataclass(frozen=True)
class NetworkQuality:
    """What a look at a network found.

    Attributes:
        anomalies: What is wrong; ``value`` is in layer units for undershoots, overshoots and near vertices, in metres
            for isolated parts, and a number of vertices for unknown heights.
        network: The network, noded, as it would be without any repair.
        parts: Number of parts of the network that are joined to no other.
        largest: Length of the longest of them, in metres.
    """

    anomalies: Anomalies
    network: Network
    parts: int
    largest: float


def check_network(
    lines: Lines,
    level: np.ndarray | None = None,
    *,
    tolerance: float = 0.0,
    distance: Distance = planar,
    geographic: bool = False,
    monitor: Monitor | None = None,
) -> NetworkQuality:
    """Find what is wrong in a network; nothing of it is moved.

    Args:
        lines: The network. Vertices must be finite.
        level: int64 (l,), level of each line; None when all lie on one.
        tolerance: Distance in layer units within which ends and vertices were meant to meet.
        distance: Length in metres of a piece.
        geographic: Whether coordinates are degrees.
        monitor: Told the progress; may stop the work.

    Raises:
        Cancelled: the monitor asked to stop.
        Problem: the tolerance is negative, or so large that it swallows the network.
    """
    monitor = monitor or Monitor()
    network = split_at_intersections(
        lines, level, distance=distance, geographic=geographic, monitor=monitor.part(0.0, 0.5)
    )
    found = network.anomalies
    if tolerance != 0:
        repaired = split_at_intersections(
            lines,
            level,
            tolerance=tolerance,
            distance=distance,
            geographic=geographic,
            monitor=monitor.part(0.5, 0.95),
        )
        _add_repairs(found, repaired.anomalies, network, tolerance)
    parts, largest = _add_isolated(found, network)
    _add_unknown_heights(found, lines)
    monitor.step(1.0)
    return NetworkQuality(found, network, parts, largest)


def _add_repairs(found: Anomalies, repairs: Anomalies, network: Network, tolerance: float) -> None:
    """Add what a repair within the tolerance would change: that is what is wrong there."""
    ends = _dead_ends(network, tolerance)
    for row, code in enumerate(repairs.code):
        if code not in (AnomalyCode.UNDERSHOOT, AnomalyCode.OVERSHOOT, AnomalyCode.DISPLACED):
            continue
        xy = repairs.xy[row]
        told = ends.get(xy, AnomalyCode.NEAR_VERTICES) if code is AnomalyCode.DISPLACED else code
        feature, other = np.array([repairs.feature[row]]), np.array([repairs.other[row]])
        found.add(told, np.array(xy), feature, other, np.array([repairs.value[row]]))


def _dead_ends(network: Network, tolerance: float) -> dict[tuple[float, float], AnomalyCode]:
    """Return where lines end alone: overshoots where the last junction is within the tolerance, else undershoots."""
    nodes = network.nodes
    ends = np.concatenate([network.node_from, network.node_to])
    behind = np.concatenate([network.node_to, network.node_from])
    alone = np.flatnonzero(nodes.degree[ends] == 1)
    ends, behind = ends[alone], behind[alone]
    away = np.hypot(*(nodes.xy[ends] - nodes.xy[behind]).T)
    over = (nodes.degree[behind] > 2) & (away <= tolerance)
    kinds = [AnomalyCode.OVERSHOOT if one else AnomalyCode.UNDERSHOOT for one in over.tolist()]
    return {(x, y): kind for (x, y), kind in zip(nodes.xy[ends].tolist(), kinds)}


def _add_isolated(found: Anomalies, network: Network) -> tuple[int, float]:
    """Add the parts of the network but the longest one; return how many parts there are, and its length."""
    if not network.segments.count:
        return 0, 0.0
    label = connected(len(network.nodes.xy), network.node_from, network.node_to)
    own = label[network.node_from]
    length = np.bincount(own, weights=network.abs_to - network.abs_from, minlength=len(label))
    parts = np.flatnonzero(np.bincount(own, minlength=len(label)))
    main = parts[length[parts].argmax()]
    others = parts[parts != main]
    first = np.full(len(label), np.iinfo(np.int64).max)
    np.minimum.at(first, own, network.segments.feature)
    found.add(AnomalyCode.ISOLATED, network.nodes.xy[others], first[others], value=length[others])
    return len(parts), float(length[main])


def _add_unknown_heights(found: Anomalies, lines: Lines) -> None:
    """Add the features some heights of which are unknown, at the first such vertex, with how many there are."""
    if lines.z is None:
        return
    rows = np.flatnonzero(is_unknown_z(lines.z))
    feature, first, count = np.unique(lines.feature[lines.vertex_line()[rows]], return_index=True, return_counts=True)
    found.add(AnomalyCode.UNKNOWN_Z, lines.xy[rows[first]], feature, value=count.astype(np.float64))
