"""What every algorithm of the provider shares, in the ways QGIS runs them."""

from __future__ import annotations

import re
import threading

import pytest
from copying import Copy
from layers import fingerprints, make_layer, make_lines
from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingFeedback,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingModelParameter,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingParameterFeatureSource,
    QgsProcessingProvider,
    QgsProcessingUtils,
    QgsProject,
    QgsVectorLayer,
)

from crige_ia_plugin import settings
from crige_ia_plugin.engine.problems import Problem, ProblemCode
from crige_ia_plugin.processing import runs
from crige_ia_plugin.runsheet.files import read


class Provider(QgsProcessingProvider):
    def id(self) -> str:
        return "crige_ia_test"

    def name(self) -> str:
        return "test"

    def loadAlgorithms(self) -> None:  # noqa: N802
        self.addAlgorithm(Copy())


@pytest.fixture
def provider():
    registry = QgsApplication.processingRegistry()
    provider = Provider()
    registry.addProvider(provider)
    yield provider
    registry.removeProvider(provider)


class Log(QgsProcessingFeedback):
    """Keeps what the user reads."""

    def __init__(self) -> None:
        super().__init__(False)
        self.warnings: list[str] = []
        self.errors: list[str] = []
        self.infos: list[str] = []

    def pushInfo(self, info: str) -> None:  # noqa: N802
        self.infos.append(info)

    def pushWarning(self, warning: str) -> None:  # noqa: N802
        self.warnings.append(warning)

    def reportError(self, error: str, fatalError: bool = False) -> None:  # noqa: N802, N803
        self.errors.append(error)


# -- the run sheet ---------------------------------------------------------------------------------------------


def test_the_run_sheet_tells_the_run(run_copy, tmp_path, shared_data):
    source = f"{shared_data}/roads/bdtopo_rodez.gpkg|layername=roads"
    report = tmp_path / "report.html"
    log = Log()
    results = run_copy(
        feedback=log,
        INPUT=source,
        TOLERANCE=0.25,
        SEGMENTS=str(tmp_path / "segments.gpkg"),
        REPORT=str(report),
        EDITION=" BD TOPO 2020-04 ",
    )
    assert results["REPORT"] == str(report)
    sheet = read(report)
    assert sheet.status == "done"
    assert sheet.tool.title == "Copier les lignes"
    assert re.fullmatch("[0-9a-f]{64}", sheet.tool.sha256)
    parameters = {one.name: one.value for one in sheet.parameters}
    assert parameters["TOLERANCE"] == 0.25
    assert parameters["KIND"] == ("deux",)
    assert parameters["SURE"] is True
    assert parameters["NODES"] is None
    assert parameters["SEGMENTS"] == "segments.gpkg"
    (layer,) = sheet.inputs
    assert (layer.parameter, layer.feature_count, layer.crs) == ("INPUT", 4981, "EPSG:2154")
    assert layer.source == "bdtopo_rodez.gpkg|layername=roads"
    assert layer.extent == pytest.approx((659988.3, 6356331.7, 668083.0, 6364398.2))
    assert layer.edition == "BD TOPO 2020-04"
    assert {"QGIS", "GDAL", "NumPy"} <= {name for name, _ in sheet.software}
    assert sheet.cost.duration_s > 0
    assert sheet.cost.cpu_s > 0
    assert [(one.name, one.value) for one in sheet.results] == [("SEGMENTS", 4981)]
    assert [(one.code, one.passed) for one in sheet.checks] == [("all_there", True)]
    assert "Ceci est un avertissement." in sheet.warnings
    assert list(sheet.warnings) == log.warnings
    assert str(tmp_path) not in report.read_text(encoding="utf-8")
    assert str(shared_data) not in report.read_text(encoding="utf-8")


def test_fields_that_had_to_be_renamed_are_told(run_copy, tmp_path):
    layer = make_layer(["LINESTRING (0 0, 1 1)"], "LineString?field=Length:string&field=fid:integer&field=NAME:string")
    log = Log()
    run_copy(feedback=log, INPUT=layer, SEGMENTS=str(tmp_path / "s.gpkg"))
    assert [one for one in log.warnings if "→" in one] == ["Fields that had to be renamed: Length → Length_input."]


def test_full_paths_are_written_only_when_asked_for(run_copy, tmp_path):
    report = tmp_path / "report.html"
    target = tmp_path / "s.gpkg"
    run_copy(INPUT=make_lines(3), SEGMENTS=str(target), REPORT=str(report), REPORT_FULL_PATHS=True)
    assert {one.name: one.value for one in read(report).parameters}["SEGMENTS"] == str(target)


