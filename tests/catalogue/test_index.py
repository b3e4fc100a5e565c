"""The search, against a plain reading of the same records."""

from __future__ import annotations

import gzip
import json
import string
import tempfile
from pathlib import Path
from typing import Any, Callable
from unittest import mock

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crige_ia_plugin.catalogue import facets, suggest
from crige_ia_plugin.catalogue.index import Index, Query, Sort
from crige_ia_plugin.catalogue.indexing import INDEX_FACETS, Collection, build, read_lines
from crige_ia_plugin.catalogue.problems import CatalogueError, Code
from crige_ia_plugin.catalogue.record import parse
from crige_ia_plugin.catalogue.text import fold, query_tokens, stem, tokens, words
from crige_ia_plugin.catalogue.vocabulary import Facet, Term, Vocabulary

Maker = Callable[..., "dict[str, Any]"]
Writer = Callable[..., Path]

WORDS = ["parking", "parkings", "arbre", "réseau", "Réseaux", "route", "routier", "été", "œuvre", "l'eau", "C++", "🌳"]
THEMES, LEVELS = ["parkings", "friches", "houppiers"], ["novice", "confirme"]


@st.composite
def collections(draw: st.DrawFn) -> list[dict[str, Any]]:
    records = []
    for number in range(draw(st.integers(0, 12))):
        texts = [" ".join(draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=4))) for _ in range(2)]
        themes = [
            {"scheme": scheme, "concepts": [{"id": value} for value in values]}
            for scheme, values in (
                ("theme", draw(st.lists(st.sampled_from(THEMES), unique=True))),
                ("level", draw(st.lists(st.sampled_from(LEVELS), unique=True))),
            )
            if values
        ]
        records.append(
            {
                "id": f"r{number}",
                "type": "Feature",
                "geometry": None,
                "properties": {
                    "title": texts[0],
                    "description": texts[1],
                    "type": draw(st.sampled_from(["script", "dataset"])),
                    "themes": themes,
                    "updated": draw(st.sampled_from(["2024-01-01", "2025-01-01", ""])),
                    "contacts": [{"organization": draw(st.sampled_from(["IGN", "CRIGE"]))}],
                },
            }
        )
    return records


def values_of(feature: dict[str, Any]) -> dict[str, set[str]]:
    """Facets of a record, read by hand."""
    properties = feature["properties"]
    values = {theme["scheme"]: {c["id"] for c in theme["concepts"]} for theme in properties["themes"]}
    values["kind"] = {properties["type"]}
    values["publisher"] = {properties["contacts"][0]["organization"]}
    values["status"], values["catalogue"] = {"active"}, {"c"}
    return values


def found_by_hand(feature: dict[str, Any], text: str) -> bool:
    properties = feature["properties"]
    values = values_of(feature)
    names = [feature["id"], properties["title"], properties["description"], *values["publisher"], *values["kind"]]
    bag = tokens(" ".join([*names, *values.get("theme", ()), *values.get("level", ())]))
    whole, unfinished = query_tokens(text)
    return all(word in bag for word in whole) and any(token.startswith(unfinished) for token in bag)


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    collections(),
    st.lists(st.sampled_from([*WORDS, "par", "rou", "r", "de", "zzz"]), max_size=3).map(" ".join),
    st.sampled_from(["", " "]),
    st.sets(st.sampled_from(THEMES)),
    st.sets(st.sampled_from([*LEVELS, "inconnu"])),
    st.sets(st.sampled_from(["script", "dataset"])),
    st.sampled_from(list(Sort)),
    st.sampled_from([1, 2, 1000]),
    st.sampled_from([1, 128]),
)
def test_results_and_counts_are_those_of_a_plain_reading(
    records: list[dict[str, Any]],
    text: str,
    after: str,
    themes: set[str],
    levels: set[str],
    kinds: set[str],
    sort: Sort,
    common: int,
    dense: int,
) -> None:
    filters = {name: values for name, values in (("theme", themes), ("level", levels), ("kind", kinds)) if values}
    with tempfile.TemporaryDirectory() as folder, mock.patch.object(facets, "_DENSE", dense):
        path = Path(folder) / "records.ndjson"
        path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
        report = build(Path(folder) / "i.sqlite", [Collection("c", path)], Vocabulary(), common=common)
        assert (report.indexed, report.skipped) == (len(records), 0)
        index = Index(Path(folder) / "i.sqlite")
        results = index.search(Query(text + after, filters, sort))
        summaries = index.summaries(results.rows)
        index.close()
    matching = [record for record in records if found_by_hand(record, text + after)]

    def kept(record: dict[str, Any], but: str = "") -> bool:
        values = values_of(record)
        return all(name == but or values.get(name, set()) & chosen for name, chosen in filters.items())

    assert sorted(summary.id for summary in summaries) == sorted(r["id"] for r in matching if kept(r))
    for facet in INDEX_FACETS:
        for value, count in results.counts[facet].items():
            assert count == sum(kept(r, facet) and value in values_of(r).get(facet, set()) for r in matching)
        assert set().union(*(values_of(r).get(facet, set()) for r in records)) == set(results.counts[facet])
    if sort is Sort.TITLE:
        titles = [words(summary.title) for summary in summaries]
        assert titles == sorted(titles)
    if sort is Sort.DATE:
        dates = [summary.updated for summary in summaries]
        assert dates == sorted(dates, reverse=True)
    if not summaries:
        assert results.without == {name: sum(kept(r, name) for r in matching) for name in filters}


