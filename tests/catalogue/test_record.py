"""Reading records from anywhere: nothing escapes but one coded error, nothing unsafe is kept."""

from __future__ import annotations

import contextlib
import json
from typing import Any, Callable

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crige_ia_plugin.catalogue.problems import CatalogueError, Code
from crige_ia_plugin.catalogue.record import OWN_ID, Record, facet_name, parse, path_name, safe_href
from crige_ia_plugin.catalogue.strictjson import MAX_RECORD, dumps, line_of, loads, plain, pretty

Maker = Callable[..., "dict[str, Any]"]

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=12), inner, max_size=5),
    max_leaves=25,
)
KNOWN = """type title description keywords themes links contacts language license externalIds updated created
version rights iageo:status iageo:quality iageo:run iageo:translations iageo:footprint iageo:terms"""
KNOWN_KEYS = st.sampled_from(KNOWN.split())


def test_a_good_record_is_read_whole(record: Maker) -> None:
    read = parse(
        dumps(
            record(
                **{
                    "iageo:translations": {"en": {"title": "Detect car parks"}},
                    "externalIds": [{"value": "doi:10.5281/zenodo.1"}],
                    "iageo:status": "experimental",
                }
            )
        )
    )
    assert (read.id, read.kind, read.publisher, read.status) == (
        "un-script",
        "script",
        "CRIGE PACA",
        "experimental",
    )
    assert read.text("en").title == "Detect car parks"
    assert read.text("en").description == read.text("fr").description != ""
    assert read.text("de") == read.text("fr")
    assert [concept.id for concept in read.facets["theme"]] == ["parkings"]
    assert read.landing == "https://example.org/un-script"
    assert read.external_ids == ("doi:10.5281/zenodo.1",)
    assert read.text("fr").quality == "Contrôler sur une zone témoin."


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", Code.JSON_INVALID),
        (b"\xff\xfe", Code.JSON_INVALID),
        (b'{"a": NaN}', Code.JSON_INVALID),
        (b"[]", Code.NOT_AN_OBJECT),
        (b"3", Code.NOT_AN_OBJECT),
        (b'{"type": "FeatureCollection"}', Code.NOT_A_FEATURE),
        (b'{"type": "Feature"}', Code.ID_MISSING),
        (b'{"type": "Feature", "id": true}', Code.ID_MISSING),
        (b'{"type": "Feature", "id": "a"}', Code.PROPERTIES_MISSING),
        (b'{"type": "Feature", "id": "a", "properties": {}}', Code.TITLE_MISSING),
        (b'{"type": "Feature", "id": "a", "properties": {"title": "\\u0007 "}}', Code.TITLE_MISSING),
        (b"[" * 100_000, Code.JSON_TOO_DEEP),
        (b"[" * 60 + b"]" * 60, Code.JSON_TOO_DEEP),
        (b" " * (MAX_RECORD + 1), Code.JSON_TOO_LARGE),
        (b"1" * 5000, Code.NOT_AN_OBJECT),
    ],
)
def test_what_is_no_record_gives_its_code(data: bytes, code: Code) -> None:
    with pytest.raises(CatalogueError) as caught:
        parse(data, "x.json")
    # an integer of 5000 digits is refused by recent Pythons, read by older ones
    assert caught.value.code is code or data.startswith(b"11")
    assert caught.value.problem.file == "x.json"


def test_syntax_error_gives_its_line() -> None:
    with pytest.raises(CatalogueError) as caught:
        parse('{\n "id": "a",\n "type" "Feature"\n}')
    assert caught.value.problem.line == 3


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=300))
def test_bytes_never_escape(data: bytes) -> None:
    with pytest.raises(CatalogueError):
        parse(data)


