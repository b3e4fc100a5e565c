"""The drafts that wait: taken up again, or thrown away."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QMessageBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ...authoring.draft import Draft
from ...authoring.problems import AuthoringError, Problem
from ...catalogue.vocabulary import Vocabulary
from ...messages import authoring_problem
from ...translation import tr
from ..catalogues.moments import here_and_now, when
from ..labels import faint, fitting
from .tasks import Ground

_KEY = Qt.ItemDataRole.UserRole


class DraftsDialog(QDialog):
    """Lists the drafts; says by signals which one to open.

    Args:
        kept: Drafts, the last one first.
        damaged: Why others cannot be read.
        ground: What forms stand on.
        parent: Window it stands in.
    """

    newAsked = pyqtSignal()  # noqa: N815 - Qt's way
    draftAsked = pyqtSignal(object)  # noqa: N815

    def __init__(
        self, kept: Sequence[Draft], damaged: Sequence[Problem], ground: Ground, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("My drafts"))
        self.setMinimumWidth(240)
        self._drafts, self._ground = {draft.key: draft for draft in kept}, ground
        self.list = QListWidget()
        self.list.setAccessibleName(self.windowTitle())
        self.list.setWordWrap(True)
        self.list.setSpacing(3)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.resume, self.remove = QPushButton(tr("Take up again")), QPushButton(tr("Throw away…"))
        self.new, self.leave = QPushButton(tr("New resource")), QPushButton(tr("Close"))
        self.words = fitting(QLabel("\n".join(authoring_problem(one.code.value, one.params) for one in damaged)))
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setVisible(bool(damaged))
        self._lay_out()
        now = here_and_now()
        for draft in kept:
            item = QListWidgetItem(f"{title_of(draft, ground.vocabulary, ground.language)}\n{when(draft.updated, now)}")
            item.setData(_KEY, draft.key)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self._connect()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.addWidget(faint(tr("They are on this computer only, until you send them.")))
        layout.addWidget(self.list, 1)
        layout.addWidget(self.words)
        for pair in ((self.resume, self.remove), (self.new, self.leave)):
            line = QHBoxLayout()
            for button in pair:
                line.addWidget(button, 1)
            layout.addLayout(line)
        self.resume.setDefault(True)
        self.resize(400, 380)

    def _connect(self) -> None:
        self.list.itemActivated.connect(lambda _: self._take_up())
        self.list.currentRowChanged.connect(lambda _: self._show_what_can_be_done())
        self.resume.clicked.connect(self._take_up)
        self.remove.clicked.connect(self._remove)
        self.new.clicked.connect(self._begin)
        self.leave.clicked.connect(self.reject)
        self._show_what_can_be_done()

    def _current(self) -> Draft | None:
        item = self.list.currentItem()
        return self._drafts.get(item.data(_KEY)) if item else None

    def _show_what_can_be_done(self) -> None:
        for button in (self.resume, self.remove):
            button.setEnabled(self._current() is not None)

    def _take_up(self) -> None:
        draft = self._current()
        if draft is not None:
            self.accept()
            self.draftAsked.emit(draft)

    def _begin(self) -> None:
        self.accept()
        self.newAsked.emit()

    def _remove(self) -> None:
        draft = self._current()
        if draft is None:
            return
        title = title_of(draft, self._ground.vocabulary, self._ground.language)
        question = tr("Throw away the draft “{title}”? It cannot be brought back.").format(title=title)
        if QMessageBox.question(self, self.windowTitle(), question) != QMessageBox.StandardButton.Yes:
            return
        try:
            self._ground.drafts.remove(draft.key)
        except AuthoringError as error:
            self.words.setText(authoring_problem(error.code.value, error.params))
            self.words.show()
            return
        self.list.takeItem(self.list.currentRow())
        self._show_what_can_be_done()


def title_of(draft: Draft, vocabulary: Vocabulary, language: str) -> str:
    """What a draft is called in the list: its kind and its title."""
    kind = vocabulary.label("kind", draft.kind, language) if draft.kind else tr("Resource")
    title = draft.text(draft.title) or tr("without a title")
    return title if title.casefold().startswith(kind.casefold()) else f"{kind} · {title}"
