"""The jobs on measured routes: make the inputs, locate points, place events; ours, a PyQGIS loop and PostGIS.

``measures_jobs.py JOB ARGUMENTS``. Each job loads its libraries first, then times itself from opening the input to a
finished GeoPackage.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from harness import SECONDS_FILE
from peers import qgis, timed

COUNT = 100_000
"""Points, and events."""
NEAR = 50.0
"""Metres within which a point is on a route."""
ROUTE_FIELD = "name"
SERVER_USER = "postgres"
"""Debian's user of PostgreSQL, which refuses to run as root."""


@contextmanager
def provider(staged: str) -> Iterator[Any]:
    """Give the block ``processing.run`` with our algorithms."""
    sys.path.insert(0, staged)
    with qgis():
        import processing

        import crige_ia_plugin

        plugin = crige_ia_plugin.classFactory(None)
        plugin.initProcessing()
        yield processing.run


def split(staged: str, source: str, target: str) -> None:
    """Run crige_ia:splitatintersections, SEGMENTS only."""
    with provider(staged) as run, timed():
        run("crige_ia:splitatintersections", {"INPUT": source, "SEGMENTS": target})


def abscissa(staged: str, source: str, target: str) -> None:
    """Run crige_ia:curvilinearabscissa, SEGMENTS only."""
    with provider(staged) as run, timed():
        run("crige_ia:curvilinearabscissa", {"INPUT": source, "ROUTE_FIELD": ROUTE_FIELD, "SEGMENTS": target})


def locate(staged: str, points: str, routes: str, markers: str, target: str) -> None:
    """Run crige_ia:locatepoints: route, side, PR and metres, measure, offset."""
    with provider(staged) as run, timed():
        run(
            "crige_ia:locatepoints",
            {"INPUT": points, "ROUTES": routes, "MARKERS": markers, "MAX_DISTANCE": NEAR, "OUTPUT": target},
        )


def place(staged: str, events: str, routes: str, markers: str, target: str) -> None:
    """Run crige_ia:placeevents on addresses, PR and metres."""
    with provider(staged) as run, timed():
        run(
            "crige_ia:placeevents",
            {
                "INPUT": events,
                "ROUTES": routes,
                "MARKERS": markers,
                "ROUTE_FIELD": "route",
                "REFERENCE": "pr",
                "FROM_FIELD": "pr",
                "FROM_OFFSET_FIELD": "abs",
                "OUTPUT": target,
            },
        )


def prepare(staged: str, network: str, folder: str) -> None:
    """Make calibrated routes, points near them and events on them; print how many of each, as JSON."""
    import numpy as np

    names = ("posts", "routes", "markers", "points", "events")
    posts, routes, markers, points, events = (str(Path(folder) / f"{name}.gpkg") for name in names)
    with provider(staged) as run:
        from qgis.core import QgsVectorLayer

        measured = {"INPUT": network, "ROUTE_FIELD": ROUTE_FIELD, "SEGMENTS": "memory:"}
        crs, lines, route = _main_lines(
            run("crige_ia:curvilinearabscissa", {**measured, "ROUTES": "memory:"})["ROUTES"]
        )
        _write_posts(posts, crs, lines, route)
        marked = {"MARKERS": posts, "MARKER_ROUTE_FIELD": "route", "MARKER_PR_FIELD": "pr"}
        run("crige_ia:calibrateroutes", {**measured, **marked, "ROUTES": routes, "CALIBRATED_MARKERS": markers})
        crs, lines, route = _main_lines(QgsVectorLayer(routes, "", "ogr"))
        piece = np.flatnonzero(lines.piece_mask())
        length = np.hypot(*(lines.xy[piece + 1] - lines.xy[piece]).T)
        random = np.random.default_rng(1)
        piece, share = random.choice(piece, COUNT, p=length / length.sum()), random.random(COUNT)
        xy = lines.xy[piece] + (lines.xy[piece + 1] - lines.xy[piece]) * share[:, None]
        cumul = lines.m[piece] + (lines.m[piece + 1] - lines.m[piece]) * share
        on = route[lines.vertex_line()[piece]]
        _write(points, crs, xy + random.normal(0, 5, xy.shape), {})
        # Posts stand every kilometre of measure, from the start of each route.
        pr = np.floor(cumul / 1000).astype(int)
        _write(events, "", None, {"route": on, "pr": pr, "abs": cumul - 1000 * pr, "cumul": cumul})
        counts = {"routes": QgsVectorLayer(routes, "", "ogr").featureCount(), "points": COUNT, "events": COUNT}
        print(json.dumps(counts), flush=True)


