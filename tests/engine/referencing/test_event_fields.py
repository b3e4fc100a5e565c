"""Fields of event tables that are proposed."""

from __future__ import annotations

import pytest

from crige_ia_plugin.engine.referencing.event_fields import EventFields, known_event_fields


@pytest.mark.parametrize(
    ("names", "cumulated", "fields"),
    [
        (
            ["axe", "PLOD", "ABSD", "CUMULD", "PLOF", "ABSF", "CUMULF", "depPr", "concessionPr", "cote"],
            False,
            EventFields("axe", "PLOD", "ABSD", "PLOF", "ABSF", "depPr", "concessionPr", "cote"),
        ),
        (
            ["route", "plod", "absd", "cumuld", "plof", "absf", "cumulf"],
            True,
            EventFields("route", "cumuld", "", "cumulf"),
        ),
        (["Num_Acc", "catr", "voie", "pr", "pr1", "dep"], False, EventFields("voie", "pr", "pr1", department="dep")),
        (
            ["route", "side", "branch", "pr", "abs", "cumul", "address", "lateral"],
            False,
            EventFields("route", "pr", "abs", side="side", branch="branch", lateral="lateral"),
        ),
        (["name", "adresse"], False, EventFields("name", "adresse")),
        (["a", "b"], False, EventFields()),
    ],
)
def test_the_fields_of_a_table_are_known(names, cumulated, fields):
    assert known_event_fields(names, cumulated) == fields
