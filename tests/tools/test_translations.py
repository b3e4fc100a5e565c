"""The translations' keeper: what it reads in the code, keeps, drops and refuses."""

from __future__ import annotations

from pathlib import Path

import pytest
import translations
from translations import Message, TranslationError, problems, sentences_of


def read(code: str) -> dict[str, Message]:
    return {message.source: message for message in sentences_of(code, "crige_ia_plugin/a.py")}


def translated(text: str, *forms: str, finished: bool = True) -> dict[str, Message]:
    return {text: Message(text, len(forms) > 1, set(), list(forms), finished)}


def test_literals_are_read_whole():
    found = read('tr("One " "sentence")\ntr("%n roads", n=count)\n"x".translate({})\n')
    assert list(found) == ["One sentence", "%n roads"]
    assert [message.plural for message in found.values()] == [False, True]


@pytest.mark.parametrize(
    "code",
    [
        'tr(f"{count} roads")',
        "tr(text)",
        'tr("a" + b)',
        "tr()",
        'tr("")',
        'self.tr("Roads")',
        'QCoreApplication.translate("Other", "Roads")',
        'tr("%n roads")',
        'tr("Roads", n=3)',
    ],
)
def test_what_cannot_be_translated_is_refused_with_its_place(code):
    with pytest.raises(TranslationError, match=r"^crige_ia_plugin/a\.py:2: "):
        read(f"\n{code}\n")


def test_update_keeps_drops_and_marks(tmp_path):
    path = tmp_path / "a.ts"
    old = [
        Message("Roads & <paths>", False, {"a.py"}, ["Routes & <chemins>"], True),
        Message("Gone", False, {"a.py"}, ["Parti"], True),
        Message("%n roads", True, {"a.py"}, ["%n route", "%n routes"], True),
    ]
    translations.write_ts(path, "fr", old)
    found = read('tr("New")\ntr("%n roads", n=count)\ntr("Roads & <paths>")\n')
    merged = translations.merge("fr", found, translations.read_ts(path))
    translations.write_ts(path, "fr", merged)
    known = translations.read_ts(path)
    assert known["Roads & <paths>"].forms == ["Routes & <chemins>"]
    assert known["%n roads"].forms == ["%n route", "%n routes"]
    assert not known["New"].finished
    assert "Gone" not in known
    assert problems("fr", found, known) == ["unfinished: 'New'"]


@pytest.mark.parametrize(
    ("text", "forms", "sound"),
    [
        ("{count} roads", ["{count} routes"], True),
        ("{count} roads", ["{nombre} routes"], False),
        ("{count} roads", ["routes"], False),
        ("{length:.1f} m", ["{length:.1f} m"], True),
        ("{length:.1f} m", ["{length} m"], False),
        ("%n roads", ["une route", "%n routes"], True),
        ("%n roads", ["%n route", "des routes"], False),
        ("Road: ", ["Route :"], False),
        ("Road", [""], False),
        ("%n roads", ["%n route", ""], False),
    ],
)
def test_placeholders_and_blanks_are_the_same(text, forms, sound):
    plural = len(forms) > 1
    found = {text: Message(text, plural)}
    assert (problems("fr", found, translated(text, *forms)) == []) == sound


def test_sentences_shown_later_are_read_too():
    assert list(read('tr("Roads")\nlater("Rivers " "and lakes")\n')) == ["Roads", "Rivers and lakes"]
    with pytest.raises(TranslationError):
        read("later(words)")


def test_english_holds_plurals_only():
    found = read('tr("Roads")\ntr("%n roads", n=count)\n')
    assert list(translations.wanted("en", found)) == ["%n roads"]
    assert list(translations.wanted("fr", found)) == ["Roads", "%n roads"]


def test_compiled_sentences_are_what_qt_shows(tmp_path, qgis_app):
    from qgis.PyQt.QtCore import QTranslator

    source, target = tmp_path / "a.ts", tmp_path / "a.qm"
    messages = [
        Message("Roads", False, {"a.py"}, ["Routes"], True),
        Message("%n roads", True, {"a.py"}, ["%n route", "%n routes"], True),
    ]
    translations.write_ts(source, "fr", messages)
    translations.release(source, target)
    translator = QTranslator()
    assert translator.load(str(target))
    assert translator.translate("crige_ia", "Roads") == "Routes"
    assert translator.translate("crige_ia", "%n roads", None, 1) == "%n route"
    assert translator.translate("crige_ia", "%n roads", None, 2) == "%n routes"
    assert Path(target).stat().st_size > 0
