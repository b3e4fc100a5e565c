"""The demonstration: install the zip in a fresh profile, split a road network, measure its routes, show the panel.

    python3 tools/demo.py --zip dist/crige_ia_plugin-0.1.0.zip [--input FILE] [--level-field NAME] [--tolerance 0.5]
        [--route-field NAME]

Without ``--input`` it takes the embedded sample. Everything is written under ``build/demo``: the GeoPackage of the
results, their run sheets, maps, and a picture of the panel in QGIS. It speaks French where the computer does. Routes
are measured when a field names them.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import time
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import real_qgis

REPOSITORY = Path(__file__).resolve().parent.parent
NAME = "crige_ia_plugin"
SPLIT, MEASURE = "crige_ia:splitatintersections", "crige_ia:curvilinearabscissa"
SAMPLE = REPOSITORY / "resources" / "sample" / "town.gpkg"
SAMPLE_LEVEL, SAMPLE_TOLERANCE, SAMPLE_ROUTE = "position_par_rapport_au_sol", 0.5, "cpx_numero"
TABLES = {"SEGMENTS": "segments", "NODES": "nodes", "ANOMALIES": "anomalies"}
ROUTE_TABLES = {"SEGMENTS": "measured", "ROUTES": "routes", "ANOMALIES": "route_anomalies"}

WORDS = {
    "en": {
        "segments": "segments", "nodes": "nodes", "anomalies": "anomalies", "checks": "quality checks passed",
        "tool": "for the tool itself", "whole": "from start to end, QGIS included",
        "energy": "of energy, by estimate", "files": "files",
        "running": "demo: splitting {name} at its intersections…",
        "measuring": "demo: measuring its routes…",
        "measured": "segments with their curvilinear abscissas", "routes": "routes, carriageways and branches",
        "showing": "demo: the resource centre in QGIS…",
        "fictitious": "Villeneuve-la-Fictive: fictitious town, fictitious data",
    },
    "fr": {
        "segments": "tronçons", "nodes": "nœuds", "anomalies": "anomalies", "checks": "contrôles qualité réussis",
        "tool": "pour l'outil lui-même", "whole": "du début à la fin, QGIS compris",
        "energy": "d'énergie, selon une estimation", "files": "fichiers",
        "running": "demo\u00a0: {name}, tronçonnage aux intersections…",
        "measuring": "demo\u00a0: mesure de ses routes…",
        "measured": "tronçons avec leurs abscisses curvilignes", "routes": "routes, chaussées et branches",
        "showing": "demo\u00a0: le centre de ressources dans QGIS…",
        "fictitious": "Villeneuve-la-Fictive\u00a0: ville et données fictives",
    },
}  # fmt: skip


class DemoError(Exception):
    """What stands in the way, and what to do."""


@dataclass(frozen=True)
class Job:
    """What to run, and where to put what comes out."""

    archive: Path
    source: str
    level_field: str | None
    tolerance: float
    route_field: str | None
    folder: Path
    language: str

    @property
    def is_sample(self) -> bool:
        """Whether the input is the embedded sample."""
        return self.source.startswith(str(SAMPLE))

    @property
    def result(self) -> Path:
        """GeoPackage of the outputs."""
        return self.folder / "result.gpkg"

    @property
    def origin(self) -> str:
        """Where the data come from, as the maps say it."""
        return WORDS[self.language]["fictitious"] if self.is_sample else Path(self.source.split("|")[0]).name

    @property
    def plugins(self) -> Path:
        """Folder where the zip is installed."""
        return self.folder / "profile" / "profiles" / "default" / "python" / "plugins"


def main() -> int:
    """Read the command line and run the demonstration."""
    try:
        job = _job()
        words = WORDS[job.language]
        install(job)
        print(words["running"].format(name=Path(job.source.split("|")[0]).name), flush=True)
        seconds = split(job)
        draw(job, "render_map.py", "map.png", *(["--level-field", job.level_field] if job.level_field else []))
        report(job, seconds)
        if job.route_field:
            print("\n" + words["measuring"], flush=True)
            seconds = measure(job)
            draw(job, "render_routes.py", "abscissas.png")
            report_routes(job, seconds)
        print("\n" + words["showing"], flush=True)
        show_panel(job)
    except DemoError as error:
        print(f"demo: {error}", file=sys.stderr)
        return 1
    return 0


def _job() -> Job:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--zip", type=Path, required=True, help="the plugin, as make package builds it")
    parser.add_argument("--input", help="lines to split: a file, or FILE|layername=NAME")
    parser.add_argument("--level-field", help="field that tells bridges from roads below")
    parser.add_argument("--tolerance", type=float, help="snapping distance, in the units of the layer")
    parser.add_argument("--route-field", help="field that names the route of each road")
    parser.add_argument("--output", type=Path, default=REPOSITORY / "build" / "demo", help="folder to write")
    parser.add_argument("--language", choices=sorted(WORDS), default=_language())
    options = parser.parse_args()
    if not options.zip.is_file():
        raise DemoError(f"{options.zip} is not there: build it with `make package`")
    if options.input is None:
        source, level = f"{SAMPLE}|layername=troncon_de_route", options.level_field or SAMPLE_LEVEL
        tolerance = SAMPLE_TOLERANCE if options.tolerance is None else options.tolerance
        route = options.route_field or SAMPLE_ROUTE
    else:
        path, *layer = options.input.split("|", 1)
        if not Path(path).exists():
            raise DemoError(f"{path} is not there: give INPUT the path of a file of lines")
        source, level = "|".join([str(Path(path).resolve()), *layer]), options.level_field
        tolerance, route = options.tolerance or 0.0, options.route_field
    return Job(options.zip, source, level, tolerance, route, options.output.resolve(), options.language)


def _language() -> str:
    """French where the computer's language is French; a bare C locale says nothing about its user."""
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(variable, "")
        if value and not value.startswith(("C", "POSIX")):
            return "fr" if value.startswith("fr") else "en"
    return "en"


