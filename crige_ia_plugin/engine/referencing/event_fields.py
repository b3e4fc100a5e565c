"""Field names that tables of road events are published under, so that a tool can propose them.

Road services write sections as ``plod, absd, cumuld`` (start) and ``plof, absf, cumulf`` (end); accident tables (BAAC)
split the address into ``pr`` and ``pr1``, the metres; our own outputs have ``pr``, ``abs`` and ``cumul``.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from ..road_fields import ROUTE_FIELDS, known_field


class EventFields(NamedTuple):
    """The fields of a table of events; empty where it has none.

    Attributes:
        route: Name of the route.
        start: Marker, whole address, or cumulated distance, of a point or of the start of a section.
        start_offset: Metres after that marker.
        end: The same for the end of a section.
        end_offset: Metres after that marker.
        department: Département in which numbers restart.
        network: Concession or manager.
        side: Carriageway.
        branch: Number of the branch of a route, from 0 for its main line.
        lateral: Metres to the right of the route.
    """

    route: str = ""
    start: str = ""
    start_offset: str = ""
    end: str = ""
    end_offset: str = ""
    department: str = ""
    network: str = ""
    side: str = ""
    branch: str = ""
    lateral: str = ""


_ROUTE = (*ROUTE_FIELDS, "axe", "voie")
_SHARED = {
    "route": _ROUTE,
    "department": ("department", "depPr", "code_insee_du_departement", "departement", "dept", "dep"),
    "network": ("network", "concessionPr", "concession", "gestionnaire"),
    "side": ("side", "cote"),
    "branch": ("branch",),
    "lateral": ("lateral", "deport", "decalage"),
}

#: Names of each role where places are markers and metres, in the order in which they are proposed.
PR_FIELDS = {
    **_SHARED,
    "start": ("plod", "prd", "pr_debut", "pr_deb", "prdeb", "pr", "plo", "address", "adresse"),
    "start_offset": ("absd", "abs_debut", "abs_deb", "absdeb", "pr1", "abs"),
    "end": ("plof", "prf", "pr_fin", "prfin"),
    "end_offset": ("absf", "abs_fin", "absfin"),
}

#: Names of each role where places are cumulated distances.
CUMUL_FIELDS = {
    **_SHARED,
    "start": ("cumuld", "cumul_debut", "cumul_deb", "cumul", "m"),
    "end": ("cumulf", "cumul_fin"),
}


def known_event_fields(names: Iterable[str], cumulated: bool = False) -> EventFields:
    """Return the fields of a table of events, as written there; case is ignored.

    Args:
        names: Fields of the table.
        cumulated: Whether places are cumulated distances, not markers and metres.
    """
    listed = list(names)
    known = CUMUL_FIELDS if cumulated else PR_FIELDS
    return EventFields(**{role: known_field(listed, candidates) or "" for role, candidates in known.items()})
