"""A shared script as an algorithm: what its dialog has, what it is given, what becomes of what it writes."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from osgeo import gdal, osr
from outside import run_outside
from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsGeometry,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingFeedback,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingModelParameter,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFeatureSource,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
)
from shared_scripts import BUFFERS
from waiting import wait_for

from crige_ia_plugin import scripts, settings
from crige_ia_plugin.catalogue.integrity import sha256
from crige_ia_plugin.catalogue.store import Store
from crige_ia_plugin.processing.provider import CrigeIaProvider
from crige_ia_plugin.processing.shared.algorithm import SharedAlgorithm
from crige_ia_plugin.processing.shared.vectors import take_layer
from crige_ia_plugin.runtime.problems import RuntimeProblem
from crige_ia_plugin.runtime.trust import Signature
from crige_ia_plugin.settings import DATA_FOLDER

pytestmark = pytest.mark.usefixtures("qgis_app")


@pytest.fixture(autouse=True)
def _own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(DATA_FOLDER.variable, str(tmp_path / "data"))
    monkeypatch.setenv("QGIS_PLG_CRIGE_IA_CACHE_FOLDER", str(tmp_path / "cache"))
    for name in ("XDG_DATA_HOME", "LOCALAPPDATA", "HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))


def put(tmp_path: Path, text: str = BUFFERS, version: str = "1.2.0", *, agree: bool = True) -> Path:
    """Install a script as the panel does, and agree to it; return where it lies."""
    source = tmp_path / "incoming" / "buffers.py"
    source.parent.mkdir(exist_ok=True)
    source.write_text(text, encoding="utf-8")
    if agree:
        offered = scripts.offer(("region", "zones-tampons"), "CRIGE PACA", Signature.UNSIGNED, {"buffers.py": source})
        assert offered is not None
        scripts.agree(offered)
    store = Store(settings.store_folder())
    installed = store.install(
        "region", "zones-tampons", version, "Zones tampons", {"buffers.py": source}, {"buffers.py": sha256(source)}
    )
    return installed.folder


@pytest.fixture
def algorithm(tmp_path: Path) -> SharedAlgorithm:
    put(tmp_path)
    (tool,) = scripts.tools()
    made = SharedAlgorithm(tool)
    made.initAlgorithm()
    return made


def points(crs: str = "EPSG:2154", xy: tuple[float, float] = (900_000, 6_250_000)) -> QgsVectorLayer:
    layer = QgsVectorLayer(f"Point?crs={crs}&field=fid:integer&field=nom:string", "lieux", "memory")
    for number, name in enumerate(("Aix", "Nice")):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([7, name])
        feature.setGeometry(QgsGeometry.fromWkt(f"Point ({xy[0] + 100 * number} {xy[1]})"))
        layer.dataProvider().addFeature(feature)
    return layer


class Told(QgsProcessingFeedback):
    """Keeps what is said."""

    def __init__(self) -> None:
        super().__init__(False)
        self.said: list[str] = []

    def pushInfo(self, text: str) -> None:  # noqa: N802
        self.said.append(text)

    def pushWarning(self, text: str) -> None:  # noqa: N802
        self.said.append(text)

    def reportError(self, text: str, fatal: bool = False) -> None:  # noqa: N802
        self.said.append(text)


def run(algorithm: SharedAlgorithm, told: Told | None = None, **parameters: Any) -> dict[str, Any]:
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    run.context = context  # temporary layers live with it
    results, ok = algorithm.run(parameters, context, told or Told(), catchExceptions=False)
    assert ok
    return results


def zones(path: str) -> dict[str, QgsGeometry]:
    layer = QgsVectorLayer(path, "zones", "ogr")
    assert layer.isValid()
    return {feature["name"]: feature.geometry() for feature in layer.getFeatures()}


# what it says of itself


def test_it_says_what_the_script_says(algorithm: SharedAlgorithm) -> None:
    assert algorithm.name() == "region_buffers"
    assert algorithm.displayName() in ("Buffers", "Zones tampons")
    assert algorithm.groupId() == "vegetation"
    kinds = {one.name(): one.type() for one in algorithm.parameterDefinitions()}
    assert kinds == {
        "PLACES": "source",
        "HEIGHTS": "raster",
        "DISTANCE": "distance",
        "NAME_FIELD": "field",
        "MODE": "enum",
        "ZONES": "vectorDestination",
        "COPY": "rasterDestination",
        "SERVICE_EXTENT": "extent",
        "SERVICE_PIXEL": "number",
        "REPORT": "fileDestination",
        "EDITION": "string",
        "REPORT_FULL_PATHS": "boolean",
    }
    flag = QgsProcessingParameterDefinition.Flag
    assert algorithm.parameterDefinition("MODE").flags() & flag.FlagAdvanced
    assert algorithm.parameterDefinition("HEIGHTS").flags() & flag.FlagOptional
    assert not algorithm.parameterDefinition("COPY").createByDefault()


def test_the_toolbox_has_it_once_it_is_agreed_to_and_never_before(tmp_path: Path) -> None:
    def names() -> set[str]:
        provider = CrigeIaProvider()
        QgsApplication.processingRegistry().addProvider(provider)
        found = {one.name() for one in provider.algorithms()}
        QgsApplication.processingRegistry().removeProvider(provider)
        return found

    assert "region_buffers" not in names()
    folder = put(tmp_path, agree=False)
    assert "region_buffers" not in names()
    put(tmp_path)
    assert "region_buffers" in names()
    (folder / "buffers.py").write_text(BUFFERS + "# changed\n", encoding="utf-8")
    assert "region_buffers" not in names()


# what it is given


def test_a_memory_layer_and_a_file_give_the_same(algorithm: SharedAlgorithm, tmp_path: Path) -> None:
    target = tmp_path / "zones.gpkg"
    results = run(algorithm, PLACES=points(), NAME_FIELD="nom", DISTANCE=5, ZONES=str(target))
    assert results["ZONES"] == str(target)
    assert (results["COUNT"], results["DISTANCE_M"]) == (2, 5.0)
    found = zones(str(target))
    assert set(found) == {"Aix", "Nice"}
    assert found["Aix"].area() == pytest.approx(78, abs=2)
    from_file = run(algorithm, PLACES=str(target), NAME_FIELD="name", DISTANCE=0.001, ZONES=str(tmp_path / "b.gpkg"))
    assert zones(from_file["ZONES"])["Aix"].area() == pytest.approx(found["Aix"].area(), rel=1e-3)
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".")]
    assert not list((tmp_path / "cache").rglob("run-*"))


def test_a_selection_and_a_filter_are_respected(algorithm: SharedAlgorithm, tmp_path: Path) -> None:
    layer = points()
    QgsProject.instance().addMapLayer(layer)
    layer.selectByExpression("nom = 'Nice'")
    chosen = QgsProcessingFeatureSourceDefinition(layer.id(), True)
    told = Told()
    run(algorithm, told, PLACES=chosen, NAME_FIELD="nom", ZONES=str(tmp_path / "a.gpkg"))
    assert set(zones(str(tmp_path / "a.gpkg"))) == {"Nice"}
    assert "Un seul lieu." in told.said
    file = QgsVectorLayer(str(tmp_path / "a.gpkg"), "a", "ogr")
    assert file.setSubsetString("name = 'nobody'")
    QgsProject.instance().addMapLayer(file)
    run(algorithm, PLACES=file.id(), NAME_FIELD="name", ZONES=str(tmp_path / "b.gpkg"))
    assert zones(str(tmp_path / "b.gpkg")) == {}
    QgsProject.instance().clear()


def test_a_field_named_like_a_key_is_found_again(algorithm: SharedAlgorithm, tmp_path: Path) -> None:
    run(algorithm, PLACES=points(), NAME_FIELD="fid", ZONES=str(tmp_path / "a.gpkg"))
    assert set(zones(str(tmp_path / "a.gpkg"))) == {"7"}


def test_unsaved_edits_are_seen(algorithm: SharedAlgorithm, tmp_path: Path) -> None:
    run(algorithm, PLACES=points(), NAME_FIELD="nom", ZONES=str(tmp_path / "a.gpkg"))
    layer = QgsVectorLayer(str(tmp_path / "a.gpkg"), "a", "ogr")
    QgsProject.instance().addMapLayer(layer)
    layer.startEditing()
    layer.changeAttributeValue(next(layer.getFeatures()).id(), layer.fields().indexOf("name"), "Toulon")
    run(algorithm, PLACES=layer.id(), NAME_FIELD="name", ZONES=str(tmp_path / "b.gpkg"))
    assert "Toulon" in zones(str(tmp_path / "b.gpkg"))
    layer.rollBack()
    QgsProject.instance().clear()


def test_a_distance_goes_in_metres_and_never_in_degrees(algorithm: SharedAlgorithm, tmp_path: Path) -> None:
    feet = points("EPSG:2225", (6_000_000, 2_000_000))
    results = run(algorithm, PLACES=feet, DISTANCE=100, ZONES=str(tmp_path / "a.gpkg"))
    assert results["DISTANCE_M"] == pytest.approx(30.48, abs=0.01)
    with pytest.raises(QgsProcessingException, match=r"degrees|degrés"):
        run(algorithm, PLACES=points("EPSG:4326", (5, 43)), ZONES=str(tmp_path / "b.gpkg"))
    assert not (tmp_path / "b.gpkg").exists()


def test_a_local_system_does_not_pass_for_another(tmp_path: Path) -> None:
    """QGIS would leave the coordinates as they are, and the script would find them in the wrong place."""
    layer = points()
    layer.setCrs(QgsCoordinateReferenceSystem.fromWkt('LOCAL_CS["Chantier",UNIT["metre",1]]'))
    lambert = QgsCoordinateReferenceSystem("EPSG:2154")
    with pytest.raises(QgsProcessingException, match="Chantier"):
        take_layer(layer, QgsProcessingContext(), lambert)


def raster(path: Path, epsg: int = 0) -> Path:
    made = gdal.GetDriverByName("GTiff").Create(str(path), 4, 4)
    made.SetGeoTransform((900_000, 1, 0, 6_250_000, 0, -1))
    if epsg:
        reference = osr.SpatialReference()
        reference.ImportFromEPSG(epsg)
        made.SetProjection(reference.ExportToWkt())
    made.GetRasterBand(1).Fill(3)
    return path


def test_a_crs_chosen_in_qgis_reaches_the_script(algorithm: SharedAlgorithm, tmp_path: Path) -> None:
    layer = QgsRasterLayer(str(raster(tmp_path / "bare.tif")), "bare", "gdal")
    layer.setCrs(points().crs())
    QgsProject.instance().addMapLayer(layer)
    copy = tmp_path / "copy.tif"
    run(algorithm, PLACES=points(), HEIGHTS=layer.id(), COPY=str(copy), ZONES=str(tmp_path / "a.gpkg"))
    found = gdal.Open(str(copy))
    assert found.ReadAsArray().tolist() == [[3] * 4] * 4
    assert osr.SpatialReference(found.GetProjection()).GetAuthorityCode(None) == "2154"
    QgsProject.instance().clear()


def tiles(folder: Path) -> str:
    """Make the one tile of a map of the world, and return its address."""
    tile = folder / "tiles" / "0" / "0" / "0.png"
    tile.parent.mkdir(parents=True)
    drawn = gdal.GetDriverByName("MEM").Create("", 256, 256, 3)
    drawn.GetRasterBand(2).Fill(200)
    gdal.GetDriverByName("PNG").CreateCopy(str(tile), drawn)
    return (folder / "tiles").as_uri() + "/%7Bz%7D/%7Bx%7D/%7By%7D.png"


def test_a_map_service_needs_an_extent_and_a_pixel(algorithm: SharedAlgorithm, tmp_path: Path) -> None:
    layer = QgsRasterLayer(f"type=xyz&url={tiles(tmp_path)}&zmin=0&zmax=0", "carte", "wms")
    assert layer.isValid()
    QgsProject.instance().addMapLayer(layer)
    given = {"PLACES": points(), "HEIGHTS": layer.id(), "ZONES": str(tmp_path / "a.gpkg")}
    with pytest.raises(QgsProcessingException, match="carte"):
        run(algorithm, **given)
    extent = "-2000000,2000000,-1000000,1000000 [EPSG:3857]"
    with pytest.raises(QgsProcessingException, match="4000000 × 2000000"):
        run(algorithm, **given, SERVICE_PIXEL=1.0, SERVICE_EXTENT=extent)
    QgsProject.instance().clear()


def test_an_image_of_a_map_service_is_fetched(tmp_path: Path) -> None:
    tiles(tmp_path)
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "QT_QPA_PLATFORM": "offscreen"}
    script = Path(__file__).parents[2] / "support" / "fetching.py"
    command = [sys.executable, str(script), str(tmp_path)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    told = json.loads((tmp_path / "told.json").read_text(encoding="utf-8"))
    refused = told.pop("refused")
    assert told == {"size": [20, 10, 4], "green": 200, "corner": [-2e6, 2e5, 0, 1e6, 0, -2e5]}
    assert "carte" in refused  # a service that gives nothing is no blank image for the script


# what becomes of what it writes


@pytest.mark.parametrize("name", ["a.shp", "a.geojson", "a.fgb"])
def test_other_formats(name: str, algorithm: SharedAlgorithm, tmp_path: Path) -> None:
    run(algorithm, PLACES=points(), NAME_FIELD="nom", ZONES=str(tmp_path / name))
    assert set(zones(str(tmp_path / name))) == {"Aix", "Nice"}


def test_a_layer_joins_a_geopackage_that_is_there(algorithm: SharedAlgorithm, tmp_path: Path) -> None:
    run(algorithm, PLACES=points(), NAME_FIELD="nom", ZONES=str(tmp_path / "a.gpkg"))
    run(algorithm, PLACES=points(), NAME_FIELD="nom", ZONES=f"ogr:dbname='{tmp_path}/a.gpkg' table=\"more\" (geom)")
    layer = QgsVectorLayer(str(tmp_path / "a.gpkg"), "a", "ogr")
    assert len(layer.dataProvider().subLayers()) == 2


@pytest.mark.parametrize("mode", ["fail", "silent"])
def test_what_goes_wrong_is_told_and_leaves_what_was_there(
    mode: str, algorithm: SharedAlgorithm, tmp_path: Path
) -> None:
    target = tmp_path / "a.gpkg"
    target.write_bytes(b"mine")
    with pytest.raises(QgsProcessingException) as caught:
        run(algorithm, PLACES=points(), MODE=mode, ZONES=str(target))
    if mode == "fail":
        assert "Aucun lieu ne convient." in str(caught.value)
    assert "Traceback" not in str(caught.value)
    assert target.read_bytes() == b"mine"
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".")]


def test_a_cancelled_run_leaves_nothing(algorithm: SharedAlgorithm, tmp_path: Path) -> None:
    told = Told()
    context = QgsProcessingContext()
    given = {"PLACES": points(), "MODE": "endless", "ZONES": str(tmp_path / "a.gpkg")}
    assert algorithm.prepare(given, context, told)
    ended: list[object] = []
    worker = threading.Thread(target=lambda: ended.append(algorithm.runPrepared(given, context, told)))
    worker.start()
    assert wait_for(lambda: "begun" in told.said)
    told.cancel()
    assert wait_for(lambda: ended)
    worker.join()
    assert not (tmp_path / "a.gpkg").exists()
    assert not list((tmp_path / "cache").rglob("run-*"))


def test_what_was_changed_does_not_run(algorithm: SharedAlgorithm, tmp_path: Path) -> None:
    (path,) = (tmp_path / "data").rglob("buffers.py")
    path.write_text(BUFFERS.replace("count = 0", "count = 1"), encoding="utf-8")
    told = Told()
    with pytest.raises(QgsProcessingException):
        run(algorithm, told, PLACES=points(), ZONES=str(tmp_path / "a.gpkg"))
    assert "begun" not in told.said
    assert not (tmp_path / "a.gpkg").exists()


def test_the_run_sheet_tells_of_the_script(algorithm: SharedAlgorithm, tmp_path: Path) -> None:
    report = tmp_path / "run.html"
    run(algorithm, PLACES=points(), ZONES=QgsProcessing.TEMPORARY_OUTPUT, REPORT=str(report))
    found = re.search(r'id="runsheet">(.*?)</script>', report.read_text(encoding="utf-8"), re.DOTALL)
    sheet = json.loads(found[1])
    assert sheet["tool"]["version"] == "1.2.0"
    assert sheet["tool"]["sha256"] == scripts.tools()[0].script.sha256
    assert {"name": "count", "label": "count", "value": 2, "unit": ""} in sheet["results"]
    assert any(one["name"] == "gdal" for one in sheet["software"])


# its author's own


def own(tmp_path: Path, text: str = BUFFERS) -> Path:
    """A script that its author loads where it lies; return its file."""
    path = tmp_path / "mine" / "buffers.py"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    assert scripts.load_own(scripts.script.read(path)) == "crige_ia:local_buffers"
    return path


def test_its_author_runs_it_where_it_lies(tmp_path: Path) -> None:
    path = own(tmp_path)
    path.with_name("zones.qml").write_text("<qgis/>", encoding="utf-8")
    (tool,) = scripts.tools()
    made = SharedAlgorithm(tool)
    made.initAlgorithm()
    assert made.name() == "local_buffers"
    assert str(path) in made.shortHelpString()
    assert tool.style(tool.script.outputs[0]) == path.with_name("zones.qml")
    results = run(made, PLACES=points(), NAME_FIELD="nom", ZONES=str(tmp_path / "zones.gpkg"))
    assert set(zones(results["ZONES"])) == {"Aix", "Nice"}


def test_each_change_of_its_author_asks_for_a_click(tmp_path: Path) -> None:
    path = own(tmp_path)
    (tool,) = scripts.tools()
    made = SharedAlgorithm(tool)
    made.initAlgorithm()
    path.write_text(BUFFERS + "\n# one byte more\n", encoding="utf-8")
    assert scripts.tools() == []
    with pytest.raises(QgsProcessingException):
        run(made, PLACES=points(), NAME_FIELD="nom", ZONES=str(tmp_path / "zones.gpkg"))
    assert not (tmp_path / "zones.gpkg").exists()
    own(tmp_path, BUFFERS + "\n# one byte more\n")
    assert [tool.name for tool in scripts.tools()] == ["local_buffers"]
    path.with_name("buffers.lock.txt").write_text("a==1 --hash=sha256:" + "0" * 64 + "\n", encoding="utf-8")
    assert scripts.tools() == []


def test_two_files_of_one_id_are_one_tool_and_it_goes(tmp_path: Path) -> None:
    put(tmp_path)
    own(tmp_path)
    other = tmp_path / "other" / "buffers.py"
    other.parent.mkdir()
    other.write_text(BUFFERS, encoding="utf-8")
    scripts.load_own(scripts.script.read(other))
    assert [(tool.name, tool.folder) for tool in scripts.tools() if tool.file] == [("local_buffers", other.parent)]
    assert sorted(tool.name for tool in scripts.tools()) == ["local_buffers", "region_buffers"]
    scripts.own_scripts().drop("buffers")
    assert [tool.name for tool in scripts.tools()] == ["region_buffers"]


def test_the_administrator_may_forbid_ones_own_scripts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QGIS_PLG_CRIGE_IA_SCRIPTS_SIGNED_ONLY", "true")
    with pytest.raises(RuntimeProblem):
        own(tmp_path)
    assert scripts.tools() == []


# several at once, and elsewhere than in this session


def test_two_runs_at_once_do_not_meet(algorithm: SharedAlgorithm, tmp_path: Path) -> None:
    feet = points("EPSG:2225", (6_000_000, 2_000_000))
    given = [
        {"PLACES": points(), "NAME_FIELD": "nom", "DISTANCE": 5, "ZONES": str(tmp_path / "a.gpkg")},
        {"PLACES": feet, "NAME_FIELD": "fid", "DISTANCE": 7, "ZONES": str(tmp_path / "b.gpkg")},
    ]
    prepared = []
    for parameters in given:
        one, context, told = algorithm.create(), QgsProcessingContext(), Told()
        assert one.prepare(parameters, context, told)
        prepared.append((one, parameters, context, told))
    ended: list[object] = []
    workers = [threading.Thread(target=lambda run=run: ended.append(run[0].runPrepared(*run[1:]))) for run in prepared]
    for worker in workers:
        worker.start()
    assert wait_for(lambda: len(ended) == 2, 60)
    for worker in workers:
        worker.join()
    assert set(zones(str(tmp_path / "a.gpkg"))) == {"Aix", "Nice"}
    assert set(zones(str(tmp_path / "b.gpkg"))) == {"7"}


def test_two_sessions_at_once_run_what_was_agreed_to_in_a_third(algorithm: SharedAlgorithm, tmp_path: Path) -> None:
    run(algorithm, PLACES=points(), NAME_FIELD="nom", ZONES=str(tmp_path / "places.gpkg"))
    made: dict[str, Any] = {}

    def outside(name: str) -> None:
        given = {"PLACES": str(tmp_path / "places.gpkg"), "NAME_FIELD": "name", "ZONES": str(tmp_path / name)}
        made[name] = run_outside(tmp_path / f"home-{name}", "crige_ia:region_buffers", **given)

    workers = [threading.Thread(target=outside, args=(name,)) for name in ("a.gpkg", "b.gpkg")]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    if len(made) < len(workers):
        pytest.skip("qgis_process is not there")
    for name, done in made.items():
        assert done.returncode == 0, done.stderr
        assert set(zones(str(tmp_path / name))) == {"Aix", "Nice"}


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="processes are looked for in /proc")
def test_a_session_that_is_killed_takes_the_script_with_it(algorithm: SharedAlgorithm, tmp_path: Path) -> None:
    run(algorithm, PLACES=points(), ZONES=str(tmp_path / "places.gpkg"))
    program = shutil.which("qgis_process.bin") or shutil.which("qgis_process")
    if program is None:
        pytest.skip("qgis_process is not there")
    given = {"PLACES": tmp_path / "places.gpkg", "MODE": "endless", "ZONES": tmp_path / "never.gpkg"}
    run_outside(tmp_path / "home", "crige_ia:region_buffers", PLACES="absent")  # makes the profile
    environment = {**os.environ, "QGIS_CUSTOM_CONFIG_PATH": str(tmp_path / "home"), "QT_QPA_PLATFORM": "offscreen"}
    command = [program, "run", "crige_ia:region_buffers", "--", *(f"{name}={value}" for name, value in given.items())]
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    assert wait_for(lambda: scripts_running(tmp_path), 90)
    process.kill()
    process.wait()
    assert wait_for(lambda: not scripts_running(tmp_path), 60)
    assert not (tmp_path / "never.gpkg").exists()
    run(algorithm, PLACES=points(), ZONES=str(tmp_path / "after.gpkg"))  # the next run sweeps up
    assert not list((tmp_path / "cache").rglob("run-*"))


def scripts_running(folder: Path) -> list[int]:
    """Processes that run a script whose run folder lies in this one."""
    found = []
    for entry in Path("/proc").iterdir():
        with suppress(OSError):
            words = (entry / "cmdline").read_bytes().decode(errors="replace") if entry.name.isdigit() else ""
            if "buffers.py" in words and str(folder) in words:
                found.append(int(entry.name))
    return found


def test_a_model_takes_what_the_script_found(algorithm: SharedAlgorithm, tmp_path: Path) -> None:
    provider = CrigeIaProvider()
    QgsApplication.processingRegistry().addProvider(provider)
    try:
        child = QgsProcessingModelChildAlgorithm("crige_ia:region_buffers")
        child.setChildId("zones")
        source = QgsProcessingModelChildParameterSource.fromModelParameter("places")
        child.addParameterSources("PLACES", [source])
        output = QgsProcessingModelOutput("made", "made")
        output.setChildId("zones")
        output.setChildOutputName("ZONES")
        child.setModelOutputs({"made": output})
        model = QgsProcessingModelAlgorithm("chain", "tests")
        model.addModelParameter(QgsProcessingParameterFeatureSource("places"), QgsProcessingModelParameter("places"))
        model.addChildAlgorithm(child)
        model.initAlgorithm()
        results = run(model, places=points(), **{"zones:made": str(tmp_path / "a.gpkg")})
        assert str(tmp_path / "a.gpkg") in results.values()  # under a name that QGIS 3.44 changed
        assert len(list(QgsVectorLayer(str(tmp_path / "a.gpkg"), "a", "ogr").getFeatures())) == 2
    finally:
        QgsApplication.processingRegistry().removeProvider(provider)
