"""The jobs of the shared scripts, ours and bare: ``.venv/scripts/bin/python script_jobs.py JOB ARGUMENT… OUTPUT``.

Each does the whole job in its own process, from the file that is read to the GeoPackage that is written, and times
itself once its libraries are loaded. A bare job calls the libraries that the script itself leans on, on the whole
image, and checks nothing.
"""

from __future__ import annotations

import importlib.util
import json
import os
import sys
import time
from pathlib import Path
from types import ModuleType
from typing import Any, Callable

import numpy as np
import pyogrio
import rasterio
import shapely
from rasterio.features import shapes
from scipy import ndimage

SECONDS_FILE = "BENCH_SECONDS"  # the name in harness.py, which this Python does not load
SCRIPTS = Path(__file__).resolve().parent.parent / "resources" / "scripts"
SLOPE, BASE, LEAST = 0.05, 0.6, 2.0


def script(name: str) -> ModuleType:
    """Load a shared script as a module."""
    spec = importlib.util.spec_from_file_location(name, SCRIPTS / f"{name}.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(name)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def timed(work: Callable[[], object]) -> None:
    """Do the work and write the seconds it took where the harness looks for them."""
    start = time.perf_counter()
    work()
    seconds = time.perf_counter() - start
    Path(os.environ[SECONDS_FILE]).write_text(repr(seconds))


# -- inputs -------------------------------------------------------------------------------------------------


def make_forest(side: str, output: str) -> None:
    """Write a made-up canopy height model of ``side`` × ``side`` cells of 0.5 m: some 70,000 trees a km²."""
    size, random = int(side), np.random.default_rng(12)
    rough = ndimage.gaussian_filter(random.normal(0, 1, (size, size)).astype(np.float32), 2.2)
    gaps = ndimage.gaussian_filter(random.normal(0, 1, (size, size)).astype(np.float32), 25)
    heights = 9 + 45 * rough + 120 * gaps
    heights = np.clip(heights, 0, 40).astype(np.float32)
    profile = {"driver": "GTiff", "height": size, "width": size, "count": 1, "dtype": "float32", "crs": "EPSG:2154"}
    transform = rasterio.transform.from_origin(900_000, 6_250_000, 0.5, 0.5)
    with rasterio.open(output, "w", transform=transform, tiled=True, **profile) as target:
        target.write(heights, 1)
    print(json.dumps({"cells": size * size}))


def make_image(side: str, output: str) -> None:
    """Write a made-up image of three bands with smooth shapes and much noise: its mask is noisy."""
    size, random = int(side), np.random.default_rng(13)
    profile = {"driver": "GTiff", "height": size, "width": size, "count": 3, "dtype": "uint8", "crs": "EPSG:2154"}
    transform = rasterio.transform.from_origin(900_000, 6_250_000, 0.2, 0.2)
    with rasterio.open(output, "w", transform=transform, tiled=True, compress="deflate", **profile) as target:
        for band in (1, 2, 3):
            smooth = ndimage.gaussian_filter(random.normal(0, 1, (size, size)).astype(np.float32), 20)
            noise = random.normal(0, 35, (size, size)).astype(np.float32)
            target.write(np.clip(128 + 2500 * smooth + noise, 0, 255).astype(np.uint8), band)
    print(json.dumps({"pixels": size * size}))


def make_model(output: str) -> None:
    """Write a small convolutional model: one sigmoid output, 512 × 512 pixels, as heavy as a light network."""
    from onnx import TensorProto, helper, numpy_helper, save

    random, nodes, weights, last, depth = np.random.default_rng(14), [], [], "x", 3
    for number, channels in enumerate((24, 24, 24, 1)):
        kernel = random.normal(0, 0.15, (channels, depth, 3, 3)).astype(np.float32)
        if channels == 1:  # the mask follows the first band, the noise included
            kernel[:] *= 0.01
        weights.append(numpy_helper.from_array(kernel, f"w{number}"))
        nodes.append(helper.make_node("Conv", [last, f"w{number}"], [f"c{number}"], pads=[1, 1, 1, 1]))
        last, depth = f"c{number}", channels
        if channels > 1:
            nodes.append(helper.make_node("Relu", [last], [f"r{number}"]))
            last = f"r{number}"
    first = np.zeros((1, 3, 1, 1), np.float32)
    first[0, 0] = 40
    weights += [numpy_helper.from_array(first, "red"), numpy_helper.from_array(np.array([-20], np.float32), "bias")]
    nodes.append(helper.make_node("Conv", ["x", "red", "bias"], ["band"]))
    nodes.append(helper.make_node("Add", ["band", last], ["sum"]))
    nodes.append(helper.make_node("Sigmoid", ["sum"], ["y"]))
    given = helper.make_tensor_value_info("x", TensorProto.FLOAT, [1, 3, 512, 512])
    result = helper.make_tensor_value_info("y", TensorProto.FLOAT, [1, 1, 512, 512])
    graph = helper.make_graph(nodes, "bench", [given], [result], weights)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)], ir_version=8)
    helper.set_model_props(model, {"model_type": json.dumps("Segmentor")})
    save(model, output)
    print(json.dumps({}))


# -- tree crowns --------------------------------------------------------------------------------------------


