"""Write the embedded sample, ``resources/sample/town.gpkg``: the roads of a town that does not exist.

Run it with a Python that has NumPy and GDAL: ``python3 tools/make_sample.py [--output FILE]``. The content is
always the same. The tables carry the names and the fields of IGN's BD TOPO V3, and no data of it.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

import numpy as np
from fictive_town.markers import DEPARTMENT, markers
from fictive_town.plan import draw
from fictive_town.relief import heights
from fictive_town.town import ORIGIN, SHEET, Road, Town
from osgeo import gdal, ogr, osr

REPOSITORY = Path(__file__).resolve().parent.parent
DEFAULT_OUTPUT = REPOSITORY / "resources" / "sample" / "town.gpkg"
TOWN = "Villeneuve-la-Fictive"
INSEE = "99001"
DATE = "2026/01/01 00:00:00"
WARNING = (
    f"{TOWN} : ville imaginaire, données fictives fabriquées par tools/make_sample.py, en pleine mer. "
    "Fictitious town, not data of IGN. CC0-1.0."
)

TEXT, INTEGER, REAL, DATETIME, BOOLEAN = (
    (ogr.OFTString, ogr.OFSTNone),
    (ogr.OFTInteger, ogr.OFSTNone),
    (ogr.OFTReal, ogr.OFSTNone),
    (ogr.OFTDateTime, ogr.OFSTNone),
    (ogr.OFTInteger, ogr.OFSTBoolean),
)
FieldType = tuple[int, int]

ROAD_FIELDS: dict[str, FieldType] = {
    "cleabs": TEXT, "nature": TEXT, "nom_collaboratif_gauche": TEXT, "nom_collaboratif_droite": TEXT,
    "importance": TEXT, "fictif": BOOLEAN, "position_par_rapport_au_sol": TEXT, "etat_de_l_objet": TEXT,
    "date_creation": DATETIME, "date_modification": DATETIME, "precision_planimetrique": REAL,
    "precision_altimetrique": REAL, "nombre_de_voies": INTEGER, "largeur_de_chaussee": REAL,
    "itineraire_vert": BOOLEAN, "prive": BOOLEAN, "sens_de_circulation": TEXT, "urbain": BOOLEAN,
    "vitesse_moyenne_vl": INTEGER,
    "acces_vehicule_leger": TEXT, "acces_pieton": TEXT, "insee_commune_gauche": TEXT,
    "insee_commune_droite": TEXT,
    "cpx_numero": TEXT, "cpx_classement_administratif": TEXT, "cpx_gestionnaire": TEXT,
    "cpx_toponyme_route_nommee": TEXT, "nom_voie_ban_gauche": TEXT, "nom_voie_ban_droite": TEXT,
}  # fmt: skip
MARKER_FIELDS: dict[str, FieldType] = {
    "cleabs": TEXT, "date_creation": DATETIME, "date_modification": DATETIME, "route": TEXT, "numero": TEXT,
    "abscisse": INTEGER, "ordre": REAL, "cote": TEXT, "type_de_pr": TEXT, "libelle": TEXT,
    "identifiant_de_section": TEXT, "code_insee_du_departement": TEXT, "gestionnaire": TEXT,
}  # fmt: skip
AREA_FIELDS: dict[str, FieldType] = {"cleabs": TEXT, "nature": TEXT}
DEFECT_FIELDS: dict[str, FieldType] = {"kind": TEXT, "explication": TEXT}


def main() -> None:
    """Read the command line and write the file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--output", type=Path, default=DEFAULT_OUTPUT, help="GeoPackage to write")
    output: Path = parser.parse_args().output
    counts = write(output)
    print(f"{output}: {output.stat().st_size / 1000:.0f} kB, " + ", ".join(f"{n} {name}" for name, n in counts.items()))


def write(output: Path) -> dict[str, int]:
    """Write the whole sample over ``output`` and return the number of features of each layer."""
    gdal.UseExceptions()
    gdal.SetConfigOption("OGR_CURRENT_DATE", "2026-01-01T00:00:00.000Z")
    output.parent.mkdir(parents=True, exist_ok=True)
    output.unlink(missing_ok=True)
    town = draw()
    source = ogr.GetDriverByName("GPKG").CreateDataSource(str(output), options=["ADD_GPKG_OGR_CONTENTS=YES"])
    source.SetMetadata({"IDENTIFIER": TOWN, "DESCRIPTION": WARNING})
    layers = (
        ("troncon_de_route", ogr.wkbLineString25D, ROAD_FIELDS, _roads(town)),
        ("point_de_repere", ogr.wkbPoint, MARKER_FIELDS, _markers(town)),
        ("surface_hydrographique", ogr.wkbPolygon, AREA_FIELDS, _areas(town, ("Eau",), "SURF_EAU")),
        ("zone_de_vegetation", ogr.wkbPolygon, AREA_FIELDS, _areas(town, ("Bois", "Parc"), "ZONEVEGE")),
        ("defaut_volontaire", ogr.wkbPoint, DEFECT_FIELDS, _defects(town)),
    )
    return {name: _write_layer(source, name, kind, fields, rows) for name, kind, fields, rows in layers}


Row = tuple[Mapping[str, object], ogr.Geometry]


