"""What can be wrong with a shared script or its run, as codes and parameters: sentences are made elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum


class Code(str, Enum):
    """Every problem this room can report; the value is stable and may be written to a file."""

    # the file and its description
    READ_FAILED = "read-failed"
    SCRIPT_TOO_LARGE = "script-too-large"
    NOT_UTF8 = "not-utf8"
    BLOCK_MISSING = "block-missing"
    BLOCK_OPEN = "block-open"
    BLOCK_TWICE = "block-twice"
    TOML_INVALID = "toml-invalid"
    SECTION_MISSING = "section-missing"
    FORMAT_UNKNOWN = "format-unknown"
    KEY_MISSING = "key-missing"
    KEY_UNKNOWN = "key-unknown"
    KEY_MISPLACED = "key-misplaced"
    KEY_TYPE = "key-type"
    KEY_FORM = "key-form"
    NAME_TWICE = "name-twice"
    NAME_RESERVED = "name-reserved"
    TYPE_UNKNOWN = "type-unknown"
    CHOICES_EMPTY = "choices-empty"
    PARENT_UNKNOWN = "parent-unknown"
    RANGE_EMPTY = "range-empty"
    DEPENDENCY_FORM = "dependency-form"
    MODEL_INVALID = "model-invalid"
    NOTEBOOK_INVALID = "notebook-invalid"
    NOTEBOOK_PARAMETERS = "notebook-parameters"
    LOAD_FAILED = "load-failed"
    INSIDE_ONLY = "inside-only"
    TOOLS_MISSING = "tools-missing"
    # the values of a run
    PARAMETER_UNKNOWN = "parameter-unknown"
    VALUE_MISSING = "value-missing"
    VALUE_FORM = "value-form"
    VALUE_RANGE = "value-range"
    VALUE_CHOICE = "value-choice"
    INPUT_ABSENT = "input-absent"
    # its environment
    PYTHON_ABSENT = "python-absent"
    PYTHON_UNSUITABLE = "python-unsuitable"
    UV_ABSENT = "uv-absent"
    PIP_ABSENT = "pip-absent"
    NETWORK = "network"
    DEPENDENCY_UNKNOWN = "dependency-unknown"
    NEEDS_COMPILER = "needs-compiler"
    DIGEST_DIFFERS = "digest-differs"
    LOCK_FORM = "lock-form"
    LOCK_MISSING = "lock-missing"
    ENVIRONMENT_FAILED = "environment-failed"
    # trust
    NOT_TRUSTED = "not-trusted"
    CHANGED = "changed"
    UNSIGNED_FORBIDDEN = "unsigned-forbidden"
    PUBLISHER_FORBIDDEN = "publisher-forbidden"
    TRUST_UNREADABLE = "trust-unreadable"
    # its run
    CANCELLED = "cancelled"
    TIMED_OUT = "timed-out"
    OUT_OF_MEMORY = "out-of-memory"
    TOO_MANY_PROCESSES = "too-many-processes"
    SCRIPT_ERROR = "script-error"
    EXIT_STATUS = "exit-status"
    CRASHED = "crashed"
    SUPERVISOR_LOST = "supervisor-lost"
    START_FAILED = "start-failed"
    OUTPUT_MISSING = "output-missing"
    OUTPUT_WRONG = "output-wrong"
    # this computer
    WRITE_FAILED = "write-failed"
    DISK_FULL = "disk-full"
    FILE_EXISTS = "file-exists"
    ARCHIVE_INVALID = "archive-invalid"
    SAMPLE_MISSING = "sample-missing"


class RuntimeProblem(Exception):  # noqa: N818 - a finding, worded elsewhere
    """The one exception of this room: a code, what its sentence needs, and where.

    Attributes:
        code: What went wrong.
        params: Values its sentence needs.
        file: File it was found in; empty when there is none.
        line: Line in that file, from 1; 0 when it has no meaning.
    """

    def __init__(self, code: Code, file: str = "", line: int = 0, **params: object) -> None:
        self.code = code
        self.params: Mapping[str, object] = params
        self.file = file
        self.line = line
        super().__init__(f"{code.value} {params} {file}".strip())

    def at(self, file: str, line: int = 0) -> RuntimeProblem:
        """Return the same problem, located where it was not yet."""
        return RuntimeProblem(self.code, self.file or file, self.line or line, **dict(self.params))
