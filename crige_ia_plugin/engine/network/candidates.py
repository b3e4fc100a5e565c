"""Which line pieces may touch: pairs whose bounding boxes meet, found with a uniform grid.

Each piece is entered in the cells that its box covers, the entries are sorted by cell, and entries of one cell are
paired by looking 1, 2, 3… places ahead. A long piece is first cut into spans no longer than a cell, so that it covers
the cells along its course and not those of its whole box. A pair that shares several cells is told once: in the cell
that holds the lower left corner of the boxes' intersection.

The work goes by bands of cells, so memory is bounded by the size of a band and the result does not depend on it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from ..lines import Lines
from ..monitor import Cancelled, Monitor

#: Entries of the grid worked on at once, about 100 bytes each; larger is no faster.
DEFAULT_BAND = 50_000
#: Side of a cell, in mean extents of a piece; measured on road networks, the time is flat around it.
_CELL_FACTOR = 2.0
#: A span never exceeds this share of a cell, so that with its margin it covers two cells a side at most.
_SPAN_SHARE = 0.9
#: Bits of a sorted key left to the entry's number; the others hold the cell.
_KEY_BITS = 62


@dataclass(frozen=True)
class _Spans:
    """Parts of pieces no longer than a cell: the piece (its first vertex) of each, and its box.

    ``low`` and ``high`` (2, n) are the box's lower left and upper right corners.
    """

    piece: np.ndarray
    low: np.ndarray
    high: np.ndarray


@dataclass(frozen=True)
class _Entries:
    """Spans entered in cells, sorted by cell; a cell's number is its column × ``rows`` + its row.

    ``first`` has bit 1 where the span's box starts in this column of cells and bit 2 where it starts in this row: of
    the cells that a pair shares, exactly one has both bits among the two.
    """

    span: np.ndarray
    first: np.ndarray
    cell: np.ndarray
    rows: int


def candidate_pairs(
    lines: Lines, margin: float, monitor: Monitor, band: int = DEFAULT_BAND
) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Yield pairs of pieces whose boxes, widened by ``margin``, meet.

    Neighbours along a line are left out, and so is a piece with itself; a pair may come twice when its pieces are
    long.

    Args:
        lines: The network; vertices must be finite.
        margin: Distance in layer units by which each box is widened.
        monitor: Told the progress; stops the search.
        band: Entries of the grid to work on at once.

    Yields:
        Two int64 arrays of one length: the first vertex of each piece of the pair.
    """
    width, height = np.abs(np.diff(lines.xy, axis=0)).T
    extent = np.maximum(width, height)
    pieces = np.flatnonzero(lines.piece_mask()[:-1] & (extent > 0))
    if len(pieces) < 2:
        return
    extent = extent[pieces]
    spans, cell = _spans(lines.xy, pieces, extent, margin)
    entries = _entries(spans, cell)
    total = len(entries.span)
    begin = 0
    while begin < total:
        monitor.step(begin / total)
        stop = total
        if begin + band < total:  # a band ends where a cell does
            stop = int(np.searchsorted(entries.cell, entries.cell[begin + band], side="left"))
            if stop == begin:
                stop = int(np.searchsorted(entries.cell, entries.cell[begin], side="right"))
        yield from _pairs_of_band(spans, entries, slice(begin, stop), monitor)
        begin = stop


def pieces_near(lines: Lines, points: np.ndarray, radius: float, monitor: Monitor) -> tuple[np.ndarray, np.ndarray]:
    """Return pairs (point, piece) that hold every piece within ``radius`` of a point, and some others.

    Args:
        lines: The network.
        points: float64 (n, 2).
        radius: Distance in layer units.
        monitor: May stop the search.

    Returns:
        int64 (k,), row of the point; int64 (k,), first vertex of the piece. A pair may come twice.
    """
    width, height = np.abs(np.diff(lines.xy, axis=0)).T
    extent = np.maximum(width, height)
    pieces = np.flatnonzero(lines.piece_mask()[:-1] & (extent > 0))
    nothing = np.zeros(0, dtype=np.int64)
    if not len(pieces) or not len(points):
        return nothing, nothing
    monitor.step(0.0)
    spans, cell = _spans(lines.xy, pieces, extent[pieces], radius)
    entries = _entries(spans, cell)
    column, row = ((points.T - spans.low.min(axis=1)[:, None]) / cell).astype(np.int64)
    inside = (spans.low.min(axis=1)[:, None] <= points.T).all(axis=0) & (row < entries.rows)
    wanted = np.where(inside, column * entries.rows + row, -1)
    first = np.searchsorted(entries.cell, wanted, side="left")
    count = np.searchsorted(entries.cell, wanted, side="right") - first
    point = np.repeat(np.arange(len(points)), count)
    entry = np.arange(len(point)) + np.repeat(first - (np.cumsum(count) - count), count)
    return point, spans.piece[entries.span[entry]]


