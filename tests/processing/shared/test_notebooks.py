"""A notebook as an algorithm: its cell is the dialog, the executed notebook an output."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path
from typing import Any

import notebooks
import pytest
from qgis.core import QgsProcessingContext, QgsProcessingException, QgsProcessingFeedback

from crige_ia_plugin import scripts, settings
from crige_ia_plugin.catalogue.integrity import sha256
from crige_ia_plugin.catalogue.store import Store
from crige_ia_plugin.processing.shared.algorithm import SharedAlgorithm
from crige_ia_plugin.runtime.trust import Signature

pytestmark = pytest.mark.usefixtures("qgis_app")

NAME = "comptage.ipynb"


@pytest.fixture(autouse=True)
def _own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(settings.DATA_FOLDER.variable, str(tmp_path / "data"))
    monkeypatch.setenv(settings.CACHE_FOLDER.variable, str(tmp_path / "cache"))
    monkeypatch.setenv(settings.SCRIPT_WHEELS.variable, str(notebooks.stand_ins(tmp_path / "wheels")))
    for name in ("XDG_DATA_HOME", "LOCALAPPDATA", "HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))


def put(tmp_path: Path, *, agree: bool = True, **changes: Any) -> Path:
    """Install a notebook as the panel does; return its file."""
    source = notebooks.write(tmp_path / "incoming", notebooks.notebook(**changes), NAME)
    if agree:
        offered = scripts.offer(("region", "comptage"), "Région", Signature.UNSIGNED, {NAME: source})
        scripts.agree(offered)
    store = Store(settings.store_folder())
    made = store.install("region", "comptage", "1", "Comptage", {NAME: source}, {NAME: sha256(source)})
    return made.folder / NAME


def algorithm() -> SharedAlgorithm:
    (tool,) = scripts.tools()
    made = SharedAlgorithm(tool)
    made.initAlgorithm()
    return made


def run(made: SharedAlgorithm, **parameters: Any) -> dict[str, Any]:
    results, ok = made.run(parameters, QgsProcessingContext(), QgsProcessingFeedback(False), catchExceptions=False)
    assert ok
    return results


def test_it_is_there_once_agreed_to_and_only_as_it_was(tmp_path: Path) -> None:
    put(tmp_path, agree=False)
    assert scripts.tools() == []
    path = put(tmp_path)
    made = algorithm()
    assert made.name() == "region_comptage"
    assert made.displayName() in ("Compter dans un notebook", "Count in a notebook")
    kinds = {one.name(): one.type() for one in made.parameterDefinitions()}
    assert {name: kinds[name] for name in ("MINIMUM", "RATIO", "NAME", "WITH_MAP", "PLACES_PATH", "TABLE")} == {
        "MINIMUM": "number",
        "RATIO": "number",
        "NAME": "string",
        "WITH_MAP": "boolean",
        "PLACES_PATH": "file",
        "TABLE": "fileDestination",
    }
    assert made.parameterDefinition("EXECUTED_NOTEBOOK").createByDefault()
    path.write_text(path.read_text(encoding="utf-8").replace("counted", "Counted"), encoding="utf-8")
    with pytest.raises(QgsProcessingException, match="chang"):
        run(made, TABLE=str(tmp_path / "table.csv"), EXECUTED_NOTEBOOK=str(tmp_path / "done.ipynb"))
    assert not (tmp_path / "table.csv").exists()
    assert scripts.tools() == []


def test_it_runs_and_gives_the_executed_notebook(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    uv = shutil.which("uv") or shutil.which("uv", path=str(Path(sys.executable).parent))
    if not uv:
        pytest.skip("uv is not installed (tools/requirements-test.txt)")
    monkeypatch.setenv(settings.SCRIPT_UV.variable, uv)
    put(tmp_path)
    done = tmp_path / "done.ipynb"
    run(algorithm(), MINIMUM=7, TABLE=str(tmp_path / "table.csv"), EXECUTED_NOTEBOOK=str(done))
    assert (tmp_path / "table.csv").read_text(encoding="utf-8") == "7,0.5,Aix,True,'',4"
    assert "minimum = 7" in json.loads(done.read_text(encoding="utf-8"))["cells"][2]["source"]