def test_a_department_that_wants_full_paths_has_them_by_default(run_copy, tmp_path, monkeypatch):
    monkeypatch.setenv(settings.RUN_SHEET_FULL_PATHS.variable, "true")
    target, report = tmp_path / "s.gpkg", tmp_path / "report.html"
    run_copy(INPUT=make_lines(3), SEGMENTS=str(target), REPORT=str(report))
    assert {one.name: one.value for one in read(report).parameters}["SEGMENTS"] == str(target)
    run_copy(INPUT=make_lines(3), SEGMENTS=str(target), REPORT=str(report), REPORT_FULL_PATHS=False)
    assert {one.name: one.value for one in read(report).parameters}["SEGMENTS"] == target.name


def test_no_report_no_file(run_copy, tmp_path):
    results = run_copy(INPUT=make_lines(3), SEGMENTS=str(tmp_path / "s.gpkg"))
    assert "REPORT" not in results
    assert [path.name for path in tmp_path.iterdir()] == ["s.gpkg"]


def test_a_report_that_cannot_be_written_is_told_before_the_work(run_copy, tmp_path):
    with pytest.raises(QgsProcessingException, match=r"report\.html"):
        run_copy(INPUT=make_lines(3), SEGMENTS=str(tmp_path / "s.gpkg"), REPORT=str(tmp_path / "no" / "report.html"))
    assert list(tmp_path.iterdir()) == []


def test_a_report_that_fails_at_the_end_keeps_the_layers(run_copy, tmp_path):
    (tmp_path / "report.html").mkdir()
    log = Log()
    results = run_copy(
        feedback=log, INPUT=make_lines(3), SEGMENTS=str(tmp_path / "s.gpkg"), REPORT=str(tmp_path / "report.html")
    )
    assert "REPORT" not in results
    assert QgsVectorLayer(results["SEGMENTS"], "s", "ogr").featureCount() == 3
    assert any("report.html" in one for one in log.errors)


def test_the_edition_is_told_from_the_dates_of_the_features(qgis_app):
    layer = make_layer(["LINESTRING (0 0, 1 1)"] * 2, "LineString?crs=EPSG:2154&field=date_maj:string")
    layer.dataProvider().changeAttributeValues({1: {0: "2023-01-02"}, 2: {0: "2024-06-15 10:00"}})
    assert runs._edition(layer) == "≤ 2024-06-15"
    assert runs._edition(make_lines(2)) == ""


def test_the_count_is_that_of_the_selection(run_copy, tmp_path):
    layer = make_lines(10)
    QgsProject.instance().addMapLayer(layer, False)
    layer.selectByIds([2, 5])
    definition = QgsProcessingFeatureSourceDefinition(layer.id(), True)
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    report = tmp_path / "r.html"
    results = run_copy(context, INPUT=definition, SEGMENTS="TEMPORARY_OUTPUT", REPORT=str(report))
    assert results["SEGMENT_COUNT"] == 2
    assert read(report).inputs[0].feature_count == 2
    QgsProject.instance().removeMapLayer(layer)


def test_layers_without_crs_or_features_are_described(run_copy, tmp_path):
    report = tmp_path / "r.html"
    layer = QgsVectorLayer("LineString?field=name:string", "nowhere", "memory")
    layer.setCrs(QgsCoordinateReferenceSystem())
    results = run_copy(INPUT=layer, SEGMENTS="TEMPORARY_OUTPUT", REPORT=str(report))
    assert results["SEGMENT_COUNT"] == 0
    (described,) = read(report).inputs
    assert (described.crs, described.extent, described.feature_count) == ("", None, 0)


def test_the_checksum_changes_with_the_code_only(tmp_path, monkeypatch):
    first = runs.code_sha256()
    runs.code_sha256.cache_clear()
    assert runs.code_sha256() == first
    for room in ("engine", "processing"):
        (tmp_path / room).mkdir()
    code = tmp_path / "engine" / "network.py"
    digests = []
    monkeypatch.setattr(runs, "PACKAGE", tmp_path)
    for text in (b"a\nb\n", b"a\r\nb\r\n", b"a\nc\n"):
        code.write_bytes(text)
        runs.code_sha256.cache_clear()
        digests.append(runs.code_sha256())
    runs.code_sha256.cache_clear()
    assert digests[0] == digests[1] != digests[2]


# -- what goes wrong -------------------------------------------------------------------------------------------


