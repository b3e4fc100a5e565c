"""A shared script becomes the draft of its record, then a proposal that a catalogue takes."""

from __future__ import annotations

import io
import json
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from crige_ia_plugin.authoring import sentences
from crige_ia_plugin.authoring.__main__ import main
from crige_ia_plugin.authoring.draft import Draft
from crige_ia_plugin.authoring.problems import AuthoringError, Code, Problem
from crige_ia_plugin.authoring.proposal import measured, record
from crige_ia_plugin.authoring.rules import problems
from crige_ia_plugin.authoring.script import draft_of_script, files_of, from_script
from crige_ia_plugin.catalogue.__main__ import main as keep
from crige_ia_plugin.catalogue.record import parse
from crige_ia_plugin.runsheet import files
from crige_ia_plugin.runsheet.sheet import RunSheet
from crige_ia_plugin.runtime import authors
from crige_ia_plugin.runtime import script as scripts


@pytest.fixture
def written(tmp_path: Path) -> Path:
    """A script of the template, with a pinned list."""
    path = authors.new("count_rows", tmp_path / "mine")[0]
    path.with_name("count_rows.lock.txt").write_text("a==1 --hash=sha256:" + "0" * 64 + "\n", encoding="utf-8")
    return path


@pytest.fixture
def its_sheet(written: Path, sheet: RunSheet) -> RunSheet:
    """The run sheet of a run of it."""
    tool = replace(sheet.tool, id="crige_ia:local_count_rows", sha256=scripts.read(written).sha256)
    return replace(sheet, tool=tool, status="done", error="")


def test_what_the_script_says_is_what_the_record_says(written: Path, its_sheet: RunSheet) -> None:
    script = scripts.read(written)
    draft = draft_of_script(script, files_of(script, written), its_sheet)
    made = parse(json.dumps(record(draft, measured(draft))))
    assert (made.id, made.kind, made.version) == ("script-count_rows", "script", "0.1.0")
    assert made.license == "etalab-2.0"
    assert made.publisher == "Mon organisme"
    assert made.text("en").title == "Count by value"
    assert made.text("fr").description.startswith("Compte les lignes")
    assert made.run["runner"] == "script"
    assert [one["name"] for one in made.run["parameters"]] == ["table", "column", "least", "counts"]
    assert made.run["parameters"][2]["default"] == 1
    names = [link.href.rpartition("/")[2] for link in made.links_of("enclosure")]
    assert names == ["count_rows.py", "count_rows.lock.txt"]
    assert all(link.size > 0 and link.checksum for link in made.links_of("enclosure"))
    assert made.quality["assessed"] is True
    assert made.quality["measures"][0]["passed"] is True
    assert made.footprint["energyWh"] == pytest.approx(its_sheet.cost.energy.energy_wh)
    assert not [one for one in problems(draft) if one.is_error]


def test_figures_of_the_run_are_measures(written: Path, its_sheet: RunSheet) -> None:
    figures = [figure for figure in its_sheet.results if isinstance(figure.value, (int, float))]
    draft = draft_of_script(scripts.read(written), (), its_sheet)
    told = {measure.label: measure.value for measure in draft.measures}
    assert figures
    assert all(told[figure.label] == figure.value for figure in figures)


def test_without_a_run_nothing_is_said_of_its_quality(written: Path) -> None:
    draft = from_script(written)
    assert (draft.assessed, draft.measures, draft.footprint) == (False, (), None)


def test_styles_beside_it_go_along(written: Path) -> None:
    text = written.read_text(encoding="utf-8").replace('type = "file-out"', 'type = "vector-out"\n# style = "counts"')
    written.write_text(text.replace('# extension = "csv"\n# title = {fr = "Effectifs"', '# title = {fr = "Effectifs"'))
    written.with_name("counts.qml").write_text("<qgis/>", encoding="utf-8")
    names = [Path(file.path).name for file in from_script(written).files]
    assert names == ["count_rows.py", "count_rows.lock.txt", "counts.qml"]


def test_one_title_for_all_is_no_translation(written: Path) -> None:
    text = written.read_text(encoding="utf-8")
    line = next(one for one in text.splitlines() if one.startswith('# title = {fr = "Compter'))
    written.write_text(text.replace(line, '# title = "Compter"'), encoding="utf-8")
    assert from_script(written).title == {"fr": "Compter"}


