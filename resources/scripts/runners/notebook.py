"""Run a notebook, cell by cell: what a notebook of a catalogue is run with, in its own environment.

The notebook comes with it, and the names of the variables that the options set.
"""

from __future__ import annotations

import argparse
import base64
import json
import os
import sys
from pathlib import Path
from typing import Any

FRENCH = os.environ.get("IAGEO_LANG", os.environ.get("LANG", "")).lower().startswith("fr")
INJECTED = "injected-parameters"
SAID = 20
"""Lines of a cell's output that are told while the notebook runs; all of them are in the notebook."""
OUTPUT = "executed_notebook"


def tell(**event: object) -> None:
    """Print one event."""
    sys.stdout.write(json.dumps(event, ensure_ascii=False) + "\n")
    sys.stdout.flush()


def options(variables: dict[str, list[Any]]) -> tuple[dict[str, Any], str | None]:
    """Read the options: a value for each variable that is given one, and the path of the executed notebook."""
    parser = argparse.ArgumentParser()
    for name, (_, _, repeated) in variables.items():
        parser.add_argument("--" + name.replace("_", "-"), dest=name, action="append" if repeated else "store")
    parser.add_argument("--" + OUTPUT.replace("_", "-"), dest=OUTPUT)
    given = vars(parser.parse_args())
    values = {}
    for name, (variable, kind, repeated) in variables.items():
        if given[name] is not None:
            found = [python_value(text, kind) for text in (given[name] if repeated else [given[name]])]
            values[variable] = found if repeated else found[0]
    return values, given[OUTPUT]


def python_value(text: str, kind: str) -> bool | int | float | str:
    """What a variable holds, from the text of its option."""
    if kind == "boolean":
        return text == "true"
    if kind == "integer":
        return int(text)
    return float(text) if kind in ("number", "distance") else text


def with_values(notebook: dict[str, Any], values: dict[str, Any]) -> dict[str, Any]:
    """Set the variables after the cell that gives them their ordinary values; in the first cell where there is none."""
    lines = [f"{name} = {value!r}" for name, value in values.items()]
    cell = {
        "cell_type": "code",
        "execution_count": None,
        "metadata": {"tags": [INJECTED]},
        "outputs": [],
        "source": "\n".join(lines),
    }
    if notebook.get("nbformat_minor", 0) >= 5:
        cell["id"] = INJECTED
    tagged = [n for n, one in enumerate(notebook["cells"], 1) if "parameters" in one["metadata"].get("tags", ())]
    notebook["cells"].insert(tagged[-1] if tagged else 0, cell)
    return notebook


def run(notebook: Any) -> str:
    """Run every cell; return what stopped it, the cell by its number in the author's notebook, or nothing."""
    from nbclient import NotebookClient
    from nbclient.exceptions import CellExecutionError

    place = {"metadata": {"path": str(Path.cwd())}}
    client = NotebookClient(notebook, timeout=None, kernel_name="python3", resources=place)
    count = len(notebook["cells"])
    with client.setup_kernel():
        for number, cell in enumerate(notebook["cells"]):
            try:
                client.execute_cell(cell, number)
            except CellExecutionError as error:
                name, value = getattr(error, "ename", ""), getattr(error, "evalue", str(error))
                words = "Cellule {} : {} {}" if FRENCH else "Cell {}: {} {}"
                added = sum(INJECTED in one["metadata"].get("tags", ()) for one in notebook["cells"][:number])
                return words.format(number + 1 - added, name, value).strip()
            for line in said(cell):
                tell(message=line)
            tell(progress=(number + 1) / count)
    return ""


def said(cell: Any) -> list[str]:
    """First lines that a cell printed."""
    streams = [one for one in cell.get("outputs", ()) if one.get("output_type") == "stream"]
    return [line for one in streams for line in "".join(one["text"]).splitlines()][:SAID]


def main(embedded: str) -> int:
    """Run the notebook that comes with this script."""
    import nbformat

    whole = json.loads(base64.b64decode(embedded))
    values, path = options(whole["variables"])
    notebook = nbformat.from_dict(with_values(whole["notebook"], values))
    wrong = run(notebook)
    if path:
        Path(path).write_text(json.dumps(notebook, ensure_ascii=False, indent=1), encoding="utf-8")
    if wrong:
        tell(error=wrong)
        return 3
    tell(result={"cells": len(notebook["cells"])})
    return 0
