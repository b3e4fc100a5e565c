"""The words of the catalogue: facets, their values in French and English, glossary, reading paths."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from .problems import CatalogueError, Code
from .strictjson import loads, plain
from .text import words

FACETS = ("kind", "theme", "subject", "profession", "level", "usage", "format")
"""Facets a record is tagged with, in the order they are shown."""

NOT_FACETS = ("glossary", "paths", "synonyms")
_MAX_FILE = 8 << 20
_NAMESPACE = "urn:x-iageo:"

Labels = Mapping[str, str]


def best(labels: Labels, language: str, default: str = "") -> str:
    """Text in ``language``, else in English, French, or whatever there is."""
    for code in (language, "en", "fr"):
        if labels.get(code):
            return labels[code]
    return next(iter(labels.values()), default) or default


@dataclass(frozen=True)
class Term:
    """A concept of a facet: what a value means and how people call it.

    Attributes:
        page: For a theme: ``purpose`` and ``missing``, by language.
    """

    id: str
    labels: Labels
    definitions: Labels = field(default_factory=dict)
    synonyms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    uri: str = ""
    exact_match: tuple[str, ...] = ()
    page: Mapping[str, Labels] = field(default_factory=dict)

    def names(self) -> Iterator[str]:
        """Every label and synonym, in every language."""
        yield from self.labels.values()
        for synonyms in self.synonyms.values():
            yield from synonyms


@dataclass(frozen=True)
class Facet:
    """A way to sort resources."""

    name: str
    labels: Labels
    definitions: Labels
    terms: Mapping[str, Term]
    uri: str = ""


@dataclass(frozen=True)
class Step:
    """One stop of a reading path: what to understand, terms to know, resources to open."""

    minutes: int
    titles: Labels
    texts: Labels
    terms: tuple[str, ...] = ()
    resources: tuple[str, ...] = ()


@dataclass(frozen=True)
class ReadingPath:
    """An ordered way into a subject."""

    id: str
    titles: Labels
    descriptions: Labels
    steps: tuple[Step, ...]

    @property
    def minutes(self) -> int:
        """Reading time of the whole."""
        return sum(step.minutes for step in self.steps)


@dataclass(frozen=True)
class Mention:
    """A glossary term found in a text: ``text[start:end]`` names ``term``."""

    start: int
    end: int
    term: str


class Vocabulary:
    """Facets, glossary, paths and synonym groups of one catalogue or of several merged."""

    def __init__(
        self,
        facets: Mapping[str, Facet] | None = None,
        glossary: Mapping[str, Term] | None = None,
        paths: Sequence[ReadingPath] = (),
        synonyms: Sequence[tuple[str, ...]] = (),
    ) -> None:
        self.facets: dict[str, Facet] = dict(facets or {})
        self.glossary: dict[str, Term] = dict(glossary or {})
        self.paths: tuple[ReadingPath, ...] = tuple(paths)
        self.synonyms: tuple[tuple[str, ...], ...] = tuple(synonyms)
        self._known = {name: _known_as(facet.terms) for name, facet in self.facets.items()}
        self._phrases = _phrases(self.glossary)
        self._longest = max(map(len, self._phrases), default=0)

    @classmethod
    def read(cls, folder: Path) -> Vocabulary:
        """Read ``vocabulary/*.json``; a missing folder is an empty vocabulary.

        Raises:
            CatalogueError: a file is not what a vocabulary file should be.
        """
        facets: dict[str, Facet] = {}
        glossary: dict[str, Term] = {}
        paths: list[ReadingPath] = []
        synonyms: list[tuple[str, ...]] = []
        for file in sorted(folder.glob("*.json")) if folder.is_dir() else ():
            if file.stat().st_size > _MAX_FILE:
                raise CatalogueError(Code.JSON_TOO_LARGE, str(file), size=file.stat().st_size, limit=_MAX_FILE)
            data = loads(file.read_bytes(), _MAX_FILE, str(file))
            try:
                if file.stem == "glossary":
                    glossary.update(_terms(data["terms"], _NAMESPACE + "glossary:"))
                elif file.stem == "paths":
                    paths.extend(_path(entry) for entry in data["paths"])
                elif file.stem == "synonyms":
                    synonyms.extend(_strings(group) for group in data["groups"])
                else:
                    facet = _facet(data)
                    facets[facet.name] = facet
            except (KeyError, TypeError, AttributeError, ValueError) as error:
                raise CatalogueError(Code.VOCABULARY_INVALID, str(file), reason=repr(error)[:200]) from None
        ordered = sorted(facets, key=lambda name: (FACETS.index(name) if name in FACETS else len(FACETS), name))
        return cls({name: facets[name] for name in ordered}, glossary, paths, synonyms)

    def merged(self, other: Vocabulary) -> Vocabulary:
        """This vocabulary completed by what ``other`` has and this one has not; ours wins."""
        facets = dict(self.facets)
        for name, theirs in other.facets.items():
            ours = facets.get(name)
            if ours is None:
                facets[name] = theirs
                continue
            added = {
                term.id: term for term in theirs.terms.values() if self.resolve(name, term.id, term.uri, term) is None
            }
            mapped = _with_matches(ours.terms, theirs.terms.values(), self._known[name])
            facets[name] = Facet(name, ours.labels, ours.definitions, {**mapped, **added}, ours.uri)
        return Vocabulary(
            facets,
            {**other.glossary, **self.glossary},
            (*self.paths, *(path for path in other.paths if path.id not in {own.id for own in self.paths})),
            (*self.synonyms, *other.synonyms),
        )

    def resolve(self, facet: str, identifier: str, uri: str = "", term: Term | None = None) -> str | None:
        """Our value for a concept given by its id, URI or declared matches; None if unknown."""
        known = self._known.get(facet, {})
        for name in (identifier, uri, *(term.exact_match if term else ())):
            if name and name in known:
                return known[name]
        return None

    def term(self, facet: str, value: str) -> Term | None:
        """The concept of a facet, or None when this vocabulary does not know it."""
        found = self.facets.get(facet)
        return found.terms.get(value) if found else None

    def label(self, facet: str, value: str, language: str) -> str:
        """What to show for a value: its label, or the value itself."""
        term = self.term(facet, value)
        return best(term.labels, language, value) if term else value

    def facet_label(self, facet: str, language: str) -> str:
        """What to show for a facet."""
        found = self.facets.get(facet)
        return best(found.labels, language, facet) if found else facet

    def find_terms(self, text: str) -> list[Term]:
        """Glossary terms whose name or synonym has every word typed, the last one possibly unfinished."""
        typed = words(text)
        if not typed:
            return []
        ranked: list[tuple[int, int, Term]] = []
        for term in self.glossary.values():
            ranks = [rank for rank in (_rank(words(name), typed) for name in term.names()) if rank]
            if ranks:
                ranked.append((min(ranks), len(ranked), term))
        return [term for _, _, term in sorted(ranked, key=lambda item: item[:2])]

    def mentions(self, text: str) -> list[Mention]:
        """Glossary terms named in a text, the longest first match at each place, each term once."""
        spans = _word_spans(text)
        found: list[Mention] = []
        seen = set()
        position = 0
        while position < len(spans):
            for size in range(min(self._longest, len(spans) - position), 0, -1):
                part = spans[position : position + size]
                term = self._phrases.get(tuple(word for word, _, _ in part))
                if term:
                    if term not in seen:
                        seen.add(term)
                        found.append(Mention(part[0][1], part[-1][2], term))
                    position += size
                    break
            else:
                position += 1
        return found

    def search_names(self, facet: str, value: str) -> Iterator[str]:
        """Everything a value may be called, for the index."""
        term = self.term(facet, value)
        if term:
            yield from term.names()


def _known_as(terms: Mapping[str, Term]) -> dict[str, str]:
    known: dict[str, str] = {}
    for term in terms.values():
        for name in (term.id, term.uri, *term.exact_match):
            if name:
                known.setdefault(name, term.id)
    return known


def _with_matches(ours: Mapping[str, Term], theirs: Iterable[Term], known: Mapping[str, str]) -> dict[str, Term]:
    """Ours, each also answering to the URI of their term that declares it an exact match."""
    merged = dict(ours)
    for term in theirs:
        names = (term.uri, *term.exact_match, term.id)
        value = next((known[name] for name in names if name in known), None)
        if value is None:
            continue
        own = merged[value]
        added = tuple(name for name in (term.uri, term.id) if name and name not in (own.id, own.uri, *own.exact_match))
        synonyms = {
            language: tuple(dict.fromkeys([*own.synonyms.get(language, ()), *words_]))
            for language, words_ in {**dict.fromkeys(own.synonyms, ()), **term.synonyms}.items()
        }
        merged[value] = Term(
            own.id, own.labels, own.definitions, synonyms, own.uri, (*own.exact_match, *added), own.page
        )
    return merged


def _phrases(glossary: Mapping[str, Term]) -> dict[tuple[str, ...], str]:
    phrases: dict[tuple[str, ...], str] = {}
    for term in glossary.values():
        for name in term.names():
            phrase = tuple(words(name))
            if phrase:
                phrases.setdefault(phrase, term.id)
                phrases.setdefault((*phrase[:-1], phrase[-1] + "s"), term.id)
    return phrases


def _word_spans(text: str) -> list[tuple[str, int, int]]:
    """Folded words with their place in the original text."""
    spans: list[tuple[str, int, int]] = []
    start = -1
    for position, character in enumerate(text + " "):
        if character.isalnum():
            start = position if start < 0 else start
        elif start >= 0:
            spans.extend((word, start, position) for word in words(text[start:position])[:1])
            start = -1
    return spans


def _rank(name: Sequence[str], typed: Sequence[str]) -> int:
    """0 when the name does not match; otherwise smaller is better."""
    if not all(any(word.startswith(part) for word in name) for part in typed):
        return 0
    return 1 if list(name[: len(typed)]) == list(typed) else 2


def _facet(data: Mapping[str, Any]) -> Facet:
    name = plain(data["facet"], 60)
    if not name:
        raise ValueError("facet")
    base = plain(data.get("uri"), 500) or _NAMESPACE + name
    terms = _terms(data["concepts"], base + ":" if base.startswith("urn:") else base.rstrip("/") + "/")
    return Facet(name, _labels(data["labels"]), _labels(data.get("definitions", {})), terms, base)


def _terms(entries: Sequence[Mapping[str, Any]], base: str) -> dict[str, Term]:
    return {term.id: term for term in (_term(entry, base) for entry in entries)}


def _term(entry: Mapping[str, Any], base: str) -> Term:
    identifier = plain(entry["id"], 120)
    if not identifier:
        raise ValueError("id")
    return Term(
        identifier,
        _labels(entry["labels"]),
        _labels(entry.get("definitions", {})),
        {plain(code, 35): _strings(group) for code, group in entry.get("synonyms", {}).items()},
        plain(entry.get("uri"), 500) or base + identifier,
        _strings(entry.get("exactMatch", ())),
        {plain(part, 60): _labels(labels) for part, labels in entry.get("page", {}).items()},
    )


def _path(entry: Mapping[str, Any]) -> ReadingPath:
    steps = tuple(
        Step(
            int(step["minutes"]),
            _labels(step["titles"]),
            _labels(step["texts"]),
            _strings(step.get("terms", ())),
            _strings(step.get("resources", ())),
        )
        for step in entry["steps"]
    )
    return ReadingPath(plain(entry["id"], 80), _labels(entry["titles"]), _labels(entry["descriptions"]), steps)


def _labels(value: Mapping[str, Any]) -> dict[str, str]:
    return {plain(code, 35): plain(text) for code, text in value.items() if plain(text)}


def _strings(value: Iterable[Any]) -> tuple[str, ...]:
    return tuple(text for text in (plain(item, 500) for item in value) if text)
