"""The words of the run sheet's page, and what keeps one from being read."""

from __future__ import annotations

from ..translation import tr


def run_sheet_words() -> dict[str, str]:
    """Return the words of the run sheet's page by code (``runsheet.words.ENGLISH``), in the user's language."""
    return {
        "page.kind": tr("Run sheet"),
        "page.in_brief": tr("{started}, {duration}"),
        "page.about": tr(
            "Written by the tool at the end of its run. It can be published with the result, as a "
            "trace of the process and of its quality; the same facts are inside this page as JSON, "
            "for machines."
        ),
        "verdict.passed": tr("Done: every quality check passed ({total} of {total})"),
        "verdict.unchecked": tr("Done; this tool has no quality check for this run"),
        "verdict.partly": tr(
            "Done, but quality checks failed ({failed} of {total}): read them before using the result"
        ),
        "verdict.failed": tr("Failed: the tool stopped before the end and the result must not be used"),
        "verdict.cancelled": tr("Cancelled before the end: there is no result"),
        "section.results": tr("Results"),
        "section.checks": tr("Quality checks"),
        "section.warnings": tr("Warnings"),
        "section.inputs": tr("Input data"),
        "section.parameters": tr("Parameters"),
        "section.cost": tr("Cost of the run"),
        "section.software": tr("Tool and software"),
        "check.passed": tr("Passed"),
        "check.failed": tr("Failed"),
        "check.column.state": tr("State"),
        "check.column.check": tr("Check"),
        "input.column.layer": tr("Layer"),
        "input.column.source": tr("Source"),
        "input.column.features": tr("Features"),
        "input.column.crs": tr("CRS"),
        "input.column.edition": tr("Edition"),
        "input.extent": tr("Extent: X from {xmin} to {xmax}, Y from {ymin} to {ymax}"),
        "parameter.column.parameter": tr("Parameter"),
        "parameter.column.value": tr("Value"),
        "table.more": tr("{count} more rows in this page's JSON"),
        "value.yes": tr("yes"),
        "value.no": tr("no"),
        "value.unset": tr("not set"),
        "value.unknown": tr("unknown"),
        "cost.duration": tr("Duration"),
        "cost.cpu": tr("CPU time"),
        "cost.memory": tr("Peak memory of the QGIS process"),
        "cost.energy": tr("Energy of use (estimate)"),
        "cost.co2": tr("Greenhouse gases of use (estimate)"),
        "cost.unmeasured": tr("not measured"),
        "cost.lamp": tr("As much energy as a 10 W lamp lit for {duration}, by this estimate."),
        "cost.scope": tr(
            "This is an estimate of the energy of use, computed from measured times and memory, not a"
            " measurement. Making the computer is not counted; nor are its screen, idle consumption, "
            "graphics processor, disks and network. CPU time is that of the whole QGIS process during"
            " the run, whatever else it was doing; outside Linux, peak memory is counted since QGIS "
            "was started."
        ),
        "cost.details": tr("Formula and factors of the estimate"),
        "cost.formula.energy": tr(
            "Energy = (power of a core × CPU time + power of memory × peak memory × duration) × overhead"
        ),
        "cost.formula.co2": tr("Greenhouse gases = energy × greenhouse gases of electricity"),
        "factor.column.factor": tr("Factor"),
        "factor.column.value": tr("Value"),
        "factor.column.source": tr("Source"),
        "factor.core_power": tr("Power of one busy processor core"),
        "factor.memory_power": tr("Power of memory"),
        "factor.pue": tr("Overhead of the premises (PUE)"),
        "factor.electricity_co2": tr("Greenhouse gases of electricity consumed in mainland France"),
        "factor.source.core_power": tr(
            "Green Algorithms, value for any processor (Lannelongue et al. 2021, doi:10.1002/advs.202100707)"
        ),
        "factor.source.memory_power": tr("Green Algorithms (Lannelongue et al. 2021, doi:10.1002/advs.202100707)"),
        "factor.source.pue": tr("Desktop or laptop computer: no data centre to cool"),
        "factor.source.electricity_co2": tr(
            "ADEME, Base Empreinte, Électricité/2025 – mix moyen/consommation (average of 2022–2025)"
        ),
        "tool.id": tr("Tool"),
        "tool.version": tr("Version"),
        "tool.sha256": tr("SHA-256 of its code"),
    }


def run_sheet_errors() -> dict[str, str]:
    """Return the sentences of ``RunSheetError`` by code, to be filled with its ``params``."""
    return {
        "runsheet-absent": tr("This file holds no run sheet. Choose a page written by one of the tools."),
        "runsheet-not-json": tr("The run sheet cannot be read: {detail}"),
        "runsheet-newer": tr(
            "This run sheet was written by a newer version of the plugin (format {found}, known: "
            "{known}). Update the plugin to read it."
        ),
        "runsheet-invalid": tr("The run sheet is incomplete or damaged at “{where}”: {expected} was expected."),
    }
