"""Versions and requirements of Python packages, as far as a script's metadata uses them (PEP 440, PEP 508)."""

from __future__ import annotations

import operator
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Callable

_VERSION = re.compile(
    r"v?(?:\d+!)?(?P<release>\d+(?:\.\d+)*)"
    r"(?:[-_.]?(?P<pre>a|b|c|rc|alpha|beta|pre|preview)[-_.]?(?P<pre_n>\d*))?"
    r"(?:-(?P<post_bare>\d+)|[-_.]?(?P<post>post|rev|r)[-_.]?(?P<post_n>\d*))?"
    r"(?:[-_.]?(?P<dev>dev)[-_.]?(?P<dev_n>\d*))?(?:\+[a-z0-9]+(?:[-_.][a-z0-9]+)*)?\Z",
    re.IGNORECASE,
)
_STAGES = {"a": 0, "alpha": 0, "b": 1, "beta": 1, "c": 2, "rc": 2, "pre": 2, "preview": 2}
_FINAL = 3
_NO_DEV = 1 << 30  # after every development release
_SPECIFIER = re.compile(r"\s*(~=|==|!=|<=|>=|<|>)\s*(\d[A-Za-z0-9.+!_-]*?)(\.\*)?\s*\Z")
_REQUIREMENT = re.compile(
    r"\s*(?P<name>[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)\s*(?:\[(?P<extras>[A-Za-z0-9._,\s-]*)\])?\s*"
    r"(?:\((?P<inner>[^()]*)\)|(?P<bare>[^;()]*))\s*(?:;(?P<marker>.*))?\Z"
)
_CLAUSE = re.compile(r"\s*([a-z_]+)\s*(~=|==|!=|<=|>=|<|>)\s*(?:'([^']*)'|\"([^\"]*)\")\s*\Z")
_COMPARE: dict[str, Callable[[Any, Any], bool]] = {
    "==": operator.eq,
    "!=": operator.ne,
    "<=": operator.le,
    ">=": operator.ge,
    "<": operator.lt,
    ">": operator.gt,
}

Key = tuple[tuple[int, ...], int, int, int, int]


def normal_name(name: str) -> str:
    """A package's name as it is compared: ``Scikit_Image`` → ``scikit-image``."""
    return re.sub(r"[-_.]+", "-", name).lower()


def version_key(text: str) -> Key | None:
    """What orders versions; None when the text is not one. Epochs and local labels do not count."""
    found = _VERSION.match(text.strip())
    if not found:
        return None
    release = tuple(int(part) for part in found["release"].split("."))
    while len(release) > 1 and release[-1] == 0:
        release = release[:-1]
    stage, number = _FINAL, 0
    if found["pre"]:
        stage, number = _STAGES[found["pre"].lower()], int(found["pre_n"] or 0)
    elif found["dev"] and not (found["post"] or found["post_bare"]):
        stage = -1  # 1.0.dev1 comes before 1.0a1
    post = int(found["post_bare"] or found["post_n"] or 0) if found["post"] or found["post_bare"] else -1
    dev = int(found["dev_n"] or 0) if found["dev"] else _NO_DEV
    return release, stage, number, post, dev


def _is_early(found: Key, wanted: Key) -> bool:
    """Whether one is a pre-release or a development release of the other, which is neither."""
    if found[0] != wanted[0] or wanted[1] < _FINAL or wanted[4] < _NO_DEV:
        return False
    return wanted[3] < 0 if found[1] < _FINAL else found[3] == wanted[3] and found[4] < _NO_DEV


def _is_post(found: Key, wanted: Key) -> bool:
    """Whether one is a post-release of the other, which is none."""
    return found[:3] == wanted[:3] and found[3] >= 0 > wanted[3]


