"""What each problem of a catalogue is, in French and in English: the one place that says it.

The command line prints it with a file and a line; inside QGIS, ``messages.py`` adds what its reader can do about it.
"""

from __future__ import annotations

import os

from .problems import Code, Problem

C = Code
SENTENCES: dict[Code, tuple[str, str]] = {
    C.JSON_INVALID: ("JSON invalide : {reason}", "invalid JSON: {reason}"),
    C.JSON_TOO_LARGE: (
        "JSON trop gros : {size} octets, {limit} au plus",
        "JSON too large: {size} bytes, {limit} at most",
    ),
    C.JSON_TOO_DEEP: (
        "JSON trop imbriqué : {limit} niveaux au plus",
        "JSON nested too deeply: {limit} levels at most",
    ),
    C.NOT_AN_OBJECT: ("un objet JSON {{…}} est attendu", "a JSON object {{…}} is expected"),
    C.NOT_A_FEATURE: ("« type » doit valoir « Feature »", "“type” must be “Feature”"),
    C.ID_MISSING: ("la fiche n'a pas d'« id »", "the record has no “id”"),
    C.ID_FORM: (
        "identifiant « {id} » : 1 à 80 minuscules, chiffres, points, tirets ou soulignés",
        "identifier “{id}”: 1 to 80 lower-case letters, digits, dots, hyphens or underscores",
    ),
    C.ID_FILE: (
        "la fiche « {id} » doit être dans {id}.json, non dans {file}",
        "record “{id}” must be in {id}.json, not in {file}",
    ),
    C.ID_DUPLICATE: ("l'identifiant « {id} » est déjà pris", "identifier “{id}” is already used"),
    C.PROPERTIES_MISSING: ("« properties » manque", "“properties” is missing"),
    C.TITLE_MISSING: ("le titre manque", "the title is missing"),
    C.KIND_MISSING: ("la nature (« type » dans « properties ») manque", "the kind (“type” in “properties”) is missing"),
    C.KIND_UNKNOWN: (
        "nature « {value} » absente du vocabulaire",
        "kind “{value}” is not in the vocabulary",
    ),
    C.VALUE_TYPE: ("« {key} » devrait être de type {expected}", "“{key}” should be of type {expected}"),
    C.VALUE_FORM: ("« {key} » est mal formé", "“{key}” is not well formed"),
    C.CONFORMANCE_MISSING: (
        "« conformsTo » doit citer record-core d'OGC API – Records",
        "“conformsTo” must name record-core of OGC API – Records",
    ),
    C.GEOMETRY_INVALID: (
        "« geometry » doit être null ou un polygone fermé, en degrés",
        "“geometry” must be null or a closed polygon, in degrees",
    ),
    C.FACET_MISSING: ("la facette « {facet} » n'est pas renseignée", "facet “{facet}” is not filled in"),
    C.FACET_UNKNOWN: ("facette « {facet} » inconnue du vocabulaire", "facet “{facet}” is not in the vocabulary"),
    C.CONCEPT_UNKNOWN: (
        "valeur « {value} » inconnue de la facette « {facet} »",
        "value “{value}” is unknown to facet “{facet}”",
    ),
    C.LANGUAGE_MISSING: ("la langue (« language.code ») manque", "the language (“language.code”) is missing"),
    C.LICENSE_MISSING: (
        "licence absente : l'indiquer, ou écrire « iageo:licenseStatus » : « unspecified »",
        "no licence: state it, or write “iageo:licenseStatus”: “unspecified”",
    ),
    C.QUALITY_MISSING: (
        "rien sur la qualité : dire dans « iageo:quality » ce qu'il faut vérifier",
        "nothing about quality: say in “iageo:quality” what to check",
    ),
    C.PUBLISHER_MISSING: ("aucun contact nommé", "no named contact"),
    C.LINK_UNSAFE: (
        "lien refusé : {href} (http, https, mailto, ou chemin dans le catalogue)",
        "link refused: {href} (http, https, mailto, or a path inside the catalogue)",
    ),
    C.LINK_MISSING: ("aucun lien", "no link"),
    C.LINK_DEAD: ("lien mort : {href} ({reason})", "dead link: {href} ({reason})"),
    C.LINK_TARGET_MISSING: ("fichier absent du catalogue : {href}", "file absent from the catalogue: {href}"),
    C.FILE_SIZE_UNSTATED: ("taille non indiquée : {href}", "size not stated: {href}"),
    C.FILE_CHECKSUM_UNSTATED: ("somme de contrôle non indiquée : {href}", "checksum not stated: {href}"),
    C.FOLDER_MISSING: ("le dossier « {name} » n'existe pas", "folder “{name}” does not exist"),
    C.FOLDER_NOT_EMPTY: ("le dossier « {name} » n'est pas vide", "folder “{name}” is not empty"),
    C.CATALOG_MISSING: ("{name} manque : commencer par « new »", "{name} is missing: start with “new”"),
    C.CATALOG_INVALID: ("« {key} » manque ou n'est pas valable", "“{key}” is missing or not valid"),
    C.CATALOG_EMPTY: ("aucune fiche", "no record"),
    C.VOCABULARY_INVALID: ("vocabulaire mal formé : {reason}", "vocabulary not well formed: {reason}"),
    C.SERIAL_OLDER: (
        "numéro {found} plus ancien que celui déjà reçu, {known} : refusé",
        "serial {found} is older than the one already received, {known}: refused",
    ),
    C.EXPIRED: (
        "le catalogue aurait dû être renouvelé avant {date}",
        "the catalogue should have been renewed by {date}",
    ),
    C.NOT_BUILT: (
        "le dossier a changé depuis sa construction : lancer « build »",
        "the folder has changed since it was built: run “build”",
    ),
    C.CHECKSUM_FORM: ("somme de contrôle mal formée : {checksum}", "checksum not well formed: {checksum}"),
    C.CHECKSUM_DIFFERS: ("le contenu n'est pas celui qui a été publié", "the content is not the one published"),
    C.SIZE_DIFFERS: ("la taille n'est pas celle qui a été publiée", "the size is not the one published"),
    C.SUMS_MISSING: ("{name} manque : lancer « build »", "{name} is missing: run “build”"),
    C.SUMS_FORM: ("ligne illisible : {text}", "unreadable line: {text}"),
    C.FILE_MISSING: ("fichier absent : {name}", "missing file: {name}"),
    C.FILE_UNLISTED: ("fichier hors de SHA256SUMS : {name}", "file not in SHA256SUMS: {name}"),
    C.PATH_UNSAFE: ("chemin refusé : {path}", "path refused: {path}"),
    C.KEY_FORM: ("ce n'est pas une clé minisign", "this is not a minisign key"),
    C.KEY_LOCKED: ("mot de passe de la clé absent ou faux", "the key's password is missing or wrong"),
    C.KEY_EXISTS: ("cette clé existe déjà ; elle n'est pas remplacée", "this key exists already; it is not replaced"),
    C.SIGNATURE_MISSING: (
        "{name} manque : le catalogue n'est pas signé",
        "{name} is missing: the catalogue is not signed",
    ),
    C.SIGNATURE_FORM: ("ce n'est pas une signature minisign", "this is not a minisign signature"),
    C.SIGNATURE_LEGACY: (
        "signature d'un ancien format : signer de nouveau avec minisign 0.10 ou plus",
        "signature in an old format: sign again with minisign 0.10 or later",
    ),
    C.SIGNATURE_OTHER_KEY: ("signé par la clé {found}, non par {expected}", "signed by key {found}, not by {expected}"),
    C.SIGNATURE_WRONG: ("la signature de la clé {key} est fausse", "the signature of key {key} is wrong"),
    C.SIGNING_UNAVAILABLE: (
        "signer demande le paquet Python « cryptography », ou le programme minisign",
        "signing needs the Python package “cryptography”, or the minisign program",
    ),
    C.URL_UNSAFE: ("adresse refusée : {url}", "address refused: {url}"),
    C.UNREACHABLE: ("injoignable : {reason}", "unreachable: {reason}"),
    C.HTTP_STATUS: ("le serveur répond {status}", "the server answers {status}"),
    C.UNAUTHORISED: ("accès refusé ({status})", "access refused ({status})"),
    C.PROXY_AUTHENTICATION: (
        "le proxy demande une authentification ({status})",
        "the proxy asks for authentication ({status})",
    ),
    C.TOO_MANY_REQUESTS: (
        "trop de demandes ({status}) : réessayer plus tard {wait}",
        "too many requests ({status}): try later {wait}",
    ),
    C.REDIRECT_UNSAFE: ("redirection refusée vers {target}", "redirection refused to {target}"),
    C.REDIRECT_LOOP: ("plus de {limit} redirections", "more than {limit} redirections"),
    C.TRUNCATED: ("transfert interrompu après {received} octets", "transfer cut after {received} bytes"),
    C.TOO_LARGE: ("trop gros : {size} octets, {limit} au plus", "too large: {size} bytes, {limit} at most"),
    C.TOO_MANY_PAGES: ("plus de {limit} pages", "more than {limit} pages"),
    C.PAGE_LOOP: ("les pages tournent en rond", "the pages go round in circles"),
    C.REQUESTS_UNAVAILABLE: ("le paquet Python « requests » manque", "the Python package “requests” is missing"),
    C.CANCELLED: ("annulé", "cancelled"),
    C.WRITE_FAILED: ("écriture impossible : {reason}", "cannot write: {reason}"),
    C.READ_FAILED: ("lecture impossible : {reason}", "cannot read: {reason}"),
    C.INDEX_INVALID: ("index de recherche illisible", "unreadable search index"),
    C.INDEX_STALE: ("l'index de « {catalogue} » est à refaire", "the index of “{catalogue}” must be built again"),
    C.RECORD_UNKNOWN: ("fiche inconnue", "unknown record"),
    C.ARCHIVE_INVALID: ("archive refusée : {reason}", "archive refused: {reason}"),
    C.ARCHIVE_RECORDS: ("aucune fiche dans l'archive", "no record in the archive"),
    C.DUPLICATE_ID: ("« {id} » existe déjà", "“{id}” exists already"),
    C.DUPLICATE_DOI: ("même DOI que « {other} »", "same DOI as “{other}”"),
    C.DUPLICATE_URL: ("même adresse que « {other} »", "same address as “{other}”"),
    C.DUPLICATE_CHECKSUM: ("même fichier que « {other} » : {href}", "same file as “{other}”: {href}"),
    C.DATE_FORM: ("date attendue sous la forme AAAA-MM-JJ : {text}", "a date is expected as YYYY-MM-DD: {text}"),
}
UNTOLD = frozenset(Code) - frozenset(SENTENCES)
"""Codes without a sentence; a test holds it empty."""


def language() -> str:
    """Language of the terminal: ``fr`` or ``en``."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE"):
        value = os.environ.get(name, "")
        if value:
            return "fr" if value.lower().startswith("fr") else "en"
    return "en"


def sentence(problem: Problem, code: str) -> str:
    """What to print for a problem, with its file and line, the way compilers do."""
    where = f"{problem.file}:{problem.line}: " if problem.line else f"{problem.file}: " if problem.file else ""
    weight = {"fr": ("erreur", "attention")}.get(code, ("error", "warning"))[0 if problem.is_error else 1]
    return f"{where}{weight}: {fact(problem, code)}"


def fact(problem: Problem, code: str) -> str:
    """What a problem is, without its place, beginning in lower case and without a full stop."""
    french, english = SENTENCES[problem.code]
    return (french if code == "fr" else english).format_map(_Blank(problem.params))


class _Blank(dict):  # type: ignore[type-arg]
    """Parameters of a sentence; one that is absent is left blank."""

    def __missing__(self, key: str) -> str:
        return ""
