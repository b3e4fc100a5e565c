"""What every algorithm of the provider shares: one way to run, one way out, one run sheet.

A subclass says what it is and computes; it never writes a file, never reports by itself, and may fail at any moment:

    class SplitAtIntersections(Algorithm):
        NAME, GROUP = "splitatintersections", "roads"

        def words(self): …                                    # what the toolbox says of it
        def define(self): …                                   # its parameters
        def open_inputs(self, parameters, context, feedback): …  # where layers may be touched
        def compute(self, parameters, context, feedback):     # arrays → engine → self.destination(…).write(…)
            return {"SEGMENT_COUNT": …}
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsField,
    QgsFields,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterString,
    QgsWkbTypes,
)
from qgis.PyQt.QtGui import QIcon

from .. import settings
from ..__about__ import HOMEPAGE, VERSION
from ..engine.monitor import Cancelled, Monitor
from ..paths import RESOURCES
from ..runsheet.cost import Measure, Meter
from ..runsheet.sheet import Check, Figure, InputLayer, Parameter, RunSheet, Scalar, Table, Tool
from ..translation import tr
from . import runs
from .failures import sentence_of
from .output.destination import Destination, OnLoad
from .output.fields import RESERVED_FIELDS, merge_fields
from .output.opening import open_destination
from .output.together import abandon_all, commit_all
from .pictures import help_picture
from .reports import free_place, write_sheet

REPORT = "REPORT"
REPORT_FULL_PATHS = "REPORT_FULL_PATHS"
EDITION = "EDITION"

Results = dict[str, Any]


@dataclass(frozen=True)
class Words:
    """What QGIS says of an algorithm, in the user's language.

    Attributes:
        title: Its name in the toolbox.
        summary: The tooltip there.
        tags: What the search of the toolbox finds it by, separated by commas.
        help: HTML beside its dialog.
    """

    title: str
    summary: str
    tags: str
    help: str


class FeedbackMonitor(Monitor):
    """Lets an engine speak to QGIS's feedback."""

    def __init__(self, feedback: QgsProcessingFeedback) -> None:
        self._feedback = feedback

    def progress(self, fraction: float) -> None:
        """Show the share of the work that is done."""
        self._feedback.setProgress(100.0 * fraction)

    def cancelled(self) -> bool:
        """Tell whether the user asked to stop."""
        return self._feedback.isCanceled()


