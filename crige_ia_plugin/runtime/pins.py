"""Pinned lists of packages: exact versions with their digests, the way pip and uv read them, without addresses."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .problems import Code, RuntimeProblem
from .versions import normal_name

_PIN = re.compile(
    r"(?P<name>[A-Za-z0-9][A-Za-z0-9._-]*)(?:\[[A-Za-z0-9._,\s-]*\])?\s*==\s*(?P<version>[A-Za-z0-9.+!_-]+)\s*"
    r"(?:;(?P<marker>[A-Za-z0-9_.'\"<>=!~()\s+*,-]+?))?(?P<digests>(?:\s+--hash=sha(?:256|384|512):[0-9a-f]{64,128})+)\s*\Z"
)
_SIZE = re.compile(r"#\s*size:\s*(\d+)\s*\Z")


@dataclass(frozen=True)
class Pin:
    """One package of a list, and where it is needed."""

    name: str
    version: str
    marker: str = ""


def read(data: bytes, file: str = "") -> list[Pin]:
    """Read a list; every line must be pinned and have its digests: no address and no option can hide in it.

    Raises:
        RuntimeProblem: LOCK_FORM, with the line.
    """
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        raise RuntimeProblem(Code.LOCK_FORM, file, 1, text="UTF-8") from None
    found, pending, first = [], "", 0
    for number, line in enumerate(text.split("\n"), 1):
        bare = re.sub(r"(^|\s)#.*", "", line).strip()
        if not pending:
            first = number
        pending += " " + bare.rstrip("\\").strip()
        if bare.endswith("\\"):
            continue
        if pending.strip():
            match = _PIN.match(pending.strip())
            if not match:
                raise RuntimeProblem(Code.LOCK_FORM, file, first, text=pending.strip()[:80])
            found.append(Pin(normal_name(match["name"]), match["version"], (match["marker"] or "").strip()))
        pending = ""
    if pending.strip():
        raise RuntimeProblem(Code.LOCK_FORM, file, first, text=pending.strip()[:80])
    return found


def stated_size(data: bytes) -> int | None:
    """Bytes to download, where the list says so in a comment ``# size: 25000000``."""
    for line in data.decode("utf-8", "replace").splitlines():
        found = _SIZE.match(line)
        if found:
            return int(found[1])
    return None
