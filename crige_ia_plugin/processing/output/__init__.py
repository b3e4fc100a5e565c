"""The one way out: how what an algorithm made reaches its file, its GeoPackage, its database or QGIS's memory."""
