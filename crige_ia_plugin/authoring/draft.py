"""A resource being described: what the form holds, and drafts that survive a crash."""

from __future__ import annotations

import math
import secrets
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from ..catalogue.problems import CatalogueError
from ..catalogue.publish import now, stamp
from ..catalogue.record import path_name
from ..catalogue.strictjson import loads, pretty
from .files import replacing
from .problems import AuthoringError, Code
from .reading import Node

FORMAT = 1
LANGUAGES = ("fr", "en")
_MAX_DRAFT = 8 << 20

Texts = Mapping[str, str]


@dataclass(frozen=True)
class Author:
    """Who made the resource; ``orcid`` as it was typed."""

    name: str
    orcid: str = ""
    organisation: str = ""


@dataclass(frozen=True)
class Licences:
    """Licences as SPDX identifiers, apart: opening a code says nothing of the weights nor of the data.

    Attributes:
        code: Of the program.
        weights: Of a model's weights.
        data: Of the data, training data included.
        document: Of the texts: an experience report, a course, a method.
    """

    code: str = ""
    weights: str = ""
    data: str = ""
    document: str = ""


@dataclass(frozen=True)
class WebLink:
    """An address that is part of the resource.

    Attributes:
        rel: ``about`` for its page, ``enclosure`` for a file to download, or any registered relation.
        size: In bytes, -1 when unknown.
        checksum: SHA-256 in hexadecimal, or its multihash; empty when unknown.
    """

    href: str
    rel: str = "about"
    title: str = ""
    media_type: str = ""
    size: int = -1
    checksum: str = ""


@dataclass(frozen=True)
class LocalFile:
    """A file of this computer that belongs to the resource.

    Attributes:
        path: Where it is here; never published.
        url: Where it already is for everyone (Zenodo, Hugging Face…): it stays there and is linked with the
            size and checksum of the file here. Empty: it goes with the proposal.
    """

    path: str
    title: str = ""
    media_type: str = ""
    url: str = ""


@dataclass(frozen=True)
class Measure:
    """One measure of quality, in figures, in words, or as a verdict; numbers that are not finite become None."""

    label: str
    value: float | None = None
    unit: str = ""
    threshold: float | None = None
    passed: bool | None = None
    words: str = ""
    lower_is_better: bool = False

    def __post_init__(self) -> None:
        object.__setattr__(self, "value", _finite(self.value))
        object.__setattr__(self, "threshold", _finite(self.threshold))


@dataclass(frozen=True)
class Footprint:
    """Energy in Wh and greenhouse gases in g CO₂e, how they were estimated and of what."""

    energy_wh: float | None = None
    co2_g: float | None = None
    method: str = ""
    scope: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "energy_wh", _finite(self.energy_wh))
        object.__setattr__(self, "co2_g", _finite(self.co2_g))


@dataclass(frozen=True)
class Draft:
    """Everything the form holds, finished or not: any text may be empty or wrong until it is proposed.

    Attributes:
        key: Name of the draft on this computer; it never changes.
        language: Language the author writes first, ``fr`` or ``en``.
        title: Title by language; likewise ``description``, and ``to_check``: what to verify before use.
        facets: Values by facet, ``kind`` excepted.
        publisher: Organisation that answers for the resource.
        email: Address where questions are welcome; published.
        date: Day of the event, of the run, or of the publication, as ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``.
        edition: Edition of the data ("millésime").
        licence_unknown: The author does not know the licence; the record then says so.
        run: What ``iageo:run`` will hold: a run's tool, parameters, inputs and software.
        id: Identifier wanted in the catalogue; empty: made from the title.
        created: Moment of the draft's birth; ``updated``, of its last save (RFC 3339, UTC).
    """

    key: str
    kind: str = ""
    language: str = "fr"
    title: Texts = field(default_factory=dict)
    description: Texts = field(default_factory=dict)
    to_check: Texts = field(default_factory=dict)
    facets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    keywords: tuple[str, ...] = ()
    authors: tuple[Author, ...] = ()
    publisher: str = ""
    contact: str = ""
    email: str = ""
    doi: str = ""
    edition: str = ""
    version: str = ""
    date: str = ""
    licences: Licences = Licences()
    licence_unknown: bool = False
    status: str = "active"
    links: tuple[WebLink, ...] = ()
    files: tuple[LocalFile, ...] = ()
    assessed: bool = False
    measures: tuple[Measure, ...] = ()
    limits: tuple[str, ...] = ()
    footprint: Footprint | None = None
    run: Mapping[str, Any] = field(default_factory=dict)
    id: str = ""
    created: str = ""
    updated: str = ""

    @classmethod
    def new(cls, kind: str = "", language: str = "fr", **values: Any) -> Draft:
        """Start a draft under a name of its own."""
        moment = stamp(now())
        key = f"{moment[:10]}-{secrets.token_hex(4)}"
        code = language.lower().replace("_", "-").split("-")[0]
        return cls(key, kind, code if code in LANGUAGES else "en", created=moment, updated=moment, **values)

    @property
    def main_language(self) -> str:
        """The author's language when the title is in it, otherwise the first one that has a title."""
        written = [code for code in (self.language, *LANGUAGES) if self.title.get(code, "").strip()]
        return written[0] if written else self.language

    def text(self, texts: Texts) -> str:
        """One of the draft's texts in its main language, or in the other one."""
        return texts.get(self.main_language, "").strip() or next((t.strip() for t in texts.values() if t.strip()), "")

    def to_dict(self) -> dict[str, Any]:
        """The draft as JSON-ready data."""
        return {"format": FORMAT, **asdict(self)}

    @classmethod
    def from_dict(cls, data: object, name: str = "") -> Draft:
        """Read back what ``to_dict`` gave, leaving aside keys it does not know.

        Raises:
            AuthoringError: DRAFT_NEWER, or DRAFT_INVALID with the key that is wrong.
        """
        root = Node(data, name)
        found = root.integer("format", 0)
        if found > FORMAT:
            raise AuthoringError(Code.DRAFT_NEWER, found=found, known=FORMAT)
        if found != FORMAT or not root.text("key"):
            raise root.wrong("format" if found != FORMAT else "key")
        return _draft(root)


