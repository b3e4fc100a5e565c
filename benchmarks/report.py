"""Turn results into RESULTS.md: the promises first, then a table a size."""

from __future__ import annotations

from collections.abc import Iterable
from statistics import median

from harness import Contender, Measured, Promise, Results, Row, Suite

HEADER = """# Benchmarks

Written by `make bench`. Times are medians; a ratio is the median of the ratios taken round by round, the
contenders interleaved. Compare ratios: seconds depend on the machine. Memory is the highest resident set of
the process, its libraries included (1 MB = 10⁶ bytes).
"""


def table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]], text: tuple[int, ...]) -> list[str]:
    """Return a Markdown table; the columns numbered in ``text`` are aligned left, the others right."""
    rule = ["---" if i in text else "---:" for i in range(len(head))]
    return [f"| {' | '.join(cells)} |" for cells in (head, rule, *rows)]


def figure(measured: Measured | None, unit: str = "") -> str:
    """Return a figure as it is read, with ">" when the slower side was stopped."""
    if measured is None:
        return "–"
    digits = 0 if measured.value >= 100 else 1 if measured.value >= 20 else 2
    return f"{'> ' if measured.at_least else ''}{measured.value:,.{digits}f}{f' {unit}' if unit else ''}"


def _verdict(promise: Promise, measured: Measured | None) -> str:
    if measured is None:
        return "– not measured"
    if promise.kept(measured):
        return "✔ kept"
    return "– the cap is too low to tell" if measured.at_least else "✘ **not kept**"


def promise_table(promises: list[Promise], results: Results) -> list[str]:
    """Return one line a promise: its limit, what was measured, kept or not."""
    rows = []
    for promise in promises:
        measured = promise.measure(results)
        limit = f"{'≤' if promise.at_most else '≥'} {figure(Measured(promise.limit), promise.unit)}"
        rows.append((promise.text, promise.size, limit, figure(measured, promise.unit), _verdict(promise, measured)))
    return table(("promise", "size", "promised", "measured", ""), rows, text=(0, 4))


def _contender_line(suite: Suite, contender: Contender, size: str, row: Row, results: Results) -> tuple[str, ...]:
    remarks = [contender.remark, row.trouble]
    if row.stopped is not None:
        seconds = f"> {row.stopped:g}"
        remarks.append("stopped at the cap")
    else:
        middle = median(row.seconds) if row.seconds else 0.0
        seconds = "–" if not row.seconds else f"{middle:.2f}" if middle >= 0.1 else f"{middle:.5f}"
    ratio = figure(results.ratio((size, contender.name), (size, suite.reference)))
    peak = figure(results.peak_mb(size, contender.name))
    written = f"{row.written:,}" if row.written else "–"
    return (contender.title, seconds, ratio, peak, written, "; ".join(filter(None, remarks)))


def suite_section(suite: Suite, results: Results) -> list[str]:
    """Return the section of one suite."""
    lines = [f"## {suite.title}", "", suite.method, ""]
    lines += [f"- {name}: {value}" for name, value in results.context.items()]
    promised = [p for p in suite.promises(results) if p.size in results.rows]
    if promised:
        lines += ["", "### Promises", "", *promise_table(promised, results)]
    for size, rows in results.rows.items():
        counts = ", ".join(f"{n:,} {what}" for what, n in results.counts[size].items())
        lines += ["", f"### {size}: {counts}", ""]
        head = ("contender", "seconds", f"× {suite.reference}", "peak MB", "features written", "remarks")
        known = [c for c in suite.contenders if c.name in rows]
        lines += table(head, (_contender_line(suite, c, size, rows[c.name], results) for c in known), text=(0, 5))
    return lines


def document(sections: Iterable[tuple[Suite, Results]]) -> str:
    """Return the whole page."""
    lines = [HEADER]
    for suite, results in sections:
        lines += [*suite_section(suite, results), ""]
    return "\n".join(lines).rstrip() + "\n"


def regressions(suite: Suite, now: Results, before: Results) -> list[str]:
    """Return a sentence for each promised figure that is more than 20 % worse than the stored one."""
    stored = {(p.text, p.size): p.measure(before) for p in suite.promises(before)}
    found = []
    for promise in suite.promises(now):
        new, old = promise.measure(now), stored.get((promise.text, promise.size))
        if new and old and promise.regressed(new, old):
            found.append(
                f"{suite.title}, {promise.size}: {promise.text} was {figure(old, promise.unit)}, "
                f"is now {figure(new, promise.unit)}"
            )
    return found
