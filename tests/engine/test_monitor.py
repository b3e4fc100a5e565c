"""What a computation tells of its progress: from nothing to all, never back."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from networks import lines_of

from crige_ia_plugin.engine.lines import Lines
from crige_ia_plugin.engine.monitor import Cancelled, Monitor
from crige_ia_plugin.engine.network.noding import split_at_intersections
from crige_ia_plugin.engine.network.quality import check_network
from crige_ia_plugin.engine.routes.build import build_routes
from crige_ia_plugin.engine.routes.names import read_routes


class Ear(Monitor):
    """Keeps what it is told."""

    def __init__(self) -> None:
        self.told: list[float] = []

    def progress(self, fraction: float) -> None:
        self.told.append(fraction)


def grid() -> Lines:
    steps = np.arange(12.0)
    along = np.arange(0.3, 12.0, 0.5)
    return lines_of(
        *(np.stack([along, along * 0 + i], 1) for i in steps), *(np.stack([along * 0 + i, along], 1) for i in steps)
    )


@pytest.mark.parametrize(
    "work",
    [
        lambda ear: split_at_intersections(grid(), monitor=ear, band=10),
        lambda ear: split_at_intersections(grid(), tolerance=0.5, monitor=ear, band=10),
        lambda ear: check_network(grid(), monitor=ear),
        lambda ear: check_network(grid(), tolerance=0.5, monitor=ear),
        lambda ear: build_routes(grid(), read_routes(["A1"] * grid().count), monitor=ear),
    ],
    ids=["split", "repair and split", "check", "check and repair", "routes"],
)
def test_the_progress_of_a_work_goes_from_nothing_to_all(work: Callable[[Monitor], object]) -> None:
    ear = Ear()
    work(ear)
    assert len(ear.told) > 3
    assert ear.told == sorted(ear.told)
    assert 0 <= ear.told[0] <= 0.1
    assert ear.told[-1] == 1
    assert np.diff(ear.told).max() <= 0.5  # a bar that stands still, then jumps, tells nothing


def test_a_part_fills_its_share_and_stops_with_the_whole() -> None:
    ear = Ear()
    half = ear.part(0.5, 1.0)
    half.step(0.0)
    half.part(0.5, 1.0).step(0.5)
    half.step(1.0)
    assert ear.told == [0.5, 0.875, 1.0]
    ear.cancelled = lambda: True
    with pytest.raises(Cancelled):
        half.step(1.0)
    assert ear.told == [0.5, 0.875, 1.0]  # what is stopped tells nothing more
