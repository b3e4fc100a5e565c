"""The changes that are tried on the code."""

from __future__ import annotations

import mutate
import pytest


def changed(code: str) -> list[str]:
    return [mutate.mutant(code, "a.py", number).code.strip() for number in range(mutate.count(code))]


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("a = b < c", ["a = b <= c"]),
        ("a = b + 1", ["a = b - 1", "a = b + 2"]),
        ("a = b and c", ["a = b or c"]),
        ("a = not b", ["a = not not b"]),
        ("a = -b", ["a = +b"]),
        ("a = True", ["a = False"]),
        ("a += b", ["a -= b"]),
        ("f(a)", ["pass"]),
        ("if a:\n    raise E", ["if a:\n    pass"]),
        ("def f(a: int=0) -> int:\n    return a", ["def f(a: int=1) -> int:\n    return a"]),
        ('"""Says 1 < 2."""\nimport a', []),
        ("if TYPE_CHECKING:\n    import a", []),
        ("a: list[1] = 'x'", []),
    ],
)
def test_each_change_is_made_alone(code: str, expected: list[str]) -> None:
    assert changed(code) == expected


def test_a_mutant_tells_where_and_what() -> None:
    made = mutate.mutant("def f(a):\n\n    return a > 'x'\n", "engine/a.py", 0)
    assert str(made) == "engine/a.py:3 `return a > 'x'` → `return a >= 'x'`"


def test_tests_are_those_of_the_file_then_of_its_room() -> None:
    assert mutate.tests_of("engine/routes/names.py") == [("tests/engine/routes/test_names.py",), ("tests/engine",)]
    assert mutate.tests_of("engine/routes/walks.py") == [("tests/engine/routes",), ("tests/engine",)]
    assert mutate.tests_of("catalogue/ed25519.py")[0] == ("tests/catalogue/test_integrity.py",)


def test_there_is_something_to_change_in_all_of_the_scope() -> None:
    root = mutate.REPOSITORY / mutate.NAME
    for glob in mutate.SCOPE:
        assert [path for path in root.glob(glob) if mutate.count(path.read_text(encoding="utf-8"))]
