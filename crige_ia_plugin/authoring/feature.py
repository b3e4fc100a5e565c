"""A draft as an OGC API – Records feature: everything but its files.

Source: OGC 20-004r1, OGC API – Records – Part 1: Core, requirements class Record Core.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from ..catalogue.record import CONFORMANCE, STATUSES
from ..catalogue.strictjson import plain
from ..catalogue.vocabulary import FACETS, Vocabulary
from . import identifiers
from .draft import LANGUAGES, Draft, Measure, Texts, WebLink
from .rules import checksum

_NAMES = {"fr": "Français", "en": "English"}
_DAY = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?\Z")
_PARTS = {
    "code": {"fr": "Code", "en": "Code"},
    "weights": {"fr": "Poids", "en": "Weights"},
    "data": {"fr": "Données", "en": "Data"},
    "document": {"fr": "Textes", "en": "Texts"},
}
_UNKNOWN = {
    "fr": "Licence non précisée : à demander à l'éditeur avant toute réutilisation.",
    "en": "Licence not specified: ask the publisher before any reuse.",
}
_CONTRIBUTION = {"fr": "Contribution", "en": "Contribution"}


def feature(draft: Draft, vocabulary: Vocabulary | None = None) -> dict[str, Any]:
    """The record of a draft; what is empty in the draft is left out."""
    language = draft.main_language
    others = [code for code in LANGUAGES if code != language and draft.title.get(code, "").strip()]
    properties = {
        "type": plain(draft.kind, 64),
        "title": _line(draft.text(draft.title)),
        "description": plain(draft.text(draft.description)),
        "language": _language(language),
        "languages": [_language(code) for code in (language, *others)],
        "created": draft.created,
        "updated": draft.updated,
        "keywords": list(dict.fromkeys(word for word in (_line(item) for item in draft.keywords) if word)),
        "themes": list(_themes(draft, vocabulary, language)),
        "contacts": list(_contacts(draft)) or [{"organization": _CONTRIBUTION[language], "roles": ["publisher"]}],
        "externalIds": _external_ids(draft),
        "version": identifiers.version(draft.version),
        **_licences(draft, language),
        "iageo:edition": _line(draft.edition),
        "iageo:status": draft.status if draft.status in STATUSES else "active",
        "iageo:quality": _quality(draft),
        "iageo:footprint": _footprint(draft),
        "iageo:run": dict(draft.run),
        "iageo:translations": {code: _translation(draft, code) for code in others},
    }
    return {
        "id": draft.id or identifiers.identifier(draft.text(draft.title)),
        "type": "Feature",
        "conformsTo": [CONFORMANCE],
        "time": _time(draft.date) or _time(draft.edition),
        "geometry": None,
        "properties": {name: value for name, value in properties.items() if value not in ("", [], {})},
        "links": [*_doi_link(draft), *map(_link, draft.links)],
    }


def _line(text: str) -> str:
    return " ".join(plain(text, 500).split())


def _language(code: str) -> dict[str, str]:
    return {"code": code, "name": _NAMES.get(code, code)}


def _themes(draft: Draft, vocabulary: Vocabulary | None, language: str) -> Iterator[dict[str, Any]]:
    """One theme a facet, in the order facets are shown; each value with its label where it is known."""
    order = {facet: place for place, facet in enumerate(FACETS)}
    for facet in sorted(draft.facets, key=lambda name: (order.get(name, len(order)), name)):
        concepts = []
        for value in dict.fromkeys(_line(item) for item in draft.facets[facet]):
            title = vocabulary.label(facet, value, language) if vocabulary else value
            if value:
                concepts.append({"id": value} if title == value else {"id": value, "title": title})
        if concepts and facet != "kind":
            yield {"scheme": facet, "concepts": concepts}


def _contacts(draft: Draft) -> Iterator[dict[str, Any]]:
    email = identifiers.email(draft.email)
    emails = {"emails": [{"value": email}]} if email else {}
    publisher, contact = _line(draft.publisher), _line(draft.contact)
    if publisher:
        yield {"organization": publisher, "roles": ["publisher"], **({} if contact else emails)}
    if contact or (email and not publisher):
        yield {"name": contact or email, "roles": ["pointOfContact"], **emails}
    for author in draft.authors:
        made = {
            "identifier": identifiers.orcid(author.orcid),
            "name": _line(author.name),
            "organization": _line(author.organisation),
        }
        if made["name"]:
            yield {**{key: value for key, value in made.items() if value}, "roles": ["author"]}


def _external_ids(draft: Draft) -> list[dict[str, str]]:
    doi = identifiers.doi(draft.doi)
    return [{"scheme": "https://doi.org", "value": doi}] if doi else []


def _doi_link(draft: Draft) -> list[dict[str, str]]:
    doi = identifiers.doi(draft.doi)
    return [{"rel": "cite-as", "type": "text/html", "href": identifiers.doi_address(doi), "title": doi}] if doi else []


def _stated(draft: Draft) -> dict[str, str]:
    found = {part: identifiers.licence(getattr(draft.licences, part)) for part in _PARTS}
    return {part: text for part, text in found.items() if text}


def _licences(draft: Draft, language: str) -> dict[str, Any]:
    """``license`` as one SPDX expression, and each part's own apart."""
    stated = _stated(draft)
    distinct = list(dict.fromkeys(stated.values()))
    if not distinct:
        return {"iageo:licenseStatus": "unspecified", "rights": _UNKNOWN[language]}
    if len(distinct) == 1:
        return {"license": distinct[0], "iageo:licenses": stated if len(stated) > 1 else {}}
    expression = " AND ".join(f"({text})" if " " in text else text for text in distinct)
    return {"license": expression, "rights": _rights(stated, language), "iageo:licenses": stated}


