"""The list of scripts that their author tries where they lie."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from crige_ia_plugin.runtime.local import LocalScripts
from crige_ia_plugin.runtime.problems import Code, RuntimeProblem


@pytest.fixture
def known(tmp_path: Path) -> LocalScripts:
    return LocalScripts(tmp_path / "deep" / "own.json")


def test_a_script_is_listed_by_its_id_then_no_longer(known: LocalScripts, tmp_path: Path) -> None:
    assert known.files() == {}
    known.add("one", tmp_path / "a" / "one.py")
    known.add("two", tmp_path / "é à.py")
    known.add("one", tmp_path / "b" / "one.py")
    assert known.files() == {"one": tmp_path / "b" / "one.py", "two": tmp_path / "é à.py"}
    known.drop("one")
    known.drop("never there")
    assert list(known.files()) == ["two"]


def test_a_relative_path_is_made_whole(known: LocalScripts, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    known.add("one", Path("one.py"))
    assert known.files() == {"one": tmp_path / "one.py"}


@pytest.mark.parametrize("text", ["", "{", "[]", '{"scripts": []}', '{"scripts": {"a": 1}}', "\udcff"])
def test_a_damaged_list_lists_nothing(known: LocalScripts, tmp_path: Path, text: str) -> None:
    path = tmp_path / "deep" / "own.json"
    path.parent.mkdir()
    path.write_bytes(text.encode("utf-8", "surrogateescape"))
    assert known.files() == {}


def test_what_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(RuntimeProblem) as caught:
        LocalScripts(tmp_path / "file" / "own.json").add("one", tmp_path / "one.py")
    assert caught.value.code is Code.WRITE_FAILED


def test_two_sessions_lose_nothing_of_each_other(known: LocalScripts, tmp_path: Path) -> None:
    threads = [threading.Thread(target=known.add, args=(f"s{n}", tmp_path / f"{n}.py")) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(known.files()) == 8
