"""A shared script's own description, read without running it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from typing import Any

from . import parameters, toml, values
from .parameters import Parameter, Type
from .problems import Code, RuntimeProblem
from .tables import Texts, expect, text_of, texts_of
from .versions import requirement, specifiers

FORMAT = 1
"""Version of the format of ``[tool.iageo]`` read here."""
MAX_BYTES = 2 << 20
LOCK_SUFFIX = ".lock.txt"
_OPENING = re.compile(r"# /// ([a-zA-Z0-9-]+)[ \t]*\Z")
_ID = r"[a-z][a-z0-9_]{0,59}"
_VERSION = r"\d+(\.\d+){0,3}([abc.+-][a-z0-9.+-]{0,20})?"
_KEYS = frozenset(
    (
        *("format", "id", "version", "title", "help", "group", "license", "publisher", "url", "tags", "network"),
        *("ram_mib", "parameters", "sample"),
    )
)


class Runner(str, Enum):
    """What runs a program; the value is that of ``iageo:run.runner`` in its record."""

    SCRIPT = "script"
    """A Python of its own."""
    NOTEBOOK = "notebook"
    """A Python of its own, cell by cell."""
    MODEL = "model3"
    """QGIS: a chain of algorithms."""
    PROCESSING_SCRIPT = "processing-script"
    """QGIS's own Python."""

    @property
    def is_inside(self) -> bool:
        """Whether it runs inside QGIS, where nothing keeps it apart."""
        return self in (Runner.MODEL, Runner.PROCESSING_SCRIPT)


@dataclass(frozen=True)
class Script:
    """A shared script, or another program that one agrees to before it runs.

    Attributes:
        id: Identifier, ``[a-z][a-z0-9_]*``.
        version: Its version.
        titles: Title by language.
        helps: Help by language; may be empty.
        group: Group of the toolbox.
        publisher: Who publishes it, as the script says; nothing vouches for it.
        license: Its licence, as the script says.
        url: Where it is maintained, as the script says.
        tags: Words to find it by.
        network: Whether it says that it needs the network while running.
        ram_mib: Memory that an ordinary run needs, as the script says; 0 when it does not.
        requires_python: Conditions on Python's version, such as ``>=3.9``.
        dependencies: Packages it needs, as written.
        parameters: What it asks for and what it makes, in the order of the declaration.
        sample: Values of a run on its sample, paths being relative to the script's folder.
        source: Its bytes: those that run.
        lock: Its pinned list of packages; empty when there is none.
        path: Where it was read; None when it was given as bytes.
        name: Name of its file.
        runner: What runs it; what runs inside QGIS describes nothing but its name here.
        shown: What one reads before agreeing, where that is not its source.
    """

    id: str
    version: str
    titles: Texts
    helps: Texts
    group: str
    publisher: str
    license: str
    url: str
    tags: tuple[str, ...]
    network: bool
    ram_mib: int
    requires_python: str
    dependencies: tuple[str, ...]
    parameters: tuple[Parameter, ...]
    sample: Mapping[str, Any]
    source: bytes = field(repr=False)
    lock: bytes = field(default=b"", repr=False)
    path: Path | None = None
    name: str = "script.py"
    runner: Runner = Runner.SCRIPT
    shown: str = field(default="", repr=False, compare=False)

    @property
    def sha256(self) -> str:
        """SHA-256 of its source, in hexadecimal."""
        return hashlib.sha256(self.source).hexdigest()

    @property
    def digest(self) -> str:
        """SHA-256 of all that decides what runs: its source, its pinned list and, for other programs, their runner."""
        runner = b"" if self.runner is Runner.SCRIPT else b"runner %s\n" % self.runner.value.encode()
        return hashlib.sha256(
            b"%ssource %d\n%s\nlock %d\n%s" % (runner, len(self.source), self.source, len(self.lock), self.lock)
        ).hexdigest()

    @property
    def inputs(self) -> tuple[Parameter, ...]:
        """The parameters it reads."""
        return tuple(parameter for parameter in self.parameters if not parameter.is_output)

    @property
    def outputs(self) -> tuple[Parameter, ...]:
        """The parameters it makes."""
        return tuple(parameter for parameter in self.parameters if parameter.is_output)

    def parameter(self, name: str) -> Parameter:
        """The parameter of that name.

        Raises:
            RuntimeProblem: PARAMETER_UNKNOWN.
        """
        for parameter in self.parameters:
            if parameter.name == name:
                return parameter
        known = ", ".join(parameter.name for parameter in self.parameters)
        raise RuntimeProblem(Code.PARAMETER_UNKNOWN, name=name, known=known)

    def title(self, language: str) -> str:
        """Its title for a reader of that language."""
        return text_of(self.titles, language)

    def help(self, language: str) -> str:
        """Its help for a reader of that language; may be empty."""
        return text_of(self.helps, language)


