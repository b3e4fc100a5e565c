"""Texts that come from records, made safe for the places where Qt would read HTML or a mnemonic in them."""

from __future__ import annotations

from html import escape


def tip(text: str) -> str:
    """Text for a tooltip, where Qt guesses HTML: shown as it is, line by line, and wrapped."""
    return "<qt>" + escape(text).replace("\n", "<br>") + "</qt>" if text else ""


def caption(text: str) -> str:
    """Text for a button or a menu, where a lone ``&`` would underline the next letter."""
    return text.replace("&", "&&")


def shortened(text: str, length: int) -> str:
    """Text cut to a length, with an ellipsis where it was cut."""
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"
