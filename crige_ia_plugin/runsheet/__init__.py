"""The run sheet: what ran, on what, with which result, at what cost; knows nothing of QGIS."""
