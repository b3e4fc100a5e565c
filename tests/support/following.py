"""Coverage where Python does not follow by itself: QGIS's own threads, and the process that watches a script."""

from __future__ import annotations

import shutil
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path
from typing import Any

_BEGIN = (
    "import sys; sys.path.append({site!r}); import atexit, coverage; "
    "seen = coverage.Coverage(data_file={data!r}, data_suffix=True, branch=True, source=[{package!r}]); "
    "seen.start(); atexit.register(seen.save); sys.path.remove({site!r}); "
)
_AS_SOMEBODY_ELSE = (
    "sys.path.insert(0, {package!r}); import following; following.follow_supervisors({site!r}, {data!r}); "
    "import runpy; sys.argv = [{helper!r}, {package!r}]; runpy.run_path({helper!r}, run_name='__main__')"
)


def _measuring() -> tuple[str, str] | None:
    """Where coverage is installed and where it writes, while it measures."""
    with suppress(ImportError):
        import coverage

        now = coverage.Coverage.current()
        if now is not None:
            return str(Path(coverage.__file__).parents[1]), str(now.config.data_file)
    return None


def follow() -> None:
    """Follow, where coverage is being measured."""
    measuring = _measuring()
    if measuring is not None:
        follow_supervisors(*measuring)
        with suppress(ImportError):
            _follow_tasks()


def words(python: str, helper: Path, package: Path) -> list[str]:
    """The command of a helper that somebody else may run, who leaves what was measured in the package's folder."""
    measuring = _measuring()
    if measuring is None:
        return [python, "-I", str(helper), str(package)]
    data = str(package / "measured" / ".coverage")
    told = {"site": measuring[0], "data": data, "helper": str(helper), "package": str(package)}
    inside = str(next(package.glob("*/__init__.py")).parent)
    return [python, "-I", "-c", _BEGIN.format(**{**told, "package": inside}) + _AS_SOMEBODY_ELSE.format(**told)]


def bring(package: Path) -> None:
    """Add what was measured there to what is measured here."""
    measuring = _measuring()
    for file in (package / "measured").iterdir() if measuring else ():
        shutil.move(str(file), str(Path(measuring[1]).parent))


def _follow_tasks() -> None:
    """Python traces the threads that it starts; those of QGIS's tasks are started by QGIS."""
    from crige_ia_plugin.tasks import Task  # an ImportError where QGIS is not

    whole = Task.run

    def run(self: Task) -> bool:
        sys.settrace(threading.gettrace())
        return whole(self)

    Task.run = run


def follow_supervisors(site: str, data: str) -> None:
    """A supervisor starts with nothing of its parent's environment, on purpose."""
    from crige_ia_plugin.runtime import job

    begin = _BEGIN.format(site=site, data=data, package=str(Path(job.__file__).parents[1]))

    class Following:
        def __getattr__(self, name: str) -> Any:
            return getattr(subprocess, name)

        @staticmethod
        def Popen(words: list[str], **options: Any) -> subprocess.Popen[bytes]:  # noqa: N802
            *first, code = words
            return subprocess.Popen([*first, begin + code if ".supervisor import main" in code else code], **options)

    job.subprocess = Following()
