"""The packed R-tree, judged by SQLite itself."""

from __future__ import annotations

import sqlite3

import numpy as np
import pytest

from crige_ia_plugin.processing.output.rtree import pack


@pytest.mark.parametrize("count", [1, 2, 51, 52, 53, 102, 2601, 2602, 20_000])
def test_sqlite_accepts_the_tree_and_finds_what_it_should(count):
    random = np.random.default_rng(count)
    low = random.uniform(-1e6, 7e6, (count, 2))
    high = low + random.exponential(50, (count, 2))
    boxes = np.column_stack([low[:, 0], high[:, 0], low[:, 1], high[:, 1]])
    database = sqlite3.connect(":memory:")
    database.execute("CREATE VIRTUAL TABLE tree USING rtree(id, minx, maxx, miny, maxy)")
    (size,) = database.execute("SELECT length(data) FROM tree_node WHERE nodeno = 1").fetchone()
    database.execute("DELETE FROM tree_node")
    tree = pack(boxes, np.arange(1, count + 1), size)
    for table, rows in (("node", tree.nodes), ("rowid", tree.rowids), ("parent", tree.parents)):
        database.executemany(f"INSERT INTO tree_{table} VALUES (?, ?)", rows)
    assert database.execute("SELECT rtreecheck('tree')").fetchone() == ("ok",)
    assert database.execute("SELECT count(*) FROM tree").fetchone() == (count,)
    for x, y in random.uniform(-1e6, 7e6, (20, 2)):
        window = (x, x + 2e5, y, y + 2e5)
        found = database.execute(
            "SELECT id FROM tree WHERE maxx >= ? AND minx <= ? AND maxy >= ? AND miny <= ?", window
        ).fetchall()
        inside = (
            (boxes[:, 1] >= window[0])
            & (boxes[:, 0] <= window[1])
            & (boxes[:, 3] >= window[2])
            & (boxes[:, 2] <= window[3])
        )
        # Boxes are rounded outwards to single precision: the index may give more, never less.
        assert {i for (i,) in found} >= set((np.flatnonzero(inside) + 1).tolist())
        assert len(found) <= inside.sum() + 5
    # The tree is a living one.
    database.execute("INSERT INTO tree VALUES (?, 0, 1, 0, 1)", (count + 1,))
    database.execute("DELETE FROM tree WHERE id = 1")
    assert database.execute("SELECT rtreecheck('tree')").fetchone() == ("ok",)
