"""An event as a file for calendars.

Source: RFC 5545, Internet Calendaring and Scheduling Core Object Specification.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta

from ..catalogue.record import Record

_FOLD = 73
"""Bytes of a line before it is folded: at most 75 with the line's end."""


def calendar(record: Record, language: str, stamp: datetime) -> str:
    """Return the text of an .ics file for a whole-day event.

    Args:
        record: A record whose ``date`` is a day.
        language: Language of the texts.
        stamp: When the file is made, in UTC.

    Raises:
        ValueError: the record has no day.
    """
    day = date.fromisoformat(record.date)
    end = day + timedelta(days=1) if day < date.max else day
    text = record.text(language)
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//CRIGE PACA//crige_ia_plugin//FR",
        "BEGIN:VEVENT",
        f"UID:{_escaped(record.id)}@crige_ia_plugin",
        f"DTSTAMP:{stamp:%Y%m%dT%H%M%SZ}",
        f"DTSTART;VALUE=DATE:{day:%Y%m%d}",
        f"DTEND;VALUE=DATE:{end:%Y%m%d}",
        f"SUMMARY:{_escaped(text.title)}",
        f"DESCRIPTION:{_escaped(text.description)}",
    ]
    if record.landing:
        lines.append(f"URL:{record.landing}")
    lines += ["END:VEVENT", "END:VCALENDAR"]
    return "".join(_folded(line) + "\r\n" for line in lines)


def _escaped(text: str) -> str:
    """Text with what has a meaning in the format escaped, line ends included."""
    for found, written in (("\\", "\\\\"), (";", "\\;"), (",", "\\,")):
        text = text.replace(found, written)
    return "\\n".join(text.splitlines())


def _folded(line: str) -> str:
    """Line cut every 73 bytes, never inside a letter, each further piece starting with a space."""
    pieces, current = [], ""
    for letter in line:
        if len((current + letter).encode("utf-8")) > _FOLD:
            pieces.append(current)
            current = ""
        current += letter
    return "\r\n ".join([*pieces, current])
