"""The jobs themselves, ours and the others': ``peers.py JOB ARGUMENTS``, one process a job.

Each job loads its libraries first, then times itself from opening the input to a finished GeoPackage.
"""

from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from harness import SECONDS_FILE


@contextmanager
def timed() -> Iterator[None]:
    """Time the block and hand the seconds to the process that waits."""
    start = time.perf_counter()
    yield
    seconds = time.perf_counter() - start
    Path(os.environ[SECONDS_FILE]).write_text(repr(seconds))


@contextmanager
def qgis() -> Iterator[None]:
    """Give the block a QGIS without screen, Processing initialised; the process ends with the block."""
    from qgis.core import QgsApplication

    application = QgsApplication([], False)
    application.initQgis()
    sys.path.append(str(Path(QgsApplication.pkgDataPath()) / "python" / "plugins"))
    from processing.core.Processing import Processing

    Processing.initialize()
    yield
    os._exit(0)  # the output is complete: taking QGIS down in the right order is not part of the job


def crige_ia_split(staged: str, source: str, target: str) -> None:
    """Run crige_ia:splitatintersections of the plugin staged in a folder, SEGMENTS only, no level field."""
    sys.path.insert(0, staged)
    with qgis():
        import processing

        import crige_ia_plugin

        plugin = crige_ia_plugin.classFactory(None)
        plugin.initProcessing()
        with timed():
            processing.run("crige_ia:splitatintersections", {"INPUT": source, "SEGMENTS": target})


def native_split(source: str, target: str) -> None:
    """Run native:splitwithlines, the layer with itself."""
    with qgis():
        import processing

        with timed():
            processing.run("native:splitwithlines", {"INPUT": source, "LINES": source, "OUTPUT": target})


def qgis_write(source: str, target: str) -> None:
    """Write features that are ready in memory through QgsVectorFileWriter; reading them is not timed."""
    with qgis():
        from qgis.core import QgsFeatureSink, QgsProject, QgsVectorFileWriter, QgsVectorLayer

        layer = QgsVectorLayer(source, "", "ogr")
        fields = layer.fields()
        keys = sorted(layer.primaryKeyAttributes(), reverse=True)  # the writer makes its own
        features = list(layer.getFeatures())
        for key in keys:
            fields.remove(key)
            for feature in features:
                feature.deleteAttribute(key)
        options = QgsVectorFileWriter.SaveVectorOptions()
        options.driverName = "GPKG"
        context = QgsProject.instance().transformContext()
        with timed():
            writer = QgsVectorFileWriter.create(target, fields, layer.wkbType(), layer.crs(), context, options)
            for feature in features:
                writer.addFeature(feature, QgsFeatureSink.Flag.FastInsert)
            del writer


def shapely_split(source: str, target: str) -> None:
    """Union all lines with shapely, then give each piece the attributes of the line under its middle."""
    import pyogrio
    import shapely

    with timed():
        meta, _, wkb, columns = pyogrio.raw.read(source)
        lines = shapely.from_wkb(wkb)
        pieces = shapely.get_parts(shapely.union_all(lines))
        middles = shapely.line_interpolate_point(pieces, 0.5, normalized=True)
        found, origin = shapely.STRtree(lines).query_nearest(middles, all_matches=False)
        pieces = pieces[found]
        pyogrio.raw.write(
            target,
            geometry=shapely.to_wkb(pieces),
            field_data=[column[origin] for column in columns],
            fields=meta["fields"],
            geometry_type="LineString",
            crs=meta["crs"],
            driver="GPKG",
        )


def grass_split(source: str, target: str) -> None:
    """Import, break and export with GRASS; runs inside a session, whose start is not timed."""
    with timed():
        for command in (
            ["v.in.ogr", "-o", f"input={source}", "output=roads"],
            ["v.clean", "input=roads", "output=broken", "type=line", "tool=break"],
            ["v.out.ogr", "input=broken", "type=line", "format=GPKG", f"output={target}"],
        ):
            subprocess.run([*command, "--quiet"], check=True)


def versions() -> None:
    """Print what the contenders are made of, as JSON."""
    found = {"Python": platform.python_version()}
    import numpy
    from osgeo import gdal
    from qgis.core import Qgis

    found["QGIS"] = Qgis.QGIS_VERSION.split("-")[0]
    found["GDAL"] = gdal.VersionInfo("RELEASE_NAME")
    found["GEOS"] = Qgis.geosVersion().split("-")[0]
    found["NumPy"] = numpy.__version__
    print(json.dumps(found))


def peer_versions() -> None:
    """Print the versions of shapely and pyogrio with the libraries inside their wheels, as JSON."""
    import pyogrio
    import shapely

    print(
        json.dumps(
            {
                "shapely": f"{shapely.__version__} (its GEOS {shapely.geos_version_string})",
                "pyogrio": f"{pyogrio.__version__} (its GDAL {pyogrio.__gdal_version_string__})",
            }
        )
    )


JOBS = {
    function.__name__: function
    for function in (
        crige_ia_split,
        native_split,
        qgis_write,
        shapely_split,
        grass_split,
        versions,
        peer_versions,
    )
}

if __name__ == "__main__":
    JOBS[sys.argv[1]](*sys.argv[2:])
