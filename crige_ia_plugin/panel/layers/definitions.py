"""Styles (``.qml``) and layer definitions (``.qlr``) of a catalogue: brought, then read without what they could run."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsLayerDefinition, QgsPathResolver, QgsProject, QgsReadWriteContext

from ...catalogue.download import read
from ...catalogue.files import OPEN, Access, Wanted
from ...catalogue.integrity import verify_file
from ...catalogue.problems import CatalogueError, Code
from ...harmless import MAX_FILE, read_harmless
from ...tasks import Task
from ...translation import tr


class DefinitionTask(Task):
    """Brings a style or a layer definition from the network, verified where a digest is published.

    Args:
        wanted: The file.
        path: Where it goes, for the time that it takes to be read.
        access: How the catalogue's server is entered.
    """

    def __init__(self, wanted: Wanted, path: Path, access: Access = OPEN) -> None:
        super().__init__(tr("Downloading {name}").format(name=wanted.name))
        self._wanted, self.path, self._access = wanted, path, access

    def work(self) -> None:
        """Bring the file, whole or not at all."""
        with self.session(self._access.authcfg, self._access.origin) as session:
            answer = read(session, self._wanted.place, MAX_FILE, progress=self.report, cancelled=self.isCanceled)
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self.path.write_bytes(answer.content or b"")
            if self._wanted.digest:
                verify_file(self.path, self._wanted.digest, self._wanted.size)
        except OSError as error:
            self.path.unlink(missing_ok=True)
            raise CatalogueError(Code.WRITE_FAILED, str(self.path), reason=error.strerror or str(error)) from None
        except CatalogueError:
            self.path.unlink(missing_ok=True)
            raise


def add_definition(path: Path) -> str:
    """Add the layers of a ``.qlr`` file to the project; return what went wrong, or nothing.

    Raises:
        CatalogueError: as ``read_harmless``.
    """
    document = read_harmless(path)
    context = QgsReadWriteContext()
    context.setPathResolver(QgsPathResolver(str(path)))
    project = QgsProject.instance()
    ok, reason = QgsLayerDefinition.loadLayerDefinition(document, project, project.layerTreeRoot(), context)
    return "" if ok else reason or tr("it has no layer that QGIS can read.")
