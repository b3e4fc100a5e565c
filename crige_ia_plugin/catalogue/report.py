"""What a catalogue holds and what it gained, for funders and steering groups: a page to print and a table."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

from .moderation import Decision
from .problems import Problem
from .record import Record
from .vocabulary import Vocabulary

_LABELS: dict[str, tuple[str, str]] = {
    "title": ("Bilan du catalogue « {title} »", "Review of the catalogue “{title}”"),
    "since": ("Du {since} au {until}", "From {since} to {until}"),
    "figures": ("En chiffres", "In figures"),
    "resources": ("Ressources", "Resources"),
    "added": ("Ajoutées ou mises à jour depuis le {since}", "Added or updated since {since}"),
    "experience": ("Retours d'expérience et cas abandonnés", "Experience reports and abandoned cases"),
    "license": ("Avec une licence précisée", "With a stated licence"),
    "quality": ("Avec ce qu'il faut vérifier", "With what to check"),
    "assessed": ("Dont la qualité est mesurée", "Whose quality is measured"),
    "footprint": ("Avec une empreinte estimée", "With an estimated footprint"),
    "dead": ("Liens morts", "Dead links"),
    "unchecked": ("non vérifiés", "not checked"),
    "accepted": ("Contributions acceptées", "Contributions accepted"),
    "refused": ("Contributions refusées", "Contributions refused"),
    "value": ("Valeur", "Value"),
    "count": ("Ressources", "Resources"),
    "publisher": ("Éditeur", "Publisher"),
    "list": ("Ce qui est nouveau", "What is new"),
    "reason": ("Motif", "Reason"),
}
_EXPERIENCE = ("experience-report", "abandoned-case")
_STYLE = """body{font:15px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1b1b1b}
h1{font-size:1.6rem}h2{font-size:1.15rem;margin-top:2rem}table{border-collapse:collapse;width:100%}
td,th{border-bottom:1px solid #ccc;padding:.3rem .5rem;text-align:left}td:last-child,th:last-child{text-align:right}
@media print{body{margin:0;max-width:none}h2{break-after:avoid}}"""


@dataclass(frozen=True)
class Review:
    """The figures of a report.

    Attributes:
        counts: Resources by value, by facet.
        dead: Dead links; None when they were not checked.
    """

    title: str
    since: str
    until: str
    total: int
    added: tuple[Record, ...]
    experience: int
    licensed: int
    noted: int
    assessed: int
    footprint: int
    counts: Mapping[str, Mapping[str, int]]
    dead: Sequence[Problem] | None
    accepted: int
    refused: tuple[Decision, ...]


def review(
    title: str,
    records: Sequence[Record],
    vocabulary: Vocabulary,
    since: str,
    until: str,
    decisions: Sequence[Decision] = (),
    dead: Sequence[Problem] | None = None,
) -> Review:
    """Count everything; dates are ``YYYY-MM-DD``, ``since`` included."""
    counts: dict[str, Counter[str]] = {}
    for record in records:
        for facet, concepts in record.facets.items():
            for value in {vocabulary.resolve(facet, c.id, c.url) or c.id for c in concepts}:
                counts.setdefault(facet, Counter())[value] += 1
        counts.setdefault("status", Counter())[record.status] += 1
        counts.setdefault("publisher", Counter())[record.publisher or "–"] += 1
    recent = [decision for decision in decisions if decision.date[:10] >= since]
    return Review(
        title=title,
        since=since,
        until=until,
        total=len(records),
        added=tuple(r for r in records if (r.created or r.updated) >= since or r.updated >= since),
        experience=sum(record.kind in _EXPERIENCE for record in records),
        licensed=sum(bool(record.license) for record in records),
        noted=sum(bool(record.text(record.language).quality) for record in records),
        assessed=sum(bool(record.quality.get("assessed")) for record in records),
        footprint=sum(bool(record.footprint) for record in records),
        counts={facet: dict(counter.most_common()) for facet, counter in sorted(counts.items())},
        dead=dead,
        accepted=sum(decision.accepted for decision in recent),
        refused=tuple(decision for decision in recent if not decision.accepted),
    )


def _say(key: str, language: str, **values: str) -> str:
    return _LABELS[key][0 if language == "fr" else 1].format(**values)


def figures(result: Review, language: str) -> list[tuple[str, str]]:
    """The main figures, as (label, value)."""
    dead = _say("unchecked", language) if result.dead is None else str(len(result.dead))
    pairs = [
        ("resources", result.total),
        ("added", len(result.added)),
        ("experience", result.experience),
        ("license", result.licensed),
        ("quality", result.noted),
        ("assessed", result.assessed),
        ("footprint", result.footprint),
        ("dead", dead),
        ("accepted", result.accepted),
        ("refused", len(result.refused)),
    ]
    return [(_say(key, language, since=result.since), str(value)) for key, value in pairs]


def to_html(result: Review, vocabulary: Vocabulary, language: str) -> str:
    """A self-contained page, to read and to print."""
    title = _say("title", language, title=result.title)
    parts = [
        f"<h1>{escape(title)}</h1>",
        f"<p>{escape(_say('since', language, since=result.since, until=result.until))}</p>",
        f"<h2>{escape(_say('figures', language))}</h2>",
        _table(figures(result, language)),
    ]
    for facet, values in result.counts.items():
        head = (_say("value", language), _say("count", language))
        rows = [(vocabulary.label(facet, value, language), str(count)) for value, count in values.items()]
        parts += [f"<h2>{escape(vocabulary.facet_label(facet, language))}</h2>", _table(rows, head)]
    parts += [f"<h2>{escape(_say('list', language))}</h2>"]
    parts.append(_table([(record.text(language).title, record.publisher) for record in result.added]))
    if result.refused:
        rows = [(", ".join(decision.records), decision.reason) for decision in result.refused]
        parts += [f"<h2>{escape(_say('refused', language))}</h2>", _table(rows)]
    if result.dead:
        rows = [(str(problem.params["href"]), str(problem.params["reason"])) for problem in result.dead]
        parts += [f"<h2>{escape(_say('dead', language))}</h2>", _table(rows)]
    return (
        f'<!doctype html>\n<html lang="{language}"><head><meta charset="utf-8"><title>{escape(title)}</title>'
        f"<style>{_STYLE}</style></head><body>\n" + "\n".join(parts) + "\n</body></html>\n"
    )


def _table(rows: Sequence[tuple[str, str]], head: tuple[str, str] | None = None) -> str:
    top = f"<tr><th>{escape(head[0])}</th><th>{escape(head[1])}</th></tr>" if head else ""
    return f"<table>{top}{''.join(f'<tr><td>{escape(a)}</td><td>{escape(b)}</td></tr>' for a, b in rows)}</table>"


def to_csv(result: Review, vocabulary: Vocabulary, language: str) -> str:
    """The same figures, one a line, for a spreadsheet set to French: semicolons."""
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=";", lineterminator="\r\n")
    writer.writerow(["facet", "value", "label", "count"])
    for label, value in figures(result, language):
        writer.writerow(["", "", _cell(label), _cell(value)])
    for facet, values in result.counts.items():
        for identifier, count in values.items():
            writer.writerow([facet, _cell(identifier), _cell(vocabulary.label(facet, identifier, language)), count])
    return stream.getvalue()


def _cell(text: str) -> str:
    """Text that no spreadsheet takes for a formula."""
    return "'" + text if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text
