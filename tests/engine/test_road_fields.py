"""Field names that are proposed."""

from __future__ import annotations

import pytest

from crige_ia_plugin.engine.road_fields import (
    MarkerFields,
    are_roundabouts,
    known_marker_fields,
    known_route_field,
    known_side_field,
)

BDTOPO_V3 = ["cleabs", "nature", "sens_de_circulation", "cpx_numero", "cpx_classement_administratif"]
BDTOPO_V2 = ["ID", "NATURE", "NUMERO", "NOM_VOIE_G", "CL_ADMIN", "SENS"]


@pytest.mark.parametrize(
    ("names", "route"),
    [(BDTOPO_V3, "cpx_numero"), (BDTOPO_V2, "NUMERO"), (["osm_id", "name", "ref"], "ref"), (["a"], None)],
)
def test_the_route_of_a_road(names, route):
    assert known_route_field(names) == route


def test_the_direction_of_traffic_is_no_side():
    assert known_side_field(BDTOPO_V3) is None
    assert known_side_field(["Sens", "Cote"]) == "Cote"


def test_markers_of_bdtopo():
    names = [
        "cleabs",
        "route",
        "numero",
        "abscisse",
        "ordre",
        "cote",
        "type_de_pr",
        "libelle",
        "code_insee_du_departement",
        "gestionnaire",
    ]
    assert known_marker_fields(names) == MarkerFields(
        "route", "numero", "code_insee_du_departement", "gestionnaire", "cote", "abscisse", "type_de_pr"
    )


def test_markers_of_the_national_network_whatever_the_case():
    names = ["dateReferentiel", "ROUTE", "PR", "DEPPR", "CONCESSIONPR", "ABS", "CUMUL", "Z", "COTE"]
    assert known_marker_fields(names) == MarkerFields("ROUTE", "PR", "DEPPR", "CONCESSIONPR", "COTE", "CUMUL")


def test_our_own_markers_before_what_they_were_made_from():
    names = [
        "route_input",
        "numero",
        "abscisse",
        "cote",
        "type_de_pr",
        "code_insee_du_departement",
        "gestionnaire",
        "route",
        "side",
        "pr",
        "department",
        "network",
        "m",
        "ground",
        "used",
    ]
    assert known_marker_fields(names) == MarkerFields("route", "pr", "department", "network", "side", "m")


def test_any_points_are_no_markers():
    assert known_marker_fields(["route", "pr", "name"]) is None


def test_roundabouts():
    assert are_roundabouts(["Rond-point", "Bretelle", None, "roundabout"]).tolist() == [True, False, False, True]
