"""The part of the options about shared scripts: with what they run, and from where their libraries come."""

from __future__ import annotations

from qgis.gui import QgsFileWidget
from qgis.PyQt.QtWidgets import QCheckBox, QFormLayout, QGroupBox, QLineEdit, QWidget

from ..settings import (
    SCRIPT_CERTIFICATES,
    SCRIPT_INDEX_URL,
    SCRIPT_OFFLINE,
    SCRIPT_PYTHON,
    SCRIPT_UV,
    SCRIPT_WHEELS,
    Setting,
)
from ..translation import tr


class ScriptOptions(QGroupBox):
    """What rarely needs to be changed, and then by whoever knows the network of the house."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Shared scripts"), parent)
        self.offline = QCheckBox(tr("Never fetch their libraries from the network"))
        self.offline.setChecked(SCRIPT_OFFLINE.get())
        self.index = QLineEdit(SCRIPT_INDEX_URL.get())
        self.index.setPlaceholderText(tr("What pip and uv use on this computer"))
        self.wheels = _file(SCRIPT_WHEELS, QgsFileWidget.StorageMode.GetDirectory)
        self.certificates = _file(SCRIPT_CERTIFICATES, QgsFileWidget.StorageMode.GetFile)
        self.python = _file(SCRIPT_PYTHON, QgsFileWidget.StorageMode.GetFile)
        self.uv = _file(SCRIPT_UV, QgsFileWidget.StorageMode.GetFile)
        form = QFormLayout(self)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.addRow(self.offline)
        for label, widget in (
            (tr("Index of packages"), self.index),
            (tr("Folder of packages, for computers without internet"), self.wheels),
            (tr("Certificates of the house (PEM)"), self.certificates),
            (tr("Python that runs them"), self.python),
            (tr("Program uv"), self.uv),
        ):
            form.addRow(label, widget)
            (widget.lineEdit() if isinstance(widget, QgsFileWidget) else widget).setAccessibleName(label)

    def settings(self) -> tuple[tuple[QWidget, Setting], ...]:
        """The widgets, each with what it changes."""
        return (
            (self.offline, SCRIPT_OFFLINE),
            (self.index, SCRIPT_INDEX_URL),
            (self.wheels, SCRIPT_WHEELS),
            (self.certificates, SCRIPT_CERTIFICATES),
            (self.python, SCRIPT_PYTHON),
            (self.uv, SCRIPT_UV),
        )

    def apply(self) -> None:
        """Keep what was chosen; what was not chosen stays the organisation's to choose."""
        for widget, setting in self.settings():
            value = _value(widget)
            if value != setting.get():
                setting.set(value)


def _file(setting: Setting[str], mode: QgsFileWidget.StorageMode) -> QgsFileWidget:
    widget = QgsFileWidget()
    widget.setStorageMode(mode)
    widget.setFilePath(setting.get())
    return widget


def _value(widget: QWidget) -> object:
    if isinstance(widget, QCheckBox):
        return widget.isChecked()
    return (widget.filePath() if isinstance(widget, QgsFileWidget) else widget.text()).strip()
