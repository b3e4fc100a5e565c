"""Lengths on the ground in the CRS that people have, the odd ones included."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from osgeo import osr
from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransformContext, QgsEllipsoidUtils

import crige_ia_plugin
from crige_ia_plugin.processing.units import _ellipsoid, lengths_on_ground

A, B = np.array([[0.0, 0.0], [0.0, 1000.0]]), np.array([[0.0, 1000.0], [800.0, 1600.0]])
LOCAL = 'LOCAL_CS["Chantier",UNIT["metre",1]]'


def measured(crs: QgsCoordinateReferenceSystem):
    assert crs.isValid()
    lengths = lengths_on_ground(crs, np.concatenate([A, B]), QgsCoordinateTransformContext())
    return lengths, lengths.distance(A, B)


def test_the_ellipsoid_is_the_one_that_qgis_knows():
    for name in ("EPSG:2154", "EPSG:27572", "EPSG:4326", "EPSG:32631", "EPSG:2972", "EPSG:21781"):
        crs = QgsCoordinateReferenceSystem(name)
        known = QgsEllipsoidUtils.ellipsoidParameters(crs.ellipsoidAcronym())
        (axis, flattening), globe = _ellipsoid(crs)
        assert axis == known.semiMajor
        assert flattening == pytest.approx((known.semiMajor - known.semiMinor) / known.semiMajor, rel=1e-9)
        assert globe.isValid()


@pytest.mark.parametrize("shape", ["+R=6371000", "+a=6371000 +b=6371000", "+a=6378200 +b=6356800", "+ellps=intl"])
def test_an_ellipsoid_given_by_its_axes_is_one(shape):
    """On the central meridian a transverse Mercator keeps lengths: those of the ground are those of the plane."""
    lengths, found = measured(QgsCoordinateReferenceSystem.fromProj(f"+proj=tmerc +lat_0=0 +lon_0=3 {shape} +units=m"))
    assert lengths.on_ground
    assert found == pytest.approx([1000, 1000], rel=1e-6)


@pytest.fixture(params=[False, True])
def gdal_raises(request) -> Iterator[None]:
    """GDAL raises, or not, as others have chosen."""
    before = osr.GetUseExceptions()
    (osr.UseExceptions if request.param else osr.DontUseExceptions)()
    yield
    (osr.UseExceptions if before else osr.DontUseExceptions)()


@pytest.mark.usefixtures("gdal_raises")
def test_a_local_system_has_lengths_in_its_plane():
    """QGIS says that such a CRS is valid, and takes its metres for degrees."""
    lengths, found = measured(QgsCoordinateReferenceSystem.fromWkt(LOCAL))
    assert not lengths.on_ground
    assert found == pytest.approx([1000, 1000])


TWICE = """
import sys

import numpy as np
from qgis.core import QgsApplication, QgsCoordinateReferenceSystem, QgsCoordinateTransformContext
from qgis.PyQt.QtCore import QThread

application = QgsApplication([], False)
application.initQgis()
from crige_ia_plugin.processing.units import lengths_on_ground

A, B = np.array([[900_000.0, 6_250_000.0]]), np.array([[901_000.0, 6_250_000.0]])


CRS = QgsCoordinateReferenceSystem("EPSG:2154")  # that of a layer, made in the main thread


class Run(QThread):
    def run(self):
        lengths = lengths_on_ground(CRS, np.concatenate([A, B]), QgsCoordinateTransformContext())
        print(lengths.on_ground, *lengths.distance(A, B).round(2), flush=True)


for _ in range(5):
    one = Run()
    one.start()
    one.wait()
Run().run()
"""


def test_a_second_run_measures_as_the_first():
    """Each run of a tool is in a thread of its own, that ends; QGIS 3.22 keeps CRS that died with it."""
    where = str(Path(crige_ia_plugin.__file__).parents[1])
    done = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path.insert(0, {where!r})\n{TWICE}"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == ["True 999.43"] * 6
