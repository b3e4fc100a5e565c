"""For whoever writes a script: start one that works, and check it on its sample."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from ..paths import RESOURCES
from . import job, values
from .environment import Prepared
from .folders import write_aside
from .listener import Listener
from .problems import Code, RuntimeProblem
from .script import Script

TEMPLATE = RESOURCES / "scripts" / "new"
_PLACEHOLDER = "new_script"


def is_name(text: str) -> bool:
    """Whether a text can be the id of a script."""
    return re.fullmatch(r"[a-z][a-z0-9_]{0,59}", text) is not None


def new(name: str, folder: Path) -> list[Path]:
    """Write a script that works, its test and its sample; nothing is replaced.

    Args:
        name: The script's id.
        folder: Where; made when it is not there.

    Returns:
        The files written.

    Raises:
        RuntimeProblem: KEY_FORM, FILE_EXISTS, WRITE_FAILED or DISK_FULL.
    """
    if not is_name(name):
        raise RuntimeProblem(Code.KEY_FORM, key="id", expected="[a-z][a-z0-9_]*")
    sources = {"script.py": f"{name}.py", "test_script.txt": f"test_{name}.py", "sample.csv": "sample.csv"}
    for target in sources.values():
        if (folder / target).exists():
            raise RuntimeProblem(Code.FILE_EXISTS, str(folder / target))
    for source, target in sources.items():
        text = (TEMPLATE / source).read_text(encoding="utf-8").replace(_PLACEHOLDER, name)
        write_aside(folder / target, text.encode())
    return [folder / target for target in sources.values()]


def sample_values(script: Script, folder: Path) -> dict[str, Any]:
    """Values of a run on the script's sample, outputs being written in ``folder``.

    Raises:
        RuntimeProblem: SAMPLE_MISSING, or the sample names what the script has not.
    """
    needed = [parameter for parameter in script.inputs if parameter.is_required]
    if needed and not script.sample:
        raise RuntimeProblem(Code.SAMPLE_MISSING, str(script.path or script.name))
    base = script.path.parent if script.path else Path()
    found: dict[str, Any] = {}
    for name, value in script.sample.items():
        parameter = script.parameter(name)
        paths = values.paths_of(parameter, value) if isinstance(value, (str, list)) else []
        if paths and not parameter.is_output:
            items = value if isinstance(value, list) else [value]
            whole = [str(base / item) for item in items]
            value = whole if isinstance(value, list) else whole[0]
        found[name] = value
    for parameter in script.outputs:
        found[parameter.name] = str(folder / f"{parameter.name}.{parameter.extension}")
    return found


def check(script: Script, prepared: Prepared, folder: Path, listener: Listener, language: str = "") -> job.Outcome:
    """Run a script on its sample and look at every output it declares.

    Args:
        script: The script.
        prepared: Its environment.
        folder: Where the run takes place and the outputs stay.
        listener: Who follows.
        language: Language of the script's messages.

    Returns:
        How the run ended, with the path of each output.

    Raises:
        RuntimeProblem: The sample's values are not right.
    """
    given = sample_values(script, folder / "out")
    return job.run(script, prepared, given, folder / "runs", listener, language=language)
