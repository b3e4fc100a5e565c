"""Downloads, installations, updates and removals, against servers and disks that let them down."""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import hostile_server as behaviour
import pytest
from hostile_server import Server
from neighbour import record
from qgis.PyQt.QtCore import QTimer
from tasking import run

from crige_ia_plugin import installs
from crige_ia_plugin.catalogue.files import Wanted, wanted_files
from crige_ia_plugin.catalogue.integrity import multihash
from crige_ia_plugin.catalogue.problems import CatalogueError, Code
from crige_ia_plugin.catalogue.record import Record, parse
from crige_ia_plugin.catalogue.store import Store
from crige_ia_plugin.installs import DownloadTask, FetchTask, RemoveTask, StoreTask, UseTask, aside_of
from crige_ia_plugin.tasks import Ending

pytestmark = pytest.mark.usefixtures("qgis_app")

BODY = bytes(range(256)) * 2_000
DIGEST = hashlib.sha256(BODY).hexdigest()
KEY = ("autre", "des-poids")


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    (tmp_path / "www").mkdir()
    made = Server(tmp_path / "www")
    yield made
    made.close()


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "store")


def record_of(*links: dict[str, Any], version: str = "1.2") -> Record:
    listed = [{"rel": "enclosure", **link} for link in links]
    return parse(record("des-poids", "Des poids", listed, type="ai-model", version=version))


def published(href: str, body: bytes = BODY) -> dict[str, Any]:
    return {"href": href, "file:size": len(body), "file:checksum": multihash(hashlib.sha256(body).hexdigest())}


def install(store: Store, made: Record, base: str, **options: Any) -> Ending:
    """Fetch, then store, as the panel does once consent was given."""
    aside = aside_of(store.root.parent / "aside", KEY[0], made)
    fetch = FetchTask(made.title, wanted_files(made, base, **options), aside)
    ending = run(fetch)
    return run(StoreTask(store, KEY, made, fetch)) if ending.is_good else ending


def leftovers(store: Store) -> list[str]:
    """Files that stand beside what is installed."""
    roots = (store.root, store.root.parent / "aside")
    found = [path for root in roots for path in root.rglob("*") if path.is_file()]
    installed = [item.folder for item in store.installed()]
    return sorted(path.name for path in found if not any(folder in path.parents for folder in installed))


# what files there are


def test_files_of_a_resource() -> None:
    made = record_of(
        published("https://zenodo.example/files/poids%20finaux.onnx?download=1"),
        {"href": "files/un-script/1.2/notice.pdf"},
        {"href": "files/un-script/1.2/fr/Notice.pdf"},
        {"href": "https://example.org/page", "rel": "about"},
    )
    sums = {"files/un-script/1.2/notice.pdf": DIGEST}
    remote = wanted_files(made, "https://catalogue.example/centre/", sums)
    assert remote == [
        Wanted("poids finaux.onnx", "https://zenodo.example/files/poids%20finaux.onnx?download=1", DIGEST, len(BODY)),
        Wanted("notice.pdf", "https://catalogue.example/centre/files/un-script/1.2/notice.pdf", DIGEST),
        Wanted("Notice-2.pdf", "https://catalogue.example/centre/files/un-script/1.2/fr/Notice.pdf"),
    ]
    local = wanted_files(made, "/srv/catalogue", sums)
    assert Path(local[1].place) == Path("/srv/catalogue/files/un-script/1.2/notice.pdf")
    assert [wanted.is_remote for wanted in local] == [True, False, False]


@pytest.mark.parametrize("href", ["%2e%2e/%2e%2e/etc/passwd", "files/%2Fetc%2Fpasswd", "files/..%5Cx", "files/nul%00"])
def test_a_file_outside_its_catalogue_is_refused(href: str) -> None:
    with pytest.raises(CatalogueError) as caught:
        wanted_files(record_of({"href": href}), "/srv/catalogue")
    assert caught.value.code is Code.PATH_UNSAFE


# installing


def test_a_resource_is_installed_whole(server: Server, store: Store) -> None:
    (server.folder / "files").mkdir()
    (server.folder / "files" / "a.bin").write_bytes(BODY)
    (server.folder / "files" / "b.onnx").write_bytes(BODY * 2)
    made = record_of(published("files/a.bin"), published("files/b.onnx", BODY * 2))
    assert install(store, made, server.url + "/").is_good
    (installed,) = store.installed()
    installed.verify()
    assert (installed.folder / "b.onnx").read_bytes() == BODY * 2
    assert (installed.catalogue, installed.id, installed.version) == (*KEY, "1.2")
    assert leftovers(store) == []
    assert not (store.root.parent / "aside").exists()


def test_a_resource_of_a_folder_needs_no_network_and_stays_there(server: Server, store: Store) -> None:
    (server.folder / "a.bin").write_bytes(BODY)
    assert install(store, record_of({"href": "a.bin"}), str(server.folder), sums={"a.bin": DIGEST}).is_good
    assert not server.requests
    assert (server.folder / "a.bin").read_bytes() == BODY


