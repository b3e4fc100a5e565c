"""Check that the package speaks a Qt that both Qt 5 and Qt 6 understand.

``qt6_names.py PATH…`` reads Python files without running them. Every name imported from ``qgis.PyQt``, and
every chain that starts at one (``Qt.ItemDataRole.UserRole``), must resolve under PyQt6, where enums are
scoped, and under PyQt5 where that is installed. No package of QGIS 4 is needed. Refused as well: imports of a
binding itself, star imports, ``exec_()``, enums taken through ``self``, and what an enum of only one of the
two versions can do (``.value``, ``int(…)``, sums).

A line of ``compat.py`` that ends in ``# qt5-only: reason`` is let through: it stands behind a version test.
What a call accepts and what an object's methods are called is beyond such a reading: tests under PyQt6 tell.
"""

from __future__ import annotations

import ast
import enum
import importlib
import sys
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

BINDINGS = ("PyQt6", "PyQt5")
DIRECT = {"PyQt5", "PyQt6", "PySide2", "PySide6", "sip"}
GATE = "qgis.PyQt"
RENAMED = {"exec_": "exec", "print_": "print"}
MARKER = "# qt5-only: "
MARKED_FILE = "compat.py"
PATCHED = {("PyQt6", "QtWidgets", "QAction"): "QtGui"}
"""What qgis.PyQt puts into a module of its own accord: QGIS 4 keeps QAction where Qt 5 had it."""
HINTS = {"NULL": "take it from qgis.core", "QAction": "import it from QtWidgets, where every QGIS has it"}
SEARCHED = ("QtCore", "QtGui", "QtWidgets", "QtNetwork", "QtSvg", "QtSvgWidgets", "QtXml")

MISSING = object()


@dataclass(frozen=True, order=True)
class Finding:
    """One thing to correct, at its place."""

    path: Path
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.message}"


@cache
def load_module(binding: str, name: str) -> ModuleType | None:
    """Import one module of a binding; None when it has no such module."""
    try:
        return importlib.import_module(f"{binding}.{name}" if name else binding)
    except ImportError:
        return None


def is_installed(binding: str) -> bool:
    """Tell whether a binding can be loaded here, widgets included."""
    return load_module(binding, "QtWidgets") is not None


def find_name(binding: str, module: str, name: str) -> Any:
    """Return what ``from qgis.PyQt.<module> import <name>`` gives under a binding, or MISSING."""
    loaded = load_module(binding, PATCHED.get((binding, module, name), module))
    return getattr(loaded, name, MISSING)


@cache
def enum_members(owner: type) -> dict[str, str]:
    """Return the enum members of a PyQt6 class and its bases: bare name → scoped name."""
    members = {}
    for base in reversed(owner.__mro__):
        for name, value in vars(base).items():
            if isinstance(value, enum.EnumMeta):
                members.update({member: f"{base.__name__}.{name}.{member}" for member in value.__members__})
    return members


def _other_module(binding: str, name: str) -> str:
    for module in SEARCHED:
        if hasattr(load_module(binding, module), name):
            return module
    return ""


