"""The algorithm that a shared script becomes: its dialog, its run in another process, its outputs, its run sheet."""

from __future__ import annotations

import html
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import QgsCoordinateReferenceSystem, QgsProcessingContext, QgsProcessingException, QgsProcessingFeedback

from ...engine.monitor import Cancelled
from ...messages import script_problem
from ...runtime import environment, job
from ...runtime.folders import RunFolder
from ...runtime.problems import Code, RuntimeProblem
from ...scripts import agreed_script, jobs_folder, limits, runtime_settings
from ...translation import interface_language, tr
from ..base import Algorithm, Results, Words, groups
from ..output.opening import open_written
from .inputs import Input
from .listening import Listener
from .outputs import open_output
from .parameters import definition, processing_name, service_definitions
from .rasters import take_raster
from .values import is_layer, run_crs, take_value
from .vectors import take_layer, take_vector

if TYPE_CHECKING:
    from ...runtime.parameters import Parameter
    from ...runtime.script import Script
    from ...scripts import SharedTool
    from ..output.destination import OnLoad
    from ..output.written import Check, WrittenFile

_PREPARED, _RUN = 0.1, 0.9
"""Shares of the progress bar at which the environment is ready, and the script has ended."""

_HEIGHTS = {"polygon": 1, "line": 2, "point": 3}
"""On the map, rasters lie lowest, points highest."""

Parameters = dict[str, Any]


