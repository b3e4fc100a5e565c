"""Look at a catalogue before adding it: is it there, what is in it, who signed it? Nothing is kept."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from urllib.parse import urlencode, urlsplit, urlunsplit

from .check import CATALOG, RECORDS
from .download import NO_VALIDATORS, read
from .integrity import SIGNATURE
from .minisign import Trust, signer
from .problems import CatalogueError, Code
from .readers import Reader, Request, session_of
from .sources import (
    JSON_TYPES,
    MAX_CATALOG,
    MAX_PAGE,
    Kind,
    Source,
    collections,
    is_absent,
    items_address,
    read_trusted_sums,
    reader_of,
)
from .strictjson import loads, plain

MAX_SIGNATURE = 10_000


@dataclass(frozen=True)
class Probe:
    """What stands at an address.

    Attributes:
        title: Name that the catalogue gives itself.
        identifier: Identifier that it gives itself.
        records: How many records it announces, -1 when it does not say.
        trust: Who signed, when the source has a key and the signature is right.
        unverified_signer: Key that signed, when the source has no key to verify it with.
        verified: Whether it publishes digests of its files.
        expires: Date after which it should have been renewed, or empty.
        collections: Address and title of each collection of records, where the address is that of a whole API.
    """

    title: str = ""
    identifier: str = ""
    records: int = -1
    trust: Trust | None = None
    unverified_signer: str = ""
    verified: bool = False
    expires: str = ""
    collections: tuple[tuple[str, str], ...] = ()


def probe(source: Source, request: Request) -> Probe:
    """Look at a source.

    Raises:
        CatalogueError: it cannot be read, is no catalogue, or its signature is not what it should be.
    """
    if source.kind is Kind.OGC_API:
        return _probe_api(source, request)
    return _probe_files(source, reader_of(source, request))


def _probe_files(source: Source, reader: Reader) -> Probe:
    content, _ = reader.first(CATALOG, MAX_CATALOG, NO_VALIDATORS)
    content = content or b""
    catalog = loads(content, MAX_CATALOG, CATALOG)
    if not isinstance(catalog, dict) or catalog.get("type") != "Collection":
        raise CatalogueError(Code.CATALOG_INVALID, source.location, key="type")
    sums, trust = read_trusted_sums(source, reader)
    if sums is not None and sums.get(CATALOG) != sha256(content).hexdigest():
        raise CatalogueError(Code.CHECKSUM_DIFFERS, CATALOG)
    records = sum(name.startswith(RECORDS + "/") for name in sums) if sums is not None else -1
    return Probe(
        title=plain(catalog.get("title"), 300),
        identifier=plain(catalog.get("id"), 80),
        records=records,
        trust=trust,
        unverified_signer="" if trust or sums is None else _unverified_signer(reader),
        verified=sums is not None,
        expires=plain(catalog.get("iageo:expires"), 40),
    )


def _unverified_signer(reader: Reader) -> str:
    """Name of the key that signed; nothing when nobody did."""
    with suppress(CatalogueError):
        return signer(reader.get(SIGNATURE, MAX_SIGNATURE).decode("utf-8", "replace"))
    return ""


def _probe_api(source: Source, request: Request) -> Probe:
    """Ask for one record; where there is none, ask which collections of records there are."""
    session = session_of(request)
    try:
        answer = read(session, _one_item(source.location), MAX_PAGE, accept=JSON_TYPES, cancelled=request.cancelled)
    except CatalogueError as error:
        if not is_absent(error):
            raise
        with suppress(CatalogueError):
            found = collections(session, source.location, request.cancelled)
            if found:
                return Probe(collections=tuple(found))
        raise
    page = loads(answer.content or b"", MAX_PAGE, source.location)
    features = page.get("features") if isinstance(page, dict) else None
    if not isinstance(features, list):
        raise CatalogueError(Code.CATALOG_INVALID, source.location, key="features")
    if not features:
        raise CatalogueError(Code.CATALOG_EMPTY, source.location)
    matched = page.get("numberMatched")
    count = matched if isinstance(matched, int) and not isinstance(matched, bool) else -1
    return Probe(title=_collection_title(source, request), records=count)


def _collection_title(source: Source, request: Request) -> str:
    """Title of a collection, where the server tells it."""
    parts = urlsplit(items_address(source.location))
    address = urlunsplit(parts._replace(path=parts.path[: -len("/items")], query=urlencode({"f": "json"})))
    with suppress(CatalogueError):
        answer = read(session_of(request), address, MAX_PAGE, accept=JSON_TYPES, cancelled=request.cancelled)
        described = loads(answer.content or b"", MAX_PAGE, address)
        return plain(described.get("title"), 300) if isinstance(described, dict) else ""
    return ""


def _one_item(location: str) -> str:
    parts = urlsplit(items_address(location))
    others = [pair for pair in parts.query.split("&") if not pair.startswith("limit=")]
    return urlunsplit(parts._replace(query="&".join([*others, "limit=1"])))
