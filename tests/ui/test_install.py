"""The plugin as a user gets it: QGIS's plugin manager installs it from a repository, updates it, removes it."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import package
import pytest
import real_qgis
import repository
from hostile_server import Server
from neighbour import publish_neighbour

SCRIPT = Path(__file__).with_name("install_in_qgis.py")
NEWER = "99.1.0"
SHIPPED = ("processing", "db_manager", "MetaSearch", "grassprovider", "sagaprovider", "otbprovider")
"""Plugins that QGIS ships, where it does; 3.40 and later have no sagaprovider and no otbprovider."""


@pytest.fixture(scope="module", params=[("processing",), SHIPPED], ids=["alone", "beside the plugins of QGIS"])
def seen(request, tmp_path_factory) -> dict[str, object]:
    """What ``install_in_qgis.py`` saw, in a profile without the plugin."""
    if not real_qgis.is_possible():
        pytest.skip("QGIS's desktop or a screen is missing: apt-get install qgis xvfb xauth")
    folder = tmp_path_factory.mktemp("install")
    served = folder / "served"
    served.mkdir()
    server = Server(served)
    package.write_zip(folder / "plugin.zip", package.commit_time())
    renumber(folder / "plugin.zip", folder / "newer.zip")
    repository.make_repository(f"{server.url}/repository", folder / "plugin.zip", served / "repository")
    repository.make_repository(f"{server.url}/repository", folder / "newer.zip", served / "newer")
    publish_neighbour(served / "neighbour")
    environment = {"INSTALL_SERVED": server.url, "INSTALL_FOLDER": str(served)}
    session = real_qgis.Session(SCRIPT, folder / "session", plugin=None, beside=request.param, environment=environment)
    try:
        output = real_qgis.run(session)
    finally:
        server.close()
    log = (session.folder / "qgis.log").read_text(encoding="utf-8", errors="replace")
    return {**json.loads((output / "seen.json").read_text(encoding="utf-8")), "log": log}


def renumber(built: Path, target: Path) -> None:
    """Write the zip again as a newer version, which one of its modules tells."""
    with zipfile.ZipFile(built) as archive, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as newer:
        for entry in archive.infolist():
            content = archive.read(entry).decode("utf-8") if entry.filename.endswith((".txt", ".py")) else None
            if entry.filename.endswith("/metadata.txt"):
                lines = content.splitlines()
                content = "\n".join(f"version={NEWER}" if line.startswith("version=") else line for line in lines)
            elif entry.filename == "crige_ia_plugin/settings.py":
                content += "\nNEWER = True\n"
            newer.writestr(entry, archive.read(entry) if content is None else content)


def version() -> str:
    """Version of this copy."""
    lines = (real_qgis.REPOSITORY / "metadata.txt").read_text(encoding="utf-8").splitlines()
    return next(line.partition("=")[2] for line in lines if line.startswith("version="))


def test_nothing_went_wrong(seen):
    assert not seen["errors"], "\n".join(map(str, seen["errors"]))
    assert "Traceback" not in seen["log"]


def test_the_repository_is_read(seen):
    assert seen["repository"] == ["Extensions du CRIGE", 2, ""]
    assert seen["listed"]["name"] == "CRIGE IA & géodata"
    assert seen["listed"]["version_available"] == version()
    assert seen["listed"]["status_exp"] in ("not installed", "new")
    assert seen["listed"]["icon"].endswith("/repository/crige_ia.png")


def test_it_is_installed_and_its_dock_opens(seen):
    assert set(seen["before"].values()) == {0}
    assert seen["enabled"]
    assert seen["installed"] == [version(), version(), True]
    assert seen["dock"]
    assert seen["there"].pop("modules") > 100
    assert set(seen["there"].values()) == {1}, seen["there"]


def test_a_search_works(seen):
    assert "Tronçonner les routes aux intersections" in seen["found"]


def test_a_tool_runs_from_the_toolbox_on_the_sample(seen):
    assert seen["sample"] >= 4
    assert seen["tool"].startswith("crige_ia:split")
    assert max(features for _, features in seen["made"]) > seen["roads"] > 0


def test_the_help_of_a_tool_fits_beside_it_with_its_picture(seen):
    assert seen["help"] == [[True, 0]]


def test_a_newer_version_takes_its_place(seen):
    assert seen["upgradeable"] == ["upgradeable", NEWER]
    assert seen["updated"] == [NEWER, NEWER, True]
    assert seen["dock_stays_closed"]
    assert seen["there_again"].pop("modules") > 100
    assert set(seen["there_again"].values()) == {1}, seen["there_again"]


def test_settings_and_installed_resources_are_kept(seen):
    assert seen["language"] == "en"
    assert seen["kept"] == [["Région voisine"], "en", True, ["1.0"]]


def test_removed_it_leaves_no_trace(seen):
    assert set(seen["after"].values()) == {0}, seen["after"]
    assert set(seen["option_pages"]) == {0}
    assert not seen["folder"]
    assert seen["known"] == [False, False, False]
    assert not seen["tool_after"]
