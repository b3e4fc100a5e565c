"""Write ONNX models whose answer is known: ``make_models.py FOLDER``. Pixels arrive as NCHW, divided by 255."""

import json
import sys
from pathlib import Path

import numpy as np
from onnx import TensorProto, helper, numpy_helper, save

FOLDER = Path(sys.argv[1])
FLOAT = TensorProto.FLOAT


def write(name, nodes, constants, shape, output, inputs=1, **metadata):
    given = [helper.make_tensor_value_info(f"x{n or ''}", FLOAT, shape) for n in range(inputs)]
    result = helper.make_tensor_value_info("y", FLOAT, output)
    weights = [numpy_helper.from_array(np.asarray(value), key) for key, value in constants.items()]
    graph = helper.make_graph(nodes, name, given, [result], weights)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)], ir_version=8)
    helper.set_model_props(model, {key: json.dumps(value) for key, value in metadata.items()})
    save(model, str(FOLDER / f"{name}.onnx"))


def f32(*values):
    return np.array(values, np.float32)


def bands(*weights):
    """A 1 × 1 convolution: one row of weights an output."""
    return np.array(weights, np.float32)[:, :, None, None]


node = helper.make_node

# Bright in the first band: one class, sharp at 0.5.
write(
    "bright",
    [node("Conv", ["x", "w", "b"], ["c"]), node("Sigmoid", ["c"], ["y"])],
    {"w": bands([1000, 0, 0]), "b": f32(-500)},
    [1, 3, 64, 64], [1, 1, 64, 64],
    model_type="Segmentor", class_names={"0": "_background", "1": "bright"}, seg_thresh=0.5, tiles_overlap=15,
)  # fmt: skip

# The greatest band wins: three classes and a background that wins where all are dark. Any size of tile.
write(
    "colours",
    [node("Conv", ["x", "w", "b"], ["c"]), node("Softmax", ["c"], ["y"], axis=1)],
    {"w": 1000 * bands([0, 0, 0], [1, 0, 0], [0, 1, 0], [0, 0, 1]), "b": f32(100, 0, 0, 0)},
    ["n", 3, "h", "w"], ["n", 4, "h", "w"],
    model_type="Segmentor", class_names={"0": "_background", "1": "red", "2": "green", "3": "blue"}, tile_size=48,
)  # fmt: skip

# The same without the softmax, and without a word of itself.
write(
    "logits",
    [node("Conv", ["x", "w", "b"], ["y"])],
    {"w": 1000 * bands([0, 0, 0], [1, 0, 0], [0, 1, 0], [0, 0, 1]), "b": f32(100, 0, 0, 0)},
    ["n", 3, "h", "w"], ["n", 4, "h", "w"],
)  # fmt: skip

# (2G - R - B) / (2G + R + B): not a number where all is black.
write(
    "index",
    [node("Conv", ["x", "t"], ["a"]), node("Conv", ["x", "u"], ["b"]), node("Div", ["a", "b"], ["y"])],
    {"t": bands([-1, 2, -1]), "u": bands([1, 2, 1])},
    [1, 3, 64, 64], [1, 1, 64, 64],
    model_type="Regressor", reg_output_scaling=1,
)  # fmt: skip

# Mean of 5 × 5: each pixel sees two pixels around. One keeps the size of the tile, the other loses its rim.
box = np.full((1, 1, 5, 5), 1 / 25, np.float32)
write("mean", [node("Conv", ["x", "w"], ["y"], pads=[2, 2, 2, 2])], {"w": box}, ["n", 1, "h", "w"], ["n", 1, "h", "w"],
      model_type="Regressor", tile_size=32, tiles_overlap=40)  # fmt: skip
write("rimless", [node("Conv", ["x", "w"], ["y"])], {"w": box}, [1, 1, 36, 36], [1, 1, 32, 32],
      model_type="Regressor", tiles_overlap=0)  # fmt: skip

# A box of 8 × 6 around each bright pixel, of the class of its band: YOLO v5's form, then that of v8 and later.
SIDE = 48
down, across = np.mgrid[0:SIDE, 0:SIDE] + 0.5
places = np.stack([across.ravel(), down.ravel(), np.full(SIDE**2, 8.0), np.full(SIDE**2, 6.0)]).astype(np.float32)[None]
flat = node("Reshape", ["x", "s"], ["scores"])
rows = [node("Concat", ["places", "one", "scores"], ["c"], axis=1), node("Transpose", ["c"], ["y"], perm=[0, 2, 1])]
write("old_boxes", [flat, *rows],
      {"s": np.array([1, 2, SIDE**2]), "places": places, "one": np.ones((1, 1, SIDE**2), np.float32)},
      [1, 2, SIDE, SIDE], [1, SIDE**2, 7],
      model_type="Detector", det_type="YOLO_v5_v7_DEFAULT", det_conf=0.6, det_iou_thresh=0.3,
      class_names={"0": "car", "1": "tree"}, tiles_overlap=30)  # fmt: skip
write("new_boxes", [flat, node("Concat", ["places", "scores"], ["y"], axis=1)],
      {"s": np.array([1, 2, SIDE**2]), "places": places},
      [1, 2, SIDE, SIDE], [1, 6, SIDE**2],
      model_type="Detector", det_type="YOLO_Ultralytics", det_conf=0.6, det_iou_thresh=0.3,
      class_names={"0": "car", "1": "tree"}, tiles_overlap=30)  # fmt: skip
write("oriented", [flat, node("Concat", ["places", "scores"], ["y"], axis=1)],
      {"s": np.array([1, 2, SIDE**2]), "places": places},
      [1, 2, SIDE, SIDE], [1, 6, SIDE**2], model_type="Detector", det_type="YOLO_Ultralytics_obb")  # fmt: skip

# What cannot be applied.
write("two_inputs", [node("Add", ["x", "x1"], ["y"])], {}, [1, 3, 64, 64], [1, 3, 64, 64], inputs=2)
write("flat", [node("Identity", ["x"], ["y"])], {}, [1, 100], [1, 100])
write("upscaler", [node("Identity", ["x"], ["y"])], {}, [1, 3, 64, 64], [1, 3, 64, 64], model_type="Superresolution")
write("not_numbers", [node("Sub", ["x", "x"], ["z"]), node("Div", ["z", "z"], ["y"])], {},
      [1, 3, 64, 64], [1, 3, 64, 64], model_type="Regressor")  # fmt: skip
