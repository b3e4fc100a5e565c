"""A prefilled e-mail, as the address that opens the user's own mail program; nothing is sent from here.

Source: RFC 6068, The 'mailto' URI Scheme.
"""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote

from .draft import Draft
from .identifiers import email
from .problems import AuthoringError, Code
from .words import ENGLISH

MAX_LENGTH = 1_900
"""Longest address made, in characters: Windows cuts what it hands to a mail program at about 2,000."""

_MAX_SUBJECT = 600
_CUT = "…"


def mailto(address: str, subject: str, body: str, limit: int = MAX_LENGTH) -> str:
    """A ``mailto:`` address with its subject and body, the end of the body cut where it would be too long.

    Args:
        address: Who receives it.
        subject: On one line; line breaks become spaces.
        body: Any text; line breaks become CRLF, as the RFC asks.
        limit: Longest result, in characters; at least 900.

    Raises:
        AuthoringError: EMAIL_WRONG.
    """
    recipient = email(address)
    if not recipient:
        raise AuthoringError(Code.EMAIL_WRONG, "email", email=address)
    head = f"mailto:{quote(recipient, safe='@')}?subject={_capped(' '.join(subject.split()), _MAX_SUBJECT)}&body="
    lines = body.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\r\n")
    return head + _capped(lines, max(0, limit - len(head)))


def proposal_mail(
    draft: Draft, address: str, file_name: str, words: Mapping[str, str] = ENGLISH, limit: int = MAX_LENGTH
) -> str:
    """The e-mail that goes with a proposal's zip, which its sender attaches: no ``mailto:`` can.

    Raises:
        AuthoringError: EMAIL_WRONG.
    """
    title = " ".join(draft.text(draft.title).split())
    subject = words["mail.subject.need" if draft.kind == "need" else "mail.subject.resource"].format(title=title)
    body = words["mail.body"].format(title=title, file=file_name, description=draft.text(draft.description))
    return mailto(address, subject, body, limit)


def _capped(text: str, limit: int) -> str:
    """The text encoded, cut between two characters when that takes more than ``limit``."""
    encoded = _encoded(text)
    if len(encoded) <= limit:
        return encoded
    room = limit - len(_encoded(_CUT))
    kept: list[str] = []
    for character in text:
        part = _encoded(character)
        room -= len(part)
        if room < 0:
            break
        kept.append(part)
    whole = "".join(kept)
    whole = whole[:-3] if whole.endswith("%0D") else whole
    return whole + _encoded(_CUT) if limit >= len(_encoded(_CUT)) else ""


def _encoded(text: str) -> str:
    return quote(text.encode("utf-8", "replace"), safe="")
