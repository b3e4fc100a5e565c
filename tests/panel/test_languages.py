"""QGIS in French, QGIS in English: all that the plugin shows follows, catalogue and toolbox included."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from html import unescape
from pathlib import Path

import pytest
from translations import read_ts, ts_path

SCRIPT = Path(__file__).parents[1] / "support" / "speaking.py"
LONG = 12
"""Letters from which a sentence is looked for inside others; a shorter one must be the whole text."""


@pytest.fixture(scope="module")
def shown(tmp_path_factory) -> dict[str, dict[str, object]]:
    """What QGIS shows in each language, each in a process of its own."""
    return {language: speak(language, tmp_path_factory.mktemp(language)) for language in ("fr", "en")}


def speak(language: str, folder: Path) -> dict[str, object]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("QGIS_")}
    environment.update(PYTHONPATH=os.pathsep.join(sys.path), QT_QPA_PLATFORM="offscreen", LC_ALL="C.UTF-8")
    environment["XDG_CACHE_HOME"] = str(folder / "cache")
    command = [sys.executable, str(SCRIPT), language, str(folder)]
    run = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=180, check=False)
    assert run.returncode == 0, run.stderr[-3000:]
    assert "Traceback" not in run.stderr, run.stderr[-3000:]
    return json.loads((folder / "texts.json").read_text(encoding="utf-8"))


NOT_OURS = {"Cancel", "Close", "Authentication"}
"""Words of Qt's and QGIS's own widgets, whose translations this process does not load."""

CATALOGUE = "Centre de ressources IA & géodata"
"""Name of the catalogue that ships with the plugin: it has one."""

VALUE = re.compile(r"\{[^{}]*\}|%n")


def sentence(text: str) -> re.Pattern[str]:
    """What finds a sentence of ours, its values filled in; nothing does where it is all but values."""
    inside = ".+?".join(re.escape(part) for part in VALUE.split(text))
    letters = len(re.sub(r"\W", "", VALUE.sub("", text)))
    if letters >= LONG:
        return re.compile(rf"(?<!\w){inside}(?!\w)")
    return re.compile(r"(?!)" if VALUE.search(text) else rf"^{inside}$")


def strangers(shown: dict[str, list[str]], foreign: list[str]) -> list[str]:
    """Sentences of the other language that are shown, and where."""
    shown = {place: [unescape(text).replace(CATALOGUE, "") for text in texts] for place, texts in shown.items()}
    everything = {place: "\n".join(texts) for place, texts in shown.items()}
    found = []
    for text in foreign:
        pattern = sentence(text)
        for place, texts in shown.items():
            long = not pattern.pattern.startswith("^")
            if (long and pattern.search(everything[place])) or (not long and any(map(pattern.search, texts))):
                found.append(f"{place}: {text}")
    return found


def test_what_is_looked_for_is_found() -> None:
    texts = {"dock": ["12 resources found today", "Error", "An Error here"]}
    assert strangers(texts, ["{count} resources found"]) == ["dock: {count} resources found"]
    assert strangers(texts, ["Error"]) == ["dock: Error"]
    assert strangers(texts, ["here", "No resource was found"]) == []


def test_no_english_sentence_is_left_in_french(shown) -> None:
    known = read_ts(ts_path("fr"))
    english = [text for text, message in known.items() if text not in message.forms and text not in NOT_OURS]
    assert len(english) > 500
    found = strangers(shown["fr"]["texts"], english)
    assert found == [], "\n".join(found)


def test_no_french_sentence_is_left_in_english(shown) -> None:
    known = read_ts(ts_path("fr"))
    french = [form for message in known.values() for form in message.forms if form != message.source]
    sources = set(known)
    found = strangers(shown["en"]["texts"], [form for form in french if form not in sources])
    assert found == [], "\n".join(found)


def test_titles_of_the_catalogue_follow(shown) -> None:
    assert "Tronçonner les routes aux intersections" in shown["fr"]["titles"]
    assert "Split roads at intersections" in shown["en"]["titles"]
    assert len(shown["fr"]["titles"]) == len(shown["en"]["titles"]) > 100


def test_both_languages_show_the_same_places(shown) -> None:
    assert shown["fr"]["texts"].keys() == shown["en"]["texts"].keys()
    assert "crige_ia:splitatintersections" in shown["fr"]["texts"]
    for place, texts in shown["fr"]["texts"].items():
        assert texts != shown["en"]["texts"][place], place
