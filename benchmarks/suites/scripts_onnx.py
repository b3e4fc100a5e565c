"""Apply a model to an image, then outline its noisy mask: beside the bare loop, beside GDAL."""

from __future__ import annotations

import shutil
from functools import partial
from importlib.util import find_spec
from pathlib import Path

from harness import Case, Contender, Promise, Results, Suite, job

from .scripts_crowns import asked, script_job, scripts_missing

SIDES = {"2000 px": 2000, "5000 px": 5000}
METHOD = """A made-up image of three bands with much noise, and a small convolutional network.
Applying goes from the image that is read to the raster of scores, tiles of 512 pixels that overlap by 15 %; the bare
loop reads a tile with rasterio, divides it by 255, infers with onnxruntime on the processor and writes it, neither
blended nor checked. Outlining starts from the mask of the red band, a raster of bytes, and ends with polygons in
memory, or in a GeoPackage, where writing a million polygons takes most of the time; GDAL traces the class alone."""


def prepare(size: str, work: Path) -> Case:
    """Make the image of one size, its mask, and the model."""
    side = SIDES[size]
    folder = work / "scripts_onnx" / str(side)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    inputs = {
        "image": work / "inputs" / f"image_{side}.tif",
        "model": folder / "model.onnx",
        "mask": folder / "mask.tif",
    }
    inputs["image"].parent.mkdir(parents=True, exist_ok=True)
    if not inputs["image"].is_file():
        asked("make_image", side, inputs["image"])
    asked("make_model", inputs["model"])
    return Case(size, folder, inputs, {"pixels": side * side, **asked("make_mask", inputs["image"], inputs["mask"])})


def _apply(name: str, case: Case, output: Path) -> list[str]:
    return script_job(name, case.inputs["image"], case.inputs["model"], output)


def _trace(name: str, case: Case, output: Path) -> list[str]:
    return script_job(name, case.inputs["mask"], output)


def _gdal_missing() -> str:
    return "" if find_spec("osgeo") else "GDAL's Python bindings are not installed"


def _polygonize_missing() -> str:
    return "" if shutil.which("gdal_polygonize.py") else "not installed (gdal-bin)"


def _polygonize(case: Case, output: Path) -> list[str]:
    mask = str(case.inputs["mask"])
    return ["gdal_polygonize.py", "-q", "-mask", mask, mask, "-f", "GPKG", str(output)]


OURS = Contender("ours", "applymodel.py", partial(_apply, "apply_ours"), scripts_missing)
BARE = Contender("bare", "bare rasterio + onnxruntime loop", partial(_apply, "apply_bare"), scripts_missing)
TRACED = Contender("traced", "outlining in memory: applymodel.py", partial(_trace, "trace_ours"), scripts_missing)
GDAL = Contender(
    "gdal", "outlining in memory: gdal.Polygonize of the whole",
    lambda case, output: job("polygonize_job.py", case.inputs["mask"], output), _gdal_missing, peer=True,
)  # fmt: skip
WRITTEN = Contender("written", "outlining to a file: applymodel.py", partial(_trace, "trace_written"), scripts_missing)
GDAL_WRITTEN = Contender(
    "gdal.written", "outlining to a file: gdal_polygonize", _polygonize, _polygonize_missing, whole_process=True,
    peer=True, remark="short start included",
)  # fmt: skip


def promises(results: Results) -> list[Promise]:
    """What is promised of the script."""
    big = "5000 px"
    small = "2000 px"  # at 5000 px, GDAL may be stopped at the cap before it has finished
    written = {"slow": (small, "gdal.written"), "fast": (small, "written")}
    traced = {"slow": (big, "gdal"), "fast": (big, "traced")}
    return [
        Promise("applying ÷ bare loop", big, 1.1, partial(Results.ratio, slow=(big, "ours"), fast=(big, "bare"))),
        Promise(
            "gdal_polygonize ÷ outlining, to a file", small, 10.0, partial(Results.ratio, **written), at_most=False
        ),
        Promise("gdal.Polygonize ÷ outlining, in memory", big, 3.0, partial(Results.ratio, **traced), at_most=False),
        Promise("peak memory of applying", big, 900.0, partial(Results.peak_mb, size=big, name="ours"), unit="MB"),
    ]


SUITE = Suite(
    name="scripts_onnx",
    title="Apply a model to an image",
    method=METHOD,
    sizes=tuple(SIDES),
    peer_sizes=tuple(SIDES),
    contenders=(OURS, BARE, TRACED, GDAL, WRITTEN, GDAL_WRITTEN),
    reference="bare",
    prepare=prepare,
    promises=promises,
)
