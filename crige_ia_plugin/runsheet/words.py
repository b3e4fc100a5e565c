"""Every word of the run sheet's page, by code, in English; a translation is a mapping with the same codes.

Labels of the energy factors are here too: ``energy.py`` writes them in English into the sheet, and the page
shows the translation of any of its texts that it finds among these.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

ENGLISH: Mapping[str, str] = MappingProxyType(
    {
        "page.kind": "Run sheet",
        "page.in_brief": "{started}, {duration}",
        "page.about": (
            "Written by the tool at the end of its run. It can be published with the result, as a trace of "
            "the process and of its quality; the same facts are inside this page as JSON, for machines."
        ),
        "verdict.passed": "Done: every quality check passed ({total} of {total})",
        "verdict.unchecked": "Done; this tool has no quality check for this run",
        "verdict.partly": ("Done, but quality checks failed ({failed} of {total}): read them before using the result"),
        "verdict.failed": "Failed: the tool stopped before the end and the result must not be used",
        "verdict.cancelled": "Cancelled before the end: there is no result",
        "section.results": "Results",
        "section.checks": "Quality checks",
        "section.warnings": "Warnings",
        "section.inputs": "Input data",
        "section.parameters": "Parameters",
        "section.cost": "Cost of the run",
        "section.software": "Tool and software",
        "check.passed": "Passed",
        "check.failed": "Failed",
        "check.column.state": "State",
        "check.column.check": "Check",
        "input.column.layer": "Layer",
        "input.column.source": "Source",
        "input.column.features": "Features",
        "input.column.crs": "CRS",
        "input.column.edition": "Edition",
        "input.extent": "Extent: X from {xmin} to {xmax}, Y from {ymin} to {ymax}",
        "parameter.column.parameter": "Parameter",
        "parameter.column.value": "Value",
        "table.more": "{count} more rows in this page's JSON",
        "value.yes": "yes",
        "value.no": "no",
        "value.unset": "not set",
        "value.unknown": "unknown",
        "cost.duration": "Duration",
        "cost.cpu": "CPU time",
        "cost.memory": "Peak memory of the QGIS process",
        "cost.energy": "Energy of use (estimate)",
        "cost.co2": "Greenhouse gases of use (estimate)",
        "cost.unmeasured": "not measured",
        "cost.lamp": "As much energy as a 10 W lamp lit for {duration}, by this estimate.",
        "cost.scope": (
            "This is an estimate of the energy of use, computed from measured times and memory, not a "
            "measurement. Making the computer is not counted; nor are its screen, idle consumption, graphics "
            "processor, disks and network. CPU time is that of the whole QGIS process during the run, "
            "whatever else it was doing; outside Linux, peak memory is counted since QGIS was started."
        ),
        "cost.details": "Formula and factors of the estimate",
        "cost.formula.energy": (
            "Energy = (power of a core × CPU time + power of memory × peak memory × duration) × overhead"
        ),
        "cost.formula.co2": "Greenhouse gases = energy × greenhouse gases of electricity",
        "factor.column.factor": "Factor",
        "factor.column.value": "Value",
        "factor.column.source": "Source",
        "factor.core_power": "Power of one busy processor core",
        "factor.memory_power": "Power of memory",
        "factor.pue": "Overhead of the premises (PUE)",
        "factor.electricity_co2": "Greenhouse gases of electricity consumed in mainland France",
        "factor.source.core_power": (
            "Green Algorithms, value for any processor (Lannelongue et al. 2021, doi:10.1002/advs.202100707)"
        ),
        "factor.source.memory_power": ("Green Algorithms (Lannelongue et al. 2021, doi:10.1002/advs.202100707)"),
        "factor.source.pue": "Desktop or laptop computer: no data centre to cool",
        "factor.source.electricity_co2": (
            "ADEME, Base Empreinte, Électricité/2025 – mix moyen/consommation (average of 2022–2025)"
        ),
        "tool.id": "Tool",
        "tool.version": "Version",
        "tool.sha256": "SHA-256 of its code",
    }
)
