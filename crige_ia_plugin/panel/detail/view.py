"""The detail of a resource on the screen. Everything is shown as plain text; nothing loads by itself."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Callable

from qgis.PyQt.QtCore import QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QPixmap, QResizeEvent
from qgis.PyQt.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ...translation import tr
from .. import icons
from ..acting import Action, Refusal, Verb
from ..flow import FlowLayout
from ..labels import bold, faint, fitting, paragraph, selectable, tool
from ..plain import caption, tip
from ..wording import nothing_to_do, said
from .page import Line, Page, Section

MARKS = {"passed": "✔ ", "failed": "✘ "}


class DetailView(QScrollArea):
    """Shows one page; says by signals what the user asks."""

    backAsked = pyqtSignal()  # noqa: N815 - Qt's way
    actionAsked = pyqtSignal(object)  # noqa: N815
    resourceAsked = pyqtSignal(object)  # noqa: N815
    linkAsked = pyqtSignal(str)  # noqa: N815
    favouriteAsked = pyqtSignal(bool)  # noqa: N815
    citationAsked = pyqtSignal(str)  # noqa: N815
    correctionAsked = pyqtSignal(object, str)  # noqa: N815

    def __init__(self, refusal: Refusal, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._refusal = refusal
        self.page: Page | None = None
        self.back: QToolButton | None = None
        self.star: QToolButton | None = None
        self.primary: QPushButton | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("Card of the resource"))
        self._alone = True
        self._starred = False
        self.show_nothing()

    def set_alone(self, alone: bool) -> None:
        """Say whether the list is hidden behind: only then is there a way back."""
        self._alone = alone
        if self.back is not None:
            self.back.setVisible(alone)

    def show_nothing(self) -> None:
        """Invite to choose a resource."""
        self.page = None
        self.primary = None
        label = paragraph(tr("Choose a resource in the list to read its card."))
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        label.setEnabled(False)
        self._put([label], stretch_before=True)

    def show_problem(self, text: str) -> None:
        """Say why there is nothing to show."""
        self.page = None
        self.primary = None
        self._put([self._toolbar(False), paragraph(text)])

    def show_page(self, page: Page, starred: bool) -> None:
        """Show a resource."""
        self.page = page
        self._starred = starred
        parts = [*self._head(page), *self._picture(page), *self._buttons(page), *self._body(page)]
        self._put([self._toolbar(True), *parts])
        self.verticalScrollBar().setValue(0)

    def refresh_icons(self) -> None:
        """Draw the icons in the colours of the theme, and grey what cannot be done now."""
        page = self.page
        if page is not None:
            self.keep_place(lambda: self.show_page(page, self._starred))

    def keep_place(self, change: Callable[[], object]) -> None:
        """Show the same page anew, without moving it under the reader's eyes, nor taking the focus away."""
        place, focused = self.verticalScrollBar().value(), self.isAncestorOf(self.focusWidget())
        change()
        self.widget().adjustSize()
        self.verticalScrollBar().setValue(place)
        if focused:
            self.setFocus()

    def _put(self, widgets: list[QWidget], stretch_before: bool = False) -> None:
        inside = QWidget()
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(4, 4, 8, 8)
        layout.setSpacing(6)
        if stretch_before:
            layout.addStretch(1)
        for widget in widgets:
            layout.addWidget(widget)
        layout.addStretch(1)
        self.setWidget(inside)
        inside.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)

    # parts

    def _toolbar(self, of_page: bool) -> QWidget:
        bar = QWidget()
        layout = QHBoxLayout(bar)
        layout.setContentsMargins(0, 0, 0, 0)
        self.back = tool(tr("Back"), "back", tr("Back to the list (Esc)"))
        self.back.clicked.connect(self.backAsked)
        layout.addWidget(self.back)
        self.back.setVisible(self._alone)
        layout.addStretch(1)
        if of_page and self.page:
            self.star = self._star(self._starred)
            layout.addWidget(self.star)
            citation = self.page.citation
            cite = tool(tr("Cite"), "copy", tr("Copy: {citation}").format(citation=citation))
            cite.clicked.connect(lambda: self.citationAsked.emit(citation))
            layout.addWidget(cite)
        return bar

    def _star(self, on: bool) -> QToolButton:
        star = tool("", "star-on" if on else "star", "")
        star.setCheckable(True)
        star.setChecked(on)
        _name_star(star, on)
        star.toggled.connect(self._star_toggled)
        return star

    def _star_toggled(self, on: bool) -> None:
        self._starred = on
        if self.star is not None:
            self.star.setIcon(icons.icon("star-on" if on else "star", self.star))
            _name_star(self.star, on)
        self.favouriteAsked.emit(on)

    def _head(self, page: Page) -> Iterator[QWidget]:
        head = QWidget()
        layout = QHBoxLayout(head)
        layout.setContentsMargins(0, 0, 0, 0)
        metrics = self.fontMetrics()
        side = icons.side(round(metrics.height() * 1.3)).width()
        picture = QLabel()
        ink = self.palette().color(self.foregroundRole())
        picture.setPixmap(icons.pixmap(icons.kind_path(page.kind), ink, side, self.devicePixelRatioF()))
        picture.setAccessibleName(page.kind_label)
        layout.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        title = paragraph(page.title)
        font = title.font()
        font.setBold(True)
        if font.pointSizeF() > 0:
            font.setPointSizeF(font.pointSizeF() * 1.2)
        title.setFont(font)
        layout.addWidget(title, 1)
        yield head
        version = f"v{page.version}" if page.version else ""
        yield faint(" · ".join(part for part in (page.kind_label, page.byline, version) if part))
        if page.notice:
            notice = paragraph("⚑ " + page.notice)
            notice.setFrameShape(QFrame.Shape.StyledPanel)
            notice.setMargin(6)
            yield notice

    def _picture(self, page: Page) -> Iterator[QWidget]:
        """The picture, where one was fetched: a small PNG of our own making."""
        picture = QPixmap(str(page.picture), "PNG") if page.picture else QPixmap()
        if not picture.isNull():
            yield Picture(picture, tr("Picture of “{title}”").format(title=page.title))

    def _buttons(self, page: Page) -> Iterator[QWidget]:
        self.primary = None
        if not page.actions:
            yield faint(nothing_to_do())
            return
        self.primary = self._primary_button(page.actions[0])
        yield self.primary
        others: dict[Verb, Action] = {}
        for action in page.actions[1:]:
            if action.verb is not page.actions[0].verb:
                others.setdefault(action.verb, action)  # further layers and files have their own lines below
        if others:
            row = QWidget()
            flow = FlowLayout(row, 0)
            for action in others.values():
                flow.addWidget(self._small_button(action))
            policy = row.sizePolicy()
            policy.setHeightForWidth(True)
            row.setSizePolicy(policy)
            yield row

    def _primary_button(self, action: Action) -> QPushButton:
        words = said(action)
        button = QPushButton(caption(words.label))
        button.setIcon(icons.icon(words.icon, button))
        self._prepare(button, action, " (Ctrl+Enter)")
        font = button.font()
        font.setBold(True)
        button.setFont(font)
        button.setMinimumHeight(round(1.9 * self.fontMetrics().height()))
        button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        return button

    def _small_button(self, action: Action) -> QToolButton:
        words = said(action)
        button = tool(words.label, words.icon, words.hint)
        self._prepare(button, action)
        return button

    def _prepare(self, button: QAbstractButton, action: Action, shortcut: str = "") -> None:
        """Say what a button does, or why it cannot now, and let it do so."""
        refusal, hint = self._refusal(action), said(action).hint
        button.setEnabled(not refusal)
        button.setToolTip(tip(refusal or hint + shortcut))
        button.setAccessibleDescription(refusal or hint)
        button.clicked.connect(lambda: self.actionAsked.emit(action))

    def _body(self, page: Page) -> Iterator[QWidget]:
        if page.description:
            yield paragraph(page.description)
        for section in page.sections:
            yield from self._section(section)
        words = tr("Propose a correction, report a problem")
        link = _link_label(words, tr("Opens a message to whoever runs this catalogue; you send it, or not."))
        link.linkActivated.connect(lambda _: self.correctionAsked.emit(page.key, page.title))
        yield link

    def _section(self, section: Section) -> Iterator[QWidget]:
        yield bold(section.title)
        for line in section.lines:
            yield self._line(line)

    def _line(self, line: Line) -> QWidget:
        if line.action is not None:
            return self._small_action(line, line.action)
        if line.href or line.key:
            return self._link(line)
        mark = MARKS.get(line.mark, "")
        if not line.label:
            return paragraph(mark + line.text)
        # Rich text only for the label's weight: both texts are escaped.
        label = QLabel(f"<qt>{mark}<b>{escape(line.label)}</b> — {escape(line.text)}</qt>")
        label.setTextFormat(Qt.TextFormat.RichText)
        return selectable(label)

    def _small_action(self, line: Line, action: Action) -> QWidget:
        button = tool(line.text, said(action).icon, line.hint)
        refusal = self._refusal(action)
        button.setEnabled(not refusal)
        if refusal:
            button.setToolTip(tip(refusal))
        button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        button.clicked.connect(lambda: self.actionAsked.emit(action))
        return button

    def _link(self, line: Line) -> QWidget:
        label = _link_label(line.text, line.hint or line.href)
        if line.key:
            label.linkActivated.connect(lambda _, key=line.key: self.resourceAsked.emit(key))
        else:
            label.linkActivated.connect(lambda _, href=line.href: self.linkAsked.emit(href))
        return label


