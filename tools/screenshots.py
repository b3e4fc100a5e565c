"""Take pictures of the plugin in the real QGIS, in French, on a virtual screen; draw the demo's map and run sheet.

    python3 tools/screenshots.py --zip dist/crige_ia_plugin-0.1.0.zip

The plugin is installed from its zip into a fresh profile. QGIS runs ``screenshots_in_qgis.py`` and is stopped when it
takes too long. The map is drawn in English and in French; the run sheet by Chromium, where there is one. The pictures
that the documents show are then copied from build/screenshots to docs/images.
"""

from __future__ import annotations

import argparse
import os
import shutil
import signal
import subprocess
import sys
import zipfile
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent
FOLDER = REPOSITORY / "build" / "screenshots"
IMAGES = REPOSITORY / "docs" / "images"
SHOWN_IN_DOCUMENTS = ("toolbox.png", "dialog.png", "result.png", "anomalies.png")
LOCALE = "fr_FR.UTF-8"
MAPS = {"en": "demo_town.png", "fr": "demo_town_fr.png"}
ABSCISSAS, EVENTS, N88 = "abscissas.png", ("accidents_on_routes.png", "homogeneous_sections.png"), "n88_rodez.png"
N88_SOURCE = "IGN, BD TOPO (extrait autour de Rodez) · bornes du réseau routier national, 2025, Licence Ouverte"
RUN_SHEET = "run_sheet.png"
RUN_SHEET_SIZE = "1000,1090"
TIME_LIMIT = 240
"""Seconds after which QGIS is stopped."""

SETTINGS = """\
[PythonPlugins]
crige_ia_plugin=true
processing=true

[locale]
userLocale=fr
overrideFlag=true
globalLocale=fr_FR

[UI]
UITheme=default

[qgis]
checkVersion=false
askToSaveProjectChanges=false
enableMacros=Never
symbolsListGroupsIndex=0
projOpenAtLaunch=0

[app]
projections\\defaultProjectCrs=EPSG:2154

[core]
NewsFeed\\httpsfeedqgisorg\\disabled=true
httpsfeedqgisorg\\disabled=true

[Processing]
Configuration\\SHOW_CRS_DEF=false
"""


class ScreenshotError(Exception):
    """What stands in the way, and what to do."""