@pytest.fixture
def search(record: Maker, ndjson: Writer, tmp_path: Path) -> Callable[..., Index]:
    def made(*records: dict[str, Any], vocabulary: Vocabulary | None = None) -> Index:
        build(tmp_path / "i.sqlite", [Collection("c", ndjson(list(records)))], vocabulary or Vocabulary())
        return Index(tmp_path / "i.sqlite")

    return made


@pytest.mark.parametrize(
    "typed",
    ["PASSAGE pieton", "passages piétons", "pass", "piét", "œuvre", "oeuvre", "l’œuvre", "c++", "🌳", "de l'œuvre"],
)
def test_accents_case_plurals_and_prefixes(typed: str, search: Callable[..., Index], record: Maker) -> None:
    title = "Passages piétons : de l'œuvre en C++ 🌳"
    index = search(record(title=title), record("b", title="Autre chose", description="", keywords=[]))
    assert [s.title for s in index.summaries(index.search(Query(typed)).rows)] == [title]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(typed=st.text(max_size=40) | st.text(alphabet=string.punctuation + " aé%'\"", max_size=20))
def test_any_text_is_only_text(typed: str, built: Index) -> None:
    results = built.search(Query(typed))
    assert len(results) in (0, 1)
    assert bool(words(typed)) or len(results) == 1


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory, record: Maker) -> Index:
    folder = tmp_path_factory.mktemp("built")
    (folder / "r.ndjson").write_text(json.dumps(record()) + "\n", encoding="utf-8")
    build(folder / "i.sqlite", [Collection("c", folder / "r.ndjson")], Vocabulary())
    return Index(folder / "i.sqlite")


@pytest.mark.parametrize(
    "typed", ["parking (", '"parking"', "parking%", "parking OR", "NOT parking", "parking*", "-parking"]
)
def test_operators_mean_nothing(typed: str, search: Callable[..., Index], record: Maker) -> None:
    index = search(record(title="Parking or not", description="", keywords=[]))
    assert len(index.search(Query(typed))) == 1


def test_a_title_ranks_before_a_description(search: Callable[..., Index], record: Maker) -> None:
    index = search(
        record("a", title="Zones", description="Des friches.", **{"iageo:run": {"runner": "x"}}),
        record("b", title="Friches", description=""),
    )
    assert [s.id for s in index.summaries(index.search(Query("friches")).rows)] == ["b", "a"]
    assert [s.id for s in index.summaries(index.search(Query("")).rows)] == ["a", "b"]


def vocabulary() -> Vocabulary:
    crossing = Term(
        "passages-pietons",
        {"fr": "Passages piétons", "en": "Pedestrian crossings"},
        synonyms={"en": ("crosswalk", "zebra")},
        uri="urn:x:pp",
        exact_match=("https://autre.example/crossing",),
    )
    ai = Term("ia", {"fr": "IA", "en": "AI"}, synonyms={"fr": ("intelligence artificielle",)})
    facet = Facet("theme", {"fr": "Thème"}, {}, {"passages-pietons": crossing})
    return Vocabulary({"theme": facet}, {"ia": ai}, (), (("MNH", "modèle numérique de hauteur", "CHM"),))


def themed(value: Any) -> list[dict[str, Any]]:
    return [{"scheme": "theme", "concepts": [value]}]


