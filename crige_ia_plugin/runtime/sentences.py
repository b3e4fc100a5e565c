"""What each problem of a shared script is, in French and in English: the one place that says it.

The command line prints it with a file and a line; inside QGIS, ``messages.py`` chooses the language and the spaces.
"""

from __future__ import annotations

import os
from collections.abc import Mapping

from .listener import Step
from .problems import Code, RuntimeProblem
from .tables import text_of

C = Code
SENTENCES: dict[Code, tuple[str, str]] = {
    C.READ_FAILED: ("lecture impossible : {reason}", "cannot read: {reason}"),
    C.SCRIPT_TOO_LARGE: ("fichier trop gros : {limit} octets au plus", "file too large: {limit} bytes at most"),
    C.NOT_UTF8: ("le fichier n'est pas en UTF-8 : enregistrez-le ainsi", "the file is not in UTF-8: save it so"),
    C.BLOCK_MISSING: (
        "le script ne se décrit pas : il manque le bloc « # /// script … # /// »",
        "the script does not describe itself: the block “# /// script … # ///” is missing",
    ),
    C.BLOCK_OPEN: (
        "le bloc « # /// script » n'est pas fermé par une ligne « # /// », ou une de ses lignes n'est pas "
        "un commentaire",
        "the block “# /// script” is not closed by a line “# ///”, or one of its lines is not a comment",
    ),
    C.BLOCK_TWICE: ("il y a deux blocs « # /// script » : un seul est permis", "two blocks “# /// script”: one only"),
    C.TOML_INVALID: (
        "la description n'est pas du TOML valide : {reason}",
        "the description is not valid TOML: {reason}",
    ),
    C.SECTION_MISSING: ("la table [tool.iageo] manque", "the table [tool.iageo] is missing"),
    C.FORMAT_UNKNOWN: (
        "« format = {found} » inconnu ({known} est connu) : mettez l'extension à jour, ou corrigez le script",
        "unknown “format = {found}” ({known} is known): update the plugin, or correct the script",
    ),
    C.KEY_MISSING: ("« {key} » manque", "“{key}” is missing"),
    C.KEY_UNKNOWN: ("clé « {key} » inconnue ; sont connues : {known}", "unknown key “{key}”; known are: {known}"),
    C.KEY_MISPLACED: ("« {key} » n'a pas de sens pour le type « {type} »", "“{key}” has no meaning for type “{type}”"),
    C.KEY_TYPE: ("« {key} » est mal typé ; attendu : {expected}", "“{key}” is of the wrong type; expected: {expected}"),
    C.KEY_FORM: ("« {key} » est mal formé ; attendu : {expected}", "“{key}” is not well formed; expected: {expected}"),
    C.NAME_TWICE: ("« {name} » est déclaré deux fois", "“{name}” is declared twice"),
    C.NAME_RESERVED: (
        "le nom « {name} » est réservé : choisissez-en un autre",
        "name “{name}” is reserved: choose another",
    ),
    C.TYPE_UNKNOWN: ("type « {value} » inconnu ; sont connus : {known}", "unknown type “{value}”; known are: {known}"),
    C.CHOICES_EMPTY: (
        "« choices » doit donner au moins une valeur, non vide",
        "“choices” must give at least one value, not empty",
    ),
    C.PARENT_UNKNOWN: (
        "« parent » doit nommer une couche d'entrée du script ; « {name} » n'en est pas une",
        "“parent” must name an input layer of the script; “{name}” is not one",
    ),
    C.RANGE_EMPTY: ("« min » ({minimum}) dépasse « max » ({maximum})", "“min” ({minimum}) is above “max” ({maximum})"),
    C.DEPENDENCY_FORM: (
        "dépendance « {value} » refusée : écrivez un nom de paquet et ses conditions, comme « rasterio>=1.3 »",
        "dependency “{value}” refused: write the name of a package and its conditions, such as “rasterio>=1.3”",
    ),
    C.MODEL_INVALID: (
        "ce n'est pas un modèle de traitement de QGIS 3 : dites-le à son auteur",
        "this is no Processing model of QGIS 3: tell its author",
    ),
    C.NOTEBOOK_INVALID: (
        "ce n'est pas un notebook Jupyter en Python (format 4), ou sa description n'a pas de sens : le dire à son "
        "auteur",
        "this is no Jupyter notebook in Python (format 4), or its description makes no sense: tell its author",
    ),
    C.NOTEBOOK_PARAMETERS: (
        "la cellule « parameters » du notebook n'est pas du Python (« {text} ») : dites-le à son auteur",
        "the cell “parameters” of the notebook is no Python (“{text}”): tell its author",
    ),
    C.LOAD_FAILED: (
        "QGIS n'a pas pu charger ce programme ({reason}) : dites-le à son auteur",
        "QGIS could not load this program ({reason}): tell its author",
    ),
    C.INSIDE_ONLY: (
        "ce programme ne s'exécute que dans QGIS : installez-le depuis sa fiche, ou ouvrez-le dans QGIS",
        "this program runs inside QGIS only: install it from its card, or open it in QGIS",
    ),
    C.TOOLS_MISSING: (
        "le modèle emploie des traitements qui ne sont pas dans ce QGIS : {names}. Installez l'extension ou la "
        "ressource qui les donne, puis réessayez",
        "the model uses tools that are not in this QGIS: {names}. Install the plugin or the resource that gives them, "
        "then try again",
    ),
    C.PARAMETER_UNKNOWN: (
        "le script n'a pas de paramètre « {name} » ; il a : {known}",
        "the script has no parameter “{name}”; it has: {known}",
    ),
    C.VALUE_MISSING: (
        "le paramètre « {parameter} » demande une valeur ({option})",
        "parameter “{parameter}” needs a value ({option})",
    ),
    C.VALUE_FORM: (
        "« {value} » ne convient pas au paramètre « {parameter} » ; attendu : {expected}",
        "“{value}” does not suit parameter “{parameter}”; expected: {expected}",
    ),
    C.VALUE_RANGE: (
        "{value} est hors des limites du paramètre « {parameter} » : {allowed}",
        "{value} is out of the limits of parameter “{parameter}”: {allowed}",
    ),
    C.VALUE_CHOICE: (
        "« {value} » n'est pas un choix du paramètre « {parameter} » ; choisissez parmi : {allowed}",
        "“{value}” is not a choice of parameter “{parameter}”; choose among: {allowed}",
    ),
    C.INPUT_ABSENT: (
        "le fichier donné pour « {parameter} » n'existe pas : {path}",
        "the file given for “{parameter}” does not exist: {path}",
    ),
    C.PYTHON_ABSENT: (
        "aucun interpréteur Python n'a été trouvé : indiquez-en un dans les réglages",
        "no Python interpreter was found: name one in the settings",
    ),
    C.PYTHON_UNSUITABLE: (
        "le script demande Python {wanted} ; {python} est en version {found} : indiquez-en un autre dans les réglages",
        "the script needs Python {wanted}; {python} is version {found}: name another one in the settings",
    ),
    C.UV_ABSENT: (
        "le programme uv, qui prépare l'environnement du script, n'est pas sur cet ordinateur : acceptez de "
        "l'installer, ou indiquez où il est dans les réglages",
        "the program uv, which prepares the script's environment, is not on this computer: agree to install it, or "
        "say in the settings where it is",
    ),
    C.PIP_ABSENT: (
        "{python} n'a pas pip, qui installe uv : installez le paquet « python3-pip », ou uv lui-même",
        "{python} has no pip, which installs uv: install the package “python3-pip”, or uv itself",
    ),
    C.NETWORK: (
        "les paquets du script n'ont pas pu être téléchargés : vérifiez le réseau, le proxy et l'adresse de l'index, "
        "ou donnez un dossier de paquets dans les réglages ({reason})",
        "the script's packages could not be downloaded: check the network, the proxy and the index's address, or give "
        "a folder of packages in the settings ({reason})",
    ),
    C.DEPENDENCY_UNKNOWN: (
        "aucune version qui convienne d'un paquet que demande le script : dites-le à son auteur ({reason})",
        "no version that suits of a package that the script needs: tell its author ({reason})",
    ),
    C.NEEDS_COMPILER: (
        "un paquet du script n'existe pas tout prêt pour cet ordinateur, il faudrait le compiler : essayez une autre "
        "version de Python, ou dites-le à son auteur ({reason})",
        "a package of the script is not ready made for this computer and would have to be compiled: try another "
        "version of Python, or tell its author ({reason})",
    ),
    C.DIGEST_DIFFERS: (
        "un paquet n'est pas celui que l'auteur a publié (sa somme de contrôle diffère) ; rien n'a été lancé. Videz le "
        "dossier de paquets ou le cache, puis réessayez ; sinon dites-le à l'auteur ({reason})",
        "a package is not the one the author published (its checksum differs); nothing was run. Empty the folder of "
        "packages or the cache, then try again; otherwise tell the author ({reason})",
    ),
    C.LOCK_FORM: (
        "liste de paquets refusée : chaque ligne donne une version exacte et ses sommes de contrôle (« {text} »)",
        "list of packages refused: each line gives an exact version and its checksums (“{text}”)",
    ),
    C.LOCK_MISSING: (
        "il manque la liste figée des paquets, {name} : faites-la avec la commande « freeze »",
        "the pinned list of packages, {name}, is missing: make it with the command “freeze”",
    ),
    C.ENVIRONMENT_FAILED: (
        "l'environnement du script n'a pas pu être préparé : {reason}",
        "the script's environment could not be prepared: {reason}",
    ),
    C.NOT_TRUSTED: (
        "personne n'a encore accepté de lancer « {title} » sur cet ordinateur : lisez son code, puis acceptez-le",
        "nobody has agreed yet to run “{title}” on this computer: read its code, then agree",
    ),
    C.CHANGED: (
        "« {title} » a changé depuis qu'il a été accepté ; rien n'a été lancé. Voyez ce qui a changé, puis "
        "acceptez-le de nouveau",
        "“{title}” has changed since it was agreed to; nothing was run. Look at what changed, then agree again",
    ),
    C.UNSIGNED_FORBIDDEN: (
        "« {title} » n'est pas signé, et l'administrateur de cet ordinateur n'autorise que les scripts signés",
        "“{title}” is not signed, and this computer's administrator allows signed scripts only",
    ),
    C.PUBLISHER_FORBIDDEN: (
        "l'administrateur de cet ordinateur n'autorise pas les scripts de « {publisher} » ; autorisés : {allowed}",
        "this computer's administrator does not allow scripts of “{publisher}”; allowed: {allowed}",
    ),
    C.TRUST_UNREADABLE: (
        "le fichier des accords est illisible ({reason}) : retirez-le, puis acceptez de nouveau les scripts",
        "the file of agreements cannot be read ({reason}): remove it, then agree to the scripts again",
    ),
    C.CANCELLED: ("annulé ; rien n'a été remplacé", "cancelled; nothing was replaced"),
    C.TIMED_OUT: (
        "arrêté au bout de {seconds} secondes, la limite des réglages",
        "stopped after {seconds} seconds, the limit of the settings",
    ),
    C.OUT_OF_MEMORY: (
        "le script demande trop de mémoire (limite : {limit} Mio) : traitez une zone plus petite, ou changez la limite",
        "the script needs too much memory (limit: {limit} MiB): process a smaller area, or change the limit",
    ),
    C.TOO_MANY_PROCESSES: (
        "arrêté : le script a lancé plus de {limit} processus",
        "stopped: the script started more than {limit} processes",
    ),
    C.SCRIPT_ERROR: ("{text}", "{text}"),
    C.EXIT_STATUS: (
        "le script s'est arrêté sur une erreur (code {status}) : {reason}",
        "the script stopped on an error (status {status}): {reason}",
    ),
    C.CRASHED: (
        "le script a planté ({signal}) ; QGIS n'en est pas affecté. Dites-le à son auteur",
        "the script crashed ({signal}); QGIS is not affected. Tell its author",
    ),
    C.SUPERVISOR_LOST: (
        "le processus qui surveille le script a été tué ; le script a été arrêté",
        "the process that watches the script was killed; the script was stopped",
    ),
    C.START_FAILED: ("le script n'a pas pu être lancé : {reason}", "the script could not be started: {reason}"),
    C.OUTPUT_MISSING: (
        "le script s'est terminé sans écrire « {parameter} » : dites-le à son auteur",
        "the script ended without writing “{parameter}”: tell its author",
    ),
    C.OUTPUT_WRONG: (
        "ce que le script a écrit pour « {parameter} » n'est pas un fichier {expected} : dites-le à son auteur",
        "what the script wrote for “{parameter}” is not a {expected} file: tell its author",
    ),
    C.WRITE_FAILED: ("écriture impossible : {reason}", "cannot write: {reason}"),
    C.DISK_FULL: (
        "le disque est plein : libérez de la place, puis réessayez ; rien n'a été remplacé",
        "the disk is full: free some space, then try again; nothing was replaced",
    ),
    C.FILE_EXISTS: ("existe déjà ; rien n'est remplacé", "exists already; nothing is replaced"),
    C.ARCHIVE_INVALID: ("archive refusée : {reason}", "archive refused: {reason}"),
    C.SAMPLE_MISSING: (
        "le script ne déclare pas d'échantillon : ajoutez une table [tool.iageo.sample], avec les valeurs d'un petit "
        "essai",
        "the script declares no sample: add a table [tool.iageo.sample] with the values of a small run",
    ),
}
UNTOLD = frozenset(Code) - frozenset(SENTENCES)
"""Codes without a sentence; a test holds it empty."""

