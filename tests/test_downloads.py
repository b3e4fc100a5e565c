"""Files brought through QGIS's network: cut, cancelled, changed meanwhile, tampered with."""

from __future__ import annotations

import hashlib
import itertools
import time
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import hostile_server as behaviour
import pytest
from hostile_server import Server
from worker import in_worker

from crige_ia_plugin.catalogue import download as catalogue_download
from crige_ia_plugin.catalogue.problems import CatalogueError, Code
from crige_ia_plugin.downloads import discard, download
from crige_ia_plugin.transport import Session

pytestmark = pytest.mark.usefixtures("qgis_app")

BODY = bytes(range(256)) * 2_000
DIGEST = hashlib.sha256(BODY).hexdigest()


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    (tmp_path / "www").mkdir()
    made = Server(tmp_path / "www")
    yield made
    made.close()


def bring(server: Server, path: Path, name: str = "/big", **options: Any) -> None:
    def call() -> None:
        with Session() as session:
            download(session, server.url + name, path, **options)

    in_worker(call)


def failing(server: Server, path: Path, **options: Any) -> Code:
    with pytest.raises(CatalogueError) as caught:
        bring(server, path, **options)
    return caught.value.code


def leftovers(path: Path) -> list[str]:
    return sorted(other.name for other in path.parent.iterdir() if other != path)


@pytest.fixture
def target(tmp_path: Path) -> Path:
    (tmp_path / "here").mkdir()
    return tmp_path / "here" / "big.gpkg"


def test_a_download_is_verified_and_leaves_nothing_else(server: Server, target: Path) -> None:
    (server.folder / "big").write_bytes(BODY)
    shares: list[float] = []
    bring(server, target, size=len(BODY), digest=DIGEST, progress=shares.append)
    assert target.read_bytes() == BODY
    assert leftovers(target) == []
    assert shares == sorted(shares)
    assert shares[-1] == 1.0


def test_a_download_that_is_not_what_was_published_is_thrown_away(server: Server, target: Path) -> None:
    (server.folder / "big").write_bytes(BODY)
    target.write_bytes(b"the old one")
    assert failing(server, target, digest=hashlib.sha256(b"other").hexdigest()) is Code.CHECKSUM_DIFFERS
    assert failing(server, target, size=len(BODY) + 1) is Code.SIZE_DIFFERS
    assert failing(server, target, size=len(BODY) - 1) is Code.TOO_LARGE
    assert target.read_bytes() == b"the old one"


