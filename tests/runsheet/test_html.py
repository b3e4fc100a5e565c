"""The page: self-contained, safe whatever it holds, telling its verdict in words."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from crige_ia_plugin.runsheet.energy import FRENCH_COMPUTER, Factor, estimate
from crige_ia_plugin.runsheet.errors import RunSheetError
from crige_ia_plugin.runsheet.html import TABLE_ROWS, read_html, to_html
from crige_ia_plugin.runsheet.sheet import RunSheet, Table
from crige_ia_plugin.runsheet.words import ENGLISH

ATTACKS = [
    "</script><script>alert(1)</script>",
    "<!-- <script>",
    "<img src=x onerror=alert(1)>",
    '" onmouseover="alert(1)',
    "' autofocus onfocus='alert(1)",
    "</title><base href=//evil>",
    "</style><link rel=stylesheet href=//evil>",
    "&lt;script&gt;",
    "javascript:alert(1)",
    "{style}{0.__class__}",
    "\u2028alert(1)\u2029",
]


class Reader(HTMLParser):
    """Takes tags, attributes and text as a browser would."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.words = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in ("meta", "br", "wbr"):
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if "script" not in self.open and "style" not in self.open:
            self.words += data


def attacked(sheet: RunSheet, attack: str) -> RunSheet:
    """Put an attack into every text of a sheet."""

    def infect(value):
        if isinstance(value, str):
            return attack
        if isinstance(value, dict):
            return {key: infect(item) for key, item in value.items()}
        return [infect(item) for item in value] if isinstance(value, list) else value

    data = infect(sheet.to_dict())
    data["status"], data["cost"]["started"] = "failed", "2026-11-22T16:42:05+01:00"
    return RunSheet.from_dict(data)


@pytest.mark.parametrize("attack", ATTACKS)
def test_nothing_that_it_holds_becomes_markup(sheet: RunSheet, attack: str) -> None:
    page = to_html(attacked(sheet, attack))
    clean = Reader(to_html(attacked(sheet, "innocent")))
    reader = Reader(page)
    assert [tag for tag, _ in reader.tags] == [tag for tag, _ in clean.tags]
    assert [sorted(attributes) for _, attributes in reader.tags] == [sorted(attributes) for _, attributes in clean.tags]
    assert reader.words.count(attack) == clean.words.count("innocent")
    assert read_html(page) == attacked(sheet, attack)


@pytest.mark.parametrize("attack", ATTACKS)
def test_translations_cannot_become_markup_either(sheet: RunSheet, attack: str) -> None:
    words = {code: attack.replace("{", "{{").replace("}", "}}") for code in ENGLISH}
    reader = Reader(to_html(sheet, words))
    assert [tag for tag, _ in reader.tags] == [tag for tag, _ in Reader(to_html(sheet)).tags]


def test_it_needs_nothing_from_outside(sheet: RunSheet) -> None:
    page = to_html(sheet)
    reader = Reader(page)
    assert not {tag for tag, _ in reader.tags} & {"link", "img", "iframe", "object", "embed", "base", "form", "a"}
    for tag, attributes in reader.tags:
        assert not set(attributes) & {"src", "href", "srcset", "style", "background", "action"}, tag
        assert not any(name.startswith("on") for name in attributes)
    assert [attributes["type"] for tag, attributes in reader.tags if tag == "script"] == ["application/json"]
    style = re.search(r"<style>(.*?)</style>", page, re.DOTALL).group(1)
    assert "url(" not in style
    assert "@import" not in style
    assert "default-src 'none'" in page
    assert not re.search(r"https?://", page)


def test_every_tag_is_closed_and_the_page_is_light(sheet: RunSheet) -> None:
    page = to_html(sheet)
    assert Reader(page).open == []
    assert len(page.encode("utf-8")) < 30_000


def test_it_says_what_the_issue_promises(sheet: RunSheet) -> None:
    words = Reader(to_html(replace(sheet, language="en"))).words.replace("\u00a0", " ")
    for fact in (
        *("crige_ia:splitatintersections", "1.2.0", "ab" * 32, "3.40.4", "3.9.3", "1.26.4"),
        *("bdtopo.gpkg|layername=troncon_de_route", "14,213", "EPSG:2154", "BD TOPO 2025-06-15", "657,812.3"),
        *("TOLERANCE", "0.5", "nature, numero", "not set", "19,874", "1,234,567.891"),
        *("22 Nov 2026, 16:42", "11.2 s", "9.8 s", "412 MB", "33 mWh", "1.5 mg CO₂e"),
        *("estimate", "Making the computer is not counted", "12 W × 9.84 s", "ADEME", "46.1 g CO₂e/kWh"),
        *("✓ Passed", "✗ Failed", "écart 0,000 m", "3 entités sans géométrie", "0.500", "−0.125"),
    ):
        assert fact in words, fact


