"""Models whose answer is known by computation: exact results, tiles that leave no trace, bad input that is told."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

pytest.importorskip("osgeo.gdal")
pytest.importorskip("pyogrio")
pytest.importorskip("shapely")

import numpy as np
import pyogrio
import shapely
from osgeo import gdal
from rasters import write_raster

CELL = 0.5
WEST, NORTH = 900_000.0, 6_250_000.0


@pytest.fixture(scope="module")
def models(python_in, tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("models")
    python_in(Path(__file__).with_name("make_models.py"), folder)
    return folder


@pytest.fixture(scope="module")
def noise(tmp_path_factory) -> Path:
    """Patches of colour with noise: 3 bands, 8 bits, 150 × 170."""
    random = np.random.default_rng(5)
    patches = np.kron(random.integers(0, 256, (3, 15, 17)), np.ones((10, 10), int))
    values = np.clip(patches + random.integers(-60, 61, patches.shape), 1, 255).astype(np.uint8)
    return write_raster(tmp_path_factory.mktemp("noise") / "noise.tif", values)


def black(rows: int, columns: int, bands: int = 3) -> np.ndarray:
    return np.zeros((bands, rows, columns), np.uint8)


def objects(path: Path) -> tuple[dict[str, np.ndarray], np.ndarray]:
    """Fields by name, and polygons, from north-west to south-east."""
    meta, _, wkb, values = pyogrio.raw.read(path, layer="objects")
    shapes = shapely.from_wkb(wkb)
    bounds = shapely.bounds(shapes)
    order = np.lexsort((bounds[:, 2], bounds[:, 1], bounds[:, 0], -bounds[:, 3])) if len(shapes) else []
    return {name: column[order] for name, column in zip(meta["fields"].tolist(), values)}, shapes[order]


def square(row: int, column: int, rows: int, columns: int) -> shapely.Geometry:
    """Pixels of the test rasters as a polygon on the ground."""
    west, north = WEST + CELL * column, NORTH - CELL * row
    return shapely.box(west, north - CELL * rows, west + CELL * columns, north)


def pixels(path: Path) -> np.ndarray:
    return gdal.Open(str(path)).ReadAsArray()


def test_ten_by_ten_pixels_are_a_square_of_one_hundred(run_script, models, tmp_path):
    values = black(100, 120)
    values[0, 50:60, 58:68] = 255  # across the tiles
    values[0, 5, 7:40] = 255  # a line of one pixel
    image, out = write_raster(tmp_path / "image.tif", values), tmp_path / "out.gpkg"
    run = run_script("applymodel", image=image, model=models / "bright.onnx", objects=out)
    assert run.result["count"] == 2
    fields, shapes = objects(out)
    assert shapely.equals(shapes, [square(5, 7, 1, 33), square(50, 58, 10, 10)]).all()
    assert fields["area"].tolist() == [33 * 0.25, 100 * 0.25]
    assert fields["class"].tolist() == ["bright", "bright"]
    assert fields["class_id"].tolist() == [1, 1]
    assert fields["score"] == pytest.approx([1, 1], abs=1e-4)
    assert set(fields["model"]) == {"bright.onnx"}
    assert set(fields["model_sha256"]) == {hashlib.sha256((models / "bright.onnx").read_bytes()).hexdigest()}
    assert "2154" in pyogrio.read_info(out)["crs"]


def test_every_pixel_of_noise_is_in_the_polygon_of_its_class(run_script, models, noise, tmp_path):
    out = tmp_path / "out.gpkg"
    run_script("applymodel", image=noise, model=models / "colours.onnx", objects=out)
    fields, shapes = objects(out)
    values = pixels(noise).astype(int)
    expected = np.where(values.max(axis=0) / 255 > 0.1, values.argmax(axis=0) + 1, 0)
    clear = np.sort(values, axis=0)[-1] - np.sort(values, axis=0)[-2] >= 3
    assert shapely.is_valid(shapes).all()
    assert fields["area"] == pytest.approx(shapely.area(shapes))
    found = np.zeros(expected.shape, int)
    tree = shapely.STRtree(shapes)
    rows, columns = np.mgrid[0 : expected.shape[0], 0 : expected.shape[1]] + 0.5
    points = shapely.points(WEST + CELL * columns.ravel(), NORTH - CELL * rows.ravel())
    point, polygon = tree.query(points, predicate="within")
    assert len(np.unique(point)) == len(point), "no two polygons overlap"
    found.ravel()[point] = fields["class_id"][polygon]
    assert (found[clear] == expected[clear]).all()


@pytest.mark.parametrize("overlap", [0, 15, 50])
def test_tiles_leave_no_trace_on_classes(run_script, models, noise, tmp_path, overlap):
    found = []
    for side in (32, 256):
        out = tmp_path / f"{side}.gpkg"
        run_script(
            "applymodel", image=noise, model=models / "colours.onnx", objects=out, tile_size=side, overlap=overlap
        )
        found.append(objects(out))
    assert found[0][0]["class"].tolist() == found[1][0]["class"].tolist()
    assert shapely.equals_exact(shapely.normalize(found[0][1]), shapely.normalize(found[1][1])).all()
    assert found[0][0]["score"] == pytest.approx(found[1][0]["score"], abs=1e-4)


@pytest.mark.parametrize("model", ["mean", "rimless"])
def test_tiles_leave_no_trace_on_values(run_script, models, tmp_path, model):
    """A quarter of the overlap covers what each pixel sees: the image is as if done at once."""
    values = np.random.default_rng(8).integers(0, 256, (1, 90, 75)).astype(np.uint8)
    image = write_raster(tmp_path / "image.tif", values)
    run_script("applymodel", image=image, model=models / f"{model}.onnx", scores=tmp_path / "tiled.tif")
    padded = np.pad(values[0] / 255, 2)
    expected = sum(padded[row : row + 90, column : column + 75] for row in range(5) for column in range(5)) / 25
    assert pixels(tmp_path / "tiled.tif") == pytest.approx(expected, abs=1e-5)


def test_a_regression_is_exact(run_script, models, noise, tmp_path):
    out = tmp_path / "out.tif"
    run_script("applymodel", image=noise, model=models / "index.onnx", scores=out)
    red, green, blue = pixels(noise).astype(float)
    assert pixels(out) == pytest.approx((2 * green - red - blue) / (2 * green + red + blue), abs=1e-5)
    source, result = gdal.Open(str(noise)), gdal.Open(str(out))
    assert result.GetGeoTransform() == source.GetGeoTransform()
    assert result.GetSpatialRef().IsSame(source.GetSpatialRef())
    assert np.isnan(result.GetRasterBand(1).GetNoDataValue())


def test_the_public_models_give_what_they_should(run_script, shared_data, tmp_path):
    """Those of Deepness' tests, on its own image."""
    folder = shared_data / "imagery"
    image = folder / "dummy_fotomap_small.tif"
    red, green, blue = pixels(image)[:3].astype(float)
    values, mask = tmp_path / "values.tif", tmp_path / "mask.gpkg"
    regressor, detector = folder / "dummy_regression_model.onnx", folder / "one_output_sigmoid_red_detector.onnx"
    run = run_script("applymodel", image=image, model=regressor, scores=values, resolution=0, output_factor=1)
    with np.errstate(invalid="ignore"):
        expected = (2 * green - red - blue) / (2 * green + red + blue)
    found = pixels(values)
    known = np.isfinite(expected) & np.isfinite(found)
    assert known.mean() > 0.5
    assert found[known] == pytest.approx(expected[known], abs=1e-5)
    run = run_script("applymodel", image=image, model=detector, objects=mask, kind="segmentation", threshold=0.5)
    assert run.result["count"] > 0
    fields, shapes = objects(mask)
    cell = shapely.area(shapes).sum() / fields["area"].sum()
    assert cell == pytest.approx(1, rel=1e-6)


