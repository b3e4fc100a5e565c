"""Catalogues brought by the real task, in QGIS's thread and through its network, from servers good and bad."""

from __future__ import annotations

import functools
import gzip
import http.server
import json
import os
import re
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Callable

import hostile_server as behaviour
import pytest
from certificates import self_signed
from harvesting import feature, page, publish_catalogue, titles
from hostile_records import CORPUS
from hostile_server import Server
from pygeoapi_server import Pygeoapi
from qgis.PyQt.QtNetwork import QSslCertificate, QSslConfiguration
from tasking import run
from worker import in_worker

from crige_ia_plugin.authoring.draft import Draft, Licences, WebLink
from crige_ia_plugin.catalogue import download, sources
from crige_ia_plugin.catalogue.files import Access
from crige_ia_plugin.catalogue.index import Index, Query
from crige_ia_plugin.catalogue.integrity import SUMS, sums_text
from crige_ia_plugin.catalogue.problems import Code
from crige_ia_plugin.catalogue.record import parse
from crige_ia_plugin.catalogue.sources import Kind, Source
from crige_ia_plugin.catalogue.sync import Library, Outcome, Report
from crige_ia_plugin.catalogue.vocabulary import Vocabulary
from crige_ia_plugin.panel.forms.tasks import PostTask
from crige_ia_plugin.paths import RESOURCES
from crige_ia_plugin.tasks import RefreshTask
from crige_ia_plugin.transport import Session

pytestmark = pytest.mark.usefixtures("qgis_app")

EMBEDDED = RESOURCES / "catalogue"


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library(tmp_path / "library", EMBEDDED)


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    (tmp_path / "www").mkdir()
    made = Server(tmp_path / "www")
    yield made
    made.close()


def refresh(library: Library, source: Source) -> Report:
    """Refresh one catalogue by the task, and return what came of it."""
    task = RefreshTask(library, [source])
    assert run(task, 120).is_good
    assert task.refreshed is not None
    return task.refreshed.reports[0]


# pygeoapi


@pytest.fixture(scope="module")
def twelve(shared_data: Path) -> list[dict[str, Any]]:
    text = (shared_data / "catalogue" / "records12.geojson").read_text(encoding="utf-8")
    return json.loads(text)["features"]


@pytest.fixture(scope="module")
def embedded() -> list[dict[str, Any]]:
    lines = (EMBEDDED / "records.ndjson").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


@pytest.fixture(scope="module")
def pygeoapi(tmp_path_factory: pytest.TempPathFactory, servers_python: Path, twelve: Any, embedded: Any) -> Any:
    """A pygeoapi that has both catalogues."""
    served = Pygeoapi(servers_python, tmp_path_factory.mktemp("pygeoapi"), {"twelve": twelve, "embedded": embedded})
    yield served
    served.close()


@pytest.mark.parametrize("name", ["twelve", "embedded"])
def test_pygeoapi_gives_every_record_as_it_has_it(
    name: str, pygeoapi: Pygeoapi, library: Library, request: pytest.FixtureRequest
) -> None:
    records = request.getfixturevalue(name)
    report = refresh(library, Source("served", "Servi", Kind.OGC_API, pygeoapi.collection(name)))
    assert (report.outcome, report.problems) == (Outcome.UPDATED, ())
    brought = (library.collections([report.source])[-1].path).read_text(encoding="utf-8").splitlines()
    read = {record.id: record for record in map(parse, brought)}
    expected = {record.id: record for record in map(parse, records)}
    assert read.keys() == expected.keys()
    for identifier, record in expected.items():
        found = read[identifier]
        for part in ("kind", "texts", "facets", "links", "publisher", "license", "status", "version", "bbox", "date"):
            assert getattr(found, part) == getattr(record, part), (identifier, part)


def test_pygeoapi_is_asked_page_after_page_and_never_searched(pygeoapi: Pygeoapi, library: Library) -> None:
    before = len(pygeoapi.asked())
    refresh(library, Source("served", "Servi", Kind.OGC_API, pygeoapi.collection("twelve")))
    asked = pygeoapi.asked()[before:]
    assert [path.partition("?")[0] for path in asked] == ["/collections/twelve/items"] * 3
    assert not [path for path in asked if re.search(r"[?&](q|filter|ids|bbox)=", path)]
    index = Index(library.index_path() or Path())
    found = index.search(Query("c++ (", {"catalogue": {"served"}}))  # pygeoapi itself answers 500 to that
    assert len(found.rows) == 0
    index.close()


