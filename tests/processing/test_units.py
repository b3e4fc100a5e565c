"""Lengths on the ground in the CRS that people have, the odd ones included."""

from __future__ import annotations

import numpy as np
import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransformContext

from crige_ia_plugin.processing.units import lengths_on_ground

A, B = np.array([[0.0, 0.0], [0.0, 1000.0]]), np.array([[0.0, 1000.0], [800.0, 1600.0]])
LOCAL = 'LOCAL_CS["Chantier",UNIT["metre",1]]'


def measured(crs: QgsCoordinateReferenceSystem):
    assert crs.isValid()
    lengths = lengths_on_ground(crs, np.concatenate([A, B]), QgsCoordinateTransformContext())
    return lengths, lengths.distance(A, B)


@pytest.mark.parametrize("shape", ["+R=6371000", "+a=6371000 +b=6371000", "+a=6378200 +b=6356800", "+ellps=intl"])
def test_an_ellipsoid_given_by_its_axes_is_one(shape):
    """On the central meridian a transverse Mercator keeps lengths: those of the ground are those of the plane."""
    lengths, found = measured(QgsCoordinateReferenceSystem.fromProj(f"+proj=tmerc +lat_0=0 +lon_0=3 {shape} +units=m"))
    assert lengths.on_ground
    assert found == pytest.approx([1000, 1000], rel=1e-6)


def test_a_local_system_has_lengths_in_its_plane():
    """QGIS says that such a CRS is valid, and takes its metres for degrees."""
    lengths, found = measured(QgsCoordinateReferenceSystem.fromWkt(LOCAL))
    assert not lengths.on_ground
    assert found == pytest.approx([1000, 1000])
