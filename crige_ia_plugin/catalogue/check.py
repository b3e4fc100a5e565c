"""What a publisher should know before publishing: every fault of a catalogue's folder, with file and line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Union

from .integrity import digest_of, sha256
from .problems import CatalogueError, Code, Problem, Severity
from .record import OWN_ID, STATUSES, facet_name, path_name, safe_href
from .strictjson import line_of, loads, plain
from .vocabulary import FACETS, Vocabulary

CATALOG = "catalog.json"
RECORDS = "records"
VOCABULARY = "vocabulary"
EXPECTED_FACETS = ("theme", "level", "profession")
IN_SUMS = "iageo:checksums"
"""In ``catalog.json``: names the file that alone holds digests, when links do not carry them."""

_CONFORMANCES = re.compile(r"ogcapi-records-1/1\.0/(conf|req)/(record-core|core)\Z")
_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z\Z")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}\Z")
_KINDS_OF_VALUE: tuple[tuple[str, type], ...] = (
    ("type", str),
    ("title", str),
    ("description", str),
    ("keywords", list),
    ("language", dict),
    ("languages", list),
    ("resourceLanguages", list),
    ("themes", list),
    ("contacts", list),
    ("license", str),
    ("rights", str),
    ("externalIds", list),
    ("formats", list),
    ("version", str),
    ("iageo:run", dict),
    ("iageo:quality", dict),
    ("iageo:footprint", dict),
    ("iageo:privacy", dict),
    ("iageo:translations", dict),
    ("iageo:terms", list),
)

Path_ = Sequence[Union[str, int]]


@dataclass(frozen=True)
class RecordFile:
    """A record as it stands in its folder."""

    path: Path
    text: str
    data: Mapping[str, Any]

    @property
    def id(self) -> str:
        """Identifier of the record."""
        return str(self.data["id"])


def check_folder(folder: Path) -> list[Problem]:
    """Everything wrong in a catalogue's folder; warnings do not prevent publishing."""
    if not folder.is_dir():
        return [Problem(Code.FOLDER_MISSING, {"name": folder.name}, str(folder))]
    problems: list[Problem] = []
    catalog, found = read_catalog(folder)
    problems += found
    try:
        vocabulary = Vocabulary.read(folder / VOCABULARY)
    except CatalogueError as error:
        return [*problems, error.problem]
    records, found = read_records(folder)
    problems += found
    if not records and not found:
        problems.append(Problem(Code.CATALOG_EMPTY, {}, str(folder)))
    in_sums = IN_SUMS in catalog
    for record in records:
        problems += _Checker(record, vocabulary, folder, in_sums).problems()
    return problems


def read_catalog(folder: Path) -> tuple[Mapping[str, Any], list[Problem]]:
    """``catalog.json`` and what is wrong in it."""
    path = folder / CATALOG
    if not path.is_file():
        return {}, [Problem(Code.CATALOG_MISSING, {"name": CATALOG}, str(path))]
    try:
        text = path.read_text(encoding="utf-8-sig")
        data = loads(text, 16 << 20, str(path))
    except (OSError, UnicodeDecodeError) as error:
        return {}, [Problem(Code.READ_FAILED, {"reason": str(error)[:200]}, str(path))]
    except CatalogueError as error:
        return {}, [error.problem]
    if not isinstance(data, dict):
        return {}, [Problem(Code.NOT_AN_OBJECT, {}, str(path))]
    problems = []
    for key, valid in (
        ("id", bool(OWN_ID.match(str(data.get("id", ""))))),
        ("type", data.get("type") == "Collection"),
        ("title", bool(plain(data.get("title")))),
        ("links", isinstance(data.get("links"), list)),
    ):
        if not valid:
            problems.append(Problem(Code.CATALOG_INVALID, {"key": key}, str(path), line_of(text, [key])))
    return data, problems


def read_records(folder: Path) -> tuple[list[RecordFile], list[Problem]]:
    """Records of ``records/*.json`` that are JSON objects with an id, in order of id, and why others are not."""
    records: dict[str, RecordFile] = {}
    problems: list[Problem] = []
    for path in sorted((folder / RECORDS).glob("*.json")):
        try:
            record = _read_record(path)
            if record.id in records:
                raise CatalogueError(Code.ID_DUPLICATE, str(path), line_of(record.text, ["id"]), id=record.id)
        except CatalogueError as error:
            problems.append(error.problem)
            continue
        records[record.id] = record
    return [records[identifier] for identifier in sorted(records)], problems


def _read_record(path: Path) -> RecordFile:
    try:
        content = path.read_bytes()
        data = loads(content, file=str(path))
    except OSError as error:
        raise CatalogueError(Code.READ_FAILED, str(path), reason=error.strerror or str(error)) from None
    if not isinstance(data, dict):
        raise CatalogueError(Code.NOT_AN_OBJECT, str(path))
    if not isinstance(data.get("id"), str) or not data["id"]:
        raise CatalogueError(Code.ID_MISSING, str(path), 1)
    return RecordFile(path, content.decode("utf-8-sig"), data)


