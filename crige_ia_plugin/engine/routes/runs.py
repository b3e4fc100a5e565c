"""What one build of routes works on, and the runs it makes: each with its abscissa."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from ..lines import Lines
from ..measures import Side
from .anomalies import AnomalyList, Decision, RouteFault
from .chains import Chain, Component
from .options import GapRule, RouteOptions
from .pieces import RoutePieces
from .segments import RouteSegments, Runs, make_segments
from .walks import Walker


@dataclass
class Members:
    """Lines in groups: a group is 2 · route, plus 1 for the left carriageway."""

    line: np.ndarray
    route: np.ndarray
    side: np.ndarray
    shared: np.ndarray

    def take(self, rows: np.ndarray) -> Members:
        """Return some members, in the order given."""
        return Members(self.line[rows], self.route[rows], self.side[rows], self.shared[rows])

    def group(self) -> np.ndarray:
        """Return int64 (m,), the group of each."""
        group: np.ndarray = 2 * self.route + (self.side == Side.LEFT)
        return group


@dataclass
class RouteWork:
    """What one build passes from step to step."""

    lines: Lines
    members: Members
    position: np.ndarray
    roundabout: np.ndarray
    options: RouteOptions
    names: list[str]
    pieces: RoutePieces
    found: AnomalyList = field(default_factory=AnomalyList)


class RunList:
    """Gives every run of every chain its abscissa, and reports what is found on the way."""

    def __init__(self, work: RouteWork, walker: Walker, quiet: bool = False) -> None:
        self._work, self._walker, self._quiet = work, walker, quiet
        self._half: list[int] = []
        self._count: list[int] = []
        self._route: list[int] = []
        self._branch: list[int] = []
        self._start: list[float] = []
        self._xy: list[list[float]] = work.pieces.node_xy.tolist()
        self._feature = work.lines.feature[work.pieces.line].tolist()
        self._jumps: dict[tuple[int, int], float] = {}

    def add_all(self, chains: Sequence[Chain]) -> None:
        """Add chains whose components follow one another."""
        self._measure_jumps([(a.end, b.start) for c in chains for a, b in zip(c.components, c.components[1:])])
        for chain in chains:
            self.add(chain)

    def add(self, chain: Chain, anchors: list[float | None] | None = None) -> None:
        """Add a chain whose components follow one another, or start at ``anchors`` where these are known."""
        at = 0.0
        branches = 0
        previous: int | None = None
        for rank, component in enumerate(chain.components):
            anchor = anchors[rank] if anchors is not None else None
            if anchor is not None:
                at = max(anchor, at) if rank else anchor
            elif previous is not None:
                at += self._gap(chain, previous, component)
            at, branches = self._add_component(chain, component, at, branches)
            previous = component.end

    def _add_component(self, chain: Chain, component: Component, at: float, branches: int) -> tuple[float, int]:
        walked = component.walked
        side = int(Side.LEFT) if chain.group & 1 else int(Side.SINGLE)
        self._run(walked.main, chain.group >> 1, 0, at)
        for number, branch in enumerate(walked.branches, branches + 1):
            self._run(branch.halves, chain.group >> 1, number, at + branch.start)
        if not self._quiet:
            self._report(chain, component, at, side, branches)
        length = self._walker.length
        return at + sum(length[h >> 1] for h in walked.main), branches + len(walked.branches)

    def _run(self, halves: list[int], route: int, branch: int, start: float) -> None:
        self._half += halves
        self._count.append(len(halves))
        self._route.append(route)
        self._branch.append(branch)
        self._start.append(start)

    def _report(self, chain: Chain, component: Component, at: float, side: int, branches: int) -> None:
        found, walked = self._work.found, component.walked
        route = chain.group >> 1
        forks: dict[int, list[int]] = {}
        for number, branch in enumerate(walked.branches):
            forks.setdefault(branch.node, []).append(number)
        for node, numbers in forks.items():
            first = walked.branches[numbers[0]]
            x, y = self._xy[node]
            found.add(
                RouteFault.FORK,
                Decision.MAIN_LINE_CHOSEN,
                route=route,
                side=side,
                branch=branches + numbers[0] + 1,
                feature=self._feature[first.halves[0] >> 1],
                x=x,
                y=y,
                value=float(len(numbers)),
            )
        for number, branch in enumerate(walked.branches, branches + 1):
            if branch.rejoins:
                x, y = self._xy[branch.node]
                found.add(
                    RouteFault.PARALLEL,
                    Decision.MAIN_LINE_CHOSEN,
                    route=route,
                    side=side,
                    branch=number,
                    feature=self._feature[branch.halves[0] >> 1],
                    x=x,
                    y=y,
                    value=sum(self._walker.length[h >> 1] for h in branch.halves),
                )
        for node in walked.roundabouts:
            x, y = self._xy[node]
            found.add(RouteFault.ROUNDABOUT, Decision.TRAVELLED_ARC, route=route, side=side, x=x, y=y, value=at)
        if walked.loop:
            x, y = self._xy[component.start]
            feature = self._feature[walked.main[0] >> 1]
            found.add(RouteFault.LOOP, Decision.STARTS_AT_ORIGIN, route=route, side=side, feature=feature, x=x, y=y)
        if component.doubtful:
            x, y = self._xy[component.start]
            feature = self._feature[walked.main[0] >> 1]
            found.add(
                RouteFault.DIRECTION_IN_DOUBT,
                Decision.DIRECTION_GUESSED,
                route=route,
                side=side,
                feature=feature,
                x=x,
                y=y,
            )

    def _gap(self, chain: Chain, previous: int, component: Component) -> float:
        """Return what the jump to a component counts, and report it."""
        options = self._work.options
        jump = (previous, component.start)
        if jump not in self._jumps:
            self._measure_jumps([jump])
        distance = self._jumps[jump]
        x0, y0 = self._xy[previous]
        island = distance > options.island_distance
        counted = options.gap is not GapRule.ZERO and not island
        if not self._quiet:
            self._work.found.add(
                RouteFault.ISLAND if island else RouteFault.GAP,
                Decision.GAP_COUNTED if counted else Decision.GAP_NOT_COUNTED,
                route=chain.group >> 1,
                side=int(Side.LEFT) if chain.group & 1 else int(Side.SINGLE),
                feature=self._feature[component.walked.main[0] >> 1],
                x=x0,
                y=y0,
                value=distance,
            )
        return distance if counted else 0.0

    def _measure_jumps(self, jumps: list[tuple[int, int]]) -> None:
        """Measure the straight distances between nodes, at once: many routes are in many parts."""
        if not jumps:
            return
        nodes = np.array(jumps, dtype=np.int64)
        start, end = (self._work.pieces.node_xy[nodes[:, column]] for column in (0, 1))
        measure = self._work.options.distance
        distance = np.hypot(*(end - start).T) if measure is None else measure(start, end)
        self._jumps.update(zip(jumps, distance.tolist()))

    def segments(self) -> RouteSegments:
        """Return the segments of all that was added."""
        count = np.array(self._count, dtype=np.int64)
        runs = Runs(
            np.array(self._half, dtype=np.int64),
            np.repeat(np.arange(len(count)), count),
            np.array(self._route, dtype=np.int64),
            np.array(self._branch, dtype=np.int64),
            np.arange(len(count)),
            np.array(self._start, dtype=np.float64),
        )
        return make_segments(self._work.pieces, runs, self._work.members.side, self._work.members.shared)
