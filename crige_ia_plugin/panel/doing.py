"""Doing what the user asked of a resource, with what QGIS has for it."""

from __future__ import annotations

import shutil
from datetime import datetime, timezone
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from qgis.core import Qgis, QgsApplication, QgsProject
from qgis.PyQt.QtCore import QObject, QStandardPaths, QUrl, pyqtSignal
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QFileDialog

from ..catalogue.files import Wanted
from ..catalogue.integrity import safe_relative
from ..catalogue.problems import CatalogueError
from ..catalogue.record import path_name, safe_href
from ..harmless import apply_style
from ..installs import DownloadTask, VerifyTask
from ..messages import catalogue_problem
from ..paths import RESOURCES
from ..settings import data_folder
from ..tasks import Ending
from ..translation import tr
from . import places
from .acting import Action, Verb, files_of, is_address, layer_file
from .centre import Subject
from .ics import calendar
from .installing import Gate, Installer, free_pass
from .jobs import Jobs
from .layers.definitions import DefinitionTask, add_definition
from .layers.links import LayerTask, add_layers
from .layers.sample import add_sample
from .online import is_online
from .opening import reason_of
from .tool_dialogs import ToolDialogs
from .wording import missing_applier, missing_tool, unreachable

if TYPE_CHECKING:
    from qgis.gui import QgisInterface

SAMPLE = RESOURCES / "sample"
APPLIER, APPLIER_CARD = "crige_ia:applymodel", (places.EMBEDDED_ID, "script-applymodel")
"""The tool that applies models, and the card that installs it."""