def test_the_sheet_of_another_script_is_refused(written: Path, its_sheet: RunSheet, tmp_path: Path) -> None:
    path = tmp_path / "run.html"
    files.write(its_sheet, path)
    assert from_script(written, path).assessed is True
    written.write_text(written.read_text(encoding="utf-8") + "\n# one byte more\n", encoding="utf-8")
    with pytest.raises(AuthoringError) as caught:
        from_script(written, path)
    assert caught.value.code is Code.SHEET_OTHER


def test_the_sheet_of_a_run_that_failed_is_refused(written: Path, its_sheet: RunSheet, tmp_path: Path) -> None:
    path = tmp_path / "run.html"
    files.write(replace(its_sheet, status="failed", error="no"), path)
    with pytest.raises(AuthoringError) as caught:
        from_script(written, path)
    assert caught.value.code is Code.SHEET_UNDONE


def say(*words: object) -> tuple[int, str]:
    out = io.StringIO()
    return main(["publish", "--lang", "en", *map(str, words)], out), out.getvalue()


def test_the_proposal_of_the_command_line_enters_a_catalogue(
    written: Path, its_sheet: RunSheet, empty_catalogue: Path, tmp_path: Path
) -> None:
    sheet, archive = tmp_path / "run.html", tmp_path / "proposal.zip"
    files.write(its_sheet, sheet)
    facets = [word for text in ("theme=houppiers", "level=novice") for word in ("--facet", text)]
    status, said = say(written, "--runsheet", sheet, "--output", archive, "--email", "anne@example.org", *facets)
    assert status == 0, said
    assert said.splitlines()[-1] == f"{archive}: script-count_rows, with count_rows.py, count_rows.lock.txt"
    with zipfile.ZipFile(archive) as opened:
        assert "files/script-count_rows/0.1.0/count_rows.py" in opened.namelist()
    out = io.StringIO()
    assert keep(["import", str(empty_catalogue), str(archive)], out) == 0, out.getvalue()


def test_versions_that_are_not_frozen_are_said(written: Path) -> None:
    text = written.read_text(encoding="utf-8")
    written.write_text(text.replace("dependencies = []", 'dependencies = ["numpy"]'), encoding="utf-8")
    assert "not frozen" not in say(written)[1]
    written.with_name("count_rows.lock.txt").unlink()
    status, said = say(written)
    assert status == 0
    assert "not frozen" in said


def test_what_is_missing_is_said_and_nothing_is_written(written: Path) -> None:
    text = written.read_text(encoding="utf-8")
    written.write_text(text.replace('license = "etalab-2.0"', 'license = ""'), encoding="utf-8")
    status, said = say(written)
    assert status == 1
    assert "error: the licence of the code is missing" in said
    assert not list(written.parent.glob("*.zip"))


def test_what_cannot_be_read_is_said(written: Path, tmp_path: Path) -> None:
    assert say(tmp_path / "absent.py")[0] == 1
    no_sheet = tmp_path / "page.html"
    no_sheet.write_text("<p>hello</p>", encoding="utf-8")
    assert "no run sheet" in say(written, "--runsheet", no_sheet)[1]
    assert "No such file" in say(written, "--runsheet", tmp_path / "absent.html")[1]


def test_what_it_needs_of_memory_is_in_its_record(written: Path) -> None:
    text = written.read_text(encoding="utf-8").replace("# [tool.iageo]\n", "# [tool.iageo]\n# ram_mib = 2048\n", 1)
    written.write_text(text, encoding="utf-8")
    draft = from_script(written)
    assert parse(json.dumps(record(draft, measured(draft)))).run["ramMiB"] == 2048


def test_a_facet_that_is_none_is_not_understood(written: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for wrong in ("theme", "theme=", "colour=red"):
        with pytest.raises(SystemExit) as ended:
            say(written, "--facet", wrong)
        assert ended.value.code == 2
        assert "theme=" in capsys.readouterr().err


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_problem_of_a_script_is_told(written: Path, language: str) -> None:
    bare = replace(from_script(written), title={}, description={}, publisher="", licences=Draft("").licences)
    found = {problem.code for problem in problems(bare)} | {problem.code for problem in problems(from_script(written))}
    assert len(found) > 5
    assert found <= set(sentences.SENTENCES)
    for code, told in sentences.SENTENCES.items():
        names = (
            "limit",
            "value",
            "facet",
            "id",
            "version",
            "licence",
            "email",
            "href",
            "name",
            "reason",
            "size",
            "tool",
        )
        said = sentences.sentence(Problem(code, params=dict.fromkeys(names, "x")), language)
        assert said.startswith(("erreur: ", "error: "))
        assert len(set(told)) == 2
    assert sentences.sentence(Problem(Code.POST_MOVED, params={"target": "x"}), language).endswith("{'target': 'x'}")
