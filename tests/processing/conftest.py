"""What the tests of the algorithms share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from copying import Copy
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProject,
)


@pytest.fixture(autouse=True)
def _fresh(qgis_app) -> None:
    Copy.fault = None
    Copy.loaded = []
    # What other tests leave in the project gives a CRS to what has none of its own.
    QgsProject.instance().clear()
    QgsProject.instance().setCrs(QgsCoordinateReferenceSystem())
    # QGIS 3.22 may leave PROJ a logger that is gone, and crashes at PROJ's next word; a transformation made anew takes
    # it away.
    QgsCoordinateTransform.invalidateCache()
    lambert, world = (QgsCoordinateReferenceSystem(name) for name in ("EPSG:2154", "EPSG:4326"))
    QgsCoordinateTransform(lambert, world, QgsProject.instance()).transform(900_000, 6_250_000)


@pytest.fixture
def run_copy() -> Callable[..., dict[str, Any]]:
    """Run ``Copy`` as QGIS does, and return its results; a refusal raises."""

    def run(context: QgsProcessingContext | None = None, feedback=None, **parameters: Any) -> dict[str, Any]:
        algorithm = Copy()
        algorithm.initAlgorithm()
        context = context or QgsProcessingContext()
        results, ok = algorithm.run(parameters, context, feedback or QgsProcessingFeedback(), {}, False)
        assert ok
        return results

    return run
