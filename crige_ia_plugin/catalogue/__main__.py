"""Keep a catalogue from the command line: ``python3 -m crige_ia_plugin.catalogue``; QGIS is not needed.

Exit status: 0 when all is well, 1 when something is wrong, 2 when the command is not understood.
"""

from __future__ import annotations

import argparse
import getpass
import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Callable

from ..paths import RESOURCES
from . import export as exporting
from . import minisign, moderation, publish, serve
from . import report as reporting
from .check import VOCABULARY, check_folder, read_catalog, read_records
from .links import dead_links
from .problems import CatalogueError, Code, Problem
from .record import Record, parse
from .sentences import language as terminal_language
from .sentences import sentence
from .strictjson import pretty
from .vocabulary import Vocabulary

UNLOCKING_VARIABLE = "IAGEO_KEY_PASSWORD"

_HELP = {
    "new": ("commencer un catalogue dans un dossier vide", "start a catalogue in an empty folder"),
    "check": ("dire tout ce qui ne va pas", "tell everything that is wrong"),
    "build": ("fabriquer ce qui se publie", "make what is published"),
    "keygen": ("faire une clé de signature", "make a signing key"),
    "sign": ("signer le catalogue", "sign the catalogue"),
    "verify": ("vérifier les fichiers, et la signature avec --key", "verify files, and the signature with --key"),
    "export": ("écrire DCAT-AP et schema.org", "write DCAT-AP and schema.org"),
    "serve": ("voir le catalogue, sur cet ordinateur seulement", "look at the catalogue, on this computer only"),
    "import": ("juger des contributions, les accepter ou les refuser", "judge contributions, accept or refuse them"),
    "report": ("faire le bilan pour un comité ou un financeur", "make the review for a committee or a funder"),
}