@settings(max_examples=400, deadline=None)
@given(
    st.dictionaries(KNOWN_KEYS, JSON, max_size=8),
    st.dictionaries(st.sampled_from(["links", "geometry", "time", "conformsTo", "id"]), JSON, max_size=4),
)
def test_a_titled_feature_is_always_read(properties: dict[str, Any], outer: dict[str, Any]) -> None:
    feature = {"type": "Feature", **outer, "id": "x", "properties": {**properties, "title": "Un titre"}}
    read = parse(feature)
    assert isinstance(read, Record)
    assert read.title == "Un titre"
    for value in (
        read.publisher,
        read.kind,
        *read.keywords,
        *(text.description for text in read.texts.values()),
    ):
        value.encode("utf-8")


@settings(max_examples=300, deadline=None)
@given(JSON)
def test_any_json_is_read_or_refused_by_code(value: Any) -> None:
    with contextlib.suppress(CatalogueError):
        parse(json.dumps(value))


@pytest.mark.parametrize(
    "href",
    [
        "javascript:alert(1)",
        "JAVASCRIPT:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "//evil.example/x",
        "/etc/passwd",
        "../secret",
        "files/../../secret",
        "C:\\windows",
        "c:/windows",
        "\\\\server\\share",
        "https:///nohost",
        "http://[bad",
        "https://a b",
        "",
        None,
        3,
        "java\x00script:alert(1)",
    ],
)
def test_unsafe_addresses_are_dropped(href: Any, record: Maker) -> None:
    assert safe_href(href) == ""
    read = parse({**record(), "links": [{"rel": "about", "href": href}, {"rel": "x", "href": "https://ok.example/"}]})
    assert [link.href for link in read.links] == ["https://ok.example/"]
    assert read.notes == (Code.LINK_UNSAFE,)


@pytest.mark.parametrize("href", ["https://a.example/x?y=1#z", "mailto:a@b.fr", "files/x/1.0/a.zip", "catalog.json"])
def test_safe_addresses_are_kept(href: str) -> None:
    assert safe_href(href) == href


@settings(max_examples=300, deadline=None)
@given(st.text(min_size=1, max_size=120))
def test_any_id_becomes_a_safe_name(identifier: str) -> None:
    name = path_name(identifier)
    assert OWN_ID.match(name)
    assert ".." not in name or name == identifier
    assert not name.endswith(".")
    assert name == path_name(name)


def test_names_windows_keeps_for_itself_are_not_used() -> None:
    assert [path_name(name) for name in ("con", "nul.txt", "com1", "a.")] != ["con", "nul.txt", "com1", "a."]
    assert path_name("console") == "console"


@pytest.mark.parametrize(
    ("scheme", "name"),
    [
        ("theme", "theme"),
        ("https://ressources.example.org/ia-geodata/voc/metier", "profession"),
        ("https://x.example/voc#niveau", "level"),
        ("urn:x-iageo:usage", "usage"),
        ("https://x.example/voc/thematique/", "theme"),
    ],
)
def test_schemes_name_facets(scheme: str, name: str) -> None:
    assert facet_name(scheme) == name


def test_line_of_finds_the_key(record: Maker) -> None:
    text = pretty(record())
    lines = text.splitlines()
    assert '"license"' in lines[line_of(text, ["properties", "license"]) - 1]
    assert '"properties"' in lines[line_of(text, ["properties", "absent"]) - 1]


def test_plain_text_has_nothing_hidden() -> None:
    assert plain("a\u202eb\x00c\ud800\n d") == "abc\n d"
    assert loads('"\\ud800"') == "\ud800"


def test_the_sample_of_twelve_records_is_valid_and_read(shared_data: Any, schemas: Any) -> None:
    collection = json.loads((shared_data / "catalogue" / "records12.geojson").read_text(encoding="utf-8"))
    for feature in collection["features"]:
        jsonschema.validate(feature, schemas.RECORD)
        read = parse(feature)
        assert {"kind", "profession", "level", "usage", "format", "theme"} <= set(read.facets)
        assert len(read.bbox) == 4