def test_a_model_that_gives_less_than_its_tile(run_script, shared_data, tmp_path):
    folder = shared_data / "imagery"
    out = tmp_path / "out.tif"
    model = folder / "different_output_size_512_to_484.onnx"
    run_script("applymodel", image=folder / "dummy_fotomap_small.tif", model=model, scores=out, kind="segmentation")
    assert pixels(out).shape == (2, 841, 1243)
    assert np.isfinite(pixels(out)).any()


@pytest.mark.parametrize("model", ["old_boxes", "new_boxes"])
def test_each_object_is_found_once_whatever_the_tiles(run_script, models, tmp_path, model):
    values = black(100, 110, bands=2)
    seen = [(20, 20, 0), (44, 46, 0), (60, 70, 1), (90, 14, 0), (61, 71, 0), (47, 5, 1), (30, 47, 1)]
    for row, column, band in seen:
        values[band, row, column] = 250
    values[0, 21, 21] = 230  # the same car, seen a second time and less well
    image, out = write_raster(tmp_path / "image.tif", values), tmp_path / "out.gpkg"
    run = run_script("applymodel", image=image, model=models / f"{model}.onnx", objects=out)
    assert run.result["count"] == len(seen)
    fields, shapes = objects(out)
    names = ("car", "tree")
    expected = {(names[band], square(row, column, 1, 1).centroid.wkt) for row, column, band in seen}
    assert {(name, shape.centroid.wkt) for name, shape in zip(fields["class"], shapes)} == expected
    assert fields["area"] == pytest.approx([8 * 6 * 0.25] * len(seen))
    assert fields["score"] == pytest.approx([250 / 255] * len(seen))


