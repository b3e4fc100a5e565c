"""What noding finds wrong on its way: crossings without a vertex, lines that touch themselves, overlaps."""

from __future__ import annotations

import numpy as np

from ..anomalies import Anomalies, AnomalyCode
from ..lines import Lines
from .cuts import Cuts
from .touches import Touches

_MIX = np.uint64(0x9E3779B97F4A7C15)


def report_touches(anomalies: Anomalies, lines: Lines, level: np.ndarray, touches: Touches, cuts: Cuts) -> None:
    """Report crossings without a vertex, self-intersections and vertices shared across levels.

    Args:
        anomalies: Where they go.
        lines: The network.
        level: int64 (v,), level of each vertex' line.
        touches: What was found.
        cuts: What was decided.
    """
    line = lines.vertex_line()
    a, b = touches.cross_a, touches.cross_b
    itself = line[a] == line[b]
    other = (level[a] == level[b]) & ~itself
    _report_pairs(
        anomalies,
        AnomalyCode.CROSSING_WITHOUT_VERTEX,
        lines,
        touches.cross_xy[other],
        line[a[other]],
        line[b[other]],
    )
    own = line[touches.on_vertex] == line[touches.on_piece]
    places = np.concatenate([touches.cross_xy[itself], lines.xy[touches.on_vertex[own]], lines.xy[touches.turns]])
    owner = np.concatenate([line[a[itself]], line[touches.on_vertex[own]], line[touches.turns]])
    again, again_xy = _self_shared(lines, line, cuts)
    places, owner = np.concatenate([places, again_xy]), np.concatenate([owner, again])
    anomalies.add(AnomalyCode.SELF_INTERSECTION, places, lines.feature[owner])
    _report_across_levels(anomalies, lines, line, level, cuts)


def _report_pairs(
    anomalies: Anomalies, code: AnomalyCode, lines: Lines, xy: np.ndarray, a: np.ndarray, b: np.ndarray
) -> None:
    first, second = lines.feature[a], lines.feature[b]
    anomalies.add(code, xy, np.minimum(first, second), np.maximum(first, second))


def _self_shared(lines: Lines, line: np.ndarray, cuts: Cuts) -> tuple[np.ndarray, np.ndarray]:
    """Return lines that come back to a vertex of their own, and where; a ring that closes is none."""
    inner = np.flatnonzero(cuts.at_vertex)
    key = cuts.place[inner] * lines.count + line[inner]
    ends = np.concatenate([lines.offsets[:-1], lines.offsets[1:] - 1])
    end_key = cuts.place[ends] * lines.count + line[ends]
    order = np.argsort(key, kind="stable")
    key, inner = key[order], inner[order]
    again = np.zeros(len(key), dtype=bool)
    again[1:] = key[1:] == key[:-1]
    again |= np.isin(key, end_key)
    return line[inner[again]], cuts.xy[inner[again]]


def _report_across_levels(anomalies: Anomalies, lines: Lines, line: np.ndarray, level: np.ndarray, cuts: Cuts) -> None:
    """Report vertices that lines of different levels share without joining: maybe a junction on the ground."""
    if not len(level) or level.min() == level.max():
        return
    inner = ~cuts.at_vertex & ~cuts.joined[cuts.place]
    inner[lines.offsets[:-1]] = inner[lines.offsets[1:] - 1] = False
    low = np.full(len(cuts.place_xy), np.iinfo(np.int64).max)
    high = np.full(len(cuts.place_xy), -1, dtype=np.int64)
    np.minimum.at(low, cuts.place, level)
    np.maximum.at(high, cuts.place, level)
    passing = np.zeros(len(cuts.place_xy), dtype=bool)
    passing[cuts.place[inner]] = True
    rows = np.flatnonzero((passing & (low != high))[cuts.place])
    rows = rows[np.lexsort((lines.feature[line[rows]], level[rows], cuts.place[rows]))]
    place = cuts.place[rows]
    fresh = np.ones(len(rows), dtype=bool)
    fresh[1:] = place[1:] != place[:-1]
    lowest = np.flatnonzero(fresh)
    highest = np.append(lowest[1:], len(rows))[: len(lowest)] - 1
    below, above = rows[lowest], rows[highest]
    anomalies.add(
        AnomalyCode.SHARED_VERTEX_ACROSS_LEVELS,
        cuts.xy[below],
        lines.feature[line[below]],
        lines.feature[line[above]],
    )


