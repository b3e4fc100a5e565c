"""The e-mail's address says what was meant, whatever is in it, and is never too long for Windows."""

from __future__ import annotations

from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crige_ia_plugin.authoring.draft import Draft
from crige_ia_plugin.authoring.mail import MAX_LENGTH, mailto, proposal_mail
from crige_ia_plugin.authoring.problems import AuthoringError, Code


def taken_apart(address: str) -> tuple[str, str, str]:
    parts = urlsplit(address)
    fields = parse_qs(parts.query, keep_blank_values=True, strict_parsing=True)
    assert set(fields) == {"subject", "body"}
    return unquote(parts.path), fields["subject"][0], fields["body"][0]


def test_what_is_said_arrives() -> None:
    address = mailto("a+b@exemple.fr", "Été & cie ?\nBcc: x@y.fr", "L'eau = 100 %\nsuite #2 +")
    assert address.startswith("mailto:a%2Bb@exemple.fr?subject=%C3%89t%C3%A9%20%26%20cie")
    assert "+" not in address
    assert taken_apart(address) == ("a+b@exemple.fr", "Été & cie ? Bcc: x@y.fr", "L'eau = 100 %\r\nsuite #2 +")


@given(st.text(), st.text(max_size=3000), st.integers(900, 2500))
def test_it_is_never_too_long_and_always_whole(subject: str, body: str, limit: int) -> None:
    address = mailto("a@exemple.fr", subject, body, limit)
    assert len(address) <= limit
    assert address.isascii()
    received = taken_apart(address)[2]
    assert "\ufffd" not in received or "\ufffd" in body


def test_a_long_body_says_that_it_was_cut() -> None:
    address = mailto("a@exemple.fr", "s", "é" * 5000)
    assert MAX_LENGTH - 6 <= len(address) <= MAX_LENGTH
    assert taken_apart(address)[2].endswith("é…")


@pytest.mark.parametrize("address", ["", "x", "a@b.fr?cc=d@e.fr", "a@b.fr,c@d.fr", "a@b.fr\nBcc: c@d.fr"])
def test_what_is_no_address_is_refused(address: str) -> None:
    with pytest.raises(AuthoringError) as raised:
        mailto(address, "s", "b")
    assert raised.value.code is Code.EMAIL_WRONG


def test_the_mail_of_a_proposal_names_its_file(draft: Draft) -> None:
    _, subject, body = taken_apart(proposal_mail(draft, "contact@example.org", "parkings.zip"))
    assert subject == "Resource proposed: Détecter les parkings"
    assert "parkings.zip" in body
    assert "Un script pour les parkings." in body
