"""Run sheets to test with: one that is written out, and any that hypothesis can think of."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest

from crige_ia_plugin.runsheet.energy import estimate
from crige_ia_plugin.runsheet.sheet import (
    Check,
    Cost,
    Figure,
    InputLayer,
    Parameter,
    RunSheet,
    Table,
    Tool,
)


@pytest.fixture
def sheet() -> RunSheet:
    return RunSheet(
        tool=Tool("crige_ia:splitatintersections", "Tronçonner les routes", "1.2.0", "ab" * 32),
        parameters=(
            Parameter("LEVEL_FIELD", "Champ de niveau", None),
            Parameter("TOLERANCE", "Tolérance", 0.5),
            Parameter("FIELDS", "Champs", ("nature", "numero")),
        ),
        inputs=(
            InputLayer(
                "INPUT",
                "Routes",
                "bdtopo.gpkg|layername=troncon_de_route",
                14213,
                "EPSG:2154",
                (657812.3, 6354021.25, 672345.125, 6367001.0),
                "BD TOPO 2025-06-15",
            ),
            InputLayer("MARKERS", "Bornes", "public.bornes", None, "", None),
        ),
        software=(("QGIS", "3.40.4"), ("GDAL", "3.9.3"), ("NumPy", "1.26.4")),
        cost=Cost(
            started=datetime(2026, 11, 22, 16, 42, 5, tzinfo=timezone(timedelta(hours=1))),
            duration_s=11.2,
            cpu_s=9.84,
            peak_memory_bytes=412_000_000,
            energy=estimate(9.84, 11.2, 412_000_000),
        ),
        results=(
            Figure("SEGMENT_COUNT", "Tronçons", 19874),
            Figure("LENGTH", "Longueur", 1234567.8912, "m"),
        ),
        checks=(
            Check("length", "La longueur est conservée", True, "écart 0,000 m"),
            Check("levels", "Le champ de niveau a été utilisé", False),
        ),
        warnings=("3 entités sans géométrie",),
        tables=(Table("Résidus", ("PR", "Résidu (m)"), (("PR 54", 0.5), ("PR 55", -0.125))),),
        language="fr",
    )
