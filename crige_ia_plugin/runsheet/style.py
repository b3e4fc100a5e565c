"""The look of the run sheet's page, on screen and on A4 paper."""

from __future__ import annotations

STYLE = """\
:root { color-scheme: light; --ink: #1c2733; --soft: #5a6875; --line: #dce3e8;
  --pale: #f4f7f8; --deep: #0b5563; }
* { box-sizing: border-box; }
body { margin: 0; background: #eef2f4; color: var(--ink);
  font: 15px/1.5 system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
main { max-width: 54rem; margin: 1.5rem auto; padding: 2.25rem 2.75rem 1.75rem; background: #fff;
  border-top: 5px solid var(--deep); border-radius: 4px; box-shadow: 0 1px 4px rgba(20, 40, 60, .14); }
h1 { margin: .1rem 0 .3rem; font-size: 1.75rem; line-height: 1.2; overflow-wrap: anywhere; }
h2 { margin: 0 0 .6rem; font-size: 1.05rem; color: var(--deep); }
section { margin-top: 1.9rem; }
p { margin: .5rem 0; }
code { font: .9em ui-monospace, Consolas, "DejaVu Sans Mono", monospace; overflow-wrap: anywhere; }
small { display: block; color: var(--soft); font-size: .82rem; overflow-wrap: anywhere; }
.kind { margin: 0; color: var(--deep); font-size: .8rem; font-weight: 600; letter-spacing: .09em;
  text-transform: uppercase; }
.brief { margin: 0; color: var(--soft); }
.verdict { display: flex; gap: .9rem; align-items: center; margin-top: 1.4rem; padding: .85rem 1.1rem;
  border: 1px solid; border-left-width: 6px; border-radius: 4px; font-size: 1.08rem; }
.verdict p { margin: .2rem 0 0; font-size: .95rem; overflow-wrap: anywhere; }
.sign { flex: none; width: 1.9rem; height: 1.9rem; border-radius: 50%; color: #fff; font-weight: 700;
  line-height: 1.9rem; text-align: center; }
.good { color: #14532d; border-color: #2e7d46; background: #edf7ef; }
.good .sign { background: #2e7d46; }
.mixed { color: #6b3d00; border-color: #b26a00; background: #fff6e6; }
.mixed .sign { background: #b26a00; }
.bad { color: #7a1414; border-color: #b3261e; background: #fdefee; }
.bad .sign { background: #b3261e; }
.warnings { margin: 0; padding: .7rem 1rem .7rem 2rem; border-left: 6px solid #b26a00; background: #fff6e6; }
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(8.6rem, 1fr)); gap: .6rem; margin: 0; }
.tiles div { display: flex; flex-direction: column-reverse; justify-content: flex-end;
  padding: .65rem .8rem; background: var(--pale); border: 1px solid var(--line); border-radius: 4px; }
.tiles dd { margin: 0; font-size: 1.18rem; font-weight: 600; line-height: 1.3; overflow-wrap: anywhere;
  font-variant-numeric: tabular-nums; }
.unit { font-size: .95rem; white-space: nowrap; }
.tiles dt { color: var(--soft); font-size: .82rem; line-height: 1.35; }
table { width: 100%; border-collapse: collapse; font-size: .93rem; }
th, td { padding: .42rem .7rem .42rem 0; border-bottom: 1px solid var(--line); text-align: left;
  vertical-align: top; overflow-wrap: anywhere; }
thead th { color: var(--soft); font-size: .8rem; font-weight: 600; border-bottom-color: #b9c5cd; }
tbody th { font-weight: 500; }
.number, .inputs td:nth-child(3), .inputs th:nth-child(3) { text-align: right; white-space: nowrap;
  font-variant-numeric: tabular-nums; }
.inputs th { white-space: nowrap; }
.inputs th:first-child { min-width: 9.5rem; }
.inputs td:nth-child(4), .inputs td:nth-child(5), .factors td:nth-child(2) { white-space: nowrap; }
.inputs th:nth-child(n+3), .inputs td:nth-child(n+3) { padding-left: .7rem; }
.checks td:first-child { width: 7.5rem; white-space: nowrap; }
.parameters td:first-child, .software th { width: 42%; }
.state { font-weight: 600; }
.passed { color: #1f6b38; }
.failed { color: #b3261e; }
.digest { font-size: .78em; }
details { margin-top: .8rem; padding: .6rem .9rem; border: 1px solid var(--line); border-radius: 4px; }
summary { cursor: pointer; color: var(--deep); font-weight: 600; }
.formula { padding: .5rem .7rem; background: var(--pale); font-size: .9rem; }
footer { margin-top: 2rem; padding-top: .8rem; border-top: 1px solid var(--line); color: var(--soft);
  font-size: .82rem; }
@media (max-width: 40rem) { main { margin: 0; padding: 1.2rem; } }
@page { size: A4; margin: 12mm 14mm; }
@media print {
  * { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  html { font-size: 12px; }
  body { background: #fff; font-size: 9pt; line-height: 1.4; }
  main { max-width: none; margin: 0; padding: 0; border-top: 0; border-radius: 0; box-shadow: none; }
  section, footer { margin-top: 1.1rem; }
  th, td { padding-top: .28rem; padding-bottom: .28rem; }
  h2 { break-after: avoid; }
  tr, .tiles div, .verdict, .formula { break-inside: avoid; }
  thead { display: table-header-group; }
  details::details-content { display: block; content-visibility: visible; }
  details { padding: 0; border: 0; }
  summary { list-style: none; }
}
"""
