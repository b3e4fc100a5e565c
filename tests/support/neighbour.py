"""The catalogue of a neighbouring region, made as publishers make theirs: data, model, document, picture.

It shares a resource with the embedded catalogue, has a concept nobody knows and another that is mapped to ours.
"""

from __future__ import annotations

import json
import shutil
import struct
import zlib
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

from crige_ia_plugin.catalogue import publish
from crige_ia_plugin.catalogue.integrity import SUMS, multihash, sha256, sums_text
from crige_ia_plugin.catalogue.record import CONFORMANCE
from crige_ia_plugin.paths import RESOURCES

ID, TITLE = "region-voisine", "Région voisine"
SCRIPT = "zones-tampons"
PROGRAM = "programme"
SHARED = "bd-ortho-vue-d-ici"
MODEL = bytes(range(256)) * 2_000
PARKING_URI = "https://voisine.example/themes/stationnement"


def publish_neighbour(
    folder: Path,
    *,
    version: str = "1.0",
    model: bytes = MODEL,
    bad: bool = False,
    script: str = "",
    program: tuple[str, str, str] = ("", "", ""),
) -> None:
    """Make or renew the catalogue.

    Args:
        folder: Where.
        version: Version of the model.
        model: Bytes of the model.
        bad: Whether a record that cannot be read is among the others.
        script: Text of a shared script, ``buffers.py``, that it gives too; of the version that ``version`` tells.
        program: Runner, name of the file and text of another program that it gives too; of that version as well.
    """
    (folder / "records").mkdir(parents=True, exist_ok=True)
    if not (folder / "catalog.json").is_file():
        catalog = {"id": ID, "type": "Collection", "title": TITLE, "links": [], "iageo:serial": 0}
        (folder / "catalog.json").write_text(json.dumps(catalog), encoding="utf-8")
        _write_vocabulary(folder / "vocabulary")
    _write_files(folder / "files", version, model)
    records = _records(folder, version)
    if script:
        records.append(_script(folder, version, script))
    if program[0]:
        records.append(_program(folder, version, *program))
    for record in records:
        path = folder / "records" / f"{record['id']}.json"
        path.write_text(json.dumps(record, ensure_ascii=False), encoding="utf-8")
    publish.build(folder, datetime.now(timezone.utc))
    if bad:
        path = folder / "records.ndjson"
        path.write_text(path.read_text(encoding="utf-8") + '{"type": "Feature", "id": "cassee"}\n', encoding="utf-8")
        (folder / SUMS).write_text(sums_text(folder), encoding="utf-8")


def _write_vocabulary(folder: Path) -> None:
    folder.mkdir()
    concepts = [
        {"id": "stationnement", "uri": PARKING_URI, "labels": {"fr": "Stationnement"}, "exactMatch": ["parkings"]},
        {"id": "haies", "labels": {"fr": "Haies bocagères"}},
    ]
    facet = {"facet": "theme", "uri": "https://voisine.example/themes", "labels": {"fr": "Thème"}, "concepts": concepts}
    (folder / "theme.json").write_text(json.dumps(facet), encoding="utf-8")


def _write_files(folder: Path, version: str, model: bytes) -> None:
    for name, content in (
        (f"modele-haies/{version}/haies.onnx", model),
        ("notice-haies/1/notice.pdf", b"%PDF-1.4\n" * 2_000),
        ("notice-haies/1/apercu.png", png(640, 400)),
    ):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    (folder / "ville/1").mkdir(parents=True, exist_ok=True)
    shutil.copyfile(RESOURCES / "sample" / "town.gpkg", folder / "ville/1/ville.gpkg")
    line = {"type": "LineString", "coordinates": [[5.0, 45.0], [5.1, 45.1]]}
    hedges = {"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {}, "geometry": line}]}
    (folder / "haies").mkdir(exist_ok=True)
    (folder / "haies/haies.geojson").write_text(json.dumps(hedges), encoding="utf-8")


def _script(folder: Path, version: str, text: str) -> dict[str, Any]:
    return _program(folder, version, "script", "buffers.py", text, SCRIPT, "Zones tampons")


def _program(
    folder: Path, version: str, runner: str, name: str, text: str, identifier: str = PROGRAM, title: str = "Programme"
) -> dict[str, Any]:
    href = f"files/{identifier}/{version}/{name}"
    path = folder / href
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    link = {"rel": "enclosure", "href": href, "file:checksum": multihash(sha256(path))}
    run = {"runner": runner, "network": False} if runner == "script" else {"runner": runner}
    return record(identifier, title, [link], type="script", version=version, **{"iageo:run": run})


def _records(folder: Path, version: str) -> list[dict[str, Any]]:
    def enclosure(href: str, title: str) -> dict[str, Any]:
        path = folder / href
        return {
            "rel": "enclosure",
            "href": href,
            "title": title,
            "file:size": path.stat().st_size,
            "file:checksum": multihash(sha256(path)),
        }

    picture = {"rel": "preview", "type": "image/png", "href": "files/notice-haies/1/apercu.png"}
    hedge = [{"id": "haies", "title": "Haies bocagères"}]
    shared = {"rel": "about", "href": "http://www.cartes.gouv.fr/rechercher-une-donnee/dataset/IGNF_BD-ORTHO/"}
    return [
        record(
            "modele-haies",
            "Modèle de détection des haies",
            [enclosure(f"files/modele-haies/{version}/haies.onnx", "Poids du modèle")],
            type="ai-model",
            version=version,
            themes=[{"scheme": "theme", "concepts": hedge}],
        ),
        record("notice-haies", "Notice des haies", [enclosure("files/notice-haies/1/notice.pdf", "Notice"), picture]),
        record(
            "ville-imaginaire",
            "Ville imaginaire",
            [enclosure("files/ville/1/ville.gpkg", "Ville (GeoPackage)")],
            type="dataset",
            version="1",
            themes=[
                {"scheme": "theme", "concepts": [{"id": "x", "title": "Stationnement", "url": PARKING_URI}]},
                {"scheme": "territory", "concepts": [{"id": "DEP-38", "title": "Isère"}]},
                {"scheme": "usage", "concepts": [{"id": "bricolage", "title": "Bricolage du dimanche"}]},
            ],
        ),
        record(
            "haies-relevees",
            "Haies relevées",
            [enclosure("files/haies/haies.geojson", "Haies (GeoJSON)")],
            type="dataset",
            version="1",
        ),
        record(SHARED, "BD ORTHO®", [shared], type="dataset"),
    ]


def record(identifier: str, title: str, links: list[dict[str, Any]], **properties: Any) -> dict[str, Any]:
    """A record of this catalogue."""
    values = {
        "type": "publication",
        "title": title,
        "description": f"{title} : une ressource de la région voisine.",
        "language": {"code": "fr"},
        "updated": "2026-01-01T00:00:00Z",
        "contacts": [{"organization": TITLE, "roles": ["publisher"]}],
        "license": "etalab-2.0",
        "iageo:quality": {"assessed": False, "note": "Contrôler sur une zone témoin."},
        **properties,
    }
    return {
        "id": identifier,
        "type": "Feature",
        "conformsTo": [CONFORMANCE],
        "time": None,
        "geometry": None,
        "properties": values,
        "links": links,
    }


def png(width: int, height: int) -> bytes:
    """A PNG with a hedge and a field."""
    rows = b""
    for y in range(height):
        green = 90 + 120 * y // height
        line = bytes((60, green, 70)) if (y // 40) % 3 == 0 else bytes((200, 210 - green // 4, 150))
        rows += b"\x00" + line * width

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
