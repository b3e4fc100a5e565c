"""Computations on NumPy arrays; knows nothing of QGIS."""
