"""What can be wrong with a catalogue, as codes and parameters: sentences are made elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum


class Code(str, Enum):
    """Every problem this room can report; the value is stable and may be written to a file."""

    # a record
    JSON_INVALID = "json-invalid"
    JSON_TOO_LARGE = "json-too-large"
    JSON_TOO_DEEP = "json-too-deep"
    NOT_AN_OBJECT = "not-an-object"
    NOT_A_FEATURE = "not-a-feature"
    ID_MISSING = "id-missing"
    ID_FORM = "id-form"
    ID_FILE = "id-file"
    ID_DUPLICATE = "id-duplicate"
    PROPERTIES_MISSING = "properties-missing"
    TITLE_MISSING = "title-missing"
    KIND_MISSING = "kind-missing"
    KIND_UNKNOWN = "kind-unknown"
    VALUE_TYPE = "value-type"
    VALUE_FORM = "value-form"
    CONFORMANCE_MISSING = "conformance-missing"
    GEOMETRY_INVALID = "geometry-invalid"
    FACET_MISSING = "facet-missing"
    FACET_UNKNOWN = "facet-unknown"
    CONCEPT_UNKNOWN = "concept-unknown"
    LANGUAGE_MISSING = "language-missing"
    LICENSE_MISSING = "license-missing"
    QUALITY_MISSING = "quality-missing"
    PUBLISHER_MISSING = "publisher-missing"
    LINK_UNSAFE = "link-unsafe"
    LINK_MISSING = "link-missing"
    LINK_DEAD = "link-dead"
    LINK_TARGET_MISSING = "link-target-missing"
    FILE_SIZE_UNSTATED = "file-size-unstated"
    FILE_CHECKSUM_UNSTATED = "file-checksum-unstated"
    # a catalogue
    FOLDER_MISSING = "folder-missing"
    FOLDER_NOT_EMPTY = "folder-not-empty"
    CATALOG_MISSING = "catalog-missing"
    CATALOG_INVALID = "catalog-invalid"
    CATALOG_EMPTY = "catalog-empty"
    VOCABULARY_INVALID = "vocabulary-invalid"
    SERIAL_OLDER = "serial-older"
    EXPIRED = "expired"
    NOT_BUILT = "not-built"
    # integrity
    CHECKSUM_FORM = "checksum-form"
    CHECKSUM_DIFFERS = "checksum-differs"
    SIZE_DIFFERS = "size-differs"
    SUMS_MISSING = "sums-missing"
    SUMS_FORM = "sums-form"
    FILE_MISSING = "file-missing"
    FILE_UNLISTED = "file-unlisted"
    PATH_UNSAFE = "path-unsafe"
    KEY_FORM = "key-form"
    KEY_LOCKED = "key-locked"
    KEY_EXISTS = "key-exists"
    SIGNATURE_MISSING = "signature-missing"
    SIGNATURE_FORM = "signature-form"
    SIGNATURE_LEGACY = "signature-legacy"
    SIGNATURE_OTHER_KEY = "signature-other-key"
    SIGNATURE_WRONG = "signature-wrong"
    SIGNING_UNAVAILABLE = "signing-unavailable"
    # the network
    URL_UNSAFE = "url-unsafe"
    UNREACHABLE = "unreachable"
    HTTP_STATUS = "http-status"
    UNAUTHORISED = "unauthorised"
    PROXY_AUTHENTICATION = "proxy-authentication"
    TOO_MANY_REQUESTS = "too-many-requests"
    REDIRECT_UNSAFE = "redirect-unsafe"
    REDIRECT_LOOP = "redirect-loop"
    TRUNCATED = "truncated"
    TOO_LARGE = "too-large"
    TOO_MANY_PAGES = "too-many-pages"
    PAGE_LOOP = "page-loop"
    REQUESTS_UNAVAILABLE = "requests-unavailable"
    # this computer
    CANCELLED = "cancelled"
    WRITE_FAILED = "write-failed"
    READ_FAILED = "read-failed"
    INDEX_INVALID = "index-invalid"
    INDEX_STALE = "index-stale"
    RECORD_UNKNOWN = "record-unknown"
    # contributions
    ARCHIVE_INVALID = "archive-invalid"
    ARCHIVE_RECORDS = "archive-records"
    DUPLICATE_ID = "duplicate-id"
    DUPLICATE_DOI = "duplicate-doi"
    DUPLICATE_URL = "duplicate-url"
    DUPLICATE_CHECKSUM = "duplicate-checksum"
    DATE_FORM = "date-form"


class Severity(str, Enum):
    """How much a problem weighs: an error stops, a warning is said and passes."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True)
class Problem:
    """One thing wrong, and where.

    Attributes:
        code: What it is.
        params: Values its sentence needs.
        file: File or address it was found in; empty when there is none.
        line: Line in that file, from 1; 0 when it has no meaning.
        severity: Error or warning.
    """

    code: Code
    params: Mapping[str, object] = field(default_factory=dict)
    file: str = ""
    line: int = 0
    severity: Severity = Severity.ERROR

    @property
    def is_error(self) -> bool:
        """Whether it must be put right before going on."""
        return self.severity is Severity.ERROR

    def at(self, file: str, line: int = 0) -> Problem:
        """Return the same problem, located."""
        return Problem(self.code, self.params, file, line or self.line, self.severity)


class CatalogueError(Exception):
    """The one exception of this room: it carries a Problem, never a sentence."""

    def __init__(self, code: Code, file: str = "", line: int = 0, **params: object) -> None:
        self.problem = Problem(code, params, file, line)
        super().__init__(f"{code.value} {params} {file}".strip())

    @property
    def code(self) -> Code:
        """What went wrong."""
        return self.problem.code

    @property
    def params(self) -> Mapping[str, object]:
        """Values the sentence needs."""
        return self.problem.params

    @classmethod
    def of(cls, problem: Problem) -> CatalogueError:
        """Wrap an existing problem."""
        return cls(problem.code, problem.file, problem.line, **dict(problem.params))
