"""Parameters that are a choice between a few published words."""

from __future__ import annotations

from collections.abc import Mapping

from qgis.core import QgsProcessingParameterEnum

from ..translation import tr
from .base import Algorithm

WORDS = "words"
"""Metadata of a parameter: what each of its values means, in the user's language."""


def add_choice(algorithm: Algorithm, name: str, label: str, words: Mapping[str, str]) -> None:
    """Add a choice whose values are published words, the same in every language; the first is the default.

    Args:
        algorithm: Whose parameter it is.
        name: Name of the parameter.
        label: What the user reads.
        words: What each value means, in the user's language: shown by our dialog, and in the help of the parameter.
    """
    values = list(words)
    definition = QgsProcessingParameterEnum(name, label, values, False, values[0], False, True)
    definition.setHelp(" ; ".join(tr("{value}: {meaning}").format(value=v, meaning=words[v]) for v in values))
    definition.setMetadata({**definition.metadata(), WORDS: dict(words)})
    algorithm.addParameter(definition)
