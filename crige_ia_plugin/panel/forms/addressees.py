"""Whom a proposal can be sent to: the catalogues that are on, each with what it takes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from ...__about__ import EMAIL
from ...authoring.identifiers import email
from ...catalogue.files import OPEN, Access
from ...catalogue.problems import CatalogueError
from ...catalogue.sources import Kind, Source
from ...catalogue.strictjson import loads
from ...catalogue.sync import Library
from ..opening import catalogue_notes


@dataclass(frozen=True)
class Addressee:
    """A catalogue.

    Attributes:
        id: Its value of the facet ``catalogue``.
        title: Its name.
        email: Address of its contact, empty when it gives none.
        location: Address of its collection, where records could be posted; empty when it is no server.
        access: How its server is entered.
    """

    id: str
    title: str
    email: str = ""
    location: str = ""
    access: Access = OPEN


def addressees(library: Library, sources: Sequence[Source]) -> tuple[Addressee, ...]:
    """Catalogues that are on, the one that ships with the plugin first.

    Raises:
        CatalogueError: the catalogue that ships with the plugin is damaged.
    """
    return tuple(_addressees(library, sources))


def _addressees(library: Library, sources: Sequence[Source]) -> Iterator[Addressee]:
    for name, note in catalogue_notes(library, sources).items():
        source = note.source
        described = library.embedded if source is None else library.snapshot(source)
        contact = contact_of(described / "catalog.json") if described else ""
        is_server = source is not None and source.kind is Kind.OGC_API
        yield Addressee(
            name,
            note.title or name,
            contact or (EMAIL if note.ships else ""),
            source.location if source is not None and is_server else "",
            note.access,
        )


def contact_of(path: Path) -> str:
    """First e-mail address of the contacts that a catalogue's description gives, empty when there is none."""
    with suppress(OSError, CatalogueError):
        data = loads(path.read_bytes(), 16 << 20)
        contacts = data.get("contacts") if isinstance(data, dict) else None
        for contact in contacts if isinstance(contacts, list) else ():
            listed = contact.get("emails") if isinstance(contact, dict) else None
            for item in listed if isinstance(listed, list) else ():
                found = email(str(item.get("value", ""))) if isinstance(item, dict) else ""
                if found:
                    return found
    return ""
