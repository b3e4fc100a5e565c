"""What ``metadata.txt`` says of the plugin, so that a version or a title is written once."""

from __future__ import annotations

from configparser import ConfigParser

from .paths import METADATA


def _read() -> dict[str, str]:
    parser = ConfigParser(interpolation=None)
    parser.read(METADATA, encoding="utf-8")
    return dict(parser["general"])


_GENERAL = _read()

VERSION: str = _GENERAL["version"]
TITLE: str = _GENERAL["name"]
HOMEPAGE: str = _GENERAL.get("homepage", "")
REPOSITORY: str = _GENERAL.get("repository", "")
TRACKER: str = _GENERAL.get("tracker", "")
EMAIL: str = _GENERAL.get("email", "")
