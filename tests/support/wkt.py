"""Well-known text as every QGIS writes it: 3.22 says ``PointZ``, 3.40 ``Point Z``."""

from __future__ import annotations

import re

from qgis.core import QgsGeometry


def wkt(geometry: QgsGeometry, precision: int = 17) -> str:
    """Return the text of ``geometry``, its dimensions spelt without a space."""
    return re.sub(r"(?<=\w) (ZM|Z|M) ", r"\1 ", geometry.asWkt(precision))
