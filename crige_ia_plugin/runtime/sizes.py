"""How much would be downloaded for an environment: asked of the index through uv, before anything is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from . import pins
from .listener import Cancellable
from .tools import call
from .versions import Requirement

_PACKAGE = re.compile(r'\[\[packages\]\]\s*\nname = "([^"]+)"\s*\nversion = "([^"]+)"(.*?)(?=\n\[\[|\Z)', re.DOTALL)
_WHEEL = re.compile(r'\burl = "[^"]+\.whl"[^}]*?\bsize = (\d+)')


@dataclass(frozen=True)
class Download:
    """One package to download, its version (or conditions), and its size in bytes; None when unknown."""

    name: str
    version: str = ""
    size: int | None = None


def unmeasured(list_: bytes, markers: Mapping[str, str]) -> list[Download]:
    """The packages of a pinned list that this computer needs, whose sizes are unknown."""
    if not list_:
        return []
    nothing: dict[str, str] = {}
    found = pins.read(list_)
    return [
        Download(pin.name, pin.version)
        for pin in found
        if not Requirement(pin.name, marker=pin.marker).is_met(nothing, markers)
    ]


def ask(
    uv: str, python: str, wanted: str, environment: Mapping[str, str], folder: Path, monitor: Cancellable
) -> list[Download]:
    """Ask the index which files would be taken, and how big they are.

    Args:
        uv: Where uv is.
        python: The interpreter they are for.
        wanted: Requirements, one a line.
        environment: That of uv.
        folder: Where uv runs.
        monitor: Who may stop it.

    Raises:
        RuntimeProblem: CANCELLED, or the index could not be asked.
    """
    words = [
        "pip",
        "compile",
        "--quiet",
        "--format",
        "pylock.toml",
        "--no-header",
        "--no-build",
        "--python",
        python,
        "-",
    ]
    return _read(call([uv, *words], folder, environment, monitor, wanted + "\n"))


def _read(text: str) -> list[Download]:
    """Read uv's answer: the first file of each package is the one it would take."""
    found = []
    for name, version, files in _PACKAGE.findall(text):
        wheel = _WHEEL.search(files)
        found.append(Download(name, version, int(wheel[1]) if wheel else None))
    return found
