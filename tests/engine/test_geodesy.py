"""Ellipsoidal lengths against PROJ."""

from __future__ import annotations

import warnings

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crige_ia_plugin.engine.geodesy import GRS80, GroundMetric, geodesic_lengths

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    pyproj = pytest.importorskip("pyproj")
try:
    pyproj.datadir.get_data_dir()
except pyproj.exceptions.DataDirError:  # Debian's pyproj in a virtual environment
    pyproj.datadir.set_data_dir("/usr/share/proj")  # not by a variable: it would mislead whatever is started from here

GEOD = pyproj.Geod(a=GRS80[0], f=GRS80[1])


@settings(max_examples=300, deadline=None)
@given(
    st.floats(-180, 180), st.floats(-80, 80), st.floats(-1, 1), st.floats(-1, 1), st.sampled_from([1e-6, 1e-3, 0.05, 5])
)
def test_lengths_agree_with_proj(lon, lat, east, north, size):
    lon1, lat1 = lon + east * size, lat + north * size
    mine = geodesic_lengths(*(np.array([v]) for v in (lon, lat, lon1, lat1)))[0]
    exact = GEOD.inv(lon, lat, lon1, lat1)[2]
    assert mine == pytest.approx(exact, abs=1e-4)


def test_the_date_line_is_no_obstacle():
    length = geodesic_lengths(np.array([179.999]), np.array([-16.5]), np.array([-179.999]), np.array([-16.5]))
    assert length[0] == pytest.approx(GEOD.inv(179.999, -16.5, -179.999, -16.5)[2], abs=1e-6)


@pytest.mark.parametrize(
    ("crs", "extent"),
    [
        (2154, (650_000, 6_350_000, 700_000, 6_400_000)),
        (2154, (100_000, 6_050_000, 1_240_000, 7_110_000)),
        (3944, (1_850_000, 3_150_000, 1_900_000, 3_200_000)),
        (2975, (315_000, 7_640_000, 380_000, 7_695_000)),
        ("+proj=laea +lat_0=46 +lon_0=3 +ellps=GRS80", (-550_000, -530_000, 590_000, 530_000)),  # around its origin
    ],
)
def test_a_sampled_metric_measures_like_the_ellipsoid(crs, extent):
    transformer = pyproj.Transformer.from_crs(crs, 4326, always_xy=True)
    metric = GroundMetric.sample(extent, lambda x, y: transformer.transform(x, y))
    random = np.random.default_rng(3)
    x0 = random.uniform(extent[0], extent[2], 500)
    y0 = random.uniform(extent[1], extent[3], 500)
    x1, y1 = x0 + random.uniform(-300, 300, 500), y0 + random.uniform(-300, 300, 500)
    lon0, lat0 = transformer.transform(x0, y0)
    lon1, lat1 = transformer.transform(x1, y1)
    exact = np.array(GEOD.inv(lon0, lat0, lon1, lat1)[2])
    np.testing.assert_allclose(
        metric.distance(np.column_stack([x0, y0]), np.column_stack([x1, y1])),
        exact,
        rtol=2e-8 if extent[2] - extent[0] < 1e5 else 3e-7,
    )


def test_lambert_93_alters_lengths_and_the_metric_knows():
    transformer = pyproj.Transformer.from_crs(2154, 4326, always_xy=True)
    metric = GroundMetric.sample((660_000, 6_350_000, 670_000, 6_360_000), lambda x, y: transformer.transform(x, y))
    ground = metric.distance(np.array([[664_000.0, 6_355_000]]), np.array([[665_000.0, 6_355_000]]))[0]
    assert abs(ground - 1000) > 0.1


def test_a_point_sized_layer():
    metric = GroundMetric.sample((4.0, 45.0, 4.0, 45.0), lambda x, y: (x, y), half=1e-4, spacing=0.02)
    length = metric.distance(np.array([[4.0, 45]]), np.array([[4.001, 45]]))[0]
    assert length == pytest.approx(GEOD.inv(4, 45, 4.001, 45)[2], rel=1e-5)
