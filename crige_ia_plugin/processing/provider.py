"""The Processing provider: the toolbox branch that holds the plugin's algorithms."""

from __future__ import annotations

from qgis.core import Qgis, QgsApplication, QgsMessageLog, QgsProcessingAlgorithm, QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from ..__about__ import TITLE, VERSION
from ..messages import script_problem
from ..models import check_closed
from ..paths import RESOURCES
from ..runtime.problems import RuntimeProblem
from ..runtime.script import Runner
from ..scripts import PROVIDER as PROVIDER_ID
from ..scripts import SharedTool, note_failure, tools
from .inside.loading import load_script
from .inside.model import SharedModel
from .inside.script import SharedProcessingScript
from .models import shipped_models
from .roads.calibrate_routes import CalibrateRoutes
from .roads.check_network import CheckNetwork
from .roads.curvilinear_abscissa import CurvilinearAbscissa
from .roads.locate_points import LocatePoints
from .roads.overlay_events import OverlayEvents
from .roads.place_events import PlaceEvents
from .roads.split_at_intersections import SplitAtIntersections
from .shared.algorithm import SharedAlgorithm

ICON = RESOURCES / "icons" / "provider.svg"

ALGORITHMS: tuple[type[QgsProcessingAlgorithm], ...] = (
    CalibrateRoutes,
    CheckNetwork,
    CurvilinearAbscissa,
    LocatePoints,
    OverlayEvents,
    PlaceEvents,
    SplitAtIntersections,
)
"""Classes of the algorithms, in no particular order: the toolbox sorts them."""


class CrigeIaProvider(QgsProcessingProvider):
    """Provider ``crige_ia``."""

    def loadAlgorithms(self) -> None:  # noqa: N802 - the name QGIS calls
        """Build the algorithms here: those built in ``__init__`` lose their C++ half."""
        for algorithm in ALGORITHMS:
            self.addAlgorithm(algorithm())
        shared = tools()
        for tool in shared:
            if not tool.script.runner.is_inside:
                self.addAlgorithm(SharedAlgorithm(tool))
        registry = QgsApplication.processingRegistry()
        if registry.providerById(PROVIDER_ID) is None:
            # Models look for their algorithms in the registry, which has these once it has us.
            registry.providerAdded.connect(self._add_models)
            return
        for model in shipped_models():
            self.addAlgorithm(model)
        inside = [tool for tool in shared if tool.script.runner.is_inside]
        models = {f"{PROVIDER_ID}:{tool.name}" for tool in inside if tool.script.runner is Runner.MODEL}
        for tool in inside:
            self._add_inside(tool, models)

    def _add_inside(self, tool: SharedTool, models: set[str]) -> None:
        """Add what QGIS itself runs; what cannot be loaded says so, and hides no other."""
        try:
            if tool.script.runner is Runner.MODEL:
                model = SharedModel(tool)
                check_closed(model, tool.script, models)
                self.addAlgorithm(model)
            else:
                self.addAlgorithm(SharedProcessingScript(tool, load_script(tool)))
        except RuntimeProblem as problem:
            note_failure(tool, problem)
            QgsMessageLog.logMessage(script_problem(problem), TITLE, Qgis.MessageLevel.Warning)

    def _add_models(self, provider_id: str) -> None:
        if provider_id == PROVIDER_ID:
            QgsApplication.processingRegistry().providerAdded.disconnect(self._add_models)
            self.refreshAlgorithms()

    def id(self) -> str:
        """Return the published prefix of every algorithm id; it never changes."""
        return PROVIDER_ID

    def name(self) -> str:
        """Return the name shown in the toolbox."""
        return TITLE

    def longName(self) -> str:  # noqa: N802 - the name QGIS calls
        """Return the name shown in the options and in the logs."""
        return f"{TITLE} (CRIGE PACA)"

    def versionInfo(self) -> str:  # noqa: N802 - the name QGIS calls
        """Return the plugin's version, which QGIS writes into its logs."""
        return VERSION

    def icon(self) -> QIcon:
        """Return the icon of the toolbox branch."""
        return QIcon(str(ICON))

    def svgIconPath(self) -> str:  # noqa: N802 - the name QGIS calls
        """Return the icon as a file, for dialogs that scale it."""
        return str(ICON)
