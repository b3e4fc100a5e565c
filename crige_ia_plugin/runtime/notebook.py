"""Notebooks: one becomes a shared script, which asks for its ``parameters`` and runs it in an environment of its own.

The script that it becomes holds the notebook, less its outputs, and the few lines that run it: an agreement is about
both. Nothing is run to find out what the notebook asks for.
"""

from __future__ import annotations

import ast
import base64
import json
import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path, PurePath
from typing import Any

from ..paths import RESOURCES
from . import script
from .names import identifier
from .problems import Code, RuntimeProblem
from .script import Runner, Script

RUNNER = RESOURCES / "scripts" / "runners" / "notebook.py"
"""What runs a notebook, in its environment."""
NEEDS = ("nbclient>=0.6", "ipykernel>=6")
OUTPUT = "executed_notebook"
MAX_BYTES = 32 << 20
"""Of a notebook with its outputs; without them, it must fit in a script."""

_TYPES = {bool: "boolean", int: "integer", float: "number", str: "text"}
_TAKEN = frozenset(("boolean", "integer", "number", "distance", "text", "choice", "crs"))
"""Types whose default may come from the cell: a path there is that of its author's computer."""
_ELSEWHERE = ("dependencies", "requires-python", "parameters")
"""Keys of the metadata that are not written as they are."""
_NAME = re.compile(r"[a-z][a-z0-9_]{0,59}\Z")
_HEADING = re.compile(r"^#\s+(.+)$", re.MULTILINE)


def read(path: Path, name: str, lock: bytes | None = None) -> Script:
    """Read a notebook as the shared script that runs it.

    Args:
        path: The file.
        name: Its name in its resource.
        lock: Pinned list of its packages; by default what lies beside the file.

    Raises:
        RuntimeProblem: It cannot be read, is no Python notebook, or describes itself badly.
    """
    data = script.bytes_of(path, MAX_BYTES)
    if lock is None:
        beside = script.lock_path(path)
        lock = script.bytes_of(beside) if beside.is_file() else b""
    try:
        content = _content(data)
        section = content["metadata"].get("iageo", {})
        if not isinstance(section, Mapping):
            raise RuntimeProblem(Code.KEY_TYPE, key="iageo", expected="table")
        source = _source(content, section, name)
        made = script.read(source, name, lock)
    except RuntimeProblem as problem:  # lines are those of the script, which its author never saw
        raise RuntimeProblem(problem.code, name, 0, **dict(problem.params)) from None
    return replace(made, runner=Runner.NOTEBOOK, path=path, shown=_text(content))


def _content(data: bytes) -> dict[str, Any]:
    """Decode a notebook, and leave its outputs out."""
    try:
        content = json.loads(data.decode("utf-8-sig"))
        cells = [_cell(cell) for cell in content["cells"]]
        metadata = content["metadata"]
        language = metadata.get("kernelspec", {}).get("language") or metadata.get("language_info", {}).get("name")
        if content["nbformat"] != 4 or str(language or "python").lower() != "python":
            raise ValueError
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise RuntimeProblem(Code.NOTEBOOK_INVALID) from None
    return {**content, "cells": cells}


def _cell(cell: Mapping[str, Any]) -> dict[str, Any]:
    source = cell["source"]
    text = source if isinstance(source, str) else "".join(source)
    metadata = dict(cell.get("metadata", {}))
    if not isinstance(metadata.get("tags", []), list):
        del metadata["tags"]
    bare: dict[str, Any] = {**cell, "source": text, "metadata": metadata}
    if bare["cell_type"] == "code":
        bare.update(outputs=[], execution_count=None)
    return bare


def _source(content: Mapping[str, Any], section: Mapping[str, Any], name: str) -> bytes:
    """Write the script."""
    found = {variable.lower(): (variable, value, said) for variable, value, said in _assignments(content["cells"])}
    tables = _tables(section, found)
    variables = {
        table["name"]: [found.get(str(table["name"]), (table["name"],))[0], table.get("type"), _is_list(table)]
        for table in tables
    }
    own = {"name": OUTPUT, "type": "file-out", "extension": "ipynb", "title": _OUTPUT_TITLES}
    embedded = json.dumps({"notebook": content, "variables": variables}, sort_keys=True).encode()
    head = {key: value for key, value in section.items() if key not in _ELSEWHERE}
    head = {
        "format": script.FORMAT,
        "id": identifier(name),
        "version": "1.0.0",
        "title": _title(content, name),
        **head,
    }
    lines = [
        f"requires-python = {_toml(section.get('requires-python', '>=3.9'))}",
        f"dependencies = {_toml([*_list(section, 'dependencies'), *NEEDS])}",
        "[tool.iageo]",
        *(f"{_toml(key)} = {_toml(value)}" for key, value in head.items()),
    ]
    for table in (*tables, own):
        lines += ["[[tool.iageo.parameters]]", *(f"{_toml(key)} = {_toml(value)}" for key, value in table.items())]
    block = "\n".join(("# /// script", *(f"# {line}" for line in lines), "# ///"))
    call = f'if __name__ == "__main__":\n    sys.exit(main("{base64.b64encode(embedded).decode()}"))\n'
    try:
        return f"{block}\n{RUNNER.read_text(encoding='utf-8')}\n\n{call}".encode()
    except UnicodeEncodeError:
        raise RuntimeProblem(Code.NOTEBOOK_INVALID) from None


