"""Every code that the pure rooms give, in sentences the user reads; each text stands here to be translated.

One file a room, or a part of one; all are reached by this package.
"""

from __future__ import annotations

from .authoring import authoring_problem, authoring_problems, authoring_words
from .catalogue import catalogue_advice, catalogue_fact, catalogue_problem
from .models import match_states
from .network import anomalies, anomaly_names, engine_problem, engine_problems, findings, severities
from .referencing import address_statuses, reason_names, reasons
from .routes import route_anomalies, route_anomaly_names, route_decisions
from .runsheet import run_sheet_errors, run_sheet_words
from .runtime import script_problem

__all__ = [
    "address_statuses",
    "anomalies",
    "anomaly_names",
    "authoring_problem",
    "authoring_problems",
    "authoring_words",
    "catalogue_advice",
    "catalogue_fact",
    "catalogue_problem",
    "engine_problem",
    "engine_problems",
    "findings",
    "match_states",
    "reason_names",
    "reasons",
    "route_anomalies",
    "route_anomaly_names",
    "route_decisions",
    "run_sheet_errors",
    "run_sheet_words",
    "script_problem",
    "severities",
]