def _main_lines(layer: Any) -> tuple[str, Any, Any]:
    """Read the main lines of single carriageways: CRS, lines with their measures, route of each line."""
    import numpy as np

    from crige_ia_plugin.processing.features import read_lines

    layer.setSubsetString('"branch" = 0 AND "side" = \'U\'')
    table = read_lines(layer)
    names = np.array([feature["route"] for feature in table.features], dtype=object)
    return layer.crs().toWkt(), table.lines, names[table.lines.feature]


def _write_posts(path: str, crs: str, lines: Any, route: Any) -> None:
    """Put a marker every kilometre of measure on each route."""
    import numpy as np

    places, on, pr = [], [], []
    for name in np.unique(route.astype(str)):
        vertices = np.flatnonzero((route == name)[lines.vertex_line()])
        m = lines.m[vertices]
        posts = np.arange(0.0, m[-1], 1000.0)
        places.append(np.column_stack([np.interp(posts, m, lines.xy[vertices, axis]) for axis in (0, 1)]))
        on += [name] * len(posts)
        pr += range(len(posts))
    _write(path, crs, np.vstack(places), {"route": np.array(on, dtype=object), "pr": np.array(pr)})


def keep(job: str, *arguments: str) -> None:
    """Do one of our jobs for its output alone, untimed; print an empty JSON object."""
    with tempfile.NamedTemporaryFile() as seconds:
        os.environ[SECONDS_FILE] = seconds.name
        print("{}", flush=True)
        JOBS[job](*arguments)


def _write(path: str, crs: str, xy: Any, columns: dict[str, Any]) -> None:
    """Write points, or a table when there are none, with an id, a kind and more columns."""
    import numpy as np
    import pyogrio
    import shapely

    count = len(xy) if xy is not None else len(next(iter(columns.values())))
    kinds = np.array([f"accident {row % 7}" for row in range(count)], dtype=object)
    columns = {"id": np.arange(count), "kind": kinds, **columns}
    Path(path).unlink(missing_ok=True)
    pyogrio.raw.write(
        path,
        None if xy is None else shapely.to_wkb(shapely.points(xy)),
        list(columns.values()),
        list(columns),
        geometry_type=None if xy is None else "Point",
        crs=crs or None,
        driver="GPKG",
        dataset_options={"VERSION": "1.2"},  # the newest that every contender knows
    )


# -- a PyQGIS loop ---------------------------------------------------------------------------------------------------


def loop_locate(points: str, routes: str, target: str) -> None:
    """Ask QGIS's spatial index for the nearest part of each point, feature by feature."""
    with qgis():
        from qgis.core import QgsFeature, QgsSpatialIndex, QgsVectorLayer

        with timed():
            source, parts, names = QgsVectorLayer(points, "", "ogr"), *_parts(routes)
            index = QgsSpatialIndex(QgsSpatialIndex.Flag.FlagStoreFeatureGeometries)
            for number, part in enumerate(parts):
                feature = QgsFeature(number)
                feature.setGeometry(part)
                index.addFeature(feature)
            with _writer(source, target, ("route:text", "cumul:double", "distance:double")) as write:
                for feature in source.getFeatures():
                    geometry = feature.geometry()
                    near = index.nearestNeighbor(geometry.asPoint(), 1, NEAR)
                    found: tuple[Any, ...] = (None, None, None)
                    if near:
                        part = parts[near[0]]
                        place_on = part.constGet().interpolatePoint(part.lineLocatePoint(geometry))
                        found = (names[near[0]], place_on.m(), part.distance(geometry))
                    write(feature, geometry, found)


