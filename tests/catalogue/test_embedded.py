"""The catalogue that ships with the plugin: valid, complete in both languages, as built, and useful."""

from __future__ import annotations

import json
from pathlib import Path
from types import ModuleType

import jsonschema
import pytest

from crige_ia_plugin.catalogue.check import check_folder, read_records
from crige_ia_plugin.catalogue.index import Index, Query
from crige_ia_plugin.catalogue.indexing import Collection, build
from crige_ia_plugin.catalogue.integrity import check_sums
from crige_ia_plugin.catalogue.record import Record, parse
from crige_ia_plugin.catalogue.strictjson import dumps
from crige_ia_plugin.catalogue.vocabulary import Vocabulary

LANGUAGES = ("fr", "en")


@pytest.fixture(scope="module")
def vocabulary(embedded: Path) -> Vocabulary:
    return Vocabulary.read(embedded / "vocabulary")


@pytest.fixture(scope="module")
def records(embedded: Path) -> dict[str, Record]:
    lines = (embedded / "records.ndjson").read_text(encoding="utf-8").splitlines()
    return {record.id: record for record in map(parse, lines)}


@pytest.fixture(scope="module")
def index(embedded: Path, vocabulary: Vocabulary, tmp_path_factory: pytest.TempPathFactory) -> Index:
    path = tmp_path_factory.mktemp("index") / "index.sqlite"
    build(path, [Collection("crige-paca", embedded / "records.ndjson")], vocabulary)
    return Index(path)


def test_it_is_as_built(embedded: Path) -> None:
    assert check_sums(embedded) == []
    records, problems = read_records(embedded)
    assert problems == []
    lines = (embedded / "records.ndjson").read_text(encoding="utf-8").splitlines()
    assert lines == [dumps(record.data) for record in records]


def test_it_has_nothing_to_correct(embedded: Path) -> None:
    assert check_folder(embedded) == []


def test_every_record_and_the_catalogue_are_valid(embedded: Path, schemas: ModuleType) -> None:
    record_schema = jsonschema.Draft7Validator(schemas.RECORD)
    for path in sorted((embedded / "records").glob("*.json")):
        data = json.loads(path.read_text(encoding="utf-8"))
        assert [error.message for error in record_schema.iter_errors(data)] == [], path.name
    jsonschema.validate(json.loads((embedded / "catalog.json").read_text(encoding="utf-8")), schemas.CATALOGUE)


def test_no_digest_stands_in_json(embedded: Path) -> None:
    for path in embedded.rglob("*.json"):
        assert "file:checksum" not in path.read_text(encoding="utf-8")


def test_every_text_is_in_both_languages(records: dict[str, Record]) -> None:
    for record in records.values():
        assert set(record.texts) == set(LANGUAGES), record.id
        for language in LANGUAGES:
            text = record.texts[language]
            assert text.title, record.id
            assert len(text.description) > 40, (record.id, language)
            assert text.quality, (record.id, language)
        assert record.texts["fr"].description != record.texts["en"].description
        assert record.texts["fr"].quality != record.texts["en"].quality


def test_every_licence_is_stated_or_said_unspecified(records: dict[str, Record]) -> None:
    for record in records.values():
        if not record.license:
            assert record.raw["properties"]["iageo:licenseStatus"] == "unspecified"
            assert record.texts["fr"].rights
            assert record.texts["en"].rights
        if record.license == "other":
            assert record.links_of("license")


def test_every_need_of_the_working_group_has_its_record_and_its_theme_page(
    records: dict[str, Record], vocabulary: Vocabulary
) -> None:
    for theme in vocabulary.facets["theme"].terms.values():
        assert theme.id == "transversal" or f"besoin-{theme.id}" in records
        for part in ("purpose", "missing"):
            assert set(theme.page[part]) == set(LANGUAGES)
    assert sum(record.kind == "event" for record in records.values()) >= 4


def test_the_vocabulary_is_whole(vocabulary: Vocabulary) -> None:
    assert set(vocabulary.facets) >= {"kind", "theme", "subject", "profession", "level", "usage", "format", "status"}
    uris = []
    for facet in vocabulary.facets.values():
        assert set(facet.labels) == set(LANGUAGES)
        for term in facet.terms.values():
            uris.append(term.uri)
            assert set(term.labels) == set(LANGUAGES), term.id
            if facet.name != "territory":
                assert set(term.definitions) == set(LANGUAGES), term.id
    for term in vocabulary.glossary.values():
        uris.append(term.uri)
        assert all(len(term.definitions[language]) > 60 for language in LANGUAGES), term.id
    assert len(vocabulary.glossary) >= 42
    assert len(uris) == len(set(uris))


def test_paths_lead_somewhere(records: dict[str, Record], vocabulary: Vocabulary) -> None:
    for path in vocabulary.paths:
        assert path.minutes == 30
        for step in path.steps:
            assert set(step.terms) <= set(vocabulary.glossary)
            assert set(step.resources) <= set(records)
    for record in records.values():
        assert set(record.terms) <= set(vocabulary.glossary), record.id


def test_links_inside_lead_to_records(records: dict[str, Record], embedded: Path) -> None:
    for record in records.values():
        for link in record.links:
            assert not link.is_relative or (embedded / link.href).is_file(), record.id


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("houppier", "besoin-houppiers"),
        ("crosswalk", "tile2net"),
        ("tronconner", "outil-splitatintersections"),
        ("point de repère", "ign-points-de-repere"),
        ("CCTP", "mcc-ai"),
        ("stationnement", "bnls-stationnement"),
        ("chatbot", "pigma-chatbot"),
        ("deep learning", "fidle"),
        ("canopy height model", "ign-mnh-lidar-hd"),
        ("GDPR", "cnil-fiches-ia"),
    ],
)
def test_people_find_what_they_look_for(typed: str, expected: str, index: Index) -> None:
    found = [summary.id for summary in index.summaries(index.search(Query(typed)).rows)]
    assert expected in found


def test_a_novice_finds_something_for_each_way_of_learning(index: Index) -> None:
    counts = index.search(Query(filters={"level": {"novice"}})).counts
    assert all(count > 0 for count in counts["format"].values())


def test_glossary_is_searched_and_found_in_texts(vocabulary: Vocabulary) -> None:
    assert vocabulary.find_terms("large language")[0].id == "llm"
    assert vocabulary.find_terms("RAPPEL")[0].id == "rappel"
    assert vocabulary.find_terms("F1")[0].id == "score-f1"
    assert vocabulary.find_terms("") == []
    text = "Un LLM peut produire des hallucinations ; vérifier le rappel."
    assert [(m.term, text[m.start : m.end]) for m in vocabulary.mentions(text)] == [
        ("llm", "LLM"),
        ("hallucination", "hallucinations"),
        ("rappel", "rappel"),
    ]
