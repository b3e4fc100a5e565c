"""Nearest place on a network for many points at once: a uniform grid, searched from near to far.

The pieces of the lines are entered in square cells along their course. A first search uses small cells, which settles
the many points that lie near a road with few candidates each; what is left is searched again within the greatest
distance.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

#: The first search is this many mean piece lengths wide, at most; each one after is at least four times as wide.
_FIRST = 0.4
_GROWTH = 4.0
#: Candidates worked on at once: bounds memory.
_BATCH = 2_000_000
#: Two distances that differ by less than this share of a unit are a tie.
_TIE = 1e-9


@dataclass(frozen=True)
class Nearest:
    """Where points fall on a network; ``piece`` is −1 and the rest NaN where nothing is near enough.

    Attributes:
        piece: int64 (n,), piece of line, named by its first vertex.
        share: float64 (n,), place along the piece, from 0 to 1.
        distance: float64 (n,), in the units of the search.
        xy: float64 (n, 2), the foot of the perpendicular, in layer units.
        lateral: float64 (n,), ``distance`` with a sign: positive to the right of the piece, negative to the left.
    """

    piece: np.ndarray
    share: np.ndarray
    distance: np.ndarray
    xy: np.ndarray
    lateral: np.ndarray


@dataclass(frozen=True)
class _Grid:
    """Pieces entered in the cells along their course.

    Attributes:
        low: float64 (2,), lower left corner.
        cell: Side of a cell.
        columns: Number of cells in a row, with a margin of one on each side.
        key: int64 (e,), cell of each entry, increasing.
        piece: int64 (e,), its piece.
    """

    low: np.ndarray
    cell: float
    columns: int
    rows: int
    key: np.ndarray
    piece: np.ndarray


class PieceIndex:
    """The straight pieces of some lines, ready to be searched.

    Args:
        xy: float64 (v, 2), vertices.
        piece: int64 (s,), first vertex of each piece to be searched; the second is the next vertex.
        group: int64 (s,), what a search may be restricted to (a route); or None.
        kind: int64 (s,), small number 0–62 that a search may select (a side); or None.
        scale: Metres per layer unit in x and in y; (1, 1) in a metric CRS.
    """

    def __init__(
        self,
        xy: np.ndarray,
        piece: np.ndarray,
        group: np.ndarray | None = None,
        kind: np.ndarray | None = None,
        scale: tuple[float, float] = (1.0, 1.0),
    ) -> None:
        self._scale = np.array(scale)
        self._origin = xy[piece].min(axis=0) if len(piece) else np.zeros(2)
        self.piece = piece
        start = (xy[piece] - self._origin) * self._scale
        step = (xy[piece + 1] - self._origin) * self._scale - start
        self._x, self._y = np.ascontiguousarray(start.T)
        self._dx, self._dy = np.ascontiguousarray(step.T)
        squared = self._dx**2 + self._dy**2
        self._inverse = np.divide(1.0, squared, out=np.zeros(len(piece)), where=squared > 0)
        self._mean = float(np.sqrt(squared).mean()) if len(piece) else 0.0
        self._group = group
        self._bit = None if kind is None else np.left_shift(1, kind)
        self._grids: dict[float, _Grid] = {}

    def search(
        self,
        points: np.ndarray,
        radius: float,
        group: np.ndarray | None = None,
        kinds: np.ndarray | None = None,
    ) -> Nearest:
        """Find the nearest piece to each point.

        Args:
            points: float64 (n, 2), in layer units; not finite for none.
            radius: Greatest distance, in the units of the search.
            group: int64 (n,), the only group each point may fall on, −1 for any; or None.
            kinds: int64 (n,), bits of the kinds each point may fall on; or None.

        Returns:
            The nearest of all; of pieces equally near, the first of the index.
        """
        at = (points - self._origin) * self._scale
        best = np.full(len(points), -1, dtype=np.int64)
        waiting = np.flatnonzero(np.isfinite(at).all(axis=1))
        if len(self.piece):
            for width in self._widths(radius):
                if not len(waiting):
                    break
                best[waiting] = self._search_within(at, waiting, width, group, kinds)
                waiting = waiting[best[waiting] < 0]
        return self._result(at, best)

    def _widths(self, radius: float) -> list[float]:
        """Return how far to look, search after search."""
        first = _FIRST * self._mean
        return [first, radius] if 0 < first * _GROWTH <= radius else [max(radius, 1e-12)]

    def _grid(self, width: float) -> _Grid:
        if width not in self._grids:
            self._grids[width] = self._enter(width)
        return self._grids[width]

    def _search_within(
        self,
        at: np.ndarray,
        rows: np.ndarray,
        width: float,
        group: np.ndarray | None,
        kinds: np.ndarray | None,
    ) -> np.ndarray:
        """Return int64, the nearest piece within ``width`` of each of some points, −1 for none."""
        grid = self._grid(width)
        place = np.floor((at[rows] - grid.low) / grid.cell)
        size = np.array([grid.columns - 1, grid.rows - 1])
        inside = np.flatnonzero((place >= 0).all(axis=1) & (place <= size).all(axis=1))
        cell = place[inside].astype(np.int64)
        key = cell[:, 1] * grid.columns + cell[:, 0]
        order = np.argsort(key)
        inside, key = inside[order], key[order]
        first, count = np.empty((len(key), 3), dtype=np.int64), np.empty((len(key), 3), dtype=np.int64)
        for column, row in enumerate((-1, 0, 1)):
            middle = key + row * grid.columns
            first[:, column] = np.searchsorted(grid.key, middle - 1, side="left")
            count[:, column] = np.searchsorted(grid.key, middle + 1, side="right") - first[:, column]
        best = np.full(len(rows), -1, dtype=np.int64)
        for start, end in _batches(count.sum(axis=1)):
            some = inside[start:end]
            best[some] = self._settle(at, rows[some], first[start:end], count[start:end], grid, group, kinds, width)
        return best

    def _enter(self, width: float) -> _Grid:
        """Enter the pieces in cells of at least ``width``."""
        x0, y0 = np.minimum(self._x, self._x + self._dx), np.minimum(self._y, self._y + self._dy)
        low = np.array([x0.min(), y0.min()])
        high = np.array([(x0 + np.abs(self._dx)).max(), (y0 + np.abs(self._dy)).max()])
        cell = max(width, float((high - low).max()) / 2**24)
        low -= 2 * cell
        columns, rows = (int((h - b) / cell) + 3 for h, b in zip(high, low))
        cuts = np.ceil(np.maximum(np.abs(self._dx), np.abs(self._dy)) / (0.999 * cell)).astype(np.int64)
        np.maximum(cuts, 1, out=cuts)
        owner = np.repeat(np.arange(len(self.piece)), cuts)
        k = np.arange(len(owner)) - np.repeat(np.cumsum(cuts) - cuts, cuts)
        columns_of = self._cells(self._x, self._dx, owner, k, cuts, low[0], cell)
        rows_of = self._cells(self._y, self._dy, owner, k, cuts, low[1], cell)
        keys, pieces = [], []
        for x in columns_of:
            for y in rows_of:
                seen = (x >= 0) & (y >= 0)
                keys.append((y * columns + x)[seen])
                pieces.append(owner[seen])
        key, piece = np.concatenate(keys), np.concatenate(pieces)
        order = np.argsort(key)
        return _Grid(low, cell, columns, rows, key[order], piece[order])

    @staticmethod
    def _cells(
        start: np.ndarray,
        step: np.ndarray,
        owner: np.ndarray,
        k: np.ndarray,
        cuts: np.ndarray,
        low: float,
        cell: float,
    ) -> tuple[np.ndarray, np.ndarray]:
        """Return the first cell that each span covers along one axis, and the second, −1 where there is none."""
        stride = (step / cuts)[owner] / cell
        begin = ((start - low) / cell)[owner] + stride * k
        finish = begin + stride
        first = np.minimum(begin, finish).astype(np.int64)  # never negative: the corner lies below all pieces
        last = np.maximum(begin, finish).astype(np.int64)
        return first, np.where(last > first, last, -1)

    def _settle(
        self,
        at: np.ndarray,
        rows: np.ndarray,
        first: np.ndarray,
        count: np.ndarray,
        grid: _Grid,
        group: np.ndarray | None,
        kinds: np.ndarray | None,
        width: float,
    ) -> np.ndarray:
        """Measure the candidates of some points; return the nearest of each, −1 for none."""
        owner = np.repeat(np.arange(len(rows)), count.sum(axis=1))
        piece = grid.piece[_ranges(first.ravel(), count.ravel())]
        if group is not None and self._group is not None:
            wanted = group[rows][owner]
            allowed = (wanted < 0) | (wanted == self._group[piece])
            owner, piece = owner[allowed], piece[allowed]
        if kinds is not None and self._bit is not None:
            allowed = (kinds[rows][owner] & self._bit[piece]) != 0
            owner, piece = owner[allowed], piece[allowed]
        px, py = at[rows, 0][owner], at[rows, 1][owner]
        squared = self._foot(px, py, piece)[1]
        close = np.flatnonzero(squared <= width * width)
        owner, piece, squared = owner[close], piece[close], squared[close]
        best = np.full(len(rows), -1, dtype=np.int64)
        if not len(owner):
            return best
        opens = np.flatnonzero(np.concatenate([[True], owner[1:] != owner[:-1]]))
        runs = np.diff(np.append(opens, len(owner)))
        least = np.sqrt(np.minimum.reduceat(squared, opens)) + _TIE
        piece = np.where(squared <= np.repeat(least * least, runs), piece, len(self.piece))
        best[owner[opens]] = np.minimum.reduceat(piece, opens)
        return best

    def _foot(self, px: np.ndarray, py: np.ndarray, piece: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return the share along each piece of the place nearest to a point, and the squared distance to it."""
        dx, dy = self._dx[piece], self._dy[piece]
        ex, ey = px - self._x[piece], py - self._y[piece]
        share = ex * dx
        share += ey * dy
        share *= self._inverse[piece]
        np.clip(share, 0.0, 1.0, out=share)
        ex -= share * dx
        ey -= share * dy
        return share, ex * ex + ey * ey

    def _result(self, at: np.ndarray, best: np.ndarray) -> Nearest:
        n = len(best)
        piece = np.full(n, -1, dtype=np.int64)
        share, distance, lateral = np.full(n, np.nan), np.full(n, np.nan), np.full(n, np.nan)
        xy = np.full((n, 2), np.nan)
        found = np.flatnonzero(best >= 0)
        if len(found):
            chosen = best[found]
            t, squared = self._foot(at[found, 0], at[found, 1], chosen)
            direction = np.stack([self._dx[chosen], self._dy[chosen]], axis=1)
            foot = np.stack([self._x[chosen], self._y[chosen]], axis=1) + direction * t[:, None]
            away = at[found] - foot
            turn = direction[:, 1] * away[:, 0] - direction[:, 0] * away[:, 1]
            piece[found], share[found], distance[found] = self.piece[chosen], t, np.sqrt(squared)
            lateral[found] = np.where(turn < 0, -distance[found], distance[found])
            xy[found] = foot / self._scale + self._origin
        return Nearest(piece, share, distance, xy, lateral)


def _ranges(first: np.ndarray, count: np.ndarray) -> np.ndarray:
    """Return first, first + 1… of each range, end to end."""
    return np.arange(count.sum()) + np.repeat(first - (np.cumsum(count) - count), count)


def _batches(total: np.ndarray) -> list[tuple[int, int]]:
    """Cut rows into runs whose totals stay near the batch size."""
    if not len(total):
        return []
    filled = np.cumsum(total)
    marks = np.searchsorted(filled, np.arange(_BATCH, filled[-1] + _BATCH, _BATCH), side="right")
    edges = np.unique(np.concatenate([[0], np.maximum(marks, 1), [len(total)]]))
    return [(int(a), int(b)) for a, b in zip(edges[:-1], edges[1:])]
