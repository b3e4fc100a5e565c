"""Refreshing from folders, static servers and an API: what is good comes in, what is not leaves the old in place."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from datetime import datetime, timezone
from pathlib import Path
from typing import Any, Callable

import pytest

from crige_ia_plugin.catalogue import minisign, publish, sources
from crige_ia_plugin.catalogue.index import Index, Query
from crige_ia_plugin.catalogue.integrity import SIGNATURE, SUMS, sums_text
from crige_ia_plugin.catalogue.problems import CatalogueError, Code
from crige_ia_plugin.catalogue.sources import Kind, Source
from crige_ia_plugin.catalogue.sync import Library, Outcome

Maker = Callable[..., "dict[str, Any]"]
NOW = datetime(2025, 11, 22, tzinfo=timezone.utc)


@pytest.fixture
def library(tmp_path: Path, embedded: Path) -> Library:
    return Library(tmp_path / "library", embedded)


def publish_records(folder: Path, *records: dict[str, Any], days: int = 365) -> None:
    """Make or renew a catalogue of these records."""
    if not (folder / "catalog.json").is_file():
        folder.mkdir(exist_ok=True, parents=True)
        catalog = {"id": "autre", "type": "Collection", "title": "Autre région", "links": [], "iageo:serial": 0}
        (folder / "catalog.json").write_text(json.dumps(catalog))
    shutil.rmtree(folder / "records", ignore_errors=True)
    (folder / "records").mkdir()
    for record in records:
        (folder / "records" / f"{record['id']}.json").write_text(json.dumps(record, indent=1))
    publish.build(folder, NOW, days)


def refresh(library: Library, source: Source, session: Any = None) -> Any:
    return library.refresh([source], lambda _: session, moment=NOW).reports[0]


def titles(library: Library) -> set[str]:
    path = library.index_path()
    assert path is not None
    index = Index(path)
    found = {summary.title for summary in index.summaries(index.search(Query(filters={"catalogue": {"autre"}})).rows)}
    index.close()
    return found


@pytest.fixture(params=["folder", "static"])
def source(request: pytest.FixtureRequest, server: Any) -> Source:
    location = str(server.folder) if request.param == "folder" else server.url + "/catalog.json"
    return Source("autre", "Autre région", Kind(request.param), location)


def test_the_embedded_catalogue_is_there_without_network(library: Library) -> None:
    report = library.rebuild([])
    assert report.skipped == 0
    index = Index(library.index_path() or Path())
    assert len(index.search(Query())) == report.indexed > 100
    assert set(index.search(Query()).counts["catalogue"]) == {"crige-paca"}


def test_news_come_once(library: Library, source: Source, server: Any, session: Any, record: Maker) -> None:
    publish_records(server.folder, record("a", title="Première fiche"))
    first = refresh(library, source, session)
    assert (first.outcome, first.state.serial, first.state.verified, first.state.signed_by) == (
        Outcome.UPDATED,
        1,
        True,
        "",
    )
    assert titles(library) == {"Première fiche"}
    assert refresh(library, source, session).outcome is Outcome.UNCHANGED
    publish_records(server.folder, record("a", title="Première fiche"), record("b", title="Seconde fiche"))
    assert refresh(library, source, session).state.serial == 2
    assert titles(library) == {"Première fiche", "Seconde fiche"}
    home = library.folder / "sources" / "autre"
    assert sorted(path.name for path in home.iterdir()) == ["2", "state.json"]
    assert len(list(library.folder.glob("index-*.sqlite"))) == 1


def spoil_sum(folder: Path) -> None:
    (folder / "records.ndjson").write_text("{}\n")


def older(folder: Path) -> None:
    catalog = json.loads((folder / "catalog.json").read_text())
    (folder / "catalog.json").write_text(json.dumps({**catalog, "iageo:serial": 0}))
    (folder / SUMS).write_text(sums_text(folder))


def traversal(folder: Path) -> None:
    text = (folder / SUMS).read_text() + "0" * 64 + "  vocabulary/../../../evil.json\n"
    (folder / SUMS).write_text(text)
    touch(folder)


def touch(folder: Path) -> None:
    catalog = folder / "catalog.json"
    catalog.write_text(catalog.read_text() + "\n")


def bad_json(folder: Path) -> None:
    (folder / "catalog.json").write_text("{")


def not_a_catalogue(folder: Path) -> None:
    (folder / "catalog.json").write_text("[]")


def unlisted(folder: Path) -> None:
    touch(folder)
    lines = sums_text(folder).splitlines()
    (folder / SUMS).write_text("\n".join(line for line in lines if "ndjson" not in line))


def removed(folder: Path) -> None:
    touch(folder)
    (folder / "records.ndjson").unlink()
    (folder / SUMS).write_text("\n".join(["0" * 64 + "  records.ndjson"]))


@pytest.mark.parametrize(
    ("damage", "codes"),
    [
        (spoil_sum, {Code.CHECKSUM_DIFFERS}),
        (older, {Code.SERIAL_OLDER}),
        (traversal, {Code.PATH_UNSAFE}),
        (bad_json, {Code.JSON_INVALID}),
        (not_a_catalogue, {Code.CATALOG_INVALID}),
        (unlisted, {Code.FILE_UNLISTED}),
        (removed, {Code.FILE_UNLISTED, Code.FILE_MISSING, Code.HTTP_STATUS}),
    ],
)
def test_what_is_wrong_leaves_the_old_in_place(
    damage: Callable[[Path], None],
    codes: set[Code],
    library: Library,
    source: Source,
    server: Any,
    session: Any,
    record: Maker,
) -> None:
    publish_records(server.folder, record("a", title="Première fiche"))
    assert refresh(library, source, session).outcome is Outcome.UPDATED
    if damage in (spoil_sum, older):
        publish_records(server.folder, record("z", title="Nouvelle fiche"))
    damage(server.folder)
    report = refresh(library, source, session)
    assert report.outcome is Outcome.FAILED
    assert report.problems[0].code in codes
    assert (report.state.error, report.state.failed) == (report.problems[0].code.value, "2025-11-22T00:00:00Z")
    assert titles(library) == {"Première fiche"}
    assert not (library.folder / "sources" / "autre" / ".incoming").exists()
    assert not list(library.folder.parent.glob("evil.json"))


@pytest.mark.parametrize("status", [401, 429, 500])
def test_a_server_in_trouble(
    status: int, library: Library, server: Any, session: Any, behaviour: Any, record: Maker
) -> None:
    source = Source("autre", "Autre", Kind.STATIC, server.url)
    publish_records(server.folder, record("a", title="Première fiche"))
    refresh(library, source, session)
    server.behaviours["/catalog.json"] = behaviour.says(status)
    assert refresh(library, source, session).outcome is Outcome.FAILED
    del server.behaviours["/catalog.json"]
    touch(server.folder)
    (server.folder / SUMS).write_text(sums_text(server.folder))
    body = (server.folder / "records.ndjson").read_bytes()
    server.behaviours["/records.ndjson"] = behaviour.cuts(body, 10)
    report = refresh(library, source, session)
    assert report.problems[0].code is Code.TRUNCATED
    assert titles(library) == {"Première fiche"}
    del server.behaviours["/records.ndjson"]
    report = refresh(library, source, session)
    assert (report.outcome, report.state.failed) == (Outcome.UPDATED, "")


def test_signatures(library: Library, source: Source, server: Any, session: Any, record: Maker, tmp_path: Path) -> None:
    if not minisign.HAS_CRYPTOGRAPHY:
        pytest.skip("signing needs cryptography")
    public = minisign.write_pair(tmp_path / "k.key")
    signed = Source(**{**source.__dict__, "public_key": public.text})
    publish_records(server.folder, record("a"))
    assert refresh(library, signed, session).problems[0].code is Code.SIGNATURE_MISSING
    publish.sign(server.folder, tmp_path / "k.key")
    report = refresh(library, signed, session)
    assert (report.outcome, report.state.signed_by) == (Outcome.UPDATED, public.name)
    publish_records(server.folder, record("a", title="Falsifié"))
    other = minisign.write_pair(tmp_path / "other.key")
    publish.sign(server.folder, tmp_path / "other.key")
    assert refresh(library, signed, session).problems[0].code is Code.SIGNATURE_OTHER_KEY
    (server.folder / SIGNATURE).unlink()
    (server.folder / SUMS).unlink()
    assert refresh(library, signed, session).outcome is Outcome.FAILED
    assert other != public


def test_an_expired_catalogue_is_flagged(
    library: Library, source: Source, server: Any, session: Any, record: Maker
) -> None:
    publish_records(server.folder, record("a"), days=-1)
    report = refresh(library, source, session)
    assert report.outcome is Outcome.UPDATED
    assert [problem.code for problem in report.problems] == [Code.EXPIRED]
    assert report.state.is_expired(NOW)


def test_a_catalogue_without_sums_is_read_but_not_verified(
    library: Library, source: Source, server: Any, session: Any, record: Maker
) -> None:
    publish_records(server.folder, record("a", title="Une"), record("b", title="Deux"))
    (server.folder / SUMS).unlink()
    (server.folder / "records.ndjson").unlink()
    report = refresh(library, source, session)
    assert (report.outcome, report.state.verified) == (Outcome.UPDATED, False)
    assert titles(library) == {"Une", "Deux"}


def test_one_bad_record_hides_no_other(
    library: Library, source: Source, server: Any, session: Any, record: Maker
) -> None:
    publish_records(server.folder, record("a", title="Bonne"))
    path = server.folder / "records.ndjson"
    path.write_text('{"type": "Feature"}\n' + path.read_text() + "{\n")
    (server.folder / SUMS).write_text(sums_text(server.folder))
    result = library.refresh([source], lambda _: session, moment=NOW)
    assert result.index is not None
    assert [problem.code for problem in result.index.problems] == [Code.ID_MISSING, Code.JSON_INVALID]
    assert [problem.params["catalogue"] for problem in library.skipped()] == ["autre", "autre"]
    assert titles(library) == {"Bonne"}


def test_cancelling_keeps_the_old(library: Library, source: Source, server: Any, session: Any, record: Maker) -> None:
    publish_records(server.folder, record("a", title="Une"))
    refresh(library, source, session)
    publish_records(server.folder, record("b", title="Deux"))
    with pytest.raises(CatalogueError) as caught:
        library.refresh([source], lambda _: session, cancelled=lambda: True)
    assert caught.value.code is Code.CANCELLED
    assert titles(library) == {"Une"}


def test_what_a_cancelled_refresh_accepted_is_indexed_the_next_time(
    library: Library, server: Any, session: Any, record: Maker
) -> None:
    """The first source came, the user cancelled during the second: the snapshot is there, the index is not."""
    publish_records(server.folder / "one", record("a", title="Une"))
    publish_records(server.folder / "two", record("b", title="Deux"))
    one = Source("autre", "Une", Kind.FOLDER, str(server.folder / "one"))
    two = Source("two", "Deux", Kind.FOLDER, str(server.folder / "two"))
    library.rebuild([])
    with pytest.raises(CatalogueError):
        library.refresh([one, two], lambda _: session, cancelled=lambda: library.state(one).snapshot != "")
    assert library.state(one).snapshot == "1"
    assert not library.is_current([one, two])
    result = library.refresh([one], lambda _: session, moment=NOW)
    assert result.reports[0].outcome is Outcome.UNCHANGED
    assert result.index is not None
    assert titles(library) == {"Une"}
    assert library.refresh([one], lambda _: session, moment=NOW).index is None


def test_the_index_follows_what_is_on_and_in_which_order(library: Library, server: Any, record: Maker) -> None:
    publish_records(server.folder / "one", record("a"))
    publish_records(server.folder / "two", record("b"))
    one = Source("one", "", Kind.FOLDER, str(server.folder / "one"))
    two = Source("two", "", Kind.FOLDER, str(server.folder / "two"))
    assert not library.is_current([])
    library.refresh([one, two], lambda _: None)
    assert library.is_current([one, two])
    assert not library.is_current([two, one])
    assert not library.is_current([one])
    assert not library.is_current([one, replace(two, enabled=False)])
    (library.index_path() or Path()).write_bytes(b"not an index")
    assert not library.is_current([one, two])


def test_what_went_wrong_is_known_the_next_day(library: Library, source: Source, server: Any, session: Any) -> None:
    report = refresh(library, source, session)
    again = Library(library.folder, library.embedded).state(source)
    assert again.problem is not None
    assert again.problem == report.state.problem
    assert again.problem.code is report.problems[0].code
    assert dict(again.problem.params) == dict(report.problems[0].params)


def test_what_was_left_out_is_known_the_next_day(
    library: Library, source: Source, server: Any, session: Any, record: Maker
) -> None:
    publish_records(server.folder, record("a"))
    path = server.folder / "records.ndjson"
    path.write_text(path.read_text() + '{"type": "Feature", "id": "sans-rien"}\n')
    (server.folder / SUMS).write_text(sums_text(server.folder))
    refresh(library, source, session)
    (problem,) = Library(library.folder, library.embedded).skipped()
    assert (problem.code, problem.line) == (Code.PROPERTIES_MISSING, 2)
    assert (problem.params["catalogue"], problem.params["id"]) == ("autre", "sans-rien")


@pytest.mark.parametrize("text", ["", "{", "[]", '{"index": 3, "skipped": 4}', '{"index": "../x", "skipped": [{}, 5]}'])
def test_a_spoilt_pointer_is_as_if_it_was_not_there(text: str, library: Library) -> None:
    library.rebuild([])
    (library.folder / "index.json").write_text(text)
    assert library.index_path() is None
    assert library.skipped() == ()


@pytest.mark.parametrize(
    "why",
    [{}, {"code": "no-such-code"}, {"code": "cancelled", "params": [], "file": "", "line": 0, "severity": "error"}, 3],
)
def test_a_spoilt_state_tells_nothing(why: Any, library: Library, server: Any, record: Maker) -> None:
    publish_records(server.folder, record("a"))
    made = Source("autre", "", Kind.FOLDER, str(server.folder))
    refresh(library, made)
    path = library.folder / "sources" / "autre" / "state.json"
    path.write_text(json.dumps({**json.loads(path.read_text()), "failed": "2025", "why": why, "warnings": why}))
    assert library.state(made).problem is None
    assert library.state(made).left_out == ()


def test_one_source_that_fails_stops_no_other(library: Library, server: Any, session: Any, record: Maker) -> None:
    publish_records(server.folder, record("a", title="Une"))
    gone = Source("perdu", "Perdu", Kind.FOLDER, str(server.folder / "absent"))
    good = Source("autre", "Autre", Kind.FOLDER, str(server.folder))
    off = Source("off", "Éteint", Kind.STATIC, "http://127.0.0.1:9/", enabled=False)
    shares: list[float] = []
    result = library.refresh([gone, good, off], lambda _: session, progress=shares.append)
    assert [report.outcome for report in result.reports] == [Outcome.FAILED, Outcome.UPDATED]
    assert shares == sorted(shares)
    assert shares[-1] == 1
    assert titles(library) == {"Une"}


def test_another_address_under_the_same_name_starts_anew(
    library: Library, server: Any, record: Maker, tmp_path: Path
) -> None:
    publish_records(server.folder, record("a", title="Une"))
    publish_records(server.folder, record("a", title="Une bis"))
    refresh(library, Source("autre", "", Kind.FOLDER, str(server.folder)))
    publish_records(tmp_path / "other", record("b", title="Deux"))
    report = refresh(library, Source("autre", "", Kind.FOLDER, str(tmp_path / "other")))
    assert (report.outcome, report.state.serial) == (Outcome.UPDATED, 1)
    assert titles(library) == {"Deux"}


def test_a_newer_edition_takes_the_place_of_the_embedded_one(library: Library, server: Any, record: Maker) -> None:
    publish_records(server.folder, record("a", title="Une"))
    result = library.refresh([Source("crige-paca", "", Kind.FOLDER, str(server.folder))], lambda _: None)
    assert result.index is not None
    assert result.index.indexed == 1


def page(features: list[Any], following: str = "", **extra: Any) -> bytes:
    links = [{"rel": "next", "href": following}] if following else []
    return json.dumps({"type": "FeatureCollection", "features": features, "links": links, **extra}).encode()


def test_pages_are_followed(library: Library, server: Any, session: Any, behaviour: Any, record: Maker) -> None:
    numbers = [record(f"r{i}", title=f"Fiche {i}") for i in range(5)]

    def items(handler: Any) -> None:
        offset = int(handler.path.split("offset=")[1]) if "offset=" in handler.path else 0
        following = f"items?f=json&offset={offset + 2}" if offset < 4 else ""
        behaviour.answer(handler, 200, page(numbers[offset : offset + 2], following, numberMatched=5))

    server.behaviours["/collections/c/items"] = items
    source = Source("autre", "API", Kind.OGC_API, server.url + "/collections/c")
    report = refresh(library, source, session)
    assert report.outcome is Outcome.UPDATED
    assert titles(library) == {f"Fiche {i}" for i in range(5)}
    assert server.requests[0][0] == "/collections/c/items?f=json&limit=500"


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b"<html>", Code.JSON_INVALID),
        (b"[]", Code.NOT_AN_OBJECT),
        (b"{}", Code.CATALOG_INVALID),
        (page([]), Code.CATALOG_EMPTY),
        (page([{}], "items?f=json&limit=500"), Code.PAGE_LOOP),
        (page([{}], "ftp://x.example/"), Code.URL_UNSAFE),
    ],
)
def test_bad_pages(body: bytes, code: Code, library: Library, server: Any, session: Any, behaviour: Any) -> None:
    server.behaviours["/c/items"] = behaviour.says(200, body)
    report = refresh(library, Source("autre", "API", Kind.OGC_API, server.url + "/c"), session)
    assert report.problems[0].code is code


def test_a_flood_of_records_is_refused(
    library: Library, server: Any, session: Any, behaviour: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sources, "MAX_PAGE", 1 << 20)
    server.behaviours["/c/items"] = behaviour.floods(64 << 20)
    server.behaviours["/s/catalog.json"] = behaviour.says(200, b'{"type": "Collection"}')
    server.behaviours["/s/records.ndjson"] = behaviour.says(200, b"", 2 << 30)
    for kind, path in ((Kind.OGC_API, "/c"), (Kind.STATIC, "/s")):
        report = refresh(library, Source("autre", "", kind, server.url + path), session)
        assert report.problems[0].code is Code.TOO_LARGE


def test_collections_of_an_api(server: Any, session: Any, behaviour: Any) -> None:
    listed = {
        "collections": [{"id": "a", "itemType": "record", "title": "Fiches"}, {"id": "b", "itemType": "feature"}, 3]
    }
    server.behaviours["/api/collections"] = behaviour.says(200, json.dumps(listed).encode())
    found = sources.collections(session, server.url + "/api/")
    assert found == [(server.url + "/api/collections/a", "Fiches")]


def test_the_directory_must_be_signed(tmp_path: Path) -> None:
    if not minisign.HAS_CRYPTOGRAPHY:
        pytest.skip("signing needs cryptography")
    key = minisign.SecretKey.generate()
    entries = [
        {"id": "afigeo", "title": "Afigéo", "kind": "static", "location": "https://x.example/", "publicKey": "k"},
        {"id": "clair", "kind": "static", "location": "http://x.example/"},
        {"id": "local", "kind": "folder", "location": "/etc"},
        "x",
    ]
    content = json.dumps({"catalogues": entries}).encode()
    found = sources.read_directory(content, key.sign(content, ""), key.public_key.text)
    assert [(source.id, source.enabled, source.public_key) for source in found] == [("afigeo", False, "k")]
    for wrong in (content + b" ", b"[]"):
        with pytest.raises(CatalogueError):
            sources.read_directory(wrong, key.sign(content, ""), key.public_key.text)
    with pytest.raises(CatalogueError):
        sources.read_directory(content, "", "")


def test_sources_survive_settings() -> None:
    source = Source("a", "Été", Kind.OGC_API, "https://x.example/", False, "k", "auth123")
    assert sources.from_json(sources.to_json(source)) == source
    for text in ("", "{}", "[]", '{"kind": "x"}'):
        with pytest.raises(CatalogueError):
            sources.from_json(text)


@pytest.mark.parametrize(
    ("location", "expected"),
    [
        ("https://x.example/collections/c", "https://x.example/collections/c/items?f=json&limit=500"),
        ("https://x.example/c/items/", "https://x.example/c/items?f=json&limit=500"),
        ("https://x.example/c?token=a&limit=10", "https://x.example/c/items?f=json&limit=10&token=a"),
    ],
)
def test_address_of_items(location: str, expected: str) -> None:
    assert sources.items_address(location) == expected
