"""What the forms share: a draft that is checked and kept as one types, and that nothing loses."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping, Sequence

from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtGui import QKeyEvent, QShowEvent
from qgis.PyQt.QtWidgets import QDialog, QMessageBox, QPushButton, QWidget

from ...authoring.draft import Draft
from ...authoring.problems import Problem
from ...authoring.rules import problems
from ...messages import authoring_problem
from ...translation import tr
from ..catalogues.moments import here_and_now, when
from ..labels import faint
from .fields import Note
from .keeper import Keeper
from .sending import Sending
from .tasks import Ground

CHECK_AFTER = 150
"""Milliseconds without a key after which a draft is checked."""


class FormDialog(QDialog):
    """A form over one draft.

    Args:
        draft: The draft, new or taken up again.
        ground: What the form stands on.
        parent: Window it stands in.

    Attributes:
        draft: The draft as it is written.
        problems: What was wrong when it was last checked.
        saved: Tells when the draft was saved.
    """

    def __init__(self, draft: Draft, ground: Ground, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(240)
        self.draft, self.ground = draft, ground
        self.problems: list[Problem] = []
        self.keeper = Keeper(ground.drafts, self)
        self.keeper.saved.connect(self._say_saved)
        self.keeper.failed.connect(self._say_not_saved)
        self.saved = faint("")
        self.sending = Sending(ground, lambda: self.draft)
        self._touched: set[str] = set()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(CHECK_AFTER)
        self._soon.timeout.connect(self.check)

    @abstractmethod
    def collect(self, draft: Draft) -> Draft:
        """The draft with what the fields hold."""

    @abstractmethod
    def notes(self) -> Mapping[str, Note]:
        """Where problems are said, by what they are about."""

    def sizes(self) -> Mapping[str, int | None]:
        """Bytes of the files that go along, as far as a task has looked at them; None for one that is not there."""
        return {}

    def show_problems(self) -> None:
        """Say elsewhere what is wrong, all of it."""

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Let no button be the one that Enter presses from a field."""
        super().showEvent(event)
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)
            button.setDefault(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter in a field ends nothing: a form is left by Esc or by its buttons."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    # as one types

    def take_change(self, about: str) -> None:
        """Something was written: keep it, and check it once the fingers rest."""
        self._touched.add(about)
        self.draft = self.collect(self.draft)
        self.keeper.keep(self.draft)
        self._soon.start()

    def touch(self, abouts: Sequence[str]) -> None:
        """From now on say of these also what is missing: the user has been there."""
        if not self._touched.issuperset(abouts):
            self._touched.update(abouts)
            self._soon.start()

    def check(self) -> None:
        """Say what is wrong, beside each field that the user has seen to."""
        self._soon.stop()
        self.problems = problems(self.draft, self.ground.vocabulary, sizes=self.sizes())
        for about, note in self.notes().items():
            mine = [one for one in self.problems if one.about == about] if about in self._touched else []
            wrong = [self.sentence(one) for one in mine if one.is_error]
            note.say(wrong, [self.sentence(one) for one in mine if not one.is_error])
        self.sending.show_ways(sum(one.is_error for one in self.problems))
        self.show_problems()

    def sentence(self, problem: Problem) -> str:
        """A problem in words, facets by their names."""
        params = dict(problem.params)
        if "facet" in params:
            params["facet"] = self.ground.vocabulary.facet_label(str(params["facet"]), self.ground.language)
        return authoring_problem(problem.code.value, params)

    # keeping

    def _say_saved(self, moment: str) -> None:
        words = tr("Draft saved: {when}").format(when=when(moment, here_and_now()))
        self.saved.setText(words)

    def _say_not_saved(self, problem: Problem) -> None:
        self.saved.setText(tr("The draft is not saved. {reason}").format(reason=self.sentence(problem)))

    def stop(self) -> Problem | None:
        """End what is under way and save what is not saved; return what prevented that."""
        self._soon.stop()
        self.sending.stop()
        return self.keeper.flush()

    def done(self, result: int) -> None:
        """Close, once the draft is safe or the user gives it up."""
        problem = self.stop()
        if problem is not None:
            words = tr("The draft is not saved. {reason}").format(reason=self.sentence(problem))
            question = tr("{problem}\n\nClose all the same, and lose what was written since?").format(problem=words)
            if QMessageBox.question(self, self.windowTitle(), question) != QMessageBox.StandardButton.Yes:
                self.keeper.keep(self.draft)
                return
        super().done(result)
