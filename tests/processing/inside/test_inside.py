"""Models and Processing scripts of a catalogue, run by QGIS itself: only as they were agreed to."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import inside_programs
import pytest
from inside_programs import ALGORITHM, DECORATED
from outside import run_outside
from qgis.core import (
    QgsApplication,
    QgsFeature,
    QgsGeometry,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProject,
    QgsVectorLayer,
)

from crige_ia_plugin import scripts, settings
from crige_ia_plugin.catalogue.integrity import sha256
from crige_ia_plugin.catalogue.store import Store
from crige_ia_plugin.paths import RESOURCES
from crige_ia_plugin.processing.provider import CrigeIaProvider
from crige_ia_plugin.runtime.problems import Code
from crige_ia_plugin.runtime.trust import Signature
from crige_ia_plugin.settings import DATA_FOLDER

pytestmark = pytest.mark.usefixtures("qgis_processing")

MODEL = "crige_ia:region_zones"
SCRIPT = "crige_ia:region_program"


@pytest.fixture(autouse=True)
def _own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(DATA_FOLDER.variable, str(tmp_path / "data"))
    monkeypatch.setenv("QGIS_PLG_CRIGE_IA_CACHE_FOLDER", str(tmp_path / "cache"))
    for name in ("XDG_DATA_HOME", "LOCALAPPDATA", "HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))


@pytest.fixture
def provider() -> Iterator[CrigeIaProvider]:
    made = CrigeIaProvider()
    assert QgsApplication.processingRegistry().addProvider(made)
    yield made
    QgsApplication.processingRegistry().removeProvider(made)


def put(
    tmp_path: Path, text: str, name: str = "zones.model3", version: str = "1", *, agree: bool = True, key: str = "one"
) -> Path:
    """Install a program as the panel does; return its file."""
    source = tmp_path / "incoming" / name
    source.parent.mkdir(exist_ok=True)
    source.write_text(text, encoding="utf-8")
    if agree:
        offered = scripts.offer(("region", key), "Région", Signature.UNSIGNED, {name: source})
        assert offered is not None
        assert offered.text
        scripts.agree(offered)
    installed = Store(settings.store_folder()).install(
        "region", key, version, name, {name: source}, {name: sha256(source)}
    )
    return installed.folder / name


def tool(provider: CrigeIaProvider, name: str) -> QgsProcessingAlgorithm | None:
    """The algorithm that the toolbox has now."""
    provider.refreshAlgorithms()
    return QgsApplication.processingRegistry().algorithmById(name)


def points() -> QgsVectorLayer:
    layer = QgsVectorLayer("Point?crs=EPSG:2154&field=nom:string", "lieux", "memory")
    feature = QgsFeature(layer.fields())
    feature.setGeometry(QgsGeometry.fromWkt("Point (900000 6250000)"))
    layer.dataProvider().addFeature(feature)
    return layer


def run(algorithm: QgsProcessingAlgorithm, **parameters: Any) -> dict[str, Any]:
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    run.context = context  # temporary layers live with it
    results, ok = algorithm.run(parameters, context, QgsProcessingFeedback(False), {}, False)
    assert ok
    return results


class Errors(QgsProcessingFeedback):
    """Keeps the errors."""

    def __init__(self) -> None:
        super().__init__(False)
        self.errors: list[str] = []

    def reportError(self, text: str, fatal: bool = False) -> None:  # noqa: N802
        self.errors.append(text)


def refusal(algorithm: QgsProcessingAlgorithm, **parameters: Any) -> str:
    """What is said of a run that does not take place."""
    told, context = Errors(), QgsProcessingContext()
    try:
        results, ok = algorithm.run(parameters, context, told, {}, False)
    except QgsProcessingException as error:
        return str(error)
    assert not ok
    assert not results
    return " ".join(told.errors)


def run_model(algorithm: QgsProcessingAlgorithm) -> float:
    """Width of the zone that the model makes."""
    results = run(algorithm, places=points(), **{"buffer:Zones": "TEMPORARY_OUTPUT"})
    layer = run.context.getMapLayer(results["buffer:Zones"])
    return next(layer.getFeatures()).geometry().boundingBox().width()


# both


@pytest.mark.parametrize(
    ("text", "name", "identifier"),
    [
        (inside_programs.model(), "zones.model3", MODEL),
        (ALGORITHM, "program.py", SCRIPT),
        (DECORATED, "program.py", SCRIPT),
    ],
    ids=["model", "class", "decorator"],
)
def test_it_follows_what_was_agreed_to(text, name, identifier, provider, tmp_path) -> None:
    """Refused, agreed to, changed on the disk, updated, undone, removed."""
    put(tmp_path, text, name, agree=False)
    assert tool(provider, identifier) is None
    path = put(tmp_path, text, name)
    algorithm = tool(provider, identifier)
    assert algorithm is not None
    assert algorithm.groupId() == "scripts"
    assert algorithm.create() is not None
    kept = path.read_text(encoding="utf-8")
    path.write_text(kept + "\n", encoding="utf-8")
    given = {"places": points(), "buffer:Zones": "TEMPORARY_OUTPUT", "N": 1}
    assert "chang" in refusal(algorithm, **given)
    assert tool(provider, identifier) is None
    path.write_text(kept, encoding="utf-8")
    put(tmp_path, text + "\n", name, "2")
    newer = tool(provider, identifier)
    assert newer is not None
    assert newer.tool.installed.version == "2"
    store = Store(settings.store_folder())
    store.use("region", "one", "1")
    assert tool(provider, identifier).tool.installed.version == "1"
    store.remove("region", "one")
    assert tool(provider, identifier) is None


def test_one_that_was_updated_behind_the_toolbox_does_not_run_as_it_was(provider, tmp_path) -> None:
    put(tmp_path, ALGORITHM, "program.py")
    algorithm = tool(provider, SCRIPT)
    put(tmp_path, ALGORITHM.replace("2 *", "4 *"), "program.py")
    assert "chang" in refusal(algorithm, N=3)
    assert run(tool(provider, SCRIPT), N=3) == {"TWICE": 12}


# models


def test_a_model_runs(provider, tmp_path) -> None:
    put(tmp_path, inside_programs.model("25"))
    algorithm = tool(provider, MODEL)
    assert algorithm.displayName() == "Zones"
    assert algorithm.canExecute() == (True, "")
    assert run_model(algorithm) == pytest.approx(50, rel=0.02)


def test_a_model_tells_what_it_does(tmp_path) -> None:
    path = tmp_path / "zones.model3"
    path.write_text(inside_programs.model("25"), encoding="utf-8")
    offered = scripts.offer(("region", "one"), "Région", Signature.UNSIGNED, {"zones.model3": path})
    assert "places (source): Places" in offered.text
    assert "1. Around — native:buffer" in offered.text
    assert "DISTANCE = 25" in offered.text
    scripts.agree(offered)
    put(tmp_path, inside_programs.model("25"))
    newer = tmp_path / "newer.model3"
    newer.write_text(inside_programs.model("40"), encoding="utf-8")
    offered = scripts.offer(("region", "one"), "Région", Signature.UNSIGNED, {"zones.model3": newer})
    assert "DISTANCE = 25" in offered.before
    assert "DISTANCE = 40" in offered.text


def test_what_a_model_misses_is_named_and_nothing_runs(provider, tmp_path) -> None:
    put(tmp_path, inside_programs.model(algorithm="absent:tool"))
    algorithm = tool(provider, MODEL)
    can, reason = algorithm.canExecute()
    assert not can
    assert "absent:tool" in reason
    assert "absent:tool" in refusal(algorithm, places=points(), **{"buffer:Zones": "TEMPORARY_OUTPUT"})


@pytest.mark.parametrize(
    "text",
    [
        "",
        "not a model",
        '<!DOCTYPE model><Option type="Map"/>',
        '<!DOCTYPE m [<!ENTITY a "b">]><Option type="Map">&a;</Option>',
        inside_programs.model()[:-200],
        inside_programs.model() + "\0",
    ],
)
def test_what_is_no_model_is_refused(text: str, tmp_path: Path) -> None:
    path = tmp_path / "zones.model3"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(scripts.RuntimeProblem) as caught:
        assert scripts.offer(("region", "one"), "", Signature.UNSIGNED, {"zones.model3": path}).text
    assert caught.value.code is Code.MODEL_INVALID


def test_models_that_call_one_another_are_left_out(provider, tmp_path) -> None:
    put(tmp_path, inside_programs.model(algorithm="crige_ia:region_b"), "a.model3", key="a")
    put(tmp_path, inside_programs.model(algorithm="crige_ia:region_a"), "b.model3", key="b")
    put(tmp_path, inside_programs.model(algorithm="crige_ia:region_c"), "c.model3", key="c")
    put(tmp_path, inside_programs.model(), "d.model3", key="d")
    assert tool(provider, "crige_ia:region_d") is not None
    for name in "abc":
        assert tool(provider, f"crige_ia:region_{name}") is None
        assert scripts.failure_of(("region", name)).code is Code.LOAD_FAILED


def test_both_run_in_qgis_process(tmp_path) -> None:
    put(tmp_path, inside_programs.model())
    put(tmp_path, ALGORITHM, "program.py", key="other")
    done = run_outside(tmp_path / "profile", SCRIPT, N=21)
    assert re.search(r"TWICE:\s+42", done.stdout), done.stdout + done.stderr
    target = tmp_path / "zones.gpkg"
    place = f"{RESOURCES / 'sample' / 'town.gpkg'}|layername=point_de_repere"
    done = run_outside(tmp_path / "profile", MODEL, **{"places": place, "buffer:Zones": target})
    assert QgsVectorLayer(str(target), "zones", "ogr").featureCount() == 22, done.stdout + done.stderr


# Processing scripts


def test_a_processing_script_runs(provider, tmp_path) -> None:
    put(tmp_path, ALGORITHM, "program.py")
    algorithm = tool(provider, SCRIPT)
    assert algorithm.displayName() == "Doubling"
    assert "Twice a number." in algorithm.shortHelpString()
    assert [one.name() for one in algorithm.parameterDefinitions()] == ["N"]
    assert [one.name() for one in algorithm.outputDefinitions()] == ["TWICE"]
    assert run(algorithm, N=21) == {"TWICE": 42}


def test_a_decorated_function_runs(provider, tmp_path) -> None:
    put(tmp_path, DECORATED, "program.py")
    assert run(tool(provider, SCRIPT), N=5) == {"THRICE": 15}


@pytest.mark.parametrize(
    ("begun", "reason"),
    [
        ("import a_module_that_is_absent", "a_module_that_is_absent"),
        ("raise SystemExit('gone')", "gone"),
        ("1 / 0", "ZeroDivisionError"),
        ("this is no Python", "SyntaxError"),
        ("from qgis.processing import alg\nalg.instances.append(None)", "NoneType"),
    ],
)
def test_one_that_fails_to_load_says_why_and_hides_no_other(begun, reason, provider, tmp_path) -> None:
    put(tmp_path, f"{begun}\n{ALGORITHM}", "program.py")
    put(tmp_path, DECORATED, "sound.py", key="other")
    assert tool(provider, SCRIPT) is None
    assert run(tool(provider, "crige_ia:region_sound"), N=5) == {"THRICE": 15}
    problem = scripts.failure_of(("region", "one"))
    assert problem.code is Code.LOAD_FAILED
    assert reason in problem.params["reason"]


def test_without_qgis_s_own_plugin_the_other_tools_are_there(provider, tmp_path, monkeypatch) -> None:
    put(tmp_path, ALGORITHM, "program.py")
    put(tmp_path, inside_programs.model(), key="other")
    monkeypatch.setitem(sys.modules, "processing.script", None)
    assert tool(provider, SCRIPT) is None
    assert scripts.failure_of(("region", "one")).code is Code.LOAD_FAILED
    assert tool(provider, MODEL) is not None
    assert tool(provider, "crige_ia:splitatintersections") is not None


def test_nothing_is_loaded_that_nobody_agreed_to(provider, tmp_path) -> None:
    mark = tmp_path / "mark"
    put(tmp_path, f"open({str(mark)!r}, 'w').close()\n{ALGORITHM}", "program.py", agree=False)
    assert tool(provider, SCRIPT) is None
    assert not mark.exists()


def test_the_user_s_own_scripts_stay_as_they_are(provider, tmp_path) -> None:
    from processing.script import ScriptUtils

    ScriptUtils.scriptsRegistry["doubling"] = "/home/me/doubling.py"
    put(tmp_path, ALGORITHM, "program.py")
    assert tool(provider, SCRIPT) is not None
    assert ScriptUtils.scriptsRegistry.pop("doubling") == "/home/me/doubling.py"


def test_an_ordinary_python_file_is_no_program(tmp_path) -> None:
    path = tmp_path / "a.py"
    path.write_text("print('hello')\n", encoding="utf-8")
    with pytest.raises(scripts.RuntimeProblem) as caught:
        scripts.offer(("region", "one"), "", Signature.UNSIGNED, {"a.py": path})
    assert caught.value.code is Code.BLOCK_MISSING
