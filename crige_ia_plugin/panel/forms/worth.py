"""The fifth step: what the resource is worth, and what it costs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from qgis.PyQt.QtCore import pyqtSignal

from ...authoring.draft import Draft, Footprint, Measure
from ...translation import tr
from ..labels import bold, faint, paragraph
from .fields import FittingCheck, Page, area, line, number_line, number_of, put_text, shown_number
from .rows import Cell, Rows, yes_or_no

_VERDICTS = {True: "yes", False: "no", None: ""}


class WorthPage(Page):
    """Measures of quality, limits, footprint."""

    changed = pyqtSignal(str)

    def __init__(self) -> None:
        super().__init__(tr("Quality and footprint"))
        self.run = paragraph("")
        self.assessed = FittingCheck(tr("Its quality was assessed"), tr("Measured or checked, not only believed."))
        self.measures = Rows(
            (
                Cell("label", tr("What is measured")),
                Cell("words", tr("In words"), tr("For instance: finds 79 % of the tree crowns")),
                Cell("value", tr("Value"), number="any"),
                Cell("unit", tr("Unit"), beside=True),
                Cell("threshold", tr("Threshold"), number="any", beside=True),
                Cell("lower", tr("Lower is better"), choices=(("", tr("no")), ("yes", tr("yes")))),
                Cell("passed", tr("Threshold reached"), choices=yes_or_no(), beside=True),
            ),
            tr("Add a measure"),
            tr("Remove this measure"),
        )
        self.limits = area(3)
        self.energy, self.carbon = number_line(), number_line()
        self.method, self.scope = area(2), line()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.put(self.run)
        self.put(bold(tr("Quality")))
        self.put(self.assessed)
        self.put(self.measures)
        self.ask(tr("Limits, one a line"), self.limits, hint=tr("Where it does not work, what it does not see."))
        self.put(bold(tr("Footprint")))
        self.put(faint(tr("An estimate is welcome, if it says how it was made and of what.")))
        self.ask(tr("Energy (Wh)"), self.energy)
        self.ask(tr("Greenhouse gases (g CO₂e)"), self.carbon)
        self.ask(tr("Method"), self.method)
        self.ask(tr("Scope"), self.scope, hint=tr("For instance: one run on 1 km²"))

    def _connect(self) -> None:
        self.assessed.toggled.connect(lambda _: self.changed.emit("measures"))
        self.measures.addAsked.connect(self.measures.add_empty)
        self.measures.changed.connect(lambda: self.changed.emit("measures"))
        for edit in (self.limits, self.method):
            edit.textChanged.connect(lambda: self.changed.emit("limits"))
        for one in (self.energy, self.carbon, self.scope):
            one.textChanged.connect(lambda _: self.changed.emit("footprint"))

    def fill(self, draft: Draft) -> None:
        """Show a draft."""
        self.run.setText(_goes_along(draft.run) if draft.run else "")
        self.run.setVisible(bool(draft.run))
        self.assessed.setChecked(draft.assessed)
        self.measures.fill([_row(measure) for measure in draft.measures])
        self.limits.setPlainText("\n".join(" ".join(limit.split("\n")) for limit in draft.limits))
        footprint = draft.footprint or Footprint()
        put_text(self.energy, shown_number(footprint.energy_wh))
        put_text(self.carbon, shown_number(footprint.co2_g))
        self.method.setPlainText(footprint.method)
        put_text(self.scope, footprint.scope)

    def apply(self, draft: Draft) -> Draft:
        """The draft with what is written here."""
        footprint = Footprint(
            number_of(self.energy.text()),
            number_of(self.carbon.text()),
            self.method.toPlainText().strip(),
            self.scope.text().strip(),
        )
        return replace(
            draft,
            assessed=self.assessed.isChecked(),
            measures=tuple(map(_measure, self.measures.values())),
            limits=tuple(text for text in self.limits.toPlainText().split("\n") if text.strip()),
            footprint=footprint if footprint != Footprint() else None,
        )


def _goes_along(run: Mapping[str, Any]) -> str:
    """What the record will hold that no field shows."""
    if run.get("runner") == "script":
        return tr(
            "What the script says of itself goes along: its parameters, what it needs, whether it uses the network."
        )
    told = [str(run[name]) for name in ("algorithm", "version") if run.get(name)]
    words = tr("The run goes along as the tool wrote it: {tool}, its parameters, its inputs and its software.")
    return words.format(tool=" ".join(told))


def _row(measure: Measure) -> dict[str, str]:
    return {
        "label": measure.label,
        "words": measure.words,
        "value": shown_number(measure.value),
        "unit": measure.unit,
        "threshold": shown_number(measure.threshold),
        "lower": "yes" if measure.lower_is_better else "",
        "passed": _VERDICTS[measure.passed],
    }


def _measure(row: dict[str, str]) -> Measure:
    passed = {"yes": True, "no": False}.get(row["passed"])
    return Measure(
        row["label"],
        number_of(row["value"]),
        row["unit"],
        number_of(row["threshold"]),
        passed,
        row["words"],
        row["lower"] == "yes",
    )
