"""What the suites that run QGIS's desktop share."""

from __future__ import annotations

import os
import shutil

from harness import ROOT, Measured, Results


def missing() -> str:
    """Why QGIS's desktop cannot run here; empty when it can."""
    if not (ROOT / "build" / "crige_ia_plugin" / "plugin.py").is_file():
        return "the plugin is not staged under build/"
    if not shutil.which("qgis") or not (os.environ.get("DISPLAY") or shutil.which("xvfb-run")):
        return "not installed (qgis, xvfb, xauth)"
    return ""


def milliseconds(results: Results, size: str, name: str) -> Measured | None:
    """Median of what a job gave, in milliseconds."""
    seconds = sorted(results.row(size, name).seconds)
    return Measured(1000 * seconds[len(seconds) // 2]) if seconds else None
