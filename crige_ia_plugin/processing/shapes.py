"""Arrays → the binary geometries that QGIS and GeoPackage take, many at once."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import Union

import numpy as np

from ..engine.lines import Lines

_NATIVE_ORDER = 1 if sys.byteorder == "little" else 0
_POINT, _LINE, _MULTI_LINE = 1, 2, 5  # WKB codes of ISO; + 1000 with z, + 2000 with m
_WKB = [("order", "u1"), ("type", "=u4")]
_COUNT = [("count", "=u4")]
_GPKG = [("magic", "S2"), ("version", "u1"), ("flags", "u1"), ("srs", "=i4")]
_ENVELOPE = [("envelope", "=f8", (4,))]


@dataclass(frozen=True)
class Points:
    """Points: ``xy`` float64 ``(n, 2)`` in units of the CRS, ``z`` and ``m`` ``(n,)`` or None."""

    xy: np.ndarray
    z: np.ndarray | None = None
    m: np.ndarray | None = None

    @property
    def count(self) -> int:
        """Number of points."""
        return len(self.xy)


@dataclass(frozen=True)
class MultiLines:
    """Multiple lines: shape ``i`` holds ``lines`` from ``offsets[i]`` to ``offsets[i + 1]``, one at least."""

    lines: Lines
    offsets: np.ndarray

    @property
    def count(self) -> int:
        """Number of multiple lines."""
        return len(self.offsets) - 1


Shapes = Union[Lines, MultiLines, Points]


def bounds(shapes: Shapes) -> np.ndarray:
    """Return float64 ``(n, 4)``: xmin, xmax, ymin, ymax of each shape, the order of GeoPackage's envelopes."""
    if isinstance(shapes, Points):
        return np.repeat(shapes.xy, 2, axis=1)
    starts = shapes.offsets[:-1]
    if not len(starts):
        return np.empty((0, 4))
    if isinstance(shapes, MultiLines):
        boxes = bounds(shapes.lines)
        low, high = np.minimum.reduceat(boxes, starts), np.maximum.reduceat(boxes, starts)
        return np.column_stack([low[:, 0], high[:, 1], low[:, 2], high[:, 3]])
    xy = shapes.xy
    low, high = np.minimum.reduceat(xy, starts), np.maximum.reduceat(xy, starts)
    return np.column_stack([low[:, 0], high[:, 0], low[:, 1], high[:, 1]])


def encode(shapes: Shapes, start: int = 0, stop: int | None = None, srs_id: int | None = None) -> list[bytes]:
    """Encode the shapes from ``start`` to ``stop``: well-known binary, or GeoPackage's with an ``srs_id``.

    Lines must have vertices: a line of none has no place in a layer.
    """
    stop = shapes.count if stop is None else min(stop, shapes.count)
    if isinstance(shapes, MultiLines):
        return _encode_multiple(shapes, start, stop, srs_id)
    columns = [shapes.xy, shapes.z, shapes.m]
    if isinstance(shapes, Points):
        offsets = np.arange(start, stop + 1)
        heads = _heads(len(offsets) - 1, _POINT, shapes.z is not None, shapes.m is not None, srs_id, _WKB)
    else:
        offsets = shapes.offsets[start : stop + 1]
        layout = (_WKB if srs_id is None else _ENVELOPE + _WKB) + _COUNT
        heads = _heads(len(offsets) - 1, _LINE, shapes.z is not None, shapes.m is not None, srs_id, layout)
        heads["count"] = np.diff(offsets)
        if srs_id is not None:
            heads["flags"] |= 2  # an envelope of x and y
            part = Lines(shapes.xy[offsets[0] : offsets[-1]], offsets - offsets[0], offsets, offsets)
            heads["envelope"] = bounds(part)
    first, last = int(offsets[0]), int(offsets[-1])
    present = [column[first:last] for column in columns if column is not None]
    table = np.ascontiguousarray(present[0]) if len(present) == 1 else np.column_stack(present)
    return _join(heads, table, offsets - first)


def _encode_multiple(shapes: MultiLines, start: int, stop: int, srs_id: int | None) -> list[bytes]:
    offsets = shapes.offsets[start : stop + 1]
    lines, first = shapes.lines, int(offsets[0])
    parts = encode(lines, first, int(offsets[-1]))
    layout = (_WKB if srs_id is None else _ENVELOPE + _WKB) + _COUNT
    heads = _heads(len(offsets) - 1, _MULTI_LINE, lines.z is not None, lines.m is not None, srs_id, layout)
    heads["count"] = np.diff(offsets)
    if srs_id is not None:
        heads["flags"] |= 2  # an envelope of x and y
        these = MultiLines(lines.take(np.arange(first, offsets[-1])), offsets - first)
        heads["envelope"] = bounds(these)
    head, size = heads.tobytes(), heads.itemsize
    ends = (offsets - first).tolist()
    return [head[i * size : (i + 1) * size] + b"".join(parts[a:b]) for i, (a, b) in enumerate(zip(ends, ends[1:]))]


def _heads(n: int, code: int, has_z: bool, has_m: bool, srs_id: int | None, layout: list[tuple]) -> np.ndarray:
    heads = np.zeros(n, np.dtype(layout if srs_id is None else _GPKG + layout))
    heads["order"] = _NATIVE_ORDER
    heads["type"] = code + (1000 if has_z else 0) + (2000 if has_m else 0)
    if srs_id is not None:
        heads["magic"], heads["flags"], heads["srs"] = b"GP", _NATIVE_ORDER, srs_id
    return heads


def _join(heads: np.ndarray, table: np.ndarray, offsets: np.ndarray) -> list[bytes]:
    """Lay each head before its rows of ``table``; slicing two byte strings beats any assembly in NumPy."""
    head, size = heads.tobytes(), heads.itemsize
    body = table.astype(np.float64, copy=False).tobytes()
    ends = (offsets * table.shape[1] * 8).tolist()
    return [head[i * size : (i + 1) * size] + body[start:end] for i, (start, end) in enumerate(zip(ends, ends[1:]))]