def loop_place(events: str, routes: str, target: str) -> None:
    """Look for the part of each event by its route and measures, feature by feature."""
    with qgis():
        from qgis.core import QgsGeometry, QgsVectorLayer

        with timed():
            source, parts, names = QgsVectorLayer(events, "", "ogr"), *_parts(routes)
            by_route: dict[str, list[tuple[float, float, Any]]] = {}
            for name, part in zip(names, parts):
                line = part.constGet()
                ends = line.pointN(0).m(), line.pointN(line.numPoints() - 1).m()
                by_route.setdefault(name, []).append((*ends, line))
            with _writer(source, target, (), QgsVectorLayer(routes, "", "ogr").crs()) as write:
                for feature in source.getFeatures():
                    measure = feature["cumul"]
                    for start, end, line in by_route.get(feature["route"], ()):
                        if start <= measure <= end:
                            along = (measure - start) / (end - start) * line.length()
                            write(feature, QgsGeometry(line.interpolatePoint(along)), ())
                            break


def _parts(routes: str) -> tuple[list[Any], list[str]]:
    """Return the parts of main lines of single carriageways, and their routes."""
    from qgis.core import QgsVectorLayer

    parts, names = [], []
    for feature in QgsVectorLayer(routes, "", "ogr").getFeatures('"branch" = 0 AND "side" = \'U\''):
        for part in feature.geometry().asGeometryCollection():
            parts.append(part)
            names.append(feature["route"])
    return parts, names


@contextmanager
def _writer(source: Any, target: str, more: tuple[str, ...], crs: Any = None) -> Iterator[Any]:
    from qgis.core import QgsFeature, QgsFeatureSink, QgsField, QgsProject, QgsVectorFileWriter, QgsWkbTypes
    from qgis.PyQt.QtCore import QVariant

    kinds = {"text": QVariant.String, "double": QVariant.Double}
    fields = source.fields()
    fields.remove(fields.lookupField("fid"))
    for one in more:
        name, kind = one.split(":")
        fields.append(QgsField(name, kinds[kind]))
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = "GPKG"
    kind = QgsWkbTypes.Type.Point if crs is None else QgsWkbTypes.Type.PointM
    context = QgsProject.instance().transformContext()
    writers = [QgsVectorFileWriter.create(target, fields, kind, crs or source.crs(), context, options)]

    def write(feature: Any, geometry: Any, values: tuple[Any, ...]) -> None:
        copy = QgsFeature(fields)
        copy.setAttributes([*feature.attributes()[1:], *values])
        copy.setGeometry(geometry)
        writers[0].addFeature(copy, QgsFeatureSink.Flag.FastInsert)

    yield write
    writers.clear()  # the file is whole once its writer is gone


# -- PostGIS -----------------------------------------------------------------------------------------------------------

