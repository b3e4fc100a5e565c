"""What people give back from QGIS: a resource, a need, the story of a run."""
