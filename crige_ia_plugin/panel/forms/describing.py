"""The first two steps: what the resource is, and for whom."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QPlainTextEdit

from ...authoring.draft import LANGUAGES, Draft
from ...catalogue.vocabulary import Vocabulary, best
from ...translation import tr
from ..labels import bold, faint
from ..plain import tip
from .fields import FittingCheck, Page, area, choice, choose, chosen, line, put_text

NOT_ASKED = ("kind", "publisher", "catalogue", "status")
"""Facets that another field tells, or nobody chooses."""


class WhatPage(Page):
    """Kind, and texts in both languages, the author's own first."""

    changed = pyqtSignal(str)

    def __init__(self, vocabulary: Vocabulary, language: str) -> None:
        super().__init__(tr("What it is"))
        facet = vocabulary.facets.get("kind")
        terms = facet.terms.values() if facet else ()
        self.kind = choice([("", tr("Choose…")), *((term.id, best(term.labels, language, term.id)) for term in terms)])
        for place, term in enumerate(terms, start=1):
            self.kind.setItemData(place, tip(best(term.definitions, language)), Qt.ItemDataRole.ToolTipRole)
        self.kind.currentIndexChanged.connect(lambda _: self.changed.emit("kind"))
        self.ask(tr("Kind of resource"), self.kind, "kind")
        self.titles = {code: line() for code in LANGUAGES}
        self.descriptions = {code: area(5) for code in LANGUAGES}
        self.checks = {code: area(3) for code in LANGUAGES}
        first = language if language in LANGUAGES else LANGUAGES[0]
        for code in (first, *(code for code in LANGUAGES if code != first)):
            self._ask_texts(code, is_first=code == first)

    def _ask_texts(self, code: str, *, is_first: bool) -> None:
        names = {"fr": tr("In French"), "en": tr("In English")}
        self.put(bold(names[code] if is_first else tr("{language} (if you can)").format(language=names[code])))
        hint = tr("What it is for, on which data, for which result.")
        self.ask(tr("Title"), self.titles[code], "title" if is_first else "")
        self.ask(tr("Description"), self.descriptions[code], "description" if is_first else "", hint)
        hint = tr("What must be looked at before using it; where it does not work.")
        self.ask(tr("To check before use"), self.checks[code], "to_check" if is_first else "", hint)
        self.titles[code].textChanged.connect(lambda _: self.changed.emit("title"))
        self.descriptions[code].textChanged.connect(lambda: self.changed.emit("description"))
        self.checks[code].textChanged.connect(lambda: self.changed.emit("to_check"))

    def fill(self, draft: Draft) -> None:
        """Show a draft."""
        choose(self.kind, draft.kind)
        for code in LANGUAGES:
            put_text(self.titles[code], draft.title.get(code, ""))
            self.descriptions[code].setPlainText(draft.description.get(code, ""))
            self.checks[code].setPlainText(draft.to_check.get(code, ""))

    def apply(self, draft: Draft) -> Draft:
        """The draft with what is written here."""
        titles = {code: edit.text() for code, edit in self.titles.items() if edit.text()}
        return replace(
            draft,
            kind=chosen(self.kind),
            title=titles,
            description=_texts(self.descriptions),
            to_check=_texts(self.checks),
        )


class ForWhomPage(Page):
    """Values of the facets, ticked; keywords."""

    changed = pyqtSignal(str)

    def __init__(self, vocabulary: Vocabulary, language: str) -> None:
        super().__init__(tr("For whom, for what"))
        self.boxes: dict[str, dict[str, FittingCheck]] = {}
        self.put(faint(tr("Tick what fits: that is how it will be found.")))
        for facet in vocabulary.facets.values():
            if facet.name in NOT_ASKED or not facet.terms:
                continue
            heading = bold(best(facet.labels, language, facet.name))
            heading.setToolTip(tip(best(facet.definitions, language)))
            self.put(heading)
            boxes = self.boxes[facet.name] = {}
            for term in facet.terms.values():
                label = best(term.labels, language, term.id)
                box = boxes[term.id] = FittingCheck(label, best(term.definitions, language))
                box.setAccessibleName(f"{heading.text()}, {label}")
                box.toggled.connect(lambda _: self.changed.emit("facets"))
                self.put(box)
        first = next((box for boxes in self.boxes.values() for box in boxes.values()), self)
        self.mark("facets", first)
        self.keywords = line(tr("hedge, LiDAR, orthophoto"))
        self.keywords.textChanged.connect(lambda _: self.changed.emit("keywords"))
        self.ask(tr("Keywords, separated by commas"), self.keywords)

    def fill(self, draft: Draft) -> None:
        """Show a draft."""
        for facet, boxes in self.boxes.items():
            ticked = draft.facets.get(facet, ())
            for value, box in boxes.items():
                box.setChecked(value in ticked)
        put_text(self.keywords, ", ".join(draft.keywords))

    def apply(self, draft: Draft) -> Draft:
        """The draft with what is ticked here; values that no box stands for stay."""
        facets = {}
        for facet in (*self.boxes, *(name for name in draft.facets if name not in self.boxes)):
            boxes = self.boxes.get(facet, {})
            unknown = (value for value in draft.facets.get(facet, ()) if value not in boxes)
            values = (*(value for value, box in boxes.items() if box.isChecked()), *unknown)
            if values:
                facets[facet] = values
        words = (word.strip() for word in self.keywords.text().split(","))
        return replace(draft, facets=facets, keywords=tuple(word for word in words if word))


def _texts(edits: Mapping[str, QPlainTextEdit]) -> dict[str, str]:
    return {code: edit.toPlainText() for code, edit in edits.items() if edit.toPlainText()}
