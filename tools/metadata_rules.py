"""Check ``metadata.txt`` against what QGIS and its plugin site ask, and against the changelog."""

from __future__ import annotations

import re
import sys
from configparser import ConfigParser, Error
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent
REQUIRED = (
    "name",
    "qgisMinimumVersion",
    "qgisMaximumVersion",
    "description",
    "about",
    "version",
    "author",
    "email",
    "homepage",
    "repository",
    "tracker",
    "license",
    "category",
    "tags",
    "icon",
    "hasProcessingProvider",
)
ADDRESSES = ("homepage", "repository", "tracker")
CATEGORIES = {"Raster", "Vector", "Database", "Mesh", "Web", "Plugins", "Analysis"}


def problems(metadata: str, changelog: str, files: Path) -> list[str]:
    """Return what is wrong, one line each.

    Args:
        metadata: Text of ``metadata.txt``.
        changelog: Text of ``CHANGELOG.md``.
        files: Folder from which the icon's path starts.
    """
    parser = ConfigParser()  # with interpolation, as QGIS reads it: a lone % is an error there
    try:
        parser.read_string(metadata)
        general = dict(parser.items("general"))
    except Error as error:
        return [f"QGIS cannot read it: {error}"]
    # Section [general] gives lower-case keys, in QGIS too.
    missing = [f"{key} is missing or empty" for key in REQUIRED if not general.get(key.lower(), "").strip()]
    return missing or _value_problems(general, changelog, files)


def _value_problems(general: dict[str, str], changelog: str, files: Path) -> list[str]:
    """Return what is wrong in complete metadata."""
    section = re.search(r"^## \[([^\]]+)\]", changelog, re.MULTILINE)
    sound = {
        "version is not like 1.2.3": re.fullmatch(r"\d+\.\d+\.\d+(-[0-9A-Za-z.]+)?", general["version"]),
        "qgisMinimumVersion is not like 3.22": re.fullmatch(r"\d+\.\d+", general["qgisminimumversion"]),
        "qgisMaximumVersion is not like 4.99": re.fullmatch(r"\d+\.\d+", general["qgismaximumversion"]),
        "email is no address": re.fullmatch(r"[^@\s]+@[^@\s]+\.[a-z]+", general["email"]),
        "icon is no file": (files / general["icon"]).is_file(),
        f"category is none of {sorted(CATEGORIES)}": general["category"] in CATEGORIES,
        "hasProcessingProvider is not yes": general["hasprocessingprovider"] == "yes",
        "description[fr] is missing": general.get("description[fr]"),
        "CHANGELOG.md begins neither with [Unreleased] nor with this version": (
            section is not None and section.group(1) in {"Unreleased", general["version"]}
        ),
    }
    for key in ADDRESSES:
        sound[f"{key} is no https address"] = re.fullmatch(r"https://[^\s/]+\.[^\s/]+/\S+", general[key])
    for key in ("description", "about"):
        sound[f"{key} holds HTML, which the plugin site refuses"] = not re.search(r"<[a-zA-Z/]", general[key])
    return [problem for problem, is_sound in sound.items() if not is_sound]


def main() -> int:
    """Say what is wrong; 1 if anything is."""
    metadata = (REPOSITORY / "metadata.txt").read_text(encoding="utf-8")
    changelog = (REPOSITORY / "CHANGELOG.md").read_text(encoding="utf-8")
    found = problems(metadata, changelog, REPOSITORY)
    for problem in found:
        print(f"metadata.txt: {problem}", file=sys.stderr)
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())
