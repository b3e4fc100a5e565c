"""What can go wrong with a run sheet, as codes: this room never translates."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

ERRORS: Mapping[str, str] = MappingProxyType(
    {
        "runsheet-absent": "This file holds no run sheet. Choose a page written by one of the tools.",
        "runsheet-not-json": "The run sheet cannot be read: {detail}",
        "runsheet-newer": (
            "This run sheet was written by a newer version of the plugin (format {found}, known: {known}). "
            "Update the plugin to read it."
        ),
        "runsheet-invalid": "The run sheet is incomplete or damaged at “{where}”: {expected} was expected.",
    }
)
"""Every code, with its English sentence."""


class RunSheetError(ValueError):
    """A run sheet that cannot be read.

    Attributes:
        code: One of ``ERRORS``.
        params: Values to put into the sentence of that code.
    """

    def __init__(self, code: str, **params: str | int) -> None:
        self.code = code
        self.params = params
        super().__init__(ERRORS[code].format(**params))
