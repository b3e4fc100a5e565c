"""Input that a computation cannot work on: a code and its parameters, which the user's side turns into a sentence."""

from __future__ import annotations

from enum import Enum


class ProblemCode(str, Enum):
    """Why a computation refuses its input."""

    NEGATIVE_TOLERANCE = "negative_tolerance"
    TOLERANCE_TOO_LARGE = "tolerance_too_large"
    TOLERANCE_CROWDED = "tolerance_crowded"


class Problem(ValueError):  # noqa: N818 - a finding about the input, worded elsewhere
    """The input cannot be worked on; nothing was done.

    Attributes:
        code: Why.
        parameters: Figures and names for the sentence.
    """

    def __init__(self, code: ProblemCode, **parameters: str | float) -> None:
        super().__init__(code.value)
        self.code = code
        self.parameters = parameters
