"""Files of resources, in background tasks: downloaded where the user says, or installed in the plugin's own folder.

Installing has two steps, so that whoever must agree can look first: ``FetchTask`` brings the files aside and verifies
them, ``StoreTask`` puts them into the store in one step. What a cut left aside is for the next attempt; what is
cancelled or wrong leaves nothing.
"""

from __future__ import annotations

import errno
import os
import shutil
import time
from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Callable

from .catalogue.files import OPEN, Access, Wanted
from .catalogue.integrity import verify_file
from .catalogue.problems import CatalogueError, Code
from .catalogue.record import path_name
from .downloads import RESUMABLE, copy, download
from .tasks import Task
from .translation import tr

if TYPE_CHECKING:
    from .catalogue.record import Record
    from .catalogue.store import Installed, Store
    from .transport import Session

KEPT_VERSIONS = 2
"""Versions of a resource on this computer: the one in use, and the one before it to go back to."""

KEPT_DAYS = 7
"""Days that what a cut left is kept for another attempt."""

_MARGIN = 64 << 20
"""Bytes left free on the disk, at least."""


class DownloadTask(Task):
    """Brings one file to a place the user chose, verified where a digest is published."""

    def __init__(self, wanted: Wanted, path: Path, access: Access = OPEN) -> None:
        super().__init__(tr("Downloading {name}").format(name=wanted.name))
        self.path = path
        self._wanted = wanted
        self._access = access

    def work(self) -> None:
        """Download, or copy what is on this computer or its drives."""
        wanted = self._wanted
        if not wanted.is_remote:
            copy(Path(wanted.place), self.path, size=wanted.size, digest=wanted.digest)
            return
        with self.session(self._access.authcfg, self._access.origin) as session:
            _bring(self, session, wanted, self.path, self.report)


class FetchTask(Task):
    """Brings the files of a resource into a folder aside, each verified; those on this computer stay where they are.

    Every file needs a published digest.

    Attributes:
        fetched: Where each file is now, by name; empty when the task did not come to its end.
        aside: Folder of what was downloaded.
    """

    def __init__(self, title: str, files: Sequence[Wanted], aside: Path, access: Access = OPEN) -> None:
        super().__init__(tr("Installing {title}").format(title=title))
        self.files = tuple(files)
        self.aside = aside
        self.fetched: Mapping[str, Path] = {}
        self._access = access

    def work(self) -> None:
        """Download what is not here."""
        for wanted in self.files:
            if not wanted.digest:
                raise CatalogueError(Code.FILE_CHECKSUM_UNSTATED, wanted.place, href=wanted.name)
        try:
            here = {wanted.name: Path(wanted.place) for wanted in self.files if not wanted.is_remote}
            for wanted in self.files:
                if not wanted.is_remote:
                    verify_file(here[wanted.name], wanted.digest, wanted.size)
            here.update(self._download([wanted for wanted in self.files if wanted.is_remote]))
            if self.isCanceled():
                raise CatalogueError(Code.CANCELLED)
        except CatalogueError as error:
            if error.code not in RESUMABLE:
                discard_aside(self.aside)
            raise
        except OSError as error:
            discard_aside(self.aside)
            raise CatalogueError(Code.WRITE_FAILED, str(self.aside), reason=error.strerror or str(error)) from None
        self.fetched = here

    def _download(self, files: Sequence[Wanted]) -> dict[str, Path]:
        """Bring what is not here; a file that came whole before a cut does not come twice."""
        if not files:
            return {}
        _check_space(self.aside, files)
        known = all(wanted.size > 0 for wanted in files)
        weights = [wanted.size if known else 1 for wanted in files]
        done, total = 0, sum(weights)
        paths = {}
        with self.session(self._access.authcfg, self._access.origin) as session:
            for wanted, weight in zip(files, weights):
                path = paths[wanted.name] = self.aside / wanted.name
                if not _is_here(path, wanted):

                    def report(share: float, before: int = done, weight: int = weight) -> None:
                        self.report((before + weight * share) / total)

                    _bring(self, session, wanted, path, report)
                done += weight
        return paths


