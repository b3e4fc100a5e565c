"""Keep the translations: read the sentences of the code, update, check and compile the ``.ts`` files.

    translations.py update     bring i18n/*.ts up to date with the code
    translations.py check      refuse what is missing, unfinished or differs in its placeholders
    translations.py compile    make build/i18n/*.qm, where they are older than their sources

The plugin has one door, ``tr("…", n=…)``, and one context; Qt's own extractor would file them under another.
Python's own parser finds them, and names the line where a sentence is not a literal.

French holds every sentence. English holds those with a number only, for "1 segment" and "2 segments".
"""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent
PACKAGE = REPOSITORY / "crige_ia_plugin"
SOURCES = REPOSITORY / "i18n"
COMPILED = REPOSITORY / "build" / "i18n"
CONTEXT = "crige_ia"
PLURAL_FORMS = {"fr": 2, "en": 2}
PLURAL_ONLY = {"en"}
DOORS = {"tr", "later"}
"""Functions of translation.py that take a sentence."""

_PLACEHOLDER = re.compile(r"\{[^{}]*\}|%n|%L?\d")
_LRELEASE = (
    "/usr/lib/qt5/bin/lrelease",
    "/usr/lib/qt6/bin/lrelease",
    "lrelease-qt5",
    "lrelease-qt6",
    "lrelease",
)


class TranslationError(Exception):
    """What is wrong, with its file and line."""


@dataclass
class Message:
    """A sentence: its English text, where it stands, its translation in each plural form."""

    source: str
    plural: bool
    files: set[str] = field(default_factory=set)
    forms: list[str] = field(default_factory=list)
    finished: bool = False


# --- The sentences of the code


def sentences_of(code: str, name: str) -> list[Message]:
    """Return the sentences of one Python file.

    Raises:
        TranslationError: a sentence that is no literal, or that goes another way than ``tr``.
    """
    found = []
    for node in ast.walk(ast.parse(code, filename=name)):
        if not isinstance(node, ast.Call):
            continue
        function = node.func
        if isinstance(function, ast.Attribute) and function.attr in {"tr", "translate"}:
            if not _is_other_translate(function) and not name.endswith("/translation.py"):
                where = f"{name}:{node.lineno}"
                raise TranslationError(f'{where}: use tr("…") of translation.py, the one context')
        elif isinstance(function, ast.Name) and function.id in DOORS:
            found.append(_message(node, name))
    return found


def _is_other_translate(function: ast.Attribute) -> bool:
    """Say whether ``x.translate(…)`` is a string's or a painter's: only Qt's own translates sentences."""
    owner = function.value
    qt = isinstance(owner, ast.Name) and owner.id in {"QCoreApplication", "QApplication", "QgsApplication"}
    return function.attr == "translate" and not qt


def _message(call: ast.Call, name: str) -> Message:
    """Return the sentence of one ``tr("…", n=…)`` or ``later("…")`` call."""
    where = f"{name}:{call.lineno}"
    text = call.args[0] if call.args else None
    if not (isinstance(text, ast.Constant) and isinstance(text.value, str)):
        raise TranslationError(f"{where}: tr() takes a literal text; put values in afterwards with .format()")
    if not text.value.strip():
        raise TranslationError(f"{where}: tr() of an empty text")
    plural = len(call.args) > 1 or any(keyword.arg == "n" for keyword in call.keywords)
    if plural != ("%n" in text.value):
        raise TranslationError(f"{where}: a text with %n goes with n=…, and the other way round")
    return Message(text.value, plural, {name})


def sentences(package: Path = PACKAGE) -> dict[str, Message]:
    """Return every sentence of the package by its English text, in order of file then line."""
    found: dict[str, Message] = {}
    for path in sorted(package.rglob("*.py")):
        name = path.relative_to(package.parent).as_posix()
        for message in sentences_of(path.read_text(encoding="utf-8"), name):
            known = found.setdefault(message.source, message)
            known.files |= message.files
    return found


# --- The .ts files


def read_ts(path: Path) -> dict[str, Message]:
    """Return the sentences of a ``.ts`` file, by English text."""
    found: dict[str, Message] = {}
    for element in ET.parse(path).getroot().iter("message"):
        translation = element.find("translation")
        forms = [form.text or "" for form in translation.findall("numerusform")]
        source = element.findtext("source", "")
        found[source] = Message(
            source,
            element.get("numerus") == "yes",
            {location.get("filename", "") for location in element.findall("location")},
            forms or [translation.text or ""],
            translation.get("type") is None,
        )
    return found


def write_ts(path: Path, language: str, messages: list[Message]) -> None:
    """Write a ``.ts`` file; places have no line numbers, so that a change elsewhere leaves it alone."""
    root = ET.Element("TS", version="2.1", language=language, sourcelanguage="en")
    context = ET.SubElement(root, "context")
    ET.SubElement(context, "name").text = CONTEXT
    for message in messages:
        element = ET.SubElement(context, "message", {"numerus": "yes"} if message.plural else {})
        for name in sorted(message.files):
            ET.SubElement(element, "location", filename=f"../{name.removeprefix('../')}")
        ET.SubElement(element, "source").text = message.source
        translation = ET.SubElement(element, "translation", {} if message.finished else {"type": "unfinished"})
        if message.plural:
            for form in message.forms:
                ET.SubElement(translation, "numerusform").text = form
        else:
            translation.text = message.forms[0]
    ET.indent(root, "    ")
    text = ET.tostring(root, encoding="unicode", short_empty_elements=False)
    header = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
    path.write_text(f"{header}{text}\n", encoding="utf-8")


