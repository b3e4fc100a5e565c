"""The words of drafts and of the messages that carry them, and what is wrong with a draft."""

from __future__ import annotations

from collections.abc import Mapping

from ..translation import tr
from .reading import shown


def authoring_words() -> dict[str, str]:
    """Return what is written into drafts and e-mails by code (``authoring.words.ENGLISH``), in the user's language."""
    return {
        "colon": tr(": "),
        "title.done": tr("Experience report: {tool}"),
        "title.abandoned": tr("Abandoned case: {tool}"),
        "text.done": tr("“{tool}” {version} was run on {date}; it took {duration}."),
        "text.failed": tr("“{tool}” {version} was run on {date} and stopped after {duration}: {error}"),
        "text.cancelled": tr("“{tool}” {version} was run on {date} and cancelled after {duration}."),
        "text.inputs": tr("Input data: {list}."),
        "text.parameters": tr("Parameters: {list}."),
        "text.results": tr("Results: {list}."),
        "text.learnt": tr("To be completed: what it was for, what the result was used for, what was learnt."),
        "text.why": tr("To be completed: what was tried, why it stopped, what was learnt."),
        "check.yes": tr("yes"),
        "check.no": tr("no"),
        "check.failed": tr("These quality checks failed; look at what they found before using the result: {checks}."),
        "footprint.scope": tr("Use of the computer during one run of {duration}; making the computer is not counted."),
        "experience.sheet": tr("Run sheet"),
        "mail.subject.resource": tr("Resource proposed: {title}"),
        "mail.subject.need": tr("Need: {title}"),
        "mail.body": tr(
            "Hello,\n\nPlease find my contribution “{title}” in the file {file}, to be attached to this "
            "message before it is sent.\n\n{description}"
        ),
    }


def authoring_problems() -> dict[str, str]:
    """Return the sentences of the drafts' ``Problem`` by code, to be filled with its ``params``."""
    return {
        "title-missing": tr("Give it a title."),
        "title-long": tr("The title is too long: {limit} characters at most. Move the rest to the description."),
        "description-missing": tr("Say in two sentences what it is for."),
        "translation-missing": tr("The title is in one language only: an English or French one would help others."),
        "kind-missing": tr("Say what kind of resource it is."),
        "kind-unknown": tr("“{value}” is no kind of resource: choose one of the list."),
        "facet-missing": tr("Nothing is chosen for “{facet}”: the resource will be harder to find."),
        "concept-unknown": tr("“{value}” is not a known value of “{facet}”: it will be shown as it is."),
        "id-form": tr(
            "The identifier “{id}” cannot be used: 1 to 80 lower-case letters, digits, dots, hyphens or underscores."
        ),
        "version-form": tr("The version “{version}” cannot be used: write it as 1.0.0 or 2025-06."),
        "check-missing": tr("Say what must be checked before using it: readers trust what tells its limits."),
        "licence-missing": tr("Choose a licence, or say that you do not know it."),
        "code-licence-missing": tr("Choose the licence of the code, or say that you do not know it."),
        "weights-licence-missing": tr("Choose the licence of the model's weights, or say that you do not know it."),
        "data-licence-missing": tr("Choose the licence of the data, or say that you do not know it."),
        "licence-form": tr("“{licence}” is no SPDX licence identifier: write etalab-2.0 or GPL-3.0-or-later."),
        "author-missing": tr("Nobody is named: give an author or an organisation."),
        "author-name-missing": tr("An author has no name: complete the line or remove it."),
        "orcid-wrong": tr("“{orcid}” is no ORCID iD: 16 digits, as 0000-0002-1825-0097. Copy it from orcid.org."),
        "contact-missing": tr("No contact is given: readers will not know whom to ask."),
        "email-wrong": tr("“{email}” is no e-mail address."),
        "doi-wrong": tr("“{doi}” is no DOI: it starts with 10, as 10.5281/zenodo.1234567."),
        "link-unsafe": tr("“{href}” cannot be a link: give an address that starts with https:// or http://."),
        "link-checksum-wrong": tr("The checksum given for {href} is no SHA-256: 64 hexadecimal digits."),
        "link-checksum-missing": tr("The file {href} has no checksum: readers cannot verify what they download."),
        "content-missing": tr("There is neither link nor file: readers will have nothing to open."),
        "file-missing": tr("The file “{name}” is no longer there: choose it again or remove it."),
        "file-unreadable": tr("The file “{name}” cannot be read: {reason}"),
        "file-too-large": tr(
            "The file “{name}” is too large to be attached ({size} bytes, {limit} at most). Deposit it where large "
            "files live (Zenodo, Hugging Face, data.gouv.fr) and give its address: it will be linked with its checksum."
        ),
        "files-too-large": tr(
            "Together the files are too large to be attached ({size} bytes, {limit} at most): deposit some of them "
            "elsewhere and give their address."
        ),
        "files-too-many": tr("There are too many files and links ({count}, {limit} at most): put them in an archive."),
        "file-changed": tr("The file “{name}” changed while it was read: close what writes it and try again."),
        "sheet-other": tr(
            "The run sheet “{name}” tells of {tool} {version}, not of this script as it is now: run it again, and give "
            "the new sheet."
        ),
        "sheet-undone": tr("The run that “{name}” tells of did not come to its end: give the sheet of one that did."),
        "post-files": tr(
            "The attached files ({count}) cannot be sent this way: deposit them where large files live and give their "
            "address, or save the proposal as a file."
        ),
        "post-moved": tr(
            "Nothing was sent: the catalogue is now at {target}. Change its address in the options, then try again."
        ),
        "post-unsupported": tr(
            "This catalogue takes no proposals over the network (its server answers {status}): save the proposal as a "
            "file, or send it by e-mail."
        ),
        "post-too-large": tr(
            "The catalogue finds the proposal too large ({size} bytes): shorten its texts, or save it as a file."
        ),
        "post-refused": tr(
            "The catalogue refused the proposal (its server answers {status}). {reason} Try again later, or save the "
            "proposal as a file."
        ),
        "post-unsure": tr(
            "The answer of the catalogue was lost ({reason}): nobody can tell whether the proposal arrived. Look in "
            "the catalogue, or ask its contact, before sending it again."
        ),
        "write-failed": tr("“{name}” cannot be written: {reason}"),
        "cancelled": tr("Cancelled: nothing was written."),
        "record-invalid": tr("No valid record can be made of this draft ({reason})."),
        "draft-invalid": tr("The draft “{name}” is damaged and was left as it is ({reason})."),
        "draft-newer": tr(
            "This draft was written by a newer version of the plugin (format {found}, known: {known}). Update the "
            "plugin to read it."
        ),
        "draft-missing": tr("The draft “{name}” is no longer there."),
    }


def authoring_problem(code: str, params: Mapping[str, object]) -> str:
    """Return the sentence of one ``Problem`` of a draft."""
    return authoring_problems()[code].format_map({name: shown(value) for name, value in params.items()})
