"""The styles of located points, events and sections: they load, know every class and speak in words."""

from __future__ import annotations

from pathlib import Path

import pytest
from measured import layer_of

from crige_ia_plugin.engine.measures import SIDE_LETTERS
from crige_ia_plugin.engine.referencing.addressing import Reason
from crige_ia_plugin.processing.styles import (
    EVENT_POINTS,
    EVENT_SECTIONS,
    LOCATED_POINTS,
    REJECTED,
    SECTIONS,
    apply_style,
)

STYLES = Path(__file__).resolve().parents[3] / "resources" / "styles"


@pytest.mark.parametrize(
    ("name", "geometry", "classes"),
    [
        (LOCATED_POINTS, "Point", {"0", "1"}),
        (EVENT_POINTS, "Point", set(SIDE_LETTERS)),
        (EVENT_SECTIONS, "MultiLineStringM", set(SIDE_LETTERS)),
        (SECTIONS, "LineStringM", set(SIDE_LETTERS)),
    ],
)
def test_every_class_has_its_symbol_and_its_words(qgis_app, name, geometry, classes):
    layer = layer_of(f"{geometry}?crs=EPSG:2154&field=side:string&field=status:string&field=address:string", [])
    assert apply_style(layer, name, aliases={"address": "Adresse"})
    categories = layer.renderer().categories()
    assert {str(category.value()) for category in categories} == classes
    assert all(category.label() and category.label() not in classes for category in categories)
    assert layer.labelsEnabled()
    assert layer.attributeAlias(layer.fields().lookupField("address")) == "Adresse"


@pytest.mark.parametrize(("name", "field"), [(LOCATED_POINTS, "status"), (REJECTED, "reason")])
def test_reasons_show_as_words(qgis_app, name, field):
    layer = layer_of(f"Point?crs=EPSG:2154&field={field}:string", [])
    apply_style(layer, name)
    setup = layer.editorWidgetSetup(0)
    assert setup.type() == "ValueMap"
    words = {code: word for pair in setup.config()["map"] for word, code in pair.items()}
    assert set(words) == {reason.value for reason in Reason}


def test_styles_hold_no_font_and_no_path_of_a_computer():
    for name in (LOCATED_POINTS, EVENT_POINTS, EVENT_SECTIONS, SECTIONS):
        text = (STYLES / f"{name}.qml").read_text(encoding="utf-8")
        assert "fontFamily" not in text
        assert "/home/" not in text
