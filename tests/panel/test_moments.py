"""Dates as one says them, whatever the zone they were written in."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest

pytest.importorskip("qgis.core")

from crige_ia_plugin.panel.catalogues.moments import day, for_how_long, here_and_now, moment_of, when

PARIS = timezone(timedelta(hours=1))
NOW = datetime(2026, 11, 29, 11, 5, tzinfo=PARIS)


@pytest.mark.parametrize("text", ["", "yesterday", "2026-13-01", "29/11/2026"])
def test_what_is_no_date_is_shown_as_it_is(qgis_app, text: str) -> None:
    assert moment_of(text) is None
    assert when(text, NOW) == day(text) == text
    assert for_how_long(text, NOW) == ""


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2026-11-29T10:04:30Z", "just now"),
        ("2026-11-29T11:04:30+01:00", "just now"),
        ("2026-11-29T08:30:00Z", "today at 09:30"),
        ("2026-11-28T23:30:00Z", "today at 00:30"),  # in Paris it was today already
        ("2026-11-28T22:30:00Z", "yesterday at 23:30"),
        ("2026-11-28T09:00:00", "yesterday at 10:00"),  # without a zone: UTC
    ],
)
def test_it_is_said_as_seen_from_here(qgis_app, text: str, said: str) -> None:
    assert when(text, NOW) == said


def test_before_yesterday_it_is_a_day(qgis_app) -> None:
    for text in ("2026-11-20T10:00:00Z", "2026-11-20"):
        assert when(text, NOW) == day(text)
        assert "20" in day(text)
    assert when("2027-01-02", NOW) == day("2027-01-02")  # a clock that is wrong


@pytest.mark.parametrize(
    ("hours", "said"),
    [
        (-3, ""),
        (0.9, ""),
        (1, "1 hour(s)"),
        (5.5, "5 hour(s)"),
        (47.9, "47 hour(s)"),
        (48, "2 day(s)"),
        (100, "4 day(s)"),
    ],
)
def test_it_has_lasted_for_hours_or_days(qgis_app, hours: float, said: str) -> None:
    assert for_how_long((NOW - timedelta(hours=hours)).isoformat(), NOW) == said


def test_this_computer_has_a_zone() -> None:
    assert here_and_now().utcoffset() is not None
