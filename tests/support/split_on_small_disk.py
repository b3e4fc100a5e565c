"""Run in a process of its own: split the sample onto a disk that is too small, or that cannot be written.

split_on_small_disk.py INPUT FOLDER SIZE…      a size, or "as it is"

For each size, all outputs are in their place, or everything is as it was: prints "written", or the sentence that the
user reads.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from layers import fingerprints
from qgis.core import (
    QgsApplication,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsVectorLayer,
)

from crige_ia_plugin.processing.roads.split_at_intersections import SplitAtIntersections

OUTPUTS = ("SEGMENTS", "NODES", "ANOMALIES")


def main(source: str, folder: Path, sizes: list[str]) -> None:
    for size in sizes:
        if size != "as it is":
            subprocess.run(["mount", "-o", f"remount,size={size}", str(folder)], check=True)
            for name in OUTPUTS:
                (folder / f"{name}.gpkg").write_bytes(b"before")
        before = fingerprints(folder)
        said = attempt(source, folder)
        if said == "written":
            counts = [QgsVectorLayer(str(folder / f"{name}.gpkg"), name, "ogr").featureCount() for name in OUTPUTS]
            assert min(counts) > 0, (size, counts)
            assert len(fingerprints(folder)) == len(OUTPUTS), (size, sorted(fingerprints(folder)))
        else:
            assert fingerprints(folder) == before, (size, sorted(fingerprints(folder)))
        print(said)  # noqa: T201 - the test reads it


def attempt(source: str, folder: Path) -> str:
    algorithm = SplitAtIntersections()
    algorithm.initAlgorithm()
    parameters = {"INPUT": source, **{name: str(folder / f"{name}.gpkg") for name in OUTPUTS}}
    context, feedback = QgsProcessingContext(), QgsProcessingFeedback(False)
    try:
        _, ok = algorithm.run(parameters, context, feedback, {}, False)
    except QgsProcessingException as refusal:
        return str(refusal).replace("\n", " ")
    assert ok
    return "written"


if __name__ == "__main__":
    application = QgsApplication([], False)
    application.initQgis()
    main(sys.argv[1], Path(sys.argv[2]), sys.argv[3:])
    application.exitQgis()
