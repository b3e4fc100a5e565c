"""Small catalogues for a refresh to bring, and what is found afterwards."""

from __future__ import annotations

import json
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

from crige_ia_plugin.catalogue import publish
from crige_ia_plugin.catalogue.index import Index, Query
from crige_ia_plugin.catalogue.record import CONFORMANCE
from crige_ia_plugin.catalogue.sync import Library


def feature(identifier: str, links: list[dict[str, Any]] | None = None) -> dict[str, Any]:
    properties = {
        "type": "script",
        "title": f"Fiche {identifier}",
        "language": {"code": "fr"},
        "version": "1.2",
        "updated": "2026-01-01T00:00:00Z",
    }
    return {
        "id": identifier,
        "type": "Feature",
        "conformsTo": [CONFORMANCE],
        "geometry": None,
        "properties": properties,
        "links": links or [],
    }


def publish_catalogue(folder: Path, *identifiers: str) -> None:
    (folder / "records").mkdir(parents=True, exist_ok=True)
    if not (folder / "catalog.json").exists():
        catalog = {"id": "autre", "type": "Collection", "title": "Autre", "links": [], "iageo:serial": 0}
        (folder / "catalog.json").write_text(json.dumps(catalog))
    for identifier in identifiers:
        (folder / "records" / f"{identifier}.json").write_text(json.dumps(feature(identifier)))
    publish.build(folder, datetime.now(timezone.utc))


def page(identifiers: list[str], following: str = "") -> bytes:
    links = [{"rel": "next", "href": following}] if following else []
    features = [feature(identifier) for identifier in identifiers]
    return json.dumps({"type": "FeatureCollection", "features": features, "links": links}).encode()


def titles(library: Library, catalogue: str) -> set[str]:
    index = Index(library.index_path() or Path())
    found = {summary.title for summary in index.summaries(index.search(Query(filters={"catalogue": {catalogue}})).rows)}
    index.close()
    return found
