"""The commands by which people give back: they open the forms, and keep them until they are closed."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Callable

from qgis.core import Qgis
from qgis.PyQt.QtCore import QByteArray, QObject, Qt, QUrl
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QDialog, QFileDialog

from ... import settings
from ...authoring.draft import Draft
from ...authoring.mail import mailto
from ...authoring.need import Need, draft_of
from ...messages import authoring_words
from ...tasks import Ending, start
from ...translation import tr
from ..authors.dialog import AuthorsDialog
from ..state import Key
from .addressees import Addressee
from .dialog import FormDialog
from .drafts_dialog import DraftsDialog
from .need_dialog import NeedDialog
from .resource_dialog import ResourceDialog
from .tasks import Ground, OpeningFormTask, why

if TYPE_CHECKING:
    from qgis.gui import QgisInterface

Opened = Callable[[OpeningFormTask, Ground], None]


class Contributions(QObject):
    """Opens the forms.

    Args:
        iface: QGIS's desktop.

    Attributes:
        dialogs: Those that are open.
    """

    def __init__(self, iface: QgisInterface, parent: QObject) -> None:  # noqa: QGS105 - classFactory hands it over
        super().__init__(parent)
        self._iface = iface
        self._tasks: list[OpeningFormTask] = []
        self.dialogs: list[QDialog] = []

    # the commands

    def propose(self) -> None:
        """Propose a resource: a new one, or one of the drafts that wait."""
        self._open(OpeningFormTask(), self._offer_drafts)

    def tell_need(self, theme: str = "") -> None:
        """Tell of a need.

        Args:
            theme: Theme that was looked at.
        """
        self._open(OpeningFormTask(), lambda _, ground: self._show_need(Need("", ""), ground, theme))

    def tell_run(self) -> None:
        """Ask for a run sheet, the last one first, and make of it the draft of an experience report."""
        last = settings.last_run_sheet()
        begin = str(last or Path.home())
        words = tr("Run sheets (*.html *.htm *.json)")
        chosen, _ = QFileDialog.getOpenFileName(self._iface.mainWindow(), tr("Run sheet of the run"), begin, words)
        if chosen:
            self.open_sheet(Path(chosen))

    def open_sheet(self, path: Path) -> None:
        """Make the draft of a run from its sheet, and open it."""
        self._open(OpeningFormTask(path, authoring_words()), self._show_made)

    def write_script(self) -> None:
        """Write a shared script; one window is enough."""
        for dialog in self.dialogs:
            if isinstance(dialog, AuthorsDialog):
                dialog.raise_()
                dialog.activateWindow()
                return
        dialog = AuthorsDialog(self._iface.mainWindow())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.publishAsked.connect(self.publish_script)
        self._show(dialog)

    def publish_script(self, path: Path) -> None:
        """Make the draft of a script's record, with what its last run measured, and open it."""
        last = settings.last_run_sheet()
        self._open(OpeningFormTask(last, authoring_words(), path), self._show_made)

    def correct(self, key: Key, title: str) -> None:
        """Write about a resource to whoever runs its catalogue; where no address is given, by the form of a need.

        Args:
            key: The resource.
            title: Its title.
        """
        self._open(OpeningFormTask(), lambda _, ground: self._write_about(key, title, ground))

    def close(self) -> None:
        """Save what is written and close: the plugin goes."""
        for task in self._tasks:
            with suppress(TypeError):  # the plugin that goes has cut the lines already
                task.ended.disconnect()
            task.cancel()
        for dialog in list(self.dialogs):
            if isinstance(dialog, (FormDialog, AuthorsDialog)):
                dialog.stop()
            dialog.deleteLater()
        self._tasks, self.dialogs = [], []

    # opening

    def _open(self, task: OpeningFormTask, then: Opened) -> None:
        self._tasks.append(task)
        task.ended.connect(lambda ending: self._opened(task, ending, then))
        start(task)

    def _opened(self, task: OpeningFormTask, ending: Ending, then: Opened) -> None:
        self._tasks.remove(task)
        reason = task.unreadable or why(task, ending)
        if reason or task.ground is None:
            self._iface.messageBar().pushMessage(tr("Resource centre"), reason, Qgis.MessageLevel.Warning, 0)
            return
        then(task, task.ground)

    def _offer_drafts(self, task: OpeningFormTask, ground: Ground) -> None:
        if not task.kept and not task.damaged:
            self._show_resource(Draft.new("", ground.language), ground)
            return
        dialog = DraftsDialog(task.kept, task.damaged, ground, self._iface.mainWindow())
        dialog.newAsked.connect(lambda: self._show_resource(Draft.new("", ground.language), ground))
        dialog.draftAsked.connect(lambda draft: self._take_up(draft, ground))
        self._show(dialog)

    def _take_up(self, draft: Draft, ground: Ground) -> None:
        for dialog in self.dialogs:
            if isinstance(dialog, FormDialog) and dialog.draft.key == draft.key:  # two would overwrite each other
                dialog.raise_()
                dialog.activateWindow()
                return
        if draft.kind == "need":
            self._show(NeedDialog(draft, ground, self._iface.mainWindow()))
        else:
            self._show_resource(draft, ground)

    def _show_resource(self, draft: Draft, ground: Ground) -> None:
        self._show(ResourceDialog(draft, ground, self._iface.mainWindow()))

    def _show_need(self, need: Need, ground: Ground, theme: str = "") -> None:
        self._show(NeedDialog(draft_of(need, ground.language, theme), ground, self._iface.mainWindow()))

    def _show_made(self, task: OpeningFormTask, ground: Ground) -> None:
        if task.made is not None:
            dialog = ResourceDialog(task.made, ground, self._iface.mainWindow())
            dialog.keeper.keep(task.made)
            self._show(dialog)

    def _write_about(self, key: Key, title: str, ground: Ground) -> None:
        subject = tr("Correction: {title}").format(title=title)
        text = tr(
            "Resource: {title}\nIdentifier: {id}\nCatalogue: {catalogue}\n\nWhat is wrong, and what it should be:\n"
        )
        found = next((one for one in ground.addressees if one.id == key[0]), Addressee(key[0], key[0]))
        body = text.format(title=title, id=key[1], catalogue=found.title)
        if found.email and QDesktopServices.openUrl(_url(mailto(found.email, subject, body))):
            return
        self._show_need(Need(subject, body), ground)

    def _show(self, dialog: Any) -> None:
        self.dialogs.append(dialog)
        dialog.finished.connect(lambda _: self._closed(dialog))
        dialog.show()

    def _closed(self, dialog: QDialog) -> None:
        if dialog in self.dialogs:
            self.dialogs.remove(dialog)


def _url(address: str) -> QUrl:
    return QUrl.fromEncoded(QByteArray(address.encode("ascii")))
