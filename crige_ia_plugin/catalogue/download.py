"""Bring a file from the network, or say exactly why it did not come.

Works with any ``requests``-like session (its ``get`` with ``stream`` and its responses), so that QGIS's own
network stack, proxies and authentication can be behind it. Redirects are followed here, one by one: never from
https to http. Nothing is accepted that is longer or shorter than announced.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Callable, Protocol
from urllib.parse import urljoin, urlsplit

from .problems import CatalogueError, Code

Progress = Callable[[float], None]
Cancelled = Callable[[], bool]

TIMEOUT = (10.0, 30.0)
"""Seconds to connect, and between two pieces of an answer."""

DEADLINE = 600.0
"""Seconds a whole answer may take: a server that drips a byte at a time must end."""

_MAX_REDIRECTS = 5
_CHUNK = 1 << 16
_RANGE = re.compile(r"bytes (\d+)-(\d+)/(\d+|\*)\Z")


class Session(Protocol):
    """What is used of ``requests.Session``."""

    @property
    def get(self) -> Callable[..., Any]:
        """Ask for an address."""


@dataclass(frozen=True)
class Validators:
    """What a server gave to ask later whether its answer changed."""

    etag: str = ""
    last_modified: str = ""

    def headers(self) -> dict[str, str]:
        """Headers of a conditional request."""
        pairs = (("If-None-Match", self.etag), ("If-Modified-Since", self.last_modified))
        return {name: value for name, value in pairs if value}


NO_VALIDATORS = Validators()


@dataclass(frozen=True)
class Answer:
    """An answer: ``content`` is None when nothing changed since the validators."""

    content: bytes | None
    url: str
    validators: Validators = NO_VALIDATORS


def read(
    session: Session,
    url: str,
    limit: int,
    *,
    validators: Validators = NO_VALIDATORS,
    accept: str = "",
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> Answer:
    """Read a whole answer into memory, up to ``limit`` bytes.

    Raises:
        CatalogueError: URL_UNSAFE, UNREACHABLE, HTTP_STATUS and its kin, REDIRECT_*, TRUNCATED, TOO_LARGE,
            CANCELLED.
    """
    headers = {**validators.headers(), **({"Accept": accept} if accept else {})}
    response, final = _open(session, url, headers, cancelled, (304,) if validators.headers() else ())
    with closing(response):
        if response.status_code == 304:
            return Answer(None, final, validators)
        body = bytearray()
        for chunk in _chunks(response, final, limit, 0, progress, cancelled):
            body += chunk
        return Answer(bytes(body), final, _validators(response.headers))


def save(
    session: Session,
    url: str,
    path: Path,
    limit: int,
    *,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
    deadline: float | None = DEADLINE,
) -> None:
    """Bring a file to ``path`` through ``path`` + ``.part``, going on where an earlier attempt stopped.

    What was interrupted stays in the ``.part`` file for the next time; it is for the caller to verify the result.
    A file that the user waits for, and can cancel, has no ``deadline``: gigabytes take the time they take.

    Raises:
        CatalogueError: as ``read``, or WRITE_FAILED.
    """
    part = path.with_name(path.name + ".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        start = part.stat().st_size if part.is_file() else 0
        headers = {"Range": f"bytes={start}-", "Accept-Encoding": "identity"} if start else {}
        response, final = _open(session, url, headers, cancelled, (206, 416) if start else ())
        with closing(response):
            if not _continues(response, start):
                if start:  # the server starts again, or the part is no longer a part of anything
                    part.unlink()
                    if response.status_code != 200:
                        save(session, url, path, limit, progress=progress, cancelled=cancelled, deadline=deadline)
                        return
                start = 0
            with part.open("ab") as stream:
                for chunk in _chunks(response, final, limit, start, progress, cancelled, deadline):
                    stream.write(chunk)
        part.replace(path)
    except CatalogueError:
        raise
    except OSError as error:
        raise CatalogueError(Code.WRITE_FAILED, str(path), reason=error.strerror or str(error)) from None


def safe_url(url: str) -> str:
    """Return an http(s) address with a host.

    Raises:
        CatalogueError: URL_UNSAFE.
    """
    try:
        parts = urlsplit(url)
        valid = parts.scheme in ("http", "https") and bool(parts.hostname) and not parts.username
    except ValueError:
        valid = False
    if not valid or any(character.isspace() for character in url):
        raise CatalogueError(Code.URL_UNSAFE, url=url[:300])
    return url


def _open(
    session: Session,
    url: str,
    headers: Mapping[str, str],
    cancelled: Cancelled | None,
    allowed: tuple[int, ...] = (),
) -> tuple[Any, str]:
    """The final answer after redirects; its status is 200, or one of those ``allowed`` by what was asked."""
    address = safe_url(url)
    for _ in range(_MAX_REDIRECTS + 1):
        if cancelled and cancelled():
            raise CatalogueError(Code.CANCELLED, address)
        try:
            response = session.get(address, headers=dict(headers), stream=True, timeout=TIMEOUT, allow_redirects=False)
        except (OSError, ValueError) as error:
            raise CatalogueError(Code.UNREACHABLE, address, reason=_short(error)) from None
        if response.status_code not in (301, 302, 303, 307, 308):
            _refuse_status(response, address, allowed)
            return response, address
        location = str(response.headers.get("Location", ""))
        response.close()
        address = _redirected(address, location)
    raise CatalogueError(Code.REDIRECT_LOOP, url, limit=_MAX_REDIRECTS)


def _redirected(address: str, location: str) -> str:
    target = urljoin(address, location)
    if not location or (address.startswith("https:") and not target.startswith("https:")):
        raise CatalogueError(Code.REDIRECT_UNSAFE, address, target=target[:300])
    try:
        return safe_url(target)
    except CatalogueError:
        raise CatalogueError(Code.REDIRECT_UNSAFE, address, target=target[:300]) from None


def _refuse_status(response: Any, address: str, allowed: tuple[int, ...]) -> None:
    status = int(response.status_code)
    if status in (200, *allowed):
        return
    code = {
        401: Code.UNAUTHORISED,
        403: Code.UNAUTHORISED,
        407: Code.PROXY_AUTHENTICATION,
        429: Code.TOO_MANY_REQUESTS,
    }.get(status, Code.HTTP_STATUS)
    wait = str(response.headers.get("Retry-After", ""))[:40]
    response.close()
    raise CatalogueError(code, address, status=status, wait=wait)


def _chunks(
    response: Any,
    url: str,
    limit: int,
    start: int,
    progress: Progress | None,
    cancelled: Cancelled | None,
    deadline: float | None = DEADLINE,
) -> Iterator[bytes]:
    """Pieces of the body; ends in an error unless all that was announced came, and no more than ``limit``."""
    announced = _length(response.headers)
    packed = str(response.headers.get("Content-Encoding", "identity")).lower() not in ("", "identity")
    total = None if announced is None or packed else start + announced
    if total is not None and total > limit:
        raise CatalogueError(Code.TOO_LARGE, url, size=total, limit=limit)
    received = start
    ends = None if deadline is None else time.monotonic() + deadline
    try:
        for chunk in response.iter_content(_CHUNK):
            if cancelled and cancelled():
                raise CatalogueError(Code.CANCELLED, url)
            received += len(chunk)
            if received > limit:
                raise CatalogueError(Code.TOO_LARGE, url, size=received, limit=limit)
            if ends is not None and time.monotonic() > ends:
                raise CatalogueError(Code.UNREACHABLE, url, reason=f"> {deadline:.0f} s")
            if progress and total:
                progress(min(1.0, received / total))
            yield chunk
    except OSError as error:
        raise CatalogueError(Code.TRUNCATED, url, received=received, reason=_short(error)) from None
    if total is not None and received != total:
        raise CatalogueError(Code.TRUNCATED, url, received=received, expected=total)


def _continues(response: Any, start: int) -> bool:
    """Whether an answer goes on exactly where the part on disk stops."""
    if response.status_code != 206:
        return start == 0 and response.status_code == 200
    found = _RANGE.match(str(response.headers.get("Content-Range", "")))
    return bool(found) and int(found.group(1)) == start if found else False


def _length(headers: Mapping[str, str]) -> int | None:
    text = str(headers.get("Content-Length", ""))
    return int(text) if text.isdigit() else None


def _validators(headers: Mapping[str, str]) -> Validators:
    return Validators(str(headers.get("ETag", ""))[:500], str(headers.get("Last-Modified", ""))[:100])


def _short(error: BaseException) -> str:
    """A reason to show, without the nested objects ``requests`` puts in its messages."""
    cause: BaseException = error
    while cause.__cause__ or (cause.args and isinstance(cause.args[0], BaseException)):
        cause = cause.__cause__ or cause.args[0]
    text = str(getattr(cause, "reason", None) or cause)
    return re.sub(r"<[^>]*>:? ?", "", text)[:200]
