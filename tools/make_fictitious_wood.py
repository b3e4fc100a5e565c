"""Write the sample of the script of tree crowns: a wood that never was, ``resources/scripts/sample/``.

A hedge, an orchard in rows, a copse and a lone tree on 60 × 60 m: heights in whole decimetres, cells of 0.5 m,
EPSG:2154, far out at sea so that nobody takes it for a place. The same bytes from the same GDAL.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
from osgeo import gdal, osr

TARGET = Path(__file__).resolve().parent.parent / "resources" / "scripts" / "sample" / "treecrowns_fictitious_chm.tif"
SIDE, CELL = 120, 0.5
ORIGIN = (1_200_000.0, 6_000_000.0)
LABEL = "Données fictives : ce bois n'existe pas. Fictitious data: this wood does not exist."


def trees() -> np.ndarray:
    """Row, column (cells), height and crown radius (metres) of each tree, and where they stand: (n, 4)."""
    random = np.random.default_rng(83)
    orchard = [(row, column, 4.0, 1.6) for row in range(68, 118, 8) for column in range(66, 118, 8)]
    hedge = [(6 + 0.02 * column, column, 7.0, 1.8) for column in range(4, 116, 5)]
    copse = [(row, column, 9 + 8 * random.random(), 2.2 + 1.6 * random.random())
             for row, column in random.uniform((24, 6), (112, 52), (46, 2))]  # fmt: skip
    planted = np.array([*orchard, *hedge, *copse, (36, 92, 18.0, 5.0)])
    planted[:, :2] += random.normal(0, 0.4, (len(planted), 2))
    planted[:, 2] *= random.uniform(0.9, 1.1, len(planted))
    return planted


def heights() -> np.ndarray:
    """Heights of the wood, in metres."""
    down, across = np.mgrid[0:SIDE, 0:SIDE] + 0.5
    found = np.zeros((SIDE, SIDE))
    for row, column, top, radius in trees():
        away = np.hypot(down - row, across - column) * CELL / radius
        found = np.maximum(found, top * np.clip(1 - 0.6 * away**2, 0, None) * (away < 1))
    rough = np.random.default_rng(84).normal(0, 0.12, found.shape)
    return np.round(np.where(found > 0.5, found + rough, 0.05), 1).astype(np.float32)


def main() -> int:
    """Write the sample."""
    gdal.UseExceptions()
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    options = ["COMPRESS=DEFLATE", "PREDICTOR=3", "ZLEVEL=9"]
    dataset = gdal.GetDriverByName("GTiff").Create(str(TARGET), SIDE, SIDE, 1, gdal.GDT_Float32, options)
    dataset.SetGeoTransform((ORIGIN[0], CELL, 0.0, ORIGIN[1], 0.0, -CELL))
    system = osr.SpatialReference()
    system.ImportFromEPSG(2154)
    dataset.SetProjection(system.ExportToWkt())
    dataset.SetMetadataItem("TIFFTAG_IMAGEDESCRIPTION", LABEL)
    dataset.GetRasterBand(1).SetDescription("height (m)")
    dataset.GetRasterBand(1).WriteArray(heights())
    dataset.FlushCache()
    print(f"{TARGET}: {len(trees())} trees, {TARGET.stat().st_size} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
