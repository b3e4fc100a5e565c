"""The whole chain on the sample town and on real roads: split, abscissas, calibration, events, and back."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from measured import events_table, layer_of
from outside import run_outside
from qgis.core import QgsApplication, QgsVectorLayer

from crige_ia_plugin.paths import RESOURCES

TOWN = RESOURCES / "sample" / "town.gpkg"
ROADS, MARKERS = (f"{TOWN}|layername={name}" for name in ("troncon_de_route", "point_de_repere"))
BDTOPO = {
    "MARKER_ROUTE_FIELD": "route",
    "MARKER_PR_FIELD": "numero",
    "MARKER_DEPARTMENT_FIELD": "code_insee_du_departement",
    "MARKER_NETWORK_FIELD": "gestionnaire",
    "MARKER_SIDE_FIELD": "cote",
    "MARKER_CUMUL_FIELD": "abscisse",
    "MARKER_TYPE_FIELD": "type_de_pr",
}
PLACES = {
    "ROUTE_FIELD": "route",
    "FROM_FIELD": "pr",
    "FROM_OFFSET_FIELD": "abs",
    "DEPARTMENT_FIELD": "department",
    "NETWORK_FIELD": "network",
    "SIDE_FIELD": "side",
    "BRANCH_FIELD": "branch",
}


def coordinates(layer: QgsVectorLayer, key: str) -> dict[int, tuple[float, float]]:
    points = {feature[key]: feature.geometry().constGet() for feature in layer.getFeatures()}
    return {key: (point.x(), point.y()) for key, point in points.items()}


def on_main_lines(routes: QgsVectorLayer, number: int) -> QgsVectorLayer:
    """Points on routes, at places that nobody chose."""
    random = np.random.default_rng(7)
    lines = [feature.geometry() for feature in routes.getFeatures() if feature["branch"] == 0]
    rows = []
    for row in range(number):
        line = lines[row % len(lines)]
        part = line.constGet().geometryN(int(random.integers(line.constGet().numGeometries())))
        point = part.interpolatePoint(float(random.uniform(0, part.length())))
        rows.append((f"PointZ ({point.x()!r} {point.y()!r} {point.z()!r})", [row]))
    return layer_of(f"PointZ?crs={routes.crs().authid()}&field=id:integer", rows, "points")


def there_and_back(run, routes: QgsVectorLayer, markers: QgsVectorLayer, number: int) -> np.ndarray:
    """Distances between points and the places of their addresses, in metres."""
    points = on_main_lines(routes, number)
    located = run("locatepoints", INPUT=points, ROUTES=routes, MARKERS=markers)
    assert located["LOCATED_COUNT"] == number
    addressed = located.layer("OUTPUT")
    addressed.setSubsetString('"pr" IS NOT NULL')
    kept = addressed.featureCount()
    assert kept
    placed = run("placeevents", INPUT=addressed, ROUTES=routes, MARKERS=markers, **PLACES)
    assert placed["REJECTED_COUNT"] == 0
    before, after = coordinates(points, "id"), coordinates(placed.layer("OUTPUT"), "id")
    assert len(after) == kept
    return np.array([np.hypot(after[key][0] - before[key][0], after[key][1] - before[key][1]) for key in after])


def test_a_point_its_address_and_the_point_again_in_the_town(run):
    done = run("calibrateroutes", INPUT=ROADS, ROUTE_FIELD="cpx_numero", MARKERS=MARKERS, **BDTOPO)
    apart = there_and_back(run, done.layer("ROUTES"), done.layer("CALIBRATED_MARKERS"), 300)
    assert len(apart) > 250
    assert apart.max() < 1e-3


def test_a_point_its_address_and_the_point_again_on_the_n88(run, shared_data):
    done = run(
        "calibrateroutes",
        INPUT=f"{shared_data}/roads/bdtopo_rodez.gpkg",
        ROUTE_FIELD="numero",
        MARKERS=f"{shared_data}/roads/rrn_bornes2025.gpkg",
        MARKER_ROUTE_FIELD="route",
        MARKER_PR_FIELD="pr",
        MARKER_DEPARTMENT_FIELD="depPr",
        MARKER_NETWORK_FIELD="concessionPr",
        MARKER_SIDE_FIELD="cote",
        MARKER_CUMUL_FIELD="cumul",
    )
    routes, markers = done.layer("ROUTES"), done.layer("CALIBRATED_MARKERS")
    routes.setSubsetString("\"route\" = 'N88'")
    assert there_and_back(run, routes, markers, 300).max() < 1e-3
    # What the road service says: PR 54 to 56, on both sides, lie where its own file has them.
    rows = [("RN 88", f"PR{number}", side) for number in (54, 55, 56) for side in "DG"]
    fields = {"ROUTE_FIELD": "route", "FROM_FIELD": "pr", "SIDE_FIELD": "side"}
    table = events_table("route:string pr:string side:string", rows)
    posts = run("placeevents", INPUT=table, ROUTES=routes, MARKERS=markers, **fields)
    assert posts["PLACED_COUNT"] == 6
    official = QgsVectorLayer(f"{shared_data}/roads/rrn_bornes2025.gpkg")
    official.setSubsetString("\"route\" = 'N0088' AND \"depPr\" = '12'")
    known = {(int(f["pr"]), f["cote"]): f.geometry().asPoint() for f in official.getFeatures()}
    for feature in posts.layer("OUTPUT").getFeatures():
        point = feature.geometry().constGet()
        post = known.get((feature["pr"], feature["side"])) or known[(feature["pr"], "I")]
        assert np.hypot(point.x() - post.x(), point.y() - post.y()) < 0.5


@pytest.fixture
def accidents(tmp_path) -> Path:
    """A table as it comes: text, and some of it wrong."""
    path = tmp_path / "accidents.csv"
    rows = ["id,route,pr,abs,cote", "1,RD 943,22,100,D", "2,d943,22,100,G", "3,D0006,1,300,", "4,A999,113,500,D"]
    rows += ["5,D6,99,0,", "6,D6,-1,0,", "7,D77,1,0,", "8,D6,1,?,"]
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return path


def test_the_model_chains_all_of_it_on_the_town(run, accidents):
    done = run("networktoevents", roads=ROADS, markers=MARKERS, events=str(accidents))
    assert done.rows("place:EVENTS", "id", "route", "address") == [
        ("1", "D943", "PR22+100"),
        ("2", "D943", "PR22+100"),
        ("3", "D6", "PR1+300"),
        ("4", "A999", "PR113+500"),
    ]
    assert done.rows("place:REJECTED", "id", "reason") == [
        ("5", "unknown-marker"),
        ("6", "unknown-address"),
        ("7", "unknown-route"),
        ("8", "unknown-address"),
    ]
    assert {"A999", "D6", "D12", "D943"} == {route for (route,) in done.rows("calibrate:ROUTES", "route")}
    assert done.layer("abscissa:SEGMENTS").featureCount() > 100
    assert done.layer("split:SPLIT_ANOMALIES").featureCount() > 0


def test_the_model_is_in_the_toolbox_in_words(run):
    model = QgsApplication.processingRegistry().algorithmById("crige_ia:networktoevents")
    assert model.displayName() != model.name() == "networktoevents"
    assert model.groupId() == "roads"
    assert model.shortHelpString()
    assert model.svgIconPath().endswith(".svg")
    assert Path(model.svgIconPath()).is_file()
    for definition in model.parameterDefinitions():
        code = definition.name().split(":")[-1]
        assert definition.description() != code, "what the user reads is no code"


def test_the_model_runs_outside(tmp_path, accidents):
    target = tmp_path / "events.gpkg"
    done = run_outside(
        tmp_path / "home",
        "crige_ia:networktoevents",
        roads=ROADS,
        markers=MARKERS,
        events=accidents,
        **{
            "place:EVENTS": target,
            "calibrate:ROUTES": tmp_path / "routes.gpkg",
            "abscissa:SEGMENTS": tmp_path / "segments.gpkg",
        },
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert QgsVectorLayer(str(target)).featureCount() == 4


def test_each_tool_of_the_table_runs_outside(tmp_path, accidents):
    """As the scheduled job of a road service chains them, from files to files."""

    def outside(tool: str, **parameters: object) -> None:
        done = run_outside(tmp_path / "home", f"crige_ia:{tool}", **parameters)
        assert done.returncode == 0, done.stdout + done.stderr

    segments, routes, markers = (tmp_path / f"{name}.gpkg" for name in ("segments", "routes", "markers"))
    outside(
        "curvilinearabscissa",
        INPUT=ROADS,
        ROUTE_FIELD="cpx_numero",
        SEGMENTS=segments,
        REPORT=tmp_path / "abscissa.html",
    )
    assert "cumuld" in QgsVectorLayer(str(segments)).fields().names()
    outside(
        "calibrateroutes",
        INPUT=ROADS,
        ROUTE_FIELD="cpx_numero",
        MARKERS=MARKERS,
        ROUTES=routes,
        CALIBRATED_MARKERS=markers,
        **BDTOPO,
    )
    addresses = {"ROUTE_FIELD": "route", "FROM_FIELD": "pr", "FROM_OFFSET_FIELD": "abs", "SIDE_FIELD": "cote"}
    events = tmp_path / "events.gpkg"
    outside("placeevents", INPUT=accidents, ROUTES=routes, MARKERS=markers, OUTPUT=events, **addresses)
    assert QgsVectorLayer(str(events)).featureCount() == 4
    located = tmp_path / "located.gpkg"
    outside("locatepoints", INPUT=events, ROUTES=routes, MARKERS=markers, OUTPUT=located)
    assert {feature["address"] for feature in QgsVectorLayer(str(located)).getFeatures()} == {
        "PR22+100", "PR1+300", "PR113+500",
    }  # fmt: skip
    works, surfaces = tmp_path / "works.csv", tmp_path / "surfaces.csv"
    works.write_text("route,plod,absd,plof,absf,what\nD6,0,400,1,200,works\n")
    surfaces.write_text("route,plod,absd,plof,absf,surface\nD6,0,0,0,900,old\nD6,0,900,2,300,new\n")
    sections = tmp_path / "sections.gpkg"
    stretches = {"ROUTE_FIELD": "route", "FROM_FIELD": "plod", "FROM_OFFSET_FIELD": "absd"}
    stretches |= {"TO_FIELD": "plof", "TO_OFFSET_FIELD": "absf"}
    outside("overlayevents", EVENTS=[works, surfaces], ROUTES=routes, MARKERS=markers, OUTPUT=sections, **stretches)
    said = {(f["route"], f["what"], f["surface"]) for f in QgsVectorLayer(str(sections)).getFeatures("route = 'D6'")}
    assert {("D6", "works", "old"), ("D6", "works", "new")} <= said
    outside("checknetwork", INPUT=ROADS, LEVEL_FIELD="position_par_rapport_au_sol", ANOMALIES=tmp_path / "faults.gpkg")
    assert QgsVectorLayer(str(tmp_path / "faults.gpkg")).featureCount() > 5


def test_nothing_is_told_beyond_the_markers_of_routes_that_end_there(run):
    """With EXTRAPOLATION "null", a road goes on beyond its last marker, and its addresses do not."""
    done = run(
        "calibrateroutes",
        INPUT=ROADS,
        ROUTE_FIELD="cpx_numero",
        MARKERS=MARKERS,
        EXTRAPOLATION="null",
        **BDTOPO,
    )
    routes, markers = done.layer("ROUTES"), done.layer("CALIBRATED_MARKERS")
    assert there_and_back(run, routes, markers, 100).max() < 1e-3
    last = max(m for route, m in done.rows("CALIBRATED_MARKERS", "route", "m") if route == "D12")
    table = events_table("route:string cumul:double", [("D12", last - 10), ("D12", last + 10)])
    cumulated = {"REFERENCE": "cumul", "ROUTE_FIELD": "route", "FROM_FIELD": "cumul"}
    placed = run("placeevents", INPUT=table, ROUTES=routes, **cumulated)
    assert placed.rows("OUTPUT", "cumul") == [(pytest.approx(last - 10),)]
    assert placed.rows("REJECTED", "cumul", "reason") == [(pytest.approx(last + 10), "after-end")]
    # The south end of the D12, 700 m beyond its last marker.
    (road,) = routes.getFeatures("route = 'D12'")
    south = min((part.endPoint() for part in road.geometry().constParts()), key=lambda point: point.y())
    point = layer_of(f"Point?crs={routes.crs().authid()}", [(f"POINT ({south.x()} {south.y()})", [])], "point")
    located = run("locatepoints", INPUT=point, ROUTES=routes, MARKERS=markers)
    assert located.rows("OUTPUT", "route", "address", "cumul", "distance", "status") == [
        ("D12", None, None, pytest.approx(0, abs=1e-6), "not-measured")
    ]
