"""The run sheet as one page: self-contained, printable on A4, readable without knowing GIS; and read back.

No script, no external resource; a content security policy says so to the browser. Colour never speaks
alone: every state has its word and its sign. The facts travel inside as JSON, in ``<script
type="application/json" id="runsheet">``, where nothing can close the tag.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from html import escape
from html.parser import HTMLParser
from itertools import chain, repeat

from .energy import BYTES_PER_GB, FORMULA, SECONDS_PER_HOUR
from .errors import RunSheetError
from .format import NO_BREAK, Formatter
from .node import Scalar, Value
from .sheet import Cost, Figure, InputLayer, RunSheet, Table, from_json, to_json
from .style import STYLE
from .words import ENGLISH

JSON_ID = "runsheet"
TABLE_ROWS = 200
"""Rows of a table that the page shows; the JSON holds all."""

LAMP_W = 10.0
NO_VALUE = "–"
PAGE = """\
<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
{style}</style>
</head>
<body>
<main>
{body}
</main>
<script type="application/json" id="{id}">
{data}
</script>
</body>
</html>
"""
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_CODES = {text: code for code, text in ENGLISH.items()}
_JSON_ESCAPES = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def to_html(sheet: RunSheet, words: Mapping[str, str] = ENGLISH) -> str:
    """Return the page of a run sheet.

    Args:
        sheet: The sheet; numbers and dates follow its language.
        words: Words of the page by code, in that language; English stands in for a missing one.
    """
    return _Page(sheet, words).render()


def read_html(text: str) -> RunSheet:
    """Return the run sheet that a page holds.

    Raises:
        RunSheetError: The page holds none, or one that cannot be read.
    """
    finder = _JsonFinder()
    finder.feed(text)
    finder.close()
    if finder.json is None:
        raise RunSheetError("runsheet-absent")
    return from_json(finder.json)


class _JsonFinder(HTMLParser):
    """Takes the text of the first JSON script with our id."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.json: str | None = None
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "script" and self.json is None and ("id", JSON_ID) in attrs:
            self._inside, self.json = True, ""

    def handle_endtag(self, tag: str) -> None:
        if tag == "script":
            self._inside = False

    def handle_data(self, data: str) -> None:
        if self._inside and self.json is not None:
            self.json += data


