"""Painting a result: icon by kind, title, publisher · kind · level, badges, and the primary action at the right."""

from __future__ import annotations

from typing import Callable

from qgis.PyQt.QtCore import QModelIndex, QPoint, QRect, QRectF, QSize, Qt
from qgis.PyQt.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette, QTextLayout, QTextOption
from qgis.PyQt.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from .. import icons
from ..colours import BLUE, GREEN, ORANGE, mixed
from .card import Badge, Card, Tone
from .model import Role

ActionIcon = Callable[[int], str]
"""Name of the panel's icon for the primary action of a row of the index; empty when it has none."""

_TONES = {Tone.GOOD: GREEN, Tone.NOTICE: BLUE, Tone.WARNING: ORANGE}


class ResultDelegate(QStyledItemDelegate):
    """Paints a card in four lines of text: two for the title, one for the byline, one for badges.

    Every row has the same height, so that a list of 100,000 is laid out without asking each.
    """

    def __init__(self, action_icon: ActionIcon) -> None:
        super().__init__()
        self._action_icon = action_icon

    # measures, all from the font, so that they follow the screen's scaling

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:  # noqa: N802
        """Return the height of any row; the width is the view's."""
        fonts = _Fonts(option.font)
        height = 2 * fonts.title_height + fonts.small_height + fonts.badge_height + 4 * fonts.gap
        return QSize(12 * fonts.title_height, height)

    def action_rect(self, option_rect: QRect, font: QFont) -> QRect:
        """Where the primary action is, in the coordinates of ``option_rect``."""
        fonts = _Fonts(font)
        side = fonts.icon + 2 * fonts.gap
        place = QRect(0, 0, side, side)
        place.moveBottomRight(option_rect.bottomRight() - QPoint(fonts.gap, fonts.gap))
        return place

    # painting

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        """Paint a result."""
        card: Card | None = index.data(Role.CARD)
        if card is None:
            return
        painter.save()
        style = option.widget.style() if option.widget else QApplication.style()
        style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, option.widget)
        look = Look(option)
        fonts = _Fonts(option.font)
        ratio = painter.device().devicePixelRatioF()
        area = option.rect.adjusted(fonts.gap, fonts.gap, -fonts.gap, -fonts.gap)
        left = area.left() + fonts.icon + 2 * fonts.gap
        star = bool(index.data(Role.FAVOURITE))
        title_right = area.right() - (fonts.icon + fonts.gap if star else 0)
        lines = title_lines(card.title, fonts.title, title_right - left)
        area.translate(0, (2 - len(lines)) * fonts.title_height // 2)
        self._paint_line(painter, option.rect, look)
        self._paint_icon(painter, area, card, look, fonts, ratio)
        current = bool(option.state & (QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_Selected))
        action = self._action_icon(card.row) if current else ""
        place = self.action_rect(option.rect, option.font)
        right = area.right()
        if star:
            drawn = icons.pixmap(icons.PANEL / "star-on.svg", look.text, fonts.icon, ratio, look.accent)
            painter.drawPixmap(right - fonts.icon, area.top(), drawn)
        text_right = place.left() - fonts.gap if action else right
        top = self._paint_title(painter, QPoint(left, area.top()), lines, look, fonts)
        painter.setFont(fonts.small)
        painter.setPen(look.faint)
        byline = fonts.small_metrics.elidedText(card.byline, Qt.TextElideMode.ElideRight, text_right - left)
        painter.drawText(QPoint(left, top + fonts.small_metrics.ascent()), byline)
        self._paint_badges(painter, left, top + fonts.small_height + fonts.gap // 2, text_right, card, look, fonts)
        if action:
            self._paint_action(painter, place, action, look, fonts, ratio)
        if option.state & QStyle.StateFlag.State_HasFocus:
            pen = painter.pen()
            pen.setColor(look.accent)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(option.rect.adjusted(0, 0, -1, -1))
        painter.restore()

    def _paint_line(self, painter: QPainter, rect: QRect, look: Look) -> None:
        painter.setPen(look.line)
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())

    def _paint_icon(self, painter: QPainter, area: QRect, card: Card, look: Look, fonts: _Fonts, ratio: float) -> None:
        accent = look.text if look.selected else None
        drawn = icons.pixmap(icons.kind_path(card.kind), look.text, fonts.icon, ratio, accent)
        painter.drawPixmap(area.left(), area.top() + max(0, (fonts.title_height - fonts.icon) // 2), drawn)

    def _paint_title(self, painter: QPainter, place: QPoint, lines: list[str], look: Look, fonts: _Fonts) -> int:
        """Paint the lines of the title; return where the next line of text begins."""
        painter.setFont(fonts.title)
        painter.setPen(look.text)
        top = place.y()
        for line in lines:
            painter.drawText(QPoint(place.x(), top + fonts.title_metrics.ascent()), line)
            top += fonts.title_height
        return top

    def _paint_badges(
        self, painter: QPainter, left: int, top: int, right: int, card: Card, look: Look, fonts: _Fonts
    ) -> None:
        """Paint as many badges as fit, and how many do not."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, badge in enumerate(card.badges):
            rest = len(card.badges) - number - 1
            reserve = fonts.badge_width(f"+{rest}") + fonts.gap if rest else 0
            width = fonts.badge_width(badge.text)
            if left + width + reserve > right:
                if number or right - left < 4 * fonts.badge_height:
                    self._paint_badge(painter, left, top, Badge(f"+{rest + 1}"), look, fonts)
                    return
                width = right - left - reserve
            self._paint_badge(painter, left, top, badge, look, fonts, width)
            left += width + fonts.gap
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _paint_badge(
        self, painter: QPainter, left: int, top: int, badge: Badge, look: Look, fonts: _Fonts, width: int = 0
    ) -> None:
        width = width or fonts.badge_width(badge.text)
        box = QRectF(left + 0.5, top + 0.5, width - 1, fonts.badge_height - 1)
        tone = look.tone(badge.tone)
        painter.setPen(mixed(tone, look.base, 0.55))
        painter.setBrush(look.badge(badge.tone))
        painter.drawRoundedRect(box, fonts.badge_height / 4, fonts.badge_height / 4)
        painter.setFont(fonts.badge)
        painter.setPen(look.badge_text(badge.tone))
        room = width - 2 * fonts.gap
        text = fonts.badge_metrics.elidedText(badge.text, Qt.TextElideMode.ElideRight, room + 1)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    def _paint_action(
        self, painter: QPainter, place: QRect, name: str, look: Look, fonts: _Fonts, ratio: float
    ) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(look.line)
        painter.setBrush(look.base if look.selected else look.button)
        painter.drawRoundedRect(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        ink = look.base_text if look.selected else look.text
        drawn = icons.pixmap(icons.PANEL / f"{name}.svg", ink, fonts.icon, ratio)
        painter.drawPixmap(place.left() + fonts.gap, place.top() + fonts.gap, drawn)


class _Fonts:
    """Fonts of a row and what they measure."""

    def __init__(self, base: QFont) -> None:
        self.title = QFont(base)
        self.title.setBold(True)
        self.small = QFont(base)
        self.badge = QFont(base)
        if base.pointSizeF() > 0:
            self.badge.setPointSizeF(max(6.5, base.pointSizeF() * 0.88))
        self.title_metrics = QFontMetrics(self.title)
        self.small_metrics = QFontMetrics(self.small)
        self.badge_metrics = QFontMetrics(self.badge)
        self.title_height = self.title_metrics.height()
        self.small_height = self.small_metrics.height()
        self.badge_height = self.badge_metrics.height() + 2
        self.gap = max(4, self.title_height // 4)
        self.icon = icons.side(self.title_height).width()

    def badge_width(self, text: str) -> int:
        """Width of a badge."""
        return self.badge_metrics.horizontalAdvance(text) + 2 * self.gap


class Look:
    """Colours of a row, all from the palette but the tones of badges."""

    def __init__(self, option: QStyleOptionViewItem) -> None:
        palette = option.palette
        on = bool(option.state & QStyle.StateFlag.State_Active)
        group = QPalette.ColorGroup.Active if on else QPalette.ColorGroup.Inactive
        self.selected = bool(option.state & QStyle.StateFlag.State_Selected)
        role = QPalette.ColorRole.HighlightedText if self.selected else QPalette.ColorRole.Text
        back = QPalette.ColorRole.Highlight if self.selected else QPalette.ColorRole.Base
        self.text = palette.color(group, role)
        self.base = palette.color(group, back)
        self.base_text = self.text
        self.button = palette.color(group, QPalette.ColorRole.Button)
        self.faint = mixed(self.text, self.base, 0.72)
        self.line = mixed(self.text, self.base, 0.14)
        self.accent = self.text if self.selected else palette.color(group, QPalette.ColorRole.Highlight)

    def tone(self, tone: Tone) -> QColor:
        """Colour of a badge; on a selected row its words alone tell."""
        if self.selected or tone is Tone.PLAIN:
            return self.text
        return _TONES[tone]

    def badge(self, tone: Tone) -> QColor:
        """Background of a badge."""
        return mixed(self.tone(tone), self.base, 0.12)

    def badge_text(self, tone: Tone) -> QColor:
        """Colour of the words of a badge."""
        return mixed(self.tone(tone), self.text, 0.25)


def title_lines(text: str, font: QFont, width: int) -> list[str]:
    """Cut a title into at most two lines, the second with an ellipsis when it does not hold the rest."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(max(20, width))
    cut = line.textLength()
    layout.endLayout()
    if cut >= len(text):
        return [text]
    rest = QFontMetrics(font).elidedText(text[cut:].strip(), Qt.TextElideMode.ElideRight, max(20, width))
    return [text[:cut].rstrip(), rest]