def lock_path(path: Path) -> Path:
    """Where a script's pinned list of packages lies: ``treecrowns.py`` → ``treecrowns.lock.txt``."""
    return path.with_name(path.stem + LOCK_SUFFIX)


def read(source: Path | str | bytes, name: str = "", lock: bytes | None = None) -> Script:
    """Read a script's description; the script is not run.

    Args:
        source: Path of the file, or its bytes.
        name: Name of the file, for problems; by default that of the path.
        lock: Its pinned list of packages; by default what lies beside the file.

    Raises:
        RuntimeProblem: It cannot be read or its description is not well formed, with file and line.
    """
    path = None if isinstance(source, bytes) else Path(source)
    name = name or (path.name if path else "script.py")
    try:
        data = bytes_of(path) if path else bytes(source)  # type: ignore[arg-type]
        if lock is None:
            lock = bytes_of(lock_path(path)) if path and lock_path(path).is_file() else b""
        return _described(data, lock, path, name)
    except RuntimeProblem as problem:
        raise problem.at(str(path or name)) from None


def bytes_of(path: Path, limit: int = MAX_BYTES) -> bytes:
    """Bytes of a program.

    Args:
        path: Its file.
        limit: Bytes that it may have.

    Raises:
        RuntimeProblem: READ_FAILED or SCRIPT_TOO_LARGE.
    """
    try:
        with path.open("rb") as stream:
            data = stream.read(limit + 1)
    except OSError as error:
        raise RuntimeProblem(Code.READ_FAILED, str(path), reason=error.strerror or str(error)) from None
    if len(data) > limit:
        raise RuntimeProblem(Code.SCRIPT_TOO_LARGE, str(path), limit=limit)
    return data


def metadata(data: bytes) -> tuple[dict[str, Any], str, int]:
    """Find and decode the ``# /// script`` block.

    Returns:
        Its tables, its text, and the line of the file that comes before its first.

    Raises:
        RuntimeProblem: BLOCK_…, NOT_UTF8, SCRIPT_TOO_LARGE or TOML_INVALID.
    """
    if len(data) > MAX_BYTES:
        raise RuntimeProblem(Code.SCRIPT_TOO_LARGE, limit=MAX_BYTES)
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise RuntimeProblem(Code.NOT_UTF8, line=data.count(b"\n", 0, error.start) + 1) from None
    content, first = _block(text.split("\n"))
    try:
        return toml.loads(content), content, first
    except toml.TomlError as error:
        raise RuntimeProblem(Code.TOML_INVALID, line=first + error.line, reason=error.reason) from None


def _block(lines: list[str]) -> tuple[str, int]:
    """Text of the one block, and how many lines of the file come before it."""
    found: tuple[str, int] | None = None
    number = 0
    while number < len(lines):
        opening = _OPENING.match(lines[number])
        number += 1
        if not opening:
            continue
        end = number
        while end < len(lines) and (lines[end] == "#" or lines[end].startswith("# ")):
            end += 1
        closings = [at for at in range(number, end) if lines[at].rstrip() == "# ///"]
        if opening[1] == "script":
            if not closings:
                raise RuntimeProblem(Code.BLOCK_OPEN, line=number)
            if found:
                raise RuntimeProblem(Code.BLOCK_TWICE, line=number)
            found = "\n".join(line[2:] for line in lines[number : closings[-1]]), number
        if closings:
            number = closings[-1] + 1
    if not found:
        raise RuntimeProblem(Code.BLOCK_MISSING)
    return found


def _described(data: bytes, lock: bytes, path: Path | None, name: str) -> Script:
    tables, text, first = metadata(data)
    places = _Places(text, first)
    try:
        tool = tables.get("tool")
        section = tool.get("iageo") if isinstance(tool, Mapping) else None
        if not isinstance(section, Mapping):
            raise RuntimeProblem(Code.SECTION_MISSING)
        if section.get("format") != FORMAT or isinstance(section.get("format"), bool):
            raise RuntimeProblem(Code.FORMAT_UNKNOWN, key="format", found=section.get("format"), known=FORMAT)
        for key in section:
            if key not in _KEYS:
                raise RuntimeProblem(Code.KEY_UNKNOWN, key=key, known=", ".join(sorted(_KEYS)))
        return Script(
            id=expect(section, "id", str, form=_ID, shown="[a-z][a-z0-9_]*"),
            version=expect(section, "version", str, form=_VERSION, shown="1.0.0"),
            titles=texts_of(section, "title"),
            helps=texts_of(section, "help", required=False),
            group=expect(section, "group", str, "", form=r"[a-z0-9_-]{1,40}", shown="lower_snake"),
            publisher=expect(section, "publisher", str, ""),
            license=expect(section, "license", str, ""),
            url=expect(section, "url", str, ""),
            tags=_tags(section),
            network=expect(section, "network", bool, False),
            ram_mib=_memory(section),
            requires_python=_python(tables),
            dependencies=_dependencies(tables),
            parameters=_parameters(section, places),
            sample=expect(section, "sample", dict, {}),
            source=data,
            lock=lock,
            path=path,
            name=name,
        )
    except RuntimeProblem as problem:
        key = problem.params.get("key", "")
        raise problem.at("", places.of_key(str(key)) if key else first) from None


