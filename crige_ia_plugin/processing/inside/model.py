"""A model of a catalogue as an algorithm: the chain that runs is loaded from the bytes that were agreed to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessingContext, QgsProcessingException, QgsProcessingFeedback
from qgis.PyQt.QtGui import QIcon

from ...messages import script_problem
from ...models import check_tools, load_model
from ...paths import RESOURCES
from ...runtime.problems import RuntimeProblem
from ...scripts import same_script
from ..base import groups
from ..models import FilledModel

if TYPE_CHECKING:
    from ...scripts import SharedTool


class SharedModel(FilledModel):
    """A model that the user agreed to.

    Args:
        tool: It, as it was when the toolbox was filled.

    Raises:
        RuntimeProblem: QGIS cannot read it.
    """

    def __init__(self, tool: SharedTool) -> None:
        super().__init__()
        self.tool = tool
        load_model(self, tool.script)

    def createInstance(self) -> SharedModel:  # noqa: N802 - the name QGIS calls
        """Return a fresh one, from the same bytes."""
        made = SharedModel(self.tool)
        made.setProvider(self.provider())
        return made

    def name(self) -> str:
        """Return the id."""
        return self.tool.name

    def group(self) -> str:
        """Return the toolbox branch, in the user's language."""
        return groups()[self.groupId()]

    def groupId(self) -> str:  # noqa: N802 - the name QGIS calls
        """Return the key of the toolbox branch."""
        return "scripts"

    def icon(self) -> QIcon:
        """Return the icon of the toolbox."""
        return QIcon(self.svgIconPath())

    def svgIconPath(self) -> str:  # noqa: N802 - the name QGIS calls
        """Return the icon as a file."""
        return str(RESOURCES / "icons" / "kinds" / "script.svg")

    def canExecute(self) -> tuple[bool, str]:  # noqa: N802 - the name QGIS calls
        """Tell whether this QGIS has every algorithm of the chain, and which it has not."""
        try:
            check_tools(self)
        except RuntimeProblem as problem:
            return False, script_problem(problem)
        return True, ""

    def checkParameterValues(  # noqa: N802 - the name QGIS calls
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> tuple[bool, str]:
        """Tell whether it can run on these: a chain with a hole in it cannot."""
        can, reason = self.canExecute()
        return super().checkParameterValues(parameters, context) if can else (False, reason)

    def processAlgorithm(  # noqa: N802 - the name QGIS calls
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Verify that the file is the one agreed to, and loaded here; then run the chain."""
        try:
            same_script(self.tool)
            check_tools(self)  # QGIS goes down where one is missing
        except RuntimeProblem as problem:
            raise QgsProcessingException(script_problem(problem)) from problem
        return super().processAlgorithm(parameters, context, feedback)
