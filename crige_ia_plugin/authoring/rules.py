"""What keeps a draft from leaving, and what its readers will miss: quick enough to run at each keystroke."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from ..catalogue.check import EXPECTED_FACETS
from ..catalogue.integrity import digest_of, multihash
from ..catalogue.moderation import MAX_FILES, MAX_SIZE
from ..catalogue.problems import CatalogueError, Severity
from ..catalogue.record import OWN_ID, path_name, safe_href
from ..catalogue.vocabulary import Vocabulary
from . import identifiers
from .draft import LANGUAGES, Draft, LocalFile, WebLink
from .problems import Code, Problem

MAX_FILE = 25 << 20
"""Largest file put into a proposal, in bytes: what GitHub takes through a browser. A larger one stays linked."""

MAX_PROPOSAL = min(MAX_SIZE, 100 << 20)
MAX_TITLE = 500
MAX_LINKS = min(MAX_FILES, 200) - 10
"""Links and files of one resource: a reader of records takes 200, some of which are written here."""

_HEX_DIGITS = 64

_LICENSED_PARTS = {
    "script": ("code", Code.CODE_LICENCE_MISSING),
    "notebook": ("code", Code.CODE_LICENCE_MISSING),
    "software": ("code", Code.CODE_LICENCE_MISSING),
    "ai-model": ("weights", Code.WEIGHTS_LICENCE_MISSING),
    "training-data": ("data", Code.DATA_LICENCE_MISSING),
    "dataset": ("data", Code.DATA_LICENCE_MISSING),
}
UNLICENSED_KINDS = ("need", "event", "regulation", "project")
"""Kinds that nobody is asked a licence for; their records say "unspecified"."""

_SELF_SUFFICIENT = ("need", "event", "experience-report", "abandoned-case", "good-practice", "project")


def problems(
    draft: Draft,
    vocabulary: Vocabulary | None = None,
    limit: int = MAX_FILE,
    sizes: Mapping[str, int | None] | None = None,
) -> list[Problem]:
    """Everything to put right or to complete in a draft, in the order of the form; files are not read.

    Args:
        draft: The draft as it is.
        vocabulary: What kinds and facets are checked against, when given.
        limit: Largest file that goes with a proposal, in bytes.
        sizes: Bytes of the files by path, where somebody else looks at them; None for one that is not there. Of a file
            that is not among them nothing is said yet. By default each file is looked at.
    """
    if sizes is None:
        sizes = {file.path: _size(file) for file in draft.files}
    return [
        *_texts(draft),
        *_classified(draft, vocabulary),
        *_names(draft),
        *_licences(draft),
        *_people(draft),
        *_links(draft),
        *_files(draft, limit, sizes),
    ]


def _warning(code: Code, about: str, **params: object) -> Problem:
    return Problem(code, about, params, Severity.WARNING)


def _texts(draft: Draft) -> Iterator[Problem]:
    title = draft.text(draft.title)
    if not title:
        yield Problem(Code.TITLE_MISSING, "title")
    if any(len(text) > MAX_TITLE for text in draft.title.values()):
        yield Problem(Code.TITLE_LONG, "title", {"limit": MAX_TITLE})
    if not draft.text(draft.description):
        yield Problem(Code.DESCRIPTION_MISSING, "description")
    written = [code for code in LANGUAGES if draft.title.get(code, "").strip()]
    if title and len(written) < len(LANGUAGES) and draft.kind != "need":
        yield _warning(Code.TRANSLATION_MISSING, "title")
    if draft.kind != "need" and not draft.text(draft.to_check) and not draft.measures:
        yield _warning(Code.CHECK_MISSING, "to_check")


def _classified(draft: Draft, vocabulary: Vocabulary | None) -> Iterator[Problem]:
    if not draft.kind.strip():
        yield Problem(Code.KIND_MISSING, "kind")
    elif vocabulary and vocabulary.facets and vocabulary.resolve("kind", draft.kind) is None:
        yield Problem(Code.KIND_UNKNOWN, "kind", {"value": draft.kind})
    for facet in EXPECTED_FACETS:
        if not draft.facets.get(facet):
            yield _warning(Code.FACET_MISSING, "facets", facet=facet)
    for facet, values in draft.facets.items():
        for value in values if vocabulary and facet in vocabulary.facets else ():
            if vocabulary and vocabulary.resolve(facet, value) is None:
                yield _warning(Code.CONCEPT_UNKNOWN, "facets", facet=facet, value=value)


def _names(draft: Draft) -> Iterator[Problem]:
    if draft.id and (not OWN_ID.match(draft.id) or path_name(draft.id) != draft.id):
        yield Problem(Code.ID_FORM, "id", {"id": draft.id})
    if draft.version.strip() and not identifiers.version(draft.version):
        yield Problem(Code.VERSION_FORM, "version", {"version": draft.version})
    if draft.doi.strip() and not identifiers.doi(draft.doi):
        yield Problem(Code.DOI_WRONG, "doi", {"doi": draft.doi})


def _licences(draft: Draft) -> Iterator[Problem]:
    stated = {part: text for part, text in vars(draft.licences).items() if text.strip()}
    for text in stated.values():
        if not identifiers.licence(text):
            yield Problem(Code.LICENCE_FORM, "licences", {"licence": text})
    if draft.licence_unknown or draft.kind in UNLICENSED_KINDS:
        return
    part, code = _LICENSED_PARTS.get(draft.kind, ("", Code.LICENCE_MISSING))
    if (part and part not in stated) or not stated:
        yield Problem(code, "licences")


def _people(draft: Draft) -> Iterator[Problem]:
    if not draft.authors and not draft.publisher.strip() and draft.kind != "need":
        yield _warning(Code.AUTHOR_MISSING, "authors")
    for author in draft.authors:
        if not author.name.strip():
            yield Problem(Code.AUTHOR_NAME_MISSING, "authors")
        if author.orcid.strip() and not identifiers.orcid(author.orcid):
            yield Problem(Code.ORCID_WRONG, "authors", {"orcid": author.orcid})
    if draft.email.strip() and not identifiers.email(draft.email):
        yield Problem(Code.EMAIL_WRONG, "email", {"email": draft.email})
    if not any(text.strip() for text in (draft.email, draft.contact, draft.publisher)):
        yield _warning(Code.CONTACT_MISSING, "contact")


def _links(draft: Draft) -> Iterator[Problem]:
    for link in draft.links:
        if not is_web_address(link.href):
            yield Problem(Code.LINK_UNSAFE, "links", {"href": link.href})
        elif link.checksum.strip() and not checksum(link):
            yield Problem(Code.LINK_CHECKSUM_WRONG, "links", {"href": link.href})
        elif link.rel == "enclosure" and not link.checksum.strip():
            yield _warning(Code.LINK_CHECKSUM_MISSING, "links", href=link.href)
    if not draft.links and not draft.files and not draft.doi.strip() and draft.kind not in _SELF_SUFFICIENT:
        yield _warning(Code.CONTENT_MISSING, "links")


def _files(draft: Draft, limit: int, sizes: Mapping[str, int | None]) -> Iterator[Problem]:
    taken = 0
    for file in draft.files:
        name = Path(file.path).name
        if file.url.strip() and not is_web_address(file.url):
            yield Problem(Code.LINK_UNSAFE, "files", {"href": file.url})
        size = sizes.get(file.path, 0)
        if size is None:
            yield Problem(Code.FILE_MISSING, "files", {"name": name})
        elif not file.url.strip() and size > limit:
            yield Problem(Code.FILE_TOO_LARGE, "files", {"name": name, "size": size, "limit": limit})
        elif not file.url.strip():
            taken += size
    if taken > MAX_PROPOSAL:
        yield Problem(Code.FILES_TOO_LARGE, "files", {"size": taken, "limit": MAX_PROPOSAL})
    if len(draft.files) + len(draft.links) > MAX_LINKS:
        yield Problem(Code.FILES_TOO_MANY, "files", {"count": len(draft.files), "limit": MAX_LINKS})


def _size(file: LocalFile) -> int | None:
    path = Path(file.path)
    try:
        return path.stat().st_size if path.is_file() else None
    except (OSError, ValueError):  # ValueError: a null character in the path
        return None


def is_web_address(text: str) -> bool:
    """Whether an address can be opened by anyone: not a path, not a script."""
    return safe_href(text).lower().startswith(("http://", "https://"))


def checksum(link: WebLink) -> str:
    """A link's SHA-256 as records write it, empty when it is not one."""
    text = link.checksum.strip().lower()
    try:
        return multihash(digest_of(multihash(text) if len(text) == _HEX_DIGITS else text))
    except CatalogueError:
        return ""
