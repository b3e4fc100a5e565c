"""The third step: who answers for the resource, under which licences."""

from __future__ import annotations

from dataclasses import replace

from qgis.PyQt.QtCore import pyqtSignal

from ...authoring.draft import Author, Draft, Licences
from ...catalogue.record import STATUSES
from ...catalogue.vocabulary import Vocabulary
from ...translation import tr
from ..labels import bold
from .fields import FittingCheck, Page, choice, choose, chosen, line, put_text
from .rows import Cell, Rows

LICENCES = {
    "code": ("GPL-3.0-or-later", "GPL-2.0-or-later", "MIT", "Apache-2.0", "EUPL-1.2", "CECILL-2.1"),
    "weights": ("Apache-2.0", "MIT", "CC-BY-4.0", "etalab-2.0", "CC-BY-NC-4.0"),
    "data": ("etalab-2.0", "ODbL-1.0", "CC-BY-4.0", "CC0-1.0"),
    "document": ("etalab-2.0", "CC-BY-4.0", "CC-BY-SA-4.0"),
}
"""Licences people choose most, by what they are for; any other SPDX identifier may be typed."""


class WhoPage(Page):
    """Publisher, contact, authors, identifiers, dates, licences."""

    changed = pyqtSignal(str)

    def __init__(self, vocabulary: Vocabulary, language: str) -> None:
        super().__init__(tr("Who answers for it"))
        self.publisher, self.contact, self.email = line(), line(), line("prenom.nom@exemple.fr")
        self.doi, self.edition, self.version = line("10.5281/zenodo.1234567"), line("BD ORTHO 2023"), line("1.0.0")
        self.date, self.id = line("2026-01-31"), line()
        self.status = choice([(value, vocabulary.label("status", value, language)) for value in STATUSES])
        self.authors = Rows(
            (
                Cell("name", tr("Name")),
                Cell("orcid", tr("ORCID iD"), tr("16 digits, from orcid.org")),
                Cell("organisation", tr("Organisation")),
            ),
            tr("Add an author"),
            tr("Remove this author"),
        )
        self.licences = {
            part: choice([("", ""), *((one, one) for one in known)], True) for part, known in LICENCES.items()
        }
        self.unknown = FittingCheck(tr("I do not know the licence"), tr("The record then says so."))
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.ask(tr("Organisation that answers for it"), self.publisher)
        self.ask(tr("Contact: a name or a service"), self.contact, "contact")
        self.ask(tr("Contact's e-mail address (it will be published)"), self.email, "email")
        self.put(bold(tr("Authors")))
        self.put(self.authors)
        self.mark("authors", self.authors)
        self.put(bold(tr("Licences")))
        words = {"code": tr("Of the code"), "weights": tr("Of the model's weights"), "data": tr("Of the data")}
        words["document"] = tr("Of the texts and documents")
        for part, box in self.licences.items():
            self.ask(words[part], box, hint=tr("SPDX identifier: etalab-2.0, GPL-3.0-or-later…"))
        self.put(self.unknown)
        self.mark("licences", self.licences["code"])
        self.put(bold(tr("Identifiers and dates")))
        self.ask(tr("DOI"), self.doi, "doi", tr("Where it is deposited, if it is: Zenodo, Recherche Data Gouv…"))
        self.ask(tr("Edition of the data"), self.edition, hint=tr("The year or the release of the data it uses."))
        self.ask(tr("Version"), self.version, "version")
        self.ask(tr("Date (year, month or day)"), self.date)
        self.ask(tr("Status"), self.status)
        hint = tr("Made from the title when this is empty.")
        self.ask(tr("Identifier in the catalogue"), self.id, "id", hint)

    def _connect(self) -> None:
        lines = {"publisher": self.publisher, "contact": self.contact, "email": self.email, "doi": self.doi}
        lines |= {"edition": self.edition, "version": self.version, "date": self.date, "id": self.id}
        for about, edit in lines.items():
            edit.textChanged.connect(lambda _, about=about: self.changed.emit(about))
        self.authors.addAsked.connect(self.authors.add_empty)
        self.authors.changed.connect(lambda: self.changed.emit("authors"))
        self.status.currentIndexChanged.connect(lambda _: self.changed.emit("status"))
        self.unknown.toggled.connect(lambda _: self.changed.emit("licences"))
        for box in self.licences.values():
            box.currentTextChanged.connect(lambda _: self.changed.emit("licences"))

    def fill(self, draft: Draft) -> None:
        """Show a draft."""
        put_text(self.publisher, draft.publisher)
        put_text(self.contact, draft.contact)
        put_text(self.email, draft.email)
        self.authors.fill([{**vars(author)} for author in draft.authors])
        for part, box in self.licences.items():
            choose(box, getattr(draft.licences, part))
        self.unknown.setChecked(draft.licence_unknown)
        put_text(self.doi, draft.doi)
        put_text(self.edition, draft.edition)
        put_text(self.version, draft.version)
        put_text(self.date, draft.date)
        put_text(self.id, draft.id)
        choose(self.status, draft.status)

    def apply(self, draft: Draft) -> Draft:
        """The draft with what is written here."""
        return replace(
            draft,
            publisher=self.publisher.text(),
            contact=self.contact.text(),
            email=self.email.text(),
            authors=tuple(Author(row["name"], row["orcid"], row["organisation"]) for row in self.authors.values()),
            licences=Licences(**{part: chosen(box) for part, box in self.licences.items()}),
            licence_unknown=self.unknown.isChecked(),
            doi=self.doi.text(),
            edition=self.edition.text(),
            version=self.version.text(),
            date=self.date.text(),
            id=self.id.text().strip(),
            status=chosen(self.status),
        )
