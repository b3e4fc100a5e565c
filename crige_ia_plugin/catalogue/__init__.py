"""What a resource is, where it comes from, how it is found and trusted; knows nothing of QGIS."""
