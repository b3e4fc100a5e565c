"""What is installed on this computer, by catalogue, id and version: written in one step, removed whole.

``<root>/<catalogue>/<id>/<version>/`` holds the files of a resource and ``installed.json``, which says where they
come from. Versions live side by side; the one in use has the highest ``rank``. Names from elsewhere are turned into
safe ones before they become paths.
"""

from __future__ import annotations

import shutil
import uuid
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Callable

from .integrity import safe_relative, verify_file
from .problems import CatalogueError, Code
from .publish import now, stamp, write
from .record import path_name
from .strictjson import loads, pretty

MANIFEST = "installed.json"

Cancelled = Callable[[], bool]


@dataclass(frozen=True)
class Installed:
    """A version of a resource on this computer.

    Attributes:
        date: When it was installed.
        rank: The highest of those of a resource is the version in use.
        files: SHA-256 by relative path.
    """

    catalogue: str
    id: str
    version: str
    title: str
    date: str
    rank: int
    files: Mapping[str, str]
    folder: Path

    def verify(self) -> None:
        """Check that every file is as installed.

        Raises:
            CatalogueError: FILE_MISSING or CHECKSUM_DIFFERS.
        """
        for name, digest in self.files.items():
            verify_file(self.folder / name, digest)


class Store:
    """Installed resources, under one folder of ours."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def folder(self, catalogue: str, identifier: str, version: str) -> Path:
        """Where a version of a resource is, or would be."""
        return self.root / path_name(catalogue) / path_name(identifier) / path_name(version or "0")

    def install(
        self,
        catalogue: str,
        identifier: str,
        version: str,
        title: str,
        files: Mapping[str, Path],
        digests: Mapping[str, str],
        *,
        movable: Path | None = None,
        cancelled: Cancelled | None = None,
    ) -> Installed:
        """Put verified files in; the version appears whole or not at all, replacing the same one, and is then in use.

        Args:
            catalogue: Catalogue the resource comes from.
            identifier: Identifier of its record.
            version: Its version; ``0`` stands for none.
            title: Shown in the list of what is installed.
            files: Where each file is now, by its relative path in the resource.
            digests: SHA-256 published for each; a file that has none is refused.
            movable: Folder whose files may be moved in; others are copied.
            cancelled: Asked between two files.

        Raises:
            CatalogueError: PATH_UNSAFE, FILE_CHECKSUM_UNSTATED, CHECKSUM_DIFFERS, FILE_MISSING, CANCELLED or
                WRITE_FAILED.
        """
        target = self.folder(catalogue, identifier, version)
        aside = target.parent / f".incoming-{uuid.uuid4().hex}"
        try:
            aside.mkdir(parents=True)
            kept = {}
            for name, path in files.items():
                if cancelled and cancelled():
                    raise CatalogueError(Code.CANCELLED)
                inside = movable is not None and movable in path.parents
                kept[name] = self._bring(aside / safe_relative(name), path, name, digests, move=inside)
            rank = self._next_rank(catalogue, identifier)
            result = Installed(catalogue, identifier, version, title, stamp(now()), rank, kept, target)
            (aside / MANIFEST).write_text(pretty(_manifest(result)), encoding="utf-8")
            self._swap(aside, target)
        except OSError as error:
            raise CatalogueError(Code.WRITE_FAILED, str(target), reason=error.strerror or str(error)) from None
        finally:
            shutil.rmtree(aside, ignore_errors=True)
            self._prune(target.parent)
        return result

    def _bring(self, target: Path, path: Path, name: str, digests: Mapping[str, str], *, move: bool) -> str:
        if name.lower() == MANIFEST:
            raise CatalogueError(Code.PATH_UNSAFE, path=name)
        if name not in digests:
            raise CatalogueError(Code.FILE_CHECKSUM_UNSTATED, name, href=name)
        target.parent.mkdir(parents=True, exist_ok=True)
        if move:
            path.replace(target)
        else:
            verify_file(path, digests[name])
            shutil.copyfile(path, target)
        verify_file(target, digests[name])  # what was brought, not only what was meant to be
        return digests[name].lower()

    def _swap(self, aside: Path, target: Path) -> None:
        old = target.parent / f".removed-{uuid.uuid4().hex}"
        had = target.is_dir()
        if had:
            target.replace(old)
        try:
            aside.replace(target)
        except OSError:
            if had:
                old.replace(target)
            raise
        shutil.rmtree(old, ignore_errors=True)

    def installed(self) -> Iterator[Installed]:
        """Everything installed, in order of catalogue, id and version; what cannot be read is left out."""
        for path in sorted(self.root.glob(f"*/*/*/{MANIFEST}")):
            with suppress(OSError, CatalogueError, KeyError, TypeError, AttributeError):
                yield _read(path)

    def versions(self, catalogue: str, identifier: str) -> list[Installed]:
        """Installed versions of a resource, the one in use last."""
        found = []
        for path in sorted(self.folder(catalogue, identifier, "").parent.glob(f"*/{MANIFEST}")):
            with suppress(OSError, CatalogueError, KeyError, TypeError, AttributeError):
                found.append(_read(path))
        return sorted(found, key=lambda item: item.rank)

    def use(self, catalogue: str, identifier: str, version: str) -> Installed:
        """Make an installed version the one in use; the others stay.

        Raises:
            CatalogueError: FILE_MISSING when it is not installed, CHECKSUM_DIFFERS when its files have changed,
                WRITE_FAILED.
        """
        found = self.get(catalogue, identifier, version)
        if found is None:
            raise CatalogueError(Code.FILE_MISSING, name=MANIFEST)
        found.verify()
        chosen = replace(found, rank=self._next_rank(catalogue, identifier))
        try:
            write(found.folder / MANIFEST, pretty(_manifest(chosen)))
        except OSError as error:
            raise CatalogueError(Code.WRITE_FAILED, str(found.folder), reason=error.strerror or str(error)) from None
        return chosen

    def keep(self, catalogue: str, identifier: str, count: int) -> None:
        """Remove all versions of a resource but the one in use and those used just before it.

        Raises:
            CatalogueError: WRITE_FAILED.
        """
        for old in self.versions(catalogue, identifier)[:-count]:
            self.remove(catalogue, identifier, old.version)

    def _next_rank(self, catalogue: str, identifier: str) -> int:
        return 1 + max((item.rank for item in self.versions(catalogue, identifier)), default=0)

    def get(self, catalogue: str, identifier: str, version: str) -> Installed | None:
        """One installed version, or None."""
        with suppress(OSError, CatalogueError, KeyError, TypeError, AttributeError):
            return _read(self.folder(catalogue, identifier, version) / MANIFEST)
        return None

    def remove(self, catalogue: str, identifier: str, version: str | None = None) -> None:
        """Remove a version, or all of a resource; nothing is left behind, and what is absent is no error.

        Raises:
            CatalogueError: WRITE_FAILED.
        """
        target = self.folder(catalogue, identifier, version or "0")
        target = target if version is not None else target.parent
        try:
            if target.is_dir():
                doomed = target.parent / f".removed-{uuid.uuid4().hex}"
                target.replace(doomed)
                shutil.rmtree(doomed)
        except OSError as error:
            raise CatalogueError(Code.WRITE_FAILED, str(target), reason=error.strerror or str(error)) from None
        finally:
            self._prune(target.parent)

    def _prune(self, folder: Path) -> None:
        """Remove folders that became empty, and what an interruption left, up to the root."""
        while folder != self.root and self.root in folder.parents:
            for leftover in folder.glob(".removed-*"):
                shutil.rmtree(leftover, ignore_errors=True)
            with suppress(OSError):
                folder.rmdir()
            folder = folder.parent
        with suppress(OSError):
            self.root.rmdir()


def _manifest(installed: Installed) -> dict[str, Any]:
    data = asdict(installed)
    del data["folder"]
    return data


def _read(path: Path) -> Installed:
    data = loads(path.read_bytes(), file=str(path))
    files = {safe_relative(str(name)): str(digest) for name, digest in data["files"].items()}
    rank = data.get("rank")
    catalogue, identifier, version, title, date = (
        str(data[name]) for name in ("catalogue", "id", "version", "title", "date")
    )
    known = isinstance(rank, int)  # versions of the plugin that had one version of a resource gave it none
    return Installed(catalogue, identifier, version, title, date, rank if known else 0, files, path.parent)
