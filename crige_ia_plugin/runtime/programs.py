"""Whatever kind of program a catalogue gives, read without running it: its kind, and what an agreement is about."""

from __future__ import annotations

import re
from pathlib import Path, PurePath

from . import notebook, script
from .names import identifier
from .problems import Code, RuntimeProblem
from .script import Runner, Script

SUFFIXES = (".py", ".model3", ".ipynb")
"""Endings of the files that can be a program."""

_MODEL = re.compile(r"\s*(<\?xml[^>]*>\s*)?(<!DOCTYPE model>\s*)?<Option\b")
_PROCESSING = re.compile(r"^class\s+\w+\s*\([^)]*Algorithm\b|^@alg\b", re.MULTILINE)


def read(path: Path, name: str = "", lock: bytes | None = None) -> Script:
    """Read a program of any kind; nothing of it is run.

    A Python file that describes itself as a shared script is one; without a description, it is a script of QGIS's
    Processing when it defines an algorithm.

    Args:
        path: The file.
        name: Its name in its resource; by default that of the path.
        lock: Pinned list of a shared script's or a notebook's packages; by default what lies beside the file.

    Raises:
        RuntimeProblem: It cannot be read, is of no known kind, or is not well formed.
    """
    name = name or path.name
    if name.lower().endswith(".model3"):
        return _model(path, name)
    if name.lower().endswith(".ipynb"):
        return notebook.read(path, name, lock)
    try:
        return script.read(path, name, lock)
    except RuntimeProblem as problem:
        if problem.code is not Code.BLOCK_MISSING:
            raise
        data = script.bytes_of(path)
        if not _PROCESSING.search(data.decode("utf-8-sig").replace("\r\n", "\n")):
            raise
        return _plain(data, path, name, Runner.PROCESSING_SCRIPT)


def _model(path: Path, name: str) -> Script:
    """Read a model; what QGIS would have to expand is refused before QGIS sees it."""
    data = script.bytes_of(path)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = ""
    if not _MODEL.match(text) or "<!ENTITY" in text or "\0" in text:
        raise RuntimeProblem(Code.MODEL_INVALID, name)
    return _plain(data, path, name, Runner.MODEL)


def _plain(data: bytes, path: Path, name: str, runner: Runner) -> Script:
    """What an agreement needs to know of a program that QGIS itself runs: its bytes, and a name."""
    return Script(
        id=identifier(name),
        version="",
        titles={"en": PurePath(name).stem},
        helps={},
        group="",
        publisher="",
        license="",
        url="",
        tags=(),
        network=False,
        ram_mib=0,
        requires_python="",
        dependencies=(),
        parameters=(),
        sample={},
        source=data,
        path=path,
        name=name,
        runner=runner,
    )
