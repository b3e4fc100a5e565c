"""Tree crowns: reference values, tiles that leave no trace, bad input that is told."""

from __future__ import annotations

import math
from pathlib import Path

import pytest

pytest.importorskip("osgeo.gdal")
pytest.importorskip("pyogrio")
pytest.importorskip("shapely")

import numpy as np
import pyogrio
import shapely
from pyproj import Transformer
from rasters import forest, write_raster

FIELDS = ["tree_id", "height", "diameter", "area", "confidence"]


def table(path: object, layer: str) -> tuple[dict[str, np.ndarray], np.ndarray]:
    """Fields by name, and geometries, in the order of the trees."""
    meta, _, wkb, values = pyogrio.raw.read(path, layer=layer)
    fields = dict(zip(meta["fields"].tolist(), values))
    order = np.argsort(fields["tree_id"])
    return {name: column[order] for name, column in fields.items()}, shapely.from_wkb(wkb)[order]


@pytest.fixture
def wood(tmp_path: Path) -> Path:
    return write_raster(tmp_path / "wood.tif", forest(150, 170))


def test_the_reference_values_are_found(run_script, shared_data, tmp_path):
    """ForestTools' published figures on its own sample."""
    tops, crowns = tmp_path / "tops.gpkg", tmp_path / "crowns.gpkg"
    run = run_script("treecrowns", chm=shared_data / "crowns" / "kootenayCHM.tif", treetops=tops, crowns=crowns)
    assert run.result["trees"] == 1077
    assert run.other == []
    fields, points = table(tops, "treetops")
    assert len(points) == 1077
    assert fields["height"].mean() == pytest.approx(5.404217, abs=1e-6)
    fields, polygons = table(crowns, "crowns")
    assert fields["diameter"].mean() == pytest.approx(2.883, rel=0.03)
    assert shapely.area(polygons) == pytest.approx(fields["area"])
    assert 2 * np.sqrt(fields["area"] / math.pi) == pytest.approx(fields["diameter"])
    assert shapely.covers(polygons, points).all(), "each top lies in its crown"


@pytest.mark.parametrize("step", [0.0, 0.5])
@pytest.mark.parametrize("smoothing", [0, 0.6])
def test_tiles_leave_no_trace(run_script, tmp_path, step, smoothing):
    chm = write_raster(tmp_path / "chm.tif", forest(150, 170, seed=3, step=step))
    found = []
    for side in (16, 37, 2048):
        tops, crowns = tmp_path / f"tops{side}.gpkg", tmp_path / f"crowns{side}.gpkg"
        result = run_script(
            "treecrowns", chm=chm, treetops=tops, crowns=crowns, tile_size=side, smoothing=smoothing
        ).result
        assert result["trees"] > 100
        found.append((*table(tops, "treetops"), *table(crowns, "crowns")))
    for other in found[:-1]:
        for fields, whole in ((other[0], found[-1][0]), (other[2], found[-1][2])):
            assert list(fields) == FIELDS
            for name in FIELDS:
                assert np.array_equal(fields[name], whole[name]), name
        assert shapely.equals_exact(other[1], found[-1][1]).all()
        assert shapely.equals_exact(shapely.normalize(other[3]), shapely.normalize(found[-1][3])).all()


def test_crowns_are_a_partition_of_the_canopy(run_script, wood, tmp_path):
    crowns = tmp_path / "crowns.gpkg"
    run_script("treecrowns", chm=wood, crowns=crowns, tile_size=64)
    fields, polygons = table(crowns, "crowns")
    assert shapely.is_valid(polygons).all()
    assert (shapely.get_type_id(polygons) == 3).all()
    assert shapely.area(shapely.union_all(polygons)) == pytest.approx(fields["area"].sum())
    assert ((fields["confidence"] >= 0) & (fields["confidence"] <= 1)).all()
    assert (fields["height"] >= 2).all()


