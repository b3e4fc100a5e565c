"""Run inside QGIS by ``test_install.py``: the plugin manager installs the plugin, updates it, removes it."""

import os
import shutil
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pyplugin_installer
from pyplugin_installer.installer_data import plugins, repositories
from qgis import core, utils
from qgis.core import QgsApplication, QgsProject, QgsSettings
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QDialog, QDialogButtonBox, QDockWidget, QTextBrowser
from qgis.utils import iface

sys.path.insert(0, str(Path(os.environ["CRIGE_IA_REPOSITORY"]) / "tests" / "support"))
from driving import OUTPUT, begin, click, seen, when
from traces import NAME, count, is_open, option_pages, the_dock

SERVED = os.environ["INSTALL_SERVED"]
FOLDER = Path(os.environ["INSTALL_FOLDER"])
NEIGHBOUR = {"id": "region-voisine", "title": "Région voisine", "kind": "static", "location": f"{SERVED}/neighbour/"}
MODEL = ("region-voisine", "modele-haies")


def steps() -> Iterator[object]:
    """Do one thing after another."""
    window = iface.mainWindow()
    window.resize(1366, 768)
    seen["before"] = count()
    yield from add_repository()
    yield from install()
    yield from search()
    yield from run_a_tool()
    yield from settle_in()
    yield from update()
    yield from remove(Path(ours("paths").PACKAGE))


def ours(name: str) -> object:
    """A module of the plugin as it is now."""
    return import_module(f"{NAME}.{name}")


def listed() -> dict[str, object]:
    """What the plugin manager knows of the plugin."""
    return dict(plugins.all().get(NAME, {}))


def add_repository() -> Iterator[object]:
    """In the plugin manager's own dialog, experimental plugins being shown."""
    if hasattr(core, "QgsSettingsTree") and core.QgsSettingsTree.node("plugin-manager") is not None:
        core.QgsSettingsTree.node("plugin-manager").childSetting("allow-experimental").setValue(True)
    else:
        QgsSettings().setValue("app/plugin_installer/allowExperimental", True)
    when(repository_dialog, fill_repository)
    pyplugin_installer.instance().addRepository()  # comes back once its list is read
    yield 200
    key = next(name for name, known in repositories.all().items() if known["url"].startswith(SERVED))
    seen["repository"] = [key, repositories.all()[key]["state"], repositories.all()[key]["error"]]
    seen["listed"] = {name: listed().get(name) for name in ("name", "version_available", "status_exp", "icon")}


def repository_dialog() -> QDialog | None:
    """The manager's dialog of a repository, once it is in sight."""
    opened = (found for found in QgsApplication.topLevelWidgets() if found.isVisible())
    return next((found for found in opened if hasattr(found, "editURL")), None)


def fill_repository(dialog) -> None:
    """Type a name and the address, and accept."""
    QTest.keyClicks(dialog.editName, "Extensions du CRIGE")
    dialog.editURL.selectAll()  # it begins with "http://"
    QTest.keyClicks(dialog.editURL, f"{SERVED}/repository/plugins.xml")
    click(dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok))


def install() -> Iterator[object]:
    """Install, as the manager's button does; the dock opens by itself, this first time."""
    pyplugin_installer.instance().installPlugin(NAME, quiet=True, stable=False)
    yield is_open
    seen["enabled"] = QgsSettings().value(f"PythonPlugins/{NAME}", False, type=bool)
    seen["installed"] = [listed()["version_installed"], ours("__about__").VERSION, NAME in utils.active_plugins]
    seen["dock"] = the_dock().isVisible()
    seen["there"] = count()
    iface.mainWindow().grab().save(str(OUTPUT / "installed.png"))


def search() -> Iterator[object]:
    """Type in the panel."""
    browser = the_dock().browser
    QgsApplication.setActiveWindow(iface.mainWindow())  # a virtual screen has no window manager to do it
    browser.focus_search()
    QTest.keyClicks(browser.search, "tronconner")
    yield lambda: browser.state.text == "tronconner"
    yield 300
    seen["found"] = [browser.model.card(number).title for number in range(browser.model.rowCount())]
    browser.state.clear_all()


