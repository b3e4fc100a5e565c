"""What can be wrong with a draft, as codes and parameters; ``messages.py`` has the sentences."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from ..catalogue.problems import Severity


class Code(str, Enum):
    """Every problem this room can report, with the parameters of its sentence."""

    # what is written
    TITLE_MISSING = "title-missing"
    TITLE_LONG = "title-long"  # limit
    DESCRIPTION_MISSING = "description-missing"
    TRANSLATION_MISSING = "translation-missing"
    KIND_MISSING = "kind-missing"
    KIND_UNKNOWN = "kind-unknown"  # value
    FACET_MISSING = "facet-missing"  # facet
    CONCEPT_UNKNOWN = "concept-unknown"  # facet, value
    ID_FORM = "id-form"  # id
    VERSION_FORM = "version-form"  # version
    CHECK_MISSING = "check-missing"
    LICENCE_MISSING = "licence-missing"
    CODE_LICENCE_MISSING = "code-licence-missing"
    WEIGHTS_LICENCE_MISSING = "weights-licence-missing"
    DATA_LICENCE_MISSING = "data-licence-missing"
    LICENCE_FORM = "licence-form"  # licence
    # who
    AUTHOR_MISSING = "author-missing"
    AUTHOR_NAME_MISSING = "author-name-missing"
    ORCID_WRONG = "orcid-wrong"  # orcid
    CONTACT_MISSING = "contact-missing"
    EMAIL_WRONG = "email-wrong"  # email
    # where
    DOI_WRONG = "doi-wrong"  # doi
    LINK_UNSAFE = "link-unsafe"  # href
    LINK_CHECKSUM_WRONG = "link-checksum-wrong"  # href
    LINK_CHECKSUM_MISSING = "link-checksum-missing"  # href
    CONTENT_MISSING = "content-missing"
    # files
    FILE_MISSING = "file-missing"  # name
    FILE_UNREADABLE = "file-unreadable"  # name, reason
    FILE_TOO_LARGE = "file-too-large"  # name, size, limit
    FILES_TOO_LARGE = "files-too-large"  # size, limit
    FILES_TOO_MANY = "files-too-many"  # count, limit
    FILE_CHANGED = "file-changed"  # name
    # the run sheet of a script
    SHEET_OTHER = "sheet-other"  # name, tool, version
    SHEET_UNDONE = "sheet-undone"  # name
    # the catalogue it is sent to
    POST_FILES = "post-files"  # count
    POST_MOVED = "post-moved"  # target
    POST_UNSUPPORTED = "post-unsupported"  # status
    POST_TOO_LARGE = "post-too-large"  # size
    POST_REFUSED = "post-refused"  # status, reason
    POST_UNSURE = "post-unsure"  # reason
    # this computer
    WRITE_FAILED = "write-failed"  # name, reason
    CANCELLED = "cancelled"
    RECORD_INVALID = "record-invalid"  # reason
    DRAFT_INVALID = "draft-invalid"  # name, reason
    DRAFT_NEWER = "draft-newer"  # found, known
    DRAFT_MISSING = "draft-missing"  # name


@dataclass(frozen=True)
class Problem:
    """One thing to put right in a draft.

    Attributes:
        code: What it is.
        about: Name of the field of ``Draft`` it is about, for the form to show it there; may be empty.
        params: Values its sentence needs; sizes are in bytes.
        severity: An error keeps the draft from leaving; a warning is said and passes.
    """

    code: Code
    about: str = ""
    params: Mapping[str, object] = field(default_factory=dict)
    severity: Severity = Severity.ERROR

    @property
    def is_error(self) -> bool:
        """Whether the draft cannot leave as it is."""
        return self.severity is Severity.ERROR


class AuthoringError(Exception):
    """The one exception of this room: it carries a Problem, never a sentence."""

    def __init__(self, code: Code, about: str = "", **params: object) -> None:
        self.problem = Problem(code, about, params)
        super().__init__(f"{code.value} {params}")

    @property
    def code(self) -> Code:
        """What went wrong."""
        return self.problem.code

    @property
    def params(self) -> Mapping[str, object]:
        """Values the sentence needs."""
        return self.problem.params

    @classmethod
    def of(cls, problem: Problem) -> AuthoringError:
        """Wrap an existing problem."""
        return cls(problem.code, problem.about, **dict(problem.params))