class Algorithm(QgsProcessingAlgorithm):
    """An algorithm of the provider.

    Outputs are put in place when everything is done, or not at all; whatever goes wrong reaches the user as a
    sentence, and its traceback goes to QGIS's log, tab "CRIGE IA".
    """

    NAME: str = ""
    """Published id, without that of the provider; it never changes."""

    GROUP: str = ""
    """Key of ``groups()``."""

    ICON: str = "provider.svg"
    """File of ``resources/icons``."""

    def __init__(self) -> None:
        super().__init__()
        self._refusal: Exception | None = None
        self._inputs: list[InputLayer] = []
        self._parameters: list[Parameter] = []
        self._destinations: list[Destination] = []
        self._figures: list[Figure] = []
        self._checks: list[Check] = []
        self._warnings: list[str] = []
        self._tables: list[Table] = []
        self._software: list[tuple[str, str]] = []
        self._spent: list[tuple[float, int | None]] = []
        self._feedback: QgsProcessingFeedback | None = None

    # -- what a subclass says ------------------------------------------------------------------------------------

    @abstractmethod
    def words(self) -> Words:
        """Return what the toolbox and the dialog say of it."""

    @abstractmethod
    def define(self) -> None:
        """Add the algorithm's own parameters and outputs."""

    def open_inputs(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        """Take from layers what ``compute`` needs; called in the thread that may touch them."""

    @abstractmethod
    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Results:
        """Do the work, write to ``self.destination(…)``; return the outputs that are no layers.

        Raises:
            QgsProcessingException: With a sentence for the user.
            Problem: What an engine refuses; it is worded here.
            Cancelled: The user cancelled.
        """

    # -- what a subclass may call --------------------------------------------------------------------------------

    def destination(
        self,
        parameters: dict[str, Any],
        name: str,
        context: QgsProcessingContext,
        fields: QgsFields,
        wkb_type: QgsWkbTypes.Type,
        crs: QgsCoordinateReferenceSystem,
        published: Iterable[str] = (),
        on_load: OnLoad | None = None,
    ) -> Destination | None:
        """Open an output, see ``open_destination``; it is committed or abandoned at the end of the run."""
        opened = open_destination(
            self, parameters, name, context, fields, wkb_type, crs, published, on_load, self._destinations
        )
        if opened is not None:
            self.take_charge(opened)
        return opened

    def take_charge(self, opened: Destination) -> None:
        """Commit or abandon an output with all others, at the end of the run."""
        self._destinations.append(opened)

    def merged_fields(self, source: QgsFields, published: Sequence[QgsField]) -> QgsFields:
        """Put the input's fields and ours together (see ``fields.merge_fields``); tell which had to be renamed."""
        merged, renamed = merge_fields(source, published)
        self._tell_renamed({old: new for old, new in renamed.items() if old.lower() not in RESERVED_FIELDS})
        return merged

    def add_figure(self, name: str, label: str, value: Scalar, unit: str = "") -> None:
        """Add a number to the run sheet's results."""
        self._figures.append(Figure(name, label, value, unit))

    def add_check(self, code: str, label: str, passed: bool, detail: str = "") -> None:
        """Add a quality check to the run sheet."""
        self._checks.append(Check(code, label, bool(passed), detail))

    def add_software(self, versions: Iterable[tuple[str, str]]) -> None:
        """Add what else computed to the run sheet: names and versions."""
        self._software.extend(versions)

    def add_spent(self, cpu_s: float, peak_memory_bytes: int | None) -> None:
        """Add what another process of this run cost: its CPU time in seconds, its peak of memory."""
        self._spent.append((cpu_s, peak_memory_bytes))

    def add_table(self, title: str, columns: Sequence[str], rows: Iterable[Sequence[Scalar]]) -> None:
        """Add a table to the run sheet."""
        self._tables.append(Table(title, tuple(columns), tuple(map(tuple, rows))))

    def warn(self, sentence: str) -> None:
        """Tell the user now, in the log of the run, and later, on the run sheet."""
        self._warnings.append(sentence)
        if self._feedback is not None:
            self._feedback.pushWarning(sentence)

    # -- what QGIS calls -----------------------------------------------------------------------------------------

    def createInstance(self) -> Algorithm:  # noqa: N802 - the name QGIS calls
        """Return a fresh one."""
        return type(self)()

    def name(self) -> str:
        """Return the published id."""
        return self.NAME

    def displayName(self) -> str:  # noqa: N802 - the name QGIS calls
        """Return the name in the toolbox."""
        return self.words().title

    def shortDescription(self) -> str:  # noqa: N802 - the name QGIS calls
        """Return the tooltip of the toolbox."""
        return self.words().summary

    def tags(self) -> list[str]:
        """Return the words by which the toolbox finds it."""
        return self.words().tags.split(",")

    def shortHelpString(self) -> str:  # noqa: N802 - the name QGIS calls
        """Return the help beside the dialog, with its picture where there is a window to show it."""
        return help_picture(self.NAME) + self.words().help

    def group(self) -> str:
        """Return the toolbox branch, in the user's language."""
        return groups()[self.GROUP]

    def groupId(self) -> str:  # noqa: N802 - the name QGIS calls
        """Return the published key of the toolbox branch."""
        return self.GROUP

    def icon(self) -> QIcon:
        """Return the icon of the toolbox."""
        return QIcon(self.svgIconPath())

    def svgIconPath(self) -> str:  # noqa: N802 - the name QGIS calls
        """Return the icon as a file."""
        return str(RESOURCES / "icons" / self.ICON)

    def code(self) -> tuple[str, str]:
        """Return the version and the SHA-256 of what runs."""
        return VERSION, runs.code_sha256()

    def helpUrl(self) -> str:  # noqa: N802 - the name QGIS calls
        """Return the address of the documentation."""
        return HOMEPAGE

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802 - the name QGIS calls
        """Add the algorithm's parameters, then those of the run sheet."""
        self.define()
        self._add(
            QgsProcessingParameterFileDestination(
                REPORT, tr("Run sheet"), tr("HTML files (*.html)"), None, optional=True, createByDefault=True
            )
        )
        self._add_advanced(
            QgsProcessingParameterString(EDITION, tr("Edition of the input data"), None, optional=True),
            tr(
                "Written on the run sheet, for instance “BD TOPO 2024-06-15”; otherwise taken from the layer's "
                "metadata."
            ),
        )
        self._add_advanced(
            QgsProcessingParameterBoolean(
                REPORT_FULL_PATHS, tr("Full paths on the run sheet"), settings.RUN_SHEET_FULL_PATHS.get()
            ),
            tr("By default the run sheet holds names of files, not folders: it can be published as it is."),
        )

    def prepareAlgorithm(  # noqa: N802 - the name QGIS calls
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> bool:
        """Describe the inputs and open them.

        A refusal waits for ``processAlgorithm``: from here, QGIS would show it to nobody but the log.
        """
        self._forget(feedback)
        try:
            edition = self.parameterAsString(parameters, EDITION, context).strip()
            self._inputs = runs.inputs(self, parameters, context, edition)
            self._parameters = runs.given(self, parameters, context)
            self.open_inputs(parameters, context, feedback)
        except Exception as error:  # kept, and raised again where it is heard
            self._refusal = error
        return True

    def processAlgorithm(  # noqa: N802 - the name QGIS calls
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Results:
        """Run, then put every output in place and write the run sheet, or leave everything as it was."""
        meter, report = Meter().start(), ""
        try:
            report = self._report_path(parameters, context)
            results = self._worked(parameters, context, feedback)
            measure = meter.stop()
        except Cancelled:
            feedback.pushInfo(tr("Cancelled: no layer was written, what was there before is untouched."))
            self._give_up(report, parameters, context, meter.stop(), "cancelled")
            return {}
        except Exception as error:
            sentence = sentence_of(error, self.displayName())
            self._give_up(report, parameters, context, meter.stop(), "failed", sentence)
            # QGIS shows the sentence of this very class; of a subclass, the whole traceback.
            raise QgsProcessingException(sentence) from error
        except BaseException:
            meter.stop()
            abandon_all(self._destinations)
            raise
        if report:
            sheet = self._sheet(measure, "done", "")
            written = write_sheet(sheet, Path(report), self._keeps_paths(parameters, context), feedback)
            results.update({REPORT: report} if written else {})
        return results

    # -- steps ---------------------------------------------------------------------------------------------------

    def _forget(self, feedback: QgsProcessingFeedback) -> None:
        self._refusal = None
        self._feedback = feedback
        for kept in (
            *(self._destinations, self._figures, self._checks, self._warnings, self._tables),
            *(self._software, self._spent),
        ):
            kept.clear()

    def _worked(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Results:
        if self._refusal is not None:
            raise self._refusal
        results = self.compute(parameters, context, feedback)
        if feedback.isCanceled():
            raise Cancelled
        commit_all(self._destinations, context)
        self._figures[:0] = [
            Figure(one.name, self.parameterDefinition(one.name).description(), one.count)
            for one in self._destinations
            if one.count is not None
        ]
        for one in self._destinations:
            results[one.name] = one.identifier
            for warning in one.warnings:
                self.warn(warning)
            self._tell_renamed(one.renamed)
        return results

    def _tell_renamed(self, renamed: dict[str, str]) -> None:
        """Tell users what became of their fields; the key of a GeoPackage is nobody's field."""
        if renamed:
            names = ", ".join(f"{old} → {new}" for old, new in renamed.items())
            self.warn(tr("Fields that had to be renamed: {names}.").format(names=names))

    def _report_path(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        """Return where the run sheet goes, empty for nowhere: found out before the work and not after it."""
        text = self.parameterAsFileOutput(parameters, REPORT, context)
        if text and not Path(text).parent.is_dir():
            raise QgsProcessingException(
                tr("The folder of the run sheet “{name}” does not exist: create it, or choose another.").format(
                    name=Path(text).name
                )
            )
        return text

    def _keeps_paths(self, parameters: dict[str, Any], context: QgsProcessingContext) -> bool:
        return self.parameterAsBool(parameters, REPORT_FULL_PATHS, context)

    def _give_up(
        self,
        report: str,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        measure: Measure,
        status: str,
        sentence: str = "",
    ) -> None:
        """Leave everything as it was, then tell the run that came to nothing on a sheet of its own."""
        abandon_all(self._destinations)
        if report and self._refusal is None:  # otherwise nothing ran: there is nothing to tell
            with suppress(MemoryError):  # where there is none left, the error itself must still be heard
                sheet = self._sheet(measure, status, sentence)
                write_sheet(sheet, free_place(Path(report)), self._keeps_paths(parameters, context), self._feedback)

    def _sheet(self, measure: Measure, status: str, error: str) -> RunSheet:
        """Return what is told of this run; one that came to nothing has no results."""
        done = status == "done"
        return RunSheet(
            tool=Tool(self.id(), self.displayName(), *self.code()),
            parameters=tuple(self._parameters),
            inputs=tuple(self._inputs),
            software=(*runs.software(), *self._software),
            cost=measure.with_others(self._spent).cost(),
            results=tuple(self._figures) if done else (),
            checks=tuple(self._checks),
            warnings=tuple(self._warnings),
            tables=tuple(self._tables) if done else (),
            language="fr" if QgsApplication.locale().startswith("fr") else "en",
            status=status,
            error=error,
        )

    def _add_advanced(self, definition: QgsProcessingParameterDefinition, help_text: str) -> None:
        definition.setFlags(definition.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
        definition.setHelp(help_text)
        self._add(definition)

    def _add(self, definition: QgsProcessingParameterDefinition) -> None:
        if not self.addParameter(definition):
            raise ValueError(f"the parameter {definition.name()} is there already")


def groups() -> dict[str, str]:
    """Return the toolbox branches by key, in the user's language."""
    return {
        "roads": tr("Roads"),
        "imagery": tr("Imagery"),
        "vegetation": tr("Vegetation"),
        "land": tr("Land use"),
        "planning": tr("Planning"),
        "scripts": tr("Other shared scripts"),
    }
