"""Shared scripts from the command line: ``python3 -m crige_ia_plugin.runtime``; QGIS is not needed.

Exit status: 0 when all is well, 1 when something is wrong, 2 when the command is not understood.
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Callable

from . import authors, environment, freezing, job, pack, pins, programs, storage, values
from .environment import Plan, Settings
from .folders import write_aside, writing_problem
from .listener import Step
from .problems import Code, RuntimeProblem
from .script import Script, lock_path, read
from .sentences import STEPS, sentence
from .sentences import language as terminal_language
from .trust import Trust, default_path

_HELP = {
    "describe": ("dire ce qu'un script demande et produit", "tell what a script asks for and makes"),
    "check": (
        "lancer un script sur son essai et regarder ce qu'il écrit",
        "run a script on its sample, look at its outputs",
    ),
    "run": ("lancer un script déjà accepté", "run a script that was agreed to"),
    "trust": (
        "accepter un script après l'avoir lu, ou retirer l'accord",
        "agree to a script once read, or take it back",
    ),
    "freeze": ("figer les versions des paquets d'un script", "freeze the versions of a script's packages"),
    "bundle": ("faire un paquet à emporter sur un poste sans internet", "make a pack for a computer without internet"),
    "unpack": ("ouvrir un paquet, en vérifiant tout", "open a pack, verifying everything"),
    "clean": ("retirer les environnements qui ne servent plus", "remove the environments that no longer serve"),
    "new": ("commencer un script qui marche, avec son test", "start a script that works, with its test"),
}
_MIB = 1 << 20


class Terminal:
    """Follows a run: prints what it says, stops it on Ctrl+C."""

    def __init__(self, say: Callable[[str], None], french: bool) -> None:
        self._say, self._french = say, french
        self._tenth = 0
        self._stopped = False

    def stop(self, *_: object) -> None:
        """Ask the run to stop."""
        self._stopped = True

    def progress(self, fraction: float) -> None:
        """Print every tenth."""
        if int(fraction * 10) != self._tenth:
            self._tenth = int(fraction * 10)
            self._say(f"{self._tenth * 10} %")

    def message(self, text: str) -> None:
        """Print it."""
        self._say(text)

    def warning(self, text: str) -> None:
        """Print it, marked."""
        self._say(("attention : " if self._french else "warning: ") + text)

    def is_cancelled(self) -> bool:
        """Whether Ctrl+C was pressed."""
        return self._stopped


class Command:
    """One command: its options, the language, where to write."""

    def __init__(self, options: argparse.Namespace, say: Callable[[str], None]) -> None:
        self.options = options
        self.french = options.lang == "fr"
        self.say = say
        self.terminal = Terminal(self.tell_aside, self.french)

    def tell(self, french: str, english: str) -> None:
        """Print a line in the user's language."""
        self.say(french if self.french else english)

    def tell_aside(self, text: str) -> None:
        """Print what is not the result."""
        print(text, file=sys.stderr, flush=True)  # noqa: T201

    # commands, each giving an exit status

    def describe(self) -> int:
        """Describe."""
        script = self._script_or_notebook()
        if self.options.json:
            self.say(json.dumps(_described(script), ensure_ascii=False, indent=1))
            return 0
        language = self.options.lang
        self.say(f"{script.id} {script.version} — {script.title(language)}")
        for parameter in script.parameters:
            mark = "→" if parameter.is_output else " "
            rest = "" if parameter.default is None else f" [{parameter.default}]"
            self.say(f" {mark} {parameter.option}  {parameter.type.value}  {parameter.title(language)}{rest}")
        for name in script.dependencies:
            self.say(f"   + {name}")
        self.say(f"   SHA-256 {script.sha256}")
        return 0

    def check(self) -> int:
        """Check on the sample; whoever checks a script has it before their eyes, so no agreement is asked."""
        script = read(self.options.script)
        with tempfile.TemporaryDirectory(prefix="iageo-check-") as name:
            folder = Path(self.options.output or name)
            authors.sample_values(script, folder)
            outcome = authors.check(script, self._prepare(script), folder, self.terminal, self.options.lang)
            if self._tell_ending(outcome):
                return 1
            for output, path in outcome.outputs.items():
                size = Path(path).stat().st_size
                self.tell(f"{output} : {size} octets, du bon type", f"{output}: {size} bytes, of the right type")
        return 0

    def run(self) -> int:
        """Run."""
        script = self._script_or_notebook()
        self._trust().verify(script)
        given = values.parse(script, self.options.values)
        values.complete(script, given)
        settings = self._settings()
        outcome = job.run(
            script,
            self._prepare(script),
            given,
            settings.cache_folder / "runs",
            self.terminal,
            job.Limits(seconds=self.options.seconds),
            self.options.lang,
        )
        if self._tell_ending(outcome):
            return 1
        self.say(json.dumps({"outputs": dict(outcome.outputs), "result": outcome.result}, ensure_ascii=False))
        return 0

    def trust(self) -> int:
        """Agree, take back, or list."""
        kept = self._trust()
        if not self.options.script:
            for consent in kept.consents():
                self.say(
                    f"{consent.when}  {consent.script} {consent.version}  {consent.publisher}  {consent.signature}"
                )
            return 0
        script = programs.read(self.options.script)
        if self.options.withdraw:
            count = kept.withdraw(script.id)
            self.tell(f"{count} accord(s) retiré(s)", f"{count} agreement(s) taken back")
            return 0
        kept.agree(script)
        self.tell(
            f"{script.id} {script.version} accepté pour ce contenu exact (SHA-256 {script.sha256}). Un script peut "
            "lire et écrire tout ce que vous pouvez : ce n'est pas un bac à sable.",
            f"{script.id} {script.version} agreed to, for this exact content (SHA-256 {script.sha256}). A script can "
            "read and write whatever you can: this is no sandbox.",
        )
        return 0

    def freeze(self) -> int:
        """Freeze the versions."""
        script = self._script_or_notebook(lock=b"")
        path = lock_path(self.options.script)
        list_ = freezing.freeze(script, self._settings(), self.terminal, self.options.install_uv)
        write_aside(path, list_)
        count = len(pins.read(list_))
        self.tell(f"{path} : {count} paquets", f"{path}: {count} packages")
        return 0

    def bundle(self) -> int:
        """Make a pack."""
        script = self._script_or_notebook()
        path = self.options.output or Path(f"{script.id}-{script.version}.zip")
        target = pack.Target(self.options.platform, self.options.python_version)
        names = pack.bundle(script, self._settings(), path, self.terminal, target)
        self.tell(f"{path} : {len(names)} fichiers", f"{path}: {len(names)} files")
        return 0

    def unpack(self) -> int:
        """Open a pack."""
        opened = pack.unpack(self.options.pack, self.options.folder)
        self.tell(
            f"{opened.script.path} : vérifié ; le lire, puis « trust », puis « run --wheels {opened.wheels} »",
            f"{opened.script.path}: verified; read it, then “trust”, then “run --wheels {opened.wheels}”",
        )
        return 0

    def clean(self) -> int:
        """Make room."""
        settings = self._settings()
        before = storage.used(settings)
        count = storage.make_room(settings, self.options.days)
        freed = (before - storage.used(settings)) / _MIB
        self.tell(
            f"{count} environnement(s) retiré(s), {freed:.0f} Mio libérés",
            f"{count} environment(s) removed, {freed:.0f} MiB freed",
        )
        return 0

    def new(self) -> int:
        """Start a script."""
        for path in authors.new(self.options.name, self.options.folder):
            self.say(str(path))
        return 0

    # what several commands share

    def _settings(self) -> Settings:
        o = self.options
        wheels = str(Path(o.wheels).resolve()) if o.wheels else ""
        return Settings(
            python=o.python, uv=o.uv, index_url=o.index_url, wheels=wheels, offline=o.offline, cache=o.cache,
            isolated=o.isolated,
        )  # fmt: skip

    def _script_or_notebook(self, lock: bytes | None = None) -> Script:
        found = programs.read(self.options.script, lock=lock)
        if found.runner.is_inside:
            raise RuntimeProblem(Code.INSIDE_ONLY, str(self.options.script))
        return found

    def _trust(self) -> Trust:
        chosen = self.options.trust_file
        return Trust(Path(chosen) if chosen else default_path(sys.platform, os.environ))

    def _prepare(self, script: Script) -> environment.Prepared:
        signal.signal(signal.SIGINT, self.terminal.stop)
        settings = self._settings()
        plan = environment.plan(script, settings, self.terminal)
        if not plan.is_ready:
            self._tell_plan(plan)
        agreed = self.options.install_uv
        return environment.prepare(script, settings, self.terminal, agreed, self._tell_step)

    def _tell_plan(self, plan: Plan) -> None:
        names = ", ".join(f"{download.name} {download.version}".strip() for download in plan.downloads)
        size = "?" if plan.size is None else f"{plan.size / _MIB:.1f}"
        if names:
            french = f"à télécharger, sauf ce qui l'est déjà : {names} ({size} Mio)"
            english = f"to be downloaded, except what already was: {names} ({size} MiB)"
            self.tell_aside(french if self.french else english)

    def _tell_step(self, step: Step) -> None:
        self.tell_aside(STEPS[step][not self.french])

    def _tell_ending(self, outcome: job.Outcome) -> bool:
        """Tell how a run ended; whether it went wrong."""
        if outcome.error is not None:
            if outcome.stderr_tail:
                self.tell_aside(outcome.stderr_tail.rstrip())
            self.say(sentence(outcome.error, self.options.lang))
            return True
        seconds, cpu, peak = outcome.wall_seconds, outcome.cpu_seconds, outcome.peak_bytes / _MIB
        french = f"{seconds:.1f} s, {cpu:.1f} s de calcul, {peak:.0f} Mio"
        english = f"{seconds:.1f} s, {cpu:.1f} s of CPU, {peak:.0f} MiB"
        self.tell_aside(french if self.french else english)
        return False


