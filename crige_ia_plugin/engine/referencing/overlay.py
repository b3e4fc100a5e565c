"""Overlay event tables into homogeneous sections: stretches of route on which every table is constant.

Every metre of every part is in exactly one section of each side it has. A single carriageway has one side, unless
some table speaks of its right or its left: then it has both.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from ..measures import MeasuredRoutes, Side
from .lanes import REACH


class EventTable(NamedTuple):
    """The sections of one table that could be resolved.

    Attributes:
        route: int64 (n,), code of the route; a negative one covers nothing.
        side: int64 (n,), :class:`measures.Side`; a single one covers both sides.
        start: float64 (n,), measure of the start,
        end: float64 (n,), and of the end, in either order; NaN covers nothing.
    """

    route: np.ndarray
    side: np.ndarray
    start: np.ndarray
    end: np.ndarray


@dataclass(frozen=True)
class Sections:
    """Homogeneous sections, in order of part, side and measure.

    Attributes:
        part: int64 (n,), part of the routes.
        side: int64 (n,), side the section is of: that of its part, or right and left of a single carriageway.
        start: float64 (n,), measure of its start,
        end: float64 (n,), and of its end.
        rows: int64 (n, t), the row of each table that covers it, −1 where none does. Of several rows of one table the
            first covers.
        contested: int64 (n, t), how many other rows of the table cover it as well.
    """

    part: np.ndarray
    side: np.ndarray
    start: np.ndarray
    end: np.ndarray
    rows: np.ndarray
    contested: np.ndarray


def overlay_events(routes: MeasuredRoutes, tables: Sequence[EventTable]) -> Sections:
    """Overlay any number of tables.

    Args:
        routes: The routes; parts without measures are left out.
        tables: The tables.
    """
    part, side = _domains(routes, tables)
    start, end = routes.start_m()[part], routes.end_m()[part]
    covers = [_covers(routes, part, side, start, end, table) for table in tables]
    domain = np.concatenate([np.arange(len(part))] + [c.domain for c in covers] * 2)
    at = np.concatenate([start] + [c.start for c in covers] + [c.end for c in covers])
    order = np.lexsort((at, domain))
    domain, at = domain[order], at[order]
    fresh = np.ones(len(domain), dtype=bool)
    fresh[1:] = (domain[1:] != domain[:-1]) | (at[1:] > at[:-1])
    domain, at = domain[fresh], at[fresh]
    closing = np.append(domain[1:] != domain[:-1], True)[: len(domain)]
    until = np.append(at[1:], np.nan)[: len(at)]
    until[closing] = end[domain[closing]]
    real = until > at
    domain, at, until = domain[real], at[real], until[real]
    rows, contested = _paint(domain, at, covers)
    return _merged(Sections(part[domain], side[domain], at, until, rows, contested))


class _Cover(NamedTuple):
    domain: np.ndarray
    row: np.ndarray
    start: np.ndarray
    end: np.ndarray


def _domains(routes: MeasuredRoutes, tables: Sequence[EventTable]) -> tuple[np.ndarray, np.ndarray]:
    """Return the (part, side) pairs to be covered."""
    size = max(len(routes.names), int(routes.route.max(initial=-1)) + 1)
    sided = np.zeros(size + 1, dtype=bool)
    for table in tables:
        speaks = (table.route >= 0) & (table.side != Side.SINGLE) & np.isfinite(table.start + table.end)
        sided[table.route[speaks]] = True
    measured = np.flatnonzero(np.isfinite(routes.start_m()) & np.isfinite(routes.end_m()))
    own = routes.side[measured]
    both = (own == Side.SINGLE) & sided[routes.route[measured]] & (routes.branch[measured] == 0)
    part = np.concatenate([measured, measured[both]])
    side = np.concatenate([np.where(both, int(Side.RIGHT), own), np.full(both.sum(), int(Side.LEFT))])
    order = np.lexsort((side, part))
    return part[order], side[order]


def _covers(
    routes: MeasuredRoutes,
    part: np.ndarray,
    side: np.ndarray,
    start: np.ndarray,
    end: np.ndarray,
    table: EventTable,
) -> _Cover:
    """Return which stretch of which domain each row of a table covers; branches are covered by none."""
    low, high = np.minimum(table.start, table.end), np.maximum(table.start, table.end)
    rows = np.flatnonzero((table.route >= 0) & np.isfinite(low + high) & (high - low > REACH))
    usable = np.flatnonzero(routes.branch[part] == 0)
    route = routes.route[part[usable]]
    order = np.argsort(route, kind="stable")
    usable, route = usable[order], route[order]
    first = np.searchsorted(route, table.route[rows], side="left")
    count = np.searchsorted(route, table.route[rows], side="right") - first
    row = np.repeat(rows, count)
    domain = usable[np.arange(count.sum()) + np.repeat(first - (np.cumsum(count) - count), count)]
    wanted = table.side[row]
    fits = (wanted == Side.SINGLE) | (side[domain] == Side.SINGLE) | (wanted == side[domain])
    begin, finish = np.maximum(low[row], start[domain]), np.minimum(high[row], end[domain])
    begin = np.where(begin - start[domain] <= REACH, start[domain], begin)
    finish = np.where(end[domain] - finish <= REACH, end[domain], finish)
    fits &= finish - begin > REACH
    return _Cover(domain[fits], row[fits], begin[fits], finish[fits])


def _paint(domain: np.ndarray, at: np.ndarray, covers: Sequence[_Cover]) -> tuple[np.ndarray, np.ndarray]:
    """Return, for each elementary section and table, the first row that covers it and how many others do."""
    n = len(domain)
    rows = np.full((n, len(covers)), -1, dtype=np.int64)
    contested = np.zeros((n, len(covers)), dtype=np.int64)
    opens = np.searchsorted(domain, np.arange(int(domain.max(initial=-1)) + 2))
    for column, cover in enumerate(covers):
        first = _spot(at, opens, cover.domain, cover.start)
        last = _spot(at, opens, cover.domain, cover.end)
        count = np.maximum(last - first, 0)
        index = np.arange(count.sum()) + np.repeat(first - (np.cumsum(count) - count), count)
        winner = np.full(n, np.iinfo(np.int64).max)
        np.minimum.at(winner, index, np.repeat(cover.row, count))
        number = np.bincount(index, minlength=n)
        rows[:, column] = np.where(number > 0, winner, -1)
        contested[:, column] = np.maximum(number - 1, 0)
    return rows, contested


def _spot(at: np.ndarray, opens: np.ndarray, domain: np.ndarray, x: np.ndarray) -> np.ndarray:
    """Return the elementary section of each domain that starts at ``x``, or the end of the domain."""
    low, high = opens[domain].copy(), opens[domain + 1].copy()
    while True:
        open_ = np.flatnonzero(low < high)
        if not len(open_):
            return low
        middle = (low[open_] + high[open_]) >> 1
        before = at[middle] < x[open_]
        low[open_[before]] = middle[before] + 1
        high[open_[~before]] = middle[~before]


def _merged(sections: Sections) -> Sections:
    """Join neighbours that no table tells apart."""
    n = len(sections.part)
    if not n:
        return sections
    fresh = np.ones(n, dtype=bool)
    fresh[1:] = (sections.part[1:] != sections.part[:-1]) | (sections.side[1:] != sections.side[:-1])
    if sections.rows.shape[1]:
        fresh[1:] |= (sections.rows[1:] != sections.rows[:-1]).any(axis=1)
    opens = np.flatnonzero(fresh)
    closes = np.append(opens[1:], n) - 1
    contested = np.maximum.reduceat(sections.contested, opens, axis=0)
    return Sections(
        sections.part[opens],
        sections.side[opens],
        sections.start[opens],
        sections.end[closes],
        sections.rows[opens],
        contested,
    )