@dataclass
class Names(ast.NodeVisitor):
    """Resolve the Qt names of one source file under one binding."""

    path: Path
    binding: str
    known: dict[str, Any] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    resolved: int = 0
    _owners: list[dict[str, str]] = field(default_factory=list)

    def refuse(self, node: ast.AST, message: str) -> None:
        """Note what is wrong at a node."""
        self.findings.append(Finding(self.path, getattr(node, "lineno", 0), message))

    # imports

    def visit_Import(self, node: ast.Import) -> None:
        """Bind ``import qgis.PyQt.QtCore as QtCore``."""
        for alias in node.names:
            if alias.name.split(".")[0] in DIRECT:
                self.refuse(node, f"import {alias.name}: import from {GATE}, which is the right Qt in every QGIS")
            elif alias.name.startswith(GATE):
                if alias.asname is None:
                    self.refuse(node, f"import {alias.name}: write from {GATE}.… import …, which can be checked")
                else:
                    self._bind_module(node, alias.name[len(GATE) + 1 :], alias.asname)

    def visit_ImportFrom(self, node: ast.ImportFrom) -> None:
        """Bind ``from qgis.PyQt.QtCore import Qt`` and ``from qgis.PyQt import QtCore``."""
        module = node.module or ""
        if node.level == 0 and module.split(".")[0] in DIRECT:
            self.refuse(node, f"from {module} import …: import from {GATE}, which is the right Qt in every QGIS")
        if node.level or not (module == GATE or module.startswith(GATE + ".")):
            return
        for alias in node.names:
            place = alias if hasattr(alias, "lineno") else node
            if alias.name == "*":
                self.refuse(place, f"from {module} import *: name what is imported, so that it can be checked")
            elif module == GATE:
                self._bind_module(place, alias.name, alias.asname or alias.name)
            else:
                self._bind_name(place, module[len(GATE) + 1 :], alias)

    def _bind_module(self, node: ast.AST, module: str, local: str) -> None:
        loaded = load_module(self.binding, module)
        if loaded is None:
            self.refuse(node, f"{self.binding} has no module {module}")
        else:
            self.known[local] = loaded
            self.resolved += 1

    def _bind_name(self, node: ast.AST, module: str, alias: ast.alias) -> None:
        value = find_name(self.binding, module, alias.name)
        if value is not MISSING:
            self.known[alias.asname or alias.name] = value
            self.resolved += 1
            return
        elsewhere = _other_module(self.binding, alias.name)
        hint = HINTS.get(alias.name) or (f"it has it in {elsewhere}: go through compat.py" if elsewhere else "")
        self.refuse(node, f"{self.binding}.{module} has no {alias.name}" + (f" ({hint})" if hint else ""))

    # uses

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        """Remember which enum members ``self`` would have had in Qt 5."""
        members: dict[str, str] = {}
        for base in node.bases:
            value = self._value_of(base)
            if self.binding == "PyQt6" and isinstance(value, type):
                members.update(
                    {name: scoped for name, scoped in enum_members(value).items() if not hasattr(value, name)}
                )
        for name in _assigned_names(node):
            members.pop(name, None)
        self._owners.append(members)
        self.generic_visit(node)
        self._owners.pop()

    def visit_Attribute(self, node: ast.Attribute) -> None:
        """Resolve a chain that starts at a known name; look for renamed methods on any other."""
        if node.attr in RENAMED:
            self.refuse(node, f".{node.attr}() is gone in Qt 6: write .{RENAMED[node.attr]}()")
        if isinstance(node.value, ast.Name) and node.value.id in ("self", "cls") and self._owners:
            scoped = self._owners[-1].get(node.attr)
            if scoped:
                self.refuse(node, f"{node.value.id}.{node.attr}: write {scoped}")
        chain = _chain(node)
        if chain and chain[0] in self.known:
            self._resolve(node, chain)
        else:
            self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> None:
        """Refuse ``int()`` of an enum that is no integer in Qt 6."""
        if isinstance(node.func, ast.Name) and node.func.id == "int" and node.args:
            self._refuse_arithmetic(node.args[0], "int(…)")
        self.generic_visit(node)

    def visit_BinOp(self, node: ast.BinOp) -> None:
        """Refuse sums of an enum that is no integer in Qt 6."""
        if isinstance(node.op, (ast.Add, ast.Sub, ast.Mult)):
            self._refuse_arithmetic(node.left, "arithmetic")
            self._refuse_arithmetic(node.right, "arithmetic")
        self.generic_visit(node)

    def _refuse_arithmetic(self, node: ast.expr, what: str) -> None:
        value = self._value_of(node)
        if isinstance(value, enum.Enum) and not isinstance(value, int):
            self.refuse(node, f"{what} of {type(value).__qualname__}.{value.name}: it is no integer in Qt 6")

    def _value_of(self, node: ast.expr) -> Any:
        """Return the Qt object that a name or a chain stands for, or MISSING."""
        chain = _chain(node)
        value = self.known.get(chain[0], MISSING) if chain else MISSING
        for attribute in chain[1:]:
            value = getattr(value, attribute, MISSING)
        return value

    def _resolve(self, node: ast.AST, chain: list[str]) -> None:
        value = self.known[chain[0]]
        for position, attribute in enumerate(chain[1:], start=1):
            if isinstance(value, enum.Enum):
                if attribute in ("name", "value"):
                    self.refuse(node, f"{'.'.join(chain[: position + 1])}: an enum of Qt 5 has no .{attribute}")
                break
            if not isinstance(value, (type, ModuleType)):
                break  # a method or a signal: what it returns is known only when it runs
            owner, value = value, getattr(value, attribute, MISSING)
            if value is MISSING and attribute not in RENAMED:
                self.refuse(node, self._explain(owner, chain, position))
            if value is MISSING:
                return
        self.resolved += 1

    def _explain(self, owner: Any, chain: list[str], position: int) -> str:
        members = enum_members(owner) if isinstance(owner, type) and self.binding == "PyQt6" else {}
        scoped = members.get(chain[position])
        what = f"{'.'.join(chain[: position + 1])} does not exist in {self.binding}"
        return what + (f": write {scoped}" if scoped else "")


