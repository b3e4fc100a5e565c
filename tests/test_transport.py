"""QGIS's network stack behind ``requests``: what a server can do to us, and what we never do."""

from __future__ import annotations

import gc
import os
import re
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import hostile_server as behaviour
import pytest
import requests
from certificates import self_signed
from hostile_server import Server
from qgis.core import QgsApplication, QgsAuthMethodConfig, QgsNetworkAccessManager, QgsSettings
from qgis.PyQt.QtCore import QEventLoop, QUrl
from qgis.PyQt.QtNetwork import QNetworkProxy, QNetworkRequest
from worker import Ticks, in_worker

import crige_ia_plugin
from crige_ia_plugin.catalogue import download as catalogue_download
from crige_ia_plugin.catalogue.problems import CatalogueError, Code
from crige_ia_plugin.transport import GuiThreadError, Session, UnsafeRedirect, _same_origin

pytestmark = pytest.mark.usefixtures("qgis_app")

BODY = bytes(range(256)) * 2_000


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    (tmp_path / "www").mkdir()
    made = Server(tmp_path / "www")
    yield made
    made.close()


@pytest.fixture
def secure_server(tmp_path: Path) -> Iterator[Server]:
    """An https server nobody vouches for."""
    (tmp_path / "secure").mkdir()
    made = Server(tmp_path / "secure", certificate=self_signed(tmp_path / "certificate.pem"))
    made.behaviours["/x"] = behaviour.says(200, b"secret")
    yield made
    made.close()


def get(url: str, authcfg: str = "", origin: str = "", **options: Any) -> requests.Response:
    """Ask in a worker thread, and return the whole answer."""
    options.setdefault("timeout", (2, 2))

    def ask() -> requests.Response:
        with Session(authcfg, origin) as session:
            return session.get(url, **options)

    return in_worker(ask)


# answers


def test_an_answer_is_that_of_requests(server: Server) -> None:
    server.behaviours["/é"] = server.behaviours["/%C3%A9"] = behaviour.says(
        200, "été".encode(), Content_Type="text/plain; charset=utf-8", X_Mark="yes"
    )
    response = get(server.url + "/é", params={"q": "a b&c"}, headers={"X-Ours": "1"})
    assert (response.status_code, response.reason, response.text) == (200, "OK", "été")
    assert response.headers["x-mark"] == "yes"
    path, headers = server.requests[0]
    assert path == "/%C3%A9?q=a+b%26c"
    assert headers["X-Ours"] == "1"
    assert "QGIS" in headers["User-Agent"]


@pytest.mark.parametrize("status", [204, 304, 400, 403, 404, 409, 410, 418, 429, 500, 501, 503, 507])
def test_statuses_are_answers(status: int, server: Server) -> None:
    server.behaviours["/x"] = behaviour.says(status, b"" if status in (204, 304) else b"sorry", Retry_After="30")
    response = get(server.url + "/x")
    assert response.status_code == status
    assert response.headers["Retry-After"] == "30"
    assert response.content == (b"" if status in (204, 304) else b"sorry")


def test_head_and_post(server: Server) -> None:
    server.behaviours["/head"] = behaviour.says(200, BODY)
    server.behaviours["/post"] = behaviour.echoes

    def ask() -> tuple[requests.Response, requests.Response]:
        with Session() as session:
            return session.head(server.url + "/head"), session.post(server.url + "/post", json={"a": "é"})

    head, post = in_worker(ask)
    assert (head.headers["Content-Length"], head.content) == (str(len(BODY)), b"")
    assert post.json() == {"a": "é"}


@pytest.mark.parametrize("pieces", [[], [b"a"], [BODY, b"", BODY][::2]])
def test_pieces_of_unannounced_length(pieces: list[bytes], server: Server) -> None:
    server.behaviours["/x"] = behaviour.chunks(pieces)
    assert get(server.url + "/x").content == b"".join(pieces)


def test_packed_bodies_are_unpacked_once(server: Server) -> None:
    server.behaviours["/x"] = behaviour.packs(BODY)
    assert get(server.url + "/x").content == BODY
    assert get(server.url + "/x", headers={"Accept-Encoding": None}).content == BODY
    assert server.requests[1][1]["Accept-Encoding"] == "identity"


