"""Run in a process of its own, on a disk that is too small: either a whole file, or an error and nothing changed.

small_disk.py FOLDER FILE ROWS BY_ROW      prints "written", or the sentence that the user reads
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from copying import PUBLISHED, Copy, columns_of, published_fields, write_table
from layers import fingerprints, make_lines
from qgis.core import QgsApplication, QgsProcessingContext, QgsVectorLayer

from crige_ia_plugin.processing.features import read_lines
from crige_ia_plugin.processing.output.fields import merge_fields
from crige_ia_plugin.processing.output.opening import open_destination
from crige_ia_plugin.processing.output.targets import DestinationError
from crige_ia_plugin.processing.output.together import abandon_all, commit_all
from crige_ia_plugin.processing.shapes import encode


def main(folder: Path, name: str, rows: int, by_row: bool, sizes: list[str]) -> None:
    layer = make_lines(rows)
    for size in sizes:
        if size != "as it is":
            subprocess.run(["mount", "-o", f"remount,size={size}", str(folder)], check=True)
            (folder / name).write_bytes(b"what was there before")
        before = fingerprints(folder)
        error = attempt(folder / name, layer, by_row)
        if error is None:
            written = QgsVectorLayer(str(folder / name), "written", "ogr")
            assert sum(1 for _ in written.getFeatures()) == rows, size
            assert [path for path in folder.iterdir() if path.name.startswith(".")] == [], size
        else:
            assert fingerprints(folder) == before, (size, sorted(fingerprints(folder)))
        print(error or "written")  # noqa: T201 - the test reads it


def attempt(target: Path, layer: QgsVectorLayer, by_row: bool) -> DestinationError | None:
    algorithm = Copy()
    algorithm.initAlgorithm()
    table = read_lines(layer)
    fields, _ = merge_fields(layer.fields(), published_fields())
    context = QgsProcessingContext()
    opened = []
    try:
        destination = open_destination(
            algorithm, {"SEGMENTS": str(target)}, "SEGMENTS", context, fields, layer.wkbType(), layer.crs(), PUBLISHED
        )
        opened.append(destination)
        if by_row:
            for source, wkb, *own in zip(table.features, encode(table.lines), *columns_of(table)):
                destination.add(source, own, wkb)
        else:
            write_table(destination, table)
        commit_all(opened, context)
    except DestinationError as error:
        abandon_all(opened)
        return error
    return None


if __name__ == "__main__":
    application = QgsApplication([], False)
    application.initQgis()
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), sys.argv[4] == "by_row", sys.argv[5:])
    application.exitQgis()
