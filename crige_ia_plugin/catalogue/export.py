"""The catalogue for other catalogues: DCAT-AP for data portals, schema.org for search engines, in JSON-LD.

Sources: DCAT-AP 2.1.1 (properties of Catalogue, Dataset, Data Service, Distribution), schema.org (DataCatalog and
subclasses of CreativeWork), authority tables of the Publications Office of the European Union.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import quote, urljoin

from .integrity import digest_of
from .problems import CatalogueError
from .record import Link, Record
from .vocabulary import Vocabulary

CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "spdx": "http://spdx.org/rdf/terms#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_LANGUAGES = {"fr": "FRA", "en": "ENG", "de": "DEU", "es": "SPA", "it": "ITA"}
_EU = "http://publications.europa.eu/resource/authority/"
_SCHEMA_TYPES = {
    "dataset": "Dataset",
    "training-data": "Dataset",
    "script": "SoftwareSourceCode",
    "notebook": "SoftwareSourceCode",
    "software": "SoftwareApplication",
    "web-service": "WebAPI",
    "course": "Course",
    "event": "Event",
    "webinar": "Event",
    "publication": "Article",
    "regulation": "Legislation",
}


def dcat(catalog: Mapping[str, Any], records: Iterable[Record], vocabulary: Vocabulary, base: str) -> dict[str, Any]:
    """The catalogue in DCAT-AP: resources that run at an address are services, the others datasets.

    Args:
        catalog: Content of ``catalog.json``.
        records: What it holds.
        vocabulary: For the URIs and labels of themes.
        base: Public address of the catalogue, for the identifiers of what has no page of its own.
    """
    base = base if base.endswith("/") else base + "/"
    datasets: list[dict[str, Any]] = []
    services: list[dict[str, Any]] = []
    for record in records:
        target = services if record.kind == "web-service" else datasets
        target.append(_resource(record, vocabulary, base))
    contacts = catalog.get("contacts") or [{}]
    return {
        "@context": CONTEXT,
        "@id": base,
        "@type": "dcat:Catalog",
        "dct:title": _catalogue_texts(catalog, "title"),
        "dct:description": _catalogue_texts(catalog, "description"),
        "dct:publisher": _agent(contacts[0].get("organization", "")),
        "dct:language": [_language(code) for code in ("fr", "en")],
        **({"dct:modified": _moment(catalog["updated"])} if catalog.get("updated") else {}),
        **_license(str(catalog.get("license", ""))),
        "dcat:dataset": datasets,
        "dcat:service": services,
    }


def _catalogue_texts(catalog: Mapping[str, Any], key: str) -> list[dict[str, str]]:
    language = catalog.get("language", {}).get("code", "fr")
    found = {language: catalog.get(key, "")}
    for code, texts in catalog.get("iageo:translations", {}).items():
        found[code] = texts.get(key, "")
    return [{"@language": code, "@value": text} for code, text in found.items() if text]


def _texts(record: Record, name: str) -> list[dict[str, str]]:
    pairs = ((code, getattr(text, name)) for code, text in record.texts.items())
    return [{"@language": code, "@value": text} for code, text in pairs if text]


def _identifier(record: Record, base: str) -> str:
    return urljoin(base, f"records/{quote(record.id)}.json")


def _resource(record: Record, vocabulary: Vocabulary, base: str) -> dict[str, Any]:
    is_service = record.kind == "web-service"
    data: dict[str, Any] = {
        "@id": _identifier(record, base),
        "@type": "dcat:DataService" if is_service else "dcat:Dataset",
        "dct:identifier": record.id,
        "dct:title": _texts(record, "title"),
        "dct:description": _texts(record, "description"),
        "dct:accessRights": {"@id": _EU + "access-right/PUBLIC"},
        "dcat:keyword": [{"@language": record.language, "@value": word} for word in record.keywords],
        "dcat:theme": _themes(record, vocabulary),
        **_license(record.license),
    }
    if record.publisher:
        data["dct:publisher"] = _agent(record.publisher)
    if record.updated:
        data["dct:modified"] = _moment(record.updated)
    if record.landing:
        data["dcat:landingPage"] = {"@id": record.landing}
    if record.version:
        data["dcat:version"] = record.version
    if len(record.bbox) == 4:
        data["dct:spatial"] = {"@type": "dct:Location", "dcat:bbox": _polygon(record.bbox)}
    if is_service:
        data["dcat:endpointURL"] = {"@id": record.landing or _identifier(record, base)}
    else:
        data["dcat:distribution"] = [
            _distribution(link, record, base) for link in record.links_of("enclosure", "service")
        ]
    return {key: value for key, value in data.items() if value not in ([], "")}


def _themes(record: Record, vocabulary: Vocabulary) -> list[dict[str, str]]:
    found = []
    for facet in ("theme", "subject"):
        for concept in record.facets.get(facet, ()):
            term = vocabulary.term(facet, vocabulary.resolve(facet, concept.id, concept.url) or "")
            if term or concept.url:
                found.append({"@id": term.uri if term else concept.url})
    return found


def _distribution(link: Link, record: Record, base: str) -> dict[str, Any]:
    address = urljoin(base, link.href)
    data: dict[str, Any] = {
        "@type": "dcat:Distribution",
        "dcat:accessURL": {"@id": address},
        **_license(record.license),
    }
    if link.title:
        data["dct:title"] = link.title
    if link.rel == "enclosure":
        data["dcat:downloadURL"] = {"@id": address}
    if link.size >= 0:
        data["dcat:byteSize"] = {"@type": "xsd:nonNegativeInteger", "@value": str(link.size)}
    if link.checksum:
        try:
            data["spdx:checksum"] = {
                "spdx:algorithm": {"@id": "spdx:checksumAlgorithm_sha256"},
                "spdx:checksumValue": {"@type": "xsd:hexBinary", "@value": digest_of(link.checksum)},
            }
        except CatalogueError:
            data.pop("spdx:checksum", None)
    return data


def _agent(name: str) -> dict[str, Any]:
    return {"@type": "foaf:Agent", "foaf:name": name}


def _license(license_id: str) -> dict[str, Any]:
    if not license_id or license_id == "other":
        return {}
    return {"dct:license": {"@id": f"http://spdx.org/licenses/{quote(license_id)}"}}


def _language(code: str) -> dict[str, str]:
    return {"@id": f"{_EU}language/{_LANGUAGES.get(code, 'MUL')}"}


def _moment(text: str) -> dict[str, str]:
    kinds = {4: "gYear", 7: "gYearMonth", 10: "date"}
    return {"@type": f"xsd:{kinds.get(len(text), 'dateTime')}", "@value": text}


def _polygon(bbox: tuple[float, ...]) -> str:
    west, south, east, north = bbox
    corners = [(west, south), (east, south), (east, north), (west, north), (west, south)]
    return f"POLYGON(({', '.join(f'{x} {y}' for x, y in corners)}))"


def schema_org(catalog: Mapping[str, Any], records: Iterable[Record], base: str) -> dict[str, Any]:
    """The catalogue for search engines, as one ``DataCatalog`` and its parts."""
    base = base if base.endswith("/") else base + "/"
    contacts = catalog.get("contacts") or [{}]
    return {
        "@context": "https://schema.org",
        "@type": "DataCatalog",
        "@id": base,
        "name": catalog.get("title", ""),
        "description": catalog.get("description", ""),
        "publisher": {"@type": "Organization", "name": contacts[0].get("organization", "")},
        "hasPart": [_work(record, base) for record in records],
    }


def _work(record: Record, base: str) -> dict[str, Any]:
    text = record.text(record.language)
    data = {
        "@type": _SCHEMA_TYPES.get(record.kind, "CreativeWork"),
        "@id": _identifier(record, base),
        "identifier": [record.id, *record.external_ids],
        "name": text.title,
        "description": text.description,
        "inLanguage": record.language,
        "keywords": list(record.keywords),
        "url": record.landing,
        "publisher": {"@type": "Organization", "name": record.publisher} if record.publisher else "",
        "license": _license(record.license).get("dct:license", {}).get("@id", ""),
        "version": record.version,
        "dateModified": record.updated,
    }
    if data["@type"] == "Event":
        data["startDate"] = record.date
    return {key: value for key, value in data.items() if value not in ("", [])}
