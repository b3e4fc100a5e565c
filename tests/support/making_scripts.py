"""Scripts that the tests write: a description and a body."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

from crige_ia_plugin.runtime import script
from crige_ia_plugin.runtime.script import Script

HEAD = """
format = 1
id = "{id}"
version = "1.0.0"
title = {{fr = "Essai", en = "Trial"}}
publisher = "CRIGE"
"""
OUT = """
[[tool.iageo.parameters]]
name = "out"
type = "file-out"
title = "Result"
extension = "txt"
optional = true
"""


def text(
    body: str = "",
    parameters: str = OUT,
    dependencies: str = "[]",
    python: str = ">=3.9",
    id: str = "trial",
    more: str = "",
    head: str = HEAD,
) -> str:
    """A script's text."""
    block = (
        f'requires-python = "{python}"\ndependencies = {dependencies}\n\n[tool.iageo]\n'
        + head.format(id=id).strip()
        + f"\n{more}\n{parameters}"
    )
    lines = "\n".join(f"# {line}".rstrip() for line in block.strip().splitlines())
    return f'"""A script."""\n\n# /// script\n{lines}\n# ///\n{dedent(body)}\n'


def make(body: str = "", folder: Path | None = None, lock: str = "", **options: str) -> Script:
    """A script read from its bytes, or from a file of ``folder`` with its lock beside."""
    source = text(body, **options)
    if folder is None:
        return script.read(source.encode(), "trial.py", lock.encode())
    path = folder / f"{options.get('id', 'trial')}.py"
    path.write_text(source, encoding="utf-8")
    if lock:
        script.lock_path(path).write_text(lock, encoding="utf-8")
    return script.read(path)
