"""A record handed to a catalogue that accepts them.

Source: OGC 20-002r1, OGC API – Features – Part 4: Create, Replace, Update and Delete, on which that part of
OGC API – Records rests: ``POST`` of a feature to the items of its collection, answered by 201 and ``Location``.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import closing
from typing import Any, Callable, Protocol
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

from ..catalogue.download import safe_url
from ..catalogue.problems import CatalogueError
from ..catalogue.problems import Code as CatalogueCode
from ..catalogue.strictjson import loads, plain, pretty
from .problems import AuthoringError, Code

TIMEOUT = (10.0, 60.0)
"""Seconds to connect, and to wait for the answer."""

_MAX_ANSWER = 20_000
_BEFORE_SENDING = ("NotReached", "ConnectTimeout", "SSLError")
"""Exceptions of the network, by name, that come before anything is sent."""

_REFUSALS = {
    401: CatalogueCode.UNAUTHORISED,
    403: CatalogueCode.UNAUTHORISED,
    407: CatalogueCode.PROXY_AUTHENTICATION,
    429: CatalogueCode.TOO_MANY_REQUESTS,
}
_UNSUPPORTED = (404, 405, 410, 501)


class Session(Protocol):
    """What is used of ``requests.Session``."""

    @property
    def post(self) -> Callable[..., Any]:
        """Send to an address."""


def posting_address(location: str) -> str:
    """Where the records of a collection are sent, given its address or that of its items."""
    parts = urlsplit(location.strip())
    path = parts.path.rstrip("/")
    path += "" if path.endswith("/items") else "/items"
    asked = [(name, value) for name, value in parse_qsl(parts.query) if name not in ("f", "limit")]
    return str(urlunsplit((parts.scheme, parts.netloc, path, urlencode(asked), "")))


def post(session: Session, location: str, record: Mapping[str, Any]) -> str:
    """Send a record to a collection; return the address it was given, empty when the catalogue tells none.

    Nothing is sent twice: a redirect is not followed, and an answer that is lost is not asked for again.

    Args:
        session: The network.
        location: Address of the collection.
        record: The record, none of whose files goes along.

    Raises:
        AuthoringError: POST_*: what the catalogue answered; POST_UNSURE when its answer did not come.
        CatalogueError: URL_UNSAFE, UNAUTHORISED, PROXY_AUTHENTICATION, TOO_MANY_REQUESTS, UNREACHABLE or CANCELLED.
    """
    inside = sum(str(link.get("href", "")).startswith("files/") for link in record.get("links", ()))
    if inside:
        raise AuthoringError(Code.POST_FILES, count=inside)
    address = safe_url(posting_address(location))
    body = pretty(record).encode("utf-8")
    headers = {"Content-Type": "application/geo+json", "Accept": "application/geo+json, application/json"}
    try:
        response = session.post(
            address, data=body, headers=headers, stream=True, timeout=TIMEOUT, allow_redirects=False
        )
    except (OSError, ValueError) as error:
        if _was_not_reached(error):
            raise CatalogueError(CatalogueCode.UNREACHABLE, address, reason=_short(error)) from None
        raise AuthoringError(Code.POST_UNSURE, reason=_short(error)) from None
    with closing(response):
        status = int(response.status_code)
        if status in (200, 201, 202, 204):
            location = str(response.headers.get("Location", ""))
            return urljoin(address, location) if location else ""
        raise _refusal(response, status, address, len(body))


def _refusal(response: Any, status: int, address: str, size: int) -> Exception:
    if status in _REFUSALS:
        wait = str(response.headers.get("Retry-After", ""))[:40]
        return CatalogueError(_REFUSALS[status], address, status=status, wait=wait)
    if 300 <= status < 400:
        target = urljoin(address, str(response.headers.get("Location", "")))
        return AuthoringError(Code.POST_MOVED, target=target[:300])
    if status in _UNSUPPORTED:
        return AuthoringError(Code.POST_UNSUPPORTED, status=status)
    if status == 413:
        return AuthoringError(Code.POST_TOO_LARGE, size=size)
    return AuthoringError(Code.POST_REFUSED, status=status, reason=_said(response))


def _said(response: Any) -> str:
    """What the catalogue says of its refusal: the words of its JSON, or its text."""
    try:
        content = next(iter(response.iter_content(_MAX_ANSWER)), b"")
        response_type = str(response.headers.get("Content-Type", "")).lower()
        text = content.decode("utf-8", "replace")
    except (OSError, ValueError):
        return ""
    if "json" in response_type:
        return _words(text)
    return " ".join(plain(text, 300).split()) if "html" not in response_type else ""


def _words(text: str) -> str:
    try:
        data = loads(text, _MAX_ANSWER)
    except CatalogueError:
        return ""
    said = (data.get(name) for name in ("detail", "description", "title", "message")) if isinstance(data, dict) else ()
    return next((" ".join(plain(item, 300).split()) for item in said if isinstance(item, str) and item.strip()), "")


def _was_not_reached(error: BaseException) -> bool:
    """Whether it is sure that the catalogue received nothing."""
    return isinstance(error, ValueError) or any(kind.__name__ in _BEFORE_SENDING for kind in type(error).__mro__)


def _short(error: BaseException) -> str:
    return " ".join(str(error).split())[:200]
