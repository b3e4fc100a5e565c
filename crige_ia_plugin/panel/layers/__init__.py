"""Layers made from the links of a record."""
