"""A check box that fits: its label is cut where room ends, its count stands at the right."""

from __future__ import annotations

from qgis.PyQt.QtCore import QRect, QSize, Qt
from qgis.PyQt.QtGui import QFontMetrics, QPainter, QPaintEvent, QPalette
from qgis.PyQt.QtWidgets import QCheckBox, QSizePolicy, QStyle, QStyleOptionButton, QWidget

from ...translation import tr
from ..plain import caption, tip


class CountedCheck(QCheckBox):
    """One value of a facet: ticked or not, and how many resources it would show."""

    def __init__(self, label: str, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = label
        self.count = -1
        self.setToolTip(tip("\n".join(part for part in (label, hint) if part)))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def set_state(self, count: int, on: bool) -> None:
        """Show how things stand; a value that nothing has is greyed, never hidden."""
        self.setEnabled(count > 0 or on)
        blocked = self.blockSignals(True)
        self.setChecked(on)
        self.blockSignals(blocked)
        if count != self.count:
            self.count = count
            self.setAccessibleName(tr("{value}: %n resource(s)", n=count).format(value=self.label))
            self.update()

    # what Qt asks

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the height of a line; the width is whatever there is."""
        metrics = self.fontMetrics()
        return QSize(8 * metrics.height(), max(super().sizeHint().height(), metrics.height() + 6))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return the same: long labels are cut."""
        return self.sizeHint()

    def hitButton(self, position: object) -> bool:  # noqa: N802
        """Return that the whole line can be clicked."""
        return self.rect().contains(position)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the box, the label and the count."""
        painter = QPainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        font = self.font()
        font.setBold(self.isChecked())  # some themes tell a ticked box by its colour alone
        painter.setFont(font)
        metrics = QFontMetrics(font)
        number = f"{max(0, self.count):n}"
        width = metrics.horizontalAdvance(number)
        option.rect = self.rect().adjusted(0, 0, -width - 10, 0)
        contents = self.style().subElementRect(QStyle.SubElement.SE_CheckBoxContents, option, self)
        option.text = caption(metrics.elidedText(self.label, Qt.TextElideMode.ElideRight, contents.width()))
        self.style().drawControl(QStyle.ControlElement.CE_CheckBox, option, painter, self)
        group = QPalette.ColorGroup.Active if self.isEnabled() else QPalette.ColorGroup.Disabled
        painter.setPen(self.palette().color(group, QPalette.ColorRole.WindowText))
        painter.setOpacity(0.7)
        area = QRect(self.width() - width - 4, 0, width, self.height())
        painter.drawText(area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, number)
