"""Predictions against a reference: figures that can be counted by hand."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

pytest.importorskip("pyogrio")
pytest.importorskip("shapely")

import numpy as np
import pyogrio
import shapely
from pyproj import Transformer


def write(path: Path, shapes: list[shapely.Geometry], classes: list[str] | None, crs: str | None = "EPSG:2154", **more):
    fields = {**({} if classes is None else {"class": np.array(classes, object)}), **more}
    wkb = np.array([shapely.to_wkb(shape) for shape in shapes], object)
    pyogrio.raw.write(
        path, wkb, list(fields.values()), list(fields), geometry_type="Unknown", crs=crs, driver="GPKG"
    )  # fmt: skip
    return path


def box(column: float, row: float = 0, width: float = 10, height: float = 10) -> shapely.Geometry:
    return shapely.box(900_000 + column, 6_250_000 + row, 900_000 + column + width, 6_250_000 + row + height)


@pytest.fixture
def town(tmp_path: Path) -> dict[str, Path]:
    """Four houses and two trees; three houses found (one of them poorly), a tree taken for a house, a ghost tree."""
    reference = [box(0), box(20), box(40), box(60), box(0, 50), box(20, 50)]
    predicted = [box(0), box(22), box(47), box(0, 50), box(20, 50), box(90, 90)]
    return {
        "reference": write(tmp_path / "reference.gpkg", reference, ["house"] * 4 + ["tree"] * 2),
        "predictions": write(
            tmp_path / "predicted.gpkg", predicted, ["house", "house", "house", "tree", "house", "tree"],
            score=np.array([0.9, 0.8, 0.3, 0.7, 0.6, 0.2]),
        ),
    }  # fmt: skip


def rows(path: Path) -> dict[str, dict[str, str]]:
    with path.open(encoding="utf-8") as stream:
        return {row["class"]: row for row in csv.DictReader(stream)}


def test_measures_are_those_that_one_counts(run_script, town, tmp_path):
    out = tmp_path / "measures.csv"
    run = run_script("evaluatemodel", **town, measures=out)
    assert run.result["measures"] == str(out)
    found = rows(out)
    house = {key: float(value) for key, value in found["house"].items() if key != "class" and value}
    assert (house["reference"], house["predicted"], house["found"]) == (4, 4, 2)
    assert (house["missed"], house["extra"]) == (2, 2)
    assert (house["precision"], house["recall"], house["f1"]) == (0.5, 0.5, 0.5)
    assert house["mean_iou"] == pytest.approx((1 + 80 / 120) / 2, abs=1e-6)
    assert house["surface_iou"] == pytest.approx((100 + 80 + 30) / (800 - 210), abs=1e-6)
    assert float(found["tree"]["precision"]) == 0.5
    assert float(found["*"]["recall"]) == 0.5


def test_the_confusion_matrix_counts_each_object_once(run_script, town, tmp_path):
    out = tmp_path / "measures.csv"
    run_script("evaluatemodel", **town, measures=out)
    found = rows(out)
    columns = ("as:house", "as:tree", "as:-")
    assert [int(found["house"][name]) for name in columns] == [2, 0, 2]
    assert [int(found["tree"][name]) for name in columns] == [1, 1, 0]
    assert [int(found["-"][name]) for name in columns] == [1, 1, 0]
    assert [int(found["*"][name]) for name in columns] == [4, 2, 2]


def test_the_map_of_matches_says_what_became_of_each(run_script, town, tmp_path):
    out = tmp_path / "matches.gpkg"
    run_script("evaluatemodel", **town, matches=out)
    meta, _, _, values = pyogrio.raw.read(out, layer="matches")
    fields = dict(zip(meta["fields"].tolist(), values))
    states, counts = np.unique(fields["status"].astype(str), return_counts=True)
    assert dict(zip(states, counts.tolist())) == {"confused": 1, "extra": 2, "found": 3, "missed": 2}
    confused = fields["status"] == "confused"
    assert (fields["reference"][confused][0], fields["predicted"][confused][0]) == ("tree", "house")


def test_the_sheet_is_one_page_without_script_that_fills_the_card(run_script, town, tmp_path):
    out = tmp_path / "sheet.html"
    run = run_script("evaluatemodel", lang="fr", **town, summary=out)
    page = out.read_text(encoding="utf-8")
    assert page.startswith("<!DOCTYPE html>")
    assert "<script" not in page
    assert "http" not in page.replace("http-equiv", "")
    for words in ("Matrice de confusion", "Précision", "6 objets de référence", "0,500"):
        assert words in page
    quality = run.result["quality"]
    assert quality["assessed"] is True
    assert {"name": "recall", "class": "house", "value": 0.5} in quality["measures"]


def test_names_are_escaped(run_script, tmp_path):
    one = write(tmp_path / "a.gpkg", [box(0)], ["<b>&"])
    out = tmp_path / "sheet.html"
    run_script("evaluatemodel", predictions=one, reference=one, summary=out)
    assert "&lt;b&gt;&amp;" in out.read_text(encoding="utf-8")
    assert "<b>" not in out.read_text(encoding="utf-8")


def test_a_zone_a_score_and_another_system(run_script, town, tmp_path):
    out = tmp_path / "measures.csv"
    zone = write(tmp_path / "zone.gpkg", [box(-5, -5, 40, 80)], None)
    run_script("evaluatemodel", **town, measures=out, zone=zone)
    assert [rows(out)["house"][name] for name in ("reference", "predicted", "found")] == ["2", "3", "2"]
    run_script("evaluatemodel", **town, measures=out, min_score=0.5)
    assert rows(out)["house"]["predicted"] == "3"
    _, _, wkb, values = pyogrio.raw.read(town["predictions"])
    move = Transformer.from_crs(2154, 3857, always_xy=True)
    turn = lambda xy: np.stack(move.transform(xy[:, 0], xy[:, 1]), axis=1)  # noqa: E731 - one use
    moved = write(
        tmp_path / "moved.gpkg", list(shapely.transform(shapely.from_wkb(wkb), turn)), list(values[0]), "EPSG:3857"
    )
    run_script("evaluatemodel", predictions=moved, reference=town["reference"], measures=out)
    assert rows(out)["house"]["found"] == "2"


def test_a_perfect_prediction_is_perfect(run_script, town, tmp_path):
    out = tmp_path / "measures.csv"
    run_script("evaluatemodel", predictions=town["reference"], reference=town["reference"], measures=out, iou=1)
    for row in rows(out).values():
        if row["class"] != "-":
            assert [float(row[name]) for name in ("precision", "recall", "f1", "mean_iou", "surface_iou")] == [1] * 5


def test_no_prediction_at_all_is_a_result(run_script, town, tmp_path):
    out = tmp_path / "measures.csv"
    none = write(tmp_path / "none.gpkg", [], [])
    run_script("evaluatemodel", predictions=none, reference=town["reference"], measures=out)
    row = rows(out)["*"]
    assert (row["precision"], float(row["recall"]), float(row["f1"])) == ("", 0, 0)


def test_doubts_are_told(run_script, town, tmp_path):
    bow = shapely.Polygon([(900_000, 6_250_000), (900_010, 6_250_010), (900_010, 6_250_000), (900_000, 6_250_010)])
    line = shapely.LineString([(900_000, 6_250_000), (900_010, 6_250_010)])
    odd = write(tmp_path / "odd.gpkg", [box(0), bow, line], ["maison", "house", "house"], crs=None)
    run = run_script("evaluatemodel", predictions=odd, reference=town["reference"], measures=tmp_path / "m.csv")
    said = " ".join(run.told("warning"))
    for words in ("without a surface", "no coordinate system", "maison"):
        assert words in said
    plain = write(tmp_path / "plain.gpkg", [box(0)], None)
    run = run_script("evaluatemodel", predictions=plain, reference=town["reference"], measures=tmp_path / "m.csv")
    assert "no field “class”" in " ".join(run.told("warning"))
    assert list(rows(tmp_path / "m.csv")) == ["", "*", "-"]


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({}, "at least one output"),
        ({"measures": "m.txt"}, "must end in .csv"),
        ({"measures": "m.csv", "iou": 3}, "iou: 3"),
        ({"measures": "m.csv", "predictions": "absent.gpkg"}, "cannot be opened"),
        ({"measures": "/no/such/folder/m.csv"}, "could not be written"),
    ],
)
def test_what_cannot_be_done_is_said(run_script, town, options, words):
    assert words in run_script("evaluatemodel", **{**town, **options}).error


def test_a_reference_with_nothing_in_the_zone_is_refused(run_script, town, tmp_path):
    zone = write(tmp_path / "zone.gpkg", [box(5000)], None)
    run = run_script("evaluatemodel", **town, measures=tmp_path / "m.csv", zone=zone)
    assert "no polygon" in run.error


def test_no_share_is_above_one(run_script, tmp_path):
    """Areas are rounded: those of what is shared can add up to more than those of the whole."""
    places = np.array([900_000, 6_250_000]) + np.arange(400)[:, None, None] * [10, 0]
    corners = np.random.default_rng(3).uniform(0, 9, (400, 3, 2)) + places
    layer = write(tmp_path / "layer.gpkg", list(shapely.polygons(corners)), ["a"] * 400)
    run = run_script("evaluatemodel", predictions=layer, reference=layer, measures=tmp_path / "m.csv", iou=1)
    for row in run.result["classes"]:
        assert row["found"] == 400
        assert row["mean_iou"] <= 1
        assert row["surface_iou"] <= 1
