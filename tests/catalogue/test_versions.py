"""What another version of the plugin left on this computer: read, or made again; never an error, nothing lost."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from dataclasses import fields
from pathlib import Path
from typing import Any, Callable

import pytest

from crige_ia_plugin.catalogue import indexing
from crige_ia_plugin.catalogue.index import Index, Query
from crige_ia_plugin.catalogue.integrity import sha256
from crige_ia_plugin.catalogue.publish import NDJSON
from crige_ia_plugin.catalogue.sources import Kind, Source, from_json
from crige_ia_plugin.catalogue.state import State, read_state
from crige_ia_plugin.catalogue.store import MANIFEST, Store
from crige_ia_plugin.catalogue.sync import Library

SOURCE = Source("autre", "Autre région", Kind.STATIC, "https://autre.example/")
GARBAGE = [b"", b"\x00" * 40, b"{", b"[]", b"null", b'"text"', b"[" * 5_000, "é".encode("latin-1")]


@pytest.fixture
def library(tmp_path: Path, embedded: Path, record: Callable[..., dict[str, Any]]) -> Library:
    """The embedded catalogue and one that was fetched, indexed."""
    made = Library(tmp_path / "library", embedded)
    snapshot = made.folder / "sources" / "autre" / "3"
    snapshot.mkdir(parents=True)
    (snapshot / NDJSON).write_text(json.dumps(record("a", title="Fiche gardée")) + "\n", encoding="utf-8")
    keep_state(made, {"snapshot": "3", "serial": 4, "location": SOURCE.location, "public_key": ""})
    made.rebuild([SOURCE])
    assert made.is_current([SOURCE])
    return made


def keep_state(library: Library, data: dict[str, Any]) -> None:
    (library.folder / "sources" / "autre" / "state.json").write_text(json.dumps(data), encoding="utf-8")


def found(library: Library) -> int:
    """How many resources of the fetched catalogue are found, once what must be made again is."""
    if not library.is_current([SOURCE]):
        library.rebuild([SOURCE])
    assert library.is_current([SOURCE])
    path = library.index_path()
    assert path is not None
    with closing(Index(path)) as index:
        assert index.size > 100
        return index.search(Query()).counts["catalogue"].get("autre", 0)


def alter(statement: str) -> Callable[[Path], None]:
    def change(path: Path) -> None:
        with closing(sqlite3.connect(path)) as connection:
            connection.execute(statement)
            connection.commit()

    return change


@pytest.mark.parametrize(
    "spoil",
    [
        alter(f"UPDATE meta SET value = '{indexing.FORMAT + 1}' WHERE key = 'format'"),
        alter(f"UPDATE meta SET value = '{indexing.FORMAT - 1}' WHERE key = 'format'"),
        alter("DROP TABLE meta"),
        alter("UPDATE meta SET value = 'many' WHERE key = 'size'"),
        alter("DROP TABLE sorting"),
        alter("ALTER TABLE facet RENAME COLUMN pairs TO bits"),
        alter("DELETE FROM source"),
        lambda path: path.write_bytes(b"SQLite format 3\x00" + b"\xff" * 5_000),
        lambda path: path.write_bytes(path.read_bytes()[:3_000]),
        lambda path: path.write_bytes(b""),
        lambda path: path.unlink(),
    ],
    ids=["newer", "older", "no-meta", "no-size", "no-table", "column", "no-source", "noise", "cut", "empty", "gone"],
)
def test_an_index_of_another_version_is_made_again(spoil: Callable[[Path], None], library: Library) -> None:
    path = library.index_path()
    assert path is not None
    spoil(path)
    assert not library.is_current([SOURCE])
    assert found(library) == 1


@pytest.mark.parametrize("data", [*GARBAGE, b'{"index": 5}', b'{"index": "../other.sqlite", "skipped": {"a": 1}}'])
def test_a_pointer_to_nowhere_is_written_again(data: bytes, library: Library) -> None:
    (library.folder / "index.json").write_bytes(data)
    assert library.skipped() == ()
    assert found(library) == 1


@pytest.mark.parametrize("data", GARBAGE)
def test_a_damaged_state_forgets_the_catalogue_until_its_next_refresh(data: bytes, library: Library) -> None:
    (library.folder / "sources" / "autre" / "state.json").write_bytes(data)
    assert library.state(SOURCE) == State(location=SOURCE.location)
    assert library.records(SOURCE) is None
    assert found(library) == 0
    assert (library.folder / "sources" / "autre").is_dir()


def test_a_state_of_a_newer_version_keeps_what_is_still_said_alike(library: Library) -> None:
    newer = {"snapshot": "3", "serial": "2026-11", "warnings": {"count": 2}, "colour": [1], "expires": None}
    keep_state(library, {**newer, "location": SOURCE.location, "public_key": ""})
    assert library.state(SOURCE) == State(snapshot="3", location=SOURCE.location)
    assert found(library) == 1


@pytest.mark.parametrize("value", [None, 5, -1.5, True, [], ["a"], {}, {"a": 1}, "../..", "/etc", "x" * 5_000])
def test_no_value_of_a_state_is_a_surprise(value: Any, library: Library) -> None:
    for field in fields(State):
        keep_state(library, {"snapshot": "3", "location": SOURCE.location, "public_key": "", field.name: value})
        state = read_state(library.folder / "sources" / "autre", SOURCE)
        assert isinstance(state.is_expired(), bool)
        assert state.problem is None or state.problem.code
        assert isinstance(state.left_out, tuple)
        assert library.records(SOURCE) in (None, library.folder / "sources" / "autre" / "3" / NDJSON)
        library.vocabulary([SOURCE])


def test_a_source_with_more_to_say_is_read() -> None:
    text = json.dumps(
        {"id": "autre", "title": "T", "kind": "static", "location": "https://a.example", "depth": {"a": 1}}
    )
    assert from_json(text) == Source("autre", "T", Kind.STATIC, "https://a.example")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """A resource, installed twice."""
    made = Store(tmp_path / "installed")
    path = tmp_path / "model.txt"
    for version in ("1", "2"):
        path.write_text(version, encoding="utf-8")
        made.install("c", "a", version, "A", {path.name: path}, {path.name: sha256(path)})
    return made


def rewrite(store: Store, version: str, **changes: Any) -> None:
    """Change the manifest of a version; None removes a key."""
    path = store.folder("c", "a", version) / MANIFEST
    data = {**json.loads(path.read_text(encoding="utf-8")), **changes}
    path.write_text(json.dumps({key: value for key, value in data.items() if value is not None}), encoding="utf-8")


def test_manifests_from_before_ranks_and_after_them_are_read(store: Store) -> None:
    rewrite(store, "1", rank=None)
    rewrite(store, "2", colour={"a": 1}, format=9)
    assert [item.version for item in store.versions("c", "a")] == ["1", "2"]
    for item in store.installed():
        item.verify()
    assert store.use("c", "a", "1").rank > 1
    assert store.versions("c", "a")[-1].version == "1"


@pytest.mark.parametrize("data", [*GARBAGE, b'{"files": []}', b'{"files": {"../x": "0"}, "rank": 1}'])
def test_a_damaged_manifest_hides_one_version_and_removes_none(data: bytes, store: Store, tmp_path: Path) -> None:
    folder = store.folder("c", "a", "2")
    (folder / MANIFEST).write_bytes(data)
    assert [item.version for item in store.installed()] == ["1"]
    assert store.get("c", "a", "2") is None
    assert (folder / "model.txt").read_text(encoding="utf-8") == "2"
    path = tmp_path / "model.txt"
    again = store.install("c", "a", "2", "A", {path.name: path}, {path.name: sha256(path)})
    assert store.versions("c", "a")[-1] == again
