"""A run turned into what others can learn from: the draft of an experience report, or of an abandoned case."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from ..runsheet import files
from ..runsheet.format import Formatter
from ..runsheet.node import Value
from ..runsheet.paths import anonymised
from ..runsheet.sheet import Check, RunSheet
from .draft import Draft, Footprint, LocalFile, Measure
from .identifiers import identifier
from .words import ENGLISH

_MAX_TEXT = 2_000


def from_file(path: Path, words: Mapping[str, str] = ENGLISH) -> Draft:
    """The draft of the run that a run sheet tells; the sheet goes with it, unless it holds anything personal.

    Raises:
        OSError: the file cannot be read.
        RunSheetError: it holds no run sheet.
    """
    sheet = files.read(path)
    attached = (LocalFile(str(path), words["experience.sheet"]),) if anonymised(sheet) == sheet else ()
    return from_sheet(sheet, words, attached)


def from_sheet(sheet: RunSheet, words: Mapping[str, str] = ENGLISH, attached: tuple[LocalFile, ...] = ()) -> Draft:
    """The draft of a run: its parameters, quality and footprint; what was learnt is left for its author to tell.

    Args:
        sheet: Done: an experience report. Failed or cancelled: an abandoned case.
        words: Sentences by code, in the language of the sheet.
        attached: Files that go with it.
    """
    sheet = anonymised(sheet)
    done = sheet.status == "done"
    started = sheet.cost.started
    draft = Draft.new(
        "experience-report" if done else "abandoned-case",
        sheet.language,
        facets={"format": ("retour-experience",)},
        date=started.date().isoformat(),
        edition=", ".join(dict.fromkeys(layer.edition for layer in sheet.inputs if layer.edition)),
        status="active" if done else "abandoned",
        id=identifier(sheet.tool.id.rpartition(":")[2] + started.strftime("-%Y%m%d-%H%M%S"), "experience"),
        files=attached,
        assessed=bool(sheet.checks),
        measures=tuple(measure_of(check, words) for check in sheet.checks),
        limits=sheet.warnings,
        footprint=footprint_of(sheet, words),
        run=_run(sheet),
    )
    title = words["title.done" if done else "title.abandoned"].format(tool=sheet.tool.title)
    failed = ", ".join(check.label for check in sheet.checks if not check.passed)
    to_check = words["check.failed"].format(checks=failed) if failed else ""
    return Draft(
        **{
            **vars(draft),
            "title": {draft.language: title},
            "description": {draft.language: "\n".join(_description(sheet, words))},
            "to_check": {draft.language: to_check} if to_check else {},
        }
    )


def _description(sheet: RunSheet, words: Mapping[str, str]) -> Iterator[str]:
    """What happened, line by line, then what only the author can add."""
    say = Formatter(sheet.language)
    yield (
        words[f"text.{sheet.status}"]
        .format(
            tool=sheet.tool.title,
            version=sheet.tool.version,
            date=sheet.cost.started.date().isoformat(),
            duration=say.duration(sheet.cost.duration_s),
            error=sheet.error,
        )
        .strip()
    )
    colon = words["colon"]
    inputs = [
        layer.label + (f" ({say.number(layer.feature_count)})" if layer.feature_count else "") for layer in sheet.inputs
    ]
    parameters = [f"{item.label}{colon}{_said(item.value, say)}" for item in sheet.parameters if item.value is not None]
    results = [
        f"{item.label}{colon}{_said(item.value, say)}{f' {item.unit}' if item.unit else ''}"
        for item in sheet.results
        if item.value is not None
    ]
    for code, parts in (("text.inputs", inputs), ("text.parameters", parameters), ("text.results", results)):
        if parts:
            yield words[code].format(list="; ".join(parts))
    yield ""
    yield words["text.learnt" if sheet.status == "done" else "text.why"]


def _said(value: Value, say: Formatter) -> str:
    if isinstance(value, tuple):
        return ", ".join(_said(item, say) for item in value)
    if isinstance(value, bool) or value is None or isinstance(value, str):
        return str(value)[:200]
    return say.number(value)


def measure_of(check: Check, words: Mapping[str, str]) -> Measure:
    """A quality check as a measure."""
    verdict = words["check.yes" if check.passed else "check.no"]
    return Measure(check.label, passed=check.passed, words=check.detail or verdict)


def footprint_of(sheet: RunSheet, words: Mapping[str, str]) -> Footprint:
    """The estimated footprint of a run, and what it was of."""
    energy = sheet.cost.energy
    scope = words["footprint.scope"].format(duration=Formatter(sheet.language).duration(sheet.cost.duration_s))
    return Footprint(energy.energy_wh, energy.co2_g, energy.formula, scope)


def _run(sheet: RunSheet) -> dict[str, Any]:
    """What ``iageo:run`` holds: enough to run it again, nothing that says where things were."""
    return {
        "runner": "processing",
        "algorithm": sheet.tool.id,
        "version": sheet.tool.version,
        "sha256": sheet.tool.sha256,
        "outcome": sheet.status,
        "error": sheet.error[:_MAX_TEXT],
        "durationS": sheet.cost.duration_s,
        "parameters": [{**asdict(item), "value": _cut(item.value)} for item in sheet.parameters],
        "inputs": [
            {
                "label": layer.label,
                "source": layer.source,
                "featureCount": layer.feature_count,
                "crs": layer.crs,
                "edition": layer.edition,
            }
            for layer in sheet.inputs
        ],
        "results": [asdict(figure) for figure in sheet.results],
        "software": [{"name": name, "version": version} for name, version in sheet.software],
    }


def _cut(value: Value) -> object:
    if isinstance(value, tuple):
        return [_cut(item) for item in value[:200]]
    return value[:_MAX_TEXT] if isinstance(value, str) else value
