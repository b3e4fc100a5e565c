"""Write a small LAS or LAZ cloud: a slope, two trees of 10 and 6 m, a roof (class 6) and a bird (class 7)."""

import sys

import laspy
import numpy as np
from rasterio.crs import CRS

path, ground = sys.argv[1], len(sys.argv) < 3
random = np.random.default_rng(4)
x, y = random.uniform(0, 40, (2, 12_000))
slope = 200 + 0.1 * x
parts = [(x, y, slope, 2)] if ground else []
for east, north, top, radius in ((10, 12, 10, 4), (28, 25, 6, 3)):
    angle, away = random.uniform(0, 2 * np.pi, 4000), radius * np.sqrt(random.uniform(0, 1, 4000))
    tx, ty = east + away * np.cos(angle), north + away * np.sin(angle)
    parts.append((tx, ty, 200 + 0.1 * tx + top * (1 - 0.7 * away / radius), 5))
roof_x, roof_y = random.uniform(2, 8, (2, 2000))
parts.append((roof_x, roof_y + 28, np.full(2000, 208.0), 6))
parts.append((np.array([20.0]), np.array([5.0]), np.array([260.0]), 7))

header = laspy.LasHeader(point_format=6, version="1.4")
header.offsets, header.scales = [900_000, 6_250_000, 0], [0.001, 0.001, 0.001]
header.vlrs.append(laspy.vlrs.known.WktCoordinateSystemVlr(CRS.from_epsg(2154).to_wkt()))
cloud = laspy.LasData(header)
east, north, up = (np.concatenate([part[axis] for part in parts]) for axis in range(3))
cloud.x, cloud.y, cloud.z = east + 900_000, north + 6_250_000, up
cloud.classification = np.concatenate([np.full(len(part[0]), part[3]) for part in parts])
cloud.write(path)
