"""Walk along a route's graph: which way the main line goes at a fork, and which branches leave it.

The rule at a fork, in this order:

1. never turn back by more than 135° where there is another piece to choose from;
2. the straightest continuation;
3. among those within 10° of the straightest, the longest: all that can still be reached through it;
4. among equals, the one whose middle lies farthest to the south-west.

A roundabout is entered once: the exit is chosen by the same rule with directions taken from the roundabout's centre,
and the arc from entry to exit in the direction of travel belongs to the main line. Its other arc is a branch.
"""

from __future__ import annotations

import heapq
import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..lines import Lines
from .pieces import RoutePieces
from .roundabouts import FaceFinder, Ring, path_vertices, signed_area

#: A turn sharper than this is a way back, not a continuation.
_BACK = math.cos(math.radians(135))
#: Continuations that differ by less are equally straight.
_ALIKE = math.radians(10)
_ALIKE_ROUNDABOUT = math.radians(25)
#: Directions are taken over this length, so that a kink at the very node does not decide.
_LOOK_AHEAD = 10.0
#: Pieces looked at when measuring how far a continuation leads.
_REACH_LIMIT = 5000


@dataclass(frozen=True)
class Branch:
    """A run of pieces that leaves a line already walked.

    Attributes:
        halves: Half-edges in order.
        start: Distance of the fork from the start of the component's main line.
        node: Node of the fork.
        rejoins: Whether it ends on a line already walked: it runs parallel to it.
    """

    halves: list[int]
    start: float
    node: int
    rejoins: bool


@dataclass(frozen=True)
class Walked:
    """A component: its main line and its branches, in order of their forks.

    Attributes:
        main: Half-edges of the main line.
        branches: What leaves it.
        roundabouts: Nodes at which the main line enters a roundabout.
        loop: Whether the main line comes back to its start.
    """

    main: list[int]
    branches: list[Branch]
    roundabouts: list[int]
    loop: bool


