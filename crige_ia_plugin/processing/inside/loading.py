"""Scripts of QGIS's Processing, loaded by QGIS's own loader from a private copy of the bytes that were agreed to."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import QgsApplication, QgsProcessingAlgorithm

from ...runtime.problems import Code, RuntimeProblem

if TYPE_CHECKING:
    from ...scripts import SharedTool


def load_script(tool: SharedTool) -> QgsProcessingAlgorithm:
    """Run the module of a script, which defines an algorithm, and return that algorithm.

    Raises:
        RuntimeProblem: LOAD_FAILED, whatever the script does instead of defining one.
    """
    try:
        from processing.script import ScriptUtils  # noqa: QGS111 - the plugin of QGIS, which loads scripts
    except ImportError as error:  # it can be switched off
        raise _failed(tool, str(error)) from error
    said: list[str] = []
    with tempfile.TemporaryDirectory(prefix="crige-ia-") as folder, _left_alone(ScriptUtils), _listening(said):
        path = Path(folder) / f"{tool.script.id}.py"
        path.write_bytes(tool.script.source)
        try:
            algorithm = ScriptUtils.loadAlgorithm(f"crige_ia_shared_{tool.name}", str(path))
        except (Exception, SystemExit) as error:  # someone else's code: whatever it raises stops at this script
            raise _failed(tool, f"{type(error).__name__}: {error}") from error
    if algorithm is None:
        raise _failed(tool, said[-1].strip().splitlines()[-1] if said else "no algorithm")
    return algorithm


def _failed(tool: SharedTool, reason: str) -> RuntimeProblem:
    return RuntimeProblem(Code.LOAD_FAILED, tool.script.name, reason=reason[:300])


@contextmanager
def _left_alone(utils: object) -> Iterator[None]:
    """Leave QGIS's list of the user's own scripts as it was, and nothing half made for the next one to take."""
    from qgis.processing import alg

    registry, made = utils.scriptsRegistry, alg.instances
    known, before = dict(registry), len(made)
    try:
        yield
    finally:
        registry.clear()
        registry.update(known)
        del made[before:]


@contextmanager
def _listening(said: list[str]) -> Iterator[None]:
    """Hear what the loader writes to QGIS's log instead of raising it."""

    def hear(text: str, tag: str, level: object) -> None:
        said.append(text)

    log = QgsApplication.messageLog()
    log.messageReceived.connect(hear)
    try:
        yield
    finally:
        log.messageReceived.disconnect(hear)
