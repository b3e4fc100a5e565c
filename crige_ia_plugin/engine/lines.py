"""Many lines as a few flat arrays: the shape in which every computation on lines takes them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

#: Heights that BD TOPO writes where it knows none (V2, V3): kept as they are, never interpolated.
UNKNOWN_Z = (9999.0, -1000.0)


@dataclass(frozen=True)
class Lines:
    """Single lines, one after the other, in flat arrays.

    Attributes:
        xy: float64 (v, 2), vertices in layer units, all lines end to end.
        offsets: int64 (l + 1,), first vertex of each line, then the number of vertices.
        feature: int64 (l,), row of the source feature of each line.
        part: int64 (l,), number of the line within its feature, from 0.
        z: float64 (v,) heights, or None.
        m: float64 (v,) measures, or None.
    """

    xy: np.ndarray
    offsets: np.ndarray
    feature: np.ndarray
    part: np.ndarray
    z: np.ndarray | None = None
    m: np.ndarray | None = None

    @property
    def count(self) -> int:
        """Number of lines."""
        return len(self.offsets) - 1

    def vertex_line(self) -> np.ndarray:
        """Return int64 (v,): the line of each vertex."""
        return np.repeat(np.arange(self.count), np.diff(self.offsets))

    def piece_mask(self) -> np.ndarray:
        """Return bool (v,): whether a line piece starts at each vertex (the last vertex of a line starts none)."""
        mask = np.ones(len(self.xy), dtype=bool)
        mask[self.offsets[1:] - 1] = False
        return mask

    def inner(self, vertex: np.ndarray) -> np.ndarray:
        """Return bool (n,): whether vertices, int64 (n,), are no end of their line."""
        line = np.searchsorted(self.offsets, vertex, side="right") - 1
        return (vertex > self.offsets[line]) & (vertex < self.offsets[line + 1] - 1)

    def take(self, rows: np.ndarray) -> Lines:
        """Return the lines at ``rows`` (int64, in the order given), vertices gathered."""
        counts = np.diff(self.offsets)[rows]
        offsets = np.concatenate([[0], np.cumsum(counts)]).astype(np.int64)
        index = np.arange(offsets[-1]) + np.repeat(self.offsets[rows] - offsets[:-1], counts)
        return Lines(
            self.xy[index],
            offsets,
            self.feature[rows],
            self.part[rows],
            None if self.z is None else self.z[index],
            None if self.m is None else self.m[index],
        )


def from_sequences(
    coordinates: list[np.ndarray], feature: np.ndarray | None = None, part: np.ndarray | None = None
) -> Lines:
    """Build :class:`Lines` from one array (n, 2), (n, 3: z) or (n, 4: z, m) a line."""
    arrays = [np.asarray(c, dtype=np.float64) for c in coordinates]
    offsets = np.concatenate([[0], np.cumsum([len(a) for a in arrays])]).astype(np.int64)
    flat = np.concatenate(arrays) if arrays else np.zeros((0, 2))
    rows = np.arange(len(arrays), dtype=np.int64)
    return Lines(
        np.ascontiguousarray(flat[:, :2]),
        offsets,
        rows if feature is None else feature,
        np.zeros(len(arrays), dtype=np.int64) if part is None else part,
        flat[:, 2].copy() if flat.shape[1] > 2 else None,
        flat[:, 3].copy() if flat.shape[1] > 3 else None,
    )


def cumulate(step: np.ndarray, offsets: np.ndarray) -> np.ndarray:
    """Sum the steps along each line, from 0 at its first vertex.

    Args:
        step: float64 (v,), length of the piece that starts at each vertex; what stands at a line's last vertex
            is ignored.
        offsets: int64 (l + 1,), as in :class:`Lines`.

    Returns:
        float64 (v,), abscissa of each vertex along its own line, in the unit of ``step``.
    """
    along = np.zeros(len(step))
    if not len(step):
        return along
    inner = step.copy()
    inner[offsets[1:] - 1] = 0.0
    np.cumsum(inner[:-1], out=along[1:])
    start = along[offsets[:-1]]
    along -= np.repeat(start, np.diff(offsets))
    return along


def is_unknown_z(z: np.ndarray) -> np.ndarray:
    """Return bool, whether a height is one of the codes that mean "unknown", or not finite."""
    unknown = ~np.isfinite(z)
    for code in UNKNOWN_Z:
        unknown |= z == code
    return unknown
