"""Run inside QGIS by ``test_reloads.py``: reload the plugin ten times, the panel used each time, and count."""

import gc
import os
import sys
import threading
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from qgis import utils
from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, QObject
from qgis.utils import iface

sys.path.insert(0, str(Path(os.environ["CRIGE_IA_REPOSITORY"]) / "tests" / "support"))
from driving import begin, seen
from traces import NAME, count, is_open, option_pages, the_dock

RELOADS = 10


def steps() -> Iterator[object]:
    """Reload and count; nothing of the plugin is kept from one step to the next."""
    seen["gone"], seen["alive"], seen["there"], seen["objects"] = [], [], [], []
    yield is_open
    for _ in range(RELOADS):
        use()
        yield 300
        utils.unloadPlugin(NAME)
        yield 200
        seen["gone"].append(count())
        seen["alive"].append(alive())
        utils.loadPlugin(NAME)
        utils.startPlugin(NAME)
        the_dock().show()
        yield is_open
        yield 300
        seen["there"].append(count())
        gc.collect()
        seen["objects"].append(
            {
                "in the window": len(iface.mainWindow().findChildren(QObject)),
                "of the application": len(QCoreApplication.instance().children()),
                "widgets": len(QgsApplication.allWidgets()),
            }
        )
    seen["option_pages"] = option_pages()
    utils.unloadPlugin(NAME)
    yield 300
    seen["tasks"] = QgsApplication.taskManager().count()
    seen["code"] = code()
    seen["threads"] = [thread.name for thread in threading.enumerate() if thread is not threading.main_thread()]


def use() -> None:
    """Search, filter, look at a card, unfold the filters: what makes objects."""
    browser = the_dock().browser
    browser.state.clear_all()
    browser.state.set_text("routes")
    browser.chips.filters.click()
    browser.open_row(browser.model.card(0).row)
    browser.state.set_value("kind", "script", True)
    browser.grab()


def alive() -> dict[str, int]:
    """How many objects of each class of the plugin's own that is a Qt object are alive once it is unloaded."""
    gc.collect()
    mine = (one for one in gc.get_objects() if isinstance(one, QObject) and type(one).__module__.startswith(NAME))
    return Counter(f"{type(one).__module__}.{type(one).__name__}" for one in mine)


def code() -> list[str]:
    """Classes of the plugin that are still there once it is unloaded, and with them its modules."""
    gc.collect()
    classes = (one for one in gc.get_objects() if isinstance(one, type))
    return [str(one) for one in classes if str(one.__module__).startswith(NAME)]


begin(steps())
