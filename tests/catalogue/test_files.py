"""The files of a resource: their names, where they stand, what vouches for them."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Callable

import pytest

from crige_ia_plugin.catalogue.files import Wanted, wanted_files
from crige_ia_plugin.catalogue.problems import CatalogueError
from crige_ia_plugin.catalogue.record import Record, parse

Maker = Callable[..., "dict[str, Any]"]
DIGEST = "ab" * 32


@pytest.fixture
def resource(record: Maker) -> Callable[..., Record]:
    """A resource with files."""

    def make(*links: dict[str, Any]) -> Record:
        return parse({**record("a"), "links": [{"rel": "enclosure", **link} for link in links]})

    return make


def test_relative_files_stand_beside_their_catalogue(resource: Callable[..., Record], tmp_path: Path) -> None:
    made = resource({"href": "files/a/1/tr%C3%A8s%20bon.onnx"})
    (on_disk,) = wanted_files(made, str(tmp_path), {"files/a/1/très bon.onnx": DIGEST})
    assert on_disk == Wanted("très bon.onnx", str(tmp_path / "files/a/1/très bon.onnx"), DIGEST)
    assert not on_disk.is_remote
    (on_the_web,) = wanted_files(made, "https://a.example/catalogue/")
    assert on_the_web == Wanted("très bon.onnx", "https://a.example/catalogue/files/a/1/tr%C3%A8s%20bon.onnx")
    assert on_the_web.is_remote


def test_a_digest_of_the_link_comes_before_that_of_the_sums(resource: Callable[..., Record]) -> None:
    made = resource({"href": "a.csv", "file:checksum": "1220" + DIGEST, "file:size": 5})
    assert wanted_files(made, "https://a.example/", {"a.csv": "cd" * 32}) == [
        Wanted("a.csv", "https://a.example/a.csv", DIGEST, 5)
    ]


def test_a_file_elsewhere_has_no_digest_in_the_sums(resource: Callable[..., Record]) -> None:
    (found,) = wanted_files(resource({"href": "https://b.example/a.csv"}), "https://a.example/", {"a.csv": DIGEST})
    assert (found.place, found.digest) == ("https://b.example/a.csv", "")


def test_files_of_one_name_get_names_of_their_own(resource: Callable[..., Record]) -> None:
    links = [{"href": f"https://b.example/{path}"} for path in ("x/a.csv", "y/A.CSV", "z/a.csv")]
    assert [wanted.name for wanted in wanted_files(resource(*links), "")] == ["a.csv", "A-2.CSV", "a-3.csv"]


def test_a_file_without_a_name_is_refused(resource: Callable[..., Record]) -> None:
    with pytest.raises(CatalogueError):
        wanted_files(resource({"href": "https://b.example/"}), "")
