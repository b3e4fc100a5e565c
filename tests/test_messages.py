"""Every code of a pure room has its sentence, the same in English, and in French."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Mapping
from pathlib import Path
from string import Formatter

import pytest

from crige_ia_plugin import messages
from crige_ia_plugin.authoring.problems import Code as AuthoringCode
from crige_ia_plugin.authoring.words import ENGLISH as AUTHORING_WORDS
from crige_ia_plugin.catalogue.problems import Code as CatalogueCode
from crige_ia_plugin.catalogue.problems import Problem
from crige_ia_plugin.catalogue.sentences import SENTENCES
from crige_ia_plugin.engine.anomalies import SEVERITY, AnomalyCode
from crige_ia_plugin.engine.problems import ProblemCode
from crige_ia_plugin.engine.referencing.addresses import AddressStatus
from crige_ia_plugin.engine.referencing.addressing import Reason
from crige_ia_plugin.engine.routes.anomalies import ROUTE_SEVERITY, Decision, RouteFault
from crige_ia_plugin.messages import authoring, catalogue, network, referencing, routes, runsheet, runtime
from crige_ia_plugin.runsheet.errors import ERRORS
from crige_ia_plugin.runsheet.words import ENGLISH
from crige_ia_plugin.runtime import sentences as script_sentences
from crige_ia_plugin.runtime.problems import Code as ScriptCode
from crige_ia_plugin.runtime.problems import RuntimeProblem

FRENCH = Path(__file__).parents[1] / "i18n" / "crige_ia_plugin_fr.ts"


@pytest.fixture
def untranslated(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave sentences as they stand in the code, whatever the language of the machine."""
    for room in (authoring, catalogue, network, referencing, routes, runsheet):
        monkeypatch.setattr(room, "tr", lambda text, n=-1: text)


@pytest.mark.usefixtures("untranslated")
def test_the_run_sheet_has_its_words() -> None:
    assert messages.run_sheet_words() == dict(ENGLISH)


@pytest.mark.usefixtures("untranslated")
def test_drafts_have_their_words() -> None:
    assert messages.authoring_words() == dict(AUTHORING_WORDS)


@pytest.mark.usefixtures("untranslated")
def test_the_run_sheet_has_its_errors() -> None:
    assert messages.run_sheet_errors() == dict(ERRORS)


@pytest.mark.usefixtures("untranslated")
@pytest.mark.parametrize(
    ("sentences", "codes"),
    [
        (messages.engine_problems, ProblemCode),
        (messages.anomalies, AnomalyCode),
        (messages.findings, AnomalyCode),
        (messages.anomaly_names, AnomalyCode),
        (messages.route_anomalies, RouteFault),
        (messages.route_anomaly_names, RouteFault),
        (messages.route_decisions, Decision),
        (messages.reasons, Reason),
        (messages.reason_names, Reason),
        (messages.address_statuses, AddressStatus),
        (messages.authoring_problems, AuthoringCode),
    ],
    ids=lambda value: value.__name__,
)
def test_every_code_of_the_engines_has_its_sentence(sentences, codes) -> None:
    found = sentences()
    assert set(found) == {code.value for code in codes}
    assert all(found.values())
    assert len(set(found.values())) == len(found)


def test_every_anomaly_weighs_something() -> None:
    assert set(SEVERITY) == set(AnomalyCode)
    assert set(ROUTE_SEVERITY) == set(RouteFault)


@pytest.mark.parametrize("english", [ENGLISH, ERRORS], ids=["words", "errors"])
def test_the_run_sheet_is_complete_in_french(english: Mapping[str, str]) -> None:
    french = {message.findtext("source"): message.find("translation") for message in ET.parse(FRENCH).iter("message")}
    missing = [
        text
        for text in english.values()
        if text not in french or french[text].get("type") == "unfinished" or not french[text].text
    ]
    assert not missing


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("code", list(CatalogueCode), ids=lambda code: code.value)
def test_every_problem_of_a_catalogue_is_a_sentence(
    code: CatalogueCode, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What it is stands in one place, for the command line and for the window; what to do follows."""
    monkeypatch.setattr(catalogue, "interface_language", lambda: language)
    names = [name for _, name, _, _ in Formatter().parse(SENTENCES[code][language == "en"]) if name]
    problem = Problem(code, dict.fromkeys(names, "valeur"))
    said = messages.catalogue_fact(problem)
    assert said[0] == said[0].upper() or said.startswith("valeur")
    assert said.endswith((".", "…", "!"))
    assert "{" not in said.replace("{…}", "")
    assert ("valeur" in said) == bool(names)
    assert code.value not in messages.catalogue_problem(problem)
    assert messages.catalogue_problem(problem).startswith(said)
    if language == "fr":
        assert not re.search(r" [:;?!»]|« ", said)


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("code", list(ScriptCode), ids=lambda code: code.value)
def test_every_problem_of_a_script_is_a_sentence(
    code: ScriptCode, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(runtime, "interface_language", lambda: language)
    names = [name for _, name, _, _ in Formatter().parse(script_sentences.SENTENCES[code][language == "en"]) if name]
    said = messages.script_problem(RuntimeProblem(code, **dict.fromkeys(names, "Valeur")))
    assert said[0] in "«“" or said[0] == said[0].upper()
    assert ("Valeur" in said) == bool(names)
    if code is ScriptCode.SCRIPT_ERROR:
        assert said == "Valeur"
        return
    assert said.endswith((".", "…", "!"))
    if language == "fr":
        assert not re.search(r" [:;?!»]|« ", said)


@pytest.mark.usefixtures("untranslated")
def test_advice_is_for_codes_that_exist() -> None:
    codes = {code.value for code in CatalogueCode}
    assert codes >= catalogue.FOR_PUBLISHERS
    assert messages.catalogue_advice("unreachable")
    assert messages.catalogue_advice("title-missing") == ""
    for code in codes:
        assert messages.catalogue_advice(code) == "" or messages.catalogue_advice(code).endswith(".")


def test_large_numbers_are_read_by_thousands(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(catalogue, "interface_language", lambda: "en")
    said = messages.catalogue_fact(Problem(CatalogueCode.TOO_LARGE, {"size": 123_456_789, "limit": 1000}))
    assert said == "Too large: 123\u202f456\u202f789 bytes, 1000 at most."


@pytest.mark.usefixtures("untranslated")
def test_reasons_are_filled_with_the_route_and_the_address() -> None:
    for sentence in (*messages.reasons().values(), *messages.address_statuses().values()):
        assert "{" not in sentence.format(route="D943", address="12+345")