def test_a_lone_tree_is_measured_to_the_cell(run_script, tmp_path):
    heights = np.zeros((40, 40), np.float32)
    heights[10:16, 20:30] = 5.0
    heights[12, 24] = 9.0
    tops, crowns = tmp_path / "out.gpkg", tmp_path / "out.gpkg"
    chm = write_raster(tmp_path / "chm.tif", heights, cell=0.5)
    assert run_script("treecrowns", chm=chm, treetops=tops, crowns=crowns, window_intercept=3).result["trees"] == 1
    fields, (point,) = table(tops, "treetops")
    assert (point.x, point.y) == (900_012.25, 6_249_993.75)
    assert (fields["height"][0], fields["confidence"][0]) == (9.0, 1.0)
    fields, (crown,) = table(crowns, "crowns")
    assert fields["area"][0] == 60 * 0.25
    assert shapely.equals(crown, shapely.box(900_010, 6_249_992, 900_015, 6_249_995))
    assert len(crown.exterior.coords) == 5


def test_the_first_of_equal_cells_is_the_top(run_script, tmp_path):
    heights = np.zeros((12, 12), np.float32)
    heights[4:7, 5:8] = 6.0
    tops = tmp_path / "tops.gpkg"
    assert run_script("treecrowns", chm=write_raster(tmp_path / "chm.tif", heights), treetops=tops).result["trees"] == 1
    point = table(tops, "treetops")[1][0]
    assert (point.x, point.y) == (900_002.75, 6_249_997.75)


def test_buildings_are_left_out_even_in_another_system(run_script, wood, tmp_path):
    before = tmp_path / "before.gpkg"
    run_script("treecrowns", chm=wood, crowns=before)
    zone = shapely.box(900_020, 6_249_960, 900_050, 6_249_990)
    exclude = tmp_path / "buildings.gpkg"
    move = Transformer.from_crs(2154, 3857, always_xy=True)
    corners = shapely.transform(zone, lambda xy: np.stack(move.transform(xy[:, 0], xy[:, 1]), axis=1))
    wkb = np.array([shapely.to_wkb(corners)], object)
    pyogrio.raw.write(exclude, wkb, [], [], geometry_type="Polygon", crs="EPSG:3857", driver="GPKG", layer="b")
    after = tmp_path / "after.gpkg"
    result = run_script("treecrowns", chm=wood, crowns=after, exclude=f"{exclude}|layername=b", tile_size=50).result
    assert result["trees"] > 0
    assert shapely.area(shapely.intersection(table(before, "crowns")[1], zone)).sum() > 100
    assert shapely.area(shapely.intersection(table(after, "crowns")[1], shapely.buffer(zone, -0.6))).sum() == 0


def test_an_exclusion_that_touches_nothing_is_told(run_script, wood, tmp_path):
    wkb = np.array([shapely.to_wkb(shapely.box(0, 0, 1, 1))], object)
    far = tmp_path / "far.gpkg"
    pyogrio.raw.write(far, wkb, [], [], geometry_type="Polygon", crs="EPSG:2154", driver="GPKG")
    run = run_script("treecrowns", chm=wood, crowns=tmp_path / "c.gpkg", exclude=far)
    assert any("touches" in text for text in run.told("warning"))


@pytest.mark.parametrize(
    ("name", "english", "french"),
    [
        ("CHM_empty.tif", "holds no height", "aucune hauteur"),
        ("CHM_latlon.tif", "in degrees", "en degrés"),
        ("CHM_lowres.tif", "cannot be told apart", "ne s'y distinguent pas"),
    ],
)
def test_bad_files_of_the_field_are_refused_in_both_languages(run_script, shared_data, tmp_path, name, english, french):
    out = tmp_path / "crowns.gpkg"
    options = {"chm": shared_data / "crowns" / name, "crowns": out}
    assert english in run_script("treecrowns", **options).error
    assert french in run_script("treecrowns", lang="fr", **options).error
    assert list(tmp_path.iterdir()) == []


