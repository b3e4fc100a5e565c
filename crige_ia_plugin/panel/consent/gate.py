"""The gate before the store: what holds a script is shown, and waits for the user's word; data goes through."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Callable

from qgis.core import Qgis
from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtWidgets import QWidget

from ...messages import script_problem
from ...runtime.environment import Plan
from ...runtime.problems import RuntimeProblem
from ...runtime.trust import Signature
from ...scripts import Offer, agree, offer, plan
from ...tasks import Ending, Task
from ...translation import tr
from ..acting import holds_code
from .dialog import ConsentDialog
from .request import Request

if TYPE_CHECKING:
    from ..centre import Subject
    from ..installing import Tell
    from ..jobs import Jobs

Answer = Callable[[bool], None]


class OfferTask(Task):
    """Reads the description of a script, and finds out what would be downloaded for it.

    Attributes:
        offer: What is offered; None when there is no script.
        plan: What would be downloaded; None when it cannot be told.
        problem: What is wrong with it; None when nothing is.
    """

    def __init__(self, subject: Subject, files: Mapping[str, Path]) -> None:
        super().__init__(tr("Reading {title}").format(title=subject.title))
        self.offer: Offer | None = None
        self.plan: Plan | None = None
        self.problem: RuntimeProblem | None = None
        self._key, self._publisher = subject.key, subject.record.publisher
        self._signature, self._files = signature_of(subject), dict(files)

    def is_cancelled(self) -> bool:
        """Tell whether to stop, in the words of the runtime."""
        return self.isCanceled()

    def work(self) -> None:
        """Read, then ask."""
        try:
            self.offer = offer(self._key, self._publisher, self._signature, self._files)
            if self.offer is not None and not self.offer.script.runner.is_inside:
                self.plan = plan(self.offer.script, self)
        except RuntimeProblem as problem:
            self.problem = problem


class ConsentGate(QObject):
    """Asks before a script is put on this computer; QGIS goes on meanwhile.

    Args:
        window: Window the dialogs stand in.
        jobs: What tells and cancels the tasks.
        tell: Says why a script cannot be installed.
    """

    def __init__(self, window: QWidget | None, jobs: Jobs, tell: Tell, parent: QObject) -> None:
        super().__init__(parent)
        self._window, self._jobs, self._tell = window, jobs, tell
        self.dialogs: list[ConsentDialog] = []

    def __call__(self, subject: Subject, files: Mapping[str, Path], answer: Answer) -> None:
        """Let through what is no code; otherwise ask, and answer once the user did."""
        if not holds_code(subject.record, files):
            answer(True)
            return
        words = tr("Reading “{title}”…").format(title=subject.title)
        self._jobs.run(OfferTask(subject, files), words, lambda task, ending: self._read(subject, task, ending, answer))

    def close(self) -> None:
        """Close what is still asked, as refused."""
        for dialog in list(self.dialogs):
            dialog.reject()

    def _read(self, subject: Subject, task: OfferTask, ending: Ending, answer: Answer) -> None:
        if task.problem is not None:
            self._refuse(subject, script_problem(task.problem))
        elif ending.is_good and task.offer is None:
            self._refuse(subject, tr("It holds a program that describes no shared script, and only those can be run."))
        if task.problem is not None or task.offer is None or not ending.is_good:
            answer(False)
            return
        try:
            request = request_of(subject, task.offer, task.plan)
        except RuntimeProblem as problem:  # QGIS cannot read it
            self._refuse(subject, script_problem(problem))
            answer(False)
        else:
            self._ask(task.offer, request, answer)

    def _refuse(self, subject: Subject, reason: str) -> None:
        words = tr("“{title}” was not installed. {reason}")
        self._tell(words.format(title=subject.title, reason=reason), Qgis.MessageLevel.Warning)

    def _ask(self, offered: Offer, request: Request, answer: Answer) -> None:
        dialog = ConsentDialog(request, self._window)
        self.dialogs.append(dialog)

        def closed(result: int) -> None:
            self.dialogs.remove(dialog)
            dialog.deleteLater()
            answer(bool(result) and self._agreed(offered))

        dialog.finished.connect(closed)
        dialog.open()  # comes back at once: QGIS goes on

    def _agreed(self, offered: Offer) -> bool:
        try:
            agree(offered)
        except RuntimeProblem as problem:
            self._tell(script_problem(problem), Qgis.MessageLevel.Critical)
            return False
        return True


def signature_of(subject: Subject) -> Signature:
    """What vouches for a resource."""
    if subject.ships:
        return Signature.BUNDLED
    return Signature.SIGNED if subject.signed_by else Signature.UNSIGNED


def request_of(subject: Subject, offered: Offer, planned: Plan | None) -> Request:
    """What the dialog is to show."""
    record = subject.record
    runner = offered.script.runner
    network = record.run.get("network", None if runner.is_inside else offered.script.network)
    ready = planned is not None and (planned.is_ready or not planned.downloads)
    return Request(
        title=subject.title,
        version=record.version,
        publisher=record.publisher,
        catalogue=subject.catalogue_title,
        ships=subject.ships,
        signed_by=subject.signed_by,
        licence="" if record.license_unspecified else record.license,
        dependencies=offered.script.dependencies,
        download=0 if ready else planned.size if planned is not None else None,
        installs_uv=planned is not None and planned.installs_uv,
        network=network if isinstance(network, bool) else None,
        text=offered.text,
        before=offered.before,
        runner=runner,
        missing=offered.missing,
    )
