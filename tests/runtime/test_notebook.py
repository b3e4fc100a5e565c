"""Notebooks: read without being run, agreed to with what runs them, run in an environment of their own."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import notebooks
import pytest
import wheelhouse

from crige_ia_plugin.runtime import environment, job, pack, programs, trust
from crige_ia_plugin.runtime.__main__ import main
from crige_ia_plugin.runtime.environment import Settings
from crige_ia_plugin.runtime.problems import Code, RuntimeProblem
from crige_ia_plugin.runtime.script import Runner, Script


class Listening:
    """Keeps what a run says."""

    def __init__(self) -> None:
        self.messages: list[str] = []
        self.shares: list[float] = []

    def progress(self, fraction: float) -> None:
        self.shares.append(fraction)

    def message(self, text: str) -> None:
        self.messages.append(text)

    def warning(self, text: str) -> None:
        self.messages.append(text)

    def is_cancelled(self) -> bool:
        return False


def made(folder: Path, name: str = "comptage.ipynb", **changes) -> Script:
    return programs.read(notebooks.write(folder, notebooks.notebook(**changes), name))


def refused(folder: Path, content: object) -> RuntimeProblem:
    path = folder / "bad.ipynb"
    path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    with pytest.raises(RuntimeProblem) as caught:
        programs.read(path)
    return caught.value


# what it says of itself


def test_its_cell_and_its_metadata_make_its_dialog(tmp_path: Path) -> None:
    script = made(tmp_path, dependencies=["rasterio>=1.3"])
    assert (script.runner, script.id, script.version) == (Runner.NOTEBOOK, "comptage", "1.4.0")
    assert script.title("fr") == "Compter dans un notebook"
    assert script.dependencies == ("rasterio>=1.3", "nbclient>=0.6", "ipykernel>=6")
    found = {one.name: (one.type.value, one.default, one.title("fr")) for one in script.parameters}
    assert found == {
        "places_path": ("file", None, "Lieux"),
        "table": ("file-out", None, "Tableau"),
        "minimum": ("integer", 2, "Least height"),
        "ratio": ("number", 0.5, "ratio"),
        "name": ("text", "Aix", "name"),
        "with_map": ("boolean", True, "with_map"),
        "note": ("text", None, "NOTE"),
        "executed_notebook": ("file-out", None, "Notebook exécuté"),
    }
    assert script.parameter("note").optional


def test_one_that_says_nothing_has_a_name_and_a_title(tmp_path: Path) -> None:
    content = notebooks.notebook(parameters="")
    del content["metadata"]["iageo"]
    script = programs.read(notebooks.write(tmp_path, content, "Été 2025.ipynb"))
    assert (script.id, script.version, script.title("fr")) == ("ete_2025", "1.0.0", "Comptage")
    assert [one.name for one in script.parameters] == ["executed_notebook"]


def test_what_is_declared_takes_its_default_from_the_cell(tmp_path: Path) -> None:
    declared = [
        {"name": "minimum", "type": "number", "title": "Seuil", "min": 1},
        {"name": "places_path", "type": "vector", "title": "Lieux"},
    ]
    script = made_with(tmp_path, declared)
    assert script.parameter("minimum").default == 2.0
    assert script.parameter("minimum").minimum == 1
    assert script.parameter("places_path").default is None  # a path of its author's


def made_with(folder: Path, declared: list[dict[str, object]]) -> Script:
    content = notebooks.notebook()
    content["metadata"]["iageo"]["parameters"] = declared
    return programs.read(notebooks.write(folder, content))


def test_it_is_read_as_python(tmp_path: Path) -> None:
    script = made(tmp_path)
    assert script.shown.startswith("# # Comptage\n# Compte ce qui est haut.\n\n# %%\n# what one changes\nminimum = 2")
    assert 'print("counted")' in script.shown
    assert "an old output" not in script.shown


def test_an_agreement_is_about_the_notebook_and_what_runs_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = trust.Trust(tmp_path / "trust.json", trust.Policy())
    script = made(tmp_path / "a")
    kept.agree(script)
    assert kept.is_trusted(made(tmp_path / "b"))
    assert not kept.is_trusted(made(tmp_path / "c", code=notebooks.COUNTING + "#"))
    assert not kept.is_trusted(made(tmp_path / "d", dependencies=["rasterio"]))
    assert not kept.is_trusted(replace(script, runner=Runner.SCRIPT))
    other = tmp_path / "runner.py"
    from crige_ia_plugin.runtime import notebook

    other.write_text(notebook.RUNNER.read_text(encoding="utf-8") + "#\n", encoding="utf-8")
    monkeypatch.setattr(notebook, "RUNNER", other)
    assert not kept.is_trusted(made(tmp_path / "e"))


def test_its_pinned_list_goes_with_it(tmp_path: Path) -> None:
    (tmp_path / "comptage.lock.txt").write_text("a==1 --hash=sha256:00\n", encoding="utf-8")
    assert made(tmp_path).lock == b"a==1 --hash=sha256:00\n"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("", Code.NOTEBOOK_INVALID),
        ("[]", Code.NOTEBOOK_INVALID),
        ("[" * 100_000, Code.NOTEBOOK_INVALID),
        ({**notebooks.notebook(), "nbformat": 3}, Code.NOTEBOOK_INVALID),
        ({**notebooks.notebook(), "cells": [3]}, Code.NOTEBOOK_INVALID),
        ({**notebooks.notebook(), "metadata": {"kernelspec": {"language": "R"}}}, Code.NOTEBOOK_INVALID),
        ({**notebooks.notebook(), "metadata": {"iageo": 3}}, Code.KEY_TYPE),
        (notebooks.notebook(parameters="%matplotlib inline"), Code.NOTEBOOK_PARAMETERS),
        (notebooks.notebook(colour="red"), Code.KEY_UNKNOWN),
        (notebooks.notebook(title="\ud800"), Code.NOTEBOOK_INVALID),
        (notebooks.notebook(help=None), Code.NOTEBOOK_INVALID),
        (notebooks.notebook(dependencies="rasterio"), Code.KEY_TYPE),
        (notebooks.notebook(dependencies=["rasterio @ https://example.org/a.whl"]), Code.DEPENDENCY_FORM),
        (notebooks.notebook(parameters=notebooks.PARAMETERS + "executed_notebook = 1"), Code.NAME_TWICE),
    ],
    ids=(
        *("empty", "list", "deep", "old", "cells", "language", "metadata", "magic", "key", "surrogate", "null"),
        *("dependencies", "address", "twice"),
    ),
)
def test_what_cannot_be_read_is_refused(content: object, code: Code, tmp_path: Path) -> None:
    problem = refused(tmp_path, content)
    assert problem.code is code
    assert problem.file.endswith("bad.ipynb")
    assert problem.line == 0


@pytest.mark.parametrize("text", ['a"b\\', "l'été\n🌲", "# ///", "\x7f\x01\t", '"""', "{x}"])
def test_any_text_comes_through(text: str, tmp_path: Path) -> None:
    script = made(tmp_path, parameters=f"name = {text!r}", help={"fr": "Aide"})
    assert script.parameter("name").default == text


