"""Tables of road events, as placing and overlaying read them alike."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from qgis.core import QgsFeature, QgsFields

from ...engine.measures import read_sides
from ...engine.referencing.addresses import read_addresses
from ...engine.referencing.addressing import Addressing, Resolved
from ...engine.referencing.event_fields import EventFields
from ...engine.referencing.events import EventKeys, measures_of_addresses, measures_of_cumuls
from ...engine.referencing.markers import comparable_text
from ...engine.referencing.reading import read_numbers, route_codes
from ...engine.routes.names import Match
from ...messages import reasons
from ...translation import tr
from ..base import Algorithm
from ..choices import add_choice
from ..values import attribute_values

PR, CUMUL = "pr", "cumul"
"""How events say where they are: values of the parameter REFERENCE, published."""


@dataclass(frozen=True)
class Events:
    """A table of events with their measures.

    Attributes:
        route: Names of the routes as written.
        place: Returns what the table says of the place of a row, on one line, for messages.
        keys: Routes, sides, départements, networks and branches.
        start: Measures of points or of starts.
        end: Measures of ends; None when events are points.
        lateral: float64 (n,), metres to the right of the route, NaN for none; None when the table does not say.
        matches: Route names that were taken for one another.
    """

    route: Sequence[object]
    place: Callable[[int], str]
    keys: EventKeys
    start: Resolved
    end: Resolved | None
    lateral: np.ndarray | None
    matches: list[Match]

    def sentences(self, rows: np.ndarray, why: np.ndarray) -> list[str]:
        """Return the sentence of each reason, in the user's language.

        Args:
            rows: int64 (k,), events.
            why: object (k,), :class:`addressing.Reason` of each.
        """
        texts = reasons()
        return [
            texts[reason.value].format(route=shown(self.route[row]), address=self.place(row))
            for row, reason in zip(rows.tolist(), why.tolist())
        ]


def read_events(
    features: list[QgsFeature],
    fields: QgsFields,
    chosen: EventFields,
    reference: str,
    names: list[str],
    addressing: Addressing | None,
) -> Events:
    """Read a table of events.

    Args:
        features: Its rows.
        fields: Its fields.
        chosen: Which field tells what; empty names are left out.
        reference: ``PR`` or ``CUMUL``.
        names: Routes of the network, in the order of their codes.
        addressing: Resolves addresses; needed for ``PR``.
    """
    n = len(features)

    def values(name: str) -> list[object] | None:
        return attribute_values(features, fields.lookupField(name)) if name else None

    route = values(chosen.route) or [None] * n
    codes, matches = route_codes(route, names)
    branch = values(chosen.branch)
    keys = EventKeys(
        codes,
        read_sides(values(chosen.side) or [None] * n),
        comparable_text(values(chosen.department), n),
        comparable_text(values(chosen.network), n),
        None if branch is None else np.nan_to_num(read_numbers(branch, n)).astype(np.int64),
    )
    ends: list[Resolved] = []
    columns: list[tuple[list[object], list[object] | None]] = []
    for place, offset in ((chosen.start, chosen.start_offset), (chosen.end, chosen.end_offset)):
        written = values(place)
        if written is None:
            continue
        metres = values(offset) if reference == PR else None
        columns.append((written, metres))
        if reference == PR:
            ends.append(measures_of_addresses(keys, read_addresses(written, metres), addressing))
        else:
            ends.append(measures_of_cumuls(keys, written))
    lateral = values(chosen.lateral)
    return Events(
        route,
        lambda row: " → ".join(_written(written[row], metres and metres[row]) for written, metres in columns),
        keys,
        ends[0],
        ends[1] if len(ends) > 1 else None,
        None if lateral is None else read_numbers(lateral, n),
        matches,
    )


def add_reference(algorithm: Algorithm) -> None:
    """Add REFERENCE."""
    words = {PR: tr("PR and metres after it"), CUMUL: tr("Cumulated distance along the route")}
    add_choice(algorithm, "REFERENCE", tr("Places are given by"), words)


def shown(value: object) -> str:
    """Return a value as its table shows it, empty for none."""
    return "" if value is None else f"{value:.12g}" if isinstance(value, float) else str(value)


def _written(place: object, metres: object) -> str:
    return shown(place) if metres is None else f"{shown(place)}+{shown(metres)}"
