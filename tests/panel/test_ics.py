"""Events for calendars."""

from __future__ import annotations

from datetime import datetime

import pytest

from crige_ia_plugin.panel.ics import calendar

STAMP = datetime(2025, 11, 22, 10, 30)


def unfolded(text: str) -> list[str]:
    return text.replace("\r\n ", "").split("\r\n")


def test_a_day_begins_and_ends_as_the_standard_says(make_record):
    record = make_record(time={"date": "2025-12-31"}, title="Atelier ; IA, « géo »", description="Un\ndeux\\trois")
    lines = unfolded(calendar(record, "fr", STAMP))
    assert "DTSTART;VALUE=DATE:20251231" in lines
    assert "DTEND;VALUE=DATE:20260101" in lines
    assert "DTSTAMP:20251122T103000Z" in lines
    assert "SUMMARY:Atelier \\; IA\\, « géo »" in lines
    assert "DESCRIPTION:Un\\ndeux\\\\trois" in lines


def test_lines_are_folded_at_75_bytes_and_never_inside_a_letter(make_record):
    description = "é" * 500 + "🌳" * 100
    record = make_record(time={"date": "2025-12-31"}, description=description)
    text = calendar(record, "fr", STAMP)
    assert all(len(line.encode("utf-8")) <= 75 for line in text.split("\r\n"))
    assert f"DESCRIPTION:{description}" in unfolded(text)


def test_no_property_can_be_smuggled_in(make_record):
    record = make_record(identifier="a\r\nX-EVIL:1", time={"date": "2025-12-31"}, description="x\r\nATTACH:file")
    assert not [line for line in unfolded(calendar(record, "fr", STAMP)) if line.startswith(("X-EVIL", "ATTACH"))]


def test_a_date_that_is_no_day_is_refused(make_record):
    with pytest.raises(ValueError, match="2025-12"):
        calendar(make_record(time={"date": "2025-12"}), "fr", STAMP)
