"""Write a made-up aerial image and a model made for it into a folder, with the Python of ``.venv/scripts``.

The village of the picture does not exist, and the model is one line of arithmetic (red above green means a roof): they
show how a model is applied, and say nothing of what a trained one is worth.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import numpy as np
import rasterio
from onnx import TensorProto, helper, numpy_helper, save
from scipy import ndimage

SIDE, CELL, TILE = 700, 0.2, 256


def image() -> np.ndarray:
    """Fields, a road and roofs that are turned every way: (3, rows, columns), bytes."""
    random = np.random.default_rng(31)
    texture = ndimage.gaussian_filter(random.normal(0, 1, (SIDE, SIDE)), 14) * 260
    found = np.stack([104 + texture, 128 + texture, 88 + 0.7 * texture])
    down, across = np.mgrid[0:SIDE, 0:SIDE]
    road = np.abs(down - 0.45 * across - 190) < 13
    found[:, road] = 150
    for number in range(34):
        row, column, turn = random.uniform(30, SIDE - 30), random.uniform(30, SIDE - 30), random.uniform(0, np.pi)
        if abs(row - 0.45 * column - 190) < 45:
            continue
        along = (down - row) * np.sin(turn) + (across - column) * np.cos(turn)
        over = (across - column) * np.sin(turn) - (down - row) * np.cos(turn)
        half = random.uniform(14, 30), random.uniform(10, 18)
        roof = (np.abs(along) < half[0]) & (np.abs(over) < half[1])
        shade = 18 if number % 2 else 0
        slope = np.where(over > 0, 0, -22)
        for band, colour in enumerate((196, 104, 78)):
            found[band] = np.where(roof, colour + slope - shade, found[band])
    return np.clip(found, 0, 255).astype(np.uint8)


def model(path: Path) -> None:
    """One 5 × 5 mean of red less green, made sharp: a roof or not, tile by tile."""
    weights = np.zeros((1, 3, 5, 5), np.float32)
    weights[0, 0], weights[0, 1] = 60 / 25, -60 / 25
    nodes = [
        helper.make_node("Conv", ["x", "w", "b"], ["c"], pads=[2, 2, 2, 2]),
        helper.make_node("Sigmoid", ["c"], ["y"]),
    ]
    constants = [numpy_helper.from_array(weights, "w"), numpy_helper.from_array(np.array([-8], np.float32), "b")]
    shape = [1, 3, TILE, TILE]
    given = helper.make_tensor_value_info("x", TensorProto.FLOAT, shape)
    result = helper.make_tensor_value_info("y", TensorProto.FLOAT, [1, 1, TILE, TILE])
    graph = helper.make_graph(nodes, "roofs", [given], [result], constants)
    made = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)], ir_version=8)
    says = {"model_type": "Segmentor", "class_names": {"0": "_background", "1": "toit"}, "seg_thresh": 0.5}
    helper.set_model_props(made, {key: json.dumps(value) for key, value in says.items()})
    save(made, str(path))


def main() -> int:
    """Write both."""
    folder = Path(sys.argv[1])
    profile = {"driver": "GTiff", "height": SIDE, "width": SIDE, "count": 3, "dtype": "uint8", "crs": "EPSG:2154"}
    transform = rasterio.transform.from_origin(1_200_000, 6_001_000, CELL, CELL)
    with rasterio.open(folder / "image.tif", "w", transform=transform, photometric="rgb", **profile) as target:
        target.write(image())
    model(folder / "toits.onnx")
    return 0


if __name__ == "__main__":
    sys.exit(main())
