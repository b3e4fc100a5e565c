"""One resource: an OGC API – Records feature, read with indulgence and checked with rigour.

``parse`` is for records that come from anywhere: it keeps what can be used and raises only when there is
nothing to show. ``check`` is for those who publish: it lists everything that should be better.

Source: OGC 20-004r1, OGC API – Records – Part 1: Core, requirements class Record Core.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from .problems import CatalogueError, Code
from .strictjson import loads, plain

CONFORMANCE = "http://www.opengis.net/spec/ogcapi-records-1/1.0/conf/record-core"
OWN_ID = re.compile(r"[a-z0-9][a-z0-9._-]{0,79}\Z")
STATUSES = ("active", "experimental", "abandoned", "archived")
SAFE_SCHEMES = ("http", "https", "mailto")

_FACET_ALIASES = {
    "metier": "profession",
    "niveau": "level",
    "thematique": "theme",
    "sujet": "subject",
    "type": "kind",
    "territoire": "territory",
}
_DATE = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")
_DEVICE_NAMES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\.|\Z)")
_MAX_LIST = 200


@dataclass(frozen=True)
class Link:
    """A way to the resource or about it; ``href`` is safe to open, or relative to its catalogue."""

    href: str
    rel: str = ""
    type: str = ""
    title: str = ""
    language: str = ""
    size: int = -1
    checksum: str = ""
    service: str = ""
    layer: str = ""

    @property
    def is_relative(self) -> bool:
        """Whether it points inside its own catalogue."""
        return not urlsplit(self.href).scheme


@dataclass(frozen=True)
class Text:
    """What people read, in one language."""

    title: str = ""
    description: str = ""
    quality: str = ""
    rights: str = ""


@dataclass(frozen=True)
class Concept:
    """A value of a facet, as the record gives it."""

    id: str
    title: str = ""
    url: str = ""


@dataclass(frozen=True)
class Record:
    """A resource, ready to be shown and indexed; every string is plain text.

    Attributes:
        raw: The feature as received, for what has no attribute here.
        texts: Texts by language code; ``language`` is the first one.
        facets: Concepts by facet name (``kind`` included).
        notes: What was left aside while reading, as codes.
    """

    id: str
    kind: str
    language: str
    texts: Mapping[str, Text]
    keywords: tuple[str, ...] = ()
    facets: Mapping[str, tuple[Concept, ...]] = field(default_factory=dict)
    links: tuple[Link, ...] = ()
    publisher: str = ""
    contacts: tuple[Mapping[str, Any], ...] = ()
    license: str = ""
    license_unspecified: bool = False
    status: str = "active"
    version: str = ""
    created: str = ""
    updated: str = ""
    date: str = ""
    external_ids: tuple[str, ...] = ()
    bbox: tuple[float, ...] = ()
    run: Mapping[str, Any] = field(default_factory=dict)
    quality: Mapping[str, Any] = field(default_factory=dict)
    footprint: Mapping[str, Any] = field(default_factory=dict)
    privacy: Mapping[str, Any] = field(default_factory=dict)
    terms: tuple[str, ...] = ()
    raw: Mapping[str, Any] = field(default_factory=dict)
    notes: tuple[Code, ...] = ()

    def text(self, language: str) -> Text:
        """Texts in ``language``, each completed by the record's own language where it lacks."""
        own = self.texts[self.language]
        asked = self.texts.get(language, own)
        return Text(
            asked.title or own.title,
            asked.description or own.description,
            asked.quality or own.quality,
            asked.rights or own.rights,
        )

    @property
    def title(self) -> str:
        """Title in the record's own language."""
        return self.texts[self.language].title

    @property
    def landing(self) -> str:
        """Address of the resource's own page, or an empty string."""
        for rel in ("about", "describedby", "canonical", "alternate", "service-desc", "item", ""):
            for link in self.links:
                if link.rel == rel and link.href.startswith(("http://", "https://")):
                    return link.href
        return ""

    def links_of(self, *rels: str) -> tuple[Link, ...]:
        """Links that have one of these relations, in order."""
        return tuple(link for link in self.links if link.rel in rels)


def path_name(identifier: str) -> str:
    """Name of a file or folder for any identifier: itself when it is one of ours, otherwise a digest."""
    if OWN_ID.match(identifier) and not identifier.endswith(".") and not _DEVICE_NAMES.match(identifier):
        return identifier
    return "x-" + hashlib.sha256(identifier.encode("utf-8", "replace")).hexdigest()[:32]


