"""What is installed: whole, verified, and gone without a trace when removed."""

from __future__ import annotations

from pathlib import Path

import pytest

from crige_ia_plugin.catalogue.integrity import sha256
from crige_ia_plugin.catalogue.problems import CatalogueError, Code
from crige_ia_plugin.catalogue.store import Store


@pytest.fixture
def files(tmp_path: Path) -> dict[str, Path]:
    found = {}
    for name in ("script.py", "data/étiquettes.csv"):
        path = tmp_path / "origin" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, encoding="utf-8")
        found[name] = path
    return found


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "installed")


def digests(files: dict[str, Path]) -> dict[str, str]:
    return {name: sha256(path) for name, path in files.items()}


def test_installed_verified_listed_removed(store: Store, files: dict[str, Path]) -> None:
    made = store.install("crige-paca", "treecrowns", "1.0.0", "Houppiers", files, digests(files))
    assert made.folder == store.root / "crige-paca" / "treecrowns" / "1.0.0"
    assert list(store.installed()) == [made]
    assert store.get("crige-paca", "treecrowns", "1.0.0") == made
    assert store.get("crige-paca", "treecrowns", "2") is None
    made.verify()
    (made.folder / "script.py").write_text("changed")
    with pytest.raises(CatalogueError) as caught:
        made.verify()
    assert caught.value.code is Code.CHECKSUM_DIFFERS
    store.remove("crige-paca", "treecrowns", "1.0.0")
    assert not store.root.exists()
    store.remove("crige-paca", "treecrowns")


def test_versions_live_side_by_side_and_the_same_one_is_replaced(store: Store, files: dict[str, Path]) -> None:
    for version in ("1", "2", "1"):
        store.install("c", "a", version, "A", files, digests(files))
    assert {item.version for item in store.versions("c", "a")} == {"1", "2"}
    files.pop("script.py")
    again = store.install("c", "a", "1", "A", files, digests(files))
    assert sorted(path.name for path in again.folder.iterdir()) == ["data", "installed.json"]
    store.install("c", "b", "", "B", files, digests(files))
    store.remove("c", "a")
    assert [item.id for item in store.installed()] == ["b"]
    assert [path.name for path in (store.root / "c").iterdir()] == ["b"]


@pytest.mark.parametrize(
    ("name", "digest", "code"),
    [
        ("../evil", None, Code.PATH_UNSAFE),
        ("/evil", None, Code.PATH_UNSAFE),
        ("installed.json", None, Code.PATH_UNSAFE),
        ("a", "0" * 64, Code.CHECKSUM_DIFFERS),
        ("a", "", Code.FILE_CHECKSUM_UNSTATED),
    ],
)
def test_what_is_not_safe_leaves_what_was_there(
    name: str, digest: str | None, code: Code, store: Store, files: dict[str, Path]
) -> None:
    before = store.install("c", "a", "1", "A", files, digests(files))
    origin = files["script.py"]
    known = {} if digest == "" else {name: digest or sha256(origin)}
    with pytest.raises(CatalogueError) as caught:
        store.install("c", "a", "1", "A", {name: origin}, known)
    assert caught.value.code is code
    assert list(store.installed()) == [before]
    before.verify()
    assert {path.name for path in before.folder.parent.iterdir()} == {"1"}


def test_foreign_names_stay_inside(store: Store, files: dict[str, Path]) -> None:
    made = store.install("../..", "https://x.example/é?a=1", "v 1/2", "X", files, digests(files))
    assert store.root in made.folder.parents
    assert len(made.folder.relative_to(store.root).parts) == 3
    assert [(item.catalogue, item.id, item.version) for item in store.installed()] == [
        ("../..", "https://x.example/é?a=1", "v 1/2")
    ]
    store.remove("../..", "https://x.example/é?a=1", "v 1/2")
    assert not store.root.exists()


def test_a_spoilt_manifest_hides_no_other(store: Store, files: dict[str, Path]) -> None:
    store.install("c", "a", "1", "A", files, digests(files))
    spoilt = store.install("c", "b", "1", "B", files, digests(files))
    for text in ("{", "[]", '{"files": {"../x": ""}}'):
        (spoilt.folder / "installed.json").write_text(text)
        assert [item.id for item in store.installed()] == ["a"]


def test_a_missing_file_installs_nothing(store: Store, tmp_path: Path) -> None:
    with pytest.raises(CatalogueError) as caught:
        store.install("c", "a", "1", "A", {"a": tmp_path / "absent"}, {"a": "0" * 64})
    assert caught.value.code is Code.FILE_MISSING
    assert not store.root.exists()


def test_the_version_in_use_is_the_one_chosen_last(store: Store, files: dict[str, Path]) -> None:
    for version in ("1", "2", "3"):
        store.install("c", "a", version, "A", files, digests(files))
    store.use("c", "a", "1")
    assert [item.version for item in store.versions("c", "a")] == ["2", "3", "1"]
    store.install("c", "a", "2", "A", files, digests(files))
    assert [item.version for item in store.versions("c", "a")] == ["3", "1", "2"]
    store.keep("c", "a", 2)
    assert [item.version for item in store.versions("c", "a")] == ["1", "2"]
    with pytest.raises(CatalogueError) as caught:
        store.use("c", "a", "3")
    assert caught.value.code is Code.FILE_MISSING


def test_files_that_may_be_moved_are_not_copied(store: Store, files: dict[str, Path], tmp_path: Path) -> None:
    made = store.install("c", "a", "1", "A", files, digests(files), movable=tmp_path / "origin")
    made.verify()
    assert not [path for path in (tmp_path / "origin").rglob("*") if path.is_file()]


def test_an_installation_is_cancelled_between_two_files(store: Store, files: dict[str, Path]) -> None:
    before = store.install("c", "a", "1", "A", files, digests(files))
    asked = iter([False, True])
    with pytest.raises(CatalogueError) as caught:
        store.install("c", "a", "2", "A", files, digests(files), cancelled=lambda: next(asked))
    assert caught.value.code is Code.CANCELLED
    assert list(store.installed()) == [before]
    assert {path.name for path in before.folder.parent.iterdir()} == {"1"}
