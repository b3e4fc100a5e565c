"""Pictures of resources fetched after a refresh: small, PNG, from their own server; nothing else is kept."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import hostile_server as behaviour
import pytest
from hostile_server import Server
from neighbour import png, record
from qgis.PyQt.QtCore import QBuffer, QByteArray, QIODevice
from qgis.PyQt.QtGui import QImage
from tasking import run

from crige_ia_plugin.catalogue.sources import Kind, Source
from crige_ia_plugin.catalogue.sync import Library
from crige_ia_plugin.paths import RESOURCES
from crige_ia_plugin.pictures import LARGEST, PicturesTask, small_image
from crige_ia_plugin.tasks import Ending, RefreshTask

pytestmark = pytest.mark.usefixtures("qgis_app")

WEBP = b"RIFF\x1a\x00\x00\x00WEBPVP8L\x0d\x00\x00\x00\x2f\x00\x00\x00\x10\x07\x10\x11\x11\x88\x88\xfe\x07\x00"


def jpeg(width: int, height: int) -> bytes:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(0x336699)
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, "JPEG")
    return bytes(content)


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    (tmp_path / "www").mkdir()
    made = Server(tmp_path / "www")
    yield made
    made.close()


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library(tmp_path / "library", RESOURCES / "catalogue")


def catalogue(server: Server, pictures: dict[str, bytes | str]) -> Source:
    """A catalogue without digests whose records have these pictures: bytes served, or an address elsewhere."""
    records = []
    for name, content in pictures.items():
        if isinstance(content, bytes):
            (server.folder / f"{name}.png").write_bytes(content)
        href = content if isinstance(content, str) else f"{name}.png"
        records.append(record(name, name, [{"rel": "preview", "href": href, "type": "image/png"}]))
    records.append(record("plain", "Sans image", []))
    lines = [json.dumps(made) for made in records]
    (server.folder / "records.ndjson").write_text("\n".join(lines), encoding="utf-8")
    (server.folder / "catalog.json").write_text('{"id": "x", "type": "Collection", "links": []}', encoding="utf-8")
    return Source("x", "X", Kind.STATIC, server.url)


def fetch(library: Library, source: Source) -> PicturesTask:
    task = PicturesTask(library, [source])
    assert run(task).is_good
    return task


def kept(library: Library) -> list[str]:
    """Names of the records whose picture is kept."""
    return sorted(path.stem.rpartition("-")[0] for path in library.pictures.rglob("*.png"))


def test_pictures_are_kept_small_and_fetched_once(library: Library, server: Server) -> None:
    source = catalogue(server, {"large": png(1600, 1200), "photo": jpeg(300, 900), "tiny": png(8, 8)})
    assert run(RefreshTask(library, [source])).is_good
    assert not [path for path, _ in server.requests if path.endswith(".png")]
    assert fetch(library, source).fetched == 3
    assert kept(library) == ["large", "photo", "tiny"]
    for path in library.pictures.rglob("*.png"):
        image = QImage(str(path), "PNG")
        assert 0 < image.width() <= LARGEST.width()
        assert 0 < image.height() <= LARGEST.height()
    server.requests.clear()
    assert fetch(library, source).fetched == 0
    assert server.requests == []


def test_what_is_no_picture_is_not_kept_nor_asked_for_again(library: Library, server: Server) -> None:
    bomb = png(8, 8)[:16] + (60_000).to_bytes(4, "big") * 2 + png(8, 8)[24:]
    pictures: dict[str, Any] = {
        "webp": WEBP,
        "page": b"<html>",
        "cut": png(400, 400)[:60],
        "bomb": bomb,
        "big": png(8, 8) + b"x" * 400_000,
        "away": "https://elsewhere.example/a.png",
        "good": png(8, 8),
    }
    source = catalogue(server, pictures)
    run(RefreshTask(library, [source]))
    assert fetch(library, source).fetched == 1
    assert kept(library) == ["good"]
    server.requests.clear()
    fetch(library, source)
    assert server.requests == []


def test_a_server_in_trouble_is_asked_again_another_time(library: Library, server: Server) -> None:
    source = catalogue(server, {"a": png(8, 8)})
    run(RefreshTask(library, [source]))
    server.behaviours["/a.png"] = behaviour.says(429, b"")
    assert fetch(library, source).fetched == 0
    server.behaviours.clear()
    assert fetch(library, source).fetched == 1


def test_pictures_of_what_is_gone_go(library: Library, server: Server) -> None:
    source = catalogue(server, {"a": png(8, 8), "b": png(8, 8)})
    run(RefreshTask(library, [source]))
    fetch(library, source)
    source = catalogue(server, {"b": png(8, 8)})
    run(RefreshTask(library, [source]))
    fetch(library, source)
    assert kept(library) == ["b"]
    library.rebuild([])
    assert kept(library) == []


def test_fetching_is_cancelled(library: Library, server: Server) -> None:
    source = catalogue(server, {"a": png(8, 8)})
    run(RefreshTask(library, [source]))
    server.behaviours["/a.png"] = behaviour.is_silent(5)
    task = PicturesTask(library, [source])
    task.progressChanged.connect(lambda _: task.cancel())
    server.behaviours["/a.png"] = lambda handler: (task.cancel(), behaviour.is_silent(2)(handler))
    assert run(task) == Ending(cancelled=True)
    assert kept(library) == []


@pytest.mark.parametrize("content", [WEBP, b"", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF89a"])
def test_nothing_but_png_and_jpeg_is_decoded(content: bytes) -> None:
    assert small_image(content).isNull()