def safe_href(href: Any) -> str:
    """Return an address that may be opened, a relative path that stays inside, or an empty string."""
    text = plain(href, 4_000)
    if not text:
        return ""
    if len(text.split()) != 1 or "\\" in text:
        return ""
    try:
        parts = urlsplit(text)
        host = parts.hostname
    except ValueError:
        return ""
    if parts.scheme:
        if parts.scheme.lower() not in SAFE_SCHEMES or (parts.scheme.lower() != "mailto" and not host):
            return ""
        return text
    if parts.netloc or parts.path.startswith("/") or ":" in parts.path or ".." in parts.path.split("/"):
        return ""
    return text


def facet_name(scheme: str) -> str:
    """Name of the facet a theme's ``scheme`` stands for: the last part of its address, in English."""
    name = re.split(r"[/#:]", scheme.rstrip("/#"))[-1].lower()
    return _FACET_ALIASES.get(name, name)


def parse(data: bytes | str | Mapping[str, Any], file: str = "") -> Record:
    """Read one record, keeping all that can be used.

    Args:
        data: JSON text or the decoded feature.
        file: Name put in the error.

    Raises:
        CatalogueError: the text is no JSON, or the feature has no usable id, properties or title.
    """
    feature = loads(data, file=file) if isinstance(data, (bytes, str)) else data
    if not isinstance(feature, dict):
        raise CatalogueError(Code.NOT_AN_OBJECT, file)
    if feature.get("type") != "Feature":
        raise CatalogueError(Code.NOT_A_FEATURE, file)
    identifier = _identifier(feature.get("id"))
    if not identifier:
        raise CatalogueError(Code.ID_MISSING, file)
    properties = feature.get("properties")
    if not isinstance(properties, dict):
        raise CatalogueError(Code.PROPERTIES_MISSING, file, id=identifier)
    if not plain(properties.get("title")):
        raise CatalogueError(Code.TITLE_MISSING, file, id=identifier)
    return _Reader(feature, properties).record(identifier)


def _identifier(value: Any) -> str:
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) < 1 << 63:
        return str(value)
    return plain(value, 500)


