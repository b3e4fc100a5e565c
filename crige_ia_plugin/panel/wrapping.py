"""A button whose words wrap: in a narrow dock, a sentence is read whole."""

from __future__ import annotations

from qgis.PyQt.QtCore import QSize, Qt
from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from . import icons


class WrappingButton(QPushButton):
    """Icon at the left, words on as many lines as they need."""

    def __init__(self, text: str, icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(text)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 6, 8, 6)
        if icon:
            picture = QLabel(self)
            picture.setPixmap(icons.icon(icon, self).pixmap(16, 16))
            layout.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        self._words = QLabel(text, self)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        layout.addWidget(self._words, 1)
        for label in self.findChildren(QLabel):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    # what Qt asks

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return what the words need."""
        return self.layout().sizeHint()

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return what one line needs."""
        return QSize(60, self.fontMetrics().height() + 12)

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """Return that the height follows the width."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Return the height needed at a width."""
        return self.layout().heightForWidth(width)
