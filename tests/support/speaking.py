"""Run in a process of its own: the plugin in a QGIS of one language, and every text that it then shows, as JSON.

speaking.py LANGUAGE FOLDER      LANGUAGE of QGIS; FOLDER, empty, receives its profile and texts.json
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, QSettings


def main(language: str, folder: Path) -> None:
    settings = folder / "profiles" / "default" / "QGIS" / "QGIS3.ini"
    settings.parent.mkdir(parents=True)
    settings.write_text(f"[locale]\nuserLocale={language}\noverrideFlag=true\n", encoding="utf-8")
    os.environ["QGIS_CUSTOM_CONFIG_PATH"] = str(folder)
    QCoreApplication.setOrganizationName("QGIS")
    QCoreApplication.setApplicationName("QGIS3")
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    application = QgsApplication([], True)
    application.initQgis()
    assert QgsApplication.locale() == language
    found = collect()
    (folder / "texts.json").write_text(json.dumps(found, ensure_ascii=False), encoding="utf-8")
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(0)  # PyQt may crash on the windows that are left


def collect() -> dict[str, object]:
    """Texts by where they are shown, and the titles of the resources."""
    from desktop import Desktop
    from walking import states, words_of

    from crige_ia_plugin import classFactory

    desktop = Desktop()
    desktop.window.resize(1000, 700)
    desktop.window.show()
    plugin = classFactory(desktop)
    plugin.initGui()
    plugin.initProcessing()
    texts: dict[str, list[str]] = {}
    for state, root in states(plugin._desk):
        texts[state] = sorted({word for word in words_of(root) if word})
    for algorithm in QgsApplication.processingRegistry().providerById("crige_ia").algorithms():
        texts[algorithm.id()] = sorted({word for word in algorithm_words(algorithm) if word})
    model = plugin._desk.dock.browser.model
    plugin._desk.dock.browser.state.clear_all()
    titles = [model.card(number).title for number in range(model.rowCount())]
    plugin.unload()
    return {"texts": texts, "titles": titles}


def algorithm_words(algorithm: object) -> Iterator[str]:
    """What the toolbox shows of an algorithm."""
    yield from (algorithm.displayName(), algorithm.group(), algorithm.shortDescription(), algorithm.shortHelpString())
    for parameter in algorithm.parameterDefinitions():
        yield from (parameter.description(), parameter.help())
        if hasattr(parameter, "options"):
            yield from parameter.options()
    yield from (output.description() for output in algorithm.outputDefinitions())


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
