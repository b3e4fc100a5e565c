"""Records as strangers may publish them: a corpus of known horrors, and strategies that make others.

Every one is bytes, a line of ``records.ndjson`` without its end. None must take anything down, nor hide another.
"""

from __future__ import annotations

import copy
import json
from typing import Any

from hypothesis import strategies as st

GOOD: dict[str, Any] = {
    "id": "a-resource",
    "type": "Feature",
    "conformsTo": ["http://www.opengis.net/spec/ogcapi-records-1/1.0/conf/record-core"],
    "time": {"interval": ["2025-06-01", ".."]},
    "geometry": {"type": "Polygon", "coordinates": [[[4, 43], [7, 43], [7, 45], [4, 45], [4, 43]]]},
    "properties": {
        "type": "event",
        "title": "Une ressource",
        "description": "Ce qu'elle apporte, à qui.",
        "language": {"code": "fr"},
        "created": "2025-01-01T00:00:00Z",
        "updated": "2025-06-01T00:00:00Z",
        "version": "1.2.0",
        "keywords": ["parking"],
        "themes": [
            {"scheme": "theme", "concepts": [{"id": "parkings", "title": "Parkings", "url": "https://x.example/p"}]}
        ],
        "contacts": [{"organization": "CRIGE", "roles": ["publisher"], "emails": [{"value": "a@example.org"}]}],
        "license": "etalab-2.0",
        "rights": "Citer la source.",
        "externalIds": [{"value": "10.5281/zenodo.1"}],
        "iageo:status": "active",
        "iageo:terms": ["ia"],
        "iageo:path": "ia-30-minutes",
        "iageo:run": {
            "runner": "algorithm",
            "algorithm": "crige_ia:x",
            "qgisMin": "3.22",
            "network": False,
            "ramMiB": 2048,
        },
        "iageo:quality": {
            "assessed": True,
            "verdict": "Bon",
            "note": "À contrôler.",
            "limits": ["Ombres"],
            "measures": [{"id": "rappel", "value": 0.79, "threshold": 0.75, "unit": "%", "better": "higher"}],
        },
        "iageo:footprint": {"energyWh": 0.6, "co2g": 0.03, "method": "mesure", "scope": "1 km²"},
        "iageo:translations": {"en": {"title": "A resource", "description": "What it is for."}},
    },
    "links": [
        {"rel": "enclosure", "href": "files/a.py", "file:size": 12, "file:checksum": "1220" + "a" * 64},
        {"rel": "item", "href": "https://x.example/wms", "iageo:service": "WMS", "iageo:layer": "roads"},
        {"rel": "related", "href": "records/other.json"},
    ],
}


def with_value(path: tuple[str | int, ...], value: Any) -> bytes:
    """The good record with one value replaced."""
    made = copy.deepcopy(GOOD)
    target: Any = made
    for step in path[:-1]:
        target = target[step]
    target[path[-1]] = value
    return dumps(made)


def dumps(value: Any) -> bytes:
    """Encode as Python does by default, which writes what JSON forbids too (``NaN``)."""
    return json.dumps(value).encode("utf-8")


def with_concept(*concepts: Any, scheme: str = "theme") -> bytes:
    """The good record with other values of one facet."""
    return with_value(("properties", "themes"), [{"scheme": scheme, "concepts": list(concepts)}])


HUGE = 10**400
"""An integer that no float holds."""

