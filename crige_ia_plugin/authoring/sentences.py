"""What each problem of a draft is, in French and in English, for the command line; ``messages.py`` tells it in QGIS."""

from __future__ import annotations

from .problems import Code, Problem

C = Code
SENTENCES: dict[Code, tuple[str, str]] = {
    C.TITLE_MISSING: ("le titre manque", "the title is missing"),
    C.TITLE_LONG: ("titre trop long : {limit} caractères au plus", "title too long: {limit} characters at most"),
    C.DESCRIPTION_MISSING: (
        "dire en deux phrases à quoi sert le script : clé « help » de sa description",
        "say in two sentences what the script is for: key “help” of its description",
    ),
    C.TRANSLATION_MISSING: (
        "titre dans une seule langue : title = {{fr = …, en = …}}",
        "title in one language only: title = {{fr = …, en = …}}",
    ),
    C.KIND_MISSING: ("la nature de la ressource manque", "the kind of resource is missing"),
    C.KIND_UNKNOWN: ("nature « {value} » inconnue", "unknown kind “{value}”"),
    C.FACET_MISSING: (
        "rien n'est choisi pour « {facet} » : ajouter --facet {facet}=…",
        "nothing is chosen for “{facet}”: add --facet {facet}=…",
    ),
    C.CONCEPT_UNKNOWN: (
        "« {value} » n'est pas une valeur connue de « {facet} » : elle sera montrée telle quelle",
        "“{value}” is not a known value of “{facet}”: it will be shown as it is",
    ),
    C.ID_FORM: (
        "identifiant « {id} » : 1 à 80 minuscules, chiffres, points, tirets ou soulignés",
        "identifier “{id}”: 1 to 80 lower-case letters, digits, dots, hyphens or underscores",
    ),
    C.VERSION_FORM: (
        "version « {version} » impossible : écrire 1.0.0 ou 2025-06",
        "version “{version}” cannot be used: write 1.0.0 or 2025-06",
    ),
    C.CHECK_MISSING: (
        "dire ce qu'il faut vérifier avant usage (--to-check), ou donner une fiche d'exécution",
        "say what must be checked before use (--to-check), or give a run sheet",
    ),
    C.CODE_LICENCE_MISSING: (
        "la licence du code manque : clé « license » de la description (etalab-2.0, GPL-3.0-or-later…)",
        "the licence of the code is missing: key “license” of the description (etalab-2.0, GPL-3.0-or-later…)",
    ),
    C.LICENCE_FORM: (
        "« {licence} » n'est pas un identifiant de licence SPDX : écrire etalab-2.0 ou GPL-3.0-or-later",
        "“{licence}” is no SPDX licence identifier: write etalab-2.0 or GPL-3.0-or-later",
    ),
    C.AUTHOR_MISSING: (
        "personne n'est nommé : clé « publisher » de la description, ou --author",
        "nobody is named: key “publisher” of the description, or --author",
    ),
    C.AUTHOR_NAME_MISSING: ("un auteur n'a pas de nom", "an author has no name"),
    C.CONTACT_MISSING: ("aucun contact : ajouter --email", "no contact: add --email"),
    C.EMAIL_WRONG: ("« {email} » n'est pas une adresse électronique", "“{email}” is no e-mail address"),
    C.LINK_UNSAFE: (
        "« {href} » ne peut être un lien : une adresse commence par https:// ou http://",
        "“{href}” cannot be a link: an address starts with https:// or http://",
    ),
    C.FILE_MISSING: ("le fichier « {name} » n'est plus là", "the file “{name}” is no longer there"),
    C.FILE_UNREADABLE: ("« {name} » illisible : {reason}", "“{name}” cannot be read: {reason}"),
    C.FILE_TOO_LARGE: (
        "« {name} » trop gros : {size} octets, {limit} au plus",
        "“{name}” too large: {size} bytes, {limit} at most",
    ),
    C.FILES_TOO_LARGE: (
        "fichiers trop gros ensemble : {size} octets, {limit} au plus",
        "files too large together: {size} bytes, {limit} at most",
    ),
    C.FILES_TOO_MANY: ("trop de fichiers et de liens : {limit} au plus", "too many files and links: {limit} at most"),
    C.FILE_CHANGED: (
        "« {name} » a changé pendant sa lecture : recommencer",
        "“{name}” changed while it was read: try again",
    ),
    C.SHEET_OTHER: (
        "la fiche d'exécution « {name} » parle de {tool} {version}, non de ce script tel qu'il est : le relancer, et "
        "donner la nouvelle fiche",
        "the run sheet “{name}” tells of {tool} {version}, not of this script as it is: run it again, and give the "
        "new sheet",
    ),
    C.SHEET_UNDONE: (
        "l'exécution que raconte « {name} » n'est pas allée à son terme : donner la fiche d'une autre",
        "the run that “{name}” tells of did not come to its end: give the sheet of one that did",
    ),
    C.WRITE_FAILED: ("« {name} » : écriture impossible : {reason}", "“{name}”: cannot write: {reason}"),
    C.RECORD_INVALID: ("fiche impossible ({reason})", "no valid record can be made ({reason})"),
}
"""Those of the codes that a script can meet on its way to a proposal."""


def sentence(problem: Problem, language: str) -> str:
    """What to print for a problem, with its weight."""
    weight = {"fr": ("erreur", "attention")}.get(language, ("error", "warning"))[0 if problem.is_error else 1]
    told = SENTENCES.get(problem.code)
    if told is None:
        return f"{weight}: {problem.code.value} {dict(problem.params)}"
    return f"{weight}: {told[language != 'fr'].format_map(dict(problem.params))}"
