"""A finished layer moved into a GeoPackage that is already there, whose other layers are left as they are."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from osgeo import gdal, ogr

from .writers import WriteError, features

# The index is made at the end: GDAL would make it in a thread, in a file that a transaction keeps locked.
_OPTIONS = ("FID=fid", "SPATIAL_INDEX=NO")


class Transfer:
    """One transaction on one file: layers are staged in it, then all kept or none."""

    def __init__(self, target: Path) -> None:
        """Open ``target``, at least a GeoPackage without layers.

        Raises:
            WriteError: It is read-only, locked or no GeoPackage.
        """
        with _speaking():
            self._dataset = gdal.OpenEx(str(target), gdal.OF_UPDATE | gdal.OF_VECTOR)
            if self._dataset is None or self._dataset.StartTransaction() != ogr.OGRERR_NONE:
                raise WriteError(gdal.GetLastErrorMsg())

    def stage(self, partial: Path, name: str) -> None:
        """Copy the layer ``name`` of ``partial``, over the one of that name if there is one.

        Raises:
            WriteError: Not everything could be copied.
        """
        with _speaking():
            source = gdal.OpenEx(str(partial), gdal.OF_VECTOR)
            layer = source.GetLayerByName(name)
            self._delete(name)
            geometry = layer.GetGeometryColumn() or "geom"
            options = [*_OPTIONS, f"GEOMETRY_NAME={geometry}"]
            copy = self._dataset.CreateLayer(name, layer.GetSpatialRef(), layer.GetGeomType(), options)
            definition = layer.GetLayerDefn()
            for index in range(definition.GetFieldCount()):
                _check(copy.CreateField(definition.GetFieldDefn(index)))
            for feature in features(layer):
                twin = ogr.Feature(copy.GetLayerDefn())
                _check(twin.SetFrom(feature))
                twin.SetFID(feature.GetFID())
                _check(copy.CreateFeature(twin))
            _check(copy.SyncToDisk())
            if layer.GetGeometryColumn():
                self._index(name, geometry)
            if copy.GetFeatureCount() != layer.GetFeatureCount():
                raise WriteError(f"{copy.GetFeatureCount()} / {layer.GetFeatureCount()}")

    def commit(self) -> None:
        """Keep what was staged.

        Raises:
            WriteError: The file is as it was.
        """
        with _speaking():
            _check(self._dataset.CommitTransaction())
            self._dataset = None

    def rollback(self) -> None:
        """Give up what was staged, if it was not kept."""
        if self._dataset is not None:
            with _speaking():
                self._dataset.RollbackTransaction()
                self._dataset = None

    def _index(self, name: str, geometry: str) -> None:
        arguments = ", ".join("'" + text.replace("'", "''") + "'" for text in (name, geometry))
        answer = self._dataset.ExecuteSQL(f"SELECT CreateSpatialIndex({arguments})")
        done = answer is not None and answer.GetNextFeature().GetField(0) == 1
        self._dataset.ReleaseResultSet(answer)
        if not done:
            raise WriteError(gdal.GetLastErrorMsg())

    def _delete(self, name: str) -> None:
        for index in range(self._dataset.GetLayerCount()):
            # SQLite does not tell names apart by their case.
            if self._dataset.GetLayer(index).GetName().lower() == name.lower():
                _check(self._dataset.DeleteLayer(index))
                return


def _check(code: int) -> None:
    if code not in (ogr.OGRERR_NONE, None):
        raise WriteError(gdal.GetLastErrorMsg() or f"OGR {code}")


@contextmanager
def _speaking() -> Iterator[None]:
    """Make one error of GDAL's two ways to fail: a code, or an exception where another plugin asked for those."""
    gdal.ErrorReset()
    try:
        yield
    except RuntimeError as error:
        raise WriteError(str(error)) from error