@dataclass(frozen=True)
class Specifier:
    """One condition on a version, such as ``>=0.22``."""

    operator: str
    version: str
    any_after: bool = False  # it ended with .*

    def accepts(self, version: str) -> bool:
        """Whether a version meets it."""
        found, wanted = version_key(version), version_key(self.version)
        if found is None or wanted is None:
            return False
        if self.any_after or self.operator == "~=":
            parts = [int(part) for part in re.split(r"[^0-9.]", self.version)[0].strip(".").split(".")]
            stem = parts if self.any_after else parts[:-1]
            same = (list(found[0]) + [0] * len(stem))[: len(stem)] == stem
            if self.operator == "~=":
                return same and found >= wanted
            return same is (self.operator == "==")
        left_out = {"<": _is_early, ">": _is_post}.get(self.operator)
        if left_out is not None and left_out(found, wanted):
            return False  # "<1.0" leaves out the pre-releases of 1.0, ">1.0" its post-releases
        return _COMPARE[self.operator](found, wanted)


def specifiers(text: str) -> tuple[Specifier, ...] | None:
    """Read ``>=3.9,<4``; None when it is not well formed."""
    found = []
    for part in filter(str.strip, text.split(",")):
        match = _SPECIFIER.match(part)
        if not match or version_key(match[2]) is None or (match[3] and match[1] not in ("==", "!=")):
            return None
        if match[1] == "~=" and "." not in match[2]:
            return None
        found.append(Specifier(match[1], match[2], bool(match[3])))
    return tuple(found)


def accepts(text: str, version: str) -> bool:
    """Whether a version meets every condition of ``>=3.9,<4``; False when that is not well formed."""
    conditions = specifiers(text)
    return conditions is not None and all(condition.accepts(version) for condition in conditions)


@dataclass(frozen=True)
class Requirement:
    """A package that a script needs.

    Attributes:
        name: Its normal name.
        conditions: What its version must meet, as written.
        extras: Options of the package, as written.
        marker: Where it is needed, as written; empty for everywhere.
    """

    name: str
    conditions: str = ""
    extras: str = ""
    marker: str = ""

    def is_met(self, versions: Mapping[str, str], environment: Mapping[str, str]) -> bool:
        """Whether what is installed serves; no when that cannot be told.

        Args:
            versions: Version by normal name, of what is installed with the extras asked for.
            environment: Values of the marker's variables.
        """
        needed = _marker_holds(self.marker, environment)
        if needed is False:
            return True
        installed = versions.get(self.name)
        return needed is True and installed is not None and accepts(self.conditions, installed)

    @property
    def with_extras(self) -> str:
        """Its name and extras: ``laspy[lazrs]``."""
        return f"{self.name}[{self.extras}]" if self.extras else self.name


def requirement(text: str) -> Requirement | None:
    """Read a dependency; None when it is not a name with conditions (an address or an option is refused)."""
    found = _REQUIREMENT.match(text)
    if not found:
        return None
    conditions = (found["inner"] if found["inner"] is not None else found["bare"]).strip()
    if specifiers(conditions) is None:
        return None
    marker = (found["marker"] or "").strip()
    if found["marker"] is not None and (not marker or not re.match(r"[A-Za-z0-9_.'\"<>=!~()\s+*-]+\Z", marker)):
        return None
    return Requirement(normal_name(found["name"]), conditions, (found["extras"] or "").strip(), marker)


def _marker_holds(marker: str, environment: Mapping[str, str]) -> bool | None:
    """Whether a marker is true; None when it is of a kind not read here (parentheses, ``in``, ``extra``)."""
    if not marker:
        return True
    result = False
    for alternative in re.split(r"\s+or\s+", marker):
        every = True
        for clause in re.split(r"\s+and\s+", alternative):
            found = _CLAUSE.match(clause)
            if not found or found[1] not in environment:
                return None
            value = found[3] if found[3] is not None else found[4]
            if found[1] in ("python_version", "python_full_version"):
                holds = accepts(found[2] + value, environment[found[1]])
            elif found[2] in ("==", "!="):
                holds = _COMPARE[found[2]](environment[found[1]], value)
            else:
                return None
            every = every and holds
        result = result or every
    return result
