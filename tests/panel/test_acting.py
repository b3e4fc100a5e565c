"""Which action a record leads to, and the words for it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from string import Formatter

import pytest

from crige_ia_plugin.catalogue.store import Installed
from crige_ia_plugin.panel.acting import Action, Around, Verb, actions, layer_file, primary
from crige_ia_plugin.panel.wording import said

TODAY = Around("2025-11-22", "/srv/catalogue")
ONLINE = Around("2025-11-22", "https://catalogue.example/centre/")
PAGE = {"rel": "about", "href": "https://example.org/page", "type": "text/html"}


def service(kind: str, layer: str = "roads") -> dict[str, str]:
    return {"rel": "service", "href": "https://example.org/ows", "iageo:service": kind, "iageo:layer": layer}


@pytest.mark.parametrize(
    ("properties", "links", "verb"),
    [
        ({"iageo:run": {"algorithm": "crige_ia:splitatintersections"}}, [PAGE], Verb.RUN),
        ({"iageo:sample": "town.gpkg"}, [PAGE], Verb.SAMPLE),
        ({"iageo:path": "thirty-minutes"}, [], Verb.READ),
        ({"type": "event", "time": {"date": "2025-12-01"}}, [PAGE], Verb.CALENDAR),
        ({"type": "event", "time": {"date": "2025-11-21"}}, [PAGE], Verb.OPEN),
        ({"type": "event", "time": {"interval": ["2026-01", "2026-02"]}}, [PAGE], Verb.OPEN),
        ({}, [service("WMS"), PAGE], Verb.ADD),
        ({}, [service("WMTS")], Verb.ADD),
        ({}, [service("WFS")], Verb.ADD),
        ({}, [service("OGC API Features")], Verb.ADD),
        ({}, [service("XYZ", "")], Verb.ADD),
        ({}, [service("WMS", ""), PAGE], Verb.OPEN),
        ({}, [{"rel": "enclosure", "href": "files/a/1/roads.gpkg"}], Verb.ADD),
        ({}, [{"rel": "enclosure", "href": "https://example.org/style.QML?x=1"}], Verb.ADD),
        ({}, [{"rel": "enclosure", "href": "https://example.org/archive.zip"}, PAGE], Verb.DOWNLOAD),
        ({}, [PAGE], Verb.OPEN),
        ({}, [], None),
        ({"iageo:run": {"algorithm": 3}, "iageo:sample": [], "iageo:path": {}}, [], None),
    ],
)
def test_primary_action(make_record, properties, links, verb):
    found = primary(make_record(links, **properties), TODAY)
    assert (found.verb if found else None) is verb


def test_the_other_actions_follow(make_record):
    record = make_record([service("WMS"), service("WFS"), PAGE])
    assert [action.verb for action in actions(record, TODAY)] == [Verb.ADD, Verb.ADD, Verb.OPEN]


def test_an_installed_model_is_applied(make_record):
    def here(name: str, **properties) -> Verb:
        installed = Installed("c", "one", "1", "One", "2025-01-01", 1, {name: "0" * 64}, Path("/srv/one"))
        record = make_record([{"rel": "enclosure", "href": f"files/{name}"}], **properties)
        return primary(record, Around("2025-11-22", "/srv", versions=(installed,)))

    assert here("a.ONNX").verb is Verb.APPLY
    assert here("a.onnx").place == str(Path("/srv/one/a.onnx"))
    assert here("a.onnx", **{"iageo:run": {"runner": "onnx"}}).verb is Verb.APPLY
    assert here("a.onnx", **{"iageo:run": {"runner": "script"}}).verb is not Verb.APPLY
    assert here("a.txt").verb is Verb.SHOW


def test_a_dangerous_address_is_no_action(make_record):
    links = [{"rel": "about", "href": href} for href in ("javascript:alert(1)", "file:///etc/passwd", "\\\\host\\x")]
    assert actions(make_record(links), TODAY) == []


def test_what_needs_the_network(make_record):
    local = actions(make_record([{"rel": "enclosure", "href": "files/a.gpkg"}]), TODAY)[0]
    online = actions(make_record([{"rel": "enclosure", "href": "files/a.gpkg"}]), ONLINE)[0]
    service_ = actions(make_record([service("WMS")]), TODAY)[0]
    page = actions(make_record([PAGE]), TODAY)[0]
    assert not local.remote
    assert local.place == "/srv/catalogue/files/a.gpkg"
    assert online.remote
    assert online.place == "https://catalogue.example/centre/files/a.gpkg"
    assert service_.remote
    assert page.remote
    assert not actions(make_record(**{"iageo:run": {"algorithm": "a:b"}}), TODAY)[0].remote


def test_a_page_that_looks_like_a_file_is_no_layer(make_record):
    (link,) = make_record([{"rel": "about", "href": "https://example.org/roads.gpkg"}]).links
    assert layer_file(link) == ""


@pytest.mark.parametrize("verb", list(Verb))
def test_every_action_has_its_words(qgis_app, verb):
    words = said(Action(verb, "{target} & 100 %"))
    assert words.label
    assert not [name for _, name, _, _ in Formatter().parse(words.label) if name]
    assert words.icon


def test_every_embedded_resource_knows_what_to_do(centre):
    verbs = [primary(centre.record(row), TODAY) for row in range(centre.index.size)]
    assert {action.verb for action in verbs if action} >= {Verb.RUN, Verb.ADD, Verb.OPEN, Verb.SAMPLE, Verb.READ}


def test_a_script_is_installed_first_then_run_and_its_styles_stay_with_it(make_record) -> None:
    links = [{"rel": "enclosure", "href": f"files/a/{name}"} for name in ("a.py", "a.lock.txt", "crowns.qml")]
    record = make_record(links, type="script", version="1", **{"iageo:run": {"runner": "script", "algorithm": "o:a"}})
    sums = {f"files/a/{name}": "0" * 64 for name in ("a.py", "a.lock.txt", "crowns.qml")}
    around = Around("2026-01-01", "/srv", sums, asks_consent=True)
    assert [action.verb for action in actions(record, around)] == [Verb.INSTALL, Verb.DOWNLOAD]
    files = {"a.py": "0" * 64, "a.lock.txt": "0" * 64, "crowns.qml": "0" * 64}
    installed = Installed("own", "one", "1", "A", "", 1, files, Path("/there"))
    told = actions(record, replace(around, versions=(installed,), algorithm="crige_ia:own_a"))
    assert (told[0].verb, told[0].target) == (Verb.RUN, "crige_ia:own_a")
    assert Verb.ADD not in [action.verb for action in told]
    no_longer_agreed_to = actions(record, replace(around, versions=(installed,)))
    assert no_longer_agreed_to[0].verb is Verb.INSTALL
