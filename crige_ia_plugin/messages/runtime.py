"""What is wrong with a shared script, and what to do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..translation import interface_language
from .reading import as_sentence

if TYPE_CHECKING:
    from ..runtime.problems import RuntimeProblem


def script_problem(problem: RuntimeProblem) -> str:
    """Return what a problem of a shared script is and what to do about it, as a sentence."""
    from ..runtime.problems import Code
    from ..runtime.sentences import sentence

    own_words = problem.code is Code.SCRIPT_ERROR
    text = sentence(problem, interface_language())
    return text if own_words else as_sentence(text, interface_language(), capital=not problem.file)
