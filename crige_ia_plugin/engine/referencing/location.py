"""Where is this point: route, side, address, measure and distance to the left or the right."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..measures import MeasuredRoutes
from ..nearest import PieceIndex
from .addressing import Addressing, Reason, Written
from .lanes import along


@dataclass(frozen=True)
class Located:
    """Places of points on routes; codes are −1 and numbers NaN where a point has none.

    Attributes:
        part: int64 (n,), part of the routes.
        route: int64 (n,), code of the route.
        side: int64 (n,), :class:`measures.Side`.
        branch: int64 (n,), 0 on the main line.
        m: float64 (n,), measure.
        distance: float64 (n,), metres from the point to the route.
        lateral: float64 (n,), the same with a sign: positive to the right along increasing PR.
        xy: float64 (n, 2), the place on the route.
        address: The address; its ``pr`` is −1 where the route has no marker.
        reason: object (n,), :class:`addressing.Reason`.
    """

    part: np.ndarray
    route: np.ndarray
    side: np.ndarray
    branch: np.ndarray
    m: np.ndarray
    distance: np.ndarray
    lateral: np.ndarray
    xy: np.ndarray
    address: Written
    reason: np.ndarray


class Locator:
    """Locates points on measured routes.

    Args:
        routes: The routes, in order (:func:`measures.order_parts`): of equally near parts the first is taken, so a main
            line comes before a branch.
        addressing: Writes the addresses; None when there are no markers.
        scale: Metres per layer unit in x and in y.
    """

    def __init__(
        self,
        routes: MeasuredRoutes,
        addressing: Addressing | None = None,
        scale: tuple[float, float] = (1.0, 1.0),
    ) -> None:
        self._routes, self._addressing = routes, addressing
        lines = routes.lines()
        self._part = lines.vertex_line()
        # Parts without measures too: a point beyond the markers is on its road, not on the nearest measured one.
        piece = np.flatnonzero(lines.piece_mask())
        order = np.argsort(routes.branch[self._part[piece]] > 0, kind="stable")
        piece = piece[order]
        part = self._part[piece]
        self._index = PieceIndex(routes.xy, piece, routes.route[part], routes.side[part], scale)

    def locate(
        self,
        points: np.ndarray,
        max_distance: float,
        route: np.ndarray | None = None,
        side: np.ndarray | None = None,
    ) -> Located:
        """Locate points on the nearest route, or each on its own.

        Args:
            points: float64 (n, 2), in layer units, NaN for none.
            max_distance: Metres beyond which a point is on no route.
            route: int64 (n,), the only route each may be on, −1 for any, −2 for a route that is unknown; or None.
            side: int64 (n,), :class:`measures.Side`; a right or left one is looked for on that carriageway and on
                single ones; or None.
        """
        kinds = None if side is None else np.array([0b111, 0b011, 0b101])[side]
        sought = points if route is None else np.where((route == -2)[:, None], np.nan, points)
        near = self._index.search(sought, max_distance, route, kinds)
        n = len(points)
        part = np.full(n, -1, dtype=np.int64)
        found = np.flatnonzero(near.piece >= 0)
        part[found] = self._part[near.piece[found]]
        routes = self._routes
        code, lane, branch = (np.full(n, -1, dtype=np.int64) for _ in range(3))
        code[found], lane[found], branch[found] = (
            column[part[found]] for column in (routes.route, routes.side, routes.branch)
        )
        m = np.full(n, np.nan)
        m[found] = along(routes.m, near.piece[found], near.share[found])
        reason = np.full(n, Reason.PLACED, dtype=object)
        reason[~np.isfinite(m)] = Reason.NOT_MEASURED
        reason[near.piece < 0] = Reason.OFF_NETWORK
        reason[~np.isfinite(points).all(axis=1)] = Reason.NO_GEOMETRY
        if route is not None:
            reason[route == -2] = Reason.UNKNOWN_ROUTE
        return Located(
            part, code, lane, branch, m, near.distance, near.lateral, near.xy, self._write(code, lane, m), reason
        )

    def _write(self, route: np.ndarray, side: np.ndarray, m: np.ndarray) -> Written:
        n = len(route)
        pr, offset = np.full(n, -1, dtype=np.int64), np.full(n, np.nan)
        department, network = np.full(n, "", dtype=object), np.full(n, "", dtype=object)
        rows = np.flatnonzero(route >= 0)
        if self._addressing is not None and len(rows):
            written = self._addressing.write(route[rows], side[rows], m[rows])
            pr[rows], offset[rows] = written.pr, written.offset
            department[rows], network[rows] = written.department, written.network
        return Written(pr, offset, department, network)
