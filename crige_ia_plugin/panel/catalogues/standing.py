"""How catalogues stand, in words: fresh, signed, unreachable since when; and the status line made of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta, timezone

from ...catalogue.problems import Code
from ...messages import catalogue_problem
from ...translation import tr
from ..centre import CatalogueNote, Centre
from ..status import Mood, Status
from .moments import day, for_how_long, moment_of, when

STALE_DAYS = 30
"""Days without a refresh after which it is said."""

UNREACHABLE = frozenset(
    (
        *(Code.UNREACHABLE, Code.HTTP_STATUS, Code.UNAUTHORISED, Code.PROXY_AUTHENTICATION, Code.TOO_MANY_REQUESTS),
        *(Code.TRUNCATED, Code.REDIRECT_LOOP, Code.REDIRECT_UNSAFE, Code.FOLDER_MISSING, Code.READ_FAILED),
        *(Code.URL_UNSAFE, Code.FILE_MISSING),
    )
)
REFUSED = frozenset(
    (
        *(Code.SIGNATURE_MISSING, Code.SIGNATURE_FORM, Code.SIGNATURE_LEGACY, Code.SIGNATURE_OTHER_KEY),
        *(Code.SIGNATURE_WRONG, Code.CHECKSUM_DIFFERS, Code.SIZE_DIFFERS, Code.SERIAL_OLDER, Code.FILE_UNLISTED),
        *(Code.SUMS_FORM, Code.PATH_UNSAFE, Code.KEY_FORM),
    )
)


def trust(note: CatalogueNote) -> str:
    """Who vouches for a catalogue, in a few words."""
    if note.ships:
        return tr("ships with the plugin")
    if note.signed_by:
        return tr("signed by the key {key}").format(key=note.signed_by)
    return tr("not signed, integrity verified") if note.state.verified else tr("not signed")


def freshness(note: CatalogueNote, now: datetime) -> str:
    """When a catalogue was last read, and whether that is too long ago; nothing for the one that ships."""
    if note.ships:
        return ""
    if not note.state.refreshed:
        return tr("never read yet: refresh")
    said = tr("refreshed {when}").format(when=when(note.state.refreshed, now))
    last = moment_of(note.state.refreshed)
    if last is not None and now - last > timedelta(days=STALE_DAYS):
        said = tr("not refreshed for {time}").format(time=for_how_long(note.state.refreshed, now))
    return said


def expiry(note: CatalogueNote, now: datetime) -> str:
    """That a catalogue should have been renewed, or nothing."""
    if not note.state.is_expired(now.astimezone(timezone.utc)):
        return ""
    return tr("out of date: its publisher should have renewed it by {date}").format(date=day(note.state.expires))


def trouble(note: CatalogueNote, now: datetime) -> str:
    """That a catalogue cannot be refreshed, since when, in a few words; nothing when all is well."""
    problem = note.state.problem
    if problem is None:
        return ""
    if problem.code in UNREACHABLE:
        what = tr("{catalogue} unreachable")
    elif problem.code in REFUSED:
        what = tr("{catalogue} refused")
    else:
        what = tr("{catalogue} unreadable")
    said, time = what.format(catalogue=note.title), for_how_long(note.state.failed, now)
    return tr("{what} for {time}").format(what=said, time=time) if time else said


def trouble_details(note: CatalogueNote) -> str:
    """Why a catalogue cannot be refreshed, and what to do; nothing when all is well."""
    problem = note.state.problem
    return catalogue_problem(problem) if problem else ""


def ready_status(centre: Centre, now: datetime, *, online: bool, can_refresh: bool) -> Status:
    """What the status line says when nothing is under way."""
    notes = list(centre.catalogues.values())
    troubles = [trouble(note, now) for note in notes if note.state.problem]
    outdated = len(centre.holdings.outdated()) if centre.holdings else 0
    words = [tr("%n catalogue(s)", n=len(notes)) if len(notes) > 1 else tr("%n resource(s)", n=centre.index.size)]
    hint = _hint(notes, now)
    if troubles:
        more = tr("%n other(s)", n=len(troubles) - 1) if len(troubles) > 1 else ""
        words = [troubles[0], *([more] if more else [])]
        return Status(tr("{what} — details").format(what=", ".join(words)), Mood.TROUBLE, hint, can_refresh=can_refresh)
    if not online:
        hint += "\n" + tr("Everything that is on this computer works; what needs the network waits for it.")
        return Status(" · ".join([tr("Offline"), *words]), Mood.OFFLINE, hint, can_refresh=can_refresh)
    last = max((note.state.refreshed for note in notes), default="")
    tail = [when(last, now)] if last else []
    if any(not note.has_content for note in notes):
        return Status(" · ".join([tr("To be refreshed"), *words]), Mood.WAITING, hint, can_refresh=can_refresh)
    words = [tr("%n update(s) available", n=outdated)] if outdated else [tr("Up to date"), *words]
    return Status(" · ".join([*words, *tail]), Mood.READY, hint, can_refresh=can_refresh)


def _hint(notes: Sequence[CatalogueNote], now: datetime) -> str:
    """All the catalogues, one a line."""
    lines = []
    for note in notes:
        parts = [trust(note), freshness(note, now), expiry(note, now)]
        lines.append(tr("{name}: {text}").format(name=note.title, text=", ".join(part for part in parts if part)))
        if note.state.problem:
            lines.append(f"  {trouble(note, now)}")
    return "\n".join(lines)
