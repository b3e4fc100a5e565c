"""Take pictures of shared scripts in the real QGIS, in French, for users and authors (build/screenshots/scripts_*.png).

    python3 tools/screenshots_scripts.py [--plugin build/crige_ia_plugin]

Those that the guide shows are then copied to docs/images. It runs “Délimiter les houppiers” with the Python of
``make setup-scripts``, which has its libraries.
"""

from __future__ import annotations

import argparse
import shutil
import sys
from pathlib import Path

from real_qgis import REPOSITORY, QgisError, Session, run
from stage import STAGED

SCRIPT = REPOSITORY / "tools" / "screenshots_scripts_in_qgis.py"
PYTHON = REPOSITORY / ".venv" / "scripts" / "bin" / "python"
FOLDER = REPOSITORY / "build" / "screenshots"
IMAGES = REPOSITORY / "docs" / "images"
SHOWN_IN_GUIDE = (
    *("consent", "progress", "error", "result"),
    *("author_tried", "author_tool", "author_publish"),
)


def main() -> int:
    """Open QGIS once and gather its pictures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--plugin", type=Path, default=STAGED, help="folder of the plugin (default: the staged one)")
    options = parser.parse_args()
    session = Session(
        script=SCRIPT,
        folder=REPOSITORY / "build" / "scripts",
        plugin=options.plugin,
        environment={"CRIGE_IA_SCRIPTS_PYTHON": str(PYTHON)},
    )
    try:
        pictures = sorted(run(session).glob("*.png"))
    except QgisError as error:
        print(f"screenshots: {error}", file=sys.stderr)
        return 1
    FOLDER.mkdir(parents=True, exist_ok=True)
    for picture in pictures:
        name = f"scripts_{picture.name}"
        shutil.copyfile(picture, FOLDER / name)
        if picture.stem in SHOWN_IN_GUIDE:
            shutil.copyfile(picture, IMAGES / name)
    print(f"screenshots: {', '.join(picture.stem for picture in pictures)} in {FOLDER.relative_to(REPOSITORY)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
