"""Pages of records taken apart: the same records as a decoder gives, and no record takes its page along."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hostile_records import CORPUS, GOOD, JSON, hostile
from hypothesis import given, settings
from hypothesis import strategies as st

from crige_ia_plugin.catalogue.pages import Page
from crige_ia_plugin.catalogue.problems import CatalogueError, Code

SHREDS = [b'"features"', b":", b"{", b"}", b"[", b"]", b",", b'"', b"1", b"\\", b"\n"]
NEXT = [{"rel": "next", "href": "items?offset=2"}]


def taken_apart(content: bytes) -> tuple[list[bytes], Any]:
    page = Page(content, "https://x.example/items")
    records = list(page.records())
    assert not any(b"\n" in record or b"\r" in record for record in records)
    return records, page.members


def refusal(content: bytes) -> Code | None:
    """Code of what is wrong with a page, None when nothing is; anything but a code is a failure."""
    try:
        taken_apart(content)
    except CatalogueError as error:
        return error.code
    return None


@settings(deadline=None)
@given(
    features=st.lists(st.dictionaries(st.text(max_size=9), JSON, max_size=4), max_size=5),
    before=st.dictionaries(st.text(max_size=9), JSON, max_size=3),
    after=st.dictionaries(st.text(max_size=9), JSON, max_size=3),
    indent=st.sampled_from([None, 0, 1]),
    raw=st.booleans(),
)
def test_records_are_those_of_a_decoder(
    features: list[Any], before: dict[str, Any], after: dict[str, Any], indent: int | None, raw: bool
) -> None:
    members = {**before, "features": features, **{key: value for key, value in after.items() if key != "features"}}
    text = json.dumps(members, indent=indent, ensure_ascii=not raw).encode("utf-8", "replace")
    refused = refusal(text)
    if refused:  # what is around the records must be strict JSON
        assert refused in (Code.JSON_INVALID, Code.JSON_TOO_DEEP)
        return
    records, rest = taken_apart(text)
    decoded = json.loads(text)
    assert [json.loads(record) for record in records] == decoded["features"]
    assert rest == {**decoded, "features": []}


@pytest.mark.parametrize("name", CORPUS)
def test_a_record_of_the_corpus_leaves_its_page_readable(name: str) -> None:
    bad = CORPUS[name]
    content = b'{"type": "FeatureCollection", "features": [%b,%b,%b], "links": %b}'
    good = json.dumps(GOOD).encode()
    text = content % (good, bad, good, json.dumps(NEXT).encode())
    if name == "cut":  # no whole text: what follows cannot be told from it
        assert refusal(text) is Code.JSON_INVALID
        return
    records, rest = taken_apart(text)
    assert records[0] == records[-1] == good
    assert rest["links"] == NEXT


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=200) | hostile() | st.lists(st.sampled_from(SHREDS)).map(b"".join))
def test_anything_is_taken_apart_or_refused_by_code(content: bytes) -> None:
    expected = (None, Code.JSON_INVALID, Code.JSON_TOO_DEEP, Code.NOT_AN_OBJECT, Code.CATALOG_INVALID)
    for text in (content, b'{"features": [' + content, b'{"features": [' + content + b"]}"):
        assert refusal(text) in expected


@pytest.mark.parametrize(
    ("content", "records"),
    [
        (b'{"features": [1, "a", {"b": [2]}, null]}', [b"1", b'"a"', b'{"b": [2]}', b"null"]),
        (b'\xef\xbb\xbf{"a": {"features": [{"no": 1}]}, "features" :\n[ {"yes":\r\n 1} ] }', [b'{"yes":  1}']),
        (b'{"title": "features", "features": [{"t": "\\"]}, {\\\\"}]}', [b'{"t": "\\"]}, {\\\\"}']),
        (b'{"features": []}', []),
    ],
)
def test_where_records_are(content: bytes, records: list[bytes]) -> None:
    assert taken_apart(content)[0] == records


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", Code.JSON_INVALID),
        (b"[]", Code.NOT_AN_OBJECT),
        (b"{}", Code.CATALOG_INVALID),
        (b'{"features": {}}', Code.CATALOG_INVALID),
        (b'{"features": [{}', Code.JSON_INVALID),
        (b'{"features": [{}]', Code.JSON_INVALID),
        (b'{"features": [{}], "links": NaN}', Code.JSON_INVALID),
    ],
)
def test_what_is_no_page(content: bytes, code: Code) -> None:
    with pytest.raises(CatalogueError) as caught:
        taken_apart(content)
    assert caught.value.code is code
