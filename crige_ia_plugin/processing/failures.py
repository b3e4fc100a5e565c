"""What the user reads of whatever goes wrong in a run; what nobody foresaw goes to QGIS's log as well."""

from __future__ import annotations

import traceback

from qgis.core import Qgis, QgsMessageLog, QgsProcessingException

from ..engine.problems import Problem
from ..messages import engine_problem
from ..translation import tr
from .output.destination import LOG


def sentence_of(error: Exception, tool: str) -> str:
    """Return what is wrong and what to do.

    Args:
        error: What stopped the run.
        tool: Title of the tool.
    """
    if isinstance(error, QgsProcessingException):
        return str(error)
    if isinstance(error, Problem):
        return engine_problem(error.code.value, error.parameters)
    if isinstance(error, MemoryError):
        return tr("There is not enough memory for this data. Close other programs, or work on a part of the area.")
    trace = "".join(traceback.format_exception(type(error), error, error.__traceback__))
    QgsMessageLog.logMessage(trace, LOG, Qgis.MessageLevel.Critical)
    return tr(
        "“{tool}” stopped on an unexpected error ({error}). Nothing was written, what was there before is "
        "untouched. The detail is in the log messages panel, tab “{tab}”: please report it, with the kind of data "
        "you used."
    ).format(tool=tool, error=type(error).__name__, tab=LOG)