def test_other_names_find_too(search: Callable[..., Index], record: Maker) -> None:
    index = search(
        record("a", title="Marquages", description="", themes=themed({"id": "passages-pietons"})),
        record("b", title="Un MNH de 50 cm", description="", themes=None),
        record("c", title="L'intelligence artificielle", description="", themes=None),
        vocabulary=vocabulary(),
    )
    for typed, expected in (
        ("crosswalk", "a"),
        ("zeb", "a"),
        ("modèle numérique de hauteur", "b"),
        ("chm", "b"),
        ("ai", "c"),
        ("IA ", "c"),
    ):
        assert [s.id for s in index.summaries(index.search(Query(typed)).rows)] == [expected], typed


def test_mapped_concepts_join_ours_and_unknown_ones_keep_their_label(
    search: Callable[..., Index], record: Maker
) -> None:
    index = search(
        record("a", themes=themed({"id": "https://autre.example/crossing"})),
        record("b", themes=themed({"id": "crossing", "url": "https://autre.example/crossing"})),
        record("c", themes=themed({"id": "eau", "title": "Eau potable"})),
        vocabulary=vocabulary(),
    )
    assert index.search(Query()).counts["theme"] == {"passages-pietons": 2, "eau": 1}
    assert index.facets["theme"].labels == {"eau": "Eau potable"}
    assert len(index.search(Query("potable"))) == 1


def test_did_you_mean_only_when_nothing_is_found(search: Callable[..., Index], record: Maker) -> None:
    index = search(record(title="Délimiter les houppiers"), record("b", title="Canopée"))
    assert index.search(Query("houpier")).suggestion == "houppiers"
    assert index.search(Query("delimter houpier")).suggestion == "délimiter houppiers"
    assert index.search(Query("canopéé ")).suggestion == ""
    assert index.search(Query("canpoee")).suggestion == "canopée"
    assert index.search(Query("xyzxyzxyz")).suggestion == ""
    filtered = index.search(Query("houppiers", {"level": {"confirme"}}))
    assert (len(filtered), filtered.suggestion, filtered.without) == (0, "", {"level": 1})


@settings(max_examples=200, deadline=None)
@given(
    st.text("abcd", min_size=1, max_size=8), st.lists(st.text("abcd", min_size=3, max_size=8), min_size=50, max_size=60)
)
def test_distances_of_many_words_are_those_of_one(word: str, known: list[str]) -> None:
    speller = suggest.Speller(known)
    found = speller.nearest(word)
    limit = 1 if len(word) < 5 else 2
    best = min((suggest.distance(word, other) for other in known), default=99)
    if len(word) < 3 or best > limit:
        assert found is None
    else:
        assert found is not None
        assert suggest.distance(word, found) == best
        assert found == next(other for other in known if suggest.distance(word, other) == best)


def test_distance_counts_swaps_once() -> None:
    assert suggest.distance("houpier", "houppier") == 1
    assert suggest.distance("praking", "parking") == 1
    assert suggest.distance("", "abc") == 3


def test_the_same_resource_from_two_catalogues_is_shown_once(record: Maker, ndjson: Writer, tmp_path: Path) -> None:
    doi = {"externalIds": [{"value": "https://doi.org/10.5281/ZENODO.1"}]}
    ours = [record("a", **doi), record("b", title="Seul ici")]
    theirs = [
        record("z", title="Same", externalIds=[{"value": "doi:10.5281/zenodo.1"}]),
        {**record("y", title="Seul ici"), "links": [{"rel": "about", "href": "http://www.example.org/b/"}]},
        record("x", title="Seul là-bas"),
    ]
    paths = [ndjson(ours, "1.ndjson"), ndjson(theirs, "2.ndjson")]
    report = build(tmp_path / "i", [Collection("paca", paths[0]), Collection("afigeo", paths[1])], Vocabulary())
    index = Index(tmp_path / "i")
    assert (report.indexed, report.merged) == (3, 2)
    assert index.search(Query()).counts["catalogue"] == {"paca": 2, "afigeo": 3}
    row = index.find("afigeo", "z")
    assert row is not None
    assert row == index.find("paca", "a")
    assert [place.catalogue for place in index.places(row)] == ["paca", "afigeo"]
    assert index.record(row).id == "a"
    only = index.search(Query(only=[("afigeo", "y"), ("afigeo", "absent"), ("autre", "a")]))
    assert [s.id for s in index.summaries(only.rows)] == ["b"]


