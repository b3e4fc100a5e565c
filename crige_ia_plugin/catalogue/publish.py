"""Make a catalogue: from an empty folder to a signed one that any static host can serve."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from .check import CATALOG, IN_SUMS, RECORDS, VOCABULARY, RecordFile, check_folder, read_catalog, read_records
from .integrity import SIGNATURE, SUMS, check_sums, multihash, sha256, sums_text
from .minisign import PublicKey, SecretKey, Trust, verify
from .problems import CatalogueError, Code, Problem
from .record import CONFORMANCE, OWN_ID
from .strictjson import dumps, loads, pretty

NDJSON = "records.ndjson"
VALID_DAYS = 365
_MAX_ITEM_LINKS = 5_000
_GENERATED = ("items", "item")


@dataclass(frozen=True)
class Built:
    """What a build made: the catalogue's serial, its records, and whether anything was new."""

    serial: int
    records: int
    changed: bool
    problems: tuple[Problem, ...]


def now() -> datetime:
    """The time, to the second, in UTC."""
    return datetime.now(timezone.utc).replace(microsecond=0)


def stamp(moment: datetime) -> str:
    """A moment as records write it."""
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def new(folder: Path, identifier: str, title: str, organisation: str, email: str, vocabulary: Path) -> None:
    """Start a catalogue in an empty or absent folder, with one record to imitate.

    Args:
        folder: Where.
        identifier: Identifier of the catalogue.
        title: Its name.
        organisation: Who publishes it.
        email: Whom to write to.
        vocabulary: Vocabulary to start from.

    Raises:
        CatalogueError: FOLDER_NOT_EMPTY, ID_FORM or WRITE_FAILED.
    """
    if folder.is_dir() and any(folder.iterdir()):
        raise CatalogueError(Code.FOLDER_NOT_EMPTY, str(folder), name=folder.name)
    if not OWN_ID.match(identifier):
        raise CatalogueError(Code.ID_FORM, str(folder), id=identifier)
    contact = {"organization": organisation, "roles": ["publisher"], "emails": [{"value": email}]}
    catalog = {
        "id": identifier,
        "type": "Collection",
        "title": title,
        "description": title,
        "itemType": "record",
        "language": {"code": "fr", "name": "Français"},
        "license": "etalab-2.0",
        "contacts": [contact],
        "links": [],
        "iageo:serial": 0,
    }
    try:
        (folder / RECORDS).mkdir(parents=True, exist_ok=True)
        (folder / "files").mkdir()
        shutil.copytree(vocabulary, folder / VOCABULARY)
        write(folder / CATALOG, pretty(catalog))
        write(folder / RECORDS / "exemple.json", pretty(example(organisation)))
    except OSError as error:
        raise CatalogueError(Code.WRITE_FAILED, str(folder), reason=error.strerror or str(error)) from None


def example(organisation: str) -> dict[str, Any]:
    """A record that passes every check, to be replaced."""
    return {
        "id": "exemple",
        "type": "Feature",
        "conformsTo": [CONFORMANCE],
        "time": None,
        "geometry": None,
        "properties": {
            "type": "good-practice",
            "title": "Fiche d'exemple à remplacer",
            "description": "À quoi sert la ressource, en deux phrases qu'un collègue comprend.",
            "language": {"code": "fr"},
            "updated": stamp(now()),
            "keywords": ["exemple"],
            "themes": [
                {"scheme": "theme", "concepts": [{"id": "transversal"}]},
                {"scheme": "level", "concepts": [{"id": "novice"}]},
                {"scheme": "profession", "concepts": [{"id": "geomaticien"}]},
            ],
            "contacts": [{"organization": organisation, "roles": ["publisher"]}],
            "license": "etalab-2.0",
            "iageo:status": "active",
            "iageo:quality": {"assessed": False, "note": "Ce qu'il faut vérifier avant de s'en servir."},
        },
        "links": [],
    }


def write(path: Path, text: str) -> bool:
    """Write a text file in one step, with the same bytes everywhere; False when it was already so."""
    content = text.encode("utf-8")
    if path.is_file() and path.read_bytes() == content:
        return False
    aside = path.with_name(f".{path.name}.new")
    try:
        aside.write_bytes(content)
        aside.replace(path)
    except OSError:
        with suppress(OSError):  # on a full disk, what was begun
            aside.unlink()
        raise
    return True