def wanted(language: str, found: dict[str, Message]) -> dict[str, Message]:
    """Return the sentences that a language must hold."""
    return {text: message for text, message in found.items() if message.plural or language not in PLURAL_ONLY}


def merge(language: str, found: dict[str, Message], known: dict[str, Message]) -> list[Message]:
    """Return the code's sentences with their known translations; the new ones are empty and unfinished."""
    merged = []
    for text, message in wanted(language, found).items():
        forms = PLURAL_FORMS[language] if message.plural else 1
        old = known.get(text)
        if old is not None and old.plural == message.plural and len(old.forms) == forms:
            merged.append(Message(text, message.plural, message.files, old.forms, old.finished))
        else:
            merged.append(Message(text, message.plural, message.files, [""] * forms))
    return merged


def problems(language: str, found: dict[str, Message], known: dict[str, Message]) -> list[str]:
    """Return what is wrong with a language's translations, one line each."""
    lines = []
    expected = wanted(language, found)
    lines += [f"missing, run make i18n: {text!r}" for text in expected if text not in known]
    lines += [f"no longer in the code, run make i18n: {text!r}" for text in known if text not in expected]
    for text in expected.keys() & known.keys():
        message = known[text]
        forms = PLURAL_FORMS[language] if expected[text].plural else 1
        if not message.finished or len(message.forms) != forms or not all(form.strip() for form in message.forms):
            lines.append(f"unfinished: {text!r}")
            continue
        lines += [f"{problem}: {text!r}" for problem in _form_problems(text, message)]
    return sorted(lines)


def _form_problems(text: str, message: Message) -> list[str]:
    """Return how the forms of a translation differ from their source in what the code relies on."""
    expected = Counter(_PLACEHOLDER.findall(text))
    found = []
    for index, form in enumerate(message.forms):
        placeholders = Counter(_PLACEHOLDER.findall(form))
        if message.plural and index == 0:
            # "One segment" may go without its number.
            placeholders["%n"] = expected["%n"]
        if placeholders != expected:
            found.append("placeholders differ")
        # The no-break space that French puts before a colon is no blank at the end of a sentence.
        if re.findall(r"^[ \t\n]*|[ \t\n]*$", text) != re.findall(r"^[ \t\n]*|[ \t\n]*$", form):
            found.append("blanks at the ends differ")
    return found


# --- Commands


def ts_path(language: str) -> Path:
    """Return the ``.ts`` file of a language."""
    return SOURCES / f"crige_ia_plugin_{language}.ts"


def update() -> int:
    """Bring the ``.ts`` files up to date."""
    found = sentences()
    for language in PLURAL_FORMS:
        path = ts_path(language)
        known = read_ts(path) if path.is_file() else {}
        merged = merge(language, found, known)
        write_ts(path, language, merged)
        unfinished = sum(not message.finished for message in merged)
        dropped = len(known.keys() - {message.source for message in merged})
        name = path.relative_to(REPOSITORY)
        print(f"i18n: {name}: {len(merged)} sentences, {unfinished} unfinished, {dropped} dropped")
    return 0


def check() -> int:
    """Say what is wrong with the translations; 1 if anything is."""
    found = sentences()
    failed = False
    for language in PLURAL_FORMS:
        path = ts_path(language)
        for problem in problems(language, found, read_ts(path) if path.is_file() else {}):
            print(f"{path.relative_to(REPOSITORY)}: {problem}", file=sys.stderr)
            failed = True
    return int(failed)


def compile_all() -> int:
    """Compile each ``.ts`` file that is newer than its ``.qm``."""
    COMPILED.mkdir(parents=True, exist_ok=True)
    for language in PLURAL_FORMS:
        source = ts_path(language)
        target = COMPILED / f"{source.stem}.qm"
        if target.is_file() and target.stat().st_mtime >= source.stat().st_mtime:
            continue
        release(source, target)
    return 0


def release(source: Path, target: Path) -> None:
    """Compile one ``.ts`` file with Qt's own compiler."""
    command = [_lrelease(), "-silent", str(source), "-qm", str(target)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    if run.returncode:
        raise TranslationError(f"{source}: {run.stdout}{run.stderr}")


def _lrelease() -> str:
    """Return Qt's translation compiler."""
    for candidate in _LRELEASE:
        found = shutil.which(candidate)
        if found:
            return found
    raise TranslationError("Qt's lrelease is missing: install qttools5-dev-tools or qt6-l10n-tools")


def main() -> int:
    """Run the command named on the command line."""
    commands = {"update": update, "check": check, "compile": compile_all}
    try:
        return commands[sys.argv[1]]()
    except TranslationError as error:
        print(f"i18n: {error}", file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