def install(job: Job) -> None:
    """Unzip the plugin into a new profile and switch it on."""
    try:
        shutil.rmtree(job.folder, ignore_errors=True)
        job.plugins.mkdir(parents=True)
        with zipfile.ZipFile(job.archive) as archive:
            archive.extractall(job.plugins)
        settings = job.plugins.parents[1] / "QGIS" / "QGIS3.ini"
        settings.parent.mkdir()
        settings.write_text(
            f"[PythonPlugins]\n{NAME}=true\n\n[locale]\nuserLocale={job.language}\noverrideFlag=true\n",
            encoding="utf-8",
        )
    except (OSError, zipfile.BadZipFile) as error:
        raise DemoError(f"the plugin could not be installed under {job.folder}: {error}") from error


def split(job: Job) -> float:
    """Split the network, and return the seconds it took."""
    parameters = {"INPUT": job.source, "TOLERANCE": str(job.tolerance)}
    if job.level_field:
        parameters["LEVEL_FIELD"] = job.level_field
    return run(job, SPLIT, parameters, TABLES, "report.html")


def measure(job: Job) -> float:
    """Measure the routes of the network as it came, and return the seconds it took."""
    parameters = {"INPUT": job.source, "ROUTE_FIELD": job.route_field or ""}
    if job.is_sample:
        parameters |= {"START": "markers", "START_POINTS": f"{SAMPLE}|layername=point_de_repere"}
    return run(job, MEASURE, parameters, ROUTE_TABLES, "abscissas.html")


def run(job: Job, algorithm: str, parameters: dict[str, str], tables: dict[str, str], sheet: str) -> float:
    """Run an algorithm through ``qgis_process`` and return the seconds it took."""
    outputs = {name: f"ogr:dbname='{job.result}' table=\"{table}\" (geom)" for name, table in tables.items()}
    given = {**parameters, **outputs, "REPORT": str(job.folder / sheet)}
    command = [_qgis_process(), "run", algorithm]
    command += ["--", *(f"{name}={value}" for name, value in given.items())]
    environment = dict(os.environ, QGIS_CUSTOM_CONFIG_PATH=str(job.folder / "profile"))
    environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    start = time.monotonic()
    done = subprocess.run(command, env=environment, capture_output=True, text=True, errors="replace", check=False)
    seconds = time.monotonic() - start
    if done.returncode != 0 or not (job.folder / sheet).is_file():
        log = job.folder / "qgis_process.log"
        log.write_text(done.stdout + done.stderr, encoding="utf-8")
        raise DemoError(f"{_reason(done, algorithm)}\ndemo: everything QGIS said is in {log}")
    return seconds


def _qgis_process() -> str:
    """Debian 12's ``qgis_process`` is a wrapper that breaks: the program itself comes first."""
    for name in ("qgis_process.bin", "qgis_process"):
        found = shutil.which(name)
        if found:
            return found
    raise DemoError("qgis_process is not there: install QGIS (apt-get install qgis), then run make demo again")


def _reason(done: subprocess.CompletedProcess[str], algorithm: str) -> str:
    """Why the run failed: the last line of what ``qgis_process`` said."""
    if "not found" in done.stderr and algorithm in done.stderr:
        return f"QGIS does not know {algorithm}: the plugin was not loaded"
    lines = [line.strip() for line in done.stderr.splitlines() if line.strip()]
    return lines[-1] if lines else f"qgis_process stopped with status {done.returncode}"


