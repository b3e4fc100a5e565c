"""What is wrong in a network as a layer of points and on the run sheet, and the levels that tell bridges apart."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeatureSource,
    QgsField,
    QgsFields,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ... import messages
from ...compat import make_field
from ...engine.anomalies import SEVERITY, Anomalies
from ...engine.monitor import Cancelled
from ...engine.network.levels import Levels, known_level_field, read_levels
from ...translation import tr
from ..base import Algorithm
from ..features import LineTable
from ..styles import ANOMALIES, apply_style

_LISTED = 8
"""Values of a level field that are named when they say no level; the others are counted."""


def read_level_field(
    algorithm: Algorithm, source: QgsFeatureSource, table: LineTable, level_field: str
) -> Levels | None:
    """Read the level field, None when none was chosen; say so when there is one that was not, or that says no level."""
    label = tr("Grade separation was taken into account")
    if not level_field:
        known = known_level_field([field.name() for field in source.fields()])
        if known is not None:
            algorithm.warn(
                tr(
                    "The field “{field}” holds levels and was not used: roads were cut under bridges and above "
                    "tunnels. Choose it as level field."
                ).format(field=known)
            )
            algorithm.add_check("grade_separation", label, False, tr("Field “{field}” not used").format(field=known))
        return None
    levels = read_levels(table.values(source.fields().lookupField(level_field)))
    # A field that says no level somewhere may be the wrong one altogether.
    algorithm.add_check("grade_separation", label, not levels.unread, level_field)
    if levels.unread:
        listed = ", ".join(f"{value} ({count})" for value, count in levels.unread[:_LISTED])
        more = len(levels.unread) - _LISTED
        if more > 0:
            listed += tr(", and %n other value(s)", n=more)
        algorithm.warn(
            tr("Values of “{field}” that are no levels were taken as ground level: {values}.").format(
                field=level_field, values=listed
            )
        )
    return levels


def with_unusable(table: LineTable, found: Anomalies) -> Anomalies:
    """Add the features whose geometry could not be used to what was found; return it."""
    for row, code in table.problems:
        found.add(code, np.full((1, 2), np.nan), np.array([row]))
    return found


def write_network_anomalies(
    algorithm: Algorithm,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
    feedback: QgsProcessingFeedback,
    crs: QgsCoordinateReferenceSystem,
    fids: np.ndarray,
    found: Anomalies,
    sentences: Mapping[str, str],
    distance: Callable[[float], str],
    value_label: str,
) -> int:
    """Write the output ``ANOMALIES``; return how many there are.

    Args:
        algorithm: Whose output it is.
        parameters: Its parameters.
        context: Context of the run.
        feedback: Asked whether the user cancelled.
        crs: CRS of the network.
        fids: int64 (n,), ids of the features, by row.
        found: The anomalies.
        sentences: What each code means.
        distance: Writes a value with its unit.
        value_label: What the user reads above the values.

    Raises:
        Cancelled: The user cancelled.
    """
    own = anomaly_fields(value_label)
    fields = QgsFields()
    for field in own:
        fields.append(field)
    aliases = {field.name(): field.alias() for field in own}

    def dress(layer: QgsVectorLayer) -> None:
        apply_style(layer, ANOMALIES, aliases=aliases)

    destination = algorithm.destination(
        parameters, "ANOMALIES", context, fields, QgsWkbTypes.Type.Point, crs, aliases, dress
    )
    for row in found.ordered() if destination is not None else ():
        if feedback.isCanceled():
            raise Cancelled
        code, other, value = found.code[row], found.other[row], found.value[row]
        known = value == value
        destination.add(
            None,
            [
                code.value,
                SEVERITY[code].value,
                sentences[code.value].format(value=distance(value) if known else ""),
                int(fids[found.feature[row]]),
                int(fids[other]) if other >= 0 else None,
                value if known else None,
            ],
            _point(*found.xy[row]),
        )
    return len(found)


def tell_anomalies(algorithm: Algorithm, found: Anomalies) -> None:
    """List on the run sheet how many anomalies there are of each kind."""
    counts = found.counts()
    if counts:
        names, severities = messages.anomaly_names(), messages.severities()
        algorithm.add_table(
            tr("Anomalies"),
            (tr("Anomaly"), tr("Severity"), tr("Number")),
            [(names[code.value], severities[SEVERITY[code].value], count) for code, count in counts.items()],
        )


def anomaly_fields(value_label: str) -> list[QgsField]:
    """Return the fields of the layer."""
    return [
        make_field("code", "text", tr("Anomaly")),
        make_field("severity", "text", tr("Severity")),
        make_field("message", "text", tr("Explanation")),
        make_field("source_fid", "integer64", tr("Source feature")),
        make_field("other_fid", "integer64", tr("Other feature")),
        make_field("value", "double", value_label),
    ]


def _point(x: float, y: float) -> bytes | None:
    """Return the WKB of a place, None where there is none."""
    if x != x:
        return None
    return b"\x01\x01\x00\x00\x00" + np.array([x, y], dtype="<f8").tobytes()
