"""“Propose a resource”: a form in steps, none of which has to be complete before the next."""

from __future__ import annotations

from collections.abc import Mapping

from qgis.PyQt.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ...authoring.draft import Draft
from ...authoring.problems import Problem
from ...translation import tr
from ..labels import bold, faint
from ..wrapping import WrappingButton
from .answering import WhoPage
from .content import ContentPage
from .describing import ForWhomPage, WhatPage
from .dialog import FormDialog
from .fields import Note, Page
from .tasks import Ground
from .worth import WorthPage


class SendPage(Page):
    """The last step: what is left to do, then the ways out."""

    def __init__(self, sending: QWidget) -> None:
        super().__init__(tr("Check and send"))
        self.list = QWidget()
        self._column = QVBoxLayout(self.list)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self.put(self.list)
        self.put(bold(tr("Send")))
        self.put(sending)
        self.buttons: list[QPushButton] = []

    def show_problems(self, found: list[tuple[Problem, str]], heading: str) -> None:
        """List what is left to do; each line leads to its field.

        Args:
            found: Problems with their sentences.
            heading: What they mean, all together.
        """
        while self._column.count():
            widget = self._column.takeAt(0).widget()
            widget.hide()
            widget.deleteLater()
        self._column.addWidget(faint(heading))
        self.buttons = []
        for problem, sentence in found:
            button = WrappingButton(f"{'✘' if problem.is_error else '△'} {sentence}")
            self._column.addWidget(button)
            self.buttons.append(button)


class ResourceDialog(FormDialog):
    """The form; the steps are in the list above, and one after the other by the buttons below."""

    def __init__(self, draft: Draft, ground: Ground, parent: QWidget | None = None) -> None:
        super().__init__(draft, ground, parent)
        self.setWindowTitle(tr("Propose a resource"))
        words, language = ground.vocabulary, ground.language
        self.what, self.whom = WhatPage(words, language), ForWhomPage(words, language)
        self.who, self.content, self.worth = WhoPage(words, language), ContentPage(), WorthPage()
        self.send = SendPage(self.sending)
        self.pages: tuple[Page, ...] = (self.what, self.whom, self.who, self.content, self.worth, self.send)
        self.steps = QComboBox()
        self.stack = QStackedWidget()
        self.back, self.next = QPushButton(tr("Previous")), QPushButton(tr("Next"))
        self.leave = QPushButton(tr("Close"))
        self._lay_out()
        for page in self.pages[:-1]:
            page.fill(draft)
        self._connect()
        if draft.text(draft.title):  # taken up again, or made from a run: all of it is to be looked at
            self.touch([about for page in self.pages for about in page.notes])
        self.check()

    def _lay_out(self) -> None:
        self.steps.setAccessibleName(tr("Step"))
        self.steps.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        for number, page in enumerate(self.pages, start=1):
            words = tr("{number} of {total}: {title}")
            self.steps.addItem(words.format(number=number, total=len(self.pages), title=page.title))
            self.stack.addWidget(page)
        foot = QHBoxLayout()
        for button in (self.back, self.next):
            foot.addWidget(button)
        foot.addStretch(1)
        foot.addWidget(self.leave)
        for button in (self.back, self.next, self.leave):
            button.setAutoDefault(False)
            button.setMinimumWidth(0)
            button.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        layout = QVBoxLayout(self)
        layout.addWidget(self.steps)
        layout.addWidget(self.stack, 1)
        layout.addWidget(self.saved)
        layout.addLayout(foot)
        self.resize(480, 640)

    def _connect(self) -> None:
        for page in self.pages[:-1]:
            page.changed.connect(self.take_change)
        self.steps.currentIndexChanged.connect(self._show_step)
        self.back.clicked.connect(lambda: self.steps.setCurrentIndex(self.steps.currentIndex() - 1))
        self.next.clicked.connect(lambda: self.steps.setCurrentIndex(self.steps.currentIndex() + 1))
        self.leave.clicked.connect(self.reject)
        self._show_step(0)

    def collect(self, draft: Draft) -> Draft:
        """The draft with what the fields hold."""
        for page in (self.what, self.whom, self.who, self.content, self.worth):
            draft = page.apply(draft)
        return draft

    def notes(self) -> Mapping[str, Note]:
        """Where problems are said, by what they are about."""
        return {about: note for page in self.pages for about, note in page.notes.items()}

    def sizes(self) -> Mapping[str, int | None]:
        """Bytes of the files that go along."""
        return self.content.sizes

    def show_problems(self) -> None:
        """List on the last page what is left to do."""
        found = [(one, self.sentence(one)) for one in sorted(self.problems, key=lambda one: not one.is_error)]
        heading = tr("Nothing is missing: it can be sent.")
        if any(one.is_error for one in self.problems):
            heading = tr("Still to do before it can be sent (✘), or better to complete (△):")
        elif found:
            heading = tr("It can be sent. Better to complete (△):")
        self.send.show_problems(found, heading)
        for (problem, _), button in zip(found, self.send.buttons):
            button.clicked.connect(lambda _, about=problem.about: self.go_to(about))

    def go_to(self, about: str) -> None:
        """Show the field that something is about."""
        for number, page in enumerate(self.pages):
            if about in page.fields:
                self.steps.setCurrentIndex(number)
                page.go_to(about)
                return

    def _show_step(self, number: int) -> None:
        """Show a step; of the one that is left, what is missing is said from now on."""
        left = self.stack.currentIndex()
        if left != number:
            self.touch(list(self.pages[left].notes))
        if self.pages[number] is self.send:
            self.touch([about for page in self.pages for about in page.notes])
        self.stack.setCurrentIndex(number)
        self.back.setEnabled(number > 0)
        self.next.setEnabled(number < len(self.pages) - 1)

    def stop(self) -> Problem | None:
        """End what is under way and save what is not saved."""
        self.content.stop()
        return super().stop()