def test_bad_records_are_skipped_and_listed(record: Maker, tmp_path: Path) -> None:
    path = tmp_path / "r.ndjson"
    lines = [
        json.dumps(record("a")),
        "{",
        "",
        "[" * 5000,
        "x" * ((1 << 20) + 50),
        json.dumps(record("a")),
        json.dumps(record("b")),
    ]
    path.write_text("\n".join(lines), encoding="utf-8")
    report = build(tmp_path / "i", [Collection("c", path)], Vocabulary())
    assert (report.indexed, report.skipped) == (2, 4)
    assert [(problem.code, problem.line) for problem in report.problems] == [
        (Code.JSON_INVALID, 2),
        (Code.JSON_TOO_DEEP, 4),
        (Code.JSON_TOO_LARGE, 5),
        (Code.ID_DUPLICATE, 6),
    ]
    index = Index(tmp_path / "i")
    assert {index.record(int(row)).id for row in index.search(Query()).rows} == {"a", "b"}
    assert next(read_lines(path))[0] == 0


def test_cancelling_or_failing_leaves_the_old_index(record: Maker, ndjson: Writer, tmp_path: Path) -> None:
    path = tmp_path / "i.sqlite"
    build(path, [Collection("c", ndjson([record()]))], Vocabulary())
    before = path.read_bytes()
    with pytest.raises(CatalogueError) as caught:
        build(path, [Collection("c", ndjson([record("z")]))], Vocabulary(), cancelled=lambda: True)
    assert caught.value.code is Code.CANCELLED
    with pytest.raises(CatalogueError) as caught:
        build(path, [Collection("c", tmp_path / "absent")], Vocabulary())
    assert caught.value.code is Code.READ_FAILED
    assert path.read_bytes() == before
    assert {file.name for file in tmp_path.iterdir()} == {"i.sqlite", "records.ndjson"}


def test_progress_goes_from_zero_to_one(record: Maker, ndjson: Writer, tmp_path: Path) -> None:
    steps: list[float] = []
    build(
        tmp_path / "i",
        [Collection("c", ndjson([record(str(i)) for i in range(900)]))],
        Vocabulary(),
        progress=steps.append,
    )
    assert steps == sorted(steps)
    assert steps[0] == 0
    assert steps[-1] == 1


@pytest.mark.parametrize("content", [b"", b"not a database" * 100])
def test_what_is_no_index_is_refused(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "i"
    path.write_bytes(content)
    with pytest.raises(CatalogueError) as caught:
        Index(path)
    assert caught.value.code is Code.INDEX_INVALID


def test_a_changed_file_is_noticed(search: Callable[..., Index], record: Maker, tmp_path: Path) -> None:
    index = search(record())
    assert index.stale() == []
    (tmp_path / "records.ndjson").write_text("", encoding="utf-8")
    assert index.stale() == ["c"]
    with pytest.raises(CatalogueError) as caught:
        index.record(0)
    assert caught.value.code is Code.INDEX_STALE
    with pytest.raises(CatalogueError) as caught:
        index.record(99)
    assert caught.value.code is Code.RECORD_UNKNOWN


def test_folding() -> None:
    assert fold("Œuvre ÉTÉ ﬁn") == "oeuvre ete fin"
    assert words("L'été, n° 2 : ça_va ?") == ["l", "ete", "n", "2", "ca", "va"]
    assert [stem(word) for word in ("parkings", "reseaux", "gps", "bus", "x")] == [
        "parking",
        "reseau",
        "gps",
        "bus",
        "x",
    ]
    assert query_tokens("passage de") == (["passage"], "")
    assert query_tokens("de") == ([], "de")
    assert query_tokens("Routes dépar") == (["route"], "depar")
    assert query_tokens("日") == ([], "zu065e5")


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=30))
def test_words_are_ascii_whatever_the_text(text: str) -> None:
    assert all(word.isascii() and word.isalnum() for word in words(text))


def test_real_titles_find_themselves(shared_data: Path, tmp_path: Path) -> None:
    path = tmp_path / "real.ndjson"
    path.write_bytes(gzip.decompress((shared_data / "catalogue" / "datagouv2020_records.ndjson.gz").read_bytes()))
    report = build(tmp_path / "i", [Collection("c", path)], Vocabulary())
    assert report.skipped == 0
    index = Index(tmp_path / "i")
    for _, line in list(read_lines(path))[::97]:
        record = parse(line)
        first = index.summaries(index.search(Query(record.title)).rows[:20])
        assert record.title in [summary.title for summary in first]


def test_populations_are_the_same_with_any_numpy(monkeypatch: pytest.MonkeyPatch) -> None:
    bits = facets.pack(np.array([True, False, True] * 50))
    assert facets.population(bits) == 100
    monkeypatch.setattr(
        np, "bitwise_count", lambda words: np.array([bin(int(w)).count("1") for w in words]), raising=False
    )
    assert facets.population(bits) == 100
