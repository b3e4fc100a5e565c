"""The page of the options: catalogues, refreshing, language of the texts, what is kept, scripts, diagnostic."""

from __future__ import annotations

from contextlib import suppress

from qgis.gui import QgsOptionsPageWidget
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QGuiApplication
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QFrame,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from ..setting import Setting
from ..settings import AUTOMATIC_REFRESH, LANGUAGE, REFRESH_DAYS, THUMBNAILS, read_sources, set_sources
from ..translation import tr
from . import places
from .catalogues.directory_dialog import imposed
from .catalogues.editor import CatalogueEditor
from .catalogues.installed import InstalledBox
from .libraries_line import LibrariesLine
from .numbers import shown_size
from .opening import catalogue_notes
from .options import PAGE, Changed, Diagnose
from .plain import tip
from .script_options import ScriptOptions


class OptionsPage(QgsOptionsPageWidget):
    """The page; nothing changes before the dialog is accepted, but what has a button of its own."""

    def __init__(self, diagnose: Diagnose, changed: Changed, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(PAGE)
        self._diagnose, self._changed = diagnose, changed
        self._sources, problems = read_sources()
        self.language = QComboBox()
        for code, words in (("", tr("As QGIS")), ("fr", "Français"), ("en", "English")):
            self.language.addItem(words, code)
        self.language.setCurrentIndex(max(0, self.language.findData(LANGUAGE.get())))
        self.language.setAccessibleName(tr("Language of the catalogue's texts"))
        self.catalogues = CatalogueEditor(self._sources, problems, catalogue_notes(places.library(), self._sources))
        self.automatic = QCheckBox(tr("Refresh by itself when the panel opens, if the last time was more than"))
        self.automatic.setChecked(AUTOMATIC_REFRESH.get())
        self.days = QSpinBox()
        self.days.setRange(REFRESH_DAYS.minimum, REFRESH_DAYS.maximum)
        self.days.setSuffix(tr(" days ago"))
        self.days.setValue(REFRESH_DAYS.get())
        self.days.setAccessibleName(tr("Days between two automatic refreshes"))
        self.thumbnails = QCheckBox(tr("Fetch the pictures when I refresh, from each catalogue's own server only"))
        self.thumbnails.setChecked(THUMBNAILS.get())
        self.installed = InstalledBox(changed)
        self.libraries = LibrariesLine()
        self.scripts = ScriptOptions()
        self.cache = QLabel()
        self.cache.setTextFormat(Qt.TextFormat.PlainText)
        self.clear = QPushButton(tr("Make the index again"))
        self.clear.clicked.connect(self._clear_cache)
        self.diagnostic = QPushButton(tr("Copy a diagnostic"))
        self.diagnostic.setToolTip(tr("Copies versions and states to the clipboard: no name, no path, no address."))
        self.diagnostic.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._diagnose()))
        self._lay_out()
        self._show_size()
        for widget, setting in self._widgets():
            widget.setEnabled(not setting.is_imposed)
            if setting.is_imposed:
                widget.setToolTip(tip(imposed(setting.variable)))

    def apply(self) -> None:
        """Keep what was chosen; catalogues that were never read are then read, since they were just asked for."""
        chosen, wanted = self.language.currentData(), self.catalogues.sources()
        other_language, other_sources = chosen != LANGUAGE.get(), wanted != self._sources
        for setting, value in (
            (AUTOMATIC_REFRESH, self.automatic.isChecked()),
            (REFRESH_DAYS, self.days.value()),
            (THUMBNAILS, self.thumbnails.isChecked()),
            (LANGUAGE, chosen),
        ):
            if value != setting.get():  # what was not chosen stays the organisation's to choose
                setting.set(value)
        self.scripts.apply()
        if other_sources:
            set_sources(wanted)
        if other_language or other_sources:
            library = places.library()
            self._changed(any(source.enabled and not library.state(source).snapshot for source in wanted))
            self._sources = wanted

    def _widgets(self) -> tuple[tuple[QWidget, Setting], ...]:
        return (
            (self.language, LANGUAGE),
            (self.automatic, AUTOMATIC_REFRESH),
            (self.days, REFRESH_DAYS),
            (self.thumbnails, THUMBNAILS),
            *self.scripts.settings(),
        )

    def _lay_out(self) -> None:
        refresh = QGroupBox(tr("Refreshing"))
        automatic = QHBoxLayout()
        automatic.addWidget(self.automatic)
        automatic.addWidget(self.days)
        automatic.addStretch(1)
        refreshing = QVBoxLayout(refresh)
        refreshing.addLayout(automatic)
        refreshing.addWidget(self.thumbnails)
        texts = QGroupBox(tr("Texts"))
        form = QFormLayout(texts)
        form.addRow(tr("Language of the catalogue's texts"), self.language)
        disk = QGroupBox(tr("Kept on this computer"))
        line = QHBoxLayout()
        line.addWidget(self.cache, 1)
        line.addWidget(self.clear)
        kept = QVBoxLayout(disk)
        kept.addWidget(self.installed)
        kept.addLayout(line)
        kept.addWidget(self.libraries)
        inside = QWidget()
        layout = QVBoxLayout(inside)
        for widget in (self.catalogues, refresh, texts, disk, self.scripts):
            layout.addWidget(widget)
        layout.addWidget(self.diagnostic, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it follows what is in it
        scroll.setWidget(inside)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(scroll)

    def _show_size(self) -> None:
        path = places.library().index_path()
        self.cache.setText(tr("Search index: {size}").format(size=shown_size(path.stat().st_size if path else 0)))

    def _clear_cache(self) -> None:
        """Remove the indexes; the next opening makes them again. Catalogues and installed resources stay."""
        folder = places.library().folder
        for path in [folder / "index.json", *folder.glob("index-*.sqlite")]:
            with suppress(OSError):  # on Windows the one in use goes when it is no longer open
                path.unlink()
        self._changed(False)
        self._show_size()