def report_overlaps(
    anomalies: Anomalies,
    segments: Lines,
    place: np.ndarray,
    line: np.ndarray,
    level: np.ndarray,
    node_from: np.ndarray,
    node_to: np.ndarray,
) -> None:
    """Report segments that run through the same vertices: an overlap, or a duplicate when whole lines do.

    Args:
        anomalies: Where they go.
        segments: All segments.
        place: int64 (w,), place of each of their vertices.
        line: int64 (s,), their input lines.
        level: int64 (s,), their levels.
        node_from: int64 (s,), their first nodes.
        node_to: int64 (s,), their last nodes.
    """
    low, high = np.minimum(node_from, node_to), np.maximum(node_from, node_to)
    rows, group = _twins(segments, place, low * (int(high.max(initial=0)) + 1) + high, level)
    if not len(rows):
        return
    middle = segments.xy[(segments.offsets[:-1] + segments.offsets[1:]) // 2]
    original = _originals(line, rows, group)
    copy = np.flatnonzero(original != np.arange(len(original)))
    first_segment = np.searchsorted(line, np.arange(len(original)))
    here, there = first_segment[copy], first_segment[original[copy]]
    _report_segment_pairs(anomalies, AnomalyCode.DUPLICATE, segments, middle[here], here, there)
    # A line that was told as a copy is not told again, segment by segment.
    single = original[line[rows]] == line[rows]
    rows, group = rows[single], group[single]
    first = np.searchsorted(group, group)
    others = np.flatnonzero(first != np.arange(len(rows)))
    here, there = rows[others], rows[first[others]]
    _report_segment_pairs(anomalies, AnomalyCode.OVERLAP, segments, middle[here], here, there)


def _report_segment_pairs(
    anomalies: Anomalies, code: AnomalyCode, segments: Lines, xy: np.ndarray, a: np.ndarray, b: np.ndarray
) -> None:
    first, second = segments.feature[a], segments.feature[b]
    anomalies.add(code, xy, np.minimum(first, second), np.maximum(first, second))


def _twins(segments: Lines, place: np.ndarray, ends: np.ndarray, level: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the segments that share all their vertices with others of their level, and the group of each, sorted."""
    order = np.argsort(ends)
    same = np.zeros(len(order) + 1, dtype=bool)
    same[1:-1] = ends[order][1:] == ends[order][:-1]
    rows = order[same[1:] | same[:-1]]
    if not len(rows):
        return rows, rows
    course = _course(segments, place, rows)
    order = np.lexsort((rows, course, level[rows], ends[rows]))
    rows, course = rows[order], course[order]
    fresh = np.ones(len(rows), dtype=bool)
    fresh[1:] = (
        (ends[rows[1:]] != ends[rows[:-1]]) | (level[rows[1:]] != level[rows[:-1]]) | (course[1:] != course[:-1])
    )
    group = np.cumsum(fresh) - 1
    several = np.bincount(group)[group] > 1
    return rows[several], group[several]


def _course(segments: Lines, place: np.ndarray, rows: np.ndarray) -> np.ndarray:
    """Return uint64, one number for the set of vertices of each segment, whatever its direction."""
    size = segments.offsets[rows + 1] - segments.offsets[rows]
    start = np.cumsum(size) - size
    index = np.arange(int(size.sum())) + np.repeat(segments.offsets[rows] - start, size)
    return np.add.reduceat(_mixed(place[index]), start)


def _mixed(values: np.ndarray) -> np.ndarray:
    """Return uint64, numbers whose sum tells which values went into it."""
    mixed = (values.astype(np.uint64) + np.uint64(1)) * _MIX
    mixed ^= mixed >> np.uint64(31)
    mixed *= _MIX
    return mixed


def _originals(line: np.ndarray, rows: np.ndarray, group: np.ndarray) -> np.ndarray:
    """Return for each line the first of those that are cut into the same twins, all of them: itself as a rule."""
    original = np.arange(int(line[-1]) + 1)
    whole = np.bincount(line[rows], minlength=len(original)) == np.bincount(line)
    order = np.flatnonzero(whole[line[rows]])
    order = order[np.argsort(line[rows[order]], kind="stable")]
    if not len(order):
        return original
    owner = line[rows[order]]
    start = np.flatnonzero(np.append(True, owner[1:] != owner[:-1]))
    course, owner = np.add.reduceat(_mixed(group[order]), start), owner[start]
    _, first, inverse = np.unique(course, return_index=True, return_inverse=True)
    original[owner] = owner[first[inverse]]
    return original
