"""Outline random rasters of classes in blocks of several sizes, and hold them against unions of their cells."""

import importlib.util
import sys
from pathlib import Path

import numpy as np
import shapely
from affine import Affine
from scipy import ndimage

source = Path(__file__).resolve().parents[2] / "resources" / "scripts" / "applymodel.py"
spec = importlib.util.spec_from_file_location("applymodel", source)
script = importlib.util.module_from_spec(spec)
spec.loader.exec_module(script)


def expected(classes):
    """Class and polygon of each group of cells that touch by their sides."""
    found = []
    for value in np.unique(classes[classes > 0]):
        labels, count = ndimage.label(classes == value)
        for label in range(1, count + 1):
            cells = [shapely.box(column, row, column + 1, row + 1) for row, column in np.argwhere(labels == label)]
            found.append((int(value), shapely.union_all(cells)))
    return found


def ordered(pairs):
    return sorted((value, shapely.normalize(shape).wkt) for value, shape in pairs)


def without_straight_corners(shape):
    rings = []
    for ring in (shape.exterior, *shape.interiors):
        xy = np.array(ring.coords)[:-1]
        one, other = xy - np.roll(xy, 1, axis=0), np.roll(xy, -1, axis=0) - xy
        rings.append(xy[one[:, 0] * other[:, 1] != one[:, 1] * other[:, 0]])
    return shapely.Polygon(rings[0], rings[1:])


random = np.random.default_rng(11)
for turn in range(300):
    shape = tuple(random.integers(1, 22, 2))
    share = random.uniform(0.2, 0.9)
    classes = (random.random(shape) < share) * random.integers(1, 1 + turn % 3 + 1, shape)
    classes = classes.astype(np.uint8)
    scores = random.integers(0, 65536, shape).astype(np.uint16)
    right = expected(classes)
    for block in (3, 7, 100):
        found, total, pixels = [], 0.0, 0
        for part in script.vectorise(classes, scores, Affine.identity(), block):
            shapes = shapely.from_wkb(part.wkb)
            assert shapely.is_valid(shapes).all()
            assert (shapely.area(shapes) == part.pixels).all()
            found += zip(part.classes.tolist(), shapes)
            total += part.scores.sum()
            pixels += part.pixels.sum()
        assert ordered(found) == ordered((value, without_straight_corners(shape)) for value, shape in right), (
            turn,
            block,
        )
        assert np.isclose(total, scores[classes > 0].sum() / 65535)
        assert pixels == np.count_nonzero(classes)
sys.stdout.write("300 rasters\n")