def test_a_surface_model_is_refused(run_script, tmp_path):
    altitudes = forest(60, 60) + 412
    chm = write_raster(tmp_path / "dsm.tif", altitudes)
    assert "surface model" in run_script("treecrowns", chm=chm, crowns=tmp_path / "c.gpkg").error


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"min_height": 90}, "Nothing reaches 90 m"),
        ({"min_height": -1}, "min_height: -1"),
        ({"tile_size": 1}, "tile_size: 1"),
        ({"crowns": "crowns.shp"}, "must be a GeoPackage"),
        ({"crowns": None}, "at least one output"),
        ({"chm": "absent.tif"}, "cannot be opened"),
        ({"exclude": "absent.gpkg"}, "cannot be opened"),
        ({"crowns": "/no/such/folder/crowns.gpkg"}, "could not be written"),
    ],
)
def test_what_cannot_be_done_is_said(run_script, wood, tmp_path, options, words):
    given = {"chm": wood, "crowns": tmp_path / "crowns.gpkg", **options}
    assert words in run_script("treecrowns", **given).error
    assert [path.name for path in tmp_path.iterdir()] == ["wood.tif"]


def test_a_run_that_fails_leaves_what_was_there(run_script, wood, tmp_path):
    out = tmp_path / "crowns.gpkg"
    run_script("treecrowns", chm=wood, crowns=out)
    before = out.read_bytes()
    assert run_script("treecrowns", chm=wood, crowns=out, min_height=90).status == 1
    assert out.read_bytes() == before


def test_doubts_are_told_and_do_not_stop(run_script, tmp_path):
    heights = np.stack([forest(60, 60), forest(60, 60)])
    heights[0, 30, 30] = 900
    chm = write_raster(tmp_path / "chm.tif", heights, crs=None)
    run = run_script("treecrowns", chm=chm, crowns=tmp_path / "c.gpkg")
    said = " ".join(run.told("warning"))
    assert run.result["trees"] > 0
    for words in ("metres are assumed", "2 bands", "1 cell(s) are above 130 m"):
        assert words in said


def test_progress_grows_to_one(run_script, wood, tmp_path):
    run = run_script("treecrowns", chm=wood, crowns=tmp_path / "c.gpkg", tile_size=40)
    progress = run.told("progress")
    assert progress == sorted(progress)
    assert progress[-1] == 1
    assert len(progress) > 10


def test_a_point_cloud_gives_the_trees_that_stand_in_it(run_script, python_in, tmp_path):
    """Ground on a slope, two trees, a roof and a bird: the trees alone are found, with their own heights."""
    cloud = tmp_path / "cloud.laz"
    python_in(Path(__file__).with_name("make_cloud.py"), cloud)
    tops = tmp_path / "tops.gpkg"
    run = run_script("treecrowns", cloud=cloud, treetops=tops, cell_size=1, window_intercept=2)
    assert run.result["trees"] == 2
    fields, _ = table(tops, "treetops")
    assert sorted(fields["height"]) == pytest.approx([6, 10], abs=0.3)
    assert "2154" in pyogrio.read_info(tops)["crs"]


def test_a_cloud_without_ground_is_refused(run_script, python_in, tmp_path):
    cloud = tmp_path / "cloud.las"
    python_in(Path(__file__).with_name("make_cloud.py"), cloud, "no-ground")
    for name in ("chm", "cloud"):
        found = run_script("treecrowns", treetops=tmp_path / "tops.gpkg", **{name: cloud})
        assert "no ground point" in found.error


def test_heights_come_from_one_place(run_script, wood, tmp_path):
    tops = tmp_path / "tops.gpkg"
    assert "only one" in run_script("treecrowns", treetops=tops).error
    assert "only one" in run_script("treecrowns", treetops=tops, chm=wood, cloud=tmp_path / "a.laz").error
    assert "not a point cloud" in run_script("treecrowns", treetops=tops, cloud=wood).error