# its run


@pytest.fixture(scope="module")
def uv() -> str:
    found = shutil.which("uv") or shutil.which("uv", path=str(Path(sys.executable).parent))
    if not found:
        pytest.skip("uv is not installed (tools/requirements-test.txt)")
    return found


def run(
    script: Script, settings: Settings, folder: Path, language: str = "en", **values: object
) -> tuple[job.Outcome, Listening]:
    told = Listening()
    prepared = environment.prepare(script, settings)
    places = {"table": str(folder / "table.csv"), "executed_notebook": str(folder / "done.ipynb")}
    return job.run(script, prepared, {**places, **values}, folder / "runs", told, language=language), told


def check_run(settings: Settings, folder: Path, minor: int) -> None:
    outcome, told = run(made(folder, minor=minor), settings, folder, minimum=3, name='l\'"été"', with_map=False)
    assert outcome.status is job.Status.DONE, (outcome, told.messages)
    assert (folder / "table.csv").read_text(encoding="utf-8") == "3,0.5,l'\"été\",False,'',4"
    assert "counted" in told.messages
    assert told.shares[-1] == 1.0
    done = json.loads((folder / "done.ipynb").read_text(encoding="utf-8"))
    assert len(done["cells"]) == 4
    assert "minimum = 3" in done["cells"][2]["source"]
    assert "counted" in "".join(done["cells"][3]["outputs"][0]["text"])


def check_failure(settings: Settings, folder: Path) -> None:
    """The cell is told by its number in the author's notebook, in the user's language."""
    for language, words in (("en", "Cell 3: ZeroDivisionError"), ("fr", "Cellule 3 : ZeroDivisionError")):
        outcome, _ = run(made(folder, code="1 / 0"), settings, folder, language)
        assert outcome.status is job.Status.FAILED
        assert outcome.error.code is Code.SCRIPT_ERROR
        assert words in outcome.error.params["text"]
    assert not (folder / "table.csv").exists()


