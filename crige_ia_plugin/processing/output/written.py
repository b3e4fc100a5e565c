"""Files that a program or GDAL writes by itself: in the hidden folder, checked, then put in place with the rest."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from osgeo import gdal, ogr
from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransformContext, QgsFields, QgsWkbTypes

from ...translation import tr
from .files import FileDestination
from .targets import DestinationError, sentence
from .writers import LayerSpec, WriteError

Check = Callable[[Path], "int | None"]
"""Looks whether a file is what it should be and returns its number of features, None where it has none.

Raises ``WriteError`` when it is not."""


class WrittenFile(FileDestination):
    """A file whose content is not ours to write: ``partial`` is where it is to be written.

    Args:
        name: Name of the algorithm's parameter.
        target: Where it goes.
        check: Looks at it once it is written.
    """

    def __init__(self, name: str, target: Path, check: Check) -> None:
        nothing = QgsFields(), QgsWkbTypes.Type.NoGeometry
        spec = LayerSpec(target.stem, "", *nothing, QgsCoordinateReferenceSystem(), QgsCoordinateTransformContext())
        super().__init__(name, target, spec, {}, shared=False)
        self._check = check
        self._count: int | None = None

    @property
    def count(self) -> int | None:
        """Number of features, None where the file has none."""
        return self._count

    def finish(self) -> None:
        """Look whether the file is there, and what it should be.

        Raises:
            DestinationError: It is not.
        """
        try:
            if not self.partial.is_file():
                raise WriteError(tr("it was not written"))
            self._count = self._check(self.partial)
        except (WriteError, OSError) as error:
            raise DestinationError(sentence(self.place, str(error))) from error

    def moves(self) -> list[tuple[Path, Path]]:
        """Return what was written and where it goes: GDAL's side files (``.aux.xml``, ``.ovr``) included."""
        return [(path, self.target.with_name(path.name)) for path in sorted(self._folder.iterdir()) if path.is_file()]


def is_anything(path: Path) -> None:
    """Take any file."""


def is_vector(path: Path) -> int:
    """Count the features of a vector file.

    Raises:
        WriteError: GDAL cannot read it.
    """
    dataset = _opened(path, gdal.OF_VECTOR)
    layers = [dataset.GetLayer(number) for number in range(dataset.GetLayerCount())]
    if not layers:
        raise WriteError(tr("it holds no layer"))
    return sum(layer.GetFeatureCount() for layer in layers)


def is_raster(path: Path) -> None:
    """Look whether a raster can be read.

    Raises:
        WriteError: GDAL cannot.
    """
    if not _opened(path, gdal.OF_RASTER).RasterCount:
        raise WriteError(tr("it holds no band"))


def _opened(path: Path, kind: int) -> gdal.Dataset | ogr.DataSource:
    gdal.ErrorReset()
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        dataset = gdal.OpenEx(str(path), kind)
    except RuntimeError:  # where somebody made GDAL raise
        dataset = None
    finally:
        gdal.PopErrorHandler()
    if dataset is None:
        raise WriteError(gdal.GetLastErrorMsg() or tr("its format is unknown"))
    return dataset
