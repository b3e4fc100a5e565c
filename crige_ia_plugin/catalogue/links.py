"""Which links of a catalogue no longer lead anywhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Callable

from .download import Session, read
from .problems import CatalogueError, Code, Problem, Severity
from .record import Record
from .sentences import sentence

_WORKERS = 8
_FIRST_BYTES = 64 << 20
_ALIVE = (Code.TOO_LARGE, Code.UNAUTHORISED, Code.TOO_MANY_REQUESTS)


def dead_links(
    records: Iterable[tuple[Record, str]], session_of: Callable[[], Session], language: str = "en"
) -> Iterator[Problem]:
    """Ask every http(s) address once, several at a time, and tell those that fail.

    Args:
        records: Records with the file they come from.
        session_of: Makes a session for each thread's request.
        language: Language of the reasons.
    """
    users: dict[str, list[tuple[str, str]]] = {}
    for record, file in records:
        for link in record.links:
            if not link.is_relative and not link.href.startswith("mailto:"):
                users.setdefault(link.href, []).append((record.id, file))
    with ThreadPoolExecutor(_WORKERS) as pool:
        for href, problem in zip(users, pool.map(lambda url: failure(url, session_of()), users)):
            if problem:
                reason = sentence(Problem(problem.code, problem.params), language).split(": ", 1)[-1]
                for identifier, file in users[href]:
                    params = {"href": href, "reason": reason, "id": identifier}
                    yield Problem(Code.LINK_DEAD, params, file, 0, Severity.WARNING)


def failure(url: str, session: Session) -> Problem | None:
    """Why an address does not answer; None when it does, be it to ask who we are or because it is large."""
    try:
        read(session, url, _FIRST_BYTES)
    except CatalogueError as error:
        return None if error.code in _ALIVE else error.problem
    return None
