"""What the tests of the network engine share: drawing networks, and looking at what became of them."""

from __future__ import annotations

import numpy as np
import shapely
from hypothesis import strategies as st

from crige_ia_plugin.engine.lines import Lines, from_sequences
from crige_ia_plugin.engine.network.noding import Network

GRID = 1024
#: Lower left corner of the networks that are moved to France, in Lambert-93.
LAMBERT_93 = np.array([652_000.0, 6_862_000.0])


def lines_of(*coordinates) -> Lines:
    """Build lines from lists of tuples."""
    return from_sequences([np.array(c, dtype=np.float64) for c in coordinates])


def points_of(lines: Lines) -> list[np.ndarray]:
    """Return the vertices of each line."""
    return np.split(lines.xy, lines.offsets[1:-1])


def geometries(lines: Lines) -> np.ndarray:
    """Return the lines as GEOS geometries."""
    return shapely.linestrings(lines.xy, indices=np.repeat(np.arange(lines.count), np.diff(lines.offsets)))


def segment_set(network: Network, decimals: int = 9) -> list[tuple]:
    """Return the segments as (source line, lower end first) sorted tuples: equal for equal networks."""
    out = []
    for line, points in zip(network.line.tolist(), points_of(network.segments)):
        there = [tuple(p) for p in np.round(points, decimals).tolist()]
        out.append((line, *min(there, there[::-1])))
    return sorted(out)


def shuffled(lines: Lines, seed: int) -> tuple[Lines, np.ndarray]:
    """Return the lines in another order, and the row that each had."""
    order = np.random.default_rng(seed).permutation(lines.count)
    return lines.take(order), order


def flipped(lines: Lines, seed: int) -> Lines:
    """Return the lines with about half of them reversed."""
    flip = np.random.default_rng(seed).integers(0, 2, lines.count).astype(bool)
    return from_sequences([p[::-1] if f else p for p, f in zip(points_of(lines), flip)])


@st.composite
def networks(draw, largest: int = 4 * GRID, lines: int = 12):
    """Draw a network on the grid of 1/1024: dense small grids meet often, wide ones meet anywhere."""
    side = draw(st.sampled_from([4, 8, 64, largest]))
    coordinate = st.integers(0, side)
    line = st.lists(st.tuples(coordinate, coordinate), min_size=2, max_size=6)
    drawn = draw(st.lists(line, min_size=1, max_size=lines))
    # A scale of a power of two keeps coordinates on the grid and sends the small ones over the whole of it.
    scale = draw(st.sampled_from([1, largest // side])) if side < largest else 1
    return from_sequences([np.array(c, dtype=np.float64) * scale / GRID for c in drawn])
