"""Our reader of TOML says what Python's own says."""

from __future__ import annotations

import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crige_ia_plugin.runtime import toml

try:
    import tomllib
except ImportError:
    import tomli as tomllib

TEXTS = [
    'a=1\nb="x\\u00e9\\n"\n[c]\nd=[1,2,\n3,]\ne={f=1,g.h=2}\n[[p]]\nn=1\n[[p]]\nn=2\n[p.q]\nz=1',
    *("a=+0", "a=-0", "a=00", "a=1_000", "a=1__0", "a=0x1F", "a=+0x1", "a=1e3", "a=1.", "a=.1", "a=inf", "a=-inf"),
    *('a="""x""""', 'a=""""x"""', 'a="""a\\\n   b"""', "a='''x'''''", 'a="""\n\nx"""', 'a="""x""""""', 'a="\\"b\\\\"'),
    *(
        'a="\\x"',
        'a="\\ud800"',
        'a="\\U00110000"',
        'a="',
        'a="x\ny"',
        'a="\x01"',
        "a='\x7f'",
        "a='x\\'",
        'a="""x\\ y"""',
    ),
    *(
        "[a]\n[a]",
        "a.b=1\n[a]",
        "a.b=1\n[a.c]\nd=1",
        "[a.b]\n[a]\nb.x=1",
        "[a.b.c]\nz=9\n[a]\nb.c.t=1",
        "[a.b]\n[a]\nx=1",
    ),
    *(
        "a=[1]\n[[a]]",
        "[[a]]\n[a]",
        "[a]\n[[a]]",
        "[[a]]\n[[a.b]]\nx=1\n[[a.b]]\nx=2",
        "[[a]]\nb.c=1\n[a.b]\n",
        "[a.b]\n[[a]]",
    ),
    *("a={b=1}\n[a.c]", "a={b=1}\na.c=1", "a={}", "a={ }", "a=[{b=1},{c=2}]", "a={b.c=1,b.d=2}", "a={b=1,b.c=2}"),
    *("a=1 b=2", "a=tru", "a=true1", "a=false", "a=[1,,2]", "a=[,]", "a=[]", "a=[1 2]", "a=[1", "a={b=1", "a={b 1}"),
    *('"q.r"=1', 'a."b c".d=1', "[]", "[a.]", "a=", "=1", "[a]]", "[[a]", "a=1\na=2", '"""a"""=1', "a=1\r", "é=1"),
    *(
        "# c\n\n",
        "a=1 # x\x00",
        "# x\x00\n",
        "[a]\nb={}\n[a.b]",
        "[a.b]\n[a.b.c]\n[a]\nx=1",
        "[a]\nb.c=1\n[a.b.d]\ne=1",
    ),
]


def ours(text: str) -> Any:
    return toml._Reader(text).read()


def said(read: Any, error: type[Exception], text: str) -> str:
    try:
        return repr(read(text))
    except error:
        return "refused"


@pytest.mark.parametrize("text", TEXTS)
def test_both_readers_agree(text: str) -> None:
    assert said(ours, toml.TomlError, text) == said(tomllib.loads, tomllib.TOMLDecodeError, text)


@given(st.text("ab=.[]{}\"'\\\n,1 #eu_-x", max_size=24))
def test_both_readers_agree_on_anything(text: str) -> None:
    assert said(ours, toml.TomlError, text) == said(tomllib.loads, tomllib.TOMLDecodeError, text)


def quoted(text: str) -> str:
    return '"' + "".join(c if c.isalnum() and c.isascii() else f"\\U{ord(c):08x}" for c in text) + '"'


def written(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return quoted(value)
    if isinstance(value, list):
        return "[" + ", ".join(map(written, value)) + "]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{quoted(key)} = {written(item)}" for key, item in value.items()) + "}"
    return repr(value)


LEAVES = (
    st.booleans()
    | st.integers(-(2**63), 2**63 - 1)
    | st.floats(allow_nan=False)
    | st.text(st.characters(exclude_categories=["Cs"]), max_size=9)
)
VALUES = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=9,
)


@given(st.dictionaries(st.text("abc", min_size=1, max_size=3), VALUES, max_size=4))
def test_what_is_written_is_read_back(values: dict[str, Any]) -> None:
    text = "".join(f"{key} = {written(value)}\n" for key, value in values.items())
    assert ours(text) == values
    assert toml.loads(text) == values


def test_what_is_no_number_is_one_all_the_same() -> None:
    assert math.isnan(ours("a = nan")["a"])


@pytest.mark.parametrize("read", [ours, toml.loads])
@pytest.mark.parametrize(("text", "line"), [("a = 1\nb = \nc = 2", 2), ("a = 1\n\n\nc = [1, 2", 4), ("[a]\n[a]\n", 2)])
def test_an_error_tells_its_line(read: Any, text: str, line: int) -> None:
    with pytest.raises(toml.TomlError) as caught:
        read(text)
    assert caught.value.line == line
    assert caught.value.reason
    assert "at line" not in caught.value.reason


@pytest.mark.parametrize("read", [ours, toml.loads])
@pytest.mark.parametrize("text", ["a = " + "[" * 50_000, "a = " + "{a=" * 50_000, "a = " + "1" * 50_000])
def test_a_text_without_end_is_refused(read: Any, text: str) -> None:
    with pytest.raises(toml.TomlError):
        read(text)
