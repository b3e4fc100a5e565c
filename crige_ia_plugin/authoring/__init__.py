"""What people give back: drafts of resources, of needs and of experience reports; knows nothing of QGIS."""
