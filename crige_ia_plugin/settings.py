"""What the user, or an IT department, can choose: typed settings with their defaults.

Each is kept in QGIS's settings as ``crige_ia/<key>`` (so ``qgis_global_settings.ini`` can give an organisation's own
defaults) and yields to the environment variable ``QGIS_PLG_CRIGE_IA_<KEY>``. A value that makes no sense is as if
it was not there. The tables in ``docs/settings.md`` and ``docs/guide/reglages.md`` are generated from here.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from qgis.core import QgsApplication, QgsSettings
from qgis.PyQt.QtCore import QStandardPaths

from .setting import ROOT, Setting
from .translation import later

if TYPE_CHECKING:
    from .catalogue.problems import Problem
    from .catalogue.sources import Source

_LAST_RUN_SHEET = f"{ROOT}/last_run_sheet"

CATALOGUES = later("Catalogues")
STORAGE = later("Storage")
DISPLAY = later("Display")
RUN_SHEETS = later("Run sheets")
SCRIPTS = later("Shared scripts")

SOURCES: Setting[list[dict[str, Any]]] = Setting(
    "sources",
    list,
    [],
    CATALOGUES,
    later(
        "Catalogues to read besides the embedded one: a JSON list of objects with id, title, kind (folder, static or "
        "ogc-api), location, enabled, public_key and authentication."
    ),
)
AUTOMATIC_REFRESH = Setting(
    "automatic_refresh",
    bool,
    False,
    CATALOGUES,
    later("Refresh the catalogues when the panel is opened, instead of only when asked."),
)
REFRESH_DAYS = Setting(
    "refresh_days", int, 7, CATALOGUES, later("Days between two automatic refreshes."), minimum=1, maximum=365
)
THUMBNAILS = Setting(
    "thumbnails",
    bool,
    True,
    CATALOGUES,
    later("Fetch thumbnails during a refresh, from each catalogue's own server only."),
)
DIRECTORY = Setting(
    "directory",
    str,
    "",
    CATALOGUES,
    later("Address of the signed directory (catalogues.json) of other regions' catalogues."),
)
DIRECTORY_KEY = Setting(
    "directory_key", str, "", CATALOGUES, later("Public key (minisign) the directory must be signed with.")
)
CACHE_FOLDER = Setting(
    "cache_folder",
    str,
    "",
    STORAGE,
    later(
        "Folder of what can be fetched again: copies of the catalogues, search index, thumbnails. Empty: the "
        "computer's local cache, which does not roam."
    ),
)
DATA_FOLDER = Setting(
    "data_folder",
    str,
    "",
    STORAGE,
    later(
        "Folder of the installed resources, downloads and drafts. Empty: crige_ia in the folder of the QGIS profile."
    ),
)
LANGUAGE = Setting(
    "language",
    str,
    "",
    DISPLAY,
    later("Language of the resources where they have several. Empty: the language of QGIS."),
    choices=("", "fr", "en"),
)
RUN_SHEET_FULL_PATHS = Setting(
    "run_sheet_full_paths",
    bool,
    False,
    RUN_SHEETS,
    later("Write whole paths of the inputs in run sheets, instead of file names only."),
)

SCRIPT_PYTHON = Setting(
    "script_python",
    str,
    "",
    SCRIPTS,
    later("Python that runs the shared scripts. Empty: the one that QGIS comes with."),
)
SCRIPT_UV = Setting(
    "script_uv",
    str,
    "",
    SCRIPTS,
    later(
        "The program uv, which makes the scripts' environments. Empty: looked for on this computer, and otherwise "
        "installed in the cache, once the user has agreed to a script that needs it."
    ),
)
SCRIPT_INDEX_URL = Setting(
    "script_index_url",
    str,
    "",
    SCRIPTS,
    later("Index of Python packages. Empty: what pip and uv use on this computer."),
)
SCRIPT_CERTIFICATES = Setting(
    "script_certificates", str, "", SCRIPTS, later("File of the certificates (PEM) that packages are fetched with.")
)
SCRIPT_PROXY = Setting(
    "script_proxy",
    str,
    "",
    SCRIPTS,
    later("Proxy that packages are fetched through. Empty: the one of QGIS's options."),
)
SCRIPT_WHEELS = Setting(
    "script_wheels", str, "", SCRIPTS, later("Folder of Python packages (wheels), for computers without internet.")
)
SCRIPT_OFFLINE = Setting("script_offline", bool, False, SCRIPTS, later("Never fetch packages from the network."))
SCRIPT_CACHE = Setting(
    "script_cache",
    str,
    "",
    SCRIPTS,
    later(
        "Folder of the scripts' environments, on a local disk. Empty: scripts, in the folder of what can be fetched "
        "again."
    ),
)
SCRIPT_TIMEOUT = Setting(
    "script_timeout", int, 0, SCRIPTS, later("Minutes after which a script is stopped; 0: never."), maximum=100_000
)
SCRIPT_MEMORY = Setting(
    "script_memory",
    int,
    0,
    SCRIPTS,
    later("Mebibytes of memory that a script may use; 0: nine tenths of what is free."),
    maximum=100_000_000,
)
SCRIPTS_SIGNED_ONLY = Setting(
    "scripts_signed_only",
    bool,
    False,
    SCRIPTS,
    later("Allow only programs from catalogues whose signature is verified."),
)
SCRIPTS_PUBLISHERS = Setting(
    "scripts_publishers",
    str,
    "",
    SCRIPTS,
    later(
        "Allow only programs of these publishers, separated by semicolons, from catalogues whose signature is "
        "verified. Empty: any."
    ),
)

SETTINGS: tuple[Setting[Any], ...] = (
    SOURCES,
    AUTOMATIC_REFRESH,
    REFRESH_DAYS,
    THUMBNAILS,
    DIRECTORY,
    DIRECTORY_KEY,
    CACHE_FOLDER,
    DATA_FOLDER,
    LANGUAGE,
    RUN_SHEET_FULL_PATHS,
    SCRIPT_PYTHON,
    SCRIPT_UV,
    SCRIPT_INDEX_URL,
    SCRIPT_CERTIFICATES,
    SCRIPT_PROXY,
    SCRIPT_WHEELS,
    SCRIPT_OFFLINE,
    SCRIPT_CACHE,
    SCRIPT_TIMEOUT,
    SCRIPT_MEMORY,
    SCRIPTS_SIGNED_ONLY,
    SCRIPTS_PUBLISHERS,
)
"""All of them, in the order of the options page."""


def cache_folder() -> Path:
    """Folder of what can be fetched again; not made here."""
    chosen = CACHE_FOLDER.get()
    if chosen:
        return Path(chosen).expanduser()
    location = QStandardPaths.StandardLocation.GenericCacheLocation
    return Path(QStandardPaths.writableLocation(location)) / ROOT


def data_folder() -> Path:
    """Folder of what is the user's: installed resources, drafts; not made here.

    It is outside the plugin's own folder, which QGIS empties at each update.
    """
    chosen = DATA_FOLDER.get()
    return Path(chosen).expanduser() if chosen else Path(QgsApplication.qgisSettingsDirPath()) / ROOT


def remember_run_sheet(path: Path) -> None:
    """Keep in mind the run sheet written last: where the panel begins to look for one."""
    QgsSettings().setValue(_LAST_RUN_SHEET, str(path))


def last_run_sheet() -> Path | None:
    """Run sheet written last, None when there is none or it is no longer there."""
    text = QgsSettings().value(_LAST_RUN_SHEET, "")
    path = Path(text) if isinstance(text, str) and text else None
    return path if path is not None and path.is_file() else None


def store_folder() -> Path:
    """Folder of the installed resources; not made here."""
    return data_folder() / "resources"


def qgis_proxy() -> str:
    """Address of the proxy of QGIS's options; empty when there is none, or when it is the system's."""
    stored = QgsSettings()
    kind = str(stored.value("proxy/proxyType") or "")
    host = str(stored.value("proxy/proxyHost") or "").strip()
    if not stored.value("proxy/proxyEnabled", False, type=bool) or not host or kind == "DefaultProxy":
        return ""
    scheme = "socks5" if kind == "Socks5Proxy" else "http"
    port = str(stored.value("proxy/proxyPort") or "").strip()
    user, word = (quote(str(stored.value(f"proxy/{key}") or ""), safe="") for key in ("proxyUser", "proxyPassword"))
    who = f"{user}:{word}@" if user else ""
    return f"{scheme}://{who}{host}" + (f":{port}" if port and port != "0" else "")


def language() -> str:
    """Language to show resources in: ``fr`` or ``en``."""
    return LANGUAGE.get() or ("fr" if QgsApplication.locale().lower().startswith("fr") else "en")


def sources() -> list[Source]:
    """Return the catalogues the user added; what makes no sense, or repeats an id, is left out."""
    return read_sources()[0]


def read_sources() -> tuple[list[Source], list[Problem]]:
    """Return the catalogues the user added, and what is wrong with those left out."""
    from .catalogue.problems import CatalogueError, Code, Problem
    from .catalogue.sources import Source, from_json

    found: dict[str, Source] = {}
    problems = []
    for item in SOURCES.get():
        try:
            for name, value in item.items():
                if name in Source.__dataclass_fields__ and type(value) is not (bool if name == "enabled" else str):
                    raise CatalogueError(Code.CATALOG_INVALID, key=name)
            source = from_json(json.dumps(item))
        except CatalogueError as error:
            problems.append(error.problem)
            continue
        if source.id in found:
            problems.append(Problem(Code.DUPLICATE_ID, {"id": source.id}, source.location))
            continue
        found[source.id] = source
    return list(found.values()), problems


def set_sources(chosen: Sequence[Source]) -> None:
    """Keep the catalogues the user added; those of a kind that only a newer version knows stay as they are."""
    from .catalogue.sources import Kind, to_json

    known = {kind.value for kind in Kind}
    newer = [item for item in SOURCES.stored() or [] if isinstance(item.get("kind"), str) and item["kind"] not in known]
    SOURCES.set([*(json.loads(to_json(source)) for source in chosen), *newer])