class StoreTask(Task):
    """Puts fetched files into the store in one step, then removes versions that are neither in use nor the one before.

    Args:
        store: Where to.
        key: Catalogue and id under which the resource is installed.
        record: The resource.
        fetch: What brought its files.
        spared: Folders of versions that something still uses.

    Attributes:
        installed: What is now in the store; None when the task did not come to its end.
    """

    def __init__(
        self, store: Store, key: tuple[str, str], record: Record, fetch: FetchTask, spared: Collection[Path] = ()
    ) -> None:
        super().__init__(tr("Installing {title}").format(title=record.title))
        self._store, self._key, self._record, self._fetch = store, key, record, fetch
        self._spared = frozenset(spared)
        self.installed: Installed | None = None

    def work(self) -> None:
        """Install."""
        record = self._record
        try:
            self.installed = self._store.install(
                *self._key,
                record.version,
                record.title,
                self._fetch.fetched,
                {wanted.name: wanted.digest for wanted in self._fetch.files},
                movable=self._fetch.aside,
                cancelled=self.isCanceled,
            )
        finally:
            discard_aside(self._fetch.aside)
        for old in self._store.versions(*self._key)[:-KEPT_VERSIONS]:
            if old.folder not in self._spared:
                with suppress(CatalogueError):  # what is open elsewhere goes another time
                    self._store.remove(*self._key, old.version)


class RemoveTask(Task):
    """Removes every version of a resource from the store."""

    def __init__(self, store: Store, installed: Sequence[Installed]) -> None:
        super().__init__(tr("Removing {title}").format(title=installed[-1].title))
        self._store = store
        self._installed = tuple(installed)

    def work(self) -> None:
        """Remove."""
        for item in self._installed:
            self._store.remove(item.catalogue, item.id, item.version)


class UseTask(Task):
    """Makes another installed version the one in use, once its files were verified."""

    def __init__(self, store: Store, wanted: Installed) -> None:
        super().__init__(tr("Going back to version {version}").format(version=wanted.version))
        self._store = store
        self._wanted = wanted

    def work(self) -> None:
        """Verify, then choose."""
        self._store.use(self._wanted.catalogue, self._wanted.id, self._wanted.version)


class VerifyTask(Task):
    """Holds the files of an installed version against the digests they were installed with."""

    def __init__(self, installed: Installed) -> None:
        super().__init__(tr("Verifying {title}").format(title=installed.title))
        self._installed = installed

    def work(self) -> None:
        """Verify; a file that is missing or was changed is a problem."""
        self._installed.verify()


def aside_of(root: Path, catalogue: str, record: Record) -> Path:
    """Folder aside for one version of a resource, under the one for all of them."""
    return root / path_name(catalogue) / path_name(record.id) / path_name(record.version or "0")


def discard_aside(aside: Path) -> None:
    """Remove what was brought aside for one version, with the folders that become empty."""
    shutil.rmtree(aside, ignore_errors=True)
    for folder in list(aside.parents)[:3]:
        with suppress(OSError):
            folder.rmdir()


def discard_old(root: Path) -> None:
    """Remove what cuts left aside and nobody came back for."""
    limit = time.time() - KEPT_DAYS * 86_400
    for aside in root.glob("*/*/*"):
        with suppress(OSError):
            if max((path.stat().st_mtime for path in aside.rglob("*")), default=0.0) < limit:
                discard_aside(aside)


def _bring(task: Task, session: Session, wanted: Wanted, path: Path, progress: Callable[[float], None]) -> None:
    download(
        session,
        wanted.place,
        path,
        size=wanted.size,
        digest=wanted.digest,
        progress=progress,
        cancelled=task.isCanceled,
    )


def _is_here(path: Path, wanted: Wanted) -> bool:
    """Whether a file came whole before a cut."""
    if not path.is_file():
        return False
    with suppress(CatalogueError):
        verify_file(path, wanted.digest)
        return True
    return False


def _check_space(aside: Path, files: Sequence[Wanted]) -> None:
    """Refuse, before anything comes, what the disk cannot hold.

    Raises:
        CatalogueError: WRITE_FAILED.
    """
    present = next(folder for folder in (aside, *aside.parents) if folder.is_dir())
    needed = sum(max(0, wanted.size) for wanted in files)
    if needed and shutil.disk_usage(present).free < needed + _MARGIN:
        raise CatalogueError(Code.WRITE_FAILED, str(aside), reason=os.strerror(errno.ENOSPC))
