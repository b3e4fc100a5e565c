"""Labels and small buttons that fit in a narrow dock; every text is shown as text."""

from __future__ import annotations

from qgis.PyQt.QtCore import QSize, Qt
from qgis.PyQt.QtWidgets import QLabel, QSizePolicy, QToolButton

from . import icons
from .plain import caption, tip


def paragraph(text: str) -> QLabel:
    """A paragraph that can be selected."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return selectable(label)


def selectable(label: QLabel) -> QLabel:
    """Let the text be selected, and wrap it."""
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return fitting(label)


def fitting(label: QLabel) -> QLabel:
    """Wrap to whatever width there is, so that no long word makes the panel wider."""
    label.setWordWrap(True)
    policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    label.setSizePolicy(policy)
    return label


def faint(text: str) -> QLabel:
    """A paragraph that comes second."""
    label = paragraph(text)
    palette = label.palette()
    colour = palette.color(label.foregroundRole())
    colour.setAlpha(190)
    palette.setColor(label.foregroundRole(), colour)
    label.setPalette(palette)
    return label


def tool(text: str, name: str, hint: str) -> QToolButton:
    """A small button: its words, the name of its icon, its tooltip."""
    button = QToolButton()
    button.setAutoRaise(True)
    button.setIcon(icons.icon(name, button))
    button.setIconSize(QSize(16, 16))
    button.setToolTip(tip(hint))
    if text:
        button.setText(caption(text))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setAccessibleName(text or hint)
    return button


def bold(text: str) -> QLabel:
    """A heading."""
    label = paragraph(text)
    font = label.font()
    font.setBold(True)
    label.setFont(font)
    label.setContentsMargins(0, 8, 0, 0)
    return label