class _Checker:
    """Goes through one record."""

    def __init__(self, record: RecordFile, vocabulary: Vocabulary, folder: Path, in_sums: bool) -> None:
        self.record = record
        self.vocabulary = vocabulary
        self.folder = folder
        self.in_sums = in_sums
        properties = record.data.get("properties")
        self.properties: Mapping[str, Any] = properties if isinstance(properties, dict) else {}

    def problems(self) -> Iterator[Problem]:
        """Every problem, in the order of the file's parts."""
        yield from self._identity()
        if not self.properties:
            yield self._error(Code.PROPERTIES_MISSING, ["properties"])
            return
        yield from self._values()
        yield from self._facets()
        yield from self._judgement()
        yield from self._links()

    def _error(self, code: Code, path: Path_, severity: Severity = Severity.ERROR, **params: object) -> Problem:
        where = line_of(self.record.text, path)
        return Problem(code, {"id": self.record.id, **params}, str(self.record.path), where, severity)

    def _warning(self, code: Code, path: Path_, **params: object) -> Problem:
        return self._error(code, path, Severity.WARNING, **params)

    def _identity(self) -> Iterator[Problem]:
        data = self.record.data
        if not OWN_ID.match(self.record.id) or path_name(self.record.id) != self.record.id:
            yield self._error(Code.ID_FORM, ["id"])
        if self.record.path.stem != self.record.id:
            yield self._error(Code.ID_FILE, ["id"], file=self.record.path.name)
        if data.get("type") != "Feature":
            yield self._error(Code.NOT_A_FEATURE, ["type"])
        conforms = data.get("conformsTo")
        if not any(_CONFORMANCES.search(str(uri)) for uri in (conforms if isinstance(conforms, list) else ())):
            yield self._error(Code.CONFORMANCE_MISSING, ["conformsTo"])
        if "geometry" not in data or not _geometry_is_valid(data["geometry"]):
            yield self._error(Code.GEOMETRY_INVALID, ["geometry"])
        if not _time_is_valid(data.get("time")):
            yield self._error(Code.VALUE_FORM, ["time"], key="time")

    def _values(self) -> Iterator[Problem]:
        get = self.properties.get
        if not plain(get("title")):
            yield self._error(Code.TITLE_MISSING, ["properties", "title"])
        if not plain(get("type")):
            yield self._error(Code.KIND_MISSING, ["properties", "type"])
        elif self.vocabulary.facets and self.vocabulary.resolve("kind", str(get("type"))) is None:
            yield self._warning(Code.KIND_UNKNOWN, ["properties", "type"], value=get("type"))
        for key, kind in _KINDS_OF_VALUE:
            if key in self.properties and not isinstance(self.properties[key], kind):
                yield self._error(Code.VALUE_TYPE, ["properties", key], key=key, expected=kind.__name__)
        for key in ("created", "updated"):
            if key in self.properties and not _MOMENT.match(str(get(key))):
                yield self._error(Code.VALUE_FORM, ["properties", key], key=key)
        if any(not isinstance(word, str) or not word for word in _items(get("keywords"))):
            yield self._error(Code.VALUE_FORM, ["properties", "keywords"], key="keywords")
        if get("iageo:status", "active") not in STATUSES:
            yield self._error(Code.VALUE_FORM, ["properties", "iageo:status"], key="iageo:status")
        language = get("language")
        if not isinstance(language, dict) or not plain(language.get("code")):
            yield self._error(Code.LANGUAGE_MISSING, ["properties", "language"])

    def _facets(self) -> Iterator[Problem]:
        present = set()
        for number, theme in enumerate(_items(self.properties.get("themes"))):
            path: Path_ = ["properties", "themes", number]
            concepts = theme.get("concepts") if isinstance(theme, dict) else None
            scheme = plain(theme.get("scheme")) if isinstance(theme, dict) else ""
            if not scheme or not isinstance(concepts, list) or not concepts:
                yield self._error(Code.VALUE_FORM, path, key="themes")
                continue
            facet = facet_name(scheme)
            present.add(facet)
            if facet not in self.vocabulary.facets and facet not in (*FACETS, "territory"):
                yield self._warning(Code.FACET_UNKNOWN, path, facet=facet)
            for concept in concepts:
                identifier = plain(concept.get("id")) if isinstance(concept, dict) else ""
                if not identifier:
                    yield self._error(Code.VALUE_FORM, path, key="concepts")
                elif facet in self.vocabulary.facets and self.vocabulary.resolve(facet, identifier) is None:
                    yield self._warning(Code.CONCEPT_UNKNOWN, path, facet=facet, value=identifier)
        for facet in EXPECTED_FACETS:
            if facet not in present:
                yield self._warning(Code.FACET_MISSING, ["properties", "themes"], facet=facet)

    def _judgement(self) -> Iterator[Problem]:
        get = self.properties.get
        if not plain(get("license")) and get("iageo:licenseStatus") != "unspecified":
            yield self._warning(Code.LICENSE_MISSING, ["properties", "license"])
        quality = get("iageo:quality")
        if not isinstance(quality, dict) or not (plain(quality.get("note")) or quality.get("measures")):
            yield self._warning(Code.QUALITY_MISSING, ["properties", "iageo:quality"])
        contacts = _items(get("contacts"))
        named = [c for c in contacts if isinstance(c, dict) and (plain(c.get("name")) or plain(c.get("organization")))]
        if len(named) != len(contacts):
            yield self._error(Code.VALUE_FORM, ["properties", "contacts"], key="contacts")
        if not named:
            yield self._warning(Code.PUBLISHER_MISSING, ["properties", "contacts"])

    def _links(self) -> Iterator[Problem]:
        links = self.record.data.get("links", [])
        if not isinstance(links, list):
            yield self._error(Code.VALUE_TYPE, ["links"], key="links", expected="list")
            return
        for link in links:
            href = link.get("href") if isinstance(link, dict) else None
            path = ["links", *(["href"] if href is None else [])]
            if not isinstance(link, dict) or not safe_href(href):
                yield self._located(Code.LINK_UNSAFE, href, str(href)[:200])
            elif not plain(link.get("rel")):
                yield self._error(Code.VALUE_FORM, path, key="rel")
            elif "://" not in str(href) and not str(href).startswith("mailto:"):
                yield from self._file(link, str(href))
            elif link.get("rel") == "enclosure":
                yield from self._remote_file(link, str(href))

    def _located(self, code: Code, href: object, shown: str, severity: Severity = Severity.ERROR) -> Problem:
        """A problem of one link, at the line where its address stands."""
        place = self.record.text.find(f'"{href}"')
        line = self.record.text.count("\n", 0, place) + 1 if place >= 0 else line_of(self.record.text, ["links"])
        return Problem(code, {"id": self.record.id, "href": shown}, str(self.record.path), line, severity)

    def _remote_file(self, link: Mapping[str, Any], href: str) -> Iterator[Problem]:
        if "file:size" not in link:
            yield self._located(Code.FILE_SIZE_UNSTATED, href, href, Severity.WARNING)
        if "file:checksum" not in link:
            yield self._located(Code.FILE_CHECKSUM_UNSTATED, href, href, Severity.WARNING)

    def _file(self, link: Mapping[str, Any], href: str) -> Iterator[Problem]:
        """A file of the catalogue itself: it must be there, and be what the link says."""
        target = self.folder / href
        if not target.is_file():
            yield self._located(Code.LINK_TARGET_MISSING, href, href)
            return
        if self.in_sums:
            return
        size, checksum = link.get("file:size"), link.get("file:checksum")
        if size is not None and size != target.stat().st_size:
            yield self._located(Code.SIZE_DIFFERS, href, href)
        if checksum is not None and not _is_digest_of(str(checksum), target):
            yield self._located(Code.CHECKSUM_DIFFERS, href, href)


