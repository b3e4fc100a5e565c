"""The dialog of consent: the facts, the program itself, what changed, and two buttons."""

from __future__ import annotations

from qgis.PyQt.QtCore import QSize, Qt
from qgis.PyQt.QtGui import QFontDatabase, QSyntaxHighlighter
from qgis.PyQt.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QPlainTextEdit,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from ...runtime.script import Runner
from ...translation import tr
from ..labels import fitting
from .highlight import DifferenceHighlighter, PythonHighlighter, is_dark
from .request import Request, content, difference, facts, heading, scope, warning


class ConsentDialog(QDialog):
    """Shows a program and asks whether it may be installed; accepted when the user agrees.

    Args:
        request: What is asked.
        parent: Window it stands in.
    """

    def __init__(self, request: Request, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._highlighters: list[QSyntaxHighlighter] = []
        update = request.is_update
        self.setWindowTitle(heading(request))
        title = _label(f"{request.title} · {request.version}" if request.version else request.title)
        font = title.font()
        font.setPointSizeF(font.pointSizeF() * 1.25)
        font.setBold(True)
        title.setFont(font)
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName(content(request))
        changed = difference(request)
        if changed:
            self.tabs.addTab(self._text(changed, tr("What changes"), DifferenceHighlighter), tr("What changes"))
        code = None if request.runner is Runner.MODEL else PythonHighlighter
        self.tabs.addTab(self._text(request.text, content(request), code), content(request))
        self.buttons = QDialogButtonBox()
        self.agree = self.buttons.addButton(
            tr("Agree and update") if update else tr("Agree and install"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        refuse = self.buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        self.agree.setAutoDefault(False)
        refuse.setDefault(True)  # Enter alone agrees to nothing
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(title)
        layout.addLayout(_form(request))
        layout.addWidget(self.tabs, 1)
        alert = _label(warning(request))
        bold = alert.font()
        bold.setBold(True)
        alert.setFont(bold)
        layout.addWidget(alert)
        layout.addWidget(_label(scope()))
        layout.addWidget(self.buttons)

    def sizeHint(self) -> QSize:  # noqa: N802 - the name Qt calls
        """Return a size at which code reads."""
        return QSize(760, 680)

    def _text(self, text: str, name: str, highlighter: type[QSyntaxHighlighter] | None) -> QPlainTextEdit:
        view = QPlainTextEdit()
        view.setPlainText(text)
        view.setReadOnly(True)
        view.setTabChangesFocus(True)
        view.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        view.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        view.setAccessibleName(name)
        if highlighter is not None:
            self._highlighters.append(highlighter(view.document(), dark=is_dark(view.palette())))
        return view


def _form(request: Request) -> QFormLayout:
    form = QFormLayout()
    form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
    for label, value in facts(request):
        form.addRow(label, _label(value))
    return form


def _label(text: str) -> QLabel:
    """A label that shows text as text, wraps, and can be selected."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    fitting(label)
    return label