def draw(job: Job, script: str, picture: str, *options: str) -> None:
    """Draw a map of the result."""
    command = [sys.executable, str(REPOSITORY / "tools" / script), "--language", job.language]
    command += ["--result", str(job.result), "--output", str(job.folder / picture), "--source", job.origin]
    command += ["--plugins", str(job.plugins), *options]
    if job.is_sample:
        command += ["--backdrop", str(SAMPLE)]
    done = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
    if done.returncode != 0:
        lines = [line for line in done.stderr.splitlines() if line.strip()]
        raise DemoError(f"the map could not be drawn: {lines[-1] if lines else done.returncode}")


def show_panel(job: Job) -> None:
    """Open QGIS's window with the zip's plugin, on a virtual screen if need be, and take a picture of its panel."""
    session = real_qgis.Session(
        script=REPOSITORY / "tools" / "demo_panel_in_qgis.py",
        folder=job.folder / "window",
        language=job.language,
        plugin=job.plugins / NAME,
    )
    try:
        shutil.copyfile(real_qgis.run(session) / "panel.png", job.folder / "panel.png")
    except (real_qgis.QgisError, OSError) as error:
        raise DemoError(f"the panel could not be shown: {error}") from error
    shutil.rmtree(session.folder, ignore_errors=True)
    _print(job, [], ("panel.png",))


def report(job: Job, seconds: float) -> None:
    """Print what came out of the split, from its run sheet: counts, anomalies by kind, checks, cost, files."""
    words, sheet = WORDS[job.language], _run_sheet(job.folder / "report.html")
    counts = {figure["name"]: figure["value"] for figure in sheet["results"]}
    checks = [check["passed"] for check in sheet["checks"]]
    rows = [(_number(counts[name]), words[table]) for name, table in TABLES.items()]
    for table in sheet["tables"]:
        rows += [(_number(count), f"  {severity.lower()} · {anomaly}") for anomaly, severity, count in table["rows"]]
    rows.append((f"{sum(checks)}/{len(checks)}", words["checks"]))
    _print(job, [*rows, *_cost(sheet, seconds, job.language)], ("map.png", "report.html", "result.gpkg"))


def report_routes(job: Job, seconds: float) -> None:
    """Print what came out of the measuring, from its run sheet: counts, cost, files."""
    words, sheet = WORDS[job.language], _run_sheet(job.folder / "abscissas.html")
    counts = {figure["name"]: figure["value"] for figure in sheet["results"]}
    rows = [(_number(counts[name]), words[ROUTE_TABLES[name]]) for name in ("ROUTES", "SEGMENTS")]
    _print(job, [*rows, *_cost(sheet, seconds, job.language)], ("abscissas.png", "abscissas.html"))


def _cost(sheet: dict[str, Any], seconds: float, language: str) -> list[tuple[str, str]]:
    words, cost = WORDS[language], sheet["cost"]
    return [
        (_decimal(cost["duration_s"], language) + " s", words["tool"]),
        (_decimal(seconds, language) + " s", words["whole"]),
        (_energy(cost["energy"]["energy_wh"], language), words["energy"]),
    ]


def _print(job: Job, rows: list[tuple[str, str]], files: tuple[str, ...]) -> None:
    print()
    for value, label in rows:
        print(f"  {value:>10}  {label}")
    for number, name in enumerate(files):
        title = "" if number else WORDS[job.language]["files"]
        print(f"  {title:>10}  {_shown(job.folder / name)}")


def _run_sheet(page: Path) -> dict[str, Any]:
    """Read the facts that a run sheet holds as JSON."""
    text = page.read_text(encoding="utf-8") if page.is_file() else ""
    found = re.search(r'<script type="application/json" id="runsheet">(.*?)</script>', text, re.DOTALL)
    if found is None:
        raise DemoError(f"{page} holds no run sheet")
    return json.loads(found.group(1))


def _number(count: int) -> str:
    """A count with its thousands apart, as in both languages."""
    return f"{count:,}".replace(",", "\u202f")


def _decimal(value: float, language: str) -> str:
    """A number with two significant digits at least."""
    text = f"{value:.2f}" if value < 10 else f"{value:.0f}"
    return text.replace(".", ",") if language == "fr" else text


def _energy(watt_hours: float, language: str) -> str:
    """An energy in the unit that suits its size."""
    value, unit = (watt_hours * 1000, "mWh") if watt_hours < 1 else (watt_hours, "Wh")
    return f"≈ {_decimal(value, language)} {unit}"


def _shown(path: Path) -> str:
    try:
        return str(path.relative_to(Path.cwd()))
    except ValueError:
        return str(path)


if __name__ == "__main__":
    sys.exit(main())
