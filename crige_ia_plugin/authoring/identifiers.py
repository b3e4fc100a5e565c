"""The identifiers a form asks for, as people paste them, brought to the one way records write them.

Each function returns an empty string for what is not such an identifier.
"""

from __future__ import annotations

import re
from urllib.parse import quote, unquote

from ..catalogue.record import OWN_ID, path_name
from ..catalogue.text import fold

_DOI = re.compile(r"10\.\d{4,9}(\.\d+)*/[!-~\u00a1-\uffff]+\Z")
_DOI_BEFORE = re.compile(r"(https?://(dx\.|www\.)?doi\.org/|doi:\s*)", re.IGNORECASE)
_ORCID = re.compile(r"(?:https?://(?:www\.)?orcid\.org/)?(\d{4})-?(\d{4})-?(\d{4})-?(\d{3}[\dXx])/?\Z", re.IGNORECASE)
_EMAIL = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[\w-]{1,63}(\.[\w-]{1,63})+\Z")
_SPDX = re.compile(r"[A-Za-z0-9][A-Za-z0-9.+-]{0,79}\Z")
_VERSION = re.compile(r"[A-Za-z0-9][A-Za-z0-9._+-]{0,39}\Z")
_OPERATORS = ("AND", "OR", "WITH")


def doi(text: str) -> str:
    """A DOI without what comes before it: ``10.5281/zenodo.1234567``."""
    found = _DOI_BEFORE.match(text.strip())
    name = unquote(text.strip()[found.end() :]) if found else text.strip()
    return name if _DOI.match(name) else ""


def doi_address(name: str) -> str:
    """Where a DOI leads."""
    return "https://doi.org/" + quote(name, safe="/:;().-_~")


def orcid(text: str) -> str:
    """An ORCID iD as its address, when its check character is right.

    Source: ISO/IEC 7064, MOD 11-2, as ORCID describes it in "Structure of the ORCID Identifier".
    """
    found = _ORCID.match(text.strip())
    if not found:
        return ""
    groups = [group.upper() for group in found.groups()]
    digits = "".join(groups)
    total = 0
    for digit in digits[:-1]:
        total = (total + int(digit)) * 2
    check = (12 - total % 11) % 11
    return "https://orcid.org/" + "-".join(groups) if digits[-1] == ("X" if check == 10 else str(check)) else ""


def email(text: str) -> str:
    """An e-mail address that a record and a ``mailto:`` can hold."""
    address = text.strip()
    return address if _EMAIL.match(address) and ".." not in address and len(address) <= 254 else ""


def licence(text: str) -> str:
    """An SPDX licence identifier or expression: ``GPL-3.0-or-later``, ``MIT OR Apache-2.0``."""
    parts = text.split()
    names, operators = parts[::2], parts[1::2]
    valid = len(parts) % 2 == 1 and all(_SPDX.match(name) for name in names)
    return " ".join(parts) if valid and all(operator in _OPERATORS for operator in operators) else ""


def version(text: str) -> str:
    """A version that can name a folder on every system."""
    name = text.strip()
    usable = _VERSION.match(name) and not name.endswith((".", "+")) and ".." not in name
    return name if usable and not path_name(name.lower().replace("+", "-")).startswith("x-") else ""


def identifier(title: str, start: str = "") -> str:
    """An identifier of ours made from a title, ``ressource`` when nothing of it remains."""
    name = _ascii(f"{start} {title}").lower()[:70].strip("-._")
    return name if OWN_ID.match(name) and path_name(name) == name else f"ressource-{name}".rstrip("-")


def file_name(name: str) -> str:
    """A file's name as every system and every address can hold it; the extension is kept."""
    stem, dot, extension = name.strip().rpartition(".")
    if not dot or not stem:
        stem, extension = name.strip().strip("."), ""
    clean = _ascii(stem)[:80].strip("-._") or "fichier"
    if path_name(clean.lower()).startswith("x-"):
        clean = f"fichier-{clean}"
    end = _ascii(extension)[:16].strip("-._")
    return f"{clean}.{end}" if end else clean


def _ascii(text: str) -> str:
    """Letters without accents, digits, dots and underscores; a hyphen for anything else."""
    plain = "".join(fold(letter).upper() if letter.isupper() else fold(letter) for letter in text)
    return re.sub(r"-{2,}", "-", re.sub(r"[^A-Za-z0-9._]+", "-", plain).replace("..", ".")).replace("-.", ".")
