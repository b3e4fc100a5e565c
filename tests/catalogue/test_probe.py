"""Looking at a catalogue before adding it."""

from __future__ import annotations

import json
from datetime import datetime, timezone
from pathlib import Path
from typing import Any, Callable

import pytest

from crige_ia_plugin.catalogue import minisign, publish
from crige_ia_plugin.catalogue.download import NO_VALIDATORS
from crige_ia_plugin.catalogue.probe import Probe, probe
from crige_ia_plugin.catalogue.problems import CatalogueError, Code
from crige_ia_plugin.catalogue.readers import Request
from crige_ia_plugin.catalogue.sources import Kind, Source, base_of

Maker = Callable[..., "dict[str, Any]"]


def look(kind: Kind, location: str, session: Any, public_key: str = "") -> Probe:
    request = Request(Path(), session, NO_VALIDATORS, lambda share: None, lambda: False)
    return probe(Source("x", "", kind, location, public_key=public_key), request)


def failing(*arguments: Any) -> Code:
    with pytest.raises(CatalogueError) as caught:
        look(*arguments)
    return caught.value.code


@pytest.fixture
def catalogue(server: Any, record: Maker) -> Path:
    folder: Path = server.folder
    (folder / "records").mkdir()
    catalog = {"id": "autre", "type": "Collection", "title": "Autre région", "links": [], "iageo:serial": 0}
    (folder / "catalog.json").write_text(json.dumps(catalog))
    for name in ("a", "b"):
        (folder / "records" / f"{name}.json").write_text(json.dumps(record(name)))
    publish.build(folder, datetime(2020, 1, 1, tzinfo=timezone.utc), 10)
    return folder


@pytest.mark.parametrize("kind", [Kind.FOLDER, Kind.STATIC])
def test_a_catalogue_is_described(kind: Kind, catalogue: Path, server: Any, session: Any) -> None:
    found = look(kind, str(catalogue) if kind is Kind.FOLDER else server.url, session)
    assert (found.title, found.identifier, found.records) == ("Autre région", "autre", 2)
    assert (found.verified, found.trust, found.unverified_signer) == (True, None, "")
    assert found.expires == "2020-01-11T00:00:00Z"
    if kind is Kind.STATIC:  # the records themselves are not fetched
        assert "/records.ndjson" not in [path for path, _ in server.requests]


def test_who_signed_is_told_whether_verified_or_not(catalogue: Path, tmp_path: Path) -> None:
    if not minisign.HAS_CRYPTOGRAPHY:
        pytest.skip("signing needs cryptography")
    key, other = minisign.write_pair(tmp_path / "k.key"), minisign.SecretKey.generate().public_key
    assert failing(Kind.FOLDER, str(catalogue), None, key.text) is Code.SIGNATURE_MISSING
    publish.sign(catalogue, tmp_path / "k.key")
    found = look(Kind.FOLDER, str(catalogue), None)
    assert (found.trust, found.unverified_signer) == (None, key.name)
    found = look(Kind.FOLDER, str(catalogue), None, key.text)
    assert found.trust is not None
    assert (found.trust.key, found.unverified_signer) == (key.name, "")
    assert failing(Kind.FOLDER, str(catalogue), None, other.text) is Code.SIGNATURE_OTHER_KEY


def test_what_is_no_catalogue_is_refused(catalogue: Path, server: Any, session: Any, behaviour: Any) -> None:
    (catalogue / "catalog.json").write_text('{"type": "Collection"}')
    assert failing(Kind.FOLDER, str(catalogue), None) is Code.CHECKSUM_DIFFERS
    (catalogue / "catalog.json").write_text("[]")
    assert failing(Kind.STATIC, server.url, session) is Code.CATALOG_INVALID
    assert failing(Kind.FOLDER, str(catalogue / "absent"), None) is Code.FOLDER_MISSING
    assert failing(Kind.STATIC, server.url, None) is Code.REQUESTS_UNAVAILABLE
    for body, code in (
        (b"<html>", Code.JSON_INVALID),
        (b"{}", Code.CATALOG_INVALID),
        (b'{"features": []}', Code.CATALOG_EMPTY),
    ):
        server.behaviours["/c/items"] = behaviour.says(200, body)
        assert failing(Kind.OGC_API, server.url + "/c", session) is code


def test_a_server_is_asked_for_one_record(server: Any, session: Any, behaviour: Any, record: Maker) -> None:
    page = {"type": "FeatureCollection", "numberMatched": 12, "features": [record("a")]}
    server.behaviours["/collections/c/items"] = behaviour.says(200, json.dumps(page).encode())
    server.behaviours["/collections/c"] = behaviour.says(200, b'{"id": "c", "title": "Fiches"}')
    found = look(Kind.OGC_API, server.url + "/collections/c/items?limit=50&token=a", session)
    assert (found.title, found.records) == ("Fiches", 12)
    assert server.requests[0][0] == "/collections/c/items?f=json&token=a&limit=1"


def test_collections_of_a_server_are_proposed(server: Any, session: Any, behaviour: Any) -> None:
    listed = {"collections": [{"id": "c", "itemType": "record", "title": "Fiches"}]}
    server.behaviours["/api/collections"] = behaviour.says(200, json.dumps(listed).encode())
    found = look(Kind.OGC_API, server.url + "/api", session)
    assert found.collections == ((server.url + "/api/collections/c", "Fiches"),)
    server.behaviours["/api/collections"] = behaviour.says(200, b'{"collections": []}')
    assert failing(Kind.OGC_API, server.url + "/api", session) is Code.HTTP_STATUS


@pytest.mark.parametrize(
    ("kind", "location", "base"),
    [
        (Kind.FOLDER, "/srv/c", "/srv/c"),
        (Kind.STATIC, "https://x.example/c/catalog.json", "https://x.example/c/"),
        (Kind.STATIC, "https://x.example/c", "https://x.example/c/"),
        (Kind.OGC_API, "https://x.example/collections/c", "https://x.example/collections/c/"),
    ],
)
def test_where_relative_links_start(kind: Kind, location: str, base: str) -> None:
    assert base_of(Source("x", "", kind, location)) == base