def _spans(xy: np.ndarray, pieces: np.ndarray, extent: np.ndarray, margin: float) -> tuple[_Spans, float]:
    """Return the spans of the pieces, their boxes widened by ``margin``, and the side of the cells."""
    cell = max(float(extent.mean()) * _CELL_FACTOR, 8 * margin, float(np.abs(xy).max()) * 1e-9)
    longest = cell * _SPAN_SHARE - 2 * margin
    long = np.flatnonzero(extent > longest)
    if len(long):
        whole = np.flatnonzero(extent <= longest)
        piece, a, b = _cut_long(xy, pieces[long], np.ceil(extent[long] / longest).astype(np.int64))
        piece = np.concatenate([pieces[whole], piece])
        a = np.concatenate([xy[pieces[whole]].T, a], axis=1)
        b = np.concatenate([xy[pieces[whole] + 1].T, b], axis=1)
        # Rounding of the intermediate points must not let a touch slip between two spans.
        margin = margin + 4 * float(np.spacing(np.abs(xy).max()))
    else:
        piece, a, b = pieces, xy[pieces].T, xy[pieces + 1].T
    return _Spans(piece, np.minimum(a, b) - margin, np.maximum(a, b) + margin), cell


def _cut_long(xy: np.ndarray, pieces: np.ndarray, count: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Cut each piece into ``count`` equal spans: their piece, their starts (2, n) and their ends (2, n)."""
    start, delta = xy[pieces].T, (xy[pieces + 1] - xy[pieces]).T
    step = np.arange(int(count.sum())) - np.repeat(np.cumsum(count) - count, count)
    parts = np.repeat(count, count)
    start, delta = np.repeat(start, count, axis=1), np.repeat(delta, count, axis=1)
    return np.repeat(pieces, count), start + delta * (step / parts), start + delta * ((step + 1) / parts)


def _entries(spans: _Spans, cell: float) -> _Entries:
    origin = spans.low.min(axis=1)[:, None]
    c0, r0 = ((spans.low - origin) / cell).astype(np.int64)
    c1, r1 = ((spans.high - origin) / cell).astype(np.int64)
    rows = int(r1.max()) + 1
    cells = c0 * rows + r0
    wide, tall = np.flatnonzero(c1 > c0), np.flatnonzero(r1 > r0)
    both = wide[r1[wide] > r0[wide]]
    del c0, r0, c1, r1
    span = np.concatenate([np.arange(len(cells)), wide, tall, both])
    first = np.repeat(np.array([3, 2, 1, 0], dtype=np.uint8), [len(cells), len(wide), len(tall), len(both)])
    cells = np.concatenate([cells, cells[wide] + rows, cells[tall] + 1, cells[both] + rows + 1])
    shift = len(span).bit_length()
    if int(cells.max()) < 1 << (_KEY_BITS - shift):
        # Cell and entry in one number: sorting values is twice as fast as sorting indices.
        cells <<= shift
        cells |= np.arange(len(span))
        cells.sort()
        order = cells & ((1 << shift) - 1)
        cells >>= shift
    else:
        order = np.argsort(cells, kind="stable")
        cells = cells[order]
    return _Entries(span[order], first[order], cells, rows)


def _pairs_of_band(
    spans: _Spans, entries: _Entries, band: slice, monitor: Monitor
) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    span, first, cell = entries.span[band], entries.first[band], entries.cell[band]
    x0, y0 = spans.low[:, span]
    x1, y1 = spans.high[:, span]
    piece = spans.piece[span]
    left = np.arange(len(span))
    for ahead in range(1, len(span)):
        left = left[: np.searchsorted(left, len(span) - ahead)]
        left = left[cell[left] == cell[left + ahead]]
        if not len(left):
            return
        if ahead % 64 == 0 and monitor.cancelled():
            raise Cancelled
        a = left[(first[left] | first[left + ahead]) == 3]
        b = a + ahead
        boxes = (x0[a] <= x1[b]) & (x0[b] <= x1[a]) & (y0[a] <= y1[b]) & (y0[b] <= y1[a])
        p, q = piece[a[boxes]], piece[b[boxes]]
        apart = np.abs(p - q) > 1
        yield p[apart], q[apart]