_PARTS = """
CREATE TABLE parts AS SELECT route, (ST_Dump(geom)).geom AS geom FROM routes WHERE branch = 0 AND side = 'U';
ALTER TABLE parts ADD COLUMN low float, ADD COLUMN high float;
UPDATE parts SET low = ST_M(ST_StartPoint(geom)), high = ST_M(ST_EndPoint(geom));
CREATE INDEX ON parts USING gist (geom);
CREATE INDEX ON parts (route);
VACUUM ANALYZE parts;
"""
_LOCATE = f"""
CREATE TABLE result AS
SELECT p.id, p.kind, p.geom, n.route, n.cumul, n.distance FROM input p LEFT JOIN LATERAL (
    SELECT route, ST_InterpolatePoint(r.geom, p.geom) AS cumul, ST_Distance(r.geom, p.geom) AS distance,
           ST_LineLocatePoint(r.geom, p.geom) AS share
    FROM parts r WHERE ST_DWithin(r.geom, p.geom, {NEAR}) ORDER BY r.geom <-> p.geom LIMIT 1) n ON true;
"""
_PLACE = """
CREATE TABLE result AS
SELECT DISTINCT ON (e.id) e.id, e.kind, e.route, e.cumul,
       ST_GeometryN(ST_LocateBetween(r.geom, e.cumul, e.cumul), 1)::geometry(PointM) AS geom
FROM input e JOIN parts r ON r.route = e.route AND e.cumul BETWEEN r.low AND r.high ORDER BY e.id;
"""


def postgis_locate(points: str, routes: str, target: str) -> None:
    """Locate points with ST_LineLocatePoint; routes are in the database, with their index, before the clock starts."""
    _in_postgis(points, routes, target, _LOCATE)


def postgis_place(events: str, routes: str, target: str) -> None:
    """Place events with ST_LocateBetween; routes are in the database, with their index, before the clock starts."""
    _in_postgis(events, routes, target, _PLACE)


def _in_postgis(source: str, routes: str, target: str, query: str) -> None:
    with _server() as folder:
        address = f"PG:host={folder} user={SERVER_USER} dbname=postgres"
        sql = ["psql", "-qX", "-v", "ON_ERROR_STOP=1", "-h", folder, "-U", SERVER_USER, "-d", "postgres", "-c"]
        _done([*sql, "CREATE EXTENSION postgis"])
        load = ["ogr2ogr", "-f", "PostgreSQL", address, "-lco", "GEOMETRY_NAME=geom", "--config", "PG_USE_COPY", "YES"]
        _done([*load, routes, "-nln", "routes", "-lco", "SPATIAL_INDEX=NONE", "-dim", "XYM"])
        for statement in filter(str.strip, _PARTS.split(";")):
            _done([*sql, statement])
        with timed():
            _done([*load, source, "-nln", "input", "-lco", "SPATIAL_INDEX=NONE"])
            _done([*sql, query])
            _done(["ogr2ogr", "-f", "GPKG", target, address, "result"])


@contextmanager
def _server() -> Iterator[str]:
    """Start a server of its own, which listens on a socket in a private folder and nowhere else."""
    folder = tempfile.mkdtemp(prefix="bench-postgis-")
    as_user = []
    if os.geteuid() == 0:
        shutil.chown(folder, SERVER_USER)
        as_user = ["runuser", "-u", SERVER_USER, "--"]
    data = f"{folder}/data"
    started = [*as_user, _program("pg_ctl"), "-D", data, "-w", "-l", f"{folder}/log"]
    try:
        _done([*as_user, _program("initdb"), "-D", data, "-U", SERVER_USER, "-A", "trust", "--no-sync"])
        _done([*started, "-o", f"-c listen_addresses='' -k {folder} -c fsync=off", "start"])
        yield folder
    finally:
        subprocess.run([*started, "-m", "immediate", "stop"], check=False, stdout=subprocess.DEVNULL, cwd="/")
        shutil.rmtree(folder, ignore_errors=True)


def _program(name: str) -> str:
    """Find a program of the server, which Debian keeps out of the path."""
    found = shutil.which(name) or next(map(str, sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"))), "")
    if not found:
        raise SystemExit(f"{name} is not installed (postgresql, postgis)")
    return found


def _done(command: list[str]) -> None:
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd="/")


JOBS = {
    function.__name__: function
    for function in (
        split, abscissa, locate, place, prepare, keep, loop_locate, loop_place, postgis_locate, postgis_place,
    )
}  # fmt: skip

if __name__ == "__main__":
    JOBS[sys.argv[1]](*sys.argv[2:])