def test_bands_are_given_in_the_order_that_is_asked(run_script, models, tmp_path):
    values = black(64, 64, bands=4)
    values[3, 10:20, 10:20] = 255
    image, out = write_raster(tmp_path / "image.tif", values), tmp_path / "out.gpkg"
    assert run_script("applymodel", image=image, model=models / "bright.onnx", objects=out).result["count"] == 0
    run = run_script("applymodel", image=image, model=models / "bright.onnx", objects=out, bands="4,1,2")
    assert run.result["area"] == 25


def test_bands_are_brought_to_the_mean_and_deviation_of_the_model(run_script, models, tmp_path):
    values = np.random.default_rng(2).integers(0, 256, (3, 64, 64)).astype(np.uint8)
    image, out = write_raster(tmp_path / "image.tif", values), tmp_path / "out.tif"
    options = {"mean": "-1,-2,-3", "std": "0.5,1,2", "scale": 100}
    run_script("applymodel", image=image, model=models / "index.onnx", scores=out, **options)
    red, green, blue = (values.transpose(1, 2, 0) / 100 + [1, 2, 3]).transpose(2, 0, 1) / np.array([0.5, 1, 2])[
        :, None, None
    ]
    assert pixels(out) == pytest.approx((2 * green - red - blue) / (2 * green + red + blue), abs=1e-5)


def test_work_is_kept_to_the_extent_and_to_the_mask(run_script, models, tmp_path):
    values = black(120, 120)
    values[0] = 255
    image, out = write_raster(tmp_path / "image.tif", values), tmp_path / "out.gpkg"
    mask = tmp_path / "mask.gpkg"
    wkb = np.array([shapely.to_wkb(shapely.box(WEST + 10, NORTH - 30, WEST + 20, NORTH - 10))], object)
    pyogrio.raw.write(mask, wkb, [], [], geometry_type="Polygon", crs="EPSG:2154", driver="GPKG")
    common = {"image": image, "model": models / "bright.onnx", "objects": out}
    run_script("applymodel", **common, mask=mask)
    assert shapely.equals(objects(out)[1], [square(20, 20, 40, 20)]).all()
    area = f"{WEST + 5},{WEST + 15},{NORTH - 40},{NORTH - 20} [EPSG:2154]"
    run_script("applymodel", **common, area=area)
    assert shapely.equals(objects(out)[1], [square(40, 10, 40, 20)]).all()
    run_script("applymodel", **common, area=area, mask=mask)
    assert shapely.equals(objects(out)[1], [square(40, 20, 20, 10)]).all()
    assert "does not touch" in run_script("applymodel", **common, area="0,1,0,1").error


