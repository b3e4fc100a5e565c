"""Stretches cut out of measured routes."""

from __future__ import annotations

import numpy as np
import pytest

from crige_ia_plugin.engine.lines import from_sequences
from crige_ia_plugin.engine.measures import MeasuredRoutes
from crige_ia_plugin.engine.referencing.parts import cut_stretches
from crige_ia_plugin.engine.routes.build import build_routes
from crige_ia_plugin.engine.routes.names import read_routes


@pytest.fixture
def route() -> MeasuredRoutes:
    """One part with a vertex at each ten metres, 40 m long."""
    return build_routes(from_sequences([np.array([[x, 0.0] for x in range(0, 50, 10)])]), read_routes(["A1"])).routes


def cut(route: MeasuredRoutes, start: float, end: float) -> list[float]:
    """The x of a stretch's vertices; its measures are the same."""
    found = cut_stretches(route, np.array([0]), np.array([start]), np.array([end]))
    assert found.m.tolist() == found.xy[:, 0].tolist()
    return found.m.tolist()


def test_a_stretch_has_the_vertices_between_its_ends(route: MeasuredRoutes) -> None:
    assert cut(route, 3.0, 27.0) == [3, 10, 20, 27]
    assert cut(route, 3.0, 7.0) == [3, 7]
    assert cut(route, 0.0, 40.0) == [0, 10, 20, 30, 40]


@pytest.mark.parametrize("noise", [-1e-10, 0.0, 1e-10])
def test_an_end_at_a_vertex_is_that_vertex_and_not_a_second_one_beside_it(route: MeasuredRoutes, noise: float) -> None:
    assert cut(route, 10.0 + noise, 30.0 + noise) == pytest.approx([10, 20, 30], abs=1e-9)


def test_a_stretch_stays_on_its_part(route: MeasuredRoutes) -> None:
    assert cut(route, -5.0, 60.0) == [0, 10, 20, 30, 40]
