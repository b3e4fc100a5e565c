"""How a proposal leaves: saved as a file, posted to a catalogue that takes it, or saved and told by e-mail."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Callable

from qgis.PyQt.QtCore import QByteArray, QStandardPaths, Qt, QUrl
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QFileDialog, QLabel, QMessageBox, QProgressBar, QPushButton, QVBoxLayout, QWidget

from ...authoring.draft import Draft
from ...authoring.identifiers import identifier
from ...authoring.mail import proposal_mail
from ...messages import authoring_words
from ...tasks import Ending, start
from ...translation import tr
from ..labels import faint, selectable
from ..online import is_online
from ..plain import tip
from ..wording import unreachable
from ..wrapping import WrappingButton
from .addressees import Addressee
from .fields import choice
from .tasks import FormTask, Ground, PostTask, ZipTask, why

Fresh = Callable[[], Draft]


class Sending(QWidget):
    """The ways out of a form, and how it went.

    Args:
        ground: What the form stands on.
        fresh: Gives the draft as it is now.
    """

    def __init__(self, ground: Ground, fresh: Fresh) -> None:
        super().__init__()
        self._ground, self._fresh = ground, fresh
        self._task: FormTask | None = None
        self._errors = 0
        self.addressee = choice([(one.id, one.title) for one in ground.addressees])
        self.addressee.setAccessibleName(tr("Catalogue"))
        self.save = WrappingButton(tr("Save the proposal…"), "install")
        self.post = WrappingButton(tr("Send to the catalogue"), "up")
        self.mail = WrappingButton(tr("Save, and write an e-mail…"), "open")
        self.cancel = QPushButton(tr("Cancel"))
        self.progress = QProgressBar()
        self.progress.setAccessibleName(tr("Progress"))
        self.progress.setTextVisible(False)
        self.progress.setFixedHeight(4)
        self.result = selectable(QLabel())
        self.result.setTextFormat(Qt.TextFormat.PlainText)
        self._lay_out()
        self.addressee.currentIndexChanged.connect(lambda _: self.show_ways())
        self.save.clicked.connect(lambda: self._save(with_mail=False))
        self.mail.clicked.connect(lambda: self._save(with_mail=True))
        self.post.clicked.connect(self._post)
        self.cancel.clicked.connect(self._cancel)
        self._show_busy(False)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self.heading = faint(tr("Which catalogue is it for?"))
        layout.addWidget(self.heading)
        layout.addWidget(self.addressee)
        for button in (self.save, self.post, self.mail):
            layout.addWidget(button)
        layout.addWidget(self.progress)
        layout.addWidget(self.cancel, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.result)
        alone = len(self._ground.addressees) < 2
        self.heading.setVisible(not alone)
        self.addressee.setVisible(not alone)

    # what can be done

    def show_ways(self, errors: int | None = None) -> None:
        """Grey what cannot be done, and say why.

        Args:
            errors: How many things keep the draft from leaving; as before when it is not given.
        """
        self._errors = self._errors if errors is None else errors
        busy, draft, chosen = self._task is not None, self._fresh(), self._chosen()
        wrong = tr("Put right first what is marked ✘.") if self._errors else ""
        saves = tr("Saves one file, ready for a pull request or an e-mail: the record, and the files that go along.")
        self._show(self.save, wrong, saves, busy)
        mails = tr("Saves the same file, then opens your mail program with a message to {address}: attach the file.")
        address = chosen.email if chosen else ""
        no_address = tr("This catalogue gives no address to write to.")
        self._show(self.mail, wrong or ("" if address else no_address), mails.format(address=address), busy)
        posts = tr("Sends the record to the server of this catalogue, which may hold it for review.")
        self._show(self.post, wrong or self._no_post(draft, chosen), posts, busy)
        self.post.setVisible(any(one.location for one in self._ground.addressees))

    def _no_post(self, draft: Draft, chosen: Addressee | None) -> str:
        """Why the record cannot be posted, empty when it can."""
        if chosen is None or not chosen.location:
            return tr("This catalogue is made of files: nothing can be sent to it. Save the proposal.")
        if any(not file.url.strip() for file in draft.files):
            return tr("Attached files cannot be sent this way: give the address where they are, or save the proposal.")
        return "" if is_online() else unreachable()

    def _show(self, button: QPushButton, refusal: str, hint: str, busy: bool) -> None:
        button.setEnabled(not refusal and not busy)
        button.setToolTip(tip(refusal or hint))
        button.setAccessibleDescription(refusal or hint)

    def _chosen(self) -> Addressee | None:
        found = self.addressee.currentData()
        return next((one for one in self._ground.addressees if one.id == found), None)

    # doing it

    def _save(self, *, with_mail: bool) -> None:
        draft, chosen = self._fresh(), self._chosen()
        path = ask_where(self, draft)
        if path is None:
            return
        task = ZipTask(draft, path, self._ground.vocabulary)
        address = chosen.email if chosen and with_mail else ""
        self._run(task, tr("Writing the proposal…"), lambda: self._saved(task, draft, address))

    def _saved(self, task: ZipTask, draft: Draft, address: str) -> None:
        if not address:
            words = tr("Saved: {path}. Add it to a pull request, or hand it to whoever runs the catalogue.")
            self.result.setText(words.format(path=task.path))
            return
        url = QUrl.fromEncoded(QByteArray(proposal_mail(draft, address, task.path.name, authoring_words()).encode()))
        opened = QDesktopServices.openUrl(url)
        words = tr("Saved: {path}. Attach this file to the message that your mail program opens, then send it.")
        if not opened:
            words = tr("Saved: {path}. No mail program opened: write to {address} and attach this file.")
        self.result.setText(words.format(path=task.path, address=address))

    def _post(self) -> None:
        draft, chosen = self._fresh(), self._chosen()
        if chosen is None:
            return
        task = PostTask(draft, chosen.location, chosen.access, self._ground.vocabulary)
        self._run(task, tr("Sending…"), lambda: self._posted(task, chosen))

    def _posted(self, task: PostTask, chosen: Addressee) -> None:
        words = tr("“{catalogue}” received your proposal. Thank you! It will be shown once it is accepted.")
        said = words.format(catalogue=chosen.title)
        self.result.setText(f"{said}\n{task.address}".strip())

    def _run(self, task: FormTask, words: str, done: Callable[[], None]) -> None:
        self._task = task
        task.progressChanged.connect(self._progressed)
        task.ended.connect(lambda ending: self._ended(task, ending, done))
        self.result.setText(words)
        self._show_busy(True)
        start(task)

    def _progressed(self, percent: float) -> None:
        if self._task is not None:
            self.progress.setRange(0, 100)
            self.progress.setValue(round(percent))

    def _ended(self, task: FormTask, ending: Ending, done: Callable[[], None]) -> None:
        self._task = None
        self._show_busy(False)
        reason = why(task, ending)
        if reason:
            self.result.setText(reason)
        else:
            done()

    def _show_busy(self, on: bool) -> None:
        self.progress.setRange(0, 0)
        self.progress.setVisible(on)
        self.cancel.setVisible(on)
        self.show_ways()

    def _cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def stop(self) -> None:
        """Forget what is under way: the form closes."""
        if self._task is not None:
            with suppress(TypeError):  # the plugin that goes has cut the lines already
                self._task.progressChanged.disconnect(self._progressed)
                self._task.ended.disconnect()
            self._task.cancel()
            self._task = None


def ask_where(parent: QWidget, draft: Draft) -> Path | None:
    """Ask where to save a proposal; None when the user gives up. Nothing is overwritten without a question."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    name = draft.id or identifier(draft.text(draft.title))
    proposed = str(Path(documents or Path.home()) / f"{name}.zip")
    chosen, _ = QFileDialog.getSaveFileName(parent, tr("Save the proposal"), proposed, tr("Proposal (*.zip)"))
    if not chosen:
        return None
    path = Path(chosen)
    if path.suffix.lower() == ".zip":
        return path  # the dialog asked before overwriting
    path = path.with_name(path.name + ".zip")
    if path.exists():
        words = tr("“{name}” is there already. Replace it?").format(name=path.name)
        if QMessageBox.question(parent, tr("Save the proposal"), words) != QMessageBox.StandardButton.Yes:
            return None
    return path
