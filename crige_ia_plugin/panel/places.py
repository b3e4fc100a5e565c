"""Where the catalogues are: the one that ships with the plugin, and what is kept in the user's profile."""

from __future__ import annotations

import hashlib
from pathlib import Path

from qgis.core import QgsApplication

from ..catalogue.store import Store
from ..catalogue.sync import EMBEDDED_ID, Library
from ..paths import RESOURCES
from ..settings import cache_folder, data_folder, store_folder

EMBEDDED = RESOURCES / "catalogue"


def library() -> Library:
    """Catalogues kept on this computer for this profile of QGIS, the embedded one first.

    Two profiles have two lists of catalogues: in one folder, each would remove what the other fetched.
    """
    profile = Path(QgsApplication.qgisSettingsDirPath()).resolve()
    mark = hashlib.sha256(str(profile).encode("utf-8", "replace")).hexdigest()[:8]
    return Library(cache_folder() / "catalogues" / f"profile-{mark}", EMBEDDED, EMBEDDED_ID)


def store() -> Store:
    """What is installed on this computer."""
    return Store(store_folder())


def aside() -> Path:
    """Folder of downloads under way, on the same disk as what they become."""
    return data_folder() / "incoming"