def _chain(node: ast.expr) -> list[str]:
    """Return the parts of ``a.b.c``; nothing when it starts at anything but a name."""
    parts: list[str] = []
    while isinstance(node, ast.Attribute):
        parts.append(node.attr)
        node = node.value
    return [node.id, *reversed(parts)] if isinstance(node, ast.Name) else []


def _assigned_names(node: ast.ClassDef) -> set[str]:
    """Return the names that a class defines itself, on the class or on self."""
    names = {child.name for child in node.body if isinstance(child, (ast.FunctionDef, ast.ClassDef))}
    for child in ast.walk(node):
        if isinstance(child, (ast.Name, ast.Attribute)) and isinstance(child.ctx, ast.Store):
            names.add(child.id if isinstance(child, ast.Name) else child.attr)
    return names


def _waive(findings: list[Finding], path: Path, lines: list[str]) -> list[Finding]:
    """Leave out what compat.py marks as standing behind a version test; refuse the mark anywhere else."""
    marked = {number for number, line in enumerate(lines, start=1) if line.partition(MARKER)[2].strip()}
    if path.name == MARKED_FILE:
        return [finding for finding in findings if finding.line not in marked]
    misplaced = [Finding(path, number, f"'{MARKER.strip()}' serves only in {MARKED_FILE}") for number in sorted(marked)]
    return findings + misplaced


def check_source(source: str, path: Path, bindings: tuple[str, ...] = BINDINGS) -> tuple[list[Finding], int]:
    """Return the findings in one source and how many Qt names of it resolve under the first binding."""
    try:
        tree = ast.parse(source, str(path))
    except SyntaxError as error:
        return [Finding(path, error.lineno or 0, f"not Python: {error.msg}")], 0
    findings: set[Finding] = set()
    resolved = 0
    for binding in bindings:
        names = Names(path, binding)
        names.visit(tree)
        told = {finding.line for finding in findings}  # by the binding before, in better words
        findings.update(finding for finding in names.findings if finding.line not in told)
        resolved = resolved or names.resolved
    return _waive(sorted(findings), path, source.splitlines()), resolved


def main(arguments: list[str]) -> int:
    """Check the given files and folders; 0 when nothing is to be corrected, 2 when it cannot be told."""
    if not arguments:
        print(__doc__, file=sys.stderr)
        return 2
    if not is_installed("PyQt6"):
        print("qt6: PyQt6 does not load: pip install PyQt6 (it needs the package libegl1)", file=sys.stderr)
        return 2
    missing = [argument for argument in arguments if not Path(argument).exists()]
    if missing:
        print(f"qt6: no such file or folder: {', '.join(missing)}", file=sys.stderr)
        return 2
    bindings = tuple(binding for binding in BINDINGS if is_installed(binding))
    paths = sorted({path for argument in arguments for path in _python_files(Path(argument))})
    findings: list[Finding] = []
    resolved = 0
    for path in paths:
        found, count = check_source(path.read_text(encoding="utf-8"), path, bindings)
        findings += found
        resolved += count
    for finding in findings:
        print(finding)
    versions = " and ".join(f"{name} {load_module(name, 'QtCore').PYQT_VERSION_STR}" for name in bindings)  # type: ignore[union-attr]
    print(f"qt6: {len(paths)} files, {resolved} Qt names under {versions}: {len(findings)} to correct")
    return 1 if findings else 0


def _python_files(path: Path) -> list[Path]:
    return sorted(path.rglob("*.py")) if path.is_dir() else [path]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
