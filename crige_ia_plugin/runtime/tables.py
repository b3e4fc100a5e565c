"""Reading the tables of a description: each key with its type and its form, or a coded problem."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from typing import Any

from .problems import Code, RuntimeProblem

Texts = Mapping[str, str]
"""A text by language, ``fr`` or ``en``."""

LANGUAGES = ("fr", "en")
MAX_TEXT = 10_000
_MISSING: Any = object()
_WORDS = {str: "text", bool: "true or false", int: "integer", float: "number", list: "list", dict: "table"}
_UNSHOWN = re.compile("[\x00-\x08\x0b-\x1f\x7f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def expect(
    table: Mapping[str, Any], key: str, kind: type, default: Any = _MISSING, form: str = "", shown: str = ""
) -> Any:
    """Read one key.

    Args:
        table: Where it stands.
        key: Its name.
        kind: Type of its value; an integer serves where a float is wanted.
        default: Value when it is absent; without it, the key must be there.
        form: Regular expression that a text must match whole.
        shown: What the problem says is expected.

    Raises:
        RuntimeProblem: KEY_MISSING, KEY_TYPE or KEY_FORM.
    """
    value = table.get(key, _MISSING)
    if value is _MISSING:
        if default is _MISSING:
            raise RuntimeProblem(Code.KEY_MISSING, key=key)
        return default
    if kind is float and isinstance(value, int) and not isinstance(value, bool):
        value = float(value)
    if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
        raise RuntimeProblem(Code.KEY_TYPE, key=key, expected=_WORDS[kind])
    if isinstance(value, float) and not math.isfinite(value):
        raise RuntimeProblem(Code.KEY_FORM, key=key, expected="a finite number")
    if isinstance(value, str):
        _check_text(key, value, form, shown)
    return value


def _check_text(key: str, value: str, form: str, shown: str) -> None:
    if len(value) > MAX_TEXT or _UNSHOWN.search(value):
        raise RuntimeProblem(Code.KEY_FORM, key=key, expected="plain text")
    if form and not re.fullmatch(form, value):
        raise RuntimeProblem(Code.KEY_FORM, key=key, expected=shown or form)


def texts_of(table: Mapping[str, Any], key: str, required: bool = True) -> Texts:
    """Read a text that may differ by language: ``"Title"`` or ``{fr = "…", en = "…"}``.

    Raises:
        RuntimeProblem: KEY_MISSING, KEY_TYPE or KEY_FORM.
    """
    value = table.get(key, _MISSING)
    if value is _MISSING:
        if required:
            raise RuntimeProblem(Code.KEY_MISSING, key=key)
        return {}
    if isinstance(value, str):
        value = {"en": value, "fr": value}
    if not isinstance(value, Mapping):
        raise RuntimeProblem(Code.KEY_TYPE, key=key, expected="text, or {fr = …, en = …}")
    for language, text in value.items():
        if not re.fullmatch("[a-z]{2}", language) or not isinstance(text, str):
            raise RuntimeProblem(Code.KEY_TYPE, key=key, expected="text, or {fr = …, en = …}")
        _check_text(key, text, "", "")
    if required and not any(text.strip() for text in value.values()):
        raise RuntimeProblem(Code.KEY_MISSING, key=key)
    return dict(value)


def text_of(texts: Texts, language: str) -> str:
    """The text for a language; else English, else French, else any."""
    for wanted in (language[:2], "en", "fr", *texts):
        if texts.get(wanted):
            return texts[wanted]
    return ""
