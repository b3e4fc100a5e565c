"""The opened resource centre: the index with its words, in one language."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Callable

import numpy as np
import numpy.typing as npt

from ..catalogue.files import OPEN, Access
from ..catalogue.index import Index, Place, Query, Results, Summary
from ..catalogue.problems import Problem
from ..catalogue.record import Record
from ..catalogue.sources import Source
from ..catalogue.state import State
from ..catalogue.store import Installed
from ..catalogue.thumbnails import picture_path
from ..catalogue.vocabulary import Term, Vocabulary, best
from ..translation import tr
from .acting import Around
from .holdings import Holdings
from .results.card import Badge, Card, Tone
from .state import Key

ORDER = ("theme", "kind", "level", "profession", "subject", "usage", "format", "publisher", "territory", "status")
"""Facets in the order they are shown; others follow, the catalogue last."""

FIXED_ORDER = ("kind", "theme", "level", "profession", "usage", "format", "status")
"""Facets whose values keep the vocabulary's order, which means something."""


@dataclass(frozen=True)
class Value:
    """A value of a facet, as shown."""

    id: str
    label: str
    hint: str = ""


@dataclass(frozen=True)
class FacetWords:
    """A facet, as shown; ``values`` in their order at rest."""

    name: str
    label: str
    hint: str
    values: tuple[Value, ...]


@dataclass(frozen=True)
class CatalogueNote:
    """What the panel knows of a catalogue that is on.

    Attributes:
        title: Its name.
        ships: Whether it comes with the plugin.
        source: Where it comes from; None for the one that ships.
        state: What its refreshes gave.
        base: Folder or address that the relative links of its records start from.
        sums: Published digests by relative path, where they are apart from the records.
        skipped: Records that were left out, and why.
    """

    title: str
    ships: bool = False
    source: Source | None = None
    state: State = field(default_factory=State)
    base: str = ""
    sums: Mapping[str, str] = field(default_factory=dict)
    skipped: tuple[Problem, ...] = ()

    @property
    def signed_by(self) -> str:
        """Key that signed it; empty when it is not signed."""
        return self.state.signed_by

    @property
    def has_content(self) -> bool:
        """Whether it was ever read."""
        return self.ships or bool(self.state.snapshot)

    @property
    def access(self) -> Access:
        """How its server is entered."""
        return Access(self.source.authentication, self.source.location) if self.source else OPEN


@dataclass(frozen=True)
class Subject:
    """A resource, with what is needed to do something with it.

    Attributes:
        key: Its catalogue and id there.
        access: How its catalogue's server is entered.
        language: Language of what is written.
        catalogue_title: Name of its catalogue.
        signed_by: Key that signed its catalogue; empty when it is not signed.
        ships: Whether its catalogue comes with the plugin.
    """

    key: Key
    record: Record
    around: Around = field(default_factory=Around)
    access: Access = OPEN
    language: str = "en"
    catalogue_title: str = ""
    signed_by: str = ""
    ships: bool = False

    @property
    def title(self) -> str:
        """Its title, in the user's language."""
        return self.record.text(self.language).title


