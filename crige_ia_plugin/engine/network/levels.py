"""Grade separation: what a level field says, as integers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

#: Values that mean "on the ground" beside 0, NULL and blank: a ford, in BD TOPO's ``position_par_rapport_au_sol``, and
#: what a NULL has become that went through a file.
GROUND_WORDS = frozenset({"gué ou radier", "gue ou radier", "nan"})

#: Fields that carry levels, in the order in which they are proposed: BD TOPO V3, BD TOPO V2, OpenStreetMap.
KNOWN_FIELDS = ("position_par_rapport_au_sol", "pos_sol", "layer")

#: A whole number below 1000, be it written with decimals.
_NUMBER = re.compile(r"([+-]?\d{1,3})(?:[.,]0*)?", re.ASCII)


@dataclass(frozen=True)
class Levels:
    """Levels of features.

    Attributes:
        values: int64 (n,), 0 on the ground, positive above, negative below.
        unread: Values that say no level, taken as ground, and how many features have each; the most frequent first.
    """

    values: np.ndarray
    unread: tuple[tuple[str, int], ...]


def read_levels(raw: Iterable[object]) -> Levels:
    """Read the values of a level field: integers, whole decimals, or either as text.

    NULL, blank and the words of :data:`GROUND_WORDS` are ground. So is anything else, which is listed in ``unread``.

    Args:
        raw: One value a feature; None for NULL.
    """
    known: dict[str, int | None] = {}
    unread: Counter[str] = Counter()
    values = []
    for value in raw:
        text = "" if value is None else str(value)
        if text not in known:
            known[text] = _read(text.strip())
        level = known[text]
        if level is None:
            unread[text] += 1
        values.append(level or 0)
    order = sorted(unread.items(), key=lambda item: (-item[1], item[0]))
    return Levels(np.array(values, dtype=np.int64), tuple(order))


def _read(text: str) -> int | None:
    """Return the level that a text says, or None."""
    if not text or text.casefold() in GROUND_WORDS:
        return 0
    number = _NUMBER.fullmatch(text)
    return int(number.group(1)) if number else None


def known_level_field(names: Iterable[str]) -> str | None:
    """Return the field that carries levels by its name, whatever its case; None when there is none."""
    by_name = {name.casefold(): name for name in reversed(list(names))}
    for known in KNOWN_FIELDS:
        if known in by_name:
            return by_name[known]
    return None
