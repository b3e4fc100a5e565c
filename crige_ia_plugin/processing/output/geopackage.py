"""GeoPackage layers written in bulk, and moved into a GeoPackage that is already there.

Why not feature by feature: most of the time of a job on a network goes into writing, and most of writing into
carrying attributes that never change from C++ to Python and back, once for each piece of a line. Here QGIS makes
the table (empty) and writes the attributes (once for each *source* feature, in a table aside); SQLite joins them
with the geometries, which NumPy encodes, and the spatial index is packed instead of grown. The layer is the same.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from osgeo import gdal
from qgis.core import QgsFeature

from ..shapes import Shapes, bounds, encode
from ..values import python_value
from .rtree import pack
from .swap import synchronise
from .writers import CHUNK, FeatureWriter, LayerSpec, Step, WriteError

_SIDE = "attributes"
# Nothing protects the file while it is written: it is a partial one, worth nothing until it is complete.
_PRAGMAS = ("synchronous=OFF", "journal_mode=OFF", "locking_mode=EXCLUSIVE", "cache_size=-2048")


class SideTable:
    """Attributes of source features in a file aside, for SQLite to join: the keys are 1, 2, 3…, as they come."""

    def __init__(self, path: Path, spec: LayerSpec, field_count: int) -> None:
        """Create the file, with the first ``field_count`` fields of ``spec``.

        Raises:
            WriteError: It cannot be.
        """
        self._path = path
        table = spec.table(_SIDE, field_count)
        self._writer = FeatureWriter(table.create(path), table.fields)
        self.extend = self._writer.copy
        """Takes the next features; raises ``WriteError`` when one is refused."""

    def attach(self, db: sqlite3.Connection) -> None:
        """Complete the file and let a database see it.

        Raises:
            WriteError: It could not be completed.
        """
        self._writer.close()
        db.execute(f"ATTACH ? AS {_SIDE}", (str(self._path),))

    def remove(self) -> None:
        """Let go of the file."""
        self._writer.sink = None
        self._path.unlink(missing_ok=True)


class GeoPackageTable:
    """A new GeoPackage of one layer, written in bulk; a second file stands beside it until ``close``."""

    def __init__(self, path: Path, spec: LayerSpec) -> None:
        """Create the file.

        Raises:
            WriteError: It cannot be.
        """
        self.count = 0
        self._path, self._spec = path, spec
        self._side_path = path.with_name(f"{path.stem}.{_SIDE}.gpkg")
        self._side: SideTable | None = None
        self._joined: SideTable | None = None
        self._boxes: list[np.ndarray] = []
        spec.create(path)  # and closed at once: the table is there, with what GDAL keeps about it
        try:
            self._open()
        except sqlite3.Error as error:
            raise WriteError(str(error)) from error

    def side_table(self, own: int) -> SideTable:
        """Return a new table for the attributes of source features, our own last ``own`` fields left out.

        Raises:
            WriteError: It cannot be made.
        """
        if self._joined is not None:
            self._db.execute("COMMIT")
            self._db.execute(f"DETACH {_SIDE}")
            self._db.execute("BEGIN")
            self._joined = None
        if self._side is not None:
            self._side.remove()
        self._side = SideTable(self._side_path, self._spec, self._spec.fields.count() - own)
        return self._side

    def write(
        self,
        shapes: Shapes | None,
        columns: Sequence[Sequence[Any]],
        features: SideTable | Sequence[QgsFeature] | None,
        rows: Sequence[int] | None,
        step: Step,
    ) -> None:
        """Write many; see ``Destination.write``.

        Raises:
            WriteError: The disk is full or the file gone.
        """
        total = len(rows) if rows is not None else len(columns[0])
        try:
            keys = None if features is None else self._join(features, rows, len(columns), step)
            statement = self._insertion(len(columns), features is not None)
            for start in range(0, total, CHUNK):
                step(start)
                stop = min(total, start + CHUNK)
                self._insert(statement, shapes, columns, keys, start, stop)
            if shapes is not None:
                self._boxes.append(bounds(shapes))
        except sqlite3.Error as error:
            raise WriteError(str(error)) from error

    def close(self) -> None:
        """Finish: spatial index, extent, count, triggers; then make sure that it is on the disk.

        Raises:
            WriteError: It could not be written.
        """
        try:
            self._finish()
            synchronise(self._path)
        except (sqlite3.Error, OSError) as error:
            raise WriteError(str(error)) from error
        finally:
            self.abandon()
        if not self._index_packed and self._indexed:
            _create_index(self._path, self._spec.name, self._geometry)

    def abandon(self) -> None:
        """Let go of the files, and remove the one aside."""
        self._db.close()
        if self._side is not None:
            self._side.remove()

    # -- steps ---------------------------------------------------------------------------------------------------

    def _open(self) -> None:
        self._db = sqlite3.connect(self._path, isolation_level=None)
        for pragma in _PRAGMAS:
            self._db.execute(f"PRAGMA {pragma}")
        table = self._spec.name
        columns = [row[1] for row in self._db.execute(f"PRAGMA table_info({_quoted(table)})")]
        if not columns:  # closing the writer does not tell
            raise WriteError(gdal.GetLastErrorMsg())
        geometry = self._db.execute(
            "SELECT column_name, srs_id FROM gpkg_geometry_columns WHERE table_name = ?", (table,)
        ).fetchone()
        self._geometry, self._srs_id = geometry if geometry else ("", 0)
        self._key = columns[0]
        self._columns = [name for name in columns[1:] if name != self._geometry]
        self._triggers: list[tuple[str, str]] = self._db.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?", (table,)
        ).fetchall()
        self._db.execute("BEGIN")
        # They would keep count and index row by row, and call functions that only GDAL has.
        for name, _ in self._triggers:
            self._db.execute(f"DROP TRIGGER {_quoted(name)}")

    def _join(
        self, features: SideTable | Sequence[QgsFeature], rows: Sequence[int], own: int, step: Step
    ) -> np.ndarray:
        """Let SQLite see the attributes of the source features; return the key there of each row.

        Of features in memory, those that no row needs are left out.
        """
        needed = np.asarray(rows, dtype=np.int64)
        if isinstance(features, SideTable):
            if features is not self._joined:
                self._attach(features)
            return needed + 1
        used, keys = np.unique(needed, return_inverse=True)
        side = self.side_table(own)
        for start in range(0, len(used), CHUNK):
            step(0)
            side.extend(features[row] for row in used[start : start + CHUNK].tolist())
        self._attach(side)
        return keys + 1

    def _attach(self, side: SideTable) -> None:
        self._db.execute("COMMIT")
        side.attach(self._db)
        self._db.execute("BEGIN")
        self._joined = side

    def _insertion(self, own: int, joined: bool) -> str:
        """Build the statement; its values are key, geometry, row of the source, then our columns."""
        names = [self._key, *([self._geometry] if self._geometry else []), *self._columns]
        inherited = self._columns[: len(self._columns) - own] if joined else []
        values = ["?1", *(["?2"] if self._geometry else [])]
        values += [f"s.{_quoted(name)}" for name in inherited]
        values += [f"?{4 + index}" for index in range(len(self._columns) - len(inherited))]
        target = f"{_quoted(self._spec.name)} ({', '.join(map(_quoted, names))})"
        source = f" FROM {_SIDE}.{_SIDE} s WHERE s.fid = ?3" if joined else ""
        # Names are quoted, values are bound.
        return f"INSERT INTO {target} SELECT {', '.join(values)}{source}"

    def _insert(
        self,
        statement: str,
        shapes: Shapes | None,
        columns: Sequence[Sequence[Any]],
        keys: np.ndarray | None,
        start: int,
        stop: int,
    ) -> None:
        n = stop - start
        fids = range(self.count + 1, self.count + n + 1)
        blobs = [None] * n if shapes is None else encode(shapes, start, stop, self._srs_id)
        sources = [None] * n if keys is None else keys[start:stop].tolist()
        own = (_bindable(column[start:stop]) for column in columns)
        before = self._db.total_changes
        self._db.executemany(statement, zip(fids, blobs, sources, *own))
        if self._db.total_changes - before != n:
            raise WriteError(f"{self._db.total_changes - before} / {n}")
        self.count += n

    def _finish(self) -> None:
        table = self._spec.name
        boxes = np.concatenate(self._boxes) if self._boxes else np.empty((0, 4))
        self._index_packed = self._pack_index(boxes)
        for _, sql in self._triggers:
            self._db.execute(sql)
        if len(boxes):
            extent = [boxes[:, 0].min(), boxes[:, 2].min(), boxes[:, 1].max(), boxes[:, 3].max()]
            self._db.execute(
                "UPDATE gpkg_contents SET min_x = ?, min_y = ?, max_x = ?, max_y = ? WHERE table_name = ?",
                (*map(float, extent), table),
            )
        if self._db.execute("SELECT 1 FROM sqlite_master WHERE name = 'gpkg_ogr_contents'").fetchone():
            self._db.execute("UPDATE gpkg_ogr_contents SET feature_count = ? WHERE table_name = ?", (self.count, table))
        self._db.execute("COMMIT")

    def _pack_index(self, boxes: np.ndarray) -> bool:
        """Fill the R-tree's own tables; False where SQLite was told to protect them."""
        index = f"rtree_{self._spec.name}_{self._geometry}"
        node, rowid, parent = (_quoted(f"{index}_{part}") for part in ("node", "rowid", "parent"))
        self._indexed = self._db.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (index,)).fetchone() is not None
        if not self._indexed or not len(boxes):
            return True
        (size,) = self._db.execute(f"SELECT length(data) FROM {node} WHERE nodeno = 1").fetchone()  # noqa: S608  # nosec B608 - the name is quoted
        try:
            self._db.execute(f"DELETE FROM {node}")  # noqa: S608  # nosec B608 - the name is quoted
        except sqlite3.OperationalError:
            return False
        tree = pack(boxes, np.arange(1, len(boxes) + 1), size)
        for name, entries in ((node, tree.nodes), (rowid, tree.rowids), (parent, tree.parents)):
            self._db.executemany(f"INSERT INTO {name} VALUES (?, ?)", entries)  # noqa: S608  # nosec B608 - the name is quoted
        return True


def _create_index(path: Path, table: str, geometry: str) -> None:
    """Have GDAL fill a spatial index that could not be packed."""
    dataset = gdal.OpenEx(str(path), gdal.OF_UPDATE | gdal.OF_VECTOR)
    arguments = f"('{table}', '{geometry}')".replace("''", "'")
    for function in ("DisableSpatialIndex", "CreateSpatialIndex"):
        dataset.ReleaseResultSet(dataset.ExecuteSQL(f"SELECT {function}{arguments}"))


def _bindable(column: Sequence[Any]) -> list[Any]:
    """Return what SQLite takes; it makes NULL of NaN by itself."""
    return column.tolist() if isinstance(column, np.ndarray) else [python_value(value) for value in column]


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
