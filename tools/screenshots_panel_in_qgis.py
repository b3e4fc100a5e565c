"""Run inside QGIS by ``screenshots_panel.py``: bring the panel into each state, take its picture, leave."""

import os
import sys
import traceback
from collections.abc import Iterator
from pathlib import Path

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtWidgets import QDockWidget
from qgis.utils import iface

FOLDER = Path(os.environ["CRIGE_IA_OUTPUT"])
REPOSITORY = Path(os.environ["CRIGE_IA_REPOSITORY"])
SITE, THEIRS = FOLDER / "www", "region-voisine"
NARROWEST, NARROW, MIDDLE, WIDE = 260, 300, 400, 860


def steps() -> Iterator[int]:
    """Do one thing after another; each value is the pause that follows, in milliseconds."""
    window = iface.mainWindow()
    window.resize(1366, 768)
    window.move(0, 0)
    dock = window.findChild(QDockWidget, "CrigeIaResourceCentre")
    for other in window.findChildren(QDockWidget):
        other.setVisible(other is dock or other.objectName() == "Layers")
    yield 1500
    browser = dock.browser
    yield from width(window, dock, NARROW)
    save(dock, "first_run")
    browser._take("clear")
    yield from width(window, dock, NARROW)
    browser.list.setCurrentIndex(browser.model.index(1, 0))
    yield 400
    save(dock, "list")
    browser.state.set_value("theme", "houppiers", True)
    browser.state.set_value("level", "confirme", True)
    browser.theme.heading.setChecked(True)
    yield 400
    save(dock, "chips")
    browser.theme.heading.setChecked(False)
    browser.chips.filters.setChecked(True)
    yield 600
    save(dock, "filters")
    browser.chips.filters.setChecked(False)
    browser.state.clear_all()
    browser.state.set_text("houpier")
    yield 400
    save(dock, "nothing_found")
    browser.state.clear_all()
    browser.open_key(("crige-paca", "outil-splitatintersections"))
    yield 600
    save(dock, "detail")
    browser.open_key(("crige-paca", "albert-france-services"))
    yield from width(window, dock, MIDDLE)
    save(dock, "abandoned_case")
    browser.step_back()
    browser.state.set_text("lidar")
    yield 400
    save(dock, "search")
    browser.state.clear_all()
    yield from width(window, dock, WIDE)
    browser.list.go_to(browser.centre.find(("crige-paca", "ign-bd-ortho")))
    browser.list.setFocus()
    yield 800
    save(dock, "wide")
    save(window, "window")
    yield from forms(window)
    yield from catalogues(window, dock, browser)


def forms(window) -> Iterator[int]:  # noqa: ANN001
    """The forms: a resource in French, what a run gives, the drafts, a need."""
    from crige_ia_plugin.authoring.draft import Draft, Licences, WebLink
    from crige_ia_plugin.authoring.need import Need, draft_of
    from crige_ia_plugin.panel.forms.drafts_dialog import DraftsDialog
    from crige_ia_plugin.panel.forms.need_dialog import NeedDialog
    from crige_ia_plugin.panel.forms.resource_dialog import ResourceDialog
    from crige_ia_plugin.panel.forms.tasks import OpeningFormTask
    from crige_ia_plugin.tasks import start

    sheet = FOLDER / "sheet.html"
    run_a_tool(sheet)
    task = OpeningFormTask(sheet, sys.modules["crige_ia_plugin.messages"].authoring_words())
    start(task)
    while task.ground is None:
        yield 100
    ground, language = task.ground, "fr"
    draft = Draft.new(
        "script",
        language,
        title={"fr": "Repérer les haies sur une orthophoto"},
        description={"fr": "Un script qui trace les haies d'une commune à partir de la BD ORTHO infrarouge."},
        facets={"theme": ("houppiers",), "level": ("confirme",), "profession": ("geomaticien",)},
        publisher="Communauté de communes",
        doi="zenodo.1234567",
        licences=Licences(code="GPL-3.0-or-later"),
        links=(WebLink("https://exemple.fr/haies"),),
    )
    for name, made, number in (("what", draft, 0), ("send", draft, 5), ("run", task.made, 4), ("content", draft, 3)):
        dialog = ResourceDialog(made, ground, window)
        dialog.show()
        dialog.steps.setCurrentIndex(number)
        dialog.check()
        yield 700
        save(dialog, f"forms_{name}")
        dialog.resize(NARROWEST, 600)
        yield 300
        save(dialog, f"forms_{name}_narrow")
        dialog.close()
    need = draft_of(Need("Repérer les haies d'une commune", "Pour la trame verte, sur la BD ORTHO.", "SIG"), language)
    dialog = NeedDialog(need, ground, window)
    dialog.show()
    yield 500
    save(dialog, "forms_need")
    dialog.close()
    for one in (draft, need, task.made):
        ground.drafts.save(one)
    dialog = DraftsDialog(ground.drafts.list(), (), ground, window)
    dialog.show()
    yield 500
    save(dialog, "forms_drafts")
    dialog.close()


def run_a_tool(sheet: Path) -> None:
    """Split the roads of the demonstration town, with a run sheet."""
    import processing

    sample = next((sys.modules["crige_ia_plugin.paths"].RESOURCES / "sample").glob("*.gpkg"))
    asked = {"INPUT": f"{sample}|layername=troncon_de_route", "SEGMENTS": "TEMPORARY_OUTPUT", "REPORT": str(sheet)}
    processing.run("crige_ia:splitatintersections", asked)


