"""Words of several catalogues put together, and files that are not vocabularies."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from crige_ia_plugin.catalogue import strictjson, vocabulary
from crige_ia_plugin.catalogue.problems import CatalogueError, Code
from crige_ia_plugin.catalogue.vocabulary import Vocabulary, best


def write(folder: Path, name: str, data: Any) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / f"{name}.json").write_text(json.dumps(data), encoding="utf-8")
    return folder


def theme(identifier: str, **extra: Any) -> dict[str, Any]:
    return {"id": identifier, "labels": {"fr": identifier.title()}, **extra}


def facet(*concepts: dict[str, Any], name: str = "theme", uri: str = "https://ici.example/theme") -> dict[str, Any]:
    return {"facet": name, "uri": uri, "labels": {"fr": "Thème"}, "concepts": list(concepts)}


@pytest.fixture
def ours(tmp_path: Path) -> Vocabulary:
    folder = tmp_path / "ours"
    write(folder, "theme", facet(theme("parkings", synonyms={"fr": ["stationnement"]}), theme("friches")))
    write(folder, "glossary", {"terms": [theme("ia", definitions={"fr": "À nous"})]})
    return Vocabulary.read(folder)


def test_theirs_complete_ours(ours: Vocabulary, tmp_path: Path) -> None:
    folder = tmp_path / "theirs"
    there = "https://la-bas.example/theme"
    same = theme("car-parks", exactMatch=["https://ici.example/theme/parkings"], synonyms={"en": ["lot"]})
    write(folder, "theme", facet(same, theme("eau"), theme("friches", labels={"fr": "Autre nom"}), uri=there))
    write(folder, "climat", facet(theme("sec"), name="climat", uri=""))
    write(folder, "glossary", {"terms": [theme("ia"), theme("sig")]})
    write(folder, "paths", {"paths": [{"id": "p", "titles": {}, "descriptions": {}, "steps": []}]})
    write(folder, "synonyms", {"groups": [["SIG", "GIS"]]})
    merged = ours.merged(Vocabulary.read(folder))
    assert set(merged.facets["theme"].terms) == {"parkings", "friches", "eau"}
    for name in ("parkings", "car-parks", there + "/car-parks"):
        assert merged.resolve("theme", name) == "parkings"
    assert merged.resolve("theme", "x", there + "/eau") == "eau"
    assert merged.resolve("theme", "inconnu") is None
    assert merged.resolve("inconnue", "eau") is None
    assert set(merged.search_names("theme", "parkings")) == {"Parkings", "stationnement", "lot"}
    assert list(merged.search_names("theme", "x")) == []
    assert merged.label("theme", "friches", "fr") == "Friches"
    assert merged.label("theme", "inconnu", "fr") == "inconnu"
    assert merged.term("inconnue", "x") is None
    assert (merged.facet_label("theme", "en"), merged.facet_label("x", "en")) == ("Thème", "x")
    assert merged.facets["climat"].uri == "urn:x-iageo:climat"
    assert merged.glossary["ia"].definitions == {"fr": "À nous"}
    assert set(merged.glossary) == {"ia", "sig"}
    assert [path.id for path in merged.merged(merged).paths] == ["p"]
    assert merged.synonyms == (("SIG", "GIS"),)


def test_labels_fall_back() -> None:
    assert best({"fr": "a", "en": "b"}, "fr") == "a"
    assert best({"fr": "a", "en": "b"}, "de") == "b"
    assert best({"de": "c"}, "fr") == "c"
    assert best({}, "fr", "d") == "d"


def test_mentions_prefer_the_longest_and_count_once(tmp_path: Path) -> None:
    terms = [theme("jeu", labels={"fr": "jeu"}), theme("jeu-e", labels={"fr": "jeu d'entraînement"})]
    read = Vocabulary.read(write(tmp_path / "v", "glossary", {"terms": terms}))
    text = "Le jeu d’entraînement, puis un Jeu, puis les jeux d'entrainement."
    assert [(m.term, text[m.start : m.end]) for m in read.mentions(text)] == [
        ("jeu-e", "jeu d’entraînement"),
        ("jeu", "Jeu"),
    ]
    assert read.mentions("") == []


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("theme", {}, Code.VOCABULARY_INVALID),
        ("theme", [], Code.VOCABULARY_INVALID),
        ("theme", {**facet(), "facet": ""}, Code.VOCABULARY_INVALID),
        ("theme", facet({"id": "", "labels": {}}), Code.VOCABULARY_INVALID),
        ("glossary", {"terms": [3]}, Code.VOCABULARY_INVALID),
        ("paths", {"paths": [{}]}, Code.VOCABULARY_INVALID),
        ("synonyms", {}, Code.VOCABULARY_INVALID),
    ],
)
def test_what_is_no_vocabulary_is_refused(name: str, data: Any, code: Code, tmp_path: Path) -> None:
    with pytest.raises(CatalogueError) as caught:
        Vocabulary.read(write(tmp_path / "v", name, data))
    assert caught.value.code is code
    assert caught.value.problem.file.endswith(f"{name}.json")


def test_sizes_are_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write(tmp_path / "v", "theme", facet())
    monkeypatch.setattr(vocabulary, "_MAX_FILE", 10)
    with pytest.raises(CatalogueError) as caught:
        Vocabulary.read(folder)
    assert caught.value.code is Code.JSON_TOO_LARGE
    assert Vocabulary.read(tmp_path / "absent").facets == {}


def test_json_is_written_one_way() -> None:
    assert strictjson.dumps({"é": [1]}) == '{"é":[1]}'
    assert strictjson.pretty({"é": [1]}) == '{\n "é": [\n  1\n ]\n}\n'