class _Page:
    """Builds the page; every piece of content passes through ``_text``."""

    def __init__(self, sheet: RunSheet, words: Mapping[str, str]) -> None:
        self._sheet = sheet
        self._words = {**ENGLISH, **words}
        self._format = Formatter(sheet.language)

    def render(self) -> str:
        sheet = self._sheet
        return PAGE.format(
            language="fr" if self._format.french else "en",
            title=_text(f"{self._words['page.kind']} – {sheet.tool.title}"),
            style=STYLE,
            body="\n".join(part for part in self._sections() if part),
            id=JSON_ID,
            data=to_json(sheet).translate(_JSON_ESCAPES),
        )

    def _sections(self) -> Iterable[str]:
        sheet = self._sheet
        yield self._header()
        yield self._verdict()
        yield self._warnings()
        yield self._section("section.results", self._tiles(map(self._result, sheet.results)))
        yield self._section("section.checks", self._checks())
        for table in sheet.tables:
            yield f"<section>\n<h2>{_text(table.title)}</h2>\n{self._table(table)}</section>"
        yield self._section("section.inputs", self._inputs())
        yield self._section("section.parameters", self._parameters())
        yield self._section("section.cost", self._cost(sheet.cost))
        yield self._section("section.software", self._software())
        yield f"<footer>{self._word('page.about')}</footer>"

    def _word(self, code: str, **values: str) -> str:
        return _text(self._words[code].format(**values))

    def _translated(self, text: str) -> str:
        """Translate a text that another room took from the English words; others stay as they are."""
        return _text(self._words[_CODES[text]] if text in _CODES else text)

    def _section(self, title: str, content: str) -> str:
        return f"<section>\n<h2>{self._word(title)}</h2>\n{content}</section>" if content else ""

    def _header(self) -> str:
        tool, cost = self._sheet.tool, self._sheet.cost
        started, duration = self._format.moment(cost.started), self._format.duration(cost.duration_s)
        brief = self._word("page.in_brief", started=started, duration=duration)
        return (
            f'<header>\n<p class="kind">{self._word("page.kind")}</p>\n<h1>{_text(tool.title)}</h1>\n'
            f'<p class="brief">{brief} · <code>{_text(tool.id)}</code> {_text(tool.version)}</p>\n</header>'
        )

    def _verdict(self) -> str:
        sheet = self._sheet
        total, failed = len(sheet.checks), sum(not check.passed for check in sheet.checks)
        if sheet.status != "done":
            code, kind, sign = f"verdict.{sheet.status}", "bad", "✗"
        elif failed:
            code, kind, sign = "verdict.partly", "mixed", "!"
        else:
            code, kind, sign = ("verdict.passed" if total else "verdict.unchecked"), "good", "✓"
        numbers = {"total": self._format.number(total), "failed": self._format.number(failed)}
        error = f"<p>{_text(sheet.error)}</p>" if sheet.error else ""
        return (
            f'<div class="verdict {kind}"><span class="sign" aria-hidden="true">{sign}</span>'
            f"<div><strong>{self._word(code, **numbers)}</strong>{error}</div></div>"
        )

    def _warnings(self) -> str:
        rows = "".join(f"<li>{_text(warning)}</li>\n" for warning in self._sheet.warnings)
        return self._section("section.warnings", f'<ul class="warnings">\n{rows}</ul>\n' if rows else "")

    def _result(self, figure: Figure) -> tuple[str, str]:
        value = self._cell(figure.value)
        if figure.unit and figure.value is not None:
            value = _measure(value + NO_BREAK + _text(self._unit(figure.unit)))
        return value, _text(figure.label)

    def _tiles(self, tiles: Iterable[tuple[str, str]]) -> str:
        """Return figures as tiles, each with its number and its label, both safe already."""
        items = "".join(f"<div><dt>{label}</dt><dd>{value}</dd></div>\n" for value, label in tiles)
        return f'<dl class="tiles">\n{items}</dl>\n' if items else ""

    def _checks(self) -> str:
        rows = []
        for check in self._sheet.checks:
            state, sign = ("passed", "✓") if check.passed else ("failed", "✗")
            detail = f"<small>{_text(check.detail)}</small>" if check.detail else ""
            rows.append(
                (
                    f'<span class="state {state}">{sign}{NO_BREAK}{self._word(f"check.{state}")}</span>',
                    f"{_text(check.label)}{detail}",
                )
            )
        return self._grid(("check.column.state", "check.column.check"), rows, "checks")

    def _inputs(self) -> str:
        columns = ("layer", "source", "features", "crs", "edition")
        rows = [self._input(layer) for layer in self._sheet.inputs]
        return self._grid([f"input.column.{column}" for column in columns], rows, "inputs")

    def _input(self, layer: InputLayer) -> tuple[str, ...]:
        unknown = NO_VALUE
        extent = ""
        if layer.extent is not None:
            names = ("xmin", "ymin", "xmax", "ymax")
            sides = {name: self._format.number(side) for name, side in zip(names, layer.extent)}
            extent = f"<small>{self._word('input.extent', **sides)}</small>"
        return (
            f"<b>{_text(layer.label)}</b><small><code>{_text(layer.parameter)}</code></small>",
            f"{_text(layer.source).replace('|', '|<wbr>') or unknown}{extent}",
            unknown if layer.feature_count is None else self._format.number(layer.feature_count),
            _text(layer.crs) or unknown,
            _text(layer.edition) or self._word("value.unknown"),
        )

    def _parameters(self) -> str:
        rows = [
            (f"{_text(item.label)}<small><code>{_text(item.name)}</code></small>", self._given(item.value))
            for item in self._sheet.parameters
        ]
        return self._grid(("parameter.column.parameter", "parameter.column.value"), rows, "parameters")

    def _given(self, value: Value) -> str:
        """Write a parameter's value as it was given, its numbers with all their digits."""
        if isinstance(value, tuple):
            return ", ".join(map(self._given, value)) or self._word("value.unset")
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            return self._format.exact(value)
        return self._word("value.unset") if value in (None, "") else self._cell(value)

    def _unit(self, unit: str) -> str:
        return unit.replace("GB", "Go") if self._format.french else unit

    def _cell(self, value: Scalar) -> str:
        if isinstance(value, bool):
            return self._word("value.yes" if value else "value.no")
        if isinstance(value, (int, float)):
            return self._format.number(value)
        return NO_VALUE if value is None else _text(value)

    def _table(self, table: Table) -> str:
        columns = [[row[index] for row in table.rows] for index in range(len(table.columns))]
        numeric = [all(cell is None or _is_number(cell) for cell in column) for column in columns]
        writers = [self._writer(column) for column in columns]
        head = _row("th", map(_text, table.columns), numeric)
        shown = "".join(
            _row("td", (write(cell) for write, cell in zip(writers, row)), numeric) for row in table.rows[:TABLE_ROWS]
        )
        hidden = len(table.rows) - TABLE_ROWS
        more = f"<p>{self._word('table.more', count=self._format.number(hidden))}</p>\n" if hidden > 0 else ""
        return f"<table>\n<thead>\n{head}</thead>\n<tbody>\n{shown}</tbody>\n</table>\n{more}"

    def _writer(self, column: Iterable[Scalar]) -> Callable[[Scalar], str]:
        """Return what writes the cells of a column: measured numbers all with the same decimals, at most 3."""
        floats = [cell for cell in column if isinstance(cell, float)]
        if not floats or any(cell and not 5e-4 <= abs(cell) < 1e15 for cell in floats):
            return self._cell
        fits = (n for n in range(3) if all(round(cell, 3) == round(cell, n) for cell in floats))
        decimals = next(fits, 3)

        def write(cell: Scalar) -> str:
            if isinstance(cell, (int, float)) and not isinstance(cell, bool):
                return self._format.fixed(cell, decimals)
            return self._cell(cell)

        return write

    def _grid(self, columns: Iterable[str], rows: Iterable[tuple[str, ...]], kind: str) -> str:
        """Return a table of cells that are safe already, or nothing when there is no row."""
        body = "".join(_row("td", row) for row in rows)
        head = _row("th", map(self._word, columns))
        return f'<table class="{kind}">\n<thead>\n{head}</thead>\n<tbody>\n{body}</tbody>\n</table>\n' if body else ""

    def _cost(self, cost: Cost) -> str:
        size, energy = cost.peak_memory_bytes, cost.energy
        memory = self._word("cost.unmeasured") if size is None else _measure(self._format.size(size))
        tiles = self._tiles(
            (
                (self._format.duration(cost.duration_s), self._word("cost.duration")),
                (self._format.duration(cost.cpu_s), self._word("cost.cpu")),
                (memory, self._word("cost.memory")),
                (f"≈{NO_BREAK}{_measure(self._format.energy(energy.energy_wh))}", self._word("cost.energy")),
                (f"≈{NO_BREAK}{_measure(self._format.mass(energy.co2_g))}", self._word("cost.co2")),
            )
        )
        lamp = self._word("cost.lamp", duration=self._format.duration(energy.energy_wh / LAMP_W * SECONDS_PER_HOUR))
        return f"{tiles}<p>{lamp} {self._word('cost.scope')}</p>\n{self._details(cost)}"

    def _details(self, cost: Cost) -> str:
        rows = [
            (
                self._translated(factor.label),
                f"{self._format.exact(factor.value)}{NO_BREAK}{_text(self._unit(factor.unit))}".rstrip(NO_BREAK),
                self._translated(factor.source),
            )
            for factor in cost.energy.factors
        ]
        columns = [f"factor.column.{column}" for column in ("factor", "value", "source")]
        # Open, so that every browser prints it; the reader may fold it on screen.
        return (
            f"<details open>\n<summary>{self._word('cost.details')}</summary>\n{self._formula(cost)}"
            f"{self._grid(columns, rows, 'factors')}</details>\n"
        )

    def _formula(self, cost: Cost) -> str:
        """Return the formula in words and with its numbers; as it stands in the sheet when it is not ours."""
        values = {factor.name: factor.value for factor in cost.energy.factors}
        names = ("core_power", "memory_power", "pue", "electricity_co2")
        if cost.energy.formula != FORMULA or any(name not in values for name in names):
            return f'<p class="formula">{_text(cost.energy.formula)}</p>\n'
        core, memory, pue, electricity = (self._format.exact(values[name]) for name in names)
        number, space = self._format.number, NO_BREAK
        held = number((cost.peak_memory_bytes or 0) / BYTES_PER_GB)
        unit = "Go" if self._format.french else "GB"
        energy = (
            f"= ({core}{space}W × {number(cost.cpu_s)}{space}s + {memory}{space}W/{unit} × "
            f"{held}{space}{unit} × {number(cost.duration_s)}{space}s) × {pue} ÷ {number(3600)}{space}s/h "
            f"≈ {self._format.energy(cost.energy.energy_wh)}"
        )
        gases = (
            f"= {self._format.energy(cost.energy.energy_wh)} × {electricity}{space}g{space}CO₂e/kWh "
            f"≈ {self._format.mass(cost.energy.co2_g)}"
        )
        return (
            f'<p class="formula">{self._word("cost.formula.energy")}<br>{energy}</p>\n'
            f'<p class="formula">{self._word("cost.formula.co2")}<br>{gases}</p>\n'
        )

    def _software(self) -> str:
        tool = self._sheet.tool
        known = [
            (self._word("tool.id"), f"<code>{_text(tool.id)}</code>"),
            (self._word("tool.version"), _text(tool.version)),
            (self._word("tool.sha256"), f'<code class="digest">{_text(tool.sha256)}</code>'),
            *((_text(name), _text(version)) for name, version in self._sheet.software),
        ]
        rows = "".join(f'<tr><th scope="row">{name}</th><td>{value}</td></tr>\n' for name, value in known)
        return f'<table class="software">\n<tbody>\n{rows}</tbody>\n</table>\n'


def _text(value: object) -> str:
    """Return content as HTML text, whatever it holds."""
    return escape(_UNPRINTABLE.sub("\ufffd", str(value)))


def _measure(quantity: str) -> str:
    """Set the unit of a quantity, safe already, apart from its number."""
    number, _, unit = quantity.partition(NO_BREAK)
    return f'{number} <span class="unit">{unit}</span>'


def _is_number(value: Scalar) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _row(tag: str, cells: Iterable[str], numeric: Iterable[bool] = ()) -> str:
    """Return a table row of cells that are safe already; numeric ones stand on the right."""
    scope = ' scope="col"' if tag == "th" else ""
    kinds = (' class="number"' if flag else "" for flag in chain(numeric, repeat(False)))
    inner = "".join(f"<{tag}{scope}{kind}>{cell}</{tag}>" for cell, kind in zip(cells, kinds))
    return f"<tr>{inner}</tr>\n"
