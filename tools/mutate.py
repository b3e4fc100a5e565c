"""Change the code in small ways, one at a time, and say which changes no test notices.

    mutate.py [--files engine/routes/names.py …] [--sample 60] [--seed 1]

Files are those of ``SCOPE`` when none is named; a sample of their mutants is drawn, the same for the same seed. Each
mutant runs in a copy of the staged plugin under ``build/mutation/``, first with the tests of its own file, then, if it
survives, with those of its whole room. What survives is written to ``build/mutation/SURVIVORS.md``;
``docs/mutation.md`` says why the known ones do.
"""

from __future__ import annotations

import argparse
import ast
import copy
import itertools
import os
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from stage import NAME, REPOSITORY, STAGED

WORK = REPOSITORY / "build" / "mutation"
SCOPE = ("engine/**/*.py", "catalogue/integrity.py", "catalogue/minisign.py", "catalogue/ed25519.py")
TESTS = {
    "catalogue/minisign.py": ("tests/catalogue/test_integrity.py",),
    "catalogue/ed25519.py": ("tests/catalogue/test_integrity.py",),
}
"""Tests of a file whose name is not that of its tests."""

PATIENCE = 5
"""How many times longer than without a change the tests may take: a change that never ends is noticed."""

_COMPARE: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
_OPERATE: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Div,
    ast.Mod: ast.Mult,
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
    ast.LShift: ast.RShift,
    ast.RShift: ast.LShift,
}

Change = Callable[[], None]


@dataclass(frozen=True)
class Mutant:
    """One change of one file.

    Attributes:
        file: Path in the package.
        number: Which of the file's changes.
        line: Where, from 1.
        before: The statement as it is.
        after: As it becomes.
        code: The whole file, changed.
    """

    file: str
    number: int
    line: int
    before: str
    after: str
    code: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line} `{self.before}` → `{self.after}`"


# --- Making mutants


def count(code: str) -> int:
    """Return how many mutants of a file can be made."""
    return sum(1 for _ in _changes(ast.parse(code)))


def mutant(code: str, file: str, number: int) -> Mutant:
    """Make one mutant of a file, by its number from 0."""
    tree = ast.parse(code)
    statement, change = next(itertools.islice(_changes(tree), number, None))
    before = copy.deepcopy(statement)
    change()
    return Mutant(file, number, statement.lineno, *_first_line(before, statement), ast.unparse(tree) + "\n")


def _first_line(before: ast.stmt, after: ast.stmt) -> tuple[str, str]:
    """The first line that differs, before and after."""
    old, new = ast.unparse(before).splitlines(), ast.unparse(after).splitlines()
    pairs = ((a.strip(), b.strip()) for a, b in zip(old, new) if a != b)
    return next(pairs, (old[0], new[0]))


def _changes(tree: ast.Module) -> Iterator[tuple[ast.stmt, Change]]:
    """Each change that can be made, with the innermost statement it is in."""
    for statement in _statements(tree):
        for node in _own_nodes(statement):
            for change in _changes_of(node):
                yield statement, change
        called = isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Call)
        if called or isinstance(statement, ast.Raise):
            yield statement, lambda statement=statement: _empty(tree, statement)


def _statements(tree: ast.Module) -> Iterator[ast.stmt]:
    """Statements that do something when the program runs."""
    for node in ast.walk(tree):
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            continue
        if isinstance(node, ast.stmt) and not isinstance(node, (ast.Import, ast.ImportFrom)):
            yield node


def _own_nodes(statement: ast.stmt) -> Iterator[ast.AST]:
    """Expressions of a statement, without those of the statements in it, nor its annotations and decorators."""
    left_out = {"annotation", "returns", "decorator_list", "body", "orelse", "finalbody", "handlers"}
    todo: list[ast.AST] = [statement]
    while todo:
        node = todo.pop(0)
        for name, value in ast.iter_fields(node):
            if name in left_out and isinstance(node, (ast.stmt, ast.arg)):
                continue
            values = value if isinstance(value, list) else [value]
            children = [child for child in values if isinstance(child, ast.AST)]
            yield from children
            todo += children
    if isinstance(statement, ast.AugAssign):
        yield statement