def main() -> int:
    """Install, open QGIS, wait for its pictures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--zip", type=Path, required=True, help="the plugin, as make package builds it")
    options = parser.parse_args()
    try:
        if not options.zip.is_file():
            raise ScreenshotError(f"{options.zip} is not there: build it with `make package`")
        _install(options.zip)
        _open_qgis()
        _run_demo(options.zip)
        _draw_routes()
        taken = sorted(path.name for path in FOLDER.glob("*.png"))
        missing = {*SHOWN_IN_DOCUMENTS, *MAPS.values(), ABSCISSAS, *EVENTS} - set(taken)
        if missing:
            raise ScreenshotError(
                f"QGIS gave no {', '.join(sorted(missing))}: read {FOLDER / 'qgis.log'} to see what it said"
            )
    except ScreenshotError as error:
        print(f"screenshots: {error}", file=sys.stderr)
        return 1
    IMAGES.mkdir(parents=True, exist_ok=True)
    for name in (*SHOWN_IN_DOCUMENTS, *MAPS.values(), ABSCISSAS, *EVENTS, N88, RUN_SHEET):
        if name in taken:
            shutil.copyfile(FOLDER / name, IMAGES / name)
    if N88 not in taken:
        print(f"screenshots: {N88} was left as it was: it takes real data (set CRIGE_IA_TEST_DATA)")
    if RUN_SHEET not in taken:
        print(f"screenshots: {RUN_SHEET} was left as it was: it takes Chromium (apt-get install chromium)")
    print(f"screenshots: {', '.join(taken)} in {FOLDER.relative_to(REPOSITORY)}")
    return 0


def _install(archive: Path) -> None:
    shutil.rmtree(FOLDER, ignore_errors=True)
    profile = FOLDER / "profile" / "profiles" / "default"
    (profile / "QGIS").mkdir(parents=True)
    (profile / "QGIS" / "QGIS3.ini").write_text(SETTINGS, encoding="utf-8")
    with zipfile.ZipFile(archive) as opened:
        opened.extractall(profile / "python" / "plugins")


def _open_qgis() -> None:
    """Run QGIS until its script ends, or until the time is up; then nothing of it is left behind."""
    if shutil.which("qgis") is None:
        raise ScreenshotError("QGIS is not there: apt-get install qgis")
    command = ["qgis", "--nologo", "--noversioncheck", "--profiles-path", str(FOLDER / "profile")]
    command += ["--code", str(REPOSITORY / "tools" / "screenshots_in_qgis.py")]
    if not os.environ.get("DISPLAY"):
        if shutil.which("xvfb-run") is None:
            raise ScreenshotError("there is no screen: apt-get install xvfb xauth, then run make screenshots again")
        command = ["xvfb-run", "--auto-servernum", "--server-args=-screen 0 1600x1000x24", *command]
    with (FOLDER / "qgis.log").open("w", encoding="utf-8") as log:
        process = subprocess.Popen(
            command, env=_environment(), stdout=log, stderr=subprocess.STDOUT, start_new_session=True
        )
        try:
            process.wait(TIME_LIMIT)
        except subprocess.TimeoutExpired:
            raise ScreenshotError(f"QGIS took more than {TIME_LIMIT} s and was stopped") from None
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()


def _run_demo(archive: Path) -> None:
    """Draw the map of the sample in both languages, and picture its run sheet in French."""
    for language, name in MAPS.items():
        output = FOLDER / f"demo_{language}"
        command = [sys.executable, str(REPOSITORY / "tools" / "demo.py"), "--zip", str(archive)]
        command += ["--language", language, "--output", str(output)]
        _draw(command)
        shutil.copyfile(output / "map.png", FOLDER / name)
    shutil.copyfile(output / "abscissas.png", FOLDER / ABSCISSAS)
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is not None:
        command = [chromium, "--headless", "--disable-gpu", "--hide-scrollbars", f"--window-size={RUN_SHEET_SIZE}"]
        command += ["--no-sandbox"] if os.geteuid() == 0 else []
        command += [f"--screenshot={FOLDER / RUN_SHEET}", (FOLDER / "demo_fr" / "report.html").as_uri()]
        subprocess.run(command, capture_output=True, check=False, timeout=TIME_LIMIT)


def _draw_routes() -> None:
    """Draw the sample's routes with events, and the N88 where the real data are."""
    tool = [sys.executable, str(REPOSITORY / "tools" / "render_events.py")]
    _draw([*tool, "--output", str(FOLDER)])
    roads = Path(os.environ.get("CRIGE_IA_TEST_DATA", REPOSITORY.parent / "shared" / "data")) / "roads"
    if (roads / "bdtopo_rodez.gpkg").is_file():
        tool = [sys.executable, str(REPOSITORY / "tools" / "render_calibration.py"), "--source", N88_SOURCE]
        tool += ["--roads", str(roads / "bdtopo_rodez.gpkg"), "--markers", str(roads / "rrn_bornes2025.gpkg")]
        _draw([*tool, "--output", str(FOLDER / N88)])


def _draw(command: list[str]) -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise ScreenshotError(f"{Path(command[1]).name} failed: {done.stderr.strip()}")


def _environment() -> dict[str, str]:
    """The environment of a French user; the language is built for this run where the computer lacks it."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("LC_")}
    environment.pop("QT_QPA_PLATFORM", None)
    environment.update(
        LANG=LOCALE, LANGUAGE="fr", CRIGE_IA_SCREENSHOTS=str(FOLDER), CRIGE_IA_REPOSITORY=str(REPOSITORY)
    )
    known = subprocess.run(["locale", "-a"], capture_output=True, text=True, check=False).stdout.lower()
    if "fr_fr.utf8" not in known and shutil.which("localedef"):
        locales = REPOSITORY / "build" / "locales"
        locales.mkdir(parents=True, exist_ok=True)
        if not (locales / LOCALE).is_dir():
            built = ["localedef", "-i", "fr_FR", "-f", "UTF-8", str(locales / LOCALE)]
            subprocess.run(built, capture_output=True, check=False)
        environment["LOCPATH"] = str(locales)
    return environment


if __name__ == "__main__":
    sys.exit(main())
