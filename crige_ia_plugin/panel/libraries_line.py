"""What the libraries of shared scripts take on this computer, in the options, and making room."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from ..messages import script_problem
from ..runtime import storage
from ..runtime.environment import Settings
from ..runtime.problems import RuntimeProblem
from ..scripts import runtime_settings
from ..tasks import Ending, Task, start
from ..translation import tr
from .labels import fitting
from .numbers import shown_size
from .opening import reason_of
from .plain import tip


class LibrariesTask(Task):
    """Removes what served no run for long, when that is asked, then measures what there is.

    Attributes:
        size: Bytes.
        removed: How many environments went.
        problem: Why they could not.
    """

    def __init__(self, settings: Settings, remove: bool) -> None:
        super().__init__(tr("Measuring the libraries of the shared scripts"), discreet=True)
        self._settings, self._remove = settings, remove
        self.size = self.removed = 0
        self.problem: RuntimeProblem | None = None

    def is_cancelled(self) -> bool:
        """Tell whether to stop, in the words of the runtime."""
        return self.isCanceled()

    def work(self) -> None:
        """Remove, then measure."""
        try:
            if self._remove:
                self.removed = storage.make_room(self._settings)
            self.size = storage.used(self._settings, self)
        except RuntimeProblem as problem:
            self.problem = problem


class LibrariesLine(QWidget):
    """Says what the libraries take, and removes those that no longer serve when asked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._task: LibrariesTask | None = None
        self.words = fitting(QLabel())
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.remove = QPushButton(tr("Remove the unused ones"))
        hint = tr(
            "Removes the libraries of the scripts that were not run for %n day(s), and the packages kept to make them "
            "again. When such a script is run, the same versions come back, by the network.",
            n=int(storage.UNUSED_DAYS),
        )
        self.remove.setToolTip(tip(hint))
        self.remove.clicked.connect(lambda: self._begin(remove=True))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.words, 1)
        layout.addWidget(self.remove)
        self._begin(remove=False)

    @property
    def is_busy(self) -> bool:
        """Whether it is measuring, or removing."""
        return self._task is not None

    def _begin(self, *, remove: bool) -> None:
        self.remove.setEnabled(False)
        self.words.setText(tr("Libraries of the shared scripts: {size}").format(size="…"))
        task = self._task = LibrariesTask(runtime_settings(), remove)
        task.ended.connect(self._tell)
        start(task)

    def _tell(self, ending: Ending) -> None:
        task, self._task = self._task, None
        if task is None:
            return
        if task.problem is not None or not ending.is_good:
            self.words.setText(script_problem(task.problem) if task.problem is not None else reason_of(ending))
        else:
            said = [tr("Libraries of the shared scripts: {size}").format(size=shown_size(task.size))]
            if task.removed:
                said.append(tr("removed: those of %n script(s)", n=task.removed))
            self.words.setText(" – ".join(said))
        self.remove.setEnabled(task.size > 0 or task.problem is not None)  # what went wrong may be tried again
