"""Words and numbers as one reads them in a window."""

from __future__ import annotations

import re


def shown(value: object) -> object:
    """Return numbers as one reads them: 10000 rather than 10000.0, and few digits."""
    return f"{value:.6g}" if isinstance(value, float) else value


def spaced(value: object) -> object:
    """Return a large number with its thousands apart."""
    return f"{value:,}".replace(",", "\u202f") if isinstance(value, int) and value >= 10_000 else value


def as_sentence(text: str, language: str, capital: bool) -> str:
    """Return a terminal's words as a window shows them: no-break spaces in French, a capital, a full stop."""
    text = text.strip()
    if language == "fr":
        text = re.sub(r" ([:;?!»])", "\u00a0\\1", text).replace("« ", "«\u00a0")
    if capital:
        text = text[:1].upper() + text[1:]
    return text + ("" if text.endswith((".", "…", "!")) else ".")
