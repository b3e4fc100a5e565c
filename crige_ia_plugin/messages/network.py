"""What is wrong in a network, and what keeps the engines from computing."""

from __future__ import annotations

from collections.abc import Mapping

from ..translation import tr
from .reading import shown


def engine_problems() -> dict[str, str]:
    """Return the sentences of the engines' ``Problem`` by code, to be filled with its ``parameters``."""
    return {
        "negative_tolerance": tr("The tolerance is {tolerance}: it cannot be negative. Use 0 to move nothing."),
        "tolerance_too_large": tr(
            "The tolerance of {tolerance} is too large for this network, whose larger side is {extent}: a quarter of "
            "it is the most. It is in units of the layer; choose one of the order of the gaps to close."
        ),
        "tolerance_crowded": tr(
            "The tolerance of {tolerance} is too large for this network: too many points lie that close together. "
            "Choose a smaller one, of the order of the gaps to close."
        ),
    }


def engine_problem(code: str, parameters: Mapping[str, object]) -> str:
    """Return the sentence of one ``Problem`` of an engine."""
    return engine_problems()[code].format(**{name: shown(value) for name, value in parameters.items()})


def anomalies() -> dict[str, str]:
    """Return the sentences of ``AnomalyCode``; ``{value}`` is a distance with its unit."""
    return {
        "null_geometry": tr("The feature has no geometry: it is not in the result"),
        "empty_geometry": tr("The geometry is empty: the feature is not in the result"),
        "non_finite": tr("A coordinate is not a number (NaN or infinite): the line is not in the result"),
        "not_a_line": tr("A part of the geometry is not a line: this part is not in the result"),
        "zero_length": tr("The line has no length: it is not in the result"),
        "duplicate": tr("Two features have exactly the same line"),
        "overlap": tr("Two lines overlap here"),
        "crossing_without_vertex": tr(
            "Two lines cross here without a common vertex, on the same level: a junction or a level is missing. "
            "They were cut"
        ),
        "shared_vertex_across_levels": tr(
            "Lines of different levels share a vertex here without joining: they were not cut"
        ),
        "self_intersection": tr("The line crosses or touches itself here"),
        "undershoot": tr("The line stopped {value} short of another: its end was moved onto it"),
        "overshoot": tr("The line ran {value} beyond its last junction: it was trimmed there"),
        "displaced": tr("A vertex was moved by {value} onto its neighbour, within the tolerance"),
        "near_vertices": tr("Two vertices lie {value} apart: they were meant to be one"),
        "isolated": tr("This part of the network, {value} long, is joined to no other"),
        "unknown_z": tr("Heights are unknown (9999, −1000 or NaN) at some vertices of the line"),
    }


def findings() -> dict[str, str]:
    """Return the sentences of ``AnomalyCode`` where nothing is repaired, only found."""
    return {
        **anomalies(),
        "null_geometry": tr("The feature has no geometry"),
        "empty_geometry": tr("The geometry is empty"),
        "non_finite": tr("A coordinate is not a number (NaN or infinite)"),
        "not_a_line": tr("A part of the geometry is not a line"),
        "zero_length": tr("The line has no length"),
        "crossing_without_vertex": tr(
            "Two lines cross here without a common vertex, on the same level: a junction or a level is missing"
        ),
        "shared_vertex_across_levels": tr("Lines of different levels share a vertex here without joining"),
        "undershoot": tr("The line stops {value} short of another"),
        "overshoot": tr("The line runs {value} beyond its last junction"),
    }


def anomaly_names() -> dict[str, str]:
    """Return the short name of each ``AnomalyCode``, for tables, legends and the run sheet."""
    return {
        "null_geometry": tr("Missing geometry"),
        "empty_geometry": tr("Empty geometry"),
        "non_finite": tr("Invalid coordinate"),
        "not_a_line": tr("Not a line"),
        "zero_length": tr("Line without length"),
        "duplicate": tr("Duplicate"),
        "overlap": tr("Overlap"),
        "crossing_without_vertex": tr("Crossing without vertex"),
        "shared_vertex_across_levels": tr("Vertex shared across levels"),
        "self_intersection": tr("Self-intersection"),
        "undershoot": tr("Undershoot"),
        "overshoot": tr("Overshoot"),
        "displaced": tr("Displaced vertex"),
        "near_vertices": tr("Vertices nearly together"),
        "isolated": tr("Isolated part"),
        "unknown_z": tr("Unknown height"),
    }


def severities() -> dict[str, str]:
    """Return the words of ``Severity``."""
    return {"error": tr("Error"), "warning": tr("Warning"), "info": tr("Information")}
