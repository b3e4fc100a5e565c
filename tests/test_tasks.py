"""Background tasks, run by QGIS's own task manager against servers that let them down."""

from __future__ import annotations

import hashlib
import json
import sys
import threading
import time
from collections.abc import Callable, Iterator
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

import hostile_server as behaviour
import pytest
from hostile_server import Server
from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QEventLoop, QTimer
from tasking import run
from worker import Ticks

from crige_ia_plugin import tasks
from crige_ia_plugin.catalogue import publish
from crige_ia_plugin.catalogue.index import Index, Query
from crige_ia_plugin.catalogue.problems import CatalogueError, Code
from crige_ia_plugin.catalogue.record import CONFORMANCE
from crige_ia_plugin.catalogue.sources import Kind, Source
from crige_ia_plugin.catalogue.sync import Library, Outcome
from crige_ia_plugin.paths import RESOURCES
from crige_ia_plugin.tasks import Ending, IndexTask, RefreshTask, Task

pytestmark = pytest.mark.usefixtures("qgis_app")

BODY = bytes(range(256)) * 2_000
DIGEST = hashlib.sha256(BODY).hexdigest()


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    (tmp_path / "www").mkdir()
    made = Server(tmp_path / "www")
    yield made
    made.close()


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library(tmp_path / "library", RESOURCES / "catalogue")


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


# refreshing


def test_the_embedded_catalogue_is_indexed_without_network(library: Library) -> None:
    task = IndexTask(library, [])
    assert run(task).is_good
    assert task.built is not None
    assert task.built.indexed > 100


def test_one_bad_source_does_not_stop_the_others(library: Library, server: Server, tmp_path: Path) -> None:
    publish_catalogue(server.folder / "good", "a", "b")
    publish_catalogue(tmp_path / "drive", "c")
    server.behaviours["/late/catalog.json"] = behaviour.says(429, b"", Retry_After="60")
    server.behaviours["/api/items"] = behaviour.says(200, page(["d"], server.url + "/api/2"))
    server.behaviours["/api/2"] = behaviour.packs(page(["e"]))
    sources = [
        Source("late", "", Kind.STATIC, server.url + "/late"),
        Source("gone", "", Kind.STATIC, "http://127.0.0.1:9/"),
        Source("good", "", Kind.STATIC, server.url + "/good"),
        Source("drive", "", Kind.FOLDER, str(tmp_path / "drive")),
        Source("api", "", Kind.OGC_API, server.url + "/api"),
        Source("off", "", Kind.STATIC, server.url + "/off", enabled=False),
    ]
    task = RefreshTask(library, sources)
    started: list[str] = []
    shares: list[float] = []
    task.sourceStarted.connect(started.append)
    task.progressChanged.connect(shares.append)
    assert run(task).is_good
    assert task.refreshed is not None
    outcomes = {report.source.id: report.outcome for report in task.refreshed.reports}
    assert outcomes == {
        "late": Outcome.FAILED,
        "gone": Outcome.FAILED,
        "good": Outcome.UPDATED,
        "drive": Outcome.UPDATED,
        "api": Outcome.UPDATED,
    }
    problems = {report.source.id: report.problems for report in task.refreshed.reports}
    assert (problems["late"][0].code, problems["late"][0].params["wait"]) == (Code.TOO_MANY_REQUESTS, "60")
    assert problems["gone"][0].code is Code.UNREACHABLE
    assert started == ["late", "gone", "good", "drive", "api"]
    assert shares == sorted(shares)
    assert titles(library, "good") == {"Fiche a", "Fiche b"}
    assert titles(library, "drive") == {"Fiche c"}
    assert titles(library, "api") == {"Fiche d", "Fiche e"}
    assert not [path for path, _ in server.requests if path.startswith("/off")]


def test_what_did_not_change_is_not_fetched_again(library: Library, server: Server) -> None:
    publish_catalogue(server.folder, "a")
    source = Source("autre", "", Kind.STATIC, server.url)
    assert run(RefreshTask(library, [source])).is_good
    server.requests.clear()
    task = RefreshTask(library, [source])
    assert run(task).is_good
    assert task.refreshed is not None
    assert task.refreshed.reports[0].outcome is Outcome.UNCHANGED
    assert [path for path, _ in server.requests] == ["/catalog.json"]