class Drafts:
    """The drafts of one user, a file each in a folder of ours; one that is damaged is told, never removed."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def list(self) -> tuple[Draft, ...]:
        """Drafts that can be read, the last saved first."""
        return tuple(sorted(_readable(self.folder)[0], key=lambda draft: (draft.updated, draft.key), reverse=True))

    def problems(self) -> tuple[AuthoringError, ...]:
        """Why the other files of the folder cannot be read."""
        return tuple(_readable(self.folder)[1])

    def save(self, draft: Draft, moment: datetime | None = None) -> Draft:
        """Write a draft in one stroke and return it with the moment of its saving.

        Raises:
            AuthoringError: WRITE_FAILED; the draft saved before is still there.
        """
        saved = replace(draft, updated=stamp(moment or now()))
        path = self._path(draft.key)
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise AuthoringError(Code.WRITE_FAILED, name=path.name, reason=error.strerror or str(error)) from None
        with replacing(path) as stream:
            # A path that is no valid text holds lone surrogates, which plain UTF-8 refuses.
            stream.write(pretty(saved.to_dict()).encode("utf-8", "surrogatepass"))
        return saved

    def load(self, key: str) -> Draft:
        """Read a draft.

        Raises:
            AuthoringError: DRAFT_MISSING, DRAFT_INVALID or DRAFT_NEWER.
        """
        return _read(self._path(key))

    def remove(self, key: str) -> None:
        """Remove a draft; one that is not there is no fault.

        Raises:
            AuthoringError: WRITE_FAILED.
        """
        path = self._path(key)
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise AuthoringError(Code.WRITE_FAILED, name=path.name, reason=error.strerror or str(error)) from None

    def _path(self, key: str) -> Path:
        return self.folder / f"{path_name(key)}.json"


def _readable(folder: Path) -> tuple[list[Draft], list[AuthoringError]]:
    """Drafts of a folder, and why its other files are none."""
    drafts: list[Draft] = []
    errors: list[AuthoringError] = []
    for path in sorted(folder.glob("*.json")):
        try:
            drafts.append(_read(path))
        except AuthoringError as error:  # noqa: PERF203 - each file has its own fate
            errors.append(error)
    return drafts, errors


def _read(path: Path) -> Draft:
    try:
        text = path.read_bytes().decode("utf-8", "surrogatepass")
        return Draft.from_dict(loads(text, _MAX_DRAFT), path.name)
    except FileNotFoundError:
        raise AuthoringError(Code.DRAFT_MISSING, name=path.name) from None
    except OSError as error:
        raise AuthoringError(Code.DRAFT_INVALID, name=path.name, reason=error.strerror or str(error)) from None
    except UnicodeDecodeError as error:
        raise AuthoringError(Code.DRAFT_INVALID, name=path.name, reason=str(error)[:200]) from None
    except CatalogueError as error:
        reason = error.params.get("reason", error.code.value)
        raise AuthoringError(Code.DRAFT_INVALID, name=path.name, reason=reason) from None


def _finite(value: float | None) -> float | None:
    return value if value is None or math.isfinite(value) else None


def _draft(root: Node) -> Draft:
    licences, footprint = root.child("licences"), root.child("footprint")
    return Draft(
        key=root.text("key"),
        kind=root.text("kind"),
        language=root.text("language") if root.text("language") in LANGUAGES else "en",
        title=root.texts("title"),
        description=root.texts("description"),
        to_check=root.texts("to_check"),
        facets={name: root.child("facets").strings(name) for name in root.child("facets").names()},
        keywords=root.strings("keywords"),
        authors=tuple(Author(n.text("name"), n.text("orcid"), n.text("organisation")) for n in root.nodes("authors")),
        publisher=root.text("publisher"),
        contact=root.text("contact"),
        email=root.text("email"),
        doi=root.text("doi"),
        edition=root.text("edition"),
        version=root.text("version"),
        date=root.text("date"),
        licences=Licences(*(licences.text(part) for part in ("code", "weights", "data", "document"))),
        licence_unknown=root.flag("licence_unknown") or False,
        status=root.text("status"),
        links=tuple(map(_link, root.nodes("links"))),
        files=tuple(
            LocalFile(n.text("path"), n.text("title"), n.text("media_type"), n.text("url")) for n in root.nodes("files")
        ),
        assessed=root.flag("assessed") or False,
        measures=tuple(map(_measure, root.nodes("measures"))),
        limits=root.strings("limits"),
        footprint=_footprint(footprint) if footprint.names() else None,
        run=root.mapping("run"),
        id=root.text("id"),
        created=root.text("created"),
        updated=root.text("updated"),
    )


def _link(node: Node) -> WebLink:
    return WebLink(
        node.text("href"),
        node.text("rel"),
        node.text("title"),
        node.text("media_type"),
        node.integer("size", -1),
        node.text("checksum"),
    )


def _measure(node: Node) -> Measure:
    return Measure(
        node.text("label"),
        node.number("value"),
        node.text("unit"),
        node.number("threshold"),
        node.flag("passed"),
        node.text("words"),
        node.flag("lower_is_better") or False,
    )


def _footprint(node: Node) -> Footprint:
    return Footprint(node.number("energy_wh"), node.number("co2_g"), node.text("method"), node.text("scope"))
