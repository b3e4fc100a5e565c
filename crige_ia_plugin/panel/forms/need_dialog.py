"""“Tell of a need”: three fields, then the same ways out as a resource."""

from __future__ import annotations

from collections.abc import Mapping

from qgis.PyQt.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ...authoring.draft import Draft
from ...authoring.need import Need, filled, need_of
from ...translation import tr
from ..labels import faint
from .dialog import FormDialog
from .fields import Note, Page, area, line, put_text
from .tasks import Ground


class NeedDialog(FormDialog):
    """The form of a need."""

    def __init__(self, draft: Draft, ground: Ground, parent: QWidget | None = None) -> None:
        super().__init__(draft, ground, parent)
        self.setWindowTitle(tr("Tell of a need"))
        self.page = Page(self.windowTitle())
        self.subject, self.purpose = line(tr("Find the hedges of a municipality")), area(6)
        self.contact = line("prenom.nom@exemple.fr")
        self.leave = QPushButton(tr("Close"))
        self._lay_out()
        need = need_of(draft)
        put_text(self.subject, need.subject)
        self.purpose.setPlainText(need.purpose)
        put_text(self.contact, need.contact)
        self._connect()
        if need.subject:
            self.touch(list(self.page.notes))
        self.check()

    def _lay_out(self) -> None:
        page = self.page
        page.put(faint(tr("What you miss helps others too: somebody may have it, or need it with you.")))
        page.ask(tr("What is needed, in one line"), self.subject, "title")
        hint = tr("What for, on which data and which territory, and how good it must be.")
        page.ask(tr("What for"), self.purpose, "description", hint)
        page.put(faint(hint))
        page.ask(tr("Who asks: a name, a service or an e-mail address (it will be published)"), self.contact, "contact")
        page.mark("email", self.contact)
        page.put(self.sending)
        self.leave.setAutoDefault(False)
        layout = QVBoxLayout(self)
        layout.addWidget(page, 1)
        layout.addWidget(self.saved)
        layout.addWidget(self.leave)
        self.resize(460, 620)

    def _connect(self) -> None:
        self.subject.textChanged.connect(lambda _: self.take_change("title"))
        self.purpose.textChanged.connect(lambda: self.take_change("description"))
        self.contact.textChanged.connect(lambda _: self.take_change("contact"))
        self.contact.textChanged.connect(lambda _: self.touch(["email"]))
        self.leave.clicked.connect(self.reject)

    def collect(self, draft: Draft) -> Draft:
        """The draft with its three fields."""
        return filled(draft, Need(self.subject.text(), self.purpose.toPlainText(), self.contact.text()))

    def notes(self) -> Mapping[str, Note]:
        """Where problems are said, by what they are about."""
        return self.page.notes
