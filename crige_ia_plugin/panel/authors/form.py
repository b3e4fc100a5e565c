"""What the window “Write a shared script” is made of; what it does is in ``dialog.py``."""

from __future__ import annotations

from pathlib import Path

from qgis.PyQt.QtCore import QStandardPaths
from qgis.PyQt.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ...translation import tr
from ..labels import bold, faint, fitting, paragraph
from ..plain import caption, tip


class AuthorForm(QDialog):
    """The widgets, in the order of the keys: start a script, then what can be done with one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Write a shared script"))
        self.setMinimumWidth(260)
        self._make_start()
        self._make_script()
        self._lay_out()
        self.resize(560, 640)

    def _make_start(self) -> None:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        self.name, self.folder = QLineEdit(), QLineEdit()
        self.name.setPlaceholderText(tr("my_script"))
        self.folder.setText(str(Path(documents or Path.home()) / tr("my scripts")))
        self.browse = QPushButton(tr("Browse…"))
        self.write = QPushButton(tr("Write the template"))
        self.write.setToolTip(tip(tr("A script that works, its test and its sample; nothing that exists is replaced.")))
        self.note = paragraph("")

    def _make_script(self) -> None:
        self.choose = QPushButton(tr("Open a script…"))
        self.show_folder = QPushButton(tr("Show its folder"))
        self.about, self.stands = paragraph(""), paragraph("")
        self.attempt = QPushButton(tr("Try it on its sample"))
        self.load = QPushButton(tr("Load it in the toolbox"))
        self.tool = QPushButton(tr("Open the tool"))
        self.unload = QPushButton(tr("Take it out of the toolbox"))
        self.freeze = QPushButton(tr("Freeze its versions"))
        words = tr(
            "Writes beside the script the exact versions of its packages, so that everyone has the same. uv, which "
            "chooses them, is installed apart from QGIS where it is not there."
        )
        self.freeze.setToolTip(tip(words))
        self.publish = QPushButton(tr("Publish…"))
        self.publish.setToolTip(tip(tr("Opens the form that proposes a resource, filled from what the script says.")))
        self.warning = faint(
            tr(
                "It runs as it is now, with your rights: it can read and write your files. After each change, loading "
                "it again is your agreement."
            )
        )
        self.log = QPlainTextEdit()
        self.log.setReadOnly(True)
        self.log.setTabChangesFocus(True)
        self.log.setAccessibleName(tr("What happens"))
        self.progress = QProgressBar()
        self.progress.setAccessibleName(tr("Progress"))
        self.progress.setRange(0, 100)
        self.cancel, self.leave = QPushButton(tr("Cancel")), QPushButton(tr("Close"))

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.addWidget(bold(tr("Start a script")))
        layout.addWidget(_labelled(tr("Name"), self.name, tr("Small letters, digits and underscores; kept for ever.")))
        layout.addWidget(self.name)
        layout.addWidget(_labelled(tr("Folder"), self.folder))
        layout.addLayout(_row(self.folder, self.browse))
        layout.addLayout(_row(self.write, None))
        layout.addWidget(self.note)
        layout.addWidget(bold(tr("The script")))
        layout.addWidget(self.about)
        layout.addWidget(self.stands)
        layout.addLayout(_row(self.choose, self.show_folder, None))
        grid = QGridLayout()
        for number, button in enumerate((self.attempt, self.load, self.tool, self.unload)):
            grid.addWidget(button, number // 2, number % 2)
        layout.addLayout(grid)
        layout.addWidget(self.warning)
        layout.addWidget(self.log, 1)
        layout.addLayout(_row(self.progress, self.cancel))
        layout.addLayout(_row(self.freeze, self.publish, None, self.leave))
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)  # Enter in a field runs nothing
            button.setMinimumWidth(0)
            button.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)


def _labelled(words: str, widget: QWidget, hint: str = "") -> QLabel:
    """The label of a field."""
    label = fitting(QLabel(caption(words)))
    label.setBuddy(widget)
    widget.setAccessibleName(words)
    if hint:
        widget.setToolTip(tip(hint))
        widget.setAccessibleDescription(hint)
    return label


def _row(*widgets: QWidget | None) -> QHBoxLayout:
    """Widgets side by side; None is what stretches."""
    row = QHBoxLayout()
    for widget in widgets:
        if widget is None:
            row.addStretch(1)
        else:
            row.addWidget(widget)
    return row
