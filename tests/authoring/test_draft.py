"""Drafts go to JSON and come back equal, survive what happens to files, and never hide one another."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crige_ia_plugin.authoring.draft import Draft, Drafts, LocalFile, Measure
from crige_ia_plugin.authoring.problems import AuthoringError, Code


def test_a_draft_comes_back_equal(draft: Draft, tmp_path: Path) -> None:
    drafts = Drafts(tmp_path / "drafts")
    saved = drafts.save(draft)
    assert drafts.load(draft.key) == saved
    assert replace(saved, updated=draft.updated) == draft
    assert drafts.list() == (saved,)
    drafts.remove(draft.key)
    drafts.remove(draft.key)
    assert drafts.list() == ()
    with pytest.raises(AuthoringError) as raised:
        drafts.load(draft.key)
    assert raised.value.code is Code.DRAFT_MISSING


@given(title=st.text(), path=st.text(), value=st.one_of(st.none(), st.floats()))
def test_whatever_was_typed_comes_back(tmp_path_factory, title: str, path: str, value: float | None) -> None:
    drafts = Drafts(tmp_path_factory.mktemp("drafts"))
    draft = Draft.new("script", "fr", title={"fr": title}, files=(LocalFile(path + "\udce9"),))
    draft = replace(draft, measures=(Measure("m", value),))
    assert drafts.load(drafts.save(draft).key).files == draft.files
    assert drafts.load(draft.key).title == draft.title
    assert drafts.load(draft.key).measures == draft.measures


def test_the_last_saved_comes_first(draft: Draft, tmp_path: Path) -> None:
    from datetime import datetime, timezone

    drafts = Drafts(tmp_path)
    for day, key in ((1, "a"), (3, "b"), (2, "c")):
        drafts.save(replace(draft, key=key), datetime(2026, 1, day, tzinfo=timezone.utc))
    assert [one.key for one in drafts.list()] == ["b", "c", "a"]


def test_a_failed_save_leaves_the_draft_that_was_there(draft: Draft, tmp_path: Path, monkeypatch) -> None:
    drafts = Drafts(tmp_path / "drafts")
    saved = drafts.save(draft)

    def no_room(self: Path, target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", no_room)
    with pytest.raises(AuthoringError) as raised:
        drafts.save(replace(draft, title={"fr": "Autre"}))
    assert raised.value.code is Code.WRITE_FAILED
    assert "No space" in str(raised.value.params["reason"])
    monkeypatch.undo()
    assert drafts.load(draft.key) == saved
    assert [path.name for path in drafts.folder.iterdir()] == [f"{draft.key}.json"]


def test_a_damaged_draft_is_told_kept_and_hides_no_other(draft: Draft, tmp_path: Path) -> None:
    drafts = Drafts(tmp_path)
    saved = drafts.save(draft)
    damaged = {
        "cut.json": b'{"format": 1, "key": "x", "title"',
        "nan.json": b'{"format": 1, "key": "x", "measures": [{"label": "a", "value": NaN}]}',
        "type.json": b'{"format": 1, "key": "x", "title": 3}',
        "huge.json": b'{"format": 1, "key": "x", "measures": [{"value": 1' + b"0" * 400 + b"}]}",
        "list.json": b"[]",
        "bytes.json": b"\xff\xfe\x00",
        "empty.json": b"",
        "newer.json": b'{"format": 2, "key": "x"}',
    }
    for name, content in damaged.items():
        (tmp_path / name).write_bytes(content)
    assert drafts.list() == (saved,)
    problems = drafts.problems()
    assert len(problems) == len(damaged)
    assert {problem.code for problem in problems} == {Code.DRAFT_INVALID, Code.DRAFT_NEWER}
    assert all((tmp_path / name).read_bytes() == content for name, content in damaged.items())


@pytest.mark.parametrize("change", [{"format": 0}, {"format": None}, {"key": ""}, {"key": 3}])
def test_what_is_no_draft_is_told(draft: Draft, change: dict[str, object]) -> None:
    with pytest.raises(AuthoringError) as raised:
        Draft.from_dict({**draft.to_dict(), **change}, "a.json")
    assert raised.value.code is Code.DRAFT_INVALID


def test_unknown_keys_and_absent_ones_are_no_fault() -> None:
    assert Draft.from_dict({"format": 1, "key": "k", "language": "fr", "later": 1}).kind == ""


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(), lambda x: st.lists(x) | st.dictionaries(st.text(), x)
    ),
    st.sampled_from(sorted(json.loads(json.dumps(Draft("k").to_dict())))),
)
def test_any_json_gives_a_draft_or_a_coded_error(value: object, key: str) -> None:
    try:
        Draft.from_dict({"format": 1, "key": "k", key: value})
    except AuthoringError as error:
        assert error.code in (Code.DRAFT_INVALID, Code.DRAFT_NEWER)  # noqa: PT017


def test_a_key_from_elsewhere_stays_in_the_folder(draft: Draft, tmp_path: Path) -> None:
    Drafts(tmp_path / "drafts").save(replace(draft, key="../../out"))
    assert not list(tmp_path.glob("out*"))
    assert len(list((tmp_path / "drafts").iterdir())) == 1
