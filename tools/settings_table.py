"""Write the tables of the settings, in English and in French: each with its environment variable and its default."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from translations import read_ts, ts_path

if TYPE_CHECKING:
    from crige_ia_plugin.setting import Setting

REPOSITORY = Path(__file__).resolve().parent.parent
DOCS = REPOSITORY / "docs"


@dataclass(frozen=True)
class Page:
    """One page: where it is, and its own words; those of the settings are in ``i18n/``."""

    path: Path
    language: str
    head: str
    columns: tuple[str, str, str]
    one_of: str
    between: str
    empty: str


ENGLISH = Page(
    DOCS / "settings.md",
    "en",
    """\
# Settings

Written by `make settings` (`tools/settings_table.py`) from `crige_ia_plugin/settings.py`: do not edit.

The user chooses in QGIS's options. Whoever administers many computers can

- give other defaults under `[crige_ia]` in QGIS's `qgis_global_settings.ini`;
- impose a value with an environment variable, which then has the last word. Booleans are `true` or `false`.

A value that makes no sense is as if it was not there.
""",
    ("Setting", "What it does", "Default"),
    "One of {choices}.",
    "From {minimum} to {maximum}.",
    "empty",
)

FRENCH = Page(
    DOCS / "guide" / "reglages.md",
    "fr",
    """\
# Réglages

*Table écrite par `make settings` à partir du programme : ne pas la modifier à la main.*

L'utilisateur choisit les plus courants dans les options de QGIS. Qui administre des postes peut

- donner d'autres valeurs par défaut, sous `[crige_ia]` dans le fichier `qgis_global_settings.ini` de QGIS ;
- imposer une valeur par une variable d'environnement, qui a alors le dernier mot. Oui s'écrit `true`, non `false`.

Une valeur qui n'a pas de sens est comme absente.
""",
    ("Réglage", "Ce qu'il fait", "Par défaut"),
    "Au choix : {choices}.",
    "De {minimum} à {maximum}.",
    "vide",
)

PAGES = (ENGLISH, FRENCH)


def main() -> int:
    """Write the tables, and say where."""
    sys.path.insert(0, str(REPOSITORY))
    for page in PAGES:
        page.path.write_text(table(page), encoding="utf-8")
        print(f"settings: {page.path.relative_to(REPOSITORY)}")
    return 0


def table(page: Page) -> str:
    """Return a whole page.

    Raises:
        KeyError: a description that the translations of the page's language do not hold.
    """
    from crige_ia_plugin.settings import SETTINGS

    words = _words(page.language)
    text = page.head
    for group in dict.fromkeys(setting.group for setting in SETTINGS):
        rows = [_row(page, setting, words) for setting in SETTINGS if setting.group == group]
        head = ["", f"## {words(group)}", "", f"| {' | '.join(page.columns)} |", "|---|---|---|"]
        text += "\n".join([*head, *rows]) + "\n"
    return text


def _words(language: str) -> Any:
    """Return what translates the sentences of the settings."""
    if language == "en":
        return str
    known = read_ts(ts_path(language))
    return lambda text: known[text].forms[0]


def _row(page: Page, setting: Setting[Any], words: Any) -> str:
    notes = ""
    if setting.choices:
        notes = " " + page.one_of.format(choices=", ".join(f"`{choice}`" for choice in setting.choices if choice))
    if setting.type is int:
        notes = " " + page.between.format(minimum=setting.minimum, maximum=setting.maximum)
    name = f"`{setting.key}`<br>`{setting.variable}`"
    return f"| {name} | {words(setting.description)}{notes} | {_code(setting.default, page.empty)} |"


def _code(value: object, empty: str) -> str:
    if value in ("", []):
        return empty
    return f"`{str(value).lower() if isinstance(value, bool) else value}`"


if __name__ == "__main__":
    sys.exit(main())
