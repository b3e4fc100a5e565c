"""From lines that carry a route name to ordered, oriented and measured routes.

The rules, in the order in which they apply:

- lines of one route are joined where an end of one falls on a vertex of another; ends closer than the tolerance meet;
- a piece that lies exactly on another of the route is left out and reported;
- the main line of each connected component and its branches follow :mod:`route_walks`;
- components follow one another so that the jumps between them are shortest;
- the route is turned as :class:`route_options.StartRule` says;
- a gap counts as :class:`route_options.GapRule` says; beyond ``island_distance`` it is an island and never counted;
- a branch starts at the abscissa of its fork;
- the left carriageway is chained on its own, turned like the right one and starts at the abscissa of the right one
  beside it, so that both share one PR numbering.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..lines import Lines
from ..measures import MeasuredRoutes, Side, planar_steps
from ..monitor import Monitor
from ..nearest import PieceIndex
from .anomalies import Anomalies, AnomalyList, Decision, RouteFault, join_anomalies
from .carriageways import carriageway_sides
from .chains import Chain, Chainer, Component
from .names import RouteNames
from .options import RouteOptions
from .orientation import find_origins, origin_cuts, turn_chains
from .pieces import cut_into_pieces
from .runs import Members, RouteWork, RunList
from .segments import RouteSegments, measured_routes
from .walks import Walker


@dataclass(frozen=True)
class BuiltRoutes:
    """The measured network.

    Attributes:
        segments: Every stretch of line that is in a route.
        routes: Their geometry, in parts.
        anomalies: What was found.
        unplaced: int64, lines that are in no route: without a name, without length, or lying on another.
        position: float64 (v,), running length over all lines.
    """

    segments: RouteSegments
    routes: MeasuredRoutes
    anomalies: Anomalies
    unplaced: np.ndarray
    position: np.ndarray


def running_length(lines: Lines, step: np.ndarray) -> np.ndarray:
    """Return float64 (v,), the length run at each vertex over all lines laid end to end.

    Args:
        lines: The network.
        step: float64 (v,), length of the piece that starts at each vertex.
    """
    position = np.zeros(len(step))
    if len(step):
        inner = step.copy()
        inner[lines.offsets[1:] - 1] = 0.0
        np.cumsum(inner[:-1], out=position[1:])
    return position


def build_routes(
    lines: Lines,
    names: RouteNames,
    step: np.ndarray | None = None,
    side: np.ndarray | None = None,
    options: RouteOptions | None = None,
    roundabout: np.ndarray | None = None,
    monitor: Monitor | None = None,
) -> BuiltRoutes:
    """Order, orient and measure every route.

    Args:
        lines: The network; ``feature`` is the row in the table that ``names`` was read from. Vertices finite.
        names: Routes of the features.
        step: float64 (v,), length of the piece that starts at each vertex; planar (or ``options.distance``) when None.
        side: int64 (f,), :class:`measures.Side` of each feature; None when no field tells it.
        options: The rules to apply.
        roundabout: bool (f,), features that the data say are roundabouts.
        monitor: Told the progress.
    """
    monitor = monitor or Monitor()
    options = options or RouteOptions()
    step = planar_steps(lines, options.distance) if step is None else step
    position = running_length(lines, step)
    found = AnomalyList()
    members = _members(lines, names, position, side, found)
    flags = np.zeros(lines.count, dtype=bool) if roundabout is None else roundabout[lines.feature]
    monitor.step(0.1)
    segments, more = _build(lines, members, position, flags, options, names.names)
    monitor.step(0.6)
    if side is None and options.find_sides and segments.count:
        found_sides = _find_sides(lines, members, segments, position, names.names, options)
        if found_sides is not None:
            sides, led = found_sides
            first = segments
            segments, more = _rebuild(lines, sides, segments, more, position, flags, options, names.names)
            # Sides were seen along the first chain; the right carriageway alone may have been turned the other way.
            wrong = _turned_round(first, led, segments, lines.count, len(names.names))
            if wrong.any():
                swapped = _swapped(sides, wrong)
                segments, more = _rebuild(lines, swapped, segments, more, position, flags, options, names.names)
    monitor.step(0.9)
    routes, _ = measured_routes(lines, segments, position, names.names)
    placed = np.zeros(lines.count, dtype=bool)
    placed[segments.line] = True
    monitor.step(1.0)
    return BuiltRoutes(segments, routes, join_anomalies(found.table(), more), np.flatnonzero(~placed), position)


def _members(
    lines: Lines, names: RouteNames, position: np.ndarray, side: np.ndarray | None, found: AnomalyList
) -> Members:
    """Put lines in routes and report those that cannot be."""
    length = position[lines.offsets[1:] - 1] - position[lines.offsets[:-1]]
    empty = length <= 0
    rows = max(int(lines.feature.max(initial=-1)), int(names.row.max(initial=-1))) + 1
    width = np.bincount(names.row, minlength=rows)[lines.feature]
    first = np.searchsorted(names.row, lines.feature)
    width = np.where(empty, 0, width)
    line = np.repeat(np.arange(lines.count), width)
    index = np.arange(len(line)) + np.repeat(first - (np.cumsum(width) - width), width)
    bad = np.flatnonzero(empty)
    corner = lines.offsets[:-1]
    found.add(
        RouteFault.NO_GEOMETRY,
        Decision.LEFT_OUT,
        feature=lines.feature[bad],
        x=lines.xy[corner[bad], 0],
        y=lines.xy[corner[bad], 1],
    )
    nameless = np.flatnonzero((width == 0) & ~empty)
    found.add(
        RouteFault.NO_ROUTE,
        Decision.LEFT_OUT,
        feature=lines.feature[nameless],
        x=lines.xy[corner[nameless], 0],
        y=lines.xy[corner[nameless], 1],
        value=length[nameless],
    )
    shared = names.shared[index]
    together = np.flatnonzero(shared)
    found.add(
        RouteFault.SHARED,
        Decision.COUNTED_IN_EACH,
        route=names.route[index[together]],
        feature=lines.feature[line[together]],
        x=lines.xy[corner[line[together]], 0],
        y=lines.xy[corner[line[together]], 1],
        value=length[line[together]],
    )
    sides = np.zeros(len(line), dtype=np.int64) if side is None else side[lines.feature[line]]
    return Members(line, names.route[index], sides, shared)


def _build(
    lines: Lines,
    members: Members,
    position: np.ndarray,
    roundabout: np.ndarray,
    options: RouteOptions,
    names: list[str],
) -> tuple[RouteSegments, Anomalies]:
    """Chain some members; the left carriageways after the others, which they lean on."""
    cuts = origin_cuts(lines, members, options)
    pieces = cut_into_pieces(lines, position, members.line, members.group(), options.tolerance, cuts)
    work = RouteWork(lines, members, position, roundabout, options, names, pieces)
    _report_twins(work)
    x_scale = options.scale[0] / options.scale[1]
    walker = Walker(lines, pieces, position, roundabout, options.drive_on_right, x_scale)
    chainer = Chainer(lines, pieces, walker)
    origins, lowest = find_origins(work)
    chains = chainer.survey(origins, lowest)
    main = [c for c in chains if not c.group & 1]
    left = [c for c in chains if c.group & 1]
    turn_chains(work, chainer, walker, main, origins, lowest)
    runs = RunList(work, walker)
    runs.add_all(main)
    segments = runs.segments()
    if left:
        _lean(work, chainer, walker, left, segments, runs)
        segments = runs.segments()
    return segments, work.found.table()


def _report_twins(work: RouteWork) -> None:
    pieces, lines = work.pieces, work.lines
    for whole, fault in ((True, RouteFault.DUPLICATE), (False, RouteFault.OVERLAP)):
        rows = np.flatnonzero(pieces.dropped_whole == whole)
        work.found.add(
            fault,
            Decision.KEPT_FIRST,
            route=pieces.dropped_group[rows] >> 1,
            feature=lines.feature[pieces.dropped_line[rows]],
            other=lines.feature[pieces.line[pieces.twin[rows]]],
            x=lines.xy[pieces.dropped_vertex[rows], 0],
            y=lines.xy[pieces.dropped_vertex[rows], 1],
            value=pieces.length[pieces.twin[rows]],
        )


def _lean(
    work: RouteWork, chainer: Chainer, walker: Walker, chains: list[Chain], right: RouteSegments, runs: RunList
) -> None:
    """Turn left carriageways like the right ones and start them at the abscissa beside them."""
    routes, _ = measured_routes(work.lines, right, work.position, work.names)
    part = routes.lines().vertex_line()
    piece = np.flatnonzero(routes.lines().piece_mask() & (routes.branch == 0)[part])
    index = PieceIndex(routes.xy, piece, routes.route[part[piece]], scale=work.options.scale)
    nodes, route = [], []
    for chain in chains:
        for component in chain.components:
            nodes += [component.start, component.end]
            route += [chain.group >> 1] * 2
    reach = 10 * work.options.marker_distance
    near = index.search(work.pieces.node_xy[nodes], reach, np.array(route, dtype=np.int64))
    beside = np.full(len(nodes), np.nan)
    hit = near.piece >= 0
    at = near.piece[hit]
    beside[hit] = routes.m[at] + near.share[hit] * (routes.m[at + 1] - routes.m[at])
    row = 0
    for chain in chains:
        placed: list[tuple[float, int, float | None, Component]] = []
        for rank, component in enumerate(chain.components):
            start, end = float(beside[row]), float(beside[row + 1])
            row += 2
            if end < start:
                component, start = chainer.turned(component), end
            known = None if np.isnan(start) else start
            placed.append((np.inf if known is None else known, rank, known, component))
        placed.sort(key=lambda p: (p[0], p[1]))
        chain.components = [p[3] for p in placed]
        runs.add(chain, [p[2] for p in placed])


def _find_sides(
    lines: Lines,
    members: Members,
    segments: RouteSegments,
    position: np.ndarray,
    names: list[str],
    options: RouteOptions,
) -> tuple[Members, np.ndarray] | None:
    """Find the routes that have two carriageways.

    Returns:
        Their members, with their sides, and bool (s,), the segments along which the sides were seen; None when no route
        has two.
    """
    size = len(names)
    several = np.zeros(size, dtype=bool)
    several[segments.route[segments.branch > 0]] = True
    routes, owner = measured_routes(lines, segments, position, names)
    several |= np.bincount(routes.route, minlength=size) > 1
    if not several.any():
        return None
    first = np.ones(routes.count, dtype=bool)
    first[1:] = routes.route[1:] != routes.route[:-1]
    # A route's direction is that of its first unbroken stretch, and of what goes on beyond it.
    reference = (routes.branch == 0) & _goes_on(routes, first, options.scale)
    sides = carriageway_sides(routes, owner, reference, options.scale)
    dual = np.zeros(size, dtype=bool)
    dual[segments.route[sides == Side.LEFT]] = True
    if not dual.any():
        return None
    rows = np.flatnonzero(dual[members.route])
    taken = members.take(rows)
    key = members.route[rows] * lines.count + members.line[rows]
    votes = np.zeros((3, len(rows)))
    order = np.argsort(key)
    spot = np.searchsorted(key[order], segments.route * lines.count + segments.line)
    inside = np.flatnonzero(dual[segments.route])
    np.add.at(votes, (sides[inside], order[spot[inside]]), segments.lengths()[inside])
    taken.side = votes.argmax(axis=0).astype(np.int64)
    led = np.zeros(segments.count, dtype=bool)
    led[owner[reference[routes.lines().vertex_line()]]] = True
    return taken, led


def _turned_round(first: RouteSegments, led: np.ndarray, again: RouteSegments, lines: int, routes: int) -> np.ndarray:
    """Tell which routes run, once their carriageways are told apart, against the direction these were told by.

    Args:
        first: Segments of the first build.
        led: bool (s,), those along which the sides were seen.
        again: Segments once the carriageways are apart.
        lines: Number of lines.
        routes: Number of routes.

    Returns:
        bool by route.
    """
    key = again.route * lines + again.line
    order = np.argsort(key, kind="stable")
    rows = np.flatnonzero(led)
    wanted = first.route[rows] * lines + first.line[rows]
    spot = np.minimum(np.searchsorted(key[order], wanted), max(len(order) - 1, 0))
    there = key[order[spot]] == wanted
    rows, twin = rows[there], order[spot[there]]
    turned = np.where(again.reversed[twin] == first.reversed[rows], -1.0, 1.0)
    vote = np.bincount(first.route[rows], weights=turned * first.lengths()[rows], minlength=routes)
    return vote > 0


def _swapped(members: Members, wrong: np.ndarray) -> Members:
    """Return the members of some routes, their carriageways exchanged."""
    taken = members.take(np.flatnonzero(wrong[members.route]))
    taken.side = np.array([Side.SINGLE, Side.LEFT, Side.RIGHT], dtype=np.int64)[taken.side]
    return taken


def _goes_on(routes: MeasuredRoutes, first: np.ndarray, scale: tuple[float, float]) -> np.ndarray:
    """Return bool (p,), parts of the main line that continue the one before instead of turning back beside it."""
    start, end = routes.xy[routes.offsets[:-1]], routes.xy[routes.offsets[1:] - 1]
    along = (end - start) * scale
    on = np.ones(routes.count, dtype=bool)
    heading = np.zeros(2)
    for part in range(routes.count):
        if first[part] or routes.branch[part]:
            heading = along[part]
            continue
        on[part] = float(along[part] @ heading) >= 0 or not heading.any()
        if on[part]:
            heading = heading + along[part]
    return on


def _rebuild(
    lines: Lines,
    members: Members,
    segments: RouteSegments,
    anomalies: Anomalies,
    position: np.ndarray,
    roundabout: np.ndarray,
    options: RouteOptions,
    names: list[str],
) -> tuple[RouteSegments, Anomalies]:
    """Chain again the routes whose carriageways were told apart."""
    anew = np.zeros(len(names), dtype=bool)
    anew[members.route] = True
    others = segments.take(np.flatnonzero(~anew[segments.route]))
    again, found = _build(lines, members, position, roundabout, options, names)
    told = AnomalyList()
    left = np.flatnonzero(again.side == Side.LEFT)
    told.add(
        RouteFault.PARALLEL,
        Decision.TAKEN_AS_OTHER_SIDE,
        route=again.route[left],
        side=again.side[left],
        branch=again.branch[left],
        feature=lines.feature[again.line[left]],
        x=lines.xy[again.first[left], 0],
        y=lines.xy[again.first[left], 1],
        value=again.lengths()[left],
    )
    kept = anomalies.rows_where(~anew[anomalies.route] | (anomalies.route < 0))
    return others.joined(again), join_anomalies(kept, found, told.table())
