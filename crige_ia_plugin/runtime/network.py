"""Settings of the network, in the words of uv and of pip; no index is named here: theirs, or the company's, decide."""

from __future__ import annotations

import configparser
import os
import re
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .environment import Settings

_NOT_PASSED = ("PYTHONPATH", "PYTHONHOME", "PYTHONSTARTUP", "VIRTUAL_ENV", "CONDA_PREFIX", "PIP_USER", "PIP_TARGET")
_CREDENTIALS = re.compile(r"(://)[^/@\s]+@")


def without_credentials(text: str) -> str:
    """A text whose addresses show neither user nor password."""
    return _CREDENTIALS.sub(r"\1", text)


def pip_options() -> dict[str, str]:
    """What the company told pip, in its environment or in its files: index, certificates and proxy."""
    found: dict[str, str] = {}
    parser = configparser.RawConfigParser(strict=False)
    try:
        parser.read([str(path) for path in _pip_files()], encoding="utf-8")
    except (configparser.Error, UnicodeDecodeError):
        parser = configparser.RawConfigParser()
    for key in ("index-url", "cert", "proxy"):
        value = parser.get("global", key, fallback="") or parser.get("install", key, fallback="")
        value = os.environ.get("PIP_" + key.upper().replace("-", "_"), value)
        if value:
            found[key] = value.strip()
    return found


def _pip_files() -> list[Path]:
    """Pip's files of settings, those of the computer first, as the last one wins."""
    home = Path.home()
    if sys.platform == "win32":
        program_data = os.environ.get("PROGRAMDATA", r"C:\ProgramData")
        found = [Path(program_data) / "pip" / "pip.ini", Path(os.environ.get("APPDATA", home)) / "pip" / "pip.ini"]
    elif sys.platform == "darwin":
        shared = Path("/Library/Application Support/pip/pip.conf")
        found = [shared, home / "Library/Application Support/pip/pip.conf", home / ".config/pip/pip.conf"]
    else:
        found = [Path("/etc/xdg/pip/pip.conf"), Path("/etc/pip.conf"), home / ".pip/pip.conf"]
        found.append(Path(os.environ.get("XDG_CONFIG_HOME", home / ".config")) / "pip/pip.conf")
    own = os.environ.get("PIP_CONFIG_FILE", "")
    return [*found, Path(own)] if own else found


def _common(settings: Settings) -> dict[str, str]:
    found = {name: value for name, value in os.environ.items() if name.upper() not in _NOT_PASSED}
    if settings.certificates:
        found["SSL_CERT_FILE"] = settings.certificates
    if settings.proxy:
        for name in ("HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy"):
            found[name] = settings.proxy
    return found


def for_uv(settings: Settings, cache: Path) -> Mapping[str, str]:
    """The environment in which uv runs."""
    found = _common(settings)
    company = pip_options()
    index = settings.index_url or company.get("index-url", "")
    if index and (settings.index_url or not {"UV_DEFAULT_INDEX", "UV_INDEX_URL"}.intersection(found)):
        found.pop("UV_INDEX_URL", None)
        found["UV_DEFAULT_INDEX"] = index
    if not settings.certificates and company.get("cert") and "SSL_CERT_FILE" not in found:
        found["SSL_CERT_FILE"] = company["cert"]
    if not settings.proxy and company.get("proxy"):
        found.setdefault("HTTPS_PROXY", company["proxy"])
    if settings.wheels:
        found.update(UV_FIND_LINKS=settings.wheels, UV_NO_INDEX="1")
    if settings.offline:
        found["UV_OFFLINE"] = "1"
    found.update(UV_CACHE_DIR=str(cache), UV_PYTHON_DOWNLOADS="never", UV_NO_PROGRESS="1", NO_COLOR="1")
    found.setdefault("UV_LINK_MODE", "copy" if sys.platform == "win32" else "hardlink")
    return found


def for_pip(settings: Settings) -> Mapping[str, str]:
    """The environment in which pip runs."""
    found = _common(settings)
    found.update(PIP_NO_INPUT="1", PIP_DISABLE_PIP_VERSION_CHECK="1", PIP_USER="0", PYTHONUTF8="1")
    if settings.index_url:
        found["PIP_INDEX_URL"] = settings.index_url
    if settings.certificates:
        found["PIP_CERT"] = settings.certificates
    if settings.proxy:
        found["PIP_PROXY"] = settings.proxy
    if settings.wheels:
        found.update(PIP_FIND_LINKS=settings.wheels, PIP_NO_INDEX="1")
    if settings.offline:
        found["PIP_NO_INDEX"] = "1"
    return found
