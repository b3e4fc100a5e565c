"""Where catalogues come from: a folder, a static catalogue at an address, an OGC API – Records endpoint.

Whatever the source, harvesting gives the same thing in a folder aside: ``records.ndjson``, ``catalog.json``,
``vocabulary/``. A server's own search and facets are never relied upon.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from hashlib import sha256
from pathlib import Path
from typing import Any, BinaryIO
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

from .check import CATALOG, VOCABULARY
from .download import NO_VALIDATORS, Session, Validators, read
from .integrity import MAX_SUMS, SIGNATURE, SUMS, read_sums, verify_file
from .minisign import Trust, trusted_key, verify
from .pages import Page
from .problems import CatalogueError, Code, Problem
from .publish import NDJSON
from .readers import Cancelled, FolderReader, Reader, Request, WebReader, base_address, session_of
from .record import OWN_ID, safe_href
from .strictjson import MAX_RECORD, dumps, loads, plain

MAX_CATALOG = 16 << 20
MAX_VOCABULARY = 8 << 20
MAX_RECORDS = 512 << 20
MAX_PAGE = 64 << 20
MAX_PAGES = 20_000
MAX_ITEMS = 5_000
PAGE = 500

JSON_TYPES = "application/geo+json, application/json"


class Kind(str, Enum):
    """How a source is read."""

    FOLDER = "folder"
    STATIC = "static"
    OGC_API = "ogc-api"


@dataclass(frozen=True)
class Source:
    """A catalogue the user may turn on.

    Attributes:
        id: Value of the facet ``catalogue``.
        title: Name shown.
        kind: How it is read.
        location: Folder, or address of the catalogue (static) or of the collection (OGC API).
        enabled: Whether it is refreshed and searched.
        public_key: Key its sums must be signed with; empty when it is not signed.
        authentication: QGIS authentication configuration; means nothing here.
    """

    id: str
    title: str
    kind: Kind
    location: str
    enabled: bool = True
    public_key: str = ""
    authentication: str = ""


@dataclass(frozen=True)
class Harvest:
    """What came from a source.

    Attributes:
        unchanged: Nothing new since the validators; the folder was not filled.
        trust: Who signed, None when unsigned.
        verified: Whether every file was checked against published digests.
        serial: Serial of the catalogue, 0 when it has none.
        expires: Date after which it should have been renewed, or empty.
    """

    unchanged: bool = False
    trust: Trust | None = None
    verified: bool = False
    serial: int = 0
    expires: str = ""
    title: str = ""
    validators: Validators = NO_VALIDATORS
    problems: tuple[Problem, ...] = ()


def harvest(source: Source, request: Request) -> Harvest:
    """Bring a source's records into the folder ``request.into``.

    Raises:
        CatalogueError: whatever prevents it; the folder is then to be thrown away.
    """
    if source.kind is Kind.OGC_API:
        return _harvest_pages(source, request)
    return _harvest_files(source, request, reader_of(source, request))


def reader_of(source: Source, request: Request) -> Reader:
    """What reads the files of a source, which is no API.

    Raises:
        CatalogueError: FOLDER_MISSING.
    """
    return FolderReader(Path(source.location)) if source.kind is Kind.FOLDER else WebReader(source.location, request)


def base_of(source: Source) -> str:
    """Folder, or address, that the relative links of a source's records start from."""
    return source.location if source.kind is Kind.FOLDER else base_address(source.location)


# a catalogue made of files, in a folder or on a web server


def _harvest_files(source: Source, request: Request, reader: Reader) -> Harvest:
    content, validators = reader.first(CATALOG, MAX_CATALOG, request.validators)
    if content is None:
        return Harvest(unchanged=True, validators=validators)
    catalog = loads(content, MAX_CATALOG, CATALOG)
    if not isinstance(catalog, dict) or catalog.get("type") != "Collection":
        raise CatalogueError(Code.CATALOG_INVALID, source.location, key="type")
    sums, trust = read_trusted_sums(source, reader)
    _keep(request, CATALOG, content, sums)
    request.progress(0.1)
    wanted = [name for name in sums or {} if name.startswith(VOCABULARY + "/") and name.endswith(".json")]
    for name in wanted:
        request.check()
        _keep(request, name, reader.get(name, MAX_VOCABULARY), sums)
    request.progress(0.2)
    if sums is not None and NDJSON not in sums:
        raise CatalogueError(Code.FILE_UNLISTED, source.location, name=NDJSON)
    _save_records(reader, catalog, request, listed=sums is not None)
    if sums is not None:
        verify_file(request.into / NDJSON, sums[NDJSON])
    request.progress(1.0)
    serial = catalog.get("iageo:serial")
    return Harvest(
        trust=trust,
        verified=sums is not None,
        serial=serial if isinstance(serial, int) and not isinstance(serial, bool) else 0,
        expires=plain(catalog.get("iageo:expires"), 40),
        title=plain(catalog.get("title"), 300),
        validators=validators,
    )


