"""CRS that hold, and what leads from one to another."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from osgeo import ogr
from qgis.core import (
    Qgis,
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsPointXY,
    QgsProcessingException,
    QgsVectorLayer,
)

import crige_ia_plugin
from crige_ia_plugin.processing.transformations import crs_of, known_transform, revived, transformation

NONE = QgsCoordinateTransformContext()
LAMBERT_93, DEGREES, LOCAL = "EPSG:2154", "EPSG:4326", 'WKT:LOCAL_CS["Chantier",UNIT["metre",1]]'


def crs(name: str) -> QgsCoordinateReferenceSystem:
    return QgsCoordinateReferenceSystem(name)


def test_one_leads_to_another(qgis_app: QgsApplication) -> None:
    moved = transformation(crs(LAMBERT_93), crs(DEGREES), NONE).transform(QgsPointXY(700_000, 6_600_000))
    assert (moved.x(), moved.y()) == pytest.approx((3, 46.5), abs=1e-6)


def test_where_nothing_leads_it_is_told(qgis_app: QgsApplication) -> None:
    assert known_transform(crs(LOCAL), crs(DEGREES), NONE) is None
    with pytest.raises(QgsProcessingException, match=r"CRS EPSG:2154 .* local system"):
        transformation(crs(LAMBERT_93), crs(LOCAL), NONE)


@pytest.mark.parametrize("name", [LAMBERT_93, DEGREES, LOCAL, ""])
def test_a_living_crs_is_left_alone(name: str, qgis_app: QgsApplication) -> None:
    living = crs(name)
    assert living.isValid() == bool(name)
    assert revived(living) is living


def test_the_crs_of_a_layer(qgis_app: QgsApplication) -> None:
    assert crs_of(QgsVectorLayer("Point?crs=EPSG:2154", "", "memory")).authid() == LAMBERT_93


def test_a_layer_whose_crs_died_with_its_thread_is_measured_and_written_as_any(tmp_path: Path) -> None:
    """QGIS 3.22 empties a CRS when the thread that made it ends: that of a layer that a tool made, for instance."""
    script = Path(__file__).parents[1] / "support" / "split_dead_crs.py"
    paths = os.pathsep.join([str(Path(crige_ia_plugin.__file__).parents[1]), str(script.parent)])
    done = subprocess.run(
        [sys.executable, script, tmp_path],
        env={**os.environ, "PYTHONPATH": paths}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    seen = json.loads((tmp_path / "seen.json").read_text(encoding="utf-8"))
    assert seen["alive"] == seen["revived"] == [True, True]
    assert seen["moved"] == pytest.approx([5.489244, 43.320498], abs=1e-6)
    assert seen["lengths"] == [True, pytest.approx(999.42, abs=0.01)]
    file = ogr.Open(str(tmp_path / "segments.gpkg"))  # its layer dies with it
    written = file.GetLayer()
    assert (written.GetFeatureCount(), written.GetSpatialRef().GetAuthorityCode(None)) == (4, "2154")
    if Qgis.QGIS_VERSION_INT < 32300:
        assert seen["dead"] == [True, True]  # otherwise this tries nothing


def test_the_crs_of_a_source_is_taken_by_the_one_door() -> None:
    """Elsewhere it might be one that died with its thread."""
    package = Path(crige_ia_plugin.__file__).parent
    found = {path.name for path in package.rglob("*.py") if ".sourceCrs(" in path.read_text(encoding="utf-8")}
    assert found == {"transformations.py"}