def test_a_cut_leaves_the_old_catalogue(library: Library, server: Server) -> None:
    publish_catalogue(server.folder, "a")
    source = Source("autre", "", Kind.STATIC, server.url)
    assert run(RefreshTask(library, [source])).is_good
    publish_catalogue(server.folder, "b")
    records = (server.folder / "records.ndjson").read_bytes()
    server.behaviours["/records.ndjson"] = behaviour.cuts(records, len(records) // 2)
    task = RefreshTask(library, [source])
    assert run(task).is_good
    assert task.refreshed is not None
    assert task.refreshed.reports[0].problems[0].code is Code.TRUNCATED
    assert titles(library, "autre") == {"Fiche a"}


def test_a_refresh_is_cancelled_while_a_server_is_silent(library: Library, server: Server) -> None:
    server.behaviours["/catalog.json"] = behaviour.is_silent(5)
    task = RefreshTask(library, [Source("autre", "", Kind.STATIC, server.url)])
    QTimer.singleShot(300, task.cancel)
    start = time.monotonic()
    assert run(task) == Ending(cancelled=True)
    assert time.monotonic() - start < 2
    assert task.refreshed is None


def test_a_source_is_guarded_by_its_own_configuration_only(
    library: Library, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    from crige_ia_plugin import transport

    opened: list[tuple[str, str]] = []

    class Noted(transport.Session):
        def __init__(self, authcfg: str, origin: str, cancelled: Callable[[], bool]) -> None:
            opened.append((authcfg, origin))
            super().__init__("", "", cancelled)

    monkeypatch.setattr(transport, "Session", Noted)
    one = Source("one", "", Kind.STATIC, server.url + "/one", authentication="abc1234")
    two = Source("two", "", Kind.STATIC, server.url + "/two")
    assert run(RefreshTask(library, [one, two])).is_good
    assert opened == [("abc1234", one.location), ("", two.location)]


def test_a_qgis_without_requests_says_so(library: Library, server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "crige_ia_plugin.transport", None)
    ending = run(RefreshTask(library, [Source("autre", "", Kind.STATIC, server.url)]))
    assert ending.problem is not None
    assert ending.problem.code is Code.REQUESTS_UNAVAILABLE


def test_the_window_lives_through_10_000_records_in_pages(
    library: Library, server: Server, record_testsuite_property: Any
) -> None:
    count = 20
    for number in range(count):
        following = f"{server.url}/api/items/{number + 1}" if number + 1 < count else ""
        body = page([f"r{number}-{item}" for item in range(500)], following)
        server.behaviours["/api/items" + (f"/{number}" if number else "")] = behaviour.says(200, body)
    task = RefreshTask(library, [Source("api", "", Kind.OGC_API, server.url + "/api")])
    with Ticks() as ticks:
        assert run(task, 120).is_good
    assert task.refreshed is not None
    assert task.refreshed.index is not None
    assert task.refreshed.index.indexed > 10_000
    record_testsuite_property("10_000_records_longest_gap_ms", round(ticks.longest_ms, 1))
    assert ticks.longest_ms < 500


# endings


class Works(Task):
    def __init__(self, work: Callable[[Task], None]) -> None:
        super().__init__("test")
        self._work = work

    def work(self) -> None:
        self._work(self)


def test_an_unforeseen_error_is_kept_and_logged() -> None:
    def fail(task: Task) -> None:
        raise ZeroDivisionError("nobody thought of it")

    logged: list[str] = []
    QgsApplication.messageLog().messageReceived.connect(lambda *arguments: logged.append(str(arguments[0])))
    ending = run(Works(fail))
    assert ending == Ending(crash="ZeroDivisionError: nobody thought of it")
    assert not ending.is_good
    assert any("Traceback" in text for text in logged)


def test_a_task_cancelled_before_it_began_ends_too() -> None:
    gate = threading.Event()
    first, second = Works(lambda task: gate.wait(10)), Works(lambda task: None)
    second.addSubTask(first, [], Task.SubTaskDependency.ParentDependsOnSubTask)
    QTimer.singleShot(100, second.cancel)
    QTimer.singleShot(200, gate.set)
    assert run(second) == Ending(cancelled=True)


def test_unloading_cancels_and_silences() -> None:
    stopped = threading.Event()

    def wait(task: Task) -> None:
        while not task.isCanceled():
            time.sleep(0.01)
        stopped.set()
        raise CatalogueError(Code.CANCELLED)

    heard: list[Ending] = []
    task = Works(wait)
    task.ended.connect(heard.append)
    tasks.start(task)
    loop = QEventLoop()
    QTimer.singleShot(200, tasks.cancel_all)
    QTimer.singleShot(600, loop.quit)
    loop.exec()
    assert stopped.is_set()
    assert heard == []
    assert task not in tasks._running
    tasks.cancel_all()