def fail_with(error: Exception):
    def fault(feedback):
        raise error

    return staticmethod(fault)


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (RuntimeError("secret detail"), "Copier les lignes.*RuntimeError"),
        (MemoryError(), "(memory|mémoire)"),
        (Problem(ProblemCode.NEGATIVE_TOLERANCE, tolerance=-3.0), "-3"),
        (QgsProcessingException("a sentence"), "a sentence"),
    ],
)
def test_whatever_goes_wrong_is_a_sentence_and_changes_nothing(run_copy, tmp_path, error, expected):
    target = tmp_path / "s.gpkg"
    run_copy(INPUT=make_lines(3), SEGMENTS=str(target), REPORT=str(tmp_path / "r.html"))
    before = fingerprints(tmp_path)
    Copy.fault = fail_with(error)
    messages = []
    QgsApplication.messageLog().messageReceived.connect(lambda *said: messages.append(said))
    with pytest.raises(QgsProcessingException, match=expected) as caught:
        run_copy(INPUT=make_lines(9), SEGMENTS=str(target), REPORT=str(tmp_path / "r.html"))
    assert "Traceback" not in str(caught.value)
    assert "secret detail" not in str(caught.value)
    assert without_sheets(fingerprints(tmp_path)) == without_sheets(before)
    assert fingerprints(tmp_path)["r.html"] == before["r.html"]
    if isinstance(error, RuntimeError):
        assert any(said[1] == "CRIGE IA" and "secret detail" in said[0] for said in messages if len(said) > 1)


def test_a_refusal_of_the_inputs_reaches_the_caller(run_copy, monkeypatch):
    def refuse(self, parameters, context, feedback):
        raise QgsProcessingException("these are not roads")

    monkeypatch.setattr(Copy, "open_inputs", refuse)
    with pytest.raises(QgsProcessingException, match="these are not roads"):
        run_copy(INPUT=make_lines(1), SEGMENTS="TEMPORARY_OUTPUT")


@pytest.mark.parametrize("extension", ["gpkg", "shp"])
def test_cancelling_leaves_what_was_there_byte_for_byte(run_copy, tmp_path, extension):
    target = tmp_path / f"s.{extension}"
    run_copy(INPUT=make_lines(3), SEGMENTS=str(target), REPORT=str(tmp_path / "r.html"))
    before = fingerprints(tmp_path)
    Copy.fault = staticmethod(lambda feedback: feedback.cancel())
    results = run_copy(INPUT=make_lines(9), SEGMENTS=str(target), REPORT=str(tmp_path / "r.html"))
    assert results == {}
    assert without_sheets(fingerprints(tmp_path)) == without_sheets(before)
    assert fingerprints(tmp_path)["r.html"] == before["r.html"]
    assert read(tmp_path / "r-2.html").status == "cancelled"


def without_sheets(found):
    """Fingerprints of everything but the run sheets."""
    return {name: value for name, value in found.items() if not name.endswith(".html")}


def test_a_failed_run_tells_itself_on_a_sheet_of_its_own(run_copy, tmp_path):
    Copy.fault = fail_with(QgsProcessingException("a sentence with C:\\Users\\anne\\roads.gpkg"))
    log = Log()
    for name in ("r.html", "r-2.html"):
        with pytest.raises(QgsProcessingException, match="a sentence"):
            run_copy(
                feedback=log,
                INPUT=make_lines(3),
                SEGMENTS=str(tmp_path / "s.gpkg"),
                TOLERANCE=0.25,
                REPORT=str(tmp_path / "r.html"),
            )
        sheet = read(tmp_path / name)
        assert (sheet.status, sheet.results, sheet.tables) == ("failed", (), ())
        assert "a sentence" in sheet.error
        assert "anne" not in sheet.error
        assert {one.name: one.value for one in sheet.parameters}["TOLERANCE"] == 0.25
        assert sheet.inputs[0].feature_count == 3
        assert any(str(tmp_path / name) in line for line in log.infos)
        assert settings.last_run_sheet() == tmp_path / name
    assert sorted(path.name for path in tmp_path.iterdir()) == ["r-2.html", "r.html"]


