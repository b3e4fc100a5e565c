"""Run inside QGIS by ``test_catalogues.py``: add a catalogue, install from it, drag from it, lose it, by the mouse."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

from qgis.core import QgsApplication, QgsMimeDataUtils, QgsProject, QgsSettings
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QDialog, QDialogButtonBox, QDockWidget, QWidget
from qgis.utils import iface

sys.path.insert(0, str(Path(os.environ["CRIGE_IA_REPOSITORY"]) / "tests" / "support"))
from driving import OUTPUT, begin, card_button, click, drop, press, seen, visible, when
from hostile_server import Server
from neighbour import publish_neighbour

from crige_ia_plugin.panel.options_page import OptionsPage

MODEL, DATA = "modele-haies", "haies-relevees"
FOLDER = OUTPUT / "www"


def steps() -> Iterator[object]:
    """Do one thing after another."""
    publish_neighbour(FOLDER)
    server = Server(FOLDER)
    window = iface.mainWindow()
    window.resize(1366, 768)
    dock = window.findChild(QDockWidget, "CrigeIaResourceCentre")
    for other in window.findChildren(QDockWidget):
        other.setVisible(other is dock or other.objectName() == "Layers")
    yield lambda: dock.browser is not None and dock.browser.centre is not None
    QgsApplication.setActiveWindow(window)
    browser, host = dock.browser, dock.host
    seen["requests_before"] = len(server.requests)
    seen["status_before"] = browser.status.text.text()
    yield from add(window, browser, server)
    yield lambda: host.jobs.status() is None and "region-voisine" in browser.centre.catalogues
    seen["status_after"] = browser.status.text.text()
    yield from install(browser, host)
    yield from update(browser, host)
    yield from drag(window, browser)
    yield from lose(browser, host, server)
    yield from remove(browser, host)


def add(window, browser, server) -> Iterator[object]:
    """Add a catalogue from the status line: state of the catalogues, options, dialog, test."""
    click(browser.status.text)
    yield 200
    seen["overview"] = browser.overview.text()
    when(options_page, lambda page: fill_options(page, server))
    browser.overview.optionsAsked.emit()  # comes back once the options are closed
    yield 200


def options_page() -> QWidget | None:
    """Our page of QGIS's own options, once it is in sight; newer QGIS put it in another that bears its name."""
    return next((widget for widget in visible(QWidget) if isinstance(widget, OptionsPage)), None)


def catalogue_dialog() -> QDialog | None:
    """The dialog of a catalogue, once it is in sight."""
    return next((widget for widget in visible(QDialog) if hasattr(widget, "mistake")), None)


def fill_options(page, server) -> None:
    """In QGIS's own options: our page, its button, the dialog of a catalogue."""
    when(catalogue_dialog, lambda dialog: fill_dialog(dialog, server))
    click(page.catalogues.add)
    options = page.window()
    seen["listed"] = [page.catalogues.list.item(n).text() for n in range(page.catalogues.list.count())]
    click(options.findChild(QDialogButtonBox, "buttonBox").button(QDialogButtonBox.StandardButton.Ok))


def fill_dialog(dialog, server) -> None:
    """Type the address, look, then accept."""
    QTest.keyClicks(dialog.address, server.url + "/catalog.json")
    click(dialog.test)

    def accept(_: object) -> None:
        seen["tested"] = dialog.result.text()
        dialog.grab().save(str(OUTPUT / "dialog.png"))
        click(dialog.buttons.button(QDialogButtonBox.StandardButton.Ok))

    when(lambda: dialog._task is None, accept)


def install(browser, host) -> Iterator[object]:
    """Find the model with the keyboard, open its card, install it with Ctrl+Enter."""
    QgsApplication.setActiveWindow(iface.mainWindow())  # a virtual screen has no window manager to do it
    browser.step_back()
    browser.focus_search()
    QTest.keyClicks(browser.search, "modele haies")
    yield lambda: browser.state.text == "modele haies"
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    yield 300
    seen["opened"] = browser.detail.page.key[1]
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    yield lambda: browser.centre.holdings.keys() and host.jobs.status() is None
    seen["installed"] = [item.version for item in browser.centre.holdings.store.installed()]
    seen["told"] = iface.messageBar().currentItem().text()
    iface.messageBar().clearWidgets()