def _write_layer(
    source: ogr.DataSource, name: str, kind: int, fields: Mapping[str, FieldType], rows: Iterable[Row]
) -> int:
    srs = osr.SpatialReference()
    srs.ImportFromEPSG(2154)
    options = ["GEOMETRY_NAME=geometrie", f"IDENTIFIER={name} ({TOWN})", f"DESCRIPTION={WARNING}"]
    layer = source.CreateLayer(name, srs, kind, options)
    for field, (type_, subtype) in fields.items():
        definition = ogr.FieldDefn(field, type_)
        definition.SetSubType(subtype)
        layer.CreateField(definition)
    layer.StartTransaction()
    count = 0
    for values, geometry in rows:
        feature = ogr.Feature(layer.GetLayerDefn())
        for field, value in values.items():
            if value is not None:
                feature.SetField(field, value)
        feature.SetGeometry(geometry)
        layer.CreateFeature(feature)
        count += 1
    layer.CommitTransaction()
    return count


def _roads(town: Town) -> Iterable[Row]:
    for number, (road, z) in enumerate(zip(town.roads, heights(town)), start=1):
        line = ogr.Geometry(ogr.wkbLineString25D)
        for (x, y), height in zip(np.round(road.line + ORIGIN, 2).tolist(), z.tolist()):
            line.AddPoint(x, y, height)
        yield _road_attributes(road, number), line


def _road_attributes(road: Road, number: int) -> dict[str, object]:
    street = road.name if road.nature not in ("Type autoroutier", "Bretelle") else None
    return {
        "cleabs": f"TRONROUT{number:016d}",
        "nature": road.nature,
        "nom_collaboratif_gauche": street,
        "nom_collaboratif_droite": street,
        "importance": road.importance,
        "fictif": 0,
        "position_par_rapport_au_sol": road.level,
        "etat_de_l_objet": road.state,
        "date_creation": DATE,
        "date_modification": DATE,
        "precision_planimetrique": 2.5,
        "precision_altimetrique": 2.5,
        "nombre_de_voies": road.lanes,
        "largeur_de_chaussee": road.width,
        "itineraire_vert": 0,
        "prive": 0,
        "sens_de_circulation": road.sense,
        "urbain": int(road.urban),
        "vitesse_moyenne_vl": road.speed,
        "acces_vehicule_leger": road.access,
        "acces_pieton": None if road.classification != "Autoroute" else "Interdit",
        "insee_commune_gauche": INSEE,
        "insee_commune_droite": INSEE,
        "cpx_numero": road.number,
        "cpx_classement_administratif": road.classification,
        "cpx_gestionnaire": road.manager,
        "cpx_toponyme_route_nommee": "L'Imaginaire" if road.number == "A999" else None,
        "nom_voie_ban_gauche": street,
        "nom_voie_ban_droite": street,
    }


def _markers(town: Town) -> Iterable[Row]:
    for number, marker in enumerate(markers(town), start=1):
        section = f"{DEPARTMENT}{marker.route}{marker.side}"
        yield (
            {
                "cleabs": f"PTDEREPE{number:016d}",
                "date_creation": DATE,
                "date_modification": DATE,
                "route": marker.route,
                "numero": marker.number,
                "abscisse": marker.abscissa,
                "ordre": float(number),
                "cote": marker.side,
                "type_de_pr": marker.kind,
                "libelle": f"{DEPARTMENT}PR{marker.number}{marker.side}",
                "identifiant_de_section": re.sub(r"\W", "", section),
                "code_insee_du_departement": DEPARTMENT,
                "gestionnaire": marker.manager,
            },
            _point(marker.point),
        )


def _areas(town: Town, kinds: tuple[str, ...], prefix: str) -> Iterable[Row]:
    nature = {"Eau": "Ecoulement naturel", "Bois": "Bois", "Parc": "Parc"}
    rings = [(kind, ring) for kind, ring in town.green if kind in kinds]
    sheet = ogr.CreateGeometryFromWkt(_rectangle_wkt())
    for number, (kind, ring) in enumerate(rings, start=1):
        boundary = ogr.Geometry(ogr.wkbLinearRing)
        for x, y in np.round(ring + ORIGIN, 2).tolist():
            boundary.AddPoint_2D(x, y)
        polygon = ogr.Geometry(ogr.wkbPolygon)
        polygon.AddGeometry(boundary)
        yield {"cleabs": f"{prefix}{number:016d}", "nature": nature[kind]}, polygon.Intersection(sheet)


def _rectangle_wkt() -> str:
    (x0, y0), (x1, y1) = ORIGIN - 60, ORIGIN + SHEET + 60
    return f"POLYGON(({x0} {y0},{x1} {y0},{x1} {y1},{x0} {y1},{x0} {y0}))"


def _defects(town: Town) -> Iterable[Row]:
    for kind, point, why in town.planted:
        yield {"kind": kind, "explication": why}, _point(point)


def _point(point: np.ndarray) -> ogr.Geometry:
    x, y = np.round(point + ORIGIN, 2).tolist()
    geometry = ogr.Geometry(ogr.wkbPoint)
    geometry.AddPoint_2D(x, y)
    return geometry


if __name__ == "__main__":
    main()
