"""Publish from the command line: ``python3 -m crige_ia_plugin.authoring``; QGIS is not needed.

Exit status: 0 when all is well, 1 when something is wrong, 2 when the command is not understood.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Callable

from ..catalogue.sentences import language as terminal_language
from ..catalogue.vocabulary import FACETS, Vocabulary
from ..paths import RESOURCES
from ..runsheet.errors import ERRORS, RunSheetError
from ..runtime.problems import RuntimeProblem
from ..runtime.script import LOCK_SUFFIX
from ..runtime.sentences import sentence as script_sentence
from .draft import Author, Draft
from .problems import AuthoringError
from .proposal import problems, write_zip
from .script import from_script
from .sentences import sentence
from .words import ENGLISH

_PUBLISH = (
    "faire d'un script une proposition pour un catalogue : fiche et fichiers, en un .zip",
    "make of a script a proposal to a catalogue: record and files, in a .zip",
)
_UNPINNED = (
    "attention: les versions des paquets ne sont pas figées : lancer « python3 -m crige_ia_plugin.runtime freeze »",
    "warning: the versions of the packages are not frozen: run “python3 -m crige_ia_plugin.runtime freeze”",
)
_FRENCH = {
    **ENGLISH,
    "check.yes": "oui",
    "check.no": "non",
    "footprint.scope": "Usage de l'ordinateur pendant une exécution de {duration} ; sa fabrication n'est pas comptée.",
}


def publish(options: argparse.Namespace, say: Callable[[str], None]) -> int:
    """Write the proposal of a script; its exit status.

    Raises:
        RuntimeProblem: the script does not describe itself well.
        RunSheetError: the run sheet cannot be read.
        AuthoringError: whatever prevents it.
        OSError: the run sheet cannot be read.
    """
    language = options.lang
    words = _FRENCH if language == "fr" else ENGLISH
    draft = _with(options, from_script(options.script, options.runsheet, words, language))
    vocabulary = Vocabulary.read(RESOURCES / "catalogue" / "vocabulary")
    found = problems(draft, vocabulary)
    for problem in found:
        say(sentence(problem, language))
    if draft.run.get("dependencies") and not any(file.path.endswith(LOCK_SUFFIX) for file in draft.files):
        say(_UNPINNED[language != "fr"])
    if any(problem.is_error for problem in found):
        return 1
    path = options.output or options.script.with_name(f"{draft.id}-{draft.version}.zip")
    proposal = write_zip(draft, path, vocabulary)
    names = ", ".join(proposal.included)
    said = (f"{path} : {proposal.id}, avec {names}", f"{path}: {proposal.id}, with {names}")
    say(said[language != "fr"])
    return 0


def _with(options: argparse.Namespace, draft: Draft) -> Draft:
    """The draft with what the command line adds to what the script says."""
    facets: dict[str, tuple[str, ...]] = {}
    for text in options.facet:
        facet, _, value = text.partition("=")
        facets[facet] = (*facets.get(facet, ()), value)
    authors = tuple(Author(name) for name in options.author)
    to_check = {draft.language: options.to_check} if options.to_check else {}
    return replace(draft, facets=facets, authors=authors, email=options.email, to_check=to_check)


def _facet(text: str) -> str:
    """Check the form of ``theme=houppiers``."""
    facet, sign, value = text.partition("=")
    if not sign or not value or facet not in FACETS:
        raise argparse.ArgumentTypeError(", ".join(f"{name}=…" for name in FACETS))
    return text


def parser(language: str) -> argparse.ArgumentParser:
    """The command line."""
    words = _PUBLISH[language != "fr"]
    made = argparse.ArgumentParser(prog="python3 -m crige_ia_plugin.authoring")
    made.add_argument("--lang", choices=("fr", "en"), default=language)
    published = made.add_subparsers(dest="command", required=True).add_parser("publish", help=words, description=words)
    published.add_argument("--lang", choices=("fr", "en"), default=argparse.SUPPRESS)
    published.add_argument("--runsheet", type=Path, metavar="HTML")
    published.add_argument("--output", type=Path, metavar="ZIP")
    published.add_argument("--facet", type=_facet, action="append", default=[], metavar="FACET=VALUE")
    published.add_argument("--author", action="append", default=[], metavar="NAME")
    published.add_argument("--email", default="")
    published.add_argument("--to-check", default="", metavar="TEXT")
    published.add_argument("script", type=Path, metavar="SCRIPT")
    return made


def main(arguments: Sequence[str] | None = None, out: Any = None) -> int:
    """Run a command and return its exit status."""
    stream = out or sys.stdout

    def say(line: str) -> None:
        print(line, file=stream, flush=True)

    options = parser(terminal_language()).parse_args(arguments)
    try:
        return publish(options, say)
    except RuntimeProblem as problem:
        say(script_sentence(problem, options.lang))
    except AuthoringError as error:
        say(sentence(error.problem, options.lang))
    except RunSheetError as error:
        said = "ce n'est pas une fiche d'exécution lisible" if options.lang == "fr" else ERRORS[error.code]
        say(f"{options.runsheet}: {said.format(**error.params)}")
    except OSError as error:
        say(f"{error.filename or options.runsheet}: {error.strerror or error}")
    return 1


if __name__ == "__main__":
    sys.exit(main())