def test_nothing_is_found_where_nothing_is_known(run_script, models, tmp_path):
    """One tile in two has no value at all, another one in part."""
    values = black(128, 192)
    values[0] = 200
    values[:, :, 64:128] = 7
    values[:, 40:50, 0:10] = 7
    image, out = write_raster(tmp_path / "image.tif", values, nodata=7), tmp_path / "out.gpkg"
    common = {"image": image, "model": models / "bright.onnx", "objects": out}
    run = run_script("applymodel", **common)
    assert run.result["area"] == (128 * 128 - 100) * 0.25
    write_raster(image, np.full((3, 80, 80), 7, np.uint8), nodata=7)
    assert "no value" in run_script("applymodel", **common).error


def test_an_image_is_brought_to_the_resolution_of_the_model(run_script, models, tmp_path):
    values = black(128, 128)
    values[0, 32:64, 32:96] = 255
    image, out = write_raster(tmp_path / "image.tif", values), tmp_path / "out.gpkg"
    for resolution in (0.25, 1.0):
        run = run_script("applymodel", image=image, model=models / "bright.onnx", objects=out, resolution=resolution)
        assert run.result["count"] == 1
        assert any("resampled" in text for text in run.told("message"))
        assert shapely.area(shapely.symmetric_difference(objects(out)[1][0], square(32, 32, 32, 64))) < 25


def test_small_objects_are_left_out(run_script, models, tmp_path):
    values = black(64, 64)
    values[0, 10:13, 10:13] = 255
    values[0, 30:40, 30:40] = 255
    image, out = write_raster(tmp_path / "image.tif", values), tmp_path / "out.gpkg"
    run = run_script("applymodel", image=image, model=models / "bright.onnx", objects=out, min_area=5)
    assert (run.result["count"], run.result["area"]) == (1, 25)


def test_images_without_system_in_degrees_or_sixteen_bits_are_done_with_a_warning(run_script, models, tmp_path):
    values = black(64, 64)
    values[0, 10:20, 10:20] = 255
    out = tmp_path / "out.gpkg"
    common = {"model": models / "bright.onnx", "objects": out}
    plain = write_raster(tmp_path / "plain.tif", values, crs=None)
    run = run_script("applymodel", image=plain, **common)
    assert run.result["area"] == 25
    assert any("no coordinate system" in text for text in run.told("warning"))
    degrees = write_raster(tmp_path / "degrees.tif", values, cell=1e-5, crs=4326, origin=(5.0, 43.0))
    run = run_script("applymodel", image=degrees, **common)
    assert run.result["area"] == pytest.approx(100 * 1.11320**2 * np.cos(np.radians(43)), rel=1e-3)
    assert any("in degrees" in text for text in run.told("warning"))
    deep = write_raster(tmp_path / "deep.tif", values.astype(np.uint16) * 16)
    run = run_script("applymodel", image=deep, **common)
    assert run.result["count"] == 0
    assert any("divided by 65535" in text for text in run.told("warning"))
    assert run_script("applymodel", image=deep, scale=4080, **common).result["count"] == 1


def test_a_palette_gives_its_colours(run_script, models, tmp_path):
    values = np.zeros((64, 64), np.uint8)
    values[10:20, 10:20] = 3
    image, out = write_raster(tmp_path / "image.tif", values), tmp_path / "out.gpkg"
    dataset = gdal.Open(str(image), gdal.GA_Update)
    table = gdal.ColorTable()
    table.SetColorEntry(0, (0, 90, 0, 255))
    table.SetColorEntry(3, (250, 10, 10, 255))
    dataset.GetRasterBand(1).SetRasterColorTable(table)
    dataset = None
    run = run_script("applymodel", image=image, model=models / "bright.onnx", objects=out)
    assert run.result["area"] == 25


