"""A notebook for the tests, and packages that stand for those that run notebooks: one process, and no kernel."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from wheelhouse import wheel

PARAMETERS = """\
# what one changes
minimum = 2  # Least height
ratio = 0.5
name = "Aix"
with_map = True
NOTE = ""
computed = minimum * 2
places_path = "/home/author/places.gpkg"
"""
DESCRIPTION = {
    "id": "comptage",
    "version": "1.4.0",
    "title": {"fr": "Compter dans un notebook", "en": "Count in a notebook"},
    "parameters": [
        {"name": "places_path", "type": "file", "title": "Lieux", "optional": True},
        {"name": "table", "type": "file-out", "extension": "csv", "title": "Tableau"},
    ],
}
COUNTING = """\
with open(table, "w") as stream:
    stream.write(f"{minimum},{ratio},{name},{with_map},{NOTE!r},{computed}")
print("counted")
"""


def notebook(
    *, parameters: str = PARAMETERS, code: str = COUNTING, minor: int = 5, **description: Any
) -> dict[str, Any]:
    """A notebook that writes its parameters into a file."""
    cells = [
        {"cell_type": "markdown", "metadata": {}, "source": ["# Comptage\n", "Compte ce qui est haut."]},
        {
            "cell_type": "code",
            "execution_count": 3,
            "metadata": {"tags": ["parameters"]},
            "outputs": [{"output_type": "stream", "name": "stdout", "text": "an old output\n"}],
            "source": parameters,
        },
        {"cell_type": "code", "execution_count": 4, "metadata": {}, "outputs": [], "source": code},
    ]
    if minor >= 5:
        for number, cell in enumerate(cells):
            cell["id"] = f"cell{number}"
    return {
        "nbformat": 4,
        "nbformat_minor": minor,
        "metadata": {
            "kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"},
            "iageo": {**DESCRIPTION, **description},
        },
        "cells": cells,
    }


def write(folder: Path, content: dict[str, Any], name: str = "comptage.ipynb") -> Path:
    """Write a notebook."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content), encoding="utf-8")
    return path


_NBCLIENT = """\
import contextlib
import io

from nbclient_errors import CellExecutionError


class NotebookClient:
    def __init__(self, notebook, **options):
        self.names = {}

    @contextlib.contextmanager
    def setup_kernel(self):
        yield

    def execute_cell(self, cell, number):
        if cell["cell_type"] != "code":
            return
        said = io.StringIO()
        try:
            with contextlib.redirect_stdout(said):
                exec(cell["source"], self.names)
        except Exception as error:
            failure = CellExecutionError(str(error))
            failure.ename, failure.evalue = type(error).__name__, str(error)
            raise failure
        if said.getvalue():
            cell["outputs"].append({"output_type": "stream", "name": "stdout", "text": said.getvalue()})
"""


def stand_ins(folder: Path) -> Path:
    """Wheels that stand for nbclient and ipykernel, with as much of them as the runner uses."""
    folder.mkdir(parents=True, exist_ok=True)
    errors = "class CellExecutionError(Exception):\n    pass\n"
    wheel(
        folder,
        "nbclient",
        **{
            "nbclient.py": "",
            "nbclient/__init__.py": _NBCLIENT,
            "nbclient/exceptions.py": "from nbclient_errors import CellExecutionError\n",
            "nbclient_errors.py": errors,
            "nbformat.py": "def from_dict(content):\n    return content\n",
        },
    )
    wheel(folder, "ipykernel", "6.29")
    return folder