def _tags(section: Mapping[str, Any]) -> tuple[str, ...]:
    found = expect(section, "tags", list, [])
    if not all(isinstance(tag, str) for tag in found):
        raise RuntimeProblem(Code.KEY_TYPE, key="tags", expected="text")
    return tuple(found)


def _memory(section: Mapping[str, Any]) -> int:
    found: int = expect(section, "ram_mib", int, 0)
    if found < 0:
        raise RuntimeProblem(Code.KEY_FORM, key="ram_mib", expected="integer")
    return found


def _python(tables: Mapping[str, Any]) -> str:
    text: str = expect(tables, "requires-python", str, "")
    if specifiers(text) is None:
        raise RuntimeProblem(Code.KEY_FORM, key="requires-python", expected=">=3.9")
    return text


def _dependencies(tables: Mapping[str, Any]) -> tuple[str, ...]:
    found = expect(tables, "dependencies", list, [])
    for text in found:
        if not isinstance(text, str) or requirement(text) is None:
            raise RuntimeProblem(Code.DEPENDENCY_FORM, key="dependencies", value=str(text)[:100])
    return tuple(found)


def _parameters(section: Mapping[str, Any], places: _Places) -> tuple[Parameter, ...]:
    found: dict[str, Parameter] = {}
    for number, table in enumerate(expect(section, "parameters", list, [])):
        line = places.of_parameter(number)
        if not isinstance(table, Mapping):
            raise RuntimeProblem(Code.KEY_TYPE, line=line, key="parameters", expected="table")
        try:
            parameter = parameters.parse(table, line)
        except RuntimeProblem as problem:
            raise problem.at("", line) from None
        if parameter.name in found:
            raise RuntimeProblem(Code.NAME_TWICE, line=line, name=parameter.name)
        found[parameter.name] = parameter
    for parameter in found.values():
        _check_whole(parameter, found)
    return tuple(found.values())


def _check_whole(parameter: Parameter, all_: Mapping[str, Parameter]) -> None:
    """Check what depends on the other parameters, and the default against the parameter's own rules."""
    wanted = (Type.VECTOR, Type.RASTER) if parameter.type is not Type.FIELD else (Type.VECTOR,)
    missing_parent = parameter.type is Type.FIELD and not parameter.parent
    if missing_parent:
        raise RuntimeProblem(Code.KEY_MISSING, line=parameter.line, key="parent", parameter=parameter.name)
    if parameter.parent and (parameter.parent not in all_ or all_[parameter.parent].type not in wanted):
        raise RuntimeProblem(Code.PARENT_UNKNOWN, line=parameter.line, name=parameter.parent, parameter=parameter.name)
    if parameter.default is not None:
        try:
            values.check(parameter, parameter.default)
        except RuntimeProblem as problem:
            raise problem.at("", parameter.line) from None


class _Places:
    """Where things stand in the file, found by their text: decoders tell no lines."""

    def __init__(self, text: str, first: int) -> None:
        self._lines = text.split("\n")
        self._first = first
        self._headers = [
            number
            for number, line in enumerate(self._lines)
            if re.match(r"\s*\[\[\s*tool\s*\.\s*iageo\s*\.\s*parameters\s*\]\]", line)
        ]

    def of_parameter(self, number: int) -> int:
        """Line of the n-th parameter's table; that of the block when they are written in another way."""
        return self._first + 1 + self._headers[number] if number < len(self._headers) else self._first

    def of_key(self, key: str) -> int:
        """Line of a key outside the parameters; that of the block when it is not there."""
        last = self._headers[0] if self._headers else len(self._lines)
        for number, line in enumerate(self._lines[:last]):
            if re.match(rf"\s*\"?{re.escape(key)}\"?\s*=", line):
                return self._first + 1 + number
        return self._first
