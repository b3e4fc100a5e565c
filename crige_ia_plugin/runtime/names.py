"""Names for programs that give themselves none."""

from __future__ import annotations

import re
import unicodedata
from pathlib import PurePath


def identifier(name: str) -> str:
    """Identifier of a program that gives none, after its file: ``Haies & talus.model3`` → ``haies_talus``."""
    plain = unicodedata.normalize("NFKD", PurePath(name).stem).encode("ascii", "ignore").decode().lower()
    made = re.sub(r"[^a-z0-9]+", "_", plain).strip("_")
    return (made if made[:1].isalpha() else f"program_{made}".rstrip("_"))[:60]
