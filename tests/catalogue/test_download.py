"""Every way a server can let us down, each told by its code."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest

from crige_ia_plugin.catalogue import download
from crige_ia_plugin.catalogue.problems import CatalogueError, Code

LIMIT = 1 << 20


def failing(session: Any, url: str, **options: Any) -> CatalogueError:
    with pytest.raises(CatalogueError) as caught:
        download.read(session, url, options.pop("limit", LIMIT), **options)
    return caught.value


def test_a_file_comes_whole_and_then_not_again(server: Any, session: Any) -> None:
    (server.folder / "a.json").write_bytes(b"abc" * 100_000)
    shares: list[float] = []
    answer = download.read(session, server.url + "/a.json", LIMIT, progress=shares.append)
    assert answer.content == b"abc" * 100_000
    assert shares == sorted(shares)
    assert shares[-1] == 1
    again = download.read(session, server.url + "/a.json", LIMIT, validators=answer.validators)
    assert again.content is None
    assert again.validators == answer.validators


@pytest.mark.parametrize(
    ("status", "code"),
    [
        (401, Code.UNAUTHORISED),
        (403, Code.UNAUTHORISED),
        (404, Code.HTTP_STATUS),
        (407, Code.PROXY_AUTHENTICATION),
        (429, Code.TOO_MANY_REQUESTS),
        (500, Code.HTTP_STATUS),
        (204, Code.HTTP_STATUS),
    ],
)
def test_statuses(status: int, code: Code, server: Any, session: Any, behaviour: Any) -> None:
    server.behaviours["/x"] = behaviour.says(status, Retry_After="30")
    error = failing(session, server.url + "/x")
    assert error.code is code
    assert error.params["status"] == status
    assert error.params["wait"] == "30"


def test_a_cut_or_a_lie_about_length_is_no_answer(server: Any, session: Any, behaviour: Any) -> None:
    server.behaviours["/cut"] = behaviour.cuts(b"x" * 100_000, 30_000)
    server.behaviours["/empty"] = behaviour.cuts(b"x" * 100_000, 0)
    assert failing(session, server.url + "/cut").code is Code.TRUNCATED
    assert failing(session, server.url + "/empty").code is Code.TRUNCATED


def test_a_stall_ends(server: Any, session: Any, behaviour: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(download, "TIMEOUT", (1.0, 0.3))
    server.behaviours["/x"] = behaviour.stalls(4.0)
    started = time.monotonic()
    assert failing(session, server.url + "/x").code is Code.TRUNCATED
    assert time.monotonic() - started < 4  # the stall's length, not a speed


def test_too_much_is_refused_early(server: Any, session: Any, behaviour: Any) -> None:
    server.behaviours["/announced"] = behaviour.says(200, b"", 2 << 30)
    server.behaviours["/flood"] = behaviour.floods(256 << 20)
    assert failing(session, server.url + "/announced").code is Code.TOO_LARGE
    assert failing(session, server.url + "/flood").code is Code.TOO_LARGE


def test_redirects_are_followed_a_few_times(server: Any, session: Any, behaviour: Any) -> None:
    (server.folder / "b").write_bytes(b"here")
    server.behaviours["/a"] = behaviour.says(302, Location="b")
    answer = download.read(session, server.url + "/a", LIMIT)
    assert (answer.content, answer.url) == (b"here", server.url + "/b")
    server.behaviours["/loop"] = behaviour.says(302, Location="/loop")
    assert failing(session, server.url + "/loop").code is Code.REDIRECT_LOOP


@pytest.mark.parametrize("target", ["", "file:///etc/passwd", "ftp://x.example/", "http://u:p@x.example/"])
def test_redirects_elsewhere_are_refused(target: str, server: Any, session: Any, behaviour: Any) -> None:
    server.behaviours["/a"] = behaviour.says(302, Location=target)
    assert failing(session, server.url + "/a").code is Code.REDIRECT_UNSAFE


def test_https_is_never_left_for_http(server: Any) -> None:
    class Redirecting:
        def get(self, url: str, **options: Any) -> Any:
            assert url.startswith("https:")
            assert options["allow_redirects"] is False
            return type(
                "R", (), {"status_code": 301, "headers": {"Location": server.url}, "close": lambda self: None}
            )()

    assert failing(Redirecting(), "https://x.example/").code is Code.REDIRECT_UNSAFE


@pytest.mark.parametrize("url", ["", "x", "file:///a", "http://", "http://a b/", "http://user:pw@a/", "http://[a"])
def test_unsafe_addresses_are_not_asked(url: str, session: Any) -> None:
    assert failing(session, url).code is Code.URL_UNSAFE


def test_nobody_answers(session: Any) -> None:
    error = failing(session, "http://127.0.0.1:9/x")
    assert error.code is Code.UNREACHABLE
    assert "0x" not in str(error.params["reason"])


def test_cancelling(server: Any, session: Any) -> None:
    (server.folder / "a").write_bytes(b"x" * 500_000)
    calls = iter([False, False, True])
    assert failing(session, server.url + "/a", cancelled=lambda: next(calls)).code is Code.CANCELLED


def test_a_download_goes_on_where_it_stopped(server: Any, session: Any, behaviour: Any, tmp_path: Path) -> None:
    body = bytes(range(256)) * 2_000
    (server.folder / "big").write_bytes(body)
    server.behaviours["/big"] = behaviour.cuts(body, 200_000)
    target = tmp_path / "down" / "big"
    with pytest.raises(CatalogueError) as caught:
        download.save(session, server.url + "/big", target, LIMIT)
    assert caught.value.code is Code.TRUNCATED
    assert not target.exists()
    kept = (tmp_path / "down" / "big.part").stat().st_size
    assert 0 < kept <= 200_000
    del server.behaviours["/big"]
    download.save(session, server.url + "/big", target, LIMIT)
    assert target.read_bytes() == body
    assert server.requests[-1][1]["Range"] == f"bytes={kept}-"
    assert [path.name for path in target.parent.iterdir()] == ["big"]


@pytest.mark.parametrize("part", [b"old and longer than the file", b"abcdefghij"])
def test_a_stale_part_starts_again(part: bytes, server: Any, session: Any, behaviour: Any, tmp_path: Path) -> None:
    (server.folder / "a").write_bytes(b"0123456789")
    (tmp_path / "a.part").write_bytes(part)
    server.behaviours["/a"] = lambda handler: (
        behaviour.answer(handler, 416, b"") if handler.headers.get("Range") else server.serve(handler)
    )
    download.save(session, server.url + "/a", tmp_path / "a", LIMIT)
    assert (tmp_path / "a").read_bytes() == b"0123456789"


def test_a_server_without_ranges_starts_again(server: Any, session: Any, behaviour: Any, tmp_path: Path) -> None:
    (tmp_path / "a.part").write_bytes(b"012")
    server.behaviours["/a"] = behaviour.says(200, b"0123456789")
    download.save(session, server.url + "/a", tmp_path / "a", LIMIT)
    assert (tmp_path / "a").read_bytes() == b"0123456789"


def test_where_nothing_can_be_written(server: Any, session: Any, tmp_path: Path) -> None:
    (server.folder / "a").write_bytes(b"x")
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(CatalogueError) as caught:
        download.save(session, server.url + "/a", tmp_path / "file" / "a", LIMIT)
    assert caught.value.code is Code.WRITE_FAILED
