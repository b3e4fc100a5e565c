"""Field names that French road data are published under, so that a tool can propose them.

Roads of BD TOPO (V2 and V3), of OpenStreetMap and of our own outputs; reference points of BD TOPO V3, of the national
network and of our own outputs.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np

#: Fields that name a road's route, in the order in which they are proposed: ours, BD TOPO V3, V2, OpenStreetMap.
ROUTE_FIELDS = ("route", "cpx_numero", "numero", "ref", "numero_route", "nom_route", "name")
#: Fields that tell the carriageway. ``sens`` is none: one-way streets and slip roads have it too.
SIDE_FIELDS = ("side", "cote")
#: Fields whose values tell a roundabout: BD TOPO's ``Rond-point``, OpenStreetMap's ``roundabout`` and ``circular``.
ROUNDABOUT_FIELDS = ("nature", "junction")
_ROUNDABOUTS = frozenset({"rond-point", "rond point", "giratoire", "roundabout", "circular"})


class MarkerFields(NamedTuple):
    """The fields of a table of reference points; empty where it has none.

    Attributes:
        route: Name of the route.
        pr: Number of the marker.
        department: Département in which numbers restart.
        network: Concession or manager.
        side: Carriageway.
        cumul: Distance cumulated along the route.
        kind: Type of marker; not all are posts on the ground.
    """

    route: str
    pr: str
    department: str = ""
    network: str = ""
    side: str = ""
    cumul: str = ""
    kind: str = ""


#: In the order in which they are looked for: ours, BD TOPO V3's ``point_de_repere``, the national file.
MARKER_PRESETS = (
    MarkerFields("route", "pr", "department", "network", "side", "m"),
    MarkerFields("route", "numero", "code_insee_du_departement", "gestionnaire", "cote", "abscisse", "type_de_pr"),
    MarkerFields("route", "pr", "depPr", "concessionPr", "cote", "cumul"),
)
_ENOUGH = 5


def known_field(names: Iterable[str], known: Sequence[str]) -> str | None:
    """Return the first of ``known`` that is among the names, as written there; case is ignored."""
    by_name = {name.casefold(): name for name in reversed(list(names))}
    return next((by_name[one.casefold()] for one in known if one.casefold() in by_name), None)


def known_route_field(names: Iterable[str]) -> str | None:
    """Return the field that names the route of a road."""
    return known_field(names, ROUTE_FIELDS)


def known_side_field(names: Iterable[str]) -> str | None:
    """Return the field that tells the carriageway of a road."""
    return known_field(names, SIDE_FIELDS)


def known_marker_fields(names: Iterable[str]) -> MarkerFields | None:
    """Return the fields of a table of markers that has those of a preset; None when it has not.

    The first preset that is there in full is taken, else the one that comes nearest: the route, the number and five
    fields at least must be there.
    """
    listed = list(names)
    best: tuple[int, MarkerFields] | None = None
    for preset in MARKER_PRESETS:
        found = MarkerFields(*(known_field(listed, (one,)) or "" if one else "" for one in preset))
        score = sum(map(bool, found))
        if score == sum(map(bool, preset)):
            return found
        if found.route and found.pr and score >= _ENOUGH and (best is None or score > best[0]):
            best = (score, found)
    return None if best is None else best[1]


def are_roundabouts(values: Sequence[object]) -> np.ndarray:
    """Return bool (n,), whether each value says that a road is a roundabout."""
    known = {value: str(value).strip().casefold() in _ROUNDABOUTS for value in set(values)}
    return np.array([known[value] for value in values], dtype=bool)
