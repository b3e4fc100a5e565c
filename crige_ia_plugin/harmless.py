"""Styles (``.qml``) and layer definitions (``.qlr``): what they show is taken, what they could run is not.

Both formats may carry actions, and Python that QGIS runs when a form opens. A resource gives a look and data sources:
actions and form code are left out before QGIS reads the file.
"""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsMapLayer
from qgis.PyQt.QtXml import QDomDocument, QDomElement

from .catalogue.problems import CatalogueError, Code
from .compat import parse_xml
from .translation import tr

MAX_FILE = 32 << 20

RUNNABLE = (
    *("attributeactions", "editforminit", "editforminitcode", "editforminitcodesource", "editforminitfilepath"),
    *("editform", "editformfunction", "actionsettings"),
)
"""Elements that may hold a program, or the path of one."""


def read_harmless(path: Path) -> QDomDocument:
    """Read a style or a layer definition without what it could run.

    Raises:
        CatalogueError: READ_FAILED, TOO_LARGE, or VALUE_FORM when it is no XML.
    """
    try:
        size = path.stat().st_size
        if size > MAX_FILE:
            raise CatalogueError(Code.TOO_LARGE, str(path), size=size, limit=MAX_FILE)
        content = path.read_bytes()
    except OSError as error:
        raise CatalogueError(Code.READ_FAILED, str(path), reason=error.strerror or str(error)) from None
    document = parse_xml(content)
    if document is None:
        raise CatalogueError(Code.VALUE_FORM, str(path), key=path.name)
    for name in RUNNABLE:
        found = document.elementsByTagName(name)
        for element in [found.at(number) for number in range(found.count())]:
            element.parentNode().removeChild(element)
    return document


def apply_style(path: Path, layer: QgsMapLayer) -> str:
    """Give a layer the style of a ``.qml`` file; return what went wrong, or nothing.

    Raises:
        CatalogueError: as ``read_harmless``.
    """
    document = read_harmless(path)
    root: QDomElement = document.firstChildElement("qgis")
    if root.isNull():
        return tr("this is no style of QGIS.")
    ok, reason = layer.importNamedStyle(document)
    layer.triggerRepaint()
    return "" if ok else reason or tr("the style is not for this kind of layer.")