class Command:
    """One run: arguments, language, where to write."""

    def __init__(self, options: argparse.Namespace, say: Callable[[str], None]) -> None:
        self.options = options
        self.language: str = options.lang
        self.say = say

    def tell(self, french: str, english: str) -> None:
        """Print a line in the user's language."""
        self.say(french if self.language == "fr" else english)

    def tell_problems(self, problems: Iterable[Problem]) -> int:
        """Print problems; the number of errors among them."""
        errors = 0
        for problem in problems:
            self.say(sentence(problem, self.language))
            errors += problem.is_error
        return errors

    # commands, each giving an exit status

    def new(self) -> int:
        """Start a catalogue."""
        o = self.options
        vocabulary = RESOURCES / "catalogue" / VOCABULARY
        publish.new(o.folder, o.id, o.title, o.organisation, o.email, vocabulary)
        self.tell(
            f"{o.folder} : catalogue prêt, écrire ses fiches dans records/",
            f"{o.folder}: ready, write records in records/",
        )
        return 0

    def check(self) -> int:
        """Tell everything that is wrong."""
        problems = check_folder(self.options.folder)
        errors = self.tell_problems(problems)
        dead = list(self._dead(self.options.folder)) if self.options.links else []
        self.tell_problems(dead)
        warnings = len(problems) - errors + len(dead)
        self.tell(f"{errors} erreur(s), {warnings} avertissement(s)", f"{errors} error(s), {warnings} warning(s)")
        return 1 if errors or dead or (self.options.strict and warnings) else 0

    def build(self) -> int:
        """Make what is published."""
        errors = [problem for problem in check_folder(self.options.folder) if problem.is_error]
        stale = (Code.SIZE_DIFFERS, Code.CHECKSUM_DIFFERS)  # the build itself measures files again
        if self.tell_problems(problem for problem in errors if problem.code not in stale):
            return 1
        built = publish.build(self.options.folder, days=self.options.days)
        self.tell_problems(built.problems)
        state = (
            ("numéro {0}", "serial {0}")
            if built.changed
            else ("rien de nouveau, numéro {0}", "nothing new, serial {0}")
        )
        self.tell(
            f"{built.records} fiches, {state[0].format(built.serial)}",
            f"{built.records} records, {state[1].format(built.serial)}",
        )
        return 0

    def keygen(self) -> int:
        """Make a key."""
        key = minisign.write_pair(self.options.key, self._password(self.options.encrypt, twice=True))
        self.tell(f"Clé publique à donner à tous : {key.text}", f"Public key to give to everyone: {key.text}")
        return 0

    def sign(self) -> int:
        """Sign."""
        o = self.options
        try:
            trust = publish.sign(o.folder, o.key, os.environ.get(UNLOCKING_VARIABLE, ""))
        except CatalogueError as error:
            if error.code is not Code.KEY_LOCKED or not sys.stdin.isatty():
                raise
            trust = publish.sign(o.folder, o.key, self._password(True))
        self.tell(f"Signé par la clé {trust.key} : {trust.comment}", f"Signed by key {trust.key}: {trust.comment}")
        return 0

    def verify(self) -> int:
        """Verify."""
        text = self.options.key or ""
        if text and Path(text).is_file():
            text = Path(text).read_text(encoding="utf-8")
        trust, problems = publish.verify_folder(self.options.folder, minisign.trusted_key(text))
        if self.tell_problems(problems):
            return 1
        self.tell("Intégrité vérifiée", "Integrity verified")
        if trust:
            self.tell(f"Signé par la clé {trust.key} : {trust.comment}", f"Signed by key {trust.key}: {trust.comment}")
        return 0

    def export(self) -> int:
        """Write the catalogue for others."""
        o = self.options
        if self._has_errors(o.folder):
            return 1
        catalog, _ = read_catalog(o.folder)
        records = [record for record, _ in self._records(o.folder)]
        vocabulary = Vocabulary.read(o.folder / VOCABULARY)
        o.output.mkdir(parents=True, exist_ok=True)
        for name, data in (
            ("dcat-ap.jsonld", exporting.dcat(catalog, records, vocabulary, o.base)),
            ("schema-org.jsonld", exporting.schema_org(catalog, records, o.base)),
        ):
            publish.write(o.output / name, pretty(data))
            self.say(str(o.output / name))
        return 0

    def serve(self) -> int:
        """Preview."""
        if not self.options.folder.is_dir():
            raise CatalogueError(Code.FOLDER_MISSING, name=self.options.folder.name)
        with serve.server(self.options.folder, self.options.port, self.language) as http:
            address = f"http://127.0.0.1:{http.server_port}/"
            self.tell(f"{address} — Ctrl+C pour arrêter", f"{address} — Ctrl+C to stop")
            try:
                http.serve_forever()
            except KeyboardInterrupt:
                return 0
        return 0

    def import_(self) -> int:
        """Judge contributions."""
        return max(self._import_one(archive) for archive in self.options.archives)

    def _import_one(self, archive: Path) -> int:
        o = self.options
        with moderation.workspace() as workspace:
            try:
                contribution = moderation.receive(o.folder, archive, Path(workspace))
            except CatalogueError as error:
                self.tell_problems([error.problem])
                return 1
            self.tell_problems(contribution.problems)
            dead = self.tell_problems(self._dead(contribution.folder)) if o.links else 0
            names = ", ".join(record.id for record in contribution.records)
            if o.refuse:
                moderation.refuse(o.folder, contribution, o.refuse)
                self.tell(f"{archive.name} : refusé ({names})", f"{archive.name}: refused ({names})")
                return 0
            if not contribution.acceptable:
                self.tell(f"{archive.name} : à corriger ({names})", f"{archive.name}: to be corrected ({names})")
                return 1
            if not o.accept:
                self.tell(
                    f"{archive.name} : acceptable ({names}) ; rien n'est fait sans --accept ou --refuse MOTIF",
                    f"{archive.name}: acceptable ({names}); nothing is done without --accept or --refuse REASON",
                )
                return 1 if dead else 0
            moderation.accept(o.folder, contribution)
            self.tell(
                f"{archive.name} : accepté ({names}) ; lancer « build »",
                f"{archive.name}: accepted ({names}); run “build”",
            )
            return 0

    def report(self) -> int:
        """Review."""
        o = self.options
        if not reporting_date(o.since):
            raise CatalogueError(Code.DATE_FORM, text=o.since)
        if self._has_errors(o.folder):
            return 1
        catalog, _ = read_catalog(o.folder)
        vocabulary = Vocabulary.read(o.folder / VOCABULARY)
        result = reporting.review(
            str(catalog.get("title", o.folder.name)),
            [record for record, _ in self._records(o.folder)],
            vocabulary,
            o.since,
            publish.stamp(publish.now())[:10],
            moderation.journal(o.folder),
            list(self._dead(o.folder)) if o.links else None,
        )
        o.output.mkdir(parents=True, exist_ok=True)
        for suffix, text in (
            ("html", reporting.to_html(result, vocabulary, self.language)),
            ("csv", "\ufeff" + reporting.to_csv(result, vocabulary, self.language)),
        ):
            path = o.output / f"{'bilan' if self.language == 'fr' else 'review'}-{o.since}.{suffix}"
            publish.write(path, text)
            self.say(str(path))
        return 0

    # what several commands share

    def _has_errors(self, folder: Path) -> bool:
        return bool(self.tell_problems(problem for problem in check_folder(folder) if problem.is_error))

    def _records(self, folder: Path) -> list[tuple[Record, str]]:
        return [(parse(dict(file.data), str(file.path)), str(file.path)) for file in read_records(folder)[0]]

    def _dead(self, folder: Path) -> Iterable[Problem]:
        try:
            import requests
        except ImportError:
            raise CatalogueError(Code.REQUESTS_UNAVAILABLE) from None
        return dead_links(self._records(folder), requests.Session, self.language)

    def _password(self, wanted: bool, twice: bool = False) -> str:
        if not wanted:
            return ""
        known = os.environ.get(UNLOCKING_VARIABLE, "")
        if known or not sys.stdin.isatty():
            return known
        ask = "Mot de passe de la clé : " if self.language == "fr" else "Password of the key: "
        first = getpass.getpass(ask)
        if twice and getpass.getpass(ask) != first:
            raise CatalogueError(Code.KEY_LOCKED)
        return first


