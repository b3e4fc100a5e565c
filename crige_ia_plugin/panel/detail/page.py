"""The detail of a resource, as lines to show: what it is, what it is worth, what it costs, where it comes from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from ...catalogue.problems import CatalogueError
from ...catalogue.record import Record
from ...catalogue.thumbnails import RELATIONS
from ...catalogue.vocabulary import Step
from ...messages import catalogue_problem
from ...translation import tr
from ..acting import Action, Verb, actions
from ..catalogues.moments import day, here_and_now
from ..catalogues.standing import expiry, freshness, trouble, trust
from ..centre import Centre, Subject
from ..numbers import shown_size
from ..state import Key
from ..wording import said

_SHOWN_FACETS = ("theme", "level", "profession", "usage", "format", "subject", "territory")


@dataclass(frozen=True)
class Line:
    """One line of a section.

    Attributes:
        label: What it tells, shown before the text; may be empty.
        text: The text, always shown as text.
        href: Address it opens, when it is a link.
        key: Resource it leads to, when it leads to one.
        action: Something it does, when it is a button.
        mark: ``passed`` or ``failed`` for a measure.
        hint: Tooltip.
    """

    text: str
    label: str = ""
    href: str = ""
    key: Key | None = None
    action: Action | None = None
    mark: str = ""
    hint: str = ""


@dataclass(frozen=True)
class Section:
    """A heading and its lines."""

    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Page:
    """Everything shown of a resource.

    Attributes:
        notice: What must be known first: abandoned, archived, under trial; empty otherwise.
        actions: The primary one first.
        picture: Picture that was fetched, if one was.
    """

    key: Key
    kind: str
    kind_label: str
    title: str
    byline: str
    version: str
    notice: str
    description: str
    actions: tuple[Action, ...]
    sections: tuple[Section, ...]
    citation: str
    picture: Path | None = None


def page(centre: Centre, row: int, today: str, *, asks_consent: bool = False) -> Page:
    """Make the page of a resource.

    Raises:
        CatalogueError: its record cannot be read any more.
    """
    subject = centre.subject(row, today, asks_consent=asks_consent)
    record, key = subject.record, subject.key
    text = record.text(centre.language)
    found = tuple(actions(record, subject.around))
    maker = _Maker(centre, subject, row)
    return Page(
        key=key,
        kind=record.kind,
        kind_label=centre.label("kind", record.kind) if record.kind else tr("Resource"),
        title=text.title,
        byline=maker.byline(),
        version=record.version,
        notice=maker.notice(),
        description=text.description,
        actions=found,
        sections=tuple(section for section in maker.sections(found) if section.lines),
        citation=citation(record, centre, key, today),
        picture=centre.picture(key, record),
    )


def citation(record: Record, centre: Centre, key: Key, today: str) -> str:
    """How to cite a resource: publisher, year, title, version, catalogue, address, day of consultation."""
    note = centre.catalogues.get(key[0])
    year = (record.date or record.updated or record.created)[:4]
    doi = next((item for item in record.external_ids if item.lower().startswith(("10.", "doi:", "https://doi"))), "")
    address = f"https://doi.org/{doi}" if doi.startswith("10.") else doi or record.landing
    head = record.publisher + (f" ({year})" if year else "")
    title = record.text(centre.language).title + (f", v{record.version}" if record.version else "")
    parts = [head, title, note.title if note else key[0]]
    if address:
        parts.append(tr("{address} (consulted on {date})").format(address=address, date=today))
    return ". ".join(part for part in parts if part) + "."


class _Maker:
    """Makes the sections of one page."""

    def __init__(self, centre: Centre, subject: Subject, row: int) -> None:
        self.centre = centre
        self.record = subject.record
        self.row = row
        self.key = subject.key
        self.versions = subject.around.versions
        self.text = subject.record.text(centre.language)

    def byline(self) -> str:
        note = self.centre.catalogues.get(self.key[0])
        trust = tr("signed ✔") if note and note.signed_by else ""
        parts = [self.record.publisher, trust, self.record.license]
        return " · ".join(part for part in parts if part)

    def notice(self) -> str:
        """What must be known before anything else."""
        if self.record.kind == "abandoned-case":
            return tr("Abandoned case: what was tried, why it stopped and what was learnt are shared here.")
        if self.record.status == "active":
            return ""
        label = self.centre.label("status", self.record.status)
        definition = self.centre.definition("status", self.record.status)
        return f"{label}. {definition}" if definition else label

    def sections(self, found: tuple[Action, ...]) -> Iterator[Section]:
        """All sections, in order; some may be empty."""
        yield Section(tr("Stops of the reading"), tuple(self._steps()))
        yield Section(tr("Quality"), tuple(self._quality()))
        yield Section(tr("Footprint"), tuple(self._footprint()))
        yield Section(tr("Before you start"), tuple(self._prerequisites()))
        yield Section(tr("Licence"), (Line(self._licence()),))
        yield Section(tr("What can be added to the project"), tuple(self._layers(found)))
        yield Section(tr("On this computer"), tuple(self._installed()))
        yield Section(tr("Files"), tuple(self._files(found)))
        yield Section(tr("Links"), tuple(self._links()))
        yield Section(tr("See also"), tuple(self._related()))
        yield Section(tr("For whom, for what"), tuple(self._facets()))
        yield Section(tr("The right words"), tuple(self._words()))
        yield Section(tr("Contacts"), tuple(self._contacts()))
        yield Section(tr("Source and dates"), tuple(self._source()))

    def _steps(self) -> Iterator[Line]:
        wanted = self.record.raw.get("properties", {}).get("iageo:path")
        path = next((path for path in self.centre.vocabulary.paths if path.id == wanted), None)
        for number, step in enumerate(path.steps if path else (), start=1):
            yield from self._step(number, step)

    def _step(self, number: int, step: Step) -> Iterator[Line]:
        said = self.centre.said
        minutes = tr("%n min", n=step.minutes)
        yield Line(said(step.texts), label=f"{number}. {said(step.titles)} ({minutes})")
        for identifier in step.terms:
            term = self.centre.term(identifier)
            if term:
                yield Line(said(term.definitions), label=said(term.labels))
        for identifier in step.resources:
            yield from self._resource(identifier)

    def _quality(self) -> Iterator[Line]:
        quality = self.record.quality
        measures = quality.get("measures")
        for measure in measures if isinstance(measures, list) else ():
            if isinstance(measure, dict):
                yield _measure(measure)
        verdict = _text(quality.get("verdict"))
        if verdict:
            yield Line(verdict, label=tr("Verdict"))
        if self.text.quality:
            yield Line(self.text.quality, label=tr("To check"))
        limits = quality.get("limits")
        for limit in limits if isinstance(limits, list) else [limits]:
            if _text(limit):
                yield Line(_text(limit), label=tr("Limits"))
        if not measures and not quality.get("assessed"):
            yield Line(tr("Not assessed by the working group."), label=tr("Assessment"))

    def _footprint(self) -> Iterator[Line]:
        footprint = self.record.footprint
        energy, carbon = footprint.get("energyWh"), footprint.get("co2g")
        if isinstance(energy, (int, float)):
            yield Line(tr("{value} Wh (estimate)").format(value=_number(energy)), label=tr("Energy"))
        if isinstance(carbon, (int, float)):
            yield Line(tr("{value} g CO₂e (estimate)").format(value=_number(carbon)), label=tr("Greenhouse gases"))
        for name, label in (("scope", tr("Scope")), ("method", tr("Method"))):
            if _text(footprint.get(name)):
                yield Line(_text(footprint[name]), label=label)

    def _prerequisites(self) -> Iterator[Line]:
        run = self.record.run
        if _text(run.get("qgisMin")):
            yield Line(tr("QGIS {version} or later").format(version=_text(run["qgisMin"])))
        memory = run.get("ramMiB")
        if isinstance(memory, (int, float)) and memory > 0:
            yield Line(tr("{value} GiB of memory").format(value=_number(memory / 1024)))
        if run.get("network") is False:
            yield Line(tr("Works offline ✔"))
        elif run.get("network") is True:
            yield Line(tr("Needs the network"))

    def _licence(self) -> str:
        rights = self.text.rights
        if self.record.license_unspecified:
            return rights or tr("Not specified: ask the publisher before any reuse.")
        return f"{self.record.license}. {rights}" if rights else self.record.license

    def _layers(self, found: tuple[Action, ...]) -> Iterator[Line]:
        layers = [action for action in found if action.verb is Verb.ADD]
        for action in layers if len(layers) > 1 else ():
            link = action.link
            if link:
                yield Line(link.title or link.layer or link.href, action=action, hint=f"{link.service} {link.layer}")

    def _installed(self) -> Iterator[Line]:
        """Installed versions, the one in use first."""
        for number, item in enumerate(reversed(self.versions)):
            version = item.version or tr("without a number")
            label = tr("Version in use") if number == 0 else tr("Version kept")
            size = sum(_file_size(item.folder / name) for name in item.files)
            said = tr("{version}, installed on {date} ({size}), integrity verified")
            yield Line(said.format(version=version, date=day(item.date), size=shown_size(size)), label=label)

    def _files(self, found: tuple[Action, ...]) -> Iterator[Line]:
        """Files to download, one by one."""
        for action in found:
            link = action.link
            if action.verb is not Verb.DOWNLOAD or link is None:
                continue
            size = shown_size(link.size) if link.size >= 0 else ""
            name = link.title or unquote(link.href.split("?")[0].rsplit("/", 1)[-1])
            text = " · ".join(part for part in (name, size) if part)
            hint = tr("Its checksum is stated.") if link.checksum else tr("Its checksum is not stated.")
            yield Line(f"{text} ✔" if link.checksum else text, action=action, hint=f"{said(action).hint}\n{hint}")

    def _links(self) -> Iterator[Line]:
        seen = set()
        for link in self.record.links:
            hidden = link.rel in ("enclosure", *RELATIONS)
            if link.is_relative or link.service or hidden or link.href in seen:
                continue
            seen.add(link.href)
            yield Line(link.title or link.href, href=link.href, hint=link.href)

    def _related(self) -> Iterator[Line]:
        for link in self.record.links:
            if link.is_relative and link.href.startswith("records/") and link.href.endswith(".json"):
                yield from self._resource(link.href[len("records/") : -len(".json")])

    def _resource(self, identifier: str) -> Iterator[Line]:
        """A line that leads to another resource of the same catalogue."""
        key = (self.key[0], identifier)
        row = self.centre.find(key)
        if row is not None:
            for card in self.centre.cards([row]):
                yield Line(card.title, key=key, hint=card.byline)

    def _facets(self) -> Iterator[Line]:
        for facet in _SHOWN_FACETS:
            values = [
                self.centre.label(facet, concept.id)
                if self.centre.vocabulary.term(facet, concept.id)
                else concept.title or concept.id
                for concept in self.record.facets.get(facet, ())
            ]
            if values:
                yield Line(", ".join(values), label=self.centre.vocabulary.facet_label(facet, self.centre.language))
        if self.record.keywords:
            yield Line(", ".join(self.record.keywords), label=tr("Keywords"))

    def _words(self) -> Iterator[Line]:
        named = [mention.term for mention in self.centre.vocabulary.mentions(self.text.description)]
        for identifier in dict.fromkeys([*self.record.terms, *named]):
            term = self.centre.term(identifier)
            if term:
                yield Line(self.centre.said(term.definitions), label=self.centre.said(term.labels))

    def _contacts(self) -> Iterator[Line]:
        for contact in self.record.contacts:
            names = [_text(contact.get("name")), _text(contact.get("organization"))]
            yield Line(", ".join(name for name in names if name))
            emails = contact.get("emails")
            for email in emails if isinstance(emails, list) else ():
                address = _text(email.get("value")) if isinstance(email, dict) else ""
                if "@" in address and len(address.split()) == 1:
                    yield Line(address, href=f"mailto:{address}")

    def _source(self) -> Iterator[Line]:
        for place in self.centre.places(self.row):
            note = self.centre.catalogues.get(place.catalogue)
            if note is None:
                yield Line(place.catalogue, label=tr("Catalogue"))
                continue
            now = here_and_now()
            states = [trust(note), freshness(note, now), expiry(note, now), trouble(note, now)]
            yield Line(f"{note.title} ({', '.join(state for state in states if state)})", label=tr("Catalogue"))
        yield Line(self.record.id, label=tr("Identifier"))
        dates = (
            (tr("Version"), self.record.version),
            (tr("Created"), self.record.created),
            (tr("Card updated"), self.record.updated),
            (tr("Date"), self.record.date),
        )
        for label, value in dates:
            if value:
                yield Line(value, label=label)
        for identifier in self.record.external_ids:
            yield Line(identifier, label=tr("Also known as"))


def problem_text(error: CatalogueError) -> str:
    """Why a card cannot be shown, and what to do."""
    return tr("This card cannot be read any more. {reason}").format(reason=catalogue_problem(error.problem))


def _measure(measure: Mapping[str, Any]) -> Line:
    """A measure against its threshold; in words where the record has them."""
    name = _text(measure.get("label")) or _text(measure.get("name")) or _text(measure.get("id"))
    unit = _text(measure.get("unit"))
    value, threshold = measure.get("value"), measure.get("threshold")
    said = _text(measure.get("words")) or " ".join(part for part in (_number(value), unit) if part)
    if isinstance(threshold, (int, float)):
        said = tr("{value} (threshold {threshold})").format(value=said, threshold=_number(threshold))
    passed = measure.get("passed")
    if not isinstance(passed, bool) and isinstance(value, (int, float)) and isinstance(threshold, (int, float)):
        passed = value >= threshold if measure.get("better", "higher") == "higher" else value <= threshold
    mark = {True: "passed", False: "failed"}.get(passed, "") if isinstance(passed, bool) else ""
    return Line(said, label=name, mark=mark)


def _text(value: Any) -> str:
    return value.strip()[:4_000] if isinstance(value, str) else ""


def _number(value: Any) -> str:
    return f"{value:.3g}" if isinstance(value, (int, float)) and not isinstance(value, bool) else ""


def _file_size(path: Path) -> int:
    """Bytes of a file, 0 when it is not there."""
    try:
        return path.stat().st_size
    except OSError:
        return 0
