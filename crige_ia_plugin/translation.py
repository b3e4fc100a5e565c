"""The one door to translated sentences: ``tr("…")``, or ``later("…")``, with a literal English text, no f-string."""

from __future__ import annotations

from qgis.PyQt.QtCore import QCoreApplication

CONTEXT = "crige_ia"


def tr(text: str, n: int = -1) -> str:
    """Return ``text`` in the user's language; values are put in afterwards with ``str.format``.

    Args:
        text: Literal English text, as the translation file knows it.
        n: Count that chooses the plural form and replaces ``%n``; -1 when there is none.
    """
    return QCoreApplication.translate(CONTEXT, text, None, n)


def later(text: str) -> str:
    """Return ``text`` as it is: a literal that the translation files must hold, translated where it is shown."""
    return text


def interface_language() -> str:
    """Language of the sentences in use: ``en``, or what a translation says in its place."""
    return tr("en")