def read_trusted_sums(source: Source, reader: Reader) -> tuple[dict[str, str] | None, Trust | None]:
    """Published digests and who signed them; a source with a key must be signed, others may lack both.

    Raises:
        CatalogueError: SIGNATURE_MISSING and its kin, SUMS_FORM, or the files cannot be read.
    """
    key = trusted_key(source.public_key)
    try:
        content = reader.get(SUMS, MAX_SUMS)
    except CatalogueError as error:
        if key is None and is_absent(error):
            return None, None
        raise
    trust = None
    if key is not None:
        try:
            signature = reader.get(SIGNATURE, 10_000)
        except CatalogueError as error:
            if is_absent(error):
                raise CatalogueError(Code.SIGNATURE_MISSING, source.location, name=SIGNATURE) from None
            raise
        trust = verify(content, signature.decode("utf-8", "replace"), key, SIGNATURE)
    try:
        return read_sums(content.decode("utf-8"), SUMS), trust
    except UnicodeDecodeError:
        raise CatalogueError(Code.SUMS_FORM, SUMS, text="") from None


def is_absent(error: CatalogueError) -> bool:
    """Whether an error says that a file is not there, and nothing worse."""
    return error.code is Code.FILE_MISSING or (
        error.code is Code.HTTP_STATUS and error.params.get("status") in (404, 410)
    )


def _keep(request: Request, name: str, content: bytes, sums: Mapping[str, str] | None) -> None:
    """Write a file, after checking it is the one that was published."""
    if sums is not None:
        if name not in sums:
            raise CatalogueError(Code.FILE_UNLISTED, name, name=name)
        if sha256(content).hexdigest() != sums[name]:
            raise CatalogueError(Code.CHECKSUM_DIFFERS, name)
    path = request.into / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def _save_records(reader: Reader, catalog: Mapping[str, Any], request: Request, *, listed: bool) -> None:
    """All the records, from ``records.ndjson``, or one by one where a catalogue has only its items."""
    target = request.into / NDJSON
    try:
        reader.save(NDJSON, target, MAX_RECORDS)
        return
    except CatalogueError as error:
        if listed or not is_absent(error):
            raise
    links = catalog.get("links")
    items = [link.get("href") for link in (links if isinstance(links, list) else ()) if _rel(link) == "item"]
    inside = [href for href in items if isinstance(href, str) and safe_href(href) and "://" not in href]
    if not inside:
        raise CatalogueError(Code.CATALOG_EMPTY, NDJSON)
    with target.open("wb") as stream:
        for number, href in enumerate(inside[:MAX_ITEMS]):
            request.check()
            request.progress(0.2 + 0.7 * number / len(inside))
            stream.write(b" ".join(reader.get(href, MAX_RECORD).splitlines()) + b"\n")


def _rel(link: Any) -> str:
    return str(link.get("rel", "")) if isinstance(link, dict) else ""


# an OGC API – Records endpoint


def _harvest_pages(source: Source, request: Request) -> Harvest:
    """Follow ``rel=next`` from the first page of items to the last; records are kept as they came."""
    first = address = items_address(source.location)
    seen: set[str] = set()
    received = total = 0
    with (request.into / NDJSON).open("wb") as stream:
        while address:
            if len(seen) == MAX_PAGES:
                raise CatalogueError(Code.TOO_MANY_PAGES, first, limit=MAX_PAGES)
            seen.add(address)
            answer = read(session_of(request), address, MAX_PAGE, accept=JSON_TYPES, cancelled=request.cancelled)
            page = Page(answer.content or b"", address)
            found = _write_records(page, stream, request)
            received += found
            matched = page.members.get("numberMatched")
            total = matched if isinstance(matched, int) else total
            request.progress(min(0.99, received / total) if total else 0.5)
            address = _next(page.members, answer.url) if found else ""
            if address in seen:
                raise CatalogueError(Code.PAGE_LOOP, address)
    if not received:
        raise CatalogueError(Code.CATALOG_EMPTY, source.location)
    (request.into / CATALOG).write_text(dumps({"id": source.id, "type": "Collection", "links": []}), "utf-8")
    request.progress(1.0)
    return Harvest(title=source.title)


