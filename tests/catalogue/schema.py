"""The rules of OGC API – Records Part 1 for a record and a catalogue, as JSON Schemas of this project.

Written from the text of OGC 20-004r1 (record, link, contact, theme, language, time, format), with ``anyOf``
wherever alternatives can hold together: the published ``oneOf`` refuses valid records.
"""

from __future__ import annotations

from typing import Any

DATE = r"^\d{4}-\d{2}-\d{2}$"
TIMESTAMP = r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$"
TEXT = {"type": "string", "minLength": 1}
MOMENT = {"anyOf": [{"type": "string", "pattern": DATE}, {"type": "string", "pattern": TIMESTAMP}]}
ROLES = {"type": "array", "minItems": 1, "items": TEXT}


def _object(required: list[str] | None = None, **properties: Any) -> dict[str, Any]:
    return {"type": "object", "required": required or [], "properties": properties}


def _list(items: Any, minimum: int = 0) -> dict[str, Any]:
    return {"type": "array", "minItems": minimum, "items": items}


LANGUAGE = _object(["code"], code=TEXT, name=TEXT, alternate=TEXT, dir={"enum": ["ltr", "rtl"]})
LINK = _object(
    ["href", "rel"],
    href=TEXT,
    rel=TEXT,
    type=TEXT,
    hreflang=TEXT,
    title=TEXT,
    length={"type": "integer", "minimum": 0},
    created={"type": "string", "pattern": TIMESTAMP},
    updated={"type": "string", "pattern": TIMESTAMP},
    **{
        "file:size": {"type": "integer", "minimum": 0},
        "file:checksum": {"type": "string", "pattern": "^1220[0-9a-f]{64}$"},
    },
)
CONTACT = {
    **_object(
        identifier=TEXT,
        name=TEXT,
        organization=TEXT,
        position=TEXT,
        emails=_list(_object(["value"], value={"type": "string", "pattern": "^[^@ ]+@[^@ ]+$"}, roles=ROLES)),
        phones=_list(_object(["value"], value={"type": "string", "pattern": r"^\+[1-9][0-9]{3,14}$"})),
        links=_list({"allOf": [LINK, {"required": ["type"]}]}),
        roles=ROLES,
    ),
    "anyOf": [{"required": ["name"]}, {"required": ["organization"]}],
}
THEME = _object(
    ["concepts", "scheme"],
    scheme=TEXT,
    concepts=_list(_object(["id"], id=TEXT, title=TEXT, description=TEXT, url=TEXT), 1),
)
FORMAT = {
    **_object(name=TEXT, mediaType=TEXT),
    "anyOf": [{"required": ["name"]}, {"required": ["mediaType"]}],
}
TIME = {
    "anyOf": [
        {"type": "null"},
        _object(
            date={"type": "string", "pattern": DATE},
            timestamp={"type": "string", "pattern": TIMESTAMP},
            interval={
                "type": "array",
                "minItems": 2,
                "maxItems": 2,
                "items": {"anyOf": [MOMENT, {"enum": [".."]}]},
            },
            resolution=TEXT,
        ),
    ]
}
POSITION = {"type": "array", "minItems": 2, "items": {"type": "number"}}
GEOMETRY = {
    "anyOf": [
        {"type": "null"},
        _object(["type", "coordinates"], type={"enum": ["Point"]}, coordinates=POSITION),
        _object(["type", "coordinates"], type={"enum": ["Polygon"]}, coordinates=_list(_list(POSITION, 4), 1)),
        _object(
            ["type", "coordinates"],
            type={"enum": ["MultiPolygon"]},
            coordinates=_list(_list(_list(POSITION, 4), 1), 1),
        ),
    ]
}
COMMON = {
    "type": TEXT,
    "title": TEXT,
    "description": TEXT,
    "keywords": _list(TEXT),
    "language": LANGUAGE,
    "languages": _list(LANGUAGE),
    "resourceLanguages": _list(LANGUAGE),
    "created": {"type": "string", "pattern": TIMESTAMP},
    "updated": {"type": "string", "pattern": TIMESTAMP},
    "externalIds": _list(_object(["value"], value=TEXT, scheme=TEXT)),
    "themes": _list(THEME, 1),
    "formats": _list(FORMAT),
    "contacts": _list(CONTACT),
    "license": TEXT,
    "rights": TEXT,
}
RECORD = {
    "$schema": "http://json-schema.org/draft-07/schema#",
    **_object(
        ["id", "type", "geometry", "time", "properties"],
        id=TEXT,
        type={"enum": ["Feature"]},
        conformsTo=_list(TEXT, 1),
        geometry=GEOMETRY,
        time=TIME,
        properties={**_object(["type", "title"], **COMMON)},
        links=_list(LINK),
        linkTemplates=_list(_object(["rel", "uriTemplate"], rel=TEXT, uriTemplate=TEXT)),
    ),
}
CATALOGUE = {
    "$schema": "http://json-schema.org/draft-07/schema#",
    **_object(
        ["id", "type", "links"],
        **{
            **COMMON,
            "id": TEXT,
            "type": {"enum": ["Collection"]},
            "itemType": {"anyOf": [{"enum": ["record", "catalog"]}, _list({"enum": ["record", "catalog"]})]},
            "conformsTo": _list(TEXT, 1),
            "links": _list(LINK),
            "iageo:serial": {"type": "integer", "minimum": 1},
            "iageo:expires": {"type": "string", "pattern": TIMESTAMP},
        },
    ),
}
