"""Reference points (PR) of the fictitious numbered roads, at the uneven intervals that real ones have."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .geometry import at, direction, length, snap
from .town import Town

DEPARTMENT = "99"


@dataclass(frozen=True)
class Marker:
    """One feature of ``point_de_repere``; ``abscissa`` is cumulated along the route and side, in metres."""

    route: str
    number: str
    abscissa: int
    side: str
    kind: str
    manager: str
    point: np.ndarray


@dataclass(frozen=True)
class _Posts:
    """Posts of one route: where they stand along each drawn line, in metres, and what they are called."""

    route: str
    line: tuple[str, str]
    side: str
    manager: str
    origin: float
    posts: tuple[tuple[str, float, str], ...]


_CONCESSION, _DEPARTMENT = "Autoroutes fictives", "Département fictif"
_MOTORWAY = (("112", 90.0, "PR"), ("113", 1093.0, "PR"), ("114", 2081.0, "PR"), ("115", 3076.0, "PR"))
_D6 = (("0", 0.0, "PR0"), ("1", 1012.0, "PR"), ("2", 1655.0, "PR"), ("3", 2652.0, "PR"), ("3", 1e9, "PRF"))
_D12 = (("7", 410.0, "PR"), ("8", 1398.0, "PR"), ("9", 2431.0, "PR"))
_DUAL = (("22", 210.0, "PR"), ("23", 795.0, "PR"))
_DRAWN_BACKWARDS = (("A999", "G"), ("D943 nord", "U"))
_POSTS = (
    _Posts("A999", ("A999", "D"), "D", _CONCESSION, 112_340.0, _MOTORWAY),
    _Posts("A999", ("A999", "G"), "G", _CONCESSION, 112_340.0, _MOTORWAY),
    _Posts("D6", ("D6", "U"), "U", _DEPARTMENT, 0.0, _D6),
    _Posts("D12", ("D12", "U"), "U", _DEPARTMENT, 6_480.0, _D12),
    _Posts("D943", ("D943 nord", "U"), "U", _DEPARTMENT, 20_115.0, (("21", 130.0, "PR"),)),
    _Posts("D943", ("D943", "D"), "D", _DEPARTMENT, 20_486.0, _DUAL),
    _Posts("D943", ("D943", "G"), "G", _DEPARTMENT, 20_486.0, _DUAL),
    _Posts("D943", ("D943 sud", "U"), "U", _DEPARTMENT, 21_394.0, (("24", 905.0, "PR"),)),
)


def markers(town: Town) -> list[Marker]:
    """Every marker, 30 cm to the right of the axis it belongs to, as surveyed markers seldom lie on it."""
    found = []
    for posts in _POSTS:
        line = town.routes[posts.line]
        if posts.line in _DRAWN_BACKWARDS:
            line = line[::-1]
        for number, place, kind in posts.posts:
            s = min(place, length(line))
            along = direction(line, s)
            point = snap(at(line, s) + 0.3 * np.array([along[1], -along[0]]))
            found.append(Marker(posts.route, number, round(posts.origin + s), posts.side, kind, posts.manager, point))
    return found