@pytest.mark.parametrize("minor", [4, 5])
def test_it_runs_in_an_environment_of_its_own(minor: int, uv: str, tmp_path: Path) -> None:
    wheels = notebooks.stand_ins(tmp_path / "wheels")
    settings = Settings(uv=uv, wheels=str(wheels), cache=str(tmp_path / "cache"))
    check_run(settings, tmp_path, minor)
    check_failure(settings, tmp_path / "bad")


@pytest.fixture(scope="module")
def real(request: pytest.FixtureRequest) -> Settings:
    """An interpreter that has what runs notebooks."""
    there = os.environ.get("CRIGE_IA_TEST_SCRIPTS", Path(__file__).parents[2] / ".venv" / "scripts")
    python = Path(there) / "bin" / "python"
    asked = "import nbclient, ipykernel"
    if not python.is_file() or subprocess.run([python, "-I", "-c", asked], check=False, capture_output=True).returncode:
        pytest.skip("nbclient and ipykernel are not in .venv/scripts (make setup-scripts)")
    return Settings(python=str(python))


def test_it_runs_in_a_real_kernel(real: Settings, tmp_path: Path) -> None:
    settings = replace(real, cache=str(tmp_path / "cache"))
    check_run(settings, tmp_path, 5)
    check_failure(settings, tmp_path / "bad")


def test_it_runs_from_a_terminal_too(uv: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = notebooks.write(tmp_path, notebooks.notebook())
    assert main(["describe", str(path)]) == 0
    assert "--executed-notebook" in capsys.readouterr().out
    trusting = ["--trust-file", str(tmp_path / "trust.json")]
    place = ["--wheels", str(notebooks.stand_ins(tmp_path / "wheels")), "--uv", uv, "--cache", str(tmp_path / "cache")]
    values = ["--minimum", "9", "--table", str(tmp_path / "t.csv"), "--executed-notebook", str(tmp_path / "t.ipynb")]
    assert main(["run", *place, *trusting, str(path), *values]) != 0
    assert main(["trust", *trusting, str(path)]) == 0
    assert main(["run", *place, *trusting, str(path), *values]) == 0
    assert (tmp_path / "t.csv").read_text(encoding="utf-8").startswith("9,")
    model = tmp_path / "zones.model3"
    model.write_text('<Option type="Map"/>', encoding="utf-8")
    assert main(["describe", str(model)]) != 0
    assert "QGIS" in capsys.readouterr().out


def test_its_versions_are_frozen_then_carried_to_a_computer_without_internet(
    uv: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    wheels = notebooks.stand_ins(tmp_path / "wheels")
    listed = tmp_path / "uv.txt"
    listed.write_text(wheelhouse.pin(wheelhouse.wheel(wheels, "uv", "9.9")))
    monkeypatch.setattr(pack, "UV_PINS", listed)
    path = notebooks.write(tmp_path / "author", notebooks.notebook())
    made = ["--uv", uv, "--cache", str(tmp_path / "cache")]
    with wheelhouse.index(wheels) as address:
        assert main(["freeze", *made, "--index-url", address, str(path)]) == 0
        assert (path.parent / "comptage.lock.txt").is_file()
    zipped, opened = tmp_path / "comptage.zip", tmp_path / "opened"
    assert main(["bundle", *made, "--wheels", str(wheels), "--output", str(zipped), str(path)]) == 0
    assert main(["unpack", str(zipped), str(opened)]) == 0
    assert (opened / path.name).read_bytes() == path.read_bytes()
    agreed = ["--trust-file", str(tmp_path / "trust.json")]
    assert main(["trust", *agreed, str(opened / path.name)]) == 0
    there = ["--uv", uv, "--cache", str(tmp_path / "there"), "--offline", "--wheels", str(opened / "wheels")]
    values = ["--table", str(tmp_path / "t.csv"), "--executed-notebook", str(tmp_path / "t.ipynb")]
    assert main(["run", *there, *agreed, str(opened / path.name), *values]) == 0, capsys.readouterr().out
    assert (tmp_path / "t.csv").read_text(encoding="utf-8").startswith("2,")
    model = tmp_path / "zones.model3"
    model.write_text('<Option type="Map"/>', encoding="utf-8")
    for command in ("freeze", "bundle"):
        assert main([command, *made, str(model)]) == 1
        assert "QGIS" in capsys.readouterr().out