def _mapping(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _listed(value: Any) -> list[Any]:
    return value[:_MAX_LIST] if isinstance(value, list) else []


def _date(value: Any) -> str:
    """First date in a string, at the precision it has (``2025``, ``2025-11``, ``2025-11-03``); none that is no day."""
    found = _DATE.match(plain(value, 40))
    if not found:
        return ""
    try:
        date.fromisoformat((found.group() + "-01-01")[:10])
    except ValueError:
        return ""
    return found.group()


class _Reader:
    """Takes a feature apart; never raises."""

    def __init__(self, feature: dict[str, Any], properties: dict[str, Any]) -> None:
        self.feature = feature
        self.properties = properties
        self.notes: list[Code] = []

    def record(self, identifier: str) -> Record:
        get = self.properties.get
        texts, language = self._texts()
        contacts = tuple(item for item in _listed(get("contacts")) if isinstance(item, dict))
        status = plain(get("iageo:status"), 40)
        kind = plain(get("type"), 64)
        return Record(
            id=identifier,
            kind=kind,
            language=language,
            texts=texts,
            keywords=tuple(word for word in (plain(item, 200) for item in _listed(get("keywords"))) if word),
            facets=self._facets(kind),
            links=self._links(),
            publisher=_publisher(contacts),
            contacts=contacts,
            license=plain(get("license"), 200),
            license_unspecified=get("iageo:licenseStatus") == "unspecified" or not plain(get("license")),
            status=status if status in STATUSES else "active",
            version=plain(get("version"), 60),
            created=_date(get("created")),
            updated=_date(get("updated")),
            date=self._time(),
            external_ids=self._external_ids(),
            bbox=self._bbox(),
            run=_mapping(get("iageo:run")),
            quality=_mapping(get("iageo:quality")),
            footprint=_mapping(get("iageo:footprint")),
            privacy=_mapping(get("iageo:privacy")),
            terms=tuple(plain(item, 80) for item in _listed(get("iageo:terms")) if plain(item, 80)),
            raw=self.feature,
            notes=tuple(self.notes),
        )

    def _texts(self) -> tuple[dict[str, Text], str]:
        declared = self.properties.get("language")
        code = plain(declared.get("code") if isinstance(declared, dict) else declared, 35)
        language = code.split("-")[0].lower() or "und"
        texts = {language: _text(self.properties)}
        for other, translation in _mapping(self.properties.get("iageo:translations")).items():
            if isinstance(translation, dict) and other != language:
                texts[plain(other, 35)] = _text(translation)
        return texts, language

    def _facets(self, kind: str) -> dict[str, tuple[Concept, ...]]:
        found: dict[str, dict[str, Concept]] = {}
        for theme in _listed(self.properties.get("themes")):
            scheme = plain(_mapping(theme).get("scheme"), 500)
            facet = facet_name(scheme) if scheme else ""
            for item in _listed(_mapping(theme).get("concepts")):
                concept = _concept(item)
                if facet and concept:
                    found.setdefault(facet, {}).setdefault(concept.id, concept)
        if kind:
            found["kind"] = {kind: Concept(kind)}
        return {facet: tuple(concepts.values()) for facet, concepts in found.items()}

    def _links(self) -> tuple[Link, ...]:
        links = []
        for item in _listed(self.feature.get("links")):
            entry = _mapping(item)
            href = safe_href(entry.get("href"))
            if not href:
                self.notes.append(Code.LINK_UNSAFE)
                continue
            size = entry.get("file:size", entry.get("length"))
            links.append(
                Link(
                    href=href,
                    rel=plain(entry.get("rel"), 80),
                    type=plain(entry.get("type"), 120),
                    title=plain(entry.get("title"), 300),
                    language=plain(entry.get("hreflang"), 35),
                    size=size if isinstance(size, int) and not isinstance(size, bool) and size >= 0 else -1,
                    checksum=plain(entry.get("file:checksum"), 200),
                    service=plain(entry.get("iageo:service"), 40),
                    layer=plain(entry.get("iageo:layer"), 300),
                )
            )
        return tuple(links)

    def _time(self) -> str:
        """Start of what the record is about: the day of an event, the year of a publication."""
        time = self.feature.get("time")
        if isinstance(time, dict):
            interval = _listed(time.get("interval"))
            return _date(time.get("date")) or _date(time.get("timestamp")) or _date((interval or [""])[0])
        return _date(time)

    def _external_ids(self) -> tuple[str, ...]:
        values = (
            plain(_mapping(item).get("value") if isinstance(item, dict) else item, 500)
            for item in _listed(self.properties.get("externalIds"))
        )
        return tuple(value for value in values if value)

    def _bbox(self) -> tuple[float, ...]:
        """West, south, east, north in degrees; empty when there is no usable geometry."""
        points = list(_positions(_mapping(self.feature.get("geometry")).get("coordinates"), 0))
        if not points:
            return ()
        eastings = [point[0] for point in points]
        northings = [point[1] for point in points]
        return (min(eastings), min(northings), max(eastings), max(northings))


def _text(source: Mapping[str, Any]) -> Text:
    quality = source.get("iageo:quality")
    return Text(
        title=" ".join(plain(source.get("title"), 500).split()),
        description=plain(source.get("description")),
        quality=plain(quality.get("note") if isinstance(quality, dict) else quality),
        rights=plain(source.get("rights"), 2_000),
    )


def _concept(item: Any) -> Concept | None:
    if isinstance(item, str):
        return Concept(plain(item, 300)) if plain(item, 300) else None
    entry = _mapping(item)
    identifier = plain(entry.get("id"), 300)
    if not identifier:
        return None
    return Concept(identifier, plain(entry.get("title"), 300), safe_href(entry.get("url")))


def _publisher(contacts: tuple[Mapping[str, Any], ...]) -> str:
    """Name of the contact whose role is publisher, or of the first one."""
    ranked = sorted(contacts, key=lambda contact: "publisher" not in _listed(contact.get("roles")))
    for contact in ranked:
        name = plain(contact.get("organization"), 300) or plain(contact.get("name"), 300)
        if name:
            return name
    return ""


def _positions(value: Any, depth: int) -> Any:
    """Walk the coordinates of any geometry, yielding finite positions inside the world."""
    if not isinstance(value, list) or depth > 4:
        return
    if len(value) >= 2 and all(isinstance(n, (int, float)) and not isinstance(n, bool) for n in value[:2]):
        if abs(value[0]) <= 180 and abs(value[1]) <= 90:
            yield float(value[0]), float(value[1])
        return
    for item in value[:10_000]:
        yield from _positions(item, depth + 1)
