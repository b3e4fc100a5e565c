"""What takes time when one writes a script: writing the template, reading the script, trying it on its sample."""

from __future__ import annotations

import tempfile
from enum import Enum
from pathlib import Path

from qgis.PyQt.QtCore import pyqtSignal

from ... import scripts
from ...messages import script_problem
from ...runtime import authors, environment, freezing, pins, script
from ...runtime.environment import Plan
from ...runtime.folders import write_aside
from ...runtime.job import Outcome
from ...runtime.problems import RuntimeProblem
from ...runtime.script import Script
from ...runtime.trust import Signature
from ...tasks import Ending, Task
from ...translation import interface_language, tr
from ..opening import reason_of


class Standing(Enum):
    """Where a script stands with the toolbox."""

    ABSENT = "absent"
    """It is not there."""
    LOADED = "loaded"
    """It is there as it is now."""
    CHANGED = "changed"
    """It was there, and changed since."""


class AuthorTask(Task):
    """A task of this room; subclasses do their work in ``act``.

    Attributes:
        problem: What prevented it, in the runtime's terms; None when nothing did.
    """

    said = pyqtSignal(str)
    """A line to show to the author."""

    progressed = pyqtSignal(int)
    """How much is done, in per cents: told apart from QGIS's own signal, which others listen to."""

    def __init__(self, description: str) -> None:
        super().__init__(description)
        self.problem: RuntimeProblem | None = None

    def act(self) -> None:
        """Do the work, in another thread.

        Raises:
            RuntimeProblem: whatever prevents it.
        """

    def work(self) -> None:
        """Do the work and keep what prevented it."""
        try:
            self.act()
        except RuntimeProblem as problem:
            self.problem = problem

    def is_cancelled(self) -> bool:
        """Tell whether to stop, in the words of the runtime."""
        return bool(self.isCanceled())


def why(task: AuthorTask, ending: Ending) -> str:
    """Why a task did not do its work, in a sentence; empty when it did."""
    if task.problem is not None:
        return script_problem(task.problem)
    if ending.cancelled:
        return tr("Cancelled.")
    return "" if ending.is_good else reason_of(ending)


class WriteTask(AuthorTask):
    """Writes the template.

    Attributes:
        written: The script, its test, its sample; empty until they are there.
    """

    def __init__(self, name: str, folder: Path) -> None:
        super().__init__(tr("Writing a script"))
        self._name, self._folder = name, folder
        self.written: list[Path] = []

    def act(self) -> None:
        """Write them."""
        self.written = authors.new(self._name, self._folder)


class ReadTask(AuthorTask):
    """Reads what a script says of itself, and where it stands.

    Args:
        path: The script.
        to_run: Whether it is going to run: what would be downloaded for it is found out too, which takes seconds.

    Attributes:
        script: The script; None when it does not describe itself well.
        standing: Where it stands with the toolbox.
        plan: What would be downloaded for it; None when it is not known.
    """

    def __init__(self, path: Path, *, to_run: bool = False) -> None:
        super().__init__(tr("Reading {title}").format(title=path.name))
        self.path, self._to_run = path, to_run
        self.script: Script | None = None
        self.standing = Standing.ABSENT
        self.plan: Plan | None = None

    def act(self) -> None:
        """Read it."""
        self.script = read = script.read(self.path)
        if scripts.own_scripts().files().get(read.id) == self.path.absolute():
            trusted = scripts.consents().is_trusted(read)
            self.standing = Standing.LOADED if trusted else Standing.CHANGED
        if self._to_run:
            scripts.consents().policy.check(read, read.publisher, Signature.UNSIGNED)
            self.plan = scripts.plan(read, self)


class FreezeTask(AuthorTask):
    """Freezes the versions of a script's packages, in a list beside it.

    Attributes:
        count: How many packages there are in it.
    """

    def __init__(self, path: Path) -> None:
        super().__init__(tr("Freezing the versions of {name}").format(name=path.name))
        self.path = path
        self.count = 0

    def act(self) -> None:
        """Choose the versions, then write them."""
        unpinned = script.read(self.path, lock=b"")
        list_ = freezing.freeze(unpinned, scripts.runtime_settings(), self, may_install_uv=True)
        write_aside(script.lock_path(self.path), list_)
        self.count = len(pins.read(list_))


class TryTask(AuthorTask):
    """Runs a script on its sample, and looks at what it wrote; nothing of it stays.

    Attributes:
        outcome: How the run ended; None when it could not begin.
        sizes: Size of each output in bytes, by name.
    """

    def __init__(self, read: Script) -> None:
        super().__init__(tr("Trying {title}").format(title=read.title(interface_language())))
        self.script = read
        self.outcome: Outcome | None = None
        self.sizes: dict[str, int] = {}

    def act(self) -> None:
        """Prepare, run, look."""
        with tempfile.TemporaryDirectory(prefix="iageo-try-") as name:
            folder = Path(name)
            authors.sample_values(self.script, folder)  # said before anything is downloaded
            prepared = environment.prepare(self.script, scripts.runtime_settings(), self, may_install_uv=True)
            self.outcome = authors.check(self.script, prepared, folder, self, interface_language())
            self.sizes = {output: Path(path).stat().st_size for output, path in self.outcome.outputs.items()}
        self.problem = self.outcome.error

    # what the run tells

    def progress(self, fraction: float) -> None:
        """How far the run is."""
        self.report(fraction)
        self.progressed.emit(round(100 * min(1.0, max(0.0, fraction))))

    def message(self, text: str) -> None:
        """Something the script says."""
        self.said.emit(text)

    def warning(self, text: str) -> None:
        """Something the script warns about."""
        self.said.emit(tr("Warning: {text}").format(text=text))
