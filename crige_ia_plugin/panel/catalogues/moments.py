"""Dates as one says them: "yesterday at 16:42", "for 3 days"."""

from __future__ import annotations

from datetime import datetime, timezone

from qgis.PyQt.QtCore import QDate, QLocale

from ...translation import tr
from ..numbers import user_locale


def moment_of(text: str) -> datetime | None:
    """Moment that a date of a catalogue tells, in UTC; None when it tells none."""
    try:
        found = datetime.fromisoformat(text.strip().replace("Z", "+00:00"))
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=timezone.utc)


def when(text: str, now: datetime) -> str:
    """When something was, as seen from ``now``; the text itself when it is no date."""
    moment = moment_of(text)
    if moment is None:
        return text
    there, here = moment.astimezone(now.tzinfo), now
    days = (here.date() - there.date()).days
    clock = f"{there:%H:%M}"
    if 0 <= (here - there).total_seconds() < 60:
        return tr("just now")
    if days == 0:
        return tr("today at {time}").format(time=clock)
    if days == 1:
        return tr("yesterday at {time}").format(time=clock)
    return day(text)


def day(text: str) -> str:
    """The day of a moment, as the user's system writes days; the text itself when it is no date."""
    moment = moment_of(text)
    if moment is None:
        return text
    return user_locale().toString(QDate(moment.year, moment.month, moment.day), QLocale.FormatType.ShortFormat)


def for_how_long(text: str, now: datetime) -> str:
    """For how long something has lasted, in days or in hours; nothing for less than an hour."""
    moment = moment_of(text)
    hours = int((now - moment).total_seconds() // 3600) if moment else 0
    if hours >= 48:
        return tr("%n day(s)", n=hours // 24)
    if hours >= 1:
        return tr("%n hour(s)", n=hours)
    return ""


def here_and_now() -> datetime:
    """The time, in the zone of this computer."""
    return datetime.now(timezone.utc).astimezone()