CORPUS: dict[str, bytes] = {
    "nothing": b"",
    "not UTF-8": b"\xff\xfe\x00",
    "a page of a portal": b"<!doctype html><title>Log in</title>",
    "cut": dumps(GOOD)[:200],
    "two on a line": dumps(GOOD) * 2,
    "an array": b"[1, 2]",
    "deep": b'{"type":"Feature","id":' + b"[" * 5000 + b"]" * 5000 + b"}",
    "NaN": with_value(("properties", "iageo:footprint"), {"energyWh": float("nan")}),
    "infinite": with_value(("properties", "iageo:footprint"), {"energyWh": float("inf")}).replace(
        b"Infinity", b"1e999"
    ),
    "half a letter": with_value(("properties", "title"), "half \ud83d"),
    "half a letter in a facet": with_value(
        ("properties", "themes"), [{"scheme": "theme", "concepts": [{"id": "\udc00"}]}]
    ),
    "right to left": with_value(("properties", "title"), "\u202egnp.exe"),
    "zeroes": with_value(("properties", "title"), "a\x00b"),
    "a title of 900 kB": with_value(("properties", "title"), "long " * 180_000),
    "a word of 900 kB": with_value(("properties", "description"), "x" * 900_000),
    "more than a record may weigh": with_value(("properties", "description"), "y" * 1_100_000),
    "a title of HTML": with_value(("properties", "title"), "<img src=x onerror=alert(1)>"),
    "a title of SQL": with_value(("properties", "title"), "'); DROP TABLE doc; --"),
    "a title of a format": with_value(("properties", "title"), "%s {title} %n {0.__class__}"),
    "an id of a path": with_value(("id",), "../../etc/passwd"),
    "an id of SQL": with_value(("id",), "x' OR '1'='1"),
    "an id of a huge number": with_value(("id",), HUGE),
    "an id that is a list": with_value(("id",), ["a"]),
    "a huge size": with_value(("links", 0, "file:size"), HUGE),
    "a size below nothing": with_value(("links", 0, "file:size"), -1),
    "a checksum of another kind": with_value(("links", 0, "file:checksum"), "1114" + "a" * 40),
    "a file that leaves": with_value(("links", 0, "href"), "files/%2e%2e/%2e%2e/evil.py"),
    "an address that runs": with_value(("links", 0, "href"), "javascript:alert(1)"),
    "a broken address": with_value(("links", 0, "href"), "http://[::1"),
    "a port that is none": with_value(("links", 1, "href"), "https://x.example:99999/wms"),
    "a huge memory": with_value(("properties", "iageo:run", "ramMiB"), HUGE),
    "a huge energy": with_value(("properties", "iageo:footprint", "energyWh"), HUGE),
    "a huge measure": with_value(("properties", "iageo:quality", "measures", 0, "value"), HUGE),
    "a huge threshold": with_value(("properties", "iageo:quality", "measures", 0, "threshold"), -HUGE),
    "measures of anything": with_value(("properties", "iageo:quality", "measures"), [[], None, {"value": [1]}, 3]),
    "limits of anything": with_value(("properties", "iageo:quality", "limits"), {"a": 1}),
    "a day that is none": with_value(("time",), {"date": "2025-13-45"}),
    "year zero": with_value(("time",), {"date": "0000-01-01"}),
    "the last day": with_value(("time",), {"date": "9999-12-31"}),
    "a date in Arabic digits": with_value(("time",), {"date": "٢٠٢٥-٠١-٠١"}),
    "dates of anything": with_value(("properties", "updated"), {"$date": 0}),
    "corners of anything": with_value(
        ("geometry", "coordinates"), [[["a", None], [HUGE, 1], [1e308, -1e308], [True, 2]]]
    ),
    "a geometry of anything": with_value(("geometry",), [1]),
    "10,000 keywords": with_value(("properties", "keywords"), [f"word{n}" for n in range(10_000)]),
    "10,000 concepts": with_value(
        ("properties", "themes"), [{"scheme": "theme", "concepts": [{"id": f"c{n}"} for n in range(10_000)]}]
    ),
    "concepts of anything": with_value(
        ("properties", "themes"), [3, {"scheme": 3}, {"scheme": "theme", "concepts": {}}]
    ),
    "a facet of ours": with_value(
        ("properties", "themes"), [{"scheme": "catalogue", "concepts": [{"id": "crige-paca"}]}]
    ),
    "languages of anything": with_value(("properties", "iageo:translations"), {"en": 3, "": {"title": "x"}, "fr": []}),
    "no language": with_value(("properties", "language"), 3),
    "contacts of anything": with_value(("properties", "contacts"), [3, {"roles": 3, "emails": {"a": 1}}, {"name": []}]),
    "a status of one's own": with_value(("properties", "iageo:status"), "best"),
    "a run of anything": with_value(("properties", "iageo:run"), [1]),
    "a path of anything": with_value(("properties", "iageo:path"), {"a": 1}),
    "a bad licence": with_value(("properties", "license"), 3),
}

JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.just(HUGE)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=40)
    | st.sampled_from(["javascript:x", "../x", "https://x.example/", "2025-02-30", "%s{0}", "\udc00", "en"]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=12), inner, max_size=4),
    max_leaves=12,
)


def _places(value: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """Paths of every value inside one."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    found = []
    for step, inner in items:
        found += [(*path, step), *_places(inner, (*path, step))]
    return found


@st.composite
def spoilt(draw: st.DrawFn) -> bytes:
    """The good record with one to three of its values replaced by anything, or taken away."""
    made = copy.deepcopy(GOOD)
    for _ in range(draw(st.integers(1, 3))):
        path = draw(st.sampled_from(_places(made)))
        target: Any = made
        for step in path[:-1]:
            target = target[step]
        if isinstance(target, dict) and draw(st.booleans()):
            del target[path[-1]]
        else:
            target[path[-1]] = draw(JSON)
    return dumps(made)


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    """The text of the good record with some bytes changed, added or cut."""
    text = bytearray(dumps(GOOD))
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text) - 1))
        text[start : start + draw(st.integers(0, 8))] = draw(st.binary(max_size=8))
    return bytes(text).replace(b"\n", b" ")


def hostile() -> st.SearchStrategy[bytes]:
    """Any of these, and plain noise."""
    noise = st.binary(max_size=60).map(lambda data: data.replace(b"\n", b" "))
    return spoilt() | damaged() | st.sampled_from(list(CORPUS.values())) | noise | JSON.map(dumps)
