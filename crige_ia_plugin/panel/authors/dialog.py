"""“Write a shared script”: start from a script that works, try it, load it in the toolbox, publish it."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Callable

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QEvent, QUrl, pyqtSignal
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QFileDialog, QWidget

from ... import scripts
from ...messages import script_problem
from ...runtime.authors import is_name
from ...runtime.problems import Code, RuntimeProblem
from ...runtime.script import Script, lock_path
from ...tasks import Ending, start
from ...translation import tr
from .. import memory
from ..consent.dialog import ConsentDialog
from ..tool_dialogs import ToolDialogs
from ..wording import missing_tool
from .form import AuthorForm
from .tasks import AuthorTask, FreezeTask, ReadTask, Standing, TryTask, WriteTask, why
from .telling import asked, described, stands, tried

_LAST = "authors.script"

Done = Callable[[], None]
Use = Callable[[Script], None]


class AuthorsDialog(AuthorForm):
    """Follows one script, from its template to its publication.

    The first time that a script is to run, its author sees what its users will: the question of consent. From then on
    the click that loads it is the agreement to what it is at that moment.

    Args:
        parent: Window it stands in.

    Attributes:
        path: The script; None before one is started or chosen.
        script: What it says of itself, as last read; None when it says it badly.
        standing: Where it stands with the toolbox, as last looked at.
        consent: The question of consent, while it is open.
    """

    publishAsked = pyqtSignal(object)  # noqa: N815 - Qt's way
    """The author wants to publish the script at this path."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.path: Path | None = None
        self.script: Script | None = None
        self.standing = Standing.ABSENT
        self.consent: ConsentDialog | None = None
        self._task: AuthorTask | None = None
        self._looking: ReadTask | None = None
        self._agreed: set[Path] = set()
        self._tools = ToolDialogs()
        self._connect()
        self._show()
        last = memory.read(_LAST)
        if last:
            self._take_up(Path(last))

    def _connect(self) -> None:
        self.name.textChanged.connect(lambda _: self._show())
        self.folder.textChanged.connect(lambda _: self._show())
        self.browse.clicked.connect(self._browse)
        self.write.clicked.connect(self._write)
        self.choose.clicked.connect(self._choose)
        self.show_folder.clicked.connect(self._show_folder)
        self.attempt.clicked.connect(lambda: self._once_agreed(self._try))
        self.load.clicked.connect(lambda: self._once_agreed(self._load))
        self.tool.clicked.connect(self._open_tool)
        self.unload.clicked.connect(self._unload)
        self.freeze.clicked.connect(self._freeze)
        self.publish.clicked.connect(self._publish)
        self.cancel.clicked.connect(self._cancel)
        self.leave.clicked.connect(self.reject)

    @property
    def is_busy(self) -> bool:
        """Whether something is under way."""
        return self._task is not None

    def open_script(self, path: Path) -> None:
        """Follow a script from now on."""
        self.path, self.script, self.standing = path, None, Standing.ABSENT
        memory.write(_LAST, str(path))
        self._read()

    def _take_up(self, path: Path) -> None:
        """Follow again the script of the last time, if it is still there: its disk may be slow, or gone."""
        task = self._looking = ReadTask(path)

        def looked(_: Ending) -> None:
            self._looking = None
            gone = task.problem is not None and task.problem.code is Code.READ_FAILED
            if self.path is None and not self.is_busy and not gone:
                self.path = path
                self._take(task)
                self._show()

        task.ended.connect(looked)
        start(task)

    def stop(self) -> None:
        """End what is under way; nobody hears of it any more."""
        if self.consent is not None:
            self.consent.reject()
        for task in (self._task, self._looking):
            if task is not None:
                for signal in (task.ended, task.progressed, task.said):
                    with suppress(TypeError):  # nobody listens, or the plugin that goes has cut the lines already
                        signal.disconnect()
                task.cancel()
        self._task = self._looking = None
        self._tools.forget()

    def done(self, result: int) -> None:
        """Close; what runs is stopped."""
        self.stop()
        super().done(result)

    def event(self, event: QEvent) -> bool:
        """Look at the script again when its author comes back from the editor."""
        if event.type() == QEvent.Type.WindowActivate:
            self._look()
        return bool(super().event(event))

    # starting one

    def _browse(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, tr("Folder of the script"), self.folder.text())
        if chosen:
            self.folder.setText(chosen)

    def _write(self) -> None:
        task = WriteTask(self.name.text().strip(), Path(self.folder.text().strip()).expanduser())

        def written() -> None:
            self._tell(tr("Written: {files}.").format(files=", ".join(path.name for path in task.written)))
            self.open_script(task.written[0])
            self._show_folder()

        self._run(task, written)

    # one that is there

    def _choose(self) -> None:
        begin = str(self.path.parent if self.path else self.folder.text())
        chosen, _ = QFileDialog.getOpenFileName(self, tr("Shared script"), begin, tr("Python scripts (*.py)"))
        if chosen:
            self.open_script(Path(chosen))

    def _show_folder(self) -> None:
        if self.path is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.path.parent)))

    def _read(self) -> None:
        """Read it again."""
        if self.path is not None:
            task = ReadTask(self.path)
            self._run(task, lambda: self._take(task))

    def _look(self) -> None:
        """Read it again without greying anything: a click that comes at the same moment counts."""
        if self.path is None or self.is_busy or self._looking is not None:
            return
        task = self._looking = ReadTask(self.path)

        def looked(_: Ending) -> None:
            self._looking = None
            if not self.is_busy and task.path == self.path:
                self._take(task)
                self._show()

        task.ended.connect(looked)
        start(task)

    def _take(self, task: ReadTask) -> None:
        self.script, self.standing = task.script, task.standing

    def _once_agreed(self, use: Use) -> None:
        """Read the script as it is now, ask for the agreement the first time, then do something with what was read."""
        if self.path is None:
            return
        task = ReadTask(self.path, to_run=True)

        def read() -> None:
            self._take(task)
            if task.script is None:
                return
            if self.standing is not Standing.ABSENT or task.path in self._agreed:
                use(task.script)
            else:
                self._ask(task, task.script, use)

        self._run(task, read)

    def _ask(self, task: ReadTask, read: Script, use: Use) -> None:
        self.consent = dialog = ConsentDialog(asked(read, task.plan, task.path), self)

        def closed(result: int) -> None:
            self.consent = None
            dialog.deleteLater()
            if result:
                self._agreed.add(task.path)
                use(read)

        dialog.finished.connect(closed)
        dialog.open()  # comes back at once: QGIS goes on

    # doing something with it

    def _try(self, read: Script) -> None:
        task = TryTask(read)

        def tried_it() -> None:
            for words in tried(task):
                self._tell(words)

        self._tell(tr("Trying {title} on its sample…").format(title=read.name))
        self._run(task, tried_it)

    def _freeze(self) -> None:
        if self.path is None:
            return
        task = FreezeTask(self.path)

        def frozen() -> None:
            self._tell(tr("Written: {files}.").format(files=lock_path(task.path).name))
            self._tell(
                tr("Versions of {count} packages are frozen in it. Try it again with them.").format(count=task.count)
            )
            self._read()

        self._run(task, frozen)

    def _load(self, read: Script) -> None:
        try:
            algorithm = scripts.load_own(read)
        except RuntimeProblem as problem:
            self._tell(script_problem(problem))
            return
        self._fill_toolbox()
        self._tell(tr("In the toolbox: {id}.").format(id=algorithm))
        self._read()

    def _open_tool(self) -> None:
        if self.script is not None and not self._tools.open(f"{scripts.PROVIDER}:{scripts.own_name(self.script)}"):
            self._tell(missing_tool())

    def _unload(self) -> None:
        if self.script is None:
            return
        try:
            scripts.own_scripts().drop(self.script.id)
        except RuntimeProblem as problem:
            self._tell(script_problem(problem))
            return
        self._fill_toolbox()
        self._read()

    def _publish(self) -> None:
        if self.script is not None and self.script.dependencies and not self.script.lock:
            self._tell(tr("△ The versions of its packages are not frozen: its users may get others than yours."))
        self.publishAsked.emit(self.path)

    def _fill_toolbox(self) -> None:
        provider = QgsApplication.processingRegistry().providerById(scripts.PROVIDER)
        if provider is not None:
            provider.refreshAlgorithms()

    # what goes on

    def _run(self, task: AuthorTask, done: Done) -> None:
        """Run a task, one at a time; ``done`` is called when it did its work."""
        self._task = task
        task.progressed.connect(self.progress.setValue)
        task.said.connect(self._tell)
        task.ended.connect(lambda ending: self._ended(task, ending, done))
        self.progress.setValue(0)
        self._show()
        start(task)

    def _ended(self, task: AuthorTask, ending: Ending, done: Done) -> None:
        if task is not self._task:
            return
        self._task = None
        reason = why(task, ending)
        if not reason:
            done()
        else:
            self._fail(task, reason)
        self._show()

    def _fail(self, task: AuthorTask, reason: str) -> None:
        if isinstance(task, ReadTask):
            self.script = None
        if isinstance(task, TryTask) and task.outcome is not None and task.outcome.stderr_tail:
            self._tell(task.outcome.stderr_tail.rstrip())
        self._tell(f"✘ {reason}")

    def _cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def _tell(self, text: str) -> None:
        self.log.appendPlainText(text)

    def _show(self) -> None:
        """Show what can be done now, and grey the rest."""
        busy, read = self.is_busy, self.script
        name, folder = self.name.text().strip(), self.folder.text().strip()
        wrong = bool(name) and not is_name(name)
        self.note.setText(tr("✘ Small letters, digits and underscores only, a letter first.") if wrong else "")
        self.note.setVisible(wrong)
        self.write.setEnabled(not busy and bool(name and folder) and not wrong)
        where = str(self.path) if self.path else tr("None yet: write the template, or open a script that exists.")
        self.about.setText(f"{where}\n{described(read)}" if read else where)
        self.stands.setText(stands(self.standing) if read else "")
        self.stands.setVisible(read is not None)
        self.choose.setEnabled(not busy)
        self.show_folder.setEnabled(self.path is not None)
        for button in (self.attempt, self.load):
            button.setEnabled(not busy and self.path is not None)
        self.tool.setEnabled(not busy and read is not None and self.standing is Standing.LOADED)
        self.unload.setEnabled(not busy and read is not None and self.standing is not Standing.ABSENT)
        self.freeze.setEnabled(not busy and read is not None and bool(read.dependencies))
        self.publish.setEnabled(not busy and read is not None)
        slow = isinstance(self._task, (TryTask, FreezeTask))
        self.progress.setVisible(slow)
        self.cancel.setVisible(slow)
