"""QGIS outside of the tests' own: ``qgis_process`` in a fresh profile, as a scheduled job runs it."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from crige_ia_plugin.paths import PACKAGE


def run_outside(home: Path, algorithm: str, **parameters: object) -> subprocess.CompletedProcess[str]:
    """Run an algorithm by its id, a list being several values of one parameter; skip without ``qgis_process``."""
    # Debian 12's qgis_process is a wrapper that breaks: the program itself comes first.
    program = shutil.which("qgis_process.bin") or shutil.which("qgis_process")
    if program is None:
        pytest.skip("qgis_process is not there")
    profile = home / "profiles" / "default"
    plugins = profile / "python" / "plugins"
    if not plugins.is_dir():
        plugins.mkdir(parents=True)
        (plugins / PACKAGE.name).symlink_to(PACKAGE, target_is_directory=True)
        (profile / "QGIS").mkdir()
        (profile / "QGIS" / "QGIS3.ini").write_text(
            f"[PythonPlugins]\n{PACKAGE.name}=true\n\n[locale]\nuserLocale=en\noverrideFlag=true\n", encoding="utf-8"
        )
    environment = {**os.environ, "QGIS_CUSTOM_CONFIG_PATH": str(home), "QT_QPA_PLATFORM": "offscreen"}
    environment["LC_ALL"] = "C.UTF-8"
    environment.pop("PYTHONPATH", None)
    given = [
        f"{name}={one}"
        for name, value in parameters.items()
        for one in (value if isinstance(value, (list, tuple)) else (value,))
    ]
    command = [program, "run", algorithm, "--", *given]
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120, check=False)