def _write_records(page: Page, stream: BinaryIO, request: Request) -> int:
    """Write the records of a page, one a line, and return how many there are."""
    found = 0
    for line in page.records():
        request.check()
        stream.write(line + b"\n")
        found += 1
    if stream.tell() > MAX_RECORDS:
        raise CatalogueError(Code.TOO_LARGE, page.address, size=stream.tell(), limit=MAX_RECORDS)
    return found


def _next(page: Mapping[str, Any], address: str) -> str:
    """Address of the next page; never less safe than this one's."""
    links = page.get("links")
    for link in links if isinstance(links, list) else ():
        if _rel(link) == "next" and isinstance(link.get("href"), str):
            following = str(urljoin(address, link["href"]))
            if address.startswith("https:") and not following.startswith("https:"):
                raise CatalogueError(Code.REDIRECT_UNSAFE, address, target=following[:300])
            return following
    return ""


def items_address(location: str) -> str:
    """First page of items of a collection, given its address or that of its items."""
    parts = urlsplit(location)
    path = parts.path.rstrip("/")
    if not path.endswith("/items"):
        path += "/items"
    query = {"f": "json", "limit": str(PAGE), **dict(parse_qsl(parts.query))}
    return str(urlunsplit((parts.scheme, parts.netloc, path, urlencode(query), "")))


def collections(session: Session, location: str, cancelled: Cancelled | None = None) -> list[tuple[str, str]]:
    """Collections of records of an API, as (address, title), given the address of its landing page.

    Raises:
        CatalogueError: it cannot be read.
    """
    base = location.rstrip("/")
    answer = read(session, base + "/collections?f=json", MAX_PAGE, accept=JSON_TYPES, cancelled=cancelled)
    page = loads(answer.content or b"", MAX_PAGE, base)
    listed = page.get("collections") if isinstance(page, dict) else None
    found = []
    for entry in listed if isinstance(listed, list) else ():
        identifier = plain(entry.get("id"), 300) if isinstance(entry, dict) else ""
        if identifier and entry.get("itemType") == "record":
            found.append((f"{base}/collections/{identifier}", plain(entry.get("title"), 300) or identifier))
    return found


# the directory of other catalogues


def read_directory(content: bytes, signature: str, public_key: str) -> list[Source]:
    """Catalogues other regions publish, from a signed ``catalogues.json``; none is turned on.

    Raises:
        CatalogueError: it is not signed by that key, or is not such a file.
    """
    key = trusted_key(public_key)
    if key is None:
        raise CatalogueError(Code.KEY_FORM)
    verify(content, signature, key, "catalogues.json")
    data = loads(content, MAX_CATALOG, "catalogues.json")
    listed = data.get("catalogues") if isinstance(data, dict) else None
    if not isinstance(listed, list):
        raise CatalogueError(Code.CATALOG_INVALID, "catalogues.json", key="catalogues")
    return [source for source in map(_listed_source, listed) if source]


def _listed_source(entry: Any) -> Source | None:
    if not isinstance(entry, dict):
        return None
    identifier, location = plain(entry.get("id"), 80), plain(entry.get("location"), 2_000)
    kinds = {kind.value: kind for kind in (Kind.STATIC, Kind.OGC_API)}
    kind = kinds.get(str(entry.get("kind")))
    if not OWN_ID.match(identifier) or kind is None or not location.startswith("https://"):
        return None
    title = plain(entry.get("title"), 300) or identifier
    return Source(identifier, title, kind, location, False, plain(entry.get("publicKey"), 200))


def to_json(source: Source) -> str:
    """A source as settings keep it."""
    return json.dumps({**source.__dict__, "kind": source.kind.value}, ensure_ascii=False)


def from_json(text: str) -> Source:
    """A source from what settings kept; what another version of the plugin wrote beside is left aside.

    Raises:
        CatalogueError: JSON_INVALID or CATALOG_INVALID.
    """
    data = loads(text)
    try:
        known = {name: data[name] for name in Source.__dataclass_fields__ if name in data}
        return Source(**{**known, "kind": Kind(data["kind"])})
    except (KeyError, TypeError, ValueError) as error:
        raise CatalogueError(Code.CATALOG_INVALID, key=str(error)[:100]) from None