def test_a_server_is_asked_again_whatever_a_cache_holds(server: Server) -> None:
    (server.folder / "a").write_bytes(BODY)
    first = get(server.url + "/a")
    manager = QgsNetworkAccessManager.instance()
    for _ in range(2):  # QGIS's own cache gets to know the address
        reply = manager.get(QNetworkRequest(QUrl(server.url + "/a")))
        loop = QEventLoop()
        reply.finished.connect(loop.quit)
        loop.exec()
    before = len(server.requests)
    again = get(server.url + "/a", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert get(server.url + "/a").content == BODY
    assert len(server.requests) == before + 2


# redirects


def test_redirects_are_followed_by_requests(server: Server) -> None:
    server.behaviours["/a/b"] = behaviour.says(302, b"", Location="../c?d=1")
    server.behaviours["/c"] = behaviour.says(200, b"here")
    response = get(server.url + "/a/b")
    assert (response.content, response.url) == (b"here", server.url + "/c?d=1")
    assert [past.status_code for past in response.history] == [302]
    kept = get(server.url + "/a/b", allow_redirects=False)
    assert (kept.status_code, kept.headers["Location"]) == (302, "../c?d=1")


def test_a_loop_of_redirects_ends(server: Server) -> None:
    server.behaviours["/a"] = behaviour.says(302, b"", Location="/a")
    with pytest.raises(requests.TooManyRedirects):
        get(server.url + "/a")


def test_https_is_never_left_for_http(server: Server) -> None:
    asked = requests.Request("GET", "https://example.org/a").prepare()
    answer = requests.Response()
    answer.status_code, answer.url, answer.request = 302, asked.url, asked
    answer.headers["Location"] = server.url + "/b"
    answer.raw = None
    answer._content = b""
    answer._content_consumed = True

    def follow() -> None:
        with Session() as session:
            list(session.resolve_redirects(answer, asked))

    with pytest.raises(UnsafeRedirect):
        in_worker(follow)
    assert not server.requests


# failures


def test_a_cut_is_an_error(server: Server) -> None:
    server.behaviours["/half"] = behaviour.cuts(BODY, len(BODY) // 2)
    server.behaviours["/nothing"] = behaviour.cuts(BODY, 0)
    server.behaviours["/packed"] = behaviour.packs(BODY, cut=True)
    for path in ("/half", "/nothing", "/packed"):
        with pytest.raises((requests.ConnectionError, requests.exceptions.ChunkedEncodingError)):
            get(server.url + path)


def test_a_cut_in_a_body_of_unannounced_length_is_an_error_nearly_always(server: Server) -> None:
    server.behaviours["/x"] = behaviour.chunks([BODY], cut=True)
    told = []
    for _ in range(6):  # Qt itself misses a few in a hundred; the module says so
        with suppress(requests.exceptions.ChunkedEncodingError):
            told.append(get(server.url + "/x").status_code)
    assert len(told) < 4


def test_a_lie_about_length_is_an_error_or_harmless(server: Server) -> None:
    server.behaviours["/long"] = behaviour.says(200, b"x" * 10, 1_000)
    server.behaviours["/short"] = behaviour.says(200, b"x" * 10, 5)
    with pytest.raises(requests.RequestException):
        get(server.url + "/long", timeout=(1, 0.5))
    assert get(server.url + "/short").content == b"x" * 5


def test_what_does_not_answer(server: Server) -> None:
    server.behaviours["/silent"] = behaviour.is_silent(5)
    server.behaviours["/stalls"] = behaviour.stalls(5)
    start = time.monotonic()
    with pytest.raises(requests.ReadTimeout):
        get(server.url + "/silent", timeout=(0.2, 0.3))
    with pytest.raises(requests.ConnectionError, match="Read timed out"):
        get(server.url + "/stalls", timeout=(0.2, 0.3))
    assert time.monotonic() - start < 3
    with pytest.raises(requests.ConnectionError):
        get("http://127.0.0.1:9/")
    with pytest.raises(requests.ConnectionError):
        get("http://no-such-host.invalid/")


def test_the_time_limit_of_qgis_holds_too(server: Server) -> None:
    server.behaviours["/silent"] = behaviour.is_silent(5)
    server.behaviours["/stalls"] = behaviour.stalls(5)
    before = QgsNetworkAccessManager.timeout()
    QgsNetworkAccessManager.setTimeout(400)
    try:
        start = time.monotonic()
        with pytest.raises(requests.ReadTimeout):
            get(server.url + "/silent", timeout=None)
        with pytest.raises(requests.ConnectionError, match="timed out"):
            get(server.url + "/stalls", timeout=None)
        assert time.monotonic() - start < 3
    finally:
        QgsNetworkAccessManager.setTimeout(before)


@pytest.mark.parametrize("path", ["/silent", "/stalls"])
def test_cancelling_does_not_wait_for_the_server(path: str, server: Server) -> None:
    server.behaviours["/silent"] = behaviour.is_silent(5)
    server.behaviours["/stalls"] = behaviour.stalls(5)
    cancelled = threading.Event()
    threading.Timer(0.3, cancelled.set).start()

    def ask() -> None:
        with Session(cancelled=cancelled.is_set) as session:
            session.get(server.url + path)

    start = time.monotonic()
    with pytest.raises(CatalogueError) as caught:
        in_worker(ask)
    assert caught.value.code is Code.CANCELLED
    assert time.monotonic() - start < 2


def test_a_closed_answer_is_dropped(server: Server) -> None:
    sent = [0]
    server.behaviours["/x"] = behaviour.streams(200 << 20, sent)

    def ask() -> None:
        with Session() as session, session.get(server.url + "/x", stream=True) as response:
            assert len(response.raw.read(100_000)) > 0

    in_worker(ask)
    time.sleep(0.2)
    assert sent[0] < 20 << 20


def test_a_session_carries_many_requests(server: Server) -> None:
    (server.folder / "a").write_bytes(BODY)
    server.behaviours["/cut"] = behaviour.cuts(BODY, 5_000)

    def ask() -> int:
        good = 0
        with Session() as session:
            for number in range(60):
                with suppress(requests.exceptions.ChunkedEncodingError):
                    response = session.get(server.url + ("/cut" if number % 3 == 0 else "/a"))
                    good += response.content == BODY
        return good

    for _ in range(3):
        assert in_worker(ask) == 40


def test_a_session_nobody_closed_is_let_go(server: Server) -> None:
    server.behaviours["/x"] = behaviour.streams(64 << 20)

    def ask() -> list[object]:
        session = Session()
        response = session.get(server.url + "/x", stream=True)
        assert len(response.raw.read(100_000)) > 0
        cycle: list[object] = [session, response]
        cycle.append(cycle)
        return cycle

    for _ in range(5):
        in_worker(ask)
        gc.collect()  # here, in the GUI thread
    assert get(server.url + "/missing").status_code == 404


# what is refused


def test_the_gui_thread_is_refused(server: Server) -> None:
    with Session() as session, pytest.raises(GuiThreadError):
        session.get(server.url + "/x")
    assert not server.requests


@pytest.mark.parametrize(
    "options", [{"verify": False}, {"cert": "a.pem"}, {"proxies": {"http": "http://proxy.example"}}]
)
def test_safety_is_not_for_a_caller_to_relax(options: dict[str, Any], server: Server) -> None:
    with pytest.raises(ValueError, match="QGIS"):
        get(server.url + "/x", **options)
    assert not server.requests


def test_a_certificate_nobody_vouches_for_is_refused(
    secure_server: Server, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(tmp_path / "certificate.pem"))  # not the environment's to say
    asked = []
    QgsNetworkAccessManager.instance().sslErrors.connect(lambda *arguments: asked.append(arguments))
    with pytest.raises(requests.exceptions.SSLError):
        get(secure_server.url + "/x")
    assert not secure_server.requests
    assert not asked


def test_a_session_stays_in_its_thread(server: Server) -> None:
    (server.folder / "a").write_bytes(b"1")
    with Session() as session:
        ready, done = threading.Event(), threading.Event()

        def first() -> None:
            session.get(server.url + "/a")
            ready.set()
            done.wait(10)
            session.close()

        thread = threading.Thread(target=first)
        thread.start()
        try:
            in_worker(lambda: ready.wait(10))
            with pytest.raises(RuntimeError, match="thread"):
                in_worker(lambda: session.get(server.url + "/a"))
        finally:
            done.set()
            thread.join()


# authentication


@pytest.fixture
def basic(qgis_app: QgsApplication) -> Iterator[Callable[[str, str], str]]:
    """Make a basic authentication configuration and return its id."""
    manager = QgsApplication.authManager()
    manager.setMasterPassword("a master password", True)
    made = []

    def make(user: str, password: str) -> str:
        configuration = QgsAuthMethodConfig("Basic")
        configuration.setName(f"test {len(made)}")
        configuration.setConfig("username", user)
        configuration.setConfig("password", password)
        stored = manager.storeAuthenticationConfig(configuration)
        assert stored[0] if isinstance(stored, tuple) else stored
        made.append(configuration.id())
        return configuration.id()

    yield make
    for identifier in made:
        manager.removeAuthenticationConfig(identifier)


def test_a_configuration_opens_what_is_guarded(server: Server, basic: Callable[[str, str], str]) -> None:
    server.behaviours["/x"] = behaviour.guards(b"welcome", "ada", "right")
    asked = []
    QgsNetworkAccessManager.instance().requestRequiresAuth.connect(lambda *arguments: asked.append(arguments))
    wrong = get(server.url + "/x", basic("ada", "wrong"), server.url)
    assert (wrong.status_code, wrong.content) == (401, b"no")
    assert get(server.url + "/x").status_code == 401
    assert get(server.url + "/x", basic("ada", "right"), server.url + "/catalog.json").content == b"welcome"
    assert not asked  # QGIS would have opened a dialog


def test_a_configuration_is_not_for_another_host(
    server: Server, tmp_path: Path, basic: Callable[[str, str], str]
) -> None:
    other = Server(tmp_path)
    try:
        other.behaviours["/x"] = behaviour.says(200, b"thanks")
        server.behaviours["/x"] = behaviour.says(302, b"", Location=other.url + "/x")
        assert get(server.url + "/x", basic("ada", "right"), server.url).content == b"thanks"
        assert "Authorization" in server.requests[0][1]
        assert "Authorization" not in other.requests[0][1]
    finally:
        other.close()


def test_a_configuration_that_is_gone_is_told(server: Server, basic: Callable[[str, str], str]) -> None:
    assert basic
    with pytest.raises(CatalogueError) as caught:
        get(server.url + "/x", "gone123", server.url)
    assert caught.value.code is Code.UNAUTHORISED
    assert not server.requests
    with pytest.raises(ValueError, match="origin"):
        Session("gone123")


@pytest.mark.parametrize(
    ("origin", "url", "same"),
    [
        ("https://a.org/x", "https://a.org/y", True),
        ("https://a.org", "https://a.org:443/y", True),
        ("https://a.org", "http://a.org/y", False),
        ("http://a.org", "https://a.org/y", True),
        ("http://a.org:8000", "https://a.org/y", False),
        ("https://a.org", "https://b.a.org/y", False),
        ("https://a.org", "https://a.org.evil.org/y", False),
        ("https://A.org", "https://a.ORG/y", True),
    ],
)
def test_where_a_configuration_may_go(origin: str, url: str, same: bool) -> None:
    assert _same_origin(origin, url) is same


# proxy


def forget_proxy() -> None:
    QgsSettings().remove("proxy")
    QgsNetworkAccessManager.instance().setupDefaultProxyAndCache()
    QNetworkProxy.setApplicationProxy(QNetworkProxy(QNetworkProxy.ProxyType.DefaultProxy))


@pytest.fixture(autouse=True)
def _no_proxy(qgis_app: QgsApplication) -> None:
    """Start without the proxy that an interrupted run may have left in the tests' profile."""
    if QgsSettings().contains("proxy/proxyHost"):
        forget_proxy()


@pytest.fixture
def proxy(server: Server) -> Iterator[Server]:
    """The server, used by QGIS as its proxy."""
    settings = QgsSettings()
    values = {"proxyEnabled": True, "proxyType": "HttpProxy", "proxyHost": "127.0.0.1", "proxyPort": str(server.port)}
    for key, value in values.items():
        settings.setValue(f"proxy/{key}", value)
    yield server
    forget_proxy()


def test_the_proxy_of_qgis_is_used(proxy: Server) -> None:
    proxy.behaviours["http://catalogue.example/x"] = behaviour.says(200, b"by proxy")
    assert get("http://catalogue.example/x").content == b"by proxy"


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_a_proxy_that_asks_for_a_password_answers_407(scheme: str, proxy: Server) -> None:
    refusal = behaviour.says(407, b"", Proxy_Authenticate='Basic realm="proxy"')
    proxy.behaviours["http://catalogue.example/x"] = proxy.behaviours["catalogue.example:443"] = refusal
    for _ in range(10):  # a tunnel refused crashed Qt when its buffer was bounded too soon
        assert get(f"{scheme}://catalogue.example/x").status_code == 407


# size and smoothness


def peak_memory() -> int:
    """Peak resident memory of this process, in MiB, since the last time it was reset."""
    return int(re.search(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text("ascii"))[1]) >> 10


@pytest.mark.skipif(not Path("/proc/self/clear_refs").exists(), reason="peak memory is measured on Linux only")
def test_200_mb_flow_in_little_memory_and_the_window_lives(server: Server, record_testsuite_property: Any) -> None:
    size = 200 << 20
    server.behaviours["/big"] = behaviour.streams(size)

    def ask() -> int:
        received = 0
        with Session() as session, session.get(server.url + "/big", stream=True) as response:
            for chunk in response.iter_content(1 << 16):
                received += len(chunk)
        return received

    Path("/proc/self/clear_refs").write_text("5", "ascii")
    before, start = peak_memory(), time.monotonic()
    with Ticks() as ticks:
        assert in_worker(ask) == size
    seconds, grown = time.monotonic() - start, peak_memory() - before
    for name, value in (("seconds", seconds), ("more_mib", grown), ("longest_gap_ms", ticks.longest_ms)):
        record_testsuite_property(f"200_mib_{name}", round(value, 2))  # in --junit-xml
    assert grown < 40
    assert ticks.longest_ms < 250


def test_a_slow_reader_slows_the_server(server: Server) -> None:
    sent = [0]
    server.behaviours["/big"] = behaviour.streams(64 << 20, sent)

    def ask() -> int:
        with Session() as session, session.get(server.url + "/big", stream=True) as response:
            response.raw.read(1)
            time.sleep(0.5)
            ahead = sent[0]
            assert sum(map(len, response.iter_content(1 << 20))) == (64 << 20) - 1
            return ahead

    assert in_worker(ask) < 24 << 20


# Qt 6


def test_it_runs_on_qt_6() -> None:
    """PyQt6 without QGIS, in a process of its own; no QGIS 4 is packaged for Debian."""
    pytest.importorskip("PyQt6.QtNetwork", reason="PyQt6 is not installed")
    script = Path(__file__).parent / "support" / "transport_on_qt6.py"
    paths = [str(Path(crige_ia_plugin.__file__).parents[1]), str(script.parent)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(paths)}
    done = subprocess.run(
        [sys.executable, str(script)], env=environment, capture_output=True, text=True, timeout=90, check=False
    )
    assert done.stdout.strip() == "ok", done.stdout + done.stderr


# the catalogue room on top of it


def test_the_catalogue_reads_through_it(server: Server) -> None:
    (server.folder / "a.json").write_bytes(BODY)
    server.behaviours["/cut"] = behaviour.cuts(BODY, 10_000)
    server.behaviours["/late"] = behaviour.says(429, b"", Retry_After="30")
    server.behaviours["/x"] = behaviour.says(302, b"", Location="a.json")

    def read(path: str, **options: Any) -> catalogue_download.Answer:
        def ask() -> catalogue_download.Answer:
            with Session() as session:
                return catalogue_download.read(session, server.url + path, 1 << 20, **options)

        return in_worker(ask)

    answer = read("/x")
    assert (answer.content, answer.url) == (BODY, server.url + "/a.json")
    assert read("/a.json", validators=answer.validators).content is None
    with pytest.raises(CatalogueError) as caught:
        read("/cut")
    assert caught.value.code is Code.TRUNCATED
    with pytest.raises(CatalogueError) as caught:
        read("/late")
    assert (caught.value.code, caught.value.params["wait"]) == (Code.TOO_MANY_REQUESTS, "30")
