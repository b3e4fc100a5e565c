"""When this computer is the trouble: what was there stays, and the reason is told."""

from __future__ import annotations

import json
import sqlite3
import zipfile
from pathlib import Path
from typing import Any, Callable

import pytest

from crige_ia_plugin.catalogue import check, export, indexing, integrity, minisign, moderation, publish, serve
from crige_ia_plugin.catalogue.__main__ import main
from crige_ia_plugin.catalogue.problems import CatalogueError, Code, Problem
from crige_ia_plugin.catalogue.record import parse
from crige_ia_plugin.catalogue.sources import Kind, Source
from crige_ia_plugin.catalogue.store import Store
from crige_ia_plugin.catalogue.sync import Library, Outcome
from crige_ia_plugin.catalogue.vocabulary import Vocabulary

Maker = Callable[..., "dict[str, Any]"]


@pytest.fixture
def catalogue(tmp_path: Path, embedded: Path) -> Path:
    folder = tmp_path / "catalogue"
    publish.new(folder, "x", "X", "X", "x@example.org", embedded / "vocabulary")
    return folder


def failing(*_: Any, **__: Any) -> Any:
    raise OSError(28, "No space left on device")


def test_an_index_is_made_where_no_temporary_file_can_be(
    tmp_path: Path, embedded: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = indexing._Builder.run
    stores = []

    def where_files_fail(self: Any, connection: Any, collections: Any, common: Any, store: str) -> None:
        stores.append(store)
        if store == "FILE":
            raise sqlite3.OperationalError("unable to open database file")
        run(self, connection, collections, common, store)

    monkeypatch.setattr(indexing._Builder, "run", where_files_fail)
    assert Library(tmp_path / "library", embedded).rebuild([]).indexed > 100
    assert stores == ["FILE", "MEMORY"]


def test_a_full_disk_stops_a_contribution_before_it_is_half_in(
    catalogue: Path, record: Maker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "c.zip"
    link = {"rel": "enclosure", "href": "files/a.txt"}
    with zipfile.ZipFile(path, "w") as content:
        content.writestr("records/neuf.json", json.dumps({**record("neuf"), "links": [link]}))
        content.writestr("files/a.txt", "abc")
    contribution = moderation.receive(catalogue, path, tmp_path / "w")
    before = sorted(file for file in catalogue.rglob("*") if file.is_file())
    monkeypatch.setattr(moderation, "_note", failing)
    for act in (moderation.accept, lambda *args: moderation.refuse(*args, "raison")):
        with pytest.raises(CatalogueError) as caught:
            act(catalogue, contribution)
        assert caught.value.code is Code.WRITE_FAILED
    assert sorted(file for file in catalogue.rglob("*") if file.is_file()) == before
    monkeypatch.undo()
    (catalogue / "files" / "a.txt").write_text("déjà là")
    with pytest.raises(CatalogueError):
        moderation.accept(catalogue, contribution)
    assert (catalogue / "files" / "a.txt").read_text() == "déjà là"
    assert not (catalogue / "records" / "neuf.json").exists()


def test_what_is_not_acceptable_is_not_accepted(catalogue: Path, tmp_path: Path) -> None:
    empty = moderation.Contribution(tmp_path, tmp_path, (), ())
    wrong = moderation.Contribution(tmp_path, tmp_path, (), (Problem(Code.TITLE_MISSING),))
    for contribution, code in ((empty, Code.ARCHIVE_RECORDS), (wrong, Code.TITLE_MISSING)):
        with pytest.raises(CatalogueError) as caught:
            moderation.accept(catalogue, contribution)
        assert caught.value.code is code


def test_a_spoilt_journal_is_read_past(catalogue: Path) -> None:
    (catalogue / moderation.JOURNAL).write_text('{\n[]\n{"date": "2025"}\n')
    assert moderation.journal(catalogue) == []


def test_a_full_disk_while_building(catalogue: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish.build(catalogue)
    sums = (catalogue / "SHA256SUMS").read_bytes()
    monkeypatch.setattr(publish, "write", failing)
    with pytest.raises(CatalogueError) as caught:
        publish.build(catalogue)
    assert caught.value.code is Code.WRITE_FAILED
    assert (catalogue / "SHA256SUMS").read_bytes() == sums
    with pytest.raises(CatalogueError):
        publish.new(catalogue.parent / "autre", "y", "Y", "Y", "y@example.org", catalogue / "vocabulary")
    with pytest.raises(CatalogueError) as caught:
        publish.new(catalogue.parent / "tiers", "Y é", "Y", "Y", "y@example.org", catalogue / "vocabulary")
    assert caught.value.code is Code.ID_FORM


def test_a_full_disk_while_installing_keeps_the_old(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    origin = tmp_path / "a"
    origin.write_text("1")
    store = Store(tmp_path / "store")
    before = store.install("c", "a", "1", "A", {"a": origin}, {"a": integrity.sha256(origin)})
    replace = Path.replace

    def refuse_incoming(path: Path, target: Path) -> Path:
        return failing() if path.name.startswith(".incoming") else replace(path, target)

    monkeypatch.setattr(Path, "replace", refuse_incoming)
    with pytest.raises(CatalogueError) as caught:
        store.install("c", "a", "1", "A", {"a": origin}, {"a": integrity.sha256(origin)})
    assert caught.value.code is Code.WRITE_FAILED
    before.verify()
    assert list(store.installed()) == [before]
    monkeypatch.setattr(Path, "replace", failing)
    with pytest.raises(CatalogueError) as caught:
        store.remove("c", "a")
    assert caught.value.code is Code.WRITE_FAILED
    before.verify()


def test_a_library_that_cannot_be_written(tmp_path: Path, embedded: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    library = Library(tmp_path / "file" / "library", embedded)
    source = Source("a", "A", Kind.FOLDER, str(embedded))
    report = library.refresh_one(source, None)
    assert (report.outcome, report.problems[0].code) == (Outcome.FAILED, Code.WRITE_FAILED)
    with pytest.raises(CatalogueError) as caught:
        library.rebuild([source])
    assert caught.value.code is Code.WRITE_FAILED
    assert library.index_path() is None


def test_a_pointer_that_cannot_be_written_keeps_the_old_index(
    tmp_path: Path, embedded: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from crige_ia_plugin.catalogue import sync

    library = Library(tmp_path, embedded)
    library.rebuild([])
    before = library.index_path()
    monkeypatch.setattr(sync, "write", failing)
    with pytest.raises(CatalogueError):
        library.rebuild([])
    assert library.index_path() == before


@pytest.mark.parametrize("text", ["{", "[]", "3", '{"index": "../../evil"}', '{"index": 3}', '{"snapshot": []}'])
def test_spoilt_states_are_forgotten(text: str, tmp_path: Path, embedded: Path) -> None:
    library = Library(tmp_path, embedded)
    (tmp_path / "index.json").write_text(text)
    assert library.index_path() is None
    home = tmp_path / "sources" / "a"
    home.mkdir(parents=True)
    (home / "state.json").write_text(text)
    assert library.state(Source("a", "", Kind.FOLDER, "x")).snapshot == ""


def test_a_source_without_network_says_so(tmp_path: Path, embedded: Path) -> None:
    report = Library(tmp_path, embedded).refresh_one(Source("a", "", Kind.STATIC, "https://x.example/"), None)
    assert report.problems[0].code is Code.REQUESTS_UNAVAILABLE


def test_files_too_large_in_a_folder(tmp_path: Path, embedded: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from crige_ia_plugin.catalogue import sources

    source = Source("a", "", Kind.FOLDER, str(embedded))
    for limit in ("MAX_CATALOG", "MAX_VOCABULARY", "MAX_RECORDS"):
        monkeypatch.setattr(sources, limit, 10)
        assert Library(tmp_path, embedded).refresh_one(source, None).problems[0].code is Code.TOO_LARGE
        monkeypatch.undo()


def test_unreadable_files_are_told(catalogue: Path) -> None:
    (catalogue / "catalog.json").write_bytes(b"\xff")
    (catalogue / "records" / "b.json").mkdir()
    codes = {problem.code for problem in check.check_folder(catalogue)}
    assert codes == {Code.READ_FAILED}
    (catalogue / "catalog.json").write_text("[]")
    (catalogue / "SHA256SUMS").write_bytes(b"\xff")
    assert Code.NOT_AN_OBJECT in {problem.code for problem in check.check_folder(catalogue)}
    assert [problem.code for problem in integrity.check_sums(catalogue)] == [Code.SUMS_FORM]
    with pytest.raises(CatalogueError) as caught:
        integrity.verify_file(catalogue, "0" * 64)
    assert caught.value.code is Code.READ_FAILED


def test_a_key_that_cannot_be_read_or_written(catalogue: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish.build(catalogue)
    with pytest.raises(CatalogueError) as caught:
        publish.sign(catalogue, catalogue / "absent.key")
    assert caught.value.code is Code.READ_FAILED
    with pytest.raises(CatalogueError) as caught:
        minisign.write_pair(catalogue / "catalog.json" / "k")
    assert caught.value.code in (Code.WRITE_FAILED, Code.SIGNING_UNAVAILABLE)
    monkeypatch.setattr(minisign, "HAS_CRYPTOGRAPHY", False)
    with pytest.raises(CatalogueError) as caught:
        minisign.SecretKey.generate()
    assert caught.value.code is Code.SIGNING_UNAVAILABLE


def test_the_preview_shows_what_it_can(catalogue: Path) -> None:
    (catalogue / "vocabulary" / "theme.json").write_text("{}")
    (catalogue / "records" / "b.json").write_text('{"id": "b"}')
    page = serve.preview(catalogue, "fr")
    assert "vocabulaire mal formé" in page
    assert "Fiche d&#x27;exemple" in page


def test_everything_a_record_may_have_is_exported(record: Maker) -> None:
    box = [[[5, 43], [6, 43], [6, 44], [5, 44], [5, 43]]]
    digest = "1220" + "a" * 64
    made = {
        **record(version="1.2", externalIds=[{"value": "10.5281/zenodo.1"}]),
        "geometry": {"type": "Polygon", "coordinates": box},
        "links": [
            {"rel": "enclosure", "href": "files/a.zip", "title": "Tout", "file:size": 3, "file:checksum": digest},
            {"rel": "enclosure", "href": "files/b.zip", "file:checksum": "md5"},
        ],
    }
    service = {**record("s", type="web-service", license="other"), "links": []}
    records = [parse(made), parse(service)]
    data = export.dcat({"title": "X"}, records, Vocabulary(), "https://x.example/c")
    (item,) = data["dcat:dataset"]
    assert item["dct:spatial"]["dcat:bbox"] == ("POLYGON((5.0 43.0, 6.0 43.0, 6.0 44.0, 5.0 44.0, 5.0 43.0))")
    first, second = item["dcat:distribution"]
    assert first["dcat:downloadURL"] == {"@id": "https://x.example/c/files/a.zip"}
    assert first["spdx:checksum"]["spdx:checksumValue"]["@value"] == "a" * 64
    assert "spdx:checksum" not in second
    assert data["dcat:service"][0]["dcat:endpointURL"] == {"@id": "https://x.example/c/records/s.json"}
    assert "dct:license" not in data["dcat:service"][0]
    schema = export.schema_org({}, records, "https://x.example/c/")
    assert schema["hasPart"][0]["identifier"] == ["un-script", "10.5281/zenodo.1"]


def test_a_surprise_of_the_system_is_a_sentence(
    catalogue: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("crige_ia_plugin.catalogue.__main__.check_folder", failing)
    assert main(["check", "--lang", "fr", str(catalogue)]) == 1
    assert "écriture impossible : No space left" in capsys.readouterr().out
