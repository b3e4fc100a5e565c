"""What is wrong with a catalogue, and what its reader can do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..translation import interface_language, tr
from .reading import as_sentence, spaced

if TYPE_CHECKING:
    from ..catalogue.problems import Problem


def catalogue_problem(problem: Problem) -> str:
    """Return what a problem of a catalogue is, and what its reader can do about it.

    What it is stands in ``catalogue.sentences``, which the command line prints too, in both languages; what to do
    depends on who reads, and stands here.
    """
    return " ".join(part for part in (catalogue_fact(problem), catalogue_advice(problem.code.value)) if part)


def catalogue_fact(problem: Problem) -> str:
    """Return what a problem of a catalogue is, as a sentence."""
    from ..catalogue.sentences import SENTENCES, fact

    shown = {name: spaced(value) for name, value in problem.params.items()}
    text = fact(type(problem)(problem.code, shown), interface_language())
    # the name of a file keeps its own letters
    return as_sentence(text, interface_language(), capital=not SENTENCES[problem.code][0].startswith("{"))


def catalogue_advice(code: str) -> str:
    """Return what one can do about a problem of a catalogue; nothing where its sentence already says it."""
    publisher = tr("Tell whoever publishes it.")
    place = tr("Check that the drive is connected and that you may read it.")
    again = tr("Try again.")
    refresh = tr("Refresh the catalogues.")
    address = tr("Check the address.")
    key = tr("Copy the publisher's public key again: one line that begins with RW.")
    advice = {
        "unreachable": tr("Check the network and the address, then try again."),
        "http-status": tr("Check the address; if it is right, try again later."),
        "unauthorised": tr("Choose in the options the authentication that this catalogue needs."),
        "proxy-authentication": tr("Give the proxy's user and password in QGIS's network options."),
        "truncated": again,
        "cancelled": "",
        "url-unsafe": address,
        "redirect-unsafe": address,
        "redirect-loop": address,
        "signature-other-key": tr("Ask its publisher, by another way than this address, whether the key has changed."),
        "signature-missing": tr("Ask its publisher for the signature, or remove the key if it is not signed."),
        "key-form": key,
        "write-failed": tr("Check the free space of the disk and your rights on the folder."),
        "read-failed": place,
        "folder-missing": place,
        "requests-unavailable": tr("Install it with the package “python3-requests”, or with QGIS's own installer."),
        "index-invalid": refresh,
        "index-stale": refresh,
        "record-unknown": refresh,
        "file-checksum-unstated": tr("Without it nobody can tell whether the file is the one published: ask for it."),
    }
    return advice.get(code, publisher if code in FOR_PUBLISHERS else "")


FOR_PUBLISHERS = frozenset(
    (
        *("json-invalid", "json-too-large", "json-too-deep", "not-an-object", "catalog-invalid", "catalog-empty"),
        *("vocabulary-invalid", "serial-older", "expired", "checksum-form", "checksum-differs", "size-differs"),
        *("sums-form", "file-missing", "file-unlisted", "path-unsafe", "signature-form", "signature-legacy"),
        *("signature-wrong", "too-large", "too-many-pages", "page-loop", "link-target-missing"),
    )
)
"""Problems that only whoever publishes a catalogue can put right."""
