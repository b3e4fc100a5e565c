"""Identifiers as people paste them."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from crige_ia_plugin.authoring import identifiers
from crige_ia_plugin.catalogue.integrity import safe_relative
from crige_ia_plugin.catalogue.record import OWN_ID, path_name, safe_href


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("10.5281/zenodo.1234567", "10.5281/zenodo.1234567"),
        (" https://doi.org/10.1002/advs.202100707 ", "10.1002/advs.202100707"),
        ("http://dx.doi.org/10.1000%2Fabc", "10.1000/abc"),
        ("DOI: 10.1000/(x)1", "10.1000/(x)1"),
        ("10.12/x", ""),
        ("https://zenodo.org/1234", ""),
        ("10.5281/", ""),
        ("10.5281/a b", ""),
    ],
)
def test_doi(text: str, expected: str) -> None:
    assert identifiers.doi(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("0000-0002-1825-0097", "https://orcid.org/0000-0002-1825-0097"),
        ("https://orcid.org/0000-0002-1694-233X", "https://orcid.org/0000-0002-1694-233X"),
        ("000000021694233x", "https://orcid.org/0000-0002-1694-233X"),
        ("0000-0002-1825-0098", ""),
        ("0000-0002-1825", ""),
    ],
)
def test_orcid(text: str, expected: str) -> None:
    assert identifiers.orcid(text) == expected


@pytest.mark.parametrize(
    ("text", "valid"), [("a.b@exemple.fr", True), ("a@b", False), ("a b@c.fr", False), ("", False)]
)
def test_email(text: str, valid: bool) -> None:
    assert bool(identifiers.email(text)) is valid


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("etalab-2.0", "etalab-2.0"),
        ("MIT  OR Apache-2.0", "MIT OR Apache-2.0"),
        ("Licence Ouverte", ""),
        ("MIT OR", ""),
        ("", ""),
    ],
)
def test_licence(text: str, expected: str) -> None:
    assert identifiers.licence(text) == expected


@pytest.mark.parametrize(
    ("text", "valid"), [("1.0.0", True), ("2025-06", True), ("../1", False), ("con", False), ("1.", False)]
)
def test_version(text: str, valid: bool) -> None:
    assert bool(identifiers.version(text)) is valid


@given(st.text(max_size=200))
@example("𝐀")
def test_any_title_gives_an_identifier_of_ours(title: str) -> None:
    made = identifiers.identifier(title)
    assert OWN_ID.match(made)
    assert path_name(made) == made


@given(st.text(max_size=200))
def test_any_file_name_can_be_a_path_and_an_address(name: str) -> None:
    made = identifiers.file_name(name)
    assert safe_relative(made) == made == safe_href(made)
    assert made.isascii()


def test_names_are_still_read() -> None:
    assert identifiers.identifier("Détecter l'eau — œuvre n° 3") == "detecter-l-eau-oeuvre-n-3"
    assert identifiers.file_name("Mes données (été).TAR.gz") == "Mes-donnees-ete.TAR.gz"
    assert identifiers.file_name("con.txt") == "fichier-con.txt"