def _changes_of(node: ast.AST) -> Iterator[Change]:
    if isinstance(node, ast.Compare) and len(node.ops) == 1:
        other = _COMPARE[type(node.ops[0])]
        yield lambda: setattr(node, "ops", [other()])
    elif isinstance(node, (ast.BinOp, ast.AugAssign)) and type(node.op) in _OPERATE:
        operator = _OPERATE[type(node.op)]
        yield lambda: setattr(node, "op", operator())
    elif isinstance(node, ast.BoolOp):
        yield lambda: setattr(node, "op", ast.Or() if isinstance(node.op, ast.And) else ast.And())
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        yield lambda: setattr(node, "op", ast.UAdd())
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield lambda: setattr(node, "operand", ast.UnaryOp(ast.Not(), node.operand))
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Invert):
        yield lambda: setattr(node, "operand", ast.UnaryOp(ast.Invert(), node.operand))
    elif isinstance(node, ast.Constant) and isinstance(node.value, bool):
        yield lambda: setattr(node, "value", not node.value)
    elif isinstance(node, ast.Constant) and type(node.value) in (int, float):
        yield lambda: setattr(node, "value", node.value + 1)


def _empty(tree: ast.Module, statement: ast.stmt) -> None:
    """Put ``pass`` in the place of a statement."""
    for node in ast.walk(tree):
        for name in ("body", "orelse", "finalbody"):
            body = getattr(node, name, None)
            if isinstance(body, list) and statement in body:
                body[body.index(statement)] = ast.copy_location(ast.Pass(), statement)


# --- Trying them


def tests_of(file: str) -> list[tuple[str, ...]]:
    """Tests that must notice a change in a file: its own, then those of its room."""
    room = file.split("/")[0]
    own = REPOSITORY / "tests" / Path(file).with_name(f"test_{Path(file).name}")
    nearest = own if own.is_file() else own.parent
    first = TESTS.get(file, (nearest.relative_to(REPOSITORY).as_posix(),))
    return [first, (f"tests/{room}",)] if first != (f"tests/{room}",) else [first]


def run(tests: tuple[str, ...], limit: float | None = None) -> bool:
    """Run tests on the copy; whether all passed in time."""
    command = [sys.executable, "-m", "pytest", "-x", "-q", "--no-header", "-p", "no:cacheprovider"]
    command += ["-o", f"pythonpath={WORK} tools tests/support", *tests]
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "CI": "1", "QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(
        command, cwd=REPOSITORY, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    ) as process:  # fmt: skip
        try:
            return process.wait(limit) == 0
        except subprocess.TimeoutExpired:
            process.kill()
            return False


def prepare() -> None:
    """Copy the staged plugin aside."""
    shutil.rmtree(WORK, ignore_errors=True)
    shutil.copytree(STAGED, WORK / NAME, ignore=shutil.ignore_patterns("__pycache__"))


def survives(made: Mutant, seconds: dict[tuple[str, ...], float]) -> bool:
    """Try a mutant; whether no test noticed it."""
    target = WORK / NAME / made.file
    kept = target.read_text(encoding="utf-8")
    target.write_text(made.code, encoding="utf-8")
    try:
        return all(run(tests, PATIENCE * seconds[tests] + 5) for tests in tests_of(made.file))
    finally:
        target.write_text(kept, encoding="utf-8")


def measure(files: list[str]) -> dict[tuple[str, ...], float]:
    """Seconds that each group of tests takes without a change.

    Raises:
        SystemExit: one fails already.
    """
    seconds = {}
    for tests in dict.fromkeys(group for file in files for group in tests_of(file)):
        start = time.monotonic()
        if not run(tests):
            raise SystemExit(f"mutate: {' '.join(tests)} fails without any change")
        seconds[tests] = time.monotonic() - start
    return seconds


def main() -> int:
    """Draw mutants, try them, write those that survive."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--files", nargs="*", default=[], help="files of the package, as engine/nearest.py")
    parser.add_argument("--sample", type=int, default=60, help="how many mutants; 0: all")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    prepare()
    root = WORK / NAME
    files = options.files or [path.relative_to(root).as_posix() for glob in SCOPE for path in sorted(root.glob(glob))]
    code = {file: (root / file).read_text(encoding="utf-8") for file in files}
    possible = [(file, number) for file in files for number in range(count(code[file]))]
    drawn = possible
    if 0 < options.sample < len(possible):
        drawn = sorted(random.Random(options.seed).sample(possible, options.sample))
    seconds = measure(sorted({file for file, _ in drawn}))
    left = []
    for place, (file, number) in enumerate(drawn, 1):
        made = mutant(code[file], file, number)
        alive = survives(made, seconds)
        left += [made] * alive
        print(f"mutate: {place}/{len(drawn)} {'SURVIVES' if alive else 'killed'} {made}", flush=True)
    result = f"{len(drawn) - len(left)} of {len(drawn)} mutants killed (of {len(possible)} that can be made)."
    report = WORK / "SURVIVORS.md"
    report.write_text("\n".join([result, "", *(f"- {made}" for made in left)]) + "\n", encoding="utf-8")
    print(f"mutate: {result} The others are in {report.relative_to(REPOSITORY)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