def build(folder: Path, moment: datetime | None = None, days: int = VALID_DAYS) -> Built:
    """Generate what is generated: sizes and checksums of files, ``records.ndjson``, ``catalog.json``, sums.

    The serial grows only when something changed, so that building twice changes nothing.

    Raises:
        CatalogueError: the first error of ``check_folder``, or WRITE_FAILED.
    """
    moment = moment or now()
    catalog, _ = read_catalog(folder)
    try:
        if IN_SUMS not in catalog and catalog:
            for record in read_records(folder)[0]:
                measure(folder, record)
        problems = check_folder(folder)
        errors = [problem for problem in problems if problem.is_error]
        if errors:
            raise CatalogueError.of(errors[0])
        records = read_records(folder)[0]
        write(folder / NDJSON, "".join(dumps(record.data) + "\n" for record in records))
        changed = _is_changed(folder)
        if changed:
            write(folder / CATALOG, pretty(_renewed(catalog, records, moment, days)))
            write(folder / SUMS, sums_text(folder))
            (folder / SIGNATURE).unlink(missing_ok=True)
    except OSError as error:
        raise CatalogueError(Code.WRITE_FAILED, str(folder), reason=error.strerror or str(error)) from None
    serial = int(read_catalog(folder)[0].get("iageo:serial", 0))
    return Built(serial, len(records), changed, tuple(problems))


def measure(folder: Path, record: RecordFile) -> None:
    """Write into a record the size and checksum of the catalogue's files it links to."""
    data = dict(record.data)
    links = data.get("links")
    for link in links if isinstance(links, list) else ():
        href = link.get("href") if isinstance(link, dict) else None
        target = folder / str(href)
        if href and "://" not in str(href) and ".." not in str(href) and target.is_file():
            link["file:size"] = target.stat().st_size
            link["file:checksum"] = multihash(sha256(target))
    if data != loads(record.text):
        write(record.path, pretty(data))


def _is_changed(folder: Path) -> bool:
    """Whether the folder differs from its last build."""
    return bool(check_sums(folder)) or not read_catalog(folder)[0].get("iageo:serial")


def _renewed(catalog: Mapping[str, Any], records: list[RecordFile], moment: datetime, days: int) -> dict[str, Any]:
    """``catalog.json`` with a new serial, its dates and its links."""
    links = [link for link in catalog["links"] if link.get("rel") not in _GENERATED]
    links.append({"rel": "items", "type": "application/x-ndjson", "href": NDJSON})
    if len(records) <= _MAX_ITEM_LINKS:
        links += [
            {"rel": "item", "type": "application/geo+json", "href": f"{RECORDS}/{record.path.name}"}
            for record in records
        ]
    return {
        **catalog,
        "links": links,
        "updated": stamp(moment),
        "iageo:serial": int(catalog.get("iageo:serial", 0)) + 1,
        "iageo:expires": stamp(moment + timedelta(days=days)),
    }


def sign(folder: Path, key_file: Path, password: str | None = None) -> Trust:
    """Sign ``SHA256SUMS``; the signed comment names the catalogue and its serial.

    Raises:
        CatalogueError: NOT_BUILT when the folder is not as last built; KEY_FORM, KEY_LOCKED, READ_FAILED,
            WRITE_FAILED or SIGNING_UNAVAILABLE.
    """
    if check_sums(folder):
        raise CatalogueError(Code.NOT_BUILT, str(folder))
    catalog, _ = read_catalog(folder)
    try:
        key = SecretKey.parse(key_file.read_text(encoding="utf-8"), password, str(key_file))
        content = (folder / SUMS).read_bytes()
        comment = f"{catalog.get('id')} serial {catalog.get('iageo:serial')} {catalog.get('updated')}"
        write(folder / SIGNATURE, key.sign(content, comment))
    except (OSError, UnicodeDecodeError) as error:
        raise CatalogueError(Code.READ_FAILED, str(key_file), reason=str(error)[:200]) from None
    return Trust(key.public_key.name, comment)


def verify_folder(folder: Path, key: PublicKey | None = None) -> tuple[Trust | None, list[Problem]]:
    """Check every file against ``SHA256SUMS``, and its signature when a key is given."""
    problems = check_sums(folder)
    trust = None
    if key is not None:
        signature = folder / SIGNATURE
        if not signature.is_file():
            return None, [*problems, Problem(Code.SIGNATURE_MISSING, {"name": SIGNATURE}, str(signature))]
        text = signature.read_text(encoding="utf-8", errors="replace")
        with suppress(FileNotFoundError):
            try:
                trust = verify((folder / SUMS).read_bytes(), text, key, str(signature))
            except CatalogueError as error:
                problems.append(error.problem)
    return trust, problems
