"""The run sheet itself: what ran, on what, with which result and at what cost.

Frozen dataclasses that go to JSON and come back equal. The JSON carries its ``format``; its schema is
published in ``resources/schemas/runsheet-1.json``. A reader tolerates keys it does not know and refuses a
newer format.
"""

from __future__ import annotations

import json
import math
import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from .energy import EnergyEstimate, Factor
from .errors import RunSheetError
from .node import Extent, Node, Scalar, Value

FORMAT = 1
STATUSES = ("done", "failed", "cancelled")

_SURROGATE = re.compile("[\ud800-\udfff]")


def _finite(value: Scalar) -> Scalar:
    """Return ``value``, or None for NaN and infinities: JSON has none, nor has a reader any use for them."""
    return None if isinstance(value, float) and not math.isfinite(value) else value


@dataclass(frozen=True)
class Tool:
    """What ran: id (``crige_ia:…``), title in the user's language, version and SHA-256 of its code."""

    id: str
    title: str
    version: str
    sha256: str


@dataclass(frozen=True)
class Parameter:
    """One parameter as it was given: a scalar, or a tuple of scalars for multiple choices."""

    name: str
    label: str
    value: Value

    def __post_init__(self) -> None:
        value = self.value
        cleaned = tuple(map(_finite, value)) if isinstance(value, tuple) else _finite(value)
        object.__setattr__(self, "value", cleaned)


@dataclass(frozen=True)
class InputLayer:
    """One input layer or file.

    Attributes:
        parameter: Name of the parameter that took it.
        label: Name the user knows it by.
        source: Where it comes from, cut to a file or table name (see ``paths.shorten``).
        feature_count: Features that were read; None when it is no vector layer or the number is unknown.
        crs: Its coordinate reference system, as ``EPSG:2154``; empty when it has none.
        extent: (xmin, ymin, xmax, ymax) in units of that system; None when it is empty or unknown.
        edition: Edition of the data ("millésime"), where it can be told.
    """

    parameter: str
    label: str
    source: str
    feature_count: int | None
    crs: str
    extent: Extent | None
    edition: str = ""

    def __post_init__(self) -> None:
        if self.extent is not None and not all(map(math.isfinite, self.extent)):
            object.__setattr__(self, "extent", None)


@dataclass(frozen=True)
class Figure:
    """One number (or short text) of the result, with its unit; None is "no value"."""

    name: str
    label: str
    value: Scalar
    unit: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "value", _finite(self.value))


@dataclass(frozen=True)
class Check:
    """One quality check, passed or failed, with what it found."""

    code: str
    label: str
    passed: bool
    detail: str = ""