def test_french_readers_find_their_own_ways(sheet: RunSheet) -> None:
    page = to_html(sheet)
    words = Reader(page).words.replace("\u00a0", " ").replace("\u202f", "'")
    assert '<html lang="fr">' in page
    for fact in ("14'213", "22/11/2026 16:42", "9,8 s", "412 Mo", "0,3725 W/Go", "1'234'567,891", "0,500"):
        assert fact in words, fact


@pytest.mark.parametrize(
    ("status", "passed", "code", "sign"),
    [
        ("done", (True, True), "verdict.passed", "✓"),
        ("done", (True, False), "verdict.partly", "!"),
        ("done", (), "verdict.unchecked", "✓"),
        ("failed", (True, True), "verdict.failed", "✗"),
        ("cancelled", (), "verdict.cancelled", "✗"),
    ],
)
def test_the_verdict_has_a_sign_and_words(sheet: RunSheet, status: str, passed: tuple, code: str, sign: str) -> None:
    checks = tuple(replace(sheet.checks[0], passed=one) for one in passed)
    page = to_html(replace(sheet, status=status, checks=checks, error="Le disque est plein."))
    verdict = re.search(r'<div class="verdict.*?</div></div>', page).group()
    assert sign in verdict
    assert ENGLISH[code].format(total=len(passed), failed=passed.count(False)) in verdict
    assert "Le disque est plein." in verdict


def test_a_formula_of_others_is_shown_as_it_stands(sheet: RunSheet) -> None:
    other = replace(sheet.cost.energy, formula="read on the meter", factors=(Factor("x", "Own", 3.0, "W", "us"),))
    words = Reader(to_html(replace(sheet, cost=replace(sheet.cost, energy=other)))).words
    assert "read on the meter" in words
    assert "Own" in words


def test_own_factors_are_shown_and_known_ones_translated(sheet: RunSheet) -> None:
    own = replace(FRENCH_COMPUTER, pue=Factor("pue", "Notre salle", 1.4, "", "nos compteurs"))
    costly = replace(sheet.cost, energy=estimate(1, 1, None, own), peak_memory_bytes=None)
    words = Reader(to_html(replace(sheet, cost=costly), {"factor.memory_power": "Puissance de la mémoire"})).words
    assert "Notre salle" in words
    assert "Puissance de la mémoire" in words
    assert ENGLISH["cost.unmeasured"] in words


def test_a_long_table_is_cut_on_the_page_only(sheet: RunSheet) -> None:
    rows = tuple((f"PR {number}", number) for number in range(TABLE_ROWS + 1500))
    page = to_html(replace(sheet, tables=(Table("Résidus", ("PR", "n"), rows),), language="en"))
    assert f"PR {TABLE_ROWS - 1}<" in page
    assert f"PR {TABLE_ROWS}<" not in page
    assert "1,500 more rows" in page
    assert read_html(page).tables[0].rows == rows


def test_an_empty_sheet_has_no_empty_section(sheet: RunSheet) -> None:
    bare = replace(sheet, parameters=(), inputs=(), results=(), checks=(), warnings=(), tables=(), software=())
    page = to_html(bare)
    for code in ("section.results", "section.checks", "section.warnings", "section.inputs", "section.parameters"):
        assert f"<h2>{ENGLISH[code]}</h2>" not in page
    assert read_html(page) == bare


@pytest.mark.parametrize("page", ["", "<html></html>", '<script id="other">{}</script>', "plain text"])
def test_a_page_without_sheet_is_said_to_be_so(page: str) -> None:
    with pytest.raises(RunSheetError) as caught:
        read_html(page)
    assert caught.value.code == "runsheet-absent"


def test_the_page_of_a_newer_format_is_refused(sheet: RunSheet) -> None:
    page = to_html(sheet).replace('"format": 1', '"format": 2')
    with pytest.raises(RunSheetError) as caught:
        read_html(page)
    assert caught.value.code == "runsheet-newer"


def test_the_json_inside_is_what_any_reader_finds(sheet: RunSheet) -> None:
    inside = re.search(
        r'<script type="application/json" id="runsheet">(.*?)</script>', to_html(sheet), re.DOTALL
    ).group(1)
    assert json.loads(inside) == json.loads(json.dumps(sheet.to_dict()))


def test_every_word_is_used() -> None:
    room = Path(__file__).parents[2] / "crige_ia_plugin" / "runsheet"
    code = (room / "html.py").read_text(encoding="utf-8")
    computed = ("verdict.", "input.column.", "factor.", "check.")
    for word in ENGLISH:
        assert word.startswith(computed) or f'"{word}"' in code or f"'{word}'" in code, word
