"""A shared script for the tests: it needs GDAL only, which QGIS's own Python has, and does a little of everything."""

from __future__ import annotations

BUFFERS = """\
# /// script
# requires-python = ">=3.9"
# dependencies = ["gdal"]
#
# [tool.iageo]
# format = 1
# id = "buffers"
# version = "1.2.0"
# title = {fr = "Zones tampons", en = "Buffers"}
# help = {fr = "Entoure chaque entité.", en = "Surrounds each feature."}
# group = "vegetation"
# publisher = "CRIGE PACA"
# license = "GPL-2.0-or-later"
#
# [[tool.iageo.parameters]]
# name = "places"
# type = "vector"
# title = {fr = "Lieux", en = "Places"}
#
# [[tool.iageo.parameters]]
# name = "heights"
# type = "raster"
# title = {fr = "Hauteurs", en = "Heights"}
# optional = true
#
# [[tool.iageo.parameters]]
# name = "distance"
# type = "distance"
# parent = "places"
# default = 10.0
# min = 0.0
# title = {fr = "Distance", en = "Distance"}
#
# [[tool.iageo.parameters]]
# name = "name_field"
# type = "field"
# parent = "places"
# optional = true
# title = {fr = "Champ du nom", en = "Name field"}
#
# [[tool.iageo.parameters]]
# name = "mode"
# type = "choice"
# choices = [
#   {value = "good", title = {fr = "Tout va bien", en = "All is well"}},
#   {value = "fail", title = {fr = "Échoue", en = "Fails"}},
#   {value = "silent", title = {fr = "Ne rend rien", en = "Gives nothing"}},
#   {value = "endless", title = {fr = "Ne finit pas", en = "Never ends"}},
# ]
# default = "good"
# advanced = true
# title = {fr = "Comportement", en = "Behaviour"}
#
# [[tool.iageo.parameters]]
# name = "zones"
# type = "vector-out"
# geometry = "polygon"
# style = "zones"
# title = {fr = "Zones", en = "Zones"}
#
# [[tool.iageo.parameters]]
# name = "copy"
# type = "raster-out"
# optional = true
# title = {fr = "Copie des hauteurs", en = "Copy of the heights"}
# ///
import argparse
import json
import sys
import time

from osgeo import gdal, ogr


def tell(**event):
    print(json.dumps(event), flush=True)


def main():
    parser = argparse.ArgumentParser()
    for name in ("places", "heights", "name-field", "mode", "zones", "copy"):
        parser.add_argument("--" + name)
    parser.add_argument("--distance", type=float, default=10.0)
    given = parser.parse_args()
    tell(message="begun")
    if given.mode == "fail":
        tell(error="Aucun lieu ne convient.")
        return 3
    if given.mode == "silent":
        return 0
    while given.mode == "endless":
        time.sleep(0.05)
    path, _, layer_name = given.places.partition("|layername=")
    source = ogr.Open(path)
    layer = source.GetLayerByName(layer_name) if layer_name else source.GetLayer(0)
    target = ogr.GetDriverByName("GPKG").CreateDataSource(given.zones)
    zones = target.CreateLayer("zones", layer.GetSpatialRef(), ogr.wkbPolygon)
    zones.CreateField(ogr.FieldDefn("name", ogr.OFTString))
    count = 0
    while True:
        feature = layer.GetNextFeature()
        if feature is None:
            break
        made = ogr.Feature(zones.GetLayerDefn())
        made.SetGeometry(feature.GetGeometryRef().Buffer(given.distance))
        if given.name_field:
            made.SetField("name", feature.GetFieldAsString(given.name_field))
        zones.CreateFeature(made)
        count += 1
        tell(progress=count / layer.GetFeatureCount())
    del zones, target
    if given.copy:
        gdal.Translate(given.copy, given.heights)
    if count < 2:
        tell(warning="Un seul lieu.")
    tell(result={"count": count, "distance_m": given.distance})
    return 0


if __name__ == "__main__":
    sys.exit(main())
"""