def failures() -> Mapping[str, tuple[dict[str, Any], Callable[[Any], None] | None, Code]]:
    return {
        "no digest": ({"href": "a.bin"}, None, Code.FILE_CHECKSUM_UNSTATED),
        "tampered": (published("a.bin"), behaviour.says(200, b"x" * len(BODY)), Code.CHECKSUM_DIFFERS),
        "shorter": (published("a.bin"), behaviour.says(200, BODY[:-1]), Code.SIZE_DIFFERS),
        "longer": (published("a.bin"), behaviour.says(200, BODY + b"x"), Code.TOO_LARGE),
        "forbidden": (published("a.bin"), behaviour.says(401, b""), Code.UNAUTHORISED),
        "to plain http": (
            published("a.bin"),
            behaviour.says(302, b"", Location="ftp://x.example/"),
            Code.REDIRECT_UNSAFE,
        ),
        "absent": (published("a.bin"), behaviour.says(404, b""), Code.HTTP_STATUS),
    }


@pytest.mark.parametrize("name", failures())
def test_what_is_not_as_published_is_not_installed(name: str, server: Server, store: Store) -> None:
    link, answer, code = failures()[name]
    if answer:
        server.behaviours["/a.bin"] = answer
    ending = install(store, record_of(link), server.url + "/")
    assert ending.problem is not None
    assert ending.problem.code is code
    assert list(store.installed()) == []
    assert leftovers(store) == []


def test_one_wrong_file_of_two_installs_nothing(server: Server, store: Store) -> None:
    (server.folder / "a.bin").write_bytes(BODY)
    server.behaviours["/b.bin"] = behaviour.says(200, b"x" * len(BODY))
    ending = install(store, record_of(published("a.bin"), published("b.bin")), server.url + "/")
    assert ending.problem is not None
    assert ending.problem.code is Code.CHECKSUM_DIFFERS
    assert leftovers(store) == []
    assert not store.root.exists()


def test_an_interrupted_installation_goes_on(server: Server, store: Store) -> None:
    (server.folder / "a.bin").write_bytes(BODY)
    (server.folder / "b.bin").write_bytes(BODY * 2)
    made = record_of(published("a.bin"), published("b.bin", BODY * 2))
    server.behaviours["/b.bin"] = behaviour.cuts(BODY * 2, 200_000)
    ending = install(store, made, server.url + "/")
    assert ending.problem is not None
    assert ending.problem.code is Code.TRUNCATED
    assert list(store.installed()) == []
    assert leftovers(store) == ["a.bin", "b.bin.incoming.part", "b.bin.incoming.version"]
    del server.behaviours["/b.bin"]
    server.requests.clear()
    assert install(store, made, server.url + "/").is_good
    assert [path for path, _ in server.requests] == ["/b.bin"]
    assert "Range" in server.requests[0][1]
    assert leftovers(store) == []


def test_what_came_before_a_cut_is_verified_again(server: Server, store: Store) -> None:
    (server.folder / "a.bin").write_bytes(BODY)
    made = record_of(published("a.bin"))
    aside = aside_of(store.root.parent / "aside", KEY[0], made)
    aside.mkdir(parents=True)
    (aside / "a.bin").write_bytes(b"spoilt meanwhile")
    assert install(store, made, server.url + "/").is_good
    next(store.installed()).verify()


def test_a_cancelled_installation_leaves_nothing(server: Server, store: Store) -> None:
    (server.folder / "a.bin").write_bytes(BODY)
    server.behaviours["/b.bin"] = behaviour.stalls(5)
    made = record_of(published("a.bin"), {"href": "b.bin", "file:checksum": multihash(DIGEST)})
    aside = aside_of(store.root.parent / "aside", KEY[0], made)
    fetch = FetchTask(made.title, wanted_files(made, server.url + "/"), aside)
    look = QTimer()
    look.timeout.connect(lambda: fetch.cancel() if any(path == "/b.bin" for path, _ in server.requests) else None)
    look.start(20)
    assert run(fetch) == Ending(cancelled=True)
    look.stop()
    assert leftovers(store) == []
    assert fetch.fetched == {}


def full(*_: Any, **__: Any) -> Any:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def fills_up(*_: Any) -> Iterator[bytes]:
    yield b"the beginning"
    full()


