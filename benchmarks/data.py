"""Make the inputs of the benchmarks: ``data.py SOURCE TARGET COPIES KEEP_ZERO_LENGTH``.

Prints one JSON object: how many ``features`` and ``line pieces`` (pairs of consecutive vertices) it wrote.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import numpy as np
import pyogrio
import shapely

SHIFT = 2.0**17
"""Metres between two copies: wider than the network, and a power of two so that little is rounded."""


def rebuild(source: Path, target: Path, copies: int, keep_zero_length: bool) -> dict[str, int]:
    """Write ``copies`` of a line layer side by side, under new and unique fids.

    Args:
        source: Any vector file of one line layer; it is only read.
        target: GeoPackage to write.
        copies: How many times, each shifted eastward by ``SHIFT``.
        keep_zero_length: Keep features of zero length, which some tools abort on.

    Returns:
        Number of features and of line pieces written.
    """
    meta, _, wkb, columns = pyogrio.raw.read(source)
    geometry = shapely.from_wkb(wkb)
    keep = np.full(len(geometry), True) if keep_zero_length else np.nan_to_num(shapely.length(geometry)) > 0
    geometry = geometry[keep]
    tiles = [shapely.transform(geometry, lambda xy, k=k: xy + np.array((k * SHIFT, 0.0))) for k in range(copies)]
    data, masks = [], []
    for values, ogr_type in zip(columns, meta["ogr_types"]):
        column = np.tile(values[keep], copies)
        null = np.isnan(column) if column.dtype.kind == "f" else np.array([value is None for value in column])
        if column.dtype.kind == "f" and ogr_type.startswith("OFTInteger"):
            # an integer field with nulls is read as floats: give it its type back
            column = np.nan_to_num(column).astype("int64" if ogr_type == "OFTInteger64" else "int32")
        data.append(column)
        masks.append(null)
    pyogrio.raw.write(
        target,
        geometry=shapely.to_wkb(np.concatenate(tiles)),
        field_data=data,
        field_mask=masks,
        fields=meta["fields"],
        geometry_type=meta["geometry_type"],
        crs=meta["crs"],
        driver="GPKG",
        layer="roads",
        dataset_options={"VERSION": "1.2"},  # the newest that every contender knows
    )
    parts = shapely.get_parts(geometry)
    pieces = int((shapely.get_num_coordinates(parts) - 1).sum())
    return {"features": len(geometry) * copies, "line pieces": pieces * copies}


if __name__ == "__main__":
    counts = rebuild(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), sys.argv[4] == "1")
    print(json.dumps(counts))