def test_outputs_that_are_no_scores_are_turned_into_scores(run_script, models, noise, tmp_path):
    one, other = tmp_path / "one.gpkg", tmp_path / "other.gpkg"
    common = {"image": noise, "threshold": 0.4}  # two equal bands have one half each
    run_script("applymodel", **common, model=models / "colours.onnx", objects=one)
    names = "_bg,red,green,blue"
    run = run_script("applymodel", **common, model=models / "logits.onnx", objects=other, class_names=names)
    said = " ".join(run.told("warning"))
    assert "softmax" in said
    assert "does not say the kind" in said
    assert shapely.equals(objects(one)[1], objects(other)[1]).all()
    assert objects(one)[0]["class"].tolist() == objects(other)[0]["class"].tolist()


def test_values_that_are_not_numbers_are_left_empty_and_told(run_script, models, tmp_path):
    values = np.full((3, 64, 64), 90, np.uint8)
    values[:, 5:10, 5:10] = 0
    image, out = write_raster(tmp_path / "image.tif", values), tmp_path / "out.tif"
    run = run_script("applymodel", image=image, model=models / "index.onnx", scores=out)
    assert any("25 value(s)" in text for text in run.told("warning"))
    assert np.isnan(pixels(out)).sum() == 25
    run = run_script("applymodel", image=image, model=models / "not_numbers.onnx", scores=out)
    assert "nothing but values that are not numbers" in run.error


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"model": "two_inputs"}, "has 2 inputs"),
        ({"model": "flat"}, "was expected"),
        ({"model": "upscaler"}, "kind Superresolution"),
        ({"model": "oriented", "bands": "1,2"}, "not supported"),
        ({"model": "absent"}, "cannot be opened"),
        ({"bands": "1,2"}, "write 3 number(s)"),
        ({"bands": "1,2,9"}, "from 1 to 3"),
        ({"mean": "1,2"}, "not a list of 3 number(s)"),
        ({"area": "here"}, "xmin,xmax,ymin,ymax"),
        ({"objects": None}, "at least one output"),
        ({"objects": "out.shp"}, "must be a GeoPackage"),
        ({"objects": None, "scores": "out.png"}, "must be a GeoTIFF"),
        ({"image": "absent.tif"}, "cannot be opened"),
        ({"mask": "absent.gpkg"}, "cannot be opened"),
        ({"model": "index"}, "asks for the raster|ask for the raster"),
        ({"model": "old_boxes", "bands": "1,2", "objects": None, "scores": "out.tif"}, "ask for the layer"),
        ({"objects": "/no/such/folder/out.gpkg"}, "could not be written"),
    ],
)
def test_what_cannot_be_done_is_said(run_script, models, noise, tmp_path, options, words):
    given = {"image": noise, "objects": tmp_path / "out.gpkg", **options}
    given["model"] = models / f"{options.get('model', 'bright')}.onnx"
    error = run_script("applymodel", **given).error
    assert any(word in error for word in words.split("|")), error
    assert list(tmp_path.iterdir()) == []


def test_too_few_bands_and_what_is_no_model(run_script, models, tmp_path):
    one = write_raster(tmp_path / "one.tif", black(64, 64, bands=1))
    run = run_script("applymodel", image=one, model=models / "bright.onnx", objects=tmp_path / "o.gpkg", lang="fr")
    assert "attend 3 bande(s) et l'image en a 1" in run.error
    text = tmp_path / "text.onnx"
    text.write_text("this is no model")
    assert "not an ONNX model" in run_script("applymodel", image=one, model=text, objects=tmp_path / "o.gpkg").error


def test_a_run_that_fails_leaves_what_was_there(run_script, models, noise, tmp_path):
    out = tmp_path / "out.gpkg"
    run_script("applymodel", image=noise, model=models / "bright.onnx", objects=out)
    before = out.read_bytes()
    assert run_script("applymodel", image=noise, model=models / "two_inputs.onnx", objects=out).status == 1
    assert out.read_bytes() == before


def test_blocks_leave_no_trace_in_outlines(python_in):
    """Random rasters of classes, outlined whole, in blocks, and cell by cell."""
    assert python_in(Path(__file__).with_name("check_outlines.py")).strip() == "300 rasters"