class Doer(QObject):
    """Opens tools, adds layers, saves files, opens the browser; tells what happened in QGIS's message bar.

    Args:
        iface: QGIS's desktop.
        jobs: What tells and cancels the tasks.
        gate: Asks for consent before code is installed.

    Attributes:
        installer: What brings resources to this computer and takes them away.
    """

    cardAsked = pyqtSignal(object)  # noqa: N815 - Qt's way
    """Key of a resource that is needed first, whose card is to be shown."""

    def __init__(  # noqa: QGS105 - classFactory hands it over
        self, iface: QgisInterface, jobs: Jobs, parent: QObject, gate: Gate = free_pass
    ) -> None:
        super().__init__(parent)
        self._iface = iface
        self._jobs = jobs
        self._tools = ToolDialogs()
        self.installer = Installer(jobs, self.tell, self, gate)

    def refusal(self, action: Action) -> str:
        """Why an action cannot be done now, empty when it can."""
        if action.verb is Verb.RUN and QgsApplication.processingRegistry().algorithmById(action.target) is None:
            return missing_tool()
        if action.remote and not is_online():
            return unreachable()
        return ""

    def do(self, action: Action, subject: Subject) -> None:
        """Do it.

        Args:
            action: One of the record's.
            subject: The resource.
        """
        acts = {
            Verb.RUN: lambda: self._open_tool(action.target),
            Verb.APPLY: lambda: self._apply(action, subject),
            Verb.ADD: lambda: self._add(action, subject),
            Verb.SAMPLE: lambda: self._add_sample(action.target),
            Verb.CALENDAR: lambda: self._save_event(subject),
            Verb.INSTALL: lambda: self.installer.install(subject),
            Verb.UPDATE: lambda: self.installer.install(subject),
            Verb.USE: lambda: self.installer.go_back(subject),
            Verb.REMOVE: lambda: self.installer.remove(subject),
            Verb.SHOW: lambda: self._show_files(subject),
            Verb.DOWNLOAD: lambda: self._download(action, subject),
            Verb.OPEN: lambda: self.open_address(action.target),
        }
        if action.verb in acts:
            acts[action.verb]()

    def open_address(self, href: str) -> bool:
        """Open a web page or a new message; nothing else is ever opened."""
        if not safe_href(href) or QUrl(href).scheme().lower() not in ("http", "https", "mailto"):
            return False
        return bool(QDesktopServices.openUrl(QUrl(href)))

    def close(self) -> None:
        """Forget what is still going on."""
        self._tools.forget()

    # each verb

    def _open_tool(self, algorithm: str, **parameters: str) -> None:
        if not self._tools.open(algorithm, **parameters):
            self.tell(missing_tool(), Qgis.MessageLevel.Warning)

    def _apply(self, action: Action, subject: Subject) -> None:
        """Verify the files of a model, then open the tool that applies it."""
        installed = subject.around.installed
        if QgsApplication.processingRegistry().algorithmById(APPLIER) is None:
            self.tell(missing_applier(), Qgis.MessageLevel.Warning)
            self.cardAsked.emit(APPLIER_CARD)
        elif installed is not None:
            words = tr("Verifying “{title}”…").format(title=subject.title)
            self._jobs.run(VerifyTask(installed), words, lambda _, ending: self._verified(action, subject, ending))

    def _verified(self, action: Action, subject: Subject, ending: Ending) -> None:
        if ending.is_good:
            self._open_tool(APPLIER, MODEL=action.place)
        elif not ending.cancelled:
            self._tell_failure(subject.title, reason_of(ending))

    def _add(self, action: Action, subject: Subject) -> None:
        link = action.link
        if link is None:
            return
        name = link.title or subject.title
        if layer_file(link) in (".qlr", ".qml"):
            self._add_file(action, subject, name)
            return
        task = LayerTask(action, name, QgsProject.instance().crs().authid(), subject.access)
        self._jobs.run(task, tr("Adding “{name}”…").format(name=name), self._added)

    def _added(self, task: LayerTask, ending: Ending) -> None:
        if ending.cancelled:
            return
        if not task.layers:
            problem = tr("“{name}” cannot be added: the service or the file does not answer as expected. {reason}")
            reason = task.reason if ending.is_good else reason_of(ending)
            self.tell(problem.format(name=task.name, reason=reason).strip(), Qgis.MessageLevel.Warning)
            return
        added = add_layers(task.layers, task.name)
        words = tr("“{name}” was added to the project.") if added else tr("QGIS refused to add “{name}”.")
        self.tell(words.format(name=task.name), Qgis.MessageLevel.Success if added else Qgis.MessageLevel.Warning)

    def _add_file(self, action: Action, subject: Subject, name: str) -> None:
        """Add a layer definition, or give a style to the active layer; bring the file first where it is not here."""
        if not is_address(action.place):
            self._read_file(Path(action.place), name)
            return
        wanted = _wanted(action, subject)
        path = places.aside() / "definitions" / (path_name(wanted.place) + layer_file(action.link))

        def brought(_: DefinitionTask, ending: Ending) -> None:
            if ending.is_good:
                self._read_file(path, name)
                path.unlink(missing_ok=True)
            elif not ending.cancelled:
                self._tell_failure(name, reason_of(ending))

        task = DefinitionTask(wanted, path, subject.access)
        self._jobs.run(task, tr("Adding “{name}”…").format(name=name), brought)

    def _read_file(self, path: Path, name: str) -> None:
        layer = self._iface.activeLayer()
        try:
            if path.suffix.lower() == ".qlr":
                reason = add_definition(path)
            elif layer is None:
                reason = tr("choose first the layer that will get this style.")
            else:
                reason = apply_style(path, layer)
        except CatalogueError as error:
            reason = catalogue_problem(error.problem)
        if reason:
            self._tell_failure(name, reason)
        else:
            self.tell(tr("“{name}” was added to the project.").format(name=name), Qgis.MessageLevel.Success)

    def _tell_failure(self, name: str, reason: str) -> None:
        self.tell(tr("“{name}”: {reason}").format(name=name, reason=reason), Qgis.MessageLevel.Warning)

    def _show_files(self, subject: Subject) -> None:
        """Open the folder of what is installed; files themselves are never opened, whatever they are."""
        installed = subject.around.installed
        if installed is None or not installed.folder.is_dir():
            self.tell(tr("These files are no longer there: install the resource again."), Qgis.MessageLevel.Warning)
            return
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(installed.folder)))

    def _download(self, action: Action, subject: Subject) -> None:
        """Ask where to, then bring the file there, verified when its checksum is known."""
        wanted = _wanted(action, subject)
        if not action.place or not wanted.name:
            self.tell(tr("The address of this file is wrong: tell whoever publishes it."), Qgis.MessageLevel.Warning)
            return
        downloads = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation)
        proposed = str(Path(downloads or Path.home()) / Path(wanted.name).name)
        chosen, _ = QFileDialog.getSaveFileName(self._iface.mainWindow(), tr("Download"), proposed)
        if chosen:
            task = DownloadTask(wanted, Path(chosen), subject.access)
            words = tr("Downloading “{name}”…").format(name=wanted.name)
            self._jobs.run(task, words, lambda _, ending: self._downloaded(Path(chosen), bool(wanted.digest), ending))

    def _downloaded(self, path: Path, verified: bool, ending: Ending) -> None:
        if ending.is_good:
            words = tr("Downloaded, integrity verified: {path}") if verified else tr("Downloaded: {path}")
            self.tell(words.format(path=path), Qgis.MessageLevel.Success)
        elif not ending.cancelled:
            text = tr("“{name}” was not downloaded. {reason}").format(name=path.name, reason=reason_of(ending))
            self.tell(text, Qgis.MessageLevel.Warning)

    def _add_sample(self, name: str) -> None:
        """Add a copy of the sample: what the user does to it never touches the plugin's own files."""
        source = SAMPLE / Path(name).name
        target = data_folder() / "sample" / source.name
        try:
            if not target.is_file():
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(source, target)
        except OSError as error:
            reason = tr("The demonstration data cannot be copied into your profile: {reason}")
            self.tell(reason.format(reason=error.strerror or str(error)), Qgis.MessageLevel.Warning)
            return
        extent = add_sample(target, tr("Demonstration data"))
        if extent is not None and self._iface.mapCanvas() is not None:
            self._iface.mapCanvas().setExtent(extent)
            self._iface.mapCanvas().refresh()
        self.tell(tr("The demonstration data were added to the project."), Qgis.MessageLevel.Success)

    def _save_event(self, subject: Subject) -> None:
        record = subject.record
        proposed = str(Path.home() / f"{path_name(record.id)}.ics")
        window = self._iface.mainWindow()
        chosen, _ = QFileDialog.getSaveFileName(window, tr("Save the event"), proposed, tr("Calendar (*.ics)"))
        if not chosen:
            return
        path = Path(chosen if chosen.lower().endswith(".ics") else chosen + ".ics")
        try:
            path.write_bytes(calendar(record, subject.language, datetime.now(timezone.utc)).encode("utf-8"))
        except OSError as error:
            problem = tr("The event cannot be saved: {reason}").format(reason=error.strerror or str(error))
            self.tell(problem, Qgis.MessageLevel.Warning)
            return
        self.tell(tr("Saved: {path}. Open it with your calendar.").format(path=path), Qgis.MessageLevel.Success)

    def tell(self, text: str, level: Qgis.MessageLevel = Qgis.MessageLevel.Info) -> None:
        """Say something in QGIS's message bar; what went wrong stays until it was read."""
        seconds = 0 if level == Qgis.MessageLevel.Warning else 6
        self._iface.messageBar().pushMessage(tr("Resource centre"), text, level, seconds)


def _wanted(action: Action, subject: Subject) -> Wanted:
    """The file behind an action, with the digest published for it where there is one."""
    links = subject.record.links_of("enclosure")
    for link, wanted in zip(links, files_of(subject.record, subject.around)):
        if link == action.link:
            return wanted
    name = unquote(PurePosixPath(urlsplit(action.target).path).name)
    try:
        name = safe_relative(name)
    except CatalogueError:
        name = path_name(name)
    return Wanted(name, action.place, size=action.link.size if action.link else -1)