def _described(script: Script) -> dict[str, Any]:
    return {
        "id": script.id,
        "version": script.version,
        "title": dict(script.titles),
        "help": dict(script.helps),
        "publisher": script.publisher,
        "license": script.license,
        "sha256": script.sha256,
        "requiresPython": script.requires_python,
        "dependencies": list(script.dependencies),
        "parameters": [
            {
                "name": parameter.name,
                "type": parameter.type.value,
                "title": dict(parameter.titles),
                "default": parameter.default,
                "optional": parameter.optional,
            }
            for parameter in script.parameters
        ],
    }


def parser(language: str) -> argparse.ArgumentParser:
    """The command line."""
    column = 0 if language == "fr" else 1
    common, again = argparse.ArgumentParser(add_help=False), argparse.ArgumentParser(add_help=False)
    common.add_argument("--lang", choices=("fr", "en"), default=language)
    again.add_argument("--lang", choices=("fr", "en"), default=argparse.SUPPRESS)  # keeps what came before the command
    making = argparse.ArgumentParser(add_help=False)
    for option in ("--python", "--uv", "--index-url", "--wheels", "--cache"):
        making.add_argument(option, default="")
    for option in ("--offline", "--isolated", "--install-uv"):
        making.add_argument(option, action="store_true")
    trusting = argparse.ArgumentParser(add_help=False)
    trusting.add_argument("--trust-file", default="")
    main_parser = argparse.ArgumentParser(prog="python3 -m crige_ia_plugin.runtime", parents=[common])
    commands = main_parser.add_subparsers(dest="command", required=True)

    def add(name: str, *parents: argparse.ArgumentParser) -> argparse.ArgumentParser:
        said = _HELP[name][column]
        return commands.add_parser(name, help=said, description=said, parents=[again, *parents])

    described = add("describe")
    described.add_argument("--json", action="store_true")
    described.add_argument("script", type=Path, metavar="SCRIPT")
    checked = add("check", making)
    checked.add_argument("--output", default="", metavar="DIR")
    checked.add_argument("script", type=Path, metavar="SCRIPT")
    ran = add("run", making, trusting)
    ran.add_argument("--seconds", type=float)
    ran.add_argument("script", type=Path, metavar="SCRIPT")
    ran.add_argument("values", nargs=argparse.REMAINDER, metavar="--parameter value")
    trusted = add("trust", trusting)
    trusted.add_argument("--withdraw", action="store_true")
    trusted.add_argument("script", type=Path, nargs="?", metavar="SCRIPT")
    add("freeze", making).add_argument("script", type=Path, metavar="SCRIPT")
    bundled = add("bundle", making)
    bundled.add_argument("--output", type=Path, metavar="ZIP")
    bundled.add_argument("--platform", default="")
    bundled.add_argument("--python-version", default="")
    bundled.add_argument("script", type=Path, metavar="SCRIPT")
    unpacked = add("unpack")
    unpacked.add_argument("pack", type=Path, metavar="ZIP")
    unpacked.add_argument("folder", type=Path, metavar="DIR")
    add("clean", making).add_argument("--days", type=float, default=storage.UNUSED_DAYS)
    started = add("new")
    started.add_argument("--folder", type=Path, default=Path())
    started.add_argument("name", metavar="NAME")
    return main_parser


def main(arguments: Sequence[str] | None = None, out: Any = None) -> int:
    """Run a command and return its exit status."""
    stream = out or sys.stdout
    options = parser(terminal_language()).parse_args(arguments)
    command = Command(options, lambda line: print(line, file=stream, flush=True))
    try:
        status: int = getattr(command, options.command)()
        return status
    except RuntimeProblem as problem:
        command.say(sentence(problem, options.lang))
    except OSError as error:
        command.say(sentence(writing_problem(error, error.filename or ""), options.lang))
    return 1


if __name__ == "__main__":
    sys.exit(main())
