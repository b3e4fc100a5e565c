"""Coverage where Python does not follow by itself: QGIS's own threads, and the process that watches a script."""

from __future__ import annotations

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


def follow() -> None:
    """Follow, where coverage is being measured."""
    with suppress(ImportError):
        import coverage

        measuring = coverage.Coverage.current()
        if measuring is not None:
            _follow_supervisors(str(Path(coverage.__file__).parents[1]), str(measuring.config.data_file))
            _follow_tasks()


def _follow_tasks() -> None:
    """Python traces the threads that it starts; those of QGIS's tasks are started by QGIS."""
    from crige_ia_plugin.tasks import Task  # an ImportError where QGIS is not

    whole = Task.run

    def run(self: Task) -> bool:
        sys.settrace(threading.gettrace())
        return whole(self)

    Task.run = run


def _follow_supervisors(site: str, data: str) -> None:
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
