"""Every sentence this room writes into a draft or an e-mail, by code, in English; a translation has the same codes."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

ENGLISH: Mapping[str, str] = MappingProxyType(
    {
        "colon": ": ",
        "title.done": "Experience report: {tool}",
        "title.abandoned": "Abandoned case: {tool}",
        "text.done": "“{tool}” {version} was run on {date}; it took {duration}.",
        "text.failed": "“{tool}” {version} was run on {date} and stopped after {duration}: {error}",
        "text.cancelled": "“{tool}” {version} was run on {date} and cancelled after {duration}.",
        "text.inputs": "Input data: {list}.",
        "text.parameters": "Parameters: {list}.",
        "text.results": "Results: {list}.",
        "text.learnt": "To be completed: what it was for, what the result was used for, what was learnt.",
        "text.why": "To be completed: what was tried, why it stopped, what was learnt.",
        "check.yes": "yes",
        "check.no": "no",
        "check.failed": "These quality checks failed; look at what they found before using the result: {checks}.",
        "footprint.scope": "Use of the computer during one run of {duration}; making the computer is not counted.",
        "experience.sheet": "Run sheet",
        "mail.subject.resource": "Resource proposed: {title}",
        "mail.subject.need": "Need: {title}",
        "mail.body": "Hello,\n\nPlease find my contribution “{title}” in the file {file}, to be attached to this "
        "message before it is sent.\n\n{description}",
    }
)
