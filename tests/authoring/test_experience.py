"""A run, successful or not, becomes a draft with parameters, quality and footprint filled in."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from crige_ia_plugin.authoring.draft import Draft, Drafts, Licences
from crige_ia_plugin.authoring.experience import from_file, from_sheet
from crige_ia_plugin.authoring.proposal import record, write_zip
from crige_ia_plugin.authoring.rules import problems
from crige_ia_plugin.catalogue import moderation
from crige_ia_plugin.catalogue.record import parse
from crige_ia_plugin.runsheet import files
from crige_ia_plugin.runsheet.sheet import Parameter, RunSheet


@pytest.mark.parametrize(
    ("status", "kind", "standing"),
    [
        ("done", "experience-report", "active"),
        ("failed", "abandoned-case", "abandoned"),
        ("cancelled", "abandoned-case", "abandoned"),
    ],
)
def test_every_outcome_has_its_kind(sheet: RunSheet, status: str, kind: str, standing: str) -> None:
    draft = from_sheet(replace(sheet, status=status, error="/home/anne/x.gpkg manque"))
    made = parse(json.dumps(record(draft)))
    assert (made.kind, made.status, made.run["outcome"]) == (kind, standing, status)
    assert ("x.gpkg manque" in made.text("fr").description) is (status == "failed")


def test_parameters_quality_and_footprint_are_filled_in(sheet: RunSheet) -> None:
    made = parse(json.dumps(record(from_sheet(sheet))))
    assert made.run["algorithm"] == "crige_ia:splitatintersections"
    assert made.run["parameters"][0] == {"name": "TOLERANCE", "label": "Tolérance", "value": 0.5}
    assert made.run["inputs"][0]["featureCount"] == 14213
    assert made.quality["assessed"] is True
    assert [measure["passed"] for measure in made.quality["measures"]] == [True, False]
    assert "Niveaux utilisés" in made.text("fr").quality
    assert made.quality["limits"] == ["3 entités sans géométrie"]
    assert made.footprint["energyWh"] == pytest.approx(sheet.cost.energy.energy_wh)
    assert made.footprint["co2g"] == pytest.approx(sheet.cost.energy.co2_g)
    assert made.date == "2026-11-22"
    assert "19\u202f874" in made.text("fr").description


def test_a_run_without_inputs_says_nothing_of_them_and_lists_are_listed(sheet: RunSheet) -> None:
    fields = Parameter("FIELDS", "Champs", ("nom", True, 2.5))
    draft = from_sheet(replace(sheet, inputs=(), results=(), parameters=(fields,)))
    made = parse(json.dumps(record(draft)))
    assert "nom, True, 2,5" in made.text("fr").description
    assert made.run["parameters"][0]["value"] == ["nom", True, 2.5]
    assert "Résultats" not in made.text("fr").description


def test_nothing_personal_leaves(sheet: RunSheet) -> None:
    for status in ("done", "failed", "cancelled"):
        draft = from_sheet(replace(sheet, status=status, error="/home/anne/x.gpkg manque"))
        assert "anne" not in json.dumps(draft.to_dict())


def finished(draft: Draft) -> Draft:
    return replace(draft, licences=Licences(document="etalab-2.0"), publisher="CRIGE PACA")


def test_from_the_page_to_the_catalogue(sheet: RunSheet, tmp_path: Path, empty_catalogue: Path) -> None:
    page = tmp_path / "fiche.html"
    files.write(sheet, page)
    draft = finished(from_file(page))
    assert not any(problem.is_error for problem in problems(draft))
    drafts = Drafts(tmp_path / "drafts")
    saved = drafts.save(draft)
    assert drafts.load(draft.key) == saved
    written = write_zip(draft, tmp_path / "p.zip")
    assert written.included == ("fiche.html",)
    with moderation.workspace() as workspace:
        assert moderation.receive(empty_catalogue, written.path, Path(workspace)).acceptable


def test_a_page_that_tells_folders_stays_home(sheet: RunSheet, tmp_path: Path) -> None:
    page = tmp_path / "fiche.html"
    files.write(sheet, page, keep_paths=True)
    assert "anne" in page.read_text(encoding="utf-8")
    assert from_file(page).files == ()