class Walker:
    """Walks the components of a network.

    Args:
        lines: The network.
        pieces: Its graph.
        position: float64 (v,), running length over all lines.
        roundabout: bool (l,), lines that the data say are roundabouts.
        drive_on_right: Direction of travel in roundabouts and loops: counter-clockwise when True.
        x_scale: Metres of a unit of x over metres of a unit of y (the cosine of the latitude in degrees, 1 otherwise).
    """

    def __init__(
        self,
        lines: Lines,
        pieces: RoutePieces,
        position: np.ndarray,
        roundabout: np.ndarray,
        drive_on_right: bool,
        x_scale: float,
    ) -> None:
        self._lines, self._pieces = lines, pieces
        self._right = drive_on_right
        self._x_scale = x_scale
        self._flagged = roundabout[pieces.line]
        self._faces = FaceFinder(lines, pieces)
        self.length: list[float] = pieces.length.tolist()
        count = 2 * pieces.count
        head = np.empty(count, dtype=np.int64)
        head[::2], head[1::2] = pieces.end, pieces.start
        tail = np.empty(count, dtype=np.int64)
        tail[::2], tail[1::2] = pieces.start, pieces.end
        order = np.lexsort((np.arange(count), tail))
        self._half: list[int] = order[self._wanted(order)].tolist()
        counts = np.bincount(tail[order[self._wanted(order)]], minlength=len(pieces.node_xy))
        self._opens: list[int] = np.concatenate([[0], np.cumsum(counts)]).tolist()
        self.head: list[int] = head.tolist()
        self.tail: list[int] = tail.tolist()
        dx, dy = self._directions(position)
        self._dx: list[float] = dx.tolist()
        self._dy: list[float] = dy.tolist()
        middle = (lines.xy[pieces.first] + lines.xy[pieces.last]) / 2
        self._south_west: list[float] = middle.sum(axis=1).tolist()
        self._used = bytearray(pieces.count)
        self._ring_of: dict[int, int] = {}
        self._rings: list[Ring] = []
        self._crossed: set[int] = set()

    def _wanted(self, order: np.ndarray) -> np.ndarray:
        """Leave out the half-edge of a closed piece that runs against the direction of travel."""
        pieces = self._pieces
        against = np.zeros(2 * pieces.count, dtype=bool)
        for piece in np.flatnonzero(pieces.start == pieces.end).tolist():
            area = signed_area(self._lines.xy[pieces.first[piece] : pieces.last[piece] + 1])
            along = area > 0 if self._right else area < 0
            against[2 * piece + (1 if along else 0)] = True
        wanted: np.ndarray = ~against[order]
        return wanted

    def _directions(self, position: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return the unit direction in which each half-edge leaves its node, over the look-ahead."""
        pieces, xy = self._pieces, self._lines.xy
        ahead = np.minimum(_LOOK_AHEAD, pieces.length)
        dx, dy = np.empty(2 * pieces.count), np.empty(2 * pieces.count)
        for side, origin, target in (
            (0, pieces.first, position[pieces.first] + ahead),
            (1, pieces.last, position[pieces.last] - ahead),
        ):
            after = np.clip(np.searchsorted(position, target), pieces.first + 1, pieces.last)
            span = position[after] - position[after - 1]
            share = np.divide(target - position[after - 1], span, out=np.ones(len(after)), where=span > 0)
            point = xy[after - 1] + (xy[after] - xy[after - 1]) * np.clip(share, 0, 1)[:, None]
            away = point - xy[origin]
            away[:, 0] *= self._x_scale
            size = np.hypot(away[:, 0], away[:, 1])
            size[size == 0] = 1.0
            dx[side::2], dy[side::2] = away[:, 0] / size, away[:, 1] / size
        return dx, dy

    def degree(self, node: int) -> int:
        """How many pieces meet at a node."""
        return self._opens[node + 1] - self._opens[node]

    def terminals(self, pieces: Sequence[int]) -> list[int]:
        """Return the nodes at which a component may start: dead ends, otherwise odd nodes, otherwise all."""
        nodes = list(dict.fromkeys(n for p in pieces for n in (self.tail[2 * p], self.head[2 * p])))
        if len(nodes) > 2 or len(pieces) > 1:
            ends = [n for n in nodes if self.degree(n) == 1 and n not in self._ring_of]
            if ends:
                return ends
            odd = [n for n in nodes if self.degree(n) % 2 and n not in self._ring_of]
            return odd or nodes
        return nodes

    def find_rings(self, pieces: Sequence[int]) -> None:
        """Look for the roundabouts of a component, before it is walked."""
        for ring in self._faces.rings(pieces, self._flagged):
            halves = ring.halves if self._right else [h ^ 1 for h in reversed(ring.halves)]
            nodes = [self.tail[h] for h in halves]
            own = {h >> 1 for h in halves}
            open_ = any(h >> 1 not in own for n in nodes for h in self._at(n))
            if open_ and not any(n in self._ring_of for n in nodes):
                self._rings.append(Ring(halves, ring.centre))
                self._ring_of.update((n, len(self._rings) - 1) for n in nodes)

    def _at(self, node: int) -> list[int]:
        return self._half[self._opens[node] : self._opens[node + 1]]

    def _free(self, node: int) -> list[int]:
        used = self._used
        return [h for h in self._half[self._opens[node] : self._opens[node + 1]] if not used[h >> 1]]

    def walk(self, pieces: Sequence[int], start: int) -> Walked:
        """Walk a component from a node; every piece ends up in the main line or in one branch."""
        for piece in pieces:
            self._used[piece] = 0
        for node in {n for p in pieces for n in (self.tail[2 * p], self.head[2 * p])} & self._ring_of.keys():
            self._crossed.discard(self._ring_of[node])
        entered: list[int] = []
        main = self._run(start, None, set(), entered)
        loop = bool(main) and self.head[main[-1]] == start
        if loop and len(main) > 1 and not any(h ^ 1 in main for h in main[:1]):
            main = self._with_travel(main)
        branches = [] if len(main) == len(pieces) else self._branches(main, start)
        return Walked(main, branches, entered, loop)

    def _with_travel(self, main: list[int]) -> list[int]:
        """Turn a loop to the direction of travel; a closed piece already has it."""
        area = signed_area(path_vertices(self._lines, self._pieces, main))
        if (area > 0) == self._right:
            return main
        return [h ^ 1 for h in reversed(main)]

    def _branches(self, main: list[int], start: int) -> list[Branch]:
        """Walk all that is left, from the forks in order of their distance."""
        reached = {start}
        queue: list[tuple[float, float, int]] = []
        self._reach_nodes(main, 0.0, reached, queue)
        self._push(start, 0.0, queue)
        branches: list[Branch] = []
        while queue:
            distance, _, node = heapq.heappop(queue)
            free = self._free(node)
            while free:
                first = max(free, key=lambda h: (round(self.length[h >> 1], 6), -self._south_west[h >> 1]))
                self._used[first >> 1] = 1
                halves = [first]
                if self.head[first] not in reached:
                    came = (-self._dx[first ^ 1], -self._dy[first ^ 1])
                    halves += self._run(self.head[first], came, reached, [])
                rejoins = self.head[halves[-1]] in reached
                branches.append(Branch(halves, distance, node, rejoins))
                self._reach_nodes(halves, distance, reached, queue)
                free = self._free(node)
        return branches

    def _reach_nodes(
        self,
        halves: list[int],
        distance: float,
        reached: set[int],
        queue: list[tuple[float, float, int]],
    ) -> None:
        for half in halves:
            distance += self.length[half >> 1]
            node = self.head[half]
            if node not in reached:
                reached.add(node)
                self._push(node, distance, queue)

    def _push(self, node: int, distance: float, queue: list[tuple[float, float, int]]) -> None:
        if self._free(node):
            x, y = self._pieces.node_xy[node]
            heapq.heappush(queue, (distance, float(x + y), node))

    def _run(
        self,
        node: int,
        came: tuple[float, float] | None,
        stop: set[int],
        entered: list[int],
    ) -> list[int]:
        """Follow the rule from a node until nothing is left or a node of ``stop`` is reached."""
        path: list[int] = []
        while True:
            ring = self._ring_of.get(node)
            if ring is not None and ring not in self._crossed:
                self._crossed.add(ring)
                arc, half = self._cross(self._rings[ring], node)
                if arc:
                    entered.append(node)
                for step in arc:
                    self._used[step >> 1] = 1
                    path.append(step)
                if half is None:
                    return path
            else:
                half = self._choose(node, came)
                if half is None:
                    return path
            self._used[half >> 1] = 1
            path.append(half)
            node = self.head[half]
            if node in stop:
                return path
            came = (-self._dx[half ^ 1], -self._dy[half ^ 1])

    def _choose(self, node: int, came: tuple[float, float] | None) -> int | None:
        free = self._free(node)
        if not free:
            return None
        if len(free) == 1 and (came is None or self.degree(node) == 2):
            return free[0]
        if came is None:
            return max(free, key=lambda h: (round(self._reach(h), 6), -self._south_west[h >> 1]))
        turns = []
        for half in free:
            cosine = came[0] * self._dx[half] + came[1] * self._dy[half]
            if cosine > _BACK:
                turns.append((math.acos(min(1.0, max(-1.0, cosine))), half))
        if not turns:
            return None
        least = min(turns)[0]
        alike = [h for turn, h in turns if turn <= least + _ALIKE]
        if len(alike) == 1:
            return alike[0]
        return max(alike, key=lambda h: (round(self._reach(h), 6), -self._south_west[h >> 1]))

    def _reach(self, half: int) -> float:
        """Length of all that is free beyond a half-edge without coming back through its tail."""
        barred = self.tail[half]
        total = self.length[half >> 1]
        seen_nodes = {barred, self.head[half]}
        seen_pieces = {half >> 1}
        waiting = [self.head[half]] if self.head[half] != barred else []
        while waiting and len(seen_pieces) < _REACH_LIMIT:
            for step in self._free(waiting.pop()):
                if step >> 1 not in seen_pieces:
                    seen_pieces.add(step >> 1)
                    total += self.length[step >> 1]
                    if self.head[step] not in seen_nodes:
                        seen_nodes.add(self.head[step])
                        waiting.append(self.head[step])
        return total

    def _cross(self, ring: Ring, node: int) -> tuple[list[int], int | None]:
        """Cross a roundabout from a node; return the arc and the half-edge by which it is left.

        Without an exit the whole roundabout is run, back to the entry.
        """
        entry = next(i for i, h in enumerate(ring.halves) if self.tail[h] == node)
        around = ring.halves[entry:] + ring.halves[:entry]
        if any(self._used[h >> 1] for h in around):
            return [], self._choose(node, None)
        own = {h >> 1 for h in around}
        exits = []
        inward = self._towards(node, ring.centre)
        for steps, half in enumerate(around[:-1], 1):
            place = self.head[half]
            out = self._towards(place, ring.centre)
            cosine = -(inward[0] * out[0] + inward[1] * out[1])
            turn = math.acos(min(1.0, max(-1.0, cosine)))
            exits += [(turn, steps, h) for h in self._free(place) if h >> 1 not in own]
        if not exits:
            others = [h for h in self._free(node) if h >> 1 not in own]
            return (around, None) if not others else ([], max(others, key=self._reach))
        least = min(exits)[0]
        alike = [e for e in exits if e[0] <= least + _ALIKE_ROUNDABOUT]
        reach = {e[2]: self._reach(e[2]) for e in alike} if len(alike) > 1 else {alike[0][2]: 0.0}
        farthest = max(reach.values())
        _, steps, half = min((e for e in alike if reach[e[2]] >= 0.99 * farthest), key=lambda e: e[1])
        return around[:steps], half

    def _towards(self, node: int, centre: tuple[float, float]) -> tuple[float, float]:
        """Return the unit vector from a node to a roundabout's centre."""
        x, y = self._pieces.node_xy[node].tolist()
        dx, dy = (centre[0] - x) * self._x_scale, centre[1] - y
        size = math.hypot(dx, dy) or 1.0
        return dx / size, dy / size
