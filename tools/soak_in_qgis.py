"""Run inside QGIS by ``soak.py``: use the plugin again and again, and note what each round leaves."""

import gc
import os
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from importlib import import_module
from pathlib import Path

from qgis import utils
from qgis.core import (
    Qgis,
    QgsApplication,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProject,
    QgsSettings,
)
from qgis.PyQt.QtCore import QObject
from qgis.utils import iface

sys.path.insert(0, str(Path(os.environ["CRIGE_IA_REPOSITORY"]) / "tests" / "support"))
from driving import OUTPUT, begin, seen
from hostile_server import Server
from neighbour import publish_neighbour
from traces import NAME, count, is_open, the_dock

MINUTES = float(os.environ["SOAK_MINUTES"])
MODEL = ("region-voisine", "modele-haies")
PARTS = os.environ.get("SOAK_PARTS", "search install run_tools change_project change_language reload").split()
"""What a round is made of; fewer tell which of them makes something grow."""

RELOADS = 1 if "SOAK_PARTS" in os.environ else 10
"""Every so many rounds, a reload: PyQt keeps something of each class that is dropped (``kept_by_pyqt``)."""

SEARCHES = ("houppiers", "tronconner", "passage pieton", "lidar", "C++ (", "qqqzzz", "")

rounds: list[dict[str, object]] = []
warnings: list[str] = []


def hear(message: str, tag: str, level: Qgis.MessageLevel) -> None:
    """Keep what is said of us in QGIS's log, notices apart."""
    if "crige" in f"{tag} {message}".lower() and level in (Qgis.MessageLevel.Warning, Qgis.MessageLevel.Critical):
        warnings.append(f"round {len(rounds)}: {message}")


QgsApplication.messageLog().messageReceived.connect(hear)


def steps() -> Iterator[object]:
    """One round after another until the time is over; then the plugin goes, and what is left is counted."""
    publish_neighbour(OUTPUT / "www")
    server = Server(OUTPUT / "www")
    iface.mainWindow().resize(1366, 768)
    yield is_open
    source = {"id": MODEL[0], "title": "Région voisine", "kind": "static", "location": server.url}
    ours("settings").SOURCES.set([source])
    the_dock().reopen_centre(then_refresh=True)
    yield is_idle
    seen["rounds"], seen["warnings"] = rounds, warnings
    end = time.monotonic() + 60 * MINUTES
    begun = time.monotonic()
    while time.monotonic() < end:
        for name in PARTS:
            if name != "reload" or len(rounds) % RELOADS == 0:
                yield from globals()[name]()
        server.requests.clear()  # what it remembers would grow
        rounds.append({"seconds": round(time.monotonic() - begun), **state()})
    utils.unloadPlugin(NAME)
    yield 500
    server.close()
    seen["left"] = {**count(), "tasks": QgsApplication.taskManager().count(), "threads": threads()}
    seen["left"].pop("modules")
    seen["alive"] = alive()
    seen["kept_by_pyqt"] = kept_by_pyqt()


def ours(name: str) -> object:
    """A module of the plugin as it is now: it is another after each reload."""
    return import_module(f"{NAME}.{name}")


def is_idle() -> bool:
    """Whether the panel is open and nothing is under way."""
    return is_open() and the_dock().host.jobs.status() is None


def search() -> Iterator[object]:
    """Type, filter, look at cards."""
    browser = the_dock().browser
    for text in SEARCHES:
        browser.state.set_text(text)
        yield 100
        if browser.model.rowCount():
            browser.open_row(browser.model.card(0).row)
            browser.grab()
            browser.step_back()
    browser.state.set_value("theme", "houppiers", True)
    yield 100
    browser.state.clear_all()
    the_dock().host.refresh_catalogues()
    yield 50
    the_dock().host.jobs.cancel()
    yield is_idle
    the_dock().host.refresh_catalogues()
    yield is_idle


def install() -> Iterator[object]:
    """Install a model, and take it away."""
    browser = the_dock().browser
    for verb in ("install", "remove"):
        browser.open_key(MODEL)
        action = next(one for one in browser.detail.page.actions if one.verb.value == verb)
        browser.detail.actionAsked.emit(action)
        yield 50
        yield is_idle
    browser.step_back()


