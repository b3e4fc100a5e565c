"""Noding: cut lines where lines of one level meet, into segments that join nodes.

The result is topological: every segment ends at numbered nodes, segments of one level meet only at their ends, and
the whole length, every attribute row and every vertex of the input are kept. Nodes are numbered by place, so the
order of the input does not matter.

With a tolerance of 0 a numerical epsilon remains: 1e-7 layer units, or more where coordinates are so large that
double precision cannot hold it (64 times their spacing); 1e-12 for degrees. What is closer than that coincides. With a
tolerance, points closer than a thousandth of it are one without a word, and the repair uses the other 99 hundredths.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Callable

import numpy as np

from ..anomalies import Anomalies, AnomalyCode
from ..lines import Lines, cumulate
from ..monitor import Monitor
from ..problems import Problem, ProblemCode
from .candidates import DEFAULT_BAND
from .cuts import Cuts, decide_cuts, with_cut_vertices
from .findings import report_overlaps, report_touches
from .places import number_values, order_by_place
from .snapping import snap
from .touches import find_touches

#: Length in metres between points: two float64 (n, 2) arrays → float64 (n,).
Distance = Callable[[np.ndarray, np.ndarray], np.ndarray]

EPSILON = 1e-7
_EPSILON_DEGREES = 1e-12
_EPSILON_SPACINGS = 64.0
_TOLERANCE_EPSILON = 1e-3
#: A tolerance beyond this share of the network's larger side is no longer one of its errors.
_LARGEST_SHARE = 0.25


@dataclass(frozen=True)
class Nodes:
    """Where segments end, numbered by x, then y, then level.

    Attributes:
        xy: float64 (n, 2).
        degree: int64 (n,), how many segment ends meet.
        loop: bool (n,), whether the only segment there is one that starts and ends there.
        level_node: int64 (k,), node, sorted, of each
        level: int64 (k,), level that meets there.
    """

    xy: np.ndarray
    degree: np.ndarray
    loop: np.ndarray
    level_node: np.ndarray
    level: np.ndarray


@dataclass(frozen=True)
class Network:
    """Lines cut into segments.

    Attributes:
        segments: The segments, in the order of the input lines and along each.
        line: int64 (s,), input line of each segment.
        rank: int64 (s,), order along that line, from 1.
        node_from: int64 (s,), node at the first vertex, a row of ``nodes``.
        node_to: int64 (s,), node at the last vertex.
        abs_from: float64 (s,), curvilinear abscissa of the first vertex along the input line, in metres.
        abs_to: float64 (s,), the same at the last vertex.
        nodes: The nodes.
        anomalies: What is wrong in the input.
    """

    segments: Lines
    line: np.ndarray
    rank: np.ndarray
    node_from: np.ndarray
    node_to: np.ndarray
    abs_from: np.ndarray
    abs_to: np.ndarray
    nodes: Nodes
    anomalies: Anomalies


def planar(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """Return the plane distance between points, in the unit of their coordinates."""
    return np.hypot(b[:, 0] - a[:, 0], b[:, 1] - a[:, 1])


def numerical_epsilon(xy: np.ndarray, geographic: bool = False) -> float:
    """Return the distance, in layer units, below which two points are one."""
    largest = float(np.abs(xy).max()) if len(xy) else 0.0
    return max(_EPSILON_DEGREES if geographic else EPSILON, _EPSILON_SPACINGS * float(np.spacing(largest)))


def split_at_intersections(
    lines: Lines,
    level: np.ndarray | None = None,
    *,
    tolerance: float = 0.0,
    distance: Distance = planar,
    geographic: bool = False,
    monitor: Monitor | None = None,
    band: int = DEFAULT_BAND,
) -> Network:
    """Cut lines where lines of one level meet.

    Args:
        lines: The network. Vertices must be finite; lines without length are left out and reported.
        level: int64 (l,), level of each line; None when all lie on one.
        tolerance: Distance in layer units within which faults are repaired first, see :mod:`snapping`.
        distance: Length in metres of a piece, for abscissas.
        geographic: Whether coordinates are degrees, which sets the numerical epsilon.
        monitor: Told the progress; may stop the work.
        band: Entries of the search grid worked on at once: bounds memory, changes nothing else.

    Raises:
        Cancelled: the monitor asked to stop.
        Problem: the tolerance is negative or no number, exceeds a quarter of the network's extent, or has too many
            vertices within it.
    """
    if not tolerance >= 0:
        raise Problem(ProblemCode.NEGATIVE_TOLERANCE, tolerance=tolerance)
    monitor = monitor or Monitor()
    anomalies = Anomalies()
    ranks = np.zeros(lines.count, dtype=np.int64)
    if level is not None:
        levels, ranks = np.unique(level, return_inverse=True)
    else:
        levels = np.zeros(1, dtype=np.int64)
    keep = _with_length(lines, anomalies)
    if len(keep) < lines.count:
        kept, ranks = lines.take(keep), ranks[keep]
    else:
        kept = lines
    epsilon = wide = numerical_epsilon(kept.xy, geographic)
    if tolerance > 100 * epsilon and kept.count:
        kept, wide = _repaired(kept, ranks, tolerance, anomalies, epsilon, geographic, monitor.part(0.0, 0.4))
        monitor = monitor.part(0.4, 1.0)
    touches = find_touches(kept, wide, monitor.part(0.0, 0.4 if wide > epsilon else 0.7), band)
    vertex_rank = np.repeat(ranks, np.diff(kept.offsets))
    cuts = decide_cuts(kept, vertex_rank, touches, wide)
    report_touches(anomalies, kept, vertex_rank, touches, cuts)
    if wide > epsilon:  # what now coincides is cut as it lies
        monitor.step(0.4)
        kept, _, _ = with_cut_vertices(kept, cuts)
        touches = find_touches(kept, epsilon, monitor.part(0.4, 0.7), band)
        cuts = decide_cuts(kept, np.repeat(ranks, np.diff(kept.offsets)), touches, epsilon)
    monitor.step(0.8)
    network = _assemble(kept, ranks, levels, cuts, distance, anomalies)
    monitor.step(1.0)
    network.line[:] = keep[network.line]
    return network


def _with_length(lines: Lines, anomalies: Anomalies) -> np.ndarray:
    """Return the lines that have a length, and report the others."""
    x, y = lines.xy.T
    moves = np.zeros(len(x), dtype=np.int64)
    moves[:-1] = (x[1:] != x[:-1]) | (y[1:] != y[:-1])
    moves[lines.offsets[1:] - 1] = 0
    total = np.concatenate([[0], np.cumsum(moves)])
    length = total[lines.offsets[1:]] - total[lines.offsets[:-1]]
    flat = np.flatnonzero(length == 0)
    anomalies.add(AnomalyCode.ZERO_LENGTH, lines.xy[lines.offsets[flat]], lines.feature[flat])
    return np.flatnonzero(length)


def _repaired(
    lines: Lines,
    ranks: np.ndarray,
    tolerance: float,
    anomalies: Anomalies,
    epsilon: float,
    geographic: bool,
    monitor: Monitor,
) -> tuple[Lines, float]:
    """Return the lines repaired within the tolerance, and the epsilon of what is left to do."""
    extent = float(np.ptp(lines.xy, axis=0).max())
    if tolerance > _LARGEST_SHARE * extent:
        raise Problem(ProblemCode.TOLERANCE_TOO_LARGE, tolerance=tolerance, extent=extent)
    x_scale = max(float(np.cos(np.radians(np.abs(lines.xy[:, 1]).mean()))), 0.01) if geographic else 1.0
    # Coincidence is wider in a network under repair; what it may still move comes off the tolerance.
    wide = max(epsilon, _TOLERANCE_EPSILON * tolerance)
    try:
        return snap(lines, ranks, tolerance - 10 * wide, anomalies, epsilon, wide, monitor, x_scale), wide
    except Problem as problem:
        raise Problem(problem.code, tolerance=tolerance) from problem


def _assemble(
    lines: Lines,
    ranks: np.ndarray,
    levels: np.ndarray,
    cuts: Cuts,
    distance: Distance,
    anomalies: Anomalies,
) -> Network:
    full, place, is_cut = with_cut_vertices(lines, cuts)
    cut = np.flatnonzero(is_cut)
    last = np.sort(np.concatenate([full.offsets[1:] - 1, cut]))
    first = np.sort(np.concatenate([full.offsets[:-1], _last_of_repeated(full, place, cut)]))
    per_line = np.add.reduceat(is_cut, full.offsets[:-1]) + 1 if full.count else np.zeros(0, dtype=np.int64)
    line = np.repeat(np.arange(full.count), per_line)
    rank = np.arange(len(line)) - np.repeat(np.cumsum(per_line) - per_line, per_line) + 1
    step = np.zeros(len(full.xy))
    step[:-1] = distance(full.xy[:-1], full.xy[1:])
    along = cumulate(step, full.offsets)
    nodes, node_from, node_to = _nodes(cuts, place[first], place[last], ranks[line], levels)
    size = last - first + 1
    offsets = np.concatenate([[0], np.cumsum(size)])
    index = np.arange(offsets[-1]) + np.repeat(first - offsets[:-1], size)
    segments = Lines(
        full.xy[index],
        offsets,
        full.feature[line],
        full.part[line],
        None if full.z is None else full.z[index],
        None if full.m is None else full.m[index],
    )
    report_overlaps(anomalies, segments, place[index], line, ranks[line], node_from, node_to)
    return Network(segments, line, rank, node_from, node_to, along[first], along[last], nodes, anomalies)


def _last_of_repeated(lines: Lines, place: np.ndarray, vertex: np.ndarray) -> np.ndarray:
    """Return the last of the vertices that repeat each vertex: where one segment ends, the next starts behind them."""
    changes = np.ones(len(place) + 1, dtype=bool)
    changes[1:-1] = place[1:] != place[:-1]
    changes[lines.offsets] = True
    borders = np.flatnonzero(changes)
    return borders[np.searchsorted(borders, vertex, side="right")] - 1


def _nodes(
    cuts: Cuts, start: np.ndarray, end: np.ndarray, rank: np.ndarray, levels: np.ndarray
) -> tuple[Nodes, np.ndarray, np.ndarray]:
    """Number the places where segments end, by x, then y.

    Lines of different levels share a node at a vertex of the input only: where two roads cross exactly above two
    others, there are two crossings.
    """
    place, rank = np.concatenate([start, end]), np.concatenate([rank, rank])
    kinds = len(levels)
    key = place * kinds + np.where(cuts.is_vertex[place], 0, rank)
    keys, node = number_values(key, len(cuts.place_xy) * kinds)
    xy = cuts.place_xy[keys // kinds]
    order = order_by_place(xy, keys % kinds)
    number = np.empty(len(order), dtype=np.int64)
    number[order] = np.arange(len(order))
    node = number[node]
    node_from, node_to = node[: len(start)], node[len(start) :]
    degree = np.bincount(node, minlength=len(order))
    loop = np.zeros(len(order), dtype=bool)
    closed = node_from[node_from == node_to]
    loop[closed[degree[closed] == 2]] = True
    pairs, _ = number_values(node * kinds + rank, len(order) * kinds)
    nodes = Nodes(xy[order], degree, loop, pairs // kinds, levels[pairs % kinds])
    return nodes, node_from, node_to
