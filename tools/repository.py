"""Make a plugin repository of a built zip: the folder to put on a web server, for QGIS's plugin manager.

repository.py URL ZIP FOLDER    FOLDER receives plugins.xml, the zip and the icon, which QGIS will look for at URL
"""

from __future__ import annotations

import configparser
import shutil
import sys
import time
import zipfile
from pathlib import Path, PurePosixPath
from urllib.parse import quote, urlsplit
from xml.etree import ElementTree

from stage import NAME

INDEX = "plugins.xml"

# QGIS's name of each element → that of metadata.txt.
ELEMENTS = {
    "description": "description",
    "about": "about",
    "version": "version",
    "qgis_minimum_version": "qgisMinimumVersion",
    "qgis_maximum_version": "qgisMaximumVersion",
    "homepage": "homepage",
    "author_name": "author",
    "author_email": "email",
    "experimental": "experimental",
    "deprecated": "deprecated",
    "tracker": "tracker",
    "repository": "repository",
    "tags": "tags",
    "category": "category",
    "changelog": "changelog",
    "server": "server",
}


class RepositoryError(Exception):
    """What stands in the way, and what to do."""


def make_repository(url: str, package: Path, folder: Path) -> None:
    """Make the folder anew: aside first, so that one is never half made.

    Args:
        url: Address that the folder will have.
        package: The plugin's zip.
        folder: What is made; what was there is replaced.

    Raises:
        RepositoryError: the address or the zip will not do.
    """
    base = _base_address(url)
    aside = folder.with_name(f".{folder.name}")
    shutil.rmtree(aside, ignore_errors=True)
    aside.mkdir(parents=True)
    with zipfile.ZipFile(package) as archive:
        metadata = _read_metadata(archive)
        icon = PurePosixPath(metadata["icon"])
        (aside / icon.name).write_bytes(archive.read(f"{NAME}/{icon}"))
        date = archive.getinfo(f"{NAME}/metadata.txt").date_time
    # QGIS takes what stands before the first point of this name for the name of the plugin's folder.
    file_name = f"{NAME}.{metadata['version']}.zip"
    shutil.copyfile(package, aside / file_name)
    told = {name: metadata.get(key, "") for name, key in ELEMENTS.items()}
    told |= {
        "file_name": file_name,
        "download_url": base + quote(file_name),
        "icon": base + quote(icon.name),  # whole: QGIS drops the port of a relative one
        "update_date": time.strftime("%Y-%m-%dT%H:%M:%S", (*date, 0, 0, 0)),
    }
    _write_index(aside / INDEX, metadata["name"], told)
    shutil.rmtree(folder, ignore_errors=True)
    aside.rename(folder)


def _base_address(url: str) -> str:
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment:
        raise RepositoryError(f"no address of a folder on a web server: {url!r} (URL=https://example.org/qgis)")
    folder = url[: -len(INDEX)] if url.endswith("/" + INDEX) else url
    return folder.rstrip("/") + "/"


def _read_metadata(archive: zipfile.ZipFile) -> configparser.SectionProxy:
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    try:
        parser.read_string(archive.read(f"{NAME}/metadata.txt").decode("utf-8"))
        return parser["general"]
    except (KeyError, UnicodeDecodeError, configparser.Error) as error:
        raise RepositoryError(f"{archive.filename} holds no metadata of the plugin: {error}") from error


def _write_index(path: Path, name: str, told: dict[str, str]) -> None:
    root = ElementTree.Element("plugins")
    plugin = ElementTree.SubElement(root, "pyqgis_plugin", name=name, version=told["version"])
    for element, text in told.items():
        ElementTree.SubElement(plugin, element).text = text
    ElementTree.indent(root)
    ElementTree.ElementTree(root).write(path, encoding="utf-8", xml_declaration=True)


def main() -> int:
    """Make the repository named on the command line, and say where it is to be put."""
    url, package, folder = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    try:
        make_repository(url, package, folder)
    except RepositoryError as error:
        print(f"repository: {error}", file=sys.stderr)
        return 1
    print(f"repository: {folder}/ to be served as {_base_address(url)}; in QGIS add {_base_address(url)}{INDEX}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
