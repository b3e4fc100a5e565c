"""Take pictures of the panel in the real QGIS: French, light and dark, three widths (build/screenshots/panel_*.png).

    python3 tools/screenshots_panel.py [--theme default]… [--plugin build/crige_ia_plugin]

Those that the guide shows are then copied to docs/images.
"""

from __future__ import annotations

import argparse
import shutil
import sys
from pathlib import Path

from real_qgis import REPOSITORY, QgisError, Session, run
from stage import STAGED

FOLDER = REPOSITORY / "build" / "screenshots"
SCRIPT = REPOSITORY / "tools" / "screenshots_panel_in_qgis.py"
THEMES = {"default": "light", "Night Mapping": "dark"}
IMAGES = REPOSITORY / "docs" / "images"
SHOWN_IN_GUIDE = (
    *("window_light", "list_light", "filters_light", "nothing_found_light", "detail_light", "wide_dark"),
    *("two_catalogues_light", "installed_light", "update_in_list_light", "catalogues_light", "add_catalogue_light"),
    *("options_light", "refreshing_light"),
    *("forms_what_light", "forms_send_light", "forms_drafts_light", "forms_run_light", "forms_need_light"),
)


def main() -> int:
    """Open QGIS once for each theme and gather its pictures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--theme", action="append", choices=sorted(THEMES), help="only this theme of QGIS")
    parser.add_argument("--plugin", type=Path, default=STAGED, help="folder of the plugin (default: the staged one)")
    parser.add_argument("--scale", default="1", help="scaling of the screen: 1, 1.25, 1.5, 2")
    options = parser.parse_args()
    FOLDER.mkdir(parents=True, exist_ok=True)
    taken = []
    try:
        for theme in options.theme or THEMES:
            session = Session(
                script=SCRIPT,
                folder=REPOSITORY / "build" / "panel" / THEMES[theme],
                theme=theme,
                plugin=options.plugin,
                environment={"QT_SCALE_FACTOR": options.scale},
            )
            for picture in sorted(run(session).glob("*.png")):
                scale = "" if options.scale == "1" else f"_{options.scale}x"
                target = FOLDER / f"panel_{picture.stem}_{THEMES[theme]}{scale}.png"
                shutil.copyfile(picture, target)
                taken.append(target.name)
    except QgisError as error:
        print(f"screenshots: {error}", file=sys.stderr)
        return 1
    for name in taken:
        if name in {f"panel_{shown}.png" for shown in SHOWN_IN_GUIDE}:
            shutil.copyfile(FOLDER / name, IMAGES / name)
    print(f"screenshots: {', '.join(taken)} in {FOLDER.relative_to(REPOSITORY)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
