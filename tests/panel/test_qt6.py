"""The panel under Qt 6, in another process: two bindings cannot share one."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import pytest

from crige_ia_plugin.paths import PACKAGE

SCRIPT = Path(__file__).resolve().parents[1] / "support" / "panel_on_qt6.py"


@pytest.mark.skipif(importlib.util.find_spec("PyQt6") is None, reason="PyQt6 is missing: pip install PyQt6")
def test_the_panel_works_under_qt6():
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, str(SCRIPT), str(PACKAGE.parent)]
    run = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120, check=False)
    assert run.stdout.strip().endswith("ok"), run.stdout + run.stderr