@dataclass(frozen=True)
class Table:
    """A table of the result, such as the residuals of a calibration; every row has one cell a column."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Scalar, ...], ...]

    def __post_init__(self) -> None:
        if any(len(row) != len(self.columns) for row in self.rows):
            raise ValueError(f"every row of the table {self.title!r} must have {len(self.columns)} cells")
        object.__setattr__(self, "rows", tuple(tuple(map(_finite, row)) for row in self.rows))


@dataclass(frozen=True)
class Cost:
    """What the run cost.

    Attributes:
        started: When it started, with its time zone.
        duration_s: Elapsed time in seconds.
        cpu_s: CPU time in seconds, summed over cores (see ``cost.Meter`` for what it covers).
        peak_memory_bytes: Highest memory of the process during the run; None where it cannot be told.
        energy: Estimate of the energy of use.
    """

    started: datetime
    duration_s: float
    cpu_s: float
    peak_memory_bytes: int | None
    energy: EnergyEstimate

    def __post_init__(self) -> None:
        if self.started.utcoffset() is None:
            raise ValueError("the start of a run needs its time zone")


@dataclass(frozen=True)
class RunSheet:
    """One run, told to whoever must trust its result.

    Attributes:
        software: Pairs of name and version, such as ``("QGIS", "3.40.4-Bratislava")``.
        warnings: Sentences in the user's language.
        language: Language of labels and sentences (``fr``, ``en``); the page's numbers and dates follow it.
        status: ``done``, ``failed`` or ``cancelled``.
        error: The sentence the user read when the run failed.
    """

    tool: Tool
    parameters: tuple[Parameter, ...]
    inputs: tuple[InputLayer, ...]
    software: tuple[tuple[str, str], ...]
    cost: Cost
    results: tuple[Figure, ...]
    checks: tuple[Check, ...]
    warnings: tuple[str, ...]
    tables: tuple[Table, ...] = ()
    language: str = "en"
    status: str = "done"
    error: str = ""

    def __post_init__(self) -> None:
        if self.status not in STATUSES:
            raise ValueError(f"status must be one of {', '.join(STATUSES)}, not {self.status!r}")

    def to_dict(self) -> dict[str, Any]:
        """Return the sheet as JSON-ready data, described by ``resources/schemas/runsheet-1.json``."""
        return {
            "format": FORMAT,
            "language": self.language,
            "status": self.status,
            "error": self.error,
            "tool": dict(vars(self.tool)),
            "parameters": [{**vars(item), "value": _listed(item.value)} for item in self.parameters],
            "inputs": [{**vars(item), "extent": _listed(item.extent)} for item in self.inputs],
            "software": [{"name": name, "version": version} for name, version in self.software],
            "cost": _cost_to_dict(self.cost),
            "results": [dict(vars(item)) for item in self.results],
            "checks": [dict(vars(item)) for item in self.checks],
            "warnings": list(self.warnings),
            "tables": [
                {"title": item.title, "columns": list(item.columns), "rows": [list(row) for row in item.rows]}
                for item in self.tables
            ],
        }

    @classmethod
    def from_dict(cls, data: object) -> RunSheet:
        """Build a sheet from what ``to_dict`` gave, whatever unknown keys it holds.

        Raises:
            RunSheetError: ``runsheet-newer`` or ``runsheet-invalid`` (with the place and what was expected).
        """
        root = Node(data, "$")
        found = root.integer("format")
        if found > FORMAT:
            raise RunSheetError("runsheet-newer", found=found, known=FORMAT)
        try:
            return _sheet(root)
        except RunSheetError:
            raise
        except ValueError as error:
            raise RunSheetError("runsheet-invalid", where="$", expected=str(error)) from error


def to_json(sheet: RunSheet) -> str:
    """Return the sheet as indented JSON text that any UTF-8 file can hold."""
    text = json.dumps(sheet.to_dict(), ensure_ascii=False, allow_nan=False, indent=2)
    # A file name that is no valid text leaves lone surrogates in Python's strings; UTF-8 has none.
    return _SURROGATE.sub(lambda match: f"\\u{ord(match.group()):04x}", text)


def from_json(text: str) -> RunSheet:
    """Read a sheet back from its JSON text.

    Raises:
        RunSheetError: The text is no JSON, no run sheet, or one of a newer format.
    """
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise RunSheetError("runsheet-not-json", detail=str(error)) from error
    return RunSheet.from_dict(data)


def _listed(value: Value | Extent) -> Scalar | list[Scalar]:
    return list(value) if isinstance(value, tuple) else value


def _cost_to_dict(cost: Cost) -> dict[str, Any]:
    energy = cost.energy
    return {
        "started": cost.started.isoformat(),
        "duration_s": cost.duration_s,
        "cpu_s": cost.cpu_s,
        "peak_memory_bytes": cost.peak_memory_bytes,
        "energy": {
            "energy_wh": energy.energy_wh,
            "co2_g": energy.co2_g,
            "formula": energy.formula,
            "factors": [dict(vars(factor)) for factor in energy.factors],
        },
    }


def _sheet(root: Node) -> RunSheet:
    tool = root.child("tool")
    return RunSheet(
        tool=Tool(tool.text("id"), tool.text("title"), tool.text("version"), tool.text("sha256")),
        parameters=tuple(
            Parameter(item.text("name"), item.text("label"), item.value("value")) for item in root.items("parameters")
        ),
        inputs=tuple(map(_input, root.items("inputs"))),
        software=tuple((item.text("name"), item.text("version")) for item in root.items("software")),
        cost=_cost(root.child("cost")),
        results=tuple(
            Figure(item.text("name"), item.text("label"), item.scalar("value"), item.text("unit", ""))
            for item in root.items("results")
        ),
        checks=tuple(
            Check(item.text("code"), item.text("label"), item.flag("passed"), item.text("detail", ""))
            for item in root.items("checks")
        ),
        warnings=root.texts("warnings"),
        tables=tuple(
            Table(item.text("title"), item.texts("columns"), item.rows("rows")) for item in root.items("tables", ())
        ),
        language=root.text("language", "en"),
        status=root.text("status", "done"),
        error=root.text("error", ""),
    )


def _input(item: Node) -> InputLayer:
    return InputLayer(
        parameter=item.text("parameter"),
        label=item.text("label"),
        source=item.text("source"),
        feature_count=item.optional_integer("feature_count"),
        crs=item.text("crs"),
        extent=item.extent("extent"),
        edition=item.text("edition", ""),
    )


def _cost(item: Node) -> Cost:
    energy = item.child("energy")
    return Cost(
        started=item.moment("started"),
        duration_s=item.number("duration_s"),
        cpu_s=item.number("cpu_s"),
        peak_memory_bytes=item.optional_integer("peak_memory_bytes"),
        energy=EnergyEstimate(
            energy_wh=energy.number("energy_wh"),
            co2_g=energy.number("co2_g"),
            formula=energy.text("formula"),
            factors=tuple(
                Factor(
                    one.text("name"),
                    one.text("label"),
                    one.number("value"),
                    one.text("unit"),
                    one.text("source"),
                )
                for one in energy.items("factors")
            ),
        ),
    )