def test_a_sheet_that_cannot_be_written_hides_no_error(run_copy, tmp_path, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("crige_ia_plugin.processing.reports.write", full)
    Copy.fault = fail_with(QgsProcessingException("the real reason"))
    log = Log()
    with pytest.raises(QgsProcessingException, match="the real reason"):
        run_copy(feedback=log, INPUT=make_lines(3), SEGMENTS="TEMPORARY_OUTPUT", REPORT=str(tmp_path / "r.html"))
    assert any("r.html" in line and "No space left" in line for line in log.errors)
    assert list(tmp_path.iterdir()) == []


def test_inputs_that_are_refused_leave_no_sheet_for_nothing_ran(run_copy, tmp_path, monkeypatch):
    def refuse(self, parameters, context, feedback):
        raise QgsProcessingException("these are not roads")

    monkeypatch.setattr(Copy, "open_inputs", refuse)
    with pytest.raises(QgsProcessingException, match="these are not roads"):
        run_copy(INPUT=make_lines(1), SEGMENTS="TEMPORARY_OUTPUT", REPORT=str(tmp_path / "r.html"))
    assert list(tmp_path.iterdir()) == []


# -- the ways in -----------------------------------------------------------------------------------------------


def test_processing_run_gives_layers(provider):
    import processing

    # With a context of its own making, QGIS 3.22 crashes in PROJ once another test's transformation has failed.
    given = {"INPUT": make_lines(4), "SEGMENTS": "TEMPORARY_OUTPUT"}
    results = processing.run("crige_ia_test:copy", given, context=QgsProcessingContext())
    assert results["SEGMENTS"].featureCount() == 4
    assert results["SEGMENT_COUNT"] == 4


def test_in_a_thread_as_the_dialog_does(provider, tmp_path):
    project = QgsProject()
    context = QgsProcessingContext()
    context.setProject(project)
    feedback = QgsProcessingFeedback()
    target = tmp_path / "s.gpkg"
    parameters = {
        "INPUT": make_lines(50),
        "SEGMENTS": QgsProcessingOutputLayerDefinition(str(target), project),
        "NODES": QgsProcessingOutputLayerDefinition("TEMPORARY_OUTPUT", project),
        "REPORT": str(tmp_path / "r.html"),
    }
    task = QgsProcessingAlgRunnerTask(provider.algorithm("copy"), parameters, context, feedback)
    answers = []
    task.executed.connect(lambda ok, results: answers.append((ok, results)))
    threads = []
    Copy.fault = staticmethod(lambda _: threads.append(threading.get_ident()))
    QgsApplication.taskManager().addTask(task)
    for _ in range(500):
        QgsApplication.processEvents()
        if answers:
            break
        threading.Event().wait(0.02)
    ((ok, results),) = answers
    assert ok
    assert threads != [threading.get_ident()]
    assert results["SEGMENTS"] == str(target)
    names = {name: details.name for name, details in context.layersToLoadOnCompletion().items()}
    assert names == {str(target): "Tronçons", results["NODES"]: "Nœuds"}
    assert QgsProcessingUtils.mapLayerFromString(results["NODES"], context).featureCount() == 50
    assert read(tmp_path / "r.html").results[0].value == 50
    details = context.layerToLoadOnCompletionDetails(str(target))
    loaded = QgsProcessingUtils.mapLayerFromString(str(target), context)
    details.postProcessor().postProcessLayer(loaded, context, feedback)
    assert Copy.loaded == [loaded.name()]


def test_in_a_model_intermediate_and_final(provider, tmp_path):
    model = QgsProcessingModelAlgorithm("model", "test")
    model.addModelParameter(QgsProcessingParameterFeatureSource("INPUT"), QgsProcessingModelParameter("INPUT"))
    first, second = QgsProcessingModelChildAlgorithm("crige_ia_test:copy"), None
    first.setChildId("first")
    first.addParameterSources("INPUT", [QgsProcessingModelChildParameterSource.fromModelParameter("INPUT")])
    model.addChildAlgorithm(first)
    second = QgsProcessingModelChildAlgorithm("crige_ia_test:copy")
    second.setChildId("second")
    second.addParameterSources("INPUT", [QgsProcessingModelChildParameterSource.fromChildOutput("first", "SEGMENTS")])
    output = QgsProcessingModelOutput("roads")
    output.setChildId("second")
    output.setChildOutputName("SEGMENTS")
    second.setModelOutputs({"roads": output})
    model.addChildAlgorithm(second)
    model.initAlgorithm()
    (name,) = [one.name() for one in model.destinationParameterDefinitions()]
    target = tmp_path / "roads.gpkg"
    _, ok = model.run({"INPUT": make_lines(6), name: str(target)}, QgsProcessingContext(), QgsProcessingFeedback())
    assert ok
    back = QgsVectorLayer(str(target), "roads", "ogr")
    assert back.featureCount() == 6
    names = [field.name() for field in back.fields()]
    assert names[-3:] == ["segment_id", "source_fid", "length"]
    assert "segment_id_input" in names


def test_every_algorithm_has_the_run_sheets_parameters(provider):
    algorithm = provider.algorithm("copy")
    names = [one.name() for one in algorithm.parameterDefinitions()]
    assert names[-3:] == ["REPORT", "EDITION", "REPORT_FULL_PATHS"]
    assert algorithm.groupId() == "roads"
    assert algorithm.group()
    assert not algorithm.icon().isNull()
    assert [one.name() for one in algorithm.outputDefinitions()][-1] == "REPORT"
    report = algorithm.outputDefinition("REPORT")
    assert report.type() == "outputHtml"
