"""A Processing script of a catalogue as an algorithm of ours: what it defines, under our id, verified at each run."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessingAlgorithm, QgsProcessingContext, QgsProcessingException, QgsProcessingFeedback
from qgis.PyQt.QtGui import QIcon

from ...messages import script_problem
from ...paths import RESOURCES
from ...runtime.problems import Code, RuntimeProblem
from ...scripts import same_script
from ...translation import tr
from ..base import groups

if TYPE_CHECKING:
    from ...scripts import SharedTool


class SharedProcessingScript(QgsProcessingAlgorithm):
    """Stands in the toolbox for an algorithm that the user agreed to, and hands it every run.

    Args:
        tool: Its script, as it was when the toolbox was filled.
        algorithm: What that script defines.

    Raises:
        RuntimeProblem: It makes no fresh copy of itself.
    """

    def __init__(self, tool: SharedTool, algorithm: QgsProcessingAlgorithm) -> None:
        super().__init__()
        self.tool, self._template = tool, algorithm
        try:
            self._inner = algorithm.create()
        except Exception as error:  # someone else's code
            raise RuntimeProblem(Code.LOAD_FAILED, tool.script.name, reason=str(error)[:300]) from error

    def createInstance(self) -> SharedProcessingScript:  # noqa: N802 - the name QGIS calls
        """Return a fresh one."""
        return SharedProcessingScript(self.tool, self._template)

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802 - the name QGIS calls
        """Ask for what it asks for."""
        for definition in self._inner.parameterDefinitions():
            if not self.addParameter(definition.clone(), createOutput=True):
                raise RuntimeProblem(Code.LOAD_FAILED, self.tool.script.name, reason=definition.name())
        here = {output.name() for output in self.outputDefinitions()}
        for output in self._inner.outputDefinitions():
            copied = type(output)(output.name(), output.description())
            if output.name() not in here and not self.addOutput(copied):
                raise RuntimeProblem(Code.LOAD_FAILED, self.tool.script.name, reason=output.name())

    # -- what it says of itself

    def name(self) -> str:
        """Return the id."""
        return self.tool.name

    def displayName(self) -> str:  # noqa: N802 - the name QGIS calls
        """Return its name in the toolbox."""
        return self._inner.displayName()

    def group(self) -> str:
        """Return the toolbox branch, in the user's language."""
        return groups()[self.groupId()]

    def groupId(self) -> str:  # noqa: N802 - the name QGIS calls
        """Return the key of the toolbox branch."""
        return "scripts"

    def shortHelpString(self) -> str:  # noqa: N802 - the name QGIS calls
        """Return its help, and where it comes from."""
        origin = tr("Processing script from the catalogue “{catalogue}”. It runs inside QGIS.").format(
            catalogue=self.tool.catalogue_title
        )
        return f"{self._inner.shortHelpString()}<p>{html.escape(origin)}</p>"

    def tags(self) -> list[str]:
        """Return the words it is found by."""
        return self._inner.tags()

    def flags(self) -> QgsProcessingAlgorithm.Flags:
        """Return how it may be run; not on the layer in place, which takes more than a stand-in."""
        return self._inner.flags() & ~QgsProcessingAlgorithm.Flag.FlagSupportsInPlaceEdits

    def icon(self) -> QIcon:
        """Return the icon of the toolbox."""
        return QIcon(self.svgIconPath())

    def svgIconPath(self) -> str:  # noqa: N802 - the name QGIS calls
        """Return the icon as a file."""
        return str(RESOURCES / "icons" / "kinds" / "script.svg")

    # -- its run

    def canExecute(self) -> tuple[bool, str]:  # noqa: N802 - the name QGIS calls
        """Tell whether it can run here."""
        return self._inner.canExecute()

    def checkParameterValues(  # noqa: N802 - the name QGIS calls
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> tuple[bool, str]:
        """Tell whether the parameters will do."""
        return self._inner.checkParameterValues(parameters, context)

    def prepareAlgorithm(  # noqa: N802 - the name QGIS calls
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> bool:
        """Verify, then let it take its layers."""
        self._verify()
        return self._inner.prepare(parameters, context, feedback)

    def processAlgorithm(  # noqa: N802 - the name QGIS calls
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Verify, then let it run."""
        self._verify()
        return self._inner.runPrepared(parameters, context, feedback)

    def postProcessAlgorithm(  # noqa: N802 - the name QGIS calls
        self, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Let it finish."""
        return self._inner.postProcess(context, feedback)

    def _verify(self) -> None:
        """Make sure that what was loaded is still what lies there, and still agreed to."""
        try:
            same_script(self.tool)
        except RuntimeProblem as problem:
            raise QgsProcessingException(script_problem(problem)) from problem
