"""Route names as French data write them, compared by a normalised key.

``N0088``, ``RN 88`` and ``n-88`` are one route; ``48D0907BG`` is ``D907BG`` in département 48; ``D6/D12`` is a stretch
that two routes share. A name that is not a road number (a street name) is compared as text: case and repeated spaces
are ignored, nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

import numpy as np

#: What databases write where a road has no number.
NO_ROUTE = frozenset({"", "NC", "NR", "NULL", "NONE", "NAN", "SANS OBJET", "INCONNU", "INCONNUE"})

_NUMBER = re.compile(
    r"(?P<department>97[1-8]|2[AB]|\d{2})?(?P<kind>[A-Z]{1,3})(?P<number>\d+)(?P<suffix>[A-Z][A-Z0-9]*)?"
)
_DIGITS = re.compile(r"\d+")
_IGNORED = re.compile(r"[\s\-‐‑–_.]+")
_SHARED = re.compile(r"[/;]")
_KIND = {"RA": "A", "RD": "D", "RN": "N", "RM": "M", "RT": "T", "RC": "C", "VC": "C"}


class RouteKey(NamedTuple):
    """A route name in the form that is compared.

    Attributes:
        route: The road number without zeros or separators (``D907BG``), or the folded text of another name.
        department: The département written in front of it, ``""`` when none is.
    """

    route: str
    department: str

    @property
    def text(self) -> str:
        """The key on one line: ``48D907BG``."""
        return self.department + self.route


class Match(NamedTuple):
    """Two writings that were taken for one route.

    Attributes:
        written: What the data say.
        route: Name of the route it was taken for.
        rows: How many rows say so.
    """

    written: str
    route: str
    rows: int


@dataclass(frozen=True)
class RouteNames:
    """The routes of a table and the rows that belong to each.

    Attributes:
        keys: Routes, sorted; a route's code is its place in this list.
        names: For each route, the writing that most rows use.
        row: int64 (n,), row of each membership; a shared stretch has one for each route.
        route: int64 (n,), code of the route.
        shared: bool (n,), whether the row belongs to several routes.
        unnamed: int64, rows without a route.
        matches: Writings that differ from the route's name and were taken for it.
    """

    keys: list[RouteKey]
    names: list[str]
    row: np.ndarray
    route: np.ndarray
    shared: np.ndarray
    unnamed: np.ndarray
    matches: list[Match]


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, (float, np.floating)):
        return "" if value != value else f"{float(value):g}" if float(value).is_integer() else str(value)
    return " ".join(str(value).split())


def _road_number(text: str) -> RouteKey | None:
    compact = _IGNORED.sub("", text.upper())
    found = _NUMBER.fullmatch(compact)
    if found is None:
        return RouteKey(compact.lstrip("0") or "0", "") if _DIGITS.fullmatch(compact) else None
    kind = _KIND.get(found["kind"], found["kind"])
    number = found["number"].lstrip("0") or "0"
    return RouteKey(kind + number + (found["suffix"] or ""), found["department"] or "")


def normalise_route(value: object) -> RouteKey | None:
    """Return the key of a route name, or None when the value names no route.

    A number is ``[département] class number [suffix]``: spaces, hyphens, points and leading zeros are dropped, RD, RN,
    RM, RT become D, N, M, T, and the suffix (E, BIS, B, G…) is kept.
    """
    return _key(_text(value))


@lru_cache(maxsize=1 << 16)
def _key(text: str) -> RouteKey | None:
    # A network, its markers and its events name the same routes over and over.
    if text.upper() in NO_ROUTE:
        return None
    return _road_number(text) or RouteKey(text.casefold(), "")


def split_routes(value: object) -> list[RouteKey]:
    """Return every route a value names: ``D6/D12`` two, ``N88`` one, empty none.

    A value is a shared stretch only when each side of the ``/`` or ``;`` is a road number.
    """
    text = _text(value)
    if text.upper() in NO_ROUTE:
        return []
    parts = [p for p in _SHARED.split(text) if p.strip()]
    if parts:  # one part too: "D6/"
        keys = [_road_number(p) for p in parts]
        if all(k is not None for k in keys):
            return list(dict.fromkeys(k for k in keys if k is not None))
    key = normalise_route(text)
    return [] if key is None else [key]


def read_routes(values: Sequence[object]) -> RouteNames:
    """Read the route field of a table.

    Args:
        values: One value a row; None, NaN, ``NC``… for no route.
    """
    codes, texts = _distinct(values)
    split = [split_routes(t) for t in texts]
    keys = sorted({k for ks in split for k in ks})
    rank = {k: i for i, k in enumerate(keys)}
    count = np.bincount(codes, minlength=len(texts))
    width = np.array([len(ks) for ks in split], dtype=np.int64)
    flat = np.array([rank[k] for ks in split for k in ks], dtype=np.int64)
    first = np.concatenate([[0], np.cumsum(width)])[:-1].astype(np.int64)
    row_width = width[codes] if len(codes) else np.zeros(0, dtype=np.int64)
    row = np.repeat(np.arange(len(codes)), row_width)
    begins = np.cumsum(row_width) - row_width
    within = np.arange(len(row)) - np.repeat(begins, row_width)
    route = flat[first[codes[row]] + within] if len(row) else np.zeros(0, dtype=np.int64)
    names, matches = _name_routes(keys, texts, split, count)
    return RouteNames(keys, names, row, route, row_width[row] > 1, np.flatnonzero(row_width == 0), sorted(matches))


def _distinct(values: Sequence[object]) -> tuple[np.ndarray, list[str]]:
    seen: dict[object, int] = {}
    texts: dict[str, int] = {}
    codes = np.empty(len(values), dtype=np.int64)
    listed = values.tolist() if isinstance(values, np.ndarray) else values
    for i, value in enumerate(listed):
        code = seen.get(value)
        if code is None:
            code = seen[value] = texts.setdefault(_text(value), len(texts))
        codes[i] = code
    return codes, list(texts)


def _name_routes(
    keys: list[RouteKey], texts: list[str], split: list[list[RouteKey]], count: np.ndarray
) -> tuple[list[str], list[Match]]:
    """Name each route as most rows write it, and list the other writings."""
    writings: dict[RouteKey, dict[str, int]] = {k: {} for k in keys}
    for text, ks, n in zip(texts, split, count.tolist()):
        for written, key in zip(_writings(text, len(ks)), ks):
            writings[key][written] = writings[key].get(written, 0) + n
    names, matches = [], []
    for key in keys:
        ranked = sorted(writings[key].items(), key=lambda item: (-item[1], item[0]))
        names.append(ranked[0][0])
        matches += [Match(written, ranked[0][0], n) for written, n in ranked[1:]]
    return names, matches


def _writings(text: str, parts: int) -> list[str]:
    if parts < 2:
        return [text] * parts
    written: dict[RouteKey, str] = {}
    for part in _SHARED.split(text):
        key = _road_number(part) if part.strip() else None
        if key is not None:
            written.setdefault(key, part.strip())
    return list(written.values())


def match_routes(values: Sequence[object], routes: Iterable[object]) -> tuple[np.ndarray, list[Match]]:
    """Find the route that each row of another table (markers, events) means.

    The key decides, département included. Where only one of the two says the département, the route is taken when it
    is the only one of that number.

    Args:
        values: Route names of the other table, one a row.
        routes: Names of the routes, in the order of their codes.

    Returns:
        int64 (n,), code of the route, −1 when there is none or several could be meant; and the matches made between
        different writings.
    """
    names = [_text(r) for r in routes]
    exact: dict[RouteKey, int] = {}
    loose: dict[str, set[int]] = {}
    for code, name in enumerate(names):
        key = normalise_route(name)
        if key is not None:
            exact.setdefault(key, code)
            loose.setdefault(key.route, set()).add(code)
    departments = [(normalise_route(n) or RouteKey("", "")).department for n in names]
    codes, texts = _distinct(values)
    found = np.array([_find(t, exact, loose, departments) for t in texts], dtype=np.int64)
    count = np.bincount(codes, minlength=len(texts))
    matches = [
        Match(t, names[c], n) for t, c, n in zip(texts, found.tolist(), count.tolist()) if c >= 0 and t != names[c]
    ]
    return found[codes] if len(codes) else np.zeros(0, dtype=np.int64), sorted(matches)


def _find(text: str, exact: dict[RouteKey, int], loose: dict[str, set[int]], departments: list[str]) -> int:
    key = normalise_route(text)
    if key is None:
        return -1
    if key in exact:
        return exact[key]
    likely = [c for c in loose.get(key.route, ()) if not key.department or departments[c] in ("", key.department)]
    return likely[0] if len(likely) == 1 else -1