def run_tools() -> Iterator[object]:
    """Run a tool to its end, then another that is cancelled, each in QGIS's background."""
    for cancelled in (False, True):
        task = tool_task()
        ended: list[bool] = []
        task.executed.connect(lambda done, _, ended=ended: ended.append(done))
        QgsApplication.taskManager().addTask(task)
        if cancelled:
            yield 30
            with suppress(RuntimeError):  # it was faster, and QGIS has taken it away
                task.cancel()
        yield lambda ended=ended: ended
        if not cancelled and not ended[0]:
            warnings.append(f"round {len(rounds)}: the tool did not run")
    del task


def tool_task() -> QgsProcessingAlgRunnerTask:
    """A task that splits the sample town into a file."""
    town = Path(ours("paths").RESOURCES) / "sample" / "town.gpkg"
    parameters = {
        "INPUT": f"{town}|layername=troncon_de_route",
        "LEVEL_FIELD": "position_par_rapport_au_sol",
        "TOLERANCE": 0.5,
        "SEGMENTS": str(OUTPUT / "segments.gpkg"),
        "REPORT": str(OUTPUT / "run.html"),
    }
    algorithm = QgsApplication.processingRegistry().algorithmById("crige_ia:splitatintersections")
    context, feedback = QgsProcessingContext(), QgsProcessingFeedback()
    task = QgsProcessingAlgRunnerTask(algorithm, parameters, context, feedback)
    task.kept = (context, feedback)
    return task


def change_project() -> Iterator[object]:
    """Add the sample town, then begin a new project."""
    browser = the_dock().browser
    browser.open_key(("crige-paca", "jeu-de-demonstration"))
    browser.detail.primary.click()
    yield lambda: QgsProject.instance().mapLayers()
    yield 200
    browser.step_back()
    iface.newProject(False)
    yield lambda: not QgsProject.instance().mapLayers()


def change_language() -> Iterator[object]:
    """Ask for the resources in the other language, as the options do."""
    language = ours("settings").LANGUAGE
    language.set("en" if language.get() == "fr" else "fr")
    the_dock().reopen_centre()
    yield is_idle


def reload() -> Iterator[object]:
    """Unload the plugin and load it again, in the other language of QGIS."""
    settings = QgsSettings()
    other = "en" if settings.value("locale/userLocale") == "fr" else "fr"
    utils.unloadPlugin(NAME)
    yield 200
    settings.setValue("locale/userLocale", other)
    utils.loadPlugin(NAME)
    utils.startPlugin(NAME)
    the_dock().show()
    yield is_idle


def state() -> dict[str, object]:
    """What there is at the end of a round."""
    objects = sum(alive().values())
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    descriptors = len(list(Path("/proc/self/fd").iterdir()))
    return {
        "MiB": round(pages * os.sysconf("SC_PAGE_SIZE") / 2**20, 1),
        "files": descriptors,
        "threads": len(threads()),
        "widgets": len(QgsApplication.allWidgets()),
        "objects": objects,
    }


def kept_by_pyqt(methods: int = 20, classes: int = 500) -> dict[str, float]:
    """Objects of Python that stay of each class with so many methods, once it is dropped: a plain one, one of Qt's."""
    kept = {}
    for base in (object, QObject):
        before = 0
        for number in range(2 * classes):
            if number == classes:  # the first fill caches
                gc.collect()
                before = sys.getallocatedblocks()
            type("Dropped", (base,), {f"method_{place}": lambda self: None for place in range(methods)})
        gc.collect()
        kept[base.__name__] = round((sys.getallocatedblocks() - before) / classes, 1)
    return kept


def threads() -> list[str]:
    """Python's threads, but the main one and that of the catalogue's server here."""
    spared = {threading.main_thread().name}
    return [one.name for one in threading.enumerate() if one.name not in spared and "serve" not in one.name.lower()]


def alive() -> Counter:
    """Qt objects of the plugin's own classes."""
    gc.collect()
    mine = (one for one in gc.get_objects() if isinstance(one, QObject) and type(one).__module__.startswith(NAME))
    return Counter(f"{type(one).__module__}.{type(one).__name__}" for one in mine)


begin(steps(), limit=60 * MINUTES + 180)