def run_a_tool() -> Iterator[object]:
    """Add the sample from its card, find the tool in Processing's toolbox, run it from its dialog."""
    browser = the_dock().browser
    browser.open_key(("crige-paca", "jeu-de-demonstration"))
    yield 300
    click(browser.detail.primary)
    yield lambda: QgsProject.instance().mapLayers()
    browser.step_back()
    before = set(QgsProject.instance().mapLayers())
    seen["sample"] = len(before)
    roads = next(found for found in QgsProject.instance().mapLayers().values() if "oute" in found.name())
    iface.setActiveLayer(roads)
    toolbox = iface.mainWindow().findChild(QDockWidget, "ProcessingToolbox")
    toolbox.show()
    toolbox.searchBox.setText("Tronçonner les routes aux intersections")
    yield 500
    seen["tool"] = toolbox.algorithmTree.selectedAlgorithm().id()
    QTimer.singleShot(0, lambda: QTest.keyClick(toolbox.searchBox, Qt.Key.Key_Return))  # 3.22 stays in the dialog
    yield lambda: tool_dialog() is not None
    dialog = tool_dialog()
    yield 500
    pictured = (found for found in dialog.findChildren(QTextBrowser) if "<img" in found.toHtml())
    seen["help"] = [(found.isVisible(), found.horizontalScrollBar().maximum()) for found in pictured]
    click(dialog.runButton())
    yield lambda: set(QgsProject.instance().mapLayers()) - before
    made = [found for key, found in QgsProject.instance().mapLayers().items() if key not in before]
    seen["made"] = [[found.name(), found.featureCount()] for found in made]
    seen["roads"] = roads.featureCount()
    dialog.grab().save(str(OUTPUT / "tool.png"))
    dialog.close()
    yield 200
    QgsProject.instance().clear()


def tool_dialog() -> QDialog | None:
    """Processing's dialog."""
    opened = (found for found in QgsApplication.topLevelWidgets() if found.isVisible())
    return next((found for found in opened if hasattr(found, "runButton")), None)


def settle_in() -> Iterator[object]:
    """Choose a language, add a catalogue, install a model of it, close the panel."""
    settings = ours("settings")
    settings.LANGUAGE.set("en")
    settings.SOURCES.set([NEIGHBOUR])
    the_dock().reopen_centre(then_refresh=True)  # as the options do
    browser, host = the_dock().browser, the_dock().host
    yield lambda: host.jobs.status() is None and browser.centre.find(MODEL) is not None
    browser.open_key(MODEL)
    yield 300
    click(browser.detail.primary)
    yield lambda: host.jobs.status() is None and MODEL in set(browser.centre.holdings.keys())
    browser.step_back()
    the_dock().hide()  # as some users do: an update does not open it again
    yield 100


def update() -> Iterator[object]:
    """A newer version is put in the repository; the manager sees it, and installs it over the other."""
    shutil.rmtree(FOLDER / "repository")
    (FOLDER / "newer").rename(FOLDER / "repository")
    pyplugin_installer.instance().fetchAvailablePlugins(True)
    seen["upgradeable"] = [listed()["status_exp"], listed()["version_available"]]
    pyplugin_installer.instance().installPlugin(NAME, quiet=True, stable=False)
    yield 500
    seen["updated"] = [listed()["version_installed"], ours("__about__").VERSION, ours("settings").NEWER]
    seen["dock_stays_closed"] = not the_dock().isVisible()
    the_dock().show()
    yield is_open
    seen["there_again"] = count()
    seen["language"] = ours("settings").LANGUAGE.get()
    browser = the_dock().browser
    seen["kept"] = [
        [source.title for source in ours("settings").sources()],
        browser.centre.language,
        browser.centre.find(MODEL) is not None,
        [item.version for item in browser.centre.holdings.store.versions(*MODEL)],
    ]


def remove(folder: Path) -> Iterator[object]:
    """Remove, as the manager's button does."""
    pyplugin_installer.instance().uninstallPlugin(NAME, quiet=True)
    yield 500
    seen["after"] = count()
    seen["option_pages"] = option_pages()
    seen["folder"] = folder.exists()
    seen["known"] = [
        NAME in utils.active_plugins,
        NAME in utils.plugins,
        f"PythonPlugins/{NAME}" in QgsSettings().allKeys(),
    ]
    toolbox = iface.mainWindow().findChild(QDockWidget, "ProcessingToolbox")
    toolbox.searchBox.setText("Tronçonner les routes aux intersections")
    yield 300
    seen["tool_after"] = toolbox.algorithmTree.selectedAlgorithm() is not None
    iface.mainWindow().grab().save(str(OUTPUT / "removed.png"))


begin(steps(), limit=150)