def catalogues(window, dock, browser) -> Iterator[int]:  # noqa: ANN001
    """Two catalogues: add one, install from it, lose it."""
    sys.path.insert(0, str(REPOSITORY / "tests" / "support"))
    from hostile_server import Server, is_silent
    from neighbour import publish_neighbour

    publish_neighbour(SITE, bad=True)
    server = Server(SITE)
    yield from add(window, dock, server)
    yield from install(dock, browser)
    publish_neighbour(SITE, version="1.1", model=b"another model" * 1_000, bad=True)
    yield from update(dock, browser)
    server.behaviours["/catalog.json"] = is_silent(30)
    dock.host.refresh_catalogues()
    yield 1200
    save(dock, "refreshing")
    dock.host.jobs.cancel()
    yield 800
    server.close()
    yield from lose(window, dock, browser)
    yield from options()
    yield from go_offline(dock, browser)


def add(window, dock, server) -> Iterator[int]:  # noqa: ANN001
    """The dialog that adds a catalogue, then the catalogue that was never read."""
    from crige_ia_plugin import settings
    from crige_ia_plugin.panel.catalogues.source_dialog import SourceDialog

    dialog = SourceDialog(None, (), window)
    dialog.address.setText(server.url + "/catalog.json")
    dialog.show()
    dialog.test.click()
    yield 1500
    shown = dialog.source()
    dialog.address.blockSignals(True)
    dialog.address.setText("https://ia.region-voisine.fr/catalogue/catalog.json")
    save(dialog, "add_catalogue")
    dialog.close()
    settings.set_sources([shown])
    yield from width(window, dock, NARROW)
    dock.host.open_centre()
    yield 800
    dock.host.show_catalogues()
    yield 300
    save(dock, "never_read")
    dock.browser.step_back()
    dock.host.refresh_catalogues()
    yield 2500


def install(dock, browser) -> Iterator[int]:  # noqa: ANN001
    """What the new catalogue brings; a card with its picture; a model installed."""
    browser.state.set_value("catalogue", THEIRS, True)
    yield 400
    save(dock, "two_catalogues")
    browser.open_key((THEIRS, "notice-haies"))
    yield 500
    save(dock, "picture")
    browser.open_key((THEIRS, "modele-haies"))
    yield 500
    save(dock, "to_install")
    browser.detail.primary.click()
    yield 1500
    iface.messageBar().clearWidgets()
    save(dock, "installed")


def update(dock, browser) -> Iterator[int]:  # noqa: ANN001
    """A newer version of what is installed."""
    dock.host.refresh_catalogues()
    yield 2500
    save(dock, "update")
    browser.step_back()
    yield 300
    save(dock, "update_in_list")


def lose(window, dock, browser) -> Iterator[int]:  # noqa: ANN001
    """A catalogue that cannot be reached, at three widths."""
    dock.host.refresh_catalogues()
    yield 2500
    save(dock, "source_in_error")
    dock.host.show_catalogues()
    yield 300
    save(dock, "catalogues")
    yield from width(window, dock, WIDE)
    save(dock, "catalogues_wide")
    yield from width(window, dock, NARROWEST)
    save(dock, "catalogues_narrow")
    browser.step_back()


def options() -> Iterator[int]:
    """The page of QGIS's options."""
    from crige_ia_plugin import settings
    from crige_ia_plugin.catalogue.sources import Kind, Source
    from crige_ia_plugin.panel.options_page import OptionsPage

    drive = Source("drive", "Lecteur du service", Kind.FOLDER, "P:/catalogue", enabled=False)
    settings.set_sources([*settings.sources(), drive])
    page = OptionsPage(lambda: "", lambda _: None)
    page.resize(760, 720)
    page.show()
    page.catalogues.list.setCurrentRow(1)
    yield 500
    save(page, "options")
    page.close()


def go_offline(dock, browser) -> Iterator[int]:  # noqa: ANN001
    """No network: what needs it is greyed."""
    from crige_ia_plugin import settings
    from crige_ia_plugin.panel import online

    online._last = (float("inf"), False)
    settings.set_sources([])
    dock.host.open_centre()
    browser.state.clear_all()
    yield 1500
    browser.open_key(("crige-paca", "ign-bd-ortho"))
    yield 500
    save(dock, "offline")


def width(window, dock, pixels: int) -> Iterator[int]:  # noqa: ANN001
    """Give the dock a width and the time to be painted."""
    window.resizeDocks([dock], [pixels], Qt.Orientation.Horizontal)
    yield 800


def save(widget, name: str) -> None:  # noqa: ANN001
    """Take the picture of a widget."""
    widget.grab().save(str(FOLDER / f"{name}.png"))


def drive(sequence: Iterator[int]) -> None:
    """Run the next step, then come back after its pause; leave at the end, or at the first error."""
    try:
        pause = next(sequence)
    except StopIteration:
        leave(0)
        return
    except Exception:
        traceback.print_exc()
        leave(1)
        return
    QTimer.singleShot(pause, lambda: drive(sequence))


def leave(status: int) -> None:
    """End QGIS at once: nothing is to be saved, and its questions would wait for ever."""
    sys.stdout.flush()
    sys.stderr.flush()
    QgsApplication.instance().processEvents()
    os._exit(status)


QTimer.singleShot(3000, lambda: drive(steps()))
