"""Numbers as the user's system writes them."""

from __future__ import annotations

from qgis.PyQt.QtCore import QLocale

from ..translation import interface_language, tr


def user_locale() -> QLocale:
    """The locale of QGIS; where the system has none, that of the language of the sentences."""
    locale = QLocale()
    return QLocale(interface_language()) if locale.language() == QLocale.Language.C else locale


def shown_size(count: float) -> str:
    """Size of a file, in the unit that reads best."""
    for unit in (tr("bytes"), tr("kB"), tr("MB")):
        if count < 1000:
            return f"{count:.0f} {unit}"
        count = count / 1000
    return f"{user_locale().toString(count, 'f', 1)} {tr('GB')}"
