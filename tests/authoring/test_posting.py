"""A record is sent once, to the right address, and every answer is told for what it is."""

from __future__ import annotations

import json
from types import SimpleNamespace
from typing import Any

import pytest

from crige_ia_plugin.authoring import proposal
from crige_ia_plugin.authoring.posting import post, posting_address
from crige_ia_plugin.authoring.problems import AuthoringError, Code
from crige_ia_plugin.catalogue.problems import CatalogueError
from crige_ia_plugin.catalogue.problems import Code as CatalogueCode

COLLECTION = "https://example.org/collections/ia"


class Session:
    """Answers what it is told to, and keeps what it was asked."""

    def __init__(self, status: int = 201, body: bytes = b"", error: Exception | None = None, **headers: str) -> None:
        self.status, self.body, self.error = status, body, error
        self.headers = {name.replace("_", "-"): value for name, value in headers.items()}
        self.sent: list[tuple[str, dict[str, Any]]] = []

    def post(self, address: str, **options: Any) -> Any:
        self.sent.append((address, options))
        if self.error:
            raise self.error
        return SimpleNamespace(
            status_code=self.status,
            headers=self.headers,
            iter_content=lambda size: iter([self.body[:size]]),
            close=lambda: None,
        )


@pytest.fixture
def record(draft):
    from dataclasses import replace

    return proposal.record(replace(draft, files=()))


@pytest.mark.parametrize(
    ("location", "expected"),
    [
        (COLLECTION, COLLECTION + "/items"),
        (COLLECTION + "/", COLLECTION + "/items"),
        (COLLECTION + "/items?f=json&limit=10", COLLECTION + "/items"),
        (COLLECTION + "?key=a%20b", COLLECTION + "/items?key=a+b"),
    ],
)
def test_the_address_is_that_of_the_items(location, expected):
    assert posting_address(location) == expected


def test_the_record_is_posted_and_its_address_told(record):
    session = Session(Location="items/detecter-les-parkings")
    assert post(session, COLLECTION, record) == "https://example.org/collections/ia/items/detecter-les-parkings"
    ((address, options),) = session.sent
    assert address == COLLECTION + "/items"
    assert options["headers"]["Content-Type"] == "application/geo+json"
    assert options["allow_redirects"] is False
    assert json.loads(options["data"]) == record


def test_a_catalogue_that_takes_it_without_an_address(record):
    for status in (200, 202, 204):
        assert post(Session(status), COLLECTION, record) == ""


@pytest.mark.parametrize(
    ("session", "code", "params"),
    [
        (
            Session(301, Location="https://new.example.org/items"),
            Code.POST_MOVED,
            {"target": "https://new.example.org/items"},
        ),
        (Session(405), Code.POST_UNSUPPORTED, {"status": 405}),
        (Session(404), Code.POST_UNSUPPORTED, {"status": 404}),
        (
            Session(500, b"<h1>stack trace</h1>", Content_Type="text/html"),
            Code.POST_REFUSED,
            {"status": 500, "reason": ""},
        ),
        (
            Session(422, b'{"title": "Bad", "detail": "no  licence\\u202e"}', Content_Type="application/problem+json"),
            Code.POST_REFUSED,
            {"status": 422, "reason": "no licence"},
        ),
        (Session(400, b"{", Content_Type="application/json"), Code.POST_REFUSED, {"status": 400, "reason": ""}),
        (Session(error=ConnectionResetError("cut")), Code.POST_UNSURE, {"reason": "cut"}),
    ],
)
def test_an_answer_is_told_for_what_it_is(session, code, params, record):
    with pytest.raises(AuthoringError) as caught:
        post(session, COLLECTION, record)
    assert caught.value.code is code
    assert dict(caught.value.params) == params
    assert len(session.sent) == 1


def test_one_that_is_too_large_is_told_with_its_size(record):
    session = Session(413)
    with pytest.raises(AuthoringError) as caught:
        post(session, COLLECTION, record)
    assert caught.value.code is Code.POST_TOO_LARGE
    assert caught.value.params["size"] == len(session.sent[0][1]["data"])


@pytest.mark.parametrize(
    ("status", "code"),
    [
        (401, CatalogueCode.UNAUTHORISED),
        (403, CatalogueCode.UNAUTHORISED),
        (407, CatalogueCode.PROXY_AUTHENTICATION),
        (429, CatalogueCode.TOO_MANY_REQUESTS),
    ],
)
def test_a_closed_door_is_told_as_for_any_catalogue(status, code, record):
    with pytest.raises(CatalogueError) as caught:
        post(Session(status), COLLECTION, record)
    assert caught.value.code is code


def test_where_nobody_is_nothing_was_sent(record):
    not_reached = type("NotReached", (OSError,), {})
    with pytest.raises(CatalogueError) as caught:
        post(Session(error=not_reached("refused")), COLLECTION, record)
    assert caught.value.code is CatalogueCode.UNREACHABLE


def test_attached_files_and_wrong_addresses_are_refused_before_anything_is_sent(draft):
    session = Session()
    made = proposal.record(draft, proposal.measured(draft))
    with pytest.raises(AuthoringError) as caught:
        post(session, COLLECTION, made)
    assert caught.value.code is Code.POST_FILES
    with pytest.raises(CatalogueError):
        post(session, "file:///etc/passwd", {**made, "links": []})
    assert session.sent == []