@pytest.mark.parametrize("moment", ["before", "asking", "fetching", "storing", "manifest"])
def test_a_full_disk_leaves_what_was_there(
    moment: str, server: Server, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    (server.folder / "a.bin").write_bytes(BODY)
    made = record_of(published("a.bin"))
    assert install(store, record_of(published("a.bin"), version="1.1"), server.url + "/").is_good
    if moment == "before":
        monkeypatch.setattr(installs.shutil, "disk_usage", lambda _: SimpleNamespace(free=1_000))
    elif moment == "asking":
        monkeypatch.setattr(Path, "write_text", full)
    elif moment == "fetching":
        monkeypatch.setattr("crige_ia_plugin.catalogue.download._chunks", fills_up)
    elif moment == "storing":
        monkeypatch.setattr(Store, "_bring", full)
    else:
        monkeypatch.setattr("crige_ia_plugin.catalogue.store.pretty", full)
    server.requests.clear()
    ending = install(store, made, server.url + "/")
    monkeypatch.undo()
    assert ending.problem is not None
    assert ending.problem.code is Code.WRITE_FAILED
    assert os.strerror(errno.ENOSPC) in str(ending.problem.params["reason"])
    assert [item.version for item in store.installed()] == ["1.1"]
    next(store.installed()).verify()
    assert leftovers(store) == []
    assert bool(server.requests) == (moment != "before")


# versions


def test_updating_keeps_the_version_before_only(server: Server, store: Store) -> None:
    for number, version in enumerate(("1", "2", "3")):
        body = BODY + bytes([number])
        (server.folder / "a.bin").write_bytes(body)
        assert install(store, record_of(published("a.bin", body), version=version), server.url + "/").is_good
    assert [item.version for item in store.versions(*KEY)] == ["2", "3"]
    assert run(UseTask(store, store.versions(*KEY)[0])).is_good
    assert [item.version for item in store.versions(*KEY)] == ["3", "2"]


def test_a_version_that_something_uses_is_spared(server: Server, store: Store) -> None:
    (server.folder / "a.bin").write_bytes(BODY)
    for version in ("1", "2", "3"):
        made = record_of(published("a.bin"), version=version)
        fetch = FetchTask("x", wanted_files(made, server.url + "/"), aside_of(store.root.parent / "aside", "c", made))
        assert run(fetch).is_good
        assert run(StoreTask(store, KEY, made, fetch, [store.folder(*KEY, "1")])).is_good
    assert [item.version for item in store.versions(*KEY)] == ["1", "2", "3"]


def test_one_does_not_go_back_to_files_that_changed(server: Server, store: Store) -> None:
    (server.folder / "a.bin").write_bytes(BODY)
    for version in ("1", "2"):
        install(store, record_of(published("a.bin"), version=version), server.url + "/")
    old = store.versions(*KEY)[0]
    (old.folder / "a.bin").write_bytes(b"changed")
    ending = run(UseTask(store, old))
    assert ending.problem is not None
    assert ending.problem.code is Code.CHECKSUM_DIFFERS
    assert store.versions(*KEY)[-1].version == "2"


def test_removing_leaves_nothing_behind(server: Server, store: Store) -> None:
    (server.folder / "a.bin").write_bytes(BODY)
    for version in ("1", "2"):
        install(store, record_of(published("a.bin"), version=version), server.url + "/")
    assert run(RemoveTask(store, store.versions(*KEY))).is_good
    assert not store.root.exists()


def test_what_nobody_came_back_for_is_thrown_away(tmp_path: Path) -> None:
    root = tmp_path / "aside"
    old, new = root / "c" / "a" / "1", root / "c" / "b" / "1"
    for folder in (old, new):
        folder.mkdir(parents=True)
        (folder / "x.incoming.part").write_bytes(b"x")
    long_ago = time.time() - 30 * 86_400
    os.utime(old / "x.incoming.part", (long_ago, long_ago))
    installs.discard_old(root)
    assert not old.parent.exists()
    assert (new / "x.incoming.part").is_file()
    shutil.rmtree(new)
    installs.discard_old(root / "absent")


# downloading


def test_a_download_is_cancelled_and_what_was_there_stays(server: Server, tmp_path: Path) -> None:
    server.behaviours["/big"] = behaviour.stalls(5)
    target = tmp_path / "here" / "big.tif"
    target.parent.mkdir()
    target.write_bytes(b"mine")
    task = DownloadTask(Wanted("big.tif", server.url + "/big"), target)
    QTimer.singleShot(300, task.cancel)
    assert run(task) == Ending(cancelled=True)
    assert target.read_bytes() == b"mine"
    assert [path.name for path in target.parent.iterdir()] == ["big.tif"]
    (server.folder / "small").write_bytes(BODY)
    assert run(DownloadTask(Wanted("big.tif", server.url + "/small", DIGEST), target)).is_good
    assert target.read_bytes() == BODY


@pytest.mark.parametrize(("digest", "code"), [(DIGEST, None), ("0" * 64, Code.CHECKSUM_DIFFERS)])
def test_a_file_of_a_folder_is_copied_verified(digest: str, code: Code | None, tmp_path: Path) -> None:
    (tmp_path / "a.bin").write_bytes(BODY)
    target = tmp_path / "here" / "copy.bin"
    ending = run(DownloadTask(Wanted("a.bin", str(tmp_path / "a.bin"), digest, len(BODY)), target))
    assert (ending.problem.code if ending.problem else None) is code
    assert [path.name for path in target.parent.iterdir()] == ([] if code else ["copy.bin"])