def interrupt(server: Server, target: Path, etag: str | None) -> None:
    headers = {"ETag": etag} if etag else {}

    def behave(handler: Any) -> None:
        behaviour.answer(handler, 200, BODY[: len(BODY) // 2], len(BODY), **headers)
        handler.wfile.flush()
        time.sleep(0.1)
        handler.connection.close()
        handler.close_connection = True

    server.behaviours["/big"] = behave
    assert failing(server, target, digest=DIGEST) is Code.TRUNCATED
    assert not target.exists()
    del server.behaviours["/big"]
    server.requests.clear()


def etag_of(path: Path) -> str:
    status = path.stat()
    return f'"{status.st_size}-{status.st_mtime_ns}"'


def test_a_download_goes_on_where_it_was_cut(server: Server, target: Path) -> None:
    (server.folder / "big").write_bytes(BODY)
    interrupt(server, target, etag_of(server.folder / "big"))
    bring(server, target, size=len(BODY), digest=DIGEST)
    headers = server.requests[0][1]
    assert len(server.requests) == 1
    assert headers["If-Range"] == etag_of(server.folder / "big")
    assert 0 < int(headers["Range"][6:-1]) <= len(BODY) // 2
    assert target.read_bytes() == BODY
    assert leftovers(target) == []


def test_a_file_that_changed_meanwhile_comes_whole(server: Server, target: Path) -> None:
    (server.folder / "big").write_bytes(BODY)
    interrupt(server, target, '"an older version"')
    bring(server, target, digest=DIGEST)
    assert "Range" in server.requests[0][1]
    assert target.read_bytes() == BODY


def test_a_part_nobody_can_vouch_for_is_not_continued(server: Server, target: Path) -> None:
    (server.folder / "big").write_bytes(BODY)
    interrupt(server, target, None)
    bring(server, target)  # no validator, no digest
    assert "Range" not in server.requests[0][1]
    assert target.read_bytes() == BODY


def test_a_part_of_another_version_costs_one_more_try(server: Server, target: Path) -> None:
    def behave(handler: Any) -> None:  # no validator: nobody can tell the two versions
        start = int(handler.headers["Range"][6:-1]) if "Range" in handler.headers else 0
        place = {"Content-Range": f"bytes {start}-{len(BODY) - 1}/{len(BODY)}"} if start else {}
        behaviour.answer(handler, 206 if start else 200, other[start:], **place)

    interrupt(server, target, None)
    other = BODY[:10] + b"y" + BODY[11:]
    server.behaviours["/big"] = behave
    bring(server, target, digest=hashlib.sha256(other).hexdigest())
    assert ["Range" in headers for _, headers in server.requests] == [True, False]
    assert target.read_bytes() == other
    assert leftovers(target) == []


def test_a_part_of_another_address_is_not_continued(server: Server, target: Path) -> None:
    (server.folder / "big").write_bytes(BODY)
    (server.folder / "other").write_bytes(BODY)
    interrupt(server, target, etag_of(server.folder / "big"))
    bring(server, target, "/other", digest=DIGEST)
    assert "Range" not in server.requests[0][1]
    assert target.read_bytes() == BODY


def test_a_cancelled_download_leaves_nothing(server: Server, target: Path) -> None:
    (server.folder / "big").write_bytes(BODY)
    calls = iter([False, False, False, True, True])
    assert failing(server, target, digest=DIGEST, cancelled=lambda: next(calls)) is Code.CANCELLED
    assert leftovers(target) == []


def test_a_cut_keeps_what_came_until_it_is_given_up(server: Server, target: Path) -> None:
    (server.folder / "big").write_bytes(BODY)
    interrupt(server, target, None)
    assert leftovers(target) == ["big.gpkg.incoming.part", "big.gpkg.incoming.version"]
    discard(target)
    assert leftovers(target) == []
    discard(target)


def test_a_file_may_take_longer_than_an_answer(server: Server, target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hours = itertools.count(step=3600)
    monkeypatch.setattr(catalogue_download, "time", SimpleNamespace(monotonic=lambda: next(hours)))
    (server.folder / "big").write_bytes(BODY)
    bring(server, target, digest=DIGEST)
    assert target.read_bytes() == BODY


@pytest.mark.parametrize("when", ["writing", "putting in place"])
def test_a_disk_that_fills_up_leaves_nothing(
    when: str, server: Server, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (server.folder / "big").write_bytes(BODY)
    target.write_bytes(b"the old one")

    def full(*_: Any, **__: Any) -> Any:
        raise OSError(28, "No space left on device")

    if when == "writing":
        chunks = catalogue_download._chunks

        def fill(*arguments: Any) -> Iterator[bytes]:
            pieces = chunks(*arguments)
            yield next(pieces)
            full()

        monkeypatch.setattr(catalogue_download, "_chunks", fill)
    else:
        monkeypatch.setattr(Path, "replace", full)
    assert failing(server, target, digest=DIGEST) is Code.WRITE_FAILED
    monkeypatch.undo()
    assert target.read_bytes() == b"the old one"
    assert leftovers(target) == []


def test_a_full_disk_is_told(server: Server, tmp_path: Path) -> None:
    (server.folder / "big").write_bytes(BODY)
    (tmp_path / "file").write_bytes(b"")
    assert failing(server, tmp_path / "file" / "big") is Code.WRITE_FAILED