class Picture(QLabel):
    """A picture as wide as there is room for, never larger than it is."""

    def __init__(self, picture: QPixmap, name: str) -> None:
        super().__init__()
        self._picture = picture
        self.setAccessibleName(name)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Return that the height follows the width."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Return the height at a width."""
        return self._size(width).height()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the size there would be with all the room one could want."""
        return self._picture.size()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Draw it at the new size."""
        super().resizeEvent(event)
        ratio = self.devicePixelRatioF()
        size = self._size(event.size().width())
        smooth = Qt.TransformationMode.SmoothTransformation
        scaled = self._picture.scaled(size * ratio, Qt.AspectRatioMode.KeepAspectRatio, smooth)
        scaled.setDevicePixelRatio(ratio)
        self.setPixmap(scaled)

    def _size(self, width: int) -> QSize:
        size = self._picture.size()
        return size if size.width() <= width else size.scaled(width, size.height(), Qt.AspectRatioMode.KeepAspectRatio)


def _link_label(text: str, hint: str) -> QLabel:
    """Words that can be clicked, or reached and pressed with the keyboard."""
    label = QLabel(f'<qt><a href="#">{escape(text)}</a></qt>')
    label.setTextFormat(Qt.TextFormat.RichText)
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
    )
    label.setToolTip(tip(hint))
    label.setAccessibleName(text)
    return fitting(label)


def _name_star(star: QToolButton, on: bool) -> None:
    text = tr("Remove from my favourites") if on else tr("Add to my favourites")
    star.setToolTip(tip(text))
    star.setAccessibleName(text)