def test_pygeoapi_names_its_catalogues(pygeoapi: Pygeoapi) -> None:
    def ask() -> list[tuple[str, str]]:
        with Session() as session:
            return sources.collections(session, pygeoapi.url + "/")

    assert sorted(in_worker(ask)) == [(pygeoapi.collection(name), name) for name in ("embedded", "twelve")]


def test_what_is_added_to_pygeoapi_and_taken_away_again_is_seen(pygeoapi: Pygeoapi, library: Library) -> None:
    items = pygeoapi.collection("twelve") + "/items"
    source = Source("served", "Servi", Kind.OGC_API, pygeoapi.collection("twelve"))
    refresh(library, source)
    before = titles(library, "served")

    def change(method: str, address: str, **options: Any) -> int:
        with Session() as session:
            return session.request(method, address, **options).status_code

    body, headers = json.dumps(feature("ajoutee")), {"Content-Type": "application/geo+json"}
    assert in_worker(lambda: change("POST", items, data=body, headers=headers)) == 201
    refresh(library, source)
    assert titles(library, "served") == before | {"Fiche ajoutee"}
    assert in_worker(lambda: change("DELETE", items + "/ajoutee")) == 200
    refresh(library, source)
    assert titles(library, "served") == before


def test_a_proposal_from_the_form_enters_pygeoapi_and_comes_back_as_it_was(
    pygeoapi: Pygeoapi, library: Library
) -> None:
    collection = pygeoapi.collection("twelve")
    source = Source("served", "Servi", Kind.OGC_API, collection)
    draft = Draft.new(
        "method",
        "fr",
        title={"fr": "Compter les parkings", "en": "Count car parks"},
        description={"fr": "Une méthode.", "en": "A method."},
        facets={"theme": ("parkings",)},
        publisher="CRIGE",
        licences=Licences(document="etalab-2.0"),
        links=(WebLink("https://example.org/parkings"),),
    )
    task = PostTask(draft, collection, Access("", collection), Vocabulary.read(EMBEDDED / "vocabulary"))
    assert run(task).is_good
    assert task.failure is None
    assert task.address.endswith("/items/compter-les-parkings")
    refresh(library, source)
    brought = library.collections([source])[-1].path.read_text(encoding="utf-8").splitlines()
    (found,) = (record for record in map(parse, brought) if record.id == "compter-les-parkings")
    assert found.text("en").title == "Count car parks"
    assert [concept.id for concept in found.facets["theme"]] == ["parkings"]
    assert (found.kind, found.license, found.landing) == ("method", "etalab-2.0", "https://example.org/parkings")

    def take_away() -> int:
        with Session() as session:
            return session.delete(task.address).status_code

    assert in_worker(take_away) == 200


# a plain static server