def _rights(stated: Mapping[str, str], language: str) -> str:
    colon = " : " if language == "fr" else ": "
    return " · ".join(f"{_PARTS[part][language]}{colon}{text}" for part, text in stated.items())


def _quality(draft: Draft) -> dict[str, Any]:
    found = {
        "note": plain(draft.text(draft.to_check)),
        "measures": [_measure(item) for item in draft.measures if item.label.strip()],
        "limits": [text for text in (plain(item) for item in draft.limits) if text],
    }
    return {"assessed": draft.assessed, **{key: value for key, value in found.items() if value}}


def _measure(measure: Measure) -> dict[str, Any]:
    made = {
        "label": _line(measure.label),
        "value": measure.value,
        "unit": _line(measure.unit),
        "threshold": measure.threshold,
        "better": "lower" if measure.lower_is_better else "",
        "passed": measure.passed,
        "words": plain(measure.words, 2_000),
    }
    return {key: value for key, value in made.items() if value is not None and value != ""}


def _footprint(draft: Draft) -> dict[str, Any]:
    footprint = draft.footprint
    if footprint is None:
        return {}
    made = {
        "energyWh": footprint.energy_wh,
        "co2g": footprint.co2_g,
        "method": plain(footprint.method, 2_000),
        "scope": plain(footprint.scope, 2_000),
    }
    return {key: value for key, value in made.items() if value is not None and value != ""}


def _translation(draft: Draft, code: str) -> dict[str, str]:
    def said(texts: Texts) -> str:
        return plain(texts.get(code, ""))

    stated = _stated(draft)
    rights = _UNKNOWN[code] if not stated else _rights(stated, code) if len(set(stated.values())) > 1 else ""
    made = {
        "title": _line(said(draft.title)),
        "description": said(draft.description),
        "iageo:quality": said(draft.to_check),
        "rights": rights,
    }
    return {key: value for key, value in made.items() if value}


def _link(link: WebLink) -> dict[str, Any]:
    made = {
        "rel": _line(link.rel) or "about",
        "type": _line(link.media_type) or ("text/html" if link.rel != "enclosure" else "application/octet-stream"),
        "href": link.href.strip(),
        "title": _line(link.title),
    }
    found: dict[str, Any] = {key: value for key, value in made.items() if value}
    if link.size >= 0:
        found["file:size"] = link.size
    if checksum(link):
        found["file:checksum"] = checksum(link)
    return found


def _time(text: str) -> dict[str, Any] | None:
    """A day as ``date``, a year or a month as an interval; None for any other text."""
    found = _DAY.match(text.strip())
    if not found:
        return None
    year, month, day = (int(part) if part else 0 for part in found.groups())
    try:
        if day:
            return {"date": date(year, month, day).isoformat()}
        first = date(year, month or 1, 1)
        last = date(year, month or 12, calendar.monthrange(year, month or 12)[1])
    except ValueError:
        return None
    return {"interval": [first.isoformat(), last.isoformat()]}
