"""Reference points: as a table gives them, and calibrated on routes."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, fields

import numpy as np

from ..measures import Side, read_sides
from ..routes.names import Match, match_routes, normalise_route
from .addresses import AddressStatus, read_address

#: Types of BD TOPO's ``type_de_pr`` that are posts on the ground.
POST_TYPES = frozenset({"PR", "PR0", "PRF", "PRD"})


@dataclass(frozen=True)
class Markers:
    """Markers as a table gives them.

    Attributes:
        xy: float64 (n, 2), in the units of the routes' layer.
        route: int64 (n,), code of the route; −1 where the network has no such route, −2 where the row names none.
        pr: int64 (n,), number, −1 where it is not known.
        side: int64 (n,), :class:`measures.Side`.
        department: object (n,), text in a form that compares (``"1"`` for ``01``), ``""`` where unknown.
        network: object (n,), concession or manager, ``""`` where unknown.
        cumul: float64 (n,), official distance cumulated along the route, NaN where unknown.
        post: bool (n,), whether it stands on the ground.
    """

    xy: np.ndarray
    route: np.ndarray
    pr: np.ndarray
    side: np.ndarray
    department: np.ndarray
    network: np.ndarray
    cumul: np.ndarray
    post: np.ndarray


@dataclass(frozen=True)
class CalibratedMarkers:
    """Markers with their place on the routes: what ``CALIBRATED_MARKERS`` holds and what addresses are resolved by.

    Attributes:
        row: int64 (n,), row in the table of markers.
        route: int64 (n,), code of the route.
        side: int64 (n,), :class:`measures.Side` of the marker.
        pr: int64 (n,), number.
        department: object (n,), text.
        network: object (n,), text.
        m: float64 (n,), measure of its place on the calibrated route.
        ground: float64 (n,), abscissa of that place in metres of ground from the start of the route.
        xy: float64 (n, 2), its place on the route.
        distance: float64 (n,), from the marker to that place.
        used: bool (n,), whether the calibration rests on it; the others are out of order and resolve no address.
    """

    row: np.ndarray
    route: np.ndarray
    side: np.ndarray
    pr: np.ndarray
    department: np.ndarray
    network: np.ndarray
    m: np.ndarray
    ground: np.ndarray
    xy: np.ndarray
    distance: np.ndarray
    used: np.ndarray

    def take(self, rows: np.ndarray) -> CalibratedMarkers:
        """Return some markers, in the order given."""
        return CalibratedMarkers(**{f.name: getattr(self, f.name)[rows] for f in fields(self)})


def comparable_text(values: Sequence[object] | None, count: int) -> np.ndarray:
    """Return object (n,): département and network codes as text that compares, whatever their type and zeros."""
    texts = np.empty(count, dtype=object)
    texts[:] = ""
    if values is None:
        return texts
    known: dict[object, str] = {}
    listed = values.tolist() if isinstance(values, np.ndarray) else values
    for row, value in enumerate(listed):
        text = known.get(value)
        if text is None:
            text = known[value] = _comparable(value)
        texts[row] = text
    return texts


def _comparable(value: object) -> str:
    if value is None or value != value:
        return ""
    if isinstance(value, (float, np.floating)) and float(value).is_integer():
        value = int(value)
    text = " ".join(str(value).split()).upper()
    return text.lstrip("0") or ("0" if text else "")


def read_markers(
    xy: np.ndarray,
    route: Sequence[object],
    pr: Sequence[object],
    names: Sequence[object],
    department: Sequence[object] | None = None,
    network: Sequence[object] | None = None,
    side: Sequence[object] | None = None,
    cumul: Sequence[object] | None = None,
    kind: Sequence[object] | None = None,
) -> tuple[Markers, list[Match]]:
    """Read a table of markers.

    Args:
        xy: float64 (n, 2), NaN for a row without geometry.
        route: Route names as written.
        pr: Numbers (``12``, ``"PR12"``).
        names: Routes of the network, in the order of their codes.
        department: Départements, or None.
        network: Concession or manager, or None.
        side: D, G, I, U, or None.
        cumul: Official cumulated distances in metres, or None.
        kind: Types; only :data:`POST_TYPES` are posts. None: all are.

    Returns:
        The markers, and the matches made between route names.
    """
    count = len(xy)
    codes, matches = match_routes(route, names)
    blank = np.array([normalise_route(v) is None for v in route], dtype=bool) if count else np.zeros(0, bool)
    codes = np.where(blank, -2, codes)
    numbers = [read_address(v) for v in (pr.tolist() if isinstance(pr, np.ndarray) else pr)]
    number = np.array([a.pr if a.status is AddressStatus.READ else -1 for a in numbers], dtype=np.int64)
    sides = np.zeros(count, dtype=np.int64) if side is None else read_sides(side)
    post = np.ones(count, dtype=bool)
    if kind is not None:
        post = np.array([str(v).strip().upper() in POST_TYPES for v in kind], dtype=bool)
    markers = Markers(
        np.asarray(xy, dtype=np.float64),
        codes,
        number,
        sides,
        comparable_text(department, count),
        comparable_text(network, count),
        _numbers(cumul, count),
        post,
    )
    return markers, matches


def _numbers(values: Sequence[object] | None, count: int) -> np.ndarray:
    """Return float64 (n,), NaN for what is no number."""
    if values is None:
        return np.full(count, np.nan)
    if isinstance(values, np.ndarray) and values.dtype.kind in "fiu":
        return values.astype(np.float64)
    return np.array([_number(v) for v in values], dtype=np.float64)


def _number(value: object) -> float:
    try:
        return float(str(value).replace(",", "."))
    except ValueError:
        return math.nan


def series_of(markers: Markers) -> np.ndarray:
    """Return int64 (n,): markers of one series have comparable numbers (département, network and lane)."""
    known: dict[tuple[str, str, bool], int] = {}
    left = (markers.side == Side.LEFT).tolist()
    keys = zip(markers.department.tolist(), markers.network.tolist(), left)
    return np.array([known.setdefault(k, len(known)) for k in keys], dtype=np.int64)