def crowns_ours(chm: str, output: str) -> None:
    """The script, as it is run."""
    module = script("treecrowns")
    timed(lambda: module.main(["--chm", chm, "--crowns", output]))


def crowns_tiled(chm: str, output: str) -> None:
    """The script, with tiles of 512 cells."""
    module = script("treecrowns")
    timed(lambda: module.main(["--chm", chm, "--crowns", output, "--tile-size", "512"]))


def crowns_bare(chm: str, output: str) -> None:
    """Maximum filters of SciPy, watershed of scikit-image, shapes of rasterio, on the whole image."""
    from skimage.segmentation import watershed

    def work() -> None:
        with rasterio.open(chm) as source:
            heights, transform, crs = source.read(1), source.transform, source.crs
        radii = np.maximum(np.ceil((SLOPE * heights + BASE) / 0.5 - 0.5), 1).astype(int)
        tops = np.zeros(heights.shape, bool)
        for radius in np.unique(radii[heights >= LEAST]):
            down, across = np.ogrid[-radius : radius + 1, -radius : radius + 1]
            window = down**2 + across**2 <= max(radius * radius, 2)
            highest = ndimage.maximum_filter(heights, footprint=window)
            tops |= (heights == highest) & (radii == radius) & (heights >= LEAST)
        markers = np.zeros(heights.shape, np.int32)
        markers[tops] = np.arange(1, np.count_nonzero(tops) + 1)
        labels = watershed(-heights, markers, mask=heights >= LEAST)
        found = list(shapes(labels.astype(np.int32), mask=labels > 0, transform=transform))
        wkb = shapely.to_wkb([shapely.geometry.shape(shape) for shape, _ in found])
        numbers = np.array([value for _, value in found], np.int64)
        write(output, wkb, [numbers, heights[tops][numbers - 1].astype(np.float64)], ["tree_id", "height"], crs)

    timed(work)


def write(output: str, wkb: Any, values: list[np.ndarray], names: list[str], crs: Any) -> None:
    """Write polygons to a GeoPackage."""
    geometry = np.asarray(wkb, object)
    pyogrio.raw.write(output, geometry, values, names, geometry_type="Polygon", crs=crs.to_wkt(), driver="GPKG")


# -- models -------------------------------------------------------------------------------------------------


def apply_ours(image: str, model: str, output: str) -> None:
    """The script up to the raster of scores: what the bare loop does."""
    module, scores = script("applymodel"), output + ".tif"
    timed(lambda: module.main(["--image", image, "--model", model, "--scores", scores, "--overlap", "15"]))
    Path(output).write_text("0")


def apply_bare(image: str, model: str, output: str) -> None:
    """Read a tile, divide, infer, write the tile: no blending, nothing checked."""
    import onnxruntime

    def work() -> None:
        session = onnxruntime.InferenceSession(model, providers=["CPUExecutionProvider"])
        name, tile, step = session.get_inputs()[0].name, 512, 512 - int(512 * 0.15)
        with rasterio.open(image) as source:
            profile = {**source.profile, "count": 1, "dtype": "float32", "predictor": 3, "zlevel": 1}
            rows = [*range(0, source.height - tile, step), source.height - tile]
            columns = [*range(0, source.width - tile, step), source.width - tile]
            with rasterio.open(output + ".tif", "w", **profile) as target:
                for row in rows:
                    for column in columns:
                        window = rasterio.windows.Window(column, row, tile, tile)
                        pixels = source.read(window=window).astype(np.float32) / 255
                        target.write(session.run(None, {name: pixels[None]})[0][0], window=window)

    timed(work)
    Path(output).write_text("0")


def make_mask(image: str, output: str) -> None:
    """Write the noisy mask that the red band gives: bytes, 0 and 1."""
    with rasterio.open(image) as source:
        red, profile = source.read(1), {**source.profile, "count": 1}
    with rasterio.open(output, "w", **profile) as target:
        target.write((red >= 128).astype(np.uint8), 1)
    print(json.dumps({"of the class": int(np.count_nonzero(red >= 128))}))


def trace_ours(mask: str, output: str) -> None:
    """The script's outlining of a mask, kept in memory as WKB."""
    module, found = script("applymodel"), []
    with rasterio.open(mask) as source:
        classes, transform = source.read(1) * np.uint8(2), source.transform
    scores = np.full(classes.shape, 65535, np.uint16)
    timed(lambda: found.extend(module.vectorise(classes, scores, transform)))
    Path(output).write_text(str(sum(len(part.wkb) for part in found)))


def trace_written(mask: str, output: str) -> None:
    """The same, from the file of the mask to a GeoPackage."""
    module = script("applymodel")

    def work() -> None:
        with rasterio.open(mask) as source:
            classes, transform, crs = source.read(1) * np.uint8(2), source.transform, source.crs
        parts = list(module.vectorise(classes, np.full(classes.shape, 65535, np.uint16), transform))
        geometry = np.array([wkb for part in parts for wkb in part.wkb], object)
        kinds = np.concatenate([part.classes for part in parts]).astype(np.int32)
        write(output, geometry, [kinds], ["class_id"], crs)

    timed(work)


if __name__ == "__main__":
    globals()[sys.argv[1]](*sys.argv[2:])