_OUTPUT_TITLES = {"fr": "Notebook exécuté", "en": "Executed notebook"}


def _tables(section: Mapping[str, Any], found: Mapping[str, tuple[str, Any, str]]) -> list[dict[str, Any]]:
    """Declarations of the parameters: those of the notebook's metadata, then what its cell alone tells."""
    declared: list[dict[str, Any]] = []
    for table in _list(section, "parameters"):
        if not isinstance(table, Mapping) or not isinstance(table.get("name"), str):
            raise RuntimeProblem(Code.KEY_MISSING, key="name")
        variable, value, said = found.get(table["name"], (table["name"], None, ""))
        made = {"title": said or variable, **table}
        if value not in (None, "") and made.get("type") in _TAKEN and not _is_list(made):
            whole = made["type"] in ("number", "distance") and type(value) is int
            made.setdefault("default", float(value) if whole else value)
        declared.append(made)
    names = {table["name"] for table in declared}
    for name, (variable, value, said) in found.items():
        if name not in names:
            default = {"optional": True} if value == "" else {"default": value}
            declared.append({"name": name, "type": _TYPES[type(value)], "title": said or variable, **default})
    return declared


def _assignments(cells: list[dict[str, Any]]) -> Iterator[tuple[str, Any, str]]:
    """Variables that the cell tagged ``parameters`` sets to a number, a text, true or false; and their comments."""
    for cell in cells:
        if cell["cell_type"] != "code" or "parameters" not in cell["metadata"].get("tags", ()):
            continue
        try:
            tree = ast.parse(cell["source"])
        except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
            text = str(getattr(error, "text", "") or "").strip()[:100]
            raise RuntimeProblem(Code.NOTEBOOK_PARAMETERS, text=text) from None
        lines = cell["source"].split("\n")
        for node in tree.body:
            target = node.targets[0] if isinstance(node, ast.Assign) and len(node.targets) == 1 else None
            target = node.target if isinstance(node, ast.AnnAssign) else target
            if not isinstance(target, ast.Name) or not _NAME.match(target.id.lower()):
                continue
            try:
                value = ast.literal_eval(node.value)
            except (ValueError, TypeError, SyntaxError, RecursionError, MemoryError):
                continue  # computed: the notebook's own business
            if type(value) in _TYPES and not (isinstance(value, float) and not math.isfinite(value)):
                yield target.id, value, _comment(lines[(node.end_lineno or node.lineno) - 1])


def _comment(line: str) -> str:
    """What is said of a variable at the end of its line; a ``#`` in a text is no comment."""
    found = re.search(r"#\s*([^#'\"]+)\Z", line)
    return found[1].strip() if found else ""


def _title(content: Mapping[str, Any], name: str) -> str:
    """Title of a notebook that tells none: its first heading, or the name of its file."""
    for cell in content["cells"]:
        heading = _HEADING.search(cell["source"]) if cell["cell_type"] == "markdown" else None
        if heading:
            return heading[1].strip()[:200]
    return PurePath(name).stem


def _text(content: Mapping[str, Any]) -> str:
    """A notebook as Python, to be read before one agrees: text as comments, then each cell of code."""
    parts = []
    for cell in content["cells"]:
        if cell["cell_type"] == "code":
            parts.append(f"# %%\n{cell['source']}")
        elif cell["source"].strip():
            parts.append("\n".join(f"# {line}".rstrip() for line in cell["source"].split("\n")))
    return "\n\n".join(parts) + "\n"


def _is_list(table: Mapping[str, Any]) -> bool:
    return bool(table.get("multiple")) or table.get("type") == "vectors"


def _list(section: Mapping[str, Any], key: str) -> list[Any]:
    found = section.get(key, [])
    if not isinstance(found, list):
        raise RuntimeProblem(Code.KEY_TYPE, key=key, expected="list")
    return found


def _toml(value: Any) -> str:
    """A value as TOML, on one line."""
    if isinstance(value, (bool, str)):
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007F")
    if isinstance(value, (int, float)) and math.isfinite(value):
        return repr(value)
    if isinstance(value, list):
        return f"[{', '.join(map(_toml, value))}]"
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{_toml(str(key))} = {_toml(one)}" for key, one in value.items()) + "}"
    raise RuntimeProblem(Code.NOTEBOOK_INVALID)
