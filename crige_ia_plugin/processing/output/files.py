"""Files, and layers of a GeoPackage, written in a hidden folder beside their target."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from qgis.core import (
    QgsFeature,
)

from ...translation import tr
from ..features import Keep
from .destination import Destination
from .geopackage import GeoPackageTable
from .swap import make_folder, partial_folder, remove
from .targets import (
    DestinationError,
    check_geopackage,
    sentence,
)
from .writers import FeatureWriter, LayerSpec, WriteError, check_file

_DBF_TEXT = 254


class FileDestination(Destination):
    """A file, or a layer of a GeoPackage, written aside.

    Attributes:
        target: The file.
        partial: The file as it is being written, in a hidden folder.
        layer: Name of the layer in it.
        shared: Whether only this layer of ``target`` is meant, not the whole file.
    """

    def __init__(self, name: str, target: Path, spec: LayerSpec, renamed: dict[str, str], shared: bool) -> None:
        super().__init__(name, spec, renamed)
        self.target, self.layer, self.shared = target, spec.name, shared
        self.identifier = f"{target}|layername={spec.name}" if shared else str(target)
        if shared and target.exists():
            check_geopackage(target)
        self._made = make_folder(target.parent)
        self._folder = partial_folder(target)
        self.partial = self._folder / target.name

    @property
    def place(self) -> str:
        """The file."""
        return str(self.target)

    def keeper(self, own: int) -> Keep:
        """Return what lays features aside in a file, for a GeoPackage; otherwise in memory."""
        if self._spec.driver != "GPKG":
            return super().keeper(own)
        side = self._sources = self._guarded(self._bulk_writer, "side_table", own)

        def keep(feature: QgsFeature) -> None:
            try:
                side.extend((feature,))
            except (WriteError, OSError) as error:
                raise DestinationError(sentence(self.place, str(error))) from error

        return keep

    def _bulk_writer(self) -> GeoPackageTable | FeatureWriter:
        if self._writer is None:
            if self._spec.driver == "GPKG":
                self._writer = GeoPackageTable(self.partial, self._spec)
            else:
                self._feature_writer()
        return self._writer

    def _feature_writer(self) -> FeatureWriter:
        if self._writer is None:
            limit = _DBF_TEXT if self._spec.driver == "ESRI Shapefile" else None
            self._writer = FeatureWriter(self._spec.create(self.partial), self._spec.fields, limit)
        return super()._feature_writer()

    def finish(self) -> None:
        """Complete the file, then read it back where its driver may not tell of a full disk."""
        super().finish()
        if isinstance(self._writer, FeatureWriter):
            try:
                check_file(self.partial, self.layer, self.count)
            except WriteError as error:
                raise DestinationError(sentence(self.place, str(error))) from error
            if self._writer.cut_texts:
                self.warnings.append(
                    tr("{count} texts were longer than the {limit} bytes that a Shapefile holds and were cut.").format(
                        count=self._writer.cut_texts, limit=_DBF_TEXT
                    )
                )

    def abandon(self) -> None:
        """Remove the hidden folder, and the folders that were made for it."""
        writer, self._writer = self._writer, None
        if isinstance(writer, GeoPackageTable):
            writer.abandon()
        del writer
        self.clear()
        for folder in self._made:
            with suppress(OSError):
                folder.rmdir()

    def clear(self) -> None:
        """Remove the hidden folder."""
        remove(self._folder)

    def moves(self) -> list[tuple[Path, Path]]:
        """Return every file that was written and where it goes."""
        return [(path, self.target.with_name(path.name)) for path in sorted(self._folder.iterdir())]
