"""Installing, updating, going back, removing: from a click to files in place, with consent asked where it must be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Callable

from qgis.core import Qgis, QgsProject
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..catalogue.store import Installed
from ..installs import FetchTask, RemoveTask, StoreTask, UseTask, aside_of, discard_aside
from ..tasks import Ending, Task
from ..translation import tr
from . import places
from .acting import installable_files
from .centre import Subject
from .jobs import Jobs
from .opening import reason_of
from .state import Key

Tell = Callable[[str, "Qgis.MessageLevel"], None]

Gate = Callable[[Subject, Mapping[str, Path], Callable[[bool], None]], None]
"""Asked once the files are here and verified, before they are put in place: shows them where they are code, and calls
back, now or later, with whether the user agrees."""


def free_pass(subject: Subject, files: Mapping[str, Path], answer: Callable[[bool], None]) -> None:
    """Let through what is no code: data, models, styles, documents."""
    answer(True)


class Installer(QObject):
    """Brings resources to this computer and takes them away, one task at a time for each.

    Args:
        jobs: What tells and cancels the tasks.
        tell: Says what happened.
        gate: Asks for consent.
    """

    changed = pyqtSignal(object)
    """Key of a resource whose installed versions changed."""

    def __init__(self, jobs: Jobs, tell: Tell, parent: QObject, gate: Gate = free_pass) -> None:
        super().__init__(parent)
        self._jobs, self._tell, self.gate = jobs, tell, gate
        self._busy: set[Key] = set()

    @property
    def asks_consent(self) -> bool:
        """Whether code can be installed, since someone asks for it."""
        return self.gate is not free_pass

    # install, update

    def install(self, subject: Subject) -> None:
        """Bring the version that the catalogue has; one that is still on this computer is not brought again."""
        key = _key(subject)
        same = [item for item in subject.around.versions if item.version == subject.record.version]
        if same and same[-1] is not subject.around.installed:
            self.use(subject, same[-1])
        elif self._is_free(subject, same) and self._takes(key, subject):
            files = installable_files(subject.record, subject.around)
            aside = aside_of(places.aside(), key[0], subject.record)
            task = FetchTask(subject.title, files, aside, subject.access)
            words = tr("Installing “{title}”…").format(title=subject.title)
            self._jobs.run(task, words, lambda fetch, ending: self._fetched(key, subject, fetch, ending))

    def _fetched(self, key: Key, subject: Subject, fetch: FetchTask, ending: Ending) -> None:
        if not ending.is_good:
            self._end(key, subject, ending, tr("“{title}” was not installed. {reason}"))
            return

        def answer(agreed: bool) -> None:
            if agreed:
                self._store(key, subject, fetch)
            else:
                discard_aside(fetch.aside)
                self._busy.discard(key)

        self.gate(subject, fetch.fetched, answer)

    def _store(self, key: Key, subject: Subject, fetch: FetchTask) -> None:
        spared = [item.folder for item in subject.around.versions if user_of(item)]
        task = StoreTask(places.store(), key, subject.record, fetch, spared)
        words = tr("Installing “{title}”…").format(title=subject.title)
        failed = tr("“{title}” was not installed. {reason}")
        done = tr("“{title}” is installed, integrity verified.").format(title=subject.title)
        self._jobs.run(task, words, lambda _, ending: self._end(key, subject, ending, failed, done))

    # go back, remove

    def go_back(self, subject: Subject) -> None:
        """Use the version before again."""
        if len(subject.around.versions) > 1:
            self.use(subject, subject.around.versions[-2])

    def use(self, subject: Subject, wanted: Installed) -> None:
        """Use another version that is on this computer."""
        key = _key(subject)
        if self._takes(key, subject):
            failed = tr("“{title}” stays as it was. {reason}")
            done = tr("“{title}”: version {version} is in use.")
            done = done.format(title=subject.title, version=wanted.version or "—")
            self._run(key, subject, UseTask(places.store(), wanted), failed, done)

    def remove(self, subject: Subject) -> None:
        """Remove every version, unless the project uses one."""
        key, versions = _key(subject), subject.around.versions
        if versions and self._is_free(subject, versions) and self._takes(key, subject):
            failed = tr("“{title}” was not removed. {reason}")
            task = RemoveTask(places.store(), versions)
            done = tr("“{title}” was removed from this computer.").format(title=subject.title)
            self._run(key, subject, task, failed, done)

    # what they share

    def _run(self, key: Key, subject: Subject, task: Task, failed: str, done: str) -> None:
        words = f"{task.description()}…"
        self._jobs.run(task, words, lambda _, ending: self._end(key, subject, ending, failed, done))

    def _is_free(self, subject: Subject, versions: Sequence[Installed]) -> bool:
        """Whether no layer of the project uses these versions; says which one does."""
        layer = next((name for name in map(user_of, versions) if name), "")
        if layer:
            text = tr("“{title}” is used by the layer “{layer}”: remove that layer from the project first.")
            self._tell(text.format(title=subject.title, layer=layer), Qgis.MessageLevel.Warning)
        return not layer

    def _takes(self, key: Key, subject: Subject) -> bool:
        """Take a resource in hand, unless it already is."""
        if key in self._busy:
            self._tell(tr("“{title}”: this is already under way.").format(title=subject.title), Qgis.MessageLevel.Info)
            return False
        self._busy.add(key)
        return True

    def _end(self, key: Key, subject: Subject, ending: Ending, failed: str, done: str = "") -> None:
        self._busy.discard(key)
        if ending.is_good:
            self._tell(done, Qgis.MessageLevel.Success)
        elif not ending.cancelled:
            text = failed.format(title=subject.title, reason=reason_of(ending))
            self._tell(text, Qgis.MessageLevel.Warning)
        self.changed.emit(key)


def _key(subject: Subject) -> Key:
    """Under which name a resource is installed: that of what is there already, where two catalogues have it."""
    installed = subject.around.installed
    return (installed.catalogue, installed.id) if installed else subject.key


def user_of(installed: Installed) -> str:
    """Name of a layer of the project that uses a file of an installed version; empty when none does."""
    folder = str(installed.folder).replace("\\", "/") + "/"
    for layer in QgsProject.instance().mapLayers().values():
        if folder in layer.source().replace("\\", "/"):
            return layer.name()
    return ""