def update(browser, host) -> Iterator[object]:
    """A newer version comes with a refresh, and replaces the old by a click; the old one comes back by another."""
    publish_neighbour(FOLDER, version="1.1", model=b"better")
    click(browser.status.button)
    yield lambda: host.jobs.status() is None and browser.centre.holdings.outdated()
    seen["update_told"] = browser.status.text.text()
    browser.open_key(("region-voisine", MODEL))
    yield 200
    click(card_button(browser, "update"))
    yield lambda: host.jobs.status() is None and not browser.centre.holdings.outdated()
    seen["updated"] = versions(browser)
    click(card_button(browser, "undo"))
    yield lambda: host.jobs.status() is None and browser.centre.holdings.outdated()
    seen["undone"] = versions(browser)


def versions(browser) -> list[str]:
    """Installed versions of the model, the one in use last."""
    return [item.version for item in browser.centre.holdings.store.versions("region-voisine", MODEL)]


def drag(window, browser) -> Iterator[object]:
    """Drop a layer of the network on the map, then, once installed, on the layer tree."""
    browser.step_back()
    browser.state.clear_all()
    position = browser.model.position(browser.centre.find(("region-voisine", DATA)))
    index = browser.model.index(position, 0)
    mime = browser.model.mimeData([index])
    seen["dragged_remote"] = QgsMimeDataUtils.decodeUriList(mime)[0].layerType
    drop(mime, iface.mapCanvas().viewport())
    yield lambda: QgsProject.instance().mapLayers()
    seen["dropped_on_map"] = [layer.source()[:9] for layer in QgsProject.instance().mapLayers().values()]
    QgsProject.instance().clear()
    browser.open_key(("region-voisine", DATA))
    yield 200
    click(card_button(browser, "install"))
    yield lambda: len(browser.centre.holdings.keys()) == 2
    browser.step_back()
    mime = browser.model.mimeData([index])
    seen["dragged_local"] = QgsMimeDataUtils.decodeUriList(mime)[0].layerType
    drop(mime, iface.layerTreeView().viewport())
    yield lambda: QgsProject.instance().mapLayers()
    seen["dropped_on_tree"] = [layer.isValid() for layer in QgsProject.instance().mapLayers().values()]
    QgsProject.instance().clear()
    mime = browser.model.mimeData([index])
    drop(mime, iface.mapCanvas().viewport())
    yield lambda: QgsProject.instance().mapLayers()
    seen["local_dropped_on_map"] = len(QgsProject.instance().mapLayers())
    QgsProject.instance().clear()


def lose(browser, host, server) -> Iterator[object]:
    """The server goes: all that was read stays, and the line says so."""
    before = browser.centre.index.size
    server.close()
    click(browser.status.button)
    yield lambda: host.jobs.status() is None and any(note.state.problem for note in browser.centre.catalogues.values())
    seen["error_told"] = browser.status.text.text()
    seen["nothing_lost"] = browser.centre.index.size == before
    click(browser.status.text)
    yield 200
    seen["details"] = browser.overview.text()
    press(Qt.Key.Key_Escape)
    yield 100
    online = sys.modules["crige_ia_plugin.panel.online"]
    online._last = (float("inf"), False)
    host._look_at_network()
    browser.open_key(("crige-paca", "ign-bd-ortho"))
    yield 200
    seen["greyed_offline"] = not browser.detail.primary.isEnabled()
    browser.open_key(("region-voisine", DATA))
    yield 200
    seen["works_offline"] = browser.detail.primary.isEnabled()


def remove(browser, host) -> Iterator[object]:
    """What was installed goes, and leaves nothing."""
    for name in (DATA, MODEL):
        browser.open_key(("region-voisine", name))
        yield 200
        click(card_button(browser, "remove"))
        yield lambda name=name: ("region-voisine", name) not in set(browser.centre.holdings.keys())
    root = browser.centre.holdings.store.root
    seen["left"] = sorted(str(path.relative_to(root.parent)) for path in root.parent.rglob("*") if path.is_file())
    seen["kept_in_settings"] = bool(QgsSettings().value("crige_ia/sources"))


begin(steps())
