"""Pictures of resources: which link, from where, and whether it is one."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Callable

import pytest
from neighbour import png

from crige_ia_plugin.catalogue.problems import CatalogueError, Code
from crige_ia_plugin.catalogue.record import Link, parse
from crige_ia_plugin.catalogue.thumbnails import (
    MAX_BYTES,
    fetch_picture,
    image_format,
    picture_link,
    picture_path,
    pictured,
    same_server,
)

Maker = Callable[..., "dict[str, Any]"]


def made(record: Maker, *links: dict[str, Any], identifier: str = "a", **properties: Any) -> Any:
    feature = record(identifier, **properties)
    return parse({**feature, "links": list(links)})


@pytest.mark.parametrize(
    ("link", "is_picture"),
    [
        ({"rel": "preview", "href": "a.png", "type": "image/png"}, True),
        ({"rel": "thumbnail", "href": "a", "type": "image/jpeg"}, True),
        ({"rel": "icon", "href": "a.JPG?x=1"}, True),
        ({"rel": "preview", "href": "a.webp", "type": "image/webp"}, False),
        ({"rel": "preview", "href": "a.svg"}, False),
        ({"rel": "preview", "href": "page.html", "type": "text/html"}, False),
        ({"rel": "about", "href": "a.png", "type": "image/png"}, False),
    ],
)
def test_which_link_shows_a_picture(link: dict[str, Any], is_picture: bool, record: Maker) -> None:
    assert bool(picture_link(made(record, link))) == is_picture


def test_another_picture_has_another_place(record: Maker, tmp_path: Path) -> None:
    link = {"rel": "preview", "href": "a.png"}
    first = picture_path(tmp_path, "../x", made(record, link, identifier="https://é.example/a b"))
    assert first is not None
    assert tmp_path in first.parents
    assert len(first.relative_to(tmp_path).parts) == 2
    others = [
        made(record, {**link, "href": "b.png"}, identifier="https://é.example/a b"),
        made(record, link, identifier="https://é.example/a b", updated="2026-01-01T00:00:00Z"),
        made(record, link, identifier="c"),
    ]
    assert len({first, *(picture_path(tmp_path, "../x", other) for other in others)}) == 4
    assert picture_path(tmp_path, "x", made(record)) is None


def test_records_with_a_picture(record: Maker, ndjson: Callable[..., Path]) -> None:
    with_picture = {**record("a"), "links": [{"rel": "preview", "href": "a.png"}]}
    says_so_only = record("b", description='"preview"')
    path = ndjson([record("c"), with_picture, says_so_only])
    path.write_text(path.read_text(encoding="utf-8") + '{"preview", "preview":\n', encoding="utf-8")
    assert [found.id for found in pictured(path)] == ["a"]


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (png(4, 4), "png"),
        (b"\xff\xd8\xff\xe0", "jpg"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", ""),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", ""),
        (b"GIF89a", ""),
        (b"", ""),
    ],
)
def test_a_picture_is_known_by_its_bytes(content: bytes, name: str) -> None:
    assert image_format(content) == name


def failing(*arguments: Any) -> Code:
    with pytest.raises(CatalogueError) as caught:
        fetch_picture(*arguments)
    return caught.value.code


def test_pictures_come_from_their_catalogues_own_server(server: Any, session: Any, behaviour: Any) -> None:
    (server.folder / "a.png").write_bytes(png(4, 4))
    assert fetch_picture(Link("a.png"), server.url + "/", session) == png(4, 4)
    assert fetch_picture(Link(server.url + "/a.png"), server.url + "/c/", session) == png(4, 4)
    server.requests.clear()
    elsewhere = server.url.replace("127.0.0.1", "localhost")
    assert failing(Link(elsewhere + "/a.png"), server.url + "/", session) is Code.URL_UNSAFE
    assert server.requests == []
    server.behaviours["/away.png"] = behaviour.says(302, b"", Location=elsewhere + "/a.png")
    assert failing(Link("away.png"), server.url + "/", session) is Code.REDIRECT_UNSAFE
    assert [path for path, _ in server.requests] == ["/away.png"]
    server.behaviours["/big.png"] = behaviour.says(200, b"x" * (MAX_BYTES + 1))
    assert failing(Link("big.png"), server.url + "/", session) is Code.TOO_LARGE
    assert failing(Link("a.png"), server.url + "/", None) is Code.URL_UNSAFE


def test_pictures_of_a_folder_stay_in_it(tmp_path: Path) -> None:
    (tmp_path / "c").mkdir()
    (tmp_path / "c" / "a b.png").write_bytes(png(4, 4))
    (tmp_path / "c" / "big.png").write_bytes(b"x" * (MAX_BYTES + 1))
    (tmp_path / "out.png").write_bytes(png(4, 4))
    base = str(tmp_path / "c")
    assert fetch_picture(Link("a%20b.png"), base, None) == png(4, 4)
    assert failing(Link("%2e%2e/out.png"), base, None) is Code.PATH_UNSAFE
    assert failing(Link("https://x.example/a.png"), base, None) is Code.URL_UNSAFE
    assert failing(Link("absent.png"), base, None) is Code.READ_FAILED
    assert failing(Link("big.png"), base, None) is Code.TOO_LARGE


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("https://a.example/x", "https://a.example:443/y", True),
        ("https://a.example/x", "http://a.example/y", False),
        ("https://a.example/x", "https://b.example/y", False),
        ("https://a.example:8443/x", "https://a.example/y", False),
        ("https://a.example:x/x", "https://a.example/y", False),
    ],
)
def test_what_one_server_is(one: str, other: str, same: bool) -> None:
    assert same_server(one, other) == same