@dataclass(frozen=True)
class Centre:
    """An index, its vocabulary and the user's language; one thread may make it and another use it.

    Attributes:
        catalogues: What is known of each catalogue that is on, by id.
        holdings: What is installed; None where nothing can be.
        pictures: Folder of the pictures of resources.
        tool_of: Id in QGIS's toolbox of what is installed; empty when it has no tool there.
    """

    index: Index
    vocabulary: Vocabulary
    language: str = "en"
    catalogues: Mapping[str, CatalogueNote] = field(default_factory=dict)
    holdings: Holdings | None = None
    pictures: Path | None = None
    tool_of: Callable[[Installed], str] = lambda installed: ""

    def close(self) -> None:
        """Let go of the index."""
        self.index.close()

    def search(self, query: Query) -> Results:
        """Find resources."""
        return self.index.search(query)

    # reading

    def cards(self, rows: npt.ArrayLike, first: Collection[str] = ()) -> list[Card]:
        """Cards of these rows of the index, in their order.

        Args:
            rows: Rows of the index.
            first: Themes whose badge comes before the others': those one looks for.
        """
        return [self.card(summary, first) for summary in self.index.summaries(rows)]

    def card(self, summary: Summary, first: Collection[str] = ()) -> Card:
        """Card of a resource."""
        kind = next(iter(summary.facets.get("kind", ())), "")
        levels = [self.label("level", value) for value in summary.facets.get("level", ())]
        parts = [summary.publisher, self.label("kind", kind) if kind else "", _span(levels)]
        return Card(
            summary.row,
            (summary.catalogue, summary.id),
            kind,
            summary.title_in(self.language),
            " · ".join(part for part in parts if part),
            tuple(self._badges(summary, first)),
        )

    def _badges(self, summary: Summary, first: Collection[str]) -> Sequence[Badge]:
        badges = []
        kind = next(iter(summary.facets.get("kind", ())), "")
        status = next(iter(summary.facets.get("status", ())), "active")
        versions = self.versions(summary.row)
        newer = self.holdings.newer(summary.row) if self.holdings else ""
        if newer:
            text = tr("Version {new} can replace version {old}.").format(new=newer, old=versions[-1].version)
            badges.append(Badge(tr("update"), Tone.NOTICE, text))
        elif versions:
            badges.append(Badge(tr("installed"), Tone.GOOD, tr("This resource is installed on this computer.")))
        elif summary.offline:
            badges.append(Badge(tr("offline"), Tone.GOOD, tr("It works without the network.")))
        if kind == "abandoned-case" or status == "abandoned":
            badges.append(Badge(tr("abandoned case"), Tone.WARNING, tr("Stopped, and shared for what it teaches.")))
        elif status != "active":
            badges.append(Badge(self.label("status", status), Tone.WARNING, self.definition("status", status)))
        note = self.catalogues.get(summary.catalogue)
        if note and note.signed_by:
            badges.append(Badge(tr("signed"), Tone.GOOD, tr("Its catalogue is signed: integrity verified.")))
        themes = sorted(summary.facets.get("theme", ()), key=lambda value: value not in first)
        return [*badges, *(Badge(self.label("theme", value)) for value in themes)]

    def find(self, key: Key) -> int | None:
        """Row of a resource, None when no catalogue has it."""
        return self.index.find(*key)

    def record(self, row: int) -> Record:
        """The whole record of a row.

        Raises:
            CatalogueError: the catalogue's file has changed since it was indexed.
        """
        return self.index.record(row)

    def versions(self, row: int) -> tuple[Installed, ...]:
        """Installed versions of a row, the one in use last."""
        return self.holdings.versions(row) if self.holdings else ()

    def subject(self, row: int, today: str, *, asks_consent: bool = False) -> Subject:
        """A row with what is needed to do something with it.

        Raises:
            CatalogueError: the catalogue's file has changed since it was indexed.
        """
        place = self.index.places(row)[0]
        note = self.catalogues.get(place.catalogue, CatalogueNote(place.catalogue))
        base = note.base or str(place.path.parent)
        versions = self.versions(row)
        tool = self.tool_of(versions[-1]) if versions else ""
        around = Around(today, base, note.sums, versions, asks_consent, tool)
        key, record = (place.catalogue, place.id), self.index.record(row)
        return Subject(key, record, around, note.access, self.language, note.title, note.signed_by, note.ships)

    def picture(self, key: Key, record: Record) -> Path | None:
        """Picture of a resource that was fetched, None when there is none."""
        path = picture_path(self.pictures, key[0], record) if self.pictures else None
        return path if path is not None and path.is_file() else None

    def places(self, row: int) -> list[Place]:
        """Where catalogues describe this resource, the preferred one first."""
        return self.index.places(row)

    # words

    @cached_property
    def facets(self) -> list[FacetWords]:
        """Facets worth showing: those that tell resources apart."""
        names = [name for name in self.index.facets if len(self.index.facets[name].values) > 1]
        place = {name: number for number, name in enumerate(ORDER)}
        names.sort(key=lambda name: place.get(name, len(ORDER) + (name == "catalogue")))
        return [self._facet(name) for name in names]

    def _facet(self, name: str) -> FacetWords:
        pairs = self.index.facets[name]
        totals = np.bincount(pairs.codes, minlength=len(pairs.values)).tolist()
        values = [Value(value, self.label(name, value), self.definition(name, value)) for value in pairs.values]
        known = list(self.vocabulary.facets[name].terms) if name in self.vocabulary.facets else []
        if name in FIXED_ORDER:
            rank = {value: number for number, value in enumerate(known)}
            values.sort(key=lambda value: (rank.get(value.id, len(rank)), value.label.casefold()))
        else:
            total = dict(zip(pairs.values, totals))
            values.sort(key=lambda value: (-total[value.id], value.label.casefold()))
        facet = self.vocabulary.facets.get(name)
        hint = best(facet.definitions, self.language) if facet else ""
        return FacetWords(name, self.vocabulary.facet_label(name, self.language), hint, tuple(values))

    def label(self, facet: str, value: str) -> str:
        """What to show for a value."""
        if facet == "catalogue" and value in self.catalogues:
            return self.catalogues[value].title
        if self.vocabulary.term(facet, value) is None and facet in self.index.facets:
            return self.index.facets[facet].labels.get(value, value)
        return self.vocabulary.label(facet, value, self.language)

    def definition(self, facet: str, value: str) -> str:
        """What a value means, or nothing."""
        term = self.vocabulary.term(facet, value)
        return self.said(term.definitions) if term else ""

    def said(self, labels: Mapping[str, str]) -> str:
        """A text of the vocabulary in the user's language."""
        return best(labels, self.language)

    def term(self, identifier: str) -> Term | None:
        """A term of the glossary."""
        return self.vocabulary.glossary.get(identifier)


def _span(levels: Sequence[str]) -> str:
    """From the first level to the last: “Novice to Aware”."""
    if len(levels) > 1:
        return tr("{first} to {last}").format(first=levels[0], last=levels[-1])
    return levels[0] if levels else ""