STEPS: dict[Step, tuple[str, str]] = {
    Step.INSTALL_UV: (
        "installation d'uv dans le dossier de l'extension…",
        "installing uv in the plugin's own folder…",
    ),
    Step.RESOLVE: ("choix des versions des paquets…", "choosing the versions of the packages…"),
    Step.INSTALL: (
        "installation des paquets dans un environnement à part…",
        "installing the packages in an environment of their own…",
    ),
}
"""What a preparation is doing."""

_PLAIN_WORDS = {
    "text": "du texte",
    "plain text": "du texte sans caractère de contrôle",
    "true or false": "true ou false",
    "integer": "un nombre entier",
    "number": "un nombre",
    "a finite number": "un nombre fini",
    "list": "une liste",
    "table": "une table",
    "text, or {fr = …, en = …}": "du texte, ou {fr = …, en = …}",
}
"""French of what the checks say they expect; the rest is code, the same in both languages."""


def language() -> str:
    """Language of the terminal: ``fr`` or ``en``."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE"):
        value = os.environ.get(name, "")
        if value:
            return "fr" if value.lower().startswith("fr") else "en"
    return "en"


def fact(problem: RuntimeProblem, code: str) -> str:
    """What a problem is, in a language, without its place."""
    params = _Blank(problem.params)
    if code == "fr":
        params["expected"] = _PLAIN_WORDS.get(str(params["expected"]), params["expected"])
    if isinstance(params["title"], Mapping):  # a script's, by language
        params["title"] = text_of(params["title"], code)
    text = SENTENCES[problem.code][code != "fr"].format_map(params)
    within = params.get("parameter")
    if within and problem.code in _DECLARED:
        text = (f"paramètre « {within} » : " if code == "fr" else f"parameter “{within}”: ") + text
    return text


class _Blank(dict):  # type: ignore[type-arg]
    """Parameters of a sentence; one that is absent is left blank."""

    def __missing__(self, key: str) -> str:
        return ""


_DECLARED = frozenset(
    (
        *(C.KEY_MISSING, C.KEY_UNKNOWN, C.KEY_MISPLACED, C.KEY_TYPE, C.KEY_FORM, C.NAME_TWICE, C.NAME_RESERVED),
        *(C.TYPE_UNKNOWN, C.CHOICES_EMPTY, C.PARENT_UNKNOWN, C.RANGE_EMPTY),
    )
)
"""Problems of a declaration, whose sentence begins with the parameter it is about."""


def sentence(problem: RuntimeProblem, code: str) -> str:
    """What to print for a problem, with its file and line, the way compilers do."""
    place = f"{problem.file}:{problem.line}" if problem.file and problem.line else problem.file
    separator = (" : " if code == "fr" else ": ") if place else ""
    return f"{place}{separator}{fact(problem, code)}"