def _items(value: Any) -> Sequence[Any]:
    return value if isinstance(value, list) else ()


def _is_digest_of(checksum: str, path: Path) -> bool:
    try:
        return digest_of(checksum) == sha256(path)
    except CatalogueError:
        return False


def _geometry_is_valid(geometry: Any) -> bool:
    """Null, or a polygon that is a box from lower left: what every client reads."""
    if geometry is None:
        return True
    if not isinstance(geometry, dict) or not isinstance(geometry.get("coordinates"), list):
        return False
    if geometry.get("type") != "Polygon" or not geometry["coordinates"]:
        return False
    ring = geometry["coordinates"][0]
    return (
        isinstance(ring, list)
        and len(ring) >= 4
        and all(_is_position(point) for point in ring)
        and (ring[0] == ring[-1])
    )


def _is_position(point: Any) -> bool:
    return (
        isinstance(point, list)
        and len(point) >= 2
        and all(isinstance(n, (int, float)) and not isinstance(n, bool) for n in point)
        and abs(point[0]) <= 180
        and abs(point[1]) <= 90
    )


def _time_is_valid(time: Any) -> bool:
    if time is None:
        return True
    if not isinstance(time, dict):
        return False
    interval = time.get("interval", ["..", ".."])
    moments = [*(interval if isinstance(interval, list) and len(interval) == 2 else [None])]
    date, timestamp = time.get("date", "2000-01-01"), time.get("timestamp", "2000-01-01T00:00:00Z")
    return (
        bool(_DAY.match(str(date)))
        and bool(_MOMENT.match(str(timestamp)))
        and all(str(m) == ".." or _DAY.match(str(m)) or _MOMENT.match(str(m)) for m in moments)
    )