@pytest.fixture
def plain_server(tmp_path: Path) -> Iterator[tuple[str, Path, list[str]]]:
    """Python's own web server: Last-Modified, no ETag, no ranges. Gives its address, folder and answers."""
    folder = tmp_path / "static"
    folder.mkdir()
    answered: list[str] = []

    class Handler(http.server.SimpleHTTPRequestHandler):
        def log_request(self, code: Any = "-", size: Any = "-") -> None:
            answered.append(f"{self.path} {int(code)}")

    made = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=str(folder)))
    threading.Thread(target=made.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    yield f"http://127.0.0.1:{made.server_port}", folder, answered
    made.shutdown()
    made.server_close()


def test_a_plain_static_server_is_enough(plain_server: tuple[str, Path, list[str]], library: Library) -> None:
    address, folder, answered = plain_server
    publish_catalogue(folder / "centre", "a", "b")
    os.utime(folder / "centre" / "catalog.json", (1_000_000_000, 1_000_000_000))  # a date to be told, and to be changed
    source = Source("autre", "", Kind.STATIC, address + "/centre/catalog.json")
    report = refresh(library, source)
    assert (report.outcome, report.state.verified, report.problems) == (Outcome.UPDATED, True, ())
    assert titles(library, "autre") == {"Fiche a", "Fiche b"}
    answered.clear()
    assert refresh(library, source).outcome is Outcome.UNCHANGED
    assert answered == ["/centre/catalog.json 304"]
    publish_catalogue(folder / "centre", "c")
    assert refresh(library, source).outcome is Outcome.UPDATED
    assert titles(library, "autre") == {"Fiche a", "Fiche b", "Fiche c"}


# servers that let down

Damage = Callable[[Server], None]


def answering(path: str, how: Callable[[bytes], Callable[[Any], None]]) -> Damage:
    """Let a path be answered by a behaviour, made from what the file holds."""

    def damage(server: Server) -> None:
        server.behaviours[path] = how((server.folder / path.lstrip("/")).read_bytes())

    return damage


def says(path: str, status: int, **headers: str) -> Damage:
    return answering(path, lambda _: behaviour.says(status, b"", **headers))


def rewriting(change: Callable[[Path], None]) -> Damage:
    """Change the files themselves."""
    return lambda server: change(server.folder)


def make_older(folder: Path) -> None:
    catalog = json.loads((folder / "catalog.json").read_text())
    (folder / "catalog.json").write_text(json.dumps({**catalog, "iageo:serial": 0}))
    (folder / SUMS).write_text(sums_text(folder))


def add_a_path_that_leaves(folder: Path) -> None:
    sums = (folder / SUMS).read_text()
    (folder / SUMS).write_text(sums + "0" * 64 + "  vocabulary/../../../evil.json\n")


def tampered(body: bytes) -> Callable[[Any], None]:
    return behaviour.says(200, body.replace(b"Fiche b", b"Fiche x"))


def bombs(packed: bytes) -> Callable[[Any], None]:
    return behaviour.says(200, packed, Content_Encoding="gzip")


CATALOG, RECORDS, SHA256SUMS = "/catalog.json", "/records.ndjson", "/" + SUMS
DAMAGES: dict[str, tuple[Damage, Code]] = {
    "cut": (answering(RECORDS, lambda body: behaviour.cuts(body, len(body) // 2)), Code.TRUNCATED),
    "cut at once": (answering(CATALOG, lambda body: behaviour.cuts(body, 0)), Code.TRUNCATED),
    "stalls": (answering(RECORDS, lambda _: behaviour.stalls(20)), Code.TRUNCATED),
    "is silent": (answering(CATALOG, lambda _: behaviour.is_silent(20)), Code.UNREACHABLE),
    "announces more": (answering(RECORDS, lambda body: behaviour.says(200, body, len(body) + 1)), Code.TRUNCATED),
    "announces less": (
        answering(RECORDS, lambda body: behaviour.says(200, body, len(body) - 1)),
        Code.CHECKSUM_DIFFERS,
    ),
    "304 unasked": (says(RECORDS, 304), Code.HTTP_STATUS),
    "206 unasked": (answering(CATALOG, lambda body: behaviour.says(206, body[:20])), Code.HTTP_STATUS),
    "401": (says(CATALOG, 401, WWW_Authenticate='Basic realm="members"'), Code.UNAUTHORISED),
    "403": (says(RECORDS, 403), Code.UNAUTHORISED),
    "407": (says(CATALOG, 407, Proxy_Authenticate='Basic realm="proxy"'), Code.PROXY_AUTHENTICATION),
    "429": (says(CATALOG, 429, Retry_After="60"), Code.TOO_MANY_REQUESTS),
    "500": (says(RECORDS, 500), Code.HTTP_STATUS),
    "503": (says(SHA256SUMS, 503), Code.HTTP_STATUS),
    "redirects in circles": (says(CATALOG, 302, Location=CATALOG), Code.REDIRECT_LOOP),
    "redirects elsewhere": (says(CATALOG, 302, Location="file:///etc/passwd"), Code.REDIRECT_UNSAFE),
    "2 GB announced": (answering(RECORDS, lambda _: behaviour.says(200, b"", 2 << 30)), Code.TOO_LARGE),
    "bad JSON": (rewriting(lambda folder: (folder / "catalog.json").write_text("{")), Code.JSON_INVALID),
    "a page of a portal": (
        answering(CATALOG, lambda _: behaviour.says(200, b"<html>log in</html>")),
        Code.JSON_INVALID,
    ),
    "tampered": (answering(RECORDS, tampered), Code.CHECKSUM_DIFFERS),
    "older": (rewriting(make_older), Code.SERIAL_OLDER),
    "a path that leaves": (rewriting(add_a_path_that_leaves), Code.PATH_UNSAFE),
}


@pytest.mark.parametrize("name", DAMAGES)
def test_a_static_server_that_lets_down_changes_nothing(
    name: str, library: Library, server: Server, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(download, "TIMEOUT", (0.2, 0.3))
    publish_catalogue(server.folder, "a")
    source = Source("autre", "", Kind.STATIC, server.url)
    assert refresh(library, source).outcome is Outcome.UPDATED
    publish_catalogue(server.folder, "b")
    kept = {path: path.read_bytes() for path in server.folder.rglob("*") if path.is_file()}
    damage, code = DAMAGES[name]
    damage(server)
    report = refresh(library, source)
    assert (report.outcome, [problem.code for problem in report.problems]) == (Outcome.FAILED, [code])
    assert report.state.error == code.value
    assert titles(library, "autre") == {"Fiche a"}
    assert not list(tmp_path.rglob("evil.json"))
    server.behaviours.clear()
    for path, content in kept.items():
        path.write_bytes(content)
    monkeypatch.setattr(download, "TIMEOUT", (10.0, 30.0))
    report = refresh(library, source)
    assert (report.outcome, report.state.error) == (Outcome.UPDATED, "")
    assert titles(library, "autre") == {"Fiche a", "Fiche b"}


SECOND = "/api/2"
PAGES: dict[str, tuple[Callable[[Any], None], Code]] = {
    "cut": (behaviour.cuts(page(["b"]), 30), Code.TRUNCATED),
    "stalls": (behaviour.stalls(20), Code.TRUNCATED),
    "500": (behaviour.says(500, b"{}"), Code.HTTP_STATUS),
    "304 unasked": (behaviour.says(304), Code.HTTP_STATUS),
    "429": (behaviour.says(429, b"", Retry_After="Wed, 21 Oct 2026 07:28:00 GMT"), Code.TOO_MANY_REQUESTS),
    "bad JSON": (behaviour.says(200, page(["b"])[:-5]), Code.JSON_INVALID),
    "a circle": (behaviour.says(200, page(["b"], "/api/items?f=json&limit=500")), Code.PAGE_LOOP),
    "leads elsewhere": (behaviour.says(200, page(["b"], "file:///etc/passwd")), Code.URL_UNSAFE),
    "2 GB announced": (behaviour.says(200, b"", 2 << 30), Code.TOO_LARGE),
}


@pytest.mark.parametrize("name", PAGES)
def test_a_server_of_pages_that_lets_down_changes_nothing(
    name: str, library: Library, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = Source("api", "", Kind.OGC_API, server.url + "/api")
    server.behaviours["/api/items"] = behaviour.says(200, page(["a"]))
    assert refresh(library, source).outcome is Outcome.UPDATED
    monkeypatch.setattr(download, "TIMEOUT", (0.2, 0.3))
    server.behaviours["/api/items"] = behaviour.says(200, page(["z"], SECOND))
    server.behaviours[SECOND], code = PAGES[name]
    report = refresh(library, source)
    assert (report.outcome, [problem.code for problem in report.problems]) == (Outcome.FAILED, [code])
    assert titles(library, "api") == {"Fiche a"}


def test_a_page_of_horrors_gives_its_good_records(library: Library, server: Server) -> None:
    horrors = [line for name, line in CORPUS.items() if line.startswith(b"{") and name != "cut"]
    records = [json.dumps(feature("a")).encode(), *horrors, json.dumps(feature("b")).encode()]
    server.behaviours["/api/items"] = behaviour.says(200, b'{"features": [' + b",\n".join(records) + b"]}")
    task = RefreshTask(library, [Source("api", "", Kind.OGC_API, server.url + "/api")])
    assert run(task, 120).is_good
    assert task.refreshed.reports[0].outcome is Outcome.UPDATED
    assert {"Fiche a", "Fiche b"} < titles(library, "api")
    listed = {problem.code for problem in task.refreshed.index.problems}
    assert {Code.JSON_INVALID, Code.JSON_TOO_DEEP, Code.JSON_TOO_LARGE, Code.ID_DUPLICATE} <= listed


# more than one can hold


def flooded(path: str, how: Callable[[Any], None], kind: Kind) -> Callable[[Server], Source]:
    def make(server: Server) -> Source:
        server.behaviours[path] = how
        server.behaviours["/s/catalog.json"] = behaviour.says(200, b'{"type": "Collection"}')
        return Source("autre", "", kind, server.url + "/s")

    return make


def bomb(size: int) -> bytes:
    """A list of that many bytes that weighs a thousand times less."""
    return gzip.compress(b" " * (64 << 20)) * (size // (64 << 20))


@pytest.mark.skipif(not Path("/proc/self/clear_refs").exists(), reason="peak memory is measured on Linux only")
@pytest.mark.parametrize(
    ("path", "kind"), [("/s/records.ndjson", Kind.STATIC), ("/s/items", Kind.OGC_API)], ids=["static", "pages"]
)
@pytest.mark.parametrize("way", ["streamed", "packed"])
def test_2_gb_of_records_are_refused_in_little_memory(
    way: str, path: str, kind: Kind, library: Library, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sources, "MAX_RECORDS", 48 << 20)  # of 512: the disk of whoever runs this is spared
    monkeypatch.setattr(sources, "MAX_PAGE", 48 << 20)
    sent = [0]
    how = behaviour.floods(2 << 30, sent) if way == "streamed" else bombs(bomb(2 << 30))
    source = flooded(path, how, kind)(server)
    before = memory()
    report = refresh(library, source)
    assert [problem.code for problem in report.problems] == [Code.TOO_LARGE]
    assert sent[0] < 80 << 20
    assert memory() - before < 200  # MiB, of the 2,048 that come
    assert not [file for file in library.folder.rglob("*") if file.suffix in (".ndjson", ".part")]


def memory() -> int:
    """Peak resident memory since the last time this was asked, in MiB."""
    peak = int(re.search(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text("ascii"))[1]) >> 10
    Path("/proc/self/clear_refs").write_text("5", "ascii")
    return peak


# encryption


@pytest.fixture
def trusted_server(tmp_path: Path) -> Iterator[Server]:
    """An https server whose certificate this process trusts."""
    (tmp_path / "secure").mkdir()
    certificate = self_signed(tmp_path / "certificate.pem")
    before = QSslConfiguration.defaultConfiguration()
    trusting = QSslConfiguration(before)
    trusting.setCaCertificates([*before.caCertificates(), *QSslCertificate.fromPath(str(certificate))])
    QSslConfiguration.setDefaultConfiguration(trusting)
    made = Server(tmp_path / "secure", certificate=certificate)
    yield made
    made.close()
    QSslConfiguration.setDefaultConfiguration(before)


def test_https_is_read_and_never_left_for_http(trusted_server: Server, server: Server, library: Library) -> None:
    for one in (trusted_server, server):
        publish_catalogue(one.folder, "a")
    source = Source("autre", "", Kind.STATIC, trusted_server.url)
    assert refresh(library, source).outcome is Outcome.UPDATED
    publish_catalogue(trusted_server.folder, "b")
    trusted_server.behaviours[RECORDS] = behaviour.says(302, b"", Location=server.url + RECORDS)
    assert [problem.code for problem in refresh(library, source).problems] == [Code.REDIRECT_UNSAFE]
    assert titles(library, "autre") == {"Fiche a"}
    trusted_server.behaviours["/api/items"] = behaviour.says(200, page(["c"], server.url + "/api/2"))
    pages = Source("api", "", Kind.OGC_API, trusted_server.url + "/api")
    assert [problem.code for problem in refresh(library, pages).problems] == [Code.REDIRECT_UNSAFE]
    assert not server.requests


def test_https_by_a_stranger_is_refused(tmp_path: Path, library: Library) -> None:
    (tmp_path / "secure").mkdir()
    stranger = Server(tmp_path / "secure", certificate=self_signed(tmp_path / "stranger.pem"))
    publish_catalogue(stranger.folder, "a")
    report = refresh(library, Source("autre", "", Kind.STATIC, stranger.url))
    assert [problem.code for problem in report.problems] == [Code.UNREACHABLE]
    assert not stranger.requests
    stranger.close()
