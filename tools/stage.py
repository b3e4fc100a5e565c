"""Stage the plugin as QGIS will load it: ``build/crige_ia_plugin/``.

Package, ``metadata.txt``, ``resources/``, compiled translations and ``LICENSE``, nothing else. Tests, demo,
development link and zip all use this tree, so what is tested is what ships. Only what changed is copied.
"""

from __future__ import annotations

import contextlib
import filecmp
import os
import shutil
import sys
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent
NAME = "crige_ia_plugin"
STAGED = REPOSITORY / "build" / NAME
MESSAGES = REPOSITORY / "build" / "i18n"
"""Where the compiled translations wait for being staged."""


def _is_shipped(relative: Path) -> bool:
    """Say whether a file of the package or of the resources goes into the plugin."""
    return relative.suffix != ".pyc" and not any(
        part.startswith(".") or part == "__pycache__" for part in relative.parts
    )


def manifest() -> dict[Path, Path]:
    """Return what the plugin is made of: path in the staged tree → source file."""
    files = {Path("metadata.txt"): REPOSITORY / "metadata.txt", Path("LICENSE"): REPOSITORY / "LICENSE"}
    for folder, target in ((NAME, Path()), ("resources", Path("resources"))):
        root = REPOSITORY / folder
        for source in root.rglob("*"):
            relative = source.relative_to(root)
            if source.is_file() and _is_shipped(relative):
                files[target / relative] = source
    for source in MESSAGES.glob("*.qm"):
        files[Path("i18n") / source.name] = source
    return dict(sorted(files.items()))


def stage() -> int:
    """Bring the staged tree up to date, and return how many files changed.

    Several test runs may do this at the same moment: each file is replaced in one step.
    """
    wanted = manifest()
    changed = 0
    for relative, source in wanted.items():
        target = STAGED / relative
        if target.is_file() and filecmp.cmp(source, target):
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        aside = target.with_name(f".{target.name}.{os.getpid()}")
        shutil.copy2(source, aside)
        aside.chmod(0o644)
        aside.replace(target)
        changed += 1
    return changed + _remove_strangers(set(wanted))


def _remove_strangers(wanted: set[Path]) -> int:
    """Remove from the staged tree what the sources no longer have."""
    removed = 0
    for path in sorted(STAGED.rglob("*"), reverse=True):
        relative = path.relative_to(STAGED)
        if path.is_dir():
            with contextlib.suppress(OSError):  # not empty, or another run was faster
                path.rmdir()
        elif relative not in wanted and _is_shipped(relative):
            path.unlink(missing_ok=True)
            removed += 1
    return removed


def main() -> int:
    """Stage and say what changed."""
    changed = stage()
    if changed:
        print(f"stage: {changed} file(s) brought up to date in {STAGED.relative_to(REPOSITORY)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
