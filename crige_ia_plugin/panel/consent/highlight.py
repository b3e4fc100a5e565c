"""Python and text differences in colours that read in light and in dark."""

from __future__ import annotations

import keyword
import re

from qgis.PyQt.QtGui import QColor, QFont, QPalette, QSyntaxHighlighter, QTextCharFormat, QTextDocument

_TRIPLE = ('"""', "'''")
_TOKENS = re.compile(
    r"""(?P<comment>\#.*)"""
    r"""|(?P<text>[rbfuRBFU]{0,2}(?:"(?:\\.|[^"\\])*"?|'(?:\\.|[^'\\])*'?))"""
    r"""|(?P<number>\b\d[\d_.]*(?:[eE][+-]?\d+)?\b)"""
    r"""|(?P<word>[^\W\d]\w*)"""
)
_LIGHT = {"comment": "#5f6b6d", "text": "#0b6b2e", "number": "#8a4b00", "keyword": "#0b4f9e", "named": "#7a1f7a"}
_DARK = {"comment": "#9aa7a9", "text": "#8fd6a0", "number": "#f0b36b", "keyword": "#82b8ff", "named": "#e0a0e0"}
_ADDED, _REMOVED = {"light": "#0b6b2e", "dark": "#8fd6a0"}, {"light": "#a11616", "dark": "#ff9c9c"}


def is_dark(palette: QPalette) -> bool:
    """Whether text is lighter than what it stands on."""
    base, text = palette.color(QPalette.ColorRole.Base), palette.color(QPalette.ColorRole.Text)
    return base.lightness() < text.lightness()


class PythonHighlighter(QSyntaxHighlighter):
    """Colours Python; a text of several lines stays one.

    Args:
        document: What is coloured.
        dark: Whether the text stands on dark.
    """

    def __init__(self, document: QTextDocument, *, dark: bool) -> None:
        super().__init__(document)
        self._formats = {name: _format(colour, name) for name, colour in (_DARK if dark else _LIGHT).items()}

    def highlightBlock(self, text: str) -> None:  # noqa: N802 - the name Qt calls
        """Colour one line; the state carries an open triple quote to the next: 1 + its index in ``_TRIPLE``."""
        start = 0
        self.setCurrentBlockState(0)
        opened = self.previousBlockState()
        if opened > 0:
            start = self._close(text, 0, opened - 1)
        while 0 <= start < len(text):
            found = _TOKENS.search(text, start)
            if found is None:
                return
            start = self._colour(text, found)

    def _colour(self, text: str, found: re.Match[str]) -> int:
        """Colour a token and return where the next may begin; -1 when the rest of the line is one text."""
        kind, begin, end = found.lastgroup, found.start(), found.end()
        if kind == "text":
            quote = begin + len(found.group()) - len(found.group().lstrip("rbfuRBFU"))
            for index, triple in enumerate(_TRIPLE):
                if text.startswith(triple, quote):
                    return self._close(text, begin, index, quote + 3)
        if kind == "word":
            name = found.group()
            kind = "keyword" if keyword.iskeyword(name) else "named" if _is_defined(text, begin) else ""
        if kind:
            self.setFormat(begin, end - begin, self._formats[kind])
        return end

    def _close(self, text: str, begin: int, index: int, after: int = 0) -> int:
        end = text.find(_TRIPLE[index], after)
        if end < 0:
            self.setFormat(begin, len(text) - begin, self._formats["text"])
            self.setCurrentBlockState(index + 1)
            return -1
        self.setFormat(begin, end + 3 - begin, self._formats["text"])
        return end + 3


class DifferenceHighlighter(QSyntaxHighlighter):
    """Colours what was added and what was removed; the sign before each line says it too.

    Args:
        document: What is coloured.
        dark: Whether the text stands on dark.
    """

    def __init__(self, document: QTextDocument, *, dark: bool) -> None:
        super().__init__(document)
        theme = "dark" if dark else "light"
        self._formats = {"+": _format(_ADDED[theme]), "-": _format(_REMOVED[theme])}

    def highlightBlock(self, text: str) -> None:  # noqa: N802 - the name Qt calls
        """Colour one line."""
        found = self._formats.get(text[:1])
        if found is not None:
            self.setFormat(0, len(text), found)


def _is_defined(text: str, begin: int) -> bool:
    """Whether the word is the name of a function or class that is defined there."""
    return text[:begin].rstrip().endswith(("def", "class"))


def _format(colour: str, name: str = "") -> QTextCharFormat:
    made = QTextCharFormat()
    made.setForeground(QColor(colour))
    if name in ("keyword", "named"):
        made.setFontWeight(QFont.Weight.DemiBold)
    return made