class SharedAlgorithm(Algorithm):
    """A script that the user agreed to.

    Its bytes are read and held against that agreement again at each run: those that were verified are those that run.
    """

    ICON = "kinds/script.svg"

    def __init__(self, tool: SharedTool) -> None:
        super().__init__()
        self.tool = tool
        self._script = tool.script
        self._taken: dict[str, Input | list[Input]] = {}
        self._values: dict[str, object] = {}

    def createInstance(self) -> SharedAlgorithm:  # noqa: N802 - the name QGIS calls
        """Return a fresh one."""
        return type(self)(self.tool)

    # -- what it says of itself -----------------------------------------------------------------------------------

    def name(self) -> str:
        """Return the published id."""
        return self.tool.name

    def words(self) -> Words:
        """Return what the script says of itself, in the user's language."""
        language, script = interface_language(), self.tool.script
        title, text = script.title(language), script.help(language)
        if self.tool.file is not None:
            origin = tr("Your own script, version {version}, as it lies in {file}.").format(
                version=script.version, file=self.tool.file
            )
        else:
            origin = tr("Shared script, version {version}, from the catalogue “{catalogue}”.").format(
                version=script.version, catalogue=self.tool.catalogue_title
            )
        apart = tr("It runs in a process of its own, apart from QGIS.")
        body = "".join(f"<p>{html.escape(part)}</p>" for part in (*text.split("\n\n"), f"{origin} {apart}") if part)
        summary = text.split("\n")[0] or title
        return Words(title, summary, f"{script.id},script", body)

    def group(self) -> str:
        """Return the toolbox branch, in the user's language."""
        return groups()[self.groupId()]

    def groupId(self) -> str:  # noqa: N802 - the name QGIS calls
        """Return the key of the script's branch; that of other scripts where it is none of ours."""
        return self.tool.script.group if self.tool.script.group in groups() else "scripts"

    def code(self) -> tuple[str, str]:
        """Return the version and the SHA-256 of the script."""
        return self._script.version, self._script.sha256

    # -- its parameters -------------------------------------------------------------------------------------------

    def define(self) -> None:
        """Add the script's own parameters."""
        language = interface_language()
        for parameter in self.tool.script.parameters:
            self._add(definition(parameter, language))
        if any(parameter.type == "raster" for parameter in self.tool.script.parameters):
            for one in service_definitions():
                self._add(one)

    # -- its run --------------------------------------------------------------------------------------------------

    def open_inputs(
        self, parameters: Parameters, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        """Take the layers and the values."""
        given = [one for one in self.tool.script.parameters if not one.is_output]
        crs = run_crs(self, [one for one in given if is_layer(one)], parameters, context)
        self._taken.clear()
        self._values.clear()
        for parameter in given:
            if is_layer(parameter):
                taken = self._take(parameter, parameters, context, crs)
                if taken:
                    self._taken[parameter.name] = taken
            else:
                value = take_value(self, parameter, parameters, context, crs)
                if value is not None:
                    self._values[parameter.name] = value

    def _take(
        self,
        parameter: Parameter,
        parameters: Parameters,
        context: QgsProcessingContext,
        crs: QgsCoordinateReferenceSystem,
    ) -> Input | list[Input] | None:
        name = processing_name(parameter)
        if parameter.type == "raster":
            return take_raster(self, parameters, name, context)
        if parameter.type == "vector":
            return take_vector(self, parameters, name, context, crs)
        layers = self.parameterAsLayerList(parameters, name, context)
        return [take_layer(layer, context, crs) for layer in layers]

    def compute(
        self, parameters: Parameters, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Results:
        """Verify, prepare, run, deliver."""
        try:
            with RunFolder(jobs_folder()) as place:
                return self._run(place.folder("layers"), parameters, context, feedback)
        except RuntimeProblem as problem:
            if problem.code is Code.CANCELLED:
                raise Cancelled from problem
            raise QgsProcessingException(script_problem(problem)) from problem

    def _run(
        self, folder: Path, parameters: Parameters, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Results:
        self._script = script = agreed_script(self.tool)
        prepared = environment.prepare(
            script,
            runtime_settings(),
            Listener(feedback, self.warn),
            may_install_uv=True,  # the user agreed to it with the script: the consent names it
            on_step=lambda step: feedback.pushInfo(_said(step)),
        )
        self.add_software((name, version) for name, version in prepared.versions.items())
        brought = self._brought(folder, feedback)
        values = {**self._values, **brought}
        outputs = [
            opened
            for parameter in sorted(script.outputs, key=lambda one: _HEIGHTS.get(one.geometry, 0))
            if (opened := open_output(self, parameter, parameters, context, folder))
        ]
        values.update((output.name, str(output.place)) for output in outputs)
        listener = Listener(feedback, self.warn, _PREPARED, _RUN)
        outcome = job.run(script, prepared, values, jobs_folder(), listener, limits(), interface_language())
        self.add_spent(outcome.cpu_seconds, outcome.peak_bytes)
        if outcome.error is not None:
            if outcome.stderr_tail:
                feedback.pushConsoleInfo(outcome.stderr_tail)
            raise outcome.error
        for output in outputs:
            output.deliver(feedback)
        return self._told(script, outcome.result)

    def _brought(self, folder: Path, feedback: QgsProcessingFeedback) -> dict[str, object]:
        """Write what is no file yet; a field that had to be renamed for that is given under its new name."""
        brought: dict[str, object] = {}
        for name, taken in self._taken.items():
            if isinstance(taken, list):
                brought[name] = [one.bring(folder, f"{name}_{n}", feedback) for n, one in enumerate(taken)]
                continue
            brought[name] = taken.bring(folder, name, feedback)
            for parameter in self._script.parameters:
                if parameter.type == "field" and parameter.parent == name and parameter.name in self._values:
                    self._values[parameter.name] = _renamed(self._values[parameter.name], taken.renamed)
        return brought

    def _told(self, script: Script, result: dict[str, object]) -> Results:
        """Put what the script found on the run sheet, and give it back to models."""
        names = {parameter.name for parameter in script.parameters}
        told: Results = {}
        for name, value in result.items():
            if name not in names and isinstance(value, (bool, int, float, str)):
                self.add_figure(name, name.replace("_", " "), value)
                told[name.upper()] = value
        return told

    def written(
        self, parameters: Parameters, name: str, context: QgsProcessingContext, check: Check, on_load: OnLoad | None
    ) -> WrittenFile | None:
        """Open an output that the script writes by itself; put in place or abandoned with the others."""
        opened = open_written(self, parameters, name, context, check, on_load, self._destinations)
        if opened is not None:
            self.take_charge(opened)
        return opened


def _said(step: environment.Step) -> str:
    """Say what preparing an environment is doing."""
    return {
        environment.Step.INSTALL_UV: tr("Installing uv, apart from QGIS…"),
        environment.Step.RESOLVE: tr("Choosing the versions of the libraries…"),
        environment.Step.INSTALL: tr("Installing the libraries of the script, apart from QGIS, this once…"),
    }[step]


def _renamed(value: object, renamed: Mapping[str, str]) -> object:
    if isinstance(value, list):
        return [renamed.get(one, one) for one in value]
    return renamed.get(str(value), value)
