"""Put the components of a route one after the other and turn the route the right way."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

import numpy as np

from ..lines import Lines
from .pieces import RoutePieces
from .walks import Walked, Walker

#: Up to this many components every beginning is tried; beyond, only the four outermost ends.
_TRY_ALL = 8
#: Entering a component by its other end would lengthen the jump by less than this share of its extent: in doubt.
_DOUBT = 0.2
_Point = tuple[float, float]


class _Order(NamedTuple):
    """Components in order: what they are compared by, then (component, turned, doubtful) of each."""

    jumps: float
    south_west: float
    west: float
    components: list[tuple[int, bool, bool]]


@dataclass
class Component:
    """What hangs together of a route.

    Attributes:
        pieces: Its pieces.
        start: Node at which it starts.
        end: Node at which its main line ends.
        walked: Its main line and branches, from ``start``.
        doubtful: Whether either end might have come first.
    """

    pieces: list[int]
    start: int
    end: int
    walked: Walked
    doubtful: bool = False


@dataclass
class Chain:
    """The components of one group, in order.

    Attributes:
        group: What is chained.
        components: In order, each from its start.
    """

    group: int
    components: list[Component] = field(default_factory=list)


class Chainer:
    """Chains every group of a network.

    Args:
        lines: The network.
        pieces: Its graph.
        walker: Walks one component.
    """

    def __init__(self, lines: Lines, pieces: RoutePieces, walker: Walker) -> None:
        self._pieces, self._walker = pieces, walker
        self._x: list[float] = pieces.node_xy[:, 0].tolist()
        self._y: list[float] = pieces.node_xy[:, 1].tolist()
        self._line: list[int] = pieces.line.tolist()

    def survey(self, origins: dict[int, _Point], loops: dict[int, _Point]) -> list[Chain]:
        """Walk every component from its south-western end and put the components of each group in order.

        Args:
            origins: Where the route starts, for the groups of which it is known.
            loops: Where it starts if it has no dead end.
        """
        pieces = self._pieces
        if not pieces.count:
            return []
        fresh = np.ones(pieces.count, dtype=bool)
        fresh[1:] = (np.diff(pieces.component) != 0) | (np.diff(pieces.group) != 0)
        opens = np.append(np.flatnonzero(fresh), pieces.count).tolist()
        group = pieces.group.tolist()
        chains: list[Chain] = []
        for first, after in zip(opens[:-1], opens[1:]):
            if not chains or chains[-1].group != group[first]:
                chains.append(Chain(group[first]))
            origin, loop = origins.get(group[first]), loops.get(group[first])
            chains[-1].components.append(self._walk_component(list(range(first, after)), origin, loop))
        for chain in chains:
            if len(chain.components) > 1:
                chain.components = self._in_order(chain.components)
        return chains

    def _walk_component(self, own: list[int], origin: _Point | None, loop: _Point | None) -> Component:
        walker = self._walker
        if len(own) == 1 and walker.tail[2 * own[0]] != walker.head[2 * own[0]]:
            return self._lone_piece(own, origin)
        nodes = {walker.tail[2 * p] for p in own} | {walker.head[2 * p] for p in own}
        if len(own) > 1 and len(own) >= len(nodes):
            walker.find_rings(own)
        ends = walker.terminals(own)
        if origin is None and walker.degree(ends[0]) != 1:
            origin = loop
        return self._from(own, min(ends, key=lambda n: self._rank(n, origin)))

    def _rank(self, node: int, origin: _Point | None) -> _Point:
        """Return what nodes are compared by when one is to be the start: the least comes first."""
        x, y = self._x[node], self._y[node]
        return (x + y if origin is None else math.hypot(x - origin[0], y - origin[1])), x

    def _lone_piece(self, own: list[int], origin: _Point | None) -> Component:
        """Most components are one open piece: no walk is needed."""
        half = 2 * own[0]
        start, end = self._walker.tail[half], self._walker.head[half]
        if self._rank(end, origin) < self._rank(start, origin):
            start, end, half = end, start, half + 1
        return Component(own, start, end, Walked([half], [], [], False))

    def _from(self, own: list[int], start: int) -> Component:
        walked = self._walker.walk(own, start)
        return Component(own, start, self._walker.head[walked.main[-1]], walked)

    def flip(self, chain: Chain) -> None:
        """Turn a chain around; components with forks are walked anew from their other end."""
        chain.components = [self.turned(component) for component in reversed(chain.components)]

    def turned(self, component: Component) -> Component:
        """Return a component walked from its other end."""
        walked = component.walked
        if walked.branches or walked.roundabouts:
            start = component.start if walked.loop else component.end
            again = self._from(component.pieces, start)
            if not (walked.loop and again.walked.main == walked.main):
                again.doubtful = component.doubtful
                return again
        main = [h ^ 1 for h in reversed(walked.main)]
        turned = Walked(main, walked.branches, walked.roundabouts, walked.loop)
        if walked.branches:
            turned = self._rebased(component, main)
        return Component(component.pieces, component.end, component.start, turned, component.doubtful)

    def _rebased(self, component: Component, main: list[int]) -> Walked:
        """Return the same runs with the forks' distances counted along the turned main line."""
        walked = component.walked
        total = sum(self._walker.length[h >> 1] for h in main)
        branches = [replace(b, start=max(total - b.start, 0.0)) for b in walked.branches]
        return Walked(main, sorted(branches, key=lambda b: b.start), walked.roundabouts, walked.loop)

    def _in_order(self, components: list[Component]) -> list[Component]:
        """Order components so that the jumps from one to the next are short, and turn them to suit."""
        ends = [((self._x[c.start], self._y[c.start]), (self._x[c.end], self._y[c.end])) for c in components]
        best = min(self._greedy(ends, first, turned) for first, turned in _beginnings(ends))
        ordered = []
        for index, turned, doubtful in best.components:
            component = self.turned(components[index]) if turned else components[index]
            component.doubtful = doubtful
            ordered.append(component)
        return ordered

    @staticmethod
    def _greedy(ends: Sequence[tuple[_Point, _Point]], first: int, turned: bool) -> _Order:
        """Go on to the nearest end each time; ties go to the south-west."""
        order = [(first, turned, False)]
        left = set(range(len(ends))) - {first}
        x, y = ends[first][0 if turned else 1]
        total = 0.0
        while left:
            jump, _, _, index, way = min(
                (math.hypot(p[0] - x, p[1] - y), p[0] + p[1], p[0], i, bool(w))
                for i in left
                for w, p in enumerate(ends[i])
            )
            near, far = ends[index][int(way)], ends[index][1 - int(way)]
            gained = math.hypot(far[0] - x, far[1] - y) - jump
            doubtful = near != far and gained < _DOUBT * math.hypot(far[0] - near[0], far[1] - near[1])
            order.append((index, way, doubtful))
            total += jump
            left.discard(index)
            x, y = far
        begin = ends[first][1 if turned else 0]
        return _Order(round(total, 6), begin[0] + begin[1], begin[0], order)

    def digitised(self, chain: Chain) -> bool:
        """Tell whether the first line of a chain (in the order of the layer) is run as it was drawn."""
        halves = [h for c in chain.components for h in c.walked.main]
        return min(halves, key=lambda h: (self._line[h >> 1], h >> 1)) & 1 == 0

    def ends(self, chain: Chain) -> tuple[_Point, _Point]:
        """Return where a chain starts and ends."""
        start, end = chain.components[0].start, chain.components[-1].end
        return (self._x[start], self._y[start]), (self._x[end], self._y[end])


def _beginnings(ends: Sequence[tuple[_Point, _Point]]) -> list[tuple[int, bool]]:
    """Return the (component, turned) to try as the beginning of a chain."""
    every = [(i, bool(w)) for i in range(len(ends)) for w in (0, 1)]
    if len(ends) <= _TRY_ALL:
        return every
    places = [(ends[i][int(w)], (i, w)) for i, w in every]
    outermost = [
        min((a * x + b * y, x, y, which) for (x, y), which in places)[3]
        for a, b in ((1, 1), (-1, -1), (1, -1), (-1, 1))
    ]
    return list(dict.fromkeys(outermost))
