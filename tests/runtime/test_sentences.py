"""Every problem of a script is said, in both languages, by the terminal and by the window."""

from __future__ import annotations

from string import Formatter

import pytest

from crige_ia_plugin.runtime import sentences
from crige_ia_plugin.runtime.listener import Step
from crige_ia_plugin.runtime.problems import Code, RuntimeProblem


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("code", list(Code), ids=lambda code: code.value)
def test_every_code_has_its_sentence(code: Code) -> None:
    french, english = sentences.SENTENCES[code]
    assert french
    assert english
    assert fields(french) == fields(english)
    problem = RuntimeProblem(code, "a.py", 3, **dict.fromkeys(fields(french), "valeur"))
    assert sentences.sentence(problem, "en").startswith("a.py:3: ")
    assert sentences.sentence(problem, "fr").startswith("a.py:3 : ")


def test_nothing_is_left_unsaid() -> None:
    assert not sentences.UNTOLD
    assert len({english for _, english in sentences.SENTENCES.values()}) == len(Code)


def test_every_step_has_its_sentence() -> None:
    assert set(sentences.STEPS) == set(Step)


def test_what_is_expected_is_said_in_french() -> None:
    problem = RuntimeProblem(Code.KEY_TYPE, key="title", expected="text", parameter="chm")
    assert sentences.fact(problem, "fr") == "paramètre « chm » : « title » est mal typé ; attendu : du texte"
    assert sentences.fact(problem, "en") == "parameter “chm”: “title” is of the wrong type; expected: text"


def test_a_script_is_named_in_the_reader_s_language() -> None:
    problem = RuntimeProblem(Code.NOT_TRUSTED, title={"fr": "Houppiers", "en": "Crowns"})
    assert "« Houppiers »" in sentences.fact(problem, "fr")
    assert "“Crowns”" in sentences.fact(problem, "en")


def test_braces_in_a_value_are_only_text() -> None:
    problem = RuntimeProblem(Code.VALUE_FORM, value="{0.__class__}", parameter="x", expected="text")
    assert "{0.__class__}" in sentences.fact(problem, "en")


@pytest.mark.parametrize(("value", "expected"), [("fr_FR.UTF-8", "fr"), ("C", "en"), ("de_DE", "en"), ("", "en")])
def test_the_language_of_the_terminal(value: str, expected: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LC_MESSAGES", "LANG", "LANGUAGE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LC_ALL", value)
    assert sentences.language() == expected
