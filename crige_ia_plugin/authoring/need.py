"""A need in three fields, on the same road as a resource."""

from __future__ import annotations

from dataclasses import dataclass, replace

from .draft import Draft
from .identifiers import email, identifier


@dataclass(frozen=True)
class Need:
    """What somebody misses.

    Attributes:
        subject: What is needed, in one line.
        purpose: What for, on which data and territory, and how good it must be.
        contact: Who asks: a name, an organisation or an e-mail address, which will be published.
    """

    subject: str
    purpose: str
    contact: str = ""


def draft_of(need: Need, language: str = "fr", theme: str = "") -> Draft:
    """The draft of a need, to be saved, checked and proposed like any other.

    Args:
        need: The three fields.
        language: Language they are written in.
        theme: Theme the user was looking at, as a value of the facet.
    """
    draft = Draft.new("need", language, facets={"theme": (theme,)} if theme else {})
    return filled(draft, need)


def filled(draft: Draft, need: Need) -> Draft:
    """The draft with its three fields as they are now."""
    contact = need.contact.strip()
    is_address = bool(email(contact)) or ("@" in contact and " " not in contact)
    subject = need.subject.strip()
    return replace(
        draft,
        title={draft.language: subject} if subject else {},
        description={draft.language: need.purpose.strip()} if need.purpose.strip() else {},
        email=contact if is_address else "",
        contact="" if is_address else contact,
        id=identifier(subject, "besoin") if subject else "",
        keywords=("besoin",),
    )


def need_of(draft: Draft) -> Need:
    """The three fields of a draft that was saved."""
    return Need(draft.text(draft.title), draft.text(draft.description), draft.email or draft.contact)