def reporting_date(text: str) -> bool:
    """Whether a text is a date, ``YYYY-MM-DD``."""
    from datetime import date

    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def parser(language: str) -> argparse.ArgumentParser:
    """The command line."""
    column = 0 if language == "fr" else 1
    common, again = argparse.ArgumentParser(add_help=False), argparse.ArgumentParser(add_help=False)
    common.add_argument("--lang", choices=("fr", "en"), default=language)
    again.add_argument("--lang", choices=("fr", "en"), default=argparse.SUPPRESS)  # keeps what came before the command
    main_parser = argparse.ArgumentParser(prog="python3 -m crige_ia_plugin.catalogue", parents=[common])
    commands = main_parser.add_subparsers(dest="command", required=True)

    def add(name: str) -> argparse.ArgumentParser:
        made = commands.add_parser(name, help=_HELP[name][column], description=_HELP[name][column], parents=[again])
        if name != "keygen":
            made.add_argument("folder", type=Path, metavar="DIR")
        return made

    new = add("new")
    new.add_argument("--id", default="mon-catalogue")
    new.add_argument("--title", default="Mon catalogue")
    new.add_argument("--organisation", default="Mon organisme")
    new.add_argument("--email", default="contact@example.org")
    check = add("check")
    check.add_argument("--links", action="store_true")
    check.add_argument("--strict", action="store_true")
    add("build").add_argument("--days", type=int, default=publish.VALID_DAYS)
    keygen = add("keygen")
    keygen.add_argument("key", type=Path, metavar="KEY")
    keygen.add_argument("--encrypt", action="store_true")
    add("sign").add_argument("key", type=Path, metavar="KEY")
    add("verify").add_argument("--key", metavar="KEY")
    exported = add("export")
    exported.add_argument("--output", type=Path, default=Path("export"))
    exported.add_argument("--base", default="https://example.org/catalogue/")
    add("serve").add_argument("--port", type=int, default=8123)
    imported = add("import")
    imported.add_argument("archives", type=Path, nargs="+", metavar="ZIP")
    imported.add_argument("--links", action="store_true")
    decision = imported.add_mutually_exclusive_group()
    decision.add_argument("--accept", action="store_true")
    decision.add_argument("--refuse", metavar="REASON")
    report = add("report")
    report.add_argument("--since", required=True, metavar="YYYY-MM-DD")
    report.add_argument("--output", type=Path, default=Path())
    report.add_argument("--links", action="store_true")
    return main_parser


def main(arguments: Sequence[str] | None = None, out: Any = None) -> int:
    """Run a command and return its exit status."""
    stream = out or sys.stdout
    options = parser(terminal_language()).parse_args(arguments)
    command = Command(options, lambda line: print(line, file=stream))
    method = "import_" if options.command == "import" else options.command
    try:
        status: int = getattr(command, method)()
        return status
    except CatalogueError as error:
        command.tell_problems([error.problem])
    except OSError as error:
        command.tell_problems([Problem(Code.WRITE_FAILED, {"reason": error.strerror or str(error)})])
    return 1


if __name__ == "__main__":
    sys.exit(main())
