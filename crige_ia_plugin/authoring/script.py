"""A shared script turned into the draft of its record: what it says of itself, its files, what a run of it measured."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ..runsheet import files
from ..runsheet.sheet import RunSheet
from ..runtime.parameters import Parameter
from ..runtime.script import Script, lock_path, read
from .draft import Draft, Licences, LocalFile, Measure, Texts, WebLink
from .experience import footprint_of, measure_of
from .identifiers import identifier
from .problems import AuthoringError, Code
from .words import ENGLISH

_MAX_MEASURES = 30


def from_script(
    path: Path, sheet: Path | None = None, words: Mapping[str, str] = ENGLISH, language: str = "fr"
) -> Draft:
    """The draft of the record of a script that lies on this computer.

    Args:
        path: The script; its pinned list and its styles are taken from beside it.
        sheet: Run sheet of its last run, None when there is none.
        words: Sentences by code.
        language: Language its author writes first.

    Raises:
        RuntimeProblem: it does not describe itself well.
        OSError: the run sheet cannot be read.
        RunSheetError: it holds no run sheet.
        AuthoringError: SHEET_OTHER or SHEET_UNDONE.
    """
    script = read(path)
    told = files.read(sheet) if sheet is not None else None
    if told is not None and sheet is not None:
        _check_sheet(script, told, sheet.name)
    return draft_of_script(script, files_of(script, path), told, words, language)


def is_of(script: Script, sheet: RunSheet) -> bool:
    """Whether a run sheet tells of a run of these very bytes that came to its end."""
    return sheet.tool.sha256 == script.sha256 and sheet.status == "done"


def files_of(script: Script, path: Path) -> tuple[LocalFile, ...]:
    """The files that a script is made of: itself, its pinned list, the styles of its outputs; those that are there."""
    styles = dict.fromkeys(parameter.style for parameter in script.outputs if parameter.style)
    found = [path, lock_path(path), *(path.with_name(f"{style}.qml") for style in styles)]
    return tuple(LocalFile(str(one), one.name, _MEDIA.get(one.suffix, "")) for one in found if one.is_file())


def draft_of_script(
    script: Script,
    attached: tuple[LocalFile, ...] = (),
    sheet: RunSheet | None = None,
    words: Mapping[str, str] = ENGLISH,
    language: str = "fr",
) -> Draft:
    """The draft of the record of a script; what it does not say of itself is left for its author to tell.

    Args:
        script: The script.
        attached: Its files.
        sheet: Run sheet of a run of this very script; its checks, figures and footprint become the record's.
        words: Sentences by code, in the language of the sheet.
        language: Language its author writes first.
    """
    return Draft.new(
        "script",
        language,
        title=_both(script.titles, language),
        description=_both(script.helps, language),
        keywords=script.tags,
        publisher=script.publisher,
        version=script.version,
        licences=Licences(code=script.license),
        links=(WebLink(script.url),) if script.url else (),
        files=attached,
        assessed=bool(sheet and sheet.checks),
        measures=_measures(sheet, words) if sheet else (),
        footprint=footprint_of(sheet, words) if sheet else None,
        run=_run(script),
        id=identifier(script.id, "script"),
    )


_MEDIA = {".py": "text/x-python", ".txt": "text/plain", ".qml": "application/xml"}


def _check_sheet(script: Script, sheet: RunSheet, name: str) -> None:
    if sheet.tool.sha256 != script.sha256:
        raise AuthoringError(Code.SHEET_OTHER, name=name, tool=sheet.tool.title, version=sheet.tool.version)
    if not is_of(script, sheet):
        raise AuthoringError(Code.SHEET_UNDONE, name=name)


def _both(texts: Texts, language: str) -> dict[str, str]:
    """Texts by language; one that is the same in all is in the author's alone."""
    written = {code: text for code, text in texts.items() if text.strip()}
    same = set(written.values())
    return {language: same.pop()} if len(same) == 1 and len(written) > 1 else written


def _measures(sheet: RunSheet, words: Mapping[str, str]) -> tuple[Measure, ...]:
    """Checks, then figures."""
    checks = [measure_of(check, words) for check in sheet.checks]
    figures = [
        Measure(figure.label, value=float(figure.value), unit=figure.unit)
        for figure in sheet.results
        if isinstance(figure.value, (int, float)) and not isinstance(figure.value, bool)
    ]
    return tuple((checks + figures)[:_MAX_MEASURES])


def _run(script: Script) -> dict[str, Any]:
    """What ``iageo:run`` holds: how to run it and what it asks for."""
    found: dict[str, Any] = {
        "runner": "script",
        "script": script.id,
        "network": script.network,
        "requiresPython": script.requires_python,
        "dependencies": list(script.dependencies),
        "parameters": [_parameter(one) for one in script.parameters],
    }
    if script.ram_mib:
        found["ramMiB"] = script.ram_mib
    return {key: value for key, value in found.items() if value not in ("", [])}


def _parameter(parameter: Parameter) -> dict[str, Any]:
    found = {
        "name": parameter.name,
        "type": parameter.type.value,
        "title": dict(parameter.titles),
        "help": dict(parameter.helps),
        "default": parameter.default,
        "optional": parameter.optional or None,
    }
    return {key: value for key, value in found.items() if value not in (None, {})}
