"""Nothing personal: no folder, user name, password or token survives."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import quote

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from crige_ia_plugin.runsheet.paths import HIDDEN, anonymised, scrub, shorten
from crige_ia_plugin.runsheet.sheet import Parameter, RunSheet

POSTGRES = (
    "dbname='sig' host=srv.prive.local port=5432 user='jean' password='s3 cr\\'et' sslmode=disable key='id' "
    'estimatedmetadata=true srid=2154 type=LineString checkPrimaryKeyUnicity=\'1\' table="voirie"."routes" (geom) '
    "sql=\"proprietaire\" = 'Dupont'"
)
WFS = (
    "pagingEnabled='true' srsname='EPSG:2154' typename='BDTOPO_V3:troncon_de_route' "
    "url='https://jean:s3cret@data.geopf.fr/private/wfs?apikey=t0ken' version='auto'"
)


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("", ""),
        ("roads.shp", "roads.shp"),
        ("/home/jean/Mes données/roads.shp", "roads.shp"),
        ("/home/jean/a.gpkg|layername=troncon", "a.gpkg|layername=troncon"),
        ("/home/jean/a.gpkg|layerid=0|subset=user = 'jean'", "a.gpkg|layerid=0"),
        ("/data/x/a.gpkg|geometrytype=Line|layername=/b/c", "a.gpkg|layername=c"),
        (r"C:\Users\Jean Dupont\Documents\routes.shp", "routes.shp"),
        ("C:/Users/Jean Dupont/routes.gpkg|layername=r", "routes.gpkg|layername=r"),
        (r"\\serveur\partage\jean\routes.shp", "routes.shp"),
        (r"\\?\C:\Users\jean\routes.shp", "routes.shp"),
        (r"\\serveur\jean$", HIDDEN),
        ("/home/jean", HIDDEN),
        ("C:\\Users\\Jean\\", HIDDEN),
        ("~jean", HIDDEN),
        ("/", HIDDEN),
        ("../jean/roads.shp", "roads.shp"),
        ("/srv/data/Reseau.gdb/", "Reseau.gdb"),
        ("C:roads.shp", "roads.shp"),
        ("file:///home/jean%20dupont/a%20b.csv?type=csv&xField=x", "a b.csv"),
        ("file:///C:/Users/jean/a.csv?delimiter=;", "a.csv"),
        ("/vsizip//home/jean/a.zip/b/roads.shp", "roads.shp"),
        ("/vsicurl/https://jean:s3cret@h.fr/a/b.tif?token=t0ken", "b.tif"),
        ("GPKG:/home/jean/a.gpkg:ortho", "a.gpkg:ortho"),
        (r'NETCDF:"C:\Users\jean\meteo.nc":t2m', "meteo.nc:t2m"),
        ("PG:dbname='sig' user='jean' password='s3cret'", "sig"),
        ("PG:dbname='jean' user='jean' password='s3cret'", HIDDEN),
        ("PG:host=h user=jean password=s3cret tables=voirie.routes", "voirie.routes"),
        (r"MSSQL:server=.\SQLEXPRESS;database=sig;UID=jean;PWD=s3 cret;tables=dbo.routes", "dbo.routes"),
        ("postgresql://jean:s3cret@host:5432/sig?sslmode=require", "sig"),
        (POSTGRES, "voirie.routes"),
        ("dbname='/home/jean/a.sqlite' table=\"routes\" (geometry)", "routes"),
        ("dbname='sig' table=\"(select * from secret.t)\" (geom)", HIDDEN),
        ('service=\'sig\' authcfg=abc1234 table="s"."t"', "s.t"),
        ('dbname=\'x\' password=\'table="a"."b"\' table="s"."t" (g)', "s.t"),
        (WFS, "BDTOPO_V3:troncon_de_route"),
        ("https://h.fr/wfs?SERVICE=WFS&TYPENAMES=ns:routes&token=t0ken", "ns:routes"),
        ("WFS:https://h.fr/ows?apikey=t0ken", "ows"),
        (
            "contextualWMSLegend=0&crs=EPSG:2154&layers=ORTHO&styles&url=https://h.fr/wms?token%3Dt0ken",
            "ORTHO",
        ),
        (
            "type=xyz&url=https://tile.h.fr/t0ken/%7Bz%7D/%7Bx%7D/%7By%7D.png&username=jean&password=s3cret",
            "tile.h.fr",
        ),
        ("crs='EPSG:2154' url='https://h.fr/arcgis/rest/services/Routes/FeatureServer/0'", "Routes FeatureServer 0"),
        ("https://jean:s3/cret@h.fr", "h.fr"),
        ("https://jean:s3#cret@h.fr/x", HIDDEN),
        ("https://h.fr/a/b.tif;jsessionid=t0ken", "b.tif"),
        ("https://[bad/x", HIDDEN),
        ("LineString?crs=EPSG:2154&field=nom:string(80,0)&uid={6e4}", "memory"),
        ('?query=SELECT * FROM "/home/jean/a"', HIDDEN),
        ('{"type":"FeatureCollection","name":"/home/jean"}', HIDDEN),
        ("plain layer name", "plain layer name"),
    ],
)
def test_sources_are_cut_to_names(source: str, name: str) -> None:
    assert shorten(source) == name
    assert shorten(name) == name  # cutting twice cuts no more
    kept = shorten(source, keep_paths=True)
    for secret in ("s3 cr", "s3cret", "s3 cret", "s3/cret", "s3#cret", "t0ken", "cret", "abc1234"):
        if secret != "t0ken" or "t0ken/" not in source:
            assert secret not in kept or (secret in ("cret",) and "secret" in kept)


def test_paths_stay_when_asked_for() -> None:
    path = r"C:\Users\Jean Dupont\routes.gpkg|layername=r"
    assert shorten(path, keep_paths=True) == path
    kept = shorten(POSTGRES, keep_paths=True)
    assert "host=srv.prive.local" in kept
    assert "dbname='sig'" in kept
    assert "user" not in kept
    assert "https://data.geopf.fr/private/wfs" in shorten(WFS, keep_paths=True)


# Folder and person names that could not be part of the file's own name.
folders = st.text(
    st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="\\/|:?#%~\"'<>*"), min_size=1, max_size=12
).map(lambda text: f"QZ{text}ZQ")
files = st.from_regex(r"[a-z]{1,8}( [a-z]{1,4})?\.(shp|gpkg|tif|csv)", fullmatch=True)
secrets = st.text(st.characters(blacklist_categories=("Cs", "Cc")), max_size=12).map(lambda text: f"QZ{text}ZQ")


@given(st.lists(folders, min_size=1, max_size=4), files, st.sampled_from(["", "|layername=t", "|layerid=0|subset=a=1"]))
def test_no_folder_survives(parents: list[str], name: str, options: str) -> None:
    for root, separator in (
        ("/", "/"),
        ("~/", "/"),
        ("C:\\", "\\"),
        ("z:/", "/"),
        ("\\\\srv\\", "\\"),
        ("\\\\?\\C:\\", "\\"),
        ("/vsizip/", "/"),
        ("../", "/"),
    ):
        shown = shorten(root + separator.join((*parents, name)) + options)
        assert "QZ" not in shown
        assert shown.split("|")[0] == name


@given(st.lists(folders, min_size=1, max_size=4), files)
def test_no_folder_of_an_address_survives(parents: list[str], name: str) -> None:
    path = quote("/".join((*parents, name)))
    assert shorten(f"file:///{path}?type=csv&detectTypes=yes") == name
    assert shorten(f"https://host.fr/{path}?a=b") == name


def quoted(text: str) -> str:
    """Quote a value of a connection string as QGIS does."""
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"


@given(secrets, secrets, st.booleans())
def test_no_password_of_a_database_survives(user: str, word: str, keep_paths: bool) -> None:
    source = f'dbname=\'sig\' host=h port=5432 user={quoted(user)} password={quoted(word)} table="s"."t" (geom)'
    shown = shorten(source, keep_paths)
    assert "QZ" not in shown
    assert "ZQ" not in shown
    assert keep_paths or shown == "s.t"


@given(secrets, secrets, st.booleans())
def test_no_password_of_an_address_survives(user: str, word: str, keep_paths: bool) -> None:
    safe_user, safe_word = quote(user, safe=""), quote(word, safe="")
    address = f"https://{safe_user}:{safe_word}@h.fr/ows"
    for source in (
        address,
        f"{address}?SERVICE=WFS&token={safe_word}",
        f"srsname='EPSG:2154' typename='ns:t' url='{address}?apikey={safe_word}' version='auto'",
        f"crs=EPSG:2154&layers=t&username={safe_user}&password={safe_word}&url={quote(address, safe='')}",
        f"/vsicurl/{address}?sig={safe_word}",
    ):
        shown = shorten(source, keep_paths)
        assert "QZ" not in shown, source
        assert "ZQ" not in shown, source


@given(st.text(max_size=80), st.booleans())
def test_anything_can_be_shortened(text: str, keep_paths: bool) -> None:
    shorten(text, keep_paths)
    scrub(text, keep_paths)


@given(st.lists(folders, min_size=1, max_size=3), files)
def test_a_name_is_not_cut_again(parents: list[str], name: str) -> None:
    shown = shorten("/".join(("", *parents, name)))
    assert shorten(shown) == scrub(shown) == shown


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("cannot copy '/a/b.gpkg' to '/c/d e/f.gpkg'", "cannot copy 'b.gpkg' to 'f.gpkg'"),
        ("Impossible d'écrire /home/Jean Dupont/l'ami/x y.gpkg : plein", "Impossible d'écrire x y.gpkg : plein"),
        ("[Errno 28] No space: 'C:\\\\Users\\\\J D\\\\a.gpkg'", "[Errno 28] No space: 'a.gpkg'"),
        (r"Ouverture de \\srv\sig\jean\a.shp impossible", "Ouverture de a.shp impossible"),
        ("/home/jean est plein", "… est plein"),
        ("file:///home/jean/a.csv illisible", "a.csv illisible"),
        ("(~/sig/a.shp)", "(a.shp)"),
        ("could not connect: host=h user=jean password='s3 cret' port=5", "could not connect: host=h … … port=5"),
        ("HTTP 401 on https://jean:s3cret@h.fr/wfs?token=t0ken", "HTTP 401 on https://h.fr/wfs"),
        ("50 km/h le 22/11/2026, 1/2, et/ou, EPSG:2154", "50 km/h le 22/11/2026, 1/2, et/ou, EPSG:2154"),
        ("doi https://doi.org/10.1002/advs.202100707", "doi https://doi.org/10.1002/advs.202100707"),
        ("\"nature\" = 'Route' / 2", "\"nature\" = 'Route' / 2"),
    ],
)
def test_sentences_lose_folders_and_secrets_only(text: str, clean: str) -> None:
    assert scrub(text) == clean
    assert scrub(clean) == clean


@given(st.lists(folders, min_size=1, max_size=3), files)
def test_no_folder_survives_in_a_sentence(parents: list[str], name: str) -> None:
    assume(all(part == part.strip() and "\u2028" not in part for part in parents))
    for root, separator in (("/", "/"), ("C:\\", "\\"), ("C:/", "/"), ("\\\\srv\\", "\\")):
        path = root + separator.join((*parents, name))
        assert scrub(f"Cannot write {path}: disk full") == f"Cannot write {name}: disk full"
        assert scrub(f"Cannot write '{path}'.") == f"Cannot write '{name}'."


def test_a_whole_sheet_is_cleaned_and_a_clean_one_is_not_touched(sheet: RunSheet) -> None:
    assert anonymised(sheet) == sheet
    personal = replace(
        sheet,
        parameters=(
            Parameter("A", "A", ("/home/jean/a.shp", 3, POSTGRES)),
            Parameter("B", "B", "\"largeur\" > 3 and 'km/h'"),
            Parameter("C", "C", "C:\\Users\\jean\\b.gpkg|layername=t"),
        ),
        inputs=(replace(sheet.inputs[0], source=WFS, label="/home/jean/couche"),),
        checks=(replace(sheet.checks[0], detail="voir /home/jean/x/y.csv"),),
        warnings=("lu dans /home/jean/x/y.csv",),
        error="écriture de /home/jean/x/y.csv",
    )
    clean = anonymised(personal)
    assert "jean" not in str(clean)
    assert [item.value for item in clean.parameters] == [
        ("a.shp", 3, "voirie.routes"),
        "\"largeur\" > 3 and 'km/h'",
        "b.gpkg|layername=t",
    ]
    assert clean.inputs[0].source == "BDTOPO_V3:troncon_de_route"
    assert (clean.checks[0].detail, clean.warnings, clean.error) == (
        "voir y.csv",
        ("lu dans y.csv",),
        "écriture de y.csv",
    )
    assert anonymised(clean) == clean
    kept = anonymised(personal, keep_paths=True)
    assert "/home/jean/a.shp" in str(kept)
    assert "s3" not in str(kept)
